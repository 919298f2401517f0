// The one unit of a program that compiles the JSON engine of ec2wire.
#include <ec2wire/json_src.hpp>
