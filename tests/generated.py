#!/usr/bin/env python3
"""Writes the headers of include/ec2wire/ec2 and sts again, and more, and compares.

usage: generated.py

A model of the whole service is needed, and so a botocore of the version that the recipe names; what
needs none is tested in shapes_generator.py.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tools/lib")]
from cases import case, expect, run_cases, skip  # noqa: E402
from shapes import find_model, folder, header, names  # noqa: E402

# Each recipe with its comments. A folder with shapes has one.
RECIPES = [folder.read(ROOT / "tools/lib/shapes" / name) for name in ("ec2.json", "sts.json")]
for recipe, _ in RECIPES:
    if find_model.botocore_version() != recipe["botocore"]:
        skip(f"the headers are made from botocore {recipe['botocore']}, and here is "
             f"{find_model.botocore_version() or 'none'}")


@case
def the_headers_are_what_the_model_gives():
    count = 0
    for recipe, comments in RECIPES:
        texts = folder.headers(recipe, comments)
        expect(sorted(texts), recipe["headers"], "the headers that the recipe names")
        for name, text in texts.items():
            expect((ROOT / recipe["folder"] / name).read_text(), text, name)
        count += len(texts)
    return f"{count} headers"


@case
def the_same_model_gives_the_same_bytes():
    for recipe in RECIPES:
        expect(folder.headers(*recipe), folder.headers(*recipe))


@case
def every_comment_is_in_a_header():
    for recipe, comments in RECIPES:
        texts = folder.headers(recipe, comments).values()
        text = " ".join(" ".join(t.split()) for t in texts).replace(" // ", " ")
        for table in comments.values():
            for key, sentence in table.items():
                assert sentence in text, f"{key} is in no header"


def formatted(text, where):
    path = where / "header.hpp"
    path.write_text(text)
    done = subprocess.run(["clang-format", "--style=file", str(path)], capture_output=True,
                          text=True, check=True)
    return done.stdout


@case
def clang_format_has_nothing_to_change():
    if shutil.which("clang-format") is None:
        return "SKIPPED: clang-format is missing"
    headers = [("ec2", "ec2wire"), ("iam", "an::sdk"), ("sns", "an::sdk"), ("ses", "ec2wire")]
    lines = 0
    with tempfile.TemporaryDirectory() as temporary:
        where = pathlib.Path(temporary)
        shutil.copy(ROOT / ".clang-format", where)
        for service_name, namespace in headers:
            service = find_model.read(find_model.installed(service_name))
            text = header.Header(header.Library(service, namespace), sorted(service.operations),
                                 [], with_service=True).text("GUARD_HPP")
            expect(formatted(text, where), text, f"{service_name} in {namespace}")
            lines += text.count("\n")
    return f"{lines} lines"


@case
def names_are_identifiers_and_differ():
    for service_name in ("ec2", "sts", "sns", "iam"):
        service = find_model.read(find_model.installed(service_name))
        for in_ec2wire in (True, False):
            every = names.Names(service, in_ec2wire)
            spelled = [*every.requests.values(), *every.responses.values(),
                       *every.shapes.values(), every.service]
            spelled += [every.template(s) for s in spelled]
            assert all(s.isidentifier() and s not in names.KEYWORDS for s in spelled)
            plain = [s for s in spelled if not s.startswith("basic_")]
            expect(len(set(plain)), len(plain))


if __name__ == "__main__":
    run_cases()
