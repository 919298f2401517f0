#ifndef EC2WIRE_ENGINE_DECODE_CLOUDTRAIL_RECORD_HPP
#define EC2WIRE_ENGINE_DECODE_CLOUDTRAIL_RECORD_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/engine/json_dialect.hpp>
#include <ec2wire/engine/json_root.hpp>
#include <ec2wire/engine/json_target.hpp>
#include <ec2wire/json/strict_reader.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

namespace ec2wire::detail {

// Finds the requestParameters of a CloudTrail record, or of an EventBridge event with the record inside.
//
//   {"eventName":"StopInstances","requestParameters":{"instancesSet":{...},"force":false},...}
//                                                    ---------------------------------
class cloudtrail_record : protected json_root<json::strict_reader> {
  protected:
    static constexpr std::size_t max_record_levels = 64;

    cloudtrail_record(json::strict_reader& in, const json_target& target) noexcept
        : json_root(in, target, json_dialect::cloudtrail_request) {}

    // Reads the document: decode(key, cursor) decodes the value of each key of requestParameters. `operation`
    // is the required eventName, empty for any. Fails if there are no parameters.
    template <class Decode>
    void decode_event(std::string_view operation, Decode decode) {
        decode_document([&](std::string_view key, cursor at) {
            const bool is_detail = key == "detail" && in_.first(at) == '{';
            if (!is_detail) return decode_in_record(operation, key, at, decode);
            if (std::exchange(has_detail_, true)) return in_.fail(at, errc::duplicate_member);
            return decode_object(at, [&](std::string_view inner, cursor value) {
                return decode_in_record(operation, inner, value, decode);
            });
        });
        if (in_.has_failed()) return;
        if (!is_found_) return void(in_.fail(errc::no_request, offset_));
        if (!operation.empty() && !has_name_) in_.fail(errc::wrong_root, offset_);
    }

    // Decodes an object as json_root does. The limit bounds the stack that parameters take, which are decoded
    // recursively.
    template <class Decode>
    cursor decode_object(cursor at, Decode decode) {
        if (in_.depth() >= max_record_levels) return in_.fail(at, errc::too_deep);
        return json_root::decode_object(at, decode);
    }

    // Whether the value at the cursor is an object or an array.
    bool is_container(cursor at) const noexcept {
        return in_.first(at) == '{' || in_.first(at) == '[';
    }

    // Returns the offset of requestParameters.
    std::size_t parameters_offset() const noexcept { return offset_; }

    // C5 (incomplete records). {"omitted":true,"originalSize":110000,"reason":"requestParameters too large"}
    bool is_omission(std::string_view key, cursor at) const noexcept {
        return key == "omitted" && in_.first(at) == 't';
    }
    cursor fail_omitted() noexcept { return in_.fail(errc::no_request, offset_); }

  private:
    template <class Decode>
    cursor decode_in_record(std::string_view operation, std::string_view key, cursor at,
                            Decode& decode) {
        if (key == "eventName" && !operation.empty()) return check_name(operation, at);
        if (key != "requestParameters") return skip(at);
        if (std::exchange(has_key_, true)) return in_.fail(at, errc::duplicate_member);
        offset_ = in_.offset(at);
        if (in_.first(at) == '"') return check_mask(at);
        is_found_ = in_.first(at) == '{' || (!operation.empty() && !has_members());
        if (in_.first(at) == 'n') return skip(at);
        return in_.first(at) == '{' ? decode_object(at, decode) : decoder_.fail_type(at);
    }

    cursor check_name(std::string_view operation, cursor at) {
        std::string_view name;
        if (in_.first(at) != '"') return skip(at);
        if (std::exchange(has_name_, true)) return in_.fail(at, errc::duplicate_member);
        const cursor after = in_.take_text(at, name);
        return after == nullptr || name == operation ? after : in_.fail(at, errc::wrong_root);
    }

    cursor check_mask(cursor at) {
        std::string_view text;
        const cursor after = in_.take_text(at, text);
        if (after == nullptr) return after;
        return is_mask(text, decoder_.dialect()) ? fail_omitted() : decoder_.fail_type(at);
    }

    std::size_t offset_ = 0;
    bool is_found_ = false;
    bool has_key_ = false;
    bool has_name_ = false;
    bool has_detail_ = false;
};

}  // namespace ec2wire::detail

#endif
