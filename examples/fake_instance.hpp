#ifndef EC2WIRE_EXAMPLES_FAKE_INSTANCE_HPP
#define EC2WIRE_EXAMPLES_FAKE_INSTANCE_HPP

// One instance: how it is kept, how it is shown, and which filters it passes.

#include <ec2wire/ec2/describe_instance_status.hpp>
#include <ec2wire/ec2/instance.hpp>
#include <ec2wire/ec2/run_instances.hpp>
#include <ec2wire/ec2wire.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fake {

// An answer that says no: the code and the message of EC2, and the HTTP status that they come with.
struct refusal {
    std::string code;
    std::string message;
    int status = 400;
};

inline constexpr const char* owner = "123456789012";
inline constexpr std::int32_t max_launch = 1000;  // instances of one request
inline constexpr std::size_t max_tags = 50;       // of an instance

// As the journal keeps it. Times are milliseconds since 1970.
struct instance {
    std::string id{};
    std::string reservation_id{};
    std::int32_t launch_index{};
    std::string image_id{};
    std::string type{};
    std::optional<std::string> key_name{};
    std::optional<std::string> client_token{};
    std::int64_t launched_at{};
    std::int32_t
        state{};  // its code when it changed last: a state that passes is over after the delay
    std::int64_t since{};
    bool is_monitored{};
    bool can_hibernate{};
    std::int64_t launch_digest{};  // of the request that launched it
    std::vector<ec2wire::basic_tag<ec2wire::owned>> tags{};

    static constexpr auto fields() {
        using ec2wire::field;
        using self = instance;
        return ec2wire::field_list{field{"Id", &self::id},
                                   field{"ReservationId", &self::reservation_id},
                                   field{"LaunchIndex", &self::launch_index},
                                   field{"ImageId", &self::image_id},
                                   field{"Type", &self::type},
                                   field{"KeyName", &self::key_name},
                                   field{"ClientToken", &self::client_token},
                                   field{"LaunchedAt", &self::launched_at},
                                   field{"State", &self::state},
                                   field{"Since", &self::since},
                                   field{"IsMonitored", &self::is_monitored},
                                   field{"CanHibernate", &self::can_hibernate},
                                   field{"LaunchDigest", &self::launch_digest},
                                   field{"Tags", &self::tags, {.xml_name = "Tag"}}};
    }
};

// One line of the journal: the instances that one call changed, as they are from then on. It is a query,
// so that encode() writes it and decode_query() reads it.
struct stored_change {
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "Change";

    std::vector<instance> instances{};

    static constexpr auto fields() {
        using ec2wire::field;
        return ec2wire::field_list{
            field{"Instances", &stored_change::instances, {.xml_name = "Instance"}}};
    }
};

// The state that follows by itself.
inline ec2wire::state_code state_after(ec2wire::state_code state) {
    if (state == ec2wire::pending) return ec2wire::running;
    if (state == ec2wire::stopping) return ec2wire::stopped;
    if (state == ec2wire::shutting_down) return ec2wire::terminated;
    return state;
}

inline std::string random_hex(std::size_t size) {
    thread_local std::random_device random;
    std::string digits;
    while (digits.size() < size) digits += "0123456789abcdef"[random() & 15];
    return digits;
}

// i- and 8 or 17 hexadecimal digits.
inline bool is_instance_id(std::string_view id) {
    return (id.size() == 10 || id.size() == 19) && id.starts_with("i-") &&
           id.find_first_not_of("0123456789abcdef", 2) == id.npos;
}

// i-0, the number of the launch in 8 digits, 8 digits by chance.
inline std::string instance_id(std::uint32_t number) {
    char digits[9];
    std::snprintf(digits, sizeof digits, "%08x", static_cast<unsigned>(number));
    return "i-0" + std::string(digits) + random_hex(8);
}

inline std::uint32_t launch_number(std::string_view id) {
    std::uint32_t number = 0;
    std::from_chars(id.data() + 3, id.data() + 11, number, 16);
    return number;
}

// Returns a hash (FNV-1a) of the query that encode() makes of a request without its DryRun: equal requests have
// the same.
template <class Request>
std::int64_t launch_digest(Request request) {
    request.dry_run.reset();
    std::uint64_t digest = 0xcbf29ce484222325;
    for (const char byte : ec2wire::encode(request).value_or(""))
        digest = (digest ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    return static_cast<std::int64_t>(digest);
}

template <class Specifications>
void check_tags(const Specifications& specifications) {
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const auto& specification : specifications) {
        if (!specification.resource_type)
            throw refusal{"InvalidParameter", "Tag specification resource type must have a value"};
        if (specification.tags.empty())
            throw refusal{"InvalidParameterValue", "Tag specification must have at least one tag"};
        for (const auto& tag : specification.tags) {
            const std::string_view key = tag.key.value_or("");
            if (key.starts_with("aws:"))
                throw refusal{"InvalidParameterValue",
                              "Tag keys starting with 'aws:' are reserved for internal use"};
            if (!seen.emplace(specification.resource_type->text(), key).second)
                throw refusal{"InvalidParameterValue",
                              "Duplicate tag key '" + std::string(key) + "' specified."};
        }
        if (specification.tags.size() > max_tags)
            throw refusal{"TagLimitExceeded",
                          "The maximum number of Tags for a resource has been reached."};
    }
}

