#!/usr/bin/env python3
"""Each command of tools/ refuses a word that it does not understand: it says which, how it is called, and ends
with 2, before it builds or installs anything.

usage: tools.py
"""
import pathlib
import subprocess
import sys

sys.dont_write_bytecode = True
from cases import case, expect, run_cases  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
COMMANDS = sorted(path.relative_to(ROOT).as_posix() for folder in ("tools", "tools/maintain")
                  for path in (ROOT / folder).iterdir() if path.is_file() and not path.suffix)
# Of these the tests are their own: what they are given is a model, a version, or a header.
ELSEWHERE = ["tools/shapes", "tools/maintain/release"]


def run(*words, folder=ROOT):
    return subprocess.run(words, cwd=folder, capture_output=True, text=True, timeout=20)


@case
def a_word_that_is_not_understood_is_named():
    for name in COMMANDS:
        if name in ELSEWHERE:
            continue
        done = run(ROOT / name, "--no-such-word")
        expect((done.returncode, done.stdout), (2, ""), f"{name}: {done.stderr}")
        assert "--no-such-word" in done.stderr or "FOLDER" in done.stderr, done.stderr
        assert f"usage: {name}" in done.stderr or f"usage: {pathlib.Path(name).name}" in done.stderr, done.stderr
    return f"{len(COMMANDS) - len(ELSEWHERE)} commands"


@case
def the_usage_is_that_of_the_first_comment():
    expect(run(ROOT / "tools/test", "--no-such-word", folder=ROOT / "tools").stderr,
           "tools/test: cannot be called with: --no-such-word\n"
           "usage: tools/test [--quick]             --quick: the plain g++ build alone\n"
           "       tools/test --arch ARCH [--quick]\n"
           "       tools/test --compiler COMMAND [--libc++]\n"
           "       tools/test --valgrind\n")
    expect(run(ROOT / "tools/maintain/coverage", "a", "b").stderr,
           "tools/maintain/coverage: cannot be called with: a b\nusage: tools/maintain/coverage\n")
    done = run(ROOT / "tools/fuzz", "no_target", "1")
    assert done.stderr.startswith("targets: cloudtrail ") and "cannot be called with: no_target 1" in done.stderr


@case
def a_tool_that_is_missing_is_named():
    with_nothing = "cd tools/..; source tools/lib/packages.sh; require no-such-tool"
    done = subprocess.run(["bash", "-c", with_nothing, "tools/docs"], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, "install what is missing: no-such-tool" in done.stderr) == (1, True), done


@case
def amalgamate_says_what_is_wrong():
    for words, problem in ((["--namespace", "7up", "x"], "7up is not a namespace, such as vendor::ec2"),
                           (["--with", "core/none.hpp", "x"],
                            "there is no header or folder core/none.hpp in include/ec2wire")):
        done = run(ROOT / "tools/amalgamate", *words)
        expect((done.returncode, done.stderr.splitlines()[-1]), (2, f"amalgamate: error: {problem}"))


if __name__ == "__main__":
    run_cases()
