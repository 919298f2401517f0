#ifndef EC2WIRE_CORE_RESULT_HPP
#define EC2WIRE_CORE_RESULT_HPP

#include <ec2wire/core/error.hpp>

#include <concepts>
#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

namespace ec2wire {

// Marks a value as the error of a result, as std::unexpected does.
template <class Error>
class unexpected {
  public:
    constexpr explicit unexpected(Error error) : error_(std::move(error)) {}

    constexpr const Error& error() const& noexcept { return error_; }
    constexpr Error&& error() && noexcept { return std::move(error_); }

  private:
    Error error_;
};

// A value, or the error that stands in its place: the part of std::expected (C++23) that needs no
// exception. `*` and `->` must not be used on an error, nor error() on a value; value() ends the
// program where there is none.
template <class Value, class Error = decode_error>
class [[nodiscard]] result {
  public:
    using value_type = Value;
    using error_type = Error;

    constexpr result() = default;  // an error of unspecified kind
    constexpr result(Value value) : value_(std::move(value)) {}
    template <class Other>
        requires std::constructible_from<Error, Other>
    constexpr result(unexpected<Other> error) : error_(std::move(error).error()) {}
    template <class... Arguments>
    constexpr explicit result(std::in_place_t, Arguments&&... arguments)
        : value_(std::in_place, std::forward<Arguments>(arguments)...) {}

    constexpr bool has_value() const noexcept { return value_.has_value(); }
    constexpr explicit operator bool() const noexcept { return has_value(); }

    constexpr Value& operator*() & noexcept { return *value_; }
    constexpr const Value& operator*() const& noexcept { return *value_; }
    constexpr Value&& operator*() && noexcept { return *std::move(value_); }
    constexpr Value* operator->() noexcept { return &*value_; }
    constexpr const Value* operator->() const noexcept { return &*value_; }

    constexpr Value& value() & noexcept { return checked(*this); }
    constexpr const Value& value() const& noexcept { return checked(*this); }
    constexpr Value&& value() && noexcept { return std::move(checked(*this)); }

    constexpr const Error& error() const& noexcept { return error_; }
    constexpr Error&& error() && noexcept { return std::move(error_); }

    template <class Default>
    constexpr Value value_or(Default&& instead) const& {
        return has_value() ? *value_ : static_cast<Value>(std::forward<Default>(instead));
    }
    template <class Default>
    constexpr Value value_or(Default&& instead) && {
        return has_value() ? *std::move(value_)
                           : static_cast<Value>(std::forward<Default>(instead));
    }

    // `next` takes the value and returns a result of its own.
    template <class Next>
    constexpr auto and_then(Next&& next) const& {
        return chain(*this, std::forward<Next>(next));
    }
    template <class Next>
    constexpr auto and_then(Next&& next) && {
        return chain(std::move(*this), std::forward<Next>(next));
    }

    // `change` takes the value and returns another.
    template <class Change>
    constexpr auto transform(Change&& change) const& {
        return map(*this, std::forward<Change>(change));
    }
    template <class Change>
    constexpr auto transform(Change&& change) && {
        return map(std::move(*this), std::forward<Change>(change));
    }

    friend constexpr bool operator==(const result& a, const result& b) {
        return a.has_value() == b.has_value() &&
               (a.has_value() ? *a.value_ == *b.value_ : a.error_ == b.error_);
    }

  private:
    template <class Self, class Next>
    static constexpr auto chain(Self&& self, Next&& next) {
        using next_result = std::remove_cvref_t<decltype(next(*std::forward<Self>(self)))>;
        return self.has_value() ? std::forward<Next>(next)(*std::forward<Self>(self))
                                : next_result(ec2wire::unexpected(self.error_));
    }

    template <class Self, class Change>
    static constexpr auto map(Self&& self, Change&& change) {
        using changed =
            result<std::remove_cvref_t<decltype(change(*std::forward<Self>(self)))>, Error>;
        return self.has_value() ? changed(std::forward<Change>(change)(*std::forward<Self>(self)))
                                : changed(ec2wire::unexpected(self.error_));
    }

    template <class Self>
    static constexpr auto& checked(Self& self) noexcept {
        if (!self.has_value()) std::terminate();
        return *self.value_;
    }

    std::optional<Value> value_{};
    Error error_{};
};

}  // namespace ec2wire

#endif
