#ifndef EC2WIRE_CODEC_VISIT_CLOUDTRAIL_EVENTS_HPP
#define EC2WIRE_CODEC_VISIT_CLOUDTRAIL_EVENTS_HPP

#include <ec2wire/codec/cloudtrail_event.hpp>
#include <ec2wire/codec/decode_json.hpp>
#include <ec2wire/core/call_visitor.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/core/result.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/json/parser.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <memory>
#include <string_view>

namespace ec2wire {

namespace detail {

// Passes an event to the caller's visitor; false ends the visit.
struct event_visit {
    void* context{};
    bool (*show)(void* context, const cloudtrail_event& event){};
};

inline namespace EC2WIRE_COMPILATION {

// Splits a file into its events.
class event_file {
  public:
    event_file(json::padded_bytes file, scratch& memory, json::parser& parser,
               const event_visit& visit) noexcept
        : file_(file), memory_(memory), parser_(parser), visit_(visit) {}

    result<std::size_t, decode_error> read() {
        while (error_.code == errc{} && skip_space()) {
            if (skip_opening())
                read_records();
            else
                read_line();
        }
        if (error_.code != errc{}) return unexpected(error_);
        return count_;
    }

  private:
    std::string_view text() const noexcept { return {file_.data(), file_.size()}; }

    // Returns false at the end of the file.
    bool skip_space() noexcept {
        while (at_ < file_.size() && is_space(file_[at_])) ++at_;
        return at_ < file_.size();
    }

    bool skip(std::string_view token) noexcept {
        if (!skip_space() || !text().substr(at_).starts_with(token)) return false;
        at_ += token.size();
        return true;
    }

    void fail(errc code) noexcept {
        error_ = {at_ < file_.size() ? code : errc::unexpected_end, at_};
    }

    // {"Records":[    or, before an event or the closing bracket,    [
    bool skip_opening() noexcept {
        const std::size_t begin = at_;
        (void)skip("\xEF\xBB\xBF");  // a byte order mark
        is_array_ = skip("[");
        if (is_array_ && skip_space() && (file_[at_] == '{' || file_[at_] == ']')) return true;
        if (skip("{") && skip("\"Records\"") && skip(":") && skip("[")) return true;
        at_ = begin;
        return false;
    }

    //   {"Records":[{"eventName":...},{...}]}
    //               ----------------------
    void read_records() {
        if (skip("]")) return read_closing();
        do {
            if (!skip_space() || file_[at_] != '{') return fail(errc::wrong_type);
            const std::size_t begin = at_;
            if (!skip_object()) return fail(errc::unexpected_end);
            show(begin, at_);
            if (error_.code != errc{}) return;
        } while (skip(","));
        if (!skip("]")) return fail(errc::bad_json);
        read_closing();
    }

    // CloudTrail writes nothing beside the records.
    void read_closing() noexcept {
        if (is_array_ || skip("}")) return;
        const bool has_more = at_ < file_.size() && file_[at_] == ',';
        fail(has_more ? errc::wrong_root : errc::bad_json);
    }

    // Skips to the bracket that closes the one at the position, false if there is none; what is in between is
    // checked when it is decoded.
    bool skip_object() noexcept {
        std::size_t depth = 0;
        bool is_in_text = false;
        for (; at_ < file_.size(); ++at_) {
            const char c = file_[at_];
            if (is_in_text) {
                if (c == '\\') ++at_;
                is_in_text = c != '"';
            } else if (c == '"') {
                is_in_text = true;
            } else if (c == '{' || c == '[') {
                ++depth;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                ++at_;
                return true;
            }
        }
        at_ = file_.size();
        return false;
    }

    void read_line() {
        const std::size_t begin = at_;
        const std::size_t end = (std::min)(text().find('\n', at_), file_.size());
        // An event that has several lines begins with a bracket alone. Only one search for the closing bracket
        // may fail: many would take quadratic time.
        std::size_t left = 0;
        const bool is_open = trim(text().substr(begin, end - begin), left) == "{";
        const bool is_long = is_open && !has_open_line_ && skip_object();
        has_open_line_ |= is_open && !is_long;
        if (!is_long) at_ = end;
        show(begin, at_);
    }

    void show(std::size_t begin, std::size_t end) {
        const auto* const mark = memory_.mark();
        const json::padded_bytes bytes(file_.data() + begin, end - begin, file_.capacity() - begin);
        cloudtrail_event event;
        read_head(bytes, event);
        event.bytes = bytes;
        event.offset = begin;
        event.number = ++count_;
        if (!visit_.show(visit_.context, event)) error_ = {errc::stopped_by_visitor, end};
        memory_.rewind(mark);
    }

    void read_head(json::padded_bytes bytes, cloudtrail_event& event) {
        const auto head = decode_json<cloudtrail_event>(bytes, memory_, parser_);
        if (head) {
            event = *head;
        } else if (head.error().code != errc::wrong_root) {
            event.error = head.error();
        } else {
            const auto around = decode_json<event_of_eventbridge>(bytes, memory_, parser_);
            if (around && around->detail)
                event = *around->detail;
            else
                event.error = head.error();
        }
    }

    json::padded_bytes file_;
    scratch& memory_;
    json::parser& parser_;
    const event_visit& visit_;
    std::size_t at_ = 0;
    std::size_t count_ = 0;
    decode_error error_{};
    bool is_array_ = false;
    bool has_open_line_ = false;
};

}  // namespace EC2WIRE_COMPILATION

template <class Visit>
event_visit event_visit_of(Visit& visit) noexcept {
    return {const_cast<void*>(static_cast<const void*>(std::addressof(visit))),
            [](void* context, const cloudtrail_event& event) {
                return call_visitor(*static_cast<Visit*>(context), event);
            }};
}

}  // namespace detail

inline namespace EC2WIRE_COMPILATION {

// Calls a visitor with each event of a CloudTrail file, or of several files one after the other:
//
//     {"Records":[{"eventName":"StopInstances",...},...]}     as CloudTrail delivers them, unpacked
//     [{"eventName":"StopInstances",...},...]                 or in an array
//     {"eventName":"StopInstances",...}                       or one event a line, also EventBridge's
//     {"eventName":"StartInstances",...}
//     {                                                       or an event on several lines, of which the
//       "eventName": "StopInstances", ...                     first is a bracket alone
//
//     ec2wire::visit_cloudtrail_events(file, scratch, parser, [&](const ec2wire::cloudtrail_event& event) {
//         if (event.name == "StopInstances")
//             use(ec2wire::decode_cloudtrail<stop_instances_response>(event.bytes, scratch, parser));
//     });
//
// A line, or an object among the records, that is not an event is passed with its error, and reading goes on
// with the next. `visit` may use the scratch, but must not clear it: what it decodes there is valid until it
// returns. It may return false to stop: the error is then stopped_by_visitor.
//
// Returns how often `visit` was called. An error of the file, with its offset, is returned after the events
// before it: unexpected_end, bad_json, wrong_type for a record that is not an object, wrong_root for a member
// beside the records, out_of_memory, or missing_padding. The capacity must exceed the size as for decode_json.
template <class Visit>
result<std::size_t, decode_error> visit_cloudtrail_events(json::padded_bytes file, scratch& memory,
                                                          json::parser& parser, Visit&& visit) {
    if (!json::has_padding(file))
        return unexpected(decode_error{errc::missing_padding, file.size()});
    const auto shown = detail::event_visit_of(visit);
    return detail::event_file(file, memory, parser, shown).read();
}

// Visits the events of simdjson's own string.
template <std::same_as<json::padded_string> String, class Visit>
result<std::size_t, decode_error> visit_cloudtrail_events(const String& file, scratch& memory,
                                                          json::parser& parser, Visit&& visit) {
    return visit_cloudtrail_events(json::padded_bytes(file), memory, parser, visit);
}

// Visits the events of bytes without padding, which are copied into the scratch once.
template <class Visit>
result<std::size_t, decode_error> visit_cloudtrail_events(std::string_view file, scratch& memory,
                                                          json::parser& parser, Visit&& visit) {
    json::padded_bytes copy{};
    if (!json::copy_padded(file, memory, copy))
        return unexpected(decode_error{errc::out_of_memory, 0});
    return visit_cloudtrail_events(copy, memory, parser, visit);
}

// Deleted, to explain a mistaken call.
void visit_cloudtrail_events(...) = delete;  // ec2wire: (file, scratch, parser, visitor)

}  // namespace EC2WIRE_COMPILATION
}  // namespace ec2wire

#endif
