"""Shared by the Python tests: cases that report what ran, and the command to run.

A case is a function; its name is the fact that it checks, and is printed with the result. What it returns
is printed as well; a case that cannot run returns "SKIPPED, " and the reason.
"""
import os
import subprocess
import sys

FAILED, SKIPPED = 1, 77

_cases = []


def case(function):
    _cases.append(function)
    return function


def skip(reason):
    print("SKIPPED", reason)
    sys.exit(SKIPPED)


def expect(actual, expected, about=""):
    if actual != expected:
        raise AssertionError(f"{about}\n  expected {expected!r}\n  got      {actual!r}")


# The same on every machine, so that a run can be repeated; another seed is an argument.
DEFAULT_SEED = 20161115


def command_and_seed(usage):
    """COMMAND [SEED] from the command line. The seed is printed first: a failure needs it."""
    if len(sys.argv) not in (2, 3):
        sys.exit(usage)
    seed = int(sys.argv[2]) if len(sys.argv) == 3 else DEFAULT_SEED
    print(f"seed {seed}")
    return Command(sys.argv[1]), seed


def run_cases(*arguments):
    """Runs every case with `arguments`, prints a line for each, and ends the program."""
    failed = 0
    for function in _cases:
        fact = function.__name__.replace("_", " ")
        try:
            note = function(*arguments) or ""
            word = "SKIPPED" if note.startswith("SKIPPED") else "ok     "
            note = note.removeprefix("SKIPPED").lstrip(",: ")
            print(f"{word} {fact}{f': {note}' if note else ''}", flush=True)
        except Exception as problem:  # the other cases are still of interest
            failed += 1
            kind = "" if isinstance(problem, AssertionError) else type(problem).__name__ + ": "
            print(f"FAILED  {fact}: {kind}{problem}", flush=True)
    print(f"{len(_cases)} cases, {failed} failed")
    sys.exit(FAILED if failed else 0)


UNWRITTEN = "the standard output cannot be written\n"


def where_the_disk_is_full(*words, **settings):
    """The exit status and the standard error of a program whose output cannot be written."""
    with open("/dev/full", "w") as full:
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, **settings)
    return done.returncode, done.stderr


def printable(data):
    """As the command prints its input: a tab as a space, other bytes as \\xHH."""
    return "".join(" " if b == 9 else chr(b) if 32 <= b < 127 else f"\\x{b:02X}" for b in data)


def text_document(data):
    """Whether `data` is printable ASCII, tabs and new lines: nothing that controls a terminal."""
    return all(b in (9, 10) or 32 <= b < 127 for b in data)


class Outcome:
    def __init__(self, status, out, err):
        self.status, self.out, self.err = status, out, err

    def __repr__(self):
        return f"exit {self.status}, out {self.out!r}, err {self.err!r}"


class Command:
    """The command `ec2wire`, with nothing from the caller's AWS settings or proxies."""

    def __init__(self, path):
        self.path = os.path.abspath(path)
        self.env = {name: value for name, value in os.environ.items()
                    if not name.startswith("AWS_") and not name.lower().endswith("_proxy")}
        self.runs = 0

    def __call__(self, *arguments, stdin=b"", env=(), cwd=None):
        """Runs it. Whatever the arguments, it must end by itself and print no byte unescaped."""
        done = subprocess.run([self.path, *arguments], input=stdin, capture_output=True,
                              env={**self.env, **dict(env)}, cwd=cwd, timeout=60)
        self.runs += 1
        outcome = Outcome(done.returncode, done.stdout.decode("latin-1"),
                          done.stderr.decode("latin-1"))
        assert text_document(done.stdout), f"{arguments}: raw bytes on stdout: {outcome}"
        assert text_document(done.stderr), f"{arguments}: raw bytes on stderr: {outcome}"
        assert done.returncode in range(6), f"{arguments}: {outcome}"
        return outcome

    def answer(self, *arguments, **settings):
        """The stdout of a run that must succeed without output on stderr."""
        outcome = self(*arguments, **settings)
        assert (outcome.status, outcome.err) == (0, ""), f"{arguments}: {outcome}"
        return outcome.out
