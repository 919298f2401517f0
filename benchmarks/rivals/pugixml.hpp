#ifndef EC2WIRE_BENCHMARKS_RIVALS_PUGIXML_HPP
#define EC2WIRE_BENCHMARKS_RIVALS_PUGIXML_HPP

#include "pugixml_tree.hpp"

#include "../documents.hpp"
#include "../measure.hpp"

#include <pugixml.hpp>

#include <string_view>
#include <vector>

namespace ec2wire::benchmarks {

// pugixml at its fastest: parse_minimal (no comments, no references, no line ends) in a buffer of
// ours that is used again. pugixml writes its terminators there, so each reply is copied into it,
// and the copy is timed; load_buffer would do the same and allocate.
template <class Reply = stop_reply>
class pugixml_decoder {
  public:
    explicit pugixml_decoder(const document& source)
        : source_(source.bytes),
          flags_(source.has_references ? pugi::parse_minimal | pugi::parse_escapes
                                       : pugi::parse_minimal) {}

    const Reply& decode() {
        buffer_.assign(source_.begin(), source_.end());
        if (!tree_.load_buffer_inplace(buffer_.data(), buffer_.size(), flags_, pugi::encoding_utf8))
            give_up("pugixml refuses the document");
        read_tree<pugixml_tree>(tree_.document_element(), reply_);
        return reply_;
    }

  private:
    std::string_view source_;
    unsigned flags_;
    std::vector<char> buffer_{};
    pugi::xml_document tree_{};
    Reply reply_{};
};

}  // namespace ec2wire::benchmarks

#endif
