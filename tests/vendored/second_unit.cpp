#include <ec2wire/ec2wire.hpp>

std::string_view version_in_second_unit();

std::string_view version_in_second_unit() { return ec2wire::version; }
