#ifndef EC2WIRE_TESTS_RANDOM_SHAPES_INVARIANTS_HPP
#define EC2WIRE_TESTS_RANDOM_SHAPES_INVARIANTS_HPP

#include <ec2wire/codec/decode_query.hpp>
#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>
#include <ec2wire/codec/encode_xml.hpp>

#include "error_text.hpp"
#include "random_shapes/failure.hpp"
#include "random_shapes/reply_writer.hpp"
#include "random_shapes/request_verdict.hpp"
#include "random_shapes/subject.hpp"
#include "random_shapes/value_text.hpp"

#include <cstddef>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <vector>

// The invariants of every shape. random_shapes.py generates the shapes.
namespace ec2wire::tests {

// The invariants of XML and of queries, for a shape in two storages: `source` owns its values, which are
// generated there; `views` borrows.
class invariants {
  public:
    invariants(const subject& source, const subject& views) : source_(source), views_(views) {}

    void check(decisions& decide) {
        values_.clear();
        source_.reset(source_.object);
        random_value(decide, values_, scalar_range::whole)
            .fill(source_.structure(), source_.object);
        value_ = source_.text();
        reply_writer writer(*source_.message, decide);
        const std::string document = writer.print(source_.object);
        check_encode_xml(xml_layout::ec2);
        check_encode_xml(xml_layout::minified);
        check_query(decide);  // leaves another value
        for (const subject* each : {&source_, &views_}) check_reply(*each, document);
        check_broken(document, decide);
    }

    const std::string& value() const { return value_; }
    scratch& memory() { return memory_; }

  private:
    // decode_xml(encode_xml(x)) is x, and sizes are exact.
    void check_encode_xml(xml_layout layout) {
        const detail::xml_message message{*source_.message, source_.object, source_.size, layout};
        const auto xml = detail::encode_xml_document(message);
        require(xml.has_value(), "what is a reply is written: " + error_text(xml), value_);
        const std::unique_ptr<char[]> room(new char[xml->size()]);
        const auto size = detail::xml_size(message);
        require(size.has_value() && *size == xml->size(), "the size of XML is exact", *xml);
        const auto again = detail::encode_xml_document(message, {room.get(), xml->size()});
        require(again.has_value() && *again == *xml, "a buffer of that size does", *xml);
        require(!detail::encode_xml_document(message, {room.get(), xml->size() - 1}),
                "a smaller one does not", *xml);
        require_equal(decoded(views_, *xml), value_, "decode_xml(encode_xml(x)) is x", *xml);
    }

    // Decodes with the fast path, and compares the strict reader's result.
    std::string decoded(const subject& shape, std::string_view document) {
        const exact_bytes bytes(document);
        shape.reset(shape.object);
        memory_.clear();
        const std::string fast =
            shape.outcome(shape.decode_xml(shape.object, bytes.view(), memory_));
        require_equal(fast, strictly(shape, bytes.view(), {}),
                      "decode_xml gives what the strict reader gives", document);
        check_notes(shape, bytes.view(), fast);
        return fast;
    }

    // Both engines skip the same parts in the same order, and a reply that is valid without notes decodes to
    // the same with them (D10a: tolerance with notes).
    void check_notes(const subject& shape, std::string_view bytes, const std::string& without) {
        decode_notes notes;
        const std::string strict = strictly(shape, bytes, {}, detail::fast_path::disabled, &notes);
        const std::string wanted = notes_text(notes);
        const std::string fast = strictly(shape, bytes, {}, detail::fast_path::enabled, &notes);
        require_equal(fast, strict, "both engines tolerate the same", bytes);
        require_equal(notes_text(notes), wanted, "both engines note the same", bytes);
        if (without.front() == '{') require_equal(fast, without, "notes change no reply", bytes);
    }

    std::string strictly(const subject& shape, std::string_view bytes,
                         const detail::item_visit& visit,
                         detail::fast_path path = detail::fast_path::disabled,
                         decode_notes* notes = nullptr) {
        shape.reset(shape.object);
        memory_.clear();
        reply_error error;
        detail::decode_xml_reply(*shape.message, bytes, memory_, shape.object, visit, notes, path,
                                 {}, error);
        return shape.outcome(error);
    }

    void check_reply(const subject& shape, const std::string& document) {
        require_equal(decoded(shape, document), value_, "what is printed is read", document);
        if (shape.normalize == nullptr) check_each(document);
    }

    // Both engines refuse the same bytes, and a truncated reply is refused.
    void check_broken(const std::string& document, decisions& decide) {
        for (int i = 0; i < 12; ++i) {
            const std::string broken = changed(document, decide);
            decoded(i % 4 == 0 ? source_ : views_, broken);
            if (i < 3) check_each(broken);
        }
        const std::size_t end = document.rfind('>');
        for (int i = 0; i < 4; ++i) {
            const std::string part = document.substr(0, decide.below(end + 1));
            require(decoded(views_, part).front() != '{', "a reply that is cut off is none", part);
        }
    }

