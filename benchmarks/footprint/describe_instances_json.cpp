// Decodes the reply of DescribeInstances from JSON alone, with simdjson's header.
#include <ec2wire/codec/decode_json.hpp>
#include <ec2wire/ec2/describe_instances.hpp>

ec2wire::reply<ec2wire::describe_instances_response> decode_describe(std::string_view bytes,
                                                                     ec2wire::scratch& memory) {
    return ec2wire::decode_json<ec2wire::describe_instances_response>(bytes, memory);
}
