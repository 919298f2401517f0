#include <ec2wire/codec/decode_xml.hpp>

#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/refusals.hpp"
#include "codec/shapes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <cstdlib>
#include <new>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;

namespace {
std::size_t allocations = 0;
}

// Counts every allocation of this program. Not inlined, because g++ reports free() in place of delete as a
// mistake.
[[gnu::noinline]] void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    ++allocations;
    return std::malloc(size == 0 ? 1 : size);
}
[[gnu::noinline]] void* operator new(std::size_t size) {
    if (void* const memory = ::operator new(size, std::nothrow)) return memory;
    throw std::bad_alloc{};
}
[[gnu::noinline]] void operator delete(void* memory) noexcept { std::free(memory); }
[[gnu::noinline]] void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

// A reply of many items, some of whose texts have to be unescaped.
std::string reply_of(std::size_t count) {
    std::string items;
    for (std::size_t i = 0; i < count; ++i)
        items += "<item><instanceId>i&#45;" + std::to_string(i) +
                 "</instanceId><currentState a='' b=''><code>1<!-- -->6</code><name>running</name>"
                 "</currentState></item>";
    return "<StopInstancesResponse><instancesSet>" + items +
           "</instancesSet></StopInstancesResponse>";
}

// Lists within lists, each growing while others were allocated after it, and blobs.
constexpr std::string_view nested =
    "<PutTreeResponse><name>a&amp;b</name><rows><item><item>&lt;</item><item>x</item></item>"
    "<item><item>1</item><item>2</item><item>3</item><item>4</item><item>5&gt;</item></item>"
    "<item/><item/><item><item>y</item></item></rows>"
    "<inner><inner><inner><name>&#65;</name></inner></inner></inner>"
    "<branches><item><branches><item/><item><name>b<![CDATA[c]]></name></item></branches></item>"
    "</branches></PutTreeResponse>";

// Whether everything was decoded from `nested`.
bool is_whole(const tests::tree& tree) {
    return tree.name == "a&b" && tree.rows.size() == 5 && tree.rows[0][0] == "<" &&
           tree.rows[1].size() == 5 && tree.rows[1][4] == "5>" && tree.rows[4][0] == "y" &&
           tree.inner->inner->inner->name == "A" && tree.branches.size() == 1 &&
           tree.branches[0].branches[1].name == "bc";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_decode_xml_memory)

