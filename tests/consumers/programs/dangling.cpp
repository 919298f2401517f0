// Views and references whose owner is gone at the end of the line that makes them: clang++ warns of each such
// line, and of no other.
#include <ec2wire/ec2wire.hpp>

using request = ec2wire::stop_instances_request;
using response = ec2wire::stop_instances_response;
using ec2wire::decode_xml;
using changes = ec2wire::list_view<ec2wire::instance_state_change>;

std::size_t refer(std::string_view bytes, ec2wire::scratch& scratch);
std::size_t copy(std::string_view bytes, ec2wire::scratch& scratch, std::span<char> buffer);
ec2wire::reply<response> keep_reply(std::string_view bytes);
changes return_list(std::string_view bytes, ec2wire::scratch& scratch);
std::string_view return_query(const request& stop, ec2wire::scratch& scratch);

std::size_t refer(std::string_view bytes, ec2wire::scratch& scratch) {
    const auto& value = *decode_xml<response>(bytes, scratch);            // dangles
    const auto& same = decode_xml<response>(bytes, scratch).value();      // dangles
    const auto& error = decode_xml<response>(bytes, scratch).error();     // dangles
    const changes owner(std::vector<ec2wire::instance_state_change>(1));  // dangles
    return value.stopping_instances.size() + same.stopping_instances.size() + error.offset +
           owner.size();
}

ec2wire::reply<response> keep_reply(std::string_view bytes) {
    ec2wire::scratch scratch;
    return decode_xml<response>(bytes, scratch);  // dangles
}

// Copies of a value, and of the views in it, need the bytes and the scratch alone.
std::size_t copy(std::string_view bytes, ec2wire::scratch& scratch, std::span<char> buffer) {
    const auto value = *decode_xml<response>(bytes, scratch);
    const auto error = decode_xml<response>(bytes, scratch).error();
    const changes list = decode_xml<response>(bytes, scratch)->stopping_instances;
    const std::string_view id = decode_xml<response>(bytes, scratch)->request_id.value_or("");
    const std::string_view code = decode_xml<response>(bytes, scratch).error().service.code;
    const std::string_view query = *ec2wire::encode(request{.instance_ids = {"i-1"}}, buffer);
    const std::string owned = *ec2wire::encode(request{.instance_ids = {"i-1"}});
    return value.stopping_instances.size() + error.offset + list.size() + id.size() + code.size() +
           query.size() + owned.size();
}

changes return_list(std::string_view bytes, ec2wire::scratch& scratch) {
    return decode_xml<response>(bytes, scratch)->stopping_instances;
}

std::string_view return_query(const request& stop, ec2wire::scratch& scratch) {
    return *ec2wire::encode(stop, scratch);
}
