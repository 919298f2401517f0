#include "guarded_bytes.hpp"

#include <boost/test/unit_test.hpp>

#include <sys/wait.h>

#include <csignal>
#include <new>
#include <string>
#include <string_view>

using ec2wire::tests::guard;
using ec2wire::tests::guarded_bytes;

namespace {

// Whether a child process dies when it reads the byte at `address`.
bool reading_is_fatal(const char* address) {
    const pid_t child = ::fork();
    if (child == 0) {
        // Disables the handlers of Boost.Test and the sanitizers: this fault is expected.
        std::signal(SIGSEGV, SIG_DFL);
        std::signal(SIGBUS, SIG_DFL);
        [[maybe_unused]] const volatile char byte = *static_cast<const volatile char*>(address);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(core_guarded_bytes)

BOOST_AUTO_TEST_CASE(the_byte_after_the_last_is_forbidden) {
    for (const std::size_t size : {0U, 1U, 17U, 4095U, 4096U, 4097U}) {
        const std::string bytes(size, 'x');
        const guarded_bytes guarded{bytes};
        BOOST_TEST(guarded.view() == bytes);
        BOOST_TEST(reading_is_fatal(guarded.view().data() + size));
    }
}

BOOST_AUTO_TEST_CASE(the_byte_before_the_first_is_forbidden) {
    for (const std::size_t size : {0U, 1U, 17U, 4095U, 4096U, 4097U}) {
        const std::string bytes(size, 'x');
        const guarded_bytes guarded{bytes, guard::before};
        BOOST_TEST(guarded.view() == bytes);
        BOOST_TEST(reading_is_fatal(guarded.view().data() - 1));
    }
}

BOOST_AUTO_TEST_CASE(other_bytes_can_be_put_at_the_same_border) {
    guarded_bytes behind{"longest"}, before{"longest", guard::before};
    const char* const border = behind.view().data() + 7;
    for (const std::string_view bytes : {"", "x", "longest"}) {
        behind.assign(bytes);
        before.assign(bytes);
        BOOST_TEST((behind.view() == bytes && before.view() == bytes));
        BOOST_TEST((behind.view().data() + bytes.size() == border));
        BOOST_TEST(reading_is_fatal(border));
        BOOST_TEST(reading_is_fatal(before.view().data() - 1));
    }
    BOOST_CHECK_THROW(behind.assign("longer than it"), std::bad_alloc);
}

BOOST_AUTO_TEST_SUITE_END()
