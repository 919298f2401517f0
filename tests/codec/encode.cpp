#include <ec2wire/codec/encode.hpp>

#include <ec2wire/codec/decode_query.hpp>
#include <ec2wire/codec/encode_xml.hpp>
#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/engine/encode_staged.hpp>

#include "codec/encode_into_scratch.hpp"
#include "codec/shapes.hpp"
#include "error_text.hpp"
#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <deque>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;
using ec2wire::tests::guarded_bytes;

namespace {

// Encodes a request; ends the test case if that fails.
template <class Request>
std::string encoded(const Request& request) {
    const auto query = encode(request);
    BOOST_REQUIRE_MESSAGE(query.has_value(), tests::error_text(query));
    return *query;
}

// Whether a request is encoded to these bytes, also into a buffer of exactly their size.
template <class Request>
bool encodes_as(const Request& request, std::string_view wanted) {
    std::array<char, 512> buffer{};
    const auto query = encode(request, std::span<char>(buffer.data(), wanted.size()));
    return query && *query == wanted;
}

using borrowed_start = borrowing<start_instances_request>;
using borrowed_stop = borrowing<stop_instances_request>;

// Encodes pairs naively: escaped one by one, sorted by key, joined.
class naive_query {
  public:
    void add(const std::string& key, const std::string& value) {
        pairs_.emplace(escape(key), escape(value));
    }

    std::string text() const {
        std::string joined;
        for (const auto& [key, value] : pairs_)
            joined += (joined.empty() ? "" : "&") + key + "=" + value;
        return joined;
    }

  private:
    static std::string escape(const std::string& text) {
        const std::string kept =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
        std::string escaped;
        for (const char c : text) {
            char octet[4];
            std::snprintf(octet, sizeof octet, "%%%02X", static_cast<unsigned>(c) & 0xFFu);
            escaped += kept.find(c) != std::string::npos ? std::string(1, c) : octet;
        }
        return escaped;
    }

    std::map<std::string, std::string> pairs_;
};

std::vector<std::string> keys_of(const std::string& query) {
    std::vector<std::string> keys;
    for (std::size_t at = 0; at < query.size();) {
        const std::size_t end = std::min(query.find('&', at), query.size());
        keys.push_back(query.substr(at, query.find('=', at) - at));
        at = end + 1;
    }
    return keys;
}

std::vector<std::string> numbered_ids(std::size_t count) {
    std::vector<std::string> ids;
    for (std::size_t i = 1; i <= count; ++i) ids.push_back("i-" + std::to_string(i));
    return ids;
}

// Names that are close to each other in byte order: '-' precedes '.', '.' precedes digits and letters, and a
// name precedes those that it is a prefix of.
struct tricky_leaf {
    std::optional<std::string> a{};
    std::optional<std::string> a_dash_b{};
    std::optional<std::string> ab{};
    std::optional<std::string> a1{};

    static constexpr auto fields() {
        using self = tricky_leaf;
        return field_list{field{"ab", &self::ab, {.query_name = "Ab"}}, field{"a", &self::a},
                          field{"a-b", &self::a_dash_b, {.query_name = "A-b"}},
                          field{"a1", &self::a1}};
    }

    friend bool operator==(const tricky_leaf&, const tricky_leaf&) = default;
};

struct tricky_request {
    using service = ec2;
    static constexpr std::string_view operation = "Tricky";

    std::vector<tricky_leaf> list{};
    std::optional<tricky_leaf> list_dash{};
    std::optional<std::string> list0{};
    std::optional<std::string> action_dash{};
    std::optional<std::string> act{};
    std::vector<std::vector<std::string>> version{};
    std::optional<std::string> tilde{};
    std::optional<std::string> spaced{};

    static constexpr auto fields() {
        using self = tricky_request;
        return field_list{field{"tilde", &self::tilde, {.query_name = "List~"}},
                          field{"list0", &self::list0},
                          field{"list", &self::list, {.flattened = true}},
                          field{"list-x", &self::list_dash},
                          field{"Versions", &self::version, {.xml_name = "versio"}},
                          field{"Act", &self::act},
                          field{"Action-", &self::action_dash},
                          field{"List x", &self::spaced}};
    }
};

struct credits {
    std::optional<std::string_view> cpu_credits{};

    static constexpr auto fields() {
        return field_list{field{"CpuCredits", &credits::cpu_credits, {.required = true}}};
    }
};

struct range {
    std::optional<int> least{};
    std::optional<int> most{};

    static constexpr auto fields() {
        return field_list{field{"Least", &range::least}, field{"Most", &range::most}};
    }
};

struct put_range {
    using service = ec2;
    static constexpr std::string_view operation = "PutRange";

    struct range range {};

    static constexpr auto fields() {
        return field_list{field{"Range", &put_range::range, {.required = true}}};
    }
};

struct put_credits {
    using service = ec2;
    static constexpr std::string_view operation = "PutCredits";

    maybe<struct credits> credits{};

