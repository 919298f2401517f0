#!/usr/bin/env python3
"""Checks the headers that tools/shapes writes for small models, and the models that it refuses.

usage: shapes_generator.py [COMPILER...]
"""
import contextlib
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest.mock

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools/lib")]
from cases import case, expect, run_cases  # noqa: E402
from shapes import botocore_model, command, find_model, graph, header, names, smithy_model  # noqa: E402
from shapes.model import ModelError  # noqa: E402

COMPILER = sys.argv[1:] or [next(filter(shutil.which, ["g++", "clang++"]), "")]


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
def a_string_that_the_documentation_calls_base64_has_a_comment():
    about = "Base64 text: see base64_text() and base64_bytes() in ec2wire/core/base64.hpp."
    for documentation, is_base64 in [
            ("<p>The base64-encoded user data that instances use.</p>", True),
            ("<p>The user data. User data must be base64-encoded. It is limited.</p>", True),
            ("You must provide Base64-encoded text.", True),
            ("The console output, base64-encoded.", True),
            ("Base64 representation of the variable store.", True),
            ("For ED25519 keys, the fingerprint is the base64-encoded digest.", False),
            ("The user data.", False), ("", False)]:
        in_botocore = text(botocore_model.read(botocore({
            "FeedInput": {"type": "structure", "members": {
                "Data": {"shape": "String", "documentation": documentation},
                "Blob": {"shape": "Blob", "documentation": documentation}}},
            "FeedOutput": {"type": "structure", "members": {}}, "Blob": {"type": "blob"}})))
        in_smithy = text(smithy_model.read(smithy({
            "z#FeedInput": {"type": "structure", "members": {
                name: {"target": f"smithy.api#{target}",
                       "traits": {"smithy.api#documentation": documentation}}
                for name, target in [("Data", "String"), ("Blob", "Blob")]}},
            "z#FeedOutput": {"type": "structure", "members": {}}})))
        expect(in_smithy, in_botocore)
        expect(in_botocore.count(f"    // {about}\n    std::optional<typename Storage::string> data{{}};"),
               int(is_base64), documentation)
        expect(in_botocore.count(about), int(is_base64), documentation)


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
    assert "ec2wire::open_enum<::my::kind, typename Storage::string>> kind{};" in text(service)


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
def a_shape_that_no_query_can_encode_is_refused():
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
                          text=True, timeout=60)


