#ifndef EC2WIRE_CORE_CALL_VISITOR_HPP
#define EC2WIRE_CORE_CALL_VISITOR_HPP

#include <type_traits>

namespace ec2wire::detail {

// Calls a visitor of the caller's, and returns false if it asks to see no more: only one that returns a
// bool, or what converts to it, can ask for that.
template <class Visit, class... Args>
bool call_visitor(Visit& visit, const Args&... shown) {
    if constexpr (std::is_convertible_v<decltype(visit(shown...)), bool>) {
        return visit(shown...);
    } else {
        visit(shown...);
        return true;
    }
}

}  // namespace ec2wire::detail

#endif
