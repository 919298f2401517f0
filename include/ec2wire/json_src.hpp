#ifndef EC2WIRE_JSON_SRC_HPP
#define EC2WIRE_JSON_SRC_HPP

// The engine behind decode_json and decode_cloudtrail, beside those of src.hpp: for the one unit of a
// program that compiles it. It needs simdjson.

#include <ec2wire/codec/decode_json.hpp>
#include <ec2wire/codec/decode_json_document.hpp>
#include <ec2wire/src.hpp>

#endif