def generated(model, *words, operations="all"):
    """Runs the command on a model: the exit status, the header, and the error."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "model.json")
        path.write_bytes(model if isinstance(model, bytes) else json.dumps(model).encode())
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = command.main(["--model", str(path), "--operations", operations,
                                   "--output", "-", *map(str, words)])
    return status, out.getvalue(), err.getvalue()


def refused(model, about, *words):
    """Exits with 2 and one sentence, which contains `about`."""
    status, out, err = generated(model, *words)
    assert (status, out) == (2, "") and err.startswith("shapes: ") and err.count("\n") == 1 and (
        about in err), f"{about}: status {status}, {err}{out[:200]}"


def compiles(text_of_header, *words):
    """Whether a compiler accepts the header, with every message and every table in it."""
    if COMPILER == [""]:
        return False
    done = subprocess.run([*COMPILER, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic",
                           "-Wshadow", "-Werror", "-I", ROOT / "include", *words, "-x", "c++", "-"],
                          input=text_of_header, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[:3000]
    return True


def instantiated(text_of_header):
    """The header, and a line for each of its structures that needs all of it."""
    space = re.search(r"^namespace ([\w:]+) \{$", text_of_header, re.M)[1]
    lines = [f"static_assert(sizeof(::{space}::{name}) > 0 && ec2wire::field_count<"
             f"::{space}::{name}> < 10000);"
             for name in re.findall(r"^using (\w+) =", text_of_header, re.M)]
    return "\n".join([text_of_header, "#include <ec2wire/shape/field.hpp>", *lines, ""])


def structure(*members, **more):
    return {"type": "structure", "members": {m: {"shape": "String"} for m in members}, **more}


def zoo(feed=None, output=None, **shapes):
    return botocore({"FeedInput": feed or structure(), "FeedOutput": output or structure(), **shapes})


@case
def names_that_a_header_uses_itself_are_not_given_away():
    """Each name is a shape, a member of another and an enumerator; an operation adds two messages."""
    words = ["Std", "Ec2wire", "Zoo", "Storage", "Self", "Fields", "Field", "Service", "Operation",
             "EnumTexts", "Optional", "String", "List", "Maybe", "Template", "Class", "BasicInner",
             "Inner", "BasicBasicInner", "BasicFeedRequest", "FeedRequest", "FeedResponse",
             "RequestId", "RequestId2", "LeftOut", "HostPrefix", "ErrorCode", "IsUnion", "Error",
             "Timestamp", "StateCode", "MemberTraits", "OpenEnum", "2Fast", "Interface", "Linux"]
    def named(word):
        return word if word[0].isalpha() else f"_{word}"

    for protocol, kind, namespaces in (("query", "enum", ["ec2wire::zoo"]),
                                       ("ec2", "structure", ["zoo", "ec2wire::zoo"])):
        shapes = {word: {"type": "string", "enum": words} if kind == "enum" else structure(*map(
            named, words[:5])) for word in words}
        # Members with the names of their own types, and with those of everybody else's.
        plain = {named(word): {"shape": word} for word in words}
        times = {"At": {"shape": "Time"}, "Times": {"shape": "Times"}, "ByKey": {"shape": "ByKey"}}
        shapes |= {"A": {"type": "structure", "members": plain},
                   "B": {"type": "structure", "members": {**plain, **times}},
                   "Time": {"type": "timestamp"}, "Times": {"type": "list", "member": {
                       "shape": "Time"}},
                   "ByKey": {"type": "map", "key": {"shape": "Text"}, "value": {"shape": "A"}},
                   "Text": {"type": "string"}}
        operations = {word: {"name": word, "input": {"shape": "A"}, "output": {"shape": "B"}}
                      for word in ("Feed", "BasicFeed", "Std")}
        model = botocore(shapes, protocol, operations)
        for namespace in namespaces:
            status, out, err = generated(model, "--namespace", namespace)
            expect((status, err), (0, ""), namespace)
            if not compiles(instantiated(out)):
                return "SKIPPED: no compiler"


@case
def a_namespace_is_checked():
    for word in ("a b", "a::", "", "1a", "a{int x;}", "a\nb", "std", "std::a", "my::ec2wire", "int",
                 "my::class", "linux", "a__b", "_a", "my::_A", "\u00e9"):
        if word:
            refused(zoo(), "namespace", "--namespace", word)
    for word in ("my", "my::shapes", "ec2wire", "ec2wire::zoo", "my::_a"):
        expect(generated(zoo(), "--namespace", word)[0], 0, word)
    service = zoo()
    service["metadata"]["serviceId"] = "std"
    assert "namespace std_ {" in generated(service)[1]


@case
def a_string_of_the_model_stays_a_string():
    """A quote, a backslash, a trigraph: each comes out as it is."""
    texts = ['a"; int x; //', "back\\slash", "??/", "%s", "\u00e9t\u00e9", "*/", "'"]
    model = zoo(structure("Kind"), Kind={"type": "string", "enum": texts})
    model["shapes"]["FeedInput"]["members"]["Kind"]["shape"] = "Kind"
    model["metadata"]["apiVersion"] = 'v"1\\'
    status, out, err = generated(model)
    expect((status, err), (0, ""))
    assert '"a\\"; int x; //", "back\\\\slash", "?\\?/",' in out, out
    assert 'version = "v\\"1\\\\";' in out, out
    compiles(out, "-Wtrigraphs")


@case
def a_string_that_no_header_can_contain_is_refused():
    for bad in ('a"b', "a b", "a\nb", "a&b", "<a>", "a\0b", "\u00e9", "\ud800"):
        model = zoo()
        model["metadata"]["xmlNamespace"] = bad
        refused(model, "URI")
        refused(zoo(structure(bad)), "a name that XML does not allow")
        refused(zoo({"type": "structure", "members": {"A": {"shape": "String",
                                                            "locationName": bad}}}),
                "a name that XML does not allow")
        refused(botocore({}, operations={bad: {"name": bad}}), "a name that XML does not allow")
    for bad in ("a\nb", "a\0b", "\u2028", "\ud800"):
        model = zoo()
        model["metadata"]["apiVersion"] = bad
        refused(model, "does not print")
    refused(zoo(structure("Kind.Of")), "a name that XML does not allow")
    with tempfile.TemporaryDirectory() as folder:
        comments = pathlib.Path(folder, "comments.json")
        for bad, about in (({"operations": {"Feed": "Ends in \\"}}, "comment"),
                           ({"operations": {"Feed": "\x00"}}, "comment"),
                           ({"operations": ["Feed"]}, "comments.json.operations is not an object"),
                           ({"operations": {"Feed": 1}}, "Feed is not a text"), ([], "object")):
            comments.write_text(json.dumps(bad))
            refused(zoo(), about, "--comments", comments)
        comments.write_text("{")
        refused(zoo(), "comments.json is not JSON", "--comments", comments)
    for bad in ("FeedOutput=a>\n#error", "FeedOutput=", "FeedOutput=/a.hpp"):
        refused(zoo(), "header" if bad[-1] != "=" else "--known", "--known", bad)
    refused(zoo(), "no shape FeedOutputs; did you mean FeedOutput?", "--known", "FeedOutputs=a.hpp")


@case
def a_structure_that_does_not_compile_is_refused():
    def members(*names, **traits):
        return {"type": "structure", "members": {name: {"shape": "String", **traits} for name in names}}

    def feed(request, reply, protocol="ec2", **shapes):
        return botocore({"FeedInput": request, "FeedOutput": reply, **shapes}, protocol)

    none, many = members(), [f"M{n}" for n in range(256)]
    expect(generated(feed(members(*many), members(*many[1:])))[0], 0)
    refused(feed(members(*many, "X"), none), "'FeedInput' has more than 256 members")
    refused(feed(none, members(*many)), "'FeedOutput' has more than 256 members")
    expect(generated(feed(none, members(*many)), "--members", "M1")[0], 0)
    refused(feed(members("food", "Food"), none), "have the same key in a query: Food")
    expect(generated(feed(members("food", "Food"), none, "query"))[0], 0)
    refused(feed(none, members("A", "B", locationName="c")), "have the same element: c")
    refused(feed(none, members("A", "B", locationName="c", xmlAttribute=True)), "have the same attribute: c")
    for word in "Action", "version":
        refused(feed(members(word), none), f"key in a query: {word.capitalize()}")
        expect(generated(feed(none, members(word)))[0], 0)
    refused(feed(none, {**members("A"), "union": True}), "'FeedOutput' is a union")
    uses_m = {"type": "structure", "members": {"M": {"shape": "Map"}}}
    pairs = {"type": "map", "key": {"shape": "String"}, "value": {"shape": "String"}}
    refused(feed(uses_m, none, Map=pairs), "'FeedInput'.M is a map")
    expect(generated(feed(none, uses_m, Map=pairs))[0], 0)
    alike = {**pairs, "key": {"shape": "String", "locationName": "value"}}
    refused(feed(none, uses_m, "query", Map=alike), "'Map' have the same name")


@case
def a_list_of_itself_is_refused():
    itself = {"type": "list", "member": {"shape": "L"}}
    through = {"type": "map", "key": {"shape": "String"}, "value": {"shape": "M"}}
    uses_l = {"type": "structure", "members": {"A": {"shape": "L"}}}
    refused(zoo(uses_l, L=itself), "the list 'L' holds itself")
    refused(zoo(uses_l, L={"type": "list", "member": {"shape": "M"}}, M=through), "holds itself")
    refused(zoo(uses_l, L=itself), "holds itself", "--members", "A.B")
    # With a structure in between it is a tree, which is fine.
    tree = {"type": "structure", "members": {"Inner": {"shape": "L"}}}
    status, out, _ = generated(zoo(uses_l, L={"type": "list", "member": {"shape": "Tree"}}, Tree=tree))
    expect(status, 0)
    compiles(instantiated(out))


@case
def structures_that_hold_each_other_are_declared_before():
    def holds(shape):
        return {"type": "structure", "members": {"Basic" + shape: {"shape": shape},
                                                 shape: {"shape": shape}}}
    status, out, _ = generated(zoo(holds("One"), One=holds("Two"), Two=holds("One")))
    expect(status, 0)
    compiles(instantiated(out))


@case
def an_invalid_model_is_one_sentence():
    good, also_good = json.dumps(IN_BOTOCORE), json.dumps(IN_SMITHY)
    for bad, about in ((b"{", "JSON"), (b"[]", "not an object"), (b"null", "object"),
                       (b"\xff\xfe", "JSON"), (b"\x1f\x8b broken", "gzip"), (b"{}", "neither"),
                       (b"[" * 100000, "too deep"),
                       (b'{"metadata":1,"shapes":{}}', "metadata is not an object"),
                       (b'{"metadata":{},"shapes":[]}', "speaks nothing; only ec2 and query can be written")):
        refused(bad, about)
    # Each value in turn is one of another type, or is not there: never a traceback.
    tried = 0
    for model in (json.loads(good), json.loads(also_good)):
        for place in places(model):
            for wrong in (None, 7, "x", [], {}, ["x"], {"x": "x"}, GONE):
                broken = json.loads(json.dumps(model))
                set_at(broken, place, wrong)
                tried += 1
                try:
                    form = smithy_model if "smithy" in broken else botocore_model
                    text(form.read(broken))
                except ModelError as problem:
                    assert "\n" not in str(problem), problem
    return f"{tried} models"


GONE = object()


def places(value, path=()):
    """The path of every value of a document, below its root."""
    inside = value.items() if isinstance(value, dict) else (
        enumerate(value) if isinstance(value, list) else ())
    for key, part in inside:
        yield (*path, key)
        yield from places(part, (*path, key))


def set_at(document, path, value):
    for key in path[:-1]:
        document = document[key]
    if value is GONE:
        del document[path[-1]]
    else:
        document[path[-1]] = value


@case
def every_message_is_one_sentence_that_says_what_is_wrong_and_where():
    def with_shape(shape, **more):
        return zoo({"type": "structure", "members": {"A": {"shape": "Odd"}}}, Odd=shape, **more)

    def without(key):
        model = zoo()
        del model["metadata"][key]
        return model
    long_enum = {"type": "string", "enum": [f"v{n}" for n in range((1 << 16) + 1)]}
    two = smithy({"z#Other": {"type": "service", "version": "1"}})
    number = {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 1 << 31}}
    trait = smithy({"z#FeedInput": structure(), "z#FeedOutput": structure()}, "restJson1")
    for model, sentence, *words in (
            (without("apiVersion"), "model.json.metadata has no apiVersion"),
            (zoo(structure(required=1)), "model.json.shapes.FeedInput.required is not a list"),
            (with_shape({"type": "timestamp", "timestampFormat": "x"}), "model.json.shapes.Odd.timestampFormat "
             "is x, and not one of iso8601, unixTimestamp, rfc822"),
            (b"{", "model.json is not JSON: Expecting property name enclosed in double quotes: line 1 column 2 "
             "(char 1)"),
            (b"{}", "model.json is neither a service-2.json of botocore nor Smithy's JSON AST"),
            (b"\x1f\x8b", "model.json is not a gzip file: Compressed file ended before the end-of-stream marker "
             "was reached"),
            (b"[" * 100000, "the model nests too deep to be read"),
            (botocore({}, "json"), "the service speaks json; only ec2 and query can be written"),
            (trait, "the service has neither the trait ec2Query nor awsQuery; only these can be written"),
            (two, "the model has 2 services instead of one"),
            (with_shape({"type": "document"}), "Odd has a type that the Query protocols do not have: document"),
            (smithy({"z#A": {"type": "document"}}), "A has a type that the Query protocols do not have: document"),
            (smithy({"z#A": structure(mixins=["z#B"])}), "A has mixins: flatten the model first"),
            (smithy({"z#A": {"type": "string"}, "y#A": {"type": "integer"}}),
             "the model has two shapes called A, of which y#A is the later"),
            (zoo({"type": "structure", "members": {"A": {"shape": "Gone"}}}),
             "the model names a shape that it does not have: Gone"),
            (with_shape({"type": "string", "enum": ["\0"]}),
             "the model holds a character that does not print: '\\x00'"),
            (botocore({"L": {"type": "list", "member": {"shape": "String"}}},
                      operations={"Feed": {"input": {"shape": "L"}}}),
             "a message of Feed is not a structure: 'L'"),
            (botocore({}, operations={"Feed": {"endpoint": {"hostPrefix": "{Name}."}}}),
             "Feed has a host prefix that is not made of its members: '{Name}.'"),
            (with_shape(long_enum), "'Odd' has more than 65536 values"),
            (smithy({"z#FeedInput": structure(), "z#FeedOutput": structure(),
                     "z#N": {"type": "intEnum", "members": {"A": number}}}),
             "'N' has a value of more than 32 bits: 2147483648"),
            (zoo(structure("")), "'FeedInput' has a member without a name"),
            (zoo(structure("a b")), "'FeedInput' has a name that XML does not allow: 'a b'"),
            (with_shape({"type": "map", "key": {"shape": "N"}, "value": {"shape": "N"}}, N={"type": "long"}),
             "the keys of the map 'Odd' are not strings"),
            (with_shape({"type": "list", "member": {"shape": "Odd"}}),
             "the list 'Odd' holds itself, without a structure in between"),
            (zoo(), "'a-b' is not a namespace: give one name, or names with :: between them",
             "--namespace", "a-b"),
            (zoo(), "choose another namespace than my::int: int is a keyword or a macro", "--namespace", "my::int"),
            (zoo(), "choose another namespace than my::ec2wire: ec2wire has a meaning of its own",
             "--namespace", "my::ec2wire"),
            (zoo(), "choose another namespace than a__b: a__b is reserved to the compiler", "--namespace", "a__b"),
            (zoo(), "'/a.hpp' is not the name of a header, such as my/shapes.hpp", "--known", "FeedOutput=/a.hpp"),
            (zoo(), "'x>y' is not the name of a header, such as my/shapes.hpp", "--include", "x>y"),
            (zoo(), "--known is `shipped` or SHAPE=HEADER, not FeedOutput=", "--known", "FeedOutput="),
            (zoo(), "the service Zoo has no shape FeedInputs; did you mean FeedInput?", "--known",
             "FeedInputs=a.hpp"),
            (zoo(), "--known shipped: ec2wire has no headers of the service Zoo", "--known", "shipped"),
            (with_shipped_names(), "the namespace ec2wire has these shapes as a whole: give another --namespace for "
             "a part of them", "--namespace", "ec2wire", "--known", "shipped", "--members",
             "Reservations.Instances.Tag"),
            (FOREST, "--members 'Trees}': } is one too many", "--members", "Trees}"),
            (FOREST, "--members has a { without its }", "--members", "Trees.{Leaf"),
            (FOREST, "--members has . where a member's name is expected", "--members", "Trees..Leaf"),
            (FOREST, "--members: Trees.Height has no members", "--members", "Trees.Height.X")):
        status, out, err = generated(model, *words)
        expect((status, out, err), (2, "", f"shapes: {sentence}\n"))
    model = zoo()
    model["metadata"]["xmlNamespace"] = "a b"
    expect(generated(model)[2], "shapes: 'a b' is not the URI of an XML namespace\n")
    one = ["--operations", "Feed", "--output", "-"]
    for words, sentence in (([], "give --operations and --output, or a --recipe; see --help"),
                            ([*one, "--check"], "--check is for a --recipe"),
                            ([*one, "--recipe", "r.json"],
                             "--operations and --output are not for a --recipe, which has its own"),
                            ([*one, "--model", "m.json", "--service", "ec2"],
                             "give --model or --service, and not both")):
        err = io.StringIO()
        with contextlib.redirect_stderr(err), contextlib.suppress(SystemExit):
            command.main(words)
        assert err.getvalue().endswith(sentence + "\n"), err.getvalue()


@case
def malformed_and_ambiguous_models_are_refused():
    def operation(**said):
        return botocore({"FeedInput": structure("Name"), "List": {"type": "list", "member": {
            "shape": "String"}}}, operations={"Feed": {"name": "Feed", **said}})
    refused(operation(input={"shape": "List"}), "not a structure: 'List'")
    refused(operation(errors=[{"shape": "String"}]), "not a structure: 'String'")
    refused(operation(input={"shape": "FeedInput"}, endpoint={"hostPrefix": "{Nam}."}), "host prefix")
    expect(generated(operation(input={"shape": "FeedInput"},
                               endpoint={"hostPrefix": "{Name}."}))[0], 0)
    messages = {"z#FeedInput": structure(), "z#FeedOutput": structure()}
    refused(smithy({**messages, "z#A": {"type": "string"}, "y#A": {"type": "integer"}}),
            "two shapes called A")
    refused(smithy({**messages, "z#A": {"type": "structure", "mixins": [{"target": "z#B"}]}}),
            "mixins")
    number = {"target": "smithy.api#Unit", "traits": {"smithy.api#enumValue": 1 << 31}}
    refused(smithy({**messages, "z#N": {"type": "intEnum", "members": {"A": number}}}), "32 bits")
    # A String of the model's own is not everybody's.
    model = smithy({"z#FeedInput": {"type": "structure", "members": {
        "A": {"target": "smithy.api#String"}, "B": {"target": "z#String"}}},
        "z#FeedOutput": structure(), "z#String": {"type": "enum", "members": {
            "a": {"target": "smithy.api#Unit"}}}})
    out = generated(model)[1]
    assert "std::optional<typename Storage::string> a{};" in out and (
        "ec2wire::open_enum<string, typename Storage::string>> b{};" in out), out


@case
def a_misspelt_name_is_answered_with_the_right_one():
    status, _, err = generated(IN_BOTOCORE, operations="Fed")
    expect((status, err), (2, "shapes: the service Zoo has no operation Fed; did you mean Feed?\n"))
    expect(generated(IN_BOTOCORE, operations="feed")[2],
           "shapes: the service Zoo has no operation feed; did you mean Feed?\n")
    expect(generated(IN_BOTOCORE, operations="Feed,")[2],
           "shapes: the service Zoo has no operation (an empty name)\n")
    expect(generated(IN_BOTOCORE, operations="Feed, Feed")[1], generated(IN_BOTOCORE)[1])
    if find_model.botocore_version():
        done = run("--service", "autoscalling", "--operations", "all", "--output", "-")
        expect((done.returncode, done.stderr),
               (2, "shapes: botocore has no service autoscalling; did you mean autoscaling?\n"))
        for service in ("../..", "/", "*", "e*"):
            done = run("--service", service, "--operations", "all", "--output", "-")
            expect(done.returncode, 2)
            assert done.stderr.startswith("shapes: botocore has no service "), done.stderr


# A tree: messages of lists of structures of structures.
FOREST = botocore({
    "ListTreesInput": structure("NextToken", "Kind"),
    "ListTreesOutput": {"type": "structure", "members": {
        "Trees": {"shape": "Trees", "locationName": "treeSet"}, "NextToken": {"shape": "String"},
        "Owner": {"shape": "Person", "locationName": "owner"}}},
    "PlantInput": {"type": "structure", "required": ["Tree"], "members": {
        "Tree": {"shape": "Tree"}, "DryRun": {"shape": "String"}}},
    "Trees": {"type": "list", "member": {"shape": "Tree"}},
    "Tree": {"type": "structure", "members": {
        "Height": {"shape": "String"}, "Height_": {"shape": "String"}, "Leaf": {"shape": "Leaf"},
        "Owner": {"shape": "Person"}, "Tags": {"shape": "Tags"}}},
    "Tags": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "Tag"}},
    "Tag": structure("Text", "By"), "Leaf": structure("Colour", "Size"),
    "Person": structure("Name", "Age")},
    operations={"ListTrees": {"name": "ListTrees", "input": {"shape": "ListTreesInput"},
                              "output": {"shape": "ListTreesOutput"}},
                "Plant": {"name": "Plant", "input": {"shape": "PlantInput"}}})


def members_in(header_text):
    """{structure: the names of its rows}"""
    found = {}
    for name, body in re.findall(r"^struct basic_(\w+) \{\n(.*?)^\};", header_text, re.M | re.S):
        found[name] = re.findall(r'field\{\s*"(\w+)"', body)
    return found


def subset(*paths, operations="ListTrees"):
    words = [word for path in paths for word in ("--members", path)]
    status, out, err = generated(FOREST, *words, operations=operations)
    expect((status, err), (0, ""), paths)
    return out


@case
def a_subset_has_just_the_members_that_are_named():
    whole, out = subset(), subset("Trees.{Height_,Leaf.Colour}")
    expect(members_in(out), {
        "leaf": ["Colour"], "tree": ["Height_", "Leaf"],
        "list_trees_request": ["NextToken", "Kind"], "list_trees_response": ["Trees", "RequestId"]})
    # A name is what it is in the whole.
    assert "height_2{};" in out and "height_2{};" in whole, out
    assert ('static constexpr std::array<std::string_view, 3> left_out{"NextToken", "Owner", "owner"};'
            in out), out
    # A structure of the reply too: a note of what is left out would say nothing.
    assert 'left_out{"Height", "Owner", "Tags"};' in out and 'left_out{"Size"};' in out, out
    assert "left_out" not in whole
    compiles(instantiated(out))
    # Several paths, nested braces, maps, and all below the end of a path.
    expect(subset("Trees.{Leaf.{Colour,Size},Tags.By}", "NextToken,Owner"),
           subset("{Trees.{Tags.{By},Leaf},NextToken,Owner.{Name,Age}}"))
    expect(members_in(subset("Trees.Owner.Name", "Owner"))["person"], ["Name", "Age"],
           "a shape that is whole in one place is whole")


@case
def a_path_begins_in_the_reply_or_else_in_the_request():
    def messages(*paths):
        found = members_in(subset(*paths, operations="ListTrees,Plant"))
        return {name: rows for name, rows in found.items() if name.endswith(("request", "response"))}
    every = {"list_trees_request": ["NextToken", "Kind"], "plant_request": ["Tree", "DryRun"],
             "list_trees_response": ["Trees", "NextToken", "Owner", "RequestId"],
             "plant_response": ["RequestId"]}
    expect(messages(), every)
    expect(messages("NextToken"), {**every, "list_trees_response": ["NextToken", "RequestId"]})
    expect(messages("request.NextToken"), {**every, "list_trees_request": ["NextToken"]})
    expect(messages("response.NextToken", "Kind"), {
        **every, "list_trees_response": ["NextToken", "RequestId"], "list_trees_request": ["Kind"]})
    expect(messages("DryRun"), {**every, "plant_request": ["DryRun"]})


@case
def a_path_that_leads_nowhere_is_one_sentence():
    for path, about in (
            ("Tree.Height", "none of the operations has a member Tree; did you mean Trees?"),
            ("Trees.Hight", "Trees has no member Hight; did you mean Height?"),
            ("Trees.leaf", "Trees has no member leaf; did you mean Leaf?"),
            ("Trees.Height.X", "Trees.Height has no members"), ("Trees.{Leaf", "{ without its }"),
            ("Trees.", "the end where"), ("Trees..Leaf", ". where"), ("Trees}", "} is one too many"),
            ("", "the end where"), ("Trees.{}", "} where"), ("Trees Leaf", "Leaf is one too many"),
            ("request.Trees", "has a member Trees")):
        status, _, err = generated(FOREST, "--members", path, operations="ListTrees")
        expect(status, 2, path)
        assert about in err and err.count("\n") == 1, f"{path}: {err}"
    err = generated(FOREST, "--members", "Trees.Height", "--known", "Tree=a.hpp",
                    operations="ListTrees")[2]
    expect(err, "shapes: --members names a part of Tree, which --known has as a whole\n")


def with_shipped_names():
    """A model with names of shapes that ec2wire has, so that no botocore is needed."""
    model = botocore({
        "DescribeInstancesRequest": structure("InstanceIds"),
        "DescribeInstancesResult": {"type": "structure", "members": {
            "Reservations": {"shape": "Reservations"}}},
        "Reservations": {"type": "list", "member": {"shape": "Reservation"}},
        "Reservation": {"type": "structure", "members": {"Instances": {"shape": "Instances"}}},
        "Instances": {"type": "list", "member": {"shape": "Instance"}},
        "Instance": {"type": "structure", "members": {
            "Tag": {"shape": "Tag"}, "Type": {"shape": "InstanceType"}, "Id": {"shape": "String"}}},
        "InstanceType": {"type": "string", "enum": ["t2.micro"]},
        "Tag": structure("Key"), "Other": {"type": "structure", "members": {
            "Instance": {"shape": "Instance"}, "State": {"shape": "InstanceState"}}},
        "InstanceState": structure("Name"), "InstanceStateName": {"type": "string"}},
        "ec2", {"DescribeInstances": {"name": "DescribeInstances",
                                      "input": {"shape": "DescribeInstancesRequest"},
                                      "output": {"shape": "DescribeInstancesResult"}},
                "DescribeOther": {"name": "DescribeOther", "output": {"shape": "Other"}}})
    model["metadata"]["serviceId"] = "EC2"
    return model


@case
def shapes_that_are_shipped_are_included():
    shipped = ("--known", "shipped")
    model, mine = with_shipped_names(), (*shipped, "--namespace", "my")
    status, out, err = generated(model, *mine)
    expect((status, err), (0, ""))
    expect(sorted(members_in(out)), ["describe_other_request", "describe_other_response"])
    for line in ("#include <ec2wire/ec2/instance.hpp>", "#include <ec2wire/ec2/instance_state.hpp>",
                 "    ec2wire::maybe<ec2wire::basic_instance<Storage>> instance{};",
                 "    using service = ec2wire::ec2;", "using ec2wire::describe_instances_request;",
                 "using ec2wire::basic_describe_instances_response;"):
        assert f"{line}\n" in out, f"{line}\n{out}"
    compiles(instantiated(out))
    # A part of a shape is another shape, and so is what holds it.
    status, out, _ = generated(model, *mine, "--members", "Reservations.Instances.{Tag,Type}",
                               operations="DescribeInstances")
    expect({name: rows for name, rows in members_in(out).items() if "request" not in name},
           {"instance": ["Tag", "Type"], "reservation": ["Instances"],
            "describe_instances_response": ["RequestId", "Reservations"]})
    assert "ec2wire::open_enum<ec2wire::instance_type, " in out, out
    assert "ec2wire::maybe<ec2wire::basic_tag<Storage>> tag{};" in out, out
    compiles(instantiated(out))
    # In ec2wire itself the header is enough, and a part of a shape has no room.
    out = generated(model, *shipped, "--namespace", "ec2wire")[1]
    assert "using ec2wire::" not in out and "maybe<basic_instance<Storage>> instance{};" in out, out
    compiles(instantiated(out))
    err = generated(model, *shipped, "--namespace", "ec2wire", "--members", "Reservations.Instances.Tag",
                    operations="DescribeInstances")[2]
    assert "another --namespace" in err, err
    refused(FOREST, "no headers of the service Zoo", *shipped)


@case
def an_invalid_recipe_is_one_sentence():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "recipe.json")
        for bad, about in (("{", "is not JSON"), ("[]", "not an object"), ("{}", "has no service")):
            path.write_text(bad)
            done = run("--recipe", path)
            expect(done.returncode, 2)
            assert about in done.stderr and done.stderr.count("\n") == 1, done.stderr
        pathlib.Path(folder, "comments.json").write_text("{}")
        recipe = {"service": "ec2", "botocore": "0", "namespace": "my", "folder": "gone", "include": "my",
                  "comments": "comments.json", "operations": [], "headers": [], "known": {}}
        path.write_text(json.dumps(recipe))
        have = find_model.botocore_version()
        expect(run("--recipe", path).stderr,
               f"shapes: the recipe is for botocore 0, and {have or 'none'} is installed\n")
        path.write_text(json.dumps({**recipe, "botocore": have}))
        expect(run("--recipe", path).stderr, "shapes: no folder above recipe.json has a folder gone\n")


@case
def without_a_botocore_a_model_is_asked_for():
    with unittest.mock.patch.object(find_model.importlib.util, "find_spec", return_value=None):
        try:
            find_model.installed("ec2")
            raise AssertionError("a model was found")
        except ModelError as problem:
            expect(str(problem), "this Python has no botocore: give a --model, or install python3-botocore")
    if find_model.botocore_version():
        try:
            find_model.installed("ec2", "1999-01-01")
            raise AssertionError("a model was found")
        except ModelError as problem:
            expect(str(problem), "botocore has no model of ec2 of 1999-01-01")


@case
def the_command_writes_a_file_and_reports_errors():
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
