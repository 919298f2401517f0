#ifndef EC2WIRE_BENCHMARKS_RIVALS_TINYXML2_HPP
#define EC2WIRE_BENCHMARKS_RIVALS_TINYXML2_HPP

#include "../documents.hpp"
#include "../measure.hpp"
#include "dom_reader.hpp"

#include <tinyxml2.h>

#include <cstring>
#include <string_view>

namespace ec2wire::benchmarks {

struct tinyxml2_tree {
    using node = const tinyxml2::XMLElement*;

    static node first(node n) { return n->FirstChildElement(); }
    static node next(node n) { return n->NextSiblingElement(); }
    static bool is_named(node n, const char* name) { return std::strcmp(n->Name(), name) == 0; }
    static std::string_view text(node n) {
        const char* const text = n->GetText();
        return text == nullptr ? std::string_view{} : std::string_view(text);
    }
};

// tinyxml2 copies the bytes itself. Without process_entities it would leave references in.
class tinyxml2_decoder {
  public:
    explicit tinyxml2_decoder(const document& source)
        : source_(source.bytes), tree_(source.has_references) {}

    const stop_reply& decode() {
        if (tree_.Parse(source_.data(), source_.size()) != tinyxml2::XML_SUCCESS)
            give_up("tinyxml2 refuses the document");
        read_tree<tinyxml2_tree>(tree_.RootElement(), reply_);
        return reply_;
    }

  private:
    std::string_view source_;
    tinyxml2::XMLDocument tree_;
    stop_reply reply_{};
};

}  // namespace ec2wire::benchmarks

#endif
