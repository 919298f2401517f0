#ifndef EC2WIRE_EC2WIRE_HPP
#define EC2WIRE_EC2WIRE_HPP

// Includes everything that needs only the standard library.

#include <ec2wire/core/config.hpp>
// Included directly, so that a compiler's message about it has a short include chain.
#include <ec2wire/core/error.hpp>

#include <ec2wire/codec/decode_query.hpp>
#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>
#include <ec2wire/codec/encode_json.hpp>
#include <ec2wire/codec/encode_pairs.hpp>
#include <ec2wire/codec/encode_xml.hpp>
#include <ec2wire/codec/host_prefix.hpp>
#include <ec2wire/codec/idempotency_token.hpp>
#include <ec2wire/codec/to_owned.hpp>
#include <ec2wire/core/base64.hpp>
#include <ec2wire/core/location.hpp>
#include <ec2wire/core/version.hpp>
#include <ec2wire/ec2/instance_state_change_notification.hpp>
#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>

#endif
