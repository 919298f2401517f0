#!/usr/bin/env python3
"""Tries tools/amalgamate: what it writes is the same every time, needs no other file of ours, and may
live beside another copy in one program.

The test `amalgamation` compiles existing test files with it, to show that it behaves like the headers.

usage: amalgamate.py COMPILER...
"""
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
NO_SIMDJSON = ROOT / "tests/vendored/no_simdjson"
WARNINGS = "-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror".split()

# One program, two copies of different versions: the second nests two levels at most and calls itself
# otherwise. Each must go by its own.
ONE = """
#include "one/ec2wire.hpp"
#include "two/ec2wire.hpp"
#include <cstdio>
int deep_in_two(std::string_view bytes);
int main() {
    const std::string_view bytes = "<StopInstancesResponse><a><b/></a></StopInstancesResponse>";
    ec2wire::scratch memory;
    const auto reply = ec2wire::decode_xml<ec2wire::stop_instances_response>(bytes, memory);
    std::printf("%d %d %.*s %.*s\\n", reply.has_value(), deep_in_two(bytes),
                int(ec2wire::version.size()), ec2wire::version.data(),
                int(vendor::ec2::version.size()), vendor::ec2::version.data());
}
"""
TWO = """
#include "two/ec2wire.hpp"
int deep_in_two(std::string_view bytes) {
    vendor::ec2::scratch memory;
    const auto reply = vendor::ec2::decode_xml<vendor::ec2::stop_instances_response>(bytes, memory);
    return !reply && reply.error().code == vendor::ec2::errc::too_deep ? 2 : 0;
}
"""


def amalgamate(*words):
    return subprocess.run([sys.executable, ROOT / "tools/amalgamate", *map(str, words)],
                          capture_output=True, text=True)


def check(fact, holds, details=""):
    print("ok " if holds else "FAILED", fact, "" if holds else details)
    return holds


def files_in(folder):
    return {path.name: path.read_text() for path in sorted(folder.iterdir())}


def is_one_file(folder):
    """The same bytes twice, the headers once each, and none left to be found elsewhere."""
    runs = [amalgamate(folder / name) for name in ("one", "again")]
    yield check("it ends well", all(run.returncode == 0 for run in runs), runs[0].stderr)
    files, again = files_in(folder / "one"), files_in(folder / "again")
    yield check("the same tree gives the same bytes", files == again)
    yield check("it writes two files", [*files] == ["ec2wire.hpp", "ec2wire_json.hpp"], [*files])
    for name, text in files.items():
        parts = re.findall(r"^// ==== ec2wire/(\S+)$", text, re.M)
        guards = re.findall(r"^#ifndef (EC2WIRE_\w+_HPP)$", text, re.M)
        yield check(f"{name} has every header once",
                    len(parts) == len(set(parts)) == len(guards) == len(set(guards)) > 50, parts)
        yield check(f"{name} asks for no header of ours",
                    not re.search(r"^\s*#\s*include\s*[<\"]ec2wire", text, re.M))
        yield check(f"{name} says licence, version and command",
                    all(word in text[:2000] for word in
                        ("Apache-2.0 OR MIT", "without restriction", "ec2wire 0.",
                         "`tools/amalgamate`")))
    yield check("only the second needs simdjson",
                ["#include <simdjson.h>" in text for text in files.values()] == [False, True])
    yield check("no header but those of the standard library is asked for otherwise", all(
        re.fullmatch(r"[a-z_0-9]+|simdjson\.h|(emm|imm)intrin\.h|arm_neon\.h|sanitizer/asan_interface\.h", name)
        for text in files.values() for name in re.findall(r"^\s*#\s*include\s*<(.+?)>", text, re.M)))


def has_options(folder):
    run = amalgamate("--with", "core/pmr_scratch.hpp", folder / "with")
    text = files_in(folder / "with")["ec2wire.hpp"]
    yield check("--with adds a header", run.returncode == 0 and "#ifndef EC2WIRE_CORE_PMR_SCRATCH_HPP" in text)
    yield check("and is in the command", "`tools/amalgamate --with core/pmr_scratch.hpp`" in text)
    for words in (["--namespace", "7up"], ["--with", "core/none.hpp"], []):
        refused = amalgamate(*words, *([folder / "refused"] if words else []))
        yield check(f"{words} is wrong usage", refused.returncode == 2, refused.stderr)


