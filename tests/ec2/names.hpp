#ifndef EC2WIRE_TESTS_EC2_NAMES_HPP
#define EC2WIRE_TESTS_EC2_NAMES_HPP

#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/protocol.hpp>

#include <string>
#include <string_view>
#include <vector>

// Returns the names of a structure's members, in the order of its table.
namespace ec2wire::tests {

template <class T, class Name>
auto collect(Name&& name) {
    std::vector<decltype(name(member_info{}))> collected;
    for_each_field<T>([&](auto i) {
        collected.push_back(name(field_at<i()>(fields_of<T>).info));
        return true;
    });
    return collected;
}

template <class T>
std::vector<std::string_view> names() {
    return collect<T>([](const member_info& member) { return member.name; });
}

template <class T>
std::vector<std::string_view> xml_names() {
    return collect<T>([](const member_info& member) { return ec2_query::xml_name(member); });
}

template <class T>
std::vector<std::string> query_names() {
    return collect<T>([](const member_info& member) {
        const query_segment segment = ec2_query::query_name(member);
        std::string name(segment.name);
        if (segment.is_capitalized && name[0] >= 'a' && name[0] <= 'z')
            name[0] = static_cast<char>(name[0] - 'a' + 'A');
        return name;
    });
}

}  // namespace ec2wire::tests

#endif
