// Boost.Test's main(): of its library, or compiled here, once for all test programs.
#define BOOST_TEST_MODULE ec2wire
#if defined(EC2WIRE_TESTS_LINK_BOOST)
#include <boost/test/unit_test.hpp>
#else
#include <boost/test/included/unit_test.hpp>
#endif
