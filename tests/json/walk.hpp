#ifndef EC2WIRE_TESTS_JSON_WALK_HPP
#define EC2WIRE_TESTS_JSON_WALK_HPP

#include <string>
#include <string_view>

namespace ec2wire::tests {

// Reads a document with either reader and prints its content, as far as the reader gets:
template <class Reader>
class json_walk {
  public:
    explicit json_walk(Reader& in) : in_(in) {
        const auto root = in.open_document();
        const auto behind = root == nullptr ? root : read_object(root);
        if (behind != nullptr) in.finish(behind);
    }

    const std::string& text() const { return text_; }

  private:
    using cursor = typename Reader::cursor;

    cursor read_object(cursor at) {
        for (bool is_more = in_.enter_object(at); is_more; is_more = in_.next_member(at)) {
            std::string_view key;
            if (at = in_.take_key(at, key); at == nullptr) return at;
            text_.append(key).append("=");
            if (at = read(at); at == nullptr) return at;
        }
        return at;
    }

    cursor read_array(cursor at) {
        for (bool is_more = in_.enter_array(at); is_more; is_more = in_.next_element(at))
            if (at = read(at); at == nullptr) return at;
        return at;
    }

    cursor read(cursor at) {
        std::string_view token;
        switch (in_.first(at)) {
            case '{': text_ += '{', at = read_object(at), token = "}"; break;
            case '[': text_ += '[', at = read_array(at), token = "]"; break;
            case '"': at = in_.take_text(at, token); break;
            case 't':
            case 'f':
            case 'n': at = in_.take_word(at, token); break;
            default: at = in_.take_number(at, token);
        }
        text_.append(token).append(";");
        return at;
    }

    Reader& in_;
    std::string text_{};
};

}  // namespace ec2wire::tests

#endif
