#!/usr/bin/env python3
"""Drives the command `ec2wire`, as a shell would.

usage: command.py COMMAND [--simdjson] [--libcurl]     what the command was built with
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from cases import Command, case, expect, printable, run_cases  # noqa: E402

WIRE = pathlib.Path(__file__).resolve().parent / "wire"
STOP = "StopInstances"

# Characters that control a terminal, or that it shows as something else.
HOSTILE = [b"\x1b]0;title\x07", b"\x1b[2J", b"\x9b31m", "\u009b31m".encode(), b"\x7f", b"\b\b",
           "\u202egpj.exe".encode(), "\u200f\u2066".encode(), "\ufeff".encode(), b"\r",
           b"\xff\xfe", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", "é\u2028".encode()]


def is_utf8(word):
    try:
        return bool(word.decode())
    except UnicodeDecodeError:
        return False


def encoded(pairs):
    return "&".join(sorted(pairs.split())) + "\n"


def operation_of(path):
    return "StartInstances" if path.name.startswith("start") else STOP


def reply(items="", request_id="<requestId>r-1</requestId>"):
    return (f"<StopInstancesResponse>{request_id}<instancesSet>{items}</instancesSet>"
            "</StopInstancesResponse>").encode()


def item(instance_id, current="", previous=""):
    return (f"<item><instanceId>{instance_id}</instanceId>{state('currentState', current)}"
            f"{state('previousState', previous)}</item>")


def state(name, code):
    return f"<{name}><code>{code}</code><name>whatever</name></{name}>" if code else ""


def expect_usage(outcome, problem):
    expect((outcome.status, outcome.out), (2, ""), repr(outcome))
    lines = outcome.err.splitlines()
    expect(lines[0], "ec2wire: " + problem)
    assert lines[1].startswith("usage: ec2wire "), outcome


TOO_LONG = "is longer than 67108864 bytes"  # examples/input.hpp, max_size
PLACE = re.compile(r"(.*):(\d+):(\d+): error: (\w+): (.+) \(offset (\d+)\)")


def expect_refused(outcome, data, name="<stdin>"):
    """One line with the offset and the reason, the source line, and a caret under the byte."""
    expect((outcome.status, outcome.out), (3, ""), repr(outcome))
    lines = outcome.err.split("\n")
    expect((len(lines), lines[3]), (4, ""), repr(outcome))
    found = PLACE.fullmatch(lines[0])
    assert found, outcome
    expect(found[1], printable(os.fsencode(name)))
    offset = int(found[6])
    assert offset <= len(data), outcome

    # Counted in another way than in the library: by splitting the text before the offset.
    before = re.split(rb"\r\n|\r(?!\n)|\n", data[:offset])
    if data[:offset].endswith(b"\r") and data[offset:offset + 1] == b"\n":
        before[-1:] = []
    expect(int(found[2]), len(before), repr(outcome))
    if not data[:offset].endswith(b"\r"):
        expect(int(found[3]), len(before[-1].decode("utf-8", "surrogateescape")) + 1, repr(outcome))

    caret = lines[2].index("^")
    expect(lines[2], " " * caret + "^")
    left = printable(before[-1])
    right = printable(re.split(rb"[\r\n]", data[offset:])[0])
    shown_left, shown_right = lines[1][:caret], lines[1][caret:]
    if shown_left != left:
        assert shown_left.startswith("...") and left.endswith(shown_left[3:]), outcome
        assert len(before[-1]) > 60 and len(shown_left) > 60, outcome
    if shown_right != right:
        assert shown_right.endswith("...") and right.startswith(shown_right[:-3]), outcome
        assert len(right) > 60 and len(shown_right) > 60, outcome
    return found[4], offset


# ---- encode ----

@case
def encode_prints_the_canonical_query(run):
    expect(run.answer("encode", STOP, "--instance-ids", "i-1234567890abcdef0", "--force"),
           "Action=StopInstances&Force=true&InstanceId.1=i-1234567890abcdef0&Version=2016-11-15\n")
    expect(run.answer("encode", "start-instances", "--instance-ids", "i-1"),
           "Action=StartInstances&InstanceId.1=i-1&Version=2016-11-15\n")


@case
def encode_walks_twelve_ids_in_byte_order(run):
    query = run.answer("encode", STOP, "--instance-ids", *(f"i-{n}" for n in range(1, 13)))
    expect(re.findall(r"InstanceId\.(\d+)=i-(\d+)", query),
           [(n, n) for n in "1 10 11 12 2 3 4 5 6 7 8 9".split()])


@case
def encode_knows_every_option_of_both_operations(run):
    expect(run.answer("encode", STOP, "--hibernate", "--skip-os-shutdown", "--dry-run", "--force",
                      "--instance-ids", "a", "b"),
           encoded("Action=StopInstances DryRun=true Force=true Hibernate=true InstanceId.1=a "
                   "InstanceId.2=b SkipOsShutdown=true Version=2016-11-15"))
    expect(run.answer("encode", "StartInstances", "--instance-ids", "a", "--additional-info", "x y",
                      "--dry-run"),
           encoded("Action=StartInstances AdditionalInfo=x%20y DryRun=true InstanceId.1=a "
                   "Version=2016-11-15"))


@case
def encode_tells_unset_from_false_and_from_empty(run):
    ids = ["--instance-ids", "a"]
    for flag, key in [("force", "Force"), ("hibernate", "Hibernate"), ("dry-run", "DryRun"),
                      ("skip-os-shutdown", "SkipOsShutdown")]:
        assert key not in run.answer("encode", STOP, *ids)
        assert f"&{key}=true&" in run.answer("encode", STOP, *ids, f"--{flag}")
        assert f"&{key}=false&" in run.answer("encode", STOP, *ids, f"--no-{flag}")
    assert "AdditionalInfo" not in run.answer("encode", "StartInstances", *ids)
    for empty in (["--additional-info", ""], ["--additional-info="]):
        assert "&AdditionalInfo=&" in run.answer("encode", "StartInstances", *ids, *empty)


@case
def an_equals_sign_gives_an_option_its_value(run):
    expect(run.answer("encode", "StartInstances", "--instance-ids=a", "--additional-info=--x=y"),
           encoded("Action=StartInstances AdditionalInfo=--x%3Dy InstanceId.1=a "
                   "Version=2016-11-15"))


OPERATIONS = ["RunInstances", "DescribeInstances", "DescribeInstanceStatus", "StartInstances", STOP,
              "RebootInstances", "TerminateInstances", "MonitorInstances", "UnmonitorInstances"]


@case
def every_shipped_operation_is_encoded_and_decoded(run):
    for operation in OPERATIONS:
        words = {"RunInstances": ["--image-id", "ami-1", "--min-count", "1", "--max-count", "2"]}.get(
            operation, ["--instance-ids", "i-1"])
        query = run.answer("encode", operation, *words)
        assert query.startswith(f"Action={operation}&"), query
        kebab = re.sub("(?<=.)([A-Z])", r"-\1", operation).lower()
        expect(run.answer("encode", kebab, *words), query)
        empty = f"<{operation}Response/>".encode()
        expect(run.answer("decode", kebab, stdin=empty), "{}\n")
        expect(run.answer("decode", operation, "--output", "text", stdin=empty), "")


@case
def set_gives_parameters_that_have_no_option(run):
    expect(run.answer("encode", "DescribeInstances", "--max-results", "5", "--set", "Filter.1.Name=vpc-id",
                      "Filter.1.Value.1=a b", "InstanceId.1=i-1"),
           encoded("Action=DescribeInstances Filter.1.Name=vpc-id Filter.1.Value.1=a%20b "
                   "InstanceId.1=i-1 MaxResults=5 Version=2016-11-15"))
    for words, problem in [
            (["--filters", "Name=vpc-id"], "--filters has parts: give them by --set Filter.1.MEMBER=VALUE"),
            (["--set", "Filter.1.Nam=x"], "no member Filter.1.Nam: keys are those of the query, as in Filter.1.Name"),
            (["--set", "MaxResults"], "--set MaxResults: it takes KEY=VALUE, as in a query"),
            (["--set", "MaxResults=many"],
             "MaxResults: the text is not a value of the member's type")]:
        expect_usage(run("encode", "DescribeInstances", *words), problem)
    expect_usage(run("encode", "RunInstances", "--placement", "x"),
                 "--placement has parts: give them by --set Placement.MEMBER=VALUE")


@case
def no_pair_replaces_another(run):
    for words, ids in [(["--set", "InstanceId.2=i-9", "--instance-ids", "i-1", "i-2"], ["i-1", "i-9", "i-2"]),
                       (["--instance-ids", "i-1", "--set", "InstanceId.2=i-9", "--instance-ids", "i-2"],
                        ["i-1", "i-9", "i-2"])]:
        expect(run.answer("encode", "StopInstances", *words),
               encoded("Action=StopInstances Version=2016-11-15 "
                       + " ".join(f"InstanceId.{n}={id_}" for n, id_ in enumerate(ids, 1))))
    for pair in ["InstanceId.1=i-2", "Action=StartInstances", "Version=2009-11-30"]:
        expect_usage(run("encode", "StopInstances", "--instance-ids", "i-1", "--set", pair),
                     f"{pair.partition('=')[0]} is given twice")
    for pair in ["Signature=x", "X-Amz-Date=20150125T080000Z"]:
        expect_usage(run("encode", "StopInstances", "--instance-ids", "i-1", "--set", pair),
                     "--set names a pair that signs a request: it is not one of the request's own")


@case
def text_is_a_line_for_each_instance(run):
    one = ("<instanceId>i-1</instanceId><instanceState><code>16</code></instanceState>"
           "<instanceType>t3.micro</instanceType>")
    for operation, inside, line in [
            ("RunInstances", f"<instancesSet><item>{one}</item></instancesSet>", "i-1\trunning\tt3.micro\n"),
            ("DescribeInstances", f"<reservationSet><item><instancesSet><item>{one}</item><item/>"
             "</instancesSet></item></reservationSet>", "i-1\trunning\tt3.micro\n-\t-\t-\n"),
            ("DescribeInstanceStatus", "<instanceStatusSet><item><instanceId>i-1</instanceId><instanceState>"
             "<code>16</code></instanceState><instanceStatus><status>ok</status></instanceStatus></item>"
             "</instanceStatusSet>", "i-1\trunning\tok\n"),
            ("MonitorInstances", "<instancesSet><item><instanceId>i-1</instanceId><monitoring>"
             "<state>pending</state></monitoring></item></instancesSet>", "i-1\tpending\n")]:
        data = f"<{operation}Response>{inside}</{operation}Response>".encode()
        expect(run.answer("decode", operation, "--output", "text", stdin=data), line)


@case
def help_lists_everything_and_exits_0(run):
    whole, manual = run.answer("--help"), run.answer("--man")
    for name in ["encode", "decode", "call", "state"]:
        text = run.answer(name, "--help")
        assert text.startswith(f"usage: ec2wire {name} "), text
        assert f"  {name} " in whole and f".SS {name}\n" in manual, (whole, manual)
        for option in re.findall("^  (--[a-z-]+)", text, re.M):
            assert option.replace("-", "\\-") in manual, option
    for operation in OPERATIONS:
        assert operation in whole and operation in manual, operation
    expect(max(len(line) for line in whole.splitlines()) <= 78, True)
    assert re.fullmatch(r"ec2wire \d+\.\d+\.\d+\n", run.answer("--version"))
    expect(run.answer("encode", STOP, "--help"), run.answer("encode", "--help"))
    if shutil.which("groff"):
        done = subprocess.run(["groff", "-man", "-Tascii", "-ww"], input=manual, capture_output=True, text=True)
        expect((done.returncode, done.stderr), (0, ""))
        assert "EXIT STATUS" in re.sub(".\b", "", done.stdout), done.stdout


@case
def a_file_value_is_replaced_by_the_bytes_of_the_file(run):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "value"
        for data, expected in [(b"", ""), (b"a\n", "a%0A"), (b"\r\n\t ", "%0D%0A%09%20"),
                               (b"\0", "%00"), ("é\u202e".encode(), "%C3%A9%E2%80%AE"),
                               (b"file:///x", "file%3A%2F%2F%2Fx"), (b"a" * 100000, "a" * 100000)]:
            path.write_bytes(data)
            expect(run.answer("encode", "StartInstances", "--instance-ids", "a",
                              "--additional-info", f"file://{path}"),
                   f"Action=StartInstances&AdditionalInfo={expected}"
                   "&InstanceId.1=a&Version=2016-11-15\n")
        path.write_bytes(b"i-1")
        assert "InstanceId.2=i-1&" in run.answer("encode", STOP, "--instance-ids", "a",
                                                 "file://value", cwd=folder)


@case
def encode_refuses_an_invalid_request(run):
    for arguments, problem in [
            ([], "InstanceIds: a required member is missing"),
            (["--instance-ids"], "InstanceIds: a required member is missing"),
            (["--instance-ids", b"\xff"], "InstanceId.1: these bytes are not UTF-8"),
            (["--instance-ids", "a", "--force", "yes"], "--force takes no value"),
            (["--instance-ids", "a", "--force=true"], "--force takes no value"),
            (["--instance-ids", "a", "--additional-info", "x"], "no option --additional-info"),
            (["--instance-ids", "a", "--Force"], "no option --Force"),
            (["--instance-ids", "a", "---force"], "no option ---force"),
            (["--instance-ids", "a", "--no-no-force"], "no option --no-no-force"),
            (["--instance-ids", "a", "--no-instance-ids"], "no option --no-instance-ids"),
            (["--instance-ids", "a", "--InstanceIds"], "no option --InstanceIds"),
            (["--instance-ids", "a", "--"], "no option --"),
            (["--instance-ids", "a", "--output", "text"], "no option --output"),
            (["i-1"], '"i-1" stands where an option is expected: options begin with --'),
            (["--instance-ids", "file://"], " cannot be read"),
            (["--instance-ids", "file:///"], "/ cannot be read"),
            (["--instance-ids", "file://no/such"], "no/such cannot be read")]:
        expect_usage(run("encode", STOP, *arguments), problem)
    for arguments in (["--additional-info"], ["--additional-info", "x", "y"]):
        expect_usage(run("encode", "StartInstances", "--instance-ids", "a", *arguments),
                     "--additional-info takes one value")


@case
def usage_is_explained(run):
    for arguments, problem in [
            ([], "give a subcommand and its arguments"),
            (["encode"], "give a subcommand and its arguments"),
            (["send", STOP], "no subcommand send: it is encode, decode, call or state"),
            (["encode", "CreateTags"], "no operation CreateTags: ec2wire --help lists those it knows"),
            (["encode", "stopinstances"], "no operation stopinstances: ec2wire --help lists those it knows"),
            (["decode", ""], "no operation : ec2wire --help lists those it knows"),
            (["decode", STOP, "a", "b"], '"b" stands where an option is expected: options begin with --'),
            (["decode", STOP, "--force"], "no option --force"),
            (["decode", STOP, "--status", "4xx"], "--status takes a number: the HTTP status"),
            (["decode", STOP, "--status", "-1"], "--status takes a number: the HTTP status"),
            (["decode", STOP, "--status"], "--status takes one value"),
            (["decode", STOP, "--output", "yaml"], "--output takes json or text"),
            (["decode", STOP, "no/such/file"], "no/such/file cannot be read"),
            (["decode", STOP, str(WIRE)], f"{WIRE} cannot be read"),
            (["decode", STOP, "/dev/zero"], f"/dev/zero {TOO_LONG}"),
            (["encode", STOP, "--instance-ids", "file:///dev/zero"], f"/dev/zero {TOO_LONG}"),
            (["encode", STOP, "--instance-ids", f"file://{WIRE}"], f"{WIRE} cannot be read"),
            (["call", STOP, "--instance-ids", "a"], "call needs --endpoint-url URL"),
            (["call", STOP, "--instance-ids", "a", "--from", "xml"], "no option --from"),
            (["call", STOP, "--endpoint-url", "http://127.0.0.1:1"],
             "InstanceIds: a required member is missing")]:
        expect_usage(run(*arguments), problem)
    outcome = run("decode", STOP, "--from", "yaml")
    expect(outcome.status, 2)
    assert outcome.err.startswith("ec2wire: --from takes xml"), outcome


# ---- decode ----


@case
def a_reply_that_takes_too_much_memory_is_an_error(run):
    items = b"<item/>" * 2_500_000
    data = b"<StopInstancesResponse><instancesSet>" + items + b"</instancesSet></StopInstancesResponse>"
    outcome = run("decode", STOP, stdin=data)
    expect((outcome.status, outcome.out), (3, ""), repr(outcome)[:300])
    assert "error: out_of_memory: " in outcome.err, outcome.err[:300]


@case
def unreadable_or_endless_standard_input_is_reported(run):
    for path, problem in [("/dev/zero", TOO_LONG), (str(WIRE), "cannot be read")]:
        stream = os.open(path, os.O_RDONLY)
        done = subprocess.run([run.path, "decode", STOP], stdin=stream, capture_output=True,
                              text=True, timeout=60)
        os.close(stream)
        expect((done.returncode, done.stderr.splitlines()[0]), (2, f"ec2wire: <stdin> {problem}"))


@case
def decode_prints_the_json_of_the_sdk(run):
    expect(run.answer("decode", STOP, WIRE / "stop_instances.xml"),
           '{"StoppingInstances":[{"InstanceId":"i-1234567890abcdef0","CurrentState":{"Code":64,'
           '"Name":"stopping"},"PreviousState":{"Code":16,"Name":"running"}}],'
           '"ResponseMetadata":{"RequestId":"59dbff89-35bd-4eac-99ed-be587a3c1d02"}}\n')


@case
def every_recorded_reply_is_a_response_or_a_service_error(run):
    paths = sorted(WIRE.glob("*.xml"))
    for path in paths:
        outcome = run("decode", operation_of(path), path)
        data = path.read_text()
        if path.name.startswith("error_"):
            expect((outcome.status, outcome.out), (5 if "dry_run" in path.name else 4, ""), path.name)
            code, message, request_id = (re.search(f"<{name}>(.*)</{name}>", data)[1]
                                         for name in ("Code", "Message", "RequestID"))
            expect(outcome.err.splitlines()[0],
                   f"ec2wire: {code}: {message} (request id {request_id})")
        else:
            expect((outcome.status, outcome.err), (0, ""), path.name)
            decoded = json.loads(outcome.out)
            member = operation_of(path).replace("Start", "Starting").replace("Stop", "Stopping")
            expect([(c["InstanceId"], c["PreviousState"]["Code"], c["CurrentState"]["Code"])
                    for c in decoded[member]], changes_in(data), path.name)
            text = run.answer("decode", operation_of(path), path, "--output", "text")
            expect([line.split("\t")[0] for line in text.splitlines()],
                   [c["InstanceId"] for c in decoded[member]])
    assert len(paths) > 5
    return f"{len(paths)} files"


def changes_in(data):
    ids = re.findall(r"<instanceId>(.*)</instanceId>", data)
    codes = {name: [int(c) for c in re.findall(rf"<{name}>\s*<code>(\d+)</code>", data)]
             for name in ("previousState", "currentState")}
    return list(zip(ids, codes["previousState"], codes["currentState"], strict=True))


@case
def every_refused_reply_is_shown_with_its_caret(run):
    paths = sorted((WIRE / "refused").iterdir())
    for path in paths:
        if path.suffix != ".xml":
            continue
        outcome = run("decode", operation_of(path), path)
        expect_refused(outcome, path.read_bytes(), str(path))
    assert paths
    return f"{len(paths)} files"


@case
def every_reply_cut_short_is_refused_at_its_end(run):
    cuts = 0
    for path in sorted(WIRE.glob("*.xml")):
        data = path.read_bytes().rstrip()
        for cut in sorted({*range(0, len(data), max(1, len(data) // 4)), len(data) - 1}):
            outcome = run("decode", operation_of(path), "-", stdin=data[:cut])
            kind, offset = expect_refused(outcome, data[:cut])
            expect((kind, offset), ("not_a_document" if cut == 0 else "unexpected_end", cut))
            cuts += 1
    return f"{cuts} cuts"


@case
def a_file_a_dash_and_nothing_give_the_same(run):
    path = WIRE / "stop_instances.xml"
    data = path.read_bytes()
    expected = run.answer("decode", STOP, path)
    expect(run.answer("decode", STOP, "-", stdin=data), expected)
    expect(run.answer("decode", STOP, stdin=data), expected)
    expect(run.answer("decode", STOP, "--output", "json", "--from", "xml", stdin=data), expected)
    expect(run.answer("decode", "stop-instances", path.name, cwd=WIRE), expected)


@case
def text_tells_the_state_by_its_code(run):
    items = (item("i-1", "64", "272") + item("i-2", "96", "") + item("i-3", "", "65535") +
             item("i-4") + "<item/>" + "<item><currentState><name>running</name></currentState>"
             "<previousState><code>0080</code></previousState></item>")
    expect(run.answer("decode", STOP, "--output", "text", stdin=reply(items)),
           "i-1\trunning\tstopping\n" "i-2\t-\tunknown(96)\n" "i-3\tunknown(255)\t-\n"
           "i-4\t-\t-\n" "-\t-\t-\n" "-\tstopped\t-\n")
    expect(run.answer("decode", STOP, "--output", "text", stdin=reply()), "")


@case
def json_tells_absent_from_empty(run):
    for data, expected in [
            (b"<StopInstancesResponse/>", "{}"),
            (reply(request_id=""), '{"StoppingInstances":[]}'),
            (reply("<item/>", ""), '{"StoppingInstances":[{}]}'),
            (reply("<item><currentState/></item>", ""),
             '{"StoppingInstances":[{"CurrentState":{}}]}'),
            (reply("<item><instanceId/></item>", ""),
             '{"StoppingInstances":[{"InstanceId":""}]}')]:
        expect(run.answer("decode", STOP, stdin=data), expected + "\n", repr(data))


@case
def the_caret_is_under_the_byte(run):
    outcome = run("decode", STOP, stdin=b"<StopInstancesResponse>\r\n"
                                        b"\t<requestId>\xc3\xa9</RequestId>\r\n")
    expect(outcome.err,
           "<stdin>:2:16: error: mismatched_tag: the end tag does not match its start tag"
           " (offset 41)\n"
           " <requestId>\\xC3\\xA9</RequestId>\n"
           "                      ^\n")
    # Minified, the whole reply is one line: sixty bytes of it are shown on either side.
    outcome = run("decode", STOP, stdin=reply(item("i-1", "1x") * 9))
    expect(outcome.err,
           "<stdin>:1:119: error: bad_value: the text is not a value of the member's type"
           " (offset 118)\n"
           "...sSet><item><instanceId>i-1</instanceId><currentState><code>1x</code>"
           "<name>whatever</name></currentState></item><item><in...\n" + " " * 63 + "^\n")


@case
def the_caret_is_under_the_byte_in_every_kind_of_line(run):
    fault = b"<code>1x</code>"
    lead = b"<StopInstancesResponse><instancesSet><item>"
    gaps = (b"", b"\n", b"\r\n", b"\r", b"\n\n", b"\r\r\n", b"\t\t", b"\n\t", b"\r\n\t \t",
            "\n<!-- é€😀 -->".encode(), b"\n" + b" " * 59, b"\n" + b" " * 500,
            "\n<!--{}-->".format("é" * 300).encode(), b"\n" * 3000)
    ends = (b"", b"\n", b"\r\n", b"\r", b"<x>" * 90, "<é>".encode() * 90)
    for n, gap in enumerate(gaps):
        for after in ends[n % 3::3]:
            data = lead + gap + b"<currentState>" + fault + after
            kind, offset = expect_refused(run("decode", STOP, stdin=data), data)
            expect((kind, data[offset:offset + 1]), ("bad_value", b"x"))


@case
def a_body_that_is_not_a_document_is_reported(run):
    for data, offset in [(b"", 0), (b" \r\n", 3), (b"upstream connect error", 0),
                         (b"\xef\xbb\xbf", 3), (b"\n<html><body>503</body></html>", 1),
                         (b"<!DOCTYPE html><html>", 0), (b'{"StoppingInstances":[]}', 0)]:
        outcome = run("decode", STOP, "--status", "503", stdin=data)
        expect(outcome.status, 3)
        assert outcome.err.startswith("<stdin>:"), outcome
        assert (": error: not_a_document: not an EC2 document but empty, HTML or plain text; "
                f"go by the HTTP status (HTTP status 503, offset {offset})\n") in outcome.err, outcome


@case
def a_reply_of_the_other_operation_is_refused(run):
    data = (WIRE / "start_instances.xml").read_bytes()
    expect(expect_refused(run("decode", STOP, stdin=data), data)[0], "wrong_root")


# ---- errors of the service ----

def service_error(code="", message="", request_id=""):
    return (f"<Response><Errors><Error>{code}{message}</Error></Errors>{request_id}"
            "</Response>").encode()


@case
def an_error_document_without_an_error_is_not_a_reply(run):
    outcome = run("decode", STOP, stdin=b"<Response/>")
    expect((outcome.status, outcome.err.splitlines()[0].split(": ")[2]), (3, "wrong_root"))


@case
def an_empty_errors_element_is_an_error_without_a_code(run):
    outcome = run("decode", STOP, stdin=b"<Response><Errors/></Response>")
    expect((outcome.status, outcome.err.strip()), (4, "ec2wire: -: - (request id -)"))


@case
def a_dry_run_names_its_outcome(run):
    for name, status, line in [
            ("error_dry_run.xml", 5, "the request would have succeeded"),
            ("error_unauthorized.xml", 4, None),  # maybe of a request that was no dry run
            ("error_request_limit_exceeded.xml", 4, "the service is called too often: try again later"),
            ("error_not_found.xml", 4, None)]:
        outcome = run("decode", STOP, WIRE / name, "--output", "text")
        expect((outcome.status, outcome.out), (status, ""))
        expect(outcome.err.splitlines()[1:], [f"ec2wire: {line}"] if line else [])


@case
def the_http_status_says_whether_to_try_again(run):
    data = service_error("<Code>InternalError</Code>")
    again = "ec2wire: the same request may succeed later"
    for status, lines in [("500", [again]), ("502", [again]), ("503", [again]), ("504", [again]),
                          ("400", []), ("0", []), ("501", [])]:
        outcome = run("decode", STOP, "--status", status, stdin=data)
        expect((outcome.status, outcome.err.splitlines()[1:]), (4, lines), status)
    outcome = run("decode", STOP, stdin=service_error("<Code>RequestTimeout</Code>"))
    expect(outcome.err.splitlines()[1:], [again])


@case
def absent_parts_of_an_error_are_a_dash(run):
    for data, expected in [
            (service_error(), "-: - (request id -)"),
            (service_error("<Code>A</Code>"), "A: - (request id -)"),
            (service_error("<Code>A</Code>", "<Message>b c</Message>", "<RequestID>d</RequestID>"),
             "A: b c (request id d)"),
            (b"<Error><Code>A</Code><RequestId>d</RequestId></Error>", "A: - (request id d)"),
            (b"<ErrorResponse><Error><Code>A</Code></Error></ErrorResponse>",
             "A: - (request id -)")]:
        outcome = run("decode", STOP, stdin=data)
        expect((outcome.status, outcome.out, outcome.err), (4, "", f"ec2wire: {expected}\n"))


# ---- state ----

@case
def state_shows_both_bytes_of_a_code(run):
    expect(run.answer("state", "272", "96", "0", "65535"),
           "272\trunning\tlow byte 16, high byte 1 (ignored)\n"
           "96\tunknown(96)\tlow byte 96, high byte 0 (ignored)\n"
           "0\tpending\tlow byte 0, high byte 0 (ignored)\n"
           "65535\tunknown(255)\tlow byte 255, high byte 255 (ignored)\n")
    names = {0: "pending", 16: "running", 32: "shutting-down", 48: "terminated", 64: "stopping",
             80: "stopped"}
    lines = run.answer("state", *map(str, range(65536))).splitlines()
    for n, line in enumerate(lines):
        expect(line, f"{n}\t{names.get(n & 255, f'unknown({n & 255})')}\tlow byte {n & 255}, "
                     f"high byte {n >> 8} (ignored)")
    expect(len(lines), 65536)


@case
def state_refuses_anything_but_16_bit_numbers(run):
    for word in ("65536", "-1", "+1", "1.0", "0x10", " 16", "", "running", "99999999999999999999"):
        expect_usage(run("state", word), f'"{word}" is not a state code: give a number from 0 to 65535')
    outcome = run("state")
    expect(outcome.status, 2)


# ---- JSON ----

JSON = {"StoppingInstances": [{"InstanceId": "i-1",
                               "CurrentState": {"Code": 64, "Name": "stopping"},
                               "PreviousState": {"Code": 272, "Name": "running"}}],
        "ResponseMetadata": {"RequestId": "r-1"}}
TRAIL = {"requestID": "r-1", "eventName": STOP, "responseElements": {"instancesSet": {"items": [
    {"instanceId": "i-1", "currentState": {"code": 64, "name": "stopping"},
     "previousState": {"code": 272, "name": "running"}}]}}}


def json_decodes_to_what_the_xml_decodes_to(run):
    for path in sorted(WIRE.glob("st*.xml")):
        printed = run.answer("decode", operation_of(path), path)
        again = run.answer("decode", operation_of(path), "--from", "json", stdin=printed.encode())
        expect(again, printed, path.name)
    for data, dialect in ((JSON, "json"), (TRAIL, "cloudtrail")):
        for indent in (None, 4):
            data_bytes = json.dumps(data, indent=indent).encode()
            decoded = run.answer("decode", STOP, "--from", dialect, stdin=data_bytes)
            expect(json.loads(decoded), JSON)
            expect(run.answer("decode", STOP, "--from", dialect, "--output", "text",
                              stdin=data_bytes), "i-1\trunning\tstopping\n")


def json_that_is_an_error_or_no_reply_exits_as_xml_does(run):
    error = {"Error": {"Code": "DryRunOperation", "Message": "m\u001b"},
             "ResponseMetadata": {"RequestId": "r"}}
    event = {"errorCode": "Client.DryRunOperation", "errorMessage": "m\u001b", "requestID": "r",
             "responseElements": None}
    for data, dialect in ((error, "json"), (event, "cloudtrail")):
        outcome = run("decode", STOP, "--from", dialect, stdin=json.dumps(data).encode())
        expect((outcome.status, outcome.err),
               (5, "ec2wire: DryRunOperation: m\\x1B (request id r)\n"
                   "ec2wire: the request would have succeeded\n"))
    for data in (b"{", b"<x/>", b'{"StoppingInstances":[{"CurrentState":{"Code":6.5}}]}', b"[]",
                 b'{"StoppingInstances":\r\n[{"InstanceId":"\xff"}]}', b'{"a":1}\n\x1b[2J',
                 b'{"StoppingInstances":[{"InstanceId":"' + b"a" * 500 + b'","InstanceId":""}]}'):
        expect_refused(run("decode", STOP, "--from", "json", stdin=data), data)


def json_needs_simdjson(run):
    expect_usage(run("decode", STOP, "--from", "json", stdin=b"{}"),
                 "--from takes xml only: this program was built without simdjson")


# ---- hostile bytes: Command itself looks at every byte of stdout and stderr ----

@case
def hostile_arguments_are_never_printed_raw(run):
    # Those that are UTF-8 as one word, and the others as one.
    for word in (b"".join(filter(is_utf8, HOSTILE)), b"".join(word for word in HOSTILE if not is_utf8(word))):
        for arguments in ([word], [word, "x"], ["encode", word], ["encode", STOP, word],
                          ["encode", STOP, b"--" + word], ["encode", STOP, b"--" + word, "x"],
                          ["encode", STOP, b"--no-" + word],
                          ["encode", STOP, "--instance-ids", b"file://" + word],
                          ["decode", STOP, word], ["decode", STOP, b"./" + word],
                          ["decode", STOP, "--from", word], ["decode", STOP, "--output", word],
                          ["decode", STOP, "--status", word], ["decode", STOP, b"--" + word],
                          ["state", word], ["state", "16", word],
                          ["call", STOP, "--instance-ids", "a", b"--" + word],
                          ["call", STOP, "--instance-ids", "a", "--endpoint-url", word]):
            assert run(*arguments).status in (1, 2), arguments
    for word in HOSTILE:
        outcome = run("encode", STOP, "--instance-ids", word)
        if is_utf8(word):
            expect(outcome.status, 0)
        else:
            expect_usage(outcome, "InstanceId.1: these bytes are not UTF-8")


@case
def hostile_file_names_are_never_printed_raw(run):
    good, bad = (WIRE / "stop_instances.xml").read_bytes(), b"<StopInstancesResponse>\x1b"
    with tempfile.TemporaryDirectory() as folder:
        for name in HOSTILE:
            path = os.path.join(os.fsencode(folder), name)
            for data in (good, bad):
                try:
                    pathlib.Path(os.fsdecode(path)).write_bytes(data)
                except OSError:  # a file system that refuses such a name
                    continue
                outcome = run("decode", STOP, path)
                if data is bad:
                    expect_refused(outcome, bad, path)
                else:
                    expect(outcome.status, 0)


@case
def hostile_replies_are_never_printed_raw(run):
    for number, text in enumerate(HOSTILE + [b"\0", b"\0" * 200, b"\x1b" * 200]):
        # Each in a third of these places; what is next in the list, in the next third.
        for data in (text, b"<" + text, b"<StopInstancesResponse>" + text,
                     b"<StopInstancesResponse><" + text + b"/></StopInstancesResponse>",
                     reply(item("i-1", "1")).replace(b"<code>", b"<code>" + text),
                     reply(item("i-1", "1")).replace(b"i-1", text),
                     service_error("<Code>C</Code>", "<Message>M</Message>").replace(
                         b"M<", text + b"<"),
                     service_error("<Code>C</Code>").replace(b"C<", text + b"<"),
                     service_error("", "", "<RequestID>R</RequestID>").replace(b"R<", text + b"<"))[number % 3::3]:
            outcome = run("decode", STOP, "--output", "text", stdin=data)
            if outcome.status == 3:
                expect_refused(outcome, data)
            elif outcome.status == 0:
                run.answer("decode", STOP, stdin=data)


@case
def hostile_characters_in_valid_xml_are_printed_escaped(run):
    # As references, for a raw C1 control or DEL is XML too, but a raw CR becomes a line feed.
    characters = "\t\r\n\x7f\x80\x9b\u200e\u200f\u202e\u2066\u2028\ufeff\U0001f600\U000e0001"
    references = "".join(f"&#{ord(c)};" for c in characters)
    decoded = json.loads(run.answer("decode", STOP, stdin=reply(item(references))))
    expect(decoded["StoppingInstances"][0]["InstanceId"], characters)
    expect(run.answer("decode", STOP, "--output", "text", stdin=reply(item(references))),
           printable(characters.encode()) + "\t-\t-\n")


@case
def a_full_disk_is_an_error(run):
    if not os.path.exists("/dev/full"):
        return "not checked: this system has no /dev/full"
    with open("/dev/full", "wb") as full:
        done = subprocess.run([run.path, "state", "16"], stdout=full, stderr=subprocess.PIPE,
                              env=run.env)
    expect((done.returncode, done.stderr), (1, b"ec2wire: the standard output cannot be written\n"))


# ---- call: tests/call.py and tests/moto.py send requests ----

@case
def call_without_keys_sends_nothing(run):
    problem = ("no keys: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
               if "--libcurl" in sys.argv else
               "this program was built without libcurl: build it with -DHAVE_LIBCURL and -lcurl")
    outcome = run("call", STOP, "--instance-ids", "a", "--endpoint-url", "http://127.0.0.1:1")
    expect((outcome.status, outcome.out, outcome.err), (1, "", f"ec2wire: no reply: {problem}\n"))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    if "--simdjson" in sys.argv:
        case(json_decodes_to_what_the_xml_decodes_to)
        case(json_that_is_an_error_or_no_reply_exits_as_xml_does)
    else:
        case(json_needs_simdjson)
    run_cases(Command(sys.argv[1]))


if __name__ == "__main__":
    main()
