#ifndef EC2WIRE_CODEC_DOCUMENT_HPP
#define EC2WIRE_CODEC_DOCUMENT_HPP

#include <ec2wire/codec/response_metadata.hpp>
#include <ec2wire/codec/to_owned.hpp>
#include <ec2wire/shape/field.hpp>

#include <optional>
#include <string_view>
#include <tuple>

namespace ec2wire::detail {

// Copies the id of the request to where the structure keeps it, unless it has one.
template <structure T>
constexpr void set_request_id(T& target, const std::optional<std::string_view>& id) {
    for_each_field<T>([&](auto i) {
        constexpr auto& field = std::get<i()>(fields_of<T>);
        if constexpr (field.info.traits.request_id) {
            auto& member = target.*field.pointer;
            if (id && !member.has_value()) copy_value(*id, member.emplace());
        }
        return true;
    });
}

}  // namespace ec2wire::detail

#endif
