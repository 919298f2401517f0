#ifndef EC2WIRE_CODEC_SKELETON_READER_HPP
#define EC2WIRE_CODEC_SKELETON_READER_HPP

#include <ec2wire/codec/build.hpp>
#include <ec2wire/codec/fast_reader.hpp>
#include <ec2wire/codec/fast_value.hpp>
#include <ec2wire/codec/skeleton.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/service_error.hpp>
#include <ec2wire/shape/storage.hpp>
#include <ec2wire/xml/reader.hpp>
#include <ec2wire/xml/scan.hpp>

#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ec2wire::detail {

// Reads items of a type by a skeleton of whichever kind.
template <class T, class Skeleton>
class item_reader {
  public:
    item_reader(const Skeleton& parts, fast_reader& in) noexcept : parts_(parts), in_(in) {}

    // As many items as there are, and the place behind the last; see list_row::pass_printed.
    template <class List>
    const char* pass_items(List& list, const char* at, void*& pending) const {
        while (const char* const first = parts_.template pass<0>(at, in_.end())) {
            if (pending == nullptr) pending = append(list, in_.memory());
            if (pending == nullptr) break;
            const auto* const mark = in_.memory().mark();
            const char* last = pass_holes<0>(first, *static_cast<T*>(pending));
            if (last != nullptr) last = parts_.template pass<hole_count<T>()>(last, in_.end());
            if (last == nullptr) {
                // Where a member is missing it has been made present all the same.
                *static_cast<T*>(pending) = T{};
                in_.memory().rewind(mark);
                break;
            }
            pending = nullptr;
            at = last;
        }
        return at;
    }

  private:
    // The holes of a structure, each with the part before it, but for the first of all.
    template <std::size_t Hole, structure S>
    [[gnu::always_inline]] const char* pass_holes(const char* at, S& target) const {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            ((at = pass_hole<Hole + holes_before<S, I>(), I>(at, target)) && ...);
        }
        (std::make_index_sequence<field_count<S>>{});
        return at;
    }

    template <std::size_t Hole, std::size_t I, structure S>
    [[gnu::always_inline]] const char* pass_hole(const char* at, S& target) const {
        auto& value = opened(target.*std::get<I>(fields_of<S>).pointer);
        if constexpr (structure<std::remove_cvref_t<decltype(value)>>) {
            return pass_holes<Hole>(at, value);
        } else {
            if constexpr (Hole != 0) at = parts_.template pass<Hole>(at, in_.end());
            if (at == nullptr) return nullptr;
            if constexpr (std::same_as<Skeleton, run_time_skeleton>) {
                return read_member(at, value, in_);
            } else {
                return pass_value(at, value, in_);
            }
        }
    }

    const Skeleton& parts_;
    fast_reader& in_;
};

template <class Protocol, structure T, std::size_t I>
inline constexpr auto item_name = [] {
    constexpr const member_info& list = std::get<I>(fields_of<T>).info;
    constexpr std::string_view name =
        list.traits.item_name.empty() ? Protocol::item_name : list.traits.item_name;
    return fixed_name<name.size()>(name);
}();

// Reads what is between a root's tags, and its end tag.
template <class Protocol, bool IsPretty, message_shape T>
class root_reader {
  public:
    explicit root_reader(fast_reader& ahead) noexcept : ahead_(ahead) {}

    // True if that is all of the document.
    bool pass(T& target, const char* at) {
        mark_ = ahead_.memory().mark();
        at = pass_holes<0>(at, target);
        if (at != nullptr) at = whole::template pass<hole_count<T>()>(at, ahead_.end());
        if (at != nullptr && xml::find_non_space(at, ahead_.end()) == ahead_.end()) return true;
        // What follows the last list is read once more, by the strict reader.
        ahead_.memory().rewind(mark_);
        // A structure is made present before anything of it is seen.
        for_each_field<T>([&](auto i) {
            auto& member = target.*std::get<i()>(fields_of<T>).pointer;
            if constexpr (structure<contained_in<std::remove_cvref_t<decltype(member)>>>)
                if (!stop_.is_in_list || i() > stop_.next) member = {};
            return true;
        });
        return false;
    }

    // If it is not: places the strict reader in the list that was read last, or leaves it where it is.
    fast_reader::stop resume(xml::reader& in) const noexcept {
        if (stop_.is_in_list) in.open(list_name_, list_end_);
        return stop_;
    }

  private:
    using whole = skeleton<Protocol, IsPretty, T, fixed_name<1>("-")>;

