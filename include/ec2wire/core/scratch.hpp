#ifndef EC2WIRE_CORE_SCRATCH_HPP
#define EC2WIRE_CORE_SCRATCH_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/memory_source.hpp>

#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <span>
#include <type_traits>

namespace ec2wire {

// Reusable memory of the caller's for the parts of a decoded message that cannot be views into its bytes (the
// elements of lists, and text that had to be unescaped), and for encoded messages.
//
//     ec2wire::scratch scratch;
//     for (std::string_view bytes : bodies) {
//         scratch.clear();
//         use(ec2wire::decode_xml<ec2wire::stop_instances_response>(bytes, scratch));
//     }
//
// The contents of a scratch are valid until it is cleared or destroyed. clear() keeps the memory, so that
// the next messages of that size take no allocation. AddressSanitizer reports each access to cleared memory,
// until it is allocated again. A scratch is for one thread at a time.
class scratch {
  public:
    // Allocates from the heap, without a limit.
    constexpr scratch() noexcept : scratch(heap) {}

    // Allocates from a source, a copy of which is kept: its `context` must outlive the scratch. Allocates at
    // most `max_capacity` bytes in all, not counting two words for each chunk: beyond that decoding and
    // encoding fail with errc::out_of_memory. A decoded reply can be larger than its bytes: an <item/> of
    // 7 bytes is a whole structure. docs/design.md gives factors under Limits.
    //
    //     ec2wire::scratch scratch(ec2wire::heap, 64 << 20);
    constexpr explicit scratch(memory_source source, std::size_t max_capacity = SIZE_MAX) noexcept
        : source_(source), max_capacity_(max_capacity) {}

    // Uses only these bytes, which must outlive the scratch: beyond them decoding and encoding fail with
    // errc::out_of_memory.
    explicit scratch(std::span<std::byte> fixed) noexcept
        : cursor_(fixed.data()), end_(fixed.data() + fixed.size()), fixed_(fixed) {}

    scratch(const scratch&) = delete;
    scratch& operator=(const scratch&) = delete;

    ~scratch() {
        detail::unpoison(fixed_.data(), fixed_.size());
        drop(chunks_);
    }

    // Invalidates everything that the scratch holds and keeps the memory, as one chunk: several chunks are
    // released, and one of their total size is allocated. If the source has no memory for it, the scratch is
    // left without a chunk, as it was when it was constructed.
    void clear() noexcept {
        if (chunks_ == nullptr) {
            give_back(fixed_.data());
        } else if (chunks_->next == nullptr) {
            give_back(first_byte(chunks_));
        } else {
            const std::size_t size = capacity();
            drop(chunks_);
            cursor_ = end_ = nullptr;
            add_chunk(size);
        }
    }

    // Returns the number of bytes allocated, used or not; at most max_capacity.
    std::size_t capacity() const noexcept {
        std::size_t size = fixed_.size();
        for (const chunk* c = chunks_; c != nullptr; c = c->next) size += c->size;
        return size;
    }

    // Returns the number of bytes that can be allocated without another chunk.
    std::size_t room() const noexcept { return static_cast<std::size_t>(end_ - cursor_); }

    // Allocates room for `count` elements, which are not constructed; null if there is no memory. T must be
    // trivially destructible, since no destructor will run.
    template <class T>
    T* allocate(std::size_t count) noexcept {
        static_assert(std::is_trivially_destructible_v<T>);
        if (count > SIZE_MAX / 2 / sizeof(T)) return nullptr;
        return static_cast<T*>(take(count * sizeof(T), alignof(T)));
    }

    // Makes room for `wanted` elements (more than `capacity`) where there was room for `capacity`, the first
    // `size` of which are constructed. Grows in place if this is the last allocation and its chunk has the
    // room; otherwise the elements move, and their old room is lost until clear(). Changes nothing and
    // returns false if there is no memory.
    template <class T>
    bool grow(T*& first, std::size_t size, std::size_t& capacity, std::size_t wanted) noexcept {
        static_assert(std::is_trivially_copyable_v<T>);
        void* const grown = grow(first, size, capacity, wanted, sizeof(T), alignof(T));
        if (grown == nullptr) return false;
        first = static_cast<T*>(grown);
        capacity = wanted;
        return true;
    }

    // Does the same for elements of a given size in bytes and alignment, whose type is not known. Returns the
    // address of the first element, or null if there is no memory.
    void* grow(const void* first, std::size_t size, std::size_t capacity, std::size_t wanted,
               std::size_t element_size, std::size_t alignment) noexcept {
        auto* const begin = static_cast<std::byte*>(const_cast<void*>(first));
        if (capacity != 0 && is_last(begin + capacity * element_size) &&
            (wanted - capacity) <= static_cast<std::size_t>(end_ - cursor_) / element_size) {
            detail::unpoison(cursor_, (wanted - capacity) * element_size);
            cursor_ += (wanted - capacity) * element_size;
            return begin;
        }
        if (wanted > SIZE_MAX / 2 / element_size) return nullptr;
        void* const moved = take(wanted * element_size, alignment);
        if (moved != nullptr && size != 0) std::memcpy(moved, first, size * element_size);
        return moved;
    }

