#ifndef EC2WIRE_XML_NAME_SET_HPP
#define EC2WIRE_XML_NAME_SET_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/heap_sort.hpp>
#include <ec2wire/core/scratch.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace ec2wire::xml {

// The attribute names of one tag, to find a duplicate. A few are compared with each other; many are sorted,
// in the scratch, so that a hostile tag takes n log n and not n squared.
class name_set {
  public:
    // Makes an empty set. `memory` must outlive it.
    explicit name_set(scratch& memory) noexcept : memory_(memory) {}

    // Releases the names' memory.
    ~name_set() { memory_.shrink(names_, 0, capacity_); }

    name_set(const name_set&) = delete;
    name_set& operator=(const name_set&) = delete;

    // Adds a name. False if there is no memory.
    bool add(std::string_view name) noexcept {
        if (size_ < max_unsorted) {
            unsorted_[size_++] = {name.data(), name.size()};
            return true;
        }
        if (size_ >= capacity_ && !make_room()) return false;
        names_[size_++] = {hash_of(name), name};
        return true;
    }

    // Returns the second of two equal names, the first such in the document; null if all differ.
    const char* find_duplicate() noexcept {
        if (size_ > max_unsorted) return find_duplicate_of_many();
        for (std::size_t i = 1; i < size_; ++i)
            for (std::size_t k = 0; k < i; ++k)
                if (is_equal(unsorted_[i].view(), unsorted_[k].view())) return unsorted_[i].first;
        return nullptr;
    }

  private:
    EC2WIRE_COLD const char* find_duplicate_of_many() noexcept {
        ec2wire::detail::heap_sort(names_, size_, is_less);
        const char* first = nullptr;
        for (std::size_t i = 1; i < size_; ++i) {
            const char* const second = names_[i].name.data();
            if (is_equal(names_[i].name, names_[i - 1].name) &&
                (first == nullptr || second < first))
                first = second;
        }
        return first;
    }

    static constexpr std::size_t max_unsorted = 8;

    // A std::string_view without initialization.
    struct name_ref {
        const char* first;
        std::size_t size;
        std::string_view view() const noexcept { return {first, size}; }
    };

    // A name and its hash, which mostly tells it from others without comparing its bytes.
    struct hashed_name {
        std::uint64_t hash;
        std::string_view name;
        hashed_name(std::uint64_t n, std::string_view text) noexcept : hash(n), name(text) {}
    };

    // FNV-1a of the first 32 bytes. Names with equal hashes are compared and sorted in n log n, so an
    // attacker gains nothing from them.
    EC2WIRE_WRAPS static std::uint64_t hash_of(std::string_view name) noexcept {
        std::uint64_t hash = 0xCBF29CE484222325 ^ name.size();
        for (const char c : name.substr(0, 32))
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
        return hash;
    }

    // Makes room for another name in the scratch, and copies the first few there.
    EC2WIRE_COLD bool make_room() noexcept {
        const bool is_first = capacity_ == 0;
        if (!memory_.grow(names_, is_first ? 0 : size_, capacity_, 2 * size_)) return false;
        if (is_first)
            for (std::size_t i = 0; i < max_unsorted; ++i)
                names_[i] = {hash_of(unsorted_[i].view()), unsorted_[i].view()};
        return true;
    }

    // Orders by hash, then by text, and equal texts by their position in the document.
    static bool is_less(const hashed_name& a, const hashed_name& b) noexcept {
        if (a.hash != b.hash) return a.hash < b.hash;
        const int order = a.name.compare(b.name);
        return order != 0 ? order < 0 : a.name.data() < b.name.data();
    }

    scratch& memory_;
    hashed_name* names_ = nullptr;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
    name_ref unsorted_[max_unsorted];
};

}  // namespace ec2wire::xml

#endif
