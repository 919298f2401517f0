#!/usr/bin/env python3
"""Compiles the units of benchmarks/footprint and prints what each costs, and what in the first one.

usage: footprint.py [--pages README FAST_PATH] COMPILER...

With the pages, the figures of the first compiler are put into them as tables, between two comments.

Seconds are the CPU time of the compiler, the median of five; code is .text and all sections whose
names begin so, data is .rodata likewise. The units are compiled in turns, so that what else the
machine does falls on all alike.
"""
import os
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile

FOLDER = pathlib.Path("benchmarks/footprint")
FLAGS = ["-std=c++20", "-O2", "-Iinclude"]
SEPARATE = ["-DEC2WIRE_SEPARATE_COMPILATION"]
TURNS = 5
KIB = 1024

# Name, source, further flags, and what it is.
UNITS = [
    ("one_operation", "one_operation.cpp", [], "ec2wire: encode and decode_xml of one operation"),
    ("two_operations", "two_operations.cpp", [], "ec2wire: encode and decode_xml of two operations"),
    ("one_operation_separate", "one_operation.cpp", SEPARATE,
     "ec2wire, its engines compiled elsewhere: encode and decode_xml of one operation"),
    ("two_operations_separate", "two_operations.cpp", SEPARATE,
     "ec2wire, its engines compiled elsewhere: encode and decode_xml of two operations"),
    ("describe", "describe_instances.cpp", [], "ec2wire: decode_xml of DescribeInstances"),
    ("describe_json", "describe_instances_json.cpp", [], "ec2wire: decode_json of DescribeInstances"),
    ("run", "run_instances.cpp", [], "ec2wire: encode of RunInstances"),
    ("server", "server.cpp", [], "ec2wire: encode, decode_xml, decode_query and encode_xml of one operation"),
    ("pugixml", "pugixml.cpp", [], "pugixml: the decode alone, without its library"),
    ("rapidxml", "rapidxml.cpp", [], "RapidXML: the decode alone"),
]

# Seconds that the empty unit took where targets in seconds were set; here they are ratios to it.
EMPTY = 0.36

# The unit, the unit that it is compared with, and at most how many seconds to compile and KiB of code it
# takes more; seconds as a ratio to the empty unit where there is nothing to compare with.
TARGETS = [
    ("one_operation", None, 5.5, 34),
    ("two_operations", "one_operation", 0.1, 1.5),
    ("one_operation_separate", None, 1.8, 1),
    ("describe", None, 3.5 / EMPTY, 45),
    ("describe_json", None, 6 / EMPTY, 60),
    ("run", None, 2.5 / EMPTY, 25),
    ("server", "one_operation", None, 12),
]

# What the code of a unit is for. A function belongs to the first part that names it.
PARTS = [
    ("replies in EC2's layout or minified, by the pattern of their shape",
     r"::(item_matcher|document_matcher|match_document|match_head|match_any_value)<"),
    ("replies in any regular layout, by the tables",
     r"^[^(<]*::(xml_fast_path|xml_fast_actions|xml_replay|replayed_objects|recorded_pattern|fast_text|layout)::"),
    ("values, by the functions of their types",
     r"::(parse|emplace|get|text_of|print)_value<|::store_number<|::construct_element<"
     r"|^[^(<]*::append_element\("),
    ("XML itself, read strictly",
     r"^[^(<]*ec2wire::xml::|^[^(<]*::(skip_prolog|looks_like_xml|instead_of_xml)\("),
    ("members, service errors and the rest of a reply, read strictly",
     r"^[^(<]*::(xml_decoder|xml_reply|xml_names|xml_values)::|error_in|is_error_entry"
     r"|^[^(<]*::(find_member|match_error|decode_xml_reply|set_request_id)\(|decode_stop"),
    ("requests", r"query|encode"),
    ("memory, UTF-8, names, numbers", r""),
]


