#!/usr/bin/env python3
"""Checks that the headers of ec2wire include only lower floors, and other rules of their form.

    core  <-  query | xml | json | shape  <-  engine  <-  codec | ec2 | sts  <-  ec2wire.hpp, json.hpp

usage: floors.py              check include/ec2wire and the lists of tests
       floors.py --self-test  plant a violation of every rule and see it found
"""
import json
import pathlib
import posixpath
import re
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent

FLOORS = {"core": 0, "query": 1, "xml": 1, "json": 1, "shape": 2, "engine": 3, "codec": 4, "ec2": 4,
          "sts": 4, "": 5}

# The headers that may need simdjson, directly or through another header.
NEEDS_SIMDJSON = re.compile(
    r"json/.*|(codec|engine)/(decode_json|((decode|visit)_)?cloudtrail)\w*\.hpp|json\.hpp|json_src\.hpp")

# Macros besides the include guards, each with the reason for it.
ALLOWED_MACROS = {
    "EC2WIRE_COMPILATION": "the name of an inline namespace",
    "EC2WIRE_ENGINE": "a function is inline or it is not",
    "EC2WIRE_LIFETIMEBOUND": "g++ warns about an attribute of clang's that it does not know",
    "EC2WIRE_ALWAYS_INLINE": "an attribute, with its reason in core/config.hpp",
    "EC2WIRE_ALWAYS_INLINE_LAMBDA": "an attribute, with its reason there",
    "EC2WIRE_BEGIN_SHADOWING": "a pragma, which is no statement of C++, with its reason there",
    "EC2WIRE_END_SHADOWING": "likewise",
    "EC2WIRE_BEGIN_UNDEFINED": "a pragma, which g++ warns about",
    "EC2WIRE_END_UNDEFINED": "likewise",
    "EC2WIRE_KEEP_BRANCH": "a built-in function, which MSVC has not",
    "EC2WIRE_NOINLINE": "an attribute, with its reason there",
    "EC2WIRE_COLD": "an attribute, with its reason there",
    "EC2WIRE_NO_DESTROY": "g++ warns about an attribute of clang's that it does not know",
    "EC2WIRE_WRAPS": "likewise",
    "EC2WIRE_HAS_ADDRESS_SANITIZER": "compilers say it in two ways, before anything is compiled",
}

# Headers that are not of the standard library, each with the headers that may include it, and why.
ALLOWED_FOREIGN = {
    "simdjson.h": (NEEDS_SIMDJSON, "the JSON reader"),
    "emmintrin.h": (re.compile(r"core/block_sse2\.hpp"), "SSE2 vectors"),
    "immintrin.h": (re.compile(r"core/block_avx2\.hpp"), "AVX2 vectors"),
    "sanitizer/asan_interface.h": (re.compile(r"core/memory_source\.hpp"), "the compiler's own"),
    "arm_neon.h": (re.compile(r"core/block_neon\.hpp"), "NEON vectors"),
}

# Standard headers that ec2wire.hpp must not make its includer pay for.
NOT_IN_UMBRELLA = {
    "simdjson.h": "the umbrella needs the standard library alone",
    "iostream": "static initialisation and locale",
    "sstream": "locale",
    "ostream": "locale; it has an opt-in header",
    "format": "seconds of compile time; it has an opt-in header",
    "locale": "locale",
    "regex": "locale, and a second of compile time",
    "memory_resource": "0.3 s of compile time; it has an opt-in header",
}

WARN_LINES, FAIL_LINES = 250, 400


def generated_headers(root):
    """Those that tools/shapes writes. They are as long as what the service has: a limit for them would
    be one for the service. To make them shorter, change the rule that splits them."""
    found = set()
    for path in sorted((root / "tools/lib/shapes").glob("*.json")):
        recipe = json.loads(path.read_text())
        folder = recipe.get("include", "").removeprefix("ec2wire/")
        found.update(f"{folder}/{name}" for name in recipe.get("headers", []))
    return found

COMMENT_OR_STRING = re.compile(
    r"//[^\n]*|/\*.*?\*/|R\"(\w*)\(.*?\)\1\"|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])'", re.S)


