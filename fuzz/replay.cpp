#include "target.hpp"

#include "guarded_bytes.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

// usage: replay FOLDER    Plays every file of a corpus, in front of and behind a forbidden page.
int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: replay FOLDER\n";
        return 2;
    }
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(arguments[1])) {
        std::ifstream in{entry.path(), std::ios::binary};
        const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
        std::cout << entry.path().filename().string() << std::endl;  // the last is the culprit
        using namespace ec2wire::tests;
        for (const guard side : {guard::after, guard::before})
            ec2wire::fuzz::check(guarded_bytes{bytes, side}.view());
        ++files;
    }
    std::cout << files << " inputs\n";
    return files == 0;  // an empty folder is an error
}
