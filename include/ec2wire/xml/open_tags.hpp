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
    // Not by default: {} would then set all the names to zero.
    constexpr open_tags() noexcept {}

    constexpr std::size_t depth() const noexcept { return depth_; }
    constexpr bool is_full() const noexcept { return depth_ == max_depth; }

    constexpr std::string_view innermost() const noexcept {
        return {tags_[depth_ - 1].name, tags_[depth_ - 1].size};
    }

    constexpr std::string_view name_at(std::size_t depth) const noexcept {
        return {tags_[depth].name, tags_[depth].size};
    }

    constexpr void open(std::string_view name) noexcept {
        tags_[depth_++] = {name.data(), name.size()};
    }
    constexpr void close() noexcept { --depth_; }
    constexpr void close_all() noexcept { depth_ = 0; }

    // How many bytes of [place, end), where "</" begins, are the end tag of the innermost element
    // without white space in it; 0 if there is something else.
    //
    //   </item>
    //   -------
    EC2WIRE_ALWAYS_INLINE constexpr std::size_t end_tag_size(const char* place,
                                                             const char* end) const noexcept {
        const std::string_view name = innermost();
        const auto room = static_cast<std::size_t>(end - place);
        if (room < name.size() + 3 || place[name.size() + 2] != '>') return 0;
        // Behind the name's first place there are at least as many bytes as behind this one.
        const bool is_same = room >= 18 ? is_equal_in_room(place + 2, name.data(), name.size())
                                        : is_equal(place + 2, name.data(), name.size());
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
