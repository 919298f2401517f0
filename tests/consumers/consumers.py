#!/usr/bin/env python3
"""Builds a consumer of ec2wire outside the tree, as somebody who found it would.

usage: consumers.py CONSUMER COMPILER...    CONSUMER is the name of a function below

Each says SKIPPED, and why, where a tool is missing. Where simdjson is there, the consumers that a
package tells of it use JSON as well.
"""
import importlib.machinery
import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile

sys.dont_write_bytecode = True
HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
WARNINGS = "-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror".split()
# All that a project may have switched on, less what no library of C++20 can be without.
EVERY_WARNING = {
    "clang++": """-Weverything -Wno-c++98-compat -Wno-c++98-compat-pedantic -Wno-c++20-compat -Wno-padded
        -Wno-unsafe-buffer-usage -Wno-unknown-warning-option -Wno-covered-switch-default""".split(),
    "g++": """-Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wuseless-cast
        -Wnull-dereference -Wduplicated-branches -Wswitch-enum -Wzero-as-null-pointer-constant -Weffc++
        -Wundef -Wold-style-cast -Warith-conversion""".split(),
}
# What other headers leave defined: a minimal <windows.h>, Qt's, X11's, <complex.h>, <sys/sysmacros.h>, and
# the compilers themselves with -std=gnu++20.
MACROS = """
min(a,b)=(((a)<(b))?(a):(b)) max(a,b)=(((a)>(b))?(a):(b)) ERROR=0 GetMessage=GetMessageW
GetObject=GetObjectW interface=struct small=char near= far= IN= OUT= OPTIONAL= CONST=const VOID=void
TRUE=1 FALSE=0 DELETE=0x00010000L STRICT=1 NO_ERROR=0 IGNORE=0 SendMessage=SendMessageW
CreateFile=CreateFileW TEXT(q)=L##q
slots= signals=public emit= foreach=for forever=for(;;)
Bool=int True=1 False=0 None=0L Status=int Success=0 Always=2 Unsorted=0 KeyPress=2 FocusIn=9 Expose=12
I=(1.0iF) complex=_Complex major(n)=(n) minor(n)=(n) check(c)=(c) verify(c)=(c) require(c,l)=(c)
linux=1 unix=1
""".split()


def skip(reason):
    print("SKIPPED", reason)
    sys.exit(77)


# CMake's own default is make.
if shutil.which("make") is None:
    os.environ.setdefault("CMAKE_GENERATOR", "Ninja")


def need(tool):
    if shutil.which(tool) is None:
        skip(f"{tool} is missing")


