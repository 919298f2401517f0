#ifndef EC2WIRE_ENGINE_XML_SCALAR_ENCODER_HPP
#define EC2WIRE_ENGINE_XML_SCALAR_ENCODER_HPP

#include <ec2wire/core/base64.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>
#include <ec2wire/core/tag_text.hpp>
#include <ec2wire/engine/scalar_text.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>
#include <ec2wire/xml/writer.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// The part of the encoder that writes scalars: elements with a text, and attributes. Each function returns
// false after an error; error() has it.
class xml_scalar_encoder {
  public:
    explicit xml_scalar_encoder(const xml::writer& out) noexcept : out_(out) {}

    const encode_error& error() const noexcept { return error_; }
    // Returns the writer of the document.
    const xml::writer& out() const noexcept { return out_; }

  protected:
    EC2WIRE_NOINLINE bool put_empty(const member_schema& member, tag_name name) {
        return out_.put_empty(name) || fail(member);
    }

    EC2WIRE_ALWAYS_INLINE bool put_text(const member_schema& member, tag_name name,
                                        std::string_view text) {
        if (text.empty()) return put_empty(member, name);
        return out_.put_leaf(name, text) || fail(member);
    }

    EC2WIRE_NOINLINE bool put_scalar(const member_schema& member, tag_name name,
                                     const void* value) {
        const type_schema& type = *member.type;
        if (type.kind == value_kind::blob) return put_blob(member, name, text_in(type, value));
        const std::string_view text = type.kind == value_kind::text
                                          ? text_in(type, value)
                                          : print_scalar(type, value, member.format, printed_);
        if (text.data() == nullptr && type.kind != value_kind::text)
            return fail(errc::bad_value, member);
        return put_text(member, name, text);
    }

    // Writes the members of a structure that are attributes of its start tag, and declares the one prefix
    // that their names may have: services declare it nowhere else.
    //
    //   <Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser">
    EC2WIRE_COLD EC2WIRE_NOINLINE bool put_attributes(const structure_schema& structure,
                                                      const void* object) {
        bool is_declared = false;
        for (const member_schema& member : structure) {
            if (!member.is_attribute) continue;
            const void* const value = value_in(*member.type, member.in(object));
            if (value == nullptr) {
                if (member.is_required) return fail(errc::missing_member, member);
                continue;
            }
            out_.check_overlap(value, member.type->indirect_size);
            if (member.xml.view().starts_with("xsi:") && !is_declared) {
                out_.put(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
                is_declared = true;
            }
            if (!put_attribute(member, value)) return false;
        }
        return true;
    }

    // Fails because of a member, with the writer's error or the caller's.
    EC2WIRE_COLD EC2WIRE_NOINLINE bool fail(const member_schema& member) noexcept {
        error_ = {out_.fault().code, member.name, out_.fault().offset, 0};
        return false;
    }
    EC2WIRE_COLD EC2WIRE_NOINLINE bool fail(errc code, const member_schema& member) noexcept {
        error_ = {code, member.name, 0, 0};
        return false;
    }
    // Fails for a union at the root with more than one member set.
    EC2WIRE_COLD EC2WIRE_NOINLINE bool fail_union() noexcept {
        error_ = {errc::bad_value, {}, 0, 0};
        return false;
    }

    xml::writer out_;
    printed_scalar printed_{};  // not on the stack of each structure

  private:
    EC2WIRE_COLD EC2WIRE_NOINLINE bool put_blob(const member_schema& member, tag_name name,
                                                std::string_view bytes) {
        if (bytes.empty()) return put_empty(member, name);
        if (!out_.begin(name)) return fail(member);
        put_base64(bytes);
        out_.leave();
        out_.put({name.text - 2, end_tag_size(name.size)});
        return true;
    }
    EC2WIRE_NOINLINE void put_base64(std::string_view bytes) {
        const void* const first = bytes.data();
        out_.check_overlap(first, bytes.size());
        write_base64_pieces({static_cast<const std::byte*>(first), bytes.size()},
                            [this](std::string_view piece) { out_.put(piece); });
    }

    EC2WIRE_COLD bool put_attribute(const member_schema& member, const void* value) {
        out_.put(" ");
        out_.put(member.xml.view());
        out_.put("=\"");
        if (!put_attribute_value(member, value)) return false;
        out_.put("\"");
        return true;
    }

    bool put_attribute_value(const member_schema& member, const void* value) {
        const type_schema& type = *member.type;
        if (type.kind == value_kind::text)
            return out_.put_attribute(text_in(type, value)) || fail(member);
        if (type.kind == value_kind::blob) {
            put_base64(text_in(type, value));
            return true;
        }
        const std::string_view text = print_scalar(type, value, member.format, printed_);
        if (text.data() == nullptr) return fail(errc::bad_value, member);
        out_.put(text);
        return true;
    }

    encode_error error_{};
};

}  // namespace ec2wire::detail

#endif
