# Sourced by the commands of tools/: sees what is missing and installs that alone.
# Nothing here asks for more than the package manager's own command.

say() { printf '%s\n' "$*"; }
warn() { printf '%s\n' "$*" >&2; }

# The command that sources this file, as one would type it.
command_name() {
    local name=${BASH_SOURCE[-1]##*/}
    if [[ -f tools/$name ]]; then say "tools/$name"; else say "tools/maintain/$name"; fi
}

# usage [WORD...]: names the words that a command does not understand, prints the usage that its first comment
# states, and ends with 2.
usage() {
    (($# == 0)) || warn "$(command_name): cannot be called with: $*"
    sed -n 's/^# usage: /usage: /p; s/^#        tools/       tools/p' "$(command_name)" >&2
    exit 2
}

# What a checkout needs to be built, one tool a line: its name here, and its package
# for Debian and Ubuntu, Homebrew, Fedora and Arch. `-` means that another one brings it.
#
# simdjson, Boost.Test and libcurl are looked for by what they give (a header, a
# pkg-config file), never by the package's name: they may have come another way.
packages_table() {
    cat <<'TABLE'
g++         g++                   gcc        gcc-c++        gcc
clang++     clang                 llvm       clang          clang
clang-rt    CLANG_RT              -          compiler-rt    compiler-rt
meson       meson                 meson      meson          meson
ninja       ninja-build           ninja      ninja-build    ninja
pkg-config  pkg-config            pkgconf    pkgconf        pkgconf
python3     python3               python     python3        python
simdjson    libsimdjson-dev       simdjson   simdjson-devel simdjson
boost-test  libboost-test-dev     boost      boost-devel    boost
libcurl     libcurl4-openssl-dev  curl       libcurl-devel  curl
httplib     libcpp-httplib-dev    cpp-httplib cpp-httplib-devel cpp-httplib
aws         awscli                awscli     awscli2        aws-cli
boto3       python3-boto3         -          python3-boto3  python-boto3
libcloud    python3-libcloud      -          python3-libcloud -
fog-aws     ruby-fog-aws          -          -              -
benchmark   libbenchmark-dev      google-benchmark google-benchmark-devel benchmark
pugixml     libpugixml-dev        pugixml    pugixml-devel  pugixml
rapidxml    librapidxml-dev       -          rapidxml-devel rapidxml
tinyxml2    libtinyxml2-dev       tinyxml2   tinyxml2-devel tinyxml2
expat       libexpat1-dev         expat      expat-devel    expat
libxml2     libxml2-dev           libxml2    libxml2-devel  libxml2
cmake       cmake                 cmake      cmake          cmake
doxygen     doxygen               doxygen    doxygen        doxygen
afl-fuzz    afl++                 afl++      american-fuzzy-lop afl++
clang-tidy  clang-tidy            llvm       clang-tools-extra clang
gcovr       gcovr                 gcovr      gcovr          gcovr
valgrind    valgrind              -          valgrind       valgrind
qemu        qemu-user             -          qemu-user      qemu-user
aarch64     g++-aarch64-linux-gnu -          -              -
armhf       g++-arm-linux-gnueabihf -        -              -
i686        g++-i686-linux-gnu    -          -              -
s390x       g++-s390x-linux-gnu   -          -              -
mingw       g++-mingw-w64-x86-64-win32 mingw-w64 mingw64-gcc-c++ mingw-w64-gcc
TABLE
}

# package_of TOOL COLUMN: columns are 2 Debian, 3 Homebrew, 4 Fedora, 5 Arch.
# What has a version in its name, such as clang++-19 and libc++-19, is not in the table.
package_of() {
    case $1 in
        clang++-*) say "clang-${1#clang++-}" ;;
        libc++-*) say "$1-dev" ;;
        g++-*) say "$1" ;;
        *) packages_table | awk -v tool="$1" -v column="$2" '$1 == tool { print $column }' ;;
    esac
}

has_command() { command -v "$1" >/dev/null 2>&1; }

# The major version of a compiler that is really g++: on macOS, g++ is clang by name.
gcc_major() { "$1" -dumpfullversion 2>/dev/null | cut -d. -f1; }

# find_gcc, find_clang: the command of a compiler new enough for C++20 as ec2wire uses it.
find_gcc() {
    local command
    for command in g++ g++-15 g++-14 g++-13 g++-12; do
        if has_command "$command" && (($(gcc_major "$command" || echo 0) + 0 >= 12)); then
            say "$command"
            return
        fi
    done
    return 1
}

find_clang() {
    local command
    for command in clang++ clang++-19 clang++-18 clang++-17 clang++-16 clang++-15 clang++-14; do
        if has_command "$command" && (($("$command" -dumpversion | cut -d. -f1) >= 14)); then
            say "$command"
            return
        fi
    done
    return 1
}

any_compiler() { find_gcc || find_clang; }

compiles() { # COMPILER [FLAG...], source on stdin; links too, for a runtime may be missing
    local out status=0
    out=$(mktemp)
    "$@" -x c++ - -o "$out" >/dev/null 2>&1 || status=1
    rm -f "$out"
    return $status
}

