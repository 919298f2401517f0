#ifndef EC2WIRE_ENGINE_XML_SCALAR_ENCODER_HPP
#define EC2WIRE_ENGINE_XML_SCALAR_ENCODER_HPP

#include <ec2wire/core/base64.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/number.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>
#include <ec2wire/xml/escape.hpp>
#include <ec2wire/xml/writer.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// The part of xml_encoder.hpp that writes single values: elements that hold a text, and attributes. Each
// function returns false once something is wrong; error() says what.
template <class Out>
class xml_scalar_encoder {
  public:
    explicit xml_scalar_encoder(Out& out) noexcept : out_(out) {}

    const encode_error& error() const noexcept { return error_; }

    bool put_empty(const member_schema& member, std::string_view name) {
        if (!can_put(member)) return false;
        out_.put_empty(name);
        return true;
    }

    bool put_scalar(const member_schema& member, std::string_view name, const void* value) {
        const type_schema& type = *member.type;
        const bool is_bytes = type.kind == value_kind::text || type.kind == value_kind::blob;
        if (is_bytes && text_in(type, value).empty()) return put_empty(member, name);
        if (!can_put(member)) return false;
        out_.begin_leaf(name);
        const bool is_good = type.kind == value_kind::text
                                 ? check(member, out_.put_text(text_in(type, value)))
                                 : put_plain_scalar(member, value);
        out_.end_leaf(name);
        return is_good;
    }

    // The members of a structure that stand in its start tag, and the one prefix that their names may
    // have: no document of a service declares it elsewhere.
    //
    //   <Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser">
    bool put_attributes(const structure_schema& structure, const void* object) {
        if (!structure.has_attributes) return true;
        bool is_declared = false;
        for (const member_schema& member : structure) {
            if (!member.is_attribute) continue;
            const void* const value = value_in(*member.type, member.in(object));
            if (value == nullptr) {
                if (member.is_required) return fail(errc::missing_member, member);
                continue;
            }
            if (member.xml.view().starts_with("xsi:") && !is_declared) {
                out_.put_markup(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
                is_declared = true;
            }
            if (!put_attribute(member, value)) return false;
        }
        return true;
    }

    // Whether there may be one element more.
    bool can_put(const member_schema& member) noexcept {
        if constexpr (!Out::is_writer) return !out_.is_full() || fail(errc::too_deep, member);
        return true;
    }

    bool fail(errc code, const member_schema& member) noexcept {
        error_ = {code, member.name, 0, 0};
        return false;
    }

  protected:
    Out& out_;

  private:
    // A scalar whose text has nothing to escape.
    bool put_plain_scalar(const member_schema& member, const void* value) {
        const type_schema& type = *member.type;
        if (type.kind == value_kind::blob) return put_blob(text_in(type, value));
        if (type.is_bool) {
            out_.put_plain(boolean_text(*static_cast<const bool*>(value)));
            return true;
        }
        const text_sink out{&out_, [](void* context, std::string_view piece) {
                                static_cast<Out*>(context)->put_plain(piece);
                            }};
        return type.print(value, member.format, out) || fail(errc::bad_value, member);
    }

    bool put_blob(std::string_view bytes) {
        const void* const first = bytes.data();
        if constexpr (!Out::is_writer) out_.see(first, bytes.size());
        write_base64_pieces({static_cast<const std::byte*>(first), bytes.size()},
                            [this](std::string_view piece) { out_.put_plain(piece); });
        return true;
    }

    bool put_attribute(const member_schema& member, const void* value) {
        out_.put_markup(" ");
        out_.put_markup(member.xml.view());
        out_.put_markup("=\"");
        const type_schema& type = *member.type;
        const bool is_good = type.kind == value_kind::text
                                 ? check(member, out_.put_attribute_text(text_in(type, value)))
                                 : put_plain_scalar(member, value);
        out_.put_markup("\"");
        return is_good;
    }

    bool check(const member_schema& member, const xml::escaped_text& text) noexcept {
        if (text.code == errc{}) return true;
        error_ = {text.code, member.name, text.bad, 0};
        return false;
    }

    encode_error error_{};
};

}  // namespace ec2wire::detail

#endif