    static constexpr auto fields() { return field_list{field{"Credits", &put_credits::credits}}; }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_encode)

BOOST_AUTO_TEST_CASE(the_example_of_the_header) {
    const stop_instances_request request{.instance_ids = {"i-1234567890abcdef0"}, .force = true};
    BOOST_TEST(
        encoded(request) ==
        "Action=StopInstances&Force=true&InstanceId.1=i-1234567890abcdef0&Version=2016-11-15");
}

// Tests of each member of both requests: unset, false or empty, and set give different queries.

BOOST_AUTO_TEST_CASE(unset_false_and_empty_give_different_queries) {
    const std::array<std::string_view, 1> id{"i-1"};
    BOOST_TEST(encodes_as(borrowed_start{.instance_ids = id},
                          "Action=StartInstances&InstanceId.1=i-1&Version=2016-11-15"));
    BOOST_TEST(
        encodes_as(borrowed_start{.instance_ids = id, .additional_info = "", .dry_run = false},
                   "Action=StartInstances&AdditionalInfo=&DryRun=false&InstanceId.1=i-1"
                   "&Version=2016-11-15"));
    BOOST_TEST(
        encodes_as(borrowed_start{.instance_ids = id, .additional_info = "a b", .dry_run = true},
                   "Action=StartInstances&AdditionalInfo=a%20b&DryRun=true&InstanceId.1=i-1"
                   "&Version=2016-11-15"));
    BOOST_TEST(encodes_as(borrowed_stop{.instance_ids = id},
                          "Action=StopInstances&InstanceId.1=i-1&Version=2016-11-15"));
    BOOST_TEST(encodes_as(borrowed_stop{.instance_ids = id,
                                        .hibernate = false,
                                        .skip_os_shutdown = false,
                                        .dry_run = false,
                                        .force = false},
                          "Action=StopInstances&DryRun=false&Force=false&Hibernate=false"
                          "&InstanceId.1=i-1&SkipOsShutdown=false&Version=2016-11-15"));
    BOOST_TEST(encodes_as(borrowed_stop{.instance_ids = id,
                                        .hibernate = true,
                                        .skip_os_shutdown = true,
                                        .dry_run = true,
                                        .force = true},
                          "Action=StopInstances&DryRun=true&Force=true&Hibernate=true"
                          "&InstanceId.1=i-1&SkipOsShutdown=true&Version=2016-11-15"));
}

BOOST_AUTO_TEST_CASE(each_member_of_start_instances_alone) {
    const start_instances_request plain{.instance_ids = {"i-1"}};
    BOOST_TEST(encoded(plain) == "Action=StartInstances&InstanceId.1=i-1&Version=2016-11-15");
    auto request = plain;
    request.additional_info = "";
    BOOST_TEST(encoded(request) ==
               "Action=StartInstances&AdditionalInfo=&InstanceId.1=i-1&Version=2016-11-15");
    request.additional_info = "x";
    BOOST_TEST(encoded(request) ==
               "Action=StartInstances&AdditionalInfo=x&InstanceId.1=i-1&Version=2016-11-15");
    request = plain;
    request.dry_run = false;
    BOOST_TEST(encoded(request) ==
               "Action=StartInstances&DryRun=false&InstanceId.1=i-1&Version=2016-11-15");
    request.dry_run = true;
    BOOST_TEST(encoded(request) ==
               "Action=StartInstances&DryRun=true&InstanceId.1=i-1&Version=2016-11-15");
}

BOOST_AUTO_TEST_CASE(each_member_of_stop_instances_alone) {
    const stop_instances_request plain{.instance_ids = {"i-1"}};
    BOOST_TEST(encoded(plain) == "Action=StopInstances&InstanceId.1=i-1&Version=2016-11-15");
    for (const bool value : {false, true}) {
        const std::string text = value ? "true" : "false";
        auto request = plain;
        request.hibernate = value;
        BOOST_TEST(encoded(request) == "Action=StopInstances&Hibernate=" + text +
                                           "&InstanceId.1=i-1&Version=2016-11-15");
        request = plain;
        request.skip_os_shutdown = value;
        BOOST_TEST(encoded(request) == "Action=StopInstances&InstanceId.1=i-1&SkipOsShutdown=" +
                                           text + "&Version=2016-11-15");
        request = plain;
        request.dry_run = value;
        BOOST_TEST(encoded(request) ==
                   "Action=StopInstances&DryRun=" + text + "&InstanceId.1=i-1&Version=2016-11-15");
        request = plain;
        request.force = value;
        BOOST_TEST(encoded(request) ==
                   "Action=StopInstances&Force=" + text + "&InstanceId.1=i-1&Version=2016-11-15");
    }
}

BOOST_AUTO_TEST_CASE(both_storages_give_the_same_bytes) {
    const std::vector<std::string> ids{"i-1", "i-2"};
    const std::vector<std::string_view> views(ids.begin(), ids.end());
    const start_instances_request owning_request{.instance_ids = ids, .additional_info = "x"};
    const borrowed_start borrowing_request{.instance_ids = views, .additional_info = "x"};
    BOOST_TEST(encoded(owning_request) == encoded(borrowing_request));
}

BOOST_AUTO_TEST_CASE(twelve_ids_go_out_in_byte_order_of_their_keys) {
    BOOST_TEST(encoded(stop_instances_request{.instance_ids = numbered_ids(12)}) ==
               "Action=StopInstances&InstanceId.1=i-1&InstanceId.10=i-10&InstanceId.11=i-11"
               "&InstanceId.12=i-12&InstanceId.2=i-2&InstanceId.3=i-3&InstanceId.4=i-4"
               "&InstanceId.5=i-5&InstanceId.6=i-6&InstanceId.7=i-7&InstanceId.8=i-8"
               "&InstanceId.9=i-9&Version=2016-11-15");
}

BOOST_AUTO_TEST_CASE(any_number_of_ids_goes_out_sorted_by_key) {
    for (const std::size_t count : {1u, 2u, 9u, 10u, 11u, 19u, 20u, 21u, 99u, 100u, 101u, 109u,
                                    110u, 111u, 999u, 1000u, 1001u, 1234u, 10001u}) {
        const auto keys =
            keys_of(encoded(start_instances_request{.instance_ids = numbered_ids(count)}));
        BOOST_TEST(keys.size() == count + 2);
        BOOST_TEST(std::is_sorted(keys.begin(), keys.end()));
        BOOST_TEST((std::adjacent_find(keys.begin(), keys.end()) == keys.end()));
    }
}

BOOST_AUTO_TEST_CASE(all_but_unreserved_characters_are_escaped_in_upper_case) {
    const auto info = [](std::string text) {
        const auto query =
            encoded(start_instances_request{.instance_ids = {"i"}, .additional_info = text});
        const std::string before = "Action=StartInstances&AdditionalInfo=";
        const std::string after = "&InstanceId.1=i&Version=2016-11-15";
        BOOST_TEST(query.starts_with(before));
        BOOST_TEST(query.ends_with(after));
        return query.substr(before.size(), query.size() - before.size() - after.size());
    };
    BOOST_TEST(info("AZaz09-._~") == "AZaz09-._~");
    BOOST_TEST(info(" +&=%/?#;:,") == "%20%2B%26%3D%25%2F%3F%23%3B%3A%2C");
    BOOST_TEST(info("!*'()@$[]") == "%21%2A%27%28%29%40%24%5B%5D");
    BOOST_TEST(info("\xE2\x82\xAC\xF0\x9F\x98\x80") == "%E2%82%AC%F0%9F%98%80");
    BOOST_TEST(info(std::string("\0\n\x7F", 3)) == "%00%0A%7F");
}

BOOST_AUTO_TEST_CASE(random_requests_are_encoded_as_by_a_naive_encoder) {
    std::mt19937 random(20161115);
    const auto pick = [&](unsigned count) { return static_cast<unsigned>(random() % count); };
    const auto text = [&] {
        std::string made;
        for (unsigned i = pick(12); i > 0; --i) {
            constexpr std::string_view pieces[] = {"a", "Z", "0", " ", "&",  "=",        "+", "%",
                                                   ".", "-", "_", "~", "\t", "\xC3\xA9", "/", "*"};
            made += pieces[pick(16)];
        }
        return made;
    };
    for (int round = 0; round < 500; ++round) {
        stop_instances_request request;
        naive_query wanted;
        wanted.add("Action", "StopInstances");
        wanted.add("Version", "2016-11-15");
        for (unsigned i = 0, count = 1 + pick(130); i < count; ++i) {
            request.instance_ids.push_back(text());
            wanted.add("InstanceId." + std::to_string(i + 1), request.instance_ids.back());
        }
        const auto flip = [&](std::optional<bool>& member, const char* key) {
            const unsigned side = pick(3);
            if (side == 2) return;
            member = side == 1;
            wanted.add(key, side == 1 ? "true" : "false");
        };
        flip(request.hibernate, "Hibernate");
        flip(request.skip_os_shutdown, "SkipOsShutdown");
        flip(request.dry_run, "DryRun");
        flip(request.force, "Force");
        BOOST_TEST(encoded(request) == wanted.text());
    }
}

BOOST_AUTO_TEST_CASE(keys_that_are_prefixes_of_others_are_encoded_as_by_a_naive_encoder) {
    std::mt19937 random(4);
    const auto pick = [&](unsigned count) { return static_cast<unsigned>(random() % count); };
    naive_query wanted;
    const auto put = [&](std::optional<std::string>& member, const std::string& key) {
        if (pick(3) == 0) return;
        member = std::to_string(pick(100));
        wanted.add(key, *member);
    };
    const auto put_leaf = [&](tricky_leaf& leaf, const std::string& path) {
        put(leaf.a, path + ".A");
        put(leaf.a_dash_b, path + ".A-b");
        put(leaf.ab, path + ".Ab");
        put(leaf.a1, path + ".A1");
    };
    for (int round = 0; round < 500; ++round) {
        tricky_request request;
        wanted = {};
        wanted.add("Action", "Tricky");
        wanted.add("Version", "2016-11-15");
        request.list.resize(pick(25));
        for (std::size_t i = 0; i < request.list.size(); ++i) {
            const std::string path = "List." + std::to_string(i + 1);
            while (request.list[i] == tricky_leaf{}) put_leaf(request.list[i], path);
        }
        if (pick(2) == 0) put_leaf(request.list_dash.emplace(), "List-x");
        put(request.list0, "List0");
        put(request.tilde, "List~");
        put(request.spaced, "List x");
        put(request.act, "Act");
        put(request.action_dash, "Action-");
        request.version.resize(pick(12));
        for (std::size_t i = 0; i < request.version.size(); ++i) {
            request.version[i].resize(1 + pick(12));
            for (std::size_t k = 0; k < request.version[i].size(); ++k)
                wanted.add("Versio." + std::to_string(i + 1) + "." + std::to_string(k + 1), "");
        }
        BOOST_TEST(encoded(request) == wanted.text());
    }
}

BOOST_AUTO_TEST_CASE(a_missing_required_member_is_an_error) {
    const encode_error missing{errc::missing_member, "InstanceIds", 0, 0};
    BOOST_TEST((encode(stop_instances_request{.force = true}).error() == missing));
    BOOST_TEST((encode(start_instances_request{}).error() == missing));
    BOOST_TEST((encoded_size(start_instances_request{}).error() == missing));
    BOOST_TEST((encode(borrowed_stop{}, {}).error() == missing));
}

// RunInstances has a CreditSpecification, which is not required, with CpuCredits, which are.
BOOST_AUTO_TEST_CASE(a_structures_required_members_are_missing_only_if_it_is_set) {
    put_credits request;
    BOOST_TEST(encoded(request) == "Action=PutCredits&Version=2016-11-15");
    request.credits.emplace();
    BOOST_TEST((encode(request).error() == encode_error{errc::missing_member, "CpuCredits", 0, 0}));
    request.credits.cpu_credits = "standard";
    BOOST_TEST(encoded(request) ==
               "Action=PutCredits&Credits.CpuCredits=standard&Version=2016-11-15");
}

// To a server a structure without a pair is missing.
BOOST_AUTO_TEST_CASE(an_empty_structure_that_is_required_is_missing) {
    put_range request;
    BOOST_TEST((encode(request).error() == encode_error{errc::missing_member, "Range", 0, 0}));
    request.range.most = 3;
    BOOST_TEST(encoded(request) == "Action=PutRange&Range.Most=3&Version=2016-11-15");
}

BOOST_AUTO_TEST_CASE(text_that_is_not_utf8_is_an_error_with_its_offset) {
    const auto error = [](std::string id) {
        return encode(stop_instances_request{.instance_ids = {"i-1", std::move(id)}}).error();
    };
    //                   v
    BOOST_TEST((error("i\xFFx") == encode_error{errc::not_utf8, "InstanceIds", 1, 0}));
    //                      v   overlong
    BOOST_TEST((error("ab\xC0\x80") == encode_error{errc::not_utf8, "InstanceIds", 2, 0}));
    //                       v   a surrogate, whose second byte is wrong
    BOOST_TEST((error("a\xED\xA0\x80") == encode_error{errc::not_utf8, "InstanceIds", 2, 0}));
    //                    v   cut short
    BOOST_TEST((error("a\xE2\x82") == encode_error{errc::not_utf8, "InstanceIds", 1, 0}));
    BOOST_TEST((
        encode(start_instances_request{.instance_ids = {"i"}, .additional_info = "\x80"}).error() ==
        encode_error{errc::not_utf8, "AdditionalInfo", 0, 0}));
}

BOOST_AUTO_TEST_CASE(a_buffer_one_byte_too_small_is_told_the_size_and_left_alone) {
    const stop_instances_request request{.instance_ids = {"i-1"}, .force = true};
    const std::string wanted = encoded(request);
    BOOST_TEST(*encoded_size(request) == wanted.size());

    std::string buffer(wanted.size() - 1, '#');
    const auto refused = encode(request, std::span<char>(buffer));
    BOOST_TEST((refused.error() == encode_error{errc::buffer_too_small, {}, 0, wanted.size()}));
    BOOST_TEST(buffer == std::string(wanted.size() - 1, '#'));
    BOOST_TEST((encode(request, {}).error() ==
                encode_error{errc::buffer_too_small, {}, 0, wanted.size()}));
}

namespace {

// Every kind of memory that a request may view.
struct viewing_request {
    using service = ec2;
    static constexpr std::string_view operation = "View";
    std::optional<std::string_view> text{};
    list_view<std::string_view> texts{};
    list_view<std::byte> blob{};
    list_view<int> numbers{};
    static constexpr auto fields() {
        using self = viewing_request;
        return field_list{field{"Text", &self::text}, field{"Texts", &self::texts},
                          field{"Blob", &self::blob}, field{"Numbers", &self::numbers}};
    }
};

// Encodes into the middle of `room`, and compares with what the same request gave before.
void check_into_its_own_bytes(const viewing_request& request, std::string& room, std::size_t begin,
                              bool is_refused) {
    const std::string wanted = encoded(request);
    const std::string before = room;
    const auto query = encode(request, std::span<char>(room).subspan(begin, wanted.size()));
    if (is_refused) {
        BOOST_TEST_REQUIRE(!query.has_value());
        BOOST_TEST((query.error() == encode_error{errc::overlapping_buffer, {}, 0, 0}));
        BOOST_TEST(room == before);
    } else {
        BOOST_TEST_REQUIRE(query.has_value());
        BOOST_TEST(*query == wanted);
        BOOST_TEST(room.substr(0, begin) == before.substr(0, begin));
        BOOST_TEST(room.substr(begin + wanted.size()) == before.substr(begin + wanted.size()));
    }
}

}  // namespace

// The buffer moves over the viewed bytes, from before them to after them.
BOOST_AUTO_TEST_CASE(a_buffer_that_overlaps_views_of_the_request_is_refused_unwritten) {
    for (const std::string_view text : {"i-1", "i-1234567890abcdef0", "a b/c", "~"}) {
        for (int member = 0; member < 4; ++member) {
            for (std::size_t begin = 0; begin <= 400; ++begin) {
                std::string room(600, '#');
                constexpr std::size_t place = 200;
                room.replace(place, text.size(), text);
                const std::string_view viewed(room.data() + place, text.size());
                const std::string_view alone[] = {viewed};
                const std::string_view row[] = {"i-1234567890abcdef1", viewed,
                                                "i-1234567890abcdef2"};
                viewing_request request;
                if (member == 0) request.text = viewed;
                if (member == 1) request.texts = alone;
                if (member == 2) request.texts = row;
                if (member == 3)
                    request.blob = {reinterpret_cast<const std::byte*>(viewed.data()),
                                    viewed.size()};
                const std::size_t size = encoded(request).size();
                check_into_its_own_bytes(request, room, begin,
                                         begin < place + text.size() && place < begin + size);
            }
        }
    }
}

// Views other than of strings: a list, and the request itself.
BOOST_AUTO_TEST_CASE(a_buffer_that_overlaps_a_list_or_the_request_is_refused_unwritten) {
    std::array<int, 100> numbers{};
    viewing_request request;
    request.numbers = list_view<int>(numbers.data(), 2);
    const std::span<char> all(reinterpret_cast<char*>(numbers.data()), sizeof numbers);
    BOOST_TEST((encode(request, all).error() == encode_error{errc::overlapping_buffer, {}, 0, 0}));
    BOOST_TEST(encode(request, all.subspan(2 * sizeof(int))).has_value());

    alignas(viewing_request) std::array<char, 400> room{};
    auto* const inside = std::construct_at(reinterpret_cast<viewing_request*>(room.data()));
    BOOST_TEST((encode(*inside, std::span<char>(room)).error() ==
                encode_error{errc::overlapping_buffer, {}, 0, 0}));
    BOOST_TEST(encode(*inside, std::span<char>(room).subspan(sizeof *inside)).has_value());
}

namespace {

// A list whose elements are not contiguous in memory, for the library.
struct strided {
    const std::string_view* first{};
    std::size_t count{};

