#ifndef EC2WIRE_TESTS_HOSTILE_SMALL_STACK_HPP
#define EC2WIRE_TESTS_HOSTILE_SMALL_STACK_HPP

#include "sanitized.hpp"

#include <pthread.h>

#include <cstddef>
#include <iostream>
#include <stdexcept>

namespace ec2wire::tests {

#if defined(__OPTIMIZE__)
inline constexpr bool is_optimized = true;
#else
inline constexpr bool is_optimized = false;
#endif

// Enough for the deepest possible reply, and for a request with 64 levels. On s390x every function that calls
// another needs 160 bytes for its registers. A thread has at least `least_stack` bytes: on aarch64 glibc starts
// none with less.
#if defined(__s390x__)
inline constexpr std::size_t small_stack = 256 * 1024;
inline constexpr std::size_t least_stack = small_stack;
#elif defined(__aarch64__)
inline constexpr std::size_t small_stack = 80 * 1024;
inline constexpr std::size_t least_stack = 128 * 1024;
#else
inline constexpr std::size_t small_stack = 64 * 1024;
inline constexpr std::size_t least_stack = small_stack;
#endif

// Runs a function in a thread with a stack of that size, followed by a forbidden page. Code that is sanitized
// or not optimized takes many times the stack, and reports SKIPPED.
template <class Function>
void run_in_small_stack(Function function) {
    if (is_sanitized || !is_optimized) {
        std::cout << "SKIPPED a stack of " << small_stack << " bytes: "
                  << (is_sanitized ? "sanitizers need more\n" : "it is not optimized\n");
        return function();
    }
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_t thread;
    const auto start = [](void* context) -> void* {
        [[maybe_unused]] volatile char taken[least_stack - small_stack + 1];
        taken[0] = 0;
        (*static_cast<Function*>(context))();
        taken[0] = 1;  // so that it is taken until then
        return nullptr;
    };
    const bool is_started = pthread_attr_setstacksize(&attributes, least_stack) == 0 &&
                            pthread_create(&thread, &attributes, start, &function) == 0;
    pthread_attr_destroy(&attributes);
    if (!is_started) throw std::runtime_error("no thread with a small stack");
    pthread_join(thread, nullptr);
}

}  // namespace ec2wire::tests

#endif
