#!/usr/bin/env python3
"""Writes sets of random shapes as C++, and checks the invariants of every shape on random documents.

usage: random_shapes.py write OUTPUT.cpp [--without-json] SEED...
       random_shapes.py run [--sets N] [--first SEED] [--documents M] [--first-document D]
                            [--sanitize] [-m32] [--without-json] [--keep FOLDER] COMPILER...    -m32: without JSON

A set is made of its seed alone, and a document of its set and number: a failure prints how to run it again.
The invariants are in tests/random_shapes/invariants.hpp and json_invariants.hpp.
"""
import argparse
import pathlib
import random
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from cases import FAILED, skip  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
MEMBERS = 70  # of a set, about
SETS_PER_PROGRAM = 4  # which share the compilation of the engines

INTEGERS = [*(f"std::{sign}int{bits}_t" for sign in ("", "u") for bits in (8, 16, 32, 64)), "unsigned long long"]
FORMATS = ["date_time", "epoch_seconds", "http_date"]
RISKY = ["item", "member", "entry", "key", "value", "Name", "NameX", "Na", "Code", "Message", "Tag", "TagSet",
         "TagSetItem", "x", "X1", "requestIdentifier", "Response", "Result", "Errors", "State", "instanceId"]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
WITHIN_NAMES = LETTERS + LETTERS.upper() + "0123456789_-"


def cpp(text):
    return '"' + text + '"'


class Names:
    """Names of one structure: no two of them are one key of a query, or one word in JSON or XML."""

    def __init__(self, choose, taken=()):
        self.choose = choose
        self.taken = {"action", "version", "error", "responsemetadata", "requestid", "odd", "zzunknown", *taken}
        self.given = []

    def candidate(self):
        choose = self.choose
        kind = choose.random()
        if kind < 0.2:
            return choose.choice(RISKY)
        if kind < 0.35 and self.given:  # the beginning of another, or one that goes on, or differs late
            other = choose.choice(self.given)
            return choose.choice([other[:-1], other + choose.choice(LETTERS), other[:-1] + choose.choice(LETTERS)])
        size = choose.choice([choose.randint(1, 12), choose.choice([7, 8, 9, 15, 16, 17]), choose.randint(1, 60)])
        return choose.choice(LETTERS + LETTERS.upper()) + "".join(
            choose.choice(WITHIN_NAMES) for _ in range(size - 1))

    def new(self):
        while True:
            name = self.candidate()[:60]
            if name and name.lower() not in self.taken:
                self.taken.add(name.lower())
                self.given.append(name)
                return name


