// The reply that is decoded most, in XML alone.
#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/ec2/describe_instances.hpp>

ec2wire::reply<ec2wire::describe_instances_response> decode_describe(std::string_view bytes,
                                                                     ec2wire::scratch& memory) {
    return ec2wire::decode_xml<ec2wire::describe_instances_response>(bytes, memory);
}
