#ifndef EC2WIRE_SHAPE_STORAGE_HPP
#define EC2WIRE_SHAPE_STORAGE_HPP

#include <ec2wire/core/config.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace ec2wire {

// A view of a list in the scratch, or in a container of the caller's, which it must not outlive.
template <class T>
class list_view {
  public:
    // The type names of a container.
    using value_type = T;
    using const_iterator = const T*;
    using iterator = const_iterator;

    constexpr list_view() noexcept = default;  // empty
    // Views `size` elements, or a contiguous container of T (a derived type has another size). A maybe<> is copied.
    constexpr list_view(const T* first, std::size_t size) noexcept : first_(first), size_(size) {}
    template <class Container>
        requires(!std::derived_from<Container, list_view>)
    &&requires(const Container& c) {
        requires std::same_as<std::remove_cvref_t<decltype(*std::data(c))>, T>;
        { std::size(c) } -> std::convertible_to<std::size_t>;
    }
    constexpr list_view(const Container& container EC2WIRE_LIFETIMEBOUND) noexcept
        : first_(std::data(container)), size_(std::size(container)) {}

    // The functions of a contiguous range. operator[], front() and back() require that the element exists.
    constexpr const T* begin() const noexcept { return first_; }
    constexpr const T* end() const noexcept { return first_ + size_; }
    constexpr const T* data() const noexcept { return first_; }
    constexpr std::size_t size() const noexcept { return size_; }
    constexpr bool empty() const noexcept { return size_ == 0; }
    constexpr const T& operator[](std::size_t index) const noexcept { return first_[index]; }
    constexpr const T& front() const noexcept { return first_[0]; }
    constexpr const T& back() const noexcept { return first_[size_ - 1]; }

    // Compares element by element.
    friend constexpr bool operator==(list_view a, list_view b) {
        if (a.size_ != b.size_) return false;
        for (std::size_t i = 0; i < a.size_; ++i)
            if (!(a.first_[i] == b.first_[i])) return false;
        return true;
    }

  private:
    const T* first_{};
    std::size_t size_{};
};

// An entry of a map, which is a list of these in document order. A key that occurs twice is kept twice.
template <class Key, class Value>
struct map_entry {
    Key key{};      // a string, or an enumeration of strings
    Value value{};  // of any type
    friend bool operator==(const map_entry&, const map_entry&) = default;  // key and value
};

namespace detail {
struct maybe_flag;
}

// A structure or list that may be absent. It reads as its content, which is empty if it is absent, so that
// code need not test it first:
//
//     if (change.current_state.code == ec2wire::stopped) ...
//
// has_value() distinguishes `<currentState/>` from a missing <currentState>.
template <class T>
class maybe : public T {
    // Whether an Other, as a container for a list_view, converts to a T, whose constructors leave it absent.
    template <class Other>
    static constexpr bool converts =
        !std::derived_from<std::remove_cvref_t<Other>, T> && std::convertible_to<Other, T>;

  public:
    using T::T;
    constexpr maybe() = default;  // absent

    // Constructs a value that is present.
    constexpr maybe(const T& present) : T(present), is_present_(true) {}
    constexpr maybe(T&& present) : T(std::move(present)), is_present_(true) {}
    template <class Other>
        requires(converts<const Other&>)
    constexpr maybe(const Other& present EC2WIRE_LIFETIMEBOUND) : T(present), is_present_(true) {}

    // Whether the value is present: it was set, even to an empty value, or something in it was set. (For a
    // structure without operator== only constructors, emplace() and decoding count.)
    constexpr bool has_value() const {
        if constexpr (requires { contained().empty(); })
            return is_present_ || !contained().empty();
        else if constexpr (std::equality_comparable<T>)
            return is_present_ || !(contained() == T{});
        else
            return is_present_;
    }

    // Returns the content, which is empty if it is absent. (Not named value(), because shapes have members of
    // that name.)
    constexpr const T& contained() const noexcept { return *this; }
    constexpr T& contained() noexcept { return *this; }

    // Makes the value present and empty.
    constexpr T& emplace() {
        contained() = T{};
        is_present_ = true;
        return *this;
    }

    // Compares presence and content. (A comparison with a T compares the content.) Calls has_value() last: it
    // compares the content too, so that each maybe<> in it would triple the time.
    template <std::same_as<maybe> Left, std::same_as<maybe> Right>
    friend constexpr bool operator==(const Left& a, const Right& b) {
        if (a.is_present_ == b.is_present_) return a.contained() == b.contained();
        return a.contained() == b.contained() && a.has_value() && b.has_value();
    }

