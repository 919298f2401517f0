#ifndef EC2WIRE_EXAMPLES_OUTPUT_HPP
#define EC2WIRE_EXAMPLES_OUTPUT_HPP

// The standard output and error: a disk may be full, and a shell may have closed them.

#include <cstdio>

#if __has_include(<unistd.h>)
#include <fcntl.h>
#include <unistd.h>
#endif

namespace output {

// The exit status of a program that would end with `status`. It is 1 in place of 0 if the standard output
// could not be written, which is said on the standard error.
inline int status_of(int status) {
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
    std::fputs("the standard output cannot be written\n", stderr);
    return status == 0 ? 1 : status;
}

// Opens those of the descriptors 0 to 2 that are closed, so that no file or socket of ours becomes the standard
// output. Writing to them still fails.
inline void hold_descriptors() {
#if __has_include(<unistd.h>)
    int opened = 0;
    while (opened >= 0 && opened <= 2) opened = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (opened > 2) ::close(opened);
#endif
}

}  // namespace output

#endif
