#ifndef EC2WIRE_TESTS_FILES_HPP
#define EC2WIRE_TESTS_FILES_HPP

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

// The folders of the tests' data, which the build passes in environment variables.
namespace ec2wire::tests {

namespace fs = std::filesystem;

inline fs::path path_from_environment(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr)
        throw std::runtime_error(std::string{name} + " is not set: use meson test");
    return value;
}

// tests/wire: recorded replies, all of them valid; tests/wire/refused has the others.
inline fs::path wire_folder() {
    return path_from_environment("EC2WIRE_SOURCE_ROOT") / "tests" / "wire";
}

// The conformance data, which is not part of the project and may be missing.
inline fs::path conformance_folder() { return path_from_environment("EC2WIRE_CONFORMANCE"); }

// The API reference pages of the two operations are beside it, and may be missing too.
inline fs::path reference_folder() { return conformance_folder().parent_path() / "reference"; }

inline std::string read_file(const fs::path& path) {
    std::ifstream in{path, std::ios::binary};
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>{in}, {}};
}

// Returns the files of a folder, without subfolders, in order of their names. An empty folder is an error, so
// that no loop passes without a test.
inline std::vector<fs::path> files_in(const fs::path& folder, const std::string& extension) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{folder})
        if (entry.path().extension() == extension) files.push_back(entry.path());
    if (files.empty()) throw std::runtime_error("no " + extension + " in " + folder.string());
    std::sort(files.begin(), files.end());
    return files;
}

// A precondition that skips a test case, with a message, if its data is missing:
//
//   BOOST_AUTO_TEST_CASE(each_recorded_reply_decodes,
//                        *boost::unit_test::precondition(needs{conformance_folder() / "replies"}))
class needs {
  public:
    explicit needs(fs::path path) : path_{std::move(path)} {}

    boost::test_tools::assertion_result operator()(boost::unit_test::test_unit_id id) const {
        if (fs::exists(path_)) return true;
        std::cout << "SKIPPED "
                  << boost::unit_test::framework::get<boost::unit_test::test_unit>(id).full_name()
                  << ": " << path_.filename() << " is missing\n";
        return false;
    }

  private:
    fs::path path_;
};

}  // namespace ec2wire::tests

#endif
