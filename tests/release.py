#!/usr/bin/env python3
"""Every file that names the version names the same one, and tools/maintain/release refuses a tree in which
one does not, or that is not ready, with a sentence that says what to do.

usage: release.py
"""
import importlib.machinery
import importlib.util
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
TOOL = ROOT / "tools/maintain/release"
loader = importlib.machinery.SourceFileLoader("release", str(TOOL))
release = importlib.util.module_from_spec(importlib.util.spec_from_loader("release", loader))
loader.exec_module(release)

VERSION = release.found(*reversed(release.PLACES[0]))

# In a copy of the tree a text is replaced by another, and then this is said.
CHANGES = [
    (release.VERSION, f'"{VERSION}"', '"9.8.7"', f"{release.VERSION} says 9.8.7: write {VERSION}"),
    (release.VERSION, "version_patch = ", "version_patch = 5", f"{release.VERSION} says"),
    ("meson.build", f"version: '{VERSION}'", "version: '9.8.7'", f"meson.build says 9.8.7: write {VERSION}"),
    ("CHANGELOG.md", f"## {VERSION}, ", "## 9.8.7, ", f"CHANGELOG.md says 9.8.7: write {VERSION}"),
    ("docs/embedding.md", f"GIT_TAG v{VERSION}", "GIT_TAG v9.8.7", f"embedding.md says 9.8.7: write {VERSION}"),
    ("docs/embedding.md", "find_package(ec2wire 0", "find_package(ec2wire 9", "embedding.md says 9."),
    ("CHANGELOG.md", f"## {VERSION}, ", f"## {VERSION}, unreleased, not ",
     f'write the date, "{VERSION}, 2026-01-31"'),
]


def check(what, is_good, detail=""):
    print(f"{what}: {'yes' if is_good else 'no ' + detail}")
    return is_good


def said_of(folder):
    return "\n".join(release.problems(VERSION, folder))


def checks():
    yield check("all files name one version", not list(release.disagreements(VERSION)),
                "\n".join(release.disagreements(VERSION)))
    if not shutil.which("git"):
        print("SKIPPED whether a tree is ready: git is missing")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for path in {path for path, _ in release.PLACES}:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / path, folder / path)
        changelog = (folder / "CHANGELOG.md").read_text()
        dated = changelog.replace(f"## {VERSION}, unreleased", f"## {VERSION}, 2026-01-31", 1)
        (folder / "CHANGELOG.md").write_text(dated)
        subprocess.run(["git", "init", "-q", folder], check=True)
        yield check("what is not committed is named",
                    "not everything is committed: commit or remove\n?? CHANGELOG.md" in said_of(folder))
        subprocess.run(["git", "-C", folder, "add", "."], check=True)
        subprocess.run(["git", "-C", folder, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"],
                       check=True)
        yield check("a tree that is ready has no problem", not said_of(folder), said_of(folder))
        for path, old, new, expected in CHANGES:
            text = (folder / path).read_text()
            (folder / path).write_text(text.replace(old, new, 1))
            said = said_of(folder)
            (folder / path).write_text(text)
            yield check(f"{path} with {new.strip()}", text.count(old) and expected in said, said)
    ran = subprocess.run([sys.executable, TOOL, "9.8.7"], capture_output=True, text=True)
    yield check("another version is refused",
                ran.returncode == 1 and ran.stderr.startswith("release: this is not 9.8.7 yet:\n"), ran.stderr)
    for words in ([], ["9.8"], ["9.8.7", "a", "b", "c"]):
        ran = subprocess.run([sys.executable, TOOL, *words], capture_output=True, text=True)
        yield check(f"usage of {words}", ran.returncode == 2 and "usage: tools/maintain/release" in ran.stderr)


sys.exit(0 if all([*checks()]) else 1)
