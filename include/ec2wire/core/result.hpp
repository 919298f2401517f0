#ifndef EC2WIRE_CORE_RESULT_HPP
#define EC2WIRE_CORE_RESULT_HPP

#include <ec2wire/core/config.hpp>
#include <ec2wire/core/error.hpp>

#include <concepts>
#include <exception>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace ec2wire {

// Wraps a value that becomes the error of a result, as std::unexpected does.
template <class Error>
class unexpected {
  public:
    // Wraps an error.
    constexpr explicit unexpected(Error error) : error_(std::move(error)) {}

    // Returns the wrapped error.
    constexpr const Error& error() const& noexcept EC2WIRE_LIFETIMEBOUND { return error_; }
    constexpr Error&& error() && noexcept EC2WIRE_LIFETIMEBOUND { return std::move(error_); }

  private:
    Error error_;
};
// Written out, so that clang++ sees that it is meant (-Wctad-maybe-unsupported).
template <class Error>
unexpected(Error) -> unexpected<Error>;

// A type with the names of std::expected, of these two types.
template <class T, class Value, class Error>
concept expected_of = std::same_as<typename T::value_type, Value> &&
    std::same_as<typename T::error_type, Error> && requires {
    typename T::unexpected_type;
};

// A value, or else an error: the part of std::expected (C++23) that works without exceptions. `*`, `->` and
// value() call std::terminate if there is an error, and error() does if there is a value, in every build: an
// absent value is never read.
//
// A result converts to a std::expected where the standard library has it, and to another library's type with
// its names:
//
//     std::expected<response, ec2wire::reply_error> call() {
//         return ec2wire::decode_xml<response>(bytes, scratch);
//     }
//
// It is not an alias: units compiled as C++20 and as C++23 may be linked into one program, and a function
// that returns a result must return the same type in both.
template <class Value, class Error = decode_error>
class [[nodiscard]] result {
  public:
    // The names of std::expected.
    using value_type = Value;
    using error_type = Error;
    using unexpected_type = unexpected<Error>;

    constexpr result() : error_(std::in_place) {}  // an error whose code is 0, which is no errc

    // Constructs a value, an error, or a value in place.
    constexpr result(Value value) : value_(std::move(value)) {}
    template <class Other>
        requires std::constructible_from<Error, Other>
    constexpr result(unexpected<Other> error) : error_(std::in_place, std::move(error).error()) {}
    template <class... Arguments>
    constexpr explicit result(std::in_place_t, Arguments&&... arguments)
        : value_(std::in_place, std::forward<Arguments>(arguments)...) {
        // Keeps g++ from making a constant of all bytes of the object, those of the absent error too.
        if (detail::is_constant_evaluated()) return;
    }

    // Copies or moves the value or the error.
    constexpr result(const result&) = default;
    constexpr result(result&&) = default;
    constexpr result& operator=(result&&) = default;
    // Copies before it assigns: if copying throws, the result keeps the value or the error that it had.
    constexpr result& operator=(const result& other) requires(
        std::is_copy_assignable_v<std::optional<Value>>&&
            std::is_copy_assignable_v<std::optional<Error>>) {
        result copied(other);
        value_ = std::move(copied.value_);
        error_ = std::move(copied.error_);
        return *this;
    }

    // Whether there is a value, else an error.
    constexpr bool has_value() const noexcept { return value_.has_value(); }
    constexpr explicit operator bool() const noexcept { return has_value(); }

    // Returns the value, which the result owns; calls std::terminate if there is an error.
    constexpr Value& operator*() & noexcept EC2WIRE_LIFETIMEBOUND { return get(value_); }
    constexpr const Value& operator*() const& noexcept EC2WIRE_LIFETIMEBOUND { return get(value_); }
    constexpr Value&& operator*() && noexcept EC2WIRE_LIFETIMEBOUND {
        return std::move(get(value_));
    }
    constexpr Value* operator->() noexcept EC2WIRE_LIFETIMEBOUND { return std::addressof(**this); }
    constexpr const Value* operator->() const noexcept EC2WIRE_LIFETIMEBOUND {
        return std::addressof(**this);
    }

    // Does what operator* does.
    constexpr Value& value() & noexcept EC2WIRE_LIFETIMEBOUND { return get(value_); }
    constexpr const Value& value() const& noexcept EC2WIRE_LIFETIMEBOUND { return get(value_); }
    constexpr Value&& value() && noexcept EC2WIRE_LIFETIMEBOUND { return std::move(get(value_)); }

    // Returns the error; calls std::terminate if there is a value.
    constexpr Error& error() & noexcept EC2WIRE_LIFETIMEBOUND { return get(error_); }
    constexpr const Error& error() const& noexcept EC2WIRE_LIFETIMEBOUND { return get(error_); }
    constexpr Error&& error() && noexcept EC2WIRE_LIFETIMEBOUND { return std::move(get(error_)); }

