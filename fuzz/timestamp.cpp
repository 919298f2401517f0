#include "target.hpp"

#include <ec2wire/core/timestamp.hpp>
#include <ec2wire/core/timestamp_text.hpp>

#include <string_view>

// A parsed timestamp is formatted in each format, and parsed again.
void ec2wire::fuzz::check(std::string_view input) {
    const auto time = parse_timestamp(input);
    if (!time) return require(time.error() <= input.size(), "errors lie in the text");
    require(time->nanoseconds >= 0 && time->nanoseconds < 1'000'000'000, "less than a second");
    for (const auto format : {timestamp_format::date_time, timestamp_format::epoch_seconds,
                              timestamp_format::http_date}) {
        const timestamp_text text(*time, format);
        if (text.view().empty()) {
            require(format != timestamp_format::epoch_seconds, "seconds can always be spelled");
            continue;
        }
        const auto again = parse_timestamp(text.view());
        require(again.has_value() && *again == *time, "what is spelled reads as it was");
    }
}
