#!/bin/bash -eu
# Builds every fuzz target, its corpus and its dictionary into $OUT. The platform sets CXX, CXXFLAGS,
# LIB_FUZZING_ENGINE, OUT and SRC. Where the sources of a library are not in $SRC, as outside of the
# platform's image, the system's library is taken.
simdjson=$SRC/simdjson/singleheader
pugixml=$SRC/pugixml/src

compile() { # SOURCE OBJECT: a library's, whose warnings are its own
    # CXXFLAGS may be several words.
    # shellcheck disable=SC2086
    $CXX $CXXFLAGS -std=c++20 -w -c "$1" -o "$2"
}

mkdir -p "$OUT" "$WORK"
[[ ! -d $simdjson ]] || compile "$simdjson/simdjson.cpp" "$WORK/simdjson.o"
[[ ! -d $pugixml ]] || compile "$pugixml/pugixml.cpp" "$WORK/pugixml.o"

libraries_of() { # TARGET
    case $1 in
        xml_reply) echo "-l:libexpat.a" ;;
        xml_values | error_reply)
            if [[ -d $pugixml ]]; then echo "-I$pugixml $WORK/pugixml.o"; else echo -lpugixml; fi ;;
        json_reply | cloudtrail*)
            if [[ -d $simdjson ]]; then echo "-I$simdjson $WORK/simdjson.o"; else echo -lsimdjson; fi ;;
    esac
}

dictionary_of() { # TARGET
    case $1 in
        two_engines | xml_reply | xml_values | error_reply) echo xml ;;
        json_reply | cloudtrail*) echo json ;;
        percent | query_decode | query_encode) echo query ;;
    esac
}

for folder in fuzz/corpus/*; do
    target=$(basename "$folder")
    # LIB_FUZZING_ENGINE may be several words, as the libraries are.
    # shellcheck disable=SC2086,SC2046
    $CXX $CXXFLAGS -std=c++20 -Iinclude -Itests -Ifuzz "fuzz/$target.cpp" fuzz/libfuzzer.cpp \
        $(libraries_of "$target") $LIB_FUZZING_ENGINE -o "$OUT/$target"
    zip -jq "$OUT/${target}_seed_corpus.zip" "$folder"/*
    dictionary=$(dictionary_of "$target")
    if [[ -n $dictionary ]]; then cp "fuzz/dictionaries/$dictionary.dict" "$OUT/$target.dict"; fi
done
