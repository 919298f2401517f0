#ifndef EC2WIRE_CODEC_QUERY_ELEMENTS_HPP
#define EC2WIRE_CODEC_QUERY_ELEMENTS_HPP

#include <ec2wire/core/scratch.hpp>
#include <ec2wire/shape/schema.hpp>

#include <cstddef>
#include <new>
#include <string_view>

namespace ec2wire::detail {

// Adds elements to a list or a map. How many there will be at most is known before, so that those of a
// list_view stand where they stay.
class query_elements {
  public:
    // For an empty list that gets at most `count` elements.
    query_elements(const list_schema& list, void* value, std::size_t count,
                   scratch& memory) noexcept
        : list_(list), value_(value), count_(count) {
        if (is_row())
            first_ = static_cast<std::byte*>(
                memory.grow(nullptr, 0, 0, count, list.element_size, list.element_alignment));
    }

    // Whether it is a list_view.
    bool is_row() const noexcept { return list_.construct != nullptr; }
    // Whether there was memory for the elements.
    bool has_room() const noexcept { return !is_row() || first_ != nullptr; }

    // The next element, empty; null if there is no memory.
    void* next() {
        if (!is_row()) return list_.append(value_);
        std::byte* const element = first_ + size_ * list_.element_size;
        list_.construct(element);
        list_extent{first_, ++size_}.store(value_);
        return element;
    }

    // All elements of a list_view of texts at once, empty.
    std::string_view* all_texts() noexcept {
        auto* const texts = static_cast<std::string_view*>(static_cast<void*>(first_));
        for (std::size_t i = 0; i < count_; ++i) ::new (texts + i) std::string_view();
        list_extent{first_, size_ = count_}.store(value_);
        return texts;
    }

  private:
    const list_schema& list_;
    void* value_;
    std::size_t count_;
    std::byte* first_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace ec2wire::detail

#endif
