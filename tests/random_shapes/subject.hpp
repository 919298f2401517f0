#ifndef EC2WIRE_TESTS_RANDOM_SHAPES_SUBJECT_HPP
#define EC2WIRE_TESTS_RANDOM_SHAPES_SUBJECT_HPP

#include <ec2wire/codec/decode_query.hpp>
#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>

#include "codec/normalize_request.hpp"
#include "codec/random_decisions.hpp"
#include "random_shapes/value_text.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace ec2wire::tests {

// A shape and an untyped object of it.
struct subject {
    const detail::message_schema* message{};
    const detail::query_schema* written_query{};  // null if the object does not own its lists
    const detail::query_schema* read_query{};
    void* object{};
    std::size_t size{};
    bool has_empty_lists{};  // R4: whether the protocol has a key for an empty list
    void (*reset)(void* object){};
    void (*normalize)(void* object){};  // as a query is read back; null likewise
    reply_error (*decode_xml)(void* object, std::string_view bytes, scratch& memory){};

    const detail::structure_schema& structure() const { return *message->structure; }
    std::string text() const { return value_text(structure(), object); }
    // The decoded value, or the error and its offset.
    std::string outcome(const reply_error& error) const {
        if (error.code == errc{}) return text();
        return std::string(to_string(error.code)) + " at " + std::to_string(error.offset) + ' ' +
               std::string(error.service.code);
    }
};

template <class T>
subject subject_of(T& object) {
    using protocol = typename T::service::protocol;
    subject made;
    made.message = &detail::message_of<T>;
    made.read_query = &detail::query_schema_of<protocol, T, detail::schema_use::both_ways>::schema;
    made.has_empty_lists = protocol::has_wrapped_lists;
    made.object = &object;
    made.size = sizeof object;
    made.reset = [](void* address) { *static_cast<T*>(address) = T{}; };
    if constexpr (T::is_owning) {
        made.written_query = &detail::request_schema_of<T>();
        made.normalize = [](void* address) {
            tests::normalize<protocol>(*static_cast<T*>(address));
        };
    }
    made.decode_xml = [](void* address, std::string_view bytes, scratch& memory) {
        auto answer = decode_xml<T>(bytes, memory);
        if (!answer) return answer.error();
        *static_cast<T*>(address) = std::move(*answer);
        return reply_error{};
    };
    return made;
}

// Bytes in memory of exactly their size, so that AddressSanitizer reports a read after them.
class exact_bytes {
  public:
    explicit exact_bytes(std::string_view bytes)
        : bytes_(new char[bytes.size()]), size_(bytes.copy(bytes_.get(), bytes.size())) {}
    std::string_view view() const { return {bytes_.get(), size_}; }

  private:
    std::unique_ptr<char[]> bytes_;
    std::size_t size_;
};

// Returns a document with a byte changed, removed or inserted, or with a part repeated.
inline std::string changed(std::string document, decisions& decide) {
    static constexpr std::string_view telling = "<>/&;\"'= \t\n\r!-[]?:{},\\0+%.\xC3\xFFx";
    const std::size_t at = decide.below(document.size());
    const char c = telling[decide.below(telling.size())];
    switch (decide.below(5)) {
        case 0: return document.erase(at, 1);
        case 1: return document.insert(at, 1, c);
        case 2: return document.insert(at, document.substr(at, decide.below(60)));
        case 3: return document.erase(at, decide.below(60));
        default: document[at] = c; return document;
    }
}

}  // namespace ec2wire::tests

#endif