    std::size_t size() const { return count; }
    const std::string_view& operator[](std::size_t i) const { return first[2 * i]; }

    struct iterator {
        const std::string_view* at;
        const std::string_view& operator*() const { return *at; }
        iterator& operator++() { return at += 2, *this; }
        bool operator!=(const iterator& other) const { return at != other.at; }
    };
    iterator begin() const { return {first}; }
    iterator end() const { return {first + 2 * count}; }
};

struct scattered {
    using service = ec2;
    static constexpr std::string_view operation = "Scattered";

    strided texts{};
    indirect_view<int> number{};
    indirect_view<std::string_view> text{};
    indirect_view<viewing_request> inner{};
    indirect_view<list_view<int>> numbers{};
    list_view<indirect_view<int>> held{};

    static constexpr auto fields() {
        using self = scattered;
        return field_list{field{"Texts", &self::texts},     field{"Number", &self::number},
                          field{"Text", &self::text},       field{"Inner", &self::inner},
                          field{"Numbers", &self::numbers}, field{"Held", &self::held}};
    }
};

// Checks that a buffer of one byte is refused exactly where it is a byte of the object, to which the message
// refers, as a query and as XML.
template <class Object>
void check_overlap(const scattered& message, Object& object) {
    auto* const bytes = reinterpret_cast<char*>(std::addressof(object));
    for (std::size_t i = 0; i <= sizeof object; ++i) {
        const errc wanted = i < sizeof object ? errc::overlapping_buffer : errc::buffer_too_small;
        BOOST_TEST((encode(message, std::span(bytes + i, 1)).error().code == wanted));
        BOOST_TEST((encode_xml(message, std::span(bytes + i, 1)).error().code == wanted));
    }
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_buffer_that_overlaps_what_is_stored_elsewhere_is_refused) {
    struct {  // each is followed by a byte that is not of it
        int number = 1;
        std::string_view text = "t";
        viewing_request inner{.text = "t"};
        list_view<int> numbers{};
        std::string_view texts[4]{"a", "", "b", ""};
        char end{};
    } kept;
    int other = 1;
    kept.numbers = list_view<int>(&other, 1);
    check_overlap({.number = indirect_view<int>(&kept.number)}, kept.number);
    check_overlap({.text = indirect_view<std::string_view>(&kept.text)}, kept.text);
    check_overlap({.inner = indirect_view<viewing_request>(&kept.inner)}, kept.inner);
    check_overlap({.numbers = indirect_view<list_view<int>>(&kept.numbers)}, kept.numbers);
    const indirect_view<int> held(&kept.number);
    check_overlap({.held = {&held, 1}}, kept.number);
    check_overlap({.texts = {kept.texts, 2}}, kept.texts[0]);
    check_overlap({.texts = {kept.texts, 2}}, kept.texts[2]);
}

BOOST_AUTO_TEST_CASE(an_error_leaves_the_buffer_alone) {
    std::string buffer(200, '#');
    const stop_instances_request request{.instance_ids = {"i-1", "\xFF"}};
    BOOST_TEST(!encode(request, std::span<char>(buffer)).has_value());
    BOOST_TEST(buffer == std::string(200, '#'));
}

BOOST_AUTO_TEST_CASE(a_buffer_of_the_exact_size_is_filled_and_no_byte_more) {
    const stop_instances_request request{.instance_ids = numbered_ids(300), .force = true};
    const std::string wanted = encoded(request);
    const guarded_bytes buffer{std::string(wanted.size(), '#')};
    // The test owns the bytes and may write them.
    char* const first = const_cast<char*>(buffer.view().data());
    const auto query = encode(request, std::span<char>(first, wanted.size()));
    BOOST_REQUIRE(query.has_value());
    BOOST_TEST(*query == wanted);
    BOOST_TEST((query->data() == first));
}

BOOST_AUTO_TEST_CASE(every_kind_of_scalar_has_its_text) {
    const std::vector<std::byte> blob{std::byte{0xFB}, std::byte{0xFF}, std::byte{0}};
    const owning<tests::scalars> request{.flag = false,
                                         .i8 = -128,
                                         .u8 = 255,
                                         .i16 = -32768,
                                         .u16 = 65535,
                                         .i32 = -2147483648,
                                         .u32 = 4294967295,
                                         .i64 = std::numeric_limits<std::int64_t>::min(),
                                         .u64 = std::numeric_limits<std::uint64_t>::max(),
                                         .f32 = 0.1F,
                                         .f64 = -1e100,
                                         .text = "",
                                         .blob = blob,
                                         .date_time = timestamp{1422172800, 0},
                                         .epoch_seconds = timestamp{1422172800, 500'000'000},
                                         .http_date = timestamp{1422172800, 0},
                                         .paint = tests::color::sea_green,
                                         .state = state_code{272}};
    BOOST_TEST(encoded(request) ==
               "Action=PutScalars&Blob=%2B%2F8A&DateTime=2015-01-25T08%3A00%3A00Z"
               "&EpochSeconds=1422172800.500&F32=0.1&F64=-1e%2B100&Flag=false"
               "&HttpDate=Sun%2C%2025%20Jan%202015%2008%3A00%3A00%20GMT&I16=-32768"
               "&I32=-2147483648&I64=-9223372036854775808&I8=-128&Paint=sea-green&State=272&Text="
               "&U16=65535&U32=4294967295&U64=18446744073709551615&U8=255&Version=2016-11-15");
    BOOST_TEST(encoded(owning<tests::scalars>{}) == "Action=PutScalars&Version=2016-11-15");
}

BOOST_AUTO_TEST_CASE(scalars_that_are_views_have_the_same_texts) {
    BOOST_TEST(encodes_as(tests::scalars{.i64 = -1,
                                         .blob = list_view<std::byte>{},
                                         .date_time = timestamp{0, 1},
                                         .paint = tests::color::red,
                                         .state = running},
                          "Action=PutScalars&Blob=&DateTime=1970-01-01T00%3A00%3A00.000000001Z"
                          "&I64=-1&Paint=red&State=16&Version=2016-11-15"));
}

namespace {

// Keys that precede Action.
struct put_first_request {
    using service = ec2;
    static constexpr std::string_view operation = "PutFirst";

