#include <ec2wire/codec/host_prefix.hpp>

#include <ec2wire/codec/encode.hpp>
#include <ec2wire/shape/protocol.hpp>

#include <boost/test/unit_test.hpp>

#include <optional>
#include <string>
#include <string_view>

using namespace ec2wire;

namespace {

struct service {
    using protocol = aws_query;
    static constexpr std::string_view version = "2020-01-08";
};

struct labelled {
    using service = ::service;
    static constexpr std::string_view operation = "EndpointWithHostLabelOperation";
    static constexpr std::string_view host_prefix = "foo.{label}.{other}.";

    std::optional<std::string> label{};
    std::string_view other = "x";
    int number = 0;

    static constexpr auto fields() {
        return field_list{field{"label", &labelled::label, {.required = true}},
                          field{"other", &labelled::other}, field{"number", &labelled::number}};
    }
};

// A name in braces must be that of a string member; anything else does not compile.
static_assert(detail::has_labels<labelled>("{label}-{other}"));
static_assert(detail::has_labels<labelled>("none"));
static_assert(!detail::has_labels<labelled>("{nobody}."));
static_assert(!detail::has_labels<labelled>("{label}.{number}."));
static_assert(!detail::has_labels<labelled>("{label}.{other"));
static_assert(!detail::has_labels<labelled>("{}."));

struct unlabelled {
    using service = ::service;
    static constexpr std::string_view operation = "EndpointOperation";
    static constexpr std::string_view host_prefix = "foo.";

    static constexpr auto fields() { return field_list{}; }
};

struct joined {
    using service = ::service;
    static constexpr std::string_view operation = "Joined";
    static constexpr std::string_view host_prefix = "a-{first}{second}-z.b.{first}";

    std::string first{};
    std::string second{};

    static constexpr auto fields() {
        return field_list{field{"first", &joined::first}, field{"second", &joined::second}};
    }
};

std::string label(const std::string& text) {
    const auto prefix = host_prefix(labelled{.label = text});
    return prefix ? *prefix : std::string(to_string(prefix.error().code));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_host_prefix)

BOOST_AUTO_TEST_CASE(a_label_goes_into_the_host_and_into_the_body) {
    const labelled request{.label = "bar"};
    BOOST_TEST(host_prefix(request).value() == "foo.bar.x.");
    BOOST_TEST(
        encode(request).value() ==
        "Action=EndpointWithHostLabelOperation&Version=2020-01-08&label=bar&number=0&other=x");
    BOOST_TEST(host_prefix(unlabelled{}).value() == "foo.");
}

BOOST_AUTO_TEST_CASE(a_label_is_letters_digits_and_hyphens) {
    BOOST_TEST(label("a") == "foo.a.x.");
    BOOST_TEST(label("azAZ-09") == "foo.azAZ-09.x.");
    BOOST_TEST(label(std::string(63, 'a')) == "foo." + std::string(63, 'a') + ".x.");
    for (const std::string& bad :
         {std::string(64, 'a'), std::string("-a"), std::string("a-"), std::string("a.b"),
          std::string("a/b"), std::string("a b"), std::string("a_b"), std::string("a[b"),
          std::string("a{b"), std::string("\xC3\xA9")})
        BOOST_TEST(label(bad) == "bad_value");
}

BOOST_AUTO_TEST_CASE(a_label_of_several_parts_is_not_too_long) {
    const auto prefix = [](std::size_t first, std::size_t second) {
        return host_prefix(joined{std::string(first, 'f'), std::string(second, 's')});
    };
    BOOST_TEST(prefix(29, 30).value() ==
               "a-" + std::string(29, 'f') + std::string(30, 's') + "-z.b." + std::string(29, 'f'));
    BOOST_TEST((prefix(30, 30).error() == encode_error{errc::bad_value, "second", 0, 0}));
    BOOST_TEST((prefix(62, 1).error() == encode_error{errc::bad_value, "first", 0, 0}));
}

BOOST_AUTO_TEST_CASE(a_label_that_is_not_set_is_an_error_that_names_it) {
    BOOST_TEST(
        (host_prefix(labelled{}).error() == encode_error{errc::missing_member, "label", 0, 0}));
    BOOST_TEST((host_prefix(labelled{.label = ""}).error() ==
                encode_error{errc::missing_member, "label", 0, 0}));
    BOOST_TEST((host_prefix(labelled{.label = "a", .other = "a."}).error() ==
                encode_error{errc::bad_value, "other", 0, 0}));
}

BOOST_AUTO_TEST_SUITE_END()
