#ifndef EC2WIRE_TESTS_HOSTILE_VERDICTS_HPP
#define EC2WIRE_TESTS_HOSTILE_VERDICTS_HPP

#include <ec2wire/shape/reply.hpp>

#include <expat.h>

#include <cstddef>
#include <memory>
#include <string_view>

// The results of expat, which has parsed XML since 1998, and the differences that are intended.
namespace ec2wire::tests {

// One parser for all documents: making one costs more than a short document does.
class expat_judge {
  public:
    bool accepts(std::string_view bytes) {
        // For expat this is UTF-16 without a byte order mark, for ec2wire a NUL.
        if (bytes.substr(0, 2) == std::string_view("<\0", 2)) return false;
        XML_ParserReset(parser_.get(), nullptr);
        return XML_Parse(parser_.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE) ==
               XML_STATUS_OK;
    }

  private:
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_{XML_ParserCreate(nullptr),
                                                                         XML_ParserFree};
};

// Errors for which ec2wire refuses well-formed documents: the meaning is wrong, or a limit is exceeded.
inline bool is_semantic(errc code) {
    switch (code) {
        case errc::not_a_document:
        case errc::doctype:
        case errc::unsupported_encoding:
        case errc::unsupported_version:
        case errc::too_deep:
        case errc::wrong_root:
        case errc::duplicate_member:
        case errc::bad_value:
        case errc::unexpected_element:
        case errc::missing_member: return true;
        default: return false;
    }
}

// No malformed document is accepted, and no well-formed one is refused except for these errors.
template <class Reply>
bool agrees_with_expat(const Reply& answer, bool is_well_formed) {
    const bool is_accepted = answer.has_value() || answer.error().is_service_error();
    return is_accepted ? is_well_formed : !is_well_formed || is_semantic(answer.error().code);
}

}  // namespace ec2wire::tests

#endif
