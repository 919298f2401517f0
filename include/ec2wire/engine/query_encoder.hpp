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
#include <ec2wire/query/key_order.hpp>
#include <ec2wire/query/writer.hpp>
#include <ec2wire/shape/query_schema.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace ec2wire::detail {

// Walks a request in the byte order of its keys, over its tables, twice: first it counts what it would
// write and finds everything that can be wrong, then it writes and cannot fail. Each function returns
// false once something is wrong.
class query_encoder {
  public:
    query_encoder() noexcept = default;

    // Of a query that goes to `output`: it is an error if what it is made of lies there.
    explicit query_encoder(byte_range output) noexcept : counter_(output) {}

    // Finds what can be wrong, and the size of the query. The request is an object of `request_size`
    // bytes.
    bool measure(const query_schema& schema, const void* request, std::size_t request_size) {
        counter_.see(request, request_size);
        if (!put_structure(schema, request, nullptr)) return false;
        if (counter_.size() > max_text_size) error_ = {errc::too_large, {}, 0, 0};
        if (counter_.overlaps_output()) error_ = {errc::overlapping_buffer, {}, 0, 0};
        return error_.code == errc{};
    }

    const encode_error& error() const noexcept { return error_; }
    std::size_t size() const noexcept { return size_of_sum(counter_.size()); }

    // Writes the query that was measured before, size() bytes, to `out`.
    void write(const query_schema& schema, const void* request, char* out) {
        query::writer writer(out, counter_);
        writer_ = &writer;
        put_structure(schema, request, nullptr);
        writer_ = nullptr;
    }

  private:
    bool is_measuring() const noexcept { return writer_ == nullptr; }

    EC2WIRE_NOINLINE bool put_structure(const query_schema& schema, const void* object,
                                        query::key* above) {
        for (const query_row& row : schema) {
            if (row.kind == query_row_kind::fixed_pair) {
                put_key(above, row);
                continue;
            }
            const member_schema& member = *row.member;
            const void* const value = row.kind == query_row_kind::scalar
                                          ? element_value_in(*member.type, member.in(object))
                                          : query_presence::sent_value(schema, row, object);
            if (value == nullptr) {
                const bool is_missing = (member.is_required || schema.is_entry) &&
                                        row.kind != query_row_kind::empty_list;
                if (is_missing) return fail(errc::missing_member, member, 0);
            } else if (row.kind == query_row_kind::scalar) {
                put_key(above, row);
                if (!put_scalar(member, value)) return false;
            } else {
                const std::uint64_t before = counter_.size();
                if (!put_row(row, value, above)) return false;
                if (member.is_required && !row.target->sends_empty && leaves_nothing(before))
                    return fail(errc::missing_member, member, 0);
            }
        }
        return true;
    }

    // Whether what was put since then is no pair: an empty structure, or a map without entries.
    bool leaves_nothing(std::uint64_t size_before) const noexcept {
        return is_measuring() && counter_.size() == size_before;
    }

    EC2WIRE_NOINLINE bool put_row(const query_row& row, const void* value, query::key* above) {
        if (row.kind == query_row_kind::empty_list) {
            if (size_of(*row.member->type->list, value) == 0) put_key(above, row);
            return true;
        }
        query::key key(above, {}, row.view());
        return put_value(*row.member, *row.target, value, key);
    }

    // What has subkeys.
    bool put_value(const member_schema& member, const query_target& target, const void* value,
                   query::key& key) {
        if (target.element != nullptr) return put_list(member, *target.element, value, key);
        if (is_measuring() && target.structure->is_union &&
            query_presence::count_sent(*target.structure, value) != 1)
            return fail(errc::bad_value, member, 0);
        return put_structure(*target.structure, value, &key);
    }

    // What comes before a value: all that there is of an empty one.
    void put_key(query::key* above, const query_row& row) noexcept {
        if (is_measuring())
            counter_.put_key(above, row.view());
        else
            writer_->put_key(above, row.view());
    }
    void put_key(query::key& key) noexcept {
        if (is_measuring())
            counter_.put_key(key);
        else
            writer_->put_key(key);
    }

