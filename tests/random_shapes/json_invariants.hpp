#ifndef EC2WIRE_TESTS_RANDOM_SHAPES_JSON_INVARIANTS_HPP
#define EC2WIRE_TESTS_RANDOM_SHAPES_JSON_INVARIANTS_HPP

#include <ec2wire/codec/decode_json.hpp>
#include <ec2wire/codec/encode_json.hpp>

#include "codec/cloudtrail_writer.hpp"
#include "random_shapes/failure.hpp"
#include "random_shapes/invariants.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace ec2wire::tests {

// The invariants of JSON, for the same shapes as `invariants`.
class json_invariants {
  public:
    json_invariants(const subject& source, const subject& views) : source_(source), views_(views) {}

    void check(decisions& decide) {
        values_.clear();
        source_.reset(source_.object);
        random_value(decide, values_, scalar_range::whole)
            .fill(source_.structure(), source_.object);
        const std::string value = source_.text();
        const auto json = detail::encode_json(source_.structure(), source_.object);
        require(json.has_value(), "what is a reply is written as JSON", value);
        for (const subject* each : {&views_, &source_}) {
            const std::string got = decoded<detail::json_sdk_reply>(*each, *json);
            // An object none of whose keys is known is not a reply (D8: results are never confused).
            const bool is_reply = *json != "{}";
            if (is_reply) require_equal(got, value, "decode_json(encode_json(x)) is x", *json);
        }
        for (int i = 0; i < 8; ++i) decoded<detail::json_sdk_reply>(views_, changed(*json, decide));
        check_recorded(decide);
    }

  private:
    // Each form in which CloudTrail may have recorded a reply decodes to that reply, in both readers.
    void check_recorded(decisions& decide) {
        values_.clear();
        source_.reset(source_.object);
        random_value(decide, values_).fill(source_.structure(), source_.object);
        const std::string value = source_.text();
        const std::string recorded =
            cloudtrail_writer(*source_.message, decide).print(source_.object);
        require_equal(decoded<detail::json_cloudtrail_reply>(views_, recorded), value,
                      "what CloudTrail recorded is read", recorded);
        for (int i = 0; i < 4; ++i)
            decoded<detail::json_cloudtrail_reply>(views_, changed(recorded, decide));
    }

    // A reply that is valid without notes decodes to the same with them (D10a: tolerance with notes).
    template <template <class> class Reply>
    std::string decoded(const subject& shape, std::string_view document) {
        decode_notes notes;
        const std::string tolerant = decoded_by_both<Reply>(shape, document, &notes);
        const std::string strict = decoded_by_both<Reply>(shape, document, nullptr);
        if (strict.front() == '{')
            require_equal(tolerant.substr(0, strict.size()), strict, "notes change no reply",
                          document);
        return strict;
    }

    // Decodes with the strict reader, and compares the fast reader's result if it accepts the document.
    template <template <class> class Reply>
    std::string decoded_by_both(const subject& shape, std::string_view document,
                                decode_notes* notes) {
        const std::string padded = std::string(document) + std::string(json::padding, '}');
        const exact_bytes bytes(padded);
        const detail::json_target target{shape.object, &shape.structure(), shape.message,
                                         shape.reset, notes};
        const auto outcome = [&](const reply_error& error) {
            return shape.outcome(error) + (notes == nullptr ? "" : notes_text(*notes));
        };
        prepare(shape, notes);
        reply_error error;
        std::string fast;
        if (detail::decode_json_fast<Reply>(bytes.view().substr(0, document.size()), target,
                                            memory_, error))
            fast = outcome(error);
        prepare(shape, notes);
        error = detail::decode_json_strictly<Reply>(
            json::padded_bytes(bytes.view().data(), document.size(), padded.size()), target,
            memory_, parser_);
        const std::string strict = outcome(error);
        if (!fast.empty()) require_equal(fast, strict, "both readers of JSON agree", document);
        return strict;
    }

    void prepare(const subject& shape, decode_notes* notes) {
        shape.reset(shape.object);
        memory_.clear();
        if (notes != nullptr) notes->clear();
    }

    const subject source_;
    const subject views_;
    scratch values_{};
    scratch memory_{};
    json::parser parser_{};
};

}  // namespace ec2wire::tests

#endif
