// How fast does a request become its query, beside what clients write by hand?
//
// encode/<who>/<what>/<n>      what = ids: n instances to stop
//                                     dense_text: n bytes of UTF-8, each to be escaped
//                                     mixed_text: n bytes of prose with accents
//                                     clean_text: n bytes, none to be escaped
//                                     run: a RunInstances request with each member set
//
// ec2wire writes the keys in the order that is signed; the others leave them as they come.

#include "documents.hpp"
#include "measure.hpp"
#include "register_benchmarks.hpp"

#include <ec2wire/ec2/run_instances.hpp>
#include <ec2wire/ec2wire.hpp>

#include "operations/fill.hpp"

#ifdef HAVE_LIBCURL
#include <curl/curl.h>
#endif

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ec2wire::benchmarks {

namespace {

// The queries of the two requests, around whatever escapes a value.
template <class Escape>
void put_ids(std::string& out, const std::vector<std::string>& ids, Escape& escape) {
    std::size_t index = 0;
    for (const std::string& id : ids) {
        std::array<char, 20> digits;
        char* const end = std::to_chars(digits.begin(), digits.end(), ++index).ptr;
        out += "&InstanceId.";
        out.append(digits.data(), end);
        out += '=';
        escape(out, id);
    }
    out += "&Version=2016-11-15";
}

template <class Escape>
void put_query(std::string& out, const stop_instances_request& request, Escape& escape) {
    out += "Action=StopInstances";
    put_ids(out, request.instance_ids, escape);
}

template <class Escape>
void put_query(std::string& out, const start_instances_request& request, Escape& escape) {
    out += "Action=StartInstances&AdditionalInfo=";
    escape(out, *request.additional_info);
    put_ids(out, request.instance_ids, escape);
}

// By hand with a table of what each byte becomes; runs that need no escape go out whole. The string
// is kept from request to request, so it does not allocate either.
class table_driven {
  public:
    void operator()(std::string& out, std::string_view text) const {
        std::size_t run = 0;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if (is_unreserved[byte]) continue;
            if (i > run) out.append(text, run, i - run);
            out.append(escapes[byte].data(), 3);
            run = i + 1;
        }
        out.append(text, run);
    }

    static constexpr std::array<bool, 256> is_unreserved = [] {
        std::array<bool, 256> table{};
        for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                             "0123456789-._~"))
            table[static_cast<unsigned char>(c)] = true;
        return table;
    }();
    static constexpr std::array<std::array<char, 3>, 256> escapes = [] {
        std::array<std::array<char, 3>, 256> table{};
        constexpr std::string_view digits = "0123456789ABCDEF";
        for (std::size_t byte = 0; byte < 256; ++byte)
            table[byte] = {'%', digits[byte >> 4], digits[byte & 15]};
        return table;
    }();
};

// The same a character at a time, as most clients have it.
class table_push_back {
  public:
    void operator()(std::string& out, std::string_view text) const {
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if (table_driven::is_unreserved[byte])
                out += c;
            else
                for (const char escaped : table_driven::escapes[byte]) out += escaped;
        }
    }
};

// The same without a branch: room for the worst case, then three characters written for each byte,
// of which one or three stay. The fastest of those one would still write by hand.
class table_branchless {
  public:
    void operator()(std::string& out, std::string_view text) const {
        const std::size_t begin = out.size();
        out.resize(begin + 3 * text.size());
        char* to = out.data() + begin;
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            std::memcpy(to, written[byte].data(), 3);
            to += table_driven::is_unreserved[byte] ? 1 : 3;
        }
        out.resize(static_cast<std::size_t>(to - out.data()));
    }

  private:
    static constexpr std::array<std::array<char, 3>, 256> written = [] {
        auto table = table_driven::escapes;
        for (std::size_t byte = 0; byte < 256; ++byte)
            if (table_driven::is_unreserved[byte]) table[byte] = {static_cast<char>(byte), 0, 0};
        return table;
    }();
};

#ifdef HAVE_LIBCURL
class curl_escape {
  public:
    curl_escape() = default;
    curl_escape(const curl_escape&) = delete;
    curl_escape& operator=(const curl_escape&) = delete;
    ~curl_escape() { curl_easy_cleanup(handle_); }

    void operator()(std::string& out, std::string_view text) const {
        char* const escaped = curl_easy_escape(handle_, text.data(), static_cast<int>(text.size()));
        out += escaped;
        curl_free(escaped);
    }

  private:
    CURL* handle_ = curl_easy_init();
};
#endif

template <class Request, class Escape>
class by_hand {
  public:
    explicit by_hand(const Request& request) : request_(request) {}

    std::string_view encode() {
        out_.clear();
        put_query(out_, request_, escape_);
        return out_;
    }

  private:
    const Request& request_;
    Escape escape_{};
    std::string out_{};
};