    // R3, R4. A list or a map, counted from 1, in byte order: InstanceId.1, InstanceId.10,
    // InstanceId.2. No elements, no keys.
    EC2WIRE_NOINLINE bool put_list(const member_schema& member, const query_target& target,
                                   const void* value, query::key& key) {
        const list_schema& list = *member.type->list;
        const member_schema& element = *member.element;
        const std::size_t size = size_of(list, value);
        const element_row_view row = row_of(list, value);
        const void* const first = row.first;
        if (first != nullptr && is_measuring()) counter_.see(first, size * row.stride);
        if (first != nullptr && element.type->storage == member_storage::string)
            return put_texts<std::string>(element, first, size, key);
        if (first != nullptr && element.type->storage == member_storage::view)
            return put_texts<std::string_view>(element, first, size, key);
        std::size_t index = 1;
        bool is_good = true;
        for (std::size_t done = 0; done < size && is_good; ++done) {
            visit_element_at(list, value, index - 1, [&](const void* at) {
                is_good = put_element(element, target, at, index, key);
            });
            index = query::next_in_byte_order(index, size);
        }
        return is_good;
    }

    // Texts of the usual types, in a row in memory.
    template <class Text>
    bool put_texts(const member_schema& element, const void* first, std::size_t size,
                   query::key& key) {
        const std::span<const Text> texts(static_cast<const Text*>(first), size);
        if (!is_measuring()) {
            writer_->put_list(texts, key);
            return true;
        }
        counter_.put_list_keys(size, key);
        if (counter_.put_plain(texts)) return true;
        for (const std::string_view text : texts)
            if (!put_text(element, text)) return false;
        return true;
    }

    // An element that leaves nothing would leave a gap in the indices.
    EC2WIRE_NOINLINE bool put_element(const member_schema& element, const query_target& target,
                                      const void* at, std::size_t index, query::key& list_key) {
        const void* const value = element_value_in(*element.type, at);
        if (value == nullptr) return fail(errc::missing_member, element, 0);
        const integer_text digits(index);
        const bool is_empty = target.sends_empty && size_of(*element.type->list, value) == 0;
        query::key key(&list_key, digits.view(), is_empty ? "=" : target.text);
        if (is_empty || is_scalar(element.type->kind)) {
            put_key(key);
            return is_empty || put_scalar(element, value);
        }
        const std::uint64_t before = counter_.size();
        if (!put_value(element, target, value, key)) return false;
        return !leaves_nothing(before) || fail(errc::missing_member, element, 0);
    }

    EC2WIRE_NOINLINE bool put_scalar(const member_schema& member, const void* value) {
        const type_schema& type = *member.type;
        if (type.kind == value_kind::text) return put_text(member, text_in(type, value));
        if (type.kind == value_kind::blob) return put_blob(text_in(type, value));
        if (type.is_bool) {
            put_plain_piece(this, boolean_text(*static_cast<const bool*>(value)));
            return true;
        }
        // Digits and a minus.
        const bool is_plain = type.kind == value_kind::integer;
        const text_sink out{this, is_plain ? put_plain_piece : put_piece};
        return type.print(value, member.format, out) || fail(errc::bad_value, member, 0);
    }

    bool put_text(const member_schema& member, std::string_view text) {
        if (!is_measuring()) {
            writer_->put_escaped(text);
            return true;
        }
        // What needs no escape is ASCII.
        const std::size_t bad = counter_.put_escaped(text) ? text.size() : find_bad_utf8(text);
        return bad == text.size() || fail(errc::not_utf8, member, bad);
    }

    EC2WIRE_NOINLINE bool put_blob(std::string_view bytes) {
        const void* const first = bytes.data();
        if (is_measuring()) counter_.see(first, bytes.size());
        write_base64_pieces({static_cast<const std::byte*>(first), bytes.size()},
                            [this](std::string_view piece) { put_piece(this, piece); });
        return true;
    }

    // A part of a value, which is ASCII.
    static void put_piece(void* encoder, std::string_view text) {
        auto& self = *static_cast<query_encoder*>(encoder);
        if (self.is_measuring())
            self.counter_.put_escaped(text);
        else
            self.writer_->put_escaped(text);
    }

    // One that needs no escape.
    static void put_plain_piece(void* encoder, std::string_view text) {
        auto& self = *static_cast<query_encoder*>(encoder);
        if (self.is_measuring())
            self.counter_.put_plain(text);
        else
            self.writer_->put_plain(text);
    }

    bool fail(errc code, const member_schema& member, std::size_t offset) noexcept {
        error_ = {code, member.name, offset, 0};
        return false;
    }

    query::size_counter counter_{};
    query::writer* writer_ = nullptr;  // null as long as the first walk goes on
    encode_error error_{};
};

}  // namespace ec2wire::detail

#endif
