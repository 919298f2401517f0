#ifndef EC2WIRE_CORE_CALL_VISITOR_HPP
#define EC2WIRE_CORE_CALL_VISITOR_HPP

#include <type_traits>

namespace ec2wire::detail {

// Whether a callable takes these arguments and returns nothing or a bool.
template <class Visit, class... Args>
inline constexpr bool is_visitor = false;
template <class Visit, class... Args>
    requires std::is_invocable_v<Visit, Args...>
inline constexpr bool is_visitor<Visit, Args...> = [] {
    using returned = std::invoke_result_t<Visit, Args...>;
    return std::is_void_v<returned> || std::is_same_v<std::remove_cvref_t<returned>, bool>;
}();

// Calls the caller's visitor. Returns false if the visitor returned false, which ends the visit; a visitor
// that returns nothing sees everything.
template <class Visit, class... Args>
bool call_visitor(Visit& visit, const Args&... shown) {
    constexpr bool is_good = is_visitor<Visit&, const Args&...>;
    static_assert(
        is_good,
        "ec2wire: a visitor takes what it is shown by value or by const reference, and returns "
        "nothing or a bool: false to see no more");
    if constexpr (!is_good) {
        return false;
    } else if constexpr (std::is_void_v<decltype(visit(shown...))>) {
        visit(shown...);
        return true;
    } else {
        return visit(shown...);
    }
}

}  // namespace ec2wire::detail

#endif
