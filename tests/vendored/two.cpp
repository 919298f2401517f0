#include <ec2wire/ec2wire.hpp>

std::string_view version_in_two();

std::string_view version_in_two() { return ec2wire::version; }
