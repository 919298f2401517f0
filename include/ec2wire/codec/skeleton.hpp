#ifndef EC2WIRE_CODEC_SKELETON_HPP
#define EC2WIRE_CODEC_SKELETON_HPP

#include <ec2wire/codec/gap.hpp>
#include <ec2wire/codec/gap_count.hpp>
#include <ec2wire/shape/kind.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace ec2wire::detail {

// An item as a layout prints it when every member is there, with holes where the texts go. All that
// stands between two holes is compared at once.
//
//   \n        <item>\n            <instanceId>O</instanceId>\n            <currentState>...</item>
//   ----------------------------------------- ------------------------------------...

// A structure whose members are scalars and such structures: as many holes as it has scalars.
template <class T>
constexpr bool has_skeleton() noexcept {
    if constexpr (scalar<T>) {
        return true;
    } else if constexpr (made_of_elements<T>) {
        return []<std::size_t... I>(std::index_sequence<I...>) {
            return (has_skeleton<contained_in<
                        typename std::tuple_element_t<I, decltype(T::fields())>::member_type>>() &&
                    ...) &&
                   !(std::get<I>(fields_of<T>).info.traits.flattened || ...);
        }
        (std::make_index_sequence<field_count<T>>{});
    } else {
        return false;
    }
}

template <class T>
constexpr std::size_t hole_count() noexcept;

template <structure T, std::size_t Members>
constexpr std::size_t holes_before() noexcept {
    return []<std::size_t... I>(std::index_sequence<I...>) {
        return (std::size_t{0} + ... +
                hole_count<contained_in<
                    typename std::tuple_element_t<I, decltype(T::fields())>::member_type>>());
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

// Prints a skeleton, or only counts its characters where `out` is null.
template <class Protocol, class Layout>
class skeleton_printer {
  public:
    constexpr skeleton_printer(char* out, std::size_t* holes) noexcept : out_(out), holes_(holes) {}

    template <class T>
    constexpr void print_element(std::size_t depth, std::string_view name) noexcept {
        print_gap(depth, "<", name);
        if constexpr (structure<T>) {
            for_each_field<T>([&](auto i) {
                constexpr auto& field = std::get<i()>(fields_of<T>);
                using member = typename std::remove_cvref_t<decltype(field)>::member_type;
                print_element<contained_in<member>>(depth + 1, Protocol::xml_name(field.info));
                return true;
            });
            print_gap(depth, "</", name);
        } else {
            if (holes_ != nullptr) *holes_++ = size_;
            put("</");
            put(name);
            put(">");
        }
    }

    constexpr std::size_t size() const noexcept { return size_; }

  private:
    constexpr void print_gap(std::size_t depth, std::string_view bracket,
                             std::string_view name) noexcept {
        for (std::size_t i = 0; i < Layout::margin_size(depth); ++i) put(Layout::margin(i));
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

    char* out_;
    std::size_t* holes_;
    std::size_t size_ = 0;
};

// The text of a skeleton, and where its parts begin: part N lies between hole N-1 and hole N.
template <class Protocol, class Layout, std::size_t Depth, class T, class Element>
struct skeleton {
    static constexpr std::size_t size = [] {
        skeleton_printer<Protocol, Layout> counter(nullptr, nullptr);
        counter.template print_element<T>(Depth, Element::name);
        return counter.size();
    }();

    struct printed {
        std::array<char, size> text{};
        std::array<std::size_t, hole_count<T>() + 2> begin{};
    };
    static constexpr printed whole = [] {
        printed result{};
        skeleton_printer<Protocol, Layout> printer(result.text.data(), result.begin.data() + 1);
        printer.template print_element<T>(Depth, Element::name);
        result.begin.back() = size;
        return result;
    }();

    // Past one part, or null if something else stands there.
    template <std::size_t Part>
    static const char* pass_part(const char* at, const char* end) noexcept {
        constexpr std::size_t begin = whole.begin[Part];
        constexpr std::size_t part_size = whole.begin[Part + 1] - begin;
        return pass_text<part_size>(at, end, whole.text.data() + begin);
    }
};

}  // namespace ec2wire::detail

#endif
