// A second translation unit of a program: a function that is not inline would be defined twice and would not
// link. It need not be called for that.
#include <ec2wire/ec2wire.hpp>

std::size_t use_in_second_unit(std::string_view bytes);

std::size_t use_in_second_unit(std::string_view bytes) {
    ec2wire::scratch scratch;
    const auto reply = ec2wire::decode_xml<ec2wire::stop_instances_response>(bytes, scratch);
    return reply ? reply->stopping_instances.size() : 0;
}
