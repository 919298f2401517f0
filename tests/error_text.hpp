#ifndef EC2WIRE_TESTS_ERROR_TEXT_HPP
#define EC2WIRE_TESTS_ERROR_TEXT_HPP

#include <ec2wire/core/result.hpp>

#include <string>

namespace ec2wire::tests {

// Returns a message for the error of a result, and an empty string for a value: Boost.Test makes the message
// of a check before it knows whether it fails.
template <class Value, class Error>
std::string error_text(const result<Value, Error>& answer) {
    if (answer.has_value()) return {};
    const Error& error = answer.error();
    std::string text(error.message());
    if constexpr (requires { error.member; })
        text.append(" in ").append(error.member);
    else
        text.append(" at ").append(std::to_string(error.offset));
    return text;
}

}  // namespace ec2wire::tests

#endif
