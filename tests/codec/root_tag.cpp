#include <ec2wire/codec/root_tag.hpp>

#include <ec2wire/core/scratch.hpp>
#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/shape/protocol.hpp>
#include <ec2wire/xml/reader.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>

using namespace ec2wire;
using namespace ec2wire::detail;
using namespace ec2wire::tests;

namespace {

using response = stop_instances_response;

struct nameless_response {
    struct service {
        using protocol = aws_query;
    };
    static constexpr std::string_view operation = "Nameless";

    static constexpr auto fields() { return std::tuple{}; }
};

constexpr std::string_view start =
    "<StopInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">";
constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

static_assert(std::string_view(root_tag<response>.data(), root_tag<response>.size()) == start);

std::string all(std::string_view before, std::string_view tag) {
    return std::string(before) + std::string(tag) +
           "<requestId>r</requestId></StopInstancesResponse>";
}

const char* end_of(std::string_view bytes) { return bytes.data() + bytes.size(); }

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_root_tag)

BOOST_AUTO_TEST_CASE(the_root_is_open_behind_its_start_tag) {
    for (const std::string& before :
         {std::string(), std::string(declaration), std::string(declaration) + "\n"}) {
        const std::string bytes = all(before, start);
        const guarded_bytes guarded{bytes};
        scratch memory;
        xml::reader in(guarded.view(), memory);
        const opened_tag root =
            pass_root_tag<response>(find_printed_root(guarded.view()), end_of(guarded.view()));
        BOOST_TEST_REQUIRE(root.place != nullptr);
        in.open(root.name, root.place);
        BOOST_TEST((in.kind() == xml::token_kind::start));
        BOOST_TEST(in.name() == "StopInstancesResponse");
        BOOST_TEST(in.offset() == before.size());
        BOOST_TEST(in.depth() == 1u);
        BOOST_TEST(in.rest().starts_with("<requestId>"));
        while (in.next() != xml::token_kind::end_of_input) BOOST_TEST_REQUIRE(in.depth() < 3u);
    }
}

BOOST_AUTO_TEST_CASE(any_other_beginning_is_left_to_the_strict_reader) {
    for (const std::string& bytes :
         {all("\n", start), all(" ", start), all("<?xml version=\"1.0\"?>", start),
          all("", "<StopInstancesResponse>"), all("", "<StartInstancesResponse xmlns=\"x\">"),
          std::string(), std::string("<"), std::string(declaration),
          std::string(declaration) + "\n", std::string(start.substr(0, start.size() - 1))}) {
        const guarded_bytes guarded{bytes};
        const char* const at = find_printed_root(guarded.view());
        BOOST_TEST(pass_root_tag<response>(at, end_of(guarded.view())).place == nullptr);
    }
}

BOOST_AUTO_TEST_CASE(so_is_the_root_of_an_error) {
    const std::string bytes =
        std::string(declaration) + "\n<Response><Errors/><RequestID>r</RequestID></Response>";
    const char* const at = find_printed_root(bytes);
    BOOST_TEST(pass_root_tag<response>(at, end_of(bytes)).place == nullptr);
    const opened_tag root = pass_error_tag(at, end_of(bytes));
    BOOST_TEST_REQUIRE(root.place != nullptr);
    BOOST_TEST(root.name == "Response");
    BOOST_TEST(std::string_view(root.place, end_of(bytes)).starts_with("<Errors/>"));
}

BOOST_AUTO_TEST_CASE(a_service_without_a_namespace_is_left_to_the_strict_reader_too) {
    constexpr std::string_view bytes = "<NamelessResponse xmlns=\"\"></NamelessResponse>";
    BOOST_TEST(pass_root_tag<nameless_response>(bytes.data(), end_of(bytes)).place == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