class Header:
    def __init__(self, name, text):
        self.name = name
        self.folder = name.rpartition("/")[0]
        self.lines = text.count("\n")
        # Removes comments, but not strings, since #include "..." is one, and not new lines.
        self.code = COMMENT_OR_STRING.sub(
            lambda m: re.sub(r"[^\n]", " ", m[0]) if m[0].startswith("/") else m[0],
            text.replace("\\\n", " "))
        self.includes = [self.resolve(opening, name) for opening, name in re.findall(
            r"^\s*#\s*include\s*([<\"])([^>\"]+)[>\"]", self.code, re.M)]
        self.guard = "EC2WIRE_" + re.sub(r"[^A-Za-z0-9]", "_", name).upper()


    def resolve(self, opening, name):
        """An include of one of our headers comes out as ec2wire/..., however it is written."""
        if opening == "<" or name.startswith("ec2wire/"):
            return name
        return posixpath.normpath(posixpath.join("ec2wire", self.folder, name))


def read_headers(folder):
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    names = [p.relative_to(folder).as_posix() for p in files]
    return {n: Header(n, p.read_text()) for n, p in zip(names, files)}


def reached(headers, name):
    """Every foreign or standard header that including `name` brings in."""
    todo, seen, found = [name], set(), set()
    while todo:
        current = todo.pop()
        if current in seen or current not in headers:
            continue
        seen.add(current)
        for include in headers[current].includes:
            if include.startswith("ec2wire/"):
                todo.append(include[len("ec2wire/"):])
            else:
                found.add(include)
    return found


def check_own_include(headers, header, own):
    if own not in headers:
        yield "include", f"includes ec2wire/{own}, which does not exist"
        return
    target = headers[own]
    if target.folder == header.folder or target.folder not in FLOORS:
        return
    mine, theirs = FLOORS[header.folder], FLOORS[target.folder]
    if theirs > mine:
        yield "floor", f"includes upward: {own}"
    elif theirs == mine:
        yield "floor", f"includes sideways: {own}"


def check_foreign_include(header, include):
    if re.fullmatch(r"[a-z_0-9]+", include):
        return  # of the standard library
    users, _ = ALLOWED_FOREIGN.get(include, (None, None))
    if users is None:
        yield "foreign", f"includes <{include}>, which is not of the standard library"
    elif not users.fullmatch(header.name):
        yield "foreign", f"may not include <{include}>"


def check_macros(header):
    defined = re.findall(r"^\s*#\s*define\s+(\w+)", header.code, re.M)
    guard = re.search(r"\A\s*#ifndef (\w+)\n#define (\w+)\n", header.code)
    if not guard or guard[1] != header.guard or guard[2] != header.guard:
        yield "guard", f"does not begin with the include guard {header.guard}"
    if re.search(r"^\s*#\s*pragma\s+once", header.code, re.M):
        yield "guard", "uses #pragma once"
    for macro in defined:
        if macro != header.guard and macro not in ALLOWED_MACROS and not (
                guard and macro == guard[2]):
            yield "macro", f"defines the macro {macro}"


def check_header(headers, header):
    if not header.name.endswith(".hpp"):
        yield "name", "is not named *.hpp"
    if header.folder not in FLOORS:
        yield "folder", f"is in a folder without a floor: {header.folder}/"
        return
    for include in header.includes:
        if include.startswith("ec2wire/"):
            yield from check_own_include(headers, header, include[len("ec2wire/"):])
        else:
            yield from check_foreign_include(header, include)
    everything = reached(headers, header.name)
    if "simdjson.h" in everything and not NEEDS_SIMDJSON.fullmatch(header.name):
        yield "simdjson", "reaches simdjson"
    if header.name == "ec2wire.hpp":
        for include in sorted(everything & set(NOT_IN_UMBRELLA)):
            yield "umbrella", f"reaches <{include}>: {NOT_IN_UMBRELLA[include]}"
    yield from check_macros(header)


def check_lengths(headers, generated):
    for header in headers.values():
        if header.name in generated:
            continue
        if header.lines > FAIL_LINES:
            yield "length", f"{header.name} has {header.lines} lines, more than {FAIL_LINES}"
        elif header.lines > WARN_LINES:
            print(f"warning: {header.name} has {header.lines} lines; past {WARN_LINES} a header is "
                  "probably two headers")


def check(root):
    """All problems as (rule, text), and how many headers there were."""
    headers = read_headers(root / "include/ec2wire")
    problems = [(rule, f"{h.name} {text}")
                for h in headers.values() for rule, text in check_header(headers, h)]
    problems += check_lengths(headers, generated_headers(root))
    if not headers:
        problems.append(("empty", "no header was found"))
    # A test that is in no list would never run.
    listed = "".join(p.read_text() for p in (root / "tests").rglob("meson.build"))
    for path in sorted((root / "tests").glob("*/*.cpp")):
        name = path.relative_to(root / "tests").as_posix()
        if f"'{name}'" not in listed and f"'../{name}'" not in listed:
            problems.append(("listed", f"no meson.build in tests/ names tests/{name}"))
    return problems, len(headers)