BOOST_AUTO_TEST_CASE(a_warm_scratch_allocates_nothing) {
    for (const std::size_t count : {1u, 20u, 1000u}) {
        const std::string bytes = reply_of(count);
        scratch memory;
        for (int round = 0; round < 4; ++round) {
            memory.clear();
            const std::size_t before = allocations;
            const auto reply = decode_xml<stop_instances_response>(bytes, memory);
            const std::size_t taken = allocations - before;
            BOOST_TEST_REQUIRE(reply.has_value());
            BOOST_TEST(reply->stopping_instances.size() == count);
            if (round == 0) BOOST_TEST(taken > 0U);
            if (round > 0) BOOST_TEST(taken == 0U);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_reply_without_lists_or_references_needs_no_memory) {
    const std::size_t before = allocations;
    scratch memory;
    const auto reply = decode_xml<stop_instances_response>(
        "<StopInstancesResponse xmlns=''><requestId>r</requestId></StopInstancesResponse>", memory);
    const std::size_t taken = allocations - before;
    BOOST_TEST(reply.has_value());
    // The name of the only attribute takes a chunk, which the next reply reuses.
    BOOST_TEST(taken <= 1U);
}

BOOST_AUTO_TEST_CASE(a_fixed_scratch_of_any_size_is_enough_or_out_of_memory) {
    bool has_succeeded = false;
    for (std::size_t size = 0; size < 4000; ++size) {
        std::vector<std::byte> room(size);  // of the exact size, for the sanitizer to guard
        scratch memory{std::span<std::byte>(room)};
        const auto reply = decode_xml<tests::tree>(nested, memory);
        if (!reply) BOOST_TEST_REQUIRE(reply.error().code == errc::out_of_memory);
        if (!reply) BOOST_TEST_REQUIRE(!has_succeeded);
        if (reply) BOOST_TEST_REQUIRE(is_whole(*reply));
        has_succeeded = reply.has_value();
    }
    BOOST_TEST(has_succeeded);
}

BOOST_AUTO_TEST_CASE(a_fixed_scratch_is_enough_again_once_it_is_cleared) {
    std::vector<std::byte> room(4000);
    scratch memory{std::span<std::byte>(room)};
    for (int round = 0; round < 10; ++round) {
        memory.clear();
        const auto reply = decode_xml<tests::tree>(nested, memory);
        BOOST_TEST_REQUIRE(reply.has_value());
        BOOST_TEST(is_whole(*reply));
    }
}

BOOST_AUTO_TEST_CASE(a_blob_without_room_is_out_of_memory) {
    const std::string_view bytes = "<PutScalarsResponse><Blob>AAECAwQF</Blob></PutScalarsResponse>";
    for (std::size_t size = 0; size < 6; ++size) {
        std::vector<std::byte> room(size);
        scratch memory{std::span<std::byte>(room)};
        const auto reply = decode_xml<tests::scalars>(bytes, memory);
        BOOST_TEST_REQUIRE(!reply.has_value());
        BOOST_TEST(reply.error().code == errc::out_of_memory);
        BOOST_TEST(reply.error().offset == bytes.find("AAEC"));
    }
    std::vector<std::byte> room(6);
    scratch memory{std::span<std::byte>(room)};
    const auto reply = decode_xml<tests::scalars>(bytes, memory);
    BOOST_TEST_REQUIRE(reply.has_value());
    BOOST_TEST(reply->blob->size() == 6U);
    BOOST_TEST((reply->blob->back() == std::byte{5}));
}

// An item of 7 bytes becomes a structure: the limit applies whatever the bytes are.
BOOST_AUTO_TEST_CASE(a_reply_takes_no_more_memory_than_its_scratch_allows) {
    std::string bytes = "<StopInstancesResponse><instancesSet>";
    for (int i = 0; i < 10'000; ++i) bytes += "<item/>";
    bytes += "</instancesSet></StopInstancesResponse>";
    for (const std::size_t limit : {std::size_t{0}, std::size_t{100'000}, std::size_t{1} << 20}) {
        scratch memory(heap, limit);
        const auto reply = decode_xml<stop_instances_response>(bytes, memory);
        BOOST_TEST_REQUIRE(!reply.has_value());
        BOOST_TEST(reply.error().code == errc::out_of_memory);
        BOOST_TEST(memory.capacity() <= limit);
    }
    scratch memory(heap, std::size_t{16} << 20);
    const auto reply = decode_xml<stop_instances_response>(bytes, memory);
    BOOST_TEST_REQUIRE(reply.has_value());
    BOOST_TEST(reply->stopping_instances.size() == 10'000U);
}

// The factor in SECURITY.md, also where a list cannot grow in place, and the chunks of the scratch fit it badly.
BOOST_AUTO_TEST_CASE(a_reply_takes_the_memory_of_at_most_16_structures_for_each_item) {
    const std::size_t size = sizeof(instance_state_change);
    std::size_t most = 0;
    for (std::size_t before = 4000; before < 8200; before += 250) {
        std::string bytes = "<StopInstancesResponse><requestId>&amp;" + std::string(before, 'r') +
                            "</requestId><instancesSet>";
        for (int i = 1; i <= 8193; ++i)
            bytes += (i & (i - 1)) == 0 ? "<item><instanceId>&amp;</instanceId></item>" : "<item/>";
        bytes += "</instancesSet></StopInstancesResponse>";
        scratch memory;
        BOOST_TEST(decode_xml<stop_instances_response>(bytes, memory).has_value());
        if (memory.capacity() > most) most = memory.capacity();
    }
    BOOST_TEST(most > 10 * size * 8193);
    BOOST_TEST(most < 16 * size * 8193);
}

// P2 (names and namespaces). A member is not taken for an unknown element because there is no memory to find out.
BOOST_AUTO_TEST_CASE(a_prefix_is_resolved_or_there_is_no_memory) {
    std::string many;
    for (int i = 0; i < 20; ++i) many += " xmlns:prefix" + std::to_string(i) + "='another'";
    for (const std::string& others : {std::string(), many}) {
        const std::string bytes = "<StopInstancesResponse xmlns='u&amp;v' xmlns:a='u&#38;v'" +
                                  others + "><a:requestId>r</a:requestId></StopInstancesResponse>";
        alignas(std::max_align_t) std::byte room[2048];
        std::size_t decoded = 0;
        for (std::size_t size = 0; size <= sizeof room; ++size) {
            scratch memory(std::span(room, size));
            const auto reply = decode_xml<stop_instances_response>(bytes, memory);
            if (reply)
                ++decoded;
            else
                BOOST_TEST(to_string(reply.error().code) == "out_of_memory");
            if (reply) BOOST_TEST((reply->request_id == "r"));
        }
        BOOST_TEST(decoded > 0U);
    }
}

BOOST_AUTO_TEST_SUITE_END()
