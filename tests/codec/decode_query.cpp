#include <ec2wire/codec/decode_query.hpp>

#include <ec2wire/codec/encode.hpp>
#include <ec2wire/core/limits.hpp>
#include <ec2wire/ec2/describe_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/shape/protocol.hpp>
#include <ec2wire/shape/storage.hpp>

#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;

namespace {

template <class T>
using list = list_view<T>;
using text = std::string_view;

struct service {
    using protocol = aws_query;
    static constexpr std::string_view version = "2020-01-08";
};

struct choice {
    std::optional<int> number{};
    std::optional<text> word{};

    static constexpr bool is_union = true;
    static constexpr auto fields() {
        return field_list{field{"Number", &choice::number}, field{"Word", &choice::word}};
    }
};

struct node {
    std::optional<text> name{};
    indirect_view<node> inner{};

    static constexpr auto fields() {
        return field_list{field{"Name", &node::name, {.required = true}},
                          field{"Inner", &node::inner}};
    }
};

// A structure that is encoded as no pair at all if its map is empty.
struct maps {
    list<map_entry<text, list<map_entry<text, text>>>> held{};

    static constexpr auto fields() { return field_list{field{"Maps", &maps::held}}; }
};

// A request with every form that only awsQuery has, and with structures, unions and maps of them.
struct put_request {
    using service = ::service;
    static constexpr std::string_view operation = "Put";

    maybe<list<text>> wrapped{};
    maybe<list<text>> flat{};
    list<text> renamed{};
    list<list<int>> rows{};
    list<map_entry<text, int>> map{};
    list<map_entry<text, text>> flat_map{};
    list<map_entry<text, maps>> hollow{};
    list<map_entry<text, node>> trees{};
    maybe<choice> one_of{};
    maybe<node> tree{};
    std::optional<text> odd{};

