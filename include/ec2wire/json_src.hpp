#ifndef EC2WIRE_JSON_SRC_HPP
#define EC2WIRE_JSON_SRC_HPP

// The engine of decode_json and decode_cloudtrail, for the one translation unit of a program that compiles
// it. It needs simdjson; src.hpp has the other engines.

#ifndef EC2WIRE_SEPARATE_COMPILATION
#error "ec2wire: json_src.hpp is for programs that define EC2WIRE_SEPARATE_COMPILATION"
#endif

#include <ec2wire/codec/decode_json.hpp>
#include <ec2wire/engine/decode_json_document.hpp>

#endif
