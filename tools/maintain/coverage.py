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

CONSTANT = "is_constant_evaluated()"
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
        while not re.search(r"[;{}]", text) and number < len(self.source):
            number += 1
            text += " " + self.text(number)
        return text.endswith("= default;")

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
            print(f"{kind} {header.name}:{number}: {header.text(number)}")
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
