// How fast does a response become its XML in EC2's layout, beside what servers write by hand?
//
// encode_xml/<who>/<reply>/<items>      reply = stop: StopInstances
//                                               describe: DescribeInstances, its items reservations
//
// pugixml writes a tree that is there already; pugixml_tree makes the tree as well.

#include <ec2wire/ec2/describe_instances.hpp>
#include <ec2wire/ec2wire.hpp>

#include "documents.hpp"
#include "measure.hpp"
#include "register_benchmarks.hpp"

#ifdef HAVE_PUGIXML
#include <pugixml.hpp>
#endif

#include <benchmark/benchmark.h>

#include <array>
#include <charconv>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace ec2wire::benchmarks {

namespace {

// The text of a number, boolean or time, in `room`; of a text itself.
template <scalar T>
std::string_view text_of(const T& value, std::array<char, 40>& room) {
    if constexpr (string_like<T>) {
        return value;
    } else if constexpr (std::same_as<T, bool>) {
        return value ? "true" : "false";
    } else if constexpr (std::same_as<T, state_code>) {
        return text_of(value.wire(), room);
    } else if constexpr (std::same_as<T, timestamp>) {
        const timestamp_text text(value, timestamp_format::date_time);
        return {room.data(), text.view().copy(room.data(), room.size())};
    } else {
        return {room.data(), std::to_chars(room.data(), room.data() + room.size(), value).ptr};
    }
}

// Calls visit(name, value) with each member of a response that is there.
template <structure T, class Visit>
void for_each_member(const T& object, Visit&& visit) {
    for_each_field<T>([&](auto i) {
        constexpr auto& field = field_at<i()>(fields_of<T>);
        constexpr std::string_view name = ec2_query::xml_name(field.info);
        const auto& member = object.*field.pointer;
        using member_type = std::remove_cvref_t<decltype(member)>;
        if constexpr (nullable<member_type>) {
            if (member.has_value()) visit(name, *member);
        } else if constexpr (detail::is_maybe<member_type>) {
            if (member.has_value()) visit(name, member.contained());
        } else {
            if (member.size() != 0) visit(name, member);
        }
        return true;
    });
}

// By hand: a string that is kept from reply to reply, and texts that go out in runs between what is
// escaped.
class by_append {
  public:
    template <class T>
    std::string_view encode(const T& response) {
        out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<";
        depth_ = 1;
        ((out_ += T::operation) += "Response xmlns=\"") += T::service::xml_namespace;
        out_ += "\">";
        put_content(response);
        ((out_ += "\n</") += T::operation) += "Response>";
        return out_;
    }

  private:
    template <class T>
    void put(std::string_view name, const T& value) {
        put_margin();
        ((out_ += '<') += name) += '>';
        if constexpr (scalar<T>) {
            std::array<char, 40> room;
            put_text(text_of(value, room));
        } else {
            ++depth_;
            put_content(value);
            --depth_;
            put_margin();
        }
        ((out_ += "</") += name) += '>';
    }

    template <class T>
    void put_content(const T& value) {
        if constexpr (structure<T>)
            for_each_member(value,
                            [&](std::string_view name, const auto& member) { put(name, member); });
        else
            for (const auto& item : value) put("item", item);
    }

    void put_margin() { (out_ += '\n').append(4 * depth_, ' '); }

    void put_text(std::string_view text) {
        std::size_t run = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char* escape = nullptr;
            switch (text[i]) {
                case '&': escape = "&amp;"; break;
                case '<': escape = "&lt;"; break;
                case '>': escape = "&gt;"; break;
                case '\r': escape = "&#13;"; break;
                default: continue;
            }
            out_.append(text, run, i - run) += escape;
            run = i + 1;
        }
        out_.append(text, run);
    }

    std::string out_{};
    std::size_t depth_ = 1;
};

class into_buffer {
  public:
    template <class T>
    std::string_view encode(const T& response) {
        if (buffer_.empty()) buffer_.resize(encoded_xml_size(response).value());
        return encode_xml(response, std::span(buffer_)).value();
    }

  private:
    std::vector<char> buffer_{};
};