    std::vector<std::string> ids{};

    static constexpr auto fields() { return field_list{field{"AZ", &put_first_request::ids}}; }
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_list_may_begin_a_query) {
    const std::string id = "use1-az-0123456789";
    BOOST_TEST(encoded(put_first_request{{id, "b", id}}) ==
               "AZ.1=" + id + "&AZ.2=b&AZ.3=" + id + "&Action=PutFirst&Version=2016-11-15");
    BOOST_TEST(encoded(put_first_request{{id, id}}) ==
               "AZ.1=" + id + "&AZ.2=" + id + "&Action=PutFirst&Version=2016-11-15");
}

BOOST_AUTO_TEST_CASE(floats_without_a_number_go_by_name) {
    using limits = std::numeric_limits<double>;
    const owning<tests::scalars> request{.f32 = std::numeric_limits<float>::quiet_NaN(),
                                         .f64 = -limits::infinity()};
    BOOST_TEST(encoded(request) == "Action=PutScalars&F32=NaN&F64=-Infinity&Version=2016-11-15");
}

BOOST_AUTO_TEST_CASE(a_timestamp_after_the_year_9999_is_an_error_in_every_format) {
    const timestamp year_10000{253402300800, 0};
    BOOST_TEST((encode(owning<tests::scalars>{.date_time = year_10000}).error() ==
                encode_error{errc::bad_value, "DateTime", 0, 0}));
    BOOST_TEST((encode(owning<tests::scalars>{.epoch_seconds = year_10000}).error() ==
                encode_error{errc::bad_value, "EpochSeconds", 0, 0}));
}

BOOST_AUTO_TEST_CASE(an_unknown_enum_value_is_sent_as_it_is) {
    using paint = open_enum<tests::color, std::string>;
    BOOST_TEST(encoded(owning<tests::scalars>{.paint = paint("ultra violet")}) ==
               "Action=PutScalars&Paint=ultra%20violet&Version=2016-11-15");
}

BOOST_AUTO_TEST_CASE(nested_members_have_dotted_keys) {
    owning<tests::tree> request{.name = "root"};
    request.tag = tests::basic_tag<owned>{.key = "k"};
    request.tags.push_back({.key = "a", .value = ""});
    request.tags.push_back({.value = "b"});
    request.rows = {{"x", "y"}, {"z"}};
    request.inner = owning<tests::branch>{.name = "inside"};
    request.branches = {{.branches = {{.name = "deep"}}}, {.name = "second"}};
    BOOST_TEST(encoded(request) ==
               "Action=PutTree&Branches.1.Branches.1.Name=deep&Branches.2.Name=second"
               "&Inner.Name=inside&Name=root&Rows.1.1=x&Rows.1.2=y&Rows.2.1=z&Tag.Key=k"
               "&TagSet.1.Key=a&TagSet.1.Value=&TagSet.2.Value=b&Version=2016-11-15");
}

BOOST_AUTO_TEST_CASE(members_are_nested_as_deep_as_they_are_read) {
    owning<tests::tree> request;
    auto* branch = &request.inner.emplace();
    for (std::size_t depth = 1; depth < max_depth; ++depth) branch = &branch->inner.emplace();
    branch->name = "x";  // inside max_depth structures
    const std::string query = encoded(request);
    scratch memory;
    BOOST_TEST(decode_query<tests::tree>(query, memory).has_value());
    branch->inner.emplace().name = "y";
    BOOST_TEST((encode(request).error() == encode_error{errc::too_deep, "Inner", 0, 0}));
    branch->inner = {};
    branch->branches = {{.name = "z"}};
    BOOST_TEST((encode(request).error() == encode_error{errc::too_deep, "Branches", 0, 0}));
}

BOOST_AUTO_TEST_CASE(a_structure_without_a_set_member_gives_no_pair) {
    owning<tests::tree> request;
    request.tag = tests::basic_tag<owned>{};
    request.inner = owning<tests::branch>{};
    BOOST_TEST(encoded(request) == "Action=PutTree&Version=2016-11-15");
}

namespace {

struct literal_request {
    using service = ec2;
    static constexpr std::string_view operation = "Literal";

