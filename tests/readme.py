#!/usr/bin/env python3
"""Compiles and runs every C++ block of README.md.

A block is a whole program. Where a ```text block follows it, that is what it prints; else it prints
nothing.

usage: readme.py COMPILER [--libs WORD...]     the words link simdjson; without them the blocks that
                                               include json.hpp are skipped
"""
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
WARNINGS = "-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror".split()
BLOCK = re.compile(r"```cpp\n(.*?)```(?:\s*prints\s*```text\n(.*?)```)?", re.S)


def run(compiler, libs, code, expected, folder):
    source, program = folder / "block.cpp", folder / "block"
    source.write_text(code)
    command = [*compiler, "-std=c++20", *WARNINGS, "-I", ROOT / "include", source, *libs,
               "-o", program]
    built = subprocess.run(command, capture_output=True, text=True)
    if built.returncode != 0:
        return "does not compile:\n" + built.stderr
    ran = subprocess.run([program], capture_output=True, text=True, timeout=60)
    if ran.returncode != 0 or ran.stdout != expected:
        return f"ended with {ran.returncode} and printed:\n{ran.stdout}instead of:\n{expected}"
    return None


def main():
    words = sys.argv[1:]
    cut = words.index("--libs") if "--libs" in words else len(words)
    compiler, libs = words[:cut], words[cut + 1:]
    text = (ROOT / "README.md").read_text()
    blocks = BLOCK.findall(text)
    # A block that the pattern misses would pass in silence.
    if len(blocks) < 5 or len(blocks) != text.count("```cpp"):
        sys.exit(f"README.md has {text.count('```cpp')} C++ blocks, of which {len(blocks)} are read")
    failed = skipped = 0
    with tempfile.TemporaryDirectory() as folder:
        for number, (code, expected) in enumerate(blocks, 1):
            if "json.hpp" in code and not libs:
                print(f"SKIPPED block {number}: simdjson is missing")
                skipped += 1
                continue
            problem = run(compiler, libs, code, expected, pathlib.Path(folder))
            print(f"block {number}: {problem or 'as README says'}")
            failed += problem is not None
    sys.exit(1 if failed else 0)


main()
