// The shortest consumer, for a package that only has a folder of headers and a language standard.
#include <ec2wire/ec2wire.hpp>

int main() {
    const ec2wire::stop_instances_request request{.instance_ids = {"i-1"}};
    return request.instance_ids[0] == "i-1" && !ec2wire::version.empty() ? 0 : 1;
}