    template <std::size_t Hole, structure S>
    [[gnu::always_inline]] const char* pass_holes(const char* at, S& target) {
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            ((at = pass_hole<Hole + holes_before<S, I>(), I>(at, target)) && ...);
        }
        (std::make_index_sequence<field_count<S>>{});
        return at;
    }

    template <std::size_t Hole, std::size_t I, structure S>
    [[gnu::always_inline]] const char* pass_hole(const char* at, S& target) {
        auto& member = target.*std::get<I>(fields_of<S>).pointer;
        using value = contained_in<std::remove_cvref_t<decltype(member)>>;
        if constexpr (structure<value>) {
            return pass_holes<Hole>(at, opened(member));
        } else {
            at = whole::template pass<Hole>(at, ahead_.end());
            if (at == nullptr) return nullptr;
            if constexpr (scalar<value>) {
                return read_member(at, member, ahead_);
            } else {
                return pass_list<Hole, I, S>(at, opened(member));
            }
        }
    }

    template <std::size_t Hole, std::size_t I, structure S, class List>
    [[gnu::always_inline]] const char* pass_list(const char* at, List& list) {
        using item = element_of<List>;
        using items = skeleton<Protocol, IsPretty, item, item_name<Protocol, S, I>>;
        constexpr std::size_t name_size = Protocol::xml_name(std::get<I>(fields_of<S>).info).size();
        list_name_ = {at - 1 - name_size, name_size};
        void* pending = nullptr;
        at = item_reader<item, items>({}, ahead_).pass_items(list, at, pending);
        list_end_ = at;
        stop_ = {I, true, pending};
        mark_ = ahead_.memory().mark();
        // More items may come, if the strict reader must look for them.
        if (pending != nullptr || whole::template pass<Hole + 1>(at, ahead_.end()) == nullptr)
            return nullptr;
        finish(list, ahead_.memory());
        mark_ = ahead_.memory().mark();
        return at;
    }

    fast_reader& ahead_;
    fast_reader::stop stop_{0, false, nullptr};
    const std::byte* mark_ = nullptr;
    std::string_view list_name_{};
    const char* list_end_ = nullptr;
};

// True if that is all of the document; else `stop` says where the strict reader goes on.
template <class Protocol, bool IsPretty, message_shape T>
bool pass_printed_root(T& target, xml::reader& in, fast_reader& ahead, fast_reader::stop& stop) {
    root_reader<Protocol, IsPretty, T> root(ahead);
    if (root.pass(target, in.rest().data())) return true;
    stop = root.resume(in);
    return false;
}

template <class Protocol, message_shape T>
bool pass_printed_root(T& target, xml::reader& in, fast_reader& ahead, fast_reader::stop& stop) {
    if (ahead.how().is_pretty()) return pass_printed_root<Protocol, true>(target, in, ahead, stop);
    return ahead.how().is_minified() && pass_printed_root<Protocol, false>(target, in, ahead, stop);
}

// What EC2 prints when it says no, on one line.
//
//   <Response><Errors><Error>...</Error></Errors><RequestID>ea966190-...</RequestID></Response>
//             ----------------------------------------------------------------------
struct printed_error {
    using service = void;
    static constexpr std::string_view operation = "";

    list_view<error_entry> errors{};
    std::optional<std::string_view> request_id{};

    static constexpr auto fields() {
        using self = printed_error;
        return std::tuple{field{"Errors", &self::errors, {.item_name = "Error"}},
                          field{"RequestID", &self::request_id}};
    }
};

template <class Protocol, class List, fixed_name Name>
const char* pass_printed_items(void* to, const char* at, fast_reader& in, void*& pending,
                               std::string_view tag) {
    using item = element_of<List>;
    using pretty = skeleton<Protocol, true, item, Name>;
    using minified = skeleton<Protocol, false, item, Name>;
    List& list = *static_cast<List*>(to);
    if (tag.empty() && in.how().is_pretty())
        return item_reader<item, pretty>({}, in).pass_items(list, at, pending);
    if (tag.empty() && in.how().is_minified())
        return item_reader<item, minified>({}, in).pass_items(list, at, pending);
    run_time_skeleton other;
    constexpr auto& text = minified::whole.text;
    if (!other.print({text.data(), text.size()}, minified::whole.begin.data(), in.how(), tag))
        return at;
    return item_reader<item, run_time_skeleton>(other, in).pass_items(list, at, pending);
}

}  // namespace ec2wire::detail

#endif
