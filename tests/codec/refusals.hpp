#ifndef EC2WIRE_TESTS_CODEC_REFUSALS_HPP
#define EC2WIRE_TESTS_CODEC_REFUSALS_HPP

#include <ec2wire/shape/reply.hpp>

#include <boost/test/unit_test.hpp>

#include <ostream>
#include <string>
#include <string_view>

namespace ec2wire {

inline std::ostream& operator<<(std::ostream& out, errc code) { return out << to_string(code); }

}  // namespace ec2wire

namespace ec2wire::tests {

// Two lines of a test, one above the other: a caret and, below it, a part of a document.
//
//   refused(errc::bad_value, {"       v",
//                             "<code>1x</code>"});
struct marked {
    std::string_view caret;
    std::string_view text;

    // Of the byte under the caret.
    std::size_t offset() const { return caret.find('v'); }
};

// Checks that a reply is a decode error of this code, whose offset is the byte under the caret in
// the marked part of a document, which `before` bytes precede.
template <class Reply>
void check_refused(const Reply& reply, errc code, const marked& part, std::size_t before = 0) {
    BOOST_TEST_CONTEXT(part.text) {
        BOOST_TEST_REQUIRE(!reply.has_value());
        BOOST_TEST(reply.error().code == code);
        BOOST_TEST(reply.error().offset == before + part.offset());
        BOOST_TEST((reply.error().service == service_error{}));
    }
}

}  // namespace ec2wire::tests

#endif
