#ifndef EC2WIRE_TESTS_RANDOM_SHAPES_FAILURE_HPP
#define EC2WIRE_TESTS_RANDOM_SHAPES_FAILURE_HPP

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace ec2wire::tests {

// A broken invariant, and the document that breaks it.
struct broken_invariant : std::runtime_error {
    broken_invariant(const std::string& invariant, std::string_view bytes)
        : std::runtime_error(invariant), document(bytes) {}
    std::string document;
};

inline void require(bool holds, std::string_view invariant, std::string_view bytes) {
    if (!holds) throw broken_invariant(std::string(invariant), bytes);
}

// Shows both texts from shortly before their first difference.
inline void require_equal(std::string_view got, std::string_view wanted, std::string_view invariant,
                          std::string_view bytes) {
    if (got == wanted) return;
    std::size_t same = 0;
    while (same < got.size() && same < wanted.size() && got[same] == wanted[same]) ++same;
    const std::size_t from = same - std::min<std::size_t>(same, 60);
    throw broken_invariant(std::string(invariant) + "\n  got  ..." +
                               std::string(got.substr(from, 160)) + "\n  not  ..." +
                               std::string(wanted.substr(from, 160)),
                           bytes);
}

}  // namespace ec2wire::tests

#endif
