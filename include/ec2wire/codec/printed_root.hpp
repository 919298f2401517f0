#ifndef EC2WIRE_CODEC_PRINTED_ROOT_HPP
#define EC2WIRE_CODEC_PRINTED_ROOT_HPP

#include <ec2wire/codec/build.hpp>
#include <ec2wire/codec/fast_input.hpp>
#include <ec2wire/codec/fast_reader.hpp>
#include <ec2wire/codec/fast_value.hpp>
#include <ec2wire/codec/root_tag.hpp>
#include <ec2wire/codec/skeleton.hpp>
#include <ec2wire/codec/skeleton_reader.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/service_error.hpp>
#include <ec2wire/shape/storage.hpp>
#include <ec2wire/xml/scan.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ec2wire::detail {

// A document whose members all are there, as EC2 prints it: read from gap to gap, down to its last
// byte. Most replies are nothing else, and need no other reader.

// How far a document was read that is not so all through, for the strict reader to go on: behind the
// root's start tag, or in the list that was read last.
struct printed_stop {
    opened_tag root{};
    opened_tag list{};
    fast_reader::stop at{};
};

// Reads what is between a root's tags, and its end tag.
//
//   <StopInstancesResponse xmlns="...">\n    <requestId>59dbff89-...</requestId>\n ...
//                                      -----------------            --------------    parts 0, 1 ...
template <class Protocol, bool IsPretty, message_shape T>
class root_reader {
  public:
    explicit root_reader(fast_input& in) noexcept : in_(in) {}

    // True if that is all of the document.
    bool pass(T& target, const char* at) {
        mark_ = in_.memory().mark();
        at = whole::template pass<0>(at, in_.end());
        if (at != nullptr) at = pass_holes<0>(at, target);
        if (at == in_.end()) return true;
        if (at != nullptr && xml::find_non_space(at, in_.end()) == in_.end()) return true;
        // What follows the last list is read once more, by the strict reader.
        in_.memory().rewind(mark_);
        return false;
    }

    // If it is not.
    void say_where(printed_stop& stop) const noexcept {
        stop.at = stop_;
        stop.list = list_;
    }

  private:
    using whole = skeleton<Protocol, IsPretty, T>;

    // The holes of a structure, each with the part behind it.
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
        } else if constexpr (scalar<value>) {
            // Code of its own only for what all operations share.
            if constexpr (std::is_void_v<typename T::service>) {
                constexpr std::size_t room = whole::template size_of<Hole + 1>;
                at = pass_value<room>(at, in_.end(), member, in_);
                return at == nullptr ? nullptr : whole::template pass_in_room<Hole + 1>(at);
            } else {
                at = read_member(at, member, in_);
                return at == nullptr ? nullptr : whole::template pass<Hole + 1>(at, in_.end());
            }
        } else {
            return pass_list<Hole, I, S>(at, opened(member));
        }
    }

    template <std::size_t Hole, std::size_t I, structure S, class List>
    [[gnu::always_inline]] const char* pass_list(const char* at, List& list) {
        using item = element_of<List>;
        using items = skeleton<Protocol, IsPretty, item, item_name<Protocol, S, I>>;
        constexpr std::size_t name_size = Protocol::xml_name(std::get<I>(fields_of<S>).info).size();
        list_.name = {at - 1 - name_size, name_size};
        void* pending = nullptr;
        list_.place = item_reader<item, items>({}, in_).pass_items(list, at, pending);
        stop_ = {I, true, pending};
        mark_ = in_.memory().mark();
        // More items may come, if the strict reader must look for them.
        if (pending != nullptr) return nullptr;
        at = whole::template pass<Hole + 1>(list_.place, in_.end());
        if (at == nullptr) return nullptr;
        finish(list, in_.memory());
        mark_ = in_.memory().mark();
        return at;
    }

    fast_input& in_;
    fast_reader::stop stop_{};
    const std::byte* mark_ = nullptr;
    opened_tag list_{};
};

// True if that is all of the document; else `stop` says where the strict reader goes on.
template <class Protocol, bool IsPretty, message_shape T>
bool pass_printed_root(T& target, const char* at, fast_input& in, printed_stop& stop) {
    root_reader<Protocol, IsPretty, T> root(in);
    if (root.pass(target, at)) return true;
    root.say_where(stop);
    return false;
}

// The first byte tells in which of the two layouts that may be.
template <class Protocol, message_shape T>
bool pass_printed_root(T& target, const char* at, fast_input& in, printed_stop& stop) {
    if (at == in.end()) return false;
    if (*at == '\n') return pass_printed_root<Protocol, true>(target, at, in, stop);
    return *at == '<' && pass_printed_root<Protocol, false>(target, at, in, stop);
}

// E1. What EC2 prints when it says no: one error, on one line.
//
//   <Response><Errors><Error>...</Error></Errors><RequestID>ea966190-...</RequestID></Response>
//             ----------------------------------------------------------------------
struct printed_errors {
    error_entry error{};

    static constexpr auto fields() { return std::tuple{field{"Error", &printed_errors::error}}; }
};

struct printed_error {
    using service = void;
    static constexpr std::string_view operation = "";

    printed_errors errors{};
    std::optional<std::string_view> request_id{};

    static constexpr auto fields() {
        return std::tuple{field{"Errors", &printed_error::errors},
                          field{"RequestID", &printed_error::request_id}};
    }
};

// True if that is all of the document; else `stop` says how far the strict reader need not read again.
template <class Protocol>
[[gnu::noinline]] bool pass_printed_error(service_error& said, const char* at, fast_input& in,
                                          printed_stop& stop) {
    stop.root = pass_error_tag(at, in.end());
    if (stop.root.place == nullptr) return false;
    printed_error document;
    if (!root_reader<Protocol, false, printed_error>(in).pass(document, stop.root.place))
        return false;
    const error_entry& error = document.errors.error;
    said = {*error.code, *error.message, *document.request_id};
    return true;
}

}  // namespace ec2wire::detail

#endif
