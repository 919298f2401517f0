// An EC2 for tests of its clients, on 127.0.0.1 alone. It keeps instances that change their states and
// have no machine behind them. See --help.

#include <ec2wire/ec2wire.hpp>
#include <ec2wire/text.hpp>

#include "fake_cloud.hpp"
#include "journal.hpp"
#include "output.hpp"

#include <httplib.h>

#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <thread>

namespace {

constexpr const char* help =
    R"(usage: fake_ec2 [OPTION]...

Serves a part of EC2 on 127.0.0.1: RunInstances, DescribeInstances, DescribeInstanceStatus,
StartInstances, StopInstances, RebootInstances, TerminateInstances, MonitorInstances and
UnmonitorInstances. No machine is started, and NO REQUEST IS AUTHENTICATED: any key will do.

  --port PORT       the port to listen on; 0, the default, takes a free one. It is printed.
  --delay SECONDS   how long pending, stopping and shutting-down last. 0, the default: until the
                    reply that names them has been sent.
  --state FILE      keep the instances in this file, and begin with those in it
  --throttle N      refuse each Nth call with RequestLimitExceeded; 1 refuses all
  --deny OPERATION  refuse this operation with UnauthorizedOperation; may be given more than once
  --help            print this

A line for each call goes to the standard error. SIGTERM and SIGINT end the server, with 0.
)";

constexpr std::size_t max_body_size = std::size_t{1} << 20;
constexpr int max_connections = 128;

struct options {
    std::uint16_t port = 0;
    std::chrono::milliseconds delay{0};
    std::string state{};
    std::uint32_t throttle = 0;
    std::set<std::string, std::less<>> denied{};
};

template <class... Requests>
struct operations {
    static bool contain(std::string_view name) { return ((name == Requests::operation) || ...); }

    template <class Handler>
    static bool dispatch(std::string_view query, ec2wire::scratch& memory, Handler&& handle) {
        return ec2wire::dispatch<ec2wire::borrowing<Requests>...>(query, memory, handle);
    }
};

using served_operations =
    operations<ec2wire::run_instances_request, ec2wire::describe_instances_request,
               ec2wire::describe_instance_status_request, ec2wire::start_instances_request,
               ec2wire::stop_instances_request, ec2wire::reboot_instances_request,
               ec2wire::terminate_instances_request, ec2wire::monitor_instances_request,
               ec2wire::unmonitor_instances_request>;

// Puts what is wrong with the command line into `problem`, and returns nothing then.
std::optional<options> options_from(int count, char** words, std::string& problem) {
    options chosen;
    for (int i = 1; i < count; i += 2) {
        problem = words[i];
        if (i + 1 == count) {
            problem += " is no option, or lacks its value";
            return std::nullopt;
        }
        (problem += ' ') += words[i + 1];
        problem += ": no such option, or not a value that it can have";
        const std::string_view word = words[i], value = words[i + 1];
        const auto number = ec2wire::parse_integer<std::uint32_t>(value);
        if (word == "--port" && number && *number <= 65535)
            chosen.port = static_cast<std::uint16_t>(*number);
        else if (word == "--delay" && number)
            chosen.delay = std::chrono::seconds(*number);
        else if (word == "--throttle" && number && *number > 0)
            chosen.throttle = *number;
        else if (word == "--state" && !value.empty())
            chosen.state = value;
        else if (word == "--deny" && served_operations::contain(value))
            chosen.denied.emplace(value);
        else
            return std::nullopt;
    }
    return chosen;
}

std::string new_request_id() {
    thread_local std::random_device random;
    std::array<std::byte, 16> bytes;
    for (std::byte& byte : bytes) byte = static_cast<std::byte>(random() & 255);
    return std::string(ec2wire::uuid_v4(bytes).view());
}

struct answer {
    int status = 200;
    std::string body{};
    std::string error{};  // its code; empty if there is none
};

