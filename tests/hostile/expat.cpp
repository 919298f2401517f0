// Compares decode_xml with expat: no malformed document is accepted, and no well-formed one is refused except
// for what it means.
#include <ec2wire/codec/decode_xml.hpp>

#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/fleet_shapes.hpp"
#include "codec/topic_shapes.hpp"
#include "hostile/manifest.hpp"
#include "hostile/verdicts.hpp"
#include "sanitized.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::tests;

namespace {

template <class T>
class neighbourhood {
  public:
    // Every prefix of a document, and every document that differs by one byte: substituted, inserted or
    // deleted. Of non-ASCII bytes one of each class is tried.
    void check(std::string_view document) {
        check_one(document);
        for (std::size_t i = 0; i < document.size(); ++i) {
            const std::string_view before = document.substr(0, i);
            check_one(before);
            check_one(std::string(before) + std::string(document.substr(i + 1)));
            for (int c = 0; c < 256; c = next(c)) {
                const std::string with = std::string(before) + static_cast<char>(c);
                check_one(with + std::string(document.substr(i + 1)));
                check_one(with + std::string(document.substr(i)));
            }
        }
        BOOST_TEST_MESSAGE(count_ << " documents");
        BOOST_TEST(count_ > document.size());
    }

  private:
    // Sanitized builds skip most letters. After 7F: a continuation byte, lead bytes of each length, and an
    // invalid byte.
    static int next(int c) {
        if (c < 0x7F) return is_sanitized && c >= 'b' && c < 'z' ? 'z' : c + 1;
        switch (c) {
            case 0x7F: return 0x80;
            case 0x80: return 0xC3;
            case 0xC3: return 0xE2;
            case 0xE2: return 0xF0;
            case 0xF0: return 0xFF;
            default: return 256;
        }
    }

    void check_one(std::string_view bytes) {
        ++count_;
        memory_.clear();
        const auto answer = decode_xml<T>(bytes, memory_);
        if (agrees_with_expat(answer, judge_.accepts(bytes))) return;
        BOOST_ERROR("expat differs over " << bytes);
    }

    scratch memory_{};
    expat_judge judge_{};
    std::size_t count_ = 0;
};

constexpr std::string_view stop =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<StopInstancesResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">\n"
    "    <requestId>59db</requestId>\n    <instancesSet>\n        <item>\n"
    "            <instanceId>i-1</instanceId>\n            <currentState>\n"
    "                <code>64</code>\n                <name>stopping</name>\n"
    "            </currentState>\n        </item>\n    </instancesSet>\n</StopInstancesResponse>";

constexpr std::string_view start =
    "<StartInstancesResponse><requestId>a&amp;b&#65;</requestId><instancesSet><!-- - --><item "
    "a='b'>"
    "<instanceId><![CDATA[i]]>-1</instanceId></item><item/></instancesSet><?p q?>"
    "</StartInstancesResponse>";

constexpr std::string_view error =
    "<?xml version='1.0'?><Response><Errors><Error><Code>A</Code><Message>a &lt; b</Message>"
    "</Error></Errors><RequestID>r</RequestID></Response>";

constexpr std::string_view aws_error =
    "<ErrorResponse xmlns='x'><Error><Type>Sender</Type><Code>A</Code></Error><RequestId>r"
    "</RequestId></ErrorResponse>";

constexpr std::string_view describe =
    "<ListFleetResponse><groupSet><item><machineSet><item><id>m</id><launched>2026-11-21T10:15:00Z"
    "</launched><rate>0.25</rate><cookie>AAEC</cookie><addressSet><address>1</address></addressSet>"
    "<note>n</note></item></machineSet></item></groupSet><countSet><item>1</item></countSet>"
    "<extra><key>k</key></extra></ListFleetResponse>";

constexpr std::string_view topic_reply =
    "<GetTopicResponse xmlns=\"x\"><GetTopicResult><Attributes><entry><key>a</key><value>1</value>"
    "</entry></Attributes><Rows><member><member>2</member></member></Rows><Note><Id>b</Id><Text/>"
    "</Note></GetTopicResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>"
    "</GetTopicResponse>";

}  // namespace

BOOST_AUTO_TEST_SUITE(hostile_expat)

BOOST_AUTO_TEST_CASE(the_hostile_collection) {
    expat_judge judge;
    for (const hostile_case& one : hostile_cases()) {
        BOOST_TEST_CONTEXT(one.name << ": " << one.what) {
            const bool is_good = judge.accepts(one.document);
            if (one.outcome == "ok" || one.outcome == "service_error") BOOST_TEST(is_good);
            scratch memory;
            BOOST_TEST(agrees_with_expat(
                decode_xml<stop_instances_response>(std::string_view(one.document), memory),
                is_good));
            memory.clear();
            BOOST_TEST(agrees_with_expat(decode_xml<topic>(std::string_view(one.document), memory),
                                         is_good));
        }
    }
}

BOOST_AUTO_TEST_CASE(neighbours_of_a_stop_reply) {
    neighbourhood<stop_instances_response>{}.check(stop);
}
BOOST_AUTO_TEST_CASE(neighbours_of_a_start_reply) {
    neighbourhood<start_instances_response>{}.check(start);
}
BOOST_AUTO_TEST_CASE(neighbours_of_an_error_reply) {
    neighbourhood<stop_instances_response>{}.check(error);
}
BOOST_AUTO_TEST_CASE(neighbours_of_an_aws_query_error) { neighbourhood<topic>{}.check(aws_error); }
BOOST_AUTO_TEST_CASE(neighbours_of_a_describe_reply) { neighbourhood<fleet>{}.check(describe); }
BOOST_AUTO_TEST_CASE(neighbours_of_an_aws_query_reply) {
    neighbourhood<topic>{}.check(topic_reply);
}

BOOST_AUTO_TEST_SUITE_END()