sees_header() { say "#include <$2>" | "$1" -std=c++17 -E -x c++ - >/dev/null 2>&1; }

has_tool() {
    local compiler
    case $1 in
        g++) find_gcc >/dev/null ;;
        clang++) find_clang >/dev/null ;;
        clang-rt)
            compiler=$(find_clang) &&
                compiles "$compiler" -fsanitize=address,undefined <<<'int main() {}' ;;
        simdjson) has_command pkg-config && pkg-config --exists simdjson ;;
        libcurl | benchmark | pugixml | tinyxml2 | expat)
            has_command pkg-config && pkg-config --exists "$1" ;;
        httplib) has_command pkg-config && pkg-config --exists cpp-httplib ;;
        boto3 | libcloud) python3 -c "import $1" 2>/dev/null ||
            /usr/bin/python3 -c "import $1" 2>/dev/null ;;
        fog-aws) has_command ruby && ruby -e 'require "fog/aws"' 2>/dev/null ;;
        mingw) has_command x86_64-w64-mingw32-g++ ;;
        libc++-*)
            compiles "clang++-${1#libc++-}" -stdlib=libc++ <<<$'#include <string>\nint main() {}' ;;
        qemu) has_command qemu-s390x ;;
        armhf) has_command arm-linux-gnueabihf-g++ ;;
        aarch64 | i686 | s390x) has_command "$1-linux-gnu-g++" ;;
        libxml2) has_command pkg-config && pkg-config --exists libxml-2.0 ;;
        rapidxml)
            compiler=$(any_compiler) && sees_header "$compiler" rapidxml/rapidxml.hpp ;;
        boost-test)
            compiler=$(any_compiler) &&
                sees_header "$compiler" boost/test/included/unit_test.hpp ;;
        *) has_command "$1" ;;
    esac
}

missing_of() {
    local tool
    for tool in "$@"; do has_tool "$tool" || say "$tool"; done
}

is_debian() { has_command apt-get && has_command dpkg; }

as_root() {
    if [[ $(id -u) == 0 ]]; then
        "$@"
    elif has_command sudo; then
        sudo "$@"
    else
        warn "neither root nor sudo: run this as root, $*"
        return 1
    fi
}

# The sanitizers' runtime has the version of clang in its name, and before clang 14 of
# Debian 12 it was part of another package (Ubuntu 22.04 has that still).
clang_rt_package() {
    local compiler version
    compiler=$(find_clang) || { say libclang-rt-dev; return; }
    version=$("$compiler" -dumpversion | cut -d. -f1)
    if apt-cache show "libclang-rt-$version-dev" >/dev/null 2>&1; then
        say "libclang-rt-$version-dev"
    else
        say "libclang-common-$version-dev"
    fi
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends "$@"
}

# One `apt-get update`, and only when something is to be installed.
install_on_debian() {
    local tool packages=()
    as_root apt-get update -q || warn "apt-get update failed; going on with the lists there are"
    for tool in "$@"; do
        # Its name is known once clang is there, so it comes second.
        [[ $tool == clang-rt ]] || packages+=("$(package_of "$tool" 2)")
    done
    ((${#packages[@]} == 0)) || apt_install "${packages[@]}" || return 1
    has_tool clang-rt || [[ " $* " != *" clang-rt "* ]] || apt_install "$(clang_rt_package)"
}

name_packages() { # the missing tools
    local column=3 system tool package names
    say "Missing: $*"
    say "Install them with your system's package manager:"
    for system in "brew install" "sudo dnf install" "sudo pacman -S"; do
        names=
        for tool in "$@"; do
            package=$(package_of "$tool" "$column")
            [[ $package == - || " $names " == *" $package "* ]] || names+=" $package"
        done
        say "    $system$names"
        column=$((column + 1))
    done
}

# install_missing TOOL...: what cannot be installed is said, and left to the caller to
# be found missing: a build without clang is still a build.
install_missing() {
    local missing
    mapfile -t missing < <(missing_of "$@")
    ((${#missing[@]} > 0)) || return 0
    if is_debian; then
        say "Installing what is missing: ${missing[*]}"
        install_on_debian "${missing[@]}" || warn "the installation failed; going on without"
    else
        name_packages "${missing[@]}"
    fi
}

# require TOOL...: ends the run when something is missing without which nothing works.
require() {
    local missing
    mapfile -t missing < <(missing_of "$@")
    ((${#missing[@]} == 0)) || { warn "$(command_name): install what is missing: ${missing[*]}"; exit 1; }
}

# Where `require` of Node.js looks for what a test asks for, beside NODE_PATH. Nothing of it is in the tree.
npm_folder=build/npm

# install_npm MODULE: from npm's registry, once, if node and npm are there. Debian's npm is not installed for
# it: that is 400 packages.
install_npm() {
    has_command node && has_command npm || return 0
    ! NODE_PATH=$npm_folder/node_modules node -e "require('$1')" 2>/dev/null || return 0
    mkdir -p "$npm_folder"
    timeout 120 npm install --prefix "$npm_folder" --no-save --no-audit --no-fund --ignore-scripts \
        --fetch-retries 1 --silent "$1" || warn "npm does not install $1; going on without"
}
