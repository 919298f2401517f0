#ifndef EC2WIRE_SYSTEM_ERROR_HPP
#define EC2WIRE_SYSTEM_ERROR_HPP

// Opt-in: errc as a std::error_code, for programs that report all their errors as such.
//
//     if (!reply) return std::error_code(reply.error().code);
//
// A std::error_code has no room for the offset, the member and the service's error: keep these if they
// matter.

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>

#include <string>
#include <system_error>

template <>
struct std::is_error_code_enum<ec2wire::errc> : std::true_type {};

namespace ec2wire {

namespace detail {

// A template, so that its virtual table needs no translation unit of its own.
template <class Code>
class error_category_of final : public std::error_category {
  public:
    const char* name() const noexcept override { return "ec2wire"; }

    std::string message(int code) const override {
        return std::string(ec2wire::message(static_cast<Code>(code)));
    }

    // The two codes that have an equivalent in the standard library.
    std::error_condition default_error_condition(int code) const noexcept override {
        if (static_cast<Code>(code) == Code::out_of_memory) return std::errc::not_enough_memory;
        if (static_cast<Code>(code) == Code::buffer_too_small) return std::errc::no_buffer_space;
        return {code, *this};
    }
};

}  // namespace detail

// The category of every errc, named "ec2wire". Two of them are also equal to a std::errc: not_enough_memory
// and no_buffer_space.
inline const std::error_category& error_category() noexcept {
    EC2WIRE_NO_DESTROY static const detail::error_category_of<errc> category;
    return category;
}

// Called by the standard library when an errc is converted to a std::error_code.
inline std::error_code make_error_code(errc code) noexcept {
    return {static_cast<int>(code), error_category()};
}

}  // namespace ec2wire

#endif
