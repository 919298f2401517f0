#ifndef EC2WIRE_FUZZ_RANDOM_REPLY_HPP
#define EC2WIRE_FUZZ_RANDOM_REPLY_HPP

#include "codec/protocols.hpp"
#include "target.hpp"
#include "xml_escaped.hpp"

#include <ec2wire/core/utf8.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/scalar.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// Replies that the bytes of an input determine, written as the bytes determine.
namespace ec2wire::fuzz {

// The bytes as a sequence of choices; after the last byte always the first choice.
class choices {
  public:
    explicit choices(std::string_view input) : input_(input) {}
    unsigned below(unsigned count) { return take_byte(input_) % count; }
    std::uint64_t number() {
        std::uint64_t all = 0;
        for (unsigned bytes = below(9); bytes > 0; --bytes) all = all << 8 | take_byte(input_);
        return all;
    }

  private:
    std::string_view input_;
};

class random_value {
  public:
    explicit random_value(choices& choose) : choose_(choose) {}

    template <class T>
    void fill(T& value) {
        if constexpr (detail::is_maybe<T>) {
            if (choose_.below(2) != 0) fill(value.emplace());
        } else if constexpr (structure<T>) {
            if (depth_ == deepest) return;
            ++depth_;
            for_each_field<T>([&](auto i) {
                constexpr auto& field = field_at<i()>(fields_of<T>);
                auto& member = value.*field.pointer;
                fill(member);
                // An empty flattened list is absent.
                if constexpr (field.info.traits.flattened)
                    if (member.size() == 0) member = {};
                return true;
            });
            --depth_;
        } else if constexpr (scalar<T>) {
            value = make_scalar<T>();
        } else if constexpr (nullable<T>) {
            if (choose_.below(2) != 0) fill(value.emplace());
        } else if constexpr (detail::is_map_entry<T>) {
            fill(value.key);
            fill(value.value);
        } else {
            const std::size_t size = choose_.below(5);
            value.resize(size);
            for (auto& element : value) fill(element);
        }
    }

