#ifndef EC2WIRE_TESTS_RANDOM_SHAPES_REPLY_WRITER_HPP
#define EC2WIRE_TESTS_RANDOM_SHAPES_REPLY_WRITER_HPP

#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include "codec/layouts.hpp"
#include "codec/random_value.hpp"
#include "xml_escaped.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ec2wire::tests {

// Writes a reply of any shape, by its table, as a server might: in one of the layouts, or with members in
// another order, unknown elements, comments, references and CDATA sections.
class reply_writer {
  public:
    reply_writer(const detail::message_schema& message, decisions& decide)
        : message_(message), decide_(decide), layout_(all_layouts[decide.below(8)]) {
        is_shuffled_ = decide.one_in(4);
        odds_ = std::array<std::size_t, 4>{0, 0, 40, 6}[decide.below(4)];
        if (decide.one_in(12)) prefix_ = "n:";
    }

    std::string print(const void* object) {
        out_.clear();
        if (layout_ == layout::ec2) out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        if (!decide_.one_in(4)) out_ += "\n";
        if (layout_ == layout::minified && out_ == "\n") out_.clear();
        std::string declaration = std::string(" xmlns") + (prefix_.empty() ? "" : ":n") + "=\"u\"";
        if (prefix_.empty() && decide_.one_in(2)) declaration.clear();
        const std::string operation(message_.operation);
        if (message_.result_suffix.empty()) declaration += attributes(*message_.structure, object);
        begin(operation + std::string(message_.root_suffix), declaration);
        if (message_.result_suffix.empty())
            members(*message_.structure, object);
        else
            result(operation + std::string(message_.result_suffix), object);
        end(true);
        return out_ + (decide_.one_in(2) ? "\n" : "");
    }

  private:
    using kind = detail::value_kind;

    bool happens() { return odds_ != 0 && decide_.one_in(odds_); }

    void result(const std::string& name, const void* object) {
        begin(name, attributes(*message_.structure, object));
        members(*message_.structure, object);
        end(true);
        for (const detail::member_schema& row : *message_.structure) {
            const void* const id = value_in(*row.type, row.in(object));
            if (!row.is_request_id || id == nullptr) continue;
            begin("ResponseMetadata", "");
            begin("RequestId", "");
            text(text_of(*row.type, id));
            end(false);
            end(true);
        }
    }

    void begin(std::string_view name, const std::string& attributes) {
        stray();
        line();
        names_.push_back(prefix_ + std::string(name));
        out_ += '<' + names_.back() + attributes;
        if (happens() || (layout_ == layout::attributes && name == "item")) out_ += " odd='a>b'";
        out_ += happens() ? " >" : ">";
        begin_of_content_ = out_.size();
    }

    // `has_elements`: whether the end tag may be on a line of its own.
    void end(bool has_elements) {
        const bool is_empty = out_.size() == begin_of_content_;
        if (has_elements) stray();
        const std::string name = std::move(names_.back());
        names_.pop_back();
        if (is_empty && out_.size() == begin_of_content_ && !decide_.one_in(3)) {
            out_.back() = '/';
            out_ += '>';
        } else {
            if (has_elements) line();
            out_ += "</" + name + (happens() ? " >" : ">");
        }
        begin_of_content_ = 0;
    }

    void line() {
        if (!(names_.empty() && out_.empty())) out_ += margin(layout_, names_.size(), tags_++);
    }

    // Writes what is ignored between elements.
    void stray() {
        static constexpr std::array<std::string_view, 7> all{
            "<!-- <item> -->",
            "<zzUnknown><item>&amp;</item><code>x</code></zzUnknown>",
            "<zzUnknown/>",
            "<?p i?>",
            "text",
            "<![CDATA[<item>]]>",
            "\n  "};
        if (!names_.empty() && happens()) out_ += decide_.of(all);
    }

    // A member, or one of the items of a flattened list.
    struct piece {
        const detail::member_schema* row;
        const void* value;
        std::size_t index;
    };

    void members(const detail::structure_schema& structure, const void* object) {
        std::vector<piece> pieces;
        for (const detail::member_schema& row : structure) {
            const void* const value = value_in(*row.type, row.in(object));
            const bool is_elsewhere =
                row.is_attribute || (row.is_request_id && !message_.result_suffix.empty());
            if (value == nullptr || is_elsewhere) continue;
            const std::size_t count = row.is_flattened ? size_of(*row.type->list, value) : 1;
            for (std::size_t i = 0; i < count; ++i) pieces.push_back({&row, value, i});
        }
        if (is_shuffled_) shuffle(pieces);
        for (const piece& each : pieces) member(each);
    }

