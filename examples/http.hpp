#ifndef EC2WIRE_EXAMPLES_HTTP_HPP
#define EC2WIRE_EXAMPLES_HTTP_HPP

// One POST with libcurl, signed or not: all that a caller of EC2 or STS needs beside the codec. The
// query that encode() gives is canonical already, so it is sent as it is.

#include "input.hpp"

#include <cstdlib>
#include <string>

#if defined(HAVE_LIBCURL)
#include <curl/curl.h>

#include <memory>
#endif

namespace http {

struct response {
    int status = 0;
    std::string body{};
    std::string problem{};  // why there is no reply; empty if there is one
};

inline std::string environment(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

#if defined(HAVE_LIBCURL)

namespace detail {

inline std::size_t append(char* bytes, std::size_t, std::size_t size, void* body) {
    auto& text = *static_cast<std::string*>(body);
    if (text.size() + size > input::max_size) return 0;
    text.append(bytes, size);
    return size;
}

struct deleter {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

inline std::string region_or_default(const std::string& region) {
    for (const std::string& known :
         {region, environment("AWS_REGION"), environment("AWS_DEFAULT_REGION")})
        if (!known.empty()) return known;
    return "us-east-1";
}

// POSTs `query` to `url`. `scope` and `user` sign it, if they are given; `token` goes with them.
inline response post(const std::string& url, const std::string& query, const std::string& scope,
                     const std::string& user, const std::string& token) {
    const std::unique_ptr<CURL, deleter> curl(curl_easy_init());
    if (!curl) return {0, {}, "libcurl cannot be initialised"};
    std::unique_ptr<curl_slist, deleter> headers(curl_slist_append(
        nullptr, "Content-Type: application/x-www-form-urlencoded; charset=utf-8"));
    if (!token.empty())
        headers.reset(
            curl_slist_append(headers.release(), ("X-Amz-Security-Token: " + token).c_str()));

    response reply;
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, query.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(query.size()));
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    if (!scope.empty()) {
        curl_easy_setopt(curl.get(), CURLOPT_AWS_SIGV4, scope.c_str());
        curl_easy_setopt(curl.get(), CURLOPT_USERPWD, user.c_str());
    }
    curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 60L);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &reply.body);
    if (const CURLcode code = curl_easy_perform(curl.get()); code != CURLE_OK)
        return {0, {}, url + ": " + curl_easy_strerror(code)};
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    reply.status = static_cast<int>(status);
    return reply;
}

}  // namespace detail

// POSTs `query` to `url`, signed with AWS Signature Version 4 by the keys in the environment.
inline response post(const std::string& url, const std::string& region, const std::string& query) {
    const std::string key = environment("AWS_ACCESS_KEY_ID");
    const std::string secret = environment("AWS_SECRET_ACCESS_KEY");
    if (key.empty() || secret.empty())
        return {0, {}, "no keys: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"};
    const std::string scope = "aws:amz:" + detail::region_or_default(region) + ":ec2";
    return detail::post(url, query, scope, key + ":" + secret, environment("AWS_SESSION_TOKEN"));
}

// POSTs `query` to `url`, unsigned: a few operations of STS need no keys.
inline response post_unsigned(const std::string& url, const std::string& query) {
    return detail::post(url, query, {}, {}, {});
}

#else

inline response post(const std::string&, const std::string&, const std::string&) {
    return {
        0, {}, "this program was built without libcurl: build it with -DHAVE_LIBCURL and -lcurl"};
}
inline response post_unsigned(const std::string& url, const std::string& query) {
    return post(url, {}, query);
}

#endif

}  // namespace http

#endif