    // Gives back the room between `size` and `capacity` elements, if it was allocated last.
    void shrink(const void* first, std::size_t size, std::size_t capacity,
                std::size_t element_size) noexcept {
        if (is_last(static_cast<const std::byte*>(first) + capacity * element_size))
            give_back(cursor_ - (capacity - size) * element_size);
    }

    // Gives back the room between `size` and `capacity` elements, if it was allocated last.
    template <class T>
    void shrink(T* first, std::size_t size, std::size_t capacity) noexcept {
        shrink(first, size, capacity, sizeof(T));
    }

    // Returns the position of the next allocation, for rewind().
    const std::byte* mark() const noexcept { return cursor_; }

    // Gives back what was allocated since mark() returned `mark`; if chunks were added since, only what is in
    // the last of them, and the rest stays allocated until clear(). Nothing allocated since then may be in use.
    EC2WIRE_COLD void rewind(const std::byte* mark) noexcept {
        std::byte* const first = chunks_ == nullptr ? fixed_.data() : first_byte(chunks_);
        const bool is_in_last = std::is_lteq(std::compare_three_way{}(first, mark)) &&
                                std::is_lteq(std::compare_three_way{}(mark, cursor_));
        give_back(is_in_last ? cursor_ - (cursor_ - mark) : first);
    }

  private:
    struct chunk {
        chunk* next;
        std::size_t size;  // not counting this header
    };

    static constexpr std::size_t first_chunk_size = 4096 - sizeof(chunk);

    static std::byte* first_byte(chunk* c) noexcept {
        return static_cast<std::byte*>(static_cast<void*>(c + 1));
    }

    // Frees everything from `first` to the cursor. AddressSanitizer poisons eight bytes at a time, so up to
    // seven free bytes after the cursor are poisoned too.
    void give_back(std::byte* first) noexcept {
        const std::ptrdiff_t rest = end_ - cursor_ < 7 ? end_ - cursor_ : 7;
        if (first != cursor_)
            detail::poison(first, static_cast<std::size_t>(cursor_ - first + rest));
        cursor_ = first;
    }

    bool is_last(const void* end) const noexcept { return end == cursor_; }

    void* take(std::size_t size, std::size_t alignment) noexcept {
        const std::size_t gap = padding(alignment);
        // Null means that there is no memory, so even zero bytes need an address.
        if (const auto room = static_cast<std::size_t>(end_ - cursor_);
            cursor_ == nullptr || room < gap || room - gap < size)
            return take_from_new_chunk(size, alignment);
        std::byte* const taken = cursor_ + gap;
        detail::unpoison(taken, size);
        cursor_ = taken + size;
        return taken;
    }

    EC2WIRE_COLD void* take_from_new_chunk(std::size_t size, std::size_t alignment) noexcept {
        const std::size_t needed = size + (alignment - 1);
        const std::size_t allowed = max_capacity_ - capacity();
        if (needed > allowed) return nullptr;
        const std::size_t doubled = chunks_ == nullptr ? first_chunk_size : 2 * chunks_->size;
        const std::size_t wanted = doubled < needed ? needed : doubled;
        if (!add_chunk(wanted < allowed ? wanted : allowed)) return nullptr;
        std::byte* const taken = cursor_ + padding(alignment);
        cursor_ = taken + size;
        return taken;
    }

    // Returns the distance from the cursor to the next multiple of `alignment`, a power of two.
    EC2WIRE_WRAPS std::size_t padding(std::size_t alignment) const noexcept {
        return (0 - std::bit_cast<std::uintptr_t>(cursor_)) & (alignment - 1);
    }

    bool add_chunk(std::size_t size) noexcept {
        if (source_.allocate == nullptr) return false;
        void* const memory = source_.allocate(source_.context, sizeof(chunk) + size);
        if (memory == nullptr) return false;
        chunks_ = ::new (memory) chunk{chunks_, size};
        cursor_ = first_byte(chunks_);
        end_ = cursor_ + size;
        return true;
    }

    void drop(chunk*& list) noexcept {
        while (list != nullptr) {
            chunk* const next = list->next;
            detail::unpoison(first_byte(list), list->size);
            source_.release(source_.context, list, sizeof(chunk) + list->size);
            list = next;
        }
    }

    std::byte* cursor_{};
    std::byte* end_{};
    chunk* chunks_{};
    memory_source source_{};
    std::size_t max_capacity_ = SIZE_MAX;
    std::span<std::byte> fixed_{};
};

}  // namespace ec2wire

#endif