// The pairs in byte order, for a comparison that does not ask who sorts.
std::vector<std::string> pairs_of(std::string_view query) {
    std::vector<std::string> pairs;
    for (;;) {
        const std::size_t end = std::min(query.find('&'), query.size());
        pairs.emplace_back(query.substr(0, end));
        if (end == query.size()) break;
        query.remove_prefix(end + 1);
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

// Writes a request of many members by hand: its keys are literals to the client, and no member is tested.
template <class Escape>
class pairs_by_hand {
  public:
    explicit pairs_by_hand(const run_instances_request& request) {
        const std::string query = ec2wire::encode(request).value();
        for (const std::string& one : pairs_of(query)) {
            const std::size_t equals = one.find('=');
            pairs_.push_back({one.substr(0, equals + 1), unescaped(one.substr(equals + 1))});
        }
    }

    std::string_view encode() {
        out_.clear();
        for (const auto& [key, value] : pairs_) {
            if (!out_.empty()) out_ += '&';
            out_ += key;
            escape_(out_, value);
        }
        return out_;
    }

  private:
    struct pair {
        std::string key;
        std::string value;
    };

    static std::string unescaped(std::string_view text) {
        std::string bytes;
        for (std::size_t i = 0; i < text.size(); ++i) {
            unsigned byte = static_cast<unsigned char>(text[i]);
            if (text[i] == '%') {
                std::from_chars(text.data() + i + 1, text.data() + i + 3, byte, 16);
                i += 2;
            }
            bytes += static_cast<char>(byte);
        }
        return bytes;
    }

    std::vector<pair> pairs_{};
    Escape escape_{};
    std::string out_{};
};

// Into a buffer that the client keeps.
template <class Request>
class into_buffer {
  public:
    explicit into_buffer(const Request& request)
        : request_(request), buffer_(encoded_size(request).value_or(0)) {}

    std::string_view encode() { return ec2wire::encode(request_, std::span(buffer_)).value(); }

  private:
    const Request& request_;
    std::vector<char> buffer_;
};

// Encodes into memory that is used again for each request.
template <class Request>
class into_scratch {
  public:
    explicit into_scratch(const Request& request) : request_(request) {}

    std::string_view encode() {
        memory_.clear();
        return ec2wire::encode(request_, memory_).value();
    }

  private:
    const Request& request_;
    scratch memory_{};
};

template <class Request>
class into_string {
  public:
    explicit into_string(const Request& request) : request_(request) {}

    std::string encode() { return ec2wire::encode(request_).value(); }

  private:
    const Request& request_;
};

template <class Encoder, class Request>
void add(std::string_view who, const std::string& what, const Request& request, std::size_t items) {
    add_benchmark({"encode", who, what}, [=](benchmark::State& state) {
        Encoder encoder(request);
        const std::string query(encoder.encode());
        expect(pairs_of(query) == pairs_of(ec2wire::encode(request).value()), who, what);
        measure(state, query.size(), items, [&] { return encoder.encode(); });
    });
}

template <class Request>
void add_everyone(const std::string& what, const Request& request, std::size_t items) {
    add<into_scratch<Request>>("ec2wire", what, request, items);
    add<into_buffer<Request>>("ec2wire_buffer", what, request, items);
    add<into_string<Request>>("ec2wire_string", what, request, items);
    add<by_hand<Request, table_driven>>("table_driven", what, request, items);
    add<by_hand<Request, table_push_back>>("table_push_back", what, request, items);
    add<by_hand<Request, table_branchless>>("table_branchless", what, request, items);
#ifdef HAVE_LIBCURL
    add<by_hand<Request, curl_escape>>("curl_escape", what, request, items);
#endif
    add_floors("encode", what, items, [=] { return ec2wire::encode(request).value(); });
}

std::string repeated(std::string_view text, std::size_t size) {
    std::string all;
    while (all.size() + text.size() <= size) all += text;
    return all + std::string(size - all.size(), text[0]);
}

void add_text(const std::string& what, std::string_view text) {
    const start_instances_request request{.instance_ids = {"i-1234567890abcdef0"},
                                          .additional_info = repeated(text, 1024)};
    add_everyone(name_of({what, "1024"}), request, 1);
}

}  // namespace

void add_encode() {
    for (const std::size_t count : {20U, 1000U}) {
        stop_instances_request request;
        for (const change& item : made_changes(count)) request.instance_ids.emplace_back(item.id);
        add_everyone(name_of({"ids", std::to_string(count)}), request, count);
    }
    static const run_instances_request run = [] {
        run_instances_request request{};
        tests::fill(request, "");
        return request;
    }();
    add<into_scratch<run_instances_request>>("ec2wire", "run/1", run, 1);
    add<into_buffer<run_instances_request>>("ec2wire_buffer", "run/1", run, 1);
    add<pairs_by_hand<table_driven>>("table_driven", "run/1", run, 1);
    add<pairs_by_hand<table_push_back>>("table_push_back", "run/1", run, 1);
    add_text("dense_text", "/+=&\"{}: \xC3\xA9\xE2\x82\xAC\xF0\x9F\x9A\x80<>");
    add_text("mixed_text",
             "The caf\xC3\xA9 is closed; na\xC3\xAFve \xE2\x82\xAC"
             "5 offers, too. ");
    add_text("clean_text", "i-1234567890abcdef0_The.quick.brown.fox~");
}

}  // namespace ec2wire::benchmarks
