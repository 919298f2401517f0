#include <ec2wire/engine/document_head.hpp>

#include <ec2wire/ec2/stop_instances.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using namespace ec2wire;

namespace {

// What follows the root's start tag; "(other)" if a document begins in another way.
std::string_view rest_of(std::string_view bytes) {
    const tests::guarded_bytes guarded(bytes);
    detail::resume_point resume;
    const char* const rest = detail::match_head<stop_instances_response>(guarded.view(), resume);
    if (rest == nullptr) return "(other)";
    BOOST_TEST(resume.root == "StopInstancesResponse");
    BOOST_TEST((resume.root.data() + resume.root_size == rest));
    return bytes.substr(static_cast<std::size_t>(rest - guarded.view().data()));
}

std::string with_root(std::string_view before, std::string_view attribute) {
    return std::string(before) + "<StopInstancesResponse" + std::string(attribute) +
           "><instancesSet/></StopInstancesResponse>";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(engine_document_head)

// As EC2, moto and LocalStack print it, and with no namespace.
BOOST_AUTO_TEST_CASE(beginnings_that_match) {
    constexpr std::string_view rest = "<instancesSet/></StopInstancesResponse>";
    constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    BOOST_TEST(rest_of(with_root(declaration,
                                 " xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"")) == rest);
    BOOST_TEST(rest_of(with_root("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n",
                                 " xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15\"")) == rest);
    BOOST_TEST(rest_of(with_root("<?xml version='1.0' encoding='utf-8'?>\r\n\r\n",
                                 " xmlns=\"\"")) == rest);
    BOOST_TEST(rest_of(with_root("\xEF\xBB\xBF", "")) == rest);
    BOOST_TEST(rest_of(with_root("", "")) == rest);
}

BOOST_AUTO_TEST_CASE(beginnings_that_do_not) {
    for (const std::string_view before :
         {"<?xml version=\"1.1\"?>", "<!-- -->", "<?pi?>", "<!DOCTYPE r>", "x", "<"})
        BOOST_TEST(rest_of(with_root(before, "")) == "(other)");
    for (const std::string_view attribute :
         {" ", "s", "/", " xmlns='u'", " xmlns=\"&amp;\"", " xmlns=\"u\" ", " xmlns=\"\xC3\xA9\"",
          " xmlns=\"u", " xmlns:e=\"u\"", " a=\"\""})
        BOOST_TEST(rest_of(with_root("", attribute)) == "(other)");
    for (const std::string_view bytes :
         {"", "<", "<StopInstancesResponse", "<StopInstancesResponse>", "<StartInstancesResponse>"})
        BOOST_TEST(rest_of(bytes) == "(other)");
}

BOOST_AUTO_TEST_SUITE_END()
