#!/usr/bin/env python3
"""Compiles programs that must not compile, and checks that they are refused for the right reason.

Each case has a twin that differs in the one wrong thing and must compile: a typing error in a case
would pass for a refusal otherwise. Of g++ each refusal takes at most 15 lines, with a sentence of
ec2wire's in them; the cases that cannot have one say so.

All cases are compiled as one program, each in a namespace of its own, and an error belongs to the case that
it names. A case without an error of its own there is compiled again, in the end alone.

usage: must_not_compile.py [--simdjson] [--sample] -- COMPILER [FLAG...]

With --sample each fourth case: for a second compiler, since the checks are the library's own.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parent.parent

SHAPE = """
struct shape {{
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "Shape";
    {member} a{{}};
    std::optional<int> b{{}};
    static constexpr auto fields() {{
        return ec2wire::field_list{{ec2wire::field{{"A", &shape::a}}, ec2wire::field{{"{b}", &shape::b}}}};
    }}
}};
"""

DECODE = """
void f(ec2wire::scratch& memory, std::string& text, std::pmr::string& pmr) {{
    (void)text, (void)pmr;
    (void)ec2wire::decode_xml<ec2wire::stop_instances_response>({bytes}, memory);
}}
"""

DECODE_QUERY = """
void f(ec2wire::scratch& memory, std::string& text) {{
    (void)text;
    (void)ec2wire::decode_query<ec2wire::stop_instances_request>({bytes}, memory);
}}
"""

ENCODE = SHAPE + "auto f(const shape& request) {{ return ec2wire::encode(request); }}\n"

WRAPPED = """
struct wrapped {{
    using wire_type = {wire};
    wrapped() = default;
    explicit wrapped(wire_type) {{}}
    wire_type wire() const {{ return {{}}; }}
}};
""" + ENCODE

DECODE_SHAPE = SHAPE + """
auto f(ec2wire::scratch& memory) {{ return ec2wire::decode_xml<shape>("", memory).has_value(); }}
"""

AWS_MAP = """
struct aws {{
    using protocol = ec2wire::aws_query;
    static constexpr std::string_view version = "1";
}};
struct shape {{
    using service = aws;
    static constexpr std::string_view operation = "Shape";
    std::vector<ec2wire::map_entry<std::string, int>> a{{}};
    static constexpr auto fields() {{
        return ec2wire::field_list{{ec2wire::field{{"A", &shape::a, {{.value_name = "{value}"}}}}}};
    }}
}};
auto f(const shape& request) {{ return ec2wire::encode(request); }}
"""

TOKEN = """
struct shape {{
    {member} token{{}};
    static constexpr auto fields() {{
        return ec2wire::field_list{{ec2wire::field{{"Token", &shape::token, {{.idempotency_token = true}}}}}};
    }}
}};
void f(shape& request) {{
    ec2wire::fill_idempotency_tokens(request, [] {{ return std::array<std::byte, 16>{{}}; }});
}}
"""

LABEL = """
struct shape {{
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "Shape";
    static constexpr std::string_view host_prefix = "data-{{{label}}}.";
    std::string a{{}};
    std::optional<int> b{{}};
    static constexpr auto fields() {{
        return ec2wire::field_list{{ec2wire::field{{"A", &shape::a}}, ec2wire::field{{"B", &shape::b}}}};
    }}
}};
auto f(const shape& request) {{ return ec2wire::host_prefix(request); }}
"""

INNER_ID = """
struct inner {{
    std::optional<std::string> a{{}}, id{{}};
    static constexpr auto fields() {{
        return ec2wire::field_list{{ec2wire::field{{"{name}", &inner::a, {{.xml_name = "{element}"}}}},
                                   ec2wire::field{{"Id", &inner::id, {{.request_id = true}}}}}};
    }}
}};
struct shape {{
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "Shape";
    std::vector<inner> a{{}};
    static constexpr auto fields() {{ return ec2wire::field_list{{ec2wire::field{{"A", &shape::a}}}}; }}
}};
auto f(const shape& response, ec2wire::scratch& memory) {{
    (void)response, (void)memory;
    return {call};
}}
"""

NAMESPACE = """
struct aws {{
    using protocol = ec2wire::ec2_query;
    static constexpr std::string_view version = "1";
    static constexpr std::string_view xml_namespace = "http://x/?a=1{separator}b=2";
}};
struct shape {{
    using service = aws;
    static constexpr std::string_view operation = "Shape";
    std::string_view a{{}};
    static constexpr auto fields() {{ return ec2wire::field_list{{ec2wire::field{{"A", &shape::a}}}}; }}
}};
auto f(ec2wire::scratch& memory) {{ return ec2wire::decode_xml<shape>("", memory).has_value(); }}
"""

OWNING = SHAPE + "using g = {type};\ng* f();\n"

PADDED = """
void f(ec2wire::scratch& memory, ec2wire::json::parser& parser, simdjson::padded_string& text) {{
    (void)text;
    (void)ec2wire::decode_json<ec2wire::stop_instances_response>({bytes}, memory, parser);
}}
"""

EVENTS = """
void f(std::string_view file, ec2wire::scratch& memory, ec2wire::json::parser& parser) {{
    const auto visit = [](const auto&...) {{}};
    (void)file, (void)memory, (void)parser, (void)visit;
    (void){call};
}}
"""

MAYBE_SHAPE = """
struct inner {{
    {member} a{{}};
    static constexpr auto fields() {{ return ec2wire::field_list{{ec2wire::field{{"A", &inner::a}}}}; }}
    {equal}
}};
struct shape {{
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "Shape";
    ec2wire::maybe<inner> a{{}};
    static constexpr auto fields() {{ return ec2wire::field_list{{ec2wire::field{{"A", &shape::a}}}}; }}
}};
"""
MAYBE = MAYBE_SHAPE.replace("{member}", "int") + (
    "auto f(const shape& response) {{ return ec2wire::encode_xml(response); }}\n")
MAYBE_DECODED = MAYBE_SHAPE + """
auto f(ec2wire::scratch& memory) {{ return ec2wire::decode_xml<shape>("", memory).has_value(); }}
"""

FIELDS_OF = """
struct other {{ int a{{}}; }};
struct base {{ int a{{}}; }};
struct shape : base {{
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "Shape";
    {static} auto fields() {{ return {fields}; }}
}};
auto f(const shape& request) {{ return ec2wire::encode(request); }}
"""

INHERITED = """
struct base {{ int a{{}}; }};
struct left : base {{}};
struct right : base {{}};
struct shape : {base} {{
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "Shape";
    static constexpr auto fields() {{ return ec2wire::field_list{{ec2wire::field{{"A", &base::a}}}}; }}
}};
auto f(const shape& request) {{ return ec2wire::encode(request); }}
"""

SCALAR_TRAIT = """
struct part {{
    int a{{}};
    static constexpr auto fields() {{ return ec2wire::field_list{{ec2wire::field{{"A", &part::a}}}}; }}
}};
struct shape {{
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "Shape";
    {member} a{{}};
    static constexpr auto fields() {{
        return ec2wire::field_list{{ec2wire::field{{"A", &shape::a, {{.{trait} = true}}}}}};
    }}
}};
auto f(const shape& response) {{ return ec2wire::encode_xml(response); }}
"""

OWNED = """
template <class Storage>
struct shape {{
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "Shape";
    std::optional<{member}> a{{}};
    static constexpr auto fields() {{ return ec2wire::field_list{{ec2wire::field{{"A", &shape::a}}}}; }}
}};
auto f(const shape<ec2wire::borrowed>& response) {{ return ec2wire::to_owned(response); }}
"""

NULLABLE = """
struct box {{
    using value_type = int;
    int* value = nullptr;
    box() = default;
    explicit box(int* owned) : value(owned) {{}}
    bool has_value() const {{ return value != nullptr; }}
    int& operator*() const {{ return *value; }}
    {emplace}
}};
""" + DECODE_SHAPE.replace("{member}", "box").replace("{b}", "B")

SERVICE = """
struct shape {{
    using service = {service};
    {operation} operation = "Shape";
    int a{{}};
    static constexpr auto fields() {{ return ec2wire::field_list{{ec2wire::field{{"A", &shape::a}}}}; }}
}};
auto f(ec2wire::scratch& memory) {{ return ec2wire::decode_xml<shape>("", memory).has_value(); }}
"""

ROLE = "void f(ec2wire::scratch& memory) {{ (void)memory, (void){call}; }}\n"
REQUEST, RESPONSE = "ec2wire::stop_instances_request", "ec2wire::stop_instances_response"

LISTED = """
struct shape {{
    {service}
    static constexpr std::string_view operation = "Shape";
    ec2wire::list_view<std::string_view> list{{}}, other{{}};
    static constexpr auto fields() {{ return ec2wire::field_list{{ec2wire::field{{"List", &shape::list}}}}; }}
}};
auto f(ec2wire::scratch& memory) {{
    return ec2wire::decode_xml_each<&shape::{name}>("", memory, [](std::string_view) {{}}).has_value();
}}
"""

SERVED = {"service": "using service = ec2wire::ec2;"}

# The fact, the program, the wrong part of it, the right one, and a part of the error message.
CASES = [
    ("a string that is gone before its views is no reply", DECODE,
     {"bytes": "std::move(text)"}, {"bytes": "text"}, "ec2wire: the views would outlive"),
    ("nor is one of another allocator", DECODE,
     {"bytes": "std::move(pmr)"}, {"bytes": "pmr"}, "ec2wire: the views would outlive"),
    ("two members of one key are no shape", ENCODE,
     {"member": "std::optional<int>", "b": "A"}, {"member": "std::optional<int>", "b": "B"},
     "two members have the same key"),
    ("nor are two members of one element", DECODE_SHAPE,
     {"member": "std::optional<int>", "b": 'B", &shape::b, {.xml_name = "A"}}, ec2wire::field{"C'},
     {"member": "std::optional<int>", "b": 'B", &shape::b, {.xml_name = "X"}}, ec2wire::field{"C'},
     "ec2wire: two members have the same name, or the same .xml_name"),
    ("nor are two of one attribute", DECODE_SHAPE,
     {"member": "std::optional<int>",
      "b": 'X", &shape::b, {.xml_attribute = true}}, ec2wire::field{"Y", &shape::b, '
           '{.xml_name = "X", .xml_attribute = true}}, ec2wire::field{"C'},
     {"member": "std::optional<int>",
      "b": 'X", &shape::b, {.xml_attribute = true}}, ec2wire::field{"Y", &shape::b, '
           '{.xml_name = "X"}}, ec2wire::field{"C'},
     "ec2wire: two members have the same name, or the same .xml_name"),
    ("nor two of one name", DECODE_SHAPE,
     {"member": "std::optional<int>", "b": "A"}, {"member": "std::optional<int>", "b": "B"},
     "ec2wire: two members have the same name, or the same .xml_name"),
    ("nor are two of the request id", DECODE_SHAPE,
     {"member": "std::optional<std::string_view>",
      "b": 'B", &shape::b, {.request_id = true}}, ec2wire::field{"C", &shape::b, '
           '{.request_id = true}}, ec2wire::field{"D'},
     {"member": "std::optional<std::string_view>",
      "b": 'B", &shape::b, {.request_id = true}}, ec2wire::field{"D'},
     "or are both the request id"),
    ("nor is a member named as the request id beside it", INNER_ID,
     {"name": "Id", "element": "x", "call": "ec2wire::encode_json(response)"},
     {"name": "A", "element": "x", "call": "ec2wire::encode_json(response)"},
     "ec2wire: two members have the same name, or the same .xml_name"),
    ("nor one whose element is", INNER_ID,
     {"name": "A", "element": "requestId", "call": "ec2wire::encode_xml(response)"},
     {"name": "A", "element": "RequestId", "call": "ec2wire::encode_xml(response)"},
     "or are both the request id, whose .xml_name is requestId"),
    ("nor one in an error", INNER_ID,
     {"name": "A", "element": "requestId", "call": 'ec2wire::decode_xml_error<inner>("", memory)'},
     {"name": "A", "element": "RequestId", "call": 'ec2wire::decode_xml_error<inner>("", memory)'},
     "or are both the request id, whose .xml_name is requestId"),
    ("nor one in a reply", DECODE_SHAPE,
     {"member": "std::optional<std::string_view>",
      "b": 'B", &shape::b, {.xml_name = "requestId"}}, ec2wire::field{"C", &shape::b, '
           '{.request_id = true}}, ec2wire::field{"D'},
     {"member": "std::optional<std::string_view>",
      "b": 'C", &shape::b, {.xml_name = "RequestId"}}, ec2wire::field{"C", &shape::b, '
           '{.request_id = true}}, ec2wire::field{"D'},
     "or are both the request id, whose .xml_name is requestId"),
    ("a member is not called as what every request has", ENCODE,
     {"member": "std::optional<int>", "b": "Version"}, {"member": "std::optional<int>", "b": "B"},
     "two members have the same key"),
    ("a response is not encoded", ROLE, {"call": f"ec2wire::encode({RESPONSE}())"},
     {"call": f"ec2wire::encode({REQUEST}())"}, "ec2wire: this shape is a response"),
    ("nor measured", ROLE, {"call": f"ec2wire::encoded_size({RESPONSE}())"},
     {"call": f"ec2wire::encoded_size({REQUEST}())"}, "ec2wire: this shape is a response"),
    ("a request is not decoded into", ROLE, {"call": f'ec2wire::decode_xml<{REQUEST}>("", memory)'},
     {"call": f'ec2wire::decode_xml<{RESPONSE}>("", memory)'}, "ec2wire: this shape is a request"),
    ("a request is not encoded as XML", ROLE, {"call": f"ec2wire::encode_xml({REQUEST}())"},
     {"call": f"ec2wire::encode_xml({RESPONSE}())"}, "ec2wire: this shape is a request"),
    ("nor measured as XML", ROLE, {"call": f"ec2wire::encoded_xml_size({REQUEST}())"},
     {"call": f"ec2wire::encoded_xml_size({RESPONSE}())"}, "ec2wire: this shape is a request"),
    ("nor is a response from a query", ROLE,
     {"call": f'ec2wire::decode_query<{RESPONSE}>("", memory)'},
     {"call": f'ec2wire::decode_query<{REQUEST}>("", memory)'}, "ec2wire: this shape is a response"),
    ("a string that is gone before its views is no request", DECODE_QUERY,
     {"bytes": "std::move(text)"}, {"bytes": "text"}, "ec2wire: the views would outlive"),
    ("a member of no kind says what kinds there are", ENCODE,
     {"member": "int*", "b": "B"}, {"member": "int", "b": "B"}, "a member is a scalar"),
    ("a list of characters is no list of numbers", ENCODE,
     {"member": "std::u8string", "b": "B"}, {"member": "std::vector<unsigned char>", "b": "B"},
     "a member is a scalar"),
    ("nor does one far down", ENCODE,
     {"member": "std::vector<ec2wire::map_entry<std::string, std::optional<std::map<int, int>>>>",
      "b": "B"},
     {"member": "std::vector<std::optional<int>>", "b": "B"}, "ec2wire: "),
    ("a wrapped value is no blob", WRAPPED,
     {"wire": "std::vector<std::byte>", "member": "wrapped", "b": "B"},
     {"wire": "ec2wire::state_code", "member": "wrapped", "b": "B"}, "a member is a scalar"),
    ("nor is a wrapped character a number", WRAPPED,
     {"wire": "char", "member": "wrapped", "b": "B"},
     {"wire": "signed char", "member": "wrapped", "b": "B"}, "a member is a scalar"),
    ("nor a wrapped long double", WRAPPED,
     {"wire": "long double", "member": "wrapped", "b": "B"},
     {"wire": "double", "member": "wrapped", "b": "B"}, "a member is a scalar"),
    ("a blob's bytes stand in a row to be encoded", ENCODE,
     {"member": "std::deque<std::byte>", "b": "B"}, {"member": "std::vector<std::byte>", "b": "B"},
     "ec2wire: a blob is bytes in a row"),
    ("and to be decoded", DECODE_SHAPE,
     {"member": "std::deque<std::byte>", "b": "B"}, {"member": "std::vector<std::byte>", "b": "B"},
     "ec2wire: a blob is bytes in a row"),
    ("a text that is decoded is made of a view", DECODE_SHAPE,
     {"member": "const char*", "b": "B"}, {"member": "std::string_view", "b": "B"},
     "ec2wire: a text that is decoded"),
    ("a member that is decoded is not const", DECODE_SHAPE,
     {"member": "const int", "b": "B"}, {"member": "int", "b": "B"},
     "ec2wire: what is decoded is made empty"),
    ("nor is what can be absent", DECODE_SHAPE,
     {"member": "const std::optional<int>", "b": "B"}, {"member": "std::optional<int>", "b": "B"},
     "ec2wire: what is decoded is made empty"),
    ("nor what is in it", DECODE_SHAPE,
     {"member": "std::optional<const int>", "b": "B"},
     {"member": "std::optional<std::optional<int>>", "b": "B"},
     "ec2wire: what is decoded is made empty"),
    ("what can be absent is set by emplace()", NULLABLE, {"emplace": ""}, {"emplace": "int& emplace();"},
     "an optional has emplace()"),
    ("whether a maybe<> is set is found by ==", MAYBE,
     {"equal": ""}, {"equal": "bool operator==(const inner&) const = default;"},
     "ec2wire: whether a maybe<> of this structure is set"),
    ("but need not be to decode", MAYBE_DECODED,
     {"equal": "", "member": "int*"}, {"equal": "", "member": "int"}, "ec2wire: a member is a scalar"),
    ("fields() is a list", FIELDS_OF,
     {"static": "static constexpr", "fields": 'std::vector{ec2wire::field{"A", &shape::a}}'},
     {"static": "static constexpr", "fields": 'ec2wire::field_list{ec2wire::field{"A", &shape::a}}'},
     "ec2wire: fields() of a structure is"),
    ("fields() is a constant", FIELDS_OF,
     {"static": "static", "fields": 'ec2wire::field_list{ec2wire::field{"A", &shape::a}}'},
     {"static": "static constexpr", "fields": 'ec2wire::field_list{ec2wire::field{"A", &shape::a}}'},
     "ec2wire: fields() of a structure is"),
    ("fields() lists fields", FIELDS_OF,
     {"static": "static constexpr", "fields": 'ec2wire::field_list{std::pair{"A", &shape::a}}'},
     {"static": "static constexpr", "fields": 'ec2wire::field_list{ec2wire::field{"A", &shape::a}}'},
     "ec2wire: fields() of a structure is"),
    ("fields() lists those of its own structure", FIELDS_OF,
     {"static": "static constexpr", "fields": 'ec2wire::field_list{ec2wire::field{"A", &other::a}}'},
     {"static": "static constexpr", "fields": 'ec2wire::field_list{ec2wire::field{"A", &base::a}}'},
     "ec2wire: fields() of a structure is"),
    ("or those of a public base", INHERITED, {"base": "private base"}, {"base": "public base"},
     "ec2wire: fields() of a structure is"),
    ("that is not virtual", INHERITED, {"base": "virtual base"}, {"base": "base"},
     "or of a public base that is there once and not virtual"),
    ("and that is there once", INHERITED, {"base": "left, right"}, {"base": "left"},
     "ec2wire: fields() of a structure is"),
    ("a service is a type that says so", SERVICE,
     {"service": "int", "operation": "static constexpr std::string_view"},
     {"service": "ec2wire::ec2", "operation": "static constexpr std::string_view"},
     "ec2wire: a message has a"),
    ("a protocol is no service", SERVICE,
     {"service": "ec2wire::ec2_query", "operation": "static constexpr std::string_view"},
     {"service": "ec2wire::ec2", "operation": "static constexpr std::string_view"},
     "ec2wire: a message has a"),
    ("an operation is a constant", SERVICE,
     {"service": "ec2wire::ec2", "operation": "inline static std::string"},
     {"service": "ec2wire::ec2", "operation": "static constexpr std::string_view"},
     "ec2wire: a message has a"),
    ("an integer has at most 64 bits", ENCODE,
     {"member": "__int128", "b": "B"}, {"member": "long long", "b": "B"}, "a member is a scalar"),
    ("a long double, which is no type of Smithy", ENCODE,
     {"member": "long double", "b": "B"}, {"member": "double", "b": "B"}, "a member is a scalar"),
    ("an array of characters, which may have no end", ENCODE,
     {"member": "using id = char[4]; id", "b": "B"},
     {"member": "using id = const char*; id", "b": "B"}, "ec2wire: a member is a scalar"),
    ("a std::vector<bool> is not decoded into", DECODE_SHAPE,
     {"member": "std::vector<bool>", "b": "B"}, {"member": "ec2wire::list_view<bool>", "b": "B"},
     "a list of this shape cannot grow"),
    ("nor is a list of fixed size", DECODE_SHAPE,
     {"member": "std::array<int, 3>", "b": "B"}, {"member": "std::vector<int>", "b": "B"},
     "a list of this shape cannot grow"),
    ("nor a shape that holds one further down", DECODE_SHAPE,
     {"member": "std::vector<std::optional<std::vector<bool>>>", "b": "B"},
     {"member": "std::vector<std::optional<std::vector<int>>>", "b": "B"},
     "a list of this shape cannot grow"),
    ("an attribute is no structure", SCALAR_TRAIT, {"member": "part", "trait": "xml_attribute"},
     {"member": "std::optional<int>", "trait": "xml_attribute"},
     "ec2wire: an XML attribute, or the request id, is one text"),
    ("nor a list", SCALAR_TRAIT, {"member": "std::vector<int>", "trait": "xml_attribute"},
     {"member": "std::string", "trait": "xml_attribute"},
     "ec2wire: an XML attribute, or the request id, is one text"),
    ("nor is the request id a structure", SCALAR_TRAIT, {"member": "part", "trait": "request_id"},
     {"member": "std::optional<int>", "trait": "request_id"},
     "ec2wire: an XML attribute, or the request id, is one text"),
    ("to_owned() of a shape with a view for all storages", OWNED,
     {"member": "std::string_view"}, {"member": "typename Storage::string"},
     "ec2wire: to_owned() copies strings"),
    ("nor with an enumeration's view", OWNED,
     {"member": "ec2wire::open_enum<ec2wire::instance_state_name, std::string_view>"},
     {"member": "ec2wire::open_enum<ec2wire::instance_state_name, typename Storage::string>"},
     "ec2wire: to_owned() copies strings"),
    ("ec2Query has no maps", ENCODE,
     {"member": "std::vector<ec2wire::map_entry<std::string, int>>", "b": "B"},
     {"member": "std::vector<int>", "b": "B"}, "ec2Query has no maps"),
    ("a map's key and value are two", AWS_MAP,
     {"value": "key"}, {"value": "other"}, "a map's key and value have the same name"),
    ("a view is not filled with a token", TOKEN,
     {"member": "std::optional<std::string_view>"}, {"member": "std::optional<std::string>"},
     "owns its text"),
    ("a label of a host prefix is a member", LABEL,
     {"label": "C"}, {"label": "A"}, "that of a text member"),
    ("a label of a host prefix is a text", LABEL,
     {"label": "B"}, {"label": "A"}, "that of a text member"),
    ("a label of a host prefix has a name", LABEL,
     {"label": ""}, {"label": "A"}, "that of a text member"),
    ("a namespace is compared as it is written", NAMESPACE,
     {"separator": "&"}, {"separator": ";"}, "a character that XML has to escape"),
    ("a key's segment has no dot", FIELDS_OF,
     {"static": "static constexpr", "fields": 'ec2wire::field_list{ec2wire::field{"A.B", &shape::a}}'},
     {"static": "static constexpr", "fields": 'ec2wire::field_list{ec2wire::field{"AB", &shape::a}}'},
     "ec2wire: a key's segment has no dot"),
    ("an element of a list_view needs no destructor", DECODE_SHAPE,
     {"member": "ec2wire::list_view<std::string>", "b": "B"},
     {"member": "ec2wire::list_view<std::string_view>", "b": "B"},
     "ec2wire: no destructor runs for the elements of a list_view"),
    ("a list that is shown is listed", LISTED,
     {**SERVED, "name": "other"}, {**SERVED, "name": "list"},
     "ec2wire: decode_xml_each<> takes a list that is in fields()"),
    ("a shape with one storage has no other", OWNING,
     {"member": "int", "b": "B", "type": "ec2wire::owning<shape>"},
     {"member": "int", "b": "B", "type": "ec2wire::owning<ec2wire::stop_instances_response>"},
     "template <class Storage>"),
]
NO_FIELDS = """
struct shape {{
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "Shape";
    std::string a{{}};
    {fields}
}};
void f(ec2wire::scratch& memory) {{ (void)memory, (void){call}; }}
"""
PACKED = """
struct shape {{
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "Shape";
    short a{{}};
    {attribute} int b{{}};
    static constexpr auto fields() {{
        return ec2wire::field_list{{ec2wire::field{{"A", &shape::a}}, ec2wire::field{{"B", &shape::b}}}};
    }}
}};
void f(ec2wire::scratch& memory) {{ (void)ec2wire::decode_xml<shape>("", memory); }}
"""
HELD = """
template <class T>
struct wrapper {{
    using wire_type = T;
    T value{{}};
    wrapper() = default;
    explicit wrapper(T held) : value(held) {{}}
    T wire() const {{ return value; }}
}};
struct inner {{
    std::optional<int> a{{}};
    static constexpr auto fields() {{ return ec2wire::field_list{{ec2wire::field{{"A", &inner::a}}}}; }}
}};
struct shape {{
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "Shape";
    {union}
    {type} a{{}};
    static constexpr auto fields() {{ return ec2wire::field_list{{ec2wire::field{{"A", &shape::a}}}}; }}
}};
auto f(const shape& request) {{ return ec2wire::encode(request); }}
"""
FIELDS = {"fields": 'static constexpr auto fields() { return ec2wire::field_list{ec2wire::field{"A", &shape::a}}; }'}
USE = """
std::string body();
void f(const ec2wire::reply<ec2wire::stop_instances_response>& reply, ec2wire::instance_state state,
       ec2wire::scratch& memory) {{
    ec2wire::stop_instances_request request;
    (void)reply, (void)state, (void)memory, (void)request;
    {statement};
}}
"""
EACH = """
auto f(ec2wire::scratch& memory) {{
    return ec2wire::decode_xml_each<&ec2wire::stop_instances_response::{list}>("", memory, {visit});
}}
"""
OUTPUT = """
using change = ec2wire::instance_state_change;
using response = ec2wire::stop_instances_response;
struct base {{}};
struct derived : base {{}};
std::ostream& operator<<(std::ostream& out, const base&);
std::ostream& operator<<(std::ostream& out, const response&);
std::ostream& operator<<(std::ostream& out, const ec2wire::instance_state&);
void f(std::ofstream& out, const ec2wire::reply<response>& reply) {{ out << {shown}; }}
"""
XML_NAMES = """
inline constexpr ec2wire::member_traits inner{{.item_name = {inner}}};
struct shape {{
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "{operation}";
    std::vector<std::vector<int>> a{{}};
    static constexpr auto fields() {{
        return ec2wire::field_list{{ec2wire::field{{{name}, &shape::a, {{{traits}}}}}}};
    }}
}};
auto f([[maybe_unused]] ec2wire::scratch& memory) {{ return {call}.has_value(); }}
"""
XML_NAME = {"name": '"A"', "traits": "", "inner": '"b"', "operation": "Do",
            "call": 'ec2wire::decode_xml<shape>("", memory)'}
XML_NAME_FAULT = "ec2wire: what is XML has names of XML"
TABLE = {"call": 'ec2wire::decode_xml<shape>("", memory)'}
MANY = ", ".join(f'ec2wire::field{{"A{n}", &shape::a}}' for n in range(257))
NO_MEMBER = 'ec2wire::field{"A", static_cast<std::string shape::*>(nullptr)}'
MISTAKES = [
    ("a structure of more members than its index counts", NO_FIELDS,
     {**TABLE, "fields": f"static constexpr auto fields() {{ return ec2wire::field_list{{{MANY}}}; }}"},
     {**TABLE, **FIELDS}, "field_list of at most 256 ec2wire::field"),
    ("a field that names no member", NO_FIELDS,
     {**TABLE, "fields": f"static constexpr auto fields() {{ return ec2wire::field_list{{{NO_MEMBER}}}; }}"},
     {**TABLE, **FIELDS}, "ec2wire: a field names a member that is not the shape's"),
    ("a member that is packed", PACKED, {"attribute": "[[gnu::packed]]"}, {"attribute": ""},
     "ec2wire: a field names a member that is not the shape's, or is packed"),
    ("a member whose name is none of XML", XML_NAMES, {**XML_NAME, "name": '"A b"'}, XML_NAME, XML_NAME_FAULT),
    ("or begins with a digit", XML_NAMES, {**XML_NAME, "name": '"1"'}, {**XML_NAME, "name": '"_1-.:"'}, XML_NAME_FAULT),
    ("or holds another character than those of names", XML_NAMES, {**XML_NAME, "name": '"a\u00d7"'},
     {**XML_NAME, "name": '"a\u00d6"'}, XML_NAME_FAULT),
    ("or is empty", XML_NAMES, {**XML_NAME, "name": '""'}, XML_NAME, XML_NAME_FAULT),
    ("an item with such a name", XML_NAMES, {**XML_NAME, "traits": '.item_name = "x&"'}, XML_NAME, XML_NAME_FAULT),
    ("a key", XML_NAMES, {**XML_NAME, "traits": '.key_name = "x>"'}, XML_NAME, XML_NAME_FAULT),
    ("a value", XML_NAMES, {**XML_NAME, "traits": '.value_name = "x/"'}, XML_NAME, XML_NAME_FAULT),
    ("an item of an item", XML_NAMES, {**XML_NAME, "traits": ".element = &inner", "inner": '"a<"'},
     {**XML_NAME, "traits": ".element = &inner", "inner": '"a"'}, XML_NAME_FAULT),
    ("an operation", XML_NAMES, {**XML_NAME, "operation": "D o"}, XML_NAME, XML_NAME_FAULT),
    ("also where it is written", XML_NAMES, {**XML_NAME, "name": '"a="', "call": "ec2wire::encode_xml(shape{})"}, XML_NAME,
     XML_NAME_FAULT),
    ("and not where it is JSON", XML_NAMES, {**XML_NAME, "name": '"a="'},
     {**XML_NAME, "name": '"a="', "call": "ec2wire::encode_json(shape{})"}, XML_NAME_FAULT),
    ("a maybe<> of what can be absent itself", HELD,
     {"type": "ec2wire::maybe<std::optional<int>>", "union": ""}, {"type": "std::optional<int>", "union": ""},
     "ec2wire: a maybe<> of what can be absent itself"),
    ("or of a value that is stored elsewhere", HELD,
     {"type": "ec2wire::maybe<ec2wire::indirect<inner>>", "union": ""}, {"type": "ec2wire::indirect<inner>", "union": ""},
     "ec2wire: a maybe<> of what can be absent itself"),
    ("or one in what can be absent itself", HELD,
     {"type": "std::optional<ec2wire::maybe<inner>>", "union": ""}, {"type": "ec2wire::maybe<inner>", "union": ""},
     "ec2wire: a maybe<> of what can be absent itself"),
    ("a union whose member is always there", HELD,
     {"type": "int", "union": "static constexpr bool is_union = true;"},
     {"type": "std::optional<int>", "union": "static constexpr bool is_union = true;"},
     "ec2wire: each member of a union can be absent"),
    ("a wrapper of a text", HELD, {"type": "wrapper<std::string>", "union": ""}, {"type": "wrapper<int>", "union": ""},
     "ec2wire: a member is a scalar, a string, a structure"),
    ("an enumeration's view that is set from a temporary string", USE,
     {"statement": "state.name = body()"}, {"statement": "state.name = \"stopped\""},
     "ec2wire: an open_enum that is a view"),
    ("or from a temporary enumeration that owns its string", USE,
     {"statement": "using view = decltype(state.name)::value_type; "
                   "(void)view(ec2wire::open_enum<ec2wire::instance_state_name, std::string>())"},
     {"statement": "using view = decltype(state.name)::value_type; "
                   "(void)view(ec2wire::open_enum<ec2wire::instance_state_name, "
                   "std::string_view>())"},
     "ec2wire: an open_enum that is a view"),
    ("an enumeration that is compared with a number", USE,
     {"statement": "(void)(state.name == 16)"}, {"statement": "(void)(state.name == \"running\")"},
     "ec2wire: an open_enum is set from, and compared with"),
    ("or ordered by one", USE,
     {"statement": "(void)(state.name < 16)"}, {"statement": "(void)(state.name < state.name)"},
     "ec2wire: an open_enum is set from, and compared with"),
    ("or set from one", USE,
     {"statement": "state.name = 16"},
     {"statement": "state.name = ec2wire::instance_state_name::running"},
     "ec2wire: an open_enum is set from, and compared with"),
    ("an enumeration without a fixed underlying type holds no other numbers", DECODE_SHAPE,
     {"member": "enum color { red }", "b": "B"}, {"member": "enum color : int { red }", "b": "B"},
     "an enum with a fixed type"),
    ("a request without fields()", NO_FIELDS,
     {"fields": "", "call": "ec2wire::encode(shape())"},
     {**FIELDS, "call": "ec2wire::encode(shape())"},
     "ec2wire: T is not a request; see describing_a_shape.md"),
    ("a reply without fields()", NO_FIELDS,
     {"fields": "", "call": 'ec2wire::decode_xml<shape>("", memory)'},
     {**FIELDS, "call": 'ec2wire::decode_xml<shape>("", memory)'},
     "ec2wire: T is not the response of an operation; see describing_a_shape.md"),
    ("an error that is printed without ostream.hpp", USE,
     {"statement": "std::cout << reply.error()"},
     {"statement": "std::cout << reply.error().message()"}, "ec2wire: print its message() or its members"),
    ("its code too", USE,
     {"statement": "std::cout << reply.error().code"},
     {"statement": "std::cout << to_string(reply.error().code)"}, "ec2wire: print its message() or its members"),
    ("a temporary as the bytes of a reply", USE,
     {"statement": "(void)ec2wire::decode_xml<ec2wire::stop_instances_response>(body(), memory)"},
     {"statement": 'const std::string kept = body(); '
                   "(void)ec2wire::decode_xml<ec2wire::stop_instances_response>(kept, memory)"},
     "ec2wire: the views would outlive"),
    ("a response that is encoded", USE,
     {"statement": "(void)ec2wire::encode(ec2wire::stop_instances_response())"},
     {"statement": "(void)ec2wire::encode(request)"}, "ec2wire: this shape is a response"),
    ("a request that is decoded into", USE,
     {"statement": '(void)ec2wire::decode_xml<ec2wire::stop_instances_request>("", memory)'},
     {"statement": '(void)ec2wire::decode_xml<ec2wire::stop_instances_response>("", memory)'},
     "ec2wire: this shape is a request"),
    ("a result in the place of its value", USE,
     {"statement": "std::string query = ec2wire::encode(request)"},
     {"statement": "std::string query = ec2wire::encode(request).value()"}, "ec2wire::encode_error"),
    ("a reply in the place of its answer", USE,
     {"statement": "(void)reply.stopping_instances"},
     {"statement": "(void)reply->stopping_instances"}, "stopping_instances"),
    ("a state code compared with a number", USE,
     {"statement": "(void)(state.code == 16)"},
     {"statement": "(void)(state.code == ec2wire::running)"}, "ec2wire: a state_code is compared"),
    ("or with its name", USE,
     {"statement": "(void)(state.code == \"running\")"},
     {"statement": "(void)(state.name == \"running\")"}, "ec2wire: a state_code is compared"),
    ("or ordered by a number", USE,
     {"statement": "(void)(state.code < 16)"},
     {"statement": "(void)(state.code < ec2wire::running)"}, "ec2wire: a state_code is compared"),
    ("or set to a number", USE,
     {"statement": "state.code = 16"},
     {"statement": "state.code = ec2wire::state_code(16)"}, "ec2wire: a state_code is compared"),
    ("whether a reply is an error of a code", USE,
     {"statement": "(void)(reply.error() == ec2wire::errc::bad_value)"},
     {"statement": "(void)(reply.error().code == ec2wire::errc::bad_value)"},
     "ec2wire: compare its code"),
    ("an error as a text without text.hpp", USE,
     {"statement": "(void)to_string(reply.error())"},
     {"statement": "(void)to_string(reply.error().code)"}, "ec2wire: include ec2wire/text.hpp"),
    ("a whole result that is printed", USE, {"statement": "std::cout << reply"},
     {"statement": "std::cout << reply.has_value()"}, "ec2wire: print its message() or its members"),
    ("a whole response", USE, {"statement": "std::cout << *reply"},
     {"statement": "std::cout << *reply->request_id"}, "ec2wire: print its message() or its members"),
    ("a list of it", USE, {"statement": "std::cout << reply->stopping_instances"},
     {"statement": "std::cout << reply->stopping_instances.size()"},
     "ec2wire: print its message() or its members"),
    ("a service's error", USE, {"statement": "std::cout << reply.error().service"},
     {"statement": "std::cout << reply.error().service.code"},
     "ec2wire: print its message() or its members"),
    ("an enumeration", USE, {"statement": "std::cout << *state.name"},
     {"statement": "std::cout << state.name->text()"}, "ec2wire: print its message() or its members"),
    ("and one that may be absent", USE, {"statement": "std::cout << state.name"},
     {"statement": "std::cout << state.name.has_value()"},
     "ec2wire: print its message() or its members, *x if optional"),
    ("a user's own operator<< is preferred, also that of a base", OUTPUT,
     {"shown": "reply"}, {"shown": "*reply << reply->stopping_instances[0].current_state << derived()"},
     "ec2wire: print its message() or its members"),
    ("a reply that is a list", USE, {"statement": "for (auto& each : *reply) (void)each"},
     {"statement": "for (auto& each : reply->stopping_instances) (void)each"},
     "ec2wire: this is not a list"),
    ("a decode without a scratch", USE,
     {"statement": f'(void)ec2wire::decode_xml<{RESPONSE}>("")'},
     {"statement": f'(void)ec2wire::decode_xml<{RESPONSE}>("", memory)'}, "ec2wire: call decode_xml<"),
    ("into a scratch that is const", USE,
     {"statement": f'const ec2wire::scratch fixed; (void)ec2wire::decode_xml<{RESPONSE}>("", fixed)'},
     {"statement": f'ec2wire::scratch fixed; (void)ec2wire::decode_xml<{RESPONSE}>("", fixed)'},
     "ec2wire: call decode_xml<"),
    ("or a temporary", USE,
     {"statement": f'(void)ec2wire::decode_xml<{RESPONSE}>("", ec2wire::scratch())'},
     {"statement": f'(void)ec2wire::decode_xml<{RESPONSE}>("", memory)'}, "ec2wire: call decode_xml<"),
    ("of bytes that are no text", USE,
     {"statement": f"(void)ec2wire::decode_xml<{RESPONSE}>(std::vector<char>(), memory)"},
     {"statement": f"(void)ec2wire::decode_xml<{RESPONSE}>(std::string_view(), memory)"},
     "ec2wire: call decode_xml<"),
    ("of a pointer and a size", USE,
     {"statement": f'(void)ec2wire::decode_xml<{RESPONSE}>("abc", 3, memory)'},
     {"statement": f'(void)ec2wire::decode_xml<{RESPONSE}>({{"abc", 3}}, memory)'},
     "ec2wire: call decode_xml<"),
    ("into what it does not say", USE, {"statement": '(void)ec2wire::decode_xml("", memory)'},
     {"statement": f'(void)ec2wire::decode_xml<{RESPONSE}>("", memory)'}, "ec2wire: call decode_xml<"),
    ("into a shape without its storage", USE,
     {"statement": '(void)ec2wire::decode_xml<ec2wire::basic_stop_instances_response>("", memory)'},
     {"statement": f'(void)ec2wire::decode_xml<{RESPONSE}>("", memory)'}, "ec2wire: T is a template"),
    ("into a part of a response", USE,
     {"statement": '(void)ec2wire::decode_xml<ec2wire::instance_state>("", memory)'},
     {"statement": f'(void)ec2wire::decode_xml<{RESPONSE}>("", memory)'},
     "ec2wire: T is not the response of an operation; see describing_a_shape.md"),
    ("the head of a temporary query", USE,
     {"statement": "(void)ec2wire::query_head(body())"},
     {"statement": "const auto bytes = body(); (void)ec2wire::query_head(bytes)"},
     "ec2wire: the views would outlive the bytes"),
    ("an XML reader of a temporary document", USE,
     {"statement": "(void)ec2wire::xml::reader(body(), memory).next()"},
     {"statement": "const auto bytes = body(); (void)ec2wire::xml::reader(bytes, memory).next()"},
     "ec2wire: the views would outlive the bytes"),
    ("a query without a scratch", USE, {"statement": f'(void)ec2wire::decode_query<{REQUEST}>("")'},
     {"statement": f'(void)ec2wire::decode_query<{REQUEST}>("", memory)'}, "ec2wire: call decode_query<T>"),
    ("a request into a buffer of other bytes", USE,
     {"statement": "unsigned char to[9]; (void)ec2wire::encode(request, to)"},
     {"statement": "char to[9]; (void)ec2wire::encode(request, to)"}, "ec2wire: encode(request)"),
    ("or into a scratch that is const", USE,
     {"statement": "(void)ec2wire::encode(request, std::as_const(memory))"},
     {"statement": "(void)ec2wire::encode(request, memory)"}, "ec2wire: encode(request)"),
    ("or into a stream", USE, {"statement": "(void)ec2wire::encode(request, std::cout)"},
     {"statement": "(void)ec2wire::encode(request)"}, "ec2wire: encode(request)"),
    ("an operation by its name", USE,
     {"statement": '(void)ec2wire::encode("StopInstances", request)'},
     {"statement": "(void)ec2wire::encode(request)"}, "ec2wire: encode(request)"),
    ("a request by its address", USE, {"statement": "(void)ec2wire::encode(&request)"},
     {"statement": "(void)ec2wire::encode(request)"},
     "ec2wire: T is not a request; see describing_a_shape.md"),
    ("a part of a message as JSON", USE, {"statement": "(void)ec2wire::encode_json(state)"},
     {"statement": "(void)ec2wire::encode_json(*reply)"},
     "ec2wire: T is not a message; see describing_a_shape.md"),
    ("an error of no service", USE,
     {"statement": "(void)ec2wire::encode_xml_error(ec2wire::service_error())"},
     {"statement": "(void)ec2wire::encode_xml_error<ec2wire::ec2>(ec2wire::service_error())"},
     "ec2wire: encode_xml_error<ec2>"),
    ("or of a response", USE,
     {"statement": f"(void)ec2wire::encode_xml_error<{RESPONSE}>(ec2wire::service_error())"},
     {"statement": "(void)ec2wire::encode_xml_error<ec2wire::ec2>(ec2wire::service_error())"},
     "ec2wire: encode_xml_error<ec2>"),
    ("a part of a message as XML", USE, {"statement": "(void)ec2wire::encode_xml(state)"},
     {"statement": "(void)ec2wire::encode_xml(*reply)"},
     "ec2wire: T is not the response of an operation; see describing_a_shape.md"),
    ("a query into a part of a request", USE,
     {"statement": '(void)ec2wire::decode_query<ec2wire::instance_state>("", memory)'},
     {"statement": f'(void)ec2wire::decode_query<{REQUEST}>("", memory)'},
     "ec2wire: T is not the request of an operation; see describing_a_shape.md"),
    ("a query into nothing", USE, {"statement": '(void)ec2wire::decode_query("", memory)'},
     {"statement": f'(void)ec2wire::decode_query<{REQUEST}>("", memory)'},
     "ec2wire: call decode_query<T>(bytes, scratch)"),
    ("the size of no request", USE, {"statement": "(void)ec2wire::encoded_size(&request)"},
     {"statement": "(void)ec2wire::encoded_size(request)"}, "ec2wire: encoded_size(request)"),
    ("JSON into a stream", USE, {"statement": "(void)ec2wire::encode_json(request, std::cout)"},
     {"statement": "(void)ec2wire::encode_json(request)"}, "ec2wire: encode_json(message)"),
    ("XML into a stream", USE, {"statement": "(void)ec2wire::encode_xml(*reply, std::cout)"},
     {"statement": "(void)ec2wire::encode_xml(*reply)"}, "ec2wire: encode_xml(response), or"),
    ("the size of no response", USE, {"statement": "(void)ec2wire::encoded_xml_size(&*reply)"},
     {"statement": "(void)ec2wire::encoded_xml_size(*reply)"}, "ec2wire: encoded_xml_size(response)"),
    ("a list without a visitor", USE,
     {"statement": f'(void)ec2wire::decode_xml_each<&{RESPONSE}::stopping_instances>("", memory)'},
     {"statement": f'(void)ec2wire::decode_xml_each<&{RESPONSE}::stopping_instances>("", memory, [](auto&) {{}})'},
     "ec2wire: <&response::list>(bytes, scratch, visitor)"),
    ("an error without a scratch", USE, {"statement": '(void)ec2wire::decode_xml_error<ec2wire::instance_state>("")'},
     {"statement": '(void)ec2wire::decode_xml_error<ec2wire::instance_state>("", memory)'},
     "ec2wire: decode_xml_error<shape>(bytes, scratch)"),
    ("a visitor of another item", EACH,
     {"list": "stopping_instances", "visit": "[](const ec2wire::instance_state&) {}"},
     {"list": "stopping_instances", "visit": "[](const ec2wire::instance_state_change&) {}"},
     "ec2wire: a visitor takes"),
    ("a visitor that changes the item", EACH,
     {"list": "stopping_instances", "visit": "[](ec2wire::instance_state_change&) {}"},
     {"list": "stopping_instances", "visit": "[](const auto&) {}"}, "ec2wire: a visitor takes"),
    ("a visitor that returns a number", EACH,
     {"list": "stopping_instances", "visit": "[](const auto&) { return 0; }"},
     {"list": "stopping_instances", "visit": "[](const auto&) { return true; }"},
     "ec2wire: a visitor takes"),
    ("a visitor whose answer is no bool", EACH,
     {"list": "stopping_instances", "visit": "[](const auto& item) { return item.instance_id; }"},
     {"list": "stopping_instances", "visit": "[](const auto&) { return true; }"},
     "ec2wire: a visitor takes"),
    ("a visit of what is no list", EACH, {"list": "request_id", "visit": "[](const auto&) {}"},
     {"list": "stopping_instances", "visit": "[](const auto&) {}"},
     "ec2wire: decode_xml_each<> takes"),
    ("a visit of a list that is deeper in the response", LISTED,
     {"service": "", "name": "list"}, {**SERVED, "name": "list"},
     "ec2wire: decode_xml_each<> takes the address of a list of the response"),
    ("a dispatch to a response", USE,
     {"statement": f'(void)ec2wire::dispatch<{RESPONSE}>("", memory, [](const auto&) {{}})'},
     {"statement": f'(void)ec2wire::dispatch<{REQUEST}>("", memory, [](const auto&) {{}})'},
     "ec2wire: this shape is a response"),
    ("a dispatch to a number", USE,
     {"statement": '(void)ec2wire::dispatch<int>("", memory, [](const auto&) {})'},
     {"statement": f'(void)ec2wire::dispatch<{REQUEST}>("", memory, [](const auto&) {{}})'},
     "ec2wire: dispatch<request...>"),
    ("a handler of the request itself", USE,
     {"statement": f'(void)ec2wire::dispatch<{REQUEST}>("", memory, [](const {REQUEST}&) {{}})'},
     {"statement": f'(void)ec2wire::dispatch<{REQUEST}>("", memory, [](const auto&) {{}})'},
     "ec2wire: the handler takes"),
]
JSON_CASES = [
    ("JSON is not decoded into what has no fields()", NO_FIELDS,
     {"fields": "", "call": 'ec2wire::decode_json<shape>("", memory)'},
     {**FIELDS, "call": 'ec2wire::decode_json<shape>("", memory)'},
     "ec2wire: T is not a structure with fields(); see describing_a_shape.md"),
    ("JSON without a scratch", ROLE, {"call": f'ec2wire::decode_json<{RESPONSE}>("")'},
     {"call": f'ec2wire::decode_json<{RESPONSE}>("", memory)'}, "ec2wire: call decode_json<T>(bytes, scratch)"),
    ("JSON that is gone before its views is no reply either", PADDED,
     {"bytes": "std::move(text)"}, {"bytes": "text"}, "ec2wire: the views would outlive"),
    ("nor if it is constant", PADDED,
     {"bytes": "std::move(std::as_const(text))"}, {"bytes": "std::as_const(text)"},
     "ec2wire: the views would outlive"),
    ("JSON is not decoded into a request", ROLE,
     {"call": f'ec2wire::decode_json<{REQUEST}>("", memory)'},
     {"call": f'ec2wire::decode_json<{RESPONSE}>("", memory)'}, "ec2wire: this shape is a request"),
    ("what CloudTrail recorded of a request is not decoded into a response", ROLE,
     {"call": f'ec2wire::decode_cloudtrail_request<{RESPONSE}>("", memory)'},
     {"call": f'ec2wire::decode_cloudtrail_request<{REQUEST}>("", memory)'},
     "ec2wire: this shape is a response"),
    ("nor a record of CloudTrail", ROLE,
     {"call": f'ec2wire::decode_cloudtrail<{REQUEST}>("", memory)'},
     {"call": f'ec2wire::decode_cloudtrail<{RESPONSE}>("", memory)'},
     "ec2wire: this shape is a request"),
    ("nor one without a scratch", ROLE, {"call": f'ec2wire::decode_cloudtrail<{RESPONSE}>("")'},
     {"call": f'ec2wire::decode_cloudtrail<{RESPONSE}>("", memory)'},
     "ec2wire: decode_cloudtrail<T>(bytes, scratch); the scratch is a variable"),
    ("nor into what is no response", ROLE,
     {"call": 'ec2wire::decode_cloudtrail<ec2wire::instance_state>("", memory)'},
     {"call": f'ec2wire::decode_cloudtrail<{RESPONSE}>("", memory)'},
     "ec2wire: T is not the response of an operation; see describing_a_shape.md"),
    ("nor into nothing", ROLE, {"call": 'ec2wire::decode_cloudtrail("", memory)'},
     {"call": f'ec2wire::decode_cloudtrail<{RESPONSE}>("", memory)'},
     "ec2wire: decode_cloudtrail<T>(bytes, scratch)"),
    ("a recorded request without a scratch", ROLE,
     {"call": f'ec2wire::decode_cloudtrail_request<{REQUEST}>("")'},
     {"call": f'ec2wire::decode_cloudtrail_request<{REQUEST}>("", memory)'},
     "ec2wire: call it with (bytes, scratch); the scratch is a variable"),
    ("a recorded request into what is none", ROLE,
     {"call": 'ec2wire::decode_cloudtrail_request<ec2wire::instance_state>("", memory)'},
     {"call": f'ec2wire::decode_cloudtrail_request<{REQUEST}>("", memory)'},
     "ec2wire: T is not the request of an operation; see describing_a_shape.md"),
    ("a recorded request into nothing", ROLE,
     {"call": 'ec2wire::decode_cloudtrail_request("", memory)'},
     {"call": f'ec2wire::decode_cloudtrail_request<{REQUEST}>("", memory)'},
     "ec2wire: decode_cloudtrail_request<T>(bytes, scratch)"),
    ("a file of events without a parser", EVENTS,
     {"call": "ec2wire::visit_cloudtrail_events(file, memory, visit)"},
     {"call": "ec2wire::visit_cloudtrail_events(file, memory, parser, visit)"},
     "ec2wire: (file, scratch, parser, visitor)"),
    ("parameters without a parser", EVENTS,
     {"call": "ec2wire::visit_cloudtrail_parameters(file, memory, visit)"},
     {"call": "ec2wire::visit_cloudtrail_parameters(file, memory, parser, visit)"},
     "ec2wire: (bytes, scratch, parser, visitor)"),
]


# Lines of g++: as many as a newcomer reads.
MAX_LINES = 15
# Found where the keys of a map, or the functions of a list, are made, some templates down: an earlier check would
# be a second place for that rule.
MAX_LINES_OF = {"a map's key and value are two": 21, "an element of a list_view needs no destructor": 24}

# Precompiled once, for all programs. A mistake is found without the engines.
PRELUDE = """
#define EC2WIRE_SEPARATE_COMPILATION
#include <ec2wire/ec2wire.hpp>
#include <ec2wire/xml/reader.hpp>
#include <array>
#include <deque>
#include <fstream>
#include <iostream>
#include <map>
#include <memory_resource>
#include <vector>
"""


class Compiler:
    """A compiler that has read the headers already."""

    def __init__(self, command, folder, prelude):
        self.command = [*command, "-std=c++20", "-I", ROOT / "include"]
        self.is_clang = any("clang" in word for word in command)
        header = folder / "prelude.hpp"
        header.write_text(prelude)
        precompiled = f"{header}{'.pch' if self.is_clang else '.gch'}"
        subprocess.run([*self.command, "-x", "c++-header", header, "-o", precompiled], check=True)
        self.included = (["-include-pch", precompiled, "-ferror-limit=0"] if self.is_clang else
                         ["-include", header])

    def compile(self, program):
        """What it says of the program."""
        return subprocess.run([*self.command, *self.included, "-fsyntax-only", "-x", "c++", "-"],
                              input=program, capture_output=True, text=True).stderr


def program_of(cases, which):
    """The wrong programs, or their twins, as one: an error names the case it is in."""
    programs = [f'#line 1 "case_{i}, {case[0]}"\nnamespace case_{i} {{\n{case[1].format(**case[which])}\n}}\n'
                for i, case in cases.items()]
    return "".join(programs)


# Lines in which a compiler says where the next error is.
INCLUDED = re.compile(r"In file included from | +from ")
CONTEXT = re.compile(INCLUDED.pattern + r"|[^ ].*: (In|At) \w|.*:\d+:   \w")


def errors_in(said):
    """The errors in what a compiler says, each with its context and its notes."""
    errors, context = [], []
    for line in said.splitlines(keepends=True):
        if CONTEXT.match(line):
            context.append(line)
            continue
        if re.search(r": (fatal )?error: ", line) or not errors:
            errors.append([])
        errors[-1] += [*context, line]
        context = []
    return errors


def errors_by_case(said):
    """{case: lines}. An error that names several cases, or none, is nobody's."""
    found = {}
    for error in errors_in(said):
        named = set(re.findall(r"\bcase_(\d+)\b", "".join(error)))
        if len(named) == 1:
            found.setdefault(int(named.pop()), []).extend(error)
    return found