template <class Request>
void check_launch(const Request& request) {
    if (!request.image_id || request.image_id->empty())
        throw refusal{"MissingParameter", "The request must contain the parameter ImageId"};
    if (!request.image_id->starts_with("ami-"))
        throw refusal{"InvalidAMIID.Malformed",
                      "Invalid id: \"" + std::string(*request.image_id) + '"'};
    const std::int32_t least = request.min_count.value_or(0), most = request.max_count.value_or(0);
    if (least < 1 || most < least)
        throw refusal{"InvalidParameterValue",
                      "MinCount must be at least 1, and MaxCount at least MinCount"};
    if (least > max_launch)
        throw refusal{"InstanceLimitExceeded",
                      "At most " + std::to_string(max_launch) + " instances start at once"};
    check_tags(request.tag_specifications);
}

// As many instances as asked for and allowed, numbered from `number`.
template <class Request>
std::vector<instance> launch(const Request& request, std::uint32_t number, std::int64_t time) {
    instance one;
    one.reservation_id = "r-0" + instance_id(number).substr(3);
    one.image_id = *request.image_id;
    one.type = request.instance_type ? std::string(request.instance_type->text()) : "m1.small";
    one.key_name = request.key_name;
    one.client_token = request.client_token;
    one.launched_at = one.since = time;
    one.is_monitored = request.monitoring.enabled.value_or(false);
    one.can_hibernate = request.hibernation_options.configured.value_or(false);
    one.launch_digest = launch_digest(request);
    for (const auto& specification : request.tag_specifications)
        if (specification.resource_type == ec2wire::resource_type::instance)
            for (const auto& tag : specification.tags)
                one.tags.push_back(
                    {std::string(tag.key.value_or("")), std::string(tag.value.value_or(""))});
    std::vector<instance> all(static_cast<std::size_t>(std::min(*request.max_count, max_launch)),
                              one);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].launch_index = static_cast<std::int32_t>(i);
        all[i].id = instance_id(number + static_cast<std::uint32_t>(i));
    }
    return all;
}

inline ec2wire::basic_instance_state<ec2wire::owned> shown_state(ec2wire::state_code state) {
    return {state, std::string(to_string(state))};
}

inline ec2wire::basic_instance<ec2wire::owned> shown(const instance& one,
                                                     ec2wire::state_code state) {
    ec2wire::basic_instance<ec2wire::owned> out;
    out.instance_id = one.id;
    out.image_id = one.image_id;
    out.state = shown_state(state);
    out.private_dns_name.emplace();
    out.public_dns_name.emplace();
    out.state_transition_reason.emplace();
    out.key_name = one.key_name;
    out.ami_launch_index = one.launch_index;
    out.instance_type = one.type;
    out.launch_time = ec2wire::timestamp{.seconds = one.launched_at / 1000};
    out.placement.availability_zone = "us-east-1a";
    out.placement.tenancy = ec2wire::tenancy::default_;
    using ec2wire::monitoring_state;
    out.monitoring.state =
        one.is_monitored ? monitoring_state::enabled : monitoring_state::disabled;
    out.architecture = ec2wire::architecture_values::x86_64;
    out.root_device_type = ec2wire::device_type::ebs;
    out.root_device_name = "/dev/sda1";
    out.client_token = one.client_token;
    out.tags = one.tags;
    out.hibernation_options.configured = one.can_hibernate;
    if (state == ec2wire::shutting_down || state == ec2wire::terminated ||
        state == ec2wire::stopping || state == ec2wire::stopped) {
        out.state_reason.code = "Client.UserInitiatedShutdown";
        out.state_reason.message = "Client.UserInitiatedShutdown: User initiated shutdown";
    }
    return out;
}

