#ifndef EC2WIRE_CODEC_DECODE_ATTRIBUTES_HPP
#define EC2WIRE_CODEC_DECODE_ATTRIBUTES_HPP

#include <ec2wire/codec/build.hpp>
#include <ec2wire/shape/scalar.hpp>
#include <ec2wire/core/bytes.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/xml/attribute.hpp>
#include <ec2wire/xml/reader.hpp>

#include <cstddef>
#include <string_view>
#include <tuple>

namespace ec2wire::detail {

// One member whose value is an attribute's. Returns false if the reader has failed.
template <class T>
constexpr bool decode_attribute(xml::reader& in, const xml::attributes& in_tag, T& target) {
    std::string_view text;
    if (!xml::read_attribute_value(in_tag, text, in.memory()))
        return in.fail(errc::out_of_memory, in.offset());
    scalar_fault fault;
    if constexpr (scalar<T>) {
        fault = read_scalar(target, text, in.memory());
    } else {
        auto* const value = make_value(target, in.memory());
        if (value == nullptr) return in.fail(errc::out_of_memory, in.offset());
        fault = read_scalar(*value, text, in.memory());
    }
    if (!fault) return true;
    const char* const tag = in.name().data() - 1;
    const auto behind = static_cast<std::size_t>(in_tag.value().data() - tag);
    return in.fail(fault.code, in.offset() + behind + (in_tag.is_plain() ? fault.index : 0));
}

// The members of a structure that stand in its start tag, which is the reader's current token.
//
//   <Grantee xsi:type="CanonicalUser">
//            ------------------------
template <class Protocol, structure T>
constexpr bool decode_attributes(xml::reader& in, T& target) {
    for (xml::attributes in_tag(in.attributes()); in_tag.next();) {
        const bool is_good = for_each_field<T>([&](auto i) {
            constexpr auto& field = std::get<i()>(fields_of<T>);
            if constexpr (field.info.traits.xml_attribute)
                if (is_equal(in_tag.name(), Protocol::xml_name(field.info)))
                    return decode_attribute(in, in_tag, target.*field.pointer);
            return true;
        });
        if (!is_good) return false;
    }
    return true;
}

}  // namespace ec2wire::detail

#endif
