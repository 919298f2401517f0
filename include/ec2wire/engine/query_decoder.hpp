#ifndef EC2WIRE_ENGINE_QUERY_DECODER_HPP
#define EC2WIRE_ENGINE_QUERY_DECODER_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/query_groups.hpp>
#include <ec2wire/engine/query_presence.hpp>
#include <ec2wire/engine/query_values.hpp>
#include <ec2wire/query/pair_reader.hpp>
#include <ec2wire/shape/query_schema.hpp>
#include <ec2wire/shape/reply.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

namespace ec2wire::detail {

// Decodes a request by its tables. The query is split once, and each structure, list and map gets the
// consecutive pairs whose keys lead to it:
//
//   Filter.1.Name=a   Filter.1.Value.1=b   Filter.1.Value.2=c   DryRun=true
//   ---------------------------------------------------------                 the list
//          --------            -----------          ---------                 its first element
//                                ---------            -------                 a list in that
//
// Each of them groups its pairs by the next segment of their keys, and passes each group on. A pair is read
// once for each segment of its key, so the time is proportional to the size of the query, and n log n if the
// groups are scattered. Each function returns false after an error.
class query_decoder : query_groups {
  public:
    query_decoder(std::string_view query, scratch& memory, decode_notes* notes) noexcept
        : query_groups(query, notes), memory_(memory) {}

    // Decodes the request of an operation into an object, which must be empty.
    bool decode(const query_schema& schema, std::string_view operation, void* object) {
        if (query_.size() > max_query_size) return fail({errc::too_large, max_query_size});
        pair* const pairs = memory_.allocate<pair>(query::max_pairs(query_));
        if (pairs == nullptr) return fail({errc::out_of_memory, 0});
        pair* last = pairs;
        return split(operation, last) &&
               decode_structure(schema, object, nullptr, pairs, last, 0, 0);
    }

    using query_groups::error;

  private:
    // R1, R14 (Action and Version). Keeps all pairs except these two.
    bool split(std::string_view operation, pair*& last) {
        query::pair_reader in(query_, memory_);
        bool has_action = false;
        bool has_version = false;
        while (in.next(*last)) {
            const pair& read = *last;
            const bool is_action = has_key(read, "Action=");
            if (!is_action && !has_key(read, "Version=")) {
                ++last;
                continue;
            }
            if (std::exchange(is_action ? has_action : has_version, true))
                return fail({errc::duplicate_member, key_offset(read)},
                            is_action ? "Action" : "Version");
            if (is_action && read.text() != operation)
                return fail({errc::wrong_root, read.offset}, "Action");
        }
        if (in.error().code != errc{}) return fail(in.error());
        return has_action || fail({errc::missing_member, query_.size()}, "Action");
    }

    static bool has_key(const pair& read, std::string_view key) noexcept {
        return read.key_size == key.size() && is_equal(read.key, key.data(), key.size());
    }

    // Decodes a structure: the request itself, or the value of a member or an element, which `holder`
    // describes. `offset` is that of the first value in it. "List=" sets no list that cannot be absent.
    EC2WIRE_NOINLINE bool decode_structure(const query_schema& schema, void* object,
                                           const member_schema* holder, pair* first, pair* last,
                                           std::size_t offset, std::size_t depth) {
        group_by_row(schema, first, last, depth == 0);
        member_set seen;
        seen.clear(max_members);
        std::size_t count = 0;
        std::size_t at = 0;  // the offset of a group's first value
        while (first != last) {
            pair* const group = std::exchange(first, end_of_group(first, last));
            const query_row& row = row_of_group(schema, group->group);
            const member_schema& member = *row.member;
            // The elements of a list, and the pair that says that it is empty, are two groups in a row.
            const std::size_t before = std::exchange(at, group->offset);
            if (seen.has(member.index)) return fail_duplicate(member, before > at ? before : at);
            const bool is_empty_list = group->group % 2 != 0;
            void* const address = member.in(object);
            if (is_empty_list ? !decode_empty_list(member, address, group, first)
                              : !decode_any(member, *row.target, address, group, first, depth))
                return false;
            // A key that belongs to no element of a list does not set it.
            const bool is_set = is_empty_list || row.target->element == nullptr ||
                                value_in(*member.type, address) != nullptr;
            if (is_set) seen.add(member.index);
            count += is_set ? 1 : 0;
        }
        if (schema.is_union && (count != 1 || query_presence::count_sent(schema, object) != 1))
            return fail({errc::bad_value, begin_of(holder, offset)},
                        holder == nullptr ? "" : holder->name);
        return !schema.has_required || settle_missing(schema, seen, object, holder, offset, depth);
    }

    // R16 (required members). Checks the members that had no pair: required ones are missing, as are the key
    // and the value of a map's entry, except that the value may be an empty structure, list or map.
    bool settle_missing(const query_schema& schema, const member_set& seen, void* object,
                        const member_schema* holder, std::size_t offset, std::size_t depth) {
        for (const query_row& row : schema) {
            if (row.member == nullptr || seen.has(row.member->index)) continue;
            const member_schema& member = *row.member;
            if (schema.is_entry && !is_scalar(member.type->kind)) {
                if (!decode_empty(member, *row.target, member.in(object), offset, depth))
                    return false;
            } else if (member.is_required || schema.is_entry) {
                return fail({errc::missing_member, begin_of(holder, offset)}, member.name);
            }
        }
        return true;
    }