def run(*command, **options):
    """What it printed. Ends the test where it fails."""
    words = [str(word) for word in command]
    done = subprocess.run(words, capture_output=True, text=True, check=False, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(words)}\nended with {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def build(folder, *command):
    """Compiles and runs a program."""
    run(*command, "-o", folder / "program")
    run(folder / "program")


def has_simdjson():
    return shutil.which("pkg-config") is not None and subprocess.run(
        ["pkg-config", "--exists", "simdjson"], check=False).returncode == 0


def consumer_in(folder, kind=None):
    """A folder with the sources, and the build files of one kind."""
    path = folder / "consumer"
    shutil.copytree(HERE / kind, path) if kind else path.mkdir()
    for source in (HERE / "programs").glob("*.cpp"):
        shutil.copy(source, path)
    return path


def vendor(path):
    """The tree as a checkout has it: what is there and what git would not ignore."""
    ignored = shutil.ignore_patterns(".git", "build", "__pycache__")
    shutil.copytree(ROOT, path, ignore=ignored)


def installed(folder):
    """A prefix that `meson install` filled, moved since."""
    need("meson")
    run("meson", "setup", folder / "build", ROOT, "--prefix", folder / "before")
    said = run("meson", "install", "-C", folder / "build")
    if "no work to do" not in said:
        sys.exit(f"installing from a fresh setup compiles something:\n{said}")
    return (folder / "before").rename(folder / "prefix")


def check_installed(prefix, expected):
    """Nothing of ours is installed by who vendors it."""
    names = sorted(path.relative_to(prefix).as_posix() for path in prefix.rglob("*")
                   if path.is_file())
    if names != expected:
        sys.exit(f"installed were {names}")


def run_programs(prefix, has_engines):
    """Those that a consumer installed, and nothing of ours beside them."""
    names = ["consumer"] + ["consumer_compiled"] * has_engines
    if has_simdjson():
        names += ["consumer_compiled_json"] * has_engines + ["consumer_json"]
    check_installed(prefix, [f"bin/{name}" for name in names])
    for name in names:
        run(prefix / "bin" / name)


# The consumers.


def copied_headers(folder, compiler):
    """Nothing but -I."""
    shutil.copytree(ROOT / "include/ec2wire", folder / "include/ec2wire")
    path = consumer_in(folder)
    build(folder, *compiler, "-std=c++20", *WARNINGS, "-I", folder / "include",
          path / "use.cpp")


def two_units_without_exceptions(folder, compiler):
    path = consumer_in(folder)
    build(folder, *compiler, "-std=c++20", "-fno-exceptions", "-fno-rtti", *WARNINGS,
          "-I", ROOT / "include", path / "use.cpp", path / "second.cpp")


def both_modes(folder, compiler):
    """One program that is compiled in both modes: a unit with its own engines, and one with those of
    <ec2wire/src.hpp>; then the same with the single file. Each unit has its own mode to the end."""
    path = consumer_in(folder)
    separate = "-DEC2WIRE_SEPARATE_COMPILATION"
    flags = [*compiler, "-std=c++20", *WARNINGS, "-I", ROOT / "include"]
    run(*flags, separate, "-c", path / "second.cpp", "-o", folder / "second.o")
    run(*flags, separate, "-c", ROOT / "cmake/compiled.cpp", "-o", folder / "engines.o")
    run(*flags, "-c", path / "use.cpp", "-o", folder / "use.o")
    check_object(folder / "second.o", has_engines=False)
    check_object(folder / "engines.o", has_engines=True)
    check_object(folder / "use.o", has_engines=True)
    build(folder, *flags, folder / "use.o", folder / "second.o", folder / "engines.o")
    run(*flags, separate, "-c", path / "use.cpp", "-o", folder / "use.o")
    build(folder, *flags, folder / "use.o", path / "second.cpp", folder / "engines.o")
    for mode in ([], [separate]):
        check_names_of_callers(compile_all(folder, compiler, mode))

    run(sys.executable, ROOT / "tools/amalgamate", folder / "single/ec2wire")
    flags[-1] = folder / "single"
    (folder / "engines.cpp").write_text("#define EC2WIRE_SOURCE\n#include <ec2wire/ec2wire.hpp>\n")
    run(*flags, separate, "-c", path / "second.cpp", "-o", folder / "second.o")
    check_object(folder / "second.o", has_engines=False)
    build(folder, *flags, separate, path / "use.cpp", folder / "second.o", folder / "engines.cpp")


def check_object(path, has_engines):
    """Whether an object file has the code that moves along the bytes, and nothing that runs before main()."""
    if not shutil.which("nm"):
        return
    symbols = run("nm", path)
    if ("xml_decoder" in symbols) != has_engines:
        sys.exit(f"{path.name} {'lacks' if has_engines else 'has'} the XML engine")
    if re.search(r"_GLOBAL__(sub_)?[ID]_|__cxx_global_var_init", symbols):
        sys.exit(f"{path.name} initializes objects at run time")


def compile_all(folder, compiler, mode):
    """Every entry point, with nothing inlined."""
    output = folder / "all.o"
    run(*compiler, "-std=c++20", "-O0", "-ffunction-sections", *mode, "-I", ROOT / "include",
        "-c", HERE / "programs/use_all.cpp", "-o", output)
    return output


def check_names_of_callers(path):
    """Whether each function of ec2wire that calls one of a mode is of that mode itself, by its name: of two
    functions of one name a program keeps one."""
    if not shutil.which("objdump"):
        print("SKIPPED the names of callers: objdump is missing")
        return
    modes = re.compile(r"11header_only|18separately_compiled")
    is_ours = re.compile("_ZZ?NK?7ec2wire").match
    caller, wrong = "", set()
    for line in run("objdump", "-dr", path).splitlines():
        if found := re.match(r"[0-9a-f]+ <(\w+)>:$", line):
            caller = found[1]
        elif ": R_" in line and modes.search(line) and not modes.search(caller) and is_ours(caller):
            wrong.add(caller)
    if not caller or wrong:
        sys.exit(f"{path.name}: called in either mode, of one name:\n" + "\n".join(sorted(wrong)))


def meson_subproject(folder, _):
    """By the wrap file of a release, which Meson fetches and unpacks."""
    need("meson")
    path = consumer_in(folder, "meson")
    loader = importlib.machinery.SourceFileLoader("release", str(ROOT / "tools/maintain/release"))
    release = importlib.util.module_from_spec(importlib.util.spec_from_loader("release", loader))
    loader.exec_module(release)
    version = release.found(r"^    version: '(.*)',", "meson.build")
    vendor(folder / f"ec2wire-{version}")
    archive = folder / f"ec2wire-{version}.tar.gz"
    with tarfile.open(archive, "w:gz", compresslevel=1) as tar:
        tar.add(folder / f"ec2wire-{version}", arcname=f"ec2wire-{version}")
    release.write_wrap(archive, version, folder.as_uri())
    (path / "subprojects").mkdir()
    shutil.copy(folder / "ec2wire.wrap", path / "subprojects")
    run("meson", "setup", folder / "build", path, "--prefix", folder / "prefix")
    run("meson", "install", "-C", folder / "build")
    run_programs(folder / "prefix", has_engines=True)
    targets = run("meson", "introspect", "--targets", folder / "build")
    if "test_" in targets or "No tests" not in run("meson", "test", "-C", folder / "build"):
        sys.exit(f"the subproject builds or tests something of its own:\n{targets}")


def pkg_config(folder, compiler):
    need("pkg-config")
    prefix = installed(folder)
    path = consumer_in(folder)
    environment = dict(os.environ, PKG_CONFIG_PATH=str(prefix / "share/pkgconfig"))
    ask = ["pkg-config"]
    version = run(*ask, "--modversion", "ec2wire", env=environment).strip()
    text = (prefix / "include/ec2wire/core/version.hpp").read_text()
    if f'version = "{version}"' not in text:
        sys.exit(f"pkg-config says {version}, and core/version.hpp says otherwise")
    flags = run(*ask, "--cflags", "--libs", "ec2wire", env=environment).split()
    build(folder, *compiler, "-std=c++20", path / "use_headers.cpp", *flags)
    if has_simdjson():
        flags = run(*ask, "--cflags", "--libs", "ec2wire-json", env=environment).split()
        build(folder, *compiler, "-std=c++20", path / "use_parser.cpp", *flags)


def configure(folder, compiler, path, way, **variables):
    run("cmake", "-S", path, "-B", folder / "cmake", f"-DWAY={way}",
        f"-DCMAKE_CXX_COMPILER={compiler[0]}", f"-DCMAKE_INSTALL_PREFIX={folder / 'programs'}",
        *(f"-D{name}={value}" for name, value in variables.items()))


def build_installed(folder, has_engines):
    run("cmake", "--build", folder / "cmake")
    run("cmake", "--install", folder / "cmake")
    run_programs(folder / "programs", has_engines)


def cmake_find_package(folder, compiler):
    """Of what Meson installed; and what CMake installs is the same, file by file."""
    need("cmake")
    prefix = installed(folder)
    run("cmake", "-S", ROOT, "-B", folder / "own", f"-DCMAKE_INSTALL_PREFIX={folder / 'own_prefix'}")
    run("cmake", "--install", folder / "own")
    run("diff", "-r", prefix, folder / "own_prefix")
    version = re.search(r"\d+\.\d+", (ROOT / "meson.build").read_text())[0]
    configure(folder, compiler, consumer_in(folder, "cmake"), "find_package",
              CMAKE_PREFIX_PATH=prefix, EC2WIRE_VERSION=version)
    build_installed(folder, has_engines=True)


def cmake_add_subdirectory(folder, compiler):
    need("cmake")
    path = consumer_in(folder, "cmake")
    vendor(path / "third_party/ec2wire")
    configure(folder, compiler, path, "add_subdirectory")
    build_installed(folder, has_engines=False)


def cmake_fetch_content(folder, compiler):
    """The same CMakeLists.txt from a copy that CMake makes."""
    need("cmake")
    path = consumer_in(folder, "cmake")
    vendor(path / "third_party/ec2wire")
    configure(folder, compiler, path, "FetchContent")
    run("cmake", "--build", folder / "cmake", "--target", "consumer")
    run(folder / "cmake/consumer")


def understands(compiler, standard):
    return shutil.which(compiler) is not None and subprocess.run(
        [compiler, f"-std={standard}", "-fsyntax-only", "-x", "c++", os.devnull],
        capture_output=True, check=False).returncode == 0


def compiles(command, text, folder):
    source = folder / "has_it.cpp"
    source.write_text(text)
    return shutil.which(command[0]) is not None and subprocess.run(
        [*command, "-fsyntax-only", source], capture_output=True, check=False).returncode == 0


def newest_standards(folder, compiler):
    """C++23 and C++26, each of the newest compiler that has it; and the C++23 of this one."""
    names = [f"{name}-{version}" for version in range(30, 11, -1) for name in ("clang++", "g++")]
    path = consumer_in(folder)
    tried = 0
    for standard in ("c++23", "c++26"):
        newest = next((name for name in [*names, compiler[0]] if understands(name, standard)), None)
        if newest is None:
            print(f"SKIPPED {standard}: no compiler has it")
            continue
        run(newest, f"-std={standard}", "-fsyntax-only", *WARNINGS, "-I", ROOT / "include",
            path / "use.cpp")
        print(f"{newest} {standard}")
        tried += 1
    # The draft of C++23 that an older compiler has must work, too.
    for name in dict.fromkeys([compiler[0], "g++", "clang++"]):
        if understands(name, "c++2b"):
            build(folder, name, "-std=c++2b", *WARNINGS, "-I", ROOT / "include", path / "use.cpp")
            print(f"{name} c++2b, run")
            tried += 1
    sys.exit(0 if tried else 77)


def std_expected(folder, compiler):
    """Of a standard library that has it: libstdc++ 12, libc++ 16."""
    path = consumer_in(folder)
    names = [f"{name}-{version}" for version in range(30, 11, -1) for name in ("g++", "clang++")]
    for command in [compiler, *([name] for name in names)]:
        command = [*command, "-std=c++23"]
        if compiles(command, "#include <expected>\nstd::expected<int, int> value;\n", folder):
            build(folder, *command, *WARNINGS, "-I", ROOT / "include", path / "use_expected.cpp")
            print(*command)
            return
    skip("no standard library with std::expected")


def std_format(folder, compiler):
    """Of a standard library that has it: libstdc++ 13, libc++ 17."""
    path = consumer_in(folder)
    names = [f"{name}-{version}" for version in range(30, 12, -1) for name in ("g++", "clang++")]
    for command in [compiler, *([name] for name in names),
                    *([name, "-stdlib=libc++"] for name in names)]:
        command = [*command, "-std=c++20"]
        if compiles(command, "#include <format>\nauto text = std::format(\"{}\", 1);\n", folder):
            build(folder, *command, *WARNINGS, "-I", ROOT / "include", path / "use_format.cpp")
            print(*command)
            return
    skip("no standard library with <format>")


def oldest_compiler(folder, _):
    """g++ 11, with whose headers C++20 has less than with those of 12."""
    need("g++-11")
    path = consumer_in(folder)
    build(folder, "g++-11", "-std=c++20", *WARNINGS, "-I", ROOT / "include", path / "use.cpp")


def for_32_bits(folder):
    """The options of clang++ that make it check a unit for 32 bits, with the headers of this machine's g++;
    none if it cannot. The C library wants a header of its 32-bit package, which says nothing here."""
    stubs = folder / "gnu/stubs-32.h"
    stubs.parent.mkdir()
    stubs.touch()
    found = max(pathlib.Path("/usr/include").glob("*-linux-gnu/c++/[0-9]*"), key=lambda path: int(path.name),
                default=None)
    options = ["-m32", "-isystem", folder]
    if found is not None:
        options += ["-isystem", found, "-isystem", found.parent.parent]
    is_good = compiles(["clang++", "-std=c++20", *options], "#include <cstdint>\n#include <string>\n", folder)
    return options if is_good else []


def every_warning(folder, _):
    """A unit that calls all there is with shapes of its own: header-only by one compiler, also for 32 bits,
    and with the engines that are compiled once by the other."""
    path = consumer_in(folder) / "use_all.cpp"
    simdjson = ["-DHAVE_SIMDJSON"] if has_simdjson() else []
    tried = 0
    for name, mode in [("clang++", []), ("g++", ["-DEC2WIRE_SEPARATE_COMPILATION"])]:
        if not understands(name, "c++20"):
            print(f"SKIPPED {name} is missing")
            continue
        run(name, "-std=c++20", *EVERY_WARNING[name], "-Werror", *simdjson, *mode, "-fsyntax-only",
            "-I", ROOT / "include", path)
        tried += 1
    if options := for_32_bits(folder):
        run("clang++", "-std=c++20", *options, *EVERY_WARNING["clang++"], "-Werror", *simdjson, "-fsyntax-only",
            "-I", ROOT / "include", path)
    else:
        print("SKIPPED 32 bits: clang++, or the headers for it, are missing")
    sys.exit(0 if tried else 77)


def dangling_views(folder, _):
    """Clang, by [[clang::lifetimebound]]: a warning for each line that says it dangles, and no other."""
    path = consumer_in(folder) / "dangling.cpp"
    lines = enumerate(path.read_text().splitlines(), 1)
    expected = {number for number, line in lines if line.endswith("// dangles")}
    tried = 0
    for name in ("clang++", *(f"clang++-{version}" for version in range(30, 14, -1))):
        if not understands(name, "c++20"):
            continue
        done = subprocess.run(
            [name, "-std=c++20", "-Wall", "-Wextra", "-DEC2WIRE_SEPARATE_COMPILATION", "-fsyntax-only",
             "-I", ROOT / "include", path], capture_output=True, text=True, check=False)
        found = {int(number) for number in re.findall(r"dangling\.cpp:(\d+):\d+: warning", done.stderr)}
        if done.returncode != 0 or found != expected:
            sys.exit(f"{name} warns of the lines {sorted(found)}, not {sorted(expected)}:\n{done.stderr}")
        tried += 1
    if not tried:
        skip("clang++ is missing")


def needs_simdjson(name):
    return name == "json.hpp" or name.startswith(
        ("json/", "codec/cloudtrail", "codec/decode_json", "codec/decode_cloudtrail", "codec/visit_cloudtrail"))


def macros(folder, compiler):
    """Every header in one unit, after macros of other headers. The standard library comes first: they are
    not for it."""
    include = ROOT / "include/ec2wire"
    json = has_simdjson()
    headers = sorted(path.relative_to(include).as_posix() for path in include.rglob("*.hpp"))
    headers = [name for name in headers if not name.endswith("src.hpp") and
               (json or not needs_simdjson(name))]
    standard = {name for header in headers for name in
                re.findall(r"^#include <([a-z_0-9]+)>", (include / header).read_text(), re.M)}
    lines = [f"#include <{name}>" for name in sorted(standard - {"format", "compile_with_std_cpp20"})]
    lines += ["#include <simdjson.h>"] if json else []
    lines += [f"#define {' '.join(name.split('=', 1))}" for name in MACROS]
    lines += [f"#include <ec2wire/{name}>" for name in headers]
    lines += [f'#include "{HERE / "programs/use.cpp"}"']
    source = folder / "unit.cpp"
    source.write_text("\n".join(lines) + "\n")
    run(*compiler, "-std=c++20", "-fsyntax-only", *WARNINGS, "-I", ROOT / "include", source)


def windows_h(folder, _):
    """The real one, cross-compiled and linked."""
    need("x86_64-w64-mingw32-g++")
    path = consumer_in(folder)
    run("x86_64-w64-mingw32-g++", "-std=c++20", "-include", "windows.h", *WARNINGS,
        "-I", ROOT / "include", path / "use.cpp", "-o", folder / "program.exe")


def cpp_module(folder, _):
    """`import ec2wire;`, and a unit that includes beside it. An experiment: for clang 19 or newer."""
    names = ["clang++", *(f"clang++-{version}" for version in range(30, 18, -1))]
    there = [name for name in names if shutil.which(name)]
    compiler = next((name for name in there if int(
        run(name, "-dumpversion").split(".")[0]) >= 19), None)
    if compiler is None:
        skip("clang++ 19 or newer is missing")
    interface, include = ROOT / "modules/ec2wire.cppm", ROOT / "include"
    standard = re.compile(r"^#include (<[a-z_0-9.]+>)", re.M)
    needed = {name for path in include.rglob("*.hpp") for name in standard.findall(path.read_text())}
    # The last names no header: it ends a compilation with an older language.
    others = {"<simdjson.h>", "<compile_with_std_cpp20>"}
    forgotten = needed - set(standard.findall(interface.read_text())) - others
    if forgotten:
        sys.exit(f"what the headers include must come before the module: {sorted(forgotten)}")
    path = consumer_in(folder)
    source = path / "use.cpp"
    text = source.read_text().replace(
        "#include <ec2wire/ec2wire.hpp>",
        "#include <optional>\n#include <string>\n#include <string_view>\nimport ec2wire;")
    source.write_text(text)
    flags = [compiler, "-std=c++20", *WARNINGS, "-I", include]
    run(*flags, interface, "--precompile", "-o", folder / "ec2wire.pcm")
    build(folder, *flags, f"-fmodule-file=ec2wire={folder}/ec2wire.pcm", folder / "ec2wire.pcm",
          source, path / "second.cpp")
    print(compiler)


CONSUMERS = [copied_headers, two_units_without_exceptions, both_modes, meson_subproject, pkg_config,
             cmake_find_package, cmake_add_subdirectory, cmake_fetch_content, newest_standards,
             oldest_compiler, every_warning, dangling_views, std_expected, std_format,
             macros, windows_h, cpp_module]


def main():
    by_name = {consumer.__name__: consumer for consumer in CONSUMERS}
    if len(sys.argv) < 3 or sys.argv[1] not in by_name:
        sys.exit(f"{__doc__}\n{' '.join(by_name)}")
    with tempfile.TemporaryDirectory() as folder:
        by_name[sys.argv[1]](pathlib.Path(folder), sys.argv[2:])


main()
