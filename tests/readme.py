#!/usr/bin/env python3
"""Compiles and runs every C++ block of the pages (README.md, CONTRIBUTING.md, SECURITY.md, docs/*.md),
follows the links between files and to their headings, and sees that each command, test and header that
they name is there.

A block is a whole program. Where a ```text block follows it, that is what it prints; else it prints
nothing. It is run without arguments.

usage: readme.py COMPILER... [--libs WORD...]

The words after --libs link simdjson; without them the blocks that include json.hpp are skipped.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parent.parent
WARNINGS = "-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror".split()
BLOCK = re.compile(r"```cpp\n(.*?)```(?:\s*prints(?: \([^)]*\))?\s*```text\n(.*?)```)?", re.S)


def run(compiler, libs, code, expected, folder, name):
    source, program = folder / f"{name}.cpp", folder / name
    source.write_text(code)
    command = [*compiler, "-std=c++20", *WARNINGS, source, *libs, "-I", ROOT / "include", "-o", program]
    built = subprocess.run(command, capture_output=True, text=True)
    if built.returncode != 0:
        return "does not compile:\n" + built.stderr
    ran = subprocess.run([program], capture_output=True, text=True, timeout=60)
    if ran.returncode != 0 or ran.stdout != expected:
        return f"ended with {ran.returncode} and printed:\n{ran.stdout}instead of:\n{expected}"
    return None


def sees(compiler, header):
    return subprocess.run([*compiler, "-fsyntax-only", "-x", "c++", "-"], text=True,
                          input=f"#include <{header}>\n", capture_output=True).returncode == 0


def missing_of(compiler, libs, code):
    """Why a block cannot be built here, or nothing; and the words that link it."""
    if "json.hpp" in code and not libs:
        return "simdjson is missing", []
    if "curl/curl.h" in code:
        return (None if sees(compiler, "curl/curl.h") else "libcurl is missing"), ["-lcurl"]
    return None, libs


def anchors_of(text):
    """What a heading is called in a link: "Ways in" is #ways-in."""
    headings = re.findall(r"^#+ (.*)$", re.sub(r"```.*?```", "", text, flags=re.S), re.M)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


def broken_links(path, text):
    # Not in code, and not of the web; "#part" alone is of the page itself.
    prose = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.S)
    for target in re.findall(r"\]\((?!https?:)([^)]+)\)", prose):
        name, _, anchor = target.partition("#")
        page = path.parent / name if name else path
        if not page.exists() or (anchor and anchor not in anchors_of(page.read_text())):
            yield f"{path.relative_to(ROOT)} links to {target}, which is not there"


def missing_files(path, text):
    """What a page names of this tree and is not in it: a command, a test, a header. A name in capitals is
    the reader's to fill in, and tests/test_FOLDER is what a build makes."""
    for name in sorted(set(re.findall(
            r"(?<![\w/.])((?:tools|tests|fuzz|examples|benchmarks|include|modules|\.ci)/[\w./-]*\w"
            r"|(?:ec2wire/)?(?:core|query|xml|json|shape|codec|ec2|sts)/\w+\.hpp)", text))):
        places = (ROOT / name, ROOT / "include" / name, ROOT / "include/ec2wire" / name)
        if not re.search(r"[A-Z]{4}|^tests/test_", name) and not any(
                place.exists() for place in places):
            yield f"{path.relative_to(ROOT)} names {name}, which is not there"


def compile_engines(compiler, libs, folder):
    """The words with which a block sees no engine and links with these. <ec2wire/ec2wire.hpp> is precompiled:
    g++ takes it where a block includes it first."""
    command = [*compiler, "-std=c++20", "-DEC2WIRE_SEPARATE_COMPILATION"]
    engines = folder / "engines.a"
    objects = []
    for name in ["compiled", "compiled_json"] if libs else ["compiled"]:
        objects.append(folder / f"{name}.o")
        subprocess.run([*command, "-I", ROOT / "include", "-c", ROOT / f"cmake/{name}.cpp", "-o", objects[-1]],
                       check=True)
    subprocess.run(["ar", "rcs", engines, *objects], check=True)
    (folder / "ec2wire").mkdir()
    subprocess.run([*command, *WARNINGS, "-I", ROOT / "include", "-x", "c++-header",
                    ROOT / "include/ec2wire/ec2wire.hpp", "-o", folder / "ec2wire/ec2wire.hpp.gch"], check=True)
    return [command[-1], "-I", folder, engines]


def main():
    words = sys.argv[1:]
    documents = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md",
                 *sorted(ROOT.glob("docs/*.md"))]
    cut = words.index("--libs") if "--libs" in words else len(words)
    compiler, libs = words[:cut], words[cut + 1:]
    failed = 0
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        folder = pathlib.Path(folder)
        separately = compile_engines(compiler, libs, folder)
        running = []
        for path in documents:
            text = path.read_text()
            blocks = BLOCK.findall(text)
            # A block that the pattern misses would pass in silence.
            if len(blocks) != text.count("```cpp") or (path == documents[0] and len(blocks) < 2):
                sys.exit(f"{path.name}: of {text.count('```cpp')} C++ blocks {len(blocks)} are read")
            for problem in (*broken_links(path, text), *missing_files(path, text)):
                print(problem)
                failed += 1
            for number, (code, expected) in enumerate(blocks, 1):
                missing, own_libs = missing_of(compiler, libs, code)
                if missing:
                    print(f"SKIPPED {path.name}, block {number}: {missing}")
                    continue
                # Those of the first page are compiled as whoever reads it would.
                if path != documents[0]:
                    own_libs = [*separately, *own_libs]
                fact = f"{path.name}, block {number}"
                running.append((fact, pool.submit(run, compiler, own_libs, code, expected, folder,
                                                  f"{path.stem}_{number}")))
        for fact, block in running:
            problem = block.result()
            print(f"{fact}: {problem or 'as it says'}")
            failed += problem is not None
    sys.exit(1 if failed else 0)


main()
