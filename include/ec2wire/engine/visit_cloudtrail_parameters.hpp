#ifndef EC2WIRE_ENGINE_VISIT_CLOUDTRAIL_PARAMETERS_HPP
#define EC2WIRE_ENGINE_VISIT_CLOUDTRAIL_PARAMETERS_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/decode_cloudtrail_record.hpp>
#include <ec2wire/engine/json_scalar.hpp>
#include <ec2wire/json/parser.hpp>
#include <ec2wire/json/strict_reader.hpp>

#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace ec2wire::detail {

// Passes a pair to the caller's visitor; false ends the visit.
struct pair_visit {
    void* context{};
    bool (*show)(void* context, std::string_view name, std::string_view value){};
};

// A shape without members.
struct no_shape {
    static constexpr auto fields() { return field_list{}; }
};

// C8. Visits the scalars in requestParameters, each with its path.
//
//   {"instancesSet":{"items":[{"instanceId":"i-1"}]}}    instancesSet.items.1.instanceId   i-1
class cloudtrail_parameters : cloudtrail_record {
  public:
    cloudtrail_parameters(json::strict_reader& in, const json_target& target,
                          const pair_visit& visit) noexcept
        : cloudtrail_record(in, target), visit_(visit) {}

    // Returns the number of pairs.
    std::size_t decode() {
        decode_event({}, [this](std::string_view key, cursor at) {
            return is_omission(key, at) ? fail_omitted() : decode_below(key, at);
        });
        return count_;
    }

  private:
    static constexpr std::size_t max_name = 1024;
    static constexpr std::size_t max_levels = 32;

    // Visits the value of a key or an index, whose name is appended to the path.
    cursor decode_below(std::string_view key, cursor at) {
        const std::size_t size = size_;
        if (key.size() + 1 > max_name - size) return in_.fail(at, errc::too_large);
        if (++levels_ > max_levels) return in_.fail(at, errc::too_deep);
        if (size_ != 0) name_[size_++] = '.';
        if (!key.empty()) std::memcpy(name_.data() + size_, key.data(), key.size());
        size_ += key.size();
        at = decode_value(at);
        size_ = size;
        --levels_;
        return at;
    }

    cursor decode_value(cursor at) {
        switch (in_.first(at)) {
            case '{':
                return decode_object(at, [this](std::string_view key, cursor value) {
                    return decode_below(key, value);
                });
            case '[': return decode_array(at);
            case 'n': return skip(at);
            default: return show(at);
        }
    }

    cursor decode_array(cursor at) {
        unsigned index = 0;
        for (bool is_at_item = in_.enter_array(at); is_at_item; is_at_item = in_.next_element(at)) {
            at = decode_below(integer_text(++index).view(), at);
            if (at == nullptr) return at;
        }
        return at;
    }

    cursor show(cursor at) {
        json_scalar scalar;
        const cursor after = decoder_.take_scalar(at, scalar);
        if (after == nullptr) return after;
        ++count_;
        return visit_.show(visit_.context, {name_.data(), size_}, scalar.text)
                   ? after
                   : in_.fail(at, errc::stopped_by_visitor);
    }

    const pair_visit& visit_;
    std::size_t count_ = 0;
    std::size_t size_ = 0;
    std::size_t levels_ = 0;
    std::array<char, max_name> name_{};
};

}  // namespace ec2wire::detail

#endif