// Encodes into memory that is used again for each reply.
class into_scratch {
  public:
    template <class T>
    std::string_view encode(const T& response) {
        memory_.clear();
        return encode_xml(response, memory_).value();
    }

  private:
    scratch memory_{};
};

class into_string {
  public:
    template <class T>
    std::string encode(const T& response) {
        return encode_xml(response).value();
    }
};

#ifdef HAVE_PUGIXML
class pugixml_tree {
  public:
    template <class T>
    std::string_view encode(const T& response) {
        make(response);
        return write();
    }

  protected:
    template <class T>
    void make(const T& response) {
        tree_.reset();
        auto declaration = tree_.append_child(pugi::node_declaration);
        declaration.append_attribute("version") = "1.0";
        declaration.append_attribute("encoding") = "UTF-8";
        auto root = tree_.append_child((std::string(T::operation) + "Response").c_str());
        root.append_attribute("xmlns") = T::service::xml_namespace.data();
        add_content(root, response);
    }

    std::string_view write() {
        sink_.text.clear();
        tree_.save(sink_, "    ", pugi::format_indent, pugi::encoding_utf8);
        return sink_.text;
    }

  private:
    template <class T>
    void add(pugi::xml_node parent, const char* name, const T& value) {
        pugi::xml_node node = parent.append_child(name);
        if constexpr (scalar<T>) {
            std::array<char, 40> room;
            const std::string_view text = text_of(value, room);
            if (!text.empty())
                node.append_child(pugi::node_pcdata).set_value(std::string(text).c_str());
        } else {
            add_content(node, value);
        }
    }

    template <class T>
    void add_content(pugi::xml_node node, const T& value) {
        if constexpr (structure<T>)
            for_each_member(value, [&](std::string_view name, const auto& member) {
                add(node, name.data(), member);
            });
        else
            for (const auto& item : value) add(node, "item", item);
    }

    struct sink : pugi::xml_writer {
        std::string text{};
        void write(const void* data, std::size_t size) override {
            text.append(static_cast<const char*>(data), size);
        }
    };

    pugi::xml_document tree_{};
    sink sink_{};
};

class pugixml_writer : public pugixml_tree {
  public:
    template <class T>
    std::string_view encode(const T& response) {
        if (is_empty_) make(response);
        is_empty_ = false;
        return write();
    }

  private:
    bool is_empty_ = true;
};
#endif

template <class T>
std::string as_json(std::string_view xml) {
    scratch memory;
    return encode_json(decode_xml<T>(xml, memory).value()).value();
}

template <class Encoder, class T>
void add(std::string_view who, const std::string& reply, std::size_t items,
         const document& (*document_of)(std::size_t)) {
    add_benchmark({"encode_xml", who, reply, std::to_string(items)}, [=](benchmark::State& state) {
        const document& source = document_of(items);
        scratch memory;
        const auto response = decode_xml<T>(source.bytes, memory);
        Encoder encoder;
        const std::string xml(encoder.encode(response.value()));
        expect(as_json<T>(xml) == as_json<T>(source.bytes), who, reply);
        measure(state, xml.size(), items, [&] { return encoder.encode(*response); });
    });
}

template <class T>
void add_everyone(const std::string& reply, const document& (*document_of)(std::size_t)) {
    for (const std::size_t items : {1U, 20U, 1000U}) {
        add<into_scratch, T>("ec2wire", reply, items, document_of);
        add<into_buffer, T>("ec2wire_buffer", reply, items, document_of);
        add<into_string, T>("ec2wire_string", reply, items, document_of);
        add<by_append, T>("append", reply, items, document_of);
#ifdef HAVE_PUGIXML
        add<pugixml_writer, T>("pugixml", reply, items, document_of);
        add<pugixml_tree, T>("pugixml_tree", reply, items, document_of);
#endif
        add_floors("encode_xml", name_of({reply, std::to_string(items)}), items,
                   [=] { return std::string_view(document_of(items).bytes); });
    }
}

}  // namespace

void add_encode_xml() {
    add_everyone<stop_instances_response>("stop", [](std::size_t items) -> const document& {
        return xml_document(ec2_layout, items);
    });
    if (has_describe_documents())
        add_everyone<describe_instances_response>("describe", describe_document);
}

}  // namespace ec2wire::benchmarks
