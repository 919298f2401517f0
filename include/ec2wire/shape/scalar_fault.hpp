#ifndef EC2WIRE_SHAPE_SCALAR_FAULT_HPP
#define EC2WIRE_SHAPE_SCALAR_FAULT_HPP

#include <ec2wire/core/error.hpp>

#include <cstddef>

namespace ec2wire::detail {

// Why a text is no value of a type: errc{} if it is one.
struct scalar_fault {
    errc code{};
    std::size_t index{};  // of the first wrong character

    constexpr explicit operator bool() const noexcept { return code != errc{}; }
};

}  // namespace ec2wire::detail

#endif
