#ifndef EC2WIRE_EXAMPLES_OPTIONS_HPP
#define EC2WIRE_EXAMPLES_OPTIONS_HPP

// The command line of an operation: the table that the codecs walk gives a request of any shape its
// options. They are made the pairs of a query, which decode_query() reads as it would a client's.

#include <ec2wire/ec2wire.hpp>

#include "input.hpp"

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
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

// Hands each option that is no setting of ours to `take`, which says whether there is one:
// --name, --name VALUE..., --name=VALUE.
template <class Take>
void parse_options(const words& arguments, settings& own, Take take) {
    for (std::size_t i = 0; i < arguments.size();) {
        if (!arguments[i].starts_with("--"))
            throw usage{'"' + ec2wire::printable(arguments[i]) +
                        "\" stands where an option is expected: options begin with --"};
        const std::string_view word = arguments[i++].substr(2);
        const std::size_t equals = word.find('=');
        option given{word.substr(0, equals), {}};
        if (equals != word.npos) given.values.push_back(word.substr(equals + 1));
        while (i < arguments.size() && !arguments[i].starts_with("--"))
            given.values.push_back(arguments[i++]);
        if (const auto setting = own.find(given.name); setting != own.end())
            setting->second = only_text_of(given);
        else if (!take(given))
            throw usage{"no option --" + ec2wire::printable(given.name)};
    }
}

// The pairs of a query, not escaped.
using pairs = std::map<std::string, std::string, std::less<>>;

// Adds a pair. A key that is there already is a mistake: one of the two values would be lost.
inline void add_pair(pairs& query, const std::string& key, const std::string& value) {
    if (!query.emplace(key, value).second) throw usage{ec2wire::printable(key) + " is given twice"};
}

// An element that an option can give as one word.
template <class T>
concept word_like = std::convertible_to<T, std::string_view> || std::integral<T>;

// Adds what an option says of a member that is called so in a query.
template <class Member>
void add_pairs(pairs& query, const std::string& key, const option& given) {
    constexpr bool has_elements =
        !std::convertible_to<Member, std::string_view> && requires(const Member& member) {
        member[0];
    };
    if constexpr (std::same_as<Member, std::optional<bool>>) {
        if (!given.values.empty()) throw usage{"--" + std::string(given.name) + " takes no value"};
        query[key] = given.name.starts_with("no-") ? "false" : "true";
    } else if constexpr (has_elements) {
        using element = std::remove_cvref_t<decltype(std::declval<Member&>()[0])>;
        if constexpr (!word_like<element>)
            throw usage{"--" + std::string(given.name) + " has parts: give them by --set " + key +
                        ".1.MEMBER=VALUE"};
        std::size_t index = 1;
        for (const std::string_view value : given.values) {
            while (query.contains(key + '.' + std::to_string(index))) ++index;
            add_pair(query, key + '.' + std::to_string(index), text_of(value));
        }
    } else if constexpr (requires(const Member& member) { member.contained(); }) {
        throw usage{"--" + std::string(given.name) + " has parts: give them by --set " + key +
                    ".MEMBER=VALUE"};
    } else {
        query[key] = only_text_of(given);
    }
}

// Adds the pairs of one option of the request: of --set those that it names, else those of the member
// that is called so.
template <class Request>
bool add_option(pairs& query, const option& given) {
    if (given.name == "set") {
        for (const std::string_view word : given.values) {
            const std::size_t equals = word.find('=');
            if (equals == word.npos)
                throw usage{"--set " + ec2wire::printable(word) +
                            ": it takes KEY=VALUE, as in a query"};
            add_pair(query, std::string(word.substr(0, equals)), text_of(word.substr(equals + 1)));
        }
        return true;
    }
    const bool is_none = ec2wire::for_each_field<Request>([&](auto i) {
        constexpr auto& field = ec2wire::field_at<i()>(ec2wire::fields_of<Request>);
        using member = typename std::remove_cvref_t<decltype(field)>::member_type;
        const bool is_negative =
            std::same_as<member, std::optional<bool>> && given.name.starts_with("no-");
        if (given.name.substr(is_negative ? 3 : 0) != kebab_name(field.info.name)) return true;
        const auto segment = Request::service::protocol::query_name(field.info);
        std::string key(segment.name);
        if (segment.is_capitalized && key[0] >= 'a') key[0] = static_cast<char>(key[0] - 'a' + 'A');
        add_pairs<member>(query, key, given);
        return false;
    });
    return !is_none;
}

// The value of a result; its error is one of the command line.
template <class Value, class Error>
const Value& value_of(const ec2wire::result<Value, Error>& made) {
    if (made) return *made;
    throw usage{ec2wire::printable(made.error().member) + ": " +
                std::string(made.error().message())};
}

// The canonical query of the request that the options say. A key that the request does not know is an
// error.
template <class Request>
std::string query_of(const words& arguments, settings& own) {
    pairs query{{"Action", std::string(Request::operation)},
                {"Version", std::string(Request::service::version)}};
    parse_options(arguments, own,
                  [&](const option& given) { return add_option<Request>(query, given); });
    std::vector<ec2wire::query_pair> all;
    for (const auto& [key, value] : query) all.push_back({key, value});
    const std::string given = value_of(ec2wire::encode_pairs(all));
    ec2wire::scratch memory(ec2wire::heap, input::max_memory);
    ec2wire::decode_notes notes;
    const auto request = ec2wire::decode_query<ec2wire::borrowing<Request>>(given, memory, notes);
    const auto& known = value_of(request);
    if (!notes.empty())
        throw usage{"no member " + ec2wire::printable(notes.begin()->member) +
                    ": keys are those of the query, as in Filter.1.Name"};
    const std::string made = value_of(ec2wire::encode(known));
    // decode_query() makes no note of the pairs of a signature.
    if (static_cast<std::size_t>(std::ranges::count(made, '&')) + 1 != query.size())
        throw usage{"--set names a pair that signs a request: it is not one of the request's own"};
    return made;
}

}  // namespace cli

#endif
