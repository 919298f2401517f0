#ifndef EC2WIRE_CORE_MISUSE_HPP
#define EC2WIRE_CORE_MISUSE_HPP

#include <type_traits>

namespace ec2wire {

namespace detail {

// Stand-ins to which any stream, and any value of a class or an enumeration, converts.
struct any_stream {
    template <class Stream>
        requires(std::is_class_v<Stream>)
    any_stream(const Stream&);
};
struct any_value {
    template <class T>
        requires(std::is_class_v<T> || std::is_enum_v<T>)
    any_value(const T&);
};

}  // namespace detail

// Mistakes that would list every function of that name there is: these say it in a few lines. Arguments are
// converted, so that any other function is preferred.
void operator<<(  // ec2wire: print its message() or its members; see ec2wire/ostream.hpp, text.hpp
    detail::any_stream, detail::any_value) = delete;
void to_string(detail::any_value) = delete;  // ec2wire: it is in ec2wire/text.hpp, for some types
void begin(detail::any_value) = delete;      // ec2wire: this is no list; its members may be
void end(detail::any_value) = delete;        // ec2wire: this is no list; its members may be

}  // namespace ec2wire

#endif