def guarded(name, body=""):
    guard = Header(name, "").guard
    return f"#ifndef {guard}\n#define {guard}\n{body}\n#endif\n"


# Each rule, and the smallest tree that breaks it: {header: its content without the guard}.
PLANTED = [
    ("floor", {"core/error.hpp": "#include <ec2wire/xml/reader.hpp>"}),
    ("floor", {"query/reader.hpp": '#include "../xml/reader.hpp"'}),
    ("floor", {"xml/reader.hpp": '#include "../shape/field.hpp"'}),
    ("floor", {"ec2/state.hpp": "#include <ec2wire/codec/encode.hpp>"}),
    ("floor", {"sts/user.hpp": "#include <ec2wire/ec2/tag.hpp>", "ec2/tag.hpp": ""}),
    ("floor", {"engine/decoder.hpp": "#include <ec2wire/codec/encode.hpp>"}),
    ("floor", {"codec/encode.hpp": "#  include <ec2wire/ec2wire.hpp>"}),
    ("include", {"core/error.hpp": "#include <ec2wire/core/gone.hpp>"}),
    ("foreign", {"xml/reader.hpp": "#include <simdjson.h>"}),
    ("foreign", {"core/error.hpp": "#include <boost/config.hpp>"}),
    ("foreign", {"codec/encode.hpp": "#include <emmintrin.h>"}),
    ("simdjson", {"codec/encode.hpp": "#include <ec2wire/json/reader.hpp>"}),
    ("umbrella", {"ec2wire.hpp": "#include <ec2wire/json.hpp>"}),
    ("umbrella", {"core/error.hpp": "#include <iostream>"}),
    ("macro", {"core/error.hpp": "#define EC2WIRE_FAST 1"}),
    ("folder", {"net/socket.hpp": ""}),
    ("length", {"core/error.hpp": "\n" * (FAIL_LINES + 1)}),
    ("guard", {"core/error.hpp": None}),
    ("guard", {"core/error.hpp": "#pragma once"}),
    ("name", {"core/error.h": ""}),
    ("empty", {}),
    ("listed", {"core/error.hpp": ""}),
]

# A tree that breaks nothing. Every planted violation changes one file of it.
GOOD = {
    "core/error.hpp": "#include <string_view>\n// #include <iostream> is only a comment",
    "core/result.hpp": '#include "error.hpp"',
    "xml/reader.hpp": "#include <ec2wire/core/result.hpp>",
    "json/reader.hpp": "#include <simdjson.h>\n#include <ec2wire/core/result.hpp>",
    "shape/field.hpp": '#include "../xml/reader.hpp"',
    "codec/encode.hpp": "#include <ec2wire/xml/reader.hpp>",
    "codec/decode_json.hpp": "#include <ec2wire/json/reader.hpp>",
    "ec2wire.hpp": "#include <ec2wire/codec/encode.hpp>",
    "json.hpp": "#include <ec2wire/codec/decode_json.hpp>\n#include <ec2wire/ec2wire.hpp>",
}


def rules_broken_by(tree, unlisted=False):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, body in tree.items():
            path = root / "include/ec2wire" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("int x;\n" if body is None else guarded(name, body))
        (root / "tests/core").mkdir(parents=True)
        (root / "tests/core/error.cpp").touch()
        (root / "tests/meson.build").write_text("" if unlisted else "['core/error.cpp']")
        return {rule for rule, _ in check(root)[0]}


def self_test():
    failures = 0
    if rules_broken_by(GOOD):
        print("the tree without a violation is refused:", rules_broken_by(GOOD))
        failures += 1
    for rule, change in PLANTED:
        tree = {} if rule == "empty" else GOOD | change
        if rule not in rules_broken_by(tree, unlisted=rule == "listed"):
            print(f"not found: {rule}, planted as {change}")
            failures += 1
    print(f"{len(PLANTED)} planted violations, {failures} problems")
    return 1 if failures else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    problems, count = check(ROOT)
    for rule, text in problems:
        print(f"{rule}: {text}")
    print(f"{count} headers checked, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
