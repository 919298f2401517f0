#include "target.hpp"

#include <ec2wire/codec/encode.hpp>
#include <ec2wire/ec2/start_instances.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

// encode: no value can bring in a byte that means something, and every value comes back.
//
//   byte 0        which optional members there are
//   the others    the additional info, then instance ids, with a zero byte before each
namespace {

using namespace ec2wire;

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~';
}

int hex_value(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_unreserved(text[i])) {
            out += text[i];
            continue;
        }
        fuzz::require(text[i] == '%' && i + 2 < text.size(), "the rest is %XX");
        const int high = hex_value(text[i + 1]);
        const int low = hex_value(text[i + 2]);
        fuzz::require(high >= 0 && low >= 0, "XX are digits, in upper case");
        out += static_cast<char>(high * 16 + low);
        fuzz::require(!is_unreserved(out.back()), "what need not be escaped is not");
        i += 2;
    }
    return out;
}

std::map<std::string, std::string> pairs_of(std::string_view query) {
    std::map<std::string, std::string> pairs;
    std::string last;
    for (std::size_t at = 0; at <= query.size();) {
        const std::size_t end = std::min(query.find('&', at), query.size());
        const std::string_view pair = query.substr(at, end - at);
        const std::size_t sign = pair.find('=');
        fuzz::require(sign != std::string_view::npos, "a pair is a key and a value");
        const std::string key = unescaped(pair.substr(0, sign));
        fuzz::require(last < key, "keys come in order, and once");
        pairs[key] = unescaped(pair.substr(sign + 1));
        last = key;
        at = end + 1;
    }
    return pairs;
}

}  // namespace

void ec2wire::fuzz::check(std::string_view input) {
    const unsigned has = take_byte(input);
    std::map<std::string, std::string> wanted{{"Action", "StartInstances"},
                                              {"Version", "2016-11-15"}};
    start_instances_request request;
    const std::size_t first = std::min(input.find('\0'), input.size());
    if ((has & 1) != 0)
        wanted["AdditionalInfo"] = request.additional_info.emplace(input.substr(0, first));
    if ((has & 2) != 0) {
        request.dry_run = (has & 4) != 0;
        wanted["DryRun"] = *request.dry_run ? "true" : "false";
    }
    for (std::size_t at = first; at < input.size();) {
        const std::size_t end = std::min(input.find('\0', at + 1), input.size());
        request.instance_ids.emplace_back(input.substr(at + 1, end - at - 1));
        wanted["InstanceId." + std::to_string(request.instance_ids.size())] =
            request.instance_ids.back();
        at = end;
    }
    const auto query = encode(request);
    if (query) return require(pairs_of(*query) == wanted, "every value comes back");
    const errc code = query.error().code;
    require(code == errc::not_utf8 || (code == errc::missing_member && first == input.size()),
            "only what is missing or not UTF-8 is refused");
}
