#ifndef EC2WIRE_STS_SERVICE_HPP
#define EC2WIRE_STS_SERVICE_HPP

#include <ec2wire/shape/protocol.hpp>

#include <string_view>

namespace ec2wire::sts {

// AWS Security Token Service, as its service model describes it.
struct sts {
    // The protocol of its requests and replies.
    using protocol = aws_query;
    // The Version of every request.
    static constexpr std::string_view version = "2011-06-15";
    // The namespace of every reply's root. It is not compared.
    static constexpr std::string_view xml_namespace = "https://sts.amazonaws.com/doc/2011-06-15/";
};

}  // namespace ec2wire::sts

#endif
