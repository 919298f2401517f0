#!/usr/bin/env python3
"""Prints what the tests ran of include/: lines and branches of each header, the gaps, the totals.

usage: coverage.py GCOV FOLDER    GCOV is the compiler's gcov, FOLDER has the *.gcda

The exit status is 1 below LEAST_LINES or LEAST_BRANCHES.

gcov counts each instantiation of a template by itself. Here a line is run if one of them ran it, and a
branch taken if one of them took it: the branches of an instantiation are those of its line in the source,
in order, as long as nothing was left out by `if constexpr`; the fullest form of the line is what counts.
A fold over the members of a shape, (... && visit(member)), has one branch, goes on or stops, and not one
for each member of each shape. Nor has a line of a generic lambda, whose instantiations gcov puts one behind
the other: it has as many branches as its conditions.
"""
import json
import os
import pathlib
import re
import subprocess
import sys

LEAST_LINES, LEAST_BRANCHES = 99.0, 95.0
ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HEADERS = ROOT / "include/ec2wire"

# Gaps that are left, and why: the header (all, if it says nothing), what the line looks like, the reason.
# They count as gaps all the same.
CONSTANT_ONLY = "for constant evaluation alone, where memory has a type: no run comes here"
EXPLAINED = [
    ("core/scratch.hpp",
     r"compile_time_blocks_|any_block|\bblock\b|^return;|owner->|std::allocator|list", CONSTANT_ONLY),
    ("core/scratch.hpp", r"compare_three_way\{\}\(mark, first\)",
     "whether an older chunk lies before or behind the newest is its source's choice"),
    ("core/bytes.hpp", r"^return is_equal\(a, b, size\);", CONSTANT_ONLY),
    ("", r"std::construct_at\(\w+ \+ i\);", CONSTANT_ONLY),
    ("", r"(\|\| |\? )(in\.|in_\.)?fail(_here)?\(|&& finish_text\(|^fail\(errc|"
         r"put_escaped\(text\); }\) \|\|$",
     "what is called gives the same answer every time: one side of it is never taken"),
    ("json/strict_reader.hpp", r"get_(object|array)\(\)|get_raw_json_string\(\)|object\.begin\(\)|find\('\"'|"
                      r"npos\)|find_bad_utf8|is_memory|current_location|bytes_\.size\(\) \?",
     "simdjson may say so, but has seen the structure before; another version may see it later"),
    ("json/writer.hpp", r"c\.size != 0", "what is no UTF-8 is refused before; it would not end the loop"),
    ("codec/host_prefix.hpp", r"close == |^return \{\};",
     "such a pattern does not compile: has_labels()"),
    ("query/writer.hpp", r"index\.keeps_digits\(\)", "where it is false, the list has ten million texts"),
    ("xml/unescape.hpp", r"i < entity\.text\.size\(\)", "a text that has the whole of it is an entity"),
    ("", r"^for \(.*(const element_of<T>& element : list|!here\.is_end\(\)|i \+ 1 < count)|"
         r"static_cast<Value>\(|^if \(id && !member|in_\.open_array\(\) && visit_all|is_set\(value\.\*|"
         r"value_\(other \?|!\(contained\(\) == T",
     "its fullest form, of a type that may throw, is run one way; the shorter ones are run both ways"),
    ("xml/input.hpp", r"for \(const char c : due\)",
     "the loop ends inside: what is due differs somewhere from what is there"),
    ("core/result.hpp", r"std::terminate\(\)", "the process that ends there writes no counts"),
    ("json/", r"^switch \(kind(\(\))?\)",
     "gcov counts a value that is none of the enumerators, and there is none"),
    ("system_error.hpp", r"static const detail::errc_category",
     "the guard of a static: its other side waits for a thread that makes it at the same time"),
]

CONSTANT = "std::is_constant_evaluated()"
FOLD = re.compile(r"\.\.\.\)|\(\.\.\.|^\.\.\.")


def without_throws(branches):
    """Of each call that may throw, gcov makes two branches: it returns, or it throws."""
    kept = []
    is_return_due = False
    for branch in branches:
        if branch["throw"]:
            if kept and kept[-1]["fallthrough"]:
                kept.pop()
            else:
                is_return_due = True
        elif is_return_due:
            is_return_due = False
        else:
            kept.append(branch)
    return [branch["count"] for branch in kept]


