#ifndef EC2WIRE_CODEC_XML_REPLY_HPP
#define EC2WIRE_CODEC_XML_REPLY_HPP

#include <ec2wire/codec/document.hpp>
#include <ec2wire/codec/fast_reader.hpp>
#include <ec2wire/codec/member_names.hpp>
#include <ec2wire/codec/printed_root.hpp>
#include <ec2wire/codec/reply.hpp>
#include <ec2wire/codec/root_tag.hpp>
#include <ec2wire/codec/xml_decoder.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/service_error.hpp>
#include <ec2wire/xml/reader.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace ec2wire::detail {

// Reads one document, and tells by its root what it is: an answer, an error of the service, or
// neither (D8). A document that begins as EC2 prints it begins with the fast reader; the strict one
// takes over wherever that stops.
template <class Protocol, prediction Prediction, class Visit>
class xml_reply {
  public:
    constexpr xml_reply(std::string_view bytes, scratch& memory, Visit visit)
        : in_(bytes, memory), visit_(visit) {}

    // `answer` holds an empty value before.
    template <message_shape T>
    constexpr void decode(reply<T>& answer) {
        if constexpr (Prediction == prediction::on)
            if (!std::is_constant_evaluated() && decode_printed(answer)) return;
        std::size_t root = 0;
        std::string_view name;
        if (!read_root(root, name)) return fail(answer);
        if (is_root<T>(name)) {
            if (!decode_answer(*answer)) fail(answer);
        } else if (error_document::is_root(name)) {
            answer = unexpected(read_error(root, error_document::is_entry(name)));
        } else {
            in_.fail(errc::wrong_root, root + 1);
            fail(answer);
        }
    }

    // E1. The first error of a document that reports errors, as the service describes it.
    template <structure T>
    constexpr result<T, decode_error> decode_error_entry() {
        using document = basic_error_document<T>;
        result<T, decode_error> entry(std::in_place);
        std::size_t root = 0;
        std::string_view name;
        document errors;
        if (!read_root(root, name)) return unexpected(in_.error());
        const bool is_entry = document::is_entry(name);
        if (!document::is_root(name)) in_.fail(errc::wrong_root, root + 1);
        if (!(is_entry ? decode_document(*entry) : decode_document(errors)))
            return unexpected(in_.error());
        if (is_entry) return entry;
        if (errors.first() == nullptr) return unexpected(decode_error{errc::wrong_root, root + 1});
        *entry = *errors.first();
        return entry;
    }

  private:
    // A document that begins as EC2 prints it; or nothing is read, and the answer is false.
    template <message_shape T>
    bool decode_printed(reply<T>& answer) {
        const char* const root = find_printed_root(in_.rest());
        if (!pass_root_tag<T>(in_, root)) {
            if (!pass_error_tag(in_, root)) return false;
            answer = unexpected(read_printed_error());
            return true;
        }
        if constexpr (decoder::template runs_ahead<T> && !has_result<Protocol> &&
                      has_root_skeleton<T>()) {
            fast_reader::stop stop{};
            const char* const inside = in_.rest().data();
            if (pass_printed_root<Protocol>(*answer, in_, ahead_, stop)) return true;
            ahead_.begin(inside);
            if (!values().decode_document(*answer, stop)) fail(answer);
        } else if (!decode_answer(*answer)) {
            fail(answer);
        }
        return true;
    }

    template <message_shape T>
    [[gnu::noinline]] constexpr void fail(reply<T>& answer) const {
        answer = unexpected(reply_error{in_.error(), {}});
    }

    // Where the root is, and what it is called without its prefix.
    [[gnu::noinline]] constexpr bool read_root(std::size_t& root, std::string_view& name) noexcept {
        if (in_.next_tag() != xml::token_kind::start) return false;
        root = in_.offset();
        prefix_ = prefix_of(in_.name());
        name = in_.name().substr(prefix_.size());
        return true;
    }

    // P1. <StopInstancesResponse> for StopInstances.
    template <message_shape T>
    static constexpr bool is_root(std::string_view name) noexcept {
        constexpr std::string_view operation = T::operation;
        return name.size() == operation.size() + Protocol::root_suffix.size() &&
               name.starts_with(operation) && name.ends_with(Protocol::root_suffix);
    }

    // E1. What a document says that reports an error, and whose root stands at `root`, or is the
    // error itself.
    [[gnu::noinline]] constexpr reply_error read_error(std::size_t root, bool is_entry) {
        error_document document;
        if (!decode_document(document)) return reply_error{in_.error(), {}};
        if (!is_entry && document.first() == nullptr)
            return reply_error{{errc::wrong_root, root + 1}, {}};
        return reply_error{{errc::service_error, root}, error_in(document, is_entry)};
    }

    // The same behind a root's start tag that EC2 prints.
    [[gnu::noinline]] reply_error read_printed_error() {
        reply_error error{{errc::service_error, in_.offset()}, {}};
        if constexpr (!has_result<Protocol>)
            if (pass_printed_error<Protocol>(error.service, in_, ahead_)) return error;
        return read_error(error.offset, false);
    }

    template <message_shape T>
    constexpr bool decode_answer(T& answer) {
        if constexpr (has_result<Protocol>) {
            result_document<T> document;
            if (!decode_document(document)) return false;
            take_answer(answer, document);
            return true;
        } else {
            return decode_document(answer);
        }
    }

    template <structure T>
    constexpr bool decode_document(T& target) {
        if (!std::is_constant_evaluated() && prefix_.empty() && !in_.is_empty_tag())
            ahead_.begin(in_.rest().data());
        return values().decode_document(target);
    }

    using decoder = xml_decoder<Protocol, Prediction, Visit>;
    constexpr decoder values() { return {in_, ahead_, prefix_, visit_}; }

    xml::reader in_;
    fast_reader ahead_{in_};
    std::string_view prefix_{};
    [[no_unique_address]] Visit visit_;
};

}  // namespace ec2wire::detail

#endif
