// Shapes that no service of AWS has and that a caller may write: at the root of a reply, with names that are there
// twice, with values that are stored elsewhere. Both readers give the same value, and what is written reads back.
#include "codec/odd_roots.hpp"

#include <ec2wire/codec/decode_query.hpp>
#include <ec2wire/codec/encode.hpp>
#include <ec2wire/codec/encode_json.hpp>
#include <ec2wire/codec/encode_xml.hpp>

#include "codec/compare_xml_engines.hpp"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

using namespace ec2wire;
using namespace ec2wire::tests;

namespace {

// An error whose strings are its own.
struct owning_error {
    std::optional<std::string> type{};
    std::string code{};

    static constexpr auto fields() {
        return field_list{field{"Type", &owning_error::type}, field{"Code", &owning_error::code}};
    }
};

enum class wide_enum : unsigned long long {};

struct wide_number {
    using wire_type = unsigned long long;

    unsigned long long value{};

    wide_number() = default;
    explicit wide_number(unsigned long long number) : value(number) {}
    unsigned long long wire() const { return value; }
};

template <class Unsigned>
struct wide {
    using service = odd_ec2;
    static constexpr std::string_view operation = "Do";

    Unsigned plain{};
    std::optional<Unsigned> optional{};
    wide_enum named{};
    wide_number wrapped{};

    static constexpr auto fields() {
        using self = wide;
        return field_list{field{"A", &self::plain}, field{"B", &self::optional},
                          field{"C", &self::named}, field{"D", &self::wrapped}};
    }
};

// A map whose keys can be absent in C++.
struct keyed_response {
    using service = odd_ec2;
    static constexpr std::string_view operation = "Do";

    list_view<map_entry<std::optional<int>, std::optional<int>>> map{};

    static constexpr auto fields() { return field_list{field{"m", &keyed_response::map}}; }
};

// A structure that also converts to a string, and one that wraps a number, for their users' convenience.
struct resource_name {
    std::string type{};
    std::string id{};

    operator std::string_view() const { return id; }

    static constexpr auto fields() {
        return field_list{field{"Type", &resource_name::type}, field{"Id", &resource_name::id}};
    }
};

struct measured {
    using wire_type = int;

    int value{};
    std::string unit{};

    measured() = default;
    explicit measured(int number) : value(number) {}
    int wire() const { return value; }

    static constexpr auto fields() {
        return field_list{field{"Value", &measured::value}, field{"Unit", &measured::unit}};
    }
};

// A number that its users may read as a text, and one that they may read bit by bit, or test and read.
struct status {
    using wire_type = int;

    int code = 0;

    status() = default;
    explicit status(int number) : code(number) {}
    explicit status(std::string_view text) : code(text == "ok" ? 200 : 500) {}
    int wire() const { return code; }
    operator std::string_view() const { return code == 200 ? "ok" : "failed"; }
};

struct flags {
    using wire_type = unsigned;
    using value_type = bool;

    unsigned bits = 0;

    flags() = default;
    explicit flags(unsigned number) : bits(number) {}
    unsigned wire() const { return bits; }
    bool has_value() const { return bits != 0; }
    unsigned operator*() const { return bits; }
    std::size_t size() const { return 2; }
    bool operator[](std::size_t index) const { return (bits >> index & 1) != 0; }
    const bool* begin() const { return nullptr; }
    const bool* end() const { return nullptr; }
};

// A structure whose address is not taken by `&`, as that of some smart pointers and strings is not.
struct addressless {
    std::optional<int> number{};

    void operator&() const = delete;
    bool operator==(const addressless&) const = default;

    static constexpr auto fields() { return field_list{field{"N", &addressless::number}}; }
};

struct addressless_response {
    using service = odd_ec2;
    static constexpr std::string_view operation = "Do";

    addressless one{};
    maybe<addressless> other{};
    std::vector<addressless> all{};

    void operator&() const = delete;
    bool operator==(const addressless_response&) const = default;

    static constexpr auto fields() {
        using self = addressless_response;
        return field_list{field{"One", &self::one}, field{"Other", &self::other},
                          field{"All", &self::all}};
    }
};

template <class Structure>
struct convenient {
    using service = odd_ec2;
    static constexpr std::string_view operation = "Do";

