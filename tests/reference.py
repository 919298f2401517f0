#!/usr/bin/env python3
"""Builds the reference as tools/docs does, without a warning; and checks that a public name without a
comment gives one, while names in a namespace `detail` need none.

usage: reference.py

Without Doxygen it is skipped.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent

# A header, and what Doxygen must say of it; nothing if it is right.
PLANTED = [
    ("int shown();", "shown()"),
    ("struct shown {\n    int a{};  // what it holds\n};", "::shown"),
    ("// What it is.\nstruct shown {\n    int a{};  // what it holds\n    int b{};\n};", "Member b"),
    ("// What it is.\nenum class shown {\n    one,  // the first\n    two,\n};", "@undocumented"),
    ("template <class T>\nconcept shown = true;", "@undocumented"),
    ("// What it is.\ntemplate <class T>\nconcept shown = true;", None),
    ("// What it does, see `<item>`.\nint shown();\nint shown(int);", None),
    ("// What it is:\n//\n//   <item>@</item>\n//    ----\nstruct shown {\n    int a{};  // its <a>\n"
     "};", None),
    ("namespace detail {\nint hidden();\n}  // namespace detail", None),
]


def warnings_of(folder, last_words=""):
    """The warnings of Doxygen, with these lines after its configuration."""
    environment = os.environ | {"EC2WIRE_DOCS": str(folder), "EC2WIRE_VERSION": "tested"}
    ran = subprocess.run(["doxygen", "-"], cwd=ROOT, env=environment, text=True,
                         input=(ROOT / "docs/Doxyfile").read_text() + last_words,
                         capture_output=True)
    said = (ran.stdout + ran.stderr).strip()
    return said if ran.returncode == 0 or said else f"it ended with {ran.returncode}"


def main():
    if not shutil.which("doxygen"):
        print("SKIPPED reference: doxygen is missing")
        sys.exit(77)
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        header = folder / "planted.hpp"
        for body, expected in PLANTED:
            header.write_text("// All of it.\nnamespace ec2wire {\n\n" + body + "\n\n}\n")
            said = warnings_of(folder, f"\nINPUT = {header}\nUSE_MDFILE_AS_MAINPAGE =\n")
            if bool(said) != bool(expected) or expected and expected not in said:
                print(f"of\n{body}\nit says: {said or 'nothing'}")
                failed += 1
        if said := warnings_of(folder):
            print(said)
            failed += 1
    print(f"{len(PLANTED)} planted headers and all of ours, {failed} problems")
    sys.exit(1 if failed else 0)


main()
