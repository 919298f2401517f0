#include <ec2wire/json/token.hpp>

#include <boost/test/unit_test.hpp>

#include <string_view>

using namespace ec2wire::json;

BOOST_AUTO_TEST_SUITE(json_token)

BOOST_AUTO_TEST_CASE(the_first_character_tells_the_kind) {
    using enum value_kind;
    static_assert(kind_of('{') == object && kind_of('[') == array && kind_of('"') == string);
    static_assert(kind_of('-') == number && kind_of('0') == number && kind_of('9') == number);
    static_assert(kind_of('t') == boolean && kind_of('f') == boolean && kind_of('n') == null);
    for (const char c : std::string_view("}],:+.aN' \0", 11)) BOOST_TEST((kind_of(c) == none));
    static_assert(begins(number, '7') && !begins(string, '7') && !begins(none, '}'));
    constexpr struct {
        char first;
        value_kind kind;
    } kinds[] = {{'{', object}, {'[', array},   {'"', string},  {'-', number},
                 {'9', number}, {'t', boolean}, {'f', boolean}, {'n', null}};
    for (const auto& [first, kind] : kinds) BOOST_TEST((kind_of(first) == kind), first);
    BOOST_TEST(!begins(none, '}'));
}

BOOST_AUTO_TEST_CASE(numbers_are_those_of_rfc_8259) {
    for (const std::string_view number :
         {"0", "-0", "10", "-1.5", "1e5", "1E+05", "0.0e-0", "123456789"})
        BOOST_TEST(find_bad_number(number) == number.npos);
    for (const std::string_view number : {"00", "01", "-01", "-", "+1", ".5", "1.", "1.e5", "1e",
                                          "1e+", "0x1", "1_0", "1a", "", "1-2"})
        BOOST_TEST(find_bad_number(number) <= number.size());
}

BOOST_AUTO_TEST_CASE(the_place_of_a_bad_number_is_that_of_its_first_wrong_character) {
    static_assert(find_bad_number("064") == 1);
    static_assert(find_bad_number("64x") == 2);
    static_assert(find_bad_number("-") == 1);
    static_assert(find_bad_number("1.") == 2);
    static_assert(find_bad_number("1e+x") == 3);
}

BOOST_AUTO_TEST_CASE(there_are_three_words) {
    static_assert(is_word("true") && is_word("false") && is_word("null"));
    static_assert(!is_word("True") && !is_word("nul") && !is_word("nullx") && !is_word(""));
}

BOOST_AUTO_TEST_SUITE_END()
