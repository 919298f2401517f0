#ifndef EC2WIRE_CODEC_SKELETON_HPP
#define EC2WIRE_CODEC_SKELETON_HPP

#include <ec2wire/codec/build.hpp>
#include <ec2wire/codec/fast_reader.hpp>
#include <ec2wire/codec/root_tag.hpp>
#include <ec2wire/core/bytes.hpp>
#include <ec2wire/shape/kind.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ec2wire::detail {

// An item as EC2 prints it, or the same without white space, when every member is there, with holes
// where the texts go. All that stands between two holes is compared at once, with a text known when
// the caller compiles.
//
//   \n        <item>\n            <instanceId>O</instanceId>\n            <currentState>...</item>
//   ----------------------------------------- ------------------------------------...
//
// It is code of its own for each type of item and each of the two layouts, and twice as fast as the
// tables: worth it for the short items of which a reply holds little else.

// Deeper than this no skeleton goes, so that a recursive shape has an end.
inline constexpr std::size_t max_skeleton_depth = 4;

// What a member holds, if that is a scalar, or a structure of such members: as many holes as it has
// scalars.
template <class Member, std::size_t Depth = 0>
constexpr bool has_skeleton() noexcept {
    using value = contained_in<Member>;
    if constexpr (is_indirect<Member>) {
        return false;
    } else if constexpr (made_of_elements<value> && Depth < max_skeleton_depth) {
        return []<std::size_t... I>(std::index_sequence<I...>) {
            return (has_skeleton<member_type_of<value, I>, Depth + 1>() && ...) &&
                   !(std::get<I>(fields_of<value>).info.traits.flattened || ...);
        }
        (std::make_index_sequence<field_count<value>>{});
    } else {
        return scalar<value>;
    }
}

template <class T>
constexpr std::size_t hole_count() noexcept;

template <structure T, std::size_t Members>
constexpr std::size_t holes_before() noexcept {
    return []<std::size_t... I>(std::index_sequence<I...>) {
        return (std::size_t{0} + ... + hole_count<contained_in<member_type_of<T, I>>>());
    }
    (std::make_index_sequence<Members>{});
}

template <class T>
constexpr std::size_t hole_count() noexcept {
    if constexpr (structure<T>) {
        return holes_before<T, field_count<T>>();
    } else {
        return 1;
    }
}

// No skeleton has more holes than these.
inline constexpr std::size_t most_holes = 32;

// Whether an item is worth a skeleton: it has holes, but not many.
template <class T>
constexpr bool is_short() noexcept {
    if constexpr (has_skeleton<T>()) {
        constexpr std::size_t holes = hole_count<contained_in<T>>();
        return holes != 0 && holes <= most_holes;
    } else {
        return false;
    }
}

// Whether a root is printed with all its members in one run: scalars, short structures, and lists of
// short items.
template <class Member>
constexpr bool is_root_member() noexcept {
    using value = contained_in<Member>;
    if constexpr (list_ahead<value>) {
        return structure<element_of<value>> && is_short<element_of<value>>() && !nullable<Member>;
    } else {
        return is_short<Member>();
    }
}

template <structure T>
constexpr bool has_root_skeleton() noexcept {
    return []<std::size_t... I>(std::index_sequence<I...>) {
        return (is_root_member<member_type_of<T, I>>() && ...) &&
               !(std::get<I>(fields_of<T>).info.traits.flattened || ...);
    }
    (std::make_index_sequence<field_count<T>>{});
}

// Prints a skeleton, or only counts its characters where `out` is null.
template <class Protocol>
class skeleton_printer {
  public:
    constexpr skeleton_printer(bool is_pretty, char* out, std::size_t* holes) noexcept
        : is_pretty_(is_pretty), out_(out), holes_(holes) {}

