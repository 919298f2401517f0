#include <ec2wire/core/scratch.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <iostream>
#include <limits>
#include <map>
#include <memory>
#include <span>

using ec2wire::memory_source;
using ec2wire::scratch;

namespace {

// Allocates until it is told to stop, and knows what is allocated.
struct counting_source {
    int allowed = 1000;
    int allocations = 0;
    std::map<void*, std::size_t> out{};
    bool was_release_wrong = false;

    memory_source source() {
        return {this,
                [](void* context, std::size_t size) noexcept -> void* {
                    auto& self = *static_cast<counting_source*>(context);
                    if (self.allocations == self.allowed) return nullptr;
                    ++self.allocations;
                    void* const memory = std::malloc(size);
                    self.out[memory] = size;
                    return memory;
                },
                [](void* context, void* memory, std::size_t size) noexcept {
                    auto& self = *static_cast<counting_source*>(context);
                    const auto found = self.out.find(memory);
                    if (found == self.out.end() || found->second != size)
                        self.was_release_wrong = true;
                    self.out.erase(memory);
                    std::free(memory);
                }};
    }
};

extern "C" int __asan_address_is_poisoned(const volatile void* address);

bool is_poisoned([[maybe_unused]] const void* address) {
    if constexpr (ec2wire::detail::has_address_sanitizer)
        return __asan_address_is_poisoned(address) != 0;
    return false;
}

class has_address_sanitizer {
  public:
    boost::test_tools::assertion_result operator()(boost::unit_test::test_unit_id) const {
        if (ec2wire::detail::has_address_sanitizer) return true;
        std::cout << "SKIPPED core_scratch/address_sanitizer_watches_memory_that_was_given_back: "
                     "this build is without it\n";
        return false;
    }
};

struct alignas(64) wide {
    std::byte bytes[64];
};

template <class T>
bool is_aligned(const T* place) {
    return std::bit_cast<std::uintptr_t>(place) % alignof(T) == 0;
}

// In either order: the next chunk may be at a lower address.
template <class A, class B>
bool are_apart(const A* a, std::size_t count_a, const B* b, std::size_t count_b) {
    const std::less_equal<const void*> is_before;
    return is_before(a + count_a, b) || is_before(b + count_b, a);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(core_scratch)

BOOST_AUTO_TEST_CASE(a_global_one_is_there_before_main) {
    static constinit scratch memory;
    BOOST_TEST((memory.allocate<char>(3) != nullptr));
}

BOOST_AUTO_TEST_CASE(a_new_scratch_has_no_memory) {
    counting_source counter;
    scratch memory(counter.source());
    BOOST_TEST(memory.capacity() == 0U);
    BOOST_TEST(counter.allocations == 0);
    memory.clear();
    BOOST_TEST(counter.allocations == 0);
}

BOOST_AUTO_TEST_CASE(room_for_nothing_is_room) {
    scratch memory;
    BOOST_TEST(memory.allocate<std::byte>(0) != nullptr);
    memory.clear();
    BOOST_TEST(memory.allocate<std::byte>(0) != nullptr);
}

BOOST_AUTO_TEST_CASE(the_room_is_what_can_be_allocated_without_another_chunk) {
    counting_source counter;
    scratch memory(counter.source());
    BOOST_TEST(memory.room() == 0U);
    memory.allocate<char>(1);
    BOOST_TEST(memory.room() == memory.capacity() - 1);
    BOOST_TEST(memory.allocate<char>(memory.room()) != nullptr);
    BOOST_TEST(memory.room() == 0U);
    BOOST_TEST(counter.allocations == 1);
    BOOST_TEST(memory.allocate<char>(1) != nullptr);
    BOOST_TEST(counter.allocations == 2);
}

BOOST_AUTO_TEST_CASE(allocations_are_aligned_and_do_not_overlap) {
    scratch memory;
    for (int round = 0; round < 100; ++round) {
        char* const c = memory.allocate<char>(1);
        double* const d = memory.allocate<double>(1);
        wide* const w = memory.allocate<wide>(1);
        std::uint16_t* const s = memory.allocate<std::uint16_t>(3);
        BOOST_TEST_REQUIRE((c && d && w && s));
        BOOST_TEST((is_aligned(d) && is_aligned(w) && is_aligned(s)));
        BOOST_TEST((are_apart(c, 1, d, 1) && are_apart(d, 1, w, 1) && are_apart(w, 1, s, 3)));
        std::memset(c, 1, 1);
        std::memset(static_cast<void*>(d), 1, sizeof *d);
        std::memset(static_cast<void*>(w), 1, sizeof *w);
        std::memset(s, 1, 3 * sizeof *s);
        if (round == 50) memory.clear();
    }
}

BOOST_AUTO_TEST_CASE(a_wide_type_is_aligned_at_every_position_of_a_chunk) {
    for (std::size_t before = 0; before < 130; ++before) {
        scratch memory;
        BOOST_TEST_REQUIRE(memory.allocate<char>(before) != nullptr);
        wide* const w = memory.allocate<wide>(70);  // more than the first chunk holds
        BOOST_TEST_REQUIRE(w != nullptr);
        BOOST_TEST(is_aligned(w));
        std::memset(static_cast<void*>(w), 1, 70 * sizeof *w);
    }
}

BOOST_AUTO_TEST_CASE(chunks_double_and_the_first_with_its_header_is_a_page) {
    counting_source counter;
    scratch memory(counter.source());
    BOOST_TEST_REQUIRE(memory.allocate<char>(1) != nullptr);
    BOOST_TEST(counter.out.begin()->second == 4096U);
    const std::size_t first = memory.capacity();
    BOOST_TEST_REQUIRE(memory.allocate<char>(first) != nullptr);
    BOOST_TEST(memory.capacity() == 3 * first);
}

BOOST_AUTO_TEST_CASE(more_than_a_chunk_gets_a_chunk_of_its_own_size) {
    scratch memory;
    char* const large = memory.allocate<char>(1'000'000);
    BOOST_TEST_REQUIRE(large != nullptr);
    std::memset(large, 1, 1'000'000);
    BOOST_TEST(memory.capacity() >= 1'000'000U);
    BOOST_TEST(memory.capacity() <= 1'000'100U);
}

BOOST_AUTO_TEST_CASE(a_count_that_overflows_is_refused) {
    counting_source counter;
    scratch memory(counter.source());
    constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
    BOOST_TEST(memory.allocate<char>(most) == nullptr);
    BOOST_TEST(memory.allocate<double>(most / 8) == nullptr);
    BOOST_TEST(memory.allocate<double>(most / 8 + 1) == nullptr);
    BOOST_TEST(memory.allocate<wide>(most / 64 + 2) == nullptr);
    BOOST_TEST(counter.allocations == 0);
}

BOOST_AUTO_TEST_CASE(clear_keeps_the_memory_as_one_chunk) {
    counting_source counter;
    scratch memory(counter.source());
    for (int i = 0; i < 5; ++i) BOOST_TEST_REQUIRE(memory.allocate<char>(4000) != nullptr);
    BOOST_TEST(counter.out.size() > 1U);
    const std::size_t capacity = memory.capacity();

    memory.clear();
    BOOST_TEST(counter.out.size() == 1U);
    BOOST_TEST(memory.capacity() == capacity);

    const int warm = counter.allocations;
    char* const first = memory.allocate<char>(1);
    for (int i = 0; i < 3; ++i) {
        memory.clear();
        for (int k = 0; k < 5; ++k) BOOST_TEST_REQUIRE(memory.allocate<char>(4000) != nullptr);
    }
    BOOST_TEST(counter.allocations == warm);
    memory.clear();
    BOOST_TEST(static_cast<void*>(memory.allocate<char>(1)) == static_cast<void*>(first));
}

BOOST_AUTO_TEST_CASE(clear_without_memory_for_one_chunk_leaves_an_empty_scratch) {
    counting_source counter;
    scratch memory(counter.source());
    for (int i = 0; i < 5; ++i) BOOST_TEST_REQUIRE(memory.allocate<char>(4000) != nullptr);
    counter.allowed = counter.allocations;
    memory.clear();
    BOOST_TEST(memory.capacity() == 0U);
    BOOST_TEST(counter.out.empty());
    BOOST_TEST(memory.allocate<char>(1) == nullptr);
    counter.allowed = 1000;
    BOOST_TEST(memory.allocate<char>(1) != nullptr);
}

BOOST_AUTO_TEST_CASE(all_memory_goes_back_with_the_size_it_had) {
    counting_source counter;
    {
        scratch memory(counter.source());
        for (int i = 0; i < 50; ++i) {
            BOOST_TEST_REQUIRE(memory.allocate<wide>(static_cast<std::size_t>(i)) != nullptr);
            if (i % 20 == 19) memory.clear();
        }
    }
    BOOST_TEST(counter.out.empty());
    BOOST_TEST(!counter.was_release_wrong);
}

BOOST_AUTO_TEST_CASE(a_source_that_fails_at_any_allocation_leaves_the_rest_as_it_was) {
    for (int allowed = 0; allowed < 6; ++allowed) {
        counting_source counter;
        counter.allowed = allowed;
        scratch memory(counter.source());
        char* text = nullptr;
        std::size_t capacity = 0;
        std::size_t size = 0;
        while (size < 100'000) {
            if (size == capacity) {
                const auto [text_before, capacity_before] = std::pair{text, capacity};
                if (!memory.grow(text, size, capacity, 2 * size + 1000)) {
                    BOOST_TEST((text == text_before));
                    BOOST_TEST(capacity == capacity_before);
                    break;
                }
            }
            text[size] = static_cast<char>(size % 251);
            ++size;
        }
        bool is_kept = true;
        for (std::size_t i = 0; i < size; ++i)
            is_kept = is_kept && text[i] == static_cast<char>(i % 251);
        BOOST_TEST(is_kept);
        BOOST_TEST((size == 100'000) == (allowed > counter.allocations || size >= 100'000));
    }
}

BOOST_AUTO_TEST_CASE(the_last_allocation_grows_in_place) {
    scratch memory;
    int* numbers = nullptr;
    std::size_t capacity = 0;
    BOOST_TEST_REQUIRE(memory.grow(numbers, 0, capacity, 4));
    int* const place = numbers;
    BOOST_TEST_REQUIRE(memory.grow(numbers, 4, capacity, 100));
    BOOST_TEST(numbers == place);
    BOOST_TEST(capacity == 100U);
    // Nothing else was allocated in the room that it grew into.
    BOOST_TEST(memory.allocate<int>(1) == place + 100);
}

BOOST_AUTO_TEST_CASE(an_earlier_allocation_moves_when_it_grows) {
    scratch memory;
    int* numbers = memory.allocate<int>(2);
    std::size_t capacity = 2;
    numbers[0] = 16;
    numbers[1] = 64;
    int* const place = numbers;
    BOOST_TEST_REQUIRE(memory.allocate<int>(1) != nullptr);
    BOOST_TEST_REQUIRE(memory.grow(numbers, 2, capacity, 3));
    BOOST_TEST(numbers != place);
    BOOST_TEST(capacity == 3U);
    BOOST_TEST(numbers[0] == 16);
    BOOST_TEST(numbers[1] == 64);
}

BOOST_AUTO_TEST_CASE(growing_past_the_chunk_moves_to_the_next) {
    scratch memory;
    char* text = nullptr;
    std::size_t capacity = 0;
    BOOST_TEST_REQUIRE(memory.grow(text, 0, capacity, 10));
    std::memset(text, 'x', 10);
    const std::size_t first = memory.capacity();
    char* const place = text;
    BOOST_TEST_REQUIRE(memory.grow(text, 10, capacity, first));  // exactly full
    BOOST_TEST((text == place));
    BOOST_TEST(memory.capacity() == first);
    BOOST_TEST_REQUIRE(memory.grow(text, 10, capacity, first + 1));
    BOOST_TEST((text != place));
    BOOST_TEST(memory.capacity() == 3 * first);
    BOOST_TEST(std::string_view(text, 10) == "xxxxxxxxxx");
}

BOOST_AUTO_TEST_CASE(a_chunk_may_have_the_size_of_what_it_holds) {
    constexpr std::size_t limit = 10'000;
    scratch memory(ec2wire::heap, limit);
    BOOST_TEST(memory.allocate<char>(limit + 1) == nullptr);
    BOOST_TEST(memory.allocate<char>(limit) != nullptr);
    BOOST_TEST(memory.room() == 0U);
}

BOOST_AUTO_TEST_CASE(going_back_empties_the_last_chunk_if_it_was_added_since) {
    // So large that each chunk has its own pages, the later ones at higher or lower addresses.
    for (const std::size_t size : {std::size_t{100}, std::size_t{1'000'000}}) {
        scratch memory;
        BOOST_TEST_REQUIRE(memory.allocate<char>(size) != nullptr);
        const std::byte* const first = memory.mark();
        char* const later = memory.allocate<char>(4 * size + 8000);
        BOOST_TEST_REQUIRE(later != nullptr);
        memory.shrink(later, 4 * size + 7999, 4 * size + 8000);
        const std::byte* const second = memory.mark();
        BOOST_TEST_REQUIRE(memory.allocate<char>(1) != nullptr);
        memory.rewind(second);
        BOOST_TEST((memory.mark() == second));
        const std::size_t capacity = memory.capacity();
        memory.rewind(first);
        BOOST_TEST((memory.allocate<char>(4 * size + 8000) == later));
        BOOST_TEST(memory.capacity() == capacity);
    }
}

BOOST_AUTO_TEST_CASE(shrink_releases_the_end_of_the_last_allocation) {
    scratch memory;
    char* const text = memory.allocate<char>(100);
    memory.shrink(text, 40, 100);
    BOOST_TEST(static_cast<void*>(memory.allocate<char>(1)) == static_cast<void*>(text + 40));
    memory.shrink(text, 0, 40);  // no longer the last: stays
    BOOST_TEST(static_cast<void*>(memory.allocate<char>(1)) == static_cast<void*>(text + 41));
}

BOOST_AUTO_TEST_CASE(shrinking_nothing_in_a_new_scratch_is_nothing) {
    scratch memory;
    memory.shrink(static_cast<char*>(nullptr), 0, 0);
    BOOST_TEST(memory.capacity() == 0U);
}

BOOST_AUTO_TEST_CASE(a_fixed_scratch_of_each_size_has_that_much_and_no_more) {
    std::array<std::byte, 64> bytes{};
    for (std::size_t size = 0; size <= bytes.size(); ++size) {
        scratch memory{std::span(bytes).first(size)};
        BOOST_TEST(memory.capacity() == size);
        for (int round = 0; round < 2; ++round) {
            BOOST_TEST(memory.allocate<std::byte>(size + 1) == nullptr);
            BOOST_TEST(memory.allocate<std::byte>(size) == bytes.data());
            BOOST_TEST(memory.allocate<std::byte>(1) == nullptr);
            memory.clear();
        }
    }
}

BOOST_AUTO_TEST_CASE(a_fixed_scratch_counts_the_bytes_lost_to_alignment) {
    alignas(8) std::array<std::byte, 24> bytes{};
    for (std::size_t first = 0; first < 8; ++first) {
        scratch memory{std::span(bytes).subspan(first)};
        const std::uint64_t* const two = memory.allocate<std::uint64_t>(2);
        BOOST_TEST_REQUIRE(two != nullptr);
        BOOST_TEST(is_aligned(two));
        BOOST_TEST(memory.allocate<std::uint64_t>(1) == (first == 0 ? two + 2 : nullptr));
    }
}

BOOST_AUTO_TEST_CASE(an_alignment_past_the_end_of_a_fixed_scratch_is_out_of_memory) {
    alignas(8) std::array<std::byte, 11> bytes{};
    scratch memory(bytes);
    BOOST_TEST_REQUIRE(memory.allocate<char>(9) != nullptr);
    // Two bytes are left, and seven have to be skipped up to the next multiple of eight.
    BOOST_TEST(memory.allocate<std::uint64_t>(0) == nullptr);
    BOOST_TEST(static_cast<void*>(memory.allocate<char>(2)) == static_cast<void*>(&bytes[9]));
}

BOOST_AUTO_TEST_CASE(a_fixed_scratch_grows_to_its_last_byte) {
    std::array<std::byte, 16> bytes{};
    scratch memory(bytes);
    char* text = nullptr;
    std::size_t capacity = 0;
    for (std::size_t size = 0; size < 16; ++size)
        BOOST_TEST_REQUIRE(memory.grow(text, size, capacity, size + 1));
    BOOST_TEST(static_cast<void*>(text) == static_cast<void*>(bytes.data()));
    BOOST_TEST(!memory.grow(text, 16, capacity, 17));
    BOOST_TEST(capacity == 16U);
}

BOOST_AUTO_TEST_CASE(an_empty_span_is_a_scratch_without_room) {
    scratch memory{std::span<std::byte>{}};
    memory.clear();
    BOOST_TEST(memory.capacity() == 0U);
    BOOST_TEST(memory.allocate<char>(1) == nullptr);
}

// Every limit, with allocations of all sizes: the scratch never exceeds it, and all of it can be used.
BOOST_AUTO_TEST_CASE(the_limit_is_never_exceeded) {
    for (std::size_t limit = 0; limit < 40'000; limit += 997) {
        counting_source counted;
        scratch memory(counted.source(), limit);
        std::size_t taken = 0;
        for (std::size_t size = 1; memory.allocate<char>(size) != nullptr; size += size / 8 + 1)
            taken += size;
        while (memory.allocate<char>(1) != nullptr) ++taken;
        BOOST_TEST(memory.capacity() <= limit);
        BOOST_TEST(taken <= limit);
        BOOST_TEST((limit == 0 || taken + 1 >= limit / 2));
        BOOST_TEST(memory.allocate<char>(limit + 1) == nullptr);

        const std::size_t held = memory.capacity();
        memory.clear();
        BOOST_TEST(memory.capacity() == held);
        BOOST_TEST((limit < 2 || memory.allocate<char>(limit / 2) != nullptr));
    }
}

// Values decoded before stay, and so do the bytes that an element of a list moved to.
BOOST_AUTO_TEST_CASE(a_list_that_may_not_grow_is_left_as_it_is) {
    scratch memory(ec2wire::heap, 1000);
    std::size_t capacity = 100;
    int* list = memory.allocate<int>(capacity);
    BOOST_REQUIRE(list != nullptr);
    list[99] = 7;
    int* const before = list;
    BOOST_TEST(!memory.grow(list, 100, capacity, 1000));
    BOOST_TEST(list == before);
    BOOST_TEST(capacity == 100U);
    BOOST_TEST(list[99] == 7);
}

// AddressSanitizer reports the use of a dangling view, though the scratch still has the memory.
BOOST_AUTO_TEST_CASE(address_sanitizer_watches_memory_that_was_given_back,
                     *boost::unit_test::precondition(has_address_sanitizer())) {
    std::array<std::byte, 256> buffer{};
    counting_source counted;
    {
        scratch fixed{std::span(buffer)};
        scratch growing(counted.source());
        for (scratch* const memory : {&fixed, &growing}) {
            char* const kept = memory->allocate<char>(20);
            const std::byte* const mark = memory->mark();
            char* const rewound = memory->allocate<char>(16);
            memory->rewind(mark);
            BOOST_TEST(!is_poisoned(kept + 19));
            BOOST_TEST(is_poisoned(rewound + 8));

            char* shrunk = memory->allocate<char>(40);
            memory->shrink(shrunk, 8, 40);
            BOOST_TEST(is_poisoned(shrunk + 39));
            std::size_t capacity = 8;
            BOOST_TEST(memory->grow(shrunk, 8, capacity, 48));
            BOOST_TEST(!is_poisoned(shrunk + 47));

            memory->clear();
            BOOST_TEST(is_poisoned(kept));
            BOOST_TEST(is_poisoned(shrunk + 47));
            char* const next = memory->allocate<char>(20);
            BOOST_TEST((next == kept));
            BOOST_TEST(!is_poisoned(next + 19));
        }
        fixed.clear();
        growing.clear();
    }
    BOOST_TEST(!is_poisoned(&buffer[0]));  // the caller's again
    BOOST_TEST(counted.out.empty());
}

// AddressSanitizer poisons memory that was cleared or released until it is allocated again.
BOOST_AUTO_TEST_CASE(memory_without_a_type_can_be_written_after_clear) {
    scratch memory;
    for (int round = 0; round < 2; ++round) {
        void* first = memory.grow(nullptr, 0, 0, 4, 8, 8);
        BOOST_TEST_REQUIRE(first != nullptr);
        void* const grown = memory.grow(first, 4, 4, 16, 8, 8);
        BOOST_TEST(grown == first);
        for (int i = 0; i < 16 * 8; ++i) static_cast<std::byte*>(grown)[i] = std::byte{1};
        memory.shrink(grown, 10, 16, 8);
        void* const again = memory.grow(grown, 10, 10, 16, 8, 8);
        for (int i = 0; i < 16 * 8; ++i) static_cast<std::byte*>(again)[i] = std::byte{2};
        memory.clear();
    }
}

BOOST_AUTO_TEST_SUITE_END()
