#ifndef EC2WIRE_CORE_HEAP_SORT_HPP
#define EC2WIRE_CORE_HEAP_SORT_HPP

#include <cstddef>
#include <utility>

namespace ec2wire::detail {

template <class T, class IsLess>
constexpr void sift_down(T* first, std::size_t root, std::size_t size, IsLess is_less) noexcept {
    for (std::size_t child = 2 * root + 1; child < size; child = 2 * root + 1) {
        if (child + 1 < size && is_less(first[child], first[child + 1])) ++child;
        if (!is_less(first[root], first[child])) return;
        std::swap(first[root], first[child]);
        root = child;
    }
}

// Sorts in n log n for any input, in place, and without the cost of including <algorithm>.
template <class T, class IsLess>
constexpr void heap_sort(T* first, std::size_t size, IsLess is_less) noexcept {
    for (std::size_t i = size / 2; i > 0;) sift_down(first, --i, size, is_less);
    for (std::size_t last = size; last > 1;) {
        std::swap(first[0], first[--last]);
        sift_down(first, 0, last, is_less);
    }
}

}  // namespace ec2wire::detail

#endif
