#ifndef EC2WIRE_CODEC_ITEM_PREDICTOR_HPP
#define EC2WIRE_CODEC_ITEM_PREDICTOR_HPP

#include <ec2wire/codec/fast_decoder.hpp>
#include <ec2wire/core/scratch.hpp>
#include <ec2wire/xml/reader.hpp>

#include <bit>
#include <cstddef>
#include <string_view>

namespace ec2wire::detail {

// Reads the items of one list ahead of the strict reader, as long as their gaps are the expected
// ones, and learns what to expect from those that the strict reader had to read.
template <class Protocol, class Element, class Item>
class item_predictor {
  public:
    explicit item_predictor(xml::reader& in) noexcept : in_(in) {}

    // Passes the items that come next, as far as they can be predicted. If one is left to the strict
    // reader whose element is in the list already, returns that element. Where nothing comes out of
    // it, because each item differs from the one before, it is tried ever more rarely.
    template <list_like List>
    Item* pass_items(List& target) {
        if (misses_ > 2 && !std::has_single_bit(misses_)) return nullptr;
        const char* const before = begin();
        Item* pending = nullptr;
        if (in_.depth() == 1 + printed_depth) {
            printed_gaps<pretty_layout, 1> pretty;
            printed_gaps<minified_layout, 1> minified;
            run<printed_depth>(pretty, target, pending);
            run<printed_depth>(minified, target, pending);
        }
        if (has_learned_) run<0>(learned_, target, pending);
        if (begin() != before) misses_ = 0;
        return pending;
    }

    // Where the item that the strict reader is about to read begins, with the white space before it.
    const char* begin() const noexcept { return in_.rest().data(); }

    // Learns from an item that the strict reader has read, unless it is the last.
    void learn(const char* begin) {
        ++misses_;
        if (misses_ > 2 && !std::has_single_bit(misses_)) return;
        const std::string_view rest = in_.rest();
        const char* const next = xml::find_non_space(rest.data(), rest.data() + rest.size());
        if (rest.data() + rest.size() - next < 2 || next[1] == '/') return;

        gap_learner learner(learned_);
        const fast_decoder<Protocol, decltype(learner)> reader(learner, rest.data(), in_.memory());
        const auto* const mark = in_.memory().mark();
        Item forgotten{};
        const char* const inside = learner.template pass<0, 0, false, Element>(begin, rest.data());
        has_learned_ = inside != nullptr &&
                       reader.template pass_item<0, 0, Element>(inside, forgotten) == rest.data();
        in_.memory().rewind(mark);
    }

  private:
    // How many elements are below the root around the items of a list that is a member of it. The
    // same numbers as in printed_document.hpp, so that it is the same code.
    static constexpr std::size_t printed_depth = 1;

    template <std::size_t Depth, class Gaps, list_like List>
    void run(Gaps& gaps, List& target, Item*& pending) {
        const std::string_view rest = in_.rest();
        const fast_decoder<Protocol, Gaps> reader(gaps, rest.data() + rest.size(), in_.memory());
        in_.pass(reader.template pass_items<0, Depth, Element>(rest.data(), target, pending));
    }

    xml::reader& in_;
    learned_gaps<gap_count<Item, 0>()> learned_;
    bool has_learned_ = false;
    std::size_t misses_ = 0;
};

}  // namespace ec2wire::detail

#endif
