#ifndef EC2WIRE_TESTS_CODEC_RANDOM_DECISIONS_HPP
#define EC2WIRE_TESTS_CODEC_RANDOM_DECISIONS_HPP

#include <array>
#include <cstddef>
#include <random>
#include <string_view>

namespace ec2wire::tests {

// Random decisions that are the same on every machine.
class decisions {
  public:
    explicit decisions(unsigned seed) noexcept : engine_(seed) {}

    // Below `end`.
    std::size_t below(std::size_t end) { return engine_() % end; }
    bool one_in(std::size_t count) { return below(count) == 0; }
    template <std::size_t Count>
    std::string_view of(const std::array<std::string_view, Count>& all) {
        return all[below(Count)];
    }

  private:
    std::mt19937 engine_;
};

}  // namespace ec2wire::tests

#endif
