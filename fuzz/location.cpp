#include "target.hpp"

#include <ec2wire/core/location.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

// Compares the line and column of an offset with a naive count, and checks the excerpt.
//
//   bytes 0 and 1    the offset
//   the others       the document
void ec2wire::fuzz::check(std::string_view input) {
    const std::size_t number = take_byte(input) * std::size_t{256} + take_byte(input);
    const std::size_t offset = number % (input.size() + 1);
    std::size_t line = 1;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < offset; ++i) {
        const bool is_pair = input[i] == '\r' && i + 1 < input.size() && input[i + 1] == '\n';
        if (is_pair || (input[i] != '\r' && input[i] != '\n')) continue;
        ++line;
        begin = i + 1;
    }
    const location place = locate(input, offset);
    require(place.line == line, "a line ends with LF, CR LF or CR");
    require(place.column >= 1 && place.column <= offset - begin + 1, "a column is a byte or more");

    const std::string shown = excerpt(input, offset);
    const auto is_printable = [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); };
    require(std::all_of(shown.begin(), shown.end(), is_printable),
            "nothing reaches a terminal raw");
    require(std::count(shown.begin(), shown.end(), '\n') == 2 && shown.ends_with("^\n"),
            "a line, and a caret below it");
    require(shown.size() < 1200, "a long line is cut");
    require(printable(input).size() <= 4 * input.size(), "a byte takes four characters at most");
}
