// One of two translation units that include the umbrella, as an embedder's do. A
// function that is not inline would be defined twice and the program would not link.
#include <ec2wire/ec2wire.hpp>

std::string_view version_in_second_unit();

int main() { return version_in_second_unit() == ec2wire::version ? 0 : 1; }