// Turns an error of decode_query into the one with which EC2 answers.
fake::refusal refusal_of(const ec2wire::request_error& error) {
    const std::string member(error.member);
    switch (error.code) {
        case ec2wire::errc::missing_member:
            return {"MissingParameter", "The request must contain the parameter " + member};
        case ec2wire::errc::bad_escape:
        case ec2wire::errc::not_utf8:
        case ec2wire::errc::too_large:
            return {"MalformedQueryString", "The query string is malformed: " + to_string(error)};
        case ec2wire::errc::out_of_memory: return {"InternalError", to_string(error), 500};
        default: return {"InvalidParameterValue", "A parameter is invalid: " + to_string(error)};
    }
}

// The message may quote bytes that XML cannot carry.
answer refuse(const fake::refusal& refusal, const std::string& request_id) {
    const std::string message = ec2wire::printable(refusal.message);
    const auto body = ec2wire::encode_xml_error<ec2wire::ec2>(
        ec2wire::service_error{refusal.code, message, request_id});
    return {refusal.status, body.value_or(""), refusal.code};
}

// Turns a status with which httplib itself refuses a request into an error of EC2.
fake::refusal refusal_of(int status, const httplib::Request& request) {
    if (status == 404)
        return {"UnsupportedOperation", "Neither POST / with a query nor GET /?QUERY: " +
                                            request.method + ' ' + request.path.substr(0, 64)};
    if (status == 413 || status == 414)
        return {"MalformedQueryString", "The query string is too long: send less than 1 MB"};
    if (status >= 500) return {"InternalError", "An internal error has occurred", 500};
    return {"MalformedQueryString",
            "The HTTP request cannot be read: send it as a form, without a Content-Encoding"};
}

class service {
  public:
    explicit service(const options& chosen)
        : options_(chosen), cloud_(chosen.delay, journal_of(chosen.state)) {}

    answer respond(std::string_view query, const std::string& request_id) {
        try {
            return {200, reply_to(query, request_id)};
        } catch (const fake::refusal& refusal) {
            return refuse(refusal, request_id);
        }
    }

  private:
    journal& journal_of(const std::string& path) {
        return path.empty() ? journal_.emplace() : journal_.emplace(path);
    }

    std::string reply_to(std::string_view query, const std::string& request_id) {
        const std::string_view action = ec2wire::query_head(query).action;
        if (options_.throttle != 0 && ++calls_ % options_.throttle == 0)
            throw fake::refusal{"RequestLimitExceeded", "Request limit exceeded.", 503};
        if (options_.denied.contains(action))
            throw fake::refusal{"UnauthorizedOperation",
                                "You are not authorized to perform this operation.", 403};
        std::string body;
        ec2wire::scratch memory;
        const bool is_known = served_operations::dispatch(query, memory, [&](const auto& request) {
            if (!request) throw refusal_of(request.error());
            auto response = cloud_.answer(*request);
            response.request_id = request_id;
            auto encoded = ec2wire::encode_xml(response);
            if (!encoded) throw fake::refusal{"InternalError", to_string(encoded.error()), 500};
            body = *std::move(encoded);
        });
        if (action.empty())
            throw fake::refusal{
                "MissingAction",
                "The request has no Action: add one, such as Action=DescribeInstances"};
        if (!is_known)
            throw fake::refusal{"InvalidAction", "The action " + std::string(action) +
                                                     " is not valid for this web service."};
        return body;
    }

    const options& options_;
    std::optional<journal> journal_{};
    fake::cloud cloud_;
    std::atomic<std::uint32_t> calls_{0};
};

// Fills the response, and writes the call's line of the log.
void send(const answer& given, const std::string& request_id, std::string_view action,
          httplib::Response& response) {
    const std::string shown = ec2wire::printable(action.substr(0, 64));
    std::fprintf(stderr, "%s %s %d %s\n", request_id.c_str(), shown.empty() ? "-" : shown.c_str(),
                 given.status, given.error.empty() ? "ok" : given.error.c_str());
    response.status = given.status;
    response.set_header("x-amzn-RequestId", request_id);
    response.set_content(given.body, "text/xml;charset=UTF-8");
}

// One call, from the bytes of its query to the bytes of its answer.
void serve(service& ec2, std::string_view query, httplib::Response& response) {
    const std::string request_id = new_request_id();
    send(ec2.respond(query, request_id), request_id, ec2wire::query_head(query).action, response);
}

