#include <ec2wire/engine/json_pattern.hpp>

#include <boost/test/unit_test.hpp>

#include <sys/mman.h>

#include <cstddef>
#include <cstdint>

using namespace ec2wire::detail;

BOOST_AUTO_TEST_SUITE(engine_json_pattern)

// Else the literal would be compared in part, and the rest of it taken for read.
BOOST_AUTO_TEST_CASE(a_literal_whose_size_does_not_fit_is_not_recorded) {
    if constexpr (sizeof(std::size_t) > sizeof(std::uint32_t)) {
        const std::size_t size = std::size_t{UINT32_MAX} + 8;
        void* const room =
            ::mmap(nullptr, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        BOOST_TEST_REQUIRE((room != MAP_FAILED));
        const auto* const text = static_cast<const char*>(room);
        json_level levels[2]{};
        const member_schema rows[2]{};
        for (const std::size_t distance : {std::size_t{UINT32_MAX}, std::size_t{UINT32_MAX} + 1}) {
            json_pattern pattern;
            levels[0] = {};
            pattern.begin_element(levels[0]);
            pattern.begin_element(levels[0]);
            pattern.see_scalar(levels + 1, rows, text, text);
            pattern.see_scalar(levels + 1, rows + 1, text + distance, text + distance);
            BOOST_TEST(pattern.is_recording() == (distance == UINT32_MAX));
        }
        BOOST_TEST(::munmap(room, size) == 0);
    }
}

BOOST_AUTO_TEST_SUITE_END()
