#ifndef EC2WIRE_CODEC_RUN_TIME_SKELETON_HPP
#define EC2WIRE_CODEC_RUN_TIME_SKELETON_HPP

#include <ec2wire/codec/fast_reader.hpp>
#include <ec2wire/codec/layout.hpp>
#include <ec2wire/codec/skeleton.hpp>
#include <ec2wire/core/bytes.hpp>

#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// A skeleton in a layout that is known at run time alone, made of the one without
// white space.
class run_time_skeleton {
  public:
    // False if there is no room. `tag` is the start tag of the items, if it has attributes.
    bool print(std::string_view minified, const std::size_t* begin, const layout& how,
               std::string_view tag) noexcept {
        std::size_t part = 0;
        std::size_t depth = fast_reader::printed_depth;
        for (std::size_t at = 0; at < minified.size();) {
            const bool is_at_hole = at != 0 && at == begin[part + 1];
            if (is_at_hole) begin_[++part] = size_;
            const std::size_t last = minified.find('>', at) + 1;
            const bool is_end = minified[at + 1] == '/';
            if (is_end) --depth;
            const std::string_view one =
                at == 0 && !tag.empty() ? tag : minified.substr(at, last - at);
            if (!(is_at_hole || put(how.margin_at(depth).view())) || !put(one)) return false;
            if (!is_end) ++depth;
            at = last;
        }
        begin_[part + 1] = size_;
        return true;
    }

    template <std::size_t Part>
    [[gnu::always_inline]] const char* pass(const char* at, const char* end) const noexcept {
        return pass(Part, at, end);
    }

  private:
    [[gnu::noinline]] const char* pass(std::size_t part, const char* at,
                                       const char* end) const noexcept {
        const char* const text = text_ + begin_[part];
        const std::size_t size = begin_[part + 1] - begin_[part];
        if (static_cast<std::size_t>(end - at) < size) return nullptr;
        return is_equal_block(at, text, size) ? at + size : nullptr;
    }

    bool put(std::string_view text) noexcept {
        if (sizeof text_ - size_ < text.size()) return false;
        copy_bytes(text.data(), text.size(), text_ + size_);
        size_ += text.size();
        return true;
    }

    char text_[2048];
    std::size_t size_ = 0;
    std::size_t begin_[most_holes + 2]{};
};

}  // namespace ec2wire::detail

#endif