  private:
    template <class T>
    T make_scalar() {
        if constexpr (string_like<T>) {
            return T(text());
        } else if constexpr (blob_like<T>) {
            T bytes(choose_.below(9));
            for (auto& byte : bytes) byte = static_cast<std::byte>(choose_.below(256));
            return bytes;
        } else if constexpr (wire_scalar<T>) {
            return T(static_cast<typename T::wire_type>(choose_.number()));
        } else if constexpr (std::same_as<T, bool>) {
            return choose_.below(2) != 0;
        } else if constexpr (std::same_as<T, timestamp>) {
            return timestamp{static_cast<std::int64_t>(choose_.number() % 250'000'000'000U),
                             static_cast<std::int32_t>(choose_.number() % 1'000'000'000U)};
        } else if constexpr (std::floating_point<T>) {
            return static_cast<T>(static_cast<std::int32_t>(choose_.number())) / 8;
        } else {
            return static_cast<T>(choose_.number());
        }
    }

    // Characters that XML allows: ASCII, and some of each size outside it.
    std::string text() {
        std::string out;
        for (unsigned size = choose_.below(48); size > 0; --size) {
            const unsigned c = choose_.below(256);
            if (c < 0x80) {
                const bool is_character = c >= ' ' || c == '\t' || c == '\n' || c == '\r';
                out += is_character ? static_cast<char>(c) : 'a';
                continue;
            }
            std::array<char, 4> bytes{};
            const char32_t far = c % 4 == 0 ? 0x10000 + c : c % 4 == 1 ? 0x2000 + c : 0x80 + c;
            const char* const end = write_utf8(far, bytes.data());
            out.append(bytes.data(), static_cast<std::size_t>(end - bytes.data()));
        }
        return out;
    }

    static constexpr int deepest = 10;

    choices& choose_;
    int depth_ = 0;
};

class printer {
  public:
    explicit printer(choices& choose) : choose_(choose) {}

    template <message_shape T>
    std::string print(const T& answer) {
        using protocol = typename T::service::protocol;
        const std::string operation(T::operation);
        std::string inside = members<protocol>(answer);
        if constexpr (tests::has_result<protocol>) {
            inside = element(operation + "Result", inside);
            for_each_field<T>([&](auto i) {
                constexpr auto& field = field_at<i()>(fields_of<T>);
                if constexpr (field.info.traits.request_id)
                    if (const auto& id = answer.*field.pointer)
                        inside += element("ResponseMetadata", element("RequestId", escaped(*id)));
                return true;
            });
        }
        const std::string root = element(operation + "Response", inside);
        return (choose_.below(2) == 0 ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" : "") + root;
    }

  private:
    template <class Protocol, structure T>
    std::string members(const T& value) {
        std::vector<std::string> printed;
        for_each_field<T>([&](auto i) {
            constexpr auto& field = field_at<i()>(fields_of<T>);
            const auto& member = value.*field.pointer;
            const std::string name(Protocol::xml_name(field.info));
            if constexpr (field.info.traits.request_id && tests::has_result<Protocol>) {
                return true;  // not in this element
            } else if constexpr (field.info.traits.flattened) {
                // Together, so that the order of members may change, but not that of their items.
                std::string all;
                for (const auto& item : member)
                    all += element(name, item_text<Protocol>(item, field.info));
                printed.push_back(all);
            } else if constexpr (nullable<std::remove_cvref_t<decltype(member)>>) {
                if (member.has_value())
                    printed.push_back(element(name, text_of<Protocol>(*member, field.info)));
            } else if constexpr (detail::is_maybe<std::remove_cvref_t<decltype(member)>>) {
                if (member.has_value())
                    printed.push_back(
                        element(name, text_of<Protocol>(member.contained(), field.info)));
            } else {
                printed.push_back(element(name, text_of<Protocol>(member, field.info)));
            }
            return true;
        });
        if (choose_.below(4) == 0 && !printed.empty())
            std::rotate(printed.begin(), printed.begin() + 1, printed.end());
        std::string all;
        for (const std::string& one : printed) all += stray() + one;
        return all + stray();
    }

    template <class Protocol, class T>
    std::string text_of(const T& value, const member_info& info) {
        if constexpr (string_like<T>) {
            return escaped(std::string_view(value));
        } else if constexpr (scalar<T>) {
            std::string text;
            detail::write_scalar(value, info.traits.format,
                                 [&](std::string_view part) { text += part; });
            return choose_.below(4) == 1 ? "\n " + text + "\t" : text;
        } else if constexpr (structure<T>) {
            return members<Protocol>(value);
        } else {
            std::string all;
            for (const auto& item : value)
                all += stray() + element(map_like<T> ? "entry" : item_name<Protocol>(info),
                                         item_text<Protocol>(item, info));
            return all + stray();
        }
    }

    template <class Protocol>
    static std::string item_name(const member_info& info) {
        return std::string(info.traits.item_name.empty() ? Protocol::item_name
                                                         : info.traits.item_name);
    }

    template <class Protocol, class T>
    std::string item_text(const T& item, const member_info& info) {
        if constexpr (detail::is_map_entry<T>) {
            const std::string key =
                element(std::string(info.key_name()), text_of<Protocol>(item.key, info));
            const std::string value =
                element(std::string(info.value_name()), item_text<Protocol>(item.value, info));
            return choose_.below(4) == 1 ? value + key : key + value;
        } else if constexpr (list_like<T> && !scalar<T>) {
            return text_of<Protocol>(item, info.element());
        } else {
            return text_of<Protocol>(item, info);
        }
    }

    std::string element(const std::string& name, const std::string& inside) {
        if (inside.empty() && choose_.below(2) == 0) return "<" + name + "/>";
        const bool is_odd = choose_.below(8) == 1;
        return "<" + name + (is_odd ? " a='>' b=\"&lt;\">" : ">") + inside + "</" + name +
               (is_odd ? " >" : ">");
    }

    // Writes what is ignored between elements.
    std::string stray() {
        switch (choose_.below(16)) {
            case 1: return "\n    ";
            case 2: return "<!-- <item> -->";
            case 3: return "<unheardOf><item>&amp;</item><code>x</code></unheardOf>";
            case 4: return "<?p i?>";
            case 5: return "text";
            case 6: return "<![CDATA[<item>]]>";
            default: return "";
        }
    }

    std::string escaped(std::string_view text) {
        const unsigned how = choose_.below(4);
        if (how == 1 && is_section(text)) return "<![CDATA[" + std::string(text) + "]]>";
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const char c = text[i];
            const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
            if (how == 2 && is_ascii) {
                out += "&#" + std::to_string(static_cast<int>(c)) + ";";
            } else if (how == 3 && i == text.size() / 2 && is_ascii) {
                out += "<!-- - -->" + tests::xml_escaped(c);
            } else {
                out += tests::xml_escaped(c);
            }
        }
        return out;
    }

    static bool is_section(std::string_view text) {
        return text.find("]]>") == std::string_view::npos &&
               text.find('\r') == std::string_view::npos;
    }

    choices& choose_;
};

}  // namespace ec2wire::fuzz

#endif
