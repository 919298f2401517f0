// Fetches credentials as a pod does: the token of its service account for a role, by STS. Prints
// which credentials they are and when to fetch the next, and no secret.
//
//     web_identity [--endpoint-url URL] [--delay SECONDS]
//
// Reads AWS_WEB_IDENTITY_TOKEN_FILE, AWS_ROLE_ARN, AWS_ROLE_SESSION_NAME (made up if it is not set)
// and AWS_REGION, which Kubernetes and the AWS SDKs set and read as well. It ends with 0 for
// credentials, 1 for none, and 2 for wrong usage.

#include "http.hpp"
#include "output.hpp"

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>
#include <ec2wire/sts/assume_role_with_web_identity.hpp>
#include <ec2wire/text.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace {

// More than STS takes, which is 20 000 characters: a wrong file must not fill the memory.
constexpr std::size_t max_token_size = 64 * 1024;

constexpr int max_attempts = 3;

struct options {
    std::string url{};
    std::chrono::seconds delay{1};
};

std::optional<options> options_from(int count, char** words) {
    options chosen;
    for (int i = 1; i < count; i += 2) {
        if (i + 1 == count) return std::nullopt;
        const std::string_view word = words[i];
        if (word == "--endpoint-url") {
            chosen.url = words[i + 1];
        } else if (word == "--delay") {
            const auto seconds = ec2wire::parse_integer<std::uint16_t>(words[i + 1]);
            if (!seconds) return std::nullopt;
            chosen.delay = std::chrono::seconds(*seconds);
        } else {
            return std::nullopt;
        }
    }
    if (chosen.url.empty()) {
        const std::string region = http::environment("AWS_REGION");
        chosen.url = "https://sts." + (region.empty() ? "us-east-1" : region) + ".amazonaws.com/";
    }
    return chosen;
}

int complain(std::string_view text) {
    std::fprintf(stderr, "web_identity: %s\n", ec2wire::printable(text).c_str());
    return 1;
}

// The token in the file, without a line's end behind it. It is replaced while the pod runs, so it
// is read anew for each request.
std::optional<std::string> token_in(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string token(max_token_size + 1, '\0');
    file.read(token.data(), static_cast<std::streamsize>(token.size()));
    if (file.bad() || file.gcount() == 0 || !file.eof()) return std::nullopt;
    token.resize(static_cast<std::size_t>(file.gcount()));
    while (token.ends_with('\n') || token.ends_with('\r')) token.pop_back();
    if (token.empty()) return std::nullopt;
    return token;
}

std::int64_t seconds_now() {
    using namespace std::chrono;
    return duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
}

// When to ask again: ten minutes before the credentials expire, as botocore does, or after half of
// a life that is shorter than twenty.
ec2wire::timestamp refresh_time(std::int64_t now, ec2wire::timestamp expiration) {
    const std::int64_t left = std::max<std::int64_t>(expiration.seconds - now, 0);
    return {.seconds = expiration.seconds - std::min<std::int64_t>(600, left / 2)};
}

void show(const ec2wire::sts::assume_role_with_web_identity_response& reply) {
    const auto& keys = reply.credentials;
    const auto line = [](const char* about, std::string_view text) {
        std::printf("%-14s %s\n", about, ec2wire::printable(text).c_str());
    };
    line("access key id", *keys.access_key_id);
    line("session of", reply.assumed_role_user.arn.value_or("?"));
    line("expires", to_string(*keys.expiration));
    line("refresh at", to_string(refresh_time(seconds_now(), *keys.expiration)));
}

int fetch(const options& chosen,
          const ec2wire::sts::assume_role_with_web_identity_request& request) {
    const auto query = ec2wire::encode(request);
    if (!query) return complain(to_string(query.error()));
    ec2wire::scratch memory;
    for (int attempt = 1;; ++attempt) {
        const http::response answer = http::post_unsigned(chosen.url, *query);
        if (!answer.problem.empty()) return complain(answer.problem);
        memory.clear();
        const auto reply =
            ec2wire::decode_xml<ec2wire::sts::assume_role_with_web_identity_response>(answer.body,
                                                                                      memory);
        if (reply) {
            const auto& keys = reply->credentials;
            if (!keys.access_key_id || !keys.secret_access_key || !keys.session_token ||
                !keys.expiration)
                return complain("the reply lacks a part of the credentials");
            show(*reply);
            return 0;
        }
        const auto& error = reply.error();
        if (attempt == max_attempts ||
            !(is_throttling(error.service) || is_transient(error.service, answer.status)))
            return complain(to_string(error));
        std::this_thread::sleep_for(chosen.delay);
    }
}

}  // namespace

int main(int count, char** words) {
    output::hold_descriptors();
    const auto chosen = options_from(count, words);
    if (!chosen) {
        std::fputs("usage: web_identity [--endpoint-url URL] [--delay SECONDS]\n", stderr);
        return 2;
    }
    const std::string role = http::environment("AWS_ROLE_ARN");
    const std::string path = http::environment("AWS_WEB_IDENTITY_TOKEN_FILE");
    std::string session = http::environment("AWS_ROLE_SESSION_NAME");
    if (role.empty() || path.empty())
        return complain(role.empty() ? "AWS_ROLE_ARN is not set"
                                     : "AWS_WEB_IDENTITY_TOKEN_FILE is not set");
    if (session.empty()) session = "ec2wire-" + std::to_string(seconds_now());
    const auto token = token_in(path);
    if (!token) return complain("no token can be read from AWS_WEB_IDENTITY_TOKEN_FILE, " + path);
    return output::status_of(fetch(
        *chosen, {.role_arn = role, .role_session_name = session, .web_identity_token = *token}));
}
