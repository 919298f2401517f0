#include "target.hpp"

#include <ec2wire/codec/encode.hpp>
#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/shape/protocol.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// encode: no value can add a delimiter, and every value is read back.
//
//   byte 0        which optional members there are; with the bit 8, a request of awsQuery
//   the others    the additional info, then instance ids, with a zero byte before each; or texts
//                 with a zero byte behind each, of which the first byte says where they go
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

using pairs = std::vector<std::pair<std::string, std::string>>;

pairs pairs_of(std::string_view query) {
    pairs all;
    for (std::size_t at = 0; at <= query.size();) {
        const std::size_t end = std::min(query.find('&', at), query.size());
        const std::string_view pair = query.substr(at, end - at);
        const std::size_t sign = pair.find('=');
        fuzz::require(sign != std::string_view::npos, "a pair is a key and a value");
        std::string key = unescaped(pair.substr(0, sign));
        fuzz::require(all.empty() || all.back().first < key, "keys come in order, and once");
        all.emplace_back(std::move(key), unescaped(pair.substr(sign + 1)));
        at = end + 1;
    }
    return all;
}

bool has_pairs(std::string_view query, pairs wanted) {
    std::sort(wanted.begin(), wanted.end());
    return pairs_of(query) == wanted;
}

// Encodes a request into a string and into a scratch, which must get the same.
template <class Request>
result<std::string, encode_error> encoded(const Request& request) {
    auto query = encode(request);
    scratch memory;
    const auto in_scratch = encode(request, memory);
    fuzz::require(query ? in_scratch && *in_scratch == *query
                        : !in_scratch && in_scratch.error() == query.error(),
                  "a string and a scratch get the same query or error");
    return query;
}

struct aws_service {
    using protocol = aws_query;
    static constexpr std::string_view version = "2020-01-08";
};

struct aws_request {
    using service = aws_service;
    static constexpr std::string_view operation = "Fuzz";

    std::vector<map_entry<std::string, std::string>> attributes{};
    std::vector<std::vector<std::string>> matrix{};
    maybe<std::vector<std::string>> names{};

    static constexpr auto fields() {
        using self = aws_request;
        return field_list{field{"Attributes", &self::attributes}, field{"Matrix", &self::matrix},
                          field{"Names", &self::names, {.flattened = true}}};
    }
};

// R4: maps, lists of lists, and empty lists.
void check_aws(std::string_view input, bool has_names) {
    aws_request request;
    if (has_names) request.names.emplace();
    while (!input.empty()) {
        const std::size_t end = std::min(input.find('\0'), input.size());
        std::string text(input.substr(0, end));
        input.remove_prefix(std::min(end + 1, input.size()));
        const unsigned where = text.empty() ? 3U : static_cast<unsigned char>(text[0]) % 4U;
        if (where == 0) request.attributes.push_back({text, text.substr(1)});
        if (where == 1) request.names.push_back(text);
        if (where == 2) request.matrix.push_back({text});
        if (where == 3 && text.empty()) request.matrix.emplace_back();
        if (where == 3 && !text.empty() && !request.matrix.empty())
            request.matrix.back().push_back(text);
    }

    pairs wanted{{"Action", "Fuzz"}, {"Version", "2020-01-08"}};
    for (std::size_t i = 0; i < request.attributes.size(); ++i) {
        const std::string key = "Attributes.entry." + std::to_string(i + 1);
        wanted.emplace_back(key + ".key", request.attributes[i].key);
        wanted.emplace_back(key + ".value", request.attributes[i].value);
    }
    for (std::size_t i = 0; i < request.names.size(); ++i)
        wanted.emplace_back("Names." + std::to_string(i + 1), request.names[i]);
    if (has_names && request.names.empty()) wanted.emplace_back("Names", "");
    for (std::size_t i = 0; i < request.matrix.size(); ++i) {
        const std::string row = "Matrix.member." + std::to_string(i + 1);
        if (request.matrix[i].empty()) wanted.emplace_back(row, "");
        for (std::size_t k = 0; k < request.matrix[i].size(); ++k)
            wanted.emplace_back(row + ".member." + std::to_string(k + 1), request.matrix[i][k]);
    }
    const auto query = encoded(request);
    if (query)
        return fuzz::require(has_pairs(*query, std::move(wanted)),
                             "every value of awsQuery comes back");
    fuzz::require(query.error().code == errc::not_utf8, "only what is not UTF-8 is refused");
}

}  // namespace

void ec2wire::fuzz::check(std::string_view input) {
    const unsigned has = take_byte(input);
    if ((has & 8) != 0) return check_aws(input, (has & 1) != 0);
    pairs wanted{{"Action", "StartInstances"}, {"Version", "2016-11-15"}};
    start_instances_request request;
    const std::size_t first = std::min(input.find('\0'), input.size());
    if ((has & 1) != 0)
        wanted.emplace_back("AdditionalInfo",
                            request.additional_info.emplace(input.substr(0, first)));
    if ((has & 2) != 0) {
        request.dry_run = (has & 4) != 0;
        wanted.emplace_back("DryRun", *request.dry_run ? "true" : "false");
    }
    for (std::size_t at = first; at < input.size();) {
        const std::size_t end = std::min(input.find('\0', at + 1), input.size());
        request.instance_ids.emplace_back(input.substr(at + 1, end - at - 1));
        wanted.emplace_back("InstanceId." + std::to_string(request.instance_ids.size()),
                            request.instance_ids.back());
        at = end;
    }
    const auto query = encoded(request);
    if (query) return require(has_pairs(*query, std::move(wanted)), "every value comes back");
    const errc code = query.error().code;
    require(code == errc::not_utf8 || (code == errc::missing_member && first == input.size()),
            "only what is missing or not UTF-8 is refused");
}
