#!/usr/bin/env python3
"""Compiles every header with nothing before it, without exceptions and RTTI, with all the warnings.

A header that another includes before anything else is compiled as the first of that one.

usage: headers_alone.py [--simdjson] -- COMPILER [FLAG...]

Headers that need simdjson are compiled when --simdjson says that it is there; the
others are compiled with a simdjson.h that is an #error, so that none needs it unseen.
"""
import pathlib
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count

sys.dont_write_bytecode = True
import floors  # noqa: E402

TESTS = pathlib.Path(__file__).resolve().parent
INCLUDE = TESTS.parent / "include"


def compile_alone(command, name, poisoned):
    path = ["-I", str(TESTS / "vendored/no_simdjson")] if poisoned else []
    flags = ["-std=c++20", "-fsyntax-only", "-fno-exceptions", "-fno-rtti", "-x", "c++", "-"]
    if name.endswith("src.hpp"):  # for programs that are separately compiled
        flags.insert(0, "-DEC2WIRE_SEPARATE_COMPILATION")
    done = subprocess.run(command + path + ["-I", str(INCLUDE)] + flags,
                          input=f"#include <ec2wire/{name}>\n", text=True, capture_output=True)
    if done.returncode != 0:
        return f"{name} does not compile alone:\n{done.stderr}"
    return None


def first_of(header):
    """The header that this one includes before it says anything itself."""
    found = re.match(r"\s*#ifndef \w+\s+#define \w+\s+#include <([^>]+)>", header.code)
    return found[1] if found else None


def without_firsts(names, headers, needs):
    """Those that no other of them, compiled in the usual way, includes first."""
    usual = [name for name in names if name not in needs and not name.endswith("src.hpp")]
    firsts = {first_of(headers[name]) for name in usual}
    return [name for name in names if "ec2wire/" + name not in firsts]


def main():
    if "--" not in sys.argv:
        sys.exit(__doc__)
    split = sys.argv.index("--")
    has_simdjson = "--simdjson" in sys.argv[:split]
    command = sys.argv[split + 1:]

    headers = floors.read_headers(INCLUDE / "ec2wire")
    needs = {name for name in headers if "simdjson.h" in floors.reached(headers, name)}
    names = [name for name in sorted(headers) if has_simdjson or name not in needs]
    names = without_firsts(names, headers, needs)
    if not names:
        sys.exit("no header was compiled")
    with ThreadPoolExecutor(cpu_count()) as pool:
        results = pool.map(lambda n: compile_alone(command, n, n not in needs), names)
        problems = [problem for problem in results if problem]
    print(*problems, sep="\n")
    if needs and not has_simdjson:
        print(f"SKIPPED {len(needs)} headers that need simdjson, which is missing")
    print(f"{len(names)} headers compiled first, {len(problems)} failed")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