class Set:
    """The shapes of one seed, in the order in which C++ wants them."""

    def __init__(self, seed):
        self.seed = seed
        self.choose = random.Random(seed)
        self.text = []
        self.messages = []
        self.count = 0
        self.left = MEMBERS  # before structures become small, and hold no others
        for index in range(2):
            self.left = max(self.left, MEMBERS // 3)
            self.is_aws = self.choose.random() < 0.5
            self.service(index)
            self.messages.append(self.structure(0, self.choose.choice([1, 3, 8, 16, 24, 40, 70]), message=index))

    # ---- text ----

    def service(self, index):
        namespace = '    static constexpr std::string_view xml_namespace = "https://example.com/";\n'
        self.text.append(
            f"struct service_{index} {{\n"
            f"    using protocol = {'aws' if self.is_aws else 'ec2'}_query;\n"
            f'    static constexpr std::string_view version = "2020-01-08";\n'
            f"{namespace if self.choose.random() < 0.5 else ''}}};\n")

    def structure(self, depth, size, message=None):
        """Writes a structure and returns its name. It comes after those that it holds."""
        choose = self.choose
        name = f"s{self.count}"
        self.count += 1
        is_union = choose.random() < 0.1
        is_recursive = not is_union and depth in (1, 2) and choose.random() < 0.25
        self.left -= size
        names = Names(choose)
        before = []  # constants of the traits of nested lists
        rows = []
        for index in range(size):
            rows.append(self.member(name, depth, names, before, is_union, index, is_recursive, message is not None))
        if is_recursive:
            rows.append(self.recursive_member(name, names, size))
        if message is not None and not is_union and choose.random() < 0.7:
            rows.append((f"std::optional<typename Storage::string> m{size}{{}};",
                         f'field{{"RequestId", &self::m{size}, {{.request_id = true}}}}'))
        if message is not None and choose.random() < 0.3:
            choose.shuffle(rows)
        head = "    static constexpr bool is_owning = !std::is_same_v<Storage, borrowed>;\n"
        if message is not None:
            operation = cpp(choose.choice(["Do", "DescribeThings"]))
            head += (f"    using service = service_{message};\n"
                     f"    static constexpr std::string_view operation = {operation};\n")
        if is_union:
            head += "    static constexpr bool is_union = true;\n"
        # Whether a maybe<> of a structure with plain members is present is found by ==.
        equality = f"    friend bool operator==(const {name}&, const {name}&) = default;\n"
        self.text.append(
            "".join(before) + f"template <class Storage>\nstruct {name} {{\n{head}"
            + "".join(f"    {declaration}\n" for declaration, _ in rows)
            + "    static constexpr auto fields() {\n"
            + f"        using self = {name};\n        return ec2wire::field_list{{"
            + ",\n                          ".join(row for _, row in rows) + "};\n    }\n"
            + equality + "};\n")
        return name

    def recursive_member(self, name, names, index):
        kind = self.choose.choice(["typename Storage::template indirect<{}<Storage>>",
                                   "typename Storage::template list<{}<Storage>>"])
        return f"{kind.format(name)} m{index}{{}};", f'field{{"{names.new()}", &self::m{index}}}'

    # ---- members ----

    def member(self, owner, depth, names, before, is_union, index, is_flat, is_root):
        choose = self.choose
        name = names.new()
        traits = {}
        if choose.random() < 0.6:
            traits["xml_name"] = cpp(names.new())
        if not self.is_aws and choose.random() < 0.1:
            traits["query_name"] = cpp(names.new())
        kind = choose.random()
        if is_flat or kind < (0.5 if is_root else 0.7) or depth > 2 or self.left < 0:
            type_, is_required = self.scalar_member(traits, is_union, is_root)
        elif kind < 0.7:
            type_ = self.struct_member(depth, is_union)
            is_required = not is_union and choose.random() < 0.15
        else:
            type_ = self.list_member(owner, depth, traits, before, is_union, index)
            is_required = not is_union and not type_.startswith(("maybe", "std::optional")) and choose.random() < 0.1
        if is_required:
            traits["required"] = "true"
        order = ["xml_name", "query_name", "item_name", "key_name", "value_name", "flattened", "xml_attribute",
                 "required", "format", "element"]
        given = ", ".join(f".{key} = {traits[key]}" for key in order if key in traits)
        row = f'field{{"{name}", &self::m{index}' + (f", {{{given}}}" if given else "") + "}"
        return f"{type_} m{index}{{}};", row

    def scalar(self, traits):
        choose = self.choose
        kind = choose.random()
        if kind < 0.35:
            return "typename Storage::string"
        if kind < 0.55:
            return choose.choice(INTEGERS)
        if kind < 0.65:
            traits["format"] = f"timestamp_format::{choose.choice(FORMATS)}"
            return "timestamp"
        return choose.choice(["bool", "float", "double", "typename Storage::template list<std::byte>",
                              "open_enum<color, typename Storage::string>", "weekday", "state_code"])

    def scalar_member(self, traits, is_union, is_root):
        scalar = self.scalar(traits)
        is_optional = is_union or self.choose.random() < 0.8
        if not is_union and self.choose.random() < 0.1:
            traits["xml_attribute"] = "true"
        is_required = not is_union and self.choose.random() < 0.1
        return (f"std::optional<{scalar}>" if is_optional else scalar), is_required

    def struct_member(self, depth, is_union):
        inner = self.inner(depth)
        forms = ["maybe<{}>", "std::optional<{}>", "typename Storage::template indirect<{}>"]
        return self.choose.choice(forms if is_union else forms + ["{}"]).format(inner)

    def inner(self, depth):
        return f"{self.structure(depth + 1, self.choose.choice([1, 2, 3, 3, 5, 9]))}<Storage>"

    def list_member(self, owner, depth, traits, before, is_union, index):
        choose = self.choose
        if self.is_aws and choose.random() < 0.3:
            held = self.map(depth, traits)
        elif choose.random() < 0.15:
            held = self.nested_list(owner, depth, traits, before, index)
        else:
            held = f"typename Storage::template list<{self.element(depth, traits)}>"
            self.name_items(traits)
        if choose.random() < 0.25:
            traits["flattened"] = "true"
        forms = ["maybe<{}>", "std::optional<{}>"]
        return choose.choice(forms if is_union else forms + ["{}", "{}"]).format(held)

    def name_items(self, traits):
        if self.choose.random() < 0.4:
            traits["item_name"] = cpp(Names(self.choose).new())

    def element(self, depth, traits):
        if self.choose.random() < 0.6:
            return self.inner(depth)
        scalar = self.scalar(traits)
        return "std::int32_t" if scalar == "bool" else scalar  # a std::vector<bool> is refused

    def map(self, depth, traits):
        choose = self.choose
        if choose.random() < 0.4:
            names = Names(choose)
            traits["key_name"], traits["value_name"] = cpp(names.new()), cpp(names.new())
        key = choose.choice(["typename Storage::string", "open_enum<color, typename Storage::string>"])
        value = choose.choice([self.scalar, lambda _: self.inner(depth),
                               lambda _: "typename Storage::template list<typename Storage::string>"])(traits)
        return f"typename Storage::template list<map_entry<{key}, {value}>>"

    def nested_list(self, owner, depth, traits, before, index):
        self.name_items(traits)
        inner = {}
        self.name_items(inner)
        element = self.element(depth, inner)
        if inner:
            constant = f"element_{owner}_{index}"
            given = ", ".join(f".{key} = {inner[key]}" for key in ["item_name", "format"] if key in inner)
            before.append(f"inline constexpr member_traits {constant}{{{given}}};\n")
            traits["element"] = "&" + constant
        traits.pop("format", None)
        return ("typename Storage::template list<typename Storage::template list<" + element + ">>")


HEAD = """// Written by random_shapes.py of the seeds {seeds}.
#include <ec2wire/core/timestamp.hpp>
#include <ec2wire/ec2/instance_state.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/open_enum.hpp>
#include <ec2wire/shape/protocol.hpp>
#include <ec2wire/shape/storage.hpp>

{includes}
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>

namespace ec2wire::tests {{

enum class color : std::uint8_t {{ red, sea_green }};
constexpr std::array<std::string_view, 2> enum_texts(color) noexcept {{ return {{"red", "sea-green"}}; }}
enum class weekday : std::int32_t {{ monday = 1, sunday = 7 }};

"""


def written(seeds, has_json=True):
    """The program that checks these sets."""
    headers = ["json_invariants", "invariants", "run"] if has_json else ["invariants", "run"]
    text = HEAD.format(seeds=", ".join(map(str, seeds)),
                       includes="".join(f'#include "random_shapes/{name}.hpp"\n' for name in headers))
    calls = ""
    for seed in seeds:
        shapes = Set(seed)
        text += f"namespace set_{seed} {{\n\n" + "\n".join(shapes.text) + f"\n}}  // namespace set_{seed}\n\n"
        for index, name in enumerate(shapes.messages):
            source = shapes.choose.choice(["owned", "owned", "of_a_program"])
            calls += (f"    check<set_{seed}::{name}<{source}>, set_{seed}::{name}<borrowed>>("
                      f'run, {seed}, "{name}");\n')
    json = "    json_invariants json(made, read);\n    run.check(set, shape, json);\n" if has_json else ""
    return (text + "template <class Source, class Views>\n"
            "void check(random_shapes_run& run, unsigned set, const char* shape) {\n"
            "    Source source{};\n    Views views{};\n"
            "    const subject made = subject_of(source);\n    const subject read = subject_of(views);\n"
            "    invariants both(made, read);\n    run.check(set, shape, both);\n" + json + "}\n\n"
            "}  // namespace ec2wire::tests\n\n"
            "int main(int argc, char** argv) {\n    using namespace ec2wire;\n    using namespace ec2wire::tests;\n"
            "    random_shapes_run run(argc, argv);\n" + calls + "    return run.status();\n}\n")


def flags(options):
    made = ["-std=c++20", "-O0", "-g1", f"-I{ROOT / 'include'}", f"-I{ROOT / 'tests'}"]
    if options.sanitize:
        made += ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"]
    return made + (["-m32"] if options.m32 else [])


def check_m32(compiler, folder):
    """The words before a program of 32 bits that run it here; skips where nothing builds or runs one."""
    program = folder / "program"
    done = subprocess.run([*compiler, "-m32", "-x", "c++", "-", "-o", str(program)], text=True, capture_output=True,
                          input="#include <string>\nint main() { return int(std::string().size()); }")
    if done.returncode != 0:
        skip(f"-m32: {' '.join(compiler)} cannot build for 32 bits")
    for runner in [], ["qemu-i386"], ["qemu-i386-static"]:
        try:
            if subprocess.run([*runner, str(program)]).returncode == 0:
                return runner
        except OSError:
            pass
    skip("-m32: this machine cannot run a program of 32 bits")


def run_program(options, seeds, folder, runner):
    """Whether the invariants hold in these sets."""
    has_json = not options.without_json and not options.m32  # simdjson is here for one machine
    source = folder / f"sets_{seeds[0]}.cpp"
    source.write_text(written(seeds, has_json))
    program = source.with_suffix("")
    command = [*options.compiler, *flags(options), str(source), "-o", str(program)]
    subprocess.run(command + (["-lsimdjson"] if has_json else []), check=True)
    done = subprocess.run([*runner, str(program), str(options.documents), str(options.first_document)], text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace")
    print(f"sets {seeds[0]} to {seeds[-1]}: {'ok' if done.returncode == 0 else 'FAILED'}", flush=True)
    if done.returncode != 0:
        print(done.stdout, f"  status {done.returncode}, of {' '.join(command)}", flush=True)
    program.unlink()
    return done.returncode == 0


def run(options):
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options.keep or temporary)
        runner = check_m32(options.compiler, folder) if options.m32 else []
        last = options.first + options.sets
        for first in range(options.first, last, SETS_PER_PROGRAM):
            failed += not run_program(options, range(first, min(first + SETS_PER_PROGRAM, last)), folder, runner)
    sys.exit(FAILED if failed else 0)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    write = commands.add_parser("write")
    write.add_argument("output", type=pathlib.Path)
    write.add_argument("seeds", type=int, nargs="+")
    write.add_argument("--without-json", action="store_true")
    check = commands.add_parser("run")
    for name, default in [("sets", 8), ("first", 1), ("documents", 200), ("first-document", 0)]:
        check.add_argument(f"--{name}", type=int, default=default)
    for name in ["--sanitize", "-m32", "--without-json"]:
        check.add_argument(name, action="store_true")
    check.add_argument("--keep")
    check.add_argument("compiler", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if options.command == "write":
        options.output.write_text(written(options.seeds, not options.without_json))
        return
    options.compiler = options.compiler or ["g++"]
    run(options)


if __name__ == "__main__":
    main()
