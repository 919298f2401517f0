#ifndef EC2WIRE_EXAMPLES_INPUT_HPP
#define EC2WIRE_EXAMPLES_INPUT_HPP

// How much the examples read and hold. A file may be /dev/zero, and a body a server's that never ends.

#include <cstddef>
#include <cstdio>
#include <iostream>
#include <string>

namespace input {

// Of a file, of the standard input, or of the body of a reply, in bytes: far above any reply.
inline constexpr std::size_t max_size = std::size_t{64} << 20;

// Of a scratch, in bytes. A reply of DescribeInstances with 1000 instances takes some 2 MB.
inline constexpr std::size_t max_memory = std::size_t{256} << 20;

// Reads a stream to its end. Returns why not, or nothing. Not by istreambuf_iterator: that throws where
// the file is a directory.
inline std::string read_all(std::istream& in, std::string& bytes) {
    char chunk[4096];
    while (in.read(chunk, sizeof chunk) || in.gcount() > 0) {
        bytes.append(chunk, static_cast<std::size_t>(in.gcount()));
        if (bytes.size() > max_size) return "is longer than " + std::to_string(max_size) + " bytes";
    }
    return in.bad() || !in.eof() ? "cannot be read" : "";
}

// The same of the standard input, whose stream takes a failed read for the end.
inline std::string read_standard_input(std::string& bytes) {
    const std::string problem = read_all(std::cin, bytes);
    return problem.empty() && std::ferror(stdin) != 0 ? "cannot be read" : problem;
}

}  // namespace input

#endif
