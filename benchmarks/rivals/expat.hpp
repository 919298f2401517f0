#ifndef EC2WIRE_BENCHMARKS_RIVALS_EXPAT_HPP
#define EC2WIRE_BENCHMARKS_RIVALS_EXPAT_HPP

#include "../documents.hpp"
#include "../measure.hpp"
#include "sax_reader.hpp"

#include <expat.h>

#include <cstddef>
#include <string_view>

namespace ec2wire::benchmarks {

// expat is given the whole reply at once, and the parser is kept from reply to reply.
class expat_decoder {
  public:
    explicit expat_decoder(const document& source) : source_(source.bytes) {}
    expat_decoder(const expat_decoder&) = delete;
    expat_decoder& operator=(const expat_decoder&) = delete;
    ~expat_decoder() { XML_ParserFree(parser_); }

    const stop_reply& decode() {
        XML_ParserReset(parser_, nullptr);
        XML_SetUserData(parser_, &events_);
        XML_SetElementHandler(parser_, start, end);
        XML_SetCharacterDataHandler(parser_, text);
        events_.begin(source_.size());
        if (XML_Parse(parser_, source_.data(), static_cast<int>(source_.size()), XML_TRUE) !=
            XML_STATUS_OK)
            give_up("expat refuses the document");
        return events_.reply();
    }

  private:
    static sax_reader& events_of(void* user) { return *static_cast<sax_reader*>(user); }
    static void start(void* user, const char* name, const char**) { events_of(user).start(name); }
    static void end(void* user, const char* name) { events_of(user).end(name); }
    static void text(void* user, const char* piece, int size) {
        events_of(user).text({piece, static_cast<std::size_t>(size)});
    }

    std::string_view source_;
    XML_Parser parser_ = XML_ParserCreate(nullptr);
    sax_reader events_{};
};

}  // namespace ec2wire::benchmarks

#endif
