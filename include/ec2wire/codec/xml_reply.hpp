#ifndef EC2WIRE_CODEC_XML_REPLY_HPP
#define EC2WIRE_CODEC_XML_REPLY_HPP

#include <ec2wire/codec/document.hpp>
#include <ec2wire/codec/fast_reader.hpp>
#include <ec2wire/codec/member_names.hpp>
#include <ec2wire/codec/page.hpp>
#include <ec2wire/codec/printed_root.hpp>
#include <ec2wire/codec/reply.hpp>
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
// neither (D8).
template <class Protocol, prediction Prediction, class Visit>
class xml_reply {
  public:
    // What `begun` says is read of the document.
    [[gnu::noinline]] constexpr xml_reply(std::string_view bytes, scratch& memory, Visit visit,
                                          const printed_stop& begun = {})
        : bytes_(bytes), in_(bytes, memory), visit_(visit), begun_(begun) {}

    // False if there is no answer, and why() tells the reason. `answer` is empty before, or what was
    // begun.
    template <message_shape T>
    constexpr bool decode(T& answer) {
        return is_answer(T::operation) && decode_answer(answer);
    }

    [[gnu::noinline]] constexpr reply_error why() const noexcept {
        if (in_.error().code == errc::service_error) return {in_.error(), said_};
        return {not_a_page(bytes_, in_.error()), {}};
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
    // Where the root is, and what it is called without its prefix.
    [[gnu::noinline]] constexpr bool read_root(std::size_t& root, std::string_view& name) noexcept {
        if (begun_.root.place != nullptr) {
            in_.open(begun_.root.name, begun_.root.place);
        } else if (in_.next_tag() != xml::token_kind::start) {
            return false;
        }
        root = in_.offset();
        prefix_ = prefix_of(in_.name());
        name = in_.name().substr(prefix_.size());
        return true;
    }

    // P1. Whether the root is <StopInstancesResponse> for StopInstances. If not, the document is an
    // error in any case.
    [[gnu::noinline]] constexpr bool is_answer(std::string_view operation) {
        std::size_t root = 0;
        std::string_view name;
        if (!read_root(root, name)) return false;
        if (name.size() == operation.size() + Protocol::root_suffix.size() &&
            name.starts_with(operation) && name.ends_with(Protocol::root_suffix))
            return true;
        read_error(root, name);
        return false;
    }

    // E1. What it said is the service's, if it reports an error.
    [[gnu::cold]] constexpr void read_error(std::size_t root, std::string_view name) {
        error_document document;
        const bool is_entry = error_document::is_entry(name);
        if (error_document::is_root(name)) {
            if (!decode_document(document)) return;
            if (is_entry || document.first() != nullptr) {
                said_ = error_in(document, is_entry);
                in_.fail(errc::service_error, root);
                return;
            }
        }
        in_.fail(errc::wrong_root, root + 1);
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
        if (begun_.at.is_in_list) in_.open(begun_.list.name, begun_.list.place);
        return values().decode_document(target, begun_.at);
    }

    using decoder = xml_decoder<Protocol, Prediction, Visit>;
    constexpr decoder values() { return {in_, ahead_, prefix_, visit_}; }

    std::string_view bytes_;
    xml::reader in_;
    fast_reader ahead_{in_};
    std::string_view prefix_{};
    service_error said_{};
    [[no_unique_address]] Visit visit_;
    printed_stop begun_;
};

}  // namespace ec2wire::detail

#endif
