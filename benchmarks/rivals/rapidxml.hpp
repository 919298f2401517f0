#ifndef EC2WIRE_BENCHMARKS_RIVALS_RAPIDXML_HPP
#define EC2WIRE_BENCHMARKS_RIVALS_RAPIDXML_HPP

#include "rapidxml_tree.hpp"

#include "../documents.hpp"

#include <rapidxml/rapidxml.hpp>

#include <string>
#include <string_view>

namespace ec2wire::benchmarks {

// RapidXML at its fastest. parse_fastest is parse_non_destructive (no terminators are written, no
// references replaced) and parse_no_data_nodes: the bytes stay as they are, so nothing need be
// copied and the views point into the document, as ec2wire's do. It wants a zero behind them, which
// std::string has. It checks no close tag unless Flags say so, no character, and no name.
//
// The tree is kept from reply to reply; clear() gives back all but its first 64 KiB.
template <int Flags, class Reply = stop_reply>
class rapidxml_decoder {
  public:
    explicit rapidxml_decoder(const document& source) : bytes_(source.bytes) {}

    const Reply& decode() {
        tree_.clear();
        tree_.parse<Flags>(bytes_.data());
        read_tree<rapidxml_tree>(tree_.first_node(), reply_);
        return reply_;
    }

  private:
    std::string bytes_;
    rapidxml::xml_document<> tree_{};
    Reply reply_{};
};

// The same where references must be replaced: RapidXML does that in its input, so each reply has to
// be copied before, and the copy is timed. It is the least that gives an answer equal to the others'.
template <int Flags, class Reply = stop_reply>
class rapidxml_unescaping_decoder {
  public:
    explicit rapidxml_unescaping_decoder(const document& source) : source_(source.bytes) {}

    const Reply& decode() {
        tree_.clear();
        bytes_ = source_;
        tree_.parse<(Flags & ~rapidxml::parse_no_entity_translation)>(bytes_.data());
        read_tree<rapidxml_tree>(tree_.first_node(), reply_);
        return reply_;
    }

  private:
    std::string_view source_;
    std::string bytes_{};
    rapidxml::xml_document<> tree_{};
    Reply reply_{};
};

inline constexpr int rapidxml_fastest = rapidxml::parse_fastest;
inline constexpr int rapidxml_checked =
    rapidxml::parse_fastest | rapidxml::parse_validate_closing_tags;

}  // namespace ec2wire::benchmarks

#endif
