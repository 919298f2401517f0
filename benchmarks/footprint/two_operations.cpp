// A client's translation unit with two operations.
#include "one_operation.cpp"

std::string encode_start(const ec2wire::start_instances_request& request) {
    return ec2wire::encode(request).value_or("");
}

ec2wire::reply<ec2wire::start_instances_response> decode_start(std::string_view bytes,
                                                               ec2wire::scratch& memory) {
    return ec2wire::decode_xml<ec2wire::start_instances_response>(bytes, memory);
}