    static constexpr auto fields() {
        using self = put_request;
        return field_list{field{"Wrapped", &self::wrapped},
                          field{"Flat", &self::flat, {.flattened = true}},
                          field{"Renamed", &self::renamed, {.xml_name = "Re", .item_name = "item"}},
                          field{"Rows", &self::rows},
                          field{"Map", &self::map},
                          field{"FlatMap",
                                &self::flat_map,
                                {.key_name = "k", .value_name = "v", .flattened = true}},
                          field{"Hollow", &self::hollow},
                          field{"Trees", &self::trees},
                          field{"OneOf", &self::one_of},
                          field{"Tree", &self::tree},
                          field{"a:b c", &self::odd}};
    }
};

using describe = borrowing<describe_instances_request>;
using stop = borrowing<stop_instances_request>;

// Decodes a query and encodes the request again; "code member offset" if it cannot be decoded.
template <class Request>
std::string decoded(std::string_view query, decode_notes* notes = nullptr) {
    const tests::guarded_bytes guarded(query);
    scratch memory;
    const auto request = notes == nullptr ? decode_query<Request>(guarded.view(), memory)
                                          : decode_query<Request>(guarded.view(), memory, *notes);
    if (request) {
        const auto again = encode(*request);
        return again ? *again : "not encoded: " + std::string(again.error().message());
    }
    const auto& error = request.error();
    return std::string(to_string(error.code)) + " " + std::string(error.member) + " " +
           std::to_string(error.offset);
}

// Decodes pairs of DescribeInstances, or of Put, in the same way, without Action and Version.
std::string describes(std::string_view query) {
    std::string said = decoded<describe>("Action=DescribeInstances&" + std::string(query));
    const std::string_view frame = "Action=DescribeInstances&";
    if (said.starts_with(frame)) said.erase(0, frame.size());
    if (said.ends_with("Version=2016-11-15")) said.erase(said.size() - 18);
    if (said.ends_with('&')) said.pop_back();
    return said;
}
std::string put(std::string_view query) {
    std::string said = decoded<put_request>("Action=Put&" + std::string(query));
    for (const std::string_view frame :
         {"Action=Put&", "&Version=2020-01-08", "Version=2020-01-08&", "Version=2020-01-08"})
        if (const auto at = said.find(frame); at != said.npos) said.erase(at, frame.size());
    return said;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_decode_query)

BOOST_AUTO_TEST_CASE(a_request_has_the_values_of_its_query) {
    const std::string bytes =
        "Action=StopInstances&Force=true&InstanceId.1=i-1&InstanceId.2=i%2D2&Version=2016-11-15";
    scratch memory;
    const auto request = decode_query<stop>(bytes, memory);
    BOOST_TEST_REQUIRE(request.has_value());
    BOOST_TEST(request->force.value());
    BOOST_TEST(!request->hibernate.has_value());
    BOOST_TEST_REQUIRE(request->instance_ids.size() == 2u);
    BOOST_TEST(request->instance_ids[0] == "i-1");
    BOOST_TEST(request->instance_ids[1] == "i-2");
    // A view, if nothing is escaped.
    BOOST_TEST(request->instance_ids[0].data() == bytes.data() + bytes.find("i-1"));

    const auto owned = decode_query<stop_instances_request>(bytes, memory);
    BOOST_TEST_REQUIRE(owned.has_value());
    BOOST_TEST((owned->instance_ids == std::vector<std::string>{"i-1", "i-2"}));
}

BOOST_AUTO_TEST_CASE(keys_come_in_any_order) {
    const std::string_view canonical =
        "DryRun=true&Filter.1.Name=a&Filter.1.Value.1=b&Filter.1.Value.2=c&Filter.2.Name=d&"
        "InstanceId.1=i";
    BOOST_TEST(describes(canonical) == canonical);
    BOOST_TEST(describes("Filter.2.Name=d&Filter.1.Value.2=c&InstanceId.1=i&Filter.1.Name=a&"
                         "DryRun=true&Filter.1.Value.1=b") == canonical);
}

BOOST_AUTO_TEST_CASE(elements_go_in_the_order_of_their_indices_and_gaps_close) {
    BOOST_TEST(describes("InstanceId.2=b&InstanceId.10=j&InstanceId.1=a") ==
               "InstanceId.1=a&InstanceId.2=b&InstanceId.3=j");
    BOOST_TEST(describes("InstanceId.2=b&InstanceId.1=a&InstanceId.3=c") ==
               "InstanceId.1=a&InstanceId.2=b&InstanceId.3=c");
    BOOST_TEST(describes("Filter.999999999.Name=b&Filter.7.Name=a") ==
               "Filter.1.Name=a&Filter.2.Name=b");
}

// fog-aws counts from 0.
BOOST_AUTO_TEST_CASE(an_index_may_be_0) {
    BOOST_TEST(describes("InstanceId.0=a") == "InstanceId.1=a");
    BOOST_TEST(describes("InstanceId.1=b&InstanceId.0=a") == "InstanceId.1=a&InstanceId.2=b");
    BOOST_TEST(describes("InstanceId.2=b&InstanceId.0=a") == "InstanceId.1=a&InstanceId.2=b");
    BOOST_TEST(describes("Filter.1.Name=b&Filter.0.Name=a&Filter.0.Value.0=c") ==
               "Filter.1.Name=a&Filter.1.Value.1=c&Filter.2.Name=b");
    BOOST_TEST(describes("InstanceId.0=a&InstanceId.0=b") == "duplicate_member InstanceIds 40");
}

BOOST_AUTO_TEST_CASE(an_index_is_spelled_in_one_way) {
    //                                                           v
    BOOST_TEST(describes("InstanceId.00=a") == "bad_value InstanceIds 36");
    BOOST_TEST(describes("InstanceId.01=a") == "bad_value InstanceIds 36");
    BOOST_TEST(describes("InstanceId.1000000000=a") == "bad_value InstanceIds 36");
    BOOST_TEST(describes("InstanceId.4294967297=a") == "bad_value InstanceIds 36");
    BOOST_TEST(describes("Filter.1.Value.00000000000000000000001=a") == "bad_value Values 40");
    // Without an index it is not a key of the list.
    BOOST_TEST(describes("InstanceId=a&InstanceId.=a&InstanceId.x=a&InstanceId.-1=a") == "");
    BOOST_TEST(describes("InstanceId.1x=a&InstanceId.1.=a&InstanceId.1.2=a") == "");
}

BOOST_AUTO_TEST_CASE(a_large_index_takes_no_memory) {
    std::array<std::byte, 1024> room;
    scratch memory{std::span<std::byte>(room)};
    const std::string_view bytes = "Action=StopInstances&InstanceId.999999999=a&InstanceId.2=b";
    const auto request = decode_query<stop>(bytes, memory);
    BOOST_TEST_REQUIRE(request.has_value());
    BOOST_TEST(request->instance_ids.size() == 2u);
    BOOST_TEST(max_list_index == 999'999'999u);
}

BOOST_AUTO_TEST_CASE(a_key_that_occurs_twice_is_an_error) {
    BOOST_TEST(describes("DryRun=true&DryRun=true") == "duplicate_member DryRun 37");
    BOOST_TEST(describes("InstanceId.1=a&InstanceId.1=a") == "duplicate_member InstanceIds 40");
    BOOST_TEST(describes("InstanceId.2=a&InstanceId.1=a&InstanceId.2=a") ==
               "duplicate_member InstanceIds 55");
    BOOST_TEST(describes("InstanceId.7=a&InstanceId.2=b&InstanceId.7=c") ==
               "duplicate_member InstanceIds 55");
    BOOST_TEST(describes("Filter.1.Name=a&DryRun=true&Filter.1.Name=b") ==
               "duplicate_member Name 53");
    // A list that is given empty too, in both orders, whether or not its type can be absent.
    BOOST_TEST(put("Wrapped=&Wrapped.member.1=a") == "duplicate_member Wrapped 20");
    BOOST_TEST(put("Wrapped.member.1=a&Wrapped=") == "duplicate_member Wrapped 30");
    BOOST_TEST(put("Re=&Re.item.1=a") == "duplicate_member Renamed 15");
    BOOST_TEST(put("Re.item.1=a&Re=") == "duplicate_member Renamed 23");
    BOOST_TEST(put("Flat=&Odd=&Flat.2=b&Flat.1=a") == "duplicate_member Flat 22");
    BOOST_TEST(put("Flat.2=b&Flat=&Flat.1=a") == "duplicate_member Flat 20");
    BOOST_TEST(put("Rows.member.2=&Rows=&Rows.member.1=") == "duplicate_member Rows 26");
    BOOST_TEST(put("Re.other=1&Wrapped=&Wrapped.other=1&Re=") == "Wrapped=");
}

struct neighbours_request {
    using service = ::service;
    static constexpr std::string_view operation = "Put";

