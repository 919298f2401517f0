#ifndef EC2WIRE_CODEC_ENCODE_HPP
#define EC2WIRE_CODEC_ENCODE_HPP

#include <ec2wire/codec/member_order.hpp>
#include <ec2wire/codec/scalar.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/core/utf8.hpp>
#include <ec2wire/query/writer.hpp>
#include <ec2wire/shape/kind.hpp>

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ec2wire {

namespace detail {

// Walks a request in the byte order of its keys. The first walk, with a measurer, finds everything
// that can be wrong; the second, with a writer, cannot fail. Each function returns false once
// something is.
template <class Protocol, class Sink>
class query_encoder {
  public:
    constexpr explicit query_encoder(Sink sink) noexcept : sink_(sink) {}

    constexpr const Sink& sink() const noexcept { return sink_; }
    constexpr const encode_error& error() const noexcept { return error_; }

    template <structure T>
    constexpr bool put_structure(const T& value, const query::key* parent) {
        return [&]<std::size_t... Place>(std::index_sequence<Place...>) {
            return (put_place<Place>(value, parent) && ...);
        }
        (std::make_index_sequence<member_order<Protocol, T>.size()>{});
    }

  private:
    template <std::size_t Place, structure T>
    constexpr bool put_place(const T& value, const query::key* parent) {
        constexpr auto& entry = member_order<Protocol, T>[Place];
        constexpr auto& begin = pair_begin<Protocol, T, Place>;
        static_assert(entry.index != clash_index, "two members have the same key");
        if constexpr (entry.index == action_index) {
            begin_pair(sink_, parent, begin);
            sink_.put_escaped(T::operation);
            return true;
        } else if constexpr (entry.index == version_index) {
            begin_pair(sink_, parent, begin);
            sink_.put_escaped(T::service::version);
            return true;
        } else {
            constexpr auto& field = std::get<entry.index>(fields_of<T>);
            const auto& member = value.*field.pointer;
            if constexpr (Sink::is_measuring && field.info.traits.required)
                if (is_unset(member)) return fail(errc::missing_member, field.info, 0);
            return put_member(member, parent, begin, field.info);
        }
    }

    // A member that is not set, or a list without an element: ec2Query has no spelling for either.
    template <class T>
    static constexpr bool is_unset(const T& member) {
        if constexpr (std::is_pointer_v<T>) {
            return member == nullptr;
        } else if constexpr (list_like<T> && !blob_like<T>) {
            return member.size() == 0;
        } else if constexpr (is_maybe<T>) {
            return !member.has_value();
        } else if constexpr (nullable<T>) {
            return !member.has_value() || is_unset(*member);
        } else {
            return false;
        }
    }

    // R5. What is not set leaves nothing; false and the empty text are values like others.
    template <class T, class Begin>
    constexpr bool put_member(const T& value, const query::key* parent, const Begin& begin,
                              const member_info& member) {
        if constexpr (std::is_pointer_v<T> && string_like<T>) {
            return value == nullptr || put_member(std::string_view(value), parent, begin, member);
        } else if constexpr (scalar<T>) {
            begin_pair(sink_, parent, begin);
            return put_scalar(value, member);
        } else if constexpr (structure<T>) {
            const query::key key = key_of(parent, begin);
            return put_structure(value, &key);
        } else if constexpr (nullable<T>) {
            return !value.has_value() || put_member(*value, parent, begin, member);
        } else {
            static_assert(list_like<T>,
                          "ec2wire: a member is a scalar, a string, a structure with "
                          "fields(), a list with an index, or a std::optional of these");
            static_assert(!map_like<T>, "ec2wire: ec2Query has no maps");
            return put_list(value, parent, begin, member);
        }
    }

    // The key that a pair's beginning is the beginning of. An element has no segment of its own below
    // its index.
    template <class Begin>
    static constexpr query::key key_of(const query::key* parent, const Begin& begin) noexcept {
        if (begin.size() == 2) return *parent;
        return {parent, {begin.data() + 1, begin.size() - 2}};
    }

    template <scalar T>
    constexpr bool put_scalar(const T& value, const member_info& member) {
        if constexpr (Sink::is_measuring && string_like<T>) {
            const std::string_view text(value);
            // What needs no escape is ASCII.
            const std::size_t bad = sink_.put_escaped(text) ? text.size() : find_bad_utf8(text);
            return bad == text.size() || fail(errc::not_utf8, member, bad);
        } else {
            return write_scalar(value, member.traits,
                                [&](std::string_view text) { sink_.put_escaped(text); }) ||
                   fail(errc::bad_value, member, 0);
        }
    }

    // What is there in any case.
    template <class T>
    static constexpr bool is_plain_element = scalar<T> && !std::is_pointer_v<T>;

    // R3. Flattened, counted from 1, in byte order: InstanceId.1, InstanceId.10, InstanceId.2. No
    // elements, no keys.
    template <list_like T, class Begin>
    constexpr bool put_list(const T& list, const query::key* parent, const Begin& begin,
                            const member_info& member) {
        if constexpr (is_plain_element<element_of<T>> && Sink::is_measuring) {
            sink_.put_list_keys(list.size(), parent, begin);
            for (const auto& element : list)
                if (!put_scalar(element, member)) return false;
        } else {
            const std::size_t size = list.size();
            std::size_t index = 1;
            for (std::size_t done = 0; done < size; ++done) {
                if (!put_item(list[index - 1], index, parent, begin, member)) return false;
                index = query::next_in_byte_order(index, size);
            }
        }
        return true;
    }

    template <class T, class Begin>
    constexpr bool put_item(const T& element, std::size_t index, const query::key* parent,
                            const Begin& begin, const member_info& member) {
        if constexpr (is_plain_element<T>) {
            begin_pair(sink_, parent, begin);
            sink_.put_index(index);
            sink_.template put_fixed<1>("=");
            return put_scalar(element, member);
        } else {
            constexpr char last = is_path<T> ? '.' : '=';
            const query::key above = key_of(parent, begin);
            const integer_text digits(index);
            const query::key key{&above, digits.view()};
            const Sink before = sink_;
            if (!put_member(element, &key, std::array{'&', last}, member)) return false;
            // An element that leaves nothing would leave a gap in the indices.
            if constexpr (Sink::is_measuring)
                if (sink_.size() == before.size()) return fail(errc::missing_member, member, 0);
            return true;
        }
    }

    constexpr bool fail(errc code, const member_info& member, std::size_t offset) noexcept {
        error_ = {code, member.name, offset, 0};
        return false;
    }

    Sink sink_;
    encode_error error_{};
};

}  // namespace detail

namespace detail {

template <message_shape T>
constexpr result<query::measurer, encode_error> measure_query(const T& request) {
    query_encoder<typename T::service::protocol, query::measurer> encoder{query::measurer{}};
    if (!encoder.put_structure(request, nullptr)) return unexpected(encoder.error());
    return encoder.sink();
}

template <message_shape T>
constexpr void write_query(const T& request, const query::measurer& measured, char* out) {
    query_encoder<typename T::service::protocol, query::writer>{query::writer{out, measured}}
        .put_structure(request, nullptr);
}

}  // namespace detail

// How many characters encode() gives for this request: exact, or why it cannot be encoded.
template <message_shape T>
constexpr result<std::size_t, encode_error> encoded_size(const T& request) {
    const auto measured = detail::measure_query(request);
    if (!measured) return unexpected(measured.error());
    return measured->size();
}

// Turns a request into its query, the body of a POST to "/" with the content type
// application/x-www-form-urlencoded.
//
//     ec2wire::stop_instances_request request{.instance_ids = {"i-1234567890abcdef0"}, .force = true};
//     auto body = ec2wire::encode(request);
//     // Action=StopInstances&Force=true&InstanceId.1=i-1234567890abcdef0&Version=2016-11-15
//
// It is the canonical query of AWS Signature Version 4: pairs in byte order of the key, RFC 3986
// escapes. The error is missing_member, not_utf8, or bad_value for a timestamp that the wire has no
// spelling for; then nothing has been written.
template <message_shape T>
constexpr result<std::string, encode_error> encode(const T& request) {
    const auto measured = detail::measure_query(request);
    if (!measured) return unexpected(measured.error());
    std::string query(measured->size(), '\0');
    detail::write_query(request, *measured, query.data());
    return query;
}

// The same into a buffer of the caller's, without allocation. Returns the part of it that was
// written; it is not terminated. If it is too small the error is buffer_too_small, with the size
// that is needed, and nothing has been written.
template <message_shape T>
constexpr result<std::string_view, encode_error> encode(const T& request, std::span<char> buffer) {
    const auto measured = detail::measure_query(request);
    if (!measured) return unexpected(measured.error());
    const std::size_t size = measured->size();
    if (size > buffer.size()) return unexpected(encode_error{errc::buffer_too_small, {}, 0, size});
    detail::write_query(request, *measured, buffer.data());
    return std::string_view(buffer.data(), size);
}

}  // namespace ec2wire

#endif
