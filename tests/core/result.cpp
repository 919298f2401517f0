#include <ec2wire/core/result.hpp>

#include <boost/test/unit_test.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

using ec2wire::decode_error;
using ec2wire::errc;
using ec2wire::result;
using ec2wire::unexpected;

namespace {

constexpr decode_error bad{errc::bad_value, 7};

constexpr result<int> half(int value) {
    if (value % 2 != 0) return unexpected(bad);
    return value / 2;
}

// The part of std::expected that a result uses; the consumer `std_expected` has the real one.
template <class Value, class Error>
struct other_expected {
    struct unexpected_type {
        constexpr explicit unexpected_type(Error why) : error(std::move(why)) {}
        Error error;
    };
    using value_type = Value;
    using error_type = Error;

    constexpr other_expected(Value one) : value(std::move(one)), is_value(true) {}
    constexpr other_expected(unexpected_type why) : error(std::move(why.error)) {}

    Value value{};
    Error error{};
    bool is_value = false;
};

constexpr other_expected<int, decode_error> half_of_other(int value) { return half(value); }

// Whether a child process ends when it reads an absent value.
template <class Read>
bool ends_the_program(Read read) {
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);
        read();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(core_result)

BOOST_AUTO_TEST_CASE(a_result_is_a_value_or_an_error) {
    static_assert(half(8).has_value() && *half(8) == 4 && half(8).value() == 4);
    static_assert(!half(7).has_value() && half(7).error() == bad);
    static_assert(half(8) && !half(7));
    const result<int> four = half(8);
    BOOST_TEST(four.value() == 4);
}

BOOST_AUTO_TEST_CASE(a_result_made_of_nothing_is_an_error) {
    constexpr result<int> nothing;
    static_assert(!nothing);
    static_assert(nothing.error() == decode_error{});
}

BOOST_AUTO_TEST_CASE(the_error_may_be_of_the_values_type) {
    constexpr result<std::size_t, std::size_t> value = std::size_t{3};
    constexpr result<std::size_t, std::size_t> error = unexpected(std::size_t{3});
    static_assert(value && *value == 3);
    static_assert(!error && error.error() == 3);
    static_assert(!(value == error));
}

BOOST_AUTO_TEST_CASE(an_error_is_constructed_from_any_suitable_type) {
    const result<int, std::string> error = unexpected("why");
    BOOST_TEST(error.error() == "why");
}

BOOST_AUTO_TEST_CASE(a_value_is_constructed_in_place) {
    const result<std::string> stars(std::in_place, std::size_t{3}, '*');
    BOOST_TEST(*stars == "***");
    BOOST_TEST(stars->size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_value_can_be_changed_and_moved_out) {
    result<std::unique_ptr<int>> owner = std::make_unique<int>(1);
    **owner = 2;
    *owner->get() = *owner.value() + 1;
    const std::unique_ptr<int> taken = *std::move(owner);
    BOOST_TEST(*taken == 3);
    result<std::unique_ptr<int>> other = std::make_unique<int>(4);
    BOOST_TEST(*std::move(other).value() == 4);
}

BOOST_AUTO_TEST_CASE(an_error_can_be_moved_out) {
    result<int, std::unique_ptr<int>> error = unexpected(std::make_unique<int>(5));
    const std::unique_ptr<int> taken = std::move(error).error();
    BOOST_TEST(*taken == 5);
    result<int> later = unexpected(bad);
    later.error().offset += 100;
    BOOST_TEST(later.error().offset == 107U);
}

BOOST_AUTO_TEST_CASE(value_or_replaces_an_error_only) {
    static_assert(half(8).value_or(1) == 4);
    static_assert(half(7).value_or(1) == 1);
    constexpr result<int> kept = half(7);
    static_assert(kept.value_or(2) == 2);
    BOOST_TEST(kept.value_or(2) == 2);
    BOOST_TEST(half(8).value_or(1) == 4);
    BOOST_TEST(half(7).value_or(1) == 1);
    const result<int> four = half(8);
    BOOST_TEST(four.value_or(2) == 4);
    result<std::string> text = std::string("abc");
    BOOST_TEST(std::move(text).value_or("none") == "abc");
    result<std::string> none = unexpected(bad);
    BOOST_TEST(none.value_or("none") == "none");
    BOOST_TEST(std::move(none).value_or("none") == "none");
}

BOOST_AUTO_TEST_CASE(and_then_calls_with_a_value_and_returns_an_error) {
    static_assert(half(8).and_then(half) == 2);
    static_assert(half(6).and_then(half) == unexpected(bad));  // 3 is odd
    static_assert(half(7).and_then(half) == unexpected(bad));
}

BOOST_AUTO_TEST_CASE(transform_changes_a_value_and_keeps_an_error) {
    constexpr auto minus = [](int value) { return -static_cast<long>(value); };
    static_assert(half(8).transform(minus) == -4L);
    static_assert(half(7).transform(minus) == unexpected(bad));
}

BOOST_AUTO_TEST_CASE(or_else_calls_with_an_error_and_returns_a_value) {
    constexpr auto offset = [](const decode_error& why) {
        return result<int>(static_cast<int>(why.offset));
    };
    static_assert(half(8).or_else(offset) == 4);
    static_assert(half(7).or_else(offset) == 7);
}

BOOST_AUTO_TEST_CASE(transform_error_changes_an_error_and_keeps_a_value) {
    constexpr auto code = [](const decode_error& why) { return why.code; };
    static_assert(half(8).transform_error(code) == 4);
    static_assert(half(7).transform_error(code) == unexpected(errc::bad_value));
    static_assert(half(7).error_or(decode_error{}) == bad);
    static_assert(half(8).error_or(decode_error{}) == decode_error{});
}

BOOST_AUTO_TEST_CASE(a_result_converts_to_a_type_with_the_names_of_std_expected) {
    static_assert(half_of_other(8).value == 4 && half_of_other(8).is_value);
    static_assert(half_of_other(7).error == bad && !half_of_other(7).is_value);
    static_assert(half(8).and_then(half_of_other).value == 2);
    static_assert(half(7).and_then(half_of_other).error == bad);
    // Not of another value type or another error type.
    static_assert(!std::is_convertible_v<result<int>, other_expected<long, decode_error>>);
    static_assert(!std::is_convertible_v<result<int>, other_expected<int, errc>>);

    result<std::unique_ptr<int>> owner = std::make_unique<int>(1);
    const other_expected<std::unique_ptr<int>, decode_error> taken = std::move(owner);
    BOOST_TEST(*taken.value == 1);
    result<std::unique_ptr<int>> nobody = unexpected(bad);
    const other_expected<std::unique_ptr<int>, decode_error> none = std::move(nobody);
    BOOST_TEST((none.error == bad));
}

BOOST_AUTO_TEST_CASE(results_are_equal_if_their_values_or_their_errors_are) {
    static_assert(half(8) == half(8) && half(8) != half(6));
    static_assert(half(7) == half(9) && half(7) != half(8));
    static_assert(half(7) != result<int>(unexpected(decode_error{errc::bad_value, 8})));
    BOOST_TEST((half(8) == half(8) && half(8) != half(6)));
    BOOST_TEST((half(7) == half(9) && half(7) != half(8)));
    BOOST_TEST((half(7) != result<int>(unexpected(decode_error{errc::bad_value, 8}))));
}

BOOST_AUTO_TEST_CASE(the_value_of_an_error_ends_the_program) {
    struct point {
        int x = 0;
    };
    result<point> none = unexpected(bad);
    const result<point>& same = none;
    volatile int sink = 0;
    BOOST_TEST(!ends_the_program([] {}));
    BOOST_TEST(ends_the_program([&] { sink = none.value().x; }));
    BOOST_TEST(ends_the_program([&] { sink = same.value().x; }));
    BOOST_TEST(ends_the_program([&] { sink = std::move(none).value().x; }));
    BOOST_TEST(ends_the_program([&] { sink = (*none).x; }));
    BOOST_TEST(ends_the_program([&] { sink = (*same).x; }));
    BOOST_TEST(ends_the_program([&] { sink = (*std::move(none)).x; }));
    BOOST_TEST(ends_the_program([&] { sink = none->x; }));
    BOOST_TEST(ends_the_program([&] { sink = same->x; }));
}

BOOST_AUTO_TEST_CASE(the_error_of_a_value_ends_the_program) {
    result<int> one = 1;
    const result<int>& same = one;
    volatile std::size_t sink = 0;
    BOOST_TEST(ends_the_program([&] { sink = one.error().offset; }));
    BOOST_TEST(ends_the_program([&] { sink = same.error().offset; }));
    BOOST_TEST(ends_the_program([&] { sink = std::move(one).error().offset; }));
}

namespace {

// Throws when it is copied, if it was told to.
struct fragile {
    int number = 0;
    bool is_broken = false;

    fragile() = default;
    explicit fragile(int value, bool breaks = false) : number(value), is_broken(breaks) {}
    fragile(const fragile& other) : number(other.number) {
        if (other.is_broken) throw std::runtime_error("copied");
    }
    fragile(fragile&&) = default;
    fragile& operator=(const fragile& other) { return *this = fragile(other); }
    fragile& operator=(fragile&&) = default;
};

struct unassignable {
    const int number;
};

}  // namespace

BOOST_AUTO_TEST_CASE(an_assigned_copy_is_the_value_or_the_error) {
    using either = result<std::string, decode_error>;
    const either value(std::in_place, "value");
    const either error = unexpected(bad);
    for (const either& before : {value, error}) {
        either copy = before;
        copy = value;
        BOOST_TEST((copy.has_value() && *copy == "value"));
        copy = before;
        copy = error;
        BOOST_TEST((!copy.has_value() && copy.error() == bad));
    }
}

BOOST_AUTO_TEST_CASE(a_copy_that_throws_leaves_a_result_as_it_was) {
    using either = result<fragile, fragile>;
    const either broken_value(std::in_place, 3, true);
    const either broken_error(unexpected(fragile(4, true)));
    for (const either* const broken : {&broken_value, &broken_error}) {
        either value(std::in_place, 1);
        BOOST_CHECK_THROW(value = *broken, std::runtime_error);
        BOOST_TEST_REQUIRE(value.has_value());
        BOOST_TEST(value->number == 1);
        either error(unexpected(fragile(2)));
        BOOST_CHECK_THROW(error = *broken, std::runtime_error);
        BOOST_TEST_REQUIRE(!error.has_value());
        BOOST_TEST(error.error().number == 2);
    }
    using moved = result<std::unique_ptr<int>>;
    static_assert(!std::is_copy_assignable_v<moved> && std::is_nothrow_move_assignable_v<moved>);
    // Else the copy would be assigned by a copy, which would be assigned by a copy, and so on.
    static_assert(!std::is_copy_assignable_v<result<unassignable>>);
    static_assert(!std::is_copy_assignable_v<result<int, unassignable>>);
}

BOOST_AUTO_TEST_SUITE_END()