    // The items of a list keep their order.
    void shuffle(std::vector<piece>& pieces) {
        for (std::size_t i = pieces.size(); i > 1; --i)
            std::swap(pieces[i - 1], pieces[decide_.below(i)]);
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            std::size_t before = 0;
            for (std::size_t k = 0; k < i; ++k) before += pieces[k].row == pieces[i].row;
            pieces[i].index = before;
        }
    }

    void member(const piece& each) {
        const detail::member_schema& row = *each.row;
        static constexpr std::array<std::string_view, 3> ids{"requestId", "RequestId", "requestID"};
        const std::string_view name = row.is_request_id ? decide_.of(ids) : row.xml.view();
        if (!row.is_flattened) return element(name, row, each.value);
        visit_element_at(*row.type->list, each.value, each.index,
                         [&](const void* item) { held_element(name, *row.element, item); });
    }

    // An item of a list, or a part of a map's entry.
    void held_element(std::string_view name, const detail::member_schema& row, const void* held) {
        element(name, row, element_value_in(*row.type, held));
    }

    void element(std::string_view name, const detail::member_schema& row, const void* value) {
        const detail::type_schema& type = *row.type;
        const bool is_structure = type.kind == kind::structure;
        begin(name, is_structure ? attributes(*type.structure, value) : "");
        if (is_scalar(type.kind))
            scalar(row, value);
        else if (is_structure && type.structure->is_entry)
            entry(*type.structure, value);
        else if (is_structure)
            members(*type.structure, value);
        else
            items(row, value);
        end(!is_scalar(type.kind));
    }

    void items(const detail::member_schema& row, const void* list) {
        static constexpr std::array<std::string_view, 2> names{"item", "member"};
        const std::string_view own = row.element->xml.view();
        const std::string_view name = !own.empty()        ? own
                                      : decide_.one_in(8) ? decide_.of(names)
                                                          : message_.item_name.view();
        for (std::size_t i = 0, size = size_of(*row.type->list, list); i < size; ++i)
            visit_element_at(*row.type->list, list, i,
                             [&](const void* item) { held_element(name, *row.element, item); });
    }

    void entry(const detail::structure_schema& parts, const void* object) {
        const bool is_turned = happens();
        for (const std::size_t i : {is_turned ? 1U : 0U, is_turned ? 0U : 1U}) {
            const detail::member_schema& row = parts.members[i];
            held_element(row.xml.view(), row, row.in(object));
        }
    }

    std::string attributes(const detail::structure_schema& structure, const void* object) {
        std::string all;
        for (const detail::member_schema& row : structure) {
            const void* const value = value_in(*row.type, row.in(object));
            if (!row.is_attribute || value == nullptr) continue;
            (all += ' ').append(row.xml.view()) += "=\"";
            for (const char c : text_of(*row.type, value, row.format))
                all +=
                    c == '"' || static_cast<unsigned char>(c) < ' ' ? reference(c) : xml_escaped(c);
            all += '"';
        }
        return all;
    }

    void scalar(const detail::member_schema& row, const void* value) {
        const detail::type_schema& type = *row.type;
        if (type.kind == kind::text) return text(text_of(type, value));
        // A timestamp may be in any format (P5).
        static constexpr std::array<timestamp_format, 3> formats{timestamp_format::date_time,
                                                                 timestamp_format::epoch_seconds,
                                                                 timestamp_format::http_date};
        const timestamp_format format = happens() ? formats[decide_.below(3)] : row.format;
        const bool has_space = type.kind != kind::blob && happens();
        out_ += has_space ? "\n " : "";
        out_ += text_of(type, value, format);
        out_ += has_space ? "\t" : "";
    }

    void text(const std::string& characters) {
        if (happens() && characters.find_first_of("]\r") == std::string::npos) {
            out_ += "<![CDATA[" + characters + "]]>";
            return;
        }
        for (const char c : characters) {
            const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
            if (is_ascii && happens()) out_ += "<!-- - -->";
            out_ += is_ascii && happens() ? reference(c) : xml_escaped(c);
        }
    }

    static std::string reference(char c) {
        return "&#" + std::to_string(static_cast<int>(c)) + ';';
    }

    const detail::message_schema& message_;
    decisions& decide_;
    const layout layout_;
    bool is_shuffled_ = false;
    std::size_t odds_ = 0;  // one in so many is unusual; 0 for never
    std::string prefix_{};
    std::string out_{};
    std::vector<std::string> names_{};  // of the elements that are open
    std::size_t begin_of_content_ = 0;  // of the last start tag's element
    std::size_t tags_ = 0;
};

}  // namespace ec2wire::tests

#endif
