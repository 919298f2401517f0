#ifndef EC2WIRE_ENGINE_QUERY_ENCODER_HPP
#define EC2WIRE_ENGINE_QUERY_ENCODER_HPP

#include <ec2wire/core/base64.hpp>
#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/utf8.hpp>
#include <ec2wire/engine/query_presence.hpp>
#include <ec2wire/engine/scalar_text.hpp>
#include <ec2wire/query/key_order.hpp>
#include <ec2wire/query/writer.hpp>
#include <ec2wire/shape/query_schema.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ec2wire::detail {

// Writes a request in the byte order of its keys, by its tables, and checks all of it. Each function returns
// false after an error.
class query_encoder {
  public:
    // Writes to `room` until it is full, and then only counts. `output`, the final buffer of the query, is
    // only checked for overlap.
    query_encoder(std::span<char> room, byte_range output) noexcept : out_(room, output) {}

    // Writes a request, an object of `request_size` bytes.
    bool put_request(const query_schema& schema, const void* request, std::size_t request_size) {
        out_.check_overlap(request, request_size);
        if (schema.is_union && query_presence::count_sent(schema, request) != 1) {
            error_ = {errc::bad_value, {}, 0, 0};
            return false;
        }
        return put_structure(schema, request, nullptr);
    }

    const encode_error& error() const noexcept { return error_; }
    const query::writer& out() const noexcept { return out_; }

  private:
    EC2WIRE_NOINLINE bool put_structure(const query_schema& schema, const void* object,
                                        query::key* parent) {
        for (const query_row& row : schema) {
            bool is_good = true;
            switch (row.kind) {
                case query_row_kind::fixed_pair: out_.put_key(parent, row.view()); break;
                case query_row_kind::scalar:
                    is_good = put_scalar_row(schema, row, object, parent);
                    break;
                case query_row_kind::empty_list:
                case query_row_kind::member:
                    is_good = put_collection_row(schema, row, object, parent);
                    break;
            }
            if (!is_good) return false;
        }
        return true;
    }

    EC2WIRE_ALWAYS_INLINE bool put_scalar_row(const query_schema& schema, const query_row& row,
                                              const void* object, query::key* parent) {
        const member_schema& member = *row.member;
        const void* const at = member.in(object);
        std::string_view text;
        switch (text_of_member(member, at, text, printed_)) {
            case text_presence::set:
                out_.put_key(parent, row.view());
                return put_text(member, text);
            case text_presence::absent:
                // Not a required member: the form of one that can be absent is member_form::other.
                return !schema.is_entry || fail(errc::missing_member, member);
            case text_presence::bad: return fail(errc::bad_value, member);
            case text_presence::other: break;
        }
        return put_other_scalar(schema, row, at, parent);
    }

    // Writes a blob, or a scalar that is required and can be absent.
    EC2WIRE_NOINLINE bool put_other_scalar(const query_schema& schema, const query_row& row,
                                           const void* at, query::key* parent) {
        const member_schema& member = *row.member;
        const void* const value = element_value_in(*member.type, at);
        if (value == nullptr)
            return !(member.is_required || schema.is_entry) || fail(errc::missing_member, member);
        out_.check_overlap(value, member.type->indirect_size);
        out_.put_key(parent, row.view());
        return put_scalar(member, value);
    }

    // Writes the pairs of a structure, a list or a map, or the one pair of an empty list: "Tags=".
    EC2WIRE_NOINLINE bool put_collection_row(const query_schema& schema, const query_row& row,
                                             const void* object, query::key* parent) {
        const member_schema& member = *row.member;
        const void* const value = query_presence::sent_value(schema, row, object);
        if (row.kind == query_row_kind::empty_list) {
            if (value != nullptr && size_of(*member.type->list, value) == 0)
                out_.put_key(parent, row.view());
            return true;
        }
        if (value == nullptr)
            return !(member.is_required || schema.is_entry) || fail(errc::missing_member, member);
        out_.check_overlap(value, member.type->indirect_size);
        const std::uint64_t before = out_.size();
        query::key key(parent, {}, row.view());
        if (!put_value(member, *row.target, value, key)) return false;
        // An empty structure and an empty map give no pair.
        const bool is_missing =
            out_.size() == before && member.is_required && !row.target->sends_empty;
        return !is_missing || fail(errc::missing_member, member);
    }

    // Writes a value with subkeys.
    bool put_value(const member_schema& member, const query_target& target, const void* value,
                   query::key& key) {
        if (depth_ == max_depth) return fail(errc::too_deep, member);
        ++depth_;
        const bool is_good = target.element != nullptr
                                 ? put_list(member, *target.element, value, key)
                                 : put_target(member, *target.structure, value, key);
        --depth_;
        return is_good;
    }

