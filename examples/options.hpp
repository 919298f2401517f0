#ifndef EC2WIRE_EXAMPLES_OPTIONS_HPP
#define EC2WIRE_EXAMPLES_OPTIONS_HPP

// The command line of an operation, by the same table that the codecs walk: a request of any shape
// gets its options for nothing.

#include <ec2wire/ec2wire.hpp>

#include "input.hpp"

#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace cli {

struct usage {
    std::string problem;
};

using words = std::vector<std::string_view>;

inline std::string checked(std::string bytes, const std::string& problem, std::string_view name) {
    if (!problem.empty()) throw usage{ec2wire::printable(name) + ' ' + problem};
    return bytes;
}

inline std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string bytes;
    const std::string problem = input::read_all(file, bytes);
    return checked(std::move(bytes), problem, path);
}

inline std::string read_standard_input() {
    std::string bytes;
    const std::string problem = input::read_standard_input(bytes);
    return checked(std::move(bytes), problem, "<stdin>");
}

// The AWS CLI's spelling of an operation or a member: stop-instances for StopInstances, dry-run for
// DryRun.
inline std::string kebab_name(std::string_view name) {
    std::string kebab;
    for (const char c : name) {
        const bool is_upper = c >= 'A' && c <= 'Z';
        if (is_upper && !kebab.empty()) kebab += '-';
        kebab += is_upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return kebab;
}

// The command's own options: --from, --status, --output, --endpoint-url, --region.
using settings = std::map<std::string, std::string, std::less<>>;

struct option {
    std::string_view name;  // without "--"
    words values;
};

inline std::string text_of(std::string_view value) {
    constexpr std::string_view scheme = "file://";
    return value.starts_with(scheme) ? read_file(std::string(value.substr(scheme.size())))
                                     : std::string(value);
}

inline std::string only_text_of(const option& given) {
    if (given.values.size() != 1) throw usage{"--" + std::string(given.name) + " takes one value"};
    return text_of(given.values[0]);
}

inline void set(std::vector<std::string>& member, const option& given) {
    for (const std::string_view value : given.values) member.push_back(text_of(value));
}
inline void set(std::optional<std::string>& member, const option& given) {
    member = only_text_of(given);
}
inline void set(std::optional<bool>& member, const option& given) {
    if (!given.values.empty()) throw usage{"--" + std::string(given.name) + " takes no value"};
    member = !given.name.starts_with("no-");
}

template <class Request>
bool set_member(Request& request, const option& given) {
    const bool is_none_set = ec2wire::for_each_field<Request>([&](auto i) {
        constexpr auto& field = std::get<i()>(ec2wire::fields_of<Request>);
        auto& member = request.*field.pointer;
        constexpr bool is_flag = requires { member = true; }
        &&!requires { member->size(); };
        const bool is_negative = is_flag && given.name.starts_with("no-");
        if (given.name.substr(is_negative ? 3 : 0) != kebab_name(field.info.name)) return true;
        set(member, given);
        return false;
    });
    return !is_none_set;
}

// --name, --name VALUE..., --name=VALUE.
template <class Request>
Request parse_request(const words& arguments, settings& own) {
    Request request;
    for (std::size_t i = 0; i < arguments.size();) {
        if (!arguments[i].starts_with("--"))
            throw usage{"what is \"" + ec2wire::printable(arguments[i]) + "\"?"};
        const std::string_view word = arguments[i++].substr(2);
        const std::size_t equals = word.find('=');
        option given{word.substr(0, equals), {}};
        if (equals != word.npos) given.values.push_back(word.substr(equals + 1));
        while (i < arguments.size() && !arguments[i].starts_with("--"))
            given.values.push_back(arguments[i++]);
        if (const auto setting = own.find(given.name); setting != own.end())
            setting->second = only_text_of(given);
        else if (!set_member(request, given))
            throw usage{"no option --" + ec2wire::printable(given.name)};
    }
    return request;
}

}  // namespace cli

#endif
