#ifndef EC2WIRE_TESTS_QUERY_SORTED_INDICES_HPP
#define EC2WIRE_TESTS_QUERY_SORTED_INDICES_HPP

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace ec2wire::tests {

// The indices from 1 to the size, sorted by their bytes: 1, 10, 11, 12, 2, 3 ...
inline std::vector<std::string> sorted_indices(std::size_t size) {
    std::vector<std::string> indices;
    for (std::size_t i = 1; i <= size; ++i) indices.push_back(std::to_string(i));
    std::sort(indices.begin(), indices.end());
    return indices;
}

}  // namespace ec2wire::tests

#endif
