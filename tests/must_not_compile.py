#!/usr/bin/env python3
"""Compiles programs that must not compile, and sees them refused for the right reason.

Each case has a twin that differs in the one wrong thing and must compile: a typing error in a case
would pass for a refusal otherwise.

usage: must_not_compile.py [--simdjson] -- COMPILER [FLAG...]
"""
import functools
import os
import pathlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parent.parent

SHAPE = """
struct shape {{
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "Shape";
    {member} a{{}};
    std::optional<int> b{{}};
    static constexpr auto fields() {{
        return std::tuple{{ec2wire::field{{"A", &shape::a}}, ec2wire::field{{"{b}", &shape::b}}}};
    }}
}};
"""

DECODE = """
#include <memory_resource>
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

DECODE_SHAPE = "#include <array>\n" + SHAPE + """
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
        return std::tuple{{ec2wire::field{{"A", &shape::a, {{.value_name = "{value}"}}}}}};
    }}
}};
auto f(const shape& request) {{ return ec2wire::encode(request); }}
"""

TOKEN = """
struct shape {{
    {member} token{{}};
    static constexpr auto fields() {{
        return std::tuple{{ec2wire::field{{"Token", &shape::token, {{.idempotency_token = true}}}}}};
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
        return std::tuple{{ec2wire::field{{"A", &shape::a}}, ec2wire::field{{"B", &shape::b}}}};
    }}
}};
auto f(const shape& request) {{ return ec2wire::host_prefix(request); }}
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
    static constexpr auto fields() {{ return std::tuple{{ec2wire::field{{"A", &shape::a}}}}; }}
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

ROLE = "void f(ec2wire::scratch& memory) {{ (void)memory, (void){call}; }}\n"
REQUEST, RESPONSE = "ec2wire::stop_instances_request", "ec2wire::stop_instances_response"

# The fact, the program, what is wrong in it, what is right, and a word of the refusal.
CASES = [
    ("a string that is gone before its views is no reply", DECODE,
     {"bytes": "std::move(text)"}, {"bytes": "text"}, "delete"),
    ("nor is one of another allocator", DECODE,
     {"bytes": "std::move(pmr)"}, {"bytes": "pmr"}, "delete"),
    ("two members of one key are no shape", ENCODE,
     {"member": "std::optional<int>", "b": "A"}, {"member": "std::optional<int>", "b": "B"},
     "two members have the same key"),
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
     {"bytes": "std::move(text)"}, {"bytes": "text"}, "delete"),
    ("a member of no kind says what kinds there are", ENCODE,
     {"member": "int*", "b": "B"}, {"member": "int", "b": "B"}, "a member is a scalar"),
    ("an integer has at most 64 bits", ENCODE,
     {"member": "__int128", "b": "B"}, {"member": "long long", "b": "B"}, "a member is a scalar"),
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
    ("a shape with one storage has no other", OWNING,
     {"member": "int", "b": "B", "type": "ec2wire::owning<shape>"},
     {"member": "int", "b": "B", "type": "ec2wire::owning<ec2wire::stop_instances_response>"},
     "template <class Storage>"),
]
# Mistakes that everyone makes once: g++ says what is wrong in at most 15 lines, one of them ours.
MAX_LINES = 15
NO_FIELDS = """
struct shape {{
    using service = ec2wire::ec2;
    static constexpr std::string_view operation = "Shape";
    std::string a{{}};
    {fields}
}};
void f(ec2wire::scratch& memory) {{ (void)memory, (void){call}; }}
"""
FIELDS = {"fields": 'static constexpr auto fields() { return std::tuple{ec2wire::field{"A", &shape::a}}; }'}
USE = """
#include <iostream>
std::string body();
void f(const ec2wire::reply<ec2wire::stop_instances_response>& reply, ec2wire::instance_state state,
       ec2wire::scratch& memory) {{
    ec2wire::stop_instances_request request;
    (void)reply, (void)state, (void)memory, (void)request;
    {statement};
}}
"""
CASES.append(
    ("an enumeration's view is not set from a temporary string", USE,
     {"statement": "state.name = body()"}, {"statement": "state.name = \"stopped\""}, "name"))
