#ifndef EC2WIRE_TESTS_CODEC_RANDOM_VALUE_HPP
#define EC2WIRE_TESTS_CODEC_RANDOM_VALUE_HPP

#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/schema.hpp>

#include <array>
#include <cstddef>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>

namespace ec2wire::tests {

// Random decisions that are the same on every machine.
class decisions {
  public:
    explicit decisions(unsigned seed) noexcept : engine_(seed) {}

    // Below `end`.
    std::size_t below(std::size_t end) { return engine_() % end; }
    bool one_in(std::size_t count) { return below(count) == 0; }
    template <std::size_t Count>
    std::string_view of(const std::array<std::string_view, Count>& all) {
        return all[below(Count)];
    }

  private:
    std::mt19937 engine_;
};

// Fills an empty object of any shape, by its table, with a value whose scalars any of the library's forms
// can hold. Members that are attributes stay empty.
class random_value {
  public:
    // Texts are literals, or in the scratch.
    random_value(decisions& decide, scratch& memory) noexcept : decide_(decide), memory_(memory) {}

    void fill(const detail::structure_schema& structure, void* object, int levels = 6) {
        const std::size_t only = structure.is_union ? decide_.below(structure.count) : 0;
        for (const detail::member_schema& row : structure) {
            if (row.is_attribute || (structure.is_union && row.index != only)) continue;
            const bool can_be_absent = row.type->can_be_absent || row.type->list != nullptr;
            if (can_be_absent && !row.is_required && !structure.is_union && decide_.one_in(3))
                continue;
            fill_member(row, row.in(object), levels);
        }
    }

  private:
    using kind = detail::value_kind;

    void fill_member(const detail::member_schema& row, void* member, int levels) {
        const detail::type_schema& type = *row.type;
        if (is_scalar(type.kind)) {
            if (type.parse(member, text_for(type.kind), memory_))
                throw std::logic_error("no text for this type");
            return;
        }
        if (levels == 0) return;
        void* const value = emplace_in(type, member, memory_);
        if (type.kind == kind::structure) return fill(*type.structure, value, levels - 1);
        for (std::size_t left = decide_.below(4), i = 0; i < left; ++i) {
            void* const element = append_element(*type.list, value, memory_);
            if (type.kind == kind::list) {
                fill_member(*row.element, element, levels - 1);
                continue;
            }
            const detail::member_schema* const parts = row.element->type->structure->members;
            static constexpr std::array<std::string_view, 4> keys{"a", "Key b", "c.1", "\xC3\xA9"};
            parts[0].type->parse(parts[0].in(element), keys[i], memory_);
            fill_member(parts[1], parts[1].in(element), levels - 1);
        }
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

    decisions& decide_;
    scratch& memory_;
};

// The text of a scalar.
inline std::string text_of(const detail::type_schema& type, const void* value,
                           timestamp_format format = timestamp_format::date_time) {
    std::string text;
    if (type.kind == detail::value_kind::text) return std::string(type.text(value));
    type.print(value, format, {&text, [](void* context, std::string_view piece) {
                                   static_cast<std::string*>(context)->append(piece);
                               }});
    return text;
}

}  // namespace ec2wire::tests

#endif
