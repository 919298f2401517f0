#ifndef EC2WIRE_BENCHMARKS_RIVALS_LIBXML2_HPP
#define EC2WIRE_BENCHMARKS_RIVALS_LIBXML2_HPP

#include "../documents.hpp"
#include "../measure.hpp"
#include "sax_reader.hpp"

#include <libxml/parser.h>

#include <cstddef>
#include <string_view>

namespace ec2wire::benchmarks {

// libxml2 through SAX2, which builds no tree and is its fastest interface.
class libxml2_decoder {
  public:
    explicit libxml2_decoder(const document& source) : source_(source.bytes) {
        handler_.initialized = XML_SAX2_MAGIC;
        handler_.startElementNs = start;
        handler_.endElementNs = end;
        handler_.characters = text;
    }

    const stop_reply& decode() {
        events_.begin(source_.size());
        if (xmlSAXUserParseMemory(&handler_, &events_, source_.data(),
                                  static_cast<int>(source_.size())) != 0)
            give_up("libxml2 refuses the document");
        return events_.reply();
    }

  private:
    // xmlChar is unsigned char.
    static const char* plain(const xmlChar* text) {
        return static_cast<const char*>(static_cast<const void*>(text));
    }
    static sax_reader& events_of(void* user) { return *static_cast<sax_reader*>(user); }
    static void start(void* user, const xmlChar* name, const xmlChar*, const xmlChar*, int,
                      const xmlChar**, int, int, const xmlChar**) {
        events_of(user).start(plain(name));
    }
    static void end(void* user, const xmlChar* name, const xmlChar*, const xmlChar*) {
        events_of(user).end(plain(name));
    }
    static void text(void* user, const xmlChar* piece, int size) {
        events_of(user).text({plain(piece), static_cast<std::size_t>(size)});
    }

    std::string_view source_;
    xmlSAXHandler handler_{};
    sax_reader events_{};
};

}  // namespace ec2wire::benchmarks

#endif