    Structure one{};
    std::vector<Structure> all{};

    static constexpr auto fields() {
        return field_list{field{"One", &convenient::one}, field{"All", &convenient::all}};
    }
};

template <class T>
std::string outcome_of(const reply<T>& answer) {
    return answer ? "value" : std::string(to_string(answer.error().code));
}

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

// Whether both readers agree on a reply, alone, and in each layout around its members.
template <class T>
bool do_agree(std::string_view members) {
    engines<T> both;
    bool is_good = true;
    for (const std::string_view between : {"", "\n    ", "\n", " ", "<!---->"})
        for (const std::string_view head : {declaration, std::string_view()}) {
            std::string document(head);
            document += "<DoResponse xmlns=\"u\">";
            document += between;
            document += members;
            document += between;
            document += "</DoResponse>";
            is_good = is_good && both.agree(document);
        }
    return is_good;
}

// A heap of which one allocation fails.
struct failing_heap {
    std::size_t calls_left;

    memory_source source() {
        return {this,
                [](void* context, std::size_t size) noexcept -> void* {
                    auto& self = *static_cast<failing_heap*>(context);
                    return self.calls_left-- == 0 ? nullptr : heap.allocate(nullptr, size);
                },
                [](void*, void* memory, std::size_t size) noexcept {
                    heap.release(nullptr, memory, size);
                }};
    }
};

// Checks what is written of a structure in each form, and that it reads back.
template <class Structure>
void check_convenient(const Structure& part, const std::string& query, const std::string& xml) {
    const convenient<Structure> message{.one = part, .all = {part}};
    BOOST_TEST(encode(message).value() == query);
    const std::string document = encode_xml(message, xml_layout::minified).value();
    BOOST_TEST(document.find("<All><item>" + xml + "</item></All>") != document.npos);
    scratch memory;
    const auto read = decode_xml<convenient<Structure>>(document, memory);
    BOOST_REQUIRE(read);
    BOOST_TEST(encode(*read).value() == query);
    const auto asked = decode_query<convenient<Structure>>(query, memory);
    BOOST_REQUIRE(asked);
    BOOST_TEST(encode_json(*asked).value() == encode_json(message).value());
}

template <class T>
void check_wide() {
    const wide<T> most{.plain = static_cast<T>(-1),
                       .optional = static_cast<T>(-1),
                       .named = wide_enum(-1ULL),
                       .wrapped = wide_number(-1ULL)};
    const std::string digits = "18446744073709551615";
    BOOST_TEST(encode(most).value() == "A=" + digits + "&Action=Do&B=" + digits + "&C=" + digits +
                                           "&D=" + digits + "&Version=2026-11-30");
    BOOST_TEST(encode_json(most).value() == "{\"A\":" + digits + ",\"B\":" + digits +
                                                ",\"C\":" + digits + ",\"D\":" + digits + "}");
    const std::string document = encode_xml(most).value();
    scratch memory;
    const auto read = decode_xml<wide<T>>(document, memory);
    BOOST_REQUIRE(read);
    BOOST_TEST((read->plain == most.plain && read->optional == most.optional &&
                read->named == most.named && read->wrapped.value == most.wrapped.value));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_odd_shapes)

BOOST_AUTO_TEST_CASE(an_attribute_of_the_root_is_not_an_element) {
    scratch memory;
    for (const std::string_view between : {"", "\n    "}) {
        const std::string document = std::string(declaration) + "<DoResponse xmlns=\"u\">" +
                                     std::string(between) + "<id>5</id>" + std::string(between) +
                                     "<n>1</n></DoResponse>";
        const auto read = decode_xml<marked_response>(document, memory);
        BOOST_REQUIRE(read);
        BOOST_TEST((!read->id && read->number == 1));
    }
    BOOST_TEST(do_agree<marked_response>("<id>5</id><n>1</n>"));
}

BOOST_AUTO_TEST_CASE(a_root_that_is_a_union_has_one_member) {
    scratch memory;
    const std::string two =
        std::string(declaration) + "<DoResponse xmlns=\"u\"><a>5</a><n>1</n></DoResponse>";
    BOOST_TEST(outcome_of(decode_xml<choice_response>(two, memory)) == "duplicate_member");
    BOOST_TEST(do_agree<choice_response>("<a>5</a><n>1</n>"));
    BOOST_TEST(do_agree<choice_response>("<n>1</n>"));
    const choice_response both{.name = "x", .number = 1};
    BOOST_TEST((encode_xml(both).error().code == errc::bad_value));
    BOOST_TEST((encode_json(both).error().code == errc::bad_value));
    BOOST_TEST((encode(both).error().code == errc::bad_value));
    BOOST_TEST((encode(choice_response{}).error().code == errc::bad_value));
    BOOST_TEST(encode(choice_response{.name = {}, .number = 1}).value() ==
               "Action=Do&N=1&Version=2026-11-30");
}

BOOST_AUTO_TEST_CASE(a_member_may_have_a_name_of_the_request_id) {
    scratch memory;
    for (const std::string_view members :
         {"<B>b</B><RequestId>m</RequestId><A>a</A>", "<A>a</A><RequestId>m</RequestId><B>b</B>",
          " <B>b</B><RequestId>m</RequestId><A>a</A>"}) {
        const std::string in_aws = "<DoResponse><DoResult>" + std::string(members) +
                                   "</DoResult><ResponseMetadata><RequestId>id</RequestId>"
                                   "</ResponseMetadata></DoResponse>";
        const auto aws = decode_xml<two_ids_response<odd_aws>>(in_aws, memory);
        BOOST_REQUIRE(aws);
        BOOST_TEST((aws->member == "m" && aws->id == "id" && aws->first == "a"));
        BOOST_TEST(engines<two_ids_response<odd_aws>>().agree(in_aws));
        const std::string in_ec2 =
            "<DoResponse>" + std::string(members) + "<requestId>id</requestId></DoResponse>";
        const auto ec2 = decode_xml<two_ids_response<odd_ec2>>(in_ec2, memory);
        BOOST_REQUIRE(ec2);
        BOOST_TEST((ec2->member == "m" && ec2->id == "id"));
        BOOST_TEST(do_agree<two_ids_response<odd_ec2>>(members));
    }
}

BOOST_AUTO_TEST_CASE(an_attribute_and_an_element_may_have_one_name) {
    const typed_response written{.inside = typed{.attribute = "A", .element = "E"}};
    const std::string document = encode_xml(written).value();
    scratch memory;
    const auto read = decode_xml<typed_response>(document, memory);
    BOOST_REQUIRE(read);
    BOOST_REQUIRE(read->inside.has_value());
    BOOST_TEST((read->inside.attribute == "A" && read->inside.element == "E"));
    BOOST_TEST(do_agree<typed_response>("<in type=\"A\"><type>E</type></in>"));
    BOOST_TEST(do_agree<typed_response>("<in><type>E</type></in>"));
}

// P3 (maps). Else encode_xml could not write what was read.
BOOST_AUTO_TEST_CASE(a_key_of_a_map_has_a_value) {
    scratch memory;
    const auto outcome = [&](std::string_view entry) {
        const std::string members = "<m><entry>" + std::string(entry) + "</entry></m>";
        BOOST_TEST(do_agree<keyed_response>(members));
        const std::string document = "<DoResponse>" + members + "</DoResponse>";
        return outcome_of(decode_xml<keyed_response>(document, memory));
    };
    BOOST_TEST(outcome("<key>1</key><value/>") == "value");
    for (const char* without :
         {"<key/><value>1</value>", "<key></key>", "<key> </key>", "<value>1</value>"})
        BOOST_TEST(outcome(without) == "missing_member");
}

BOOST_AUTO_TEST_CASE(an_item_for_which_there_is_no_memory_is_not_there_twice) {
    std::string document = "<DoResponse><l>";
    for (int i = 0; i < 600; ++i) document += "<item><v>" + std::to_string(i) + "</v></item>";
    document += "</l></DoResponse>";
    for (std::size_t calls = 0; calls < 8; ++calls) {
        failing_heap heap{calls};
        scratch memory(heap.source());
        const auto read = decode_xml<indirect_response>(document, memory);
        if (!read) {
            BOOST_TEST(outcome_of(read) == "out_of_memory");
            continue;
        }
        BOOST_TEST(read->leaves.size() == 600);
        for (const auto& item : read->leaves) BOOST_REQUIRE(item.has_value());
    }
}

BOOST_AUTO_TEST_CASE(a_text_that_is_stored_elsewhere_is_there_or_the_memory_is_not) {
    std::string document = "<DoResponse><s>";
    for (int i = 0; i < 20; ++i) document += "<item>v" + std::to_string(i) + "</item>";
    document += "</s></DoResponse>";
    std::array<std::byte, 2048> room;
    std::size_t values = 0;
    for (std::size_t size = 0; size < room.size(); ++size) {
        scratch memory(std::span(room.data(), size));
        const auto read = decode_xml<indirect_response>(document, memory);
        if (!read) {
            BOOST_REQUIRE(outcome_of(read) == "out_of_memory");
            continue;
        }
        ++values;
        BOOST_REQUIRE(read->texts.size() == 20);
        for (const auto& item : read->texts) BOOST_REQUIRE(item.has_value());
    }
    BOOST_TEST(values != 0);
}

BOOST_AUTO_TEST_CASE(unsigned_numbers_of_64_bits_have_no_sign) {
    check_wide<unsigned long long>();
    check_wide<std::uint64_t>();
    if constexpr (sizeof(unsigned long) == 8) check_wide<unsigned long>();
}

BOOST_AUTO_TEST_CASE(an_error_may_have_strings_of_its_own) {
    scratch memory;
    for (const char* document :
         {"<ErrorResponse><Error><Type>Sender</Type><Code>C</Code></Error></ErrorResponse>",
          "<Response><Errors><Error><Code>C</Code><Type>Sender</Type></Error></Errors></Response>",
          "<Error><Type>Sender</Type><Code>C</Code></Error>"}) {
        const auto error = decode_xml_error<owning_error>(document, memory);
        BOOST_TEST_REQUIRE(error.has_value());
        BOOST_TEST((error->type == "Sender" && error->code == "C"));
    }
}

BOOST_AUTO_TEST_CASE(what_has_fields_is_a_structure_whatever_it_converts_to) {
    check_convenient(resource_name{"vpc", "vpc-1"},
                     "Action=Do&All.1.Id=vpc-1&All.1.Type=vpc&One.Id=vpc-1&One.Type=vpc&"
                     "Version=2026-11-30",
                     "<Type>vpc</Type><Id>vpc-1</Id>");
    measured size(5);
    size.unit = "GiB";
    check_convenient(size,
                     "Action=Do&All.1.Unit=GiB&All.1.Value=5&One.Unit=GiB&One.Value=5&"
                     "Version=2026-11-30",
                     "<Value>5</Value><Unit>GiB</Unit>");
}

BOOST_AUTO_TEST_CASE(what_has_a_wire_type_is_a_number_whatever_it_converts_to) {
    check_convenient(status(200), "Action=Do&All.1=200&One=200&Version=2026-11-30", "200");
    check_convenient(flags(6), "Action=Do&All.1=6&One=6&Version=2026-11-30", "6");
}

BOOST_AUTO_TEST_CASE(an_address_is_not_taken_by_an_operator_of_the_caller) {
    addressless_response message;
    message.one.number = 1;
    message.other.number = 2;
    message.all.resize(2);
    message.all[1].number = 3;
    const std::string document = encode_xml(message).value();
    scratch memory;
    BOOST_TEST((decode_xml<addressless_response>(document, memory).value() == message));
    int visits = 0;
    const auto rest = decode_xml_each<&addressless_response::all>(
        document, memory, [&](const addressless& item) { visits += item.number.value_or(10); });
    BOOST_TEST_REQUIRE(rest.has_value());
    BOOST_TEST((visits == 13 && rest->other.number == 2));
    message.all.erase(message.all.begin());  // a query has no empty structures
    const std::string query = encode(message).value();
    BOOST_TEST((decode_query<addressless_response>(query, memory).value() == message));
    BOOST_TEST((decode_xml_error<addressless>("<Error><N>5</N></Error>", memory)->number == 5));
}

BOOST_AUTO_TEST_SUITE_END()
