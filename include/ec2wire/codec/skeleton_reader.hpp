#ifndef EC2WIRE_CODEC_SKELETON_READER_HPP
#define EC2WIRE_CODEC_SKELETON_READER_HPP

#include <ec2wire/codec/build.hpp>
#include <ec2wire/codec/fast_reader.hpp>
#include <ec2wire/codec/fast_value.hpp>
#include <ec2wire/codec/run_time_skeleton.hpp>
#include <ec2wire/codec/skeleton.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ec2wire::detail {

// Reads the holes of a structure, each with the part behind it, by a skeleton of whichever kind. Lists
// are the Reader's own.
template <class Reader, class Skeleton>
class hole_reader {
  public:
    hole_reader(const Skeleton& parts, fast_input& in) noexcept : parts_(parts), in_(in) {}
    // By one that is known when the caller compiles.
    explicit hole_reader(fast_input& in) noexcept : parts_(constant), in_(in) {}

  protected:
    template <std::size_t Hole, structure S>
    [[gnu::always_inline]] const char* pass_holes(const char* at, const char* end, S& target) {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (void)((at = pass_hole<Hole + holes_before<S, I>(), I>(at, end, target)) && ...);
        }
        (std::make_index_sequence<field_count<S>>{});
        return at;
    }

    const Skeleton& parts_;
    fast_input& in_;

  private:
    static constexpr Skeleton constant{};

    template <std::size_t Hole, std::size_t I, structure S>
    [[gnu::always_inline]] const char* pass_hole(const char* at, const char* end, S& target) {
        auto& member = target.*std::get<I>(fields_of<S>).pointer;
        using value = contained_in<std::remove_cvref_t<decltype(member)>>;
        if constexpr (structure<value>) {
            return pass_holes<Hole>(at, end, opened(member));
        } else if constexpr (!scalar<value>) {
            return static_cast<Reader*>(this)->template pass_list<Hole, I, S>(at, end,
                                                                              opened(member));
        } else if constexpr (std::same_as<Skeleton, run_time_skeleton>) {
            at = read_member(at, member, in_);
            return at == nullptr ? nullptr : parts_.template pass<Hole + 1>(at, end);
        } else {
            at = pass_value<Skeleton::template size_of<Hole + 1>>(at, end, member, in_);
            return at == nullptr ? nullptr : Skeleton::template pass_in_room<Hole + 1>(at);
        }
    }
};

template <class T, class Skeleton>
class item_reader : hole_reader<item_reader<T, Skeleton>, Skeleton> {
  public:
    using hole_reader<item_reader, Skeleton>::hole_reader;

    // As many items as there are, and the place behind the last; see list_row::pass_printed.
    template <class List>
    const char* pass_items(List& list, const char* at, void*& pending) {
        fast_input& in = this->in_;
        const char* const end = in.end();
        while (const char* const first = this->parts_.template pass<0>(at, end)) {
            if (pending == nullptr) pending = append(list, in.memory());
            if (pending == nullptr) break;
            const auto* const mark = in.memory().mark();
            T& item = *static_cast<T*>(pending);
            const char* const last = this->template pass_holes<0>(first, end, item);
            if (last == nullptr) {
                // Half read and empty: see fast_reader::stop.
                make_empty(item);
                in.memory().rewind(mark);
                break;
            }
            pending = nullptr;
            at = last;
        }
        return at;
    }
};

template <class Protocol, structure T, std::size_t I>
inline constexpr auto item_name = [] {
    constexpr const member_info& list = std::get<I>(fields_of<T>).info;
    constexpr std::string_view name =
        list.traits.item_name.empty() ? Protocol::item_name : list.traits.item_name;
    return fixed_name<name.size()>(name);
}();

template <class Protocol, class List, fixed_name Name>
const char* pass_printed_items(void* to, const char* at, fast_reader& in, void*& pending,
                               std::string_view tag) {
    using item = element_of<List>;
    using pretty = skeleton<Protocol, true, item, Name>;
    using minified = skeleton<Protocol, false, item, Name>;
    List& list = *static_cast<List*>(to);
    if (tag.empty() && in.how().is_pretty())
        return item_reader<item, pretty>(in).pass_items(list, at, pending);
    if (tag.empty() && in.how().is_minified())
        return item_reader<item, minified>(in).pass_items(list, at, pending);
    run_time_skeleton other;
    constexpr auto& text = minified::whole.text;
    if (!other.print({text.data(), text.size()}, minified::whole.begin.data(), in.how(), tag))
        return at;
    return item_reader<item, run_time_skeleton>(other, in).pass_items(list, at, pending);
}

}  // namespace ec2wire::detail

#endif
