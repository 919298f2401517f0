#!/usr/bin/env python3
"""Generates operations, compiles them, and compares what they read and write with botocore.

usage: operations.py sample ENGINES COMPILER...    a few operations of EC2, STS and SNS
       operations.py replies ENGINES COMPILER...   the recorded replies of the conformance data
       operations.py all ENGINES COMPILER...       every operation of EC2, STS and SNS: takes long

ENGINES is the library of cmake/compiled.cpp: the programs are compiled with EC2WIRE_SEPARATE_COMPILATION.

Of each operation: the empty request and the full one are what botocore's serializer makes; the body that
botocore sends for the full one is decoded to the same values, which is seen by encoding them; and a reply
with every member set is what botocore's parser reads. What encode_xml writes of a reply that was read is
well formed for expat, and botocore's parser reads the same from it.
"""
import base64
import concurrent.futures
import datetime
import json
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile
import time
import urllib.parse
import xml.parsers.expat

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests/operations"), str(ROOT / "tools/lib")]
from cases import FAILED, skip  # noqa: E402
from service import Service  # noqa: E402
from shapes import find_model, header  # noqa: E402

try:
    import botocore.loaders
    import botocore.model
    import botocore.parsers
    import botocore.serialize
except ImportError:
    skip("botocore is missing")

FLAGS = ["-std=c++20", "-DEC2WIRE_SEPARATE_COMPILATION", "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Werror"]
SAMPLE = {"ec2": ["CreateVolume", "DescribeAddresses", "ModifySubnetAttribute"],
          "sts": ["AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity",
                  "GetCallerIdentity", "GetSessionToken"],
          "sns": ["Publish", "GetTopicAttributes"]}
ENGINES = os.path.abspath("".join(sys.argv[2:3]))
IN_A_PROGRAM = 24  # operations: more need more memory than a small machine has

# Replies that have a placeholder where a time belongs: bad_value is right there.
PLACEHOLDER = b"YYYY-MM-DDTHH:MM:SS"
WITH_PLACEHOLDERS = ("ec2-attach-volume", "ec2-create-snapshot",
                     "ec2-describe-spot-instance-requests", "ec2-detach-volume")


class Botocore:
    def __init__(self, service):
        description = botocore.loaders.Loader().load_service_model(service, "service-2")
        self.model = botocore.model.ServiceModel(description)
        protocol = self.model.metadata["protocol"]
        self.serializer = botocore.serialize.create_serializer(protocol, include_validation=False)
        self.parser = botocore.parsers.create_parser(protocol)

    def pairs(self, operation, params):
        request = self.serializer.serialize_to_request(params, self.model.operation_model(operation))
        return {key: str(value) for key, value in request["body"].items()}

    def body(self, operation, params):
        """As botocore sends it: in its own order, and a space is a plus."""
        return urllib.parse.urlencode(self.pairs(operation, params))

    def parsed(self, operation, body):
        """What the parser reads, or what it says of a body that it cannot read."""
        shape = self.model.operation_model(operation).output_shape
        try:
            return plain(self.parser.parse({"status_code": 200, "headers": {}, "body": body}, shape))
        except Exception as problem:  # of many kinds: KeyError for a missing result element
            return f"botocore's parser: {problem!r}"


def plain(value):
    """As the SDK prints it in JSON."""
    if isinstance(value, dict):
        metadata = ("HTTPStatusCode", "HTTPHeaders")  # not of the body
        return {k: plain(v) for k, v in value.items() if k not in metadata}
    if isinstance(value, list):
        return [plain(v) for v in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime.datetime):
        value = value.astimezone(datetime.timezone.utc).isoformat().replace("+00:00", "Z")
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]{8}\.\d+Z", value):
        value = value.rstrip("0Z").rstrip(".") + "Z"  # .000Z and Z are one time
    return value


def program_text(library, operations, files):
    """A program that prints what run.hpp says. `files` is [(operation, file)]."""
    names, space = library.names, library.namespace
    lines = ['#include "shapes.hpp"', '#include "operations/run.hpp"', "",
             "int main(int, char** words) {", "    const std::string folder = words[1];"]
    for operation in operations:
        request = f"{space}::{names.requests[operation]}"
        lines.append(f"    ec2wire::tests::print_requests<{request}>();")
        lines.append(f"    ec2wire::tests::print_read_request<{request}>("
                     f'folder + "/{operation}.query");')
    for operation, file in files:
        lines.append(f"    ec2wire::tests::print_reply<{space}::{names.responses[operation]}>("
                     f'folder + "/{file}.xml", "{file}");')
    return "\n".join([*lines, "}"]) + "\n"


def build_and_run(compiler, library, operations, files, replies):
    """What the program prints: {word: {name: text}}"""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        text = header.Header(library, operations, [], with_service=True).text("SHAPES_HPP")
        (folder / "shapes.hpp").write_text(text)
        (folder / "main.cpp").write_text(program_text(library, *files))
        built = subprocess.run([*compiler, *FLAGS, "-I", ROOT / "include", "-I", ROOT / "tests",
                                "-I", folder, folder / "main.cpp", ENGINES, "-o", folder / "main"],
                               capture_output=True, text=True)
        if built.returncode != 0:
            raise AssertionError(f"{operations} do not compile:\n{built.stderr[:4000]}")
        ran = subprocess.run([folder / "main", replies], capture_output=True, timeout=60)
        if ran.returncode != 0:
            raise AssertionError(f"{operations}: the program ended with {ran.returncode}")
    printed = {word: {} for word in ("empty", "full", "read", "reply", "written", "again")}
    for line in ran.stdout.decode().splitlines():
        word, name, said = line.split(" ", 2)
        printed[word][name] = said
    return printed