void route(httplib::Server& server, service& ec2) {
    server.new_task_queue = [] { return new httplib::ThreadPool(max_connections); };
    server.set_tcp_nodelay(true);
    server.set_keep_alive_max_count(SIZE_MAX);
    server.set_keep_alive_timeout(5);
    server.set_payload_max_length(max_body_size);
    server.set_pre_routing_handler(
        [](const httplib::Request& request, httplib::Response& response) {
            // Replies have no parts: httplib would cut one, whatever its status. Its request is const to us alone.
            const_cast<httplib::Request&>(request).ranges.clear();
            // A HEAD would go to the handler of GET.
            if (request.method != "HEAD") return httplib::Server::HandlerResponse::Unhandled;
            response.status = 404;
            return httplib::Server::HandlerResponse::Handled;
        });
    // A reader of our own: httplib would parse the body of a form itself, and refuse one above 8 KB.
    server.Post("/", [&](const httplib::Request& request, httplib::Response& response,
                         const httplib::ContentReader& read) {
        // A body without a length has no bytes. httplib would wait for the end of the connection.
        if (!request.has_header("Content-Length") && !request.has_header("Transfer-Encoding"))
            return serve(ec2, "", response);
        std::string query;
        std::size_t received = 0;
        // Reads a body that is too long to its end: after it the next request begins.
        const bool is_read = read([&](const char* bytes, std::size_t size) {
            received += size;
            if (received <= max_body_size) query.append(bytes, size);
            return true;
        });
        if (received > max_body_size)
            response.status = 413;
        else if (is_read)
            serve(ec2, query, response);
    });
    server.Get("/", [&](const httplib::Request& request, httplib::Response& response) {
        const std::size_t mark = request.target.find('?');
        serve(ec2, mark == std::string::npos ? "" : request.target.substr(mark + 1), response);
    });
    // Called for each status from 400 on.
    server.set_error_handler([](const httplib::Request& request, httplib::Response& response) {
        if (!response.body.empty()) return;
        const std::string request_id = new_request_id();
        send(refuse(refusal_of(response.status, request), request_id), request_id, "", response);
        // httplib may not have read the body, and would take it for the next request.
        response.set_header("Connection", "close");
    });
}

// Binds to the port, or to a free one for 0; returns which, or nothing.
std::optional<int> bind(httplib::Server& server, std::uint16_t port) {
    int handle = -1;
    server.set_socket_options([&](socket_t socket) {
        // In place of httplib's SO_REUSEPORT, with which two servers would share a port.
        const int yes = 1;
        ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        handle = socket;
    });
    int bound = port;
    if (port == 0)
        bound = server.bind_to_any_port("127.0.0.1");
    else if (!server.bind_to_port("127.0.0.1", port))
        bound = -1;
    // httplib lets 5 clients wait to be accepted; the others would see their connection reset.
    if (bound < 0 || ::listen(handle, max_connections) != 0) return std::nullopt;
    return bound;
}

// Serves until a signal of `ends` comes, which every thread must have blocked.
int run(const options& chosen, const sigset_t& ends) {
    service ec2(chosen);
    httplib::Server server;
    route(server, ec2);
    const auto port = bind(server, chosen.port);
    if (!port) {
        std::fprintf(
            stderr,
            "fake_ec2: cannot listen on port %d: give another --port, or 0 for a free one\n",
            chosen.port);
        return 1;
    }
    std::printf("http://127.0.0.1:%d\n", *port);
    if (output::status_of(0) != 0) return 1;
    std::thread listener([&] { server.listen_after_bind(); });
    int signal = 0;
    sigwait(&ends, &signal);
    while (!server.is_running()) std::this_thread::yield();
    server.stop();
    listener.join();
    return 0;
}

}  // namespace

int main(int count, char** words) {
    output::hold_descriptors();
    if (count == 2 && words[1] == std::string_view("--help")) {
        std::fputs(help, stdout);
        return output::status_of(0);
    }
    std::string problem;
    const auto chosen = options_from(count, words, problem);
    if (!chosen) {
        std::fprintf(stderr, "fake_ec2: %s\n\n%s", ec2wire::printable(problem).c_str(), help);
        return 2;
    }
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    try {
        return run(*chosen, ends);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "fake_ec2: %s\n", ec2wire::printable(failure.what()).c_str());
        return 1;
    }
}