MISTAKES = [
    ("a request without fields()", NO_FIELDS,
     {"fields": "", "call": "ec2wire::encode(shape())"},
     {**FIELDS, "call": "ec2wire::encode(shape())"}, "ec2wire: see describing_a_shape.md"),
    ("a reply without fields()", NO_FIELDS,
     {"fields": "", "call": 'ec2wire::decode_xml<shape>("", memory)'},
     {**FIELDS, "call": 'ec2wire::decode_xml<shape>("", memory)'},
     "ec2wire: see describing_a_shape.md"),
    ("an error that is printed without ostream.hpp", USE,
     {"statement": "std::cout << reply.error()"},
     {"statement": "std::cout << reply.error().message()"}, "ec2wire: print message()"),
    ("its code too", USE,
     {"statement": "std::cout << reply.error().code"},
     {"statement": "std::cout << to_string(reply.error().code)"}, "ec2wire: print message()"),
    ("a temporary as the bytes of a reply", USE,
     {"statement": "(void)ec2wire::decode_xml<ec2wire::stop_instances_response>(body(), memory)"},
     {"statement": 'const std::string kept = body(); '
                   "(void)ec2wire::decode_xml<ec2wire::stop_instances_response>(kept, memory)"},
     "deleted"),
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
     {"statement": "(void)(state.code == ec2wire::running)"}, "ec2wire: compare a state_code"),
]
JSON_CASES = [
    ("JSON is not decoded into what has no fields()", NO_FIELDS,
     {"fields": "", "call": 'ec2wire::decode_json<shape>("", memory)'},
     {**FIELDS, "call": 'ec2wire::decode_json<shape>("", memory)'},
     "ec2wire: see describing_a_shape.md"),
    ("JSON that is gone before its views is no reply either", PADDED,
     {"bytes": "std::move(text)"}, {"bytes": "text"}, "delete"),
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
]


# A mistake is found without the engines, and in half the time. Twins are often the same program.
@functools.cache
def compile_program(command, header, program, standard="c++20"):
    source = f"#include <ec2wire/{header}>\n{program}"
    return subprocess.run([*command, f"-std={standard}", "-DEC2WIRE_SEPARATE_COMPILATION",
                           "-fsyntax-only", "-I", ROOT / "include", "-x", "c++", "-"],
                          input=source, capture_output=True, text=True)


def compile_all(command, cases):
    """Both programs of each case, several at a time: afterwards they are in the cache."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for header, _, program, wrong, right, _ in cases:
            for words in (wrong, right):
                pool.submit(compile_program, command, header, program.format(**words))


def main():
    cut = sys.argv.index("--")
    command = tuple(sys.argv[cut + 1:])
    has_simdjson = "--simdjson" in sys.argv[:cut]
    cases = [("ec2wire.hpp", *case) for case in CASES]
    cases += [("json.hpp", *case) for case in JSON_CASES if has_simdjson]
    if not has_simdjson:
        print("SKIPPED what needs simdjson: it is missing")
    failed = 0
    is_clang = any("clang" in word for word in command)
    cases += [("ec2wire.hpp", *case) for case in MISTAKES]
    compile_all(command, cases)
    for header, fact, program, wrong, right, word in cases:
        is_short = (fact, program) in [case[:2] for case in MISTAKES] and not is_clang
        refused = compile_program(command, header, program.format(**wrong))
        taken = compile_program(command, header, program.format(**right))
        if taken.returncode != 0:
            problem = "its twin does not compile:\n" + taken.stderr
        elif refused.returncode == 0:
            problem = "it compiles"
        elif word not in refused.stderr:
            problem = f"it is refused, but not for {word!r}:\n{refused.stderr}"
        elif is_short and refused.stderr.count("\n") > MAX_LINES:
            problem = f"it takes {refused.stderr.count(chr(10))} lines to say so:\n{refused.stderr}"
        else:
            problem = None
        print(f"{'FAILED' if problem else 'ok'}  {fact}{': ' + problem if problem else ''}")
        failed += problem is not None
    for header in ("ec2wire.hpp", "json.hpp") if has_simdjson else ("ec2wire.hpp",):
        old = compile_program(command, header, "", "c++17")
        is_short = old.returncode != 0 and "ec2wire: C++20 is needed" in old.stderr
        is_short = is_short and old.stderr.count("\n") <= 15
        print(f"{'ok' if is_short else 'FAILED'}  C++17 is one error of {header}"
              f"{'' if is_short else ': ' + old.stderr}")
        failed += not is_short
    print(f"{len(cases)} cases, {failed} failed")
    sys.exit(1 if failed else 0)


main()
