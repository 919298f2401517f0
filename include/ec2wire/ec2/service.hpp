#ifndef EC2WIRE_EC2_SERVICE_HPP
#define EC2WIRE_EC2_SERVICE_HPP

#include <ec2wire/shape/protocol.hpp>

#include <string_view>

namespace ec2wire {

// Amazon Elastic Compute Cloud, as its service model describes it.
struct ec2 {
    // The protocol of its requests and replies.
    using protocol = ec2_query;
    // The Version of every request.
    static constexpr std::string_view version = "2016-11-15";
    // The XML namespace of every reply's root. It is not checked: 45 variants of it are on record.
    static constexpr std::string_view xml_namespace = "http://ec2.amazonaws.com/doc/2016-11-15/";
};

}  // namespace ec2wire

#endif