inline ec2wire::basic_instance_status<ec2wire::owned> shown_status(const instance& one,
                                                                   ec2wire::state_code state) {
    ec2wire::basic_instance_status_summary<ec2wire::owned> summary;
    const bool is_running = state == ec2wire::running;
    summary.status =
        is_running ? ec2wire::summary_status::ok : ec2wire::summary_status::not_applicable;
    if (is_running) {
        auto& detail = summary.details.emplace_back();
        detail.name = ec2wire::status_name::reachability;
        detail.status = ec2wire::status_type::passed;
    }
    ec2wire::basic_instance_status<ec2wire::owned> out;
    out.instance_id = one.id;
    out.availability_zone = "us-east-1a";
    out.instance_state = shown_state(state);
    out.system_status = summary;
    out.instance_status = summary;
    return out;
}

// The place of the next character of UTF-8: bytes 10xxxxxx continue one.
inline std::size_t next_character(std::string_view text, std::size_t at) {
    do ++at;
    while (at < text.size() && (text[at] & 0xC0) == 0x80);
    return at;
}

// Whether a text is what a filter's value says: '*' is any text, '?' any character, '\' takes the next one
// as it is.
inline bool matches(std::string_view pattern, std::string_view text) {
    std::size_t p = 0, t = 0, star = pattern.npos, resumed = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resumed = t;
            continue;
        }
        const std::size_t literal = p + (p + 1 < pattern.size() && pattern[p] == '\\' ? 1 : 0);
        if (literal == p && p < pattern.size() && pattern[p] == '?') {
            ++p;
            t = next_character(text, t);
        } else if (literal < pattern.size() && pattern[literal] == text[t]) {
            p = literal + 1;
            ++t;
        } else if (star != pattern.npos) {
            p = star + 1;
            t = resumed = next_character(text, resumed);
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == pattern.npos;
}

// Whether an instance of the journal is one that this program has written: whole, in a state of EC2, and
// without characters that no reply can carry.
inline bool is_stored(const instance& one) {
    const auto state = ec2wire::state_code(static_cast<std::uint16_t>(one.state));
    ec2wire::owning<ec2wire::run_instances_response> reply;
    reply.reservation_id = one.reservation_id;
    reply.instances.push_back(shown(one, state));
    return is_instance_id(one.id) && state.wire() == one.state && state.is_known() &&
           std::ranges::all_of(one.tags, [](const auto& tag) { return tag.key && tag.value; }) &&
           ec2wire::encoded_xml_size(reply).has_value();
}

// The texts that a filter of this name looks at.
inline std::vector<std::string> filtered_texts(const instance& one, ec2wire::state_code state,
                                               std::string_view name) {
    if (name == "instance-id") return {one.id};
    if (name == "instance-state-name") return {std::string(to_string(state))};
    if (name == "instance-state-code") return {std::to_string(state.wire())};
    if (name == "instance-type") return {one.type};
    if (name == "image-id") return {one.image_id};
    if (name == "reservation-id") return {one.reservation_id};
    std::vector<std::string> texts;
    if (name == "key-name" || name == "client-token") {
        if (const auto& text = name == "key-name" ? one.key_name : one.client_token)
            texts.push_back(*text);
        return texts;
    }
    const bool is_key = name == "tag-key";
    if (!is_key && !name.starts_with("tag:"))
        throw refusal{"InvalidParameterValue", "The filter '" + std::string(name) + "' is invalid"};
    for (const auto& tag : one.tags)
        if (is_key || *tag.key == name.substr(4)) texts.push_back(is_key ? *tag.key : *tag.value);
    return texts;
}

// Refuses a filter with an unknown name, also if there is no instance to which it could be applied.
template <class Filters>
void check_names(const Filters& filters) {
    for (const auto& filter : filters) filtered_texts({}, {}, filter.name.value_or(""));
}

// All filters must pass; of a filter's values, one.
template <class Filters>
bool passes(const instance& one, ec2wire::state_code state, const Filters& filters) {
    return std::ranges::all_of(filters, [&](const auto& filter) {
        const auto texts = filtered_texts(one, state, filter.name.value_or(""));
        return std::ranges::any_of(filter.values, [&](std::string_view pattern) {
            return std::ranges::any_of(texts, [&](auto& text) { return matches(pattern, text); });
        });
    });
}

// The number of instances on a page: 5 to 1000. Those that are named are all on one.
template <class Request>
std::size_t page_size(const Request& request) {
    if (!request.instance_ids.empty()) {
        if (!request.max_results && !request.next_token) return SIZE_MAX;
        throw refusal{"InvalidParameterCombination",
                      std::string("The parameter instancesSet cannot be used with the parameter ") +
                          (request.max_results ? "maxResults" : "nextToken")};
    }
    if (!request.max_results) return 1000;
    if (*request.max_results < 5 || *request.max_results > 1000)
        throw refusal{"InvalidParameterValue",
                      "Value ( " + std::to_string(*request.max_results) +
                          " ) for parameter maxResults is invalid. It is 5 to 1000."};
    return static_cast<std::size_t>(*request.max_results);
}

}  // namespace fake

#endif
