#ifndef EC2WIRE_ENGINE_QUERY_GROUPS_HPP
#define EC2WIRE_ENGINE_QUERY_GROUPS_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/engine/query_values.hpp>
#include <ec2wire/query/head.hpp>
#include <ec2wire/query/pair_reader.hpp>
#include <ec2wire/shape/query_schema.hpp>
#include <ec2wire/shape/reply.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire::detail {

// Groups the pairs of a query that belong to one member of a structure, or to one element of a list, segment
// by segment of their keys. Drops pairs that belong to none. Each function returns false after an error.
class query_groups {
  public:
    query_groups(std::string_view query, decode_notes* notes) noexcept
        : query_(query), notes_(notes) {}

    const request_error& error() const noexcept { return error_; }

  protected:
    using pair = query::pair;

    // Returns the end of the consecutive pairs from `first` on that have the same group.
    static pair* end_of_group(pair* first, const pair* last) noexcept {
        const std::uint32_t group = first->group;
        do ++first;
        while (first != last && first->group == group);
        return first;
    }

    // R13 (keys are matched whole). Sets the group of each pair to twice the index of its row; for "Tags=", an
    // empty list, to the group of the list and 1.
    void group_by_row(const query_schema& schema, pair* const first, pair*& last, bool is_root) {
        pair* kept = first;
        std::uint32_t row = 0;
        std::uint32_t previous = 0;
        bool is_ascending = true;
        for (pair* next = first; next != last; ++next) {
            const std::uint32_t group = find_group(schema, *next, row);
            if (group == UINT32_MAX) {
                note_unknown(*next, is_root);
                continue;
            }
            if (kept != next) *kept = *next;
            kept->group = group;
            ++kept;
            is_ascending &= group >= previous;
            previous = group;
        }
        last = kept;
        if (!is_ascending && !is_grouped(schema, first, last)) query::sort_by_group(first, last);
    }

    static const query_row& row_of_group(const query_schema& schema, std::uint32_t group) noexcept {
        return schema.rows[group / 2];
    }

    // The indices of a list's pairs.
    struct index_summary {
        std::size_t elements = 0;   // at least as many as there are; as many if they come in order
        std::uint32_t highest = 0;  // of position_of()
        bool is_ascending = true;

        // Whether that many pairs have the indices from 1 to their number, if none occurs twice.
        bool are_all_of(std::size_t pairs) const noexcept {
            return elements == pairs && highest == pairs - 1;
        }
    };

    // Returns the position of an element in a list whose indices are 1, 2, 3 and so on; UINT32_MAX for the
    // index 0, which no such list has.
    static std::uint32_t position_of(std::uint32_t group) noexcept { return group - 2; }

    // R9 (elements are in the order of their indices). Sets the group of each pair to its index plus 1, and
    // drops pairs that belong to no element; `found` says whether the caller has to sort the rest. `text` and
    // `sends_empty` of the element say how a key continues after its index.
    //
    //   Filter.12.Name=
    //          --           the index; the group is 13
    //            -          the element's text
    bool group_by_index(const query_target& element, const member_schema& member, pair* const first,
                        pair*& last, index_summary& found) {
        pair* kept = first;
        std::uint32_t previous = 0;
        for (pair* next = first; next != last; ++next) {
            const std::uint32_t digits = take_index(*next);
            const std::uint32_t group = next->group;
            if (digits == 0) {
                note_unknown(*next, false);
                continue;
            }
            if (group == 0)
                return fail({errc::bad_value, segment_offset(*next, digits)}, member.name);
            if (!take_element_text(element, *next)) {
                note_unknown(*next, false);
                continue;
            }
            if (kept != next) *kept = *next;
            ++kept;
            found.is_ascending &= group >= previous;
            found.elements += group != previous ? 1 : 0;
            if (position_of(group) > found.highest) found.highest = position_of(group);
            previous = group;
        }
        last = kept;
        return true;
    }

    // Drops the pairs of an element that take_element_text() took for unknown.
    void drop_unknown(pair* const first, pair*& last) noexcept {
        pair* kept = first;
        for (pair* next = first; next != last; ++next) {
            if (*next->key == '.')
                note_unknown(*next, false);
            else
                *kept++ = *next;
        }
        last = kept;
    }

    // Whether one of the pairs is an empty list in a list: "Rows.member.1=".
    static bool has_empty_element(const pair* first, const pair* last) noexcept {
        while (first != last && first->key_size != 0) ++first;
        return first != last;
    }

    // Returns the offset of a pair's key.
    std::size_t key_offset(const pair& at) const noexcept {
        return query::find_key(query_, at.offset);
    }

