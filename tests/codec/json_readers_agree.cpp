#include "codec/compare_json_readers.hpp"

#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/club_shapes.hpp"
#include "codec/fleet_shapes.hpp"
#include "codec/shapes.hpp"
#include "codec/shelf_shapes.hpp"
#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;

namespace {

// A reply as different programs print it: compact, as json.dumps does, with four spaces for each level as the
// AWS CLI does, and in a layout that no program uses.
enum class layout { compact, spaced, indented, odd };

std::string printed(std::string_view compact, layout how) {
    std::string text;
    std::size_t depth = 0;
    const auto begin_line = [&] {
        if (how == layout::indented) text.append("\n").append(4 * depth, ' ');
        if (how == layout::odd) text.append(depth % 2 == 0 ? "\r\n\t " : "  ");
    };
    bool is_in_string = false;
    for (std::size_t i = 0; i < compact.size(); ++i) {
        const char c = compact[i];
        if (c == '"' && compact[i - 1] != '\\') is_in_string = !is_in_string;
        if (!is_in_string && (c == '}' || c == ']')) --depth, begin_line();
        text += c;
        if (is_in_string) continue;
        if (c == '{' || c == '[') ++depth, begin_line();
        if (c == ',' && how == layout::spaced) text += ' ';
        if (c == ',') begin_line();
        if (c == ':' && how != layout::compact) text += ' ';
    }
    return text;
}

constexpr std::string_view stop_reply =
    R"({"StoppingInstances":[{"InstanceId":"i-1","CurrentState":{"Code":64,"Name":"stopping"},)"
    R"("PreviousState":{"Name":"a\n\u00e9","Code":272}}],"New":[null,-1.5e3,{"x":false}],)"
    R"("ResponseMetadata":{"RequestId":"59db"}})";
constexpr std::string_view plain_reply =
    R"({"StoppingInstances":[{"InstanceId":"i-1","CurrentState":{"Code":64,"Name":"stopping"},)"
    R"("PreviousState":{"Name":"é","Code":272}}],"ResponseMetadata":{"RequestId":"59db"}})";
constexpr std::string_view failed_call =
    R"({"Error":{"Code":"Throttling","Message":"slow down"},"ResponseMetadata":{"RequestId":"r"}})";
constexpr std::string_view tree_reply =
    R"({"Name":"né","Tag":{"Key":"k"},"Tags":[{"Value":"","Key":"a"},{}],"Rows":[["x"],[]],)"
    R"("Inner":{"Inner":{"Name":"i"}},"Branches":[{"Branches":[{}]},{"Name":null}]})";
constexpr std::string_view scalar_reply =
    R"({"Flag":true,"I8":-128,"U16":65535,"U64":18446744073709551615,"F32":0.1,"F64":"NaN",)"
    R"("Blob":"+/8A","DateTime":"2015-01-25T08:00:00Z","EpochSeconds":1422172800.5,"State":272})";
constexpr std::string_view recorded_call =
    R"({"eventName":"StopInstances","responseElements":{"requestId":"59db","instancesSet":)"
    R"({"items":[{"instanceId":"i-1","currentState":{"code":64,"name":"stopping"}}]}},)"
    R"("requestID":"r"})";

constexpr std::string_view wrapped_call =
    R"({"detail-type":"AWS API Call via CloudTrail","detail":{"eventName":"StopInstances",)"
    R"("responseElements":{"StopInstancesResponse":{"xmlns":"u","instancesSet":{"item":)"
    R"({"instanceId":7,"currentState":{"code":"64","name":""},"previousState":""}}}}}})";
constexpr std::string_view recorded_scalars =
    R"({"eventName":"PutScalars","responseElements":{"Flag":"true","I8":"-128","F64":"","Text":1.5,)"
    R"("DateTime":1700000000000,"EpochSeconds":"Jan 25, 2015 8:00:00 AM","Paint":true,)"
    R"("State":"272","U16":"HIDDEN_DUE_TO_SECURITY_REASONS"}})";
constexpr std::string_view query_reply =
    R"({"StopInstancesResponse":{"StoppingInstances":[{"InstanceId":"i"}],"ResponseMetadata":)"
    R"({"RequestId":"r"}}})";

template <template <class> class Reply, class T>
class reader_comparison {
  public:
    // Compares the readers over the bytes, with padding of several characters, before memory that may not be
    // read.
    bool holds(std::string_view bytes) {
        for (const char behind : {'\0', '}', '"'}) {
            std::string padded(bytes);
            padded.append(json::padding, behind);
            const tests::guarded_bytes kept(padded);
            if (!engines_.agree(kept.view(), bytes.size())) return false;
        }
        return true;
    }

