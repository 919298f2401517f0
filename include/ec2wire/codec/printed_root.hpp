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

namespace ec2wire::detail {

// A document whose members all are there, as EC2 prints it: read from gap to gap, down to its last
// byte. Most replies are nothing else, and need no other reader.

// How far a document was read that is not so all through, for the strict reader to go on: behind the
// root's start tag, or in a list or right behind it.
struct printed_stop {
    opened_tag root{};
    opened_tag list{};
    fast_reader::stop at{};
};

// Reads a document from behind its first gap.
//
//   ... <StopInstancesResponse xmlns="...">\n    <requestId>59dbff89-...</requestId>\n ...
//   ----------------------------------------------------            --------------    parts 0, 1 ...
template <class Protocol, bool IsPretty, message_shape T>
class root_reader
    : hole_reader<root_reader<Protocol, IsPretty, T>, skeleton<Protocol, IsPretty, T>> {
    using whole = skeleton<Protocol, IsPretty, T>;
    using holes = hole_reader<root_reader, whole>;
    friend holes;

  public:
    root_reader(fast_input& in, printed_stop& stop) noexcept
        : holes(in), stop_(stop), mark_(in.memory().mark()) {}

    // True if that is all of the document; else the stop says which list was read last, if any.
    bool pass(T& target, const char* first) {
        const char* const end = this->in_.end();
        const char* const last = this->template pass_holes<0>(first, end, target);
        if (last == end) return true;
        if (last != nullptr && xml::detail::find_non_space_further(last, end) == end) return true;
        // What follows the last list is read once more, by the strict reader.
        memory().rewind(mark_);
        if (place_ != nullptr) {
            stop_.list = {{begin_ - 1 - name_size_, name_size_}, place_};
            stop_.at = {index_, true, pending_};
        }
        return false;
    }

  private:
    scratch& memory() const noexcept { return this->in_.memory(); }

    template <std::size_t Hole, std::size_t I, structure S, class List>
    [[gnu::always_inline]] const char* pass_list(const char* at, const char* end, List& list) {
        using item = element_of<List>;
        using items = skeleton<Protocol, IsPretty, item, item_name<Protocol, S, I>>;
        void* pending = nullptr;
        begin_ = at;
        place_ = item_reader<item, items>(this->in_).pass_items(list, at, pending);
        name_size_ = Protocol::xml_name(std::get<I>(fields_of<S>).info).size();
        index_ = I;
        pending_ = pending;
        mark_ = memory().mark();
        // More items may come, if the strict reader must look for them.
        if (pending != nullptr) return nullptr;
        const char* const last = whole::template pass<Hole + 1>(place_, end);
        if (last == nullptr) return nullptr;
        finish(list, memory());
        mark_ = memory().mark();
        return last;
    }

    printed_stop& stop_;
    const std::byte* mark_;  // where what was read for good ends
    // The list that was read last, as words that stay in registers.
    const char* begin_ = nullptr;
    const char* place_ = nullptr;
    std::size_t name_size_ = 0;
    std::size_t index_ = 0;
    void* pending_ = nullptr;
};

// Reads a document that begins at `at`, or whose first gap is known to end at `first`. True if that is
// all of it; else `stop` says where the strict reader goes on.
template <class Protocol, bool IsPretty, message_shape T>
[[gnu::noinline]] bool pass_printed_root(T& target, const char* at, const char* first,
                                         fast_input& in, printed_stop& stop) {
    using whole = skeleton<Protocol, IsPretty, T>;
    if (first == nullptr) first = whole::template pass<0>(at, in.end());
    if (first == nullptr) return false;
    if (root_reader<Protocol, IsPretty, T>(in, stop).pass(target, first)) return true;
    const char* const place = first - whole::first_gap().size();
    stop.root = {{place - root_tag<T>.size() + 1, root_name_size<T>}, place};
    return false;
}

// The same in whichever of the two layouts: the byte behind the root's start tag tells which that may be.
template <class Protocol, message_shape T>
[[gnu::always_inline]] inline bool pass_printed_document(T& target, std::string_view bytes,
                                                         scratch& memory, printed_stop& stop) {
    if (bytes.size() <= printed_head_size<T>) return false;
    const char next = bytes[printed_head_size<T>];
    fast_input in(bytes.data() + bytes.size(), memory);
    if (next == '\n')
        return pass_printed_root<Protocol, true>(target, bytes.data(), nullptr, in, stop);
    return next == '<' &&
           pass_printed_root<Protocol, false>(target, bytes.data(), nullptr, in, stop);
}

// The same from behind a root's start tag, whatever stands before that.
template <class Protocol, message_shape T>
bool pass_printed_inside(T& target, const char* at, fast_input& in, printed_stop& stop) {
    const bool is_pretty = at != in.end() && *at == '\n';
    const char* const first = pass_text(at, in.end(),
                                        is_pretty ? skeleton<Protocol, true, T>::first_gap()
                                                  : skeleton<Protocol, false, T>::first_gap());
    if (first == nullptr) return false;
    return is_pretty ? pass_printed_root<Protocol, true>(target, at, first, in, stop)
                     : pass_printed_root<Protocol, false>(target, at, first, in, stop);
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
[[gnu::noinline]] bool pass_printed_error(service_error& said, const char* root, fast_input& in,
                                          printed_stop& stop) {
    using errors = skeleton<Protocol, false, printed_error>;
    stop.root = pass_error_tag(root, in.end());
    if (stop.root.place == nullptr) return false;
    printed_error document;
    const char* const first = errors::template pass<0>(stop.root.place, in.end());
    if (first == nullptr ||
        !root_reader<Protocol, false, printed_error>(in, stop).pass(document, first))
        return false;
    const error_entry& error = document.errors.error;
    said = {*error.code, *error.message, *document.request_id};
    return true;
}

}  // namespace ec2wire::detail

#endif
