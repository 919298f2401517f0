#ifndef EC2WIRE_ENGINE_ITEM_PATTERN_HPP
#define EC2WIRE_ENGINE_ITEM_PATTERN_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/engine/fast_text.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire::detail {

// The pattern of an item as data: the bytes between its texts, the *literals*, and the members of the texts,
// the *slots*. An item with the same members in the same layout is matched as a whole, literal by literal.
//
//   <item><instanceId>i-1</instanceId><currentState><code>64</code>...</item>
//   ------------------   -----------------------------------  ------             literals
//                     ---                                   --                   slots
//
// Only for items without lists and without indirect members: then each member is at a fixed offset.
struct item_slot {
    const char* literal;  // before the text
    std::uint32_t size;
    std::uint32_t offset;     // of the member in the item
    const type_schema* type;  // null after the last text
    bool is_empty;            // <reason/>: the literal contains the whole member
};

// A structure in the item that is made present.
struct item_structure {
    const type_schema* type;
    std::uint32_t offset;
};

class item_pattern {
  public:
    static constexpr std::size_t max_slots = 24;
    static constexpr std::size_t max_structures = 8;
    static constexpr std::ptrdiff_t max_literal = 1024;

    // Not defaulted: {} would then zero all the slots.
    item_pattern() noexcept {}

    // Whether an item of this list was recorded.
    bool is_of(const member_schema* row) const noexcept { return row_ == row && is_complete_; }

    // Begins to record an item whose start tag, with the white space before it, begins at `at`. While it is
    // read tag by tag, each structure and text is added in order, and then its end.
    void begin(const member_schema* row, const char* at, const void* item) noexcept {
        row_ = row;
        literal_ = at;
        item_ = item;
        slot_count_ = structure_count_ = 0;
        is_complete_ = false;
    }
    bool is_recording() const noexcept { return literal_ != nullptr; }
    void stop() noexcept { literal_ = nullptr; }

    void add_structure(const type_schema& type, const void* member) noexcept {
        if (!is_recording()) return;
        if (type.list != nullptr || type.is_indirect || structure_count_ == max_structures)
            return stop();
        structures_[structure_count_++] = {&type, offset_of(member)};
    }
    // Adds a text from `text` to `last`; for an empty element both are after it.
    void add_text(const type_schema& type, const void* member, const char* text, const char* last,
                  bool is_empty = false) noexcept {
        if (!is_recording()) return;
        if (slot_count_ == max_slots - 1 || type.is_indirect || text - literal_ > max_literal)
            return stop();
        slots_[slot_count_++] = {literal_, size_to(text), offset_of(member), &type, is_empty};
        literal_ = last;
    }
    void end(const char* at) noexcept {
        if (!is_recording()) return;
        slots_[slot_count_] = {literal_, size_to(at), 0, nullptr, false};
        is_complete_ = slot_count_ != 0 && at - literal_ <= max_literal;
        stop();
    }

    // Whether an item begins like the recorded one.
    EC2WIRE_ALWAYS_INLINE bool begins_at(const char* at, const char* end) const noexcept {
        return fast_text::is_literal(at, slots_[0].literal, slots_[0].size, end);
    }

    // Decodes an item that begins at `at`, and returns the position after it; null if it differs from the
    // pattern. `item` must be empty, and is unspecified if the item differs.
    const char* match(const char* at, const char* end, void* item, scratch& memory) const {
        for (std::size_t i = 0; i < structure_count_; ++i)
            if (emplace_in(*structures_[i].type, in(item, structures_[i].offset), memory) ==
                nullptr)
                return nullptr;
        at += slots_[0].size;
        for (const item_slot* slot = slots_;;) {
            void* const member = in(item, slot->offset);
            at = slot->is_empty ? (slot->type->parse(member, {}, memory) ? nullptr : at)
                                : fast_text::read_and_store(*slot->type, member, at, end, memory);
            ++slot;
            if (at == nullptr || !fast_text::is_literal(at, slot->literal, slot->size, end))
                return nullptr;
            at += slot->size;
            if (slot->type == nullptr) return at;
        }
    }

  private:
    static void* in(void* item, std::uint32_t offset) noexcept {
        return static_cast<std::byte*>(item) + offset;
    }
    std::uint32_t offset_of(const void* member) const noexcept {
        return static_cast<std::uint32_t>(static_cast<const std::byte*>(member) -
                                          static_cast<const std::byte*>(item_));
    }
    std::uint32_t size_to(const char* at) const noexcept {
        return static_cast<std::uint32_t>(at - literal_);
    }

    const member_schema* row_ = nullptr;
    const char* literal_ = nullptr;
    const void* item_ = nullptr;
    std::size_t slot_count_ = 0;
    std::size_t structure_count_ = 0;
    bool is_complete_ = false;
    item_slot slots_[max_slots];
    item_structure structures_[max_structures];
};

}  // namespace ec2wire::detail

#endif
