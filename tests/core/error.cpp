#include <ec2wire/core/error.hpp>

#include <boost/test/unit_test.hpp>

#include <set>
#include <string>
#include <string_view>

using ec2wire::decode_error;
using ec2wire::encode_error;
using ec2wire::errc;

namespace {

constexpr int first = static_cast<int>(errc::unexpected_end);
constexpr int last = static_cast<int>(errc::no_request);

}  // namespace

BOOST_AUTO_TEST_SUITE(core_error)

BOOST_AUTO_TEST_CASE(every_code_has_its_own_name_and_message) {
    std::set<std::string_view> names;
    std::set<std::string_view> sentences;
    for (int code = first; code <= last; ++code) {
        names.insert(to_string(static_cast<errc>(code)));
        sentences.insert(message(static_cast<errc>(code)));
    }
    BOOST_TEST(names.size() == static_cast<std::size_t>(last - first + 1));
    BOOST_TEST(sentences.size() == names.size());
    BOOST_TEST(!names.contains("unknown"));
    BOOST_TEST(!sentences.contains("unknown error"));
}

// A message tells what is wrong; and what the caller can do, if anything.
BOOST_AUTO_TEST_CASE(messages_have_one_form) {
    for (int code = first; code <= last; ++code) {
        const std::string_view sentence = message(static_cast<errc>(code));
        const std::size_t semicolon = sentence.find(';');
        BOOST_TEST_CONTEXT(sentence) {
            BOOST_TEST((sentence.front() >= 'a' && sentence.front() <= 'z'));
            BOOST_TEST((sentence.back() != '.' && sentence.back() != ';'));
            BOOST_TEST(sentence.size() <= 80U);
            BOOST_TEST(sentence.find(": ") == sentence.npos);
            BOOST_TEST(sentence.find(';', semicolon + 1) == sentence.npos);
        }
    }
}

BOOST_AUTO_TEST_CASE(if_the_caller_can_do_something_the_sentence_says_what) {
    for (const errc code :
         {errc::unexpected_end, errc::not_a_document, errc::wrong_root, errc::out_of_memory,
          errc::service_error, errc::stopped_by_visitor, errc::missing_padding, errc::too_large,
          errc::overlapping_buffer, errc::no_reply, errc::bad_escape, errc::no_request})
        BOOST_TEST(message(code).find("; ") != std::string_view::npos, message(code));
}

BOOST_AUTO_TEST_CASE(a_number_that_is_not_a_code_is_named_unknown) {
    for (const int code : {0, last + 1, 255}) {
        BOOST_TEST(to_string(static_cast<errc>(code)) == "unknown");
        BOOST_TEST(message(static_cast<errc>(code)) == "unknown error");
    }
}

BOOST_AUTO_TEST_CASE(the_numbers_are_stable) {
    static_assert(static_cast<int>(errc::unexpected_end) == 1);
    static_assert(static_cast<int>(errc::mismatched_tag) == 9);
    static_assert(static_cast<int>(errc::bad_value) == 16);
    static_assert(static_cast<int>(errc::buffer_too_small) == 23);
    static_assert(static_cast<int>(errc::stopped_by_visitor) == 24);
    static_assert(static_cast<int>(errc::no_reply) == 28);
    static_assert(static_cast<int>(errc::bad_escape) == 29);
    static_assert(static_cast<int>(errc::no_request) == 30);
}

BOOST_AUTO_TEST_CASE(the_name_is_the_enumerator) {
    static_assert(to_string(errc::not_a_document) == "not_a_document");
    static_assert(to_string(errc::mismatched_tag) == "mismatched_tag");
}

BOOST_AUTO_TEST_CASE(an_error_has_the_message_of_its_code) {
    static_assert(decode_error{errc::too_deep, 3}.message() == message(errc::too_deep));
    static_assert(encode_error{errc::missing_member, "InstanceIds"}.message() ==
                  message(errc::missing_member));
}

BOOST_AUTO_TEST_CASE(errors_are_equal_if_all_their_members_are) {
    static_assert(decode_error{errc::too_deep, 3} == decode_error{errc::too_deep, 3});
    static_assert(decode_error{errc::too_deep, 3} != decode_error{errc::too_deep, 4});
    static_assert(decode_error{errc::too_deep, 3} != decode_error{errc::bad_json, 3});
    const decode_error error{errc::too_deep, 3};
    BOOST_TEST((error == decode_error{errc::too_deep, 3}));
    BOOST_TEST((error != decode_error{errc::too_deep, 4}));
    BOOST_TEST((error != decode_error{errc::bad_json, 3}));
    static_assert(encode_error{errc::not_utf8, "A", 1} == encode_error{errc::not_utf8, "A", 1});
    static_assert(encode_error{errc::not_utf8, "A", 1} != encode_error{errc::not_utf8, "B", 1});
    static_assert(encode_error{errc::not_utf8, "A", 1, 2} != encode_error{errc::not_utf8, "A", 1});
}

BOOST_AUTO_TEST_SUITE_END()
