#ifndef EC2WIRE_CODEC_DECODE_JSON_VALUE_HPP
#define EC2WIRE_CODEC_DECODE_JSON_VALUE_HPP

#include <ec2wire/codec/build.hpp>
#include <ec2wire/codec/member_names.hpp>
#include <ec2wire/codec/scalar.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/json/reader.hpp>
#include <ec2wire/shape/kind.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>
#include <tuple>

namespace ec2wire::detail {

// D11. How the JSON that EC2's replies turn up in differs.

// The AWS SDKs and the AWS CLI: the names of the API reference.
//
//   {"StoppingInstances":[{"InstanceId":"i-1"}],"ResponseMetadata":{"RequestId":"59db..."}}
struct sdk_dialect {
    static constexpr bool has_wrapped_lists = false;
    constexpr std::string_view operator()(const member_info& member) const noexcept {
        // No key of the root is the request id; see sdk_envelope.
        return member.traits.request_id ? std::string_view{} : member.name;
    }
};

// CloudTrail's responseElements: the names of the wire, and lists in an object.
//
//   {"requestId":"59db...","instancesSet":{"items":[{"instanceId":"i-1"}]}}
struct cloudtrail_dialect {
    static constexpr bool has_wrapped_lists = true;
    constexpr std::string_view operator()(const member_info& member) const noexcept {
        return member.traits.request_id ? "requestId" : member.xml_name();
    }
};

template <class Dialect>
class json_decoder;

// The members of one structure, as they come.
template <class Dialect, structure T>
class json_members {
  public:
    json_members(json_decoder<Dialect>& decoder, T& target) noexcept
        : decoder_(decoder), target_(target) {}

    bool is_member(std::string_view key) noexcept {
        index_ = key.empty() ? names_.size() : find_name(names_, key, index_ + 1);
        return index_ != names_.size();
    }

    // What is no member is skipped, and still checked (D10).
    bool decode(std::string_view key, json::value value) {
        return is_member(key) ? decode_member(value) : decoder_.check(value);
    }

    // The member that is_member() found. Null is absent; anything may stand once.
    bool decode_member(json::value value) {
        return visit_field<T>(index_, [&](auto i) {
            if (is_seen_[i()]) return value.fail(errc::duplicate_member);
            is_seen_[i()] = true;
            if (value.kind() == json::value_kind::null) return value.check_word();
            return decoder_.decode_value(target_.*std::get<i()>(fields_of<T>).pointer, value);
        });
    }

  private:
    static constexpr auto& names_ = names_of<T, Dialect>;

    json_decoder<Dialect>& decoder_;
    T& target_;
    std::size_t index_ = static_cast<std::size_t>(-1);  // so that the first is expected first
    bool is_seen_[field_count<T> + 1]{};
};

// Reads values of every kind from one document. Each function returns false once the reader has
// failed.
template <class Dialect>
class json_decoder {
  public:
    explicit json_decoder(json::reader& in) noexcept : in_(in) {}

    template <class T>
    bool decode_value(T& target, json::value value) {
        if constexpr (is_maybe<T>) {
            return decode_value(target.emplace(), value);
        } else if constexpr (scalar<T>) {
            return decode_scalar(target, value);
        } else if constexpr (structure<T>) {
            return decode_structure(target, value);
        } else if constexpr (nullable<T>) {
            if (value.kind() == json::value_kind::null) return value.check_word();
            auto* const inner = make_value(target, in_.memory());
            return inner != nullptr ? decode_value(*inner, value) : value.fail(errc::out_of_memory);
        } else {
            static_assert(!map_like<T>, "maps are decoded by a later version");
            if constexpr (Dialect::has_wrapped_lists) {
                return decode_wrapped_list(target, value);
            } else {
                return decode_list(target, value);
            }
        }
    }

    // Passes a value that no member takes.
    bool check(json::value value) { return value.check(max_depth - depth_); }

  private:
    // One more level is open, until leave().
    bool enter(json::value value, json::value_kind kind) {
        if (!is_kind(value, kind)) return false;
        if (depth_ == max_depth) return value.fail(errc::too_deep);
        ++depth_;
        return true;
    }
    void leave() noexcept { --depth_; }

    template <structure T>
    bool decode_structure(T& target, json::value value) {
        if (!enter(value, json::value_kind::object)) return false;
        json_members<Dialect, T> decoded(*this, target);
        const bool is_good = value.for_each_member(
            [&](std::string_view key, json::value member) { return decoded.decode(key, member); });
        leave();
        return is_good;
    }

    template <list_like T>
    bool decode_list(T& target, json::value value) {
        if (!enter(value, json::value_kind::array)) return false;
        const bool is_good = value.for_each_element([&](json::value element) {
            auto* const item = append(target, in_.memory());
            return item != nullptr ? decode_value(*item, element)
                                   : element.fail(errc::out_of_memory);
        });
        leave();
        finish(target, in_.memory());
        return is_good;
    }

    //   {"items":[...]}
    template <list_like T>
    bool decode_wrapped_list(T& target, json::value value) {
        if (!enter(value, json::value_kind::object)) return false;
        bool is_seen = false;
        const bool is_good = value.for_each_member([&](std::string_view key, json::value member) {
            if (key != "items") return check(member);
            if (is_seen) return member.fail(errc::duplicate_member);
            is_seen = true;
            if (member.kind() == json::value_kind::null) return member.check_word();
            return decode_list(target, member);
        });
        leave();
        return is_good;
    }

    template <scalar T>
    bool decode_scalar(T& target, json::value value) {
        using enum json::value_kind;
        if constexpr (wire_scalar<T>) {
            typename T::wire_type wire{};
            if (!decode_scalar(wire, value)) return false;
            target = T(wire);
            return true;
        } else if constexpr (std::same_as<T, bool>) {
            return is_kind(value, boolean) && value.check_word() && set(target, value);
        } else if constexpr (integer<T>) {
            return is_kind(value, number) && value.check_number() && set(target, value);
        } else if constexpr (std::floating_point<T> || std::same_as<T, timestamp>) {
            if (value.kind() == number) return value.check_number() && set(target, value);
            return is_kind(value, string) && set_text(target, value);
        } else {
            return is_kind(value, string) && set_text(target, value);
        }
    }

    // From a number or a word, as it is spelled.
    template <scalar T>
    bool set(T& target, json::value value) {
        const scalar_fault fault = read_scalar(target, value.token(), in_.memory());
        return !fault || value.fail(fault.code, fault.index);
    }

    // From a string.
    template <scalar T>
    bool set_text(T& target, json::value value) {
        std::string_view text;
        if (!value.take_text(text)) return false;
        if constexpr (std::floating_point<T>) {
            // The three names of what JSON has no number for.
            if (text != "NaN" && text != "Infinity" && text != "-Infinity")
                return value.fail(errc::wrong_type);
        }
        const scalar_fault fault = read_scalar(target, text, in_.memory());
        const bool is_verbatim = text.data() == value.begin() + 1;
        return !fault || value.fail(fault.code, is_verbatim ? fault.index + 1 : 0);
    }

    static bool is_kind(json::value value, json::value_kind kind) noexcept {
        if (value.kind() == kind) return true;
        return value.kind() == json::value_kind::none ? value.fail(errc::bad_json)
                                                      : value.fail(errc::wrong_type);
    }

    json::reader& in_;
    std::size_t depth_ = 1;  // how many levels are open: the document itself
};

}  // namespace ec2wire::detail

#endif