    // Converts to a std::expected by `return` or `=`. Not by `std::expected<bool, E>(result)`, which only
    // tests whether there is a value.
    template <expected_of<Value, Error> Expected>
    constexpr operator Expected() const& {
        return as<Expected>(*this);
    }
    template <expected_of<Value, Error> Expected>
    constexpr operator Expected() && {
        return as<Expected>(std::move(*this));
    }

    // Returns the value, or `instead` if there is an error.
    template <class Other>
    constexpr Value value_or(Other&& instead) const& {
        return has_value() ? *value_ : static_cast<Value>(std::forward<Other>(instead));
    }
    template <class Other>
    constexpr Value value_or(Other&& instead) && {
        return has_value() ? *std::move(value_) : static_cast<Value>(std::forward<Other>(instead));
    }

    // Returns the error, or `instead` if there is a value.
    template <class Other>
    constexpr Error error_or(Other&& instead) const& {
        return has_value() ? static_cast<Error>(std::forward<Other>(instead)) : *error_;
    }
    template <class Other>
    constexpr Error error_or(Other&& instead) && {
        return has_value() ? static_cast<Error>(std::forward<Other>(instead)) : *std::move(error_);
    }

    // Calls `next` with the value and returns its result or expected; an error is returned as it is.
    template <class Next>
    constexpr auto and_then(Next&& next) const& {
        return chain(*this, std::forward<Next>(next));
    }
    template <class Next>
    constexpr auto and_then(Next&& next) && {
        return chain(std::move(*this), std::forward<Next>(next));
    }

    // Calls `change` with the value and returns a result of what it returns; an error is returned as it is.
    template <class Change>
    constexpr auto transform(Change&& change) const& {
        return map(*this, std::forward<Change>(change));
    }
    template <class Change>
    constexpr auto transform(Change&& change) && {
        return map(std::move(*this), std::forward<Change>(change));
    }

    // Calls `next` with the error and returns its result or expected, of the same value type; a value is
    // returned as it is.
    template <class Next>
    constexpr auto or_else(Next&& next) const& {
        return chain_error(*this, std::forward<Next>(next));
    }
    template <class Next>
    constexpr auto or_else(Next&& next) && {
        return chain_error(std::move(*this), std::forward<Next>(next));
    }

    // Calls `change` with the error and returns a result with that error; a value is returned as it is.
    template <class Change>
    constexpr auto transform_error(Change&& change) const& {
        return map_error(*this, std::forward<Change>(change));
    }
    template <class Change>
    constexpr auto transform_error(Change&& change) && {
        return map_error(std::move(*this), std::forward<Change>(change));
    }

    // Whether both have equal values, or both have equal errors.
    friend constexpr bool operator==(const result& a, const result& b) {
        return a.has_value() == b.has_value() &&
               (a.has_value() ? *a.value_ == *b.value_ : *a.error_ == *b.error_);
    }

  private:
    template <class Self>
    using value_of = decltype(*std::declval<Self>());
    template <class Self>
    using error_of = decltype(std::declval<Self>().error());

    template <class Expected, class Self>
    static constexpr Expected as(Self&& self) {
        if (self.has_value()) return Expected(*std::forward<Self>(self));
        return Expected(typename Expected::unexpected_type(std::forward<Self>(self).error()));
    }

    template <class Self, class Next>
    static constexpr auto chain(Self&& self, Next&& next) {
        using next_result = std::remove_cvref_t<std::invoke_result_t<Next, value_of<Self>>>;
        if (self.has_value()) return std::forward<Next>(next)(*std::forward<Self>(self));
        return next_result(typename next_result::unexpected_type(std::forward<Self>(self).error()));
    }

    template <class Self, class Next>
    static constexpr auto chain_error(Self&& self, Next&& next) {
        using next_result = std::remove_cvref_t<std::invoke_result_t<Next, error_of<Self>>>;
        if (!self.has_value()) return std::forward<Next>(next)(std::forward<Self>(self).error());
        return next_result(*std::forward<Self>(self));
    }

    template <class Self, class Change>
    static constexpr auto map(Self&& self, Change&& change) {
        using changed =
            result<std::remove_cvref_t<std::invoke_result_t<Change, value_of<Self>>>, Error>;
        if (self.has_value())
            return changed(std::forward<Change>(change)(*std::forward<Self>(self)));
        return changed(ec2wire::unexpected(std::forward<Self>(self).error()));
    }

    template <class Self, class Change>
    static constexpr auto map_error(Self&& self, Change&& change) {
        using changed_error = std::remove_cvref_t<std::invoke_result_t<Change, error_of<Self>>>;
        using changed = result<Value, changed_error>;
        if (self.has_value()) return changed(*std::forward<Self>(self));
        return changed(ec2wire::unexpected<changed_error>(
            std::forward<Change>(change)(std::forward<Self>(self).error())));
    }

    template <class Part>
    static constexpr auto& get(Part& part) noexcept {
        if (!part.has_value()) [[unlikely]]
            std::terminate();
        return *part;
    }

    std::optional<Value> value_{};
    std::optional<Error> error_{};
};

}  // namespace ec2wire

#endif
