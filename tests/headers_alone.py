#!/usr/bin/env python3
"""Compiles every header after nothing but what it includes, without exceptions and RTTI, with all the warnings.

One unit compiles a chain of headers, each of which includes the one before it.

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


def compile_alone(command, chain, poisoned):
    path = ["-I", str(TESTS / "vendored/no_simdjson")] if poisoned else []
    flags = ["-std=c++20", "-fsyntax-only", "-fno-exceptions", "-fno-rtti", "-x", "c++", "-"]
    if is_source(chain[-1]):
        flags.insert(0, "-DEC2WIRE_SEPARATE_COMPILATION")
    done = subprocess.run(command + path + ["-I", str(INCLUDE)] + flags,
                          input="".join(f"#include <ec2wire/{name}>\n" for name in chain),
                          text=True, capture_output=True)
    if done.returncode != 0:
        return f"one of these does not compile: {', '.join(chain)}\n{done.stderr}"
    return None


def is_source(name):
    """Whether a header is for separate compilation."""
    return name.endswith("src.hpp")


def own_of(headers, name, known):
    """Every header of ours that this one includes, itself or by another."""
    if name not in known:
        known[name] = set()
        for include in headers[name].includes:
            inner = include.removeprefix("ec2wire/")
            if inner in headers:
                known[name] |= {inner} | own_of(headers, inner, known)
    return known[name]


def chains_of(names, headers):
    """The headers in few chains: each follows the header that brings in most of what it includes."""
    known, chains = {}, []

    def size(name):
        return len(own_of(headers, name, known))

    for name in sorted(names, key=size):
        inner = [chain for chain in chains if chain[-1] in known[name]]
        if inner and not is_source(name):
            max(inner, key=lambda chain: size(chain[-1])).append(name)
        else:
            chains.append([name])
    return chains


def main():
    if "--" not in sys.argv:
        sys.exit(__doc__)
    split = sys.argv.index("--")
    has_simdjson = "--simdjson" in sys.argv[:split]
    command = sys.argv[split + 1:]

    headers = floors.read_headers(INCLUDE / "ec2wire")
    needs = {name for name in headers if "simdjson.h" in floors.reached(headers, name)}
    names = [name for name in sorted(headers) if has_simdjson or name not in needs]
    chains = (chains_of([name for name in names if name not in needs], headers) +
              chains_of([name for name in names if name in needs], headers))
    if not names:
        sys.exit("no header was compiled")
    with ThreadPoolExecutor(cpu_count()) as pool:
        results = pool.map(lambda chain: compile_alone(command, chain, chain[-1] not in needs), chains)
        problems = [problem for problem in results if problem]
    print(*problems, sep="\n")
    if needs and not has_simdjson:
        print(f"SKIPPED {len(needs)} headers that need simdjson, which is missing")
    print(f"{len(names)} headers compiled in {len(chains)} units, {len(problems)} failed")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
