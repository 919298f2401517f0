#!/usr/bin/env python3
"""Compiles every header alone, without exceptions and RTTI, with all the warnings.

usage: headers_alone.py [--simdjson] -- COMPILER [FLAG...]

Headers that need simdjson are compiled when --simdjson says that it is there; the
others are compiled with a simdjson.h that is an #error, so that none needs it unseen.
"""
import pathlib
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


def main():
    if "--" not in sys.argv:
        sys.exit(__doc__)
    split = sys.argv.index("--")
    has_simdjson = "--simdjson" in sys.argv[:split]
    command = sys.argv[split + 1:]

    headers = floors.read_headers(INCLUDE / "ec2wire")
    needs = {name for name in headers if "simdjson.h" in floors.reached(headers, name)}
    names = [name for name in sorted(headers) if has_simdjson or name not in needs]
    if not names:
        sys.exit("no header was compiled")
    with ThreadPoolExecutor(cpu_count()) as pool:
        results = pool.map(lambda n: compile_alone(command, n, n not in needs), names)
        problems = [problem for problem in results if problem]
    print(*problems, sep="\n")
    if needs and not has_simdjson:
        print(f"SKIPPED {len(needs)} headers that need simdjson, which is missing")
    print(f"{len(names)} headers compiled alone, {len(problems)} failed")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
