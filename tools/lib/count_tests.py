#!/usr/bin/env python3
"""Counts what `meson test` ran: prints each skip with its reason, then `P F S`.

usage: count_tests.py BUILD/meson-logs/testlog.json

One program of Boost.Test holds many cases, and one case skipped inside a program that
passes is not seen by Meson at all. So cases are counted where a program reports them,
and every other test counts as one. Meson's verdict stands above the report: a program
that died, ran out of time or failed without a failed case is one failure more.
"""
import json
import re
import sys


def cases(output, kind):
    # The report repeats its numbers for each suite at other levels; "short" has them once.
    found = re.search(rf"^\s*(\d+) test cases? out of \d+ {kind}", output, re.M)
    return int(found[1]) if found else 0


def main():
    passed = failed = skipped = 0
    with open(sys.argv[1], encoding="utf-8") as log:
        tests = [json.loads(line) for line in log]
    for test in tests:
        output = test.get("stdout", "")
        reasons = [line for line in output.splitlines() if line.startswith("SKIPPED")]
        if test["result"] == "SKIP":
            skipped += 1
            print(f"{test['name']}: {reasons[0] if reasons else 'SKIPPED, with no reason given'}")
            continue
        for reason in reasons:
            print(f"{test['name']}: {reason}")
        good = test["result"] in ("OK", "EXPECTEDFAIL")
        if "test cases out of" not in output and "test case out of" not in output:
            passed, failed = passed + good, failed + (not good)
            continue
        # "warned": a case that checked nothing at run time, as with a static_assert alone.
        passed += cases(output, "passed") + cases(output, "warned")
        skipped += cases(output, "skipped")
        bad = cases(output, "failed") + cases(output, "timed out")
        failed += bad if bad or good else 1
    print(passed, failed, skipped)


if __name__ == "__main__":
    main()
