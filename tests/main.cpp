// Boost.Test itself, compiled once for all test programs.
#define BOOST_TEST_MODULE ec2wire
#include <boost/test/included/unit_test.hpp>