    // Whether the fast reader reads it.
    bool is_fast(std::string_view bytes) {
        reply<T> answer(std::in_place);
        return engines_.is_accepted(std::string(bytes) + std::string(json::padding, '\0'),
                                    bytes.size(), answer);
    }

    void check_prefixes(const std::string& whole) {
        for (std::size_t size = 0; size <= whole.size(); ++size)
            BOOST_TEST(holds(whole.substr(0, size)));
        // Followed by the rest of the document, as in a truncated buffer.
        const std::string padded = whole + std::string(json::padding, ' ');
        for (std::size_t size = 0; size <= whole.size(); ++size)
            BOOST_TEST(engines_.agree(padded, size));
    }

    // With each byte left out, replaced, and preceded by another.
    void check_changes(const std::string& whole, std::string_view bytes) {
        for (std::size_t i = 0; i <= whole.size(); ++i) {
            std::string changed = whole;
            if (i < whole.size()) require(changed.erase(i, 1));
            for (const char c : bytes) {
                changed = whole;
                if (i < whole.size()) require(changed.replace(i, 1, 1, c));
                changed = whole;
                require(changed.insert(i, 1, c));
            }
        }
    }

  private:
    void require(std::string& text) {
        const std::size_t size = text.size();
        text.append(json::padding, '}');
        const bool is_kept = engines_.agree(text, size);
        if (!is_kept) BOOST_ERROR("the readers differ: " << text.substr(0, size));
    }