def explained(compiler, cases):
    """The numbers of the cases that are refused for the right reason where all are compiled as one. How a
    header came to be included is said once for all, and takes up to five lines."""
    return {i for i, lines in errors_by_case(compiler.compile(program_of(cases, which=2))).items()
            if not problem_of(cases[i], "".join(line for line in lines if not INCLUDED.match(line)),
                              compiler.is_clang, spared=5)}


def problem_of(case, said, is_clang, spared=0):
    word = case[4]
    lines = said.count("\n")
    max_lines = MAX_LINES_OF.get(case[0], MAX_LINES) - spared
    if "error: " not in said:
        return f"it compiles:\n{said}"
    if word not in said:
        return f"it is refused, but not for {word!r}:\n{said}"
    if not is_clang and lines > max_lines:
        return f"it takes {lines} lines to say so:\n{said}"
    return None


def problem_of_cpp17(command, header):
    """An older language standard gives one error, before anything is included."""
    old = subprocess.run([*command, "-std=c++17", "-fsyntax-only", "-I", ROOT / "include", "-x", "c++", "-"],
                         input=f"#include <ec2wire/{header}>\n", capture_output=True, text=True).stderr
    is_short = "ec2wire: C++20 is needed" in old and old.count("\n") <= MAX_LINES
    return None if is_short else old or "it compiles"