    template <class T>
    constexpr void print_element(std::size_t depth, std::string_view name) noexcept {
        print_gap(depth, "<", name);
        if constexpr (structure<T>) {
            print_members<T>(depth + 1);
            print_gap(depth, "</", name);
        } else {
            if (holes_ != nullptr) *holes_++ = size_;
            if constexpr (scalar<T>) {
                put("</");
                put(name);
                put(">");
            } else {
                print_gap(depth, "</", name);
            }
        }
    }

    template <structure T>
    constexpr void print_members(std::size_t depth) noexcept {
        for_each_field<T>([&](auto i) {
            constexpr auto& field = std::get<i()>(fields_of<T>);
            using member = typename std::remove_cvref_t<decltype(field)>::member_type;
            print_element<contained_in<member>>(depth, Protocol::xml_name(field.info));
            return true;
        });
    }

    // A whole document, as far as it is known: what is before the root's members only if T has it.
    template <message_shape T>
    constexpr void print_document() noexcept {
        if constexpr (has_root_tag<T>) {
            put(printed_declaration);
            put({root_tag<T>.data(), root_tag<T>.size()});
        }
        print_members<T>(1);
        print_gap(0, "</", T::operation);
        --size_;
        put(Protocol::root_suffix);
        put(">");
    }

    constexpr std::size_t size() const noexcept { return size_; }

  private:
    constexpr void print_gap(std::size_t depth, std::string_view bracket,
                             std::string_view name) noexcept {
        if (is_pretty_) put('\n');
        for (std::size_t i = 0; is_pretty_ && i < 4 * depth; ++i) put(' ');
        put(bracket);
        put(name);
        put(">");
    }

    constexpr void put(char c) noexcept {
        if (out_ != nullptr) out_[size_] = c;
        ++size_;
    }
    constexpr void put(std::string_view text) noexcept {
        for (const char c : text) put(c);
    }

    bool is_pretty_;
    char* out_;
    std::size_t* holes_;
    std::size_t size_ = 0;
};

// The text of a skeleton, and where its parts begin: part N lies between hole N-1 and hole N.
// Of an item with that name; or, without a name, of a whole document: from its declaration on, or from
// behind its root's start tag where that is not known.
template <class Protocol, bool IsPretty, class T, fixed_name... Name>
struct skeleton {
    static constexpr void print(skeleton_printer<Protocol>& printer) noexcept {
        if constexpr (sizeof...(Name) == 0) {
            printer.template print_document<T>();
        } else {
            (printer.template print_element<T>(fast_reader::printed_depth, Name.view()), ...);
        }
    }

    static constexpr std::size_t size = [] {
        skeleton_printer<Protocol> counter(IsPretty, nullptr, nullptr);
        print(counter);
        return counter.size();
    }();

    struct printed {
        std::array<char, size> text{};
        std::array<std::size_t, hole_count<T>() + 2> begin{};
    };
    static constexpr printed whole = [] {
        printed result{};
        skeleton_printer<Protocol> printer(IsPretty, result.text.data(), result.begin.data() + 1);
        print(printer);
        result.begin.back() = size;
        return result;
    }();

    template <std::size_t Part>
    static constexpr std::size_t size_of = whole.begin[Part + 1] - whole.begin[Part];

    // What stands between a root's start tag and the first hole.
    static constexpr std::string_view first_gap() noexcept {
        constexpr std::size_t head = printed_head_size<T>;
        return {whole.text.data() + head, whole.begin[1] - head};
    }

    // Past one part, or null if something else stands there.
    template <std::size_t Part>
    [[gnu::always_inline]] static const char* pass(const char* at, const char* end) noexcept {
        return static_cast<std::size_t>(end - at) < size_of<Part> ? nullptr
                                                                  : pass_in_room<Part>(at);
    }

    // The same where there are as many bytes.
    template <std::size_t Part>
    [[gnu::always_inline]] static const char* pass_in_room(const char* at) noexcept {
        const char* const text = whole.text.data() + whole.begin[Part];
        return is_equal_block(at, text, size_of<Part>) ? at + size_of<Part> : nullptr;
    }
};

}  // namespace ec2wire::detail

#endif