    maybe<list<text>> tags{};
    std::optional<text> tag_owner{};

    static constexpr auto fields() {
        using self = neighbours_request;
        return field_list{field{"Tags", &self::tags}, field{"Tags-Owner", &self::tag_owner}};
    }
};

// In byte order "Tags-Owner=" is between "Tags=" and "Tags.member.".
BOOST_AUTO_TEST_CASE(the_second_key_is_found_also_if_another_is_between_them_in_byte_order) {
    const std::string_view frame = "Action=Put&";
    for (const std::string_view query :
         {"Tags=&Tags-Owner=x&Tags.member.1=a", "Tags-Owner=x&Tags=&Tags.member.1=a",
          "Tags-Owner=x&Tags.member.1=a&Tags=", "Tags.member.1=a&Tags-Owner=x&Tags="}) {
        const auto second = frame.size() + std::max(query.find("Tags="), query.find("Tags."));
        BOOST_TEST(decoded<neighbours_request>(std::string(frame).append(query)) ==
                   "duplicate_member Tags " + std::to_string(second));
    }
}

BOOST_AUTO_TEST_CASE(escapes_are_understood_in_keys_and_values) {
    BOOST_TEST(describes("%49nstanceId%2e1=a+b%20c%C3%a9") == "InstanceId.1=a%20b%20c%C3%A9");
    BOOST_TEST(describes("InstanceId.1=a/b:c@d") == "InstanceId.1=a%2Fb%3Ac%40d");
    BOOST_TEST(describes("InstanceId.1=\xC3\xA9") == "InstanceId.1=%C3%A9");
    // Only the first '=' ends a key, and an '&' without a pair is skipped.
    BOOST_TEST(describes("&&NextToken=a=b==&") == "NextToken=a%3Db%3D%3D");
    BOOST_TEST(describes("NextToken") == "NextToken=");
    BOOST_TEST(put("a%3Ab+c=x") == "a%3Ab%20c=x");
    BOOST_TEST(put("a:b%20c=x") == "a%3Ab%20c=x");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_a_query_are_refused_in_any_pair) {
    BOOST_TEST(describes("NextToken=%4") == "bad_escape  37");
    BOOST_TEST(describes("NextToken=a%4g") == "bad_escape  38");
    BOOST_TEST(describes("NextToken=%") == "bad_escape  36");
    BOOST_TEST(describes("Unknown%=1") == "bad_escape  33");
    BOOST_TEST(describes("Unknown=%zz") == "bad_escape  34");
    BOOST_TEST(describes("NextToken=a\xC3") == "not_utf8  36");
    BOOST_TEST(describes("NextToken=ab%C3") == "not_utf8  35");
    BOOST_TEST(describes("X-Amz-Date=%FF") == "not_utf8  36");
    BOOST_TEST(describes("\xFF=1") == "not_utf8  25");
}

BOOST_AUTO_TEST_CASE(a_value_is_of_its_members_type) {
    BOOST_TEST(describes("MaxResults=12") == "MaxResults=12");
    BOOST_TEST(describes("MaxResults=12x") == "bad_value MaxResults 38");
    BOOST_TEST(describes("MaxResults=") == "bad_value MaxResults 36");
    BOOST_TEST(describes("MaxResults=%31x") == "bad_value MaxResults 36");
    BOOST_TEST(describes("DryRun=maybe") == "bad_value DryRun 32");
    // As Python clients write it.
    BOOST_TEST(describes("DryRun=True") == "DryRun=true");
    BOOST_TEST(describes("DryRun=FALSE") == "DryRun=false");
}

BOOST_AUTO_TEST_CASE(unknown_pairs_are_skipped_and_noted) {
    decode_notes notes;
    const std::string_view query =
        "Action=DescribeInstances&Foo=1&instanceid.1=a&Filter.1.Name=a&Filter.1.Bar=2&"
        "InstanceId.x=3&AWSAccessKeyId=k&Signature=s&SignatureVersion=2&SignatureMethod=m&"
        "Timestamp=t&Expires=e&SecurityToken=x&X-Amz-Date=d&Filter.1.Expires=4";
    BOOST_TEST(decoded<describe>(query, &notes) ==
               "Action=DescribeInstances&Filter.1.Name=a&Version=2016-11-15");
    std::vector<std::string_view> names;
    for (const auto& note : notes) {
        BOOST_TEST((note.kind == note_kind::unknown_member));
        names.push_back(query.substr(note.offset, note.member.size()));
    }
    BOOST_TEST((names == std::vector<std::string_view>{"Foo", "instanceid.1", "Filter.1.Bar",
                                                       "InstanceId.x", "Filter.1.Expires"}));
    // Also with notes.
    BOOST_TEST(decoded<describe>("Action=DescribeInstances&MaxResults=x", &notes) ==
               "bad_value MaxResults 36");
}

BOOST_AUTO_TEST_CASE(the_action_must_be_the_requests_and_the_version_may_be_any) {
    BOOST_TEST(decoded<stop>("InstanceId.1=a&Version=1&Action=StopInstances") ==
               "Action=StopInstances&InstanceId.1=a&Version=2016-11-15");
    BOOST_TEST(decoded<stop>("Action=StopInstance&InstanceId.1=a") == "wrong_root Action 7");
    BOOST_TEST(decoded<stop>("InstanceId.1=a") == "missing_member Action 14");
    BOOST_TEST(decoded<stop>("") == "missing_member Action 0");
    BOOST_TEST(decoded<stop>("Action=StopInstances&Action=StopInstances") ==
               "duplicate_member Action 21");
    BOOST_TEST(decoded<stop>("Action=StopInstances&Version=1&Version=1") ==
               "duplicate_member Version 31");
}

BOOST_AUTO_TEST_CASE(required_members_must_be_present) {
    BOOST_TEST(decoded<stop>("Action=StopInstances") == "missing_member InstanceIds 20");
    BOOST_TEST(decoded<stop>("Action=StopInstances&InstanceId.x=1") ==
               "missing_member InstanceIds 35");
    BOOST_TEST(put("Tree.Inner.Name=a") == "missing_member Name 11");
    BOOST_TEST(put("Map.entry.1.key=a") == "missing_member Map 11");
    // An entry whose value gives no pair, as encode() writes it.
    BOOST_TEST(put("Hollow.entry.1.key=a") == "Hollow.entry.1.key=a");
    BOOST_TEST(put("Hollow.entry.1.key=a&Hollow.entry.1.value.Maps.entry.1.key=b") ==
               "Hollow.entry.1.key=a&Hollow.entry.1.value.Maps.entry.1.key=b");
    BOOST_TEST(put("Hollow.entry.1.value.Maps.entry.1.key=b") == "missing_member Hollow 11");
    BOOST_TEST(put("Trees.entry.1.key=a") == "missing_member Name 11");
    BOOST_TEST(put("OneOf.Number=1&OneOf.Word=a") == "bad_value OneOf 11");
    BOOST_TEST(put("OneOf.None=1") == "bad_value OneOf 11");
    BOOST_TEST(put("OneOf.Number=1") == "OneOf.Number=1");
}

BOOST_AUTO_TEST_CASE(lists_and_maps_of_aws_query) {
    const std::string_view all =
        "Flat.1=c&FlatMap.1.k=x&FlatMap.1.v=y&Map.entry.1.key=a&Map.entry.1.value=-1&"
        "Map.entry.2.key=b&Map.entry.2.value=2&Re.item.1=r&Rows.member.1.member.1=1&"
        "Rows.member.1.member.2=2&Rows.member.2=&Rows.member.3.member.1=3&"
        "Tree.Inner.Name=i&Tree.Name=t&Wrapped.member.1=a&Wrapped.member.2=b";
    BOOST_TEST(put(all) == all);
    // The segments are those that the shape names.
    BOOST_TEST(put("Wrapped.1=a&Flat.member.1=b&Re.member.1=c&Map.1.key=d") == "");
    // An empty list has a key; ec2Query has no such key.
    BOOST_TEST(put("Flat=&Wrapped=") == "Flat=&Wrapped=");
    BOOST_TEST(put("Re=") == "");
    BOOST_TEST(put("Wrapped=x") == "bad_value Wrapped 19");
    BOOST_TEST(put("Rows.member.1=&Rows.member.1.member.1=2") == "duplicate_member Rows 26");
    BOOST_TEST(describes("InstanceId=") == "");
}

BOOST_AUTO_TEST_CASE(depth_and_memory_have_a_limit) {
    std::string query = "Action=Put&Tree.";
    for (std::size_t i = 0; i < max_depth - 1; ++i) query += "Inner.";
    BOOST_TEST(decoded<put_request>(query + "Name=a").starts_with("missing_member Name"));
    BOOST_TEST(decoded<put_request>(query + "Inner.Name=a").starts_with("too_deep Inner"));

    for (const std::size_t words : {0u, 8u, 12u, 25u}) {
        std::vector<std::byte> room(words * sizeof(void*));
        scratch memory{std::span<std::byte>(room)};
        const auto request =
            decode_query<stop>("Action=StopInstances&InstanceId.1=%61&InstanceId.2=b", memory);
        BOOST_TEST((request.has_value() || request.error().code == errc::out_of_memory));
        BOOST_TEST(request.has_value() == (words == 25));
    }
}

BOOST_AUTO_TEST_CASE(each_cut_of_a_query_is_an_error_or_the_request_of_a_shorter_one) {
    const std::string_view query =
        "Action=StopInstances&Force=true&InstanceId.1=%C3%A9&InstanceId.%32=i-b&Version=2016";
    for (std::size_t size = 0; size <= query.size(); ++size) {
        const tests::guarded_bytes guarded(query.substr(0, size));
        scratch memory;
        const auto request = decode_query<stop>(guarded.view(), memory);
        BOOST_TEST((request.has_value() || request.error().offset <= size));
    }
}

BOOST_AUTO_TEST_CASE(a_server_dispatches_by_the_action) {
    const std::string_view query = "Force=true&Action=StopInstances&InstanceId.1=a&Version=1";
    BOOST_TEST(query_head(query).action == "StopInstances");
    BOOST_TEST(query_head(query).version == "1");
    BOOST_TEST(query_head("XAction=a&Action=&").action == "");
    BOOST_TEST(query_head("XAction=a&Action=&").version == "");
    BOOST_TEST(query_head("Version=1&Version=2&Action=a&Action=b").action == "a");
    BOOST_TEST(query_head("Version=1&Version=2&Action=a&Action=b").version == "1");
    BOOST_TEST(query_head({}).action == "");

    scratch memory;
    std::string called;
    const auto handle = [&]<class T>(const result<T, request_error>& request) {
        called = std::string(T::operation) + (request ? "" : " refused");
    };
    BOOST_TEST((dispatch<describe, stop>(query, memory, handle)));
    BOOST_TEST(called == "StopInstances");
    BOOST_TEST((dispatch<describe, stop>("Action=StopInstances", memory, handle)));
    BOOST_TEST(called == "StopInstances refused");
    BOOST_TEST((!dispatch<describe, stop>("Action=RebootInstances", memory, handle)));
}

struct small_request {
    using service = ::service;
    static constexpr std::string_view operation = "Set";

