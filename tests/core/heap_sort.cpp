#include <ec2wire/core/heap_sort.hpp>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

using ec2wire::detail::heap_sort;

BOOST_AUTO_TEST_SUITE(core_heap_sort)

// With elements that are equal too: the digits of each number below 5^6 in base 5, and of those with fewer digits.
BOOST_AUTO_TEST_CASE(every_short_sequence_is_sorted) {
    std::size_t sequences = 1;
    for (std::size_t size = 0; size <= 6; ++size, sequences *= 5)
        for (std::size_t n = 0; n < sequences; ++n) {
            std::vector<int> digits;
            for (std::size_t rest = n; digits.size() < size; rest /= 5)
                digits.push_back(static_cast<int>(rest % 5));
            std::vector<int> sorted = digits;
            std::sort(sorted.begin(), sorted.end());
            heap_sort(digits.data(), size, std::less<>());
            BOOST_REQUIRE(digits == sorted);
        }
}

BOOST_AUTO_TEST_CASE(long_sequences_are_sorted_with_n_log_n_comparisons) {
    constexpr std::size_t size = 4096;  // 2^12
    for (const std::size_t step : {1U, 2U, 4095U, 1103U}) {
        std::vector<std::size_t> numbers;
        for (std::size_t i = 0; i < size; ++i) numbers.push_back(i * step % size);
        std::vector<std::size_t> sorted = numbers;
        std::sort(sorted.begin(), sorted.end());
        std::size_t comparisons = 0;
        heap_sort(numbers.data(), size, [&](std::size_t a, std::size_t b) {
            ++comparisons;
            return a < b;
        });
        BOOST_TEST((numbers == sorted));
        BOOST_TEST(comparisons <= 2 * size * 12);
    }
}

static_assert([] {
    int numbers[] = {3, 1, 2};
    heap_sort(numbers, 3, [](int a, int b) { return a < b; });
    return numbers[0] == 1 && numbers[1] == 2 && numbers[2] == 3;
}());

BOOST_AUTO_TEST_SUITE_END()
