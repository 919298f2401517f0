#include "target.hpp"

#include "guarded_bytes.hpp"

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace {

// Plays bytes from a heap block of exactly their size, so that AddressSanitizer reports a read past either end.
void play(std::string_view bytes) {
    const std::vector<char> block(bytes.begin(), bytes.end());
    ec2wire::fuzz::check({block.data(), block.size()});
}

// Plays prefixes of an input, and the input with one byte replaced: at every position, or at up to 200 evenly spaced
// ones of a long input. The last line that is printed names the culprit.
void play_neighbours(std::string bytes) {
    constexpr std::string_view others("<>&/;%\"' x0\n\x80\0", 14);
    const std::size_t step = bytes.size() / 200 + 1;
    for (std::size_t i = 0; i < bytes.size(); i += step) {
        std::cout << "its first " << i << " bytes\n" << std::flush;
        play(std::string_view(bytes).substr(0, i));
        const char before = bytes[i];
        bytes[i] = others[i / step % others.size()];
        std::cout << "with the byte " << int{bytes[i]} << " at " << i << '\n' << std::flush;
        play(bytes);
        bytes[i] = before;
    }
}

}  // namespace

// usage: replay FOLDER                Plays every file of a corpus, in front of and behind a forbidden page.
//        replay --neighbours FOLDER   Plays prefixes of each file and changes of one byte too.
int main(int count, char** arguments) {
    const bool has_neighbours = count == 3 && std::string_view(arguments[1]) == "--neighbours";
    if (count != 2 && !has_neighbours) {
        std::cerr << "usage: replay [--neighbours] FOLDER\n";
        return 2;
    }
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(arguments[count - 1])) {
        std::ifstream in{entry.path(), std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
        std::cout << entry.path().filename().string() << std::endl;  // the last is the culprit
        using namespace ec2wire::tests;
        for (const guard side : {guard::after, guard::before})
            ec2wire::fuzz::check(guarded_bytes{bytes, side}.view());
        if (has_neighbours) play_neighbours(bytes);
        ++files;
    }
    std::cout << files << " inputs\n";
    return files == 0;  // an empty folder is an error
}
