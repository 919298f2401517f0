#ifndef EC2WIRE_TEXT_HPP
#define EC2WIRE_TEXT_HPP

// Opt-in: strings for log lines. ostream.hpp and format.hpp print the same.

#include <ec2wire/core/error.hpp>
#include <ec2wire/core/location.hpp>
#include <ec2wire/core/timestamp_text.hpp>
#include <ec2wire/ec2/instance_state.hpp>
#include <ec2wire/shape/open_enum.hpp>
#include <ec2wire/shape/reply.hpp>
#include <ec2wire/shape/service_error.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace ec2wire {

namespace detail {

inline std::string at_byte(std::size_t offset) { return " at byte " + std::to_string(offset); }

// Returns an error on one line: its code, the member, the position, and the sentence of the code.
template <class Error>
std::string error_text(const Error& error, std::string_view member, const std::string& position) {
    std::string text(to_string(error.code));
    if (!member.empty()) (text += " in ") += member;
    return ((text += position) += ": ") += error.message();
}

}  // namespace detail

// "2015-01-25T08:00:00Z", or the whole seconds since 1970 for a time that has no text: see timestamp_text.
inline std::string to_string(const timestamp& value) {
    const timestamp_text date(value, timestamp_format::date_time);
    return date.view().empty() ? std::to_string(value.seconds) : std::string(date.view());
}

// "12:31": line and column.
inline std::string to_string(const location& where) {
    return std::to_string(where.line) + ':' + std::to_string(where.column);
}

// Returns the string on the wire. Valid as long as what stores it.
template <class Enum, class String>
constexpr std::string_view to_string(const open_enum<Enum, String>& value) noexcept {
    return value.text();
}

// "bad_value at byte 120: the text is not a value of the member's type"
inline std::string to_string(const decode_error& error) {
    return detail::error_text(error, {}, detail::at_byte(error.offset));
}

// bad_value in MaxResults at byte 40: the text is not a value of the member's type
inline std::string to_string(const request_error& error) {
    return detail::error_text(error, error.member, detail::at_byte(error.offset));
}

// "missing_member in InstanceIds: a required member is missing"
//
// For a wrong byte also its offset in the member's text; for a buffer that is too small the size needed.
inline std::string to_string(const encode_error& error) {
    const bool has_byte = error.code == errc::not_utf8 || error.code == errc::bad_character;
    std::string text = detail::error_text(error, error.member,
                                          has_byte ? detail::at_byte(error.offset) : std::string());
    if (error.size != 0) text += "; it takes " + std::to_string(error.size) + " bytes";
    return text;
}

// "InvalidInstanceID.NotFound: The instance ID 'i-1' does not exist (request ea966190-...)"
//
// Message and request id come from the service: use printable() before you show them in a terminal.
template <class Storage>
std::string to_string(const basic_service_error<Storage>& error) {
    std::string text(error.code);
    if (!error.message.empty()) (text += ": ") += error.message;
    if (!error.request_id.empty()) ((text += " (request ") += error.request_id) += ')';
    return text;
}

// Returns the string of the service's error, or of the decode error.
template <class Storage>
std::string to_string(const basic_reply_error<Storage>& error) {
    return error.is_service_error() ? to_string(error.service)
                                    : to_string(static_cast<const decode_error&>(error));
}

namespace detail {

// The types of ec2wire that can be printed; false for the types of others.
template <class T>
inline constexpr bool has_log_text = false;
template <>
inline constexpr bool has_log_text<errc> = true;
template <>
inline constexpr bool has_log_text<decode_error> = true;
template <>
inline constexpr bool has_log_text<encode_error> = true;
template <>
inline constexpr bool has_log_text<request_error> = true;
template <>
inline constexpr bool has_log_text<state_code> = true;
template <>
inline constexpr bool has_log_text<timestamp> = true;
template <>
inline constexpr bool has_log_text<location> = true;
template <class Enum, class String>
inline constexpr bool has_log_text<open_enum<Enum, String>> = true;
template <class Storage>
inline constexpr bool has_log_text<basic_service_error<Storage>> = true;
template <class Storage>
inline constexpr bool has_log_text<basic_reply_error<Storage>> = true;

}  // namespace detail

}  // namespace ec2wire

#endif
