#!/usr/bin/env python3
"""What tools/shapes makes of small models, and what it refuses.

usage: shapes_generator.py
"""
import json
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools/lib")]
from cases import case, expect, run_cases  # noqa: E402
from shapes import botocore_model, graph, header, names, smithy_model  # noqa: E402
from shapes.model import ModelError  # noqa: E402


def botocore(shapes, protocol="query", operations=None):
    return {"metadata": {"serviceId": "Zoo", "protocol": protocol, "apiVersion": "2020-01-08",
                         "xmlNamespace": "https://zoo.example/"},
            "operations": operations or {
                "Feed": {"name": "Feed", "input": {"shape": "FeedInput"},
                         "output": {"shape": "FeedOutput"}}},
            "shapes": {"String": {"type": "string"}, **shapes}}


def smithy(shapes, protocol="awsQuery"):
    zoo = {"type": "service", "version": "2020-01-08", "operations": [{"target": "z#Feed"}],
           "traits": {"aws.api#service": {"sdkId": "Zoo"}, f"aws.protocols#{protocol}": {},
                      "smithy.api#xmlNamespace": {"uri": "https://zoo.example/"}}}
    feed = {"type": "operation", "input": {"target": "z#FeedInput"},
            "output": {"target": "z#FeedOutput"}}
    return {"smithy": "2.0", "shapes": {"z#Zoo": zoo, "z#Feed": feed, **shapes}}


def text(service, namespace="my"):
    library = header.Library(service, namespace)
    return header.Header(library, sorted(service.operations), [], with_service=True).text("G")


# One model in both forms: a list with a name for its items, a map, an enumeration, a timestamp of
# another format, a recursive structure, a token, and a required list.
IN_BOTOCORE = botocore({
    "FeedInput": {"type": "structure", "required": ["Animals"], "members": {
        "Animals": {"shape": "Animals", "locationName": "Animal"},
        "Token": {"shape": "String", "idempotencyToken": True},
        "Notes": {"shape": "Notes", "flattened": True}}},
    "FeedOutput": {"type": "structure", "members": {
        "At": {"shape": "Time", "timestampFormat": "unixTimestamp"},
        "Cage": {"shape": "Cage"}}},
    "Animals": {"type": "list", "member": {"shape": "Animal", "locationName": "Id"}},
    "Animal": {"type": "string", "enum": ["lion", "sea-lion", "8-legs", "new"]},
    "Notes": {"type": "map", "key": {"shape": "String", "locationName": "K"},
              "value": {"shape": "String"}},
    "Time": {"type": "timestamp"},
    "Cage": {"type": "structure", "members": {"Inner": {"shape": "Cage"}}}})

IN_SMITHY = smithy({
    "z#FeedInput": {"type": "structure", "members": {
        "Animals": {"target": "z#Animals",
                    "traits": {"smithy.api#required": {}, "smithy.api#xmlName": "Animal"}},
        "Token": {"target": "smithy.api#String", "traits": {"smithy.api#idempotencyToken": {}}},
        "Notes": {"target": "z#Notes", "traits": {"smithy.api#xmlFlattened": {}}}}},
    "z#FeedOutput": {"type": "structure", "members": {
        "At": {"target": "smithy.api#Timestamp",
               "traits": {"smithy.api#timestampFormat": "epoch-seconds"}},
        "Cage": {"target": "z#Cage"}}},
    "z#Animals": {"type": "list", "member": {"target": "z#Animal",
                                             "traits": {"smithy.api#xmlName": "Id"}}},
    "z#Animal": {"type": "enum", "members": {
        "LION": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "lion"}},
        "SEA": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "sea-lion"}},
        "LEGS": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "8-legs"}},
        "NEW": {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": "new"}}}},
    "z#Notes": {"type": "map",
                "key": {"target": "smithy.api#String", "traits": {"smithy.api#xmlName": "K"}},
                "value": {"target": "smithy.api#String"}},
    "z#Cage": {"type": "structure", "members": {"Inner": {"target": "z#Cage"}}}})


@case
def both_forms_of_a_model_give_the_same_header():
    expect(text(smithy_model.read(IN_SMITHY)), text(botocore_model.read(IN_BOTOCORE)))


@case
def a_header_says_what_the_model_says():
    written = text(botocore_model.read(IN_BOTOCORE))
    for line in (
            "    using protocol = ec2wire::aws_query;",
            "    using service = zoo;",
            '    static constexpr std::string_view operation = "Feed";',
            "enum class animal : std::uint8_t {\n    lion,\n    sea_lion,\n    _8_legs,\n    new_,\n};",
            '    return {"lion", "sea-lion", "8-legs", "new"};',
            "    typename Storage::template list<ec2wire::open_enum<animal, "
            "typename Storage::string>> animals{};",
            '            ec2wire::field{"Animals",\n'
            "                           &self::animals,\n"
            '                           {.xml_name = "Animal", .item_name = "Id", .required = true}},',
            '{.idempotency_token = true}},',
            '{.key_name = "K", .flattened = true}},',
            "    typename Storage::template indirect<basic_cage<Storage>> inner{};",
            "    ec2wire::maybe<basic_cage<Storage>> cage{};",
            "{.format = ec2wire::timestamp_format::epoch_seconds}},",
            "using feed_request = basic_feed_request<ec2wire::owned>;",
            "using feed_response = basic_feed_response<ec2wire::borrowed>;"):
        assert line in written, f"not written: {line}\n{written}"


