#include <ec2wire/core/pmr_scratch.hpp>

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <memory_resource>

using ec2wire::pmr_source;
using ec2wire::scratch;

namespace {

// Counts the bytes that are allocated.
class counting_resource : public std::pmr::memory_resource {
  public:
    std::size_t out = 0;
    int allocations = 0;

  private:
    void* do_allocate(std::size_t size, std::size_t alignment) override {
        out += size;
        ++allocations;
        return std::pmr::new_delete_resource()->allocate(size, alignment);
    }
    void do_deallocate(void* memory, std::size_t size, std::size_t alignment) override {
        out -= size;
        std::pmr::new_delete_resource()->deallocate(memory, size, alignment);
    }
    bool do_is_equal(const memory_resource& other) const noexcept override {
        return this == &other;
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(core_pmr_scratch)

BOOST_AUTO_TEST_CASE(memory_comes_from_the_resource_and_goes_back_to_it) {
    counting_resource resource;
    {
        scratch memory(pmr_source(&resource));
        for (int i = 0; i < 4; ++i) BOOST_TEST_REQUIRE(memory.allocate<double>(400) != nullptr);
        BOOST_TEST(resource.out > memory.capacity());
        memory.clear();
        const int warm = resource.allocations;
        for (int i = 0; i < 4; ++i) BOOST_TEST_REQUIRE(memory.allocate<double>(400) != nullptr);
        BOOST_TEST(resource.allocations == warm);
    }
    BOOST_TEST(resource.out == 0U);
}

BOOST_AUTO_TEST_CASE(a_resource_that_throws_is_one_without_memory) {
    scratch memory(pmr_source(std::pmr::null_memory_resource()));
    BOOST_TEST(memory.allocate<char>(1) == nullptr);
    memory.clear();
    BOOST_TEST(memory.capacity() == 0U);
}

BOOST_AUTO_TEST_CASE(a_resource_over_a_buffer_ends_with_it) {
    std::array<std::byte, 20'000> bytes;
    std::pmr::monotonic_buffer_resource resource(bytes.data(), bytes.size(),
                                                 std::pmr::null_memory_resource());
    scratch memory(pmr_source(&resource));
    BOOST_TEST(memory.allocate<char>(4000) != nullptr);   // a chunk of 4 kB
    BOOST_TEST(memory.allocate<char>(8000) != nullptr);   // and one of 8
    BOOST_TEST(memory.allocate<char>(16000) == nullptr);  // 16 more are not there
}

BOOST_AUTO_TEST_SUITE_END()
