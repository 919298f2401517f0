#ifndef EC2WIRE_OSTREAM_HPP
#define EC2WIRE_OSTREAM_HPP

// Opt-in: operator<< for the types that text.hpp has a to_string for.

#include <ec2wire/core/error.hpp>
#include <ec2wire/text.hpp>

#include <concepts>
#include <ostream>

namespace ec2wire {

// Writes the string that to_string() returns.
template <class T>
    requires(detail::has_log_text<T> || std::derived_from<T, decode_error>)
std::ostream& operator<<(std::ostream& out, const T& value) { return out << to_string(value); }

}  // namespace ec2wire

#endif