def sentences_of_headers():
    """{sentence: header}: what a header says when a program does not compile."""
    found = {}
    for path in sorted((ROOT / "include").rglob("*.hpp")):
        text = re.sub(r'"\s*\n\s*"', "", path.read_text())
        for pattern in (r'"(ec2wire: (?:[^"\\]|\\.)*)"', r"// (ec2wire: .*)"):
            found.update((sentence, path.name) for sentence in re.findall(pattern, text))
    return found


def sentences_without_a_case(cases):
    """Those that no case expects, nor the checks of a header's first lines."""
    words = [word.removeprefix("ec2wire: ") for *_, word in cases]
    words += ["C++20 is needed", "is for programs that define"]
    return [f"{header}: {sentence}" for sentence, header in sentences_of_headers().items()
            if not any(len(word) > 10 and word in sentence for word in words)]


def problem_of_src(command, header):
    """src.hpp is refused where the engines are not compiled separately."""
    said = subprocess.run([*command, "-std=c++20", "-fsyntax-only", "-I", ROOT / "include", "-x", "c++", "-"],
                          input=f"#include <ec2wire/{header}>\n", capture_output=True, text=True).stderr
    word = f"ec2wire: {header} is for programs that define EC2WIRE_SEPARATE_COMPILATION"
    return None if word in said else said or "it compiles"


