#ifndef EC2WIRE_XML_OPEN_TAGS_HPP
#define EC2WIRE_XML_OPEN_TAGS_HPP

#include <ec2wire/core/bytes.hpp>
#include <ec2wire/core/config.hpp>
#include <ec2wire/core/limits.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::xml::detail {

// The names of the elements that are open, the innermost last: views into the document.
class open_tags {
  public:
    // Not defaulted: {} would then zero all the names.
    open_tags() noexcept {}

    std::size_t depth() const noexcept { return depth_; }
    bool is_full() const noexcept { return depth_ == max_depth; }

    std::string_view innermost() const noexcept {
        return {tags_[depth_ - 1].name, tags_[depth_ - 1].size};
    }

    std::string_view name_at(std::size_t depth) const noexcept {
        return {tags_[depth].name, tags_[depth].size};
    }

    void open(std::string_view name) noexcept { tags_[depth_++] = {name.data(), name.size()}; }
    void close() noexcept { --depth_; }
    void close_to(std::size_t depth) noexcept { depth_ = depth; }
    void close_all() noexcept { close_to(0); }

    // Returns the size of the end tag of the innermost element at `position`, if it has no white space in it; 0
    // for anything else.
    //
    //   </item>
    //   -------
    EC2WIRE_ALWAYS_INLINE std::size_t end_tag_size(const char* position,
                                                   const char* end) const noexcept {
        const std::string_view name = innermost();
        const auto room = static_cast<std::size_t>(end - position);
        if (room < name.size() + 3 || position[name.size() + 2] != '>') return 0;
        // After the start tag's name there are at least as many bytes as after this one.
        const bool is_same = room >= 18 ? is_equal_in_room(position + 2, name.data(), name.size())
                                        : is_equal(position + 2, name.data(), name.size());
        return is_same ? name.size() + 3 : 0;
    }

  private:
    struct tag {
        const char* name;
        std::size_t size;
    };

    std::size_t depth_ = 0;
    tag tags_[max_depth];
};

}  // namespace ec2wire::xml::detail

#endif
