#ifndef EC2WIRE_CODEC_JSON_SDK_REPLY_HPP
#define EC2WIRE_CODEC_JSON_SDK_REPLY_HPP

#include <ec2wire/codec/json_root.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/service_error.hpp>

#include <optional>
#include <string_view>
#include <tuple>

namespace ec2wire::detail {

struct sdk_metadata {
    std::optional<std::string_view> request_id{};

    static constexpr auto fields() {
        return std::tuple{field{"RequestId", &sdk_metadata::request_id}};
    }
};

// The objects that the SDK puts beside the members. boto3 raises a ClientError with an Error.
//
//   {"Error":{"Code":"UnauthorizedOperation","Message":"..."},"ResponseMetadata":{"RequestId":...}}
struct sdk_envelope {
    std::optional<error_entry> error{};
    std::optional<sdk_metadata> metadata{};

    static constexpr auto fields() {
        return std::tuple{field{"Error", &sdk_envelope::error},
                          field{"ResponseMetadata", &sdk_envelope::metadata}};
    }
};

// Decodes a reply as the SDK prints it, or any other structure by the names of its members.
template <class Reader>
class json_sdk_reply : json_root<Reader> {
    using root = json_root<Reader>;
    using typename root::cursor;

  public:
    json_sdk_reply(Reader& in, const json_target& target) noexcept
        : root(in, target, json_dialect::sdk) {}

    // The code of the result is errc::service_error for an error of the service, and none for an
    // answer. It has no meaning if the reader has failed.
    reply_error decode() {
        this->decode_document([this](std::string_view key, cursor at) {
            const bool is_around = this->target_.message != nullptr &&
                                   this->has_member(around_, key, json_dialect::sdk);
            return this->decode_member(is_around ? around_ : this->members_, key, at);
        });
        const auto request_id = envelope_.metadata.value_or(sdk_metadata{}).request_id;
        if (envelope_.error)
            return make_service_error(envelope_.error->code, envelope_.error->message, request_id);
        if (!this->in_.has_failed()) this->set_request_id(request_id);
        return {};
    }

  private:
    sdk_envelope envelope_{};
    json_level around_ = json_level_of(&envelope_, structure_of<sdk_envelope>::schema);
};

}  // namespace ec2wire::detail

#endif