def report(fact, problem):
    print(f"{'FAILED' if problem else 'ok'}  {fact}{': ' + problem if problem else ''}")
    return problem is not None


def failures_of(command, prelude, cases):
    cases = dict(enumerate(cases))
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        compiler = Compiler(command, pathlib.Path(folder), prelude)
        twins = pool.submit(compiler.compile, program_of(cases, which=3))
        left = dict(cases)
        # A compiler refuses an instantiation that two cases share in the first of them only.
        while refused := explained(compiler, left):
            left = {i: case for i, case in left.items() if i not in refused}
        alone = {i: pool.submit(compiler.compile, program_of({i: case}, which=2)) for i, case in left.items()}
        failed = report(f"the twins of {len(cases)} cases compile", twins.result() or None)
        for i, case in cases.items():
            failed += report(case[0], problem_of(case, alone[i].result(), compiler.is_clang)
                             if i in alone else None)
    return failed


def main():
    cut = sys.argv.index("--")
    command = sys.argv[cut + 1:]
    has_simdjson = "--simdjson" in sys.argv[:cut]
    cases, prelude = CASES + MISTAKES, PRELUDE
    if has_simdjson:
        cases, prelude = cases + JSON_CASES, prelude + "#include <ec2wire/json.hpp>\n"
    else:
        print("SKIPPED what needs simdjson: it is missing")
    if "--sample" in sys.argv[:cut]:
        cases = cases[::4]
    failed = failures_of(command, prelude, cases)
    for header in ("ec2wire.hpp", "json.hpp") if has_simdjson else ("ec2wire.hpp",):
        failed += report(f"C++17 is one error of {header}", problem_of_cpp17(command, header))
    for header in ("src.hpp", "json_src.hpp") if has_simdjson else ("src.hpp",):
        failed += report(f"{header} is for separate compilation", problem_of_src(command, header))
    missing = sentences_without_a_case(CASES + MISTAKES + JSON_CASES)
    failed += report("a case holds each sentence of the headers", "\n".join(missing) or None)
    print(f"{len(cases)} cases, {failed} failed")
    sys.exit(1 if failed else 0)


main()
