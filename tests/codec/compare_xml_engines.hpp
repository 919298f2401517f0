#ifndef EC2WIRE_TESTS_CODEC_COMPARE_XML_ENGINES_HPP
#define EC2WIRE_TESTS_CODEC_COMPARE_XML_ENGINES_HPP

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/core/scratch.hpp>

#include "codec/bitwise_equal.hpp"

#include <cstddef>
#include <span>
#include <string_view>

namespace ec2wire::tests {

// A memory source with a limit, which records the least that was ever left.
struct ration {
    static constexpr auto ample = static_cast<std::size_t>(-1);

    std::size_t left = ample;
    std::size_t least_left = ample;

    memory_source source() {
        return {this,
                [](void* context, std::size_t size) noexcept -> void* {
                    auto& self = *static_cast<ration*>(context);
                    if (size > self.left) return nullptr;
                    self.left -= size;
                    if (self.left < self.least_left) self.least_left = self.left;
                    return heap.allocate(nullptr, size);
                },
                [](void* context, void* memory, std::size_t size) noexcept {
                    static_cast<ration*>(context)->left += size;
                    heap.release(nullptr, memory, size);
                }};
    }
};

// Compares decode_xml with the strict reader alone, for tests and fuzz targets: for every input both give the
// same result, which is a response, an error of the service, or an error of the bytes with its offset.
template <class T>
class engines {
  public:
    bool agree(std::string_view bytes) {
        fast_.clear();
        strict_.clear();
        return is_bitwise_equal(decode_xml<T>(bytes, fast_),
                                detail::decode_strictly<T>(bytes, strict_));
    }

    // Compares them with little memory. It may be enough for the fast path and not for the strict reader,
    // which also compares attributes; never the other way round.
    bool agree_within(std::span<std::byte> room, std::string_view bytes) {
        strict_.clear();
        fast_.clear();
        scratch small(room);
        const bool is_too_small = is_out_of_memory(detail::decode_strictly<T>(bytes, small));
        const auto strict = detail::decode_strictly<T>(bytes, strict_);
        small.clear();
        const auto fast = decode_xml<T>(bytes, small);
        return is_out_of_memory(fast) ? is_too_small : is_bitwise_equal(fast, strict);
    }

    // Compares them with as much memory as the strict reader needs, in chunks that grow.
    static bool agree_on_ration(std::string_view bytes) {
        ration unlimited;
        scratch strict(unlimited.source());
        const auto wanted = detail::decode_strictly<T>(bytes, strict);
        ration enough{ration::ample - unlimited.least_left};
        scratch fast(enough.source());
        return is_bitwise_equal(decode_xml<T>(bytes, fast), wanted);
    }

  private:
    static bool is_out_of_memory(const reply<T>& answer) {
        return !answer && answer.error().code == errc::out_of_memory;
    }

    scratch fast_{};
    scratch strict_{};
};

}  // namespace ec2wire::tests

#endif
