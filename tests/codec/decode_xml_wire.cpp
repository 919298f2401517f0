#include <ec2wire/codec/decode_xml.hpp>

#include <ec2wire/codec/to_owned.hpp>
#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/refusals.hpp"
#include "files.hpp"
#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>

using namespace ec2wire;
using namespace ec2wire::tests;

// The recorded replies of tests/wire.
namespace {

// Calls check.operator()<Response>(bytes) for each file, with the response type that the file is named after.
template <class Check>
void for_each_file(Check&& check) {
    for (const auto& path : files_in(wire_folder(), ".xml")) {
        BOOST_TEST_CONTEXT(path.filename().string()) {
            const std::string bytes = read_file(path);
            if (path.filename().string().starts_with("start"))
                check.template operator()<start_instances_response>(bytes);
            else
                check.template operator()<stop_instances_response>(bytes);
        }
    }
}

// A reply that owns its strings, to compare others with.
template <class Response>
struct kept_reply {
    std::optional<owning<Response>> answer{};
    errc code{};
    std::array<std::string, 3> service{};

    explicit kept_reply(const reply<Response>& reply) {
        if (reply) {
            answer = to_owned(*reply);
        } else {
            const auto& error = reply.error();
            code = error.code;
            service = {std::string(error.service.code), std::string(error.service.message),
                       std::string(error.service.request_id)};
        }
    }

    friend bool operator==(const kept_reply&, const kept_reply&) = default;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_decode_xml_wire)

BOOST_AUTO_TEST_CASE(each_file_is_a_response_or_a_service_error) {
    for_each_file([]<class Response>(const std::string& bytes) {
        scratch memory;
        const auto reply = decode_xml<Response>(bytes, memory);
        const bool is_error = bytes.find("<Errors>") != std::string::npos;
        BOOST_TEST(reply.has_value() == !is_error);
        if (is_error) BOOST_TEST(reply.error().is_service_error());
    });
}

BOOST_AUTO_TEST_CASE(no_byte_outside_is_read) {
    for_each_file([]<class Response>(const std::string& bytes) {
        scratch memory;
        const kept_reply<Response> whole{decode_xml<Response>(bytes, memory)};
        for (const guard side : {guard::after, guard::before}) {
            const guarded_bytes guarded{bytes, side};
            BOOST_TEST(
                (kept_reply<Response>{decode_xml<Response>(guarded.view(), memory)} == whole));
        }
    });
}

BOOST_AUTO_TEST_CASE(a_file_cut_anywhere_is_an_error_at_the_cut) {
    for_each_file([]<class Response>(const std::string& bytes) {
        const std::size_t end = bytes.find_last_not_of(" \r\n\t") + 1;
        scratch memory;
        for (std::size_t size = 0; size < end; ++size) {
            const guarded_bytes cut{std::string_view(bytes).substr(0, size)};
            memory.clear();
            const auto reply = decode_xml<Response>(cut.view(), memory);
            BOOST_TEST_REQUIRE(!reply.has_value());
            BOOST_TEST(reply.error().code ==
                       (size == 0 ? errc::not_a_document : errc::unexpected_end));
            BOOST_TEST(reply.error().offset == size);
            BOOST_TEST((reply.error().service == service_error{}));
        }
    });
}

BOOST_AUTO_TEST_CASE(white_space_after_the_root_may_be_cut) {
    for_each_file([]<class Response>(const std::string& bytes) {
        scratch memory;
        const kept_reply<Response> whole{decode_xml<Response>(bytes, memory)};
        for (std::size_t size = bytes.find_last_not_of(" \r\n\t") + 1; size <= bytes.size(); ++size)
            BOOST_TEST((kept_reply<Response>{decode_xml<Response>(
                            std::string_view(bytes).substr(0, size), memory)} == whole));
    });
}

BOOST_AUTO_TEST_CASE(every_layout_means_the_same) {
    scratch memory;
    const auto read = [&](const char* name) {
        const std::string bytes = read_file(wire_folder() / name);
        auto answer = to_owned(decode_xml<stop_instances_response>(bytes, memory).value());
        answer.request_id.reset();
        return answer;
    };
    const auto minified = read("stop_instances_minified.xml");
    BOOST_TEST((minified.stopping_instances[0].current_state.code == stopping));
    BOOST_TEST((minified == read("stop_instances.xml")));
}

BOOST_AUTO_TEST_CASE(the_private_bits_of_a_state_do_not_count) {
    scratch memory;
    const std::string bytes = read_file(wire_folder() / "stop_instances_state_272.xml");
    const auto answer = decode_xml<stop_instances_response>(bytes, memory).value();
    BOOST_TEST((answer.stopping_instances[0].previous_state.code == running));
    BOOST_TEST(answer.stopping_instances[0].previous_state.code->wire() == 272);
}

BOOST_AUTO_TEST_CASE(the_errors_are_told_apart) {
    scratch memory;
    const auto read = [&](const char* name) {
        const std::string bytes = read_file(wire_folder() / name);
        return owning<service_error>(
            to_owned(decode_xml<stop_instances_response>(bytes, memory).error().service));
    };
    BOOST_TEST((dry_run_result(read("error_dry_run.xml")) == dry_run_outcome::would_succeed));
    BOOST_TEST((dry_run_result(read("error_unauthorized.xml")) == dry_run_outcome::not_authorized));
    BOOST_TEST(is_throttling(read("error_request_limit_exceeded.xml")));
    BOOST_TEST(read("error_not_found.xml").code == "InvalidInstanceID.NotFound");
    BOOST_TEST(read("error_not_found.xml").request_id == "44eebdac-9c3a-42fd-a75d-93a175f7bded");
}

BOOST_AUTO_TEST_CASE(the_refused_are_refused) {
    scratch memory;
    const std::string bad_code = read_file(wire_folder() / "refused" / "bad_code.xml");
    const auto first = decode_xml<stop_instances_response>(bad_code, memory).error();
    BOOST_TEST(first.code == errc::bad_value);
    BOOST_TEST(first.offset == bad_code.find("sixty-four"));
    const std::string cut_off = read_file(wire_folder() / "refused" / "cut_off.xml");
    const auto second = decode_xml<stop_instances_response>(cut_off, memory).error();
    BOOST_TEST(second.code == errc::unexpected_end);
    BOOST_TEST(second.offset == cut_off.size());
}

BOOST_AUTO_TEST_SUITE_END()
