#ifndef EC2WIRE_TESTS_RANDOM_SHAPES_FAILURE_HPP
#define EC2WIRE_TESTS_RANDOM_SHAPES_FAILURE_HPP

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace ec2wire::tests {

// A law that is broken, and the document for which it is.
struct broken_law : std::runtime_error {
    broken_law(const std::string& law, std::string_view bytes)
        : std::runtime_error(law), document(bytes) {}
    std::string document;
};

inline void require(bool holds, std::string_view law, std::string_view bytes) {
    if (!holds) throw broken_law(std::string(law), bytes);
}

// Shows both texts from a little before the place where they differ.
inline void require_equal(std::string_view got, std::string_view wanted, std::string_view law,
                          std::string_view bytes) {
    if (got == wanted) return;
    std::size_t same = 0;
    while (same < got.size() && same < wanted.size() && got[same] == wanted[same]) ++same;
    const std::size_t from = same - std::min<std::size_t>(same, 60);
    throw broken_law(std::string(law) + "\n  got  ..." + std::string(got.substr(from, 160)) +
                         "\n  not  ..." + std::string(wanted.substr(from, 160)),
                     bytes);
}

}  // namespace ec2wire::tests

#endif