    tests::json_engines<Reply, T> engines_{};
};

// One byte of each class that JSON distinguishes.
constexpr std::string_view telling_bytes("\0\x1F \n\t\"\\/,:{}[]-+.0159eEutfnrlx\x7F\xC3\xA9\xFF",
                                         35);

template <template <class> class Reply, class T>
void check_readers_agree(std::string_view reply, bool is_plain) {
    reader_comparison<Reply, T> both;
    for (const layout how : {layout::compact, layout::spaced, layout::indented, layout::odd}) {
        const std::string whole = printed(reply, how);
        BOOST_TEST_REQUIRE(both.holds(whole));
        BOOST_TEST(both.is_fast(whole) == is_plain);
        both.check_prefixes(whole);
        // The layouts that programs print differ from these in the number of spaces alone.
        if (how == layout::compact || how == layout::odd) both.check_changes(whole, telling_bytes);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_json_readers_agree)

BOOST_AUTO_TEST_CASE(both_readers_decode_a_reply_alike) {
    check_readers_agree<detail::json_sdk_reply, stop_instances_response>(plain_reply, true);
    check_readers_agree<detail::json_sdk_reply, stop_instances_response>(stop_reply, false);
    check_readers_agree<detail::json_sdk_reply, owning<stop_instances_response>>(failed_call, true);
}

BOOST_AUTO_TEST_CASE(both_readers_decode_every_kind_of_member_alike) {
    check_readers_agree<detail::json_sdk_reply, tests::tree>(tree_reply, true);
    check_readers_agree<detail::json_sdk_reply, tests::scalars>(scalar_reply, true);
}

BOOST_AUTO_TEST_CASE(both_readers_decode_a_recorded_call_alike) {
    check_readers_agree<detail::json_cloudtrail_reply, stop_instances_response>(recorded_call,
                                                                                true);
    check_readers_agree<detail::json_cloudtrail_reply, stop_instances_response>(wrapped_call, true);
    check_readers_agree<detail::json_cloudtrail_reply, tests::scalars>(recorded_scalars, true);
    check_readers_agree<detail::json_sdk_reply, stop_instances_response>(query_reply, true);
}

BOOST_AUTO_TEST_CASE(every_byte_at_every_position_is_treated_the_same) {
    std::string all;
    for (int c = 0; c < 256; ++c) all += static_cast<char>(c);
    reader_comparison<detail::json_sdk_reply, stop_instances_response>{}.check_changes(
        std::string(stop_reply), all);
}

// Elements that are alike are compared by their bytes: each of these differs somewhere from those before.
BOOST_AUTO_TEST_CASE(elements_that_are_almost_alike_are_read_the_same) {
    const std::string same =
        R"({"InstanceId":"i-1","CurrentState":{"Code":64,"Name":"stopping"},"New":[1],)"
        R"("PreviousState":{"Code":16,"Name":"running"}},)";
    reader_comparison<detail::json_sdk_reply, stop_instances_response> engines;
    const auto check = [&](std::string text, std::string_view from, std::string_view to) {
        if (const std::size_t at = text.find(from); at != text.npos)
            text.replace(at, from.size(), to);
        const std::string whole = R"({"StoppingInstances":[)" + same + same + same + text + same +
                                  text + same + text + text + text + text + text + text + same +
                                  R"({}]})";
        BOOST_TEST(engines.holds(whole), whole);
        return engines.is_fast(whole);
    };
    BOOST_TEST(check(same, "", ""));
    BOOST_TEST(check(same, R"("New":[1])", R"("New":{"x":null})"));
    BOOST_TEST(check(same, R"("New":[1],)", ""));
    BOOST_TEST(check(same, "64", "null"));
    BOOST_TEST(check(same, R"("i-1")", "null"));
    BOOST_TEST(check(same, R"("InstanceId":"i-1",)", ""));
    BOOST_TEST(check(same, R"({"Code":64,"Name":"stopping"})", "{}"));
    BOOST_TEST(check(same, R"({"Code":64,"Name":"stopping"})", "null"));
    BOOST_TEST(check(same, R"("Code":64,"Name":"stopping")", R"("Name":"stopping","Code":64)"));
    BOOST_TEST(check(same, R"("Name":"stopping"})", R"("Name" : "stopping" } )"));
    for (const std::string_view wrong : {"64.0", "\"64\"", "65536", "6 4", "{}", "[64]", "064"})
        BOOST_TEST(!check(same, "64", wrong));
    BOOST_TEST(!check(same, R"("New":[1])", R"("InstanceId":"i-2")"));
    BOOST_TEST(!check(same, R"("New":[1])", R"("New":[1)"));
    BOOST_TEST(!check(same, R"("New":[1])", R"("CurrentState":{})"));
}

BOOST_AUTO_TEST_CASE(both_readers_decode_a_changing_list_alike) {
    std::string whole = R"({"StoppingInstances":[)";
    for (int i = 0; i < 5; ++i)
        whole += std::string(i == 0 ? "" : ",") +
                 R"({"InstanceId":"i","CurrentState":{"Code":1,"Name":"n"}})";
    check_readers_agree<detail::json_sdk_reply, stop_instances_response>(whole + "]}", true);
    std::string trees = R"({"Branches":[)";
    for (int i = 0; i < 3; ++i)
        trees +=
            std::string(i == 0 ? "" : ",") +
            R"({"Name":"n","Tags":[{"Key":"k"},{"Key":"l","Value":"v"}],"Rows":[["x","y"],[]],)"
            R"("Inner":{"Name":"i"}})";
    check_readers_agree<detail::json_sdk_reply, tests::tree>(trees + "]}", true);
    check_readers_agree<detail::json_sdk_reply, owning<tests::tree>>(trees + "]}", true);
}

// Compares the readers over replies of twelve elements: every sequence of four of these, three times.
template <template <class> class Reply, class T>
void check_sequences(std::string_view before, const std::vector<std::string>& elements,
                     std::string_view after) {
    tests::json_engines<Reply, T> engines;
    const std::size_t kinds = elements.size();
    std::size_t sequences = 1;
    for (std::size_t i = 0; i < 4; ++i) sequences *= kinds;
    for (std::size_t n = 0; n < sequences; ++n) {
        std::string text(before);
        for (std::size_t i = 0, left = n; i < 12; ++i, left /= kinds) {
            if (i % 4 == 0) left = n;
            (text += i == 0 ? "" : ",") += elements[left % kinds];
        }
        text += after;
        const std::size_t size = text.size();
        text.append(json::padding, ' ');
        reply<T> answer(std::in_place);
        if (!engines.is_accepted(text, size, answer) || !engines.agree(text, size))
            BOOST_ERROR("the readers differ: " << text.substr(0, size));
    }
}

// An element's first scalar may be in a structure or a list inside it, and not in each element in the same.
BOOST_AUTO_TEST_CASE(elements_that_begin_with_a_structure_or_a_list_are_read_the_same) {
    check_sequences<detail::json_sdk_reply, stop_instances_response>(
        R"({"StoppingInstances":[)",
        {R"({"CurrentState":{"Code":64,"Name":"a"},"InstanceId":"i"})",
         R"({"PreviousState":{"Code":65,"Name":"b"},"InstanceId":"j"})",
         R"({"PreviousState":{"Code":66},"CurrentState":{"Code":67}})", R"({"InstanceId":"k"})",
         R"({"CurrentState":{},"New":{"Code":1},"PreviousState":{"Name":"c","Code":68}})", "{}"},
        "]}");
    const std::string tags = R"("Tags":[{"Key":"k"},{"Key":"l","Value":"v"},{"Key":"m"}])";
    const std::vector<std::string> machines = {
        R"({"Addresses":["x","y"],"Id":"a"})",
        R"({"Addresses":[],)" + tags + R"(,"Id":"b"})",
        "{" + tags + R"(,"State":{"Code":1}})",
        R"({"State":{"Code":2},"Addresses":["z"]})",
        R"({"Tags":[{"Value":"w"},{"Value":"x"}],"State":{}})",
    };
    check_sequences<detail::json_sdk_reply, tests::fleet>(R"({"Groups":[{"Machines":[)", machines,
                                                          R"(],"Name":"n"},{"Machines":[]}]})");
    std::vector<std::string> groups;
    for (const std::string& machine : machines)
        groups.push_back(R"({"Machines":[)" + machine + R"(],"Name":"n"})");
    check_sequences<detail::json_sdk_reply, tests::fleet>(R"({"Groups":[)", groups, "]}");
    groups[1] = R"({"Branches":[],"Machines":[)" + machines[0] + "," + machines[0] + "," +
                machines[1] + "]}";
    groups[4] = R"({"Name":"o"})";
    check_sequences<detail::json_sdk_reply, owning<tests::fleet>>(
        R"({"Spare":{"Name":"s"},"Groups":[)", groups, "]}");
}

namespace {

// Two structures that have the same structure, and beside it another type in a member of the same name.
struct keyed {
    std::optional<std::string_view> key{};

    static constexpr auto fields() { return field_list{field{"K", &keyed::key}}; }
    friend constexpr bool operator==(const keyed&, const keyed&) = default;
};
struct with_number {
    maybe<keyed> inside{};
    std::optional<int> x{};

    static constexpr auto fields() {
        return field_list{field{"T", &with_number::inside}, field{"X", &with_number::x}};
    }
    friend constexpr bool operator==(const with_number&, const with_number&) = default;
};
struct with_text {
    std::optional<std::string_view> x{};
    std::optional<std::string_view> y{};
    maybe<keyed> inside{};

    static constexpr auto fields() {
        return field_list{field{"X", &with_text::x}, field{"Y", &with_text::y},
                          field{"T", &with_text::inside}};
    }
    friend constexpr bool operator==(const with_text&, const with_text&) = default;
};
struct both_parts {
    maybe<with_number> a{};
    maybe<with_text> b{};
    std::optional<int> n{};

    static constexpr auto fields() {
        return field_list{field{"A", &both_parts::a}, field{"B", &both_parts::b},
                          field{"N", &both_parts::n}};
    }
};
struct parts_reply {
    using service = ec2;
    static constexpr std::string_view operation = "Parts";

    list_view<both_parts> parts{};

    static constexpr auto fields() { return field_list{field{"Parts", &parts_reply::parts}}; }
};

}  // namespace

// After a difference, the rest of an element is compared again: with the scalars of the same structure, and not with
// those of another structure of that type.
BOOST_AUTO_TEST_CASE(elements_that_differ_in_the_middle_are_read_the_same) {
    check_sequences<detail::json_sdk_reply, tests::fleet>(
        R"({"Groups":[{"Machines":[)",
        {R"({"Id":"a","State":{"Code":1,"Name":"n"},"Rate":1.5,"Addresses":["x"],)"
         R"("Tags":[{"Key":"k","Value":"v"}]})",
         R"({"Id":"b","Rate":2.5,"Addresses":["x","y","z"],)"
         R"("Tags":[{"Key":"k","Value":"v"},{"Key":"l"},{"Key":"m","Value":"w"}]})",
         R"({"Id":"c","State":{"Name":"o"},"Launched":"2015-01-25T08:00:00Z",)"
         R"("New":{"Id":1,"State":{"Code":5}},"Tags":[]})",
         R"({"State":{"Code":2},"IsOptimized":true,"Tags":[{"Value":"q"}],"Addresses":[],"Id":"d"})",
         "{}"},
        "]}]}");
    check_sequences<detail::json_sdk_reply, tests::tree>(
        R"({"Branches":[)",
        {R"({"Name":"a"})", R"({"Branches":[{"Name":"b"}],"Tag":{"Key":"t"}})",
         R"({"Branches":[{"Branches":[{"Name":"c"}],"Name":"d"}],"Name":"e"})",
         R"({"Inner":{"Inner":{"Name":"f"},"Name":"g"},"Name":"h"})",
         R"({"Inner":{"Name":"i","Tag":{"Key":"u"}},"Tag":{"Key":"v","Value":"w"}})",
         R"({"Rows":[["x"],["y","z"]],"Tags":[{"Key":"j"},{"Key":"k"}],"Name":"l"})"},
        "]}");
    check_sequences<detail::json_sdk_reply, parts_reply>(
        R"({"Parts":[)",
        {R"({"A":{"T":{"K":"k"},"X":1},"B":{"T":{"K":"l"},"X":"s"},"N":1})",
         R"({"B":{"T":{"K":"m"},"X":"t"},"N":2})", R"({"A":{"T":{"K":"n"},"X":3}})",
         R"({"N":4,"B":{"T":{"K":"o"},"X":"u"}})",
         R"({"B":{"X":"v","T":{"K":"p"}},"A":{"T":{"K":"q"},"X":5}})"},
        "]}");
}

namespace {

struct chosen {
    maybe<tests::choice> choice{};
    std::optional<int> n{};

    static constexpr auto fields() {
        return field_list{field{"Choice", &chosen::choice}, field{"N", &chosen::n}};
    }
};
struct chosen_reply {
    using service = ec2;
    static constexpr std::string_view operation = "Choose";

    list_view<chosen> chosen_ones{};

    static constexpr auto fields() {
        return field_list{field{"Chosen", &chosen_reply::chosen_ones}};
    }
};

}  // namespace

BOOST_AUTO_TEST_CASE(elements_with_a_union_whose_members_are_null_are_read_the_same) {
    check_sequences<detail::json_sdk_reply, chosen_reply>(
        R"({"Chosen":[)",
        {R"({"Choice":{"Number":null,"Text":null},"N":1})",
         R"({"N":2,"Choice":{"Text":null,"Number":null}})",
         R"({"Choice":{"Number":null,"Text":"t"},"N":3})", R"({"N":4,"Choice":{"Number":5}})",
         R"({"Choice":null,"N":6})"},
        "]}");
}

// In each element, whether it is read by itself or by the pattern of the one before it.
BOOST_AUTO_TEST_CASE(null_is_no_element_of_a_list_whose_elements_are_always_there) {
    const auto code = [](std::string_view lists) {
        scratch memory;
        const auto read = decode_json<tests::shelves_response>(
            R"({"Shelves":[)" + std::string(lists) + R"(]})", memory);
        return read ? "value" : to_string(read.error().code);
    };
    for (const char* member : {"Texts", "Numbers", "Rows"}) {
        std::string shelves;
        const std::string good = member == std::string_view("Texts")     ? "\"a\""
                                 : member == std::string_view("Numbers") ? "1"
                                                                         : "[]";
        for (int before = 0; before < 4; ++before) {
            const std::string head = R"({"Id":"s",")" + std::string(member) + R"(":[)" + good + ",";
            BOOST_TEST(code(shelves + head + good + "]}") == "value");
            BOOST_TEST(code(shelves + head + "null]}") == "wrong_type");
            shelves += head + good + "]},";
        }
    }
    BOOST_TEST(code(R"({"Id":"s","Maybes":["a",null]},{"Id":"s","Maybes":["b",null]},)"
                    R"({"Id":"s","Maybes":[null,"c"]})") == "value");
}

BOOST_AUTO_TEST_SUITE_END()
