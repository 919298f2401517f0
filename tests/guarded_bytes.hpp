#ifndef EC2WIRE_TESTS_GUARDED_BYTES_HPP
#define EC2WIRE_TESTS_GUARDED_BYTES_HPP

#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>
#include <new>
#include <string_view>

namespace ec2wire::tests {

// The end of the bytes that touches memory which may not be read.
enum class guard { after, before };

// A copy of bytes next to a forbidden page, so that reading one byte past that end ends the program even in a
// plain build.
//
//   guard::after                          guard::before
//   +----------------+-----------+        +-----------+----------------+
//   |      <bytes>...|# forbidden|        | forbidden#|<bytes>...      |
//   +----------------+-----------+        +-----------+----------------+
//
// An empty text is a pointer to the border: not null, and not readable.
class guarded_bytes {
  public:
    explicit guarded_bytes(std::string_view bytes, guard side = guard::after)
        : room_{bytes.size()}, side_{side} {
        const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
        const auto room = (room_ + page - 1) / page * page;
        mapped_ = room + page;
        void* map =
            ::mmap(nullptr, mapped_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (map == MAP_FAILED) throw std::bad_alloc{};
        map_ = static_cast<char*>(map);
        border_ = side == guard::after ? map_ + room : map_ + page;
        assign(bytes);
        char* const forbidden = side == guard::after ? border_ : map_;
        if (::mprotect(forbidden, page, PROT_NONE) != 0) {
            ::munmap(map_, mapped_);
            throw std::bad_alloc{};
        }
    }

    guarded_bytes(const guarded_bytes&) = delete;
    guarded_bytes& operator=(const guarded_bytes&) = delete;
    ~guarded_bytes() { ::munmap(map_, mapped_); }

    // Puts other bytes at the border, at most as many as in the constructor.
    void assign(std::string_view bytes) {
        if (bytes.size() > room_) throw std::bad_alloc{};
        data_ = side_ == guard::after ? border_ - bytes.size() : border_;
        size_ = bytes.size();
        if (size_ != 0) std::memcpy(data_, bytes.data(), size_);
    }

    // Returns the bytes, valid until others are assigned or this object is destroyed.
    std::string_view view() const { return {data_, size_}; }

  private:
    char* map_ = nullptr;
    char* border_ = nullptr;
    char* data_ = nullptr;
    std::size_t size_ = 0;
    std::size_t room_ = 0;
    std::size_t mapped_ = 0;
    guard side_ = guard::after;
};

}  // namespace ec2wire::tests

#endif
