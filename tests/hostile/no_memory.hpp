#ifndef EC2WIRE_TESTS_HOSTILE_NO_MEMORY_HPP
#define EC2WIRE_TESTS_HOSTILE_NO_MEMORY_HPP

#include <ec2wire/core/error.hpp>
#include <ec2wire/core/pmr_scratch.hpp>
#include <ec2wire/core/scratch.hpp>

#include <boost/test/unit_test.hpp>

#include <cstddef>
#include <memory_resource>
#include <new>
#include <optional>
#include <span>
#include <vector>

// Memory that runs out in every way: decoding gives out_of_memory, or the whole reply. A decoder here is a
// function that takes a scratch and returns the error, or nothing.
namespace ec2wire::tests {

// The heap, except that the allocation with that number fails, or all from it on; counts what is not
// released.
enum class fails { once, from_then_on };

class failing_resource final : public std::pmr::memory_resource {
  public:
    failing_resource(std::size_t number, fails how) : left_(number), how_(how) {}
    std::size_t outstanding() const { return outstanding_; }
    bool has_failed() const { return has_failed_; }

  private:
    void* do_allocate(std::size_t size, std::size_t alignment) override {
        if (left_ == 0 && !(has_failed_ && how_ == fails::once)) {
            has_failed_ = true;
            throw std::bad_alloc{};
        }
        if (left_ > 0) --left_;
        outstanding_ += size;
        return std::pmr::new_delete_resource()->allocate(size, alignment);
    }
    void do_deallocate(void* memory, std::size_t size, std::size_t alignment) override {
        outstanding_ -= size;
        std::pmr::new_delete_resource()->deallocate(memory, size, alignment);
    }
    bool do_is_equal(const memory_resource& other) const noexcept override {
        return this == &other;
    }

    std::size_t left_;
    fails how_;
    std::size_t outstanding_ = 0;
    bool has_failed_ = false;
};

// A fixed buffer of every size, from none to enough and somewhat more.
template <class Decode>
void check_every_size(Decode decode) {
    std::size_t successes = 0;
    std::size_t size = 0;
    for (; successes < 100 && size < 100'000; ++size) {
        std::vector<std::byte> room(size);  // of the exact size, for the sanitizer to guard
        scratch memory{std::span<std::byte>(room)};
        const std::optional<errc> wrong = decode(memory);
        if (wrong) BOOST_TEST_REQUIRE(to_string(*wrong) == to_string(errc::out_of_memory));
        if (wrong) BOOST_TEST_REQUIRE(successes == 0U);
        successes += !wrong;
    }
    BOOST_TEST(successes == 100U);
    BOOST_TEST(size > 100U);  // some memory is needed
}

// A heap that fails at each of the allocations. Memory that only makes decoding faster may be missing, so the
// reply may be decoded all the same; then it is whole.
template <class Decode>
void check_every_allocation(Decode decode, fails how) {
    std::size_t failures = 0;
    for (std::size_t number = 0;; ++number) {
        BOOST_TEST_REQUIRE(number < 1000U);
        failing_resource resource(number, how);
        std::optional<errc> wrong;
        bool has_failed = false;
        {
            scratch memory{pmr_source(&resource)};
            wrong = decode(memory);
            has_failed = resource.has_failed();
            // The next time there is memory.
            memory.clear();
            if (has_failed && how == fails::once) BOOST_TEST(!decode(memory).has_value());
        }
        BOOST_TEST(resource.outstanding() == 0U);
        if (wrong) BOOST_TEST_REQUIRE(to_string(*wrong) == to_string(errc::out_of_memory));
        if (!has_failed) BOOST_TEST(!wrong.has_value());
        if (!has_failed) break;
        failures += wrong.has_value();
    }
    if (how == fails::from_then_on) BOOST_TEST(failures > 0U);
}

template <class Decode>
void check_every_allocation(Decode decode) {
    check_every_allocation(decode, fails::once);
    check_every_allocation(decode, fails::from_then_on);
}

}  // namespace ec2wire::tests

#endif