    // Returns the offset of the current segment of a key, or `back` bytes before; that of the key itself if
    // it had to be unescaped.
    std::size_t segment_offset(const pair& at, std::size_t back = 0) const noexcept {
        const bool is_borrowed = at.key + at.key_size == query_.data() + at.offset;
        return is_borrowed ? at.offset - at.key_size - back : key_offset(at);
    }

    bool fail(const decode_error& error, std::string_view member = {}) noexcept {
        error_ = {error, member};
        return false;
    }

    bool fail_duplicate(const member_schema& member, std::size_t second_value) noexcept {
        return fail({errc::duplicate_member, query::find_key(query_, second_value)}, member.name);
    }

    std::string_view query_;

  private:
    // Whether the pairs of each member follow each other.
    static bool is_grouped(const query_schema& schema, const pair* first,
                           const pair* last) noexcept {
        member_set seen;
        seen.clear(max_members);
        for (const pair* next = first; next != last; ++next) {
            if (next != first && next->group == (next - 1)->group) continue;
            const std::size_t member = row_of_group(schema, next->group).member->index;
            if (seen.has(member)) return false;
            seen.add(member);
        }
        return true;
    }

    // Finds the row whose text is a prefix of a pair's key, and moves the start of the key after that text.
    // Returns the row's group, UINT32_MAX if there is none. The search starts at `row`, because clients send
    // keys in some order.
    std::uint32_t find_group(const query_schema& schema, pair& next,
                             std::uint32_t& row) const noexcept {
        const std::uint64_t head = head_of(next);
        for (std::uint32_t tried = 0; tried < schema.count; ++tried) {
            const query_row& candidate = schema.rows[row];
            const std::uint32_t size = candidate.text_size;
            if (size <= next.key_size &&
                ((head ^ load_word<std::uint64_t>(candidate.text)) & front_mask(size)) == 0 &&
                (size <= 8 || has_same_tail(next.key, candidate.text, size)) &&
                candidate.kind != query_row_kind::empty_list) {
                next.key += size;
                next.key_size -= size;
                const std::uint32_t found = 2 * row;
                // A list has several pairs; after that of a scalar comes another row's.
                if (next.key_size == 0 && ++row == schema.count) row = 0;
                return found;
            }
            if (++row == schema.count) row = 0;
        }
        return find_empty_list(schema, next);
    }

    // Whether two strings of more than eight characters are equal if the first eight are.
    static bool has_same_tail(const char* a, const char* b, std::size_t size) noexcept {
        std::uint64_t different =
            load_word<std::uint64_t>(a + size - 8) ^ load_word<std::uint64_t>(b + size - 8);
        for (std::size_t i = 8; i + 8 < size; i += 8)
            different |= load_word<std::uint64_t>(a + i) ^ load_word<std::uint64_t>(b + i);
        return different == 0;
    }

    // R4 (an empty list of awsQuery). Returns the group of "Tags=".
    EC2WIRE_COLD static std::uint32_t find_empty_list(const query_schema& schema,
                                                      const pair& next) noexcept {
        const std::string_view name(next.key, next.key_size - 1);
        for (std::uint32_t row = 0; row < schema.count; ++row) {
            const query_row& list = schema.rows[row];
            if (list.kind == query_row_kind::member && list.target->sends_empty &&
                list.view().substr(0, list.view().find('.')) == name)
                return 2 * row + 1;
        }
        return UINT32_MAX;
    }

    // Returns the first eight characters of a key as a word. For a shorter key the rest is unspecified.
    std::uint64_t head_of(const pair& at) const noexcept {
        if (at.key_size >= 8 || query_.size() - at.offset + at.key_size >= 8)
            return load_word<std::uint64_t>(at.key);
        char head[8]{};
        for (std::uint32_t i = 0; i < at.key_size; ++i) head[i] = at.key[i];
        return load_word<std::uint64_t>(head);
    }

    // D10 (unknown members are skipped). Makes a note of a pair whose key belongs to no member, unless it
    // authenticates the request.
    EC2WIRE_COLD void note_unknown(const pair& unknown, bool is_root) noexcept {
        if (notes_ == nullptr) return;
        const std::size_t offset = key_offset(unknown);
        // The key in its canonical form, with its '='.
        const std::string_view whole(unknown.key, unknown.key_size);
        if (!is_root || !is_authentication(whole.substr(0, whole.size() - 1)))
            notes_->add(note_kind::unknown_member, offset, query::key_at(query_, offset));
    }

    decode_notes* notes_;
    request_error error_{};
};

}  // namespace ec2wire::detail

#endif
