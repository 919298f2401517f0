#ifndef EC2WIRE_SRC_HPP
#define EC2WIRE_SRC_HPP

// The engines of encode, decode_query, encode_json, encode_xml and decode_xml, for the one translation unit
// of a program that compiles them:
//
//     // engines.cpp
//     #include <ec2wire/src.hpp>
//
// The whole program is compiled with -DEC2WIRE_SEPARATE_COMPILATION.

#ifndef EC2WIRE_SEPARATE_COMPILATION
#error "ec2wire: src.hpp is for programs that define EC2WIRE_SEPARATE_COMPILATION"
#endif

#include <ec2wire/codec/decode_query.hpp>
#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>
#include <ec2wire/codec/encode_json.hpp>
#include <ec2wire/codec/encode_xml.hpp>
#include <ec2wire/engine/encode_query.hpp>
#include <ec2wire/engine/encode_xml_document.hpp>
#include <ec2wire/engine/json_encoder.hpp>
#include <ec2wire/engine/query_decoder.hpp>
#include <ec2wire/engine/xml_reply.hpp>

#endif
