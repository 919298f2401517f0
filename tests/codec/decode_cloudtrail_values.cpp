// A value decodes from CloudTrail's JSON as from XML, in every form that rules C1 to C7 allow.
#include <ec2wire/codec/decode_json.hpp>

#include <ec2wire/codec/encode_xml.hpp>
#include <ec2wire/ec2/describe_instance_status.hpp>
#include <ec2wire/ec2/describe_instances.hpp>
#include <ec2wire/ec2/monitor_instances.hpp>
#include <ec2wire/ec2/reboot_instances.hpp>
#include <ec2wire/ec2/run_instances.hpp>
#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/ec2/terminate_instances.hpp>
#include <ec2wire/ec2/unmonitor_instances.hpp>
#include <ec2wire/engine/xml_reply.hpp>

#include "codec/cloudtrail_writer.hpp"
#include "codec/club_shapes.hpp"
#include "codec/fleet_shapes.hpp"
#include "codec/random_value.hpp"
#include "codec/shapes.hpp"
#include "codec/topic_shapes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <string>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::tests;

namespace {

// A shape; nothing here is a template, so that each shape costs no more than its table.
class recorded_and_sent {
  public:
    // An object of `size` bytes.
    recorded_and_sent(const detail::json_target& target, std::size_t size) noexcept
        : target_(target), size_(size) {}

    void check(unsigned seed) {
        decisions decide(seed);
        memory_.clear();
        target_.reset(target_.object);
        random_value(decide, memory_).fill(*target_.structure, target_.object);
        const std::string sent = xml();
        const std::string recorded =
            cloudtrail_writer(*target_.message, decide).print(target_.object);
        BOOST_TEST_CONTEXT("seed " << seed << "\n" << recorded << "\n" << sent) {
            BOOST_TEST(from_xml(sent) == sent);
            BOOST_TEST(from_cloudtrail(recorded) == sent);
            BOOST_TEST(from_cloudtrail_fast(recorded) == sent);
        }
    }

  private:
    // The text distinguishes an absent member from an empty one, so two values are equal if their texts are.
    std::string xml() {
        const auto text = detail::encode_xml_document(
            {*target_.message, target_.object, size_, xml_layout::minified});
        return text ? *text : std::string(to_string(text.error().code));
    }

    std::string text_of(const decode_error& error) {
        if (error.code == errc{}) return xml();
        return std::string(to_string(error.code)) + " at " + std::to_string(error.offset);
    }

    std::string from_xml(std::string_view bytes) {
        target_.reset(target_.object);
        const detail::item_visit none;
        const detail::resume_point begin;
        reply_error error{};
        detail::decode_xml_reply(*target_.message, bytes, memory_, target_.object, none, nullptr,
                                 detail::fast_path::enabled, begin, error);
        return text_of(error);
    }

    std::string from_cloudtrail(std::string_view bytes) {
        target_.reset(target_.object);
        json::padded_bytes copy{};
        BOOST_TEST_REQUIRE(json::copy_padded(bytes, memory_, copy));
        return text_of(detail::decode_json_strictly<detail::json_cloudtrail_reply>(
            copy, target_, memory_, parser_));
    }

    // The fast reader leaves documents with escapes to the strict one.
    std::string from_cloudtrail_fast(std::string_view bytes) {
        target_.reset(target_.object);
        json::padded_bytes copy{};
        BOOST_TEST_REQUIRE(json::copy_padded(bytes, memory_, copy));
        return text_of(detail::decode_json_reply(detail::json_dialect::cloudtrail, copy, target_,
                                                 memory_, parser_, {}));
    }

    const detail::json_target target_;
    const std::size_t size_;
    scratch memory_{};
    json::parser parser_{};
};

template <class Reply>
void check_reply() {
    Reply reply{};
    recorded_and_sent values(detail::json_target_of(reply, nullptr), sizeof reply);
    for (unsigned seed = 0; seed < 150; ++seed) values.check(seed);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_decode_cloudtrail_values)

BOOST_AUTO_TEST_CASE(the_nine_operations_read_alike) {
    check_reply<describe_instance_status_response>();
    check_reply<describe_instances_response>();
    check_reply<monitor_instances_response>();
    check_reply<reboot_instances_response>();
    check_reply<run_instances_response>();
    check_reply<start_instances_response>();
    check_reply<stop_instances_response>();
    check_reply<terminate_instances_response>();
    check_reply<unmonitor_instances_response>();
}

BOOST_AUTO_TEST_CASE(shapes_of_every_kind_read_alike) {
    check_reply<scalars>();
    check_reply<tree>();
    check_reply<fleet>();
    check_reply<members>();
    check_reply<topic>();
}

BOOST_AUTO_TEST_SUITE_END()