  private:
    friend detail::maybe_flag;
    bool is_present_ = false;
};

// A nullable view of a structure, for members of a recursive shape. Decoding puts the structure into the
// scratch; copies are shallow, comparison is deep.
template <class T>
class indirect_view {
  public:
    using value_type = T;                          // as std::optional names it
    constexpr indirect_view() noexcept = default;  // absent

    // Views a value, which must outlive this object; absent if null.
    constexpr explicit indirect_view(const T* value) noexcept : value_(value) {}

    // Whether there is a value. `*` and `->` require one.
    constexpr bool has_value() const noexcept { return value_ != nullptr; }
    constexpr explicit operator bool() const noexcept { return has_value(); }
    constexpr const T& operator*() const noexcept { return *value_; }
    constexpr const T* operator->() const noexcept { return value_; }

    // Compares the values.
    friend constexpr bool operator==(indirect_view a, indirect_view b) {
        return a.has_value() == b.has_value() && (!a || *a == *b);
    }

  private:
    const T* value_{};
};

// An owning, nullable structure on the heap, for members of a recursive shape; copies are deep.
template <class T>
class indirect {
  public:
    using value_type = T;                     // as std::optional names it
    constexpr indirect() noexcept = default;  // absent

    // Owns a copy of a value. A moved-from object is absent.
    constexpr indirect(T value) : value_(new T(std::move(value))) {}
    constexpr indirect(const indirect& other) : value_(other ? new T(*other) : nullptr) {}
    constexpr indirect(indirect&& other) noexcept : value_(std::exchange(other.value_, nullptr)) {}
    constexpr indirect& operator=(indirect other) noexcept {
        std::swap(value_, other.value_);
        return *this;
    }
    constexpr ~indirect() { delete value_; }

    // Whether there is a value. `*` and `->` require one.
    constexpr bool has_value() const noexcept { return value_ != nullptr; }
    constexpr explicit operator bool() const noexcept { return has_value(); }
    constexpr T& operator*() noexcept { return *value_; }
    constexpr const T& operator*() const noexcept { return *value_; }
    constexpr T* operator->() noexcept { return value_; }
    constexpr const T* operator->() const noexcept { return value_; }

    // Makes the value present and empty.
    constexpr T& emplace() {
        delete std::exchange(value_, new T{});
        return *value_;
    }

    // Compares the values.
    friend constexpr bool operator==(const indirect& a, const indirect& b) {
        return a.has_value() == b.has_value() && (!a || *a == *b);
    }

  private:
    T* value_{};
};

// The default storage of replies: views of the bytes or scratch. A blob is a list of std::byte in both storages.
struct borrowed {
    // Views: std::string_view, list_view, indirect_view.
    using string = std::string_view;
    template <class T>
    using list = list_view<T>;
    template <class T>
    using indirect = indirect_view<T>;
};

// The default storage of requests: it owns its strings and lists.
struct owned {
    // std::string, std::vector, and a value on the heap.
    using string = std::string;
    template <class T>
    using list = std::vector<T>;
    template <class T>
    using indirect = ec2wire::indirect<T>;
};

namespace detail {

template <class Shape, class Storage>
struct rebind {
    static_assert(sizeof(Storage) == 0,
                  "ec2wire: owning<> and borrowing<> need a shape that is a template <class "
                  "Storage>, as in ec2/");
    using type = Shape;  // so that this is the one error
};
template <template <class> class Shape, class From, class To>
struct rebind<Shape<From>, To> {
    using type = Shape<To>;
};

}  // namespace detail

// Converts a shape to the other storage: owning<stop_instances_response>, borrowing<stop_instances_request>.
template <class Shape>
using owning = typename detail::rebind<Shape, owned>::type;
template <class Shape>
using borrowing = typename detail::rebind<Shape, borrowed>::type;

}  // namespace ec2wire

// A list_view's iterators outlive it, and copying it copies no element, so algorithms may take it by value.
template <class T>
inline constexpr bool std::ranges::enable_borrowed_range<ec2wire::list_view<T>> = true;
template <class T>
inline constexpr bool std::ranges::enable_view<ec2wire::list_view<T>> = true;

#endif
