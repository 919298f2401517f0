#!/bin/bash -eu
# Builds every fuzz target whose other parser is here. simdjson is linked from its single source file
# where the image has one, else the JSON targets are left out, aloud.
libraries_of() {
    case $1 in
        xml_reply) echo "-l:libexpat.a" ;;
        xml_values | error_reply) echo "-lpugixml" ;;
        json_reply | cloudtrail) echo "${SIMDJSON_SOURCE:-missing}" ;;
    esac
}

dictionary_of() {
    case $1 in
        two_engines | xml_reply | xml_values | error_reply) echo xml ;;
        json_reply | cloudtrail) echo json ;;
        percent | query_encode) echo query ;;
    esac
}

for folder in fuzz/corpus/*; do
    target=$(basename "$folder")
    libraries=$(libraries_of "$target")
    if [[ $libraries == missing ]]; then
        echo "SKIPPED $target: simdjson is missing"
        continue
    fi
    # LIB_FUZZING_ENGINE and CXXFLAGS are the platform's, and may be several words.
    # shellcheck disable=SC2086
    $CXX $CXXFLAGS -std=c++20 -Iinclude -Itests -Ifuzz "fuzz/$target.cpp" fuzz/libfuzzer.cpp \
        $libraries $LIB_FUZZING_ENGINE -o "$OUT/$target"
    zip -jq "$OUT/${target}_seed_corpus.zip" "$folder"/*
    dictionary=$(dictionary_of "$target")
    if [[ -n $dictionary ]]; then cp "fuzz/dictionaries/$dictionary.dict" "$OUT/$target.dict"; fi
done
