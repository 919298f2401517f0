#ifndef EC2WIRE_TESTS_RANDOM_SHAPES_RUN_HPP
#define EC2WIRE_TESTS_RANDOM_SHAPES_RUN_HPP

#include <ec2wire/shape/storage.hpp>

#include "codec/random_decisions.hpp"
#include "random_shapes/failure.hpp"

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <memory_resource>
#include <string>
#include <type_traits>
#include <vector>

namespace ec2wire::tests {

// A third storage, with other containers than the library's two. A blob is contiguous.
struct of_a_program {
    using string = std::pmr::string;
    template <class T>
    using list = std::conditional_t<std::is_same_v<T, std::byte>, std::vector<T>, std::deque<T>>;
    template <class T>
    using indirect = ec2wire::indirect<T>;
};

// A run of a program that random_shapes.py generated: how many documents of each shape, and the number of the
// first.
class random_shapes_run {
  public:
    random_shapes_run(int argc, char** argv)
        : documents_(argc > 1 ? number(argv[1]) : 100), first_(argc > 2 ? number(argv[2]) : 0) {}

    // Checks the invariants for one shape of a set, by calling `checks`, and shows the shortest document that
    // breaks one.
    template <class Checks>
    void check(unsigned set, const char* shape, Checks& checks) {
        std::string shown;
        std::size_t shortest = static_cast<std::size_t>(-1);
        for (unsigned document = first_; document < first_ + documents_; ++document) {
            decisions decide(set * 1'000'003U + document);
            try {
                checks.check(decide);
            } catch (const broken_invariant& broken) {
                if (broken.document.size() >= shortest) continue;
                shortest = broken.document.size();
                shown = "document " + std::to_string(document) + ": " + broken.what() +
                        "\n  for\n" + broken.document +
                        "\n  again: tests/random_shapes.py run --first " + std::to_string(set) +
                        " --sets 1 --first-document " + std::to_string(document) + " --documents 1";
            }
        }
        if (shown.empty()) return;
        std::printf("FAILED  set %u, %s, %s\n", set, shape, shown.c_str());
        failed_ = true;
    }

    int status() const { return failed_ ? EXIT_FAILURE : EXIT_SUCCESS; }

  private:
    static unsigned number(const char* text) {
        return static_cast<unsigned>(std::strtoul(text, nullptr, 10));
    }

    unsigned documents_;
    unsigned first_;
    bool failed_ = false;
};

}  // namespace ec2wire::tests

#endif
