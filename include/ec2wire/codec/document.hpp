#ifndef EC2WIRE_CODEC_DOCUMENT_HPP
#define EC2WIRE_CODEC_DOCUMENT_HPP

#include <ec2wire/codec/to_owned.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/storage.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ec2wire::detail {

// P1. What stands between the tags of a reply's root, as a structure like any other: in ec2Query the
// answer itself; in awsQuery the answer one level deeper, with the id of the request beside it.
//
//   <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
//     <GetCallerIdentityResult><Arn>...</Arn></GetCallerIdentityResult>
//     <ResponseMetadata><RequestId>59dbff89-...</RequestId></ResponseMetadata>
//   </GetCallerIdentityResponse>

template <class Protocol>
inline constexpr bool has_result = !std::string_view(Protocol::result_suffix).empty();

template <message_shape T>
inline constexpr auto result_name = [] {
    constexpr std::string_view operation = T::operation;
    constexpr std::string_view suffix = T::service::protocol::result_suffix;
    std::array<char, operation.size() + suffix.size()> name{};
    std::size_t i = 0;
    for (const std::string_view part : {operation, suffix})
        for (const char c : part) name[i++] = c;
    return name;
}();

struct response_metadata {
    std::optional<std::string_view> request_id{};

    static constexpr auto fields() {
        return std::tuple{field{"RequestId", &response_metadata::request_id}};
    }
};

template <message_shape T>
struct result_document {
    maybe<T> result{};
    maybe<response_metadata> metadata{};

    static constexpr auto fields() {
        using self = result_document;
        constexpr auto& name = result_name<T>;
        return std::tuple{field{std::string_view(name.data(), name.size()), &self::result},
                          field{"ResponseMetadata", &self::metadata}};
    }
};

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

// Takes the answer out of its document.
template <message_shape T>
constexpr void take_answer(T& answer, result_document<T>& document) {
    answer = std::move(document.result.contained());
    set_request_id(answer, document.metadata.request_id);
}

}  // namespace ec2wire::detail

#endif