    const char* text{};
    std::vector<const char*> texts{};

    static constexpr auto fields() {
        using self = literal_request;
        return field_list{field{"Text", &self::text}, field{"Texts", &self::texts}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_null_text_is_not_set) {
    BOOST_TEST(encoded(literal_request{}) == "Action=Literal&Version=2016-11-15");
    BOOST_TEST(encoded(literal_request{.text = "", .texts = {"a"}}) ==
               "Action=Literal&Text=&Texts.1=a&Version=2016-11-15");
    BOOST_TEST((encode(literal_request{.texts = {"a", nullptr}}).error() ==
                encode_error{errc::missing_member, "Texts", 0, 0}));
}

// Branches.1 and Branches.3 without a Branches.2 would break R3 (lists): indices have no gaps.
BOOST_AUTO_TEST_CASE(an_element_without_a_pair_is_an_error) {
    owning<tests::tree> tags;
    tags.tags = {{.key = "a"}, {}, {.key = "c"}};
    BOOST_TEST((encode(tags).error() == encode_error{errc::missing_member, "Tags", 0, 0}));
    owning<tests::tree> rows;
    rows.rows = {{"x"}, {}};
    BOOST_TEST((encode(rows).error() == encode_error{errc::missing_member, "Rows", 0, 0}));
}

namespace {

// Containers of the caller's own choice.
struct any_containers {
    using service = ec2;
    static constexpr std::string_view operation = "PutAny";

    std::deque<std::string> queue{};
    std::array<int, 2> pair{};
    std::span<const std::string_view> views{};
    std::optional<std::vector<std::string>> perhaps{};
    std::vector<bool> bits{};
    std::array<std::byte, 2> blob{};
    const char* literal = "";

    static constexpr auto fields() {
        using self = any_containers;
        return field_list{
            field{"Queue", &self::queue},     field{"Pair", &self::pair},
            field{"Views", &self::views},     field{"Perhaps", &self::perhaps},
            field{"Bits", &self::bits},       field{"Blob", &self::blob},
            field{"Literal", &self::literal},
        };
    }
};

// Required members of every kind.
struct demanding {
    using service = ec2;
    static constexpr std::string_view operation = "Demand";

    maybe<tests::basic_tag<owned>> tag{};
    std::optional<std::vector<std::string>> list{};
    std::optional<std::string> text{};
    std::optional<bool> flag{};

    static constexpr auto fields() {
        using self = demanding;
        return field_list{field{"Tag", &self::tag, {.required = true}},
                          field{"List", &self::list, {.required = true}},
                          field{"Text", &self::text, {.required = true}},
                          field{"Flag", &self::flag, {.required = true}}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(any_container_of_the_caller_s_will_do) {
    const std::array<std::string_view, 2> views{"v", "w"};
    const any_containers request{.queue = {"q"},
                                 .pair = {7, -7},
                                 .views = views,
                                 .perhaps = std::vector<std::string>{"p"},
                                 .bits = {true, false},
                                 .blob = {std::byte{1}, std::byte{2}},
                                 .literal = "l"};
    BOOST_TEST(encoded(request) ==
               "Action=PutAny&Bits.1=true&Bits.2=false&Blob=AQI%3D&Literal=l&Pair.1=7&Pair.2=-7"
               "&Perhaps.1=p&Queue.1=q&Version=2016-11-15&Views.1=v&Views.2=w");
}

BOOST_AUTO_TEST_CASE(a_required_member_of_any_kind_must_be_set) {
    demanding request;
    request.tag = tests::basic_tag<owned>{.key = "k"};
    request.list = {"x"};
    request.text = "";
    request.flag = false;
    BOOST_TEST(encoded(request) ==
               "Action=Demand&Flag=false&List.1=x&Tag.Key=k&Text=&Version=2016-11-15");
    const auto missing = [](demanding without) { return encode(without).error().member; };
    auto without = request;
    without.tag = {};
    BOOST_TEST(missing(without) == "Tag");
    without = request;
    without.list->clear();
    BOOST_TEST(missing(without) == "List");
    without.list.reset();
    BOOST_TEST(missing(without) == "List");
    without = request;
    without.text.reset();
    BOOST_TEST(missing(without) == "Text");
    without = request;
    without.flag.reset();
    BOOST_TEST(missing(without) == "Flag");
}

// Short queries are written once and long ones twice: see staged_size. Whatever is at the border, neither a
// character is lost nor one too many written.
BOOST_AUTO_TEST_CASE(queries_of_every_size_are_whole) {
    start_instances_request request{.instance_ids = {"i-1", "i-1234567890abcdef0"}};
    for (std::size_t size = detail::staged_size - 200; size < detail::staged_size + 20; ++size)
        for (const std::string_view last : {"x", " "}) {
            request.additional_info = std::string(size, 'x').append(last);
            const std::string query =
                "Action=StartInstances&AdditionalInfo=" + std::string(size, 'x') +
                (last == "x" ? "x" : "%20") +
                "&InstanceId.1=i-1&InstanceId.2=i-1234567890abcdef0"
                "&Version=2016-11-15";
            std::string buffer(query.size() + 40, '#');
            const auto in_buffer = encode(request, std::span(buffer));
            BOOST_TEST_REQUIRE(encoded_size(request).value() == query.size());
            BOOST_TEST_REQUIRE((encode(request).value() == query));
            BOOST_TEST_REQUIRE((in_buffer.value() == query));
            BOOST_TEST_REQUIRE(buffer.ends_with(std::string(40, '#')));
        }
}

BOOST_AUTO_TEST_CASE(a_query_is_encoded_into_a_scratch) {
    for (const std::size_t count : {1U, 20U, 150U, 2000U}) {
        stop_instances_request request{.instance_ids = numbered_ids(count), .force = true};
        for (const char* last : {"i-1234567890abcdef0", "i 1", "\xC3\xA9"}) {
            request.instance_ids.back() = last;
            tests::check_into_scratch(encoded(request),
                                      [&](scratch& memory) { return encode(request, memory); });
        }
    }
    tests::check_not_into_scratch({errc::not_utf8, "InstanceIds", 1, 0}, [](scratch& memory) {
        return encode(stop_instances_request{.instance_ids = {"i-1", "i\xFF"}}, memory);
    });
    tests::check_no_cleared_view([](scratch& memory, std::string_view id) {
        const std::string_view ids[] = {"i-1", id, "i-3"};
        return encode(borrowing<stop_instances_request>{.instance_ids = ids}, memory);
    });
}

BOOST_AUTO_TEST_SUITE_END()
