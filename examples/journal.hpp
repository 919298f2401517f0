#ifndef EC2WIRE_EXAMPLES_JOURNAL_HPP
#define EC2WIRE_EXAMPLES_JOURNAL_HPP

// Lines in a file that only grows. A line that was appended is on the disk; one that a kill or a power
// cut left half written is dropped when the file is opened again.

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>

class journal {
  public:
    journal() = default;  // keeps nothing

    // Opens the file for this process alone. Throws std::runtime_error if that cannot be.
    explicit journal(const std::string& path) : path_(path) {
        file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (file_ < 0) fail(std::strerror(errno));
        struct stat status;
        if (::fstat(file_, &status) != 0 || !S_ISREG(status.st_mode)) fail("not a regular file");
        if (::flock(file_, LOCK_EX | LOCK_NB) != 0)
            fail("another process has it open: give another --state");
    }
    journal(const journal&) = delete;
    journal& operator=(const journal&) = delete;
    ~journal() {
        if (file_ >= 0) ::close(file_);
    }

    // Calls take(line) for each line until it returns false, which throws std::runtime_error, as does an end of
    // the file that is no part of a line of ours: those begin with `head`. A part of one is cut off.
    template <class Take>
    void for_each_line(std::string_view head, Take&& take) {
        if (file_ < 0) return;
        const std::string text = read_all();
        std::size_t number = 0;
        for (std::size_t end = 0; (end = text.find('\n', size_)) != text.npos; size_ = end + 1)
            if (++number; !take(std::string_view(text).substr(size_, end - size_)))
                fail_line(number);
        const std::string_view rest = std::string_view(text).substr(size_);
        if (rest.substr(0, head.size()) != head.substr(0, rest.size())) fail_line(number + 1);
        if (!is_cut_to_size()) fail(std::strerror(errno));
    }

    // False if the line cannot be written; then the file is as it was before.
    bool append(std::string line) {
        if (file_ < 0) return true;
        line += '\n';
        std::size_t written = 0;
        while (written < line.size()) {
            const auto count = ::pwrite(file_, line.data() + written, line.size() - written,
                                        static_cast<off_t>(size_ + written));
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) break;
            written += static_cast<std::size_t>(count);
        }
        if (written < line.size() || ::fsync(file_) != 0) {
            static_cast<void>(is_cut_to_size());
            return false;
        }
        size_ += line.size();
        return true;
    }

  private:
    [[noreturn]] void fail(const std::string& why) const {
        throw std::runtime_error(path_ + ": " + why);
    }

    [[noreturn]] void fail_line(std::size_t number) const {
        fail("line " + std::to_string(number) +
             " is not one of this program's: give another --state, or remove the line");
    }

    bool is_cut_to_size() const { return ::ftruncate(file_, static_cast<off_t>(size_)) == 0; }

    std::string read_all() const {
        std::string text;
        char chunk[65536];
        for (;;) {
            const auto count = ::read(file_, chunk, sizeof chunk);
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) fail(std::strerror(errno));
            if (count == 0) return text;
            text.append(chunk, static_cast<std::size_t>(count));
        }
    }

    std::string path_{};
    int file_ = -1;
    std::size_t size_ = 0;  // of the lines that are whole
};

#endif
