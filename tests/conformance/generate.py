#!/usr/bin/env python3
"""Writes the cases of one protocol suite as a test program of Boost.Test.

usage: generate.py SUITE.json SUITE_NAME OUTPUT.cpp

Each group of cases is a service of its own: its shapes, as tools/shapes would write them, are in a
namespace called like its first case, and each case is a test called like the case.
"""
import json
import pathlib
import re
import sys

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent / "tools/lib")]
from shapes import botocore_model, header, names  # noqa: E402
from values import Builder, checks, cpp_string, json_text  # noqa: E402

COMPRESSION = "about HTTP alone: the body's compression and its headers"
NO_BODY = "about HTTP alone: the reply has no body, so there is nothing to decode"
LEFT_OUT = {
    "SDKAppliedContentEncoding_ec2Query": COMPRESSION,
    "SDKAppendsGzipAndIgnoresHttpProvidedEncoding_ec2Query": COMPRESSION,
    "SDKAppliedContentEncoding_awsQuery": COMPRESSION,
    "SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsQuery": COMPRESSION,
    "QueryEmptyInputAndEmptyOutput": NO_BODY,
    "QueryNoInputAndNoOutput": NO_BODY,
    "QueryNoInputAndOutput": NO_BODY,
}


class Group:
    """The cases of one operation, with their shapes."""

    def __init__(self, described):
        self.cases = described["cases"]
        self.endpoint = described.get("clientEndpoint", "")
        given = self.cases[0]["given"]
        self.operation = given["name"]
        self.service = botocore_model.read({
            "metadata": {"serviceId": "conformance", "xmlNamespace": "https://example.com/",
                         **described["metadata"]},
            "operations": {self.operation: given}, "shapes": described["shapes"]})
        self.namespace = names.identifier(self.cases[0]["id"]) + "_case"
        self.library = header.Library(self.service, f"cases::{self.namespace}")
        self.errors = [s for s in self.service.shapes.values() if s.error_code]

    def shapes(self):
        """The namespace, and what it has to include."""
        text = header.Header(self.library, [self.operation], [e.name for e in self.errors],
                             with_service=True).text("GUARD")
        includes = re.findall(r"^#include <(.*)>$", text, re.M)
        begin = text.index("namespace ")
        return text[begin:text.rindex("#endif")].rstrip(), includes

    def shape(self, name):
        return self.service.shape(name) if name else None

    def type(self, kind):
        return f"cases::{self.namespace}::{kind[self.operation]}"

    def request(self, case):
        operation = self.service.operations[self.operation]
        builder = Builder(self.library)
        if operation.input:
            builder.structure("request", self.service.shape(operation.input), case["params"])
        lines = [f"{self.type(self.library.names.requests)} request{{}};", *builder.lines,
                 f"check_request(request, {cpp_string(case['serialized']['body'])});"]
        if operation.host_prefix:
            host = case["serialized"]["host"].removesuffix(self.endpoint.partition("//")[2])
            lines.append(f"BOOST_TEST(*ec2wire::host_prefix(request) == {cpp_string(host)});")
        return lines

    def reply(self, case):
        body = cpp_string(case["response"]["body"])
        type_ = self.type(self.library.names.responses)
        if "errorCode" in case:
            lines = [f"const std::string_view bytes = {body};",
                     f"check_error<{type_}>(bytes, {cpp_string(case['errorCode'])}, "
                     f"{cpp_string(message_in(case['response']['body']))});"]
            return lines + self.error(case)
        expected = self.result(case)
        return [f"check_reply<{type_}>({body}, {cpp_string(expected)});"]

    def error(self, case):
        shape = self.errors[0]
        name = f"cases::{self.namespace}::{self.library.names.shapes[shape.name]}"
        return ["ec2wire::scratch memory;",
                f"const auto error = ec2wire::decode_xml_error<{name}>(bytes, memory);",
                "BOOST_TEST_REQUIRE(error.has_value());",
                *checks(self.library, "(*error)", shape, case["error"])]

    def result(self, case):
        output = self.shape(self.service.operations[self.operation].output)
        text = json_text(self.service, output, case["result"]) if output else "{}"
        found = re.search(r"<[rR]equestId>(.*?)</[rR]equestId>", case["response"]["body"])
        if not found:
            return text
        metadata = f'"ResponseMetadata":{{"RequestId":"{found[1]}"}}}}'
        return text[:-1] + ("," if text != "{}" else "") + metadata


def message_in(body):
    found = re.search(r"<Message>(.*?)</Message>", body)
    return found[1] if found else ""


def test_case(group, case, is_input):
    reason = LEFT_OUT.get(case["id"]) if not is_input or "ncoding" in case["id"] else None
    if reason:
        return [f"BOOST_AUTO_TEST_CASE({case['id']},",
                f"                     *boost::unit_test::precondition(left_out({cpp_string(reason)})))"
                " {}"]
    lines = group.request(case) if is_input else group.reply(case)
    return [f"BOOST_AUTO_TEST_CASE({case['id']}) {{", *(f"    {line}" for line in lines), "}"]


def main():
    suite, name, output = sys.argv[1:]
    groups = [Group(described) for described in json.loads(pathlib.Path(suite).read_text())]
    is_input = "input" in name
    includes, spaces, cases = set(), [], []
    for group in groups:
        text, needed = group.shapes()
        includes.update(needed)
        spaces.append(text)
        for case in group.cases:
            cases.append("\n".join(test_case(group, case, is_input)))
    includes |= {"limits", "string"}
    pathlib.Path(output).write_text("\n\n".join([
        '#include "conformance/check.hpp"',
        "\n".join(f"#include <{i}>" for i in sorted(includes, key=lambda i: ("/" not in i, i))),
        *spaces, "using namespace ec2wire::tests;",
        f"BOOST_AUTO_TEST_SUITE({name})", *cases, "BOOST_AUTO_TEST_SUITE_END()"]) + "\n")


if __name__ == "__main__":
    main()