    std::optional<bool> flag{};
    std::optional<list<std::byte>> blob{};

    static constexpr auto fields() {
        return field_list{field{"Flag", &small_request::flag}, field{"Blob", &small_request::blob}};
    }
};

BOOST_AUTO_TEST_CASE(a_boolean_may_have_capitals_and_white_space) {
    for (const char* yes : {"true", "True", "TRUE", "+True+", "%0AtRuE%09", "+++++true"})
        BOOST_TEST(decoded<small_request>("Action=Set&Flag=" + std::string(yes)) ==
                   "Action=Set&Flag=true&Version=2020-01-08");
    BOOST_TEST(decoded<small_request>("Action=Set&Flag=+FALSE") ==
               "Action=Set&Flag=false&Version=2020-01-08");
    for (const char* bad : {"+Truth", "Tru+e", "Truee"})
        BOOST_TEST(decoded<small_request>("Action=Set&Flag=" + std::string(bad))
                       .starts_with("bad_value Flag"));
}

// A client that does not escape the plus signs of base64 text sends spaces.
BOOST_AUTO_TEST_CASE(a_space_in_a_blob_is_refused) {
    BOOST_TEST(decoded<small_request>("Action=Set&Blob=AAAA%2B%2B%2B%2B") ==
               "Action=Set&Blob=AAAA%2B%2B%2B%2B&Version=2020-01-08");
    BOOST_TEST(decoded<small_request>("Action=Set&Blob=AAAA%0A%2B%2B%2B%2B") ==
               "Action=Set&Blob=AAAA%2B%2B%2B%2B&Version=2020-01-08");
    BOOST_TEST(decoded<small_request>("Action=Set&Blob=AAAA++++") == "bad_value Blob 16");
    BOOST_TEST(decoded<small_request>("Action=Set&Blob=++++") == "bad_value Blob 16");
}

struct lists {
    std::optional<text> word{};
    list<text> plain{};
    maybe<list<text>> marked{};

