#include <ec2wire/core/base64.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using ec2wire::base64_bytes;
using ec2wire::base64_capacity;
using ec2wire::base64_size;
using ec2wire::base64_text;
using ec2wire::read_base64;

namespace {

constexpr auto bad_at(std::size_t index) { return ec2wire::unexpected(index); }

constexpr auto read(std::string_view text) {
    std::array<std::byte, 64> out{};
    return read_base64(text, out.data());
}

constexpr bool reads(std::string_view text, std::string_view bytes) {
    std::array<std::byte, 64> out{};
    if (read_base64(text, out.data()) != bytes.size()) return false;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (static_cast<char>(out[i]) != bytes[i]) return false;
    return true;
}

constexpr bool writes(std::string_view bytes, std::string_view text) {
    std::array<std::byte, 64> in{};
    for (std::size_t i = 0; i < bytes.size(); ++i) in[i] = static_cast<std::byte>(bytes[i]);
    std::array<char, 64> out{};
    std::size_t size = 0;
    ec2wire::write_base64(std::span<const std::byte>(in.data(), bytes.size()),
                          [&](char c) { out[size++] = c; });
    return std::string_view(out.data(), size) == text && size == base64_size(bytes.size());
}

// RFC 4648, section 10, and the two last characters of the alphabet.
constexpr struct {
    std::string_view bytes, text;
} vectors[] = {{"", ""},
               {"f", "Zg=="},
               {"fo", "Zm8="},
               {"foo", "Zm9v"},
               {"foob", "Zm9vYg=="},
               {"fooba", "Zm9vYmE="},
               {"foobar", "Zm9vYmFy"},
               {"\xFB\xFF\xFE", "+//+"}};

constexpr bool all_vectors_hold() {
    for (const auto& v : vectors)
        if (!reads(v.text, v.bytes) || !writes(v.bytes, v.text)) return false;
    return true;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(core_base64)

BOOST_AUTO_TEST_CASE(the_test_vectors_of_the_rfc_are_met) {
    static_assert(all_vectors_hold());
    BOOST_TEST(all_vectors_hold());
}

BOOST_AUTO_TEST_CASE(bytes_of_every_length_and_value_come_back) {
    for (std::size_t size = 0; size < 300; ++size) {
        std::vector<std::byte> bytes(size);
        for (std::size_t i = 0; i < size; ++i) bytes[i] = static_cast<std::byte>(i * 7 + size);
        std::string text;
        ec2wire::write_base64(bytes, [&](char c) { text += c; });
        BOOST_TEST(text.size() == base64_size(size));
        std::vector<std::byte> back(base64_capacity(text));
        const auto read_size = read_base64(text, back.data());
        BOOST_TEST_REQUIRE(read_size.has_value());
        back.resize(*read_size);
        BOOST_TEST((back == bytes));
    }
}

BOOST_AUTO_TEST_CASE(white_space_may_be_anywhere) {
    static_assert(reads(" Z g\t=\r\n= ", "f"));
    static_assert(reads("\n    Zm9v\n    YmFy\n", "foobar"));
    static_assert(reads(" \n", ""));
    BOOST_TEST(reads(" Z g\t=\r\n= ", "f"));
}

BOOST_AUTO_TEST_CASE(a_character_outside_the_alphabet_is_refused) {
    //                   v
    static_assert(read("Zm-v") == bad_at(2));
    static_assert(read("_m9v") == bad_at(0));
    static_assert(read("Zm9\xC3") == bad_at(3));
    static_assert(read(std::string_view("Zm\0v", 4)) == bad_at(2));
    static_assert(read("Zm9v@") == bad_at(4));
    static_assert(read("Zm9v[") == bad_at(4));
    static_assert(read("Zm9v`") == bad_at(4));
    static_assert(read("Zm9v{") == bad_at(4));
    static_assert(read("Zm9v:") == bad_at(4));
    static_assert(read("Zm9v.") == bad_at(4));
}

BOOST_AUTO_TEST_CASE(every_other_character_is_refused) {
    for (int c = 0; c < 256; ++c) {
        const char character = static_cast<char>(c);
        if (ec2wire::base64_alphabet.find(character) != std::string_view::npos ||
            ec2wire::is_space(character))
            continue;
        BOOST_TEST((read(std::string("Zm9v") + character) == bad_at(4)));
    }
}

BOOST_AUTO_TEST_CASE(padding_may_not_be_left_out) {
    static_assert(read("Z") == bad_at(1));
    static_assert(read("Zg") == bad_at(2));
    static_assert(read("Zg=") == bad_at(3));
    static_assert(read("Zm8") == bad_at(3));
    static_assert(read("Zm9vY ") == bad_at(6));
    for (const std::string_view text : {"Z", "Zg", "Zg=", "Zm8", "Zm9vY "})
        BOOST_TEST((read(text) == bad_at(text.size())), text);
}

BOOST_AUTO_TEST_CASE(padding_is_only_at_the_end) {
    static_assert(read("=") == bad_at(0));
    static_assert(read("Z===") == bad_at(1));
    //                     v
    static_assert(read("Zg=v") == bad_at(3));
    static_assert(read("Zg==Zg==") == bad_at(4));
    static_assert(read("Zm8=Zm8=") == bad_at(4));
    static_assert(read("Zg===") == bad_at(4));
    static_assert(read("Zm9v=") == bad_at(4));
}

BOOST_AUTO_TEST_CASE(the_bits_under_the_padding_are_zero) {
    //                    v           with Zx a third digit could come, but no '='
    static_assert(read("Zh==") == bad_at(2));
    static_assert(read("Zv==") == bad_at(2));
    static_assert(read("Zm9=") == bad_at(3));
    static_assert(read("Zm+=") == bad_at(3));
    static_assert(reads("Zw==", "g"));
}

BOOST_AUTO_TEST_CASE(one_value_has_one_spelling) {
    std::size_t values = 0;
    for (const char a : ec2wire::base64_alphabet)
        for (const char b : ec2wire::base64_alphabet)
            if (read(std::string{a, b, '=', '='})) ++values;
    BOOST_TEST(values == 256U);
}

BOOST_AUTO_TEST_CASE(the_capacity_is_never_too_small) {
    static_assert(base64_capacity("") == 0 && base64_capacity("Zg==") == 3);
    static_assert(base64_capacity("Zm9vY") == 3);
    static_assert(base64_size(0) == 0 && base64_size(1) == 4 && base64_size(3) == 4);
    static_assert(base64_size(4) == 8);
}

BOOST_AUTO_TEST_CASE(texts_are_made_of_bytes_and_back) {
    for (const auto& v : vectors) {
        BOOST_TEST(base64_text(v.bytes) == v.text);
        BOOST_TEST((base64_bytes(v.text) == std::string(v.bytes)));
    }
    //                                  v
    BOOST_TEST((base64_bytes("Zm9vYmFy_w==") == bad_at(8)));
    BOOST_TEST(base64_bytes("Zg\n==\n")->size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