    bool decode_empty(const member_schema& member, const query_target& target, void* address,
                      std::size_t offset, std::size_t depth) {
        void* const value = emplace(member, address, offset);
        if (value == nullptr || target.element != nullptr) return value != nullptr;
        return decode_structure(*target.structure, value, &member, nullptr, nullptr, offset,
                                depth + 1);
    }

    // Returns the offset for an error of a structure: its first key, or for a request the query's end.
    std::size_t begin_of(const member_schema* holder, std::size_t offset) const noexcept {
        return holder == nullptr ? query_.size() : query::find_key(query_, offset);
    }

    // Decodes a member or an element of any type. A scalar has one pair.
    bool decode_any(const member_schema& member, const query_target& target, void* address,
                    pair* first, pair* last, std::size_t depth) {
        if (!is_scalar(member.type->kind))
            return decode_value(member, target, address, first, last, depth);
        if (last - first != 1) return fail_duplicate(member, first[1].offset);
        return decode_scalar(member, address, *first);
    }

    bool decode_scalar(const member_schema& member, void* address, const pair& from) {
        const scalar_fault fault = store_query_scalar(*member.type, address, from.text(), memory_);
        if (!fault) return true;
        const bool is_borrowed = from.value == query_.data() + from.offset;
        const bool is_inside = fault.code == errc::bad_value && is_borrowed;
        return fail({fault.code, from.offset + (is_inside ? fault.index : 0)}, member.name);
    }

    // R4 (empty lists). Decodes "Tags=", which must have no value.
    bool decode_empty_list(const member_schema& member, void* address, const pair* first,
                           const pair* last) {
        if (last - first != 1) return fail_duplicate(member, first[1].offset);
        if (first->value_size != 0) return fail({errc::bad_value, first->offset}, member.name);
        return emplace(member, address, first->offset) != nullptr;
    }

    // Decodes a structure, a list or a map.
    EC2WIRE_NOINLINE bool decode_value(const member_schema& member, const query_target& target,
                                       void* address, pair* first, pair* last, std::size_t depth) {
        if (depth == max_depth) return fail({errc::too_deep, segment_offset(*first)}, member.name);
        if (target.element != nullptr)
            return decode_list(member, *target.element, address, first, last, depth + 1);
        void* const value = emplace(member, address, first->offset);
        if (value == nullptr) return false;
        return decode_structure(*target.structure, value, &member, first, last, first->offset,
                                depth + 1);
    }

    // R3, R4, R9 (lists). Decodes a list or a map, whose elements are in the order of their indices. Without
    // an element it stays absent: "InstanceId.x=1" is not a key of the list.
    EC2WIRE_NOINLINE bool decode_list(const member_schema& member, const query_target& target,
                                      void* address, pair* first, pair* last, std::size_t depth) {
        index_summary found;
        if (!group_by_index(target, member, first, last, found)) return false;
        if (first == last) return true;
        void* const list = emplace(member, address, first->offset);
        if (list == nullptr) return false;
        const member_schema& element = *member.element;
        const bool are_texts = element.type->storage == member_storage::view &&
                               member.type->list->construct != nullptr &&
                               found.are_all_of(static_cast<std::size_t>(last - first));
        if (!found.is_ascending && !are_texts) found.elements = query::sort_by_group(first, last);
        query_elements elements(*member.type->list, list, found.elements, memory_);
        if (!elements.has_room()) return fail({errc::out_of_memory, first->offset}, member.name);
        if (are_texts) return place_texts(element, elements, first, last);
        while (first != last) {
            pair* const group = first;
            first = end_of_group(group, last);
            void* const at = elements.next();
            if (!decode_element(element, target, at, group, first, depth)) return false;
        }
        return true;
    }

    // Decodes strings with the indices from 1 to their number, in any order: each is stored at its index.
    // False if an index occurs twice.
    bool place_texts(const member_schema& element, query_elements& elements, const pair* first,
                     const pair* last) {
        std::string_view* const texts = elements.all_texts();
        for (; first != last; ++first) {
            std::string_view& text = texts[position_of(first->group)];
            if (text.data() != nullptr) return fail_duplicate(element, first->offset);
            text = first->text();
        }
        return true;
    }

    bool decode_element(const member_schema& element, const query_target& target, void* at,
                        pair* first, pair* last, std::size_t depth) {
        if (target.sends_empty && has_empty_element(first, last)) {
            drop_unknown(first, last);
            return decode_empty_list(element, at, first, last);
        }
        return decode_any(element, target, at, first, last, depth);
    }

    void* emplace(const member_schema& member, void* address, std::size_t offset) {
        void* const value = emplace_in(*member.type, address, memory_);
        if (value == nullptr) fail({errc::out_of_memory, offset}, member.name);
        return value;
    }

    scratch& memory_;
};

inline namespace EC2WIRE_COMPILATION {

EC2WIRE_ENGINE request_error decode_query_into(const query_schema& schema,
                                               std::string_view operation, std::string_view bytes,
                                               scratch& memory, void* object, decode_notes* notes) {
    if (notes != nullptr) notes->clear();
    query_decoder decoder(bytes, memory, notes);
    return decoder.decode(schema, operation, object) ? request_error{} : decoder.error();
}

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire::detail

#endif