# An operation that ec2wire does not ship, as botocore's models have one.
MODEL = """{"metadata": {"protocol": "ec2", "serviceId": "EC2", "apiVersion": "2016-11-15"},
 "operations": {"PaintInstance": {"name": "PaintInstance", "input": {"shape": "PaintInstanceRequest"}}},
 "shapes": {"PaintInstanceRequest": {"type": "structure", "members": {
  "InstanceId": {"shape": "String"}, "Count": {"shape": "Integer"}}},
  "String": {"type": "string"}, "Integer": {"type": "integer"}}}"""
ALL = """
#include "painting.hpp"
#include <cstdio>
int main() {
    const ec2wire::run_instances_request run{.max_count = 1, .min_count = 1};
    const ec2wire::sts::get_caller_identity_request who{};
    const painting::paint_instance_request paint{.instance_id = "i-1"};
    return run.min_count == 1 && sizeof who != 0 && ec2wire::encode(paint) ? 0 : 1;
}
"""


def has_all_operations(compiler, folder):
    """All operations of the library, and headers that tools/shapes writes."""
    run = amalgamate("--with", "ec2wire/ec2", "--with", "sts", "--with",
                     "ec2wire/core/pmr_scratch.hpp", folder / "all/ec2wire")
    yield check("--with takes folders, and paths as they are included", run.returncode == 0, run.stderr)
    text = files_in(folder / "all/ec2wire")["ec2wire.hpp"]
    shipped = [path.relative_to(ROOT / "include").as_posix() for name in ("ec2", "sts")
               for path in (ROOT / "include/ec2wire" / name).glob("*.hpp")]
    yield check("all operations are in it", len(shipped) > 30 and all(
        f"// ==== {path}\n" in text for path in shipped))
    (folder / "model.json").write_text(MODEL)
    run = subprocess.run(
        [sys.executable, ROOT / "tools/shapes", "--model", folder / "model.json", "--operations", "all",
         "--namespace", "painting", "--include", "ec2wire/ec2wire.hpp", "--output",
         folder / "all/painting.hpp"], capture_output=True, text=True)
    yield check("a header is generated", run.returncode == 0, run.stderr)
    (folder / "all.cpp").write_text(ALL)
    built = subprocess.run(
        [*compiler, "-std=c++20", *WARNINGS, "-fsyntax-only", "-I", NO_SIMDJSON, "-I", folder / "all",
         folder / "all.cpp"], capture_output=True, text=True)
    yield check("both compile together", built.returncode == 0, built.stderr)


def lives_beside_another(compiler, folder):
    run = amalgamate("--namespace", "vendor::ec2", folder / "two")
    yield check("--namespace ends well", run.returncode == 0, run.stderr)
    path = folder / "two/ec2wire.hpp"
    text = path.read_text()
    for old, new in [("max_depth = 256", "max_depth = 2"),
                     (re.search(r'version = "[^"]+"', text)[0], 'version = "other"')]:
        yield check(f"there is {old}", text.count(old) == 1)
        text = text.replace(old, new)
    path.write_text(text)
    (folder / "one.cpp").write_text(ONE)
    (folder / "two.cpp").write_text(TWO)
    # No include path but simdjson's impostor: the files stand alone.
    built = subprocess.run(
        [*compiler, "-std=c++20", *WARNINGS, "-fno-exceptions", "-fno-rtti", "-I", NO_SIMDJSON,
         "one.cpp", "two.cpp", "-o", "program"], cwd=folder, capture_output=True, text=True)
    yield check("two copies compile and link", built.returncode == 0, built.stderr)
    if built.returncode == 0:
        printed = subprocess.run([folder / "program"], capture_output=True, text=True).stdout
        version = re.search(r'version = "([^"]+)"', (folder / "one/ec2wire.hpp").read_text())[1]
        yield check("each goes by its own limit", printed == f"1 2 {version} other\n", printed)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        facts = [*is_one_file(folder), *has_options(folder),
                 *has_all_operations(sys.argv[1:], folder),
                 *lives_beside_another(sys.argv[1:], folder)]
    print(f"{len(facts)} facts, {facts.count(False)} failed")
    sys.exit(0 if all(facts) else 1)


main()
