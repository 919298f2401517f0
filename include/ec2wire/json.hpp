#ifndef EC2WIRE_JSON_HPP
#define EC2WIRE_JSON_HPP

// Includes what needs simdjson (3.0.1 or newer): decode_json, decode_cloudtrail, decode_cloudtrail_request,
// visit_cloudtrail_events and visit_cloudtrail_parameters.

#include <ec2wire/core/config.hpp>
// Included directly, so that a compiler's message about it has a short include chain.
#include <ec2wire/core/error.hpp>

#include <ec2wire/codec/decode_cloudtrail_request.hpp>
#include <ec2wire/codec/decode_json.hpp>
#include <ec2wire/codec/visit_cloudtrail_events.hpp>
#include <ec2wire/ec2wire.hpp>

#endif
