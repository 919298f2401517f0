#!/usr/bin/env python3
"""Writes headers of whole services by the shortest call of tools/shapes, and compiles them.

usage: every_service.py sample COMPILER...   a few services, and one operation of EC2
       every_service.py all COMPILER...      each service that speaks ec2 or query in the installed
                                             botocore

Other options of tools/shapes are tested in shapes_generator.py.
"""
import gzip
import json
import pathlib
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools/lib")]
from cases import FAILED, skip  # noqa: E402
from shapes import botocore_model, find_model  # noqa: E402

FLAGS = ["-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow",
         "-Werror", "-x", "c++", "-"]
SAMPLE = [("sts", "all"), ("sdb", "all"), ("sns", "all"), ("ec2", "DescribeVolumes")]


def query_services():
    """The services of the installed botocore that speak one of the two protocols."""
    data = find_model.installed("sts").parent.parent.parent
    found = []
    for folder in sorted(path for path in data.iterdir() if path.is_dir()):
        if not list(folder.glob("*/service-2.json*")):
            continue
        path = find_model.installed(folder.name)
        opened = gzip.open(path) if path.suffix == ".gz" else open(path, "rb")
        with opened as file:
            metadata = json.load(file)["metadata"]
        spoken = {metadata.get("protocol"), *metadata.get("protocols", [])}
        if spoken & set(botocore_model.PROTOCOLS):
            found.append(folder.name)
    return found


def problem_of(compiler, service, operations, header):
    """What goes wrong with a service, or nothing."""
    words = ["--operations", operations, "--output", header]
    words += ["--service", service] if service != "ec2" else []
    made = subprocess.run([sys.executable, ROOT / "tools/shapes", *words], capture_output=True,
                          text=True, timeout=120)
    if made.returncode != 0 or made.stderr:
        return f"tools/shapes ends with {made.returncode}: {made.stderr}"
    built = subprocess.run([*compiler, "-I", ROOT / "include", "-I", header.parent, *FLAGS],
                           input=f'#include "{header.name}"\n', capture_output=True, text=True)
    return built.stderr[:4000] if built.returncode != 0 else None


def main():
    if len(sys.argv) < 3 or sys.argv[1] not in ("sample", "all"):
        sys.exit(__doc__)
    if not find_model.botocore_version():
        skip("botocore is missing")
    asked = SAMPLE if sys.argv[1] == "sample" else [(name, "all") for name in query_services()]
    failed, begin = 0, time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for service, operations in asked:
            header, start = pathlib.Path(folder, f"{service}_shapes.hpp"), time.monotonic()
            problem = problem_of(sys.argv[2:], service, operations, header)
            failed += problem is not None
            print(f"{'FAILED ' if problem else 'ok     '} {service}, {operations}: "
                  f"{problem or f'{time.monotonic() - start:.1f} s'}", flush=True)
    print(f"{len(asked)} services, {failed} failed, {time.monotonic() - begin:.0f} s")
    sys.exit(FAILED if failed or not asked else 0)


if __name__ == "__main__":
    main()