    bool put_target(const member_schema& member, const query_schema& structure, const void* value,
                    query::key& key) {
        if (structure.is_union && query_presence::count_sent(structure, value) != 1)
            return fail(errc::bad_value, member);
        return put_structure(structure, value, &key);
    }

    // R3, R4 (lists and maps). Writes a list or a map, counted from 1, in byte order: InstanceId.1,
    // InstanceId.10, InstanceId.2. An empty one gives no keys.
    EC2WIRE_NOINLINE bool put_list(const member_schema& member, const query_target& target,
                                   const void* value, query::key& key) {
        const list_schema& list = *member.type->list;
        const member_schema& element = *member.element;
        const std::size_t size = size_of(list, value);
        const element_span row = elements_of(list, value);
        const void* const first = row.first;
        if (first != nullptr) out_.check_overlap(first, size * row.stride);
        if (first != nullptr && element.type->storage == member_storage::string)
            return put_texts(element,
                             query::text_span({static_cast<const std::string*>(first), size}), key);
        if (first != nullptr && element.type->storage == member_storage::view)
            return put_texts(element,
                             query::text_span({static_cast<const std::string_view*>(first), size}),
                             key);
        if (first == nullptr) return visit_elements(member, target, value, key);
        std::size_t index = 1;
        for (std::size_t done = 0; done < size; ++done) {
            if (!put_element(element, target, row[index - 1], index, key)) return false;
            index = query::next_in_byte_order(index, size);
        }
        return true;
    }
    EC2WIRE_COLD EC2WIRE_NOINLINE bool visit_elements(const member_schema& member,
                                                      const query_target& target, const void* value,
                                                      query::key& key) {
        const list_schema& list = *member.type->list;
        const std::size_t size = size_of(list, value);
        std::size_t index = 1;
        bool is_good = true;
        for (std::size_t done = 0; done < size && is_good; ++done) {
            visit_element_at(list, value, index - 1, [&](const void* at) {
                out_.check_overlap(at, list.element_stride);
                is_good = put_element(*member.element, target, at, index, key);
            });
            index = query::next_in_byte_order(index, size);
        }
        return is_good;
    }

    // Writes strings of the usual types that are contiguous in memory.
    bool put_texts(const member_schema& element, const query::text_span& texts, query::key& key) {
        if (out_.put_list(texts, key)) return true;
        for (std::size_t i = 0; i < texts.size(); ++i)
            if (const std::size_t bad = find_bad_utf8(texts[i]); bad != texts[i].size())
                return fail(errc::not_utf8, element, bad);
        return false;
    }

    // Writes an element. One without a pair is an error, since it would leave a gap in the indices.
    EC2WIRE_NOINLINE bool put_element(const member_schema& element, const query_target& target,
                                      const void* at, std::size_t index, query::key& list_key) {
        const void* const value = element_value_in(*element.type, at);
        if (value == nullptr) return fail(errc::missing_member, element);
        out_.check_overlap(value, element.type->indirect_size);
        const integer_text digits(index);
        const bool is_empty = target.sends_empty && size_of(*element.type->list, value) == 0;
        query::key key(&list_key, digits.view(), is_empty ? "=" : target.text);
        if (is_empty || is_scalar(element.type->kind)) {
            out_.put_key(key);
            return is_empty || put_scalar(element, value);
        }
        const std::uint64_t before = out_.size();
        if (!put_value(element, target, value, key)) return false;
        return out_.size() != before || fail(errc::missing_member, element);
    }

    EC2WIRE_NOINLINE bool put_scalar(const member_schema& member, const void* value) {
        const type_schema& type = *member.type;
        if (type.kind == value_kind::text) return put_text(member, text_in(type, value));
        if (type.kind == value_kind::blob) return put_blob(text_in(type, value));
        const std::string_view text = print_scalar(type, value, member.format, printed_);
        return text.data() != nullptr ? put_text(member, text) : fail(errc::bad_value, member);
    }

    bool put_text(const member_schema& member, std::string_view text) {
        return out_.put_text(text) || fail(errc::not_utf8, member, find_bad_utf8(text));
    }

    EC2WIRE_NOINLINE bool put_blob(std::string_view bytes) {
        const void* const first = bytes.data();
        out_.check_overlap(first, bytes.size());
        write_base64_pieces({static_cast<const std::byte*>(first), bytes.size()},
                            [this](std::string_view piece) { out_.put_text(piece); });
        return true;
    }

    EC2WIRE_COLD EC2WIRE_NOINLINE bool fail(errc code, const member_schema& member,
                                            std::size_t offset = 0) noexcept {
        error_ = {code, member.name, offset, 0};
        return false;
    }

    query::writer out_;
    printed_scalar printed_{};  // not on the stack of each structure
    std::size_t depth_ = 0;     // the number of structures, lists and maps around
    encode_error error_{};
};

}  // namespace ec2wire::detail

#endif
