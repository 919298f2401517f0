// The one unit of a program that compiles the engines of ec2wire, JSON included.
#include <ec2wire/json_src.hpp>