class Failures:
    def __init__(self):
        self.count = self.checks = 0

    def compare(self, about, got, expected):
        self.checks += 1
        if got != expected:
            self.count += 1
            print(f"FAILED  {about}\n  expected {expected!r}\n  got      {got!r}", flush=True)


def pairs_in(query):
    return dict(urllib.parse.parse_qsl(query, keep_blank_values=True, strict_parsing=True,
                                       max_num_fields=100000))


def check_operations(compiler, service_name, operations, failures):
    service = find_model.read(find_model.installed(service_name))
    operations = sorted(service.operations) if operations == "all" else operations
    library, full, reference = (header.Library(service, f"shapes_of::{service_name}"),
                                Service(service), Botocore(service_name))
    parts = [operations[i:i + IN_A_PROGRAM] for i in range(0, len(operations), IN_A_PROGRAM)]

    def run(part):
        with tempfile.TemporaryDirectory() as replies:
            for operation in part:
                pathlib.Path(replies, f"{operation}.xml").write_text(full.reply(operation))
                pathlib.Path(replies, f"{operation}.query").write_text(
                    reference.body(operation, full.params(operation)))
            try:
                return part, build_and_run(compiler, library, part, (part, [(o, o) for o in part]),
                                           replies)
            except AssertionError as problem:
                return part, str(problem)

    with concurrent.futures.ThreadPoolExecutor(int(os.environ.get("JOBS", "1"))) as pool:
        for part, printed in pool.map(run, parts):
            if isinstance(printed, str):
                failures.compare(f"{service_name} {part[0]}...{part[-1]}", printed, "compiles")
                continue
            for operation in part:
                check_operation(service, full, reference, operation, printed, failures)
            print(f"{service_name} {part[0]}...{part[-1]}", flush=True)
    return len(operations)


def check_operation(service, full, reference, operation, printed, failures):
    about = f"{service.name} {operation}"
    shape = service.operation(operation).input
    required = any(m.required for m in service.shape(shape).members) if shape else False
    empty = printed["empty"][operation]
    if required:
        failures.compare(f"{about}, empty", empty.split()[:2], ["error", "missing_member"])
    else:
        failures.compare(f"{about}, empty", pairs_in(empty), reference.pairs(operation, {}))
    failures.compare(f"{about}, full", pairs_in(printed["full"][operation]),
                     reference.pairs(operation, full.params(operation)))
    failures.compare(f"{about}, read", printed["read"][operation], printed["full"][operation])
    got = printed["reply"][operation]
    got = got if got.startswith("error") else json.loads(got)
    expected = reference.parsed(operation, full.reply(operation).encode())
    failures.compare(f"{about}, reply", got, expected)
    check_written(about, reference, operation, printed, operation, expected, failures)


def check_written(about, reference, operation, printed, name, expected, failures):
    """What encode_xml writes of a reply that was read as `expected`."""
    written = printed["written"].get(name, "nothing")
    if not re.fullmatch("[0-9a-f]+", written):
        failures.compare(f"{about}, written", written, "XML")
        return
    written = bytes.fromhex(written)
    try:
        xml.parsers.expat.ParserCreate(namespace_separator=" ").Parse(written, True)
    except xml.parsers.expat.ExpatError as problem:
        failures.compare(f"{about}, written", f"{problem} in {written}", "well-formed XML")
    failures.compare(f"{about}, written", reference.parsed(operation, written), expected)
    failures.compare(f"{about}, read again", json.loads(printed["again"][name]), expected)


def check_replies(compiler, failures):
    folder = pathlib.Path(os.environ.get("EC2WIRE_CONFORMANCE", "")) / "replies"
    if not folder.is_dir():
        skip("the recorded replies are missing")
    service = find_model.read(find_model.installed("ec2"))
    by_words = {name.lower(): name for name in service.operations}
    files = [(by_words[p.stem.removeprefix("ec2-").replace("-", "")], p.stem)
             for p in sorted(folder.glob("*.xml"))]
    library, reference = header.Library(service, "shapes_of::ec2"), Botocore("ec2")
    for start in range(0, len(files), IN_A_PROGRAM):
        part = files[start:start + IN_A_PROGRAM]
        printed = build_and_run(compiler, library, [o for o, _ in part], ([], part), folder)
        for operation, name in part:
            got = printed["reply"].get(name, "nothing")
            if name in WITH_PLACEHOLDERS:
                at = (folder / f"{name}.xml").read_bytes().index(PLACEHOLDER)
                failures.compare(name, got, f"error bad_value at {at}")
                print(f"ok      {name}: {got}, where {PLACEHOLDER.decode()} stands")
                continue
            expected = plain(json.loads((folder / f"{name}.json").read_text()))
            failures.compare(name, got if got.startswith("error") else json.loads(got), expected)
            check_written(name, reference, operation, printed, name, expected, failures)
    return len(files)


def main():
    if len(sys.argv) < 4 or sys.argv[1] not in ("sample", "replies", "all"):
        sys.exit(__doc__)
    what, compiler, failures, begin = sys.argv[1], sys.argv[3:], Failures(), time.monotonic()
    if what == "replies":
        count = f"{check_replies(compiler, failures)} replies"
    else:
        count = sum(check_operations(compiler, name, "all" if what == "all" else operations,
                                     failures) for name, operations in SAMPLE.items())
        count = f"{count} operations"
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{count}, {failures.checks} comparisons, {failures.count} failures, "
          f"{time.monotonic() - begin:.0f} s ({used.ru_utime + used.ru_stime:.0f} s of a core, "
          f"{used.ru_maxrss // 1024} MB at most)")
    sys.exit(FAILED if failures.count else 0)


if __name__ == "__main__":
    main()
