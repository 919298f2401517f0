// What every test file includes, compiled once for all of them.
#include <boost/test/unit_test.hpp>
