#include "target.hpp"

#include <ec2wire/query/percent.hpp>

#include <cstddef>
#include <string>
#include <string_view>

// Compares percent-encoding and decoding with naive loops.
namespace {

std::string plainly_escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (ec2wire::query::is_unreserved(c)) {
            out += c;
            continue;
        }
        const auto octet = static_cast<unsigned char>(c);
        for (const char part :
             {'%', "0123456789ABCDEF"[octet >> 4], "0123456789ABCDEF"[octet & 15]})
            out += part;
    }
    return out;
}

}  // namespace

void ec2wire::fuzz::check(std::string_view text) {
    const std::string wanted = plainly_escaped(text);
    require(query::percent_size(text) == wanted.size(), "the size is known before");
    require(query::is_unreserved(text) == (wanted == text), "what needs no escape is known before");
    std::string escaped(wanted.size(), '#');
    char* const end = escaped.data() + escaped.size();
    require(query::write_percent(text, escaped.data(), end) == end, "it ends where it should");
    require(escaped == wanted, "every byte is escaped that must be, and no other");
    std::string back(escaped.size(), '#');
    const auto size = query::read_percent(escaped, back.data());
    require(size && back.substr(0, *size) == text, "what is written reads as it was");

    // Any text is decoded, or refused at an index inside it; and the same in place.
    std::string out(text.size(), '#');
    std::string in_place(text);
    const auto read = query::read_percent(text, out.data());
    const auto read_in_place = query::read_percent(in_place, in_place.data());
    require(read.has_value() == read_in_place.has_value(), "in place is like elsewhere");
    if (!read) return require(read.error() <= text.size(), "errors lie in the text");
    require(out.substr(0, *read) == in_place.substr(0, *read_in_place),
            "in place is the same text");
}
