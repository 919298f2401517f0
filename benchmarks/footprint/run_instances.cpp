// The request with the most members.
#include <ec2wire/codec/encode.hpp>
#include <ec2wire/ec2/run_instances.hpp>

#include <string>

std::string encode_run(const ec2wire::run_instances_request& request) {
    return ec2wire::encode(request).value_or("");
}
