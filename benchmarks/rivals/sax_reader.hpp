#ifndef EC2WIRE_BENCHMARKS_RIVALS_SAX_READER_HPP
#define EC2WIRE_BENCHMARKS_RIVALS_SAX_READER_HPP

#include "../reply.hpp"
#include "dom_reader.hpp"

#include <cstddef>
#include <string>
#include <string_view>

// The reply out of calls for each tag and each piece of text, for the rivals that build no tree.
// Text comes in pieces that live as long as the call, so it is gathered here.
namespace ec2wire::benchmarks {

class sax_reader {
  public:
    // The text of a reply is no longer than the reply, so with that much room the views hold.
    void begin(std::size_t size_of_document) {
        reply_.clear();
        text_.clear();
        text_.reserve(size_of_document);
        depth_ = 0;
    }

    void start(std::string_view name) {
        ++depth_;
        text_begin_ = text_.size();
        if (depth_ == 1) is_error_ = name == "Response";
        if (is_error_) return;
        if (depth_ == 3 && name == "item") reply_.changes.emplace_back();
        if (depth_ == 4) {
            state_ = name == "currentState"    ? &reply_.changes.back().current
                     : name == "previousState" ? &reply_.changes.back().previous
                                               : nullptr;
        }
    }

    void text(std::string_view piece) { text_ += piece; }

    void end(std::string_view name) {
        const std::string_view value = std::string_view(text_).substr(text_begin_);
        if (is_error_) {
            end_of_error(name, value);
        } else if (depth_ == 5 && state_ != nullptr) {
            if (name == "code") state_->code = read_code(value);
            if (name == "name") state_->name = value;
        } else if (depth_ == 4 && name == "instanceId") {
            reply_.changes.back().id = value;
        } else if (depth_ == 2 && name == "requestId") {
            reply_.request_id = value;
        }
        --depth_;
    }

    const stop_reply& reply() const { return reply_; }

  private:
    void end_of_error(std::string_view name, std::string_view value) {
        if (name == "Code") reply_.error_code = value;
        if (name == "Message") reply_.error_message = value;
        if (name == "RequestID") reply_.request_id = value;
    }

    stop_reply reply_{};
    std::string text_{};
    std::size_t text_begin_ = 0;
    std::size_t depth_ = 0;
    bool is_error_ = false;
    state* state_ = nullptr;
};

}  // namespace ec2wire::benchmarks

#endif
