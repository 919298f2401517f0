// The minimum of every consumer: a request, a reply, bytes that are not a reply, and memory of a scratch.
#include <ec2wire/ec2wire.hpp>

int main() {
    const ec2wire::stop_instances_request request{.instance_ids = {"i-1"}, .force = true};
    const auto query = ec2wire::encode(request);
    if (!query || *query != "Action=StopInstances&Force=true&InstanceId.1=i-1&Version=2016-11-15")
        return 1;

    const std::string_view bytes =
        "<StopInstancesResponse><instancesSet><item><instanceId>i-1</instanceId><currentState>"
        "<code>320</code></currentState></item></instancesSet></StopInstancesResponse>";
    ec2wire::scratch scratch;
    const auto reply = ec2wire::decode_xml<ec2wire::stop_instances_response>(bytes, scratch);
    if (!reply || reply->stopping_instances[0].current_state.code != ec2wire::stopping) return 2;

    const auto cut =
        ec2wire::decode_xml<ec2wire::stop_instances_response>(bytes.substr(0, 40), scratch);
    if (cut || cut.error().code != ec2wire::errc::unexpected_end) return 3;

    const auto in_scratch = ec2wire::encode(request, scratch);
    if (!in_scratch || *in_scratch != *query) return 4;
    return 0;
}