def folded(counts, width):
    width = width if len(counts) % width == 0 else 2
    return [sum(counts[first::width]) for first in range(min(width, len(counts)))]


class Header:
    def __init__(self, path):
        self.name = path.relative_to(HEADERS).as_posix()
        self.source = path.read_text().split("\n")
        self.runs = {}      # of each line, in all
        self.branches = {}  # of each line: how often each was taken

    def text(self, number):
        return self.source[number - 1].strip()

    def is_defaulted(self, number):
        text = self.text(number)
        return (text if text.endswith(";") else text + self.text(number + 1)).endswith("= default;")

    def add(self, line):
        number = line["line_number"]
        text = self.text(number)
        # What the compiler writes for a brace or `= default` is not ours.
        if not re.search(r"\w", text):
            return
        self.runs[number] = self.runs.get(number, 0) + line["count"]
        counts = without_throws(line["branches"])
        if not counts or self.is_defaulted(number):
            return
        if FOLD.search(text) or FOLD.search(self.text(number + 1)):
            counts = folded(counts, 2)
        elif "function_name" not in line:
            counts = folded(counts, 2 * (1 + len(re.findall(r"&&|\|\|", text))))
        before = self.branches.get(number, [])
        if len(counts) == len(before):
            self.branches[number] = [a + b for a, b in zip(before, counts)]
        elif len(counts) > len(before):
            self.branches[number] = counts

    def measure(self):
        self.lines, self.lines_run = len(self.runs), sum(n > 0 for n in self.runs.values())
        self.all_branches = self.taken = 0
        self.gaps = [(number, " ") for number, runs in self.runs.items() if runs == 0]
        for number, counts in self.branches.items():
            taken = sum(count > 0 for count in counts)
            # One side of each question whether this is constant evaluation belongs to no run.
            wanted = len(counts) - min(len(counts) - taken, self.text(number).count(CONSTANT))
            self.all_branches += wanted
            self.taken += taken
            if taken < wanted and self.runs[number] > 0:
                self.gaps.append((number, "b"))
        self.gaps.sort()

    def reason(self, number):
        for name, pattern, reason in EXPLAINED:
            if self.name.startswith(name) and re.search(pattern, self.text(number)):
                return reason
        return "NOT EXPLAINED"


def read_counts(gcov, folder):
    headers = {}
    for notes in sorted(folder.rglob("*.gcda")):
        out = subprocess.run([gcov, "--json-format", "--stdout", "--branch-probabilities", notes],
                             cwd=folder, capture_output=True, check=True).stdout
        unit = json.loads(out)
        for file in unit["files"]:
            path = pathlib.Path(os.path.normpath(
                pathlib.Path(unit["current_working_directory"]) / file["file"]))
            if path.is_relative_to(HEADERS):
                header = headers.setdefault(path, Header(path))
                for line in file["lines"]:
                    header.add(line)
    for header in headers.values():
        header.measure()
    return [headers[path] for path in sorted(headers)]


def percent(part, whole):
    return 100.0 * part / whole if whole else 100.0


def print_row(name, headers):
    lines_run, lines, taken, branches = (sum(getattr(header, what) for header in headers) for what in
                                         ("lines_run", "lines", "taken", "all_branches"))
    print(f"{name:46}{lines_run:6} of {lines:5}{percent(lines_run, lines):7.1f} %"
          f"{taken:7} of {branches:5}{percent(taken, branches):7.1f} %")
    return percent(lines_run, lines), percent(taken, branches)


def main():
    headers = read_counts(sys.argv[1], pathlib.Path(sys.argv[2]).resolve())
    folders = {}
    for header in headers:
        folders.setdefault(header.name.rpartition("/")[0] + "/", []).append(header)

    print(f"{'':46}{'lines':>15}{'':9}{'branches':>17}")
    for header in headers:
        print_row(header.name, [header])
    print("\nGaps; b: the line was run, but not each of its branches.")
    for header in headers:
        for number, kind in header.gaps:
            print(f"{kind} {header.name}:{number}: {header.text(number)}\n"
                  f"      {header.reason(number)}")
    print()
    for name, folder in folders.items():
        print_row(name, folder)
    lines, branches = print_row("total", headers)
    if lines < LEAST_LINES or branches < LEAST_BRANCHES:
        print(f"less than {LEAST_LINES} % of the lines or {LEAST_BRANCHES} % of the branches")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