    // decode_xml_each visits the items that each list of the reply has.
    void check_each(const std::string& document) {
        const exact_bytes bytes(document);
        for (const detail::member_schema& row : views_.structure())
            if (row.type->list != nullptr && !row.is_attribute) check_each(row, bytes.view());
    }

    void check_each(const detail::member_schema& row, std::string_view bytes) {
        const detail::list_schema& list = *row.type->list;
        if (list.construct == nullptr) return;
        const std::string outcome = strictly(views_, bytes, {});
        std::string whole = "[", shown = "[";
        if (const void* const value = value_in(*row.type, row.in(views_.object));
            value != nullptr && outcome.front() == '{') {
            whole.clear();
            append_value(row, value, whole);
            whole.pop_back();
        }
        shown_of_ = &row;
        shown_ = &shown;
        const std::unique_ptr<std::byte[]> item(new std::byte[list.element_size]);
        list.construct(item.get());
        const detail::item_visit visit{&row, item.get(), list.construct, this, show};
        const std::string rest = strictly(views_, bytes, visit, detail::fast_path::enabled);
        const bool is_reply = outcome.front() == '{';
        require(is_reply == (rest.front() == '{') && (is_reply || rest == outcome),
                "decode_xml_each is all or nothing as well", bytes);
        if (is_reply) require_equal(shown, whole, "each item is shown once", bytes);
    }

    static bool show(void* context, const void* item) {
        auto& self = *static_cast<invariants*>(context);
        const detail::member_schema& element = *self.shown_of_->element;
        append_value(element, element_value_in(*element.type, item), *self.shown_);
        *self.shown_ += ", ";
        return true;
    }

    // encode(x) is canonical and of exact size, and decode_query(encode(x)) is x as a query is read back.
    void check_query(decisions& decide) {
        const auto query =
            detail::encode_query(*source_.written_query, source_.object, source_.size);
        const auto size = detail::query_size(*source_.written_query, source_.object, source_.size);
        std::string same(query ? query->size() : 0, '\0');
        const auto again = detail::encode_query(*source_.written_query, source_.object,
                                                source_.size, {same.data(), same.size()});
        source_.normalize(source_.object);
        const request_verdict verdict(source_.structure(), source_.object, source_.has_empty_lists);
        require(query.has_value() != verdict.is_refused(),
                "what is a request is written " + error_text(query), value_);
        if (!query) return;
        require(size.has_value() && *size == query->size(), "the size of a query is exact", *query);
        require(again.has_value() && *again == *query, "a buffer of that size does", *query);
        check_read(*query, source_.text(), decide);
    }

    void check_read(const std::string& query, const std::string& normal, decisions& decide) {
        std::vector<std::string> pairs = pairs_of(query);
        check_keys(pairs, query);
        for (std::size_t i = pairs.size(); i > 1; --i)
            std::swap(pairs[i - 1], pairs[decide.below(i)]);
        std::string shuffled;
        for (const std::string& pair : pairs) (shuffled += shuffled.empty() ? "" : "&") += pair;
        for (const subject* each : {&views_, &source_}) {
            require_equal(request(*each, query), normal, "decode_query(encode(x)) is x", query);
            require_equal(request(*each, shuffled), normal, "in any order", shuffled);
        }
        for (int i = 0; i < 4; ++i) request(views_, changed(query, decide));
    }

    static std::vector<std::string> pairs_of(std::string_view query) {
        std::vector<std::string> pairs;
        for (std::size_t at = 0; at <= query.size();) {
            const std::size_t end = std::min(query.find('&', at), query.size());
            pairs.emplace_back(query.substr(at, end - at));
            at = end + 1;
        }
        return pairs;
    }

    static void check_keys(const std::vector<std::string>& pairs, std::string_view query) {
        std::string last;
        for (const std::string& pair : pairs) {
            const std::string key = pair.substr(0, pair.find('='));
            require(last < key && key.size() < pair.size(), "keys come in order, and once", query);
            last = key;
        }
    }

    std::string request(const subject& shape, std::string_view query) {
        const exact_bytes bytes(query);
        shape.reset(shape.object);
        memory_.clear();
        const request_error error =
            detail::decode_query_into(*shape.read_query, shape.message->operation, bytes.view(),
                                      memory_, shape.object, nullptr);
        require(error.offset <= query.size(), "errors lie in the bytes", query);
        return error.code == errc{} ? shape.text() : std::string(to_string(error.code));
    }

    const subject source_;
    const subject views_;
    scratch values_{};
    scratch memory_{};
    std::string value_{};
    const detail::member_schema* shown_of_{};
    std::string* shown_{};
};

}  // namespace ec2wire::tests

#endif
