#ifndef EC2WIRE_TESTS_HOSTILE_MANIFEST_HPP
#define EC2WIRE_TESTS_HOSTILE_MANIFEST_HPP

#include "files.hpp"

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

// The hostile collection, which generate.py writes and describes.
namespace ec2wire::tests {

struct hostile_case {
    std::string name;
    std::string shape;
    std::string outcome;  // "ok", or the name of an errc
    std::size_t first;    // the offset of the error lies from here ...
    std::size_t last;     // ... to here
    std::string what;
    std::string document;
};

//   \n \r \t \\ \xHH    a byte
//   \{3|<a>}            <a><a><a>
inline std::string unescaped(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        if (text[0] != '\\') {
            out += text[0];
            text.remove_prefix(1);
            continue;
        }
        std::size_t size = 2;
        switch (text.at(1)) {
            case 'n': out += '\n'; break;
            case 'r': out += '\r'; break;
            case 't': out += '\t'; break;
            case '\\': out += '\\'; break;
            case 'x':
                out += static_cast<char>(std::stoi(std::string(text.substr(2, 2)), nullptr, 16));
                size = 4;
                break;
            case '{': {
                const std::size_t bar = text.find('|');
                size = text.find('}') + 1;
                const std::string unit = unescaped(text.substr(bar + 1, size - bar - 2));
                for (int count = std::stoi(std::string(text.substr(2))); count > 0; --count)
                    out += unit;
                break;
            }
            default: throw std::runtime_error("no such escape: " + std::string(text.substr(0, 9)));
        }
        text.remove_prefix(size);
    }
    return out;
}

inline std::vector<hostile_case> hostile_cases() {
    const std::string manifest = read_file(path_from_environment("EC2WIRE_SOURCE_ROOT") / "tests" /
                                           "hostile" / "manifest.tsv");
    std::vector<hostile_case> cases;
    for (std::string_view rest = manifest; !rest.empty();) {
        std::vector<std::string> cells(1);
        std::size_t i = 0;
        for (; rest.at(i) != '\n'; ++i) {
            if (rest[i] == '\t')
                cells.emplace_back();
            else
                cells.back() += rest[i];
        }
        rest.remove_prefix(i + 1);
        cases.push_back({cells.at(0), cells.at(1), cells.at(2), std::stoul(cells.at(3)),
                         std::stoul(cells.at(4)), cells.at(5), unescaped(cells.at(6))});
    }
    if (cases.empty()) throw std::runtime_error("the manifest is empty");
    return cases;
}

}  // namespace ec2wire::tests

#endif
