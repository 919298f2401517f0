#include <ec2wire/shape/field_list.hpp>

#include <ec2wire/codec/encode.hpp>
#include <ec2wire/ec2/service.hpp>
#include <ec2wire/shape/field.hpp>

#include <boost/test/unit_test.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <tuple>

using namespace ec2wire;

namespace {

struct move_request {
    using service = ec2;
    static constexpr std::string_view operation = "Move";

    std::optional<std::string> from{};
    std::optional<int> speed{};

    static constexpr auto fields() {
        return field_list{field{"From", &move_request::from, {.required = true}},
                          field{"Speed", &move_request::speed}};
    }
};

struct move_by_tuple_request : move_request {
    static constexpr auto fields() {
        return std::tuple{field{"From", &move_by_tuple_request::from, {.required = true}},
                          field{"Speed", &move_by_tuple_request::speed}};
    }
};

struct move_far_request : move_request {
    std::optional<std::string> to{};

    static constexpr auto fields() {
        return move_request::fields().with(field{"To", &move_far_request::to});
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(shape_field_list)

static_assert(decltype(move_request::fields())::size == 2);
static_assert(decltype(field_list{})::size == 0);
static_assert(field_at<1>(move_request::fields()).info.name == "Speed");
static_assert(move_request::fields().with().size == 2);

BOOST_AUTO_TEST_CASE(a_tuple_of_fields_is_accepted_too) {
    static_assert(field_count<move_by_tuple_request> == 2);
    const move_by_tuple_request request{{.from = "a", .speed = 7}};
    BOOST_TEST(encode(request).value() == "Action=Move&From=a&Speed=7&Version=2016-11-15");
    BOOST_TEST(encode(without_required<move_by_tuple_request>{{{.speed = 7}}}).value() ==
               "Action=Move&Speed=7&Version=2016-11-15");
    BOOST_TEST((encode(move_by_tuple_request{}).error().code == errc::missing_member));
}

BOOST_AUTO_TEST_CASE(a_list_grows_by_further_fields) {
    move_far_request request;
    request.from = "a";
    request.to = "b";
    BOOST_TEST(encode(request).value() == "Action=Move&From=a&To=b&Version=2016-11-15");
}

BOOST_AUTO_TEST_SUITE_END()