@case
def what_a_list_of_lists_holds_has_its_names_too():
    service = botocore_model.read(botocore({
        "FeedInput": {"type": "structure", "members": {}},
        "FeedOutput": {"type": "structure", "members": {"Rows": {"shape": "Rows"}}},
        "Rows": {"type": "list", "member": {"shape": "Row"}},
        "Row": {"type": "list", "member": {"shape": "String", "locationName": "Cell"}}}))
    written = text(service)
    for line in ('    static constexpr ec2wire::member_traits rows_element{.item_name = "Cell"};',
                 'ec2wire::field{"Rows", &self::rows, {.element = &rows_element}},'):
        assert line in written, written


@case
def names_follow_one_rule():
    for name, spelled in {
            "DBInstanceId": "db_instance_id", "InstanceIds": "instance_ids", "VpcARNs": "vpc_arns",
            "IPv6Address": "ipv6_address", "Ipv6Address": "ipv6_address", "S3Bucket": "s3_bucket",
            "MemoryInGiB": "memory_in_gib", "DefaultVCpus": "default_vcpus", "Default": "default_",
            "Linux/UNIX": "linux_unix", "i3en.large": "i3en_large", "1 Month": "_1_month",
            "x86_64": "x86_64", "linux": "linux_", "...": "empty"}.items():
        expect(names.identifier(name), spelled, name)


@case
def names_that_clash_are_numbered():
    service = botocore_model.read(botocore({
        "FeedInput": {"type": "structure", "members": {
            "VpcId": {"shape": "String"}, "VPCId": {"shape": "String"},
            "Fields": {"shape": "String"}, "Kind": {"shape": "Kind"}}},
        "FeedOutput": {"type": "structure", "members": {}},
        "Kind": {"type": "string", "enum": ["a-b", "a.b", "a_b"]}}))
    expect(names.members(service.shapes["FeedInput"]),
           {"VpcId": "vpc_id", "VPCId": "vpc_id_2", "Fields": "fields_", "Kind": "kind"})
    expect(names.enumerators(service.shapes["Kind"]), ["a_b", "a_b_2", "a_b_3"])
    # A member with the name of its type would change what the name means.
    assert "ec2wire::open_enum<my::kind, typename Storage::string>> kind{};" in text(service)


@case
def a_name_does_not_depend_on_the_operations_asked_for():
    shapes = {"A": {"type": "structure", "members": {"X": {"shape": "Http_Thing"}}},
              "B": {"type": "structure", "members": {"X": {"shape": "HTTPThing"}}},
              "HTTPThing": {"type": "structure", "members": {}},
              "Http_Thing": {"type": "structure", "members": {}}}
    operations = {n: {"name": n, "input": {"shape": n}} for n in "AB"}
    service = botocore_model.read(botocore(shapes, operations=operations))
    library = header.Library(service, "my")
    for operation, name in (("A", "basic_http_thing_2"), ("B", "basic_http_thing")):
        assert f"struct {name} {{" in header.Header(library, [operation], []).text("G")


@case
def an_older_model_gives_replies_the_order_of_what_it_has():
    def service(*members):
        fields = {"type": "structure", "members": {m: {"shape": "String"} for m in members}}
        return botocore_model.read(botocore({"FeedInput": fields, "FeedOutput": fields}))

    def names_in(shape):
        return [member.name for member in newer.shapes[shape].members]
    newer = service("A", "B", "C", "D")
    graph.take_order(newer, service("C", "Gone", "A"))
    expect(names_in("FeedOutput"), ["C", "A", "B", "D"])
    expect(names_in("FeedInput"), ["A", "B", "C", "D"], "a request is sorted by encode")


@case
def a_shape_of_several_headers_has_its_own():
    def structure(*targets):
        return {"type": "structure", "members": {t: {"shape": t} for t in targets}}
    service = botocore_model.read(botocore(
        {"A": structure("OnlyA", "Shared"), "B": structure("Shared"), "OnlyA": structure("Deep"),
         "Deep": structure(), "Shared": structure("OfShared"), "OfShared": structure()},
        operations={n: {"name": n, "input": {"shape": n}} for n in "AB"}))
    expect(graph.owners(service, {"a.hpp": ["A"], "b.hpp": ["B"]}),
           {"OnlyA": "a.hpp", "Deep": "a.hpp", "Shared": "Shared", "OfShared": "Shared"})


@case
def what_no_query_can_say_is_refused():
    for model, about in (
            (botocore({"FeedInput": {"type": "document"}}), "document"),
            (botocore({}, protocol="json"), "json"),
            (botocore({"FeedInput": {"type": "structure", "members": {"X": {"shape": "Gone"}}},
                       "FeedOutput": {"type": "structure", "members": {}}}), "Gone")):
        try:
            text(botocore_model.read(model))
            raise AssertionError(f"not refused: {about}")
        except ModelError as problem:
            assert about in str(problem), problem


def run(*words):
    return subprocess.run([sys.executable, ROOT / "tools/shapes", *words], capture_output=True,
                          text=True)


@case
def the_command_writes_a_file_and_says_what_is_wrong():
    with tempfile.TemporaryDirectory() as folder:
        model, output = pathlib.Path(folder, "model.json"), pathlib.Path(folder, "zoo_shapes.hpp")
        model.write_text(json.dumps(IN_BOTOCORE))
        done = run("--model", model, "--operations", "Feed", "--output", output)
        expect((done.returncode, done.stderr), (0, ""))
        written = output.read_text()
        assert written.startswith("#ifndef ZOO_SHAPES_HPP\n"), written
        expect(written, run("--model", model, "--operations", "all", "--output", "-").stdout)
        done = run("--model", model, "--operations", "Starve", "--output", output)
        expect((done.returncode, done.stderr),
               (2, "shapes: the service Zoo has no operation Starve\n"))
        model.write_text("{")
        expect(run("--model", model, "--operations", "Feed", "--output", output).returncode, 2)
    expect(run().returncode, 2)
    assert "DBInstanceId is db_instance_id" in run("--help").stdout


if __name__ == "__main__":
    run_cases()
