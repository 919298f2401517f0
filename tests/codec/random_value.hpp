#ifndef EC2WIRE_TESTS_CODEC_RANDOM_VALUE_HPP
#define EC2WIRE_TESTS_CODEC_RANDOM_VALUE_HPP

#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/scalar_text.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include "codec/scalar_text.hpp"

#include <array>
#include <cstddef>
#include <new>
#include <stdexcept>
#include <string>
#include <string_view>

namespace ec2wire::tests {

// The range of random scalars: a few that every format can represent, CloudTrail's too, or any that XML, JSON
// and a query can represent.
enum class scalar_range : bool { common, whole };

// Fills an empty object of any shape, by its table. With common scalars, members that are attributes stay
// empty.
class random_value {
  public:
    // Strings are literals, or in the scratch.
    random_value(decisions& decide, scratch& memory,
                 scalar_range range = scalar_range::common) noexcept
        : decide_(decide), memory_(memory), range_(range) {}

    void fill(const detail::structure_schema& structure, void* object, int levels = 6) {
        const std::size_t only = structure.is_union ? decide_.below(structure.count) : 0;
        for (const detail::member_schema& row : structure) {
            if (row.is_attribute && range_ == scalar_range::common) continue;
            if (structure.is_union && row.index != only) continue;
            const bool can_be_absent = row.type->can_be_absent || row.type->list != nullptr;
            if (can_be_absent && !row.is_required && !structure.is_union && is_left_out()) continue;
            fill_member(row, row.in(object), levels);
        }
    }

  private:
    using kind = detail::value_kind;

    bool is_left_out() { return scalars_ > max_scalars_ || decide_.one_in(3); }

    void fill_member(const detail::member_schema& row, void* member, int levels) {
        const detail::type_schema& type = *row.type;
        if (is_scalar(type.kind)) return fill_scalar(type, member);
        if (levels <= (type.list != nullptr && range_ == scalar_range::whole ? 1 : 0)) return;
        void* const value = emplace_in(type, member, memory_);
        if (type.kind == kind::structure) return fill(*type.structure, value, levels - 1);
        const decisions first = decide_;
        for (std::size_t size = size_for(row), i = 0; i < size; ++i) {
            // Lists are longer if their elements have the same members.
            if (range_ == scalar_range::whole && !values_.one_in(4)) decide_ = first;
            fill_element(row, append_element(*type.list, value, memory_), i, levels);
        }
    }

    // An empty flattened list is absent, and an element that is a structure is not empty.
    std::size_t size_for(const detail::member_schema& list) {
        const std::size_t least = list.is_flattened || list.is_required ? 1 : 0;
        if (range_ == scalar_range::common) return decide_.below(4);
        if (scalars_ > max_scalars_) return least;
        return least + values_.below(values_.one_in(8) ? 24 : 4);
    }

    void fill_element(const detail::member_schema& row, void* element, std::size_t index,
                      int levels) {
        if (row.type->kind == kind::list) return fill_member(*row.element, element, levels - 1);
        static constexpr std::array<std::string_view, 4> keys{"a", "Key b", "c.1", "\xC3\xA9"};
        const detail::member_schema* const parts = row.element->type->structure->members;
        if (range_ == scalar_range::whole)
            fill_scalar(*parts[0].type, parts[0].in(element));
        else
            parse_scalar(*parts[0].type, parts[0].in(element), keys[index], memory_);
        fill_member(parts[1], parts[1].in(element), levels - 1);
    }

    // A number may be out of the type's range: then another is stored.
    void fill_scalar(const detail::type_schema& type, void* member) {
        ++scalars_;
        if (range_ == scalar_range::common) {
            if (parse_scalar(type, member, text_for(type.kind), memory_))
                throw std::logic_error("no text for this type");
            return;
        }
        while (parse_scalar(type, member, kept(scalar_text(type.kind, values_)), memory_)) {
        }
    }

    // In the scratch, for a view of it.
    std::string_view kept(const std::string& text) {
        char* const room = memory_.allocate<char>(text.size() + 1);
        if (room == nullptr) throw std::bad_alloc();
        return {room, text.copy(room, text.size())};
    }

    std::string_view text_for(kind of) {
        static constexpr std::array<std::string_view, 8> texts{
            "i-0123456789abcdef0",  "17",  "1.50", "true", "", "a \"b\" <c> & \\d",
            "\xC3\xA9\xE2\x82\xAC", "null"};
        static constexpr std::array<std::string_view, 4> times{
            "2015-01-25T08:00:00Z", "2016-02-29T23:59:59Z", "1999-12-31T12:00:00Z",
            "2030-06-01T00:00:01.25Z"};
        switch (of) {
            case kind::text: return decide_.of(texts);
            case kind::blob: return decide_.of(std::array<std::string_view, 2>{"AAEC", "1234"});
            case kind::boolean: return decide_.of(std::array<std::string_view, 2>{"true", "false"});
            case kind::integer: return decide_.of(std::array<std::string_view, 3>{"0", "7", "16"});
            case kind::floating: return decide_.of(std::array<std::string_view, 2>{"0.5", "-2"});
            default: return decide_.of(times);
        }
    }

    decisions& decide_;  // which members are present
    scratch& memory_;
    scalar_range range_;
    decisions values_{static_cast<unsigned>(decide_.below(1U << 30))};
    std::size_t scalars_ = 0;
    // Except those that are required.
    std::size_t max_scalars_ =
        range_ == scalar_range::common ? 300 : values_.below(8) * values_.below(40);
};

// The text of a scalar.
inline std::string text_of(const detail::type_schema& type, const void* value,
                           timestamp_format format = timestamp_format::date_time) {
    std::string text;
    if (type.kind == detail::value_kind::text) return std::string(type.text(value));
    if (type.kind != detail::value_kind::blob) {
        detail::printed_scalar room;
        return std::string(detail::print_scalar(type, value, format, room));
    }
    type.print(value, format, {&text, [](void* context, std::string_view piece) {
                                   static_cast<std::string*>(context)->append(piece);
                               }});
    return text;
}

}  // namespace ec2wire::tests

#endif
