// The one unit of a program that compiles the engines of ec2wire.
#include <ec2wire/src.hpp>
