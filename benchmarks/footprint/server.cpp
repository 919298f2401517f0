// The other half: what a server needs for one operation, beside what a client does.
#include "one_operation.cpp"

ec2wire::result<ec2wire::stop_instances_request, ec2wire::request_error> decode_stop_request(
    std::string_view bytes, ec2wire::scratch& memory) {
    return ec2wire::decode_query<ec2wire::stop_instances_request>(bytes, memory);
}

std::string encode_stop_response(const ec2wire::stop_instances_response& response) {
    return ec2wire::encode_xml(response).value_or("");
}