    static constexpr bool is_union = true;
    static constexpr auto fields() {
        return field_list{field{"W", &lists::word}, field{"L", &lists::plain},
                          field{"M", &lists::marked}};
    }
};
struct lists_request {
    using service = ::service;
    static constexpr std::string_view operation = "Set";

    maybe<lists> one_of{};

    static constexpr auto fields() { return field_list{field{"C", &lists_request::one_of}}; }
};

BOOST_AUTO_TEST_CASE(a_key_that_belongs_to_no_element_sets_no_member_of_a_union) {
    const auto set = [](std::string_view query) {
        return decoded<lists_request>("Action=Set&" + std::string(query));
    };
    BOOST_TEST(set("C.L.member.x=1").starts_with("bad_value C"));
    BOOST_TEST(set("C.L.member.x=1&C.W=a") == "Action=Set&C.W=a&Version=2020-01-08");
    BOOST_TEST(set("C.M.member.x=1&C.W=a") == "Action=Set&C.W=a&Version=2020-01-08");
    BOOST_TEST(set("C.M.member.1=1&C.W=a").starts_with("bad_value C"));
    BOOST_TEST(set("C.M=") == "Action=Set&C.M=&Version=2020-01-08");
    BOOST_TEST(set("C.L=").starts_with("bad_value C"));
}

struct maps_request {
    using service = ::service;
    static constexpr std::string_view operation = "Set";