def run(command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


def standard_headers(compiler):
    """What <ec2wire/ec2wire.hpp> includes of the standard library, itself or below."""
    listed = run([compiler, *FLAGS, "-MM", str(FOLDER / "one_operation.cpp")]).stdout
    own = [word for word in listed.split() if word.startswith("include/ec2wire/")]
    found = set()
    for path in own:
        found.update(re.findall(r"^#include <(\w+)>", pathlib.Path(path).read_text("utf-8"), re.M))
    # That one is not there: it ends a compilation in an older language.
    return sorted(found - {"compile_with_std_cpp20"})


def compile_seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = run(command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        return None
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def section_bytes(path, prefix):
    sizes = run(["size", "-A", "-d", path]).stdout
    return sum(int(size) for name, size in re.findall(r"^(\.\S+)\s+(\d+)", sizes, re.M)
               if name.startswith(prefix))


def measure(compiler, units, folder):
    """unit -> (seconds, code, data); units that do not compile are left out."""
    times = {name: [] for name in units}
    for _ in range(TURNS):
        for name, (source, flags) in units.items():
            out = os.path.join(folder, name + ".o")
            times[name].append(
                compile_seconds([compiler, *FLAGS, *flags, "-c", str(source), "-o", out]))
    figures = {}
    for name, seconds in times.items():
        if None in seconds:
            print(f"SKIPPED: {name} does not compile with {compiler}")
            continue
        out = os.path.join(folder, name + ".o")
        figures[name] = (statistics.median(seconds), section_bytes(out, ".text"),
                         section_bytes(out, ".rodata"))
    return figures


def parts_of(path):
    """What it is for -> bytes of code."""
    found, seen = {what: 0 for what, _ in PARTS}, set()
    for line in run(["objdump", "-t", "-C", path]).stdout.splitlines():
        match = re.match(r"([0-9a-f]+) .{6}F (\.text\S*)\t([0-9a-f]+) +(.*)", line)
        # A constructor has two names.
        if match and match.group(1, 2) not in seen:
            seen.add(match.group(1, 2))
            part = next(what for what, pattern in PARTS if re.search(pattern, match[4]))
            found[part] += int(match[3], 16)
    return found


def verdict(what, value, limit, unit):
    print(f"{what:<98} <= {limit:<5.3g} {unit:<4} {value:>7.2f}  "
          f"{'met' if value <= limit else 'NOT MET'}")


def verdicts(figures, what):
    for name, other, seconds, code in TARGETS:
        if name not in figures or (other or name) not in figures:
            continue
        taken, size = figures[name][:2]
        if other is None:
            verdict(f"{what[name]}, to the empty unit", taken / figures["empty"][0], seconds, "x")
            verdict(f"{what[name]}, code", size / KIB, code, "KiB")
        else:
            if seconds is not None:
                verdict(f"{what[name]}, more", taken - figures[other][0], seconds, "s")
            verdict(f"{what[name]}, more code", (size - figures[other][1]) / KIB, code, "KiB")


def put_table(page, version, lines):
    """The table, in place of the one that stands there."""
    begin, end = "<!-- tools/footprint writes: -->\n", "<!-- so far -->\n"
    before, rest = pathlib.Path(page).read_text("utf-8").split(begin)
    lines = [*lines, "", f"{version}, `{' '.join(FLAGS[:2])}`.", end + rest.split(end, 1)[1]]
    pathlib.Path(page).write_text(before + begin + "\n".join(lines), "utf-8")


def report(compiler, folder, pages):
    empty = pathlib.Path(folder) / "empty.cpp"
    headers = standard_headers(compiler)
    empty.write_text("".join(f"#include <{name}>\n" for name in headers), "utf-8")
    units = {"empty": (empty, []),
             **{name: (FOLDER / source, flags) for name, source, flags, _ in UNITS}}
    what = {"empty": f"nothing but the same {len(headers)} standard headers",
            **{name: text for name, _, _, text in UNITS}}
    version = run([compiler, "--version"]).stdout.splitlines()[0]
    print(f"\n{version}, {' '.join(FLAGS[:2])}\n")
    print(f"{'source file':<82} {'seconds':>8} {'code':>8} {'data':>8}")
    figures = measure(compiler, units, folder)
    for name, (seconds, code, data) in figures.items():
        print(f"{what[name]:<82} {seconds:>8.2f} {code:>8} {data:>8}")
    if "one_operation" not in figures or "two_operations" not in figures:
        return False
    parts = parts_of(os.path.join(folder, "one_operation.o"))
    print(f"\n{'of the code of one operation':<83} {'code':>8}")
    for name, code in parts.items():
        print(f"{name:<83} {code:>8}")
    if pages:
        put_table(pages[0], version, ["| a source file with | seconds to compile | bytes of code |",
                                      "|---|---|---|",
                                      *(f"| {what[name]} | {seconds:.2f} | {code} |"
                                        for name, (seconds, code, _) in figures.items())])
        put_table(pages[1], version, ["| code of one operation, for | bytes |", "|---|---|",
                                      *(f"| {name} | {code} |" for name, code in parts.items())])
    print()
    verdicts(figures, what)
    return True


def main():
    words, pages = sys.argv[1:], []
    if words[:1] == ["--pages"]:
        pages, words = words[1:3], words[3:]
    good = len(words) > 0
    with tempfile.TemporaryDirectory() as folder:
        for compiler in words:
            good = report(compiler, folder, pages) and good
            pages = []
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
