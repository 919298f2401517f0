// A consumer of JSON: it needs simdjson, which the package must provide.
#include <ec2wire/json.hpp>

int main() {
    ec2wire::scratch scratch;
    const auto reply = ec2wire::decode_json<ec2wire::stop_instances_response>(
        std::string_view(R"({"StoppingInstances":[{"InstanceId":"i-1"}]})"), scratch);
    return reply && reply->stopping_instances[0].instance_id == "i-1" ? 0 : 1;
}
