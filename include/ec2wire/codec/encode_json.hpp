#ifndef EC2WIRE_CODEC_ENCODE_JSON_HPP
#define EC2WIRE_CODEC_ENCODE_JSON_HPP

#include <ec2wire/core/result.hpp>
#include <ec2wire/core/utf8.hpp>
#include <ec2wire/json/writer.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/scalar.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ec2wire {

namespace detail {

// Each function returns false once a value has no spelling.
class json_encoder {
  public:
    template <message_shape T>
    bool put_message(const T& message) {
        out_.begin_object();
        if (!put_members(message) || !put_metadata(message)) return false;
        out_.end_object();
        if (out_.is_too_large()) error_ = {errc::too_large, {}, 0, 0};
        return !out_.is_too_large();
    }

    const encode_error& error() const noexcept { return error_; }
    std::string take() { return std::move(out_).take(); }

  private:
    template <structure T>
    bool put_members(const T& value) {
        return for_each_field<T>([&](auto i) {
            constexpr auto& field = std::get<i()>(fields_of<T>);
            const auto& member = value.*field.pointer;
            if constexpr (field.info.traits.request_id) return true;
            if (!is_set(member)) return true;
            out_.key(field.info.name);
            return put_value(member, field.info);
        });
    }

    // The SDK keeps the id of the request apart from the members.
    template <structure T>
    bool put_metadata(const T& message) {
        return for_each_field<T>([&](auto i) {
            constexpr auto& field = std::get<i()>(fields_of<T>);
            if constexpr (field.info.traits.request_id) {
                const auto& id = message.*field.pointer;
                if (!is_set(id)) return true;
                out_.key("ResponseMetadata");
                out_.begin_object();
                out_.key(field.info.name);
                if (!put_value(id, field.info)) return false;
                out_.end_object();
            }
            return true;
        });
    }

    // What may be absent says so itself; the rest is there unless it is an empty list.
    template <class T>
    static bool is_set(const T& member) {
        if constexpr (std::is_pointer_v<T>) {
            return member != nullptr;
        } else if constexpr (requires { member.has_value(); }) {
            return member.has_value();
        } else if constexpr (list_like<T> && !blob_like<T>) {
            return member.size() != 0;
        } else {
            return true;
        }
    }

    template <class T>
    bool put_value(const T& value, const member_info& member) {
        if constexpr (nullable<T> || is_maybe<T>) {
            if (value.has_value()) return put_value(contained_of(value), member);
            out_.token("null");  // an element: members that are not set have been left out
            return true;
        } else if constexpr (scalar<T>) {
            return put_scalar(value, member);
        } else if constexpr (structure<T>) {
            if (union_shape<T> && count_set(value) > 1) return fail(errc::bad_value, member, 0);
            out_.begin_object();
            if (!put_members(value)) return false;
            out_.end_object();
            return true;
        } else if constexpr (map_like<T>) {
            out_.begin_object();
            for (const auto& [key, held] : value)
                if (!put_key(std::string_view(key), member) || !put_value(held, member))
                    return false;
            out_.end_object();
            return true;
        } else {
            out_.begin_array();
            for (const element_of<T>& element : value)
                if (!put_value(element, member)) return false;
            out_.end_array();
            return true;
        }
    }

    template <class T>
    static const auto& contained_of(const T& value) {
        if constexpr (is_maybe<T>) {
            return value.contained();
        } else {
            return *value;
        }
    }

    template <structure T>
    static std::size_t count_set(const T& value) {
        std::size_t count = 0;
        for_each_field<T>([&](auto i) {
            if (is_set(value.*std::get<i()>(fields_of<T>).pointer)) ++count;
            return true;
        });
        return count;
    }

    // The keys of a map are data, as they come: no two of them are compared.
    bool put_key(std::string_view key, const member_info& member) {
        if (const std::size_t bad = find_bad_utf8(key); bad != key.size())
            return fail(errc::not_utf8, member, bad);
        out_.key(key);
        return true;
    }

    template <scalar T>
    bool put_scalar(const T& value, const member_info& member) {
        if constexpr (wire_scalar<T>) {
            return put_scalar(value.wire(), member);
        } else if constexpr (number_enum<T>) {
            return put_scalar(static_cast<std::underlying_type_t<T>>(value), member);
        } else if constexpr (std::same_as<T, bool> || integer<T>) {
            return write_scalar(value, timestamp_format{},
                                [&](std::string_view t) { out_.token(t); });
        } else if constexpr (std::floating_point<T>) {
            // JSON has no numbers for NaN and the infinities: their names, as strings.
            const floating_text text(value);
            text.is_finite() ? out_.token(text.view()) : out_.string(text.view());
            return true;
        } else {
            if constexpr (string_like<T>) {
                const std::string_view text(value);
                if (const std::size_t bad = find_bad_utf8(text); bad != text.size())
                    return fail(errc::not_utf8, member, bad);
            }
            out_.begin_string();
            // A timestamp is a date-time here, whatever its format on the wire.
            const bool is_good =
                write_scalar(value, timestamp_format::date_time,
                             [&](std::string_view text) { out_.string_part(text); });
            out_.end_string();
            return is_good || fail(errc::bad_value, member, 0);
        }
    }

    bool fail(errc code, const member_info& member, std::size_t offset) noexcept {
        error_ = {code, member.name, offset, 0};
        return false;
    }

    json::writer out_{};
    encode_error error_{};
};

}  // namespace detail

// A reply as the AWS SDK's JSON, with the names of the API reference and the request id where boto3
// puts it, without white space.
//
//     {"StoppingInstances":[{"InstanceId":"i-1234567890abcdef0","CurrentState":{"Code":64,
//     "Name":"stopping"},...}],"ResponseMetadata":{"RequestId":"59dbff89-..."}}
//
// What is absent is left out; a present empty list is [], a map an object. Timestamps are date-time
// strings, blobs are base64. The error is not_utf8, or bad_value for a timestamp that has no spelling
// and for a union of more than one member; only what you built yourself can have one of these. It is
// too_large if the JSON takes more than max_text_size bytes.
template <message_shape T>
result<std::string, encode_error> encode_json(const T& message) {
    detail::json_encoder encoder;
    if (!encoder.put_message(message)) return unexpected(encoder.error());
    return encoder.take();
}

}  // namespace ec2wire

#endif