    list<list<map_entry<text, text>>> all{};

    static constexpr auto fields() { return field_list{field{"Maps", &maps_request::all}}; }
};

BOOST_AUTO_TEST_CASE(an_element_of_which_nothing_is_known_exists) {
    BOOST_TEST(put("Rows.member.1.foo=1&Rows.member.2.member.1=5") ==
               "Rows.member.1=&Rows.member.2.member.1=5");
    BOOST_TEST(put("Rows.member.1.foo=1&Rows.member.1.member.1=5") == "Rows.member.1.member.1=5");
    BOOST_TEST(put("Rows.member.1.member.x=1&Rows.member.2.member.1=5") ==
               "Rows.member.1=&Rows.member.2.member.1=5");
    for (const char* empty :
         {"Rows.member.1=&Rows.member.1.foo=1", "Rows.member.1.foo=1&Rows.member.1="})
        BOOST_TEST(put(empty) == "Rows.member.1=");
    BOOST_TEST(put("Rows.member.1=&Rows.member.1.member.1=5").starts_with("duplicate_member Rows"));
    BOOST_TEST(decoded<maps_request>("Action=Set&Maps.member.2.foo=1&Maps.member.3.entry.1.key=k"
                                     "&Maps.member.3.entry.1.value=v")
                   .starts_with("not encoded"));  // an empty map has no pair
    BOOST_TEST(put("Rows.member.1x=1&Rows.member.2.member.1=5") == "Rows.member.1.member.1=5");
}

BOOST_AUTO_TEST_CASE(keys_of_authentication_may_be_escaped) {
    scratch memory;
    decode_notes notes;
    const auto request = decode_query<small_request>(
        "Action=Set&Sign%61ture=x&X%2DAmz-Date=1&Timestamp=2&Signatures=3", memory, notes);
    BOOST_TEST(request.has_value());
    BOOST_TEST_REQUIRE(notes.size() == 1U);
    BOOST_TEST(notes.begin()->member == "Signatures");
}

// Empty pairs are skipped, and take no memory of their own.
BOOST_AUTO_TEST_CASE(a_query_of_nothing_but_ampersands_takes_16_bytes_for_each) {
    const std::string query =
        "Action=StopInstances" + std::string(10'000, '&') + "InstanceId.1=i-1";
    std::vector<std::byte> room(16 * query.size() + 100);
    scratch memory((std::span(room)));
    const auto request = decode_query<borrowing<stop_instances_request>>(query, memory);
    BOOST_TEST(request.value().instance_ids[0] == "i-1");
}

// A key that has to be escaped is copied.
BOOST_AUTO_TEST_CASE(a_query_of_the_shortest_escaped_keys_takes_22_bytes_for_each) {
    std::string query = "Action=StopInstances&InstanceId.1=i-1";
    for (int i = 0; i < 10'000; ++i) query += "&+";
    std::vector<std::byte> room(22 * query.size() + 100);
    scratch memory((std::span(room)));
    const auto request = decode_query<borrowing<stop_instances_request>>(query, memory);
    BOOST_TEST(request.value().instance_ids[0] == "i-1");
}

// Elements whose pairs alternate take no more memory than others: one element for each index.
BOOST_AUTO_TEST_CASE(the_pairs_of_two_elements_may_alternate) {
    std::string query = "Action=DescribeInstances";
    for (int i = 1; i <= 1000; ++i)
        for (const char* filter : {"&Filter.1.x=", "&Filter.2.x="}) query += filter;
    std::vector<std::byte> room(2001 * 32 + 200);  // pairs of 32 bytes
    scratch memory((std::span(room)));
    const auto request = decode_query<borrowing<describe_instances_request>>(query, memory);
    BOOST_TEST(request.value().filters.size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
