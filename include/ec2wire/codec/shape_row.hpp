#ifndef EC2WIRE_CODEC_SHAPE_ROW_HPP
#define EC2WIRE_CODEC_SHAPE_ROW_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace ec2wire::detail {

// A name as a template's argument: of its characters alone, so that what reads an <item> is the same
// code, whichever operation it is for.
template <std::size_t Size>
struct fixed_name {
    char characters[Size]{};

    constexpr explicit fixed_name(std::string_view name) noexcept {
        for (std::size_t i = 0; i < Size; ++i) characters[i] = name[i];
    }
    constexpr std::string_view view() const noexcept { return {characters, Size}; }
};

// A name as it stands in a tag, in two words that are compared at once.
//
//   <instanceId>
//    --------       head
//      --------     tail
class tag_name {
  public:
    // No tag has the name of nothing.
    constexpr tag_name() noexcept = default;

    constexpr explicit tag_name(std::string_view name) noexcept
        : mask_(0), text_(name.data()), size_(name.size()) {
        std::array<char, 8> head{}, mask{}, tail{};
        for (std::size_t i = 0; i < 8 && i < size_; ++i) {
            head[i] = name[i];
            mask[i] = '\xFF';
            tail[i] = size_ < 8 ? name[i] : name[size_ - 8 + i];
        }
        head_ = std::bit_cast<std::uint64_t>(head);
        mask_ = std::bit_cast<std::uint64_t>(mask);
        tail_ = std::bit_cast<std::uint64_t>(tail);
    }

    constexpr std::size_t size() const noexcept { return size_; }

    // Whether its first eight characters stand at `at`, where there are as many bytes.
    [[gnu::always_inline]] bool begins_at(const char* at) const noexcept {
        return ((load_word<std::uint64_t>(at) ^ head_) & mask_) == 0;
    }

    // Whether the name stands at `at`, where there are as many bytes, and eight or more.
    [[gnu::always_inline]] bool is_at(const char* at) const noexcept {
        if (!begins_at(at)) return false;
        if (size_ <= 8) return true;
        if (load_word<std::uint64_t>(at + size_ - 8) != tail_) return false;
        return size_ <= 16 || is_equal(at + 8, text_ + 8, size_ - 16);
    }

  private:
    std::uint64_t head_ = 0;
    std::uint64_t mask_ = ~std::uint64_t{};
    std::uint64_t tail_ = 0;
    const char* text_ = nullptr;
    std::size_t size_ = 0;
};

// Whether the elements between a structure's tags are all that it says, each on its own: not so in a
// union, of which one member excludes the others, nor where a member is an attribute.
template <class T>
concept made_of_elements = structure<T> && !union_shape<T> && !has_attributes<T>;

// A list whose items can be read ahead: each is present once it is there, with nothing said of it.
template <class T>
concept list_ahead = list_like<T> && !scalar<T> && !is_maybe<element_of<T>> &&
                     (scalar<element_of<T>> || made_of_elements<element_of<T>>);

// The table of a structure, in a form that does not depend on its type: so that one function reads
// structures of all types. A row is a member; the last one is empty.

class fast_input;
class fast_reader;
struct list_row;

enum class member_kind : std::uint8_t {
    left_out,  // to the strict reader: attributes, flattened lists, maps, unions ...
    scalar,
    structure,
    list,
};

struct shape_row {
    tag_name name{};
    member_kind kind = member_kind::left_out;
    bool is_text = false;  // of a scalar: that it may be empty
    // Reads the text of a scalar into the member, and returns the place of the '<' behind it; null if
    // that is the strict reader's work.
    const char* (*read)(void* object, const char* at, fast_input& in) = nullptr;
    // Makes a structure or a list present, and returns it.
    void* (*open)(void* object) = nullptr;
    const shape_row* members = nullptr;  // of the structure
    const list_row* items = nullptr;     // of the list
};

struct list_row {
    tag_name name{};
    // Adds an element and returns it; null if there is no memory.
    void* (*append)(void* list, scratch& memory) = nullptr;
    void (*finish)(void* list, scratch& memory) = nullptr;
    // An element's own, as in a shape_row.
    const char* (*read)(void* element, const char* at, fast_input& in) = nullptr;
    bool is_text = false;
    const shape_row* members = nullptr;
    // The same as fast_reader::pass_items, and faster, for items that have every member (see
    // skeleton.hpp); or null.
    const char* (*pass_printed)(void* list, const char* at, fast_reader& in, void*& pending,
                                std::string_view tag) = nullptr;
};

template <class Protocol, class T, class Indices>
struct rows_of_members;

// The rows of a structure (see shape_rows.hpp).
template <class Protocol, structure T>
using rows_of = rows_of_members<Protocol, T, std::make_index_sequence<field_count<T>>>;

template <class Protocol, class T, std::size_t... I>
struct rows_of_members<Protocol, T, std::index_sequence<I...>> {
    static const shape_row rows[sizeof...(I) + 1];
};

}  // namespace ec2wire::detail

#endif
