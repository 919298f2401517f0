// A client's translation unit with one operation: its request goes out, its reply comes in.
#include <ec2wire/ec2wire.hpp>

#include <string>
#include <string_view>

std::string encode_stop(const ec2wire::stop_instances_request& request) {
    return ec2wire::encode(request).value_or("");
}

ec2wire::reply<ec2wire::stop_instances_response> decode_stop(std::string_view bytes,
                                                             ec2wire::scratch& memory) {
    return ec2wire::decode_xml<ec2wire::stop_instances_response>(bytes, memory);
}
