// Stops instances, several calls at once in one thread: plain sockets and poll(), as the loop that a
// program has already. No byte of a reply is copied: what recv() wrote is what decode_xml() reads, and
// what it gives are views into that.
//
//     event_loop HOST:PORT INSTANCE_ID...
//
// A call has a lane: a buffer to send from, one to receive into, and a scratch. A lane serves one call
// after another, and once its memory has seen a reply, the next of that size allocates nothing.
//
// HOST is an address in digits, and the calls are neither encrypted nor signed: a stand-in for EC2,
// such as moto_server, takes them. TLS and a signature go between encode() and send().
//
// It ends with 0 if every call was answered, 1 if one was not or the output cannot be written, and 2 for
// wrong usage.

#include <ec2wire/ec2wire.hpp>
#include <ec2wire/text.hpp>

#include "output.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr std::size_t most_lanes = 4;
constexpr std::size_t first_room = 4096;                  // of a reply
constexpr std::size_t most_room = std::size_t{16} << 20;  // a server that never ends fills no more
constexpr std::size_t most_memory = std::size_t{64} << 20;  // of a lane's scratch
constexpr int patience = 30'000;                            // milliseconds without a byte

struct endpoint {
    std::string_view text{};  // HOST:PORT
    sockaddr_in address{};
};

struct lane {
    int connection = -1;
    std::string_view instance_id{};
    std::string out{};  // the request, head and body
    std::size_t sent = 0;
    std::vector<char> in = std::vector<char>(first_room);  // the reply, head and body
    std::size_t received = 0;
    ec2wire::scratch memory{ec2wire::heap, most_memory};

    bool is_busy() const { return connection >= 0; }
    bool is_sending() const { return sent < out.size(); }
};

enum class progress { going_on, complete, broken };

// Nothing went wrong, and poll() says when to come again.
bool is_only_early() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

// ---- one call ----

// The query is written where it is sent from, behind the head. HTTP/1.0 gives a reply in one piece
// that ends with the connection.
bool write_request(lane& call, std::string_view host) {
    const std::array<std::string_view, 1> ids{call.instance_id};
    const ec2wire::borrowing<ec2wire::stop_instances_request> request{.instance_ids = ids};
    const auto size = ec2wire::encoded_size(request);
    if (!size) return false;
    call.out = "POST / HTTP/1.0\r\nHost: " + std::string(host);
    call.out += "\r\nContent-Type: application/x-www-form-urlencoded\r\n";
    // Where the signature goes. A stand-in reads only for whom the call is.
    call.out +=
        "Authorization: AWS4-HMAC-SHA256 Credential=none/20161115/us-east-1/ec2/aws4_request\r\n";
    call.out += "Content-Length: " + std::to_string(*size) + "\r\n\r\n";
    const std::size_t head = call.out.size();
    call.out.resize(head + *size);
    return ec2wire::encode(request, std::span(call.out).subspan(head)).has_value();
}

bool begin(lane& call, const endpoint& server, std::string_view instance_id) {
    call.instance_id = instance_id;
    call.sent = call.received = 0;
    if (!write_request(call, server.text)) return false;
    call.connection = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (call.connection < 0) return false;
    const auto* const address = reinterpret_cast<const sockaddr*>(&server.address);
    return ::connect(call.connection, address, sizeof server.address) == 0 || errno == EINPROGRESS;
}

void end(lane& call) {
    if (call.is_busy()) ::close(call.connection);
    call.connection = -1;
}

progress send_more(lane& call) {
    const ssize_t count = ::send(call.connection, call.out.data() + call.sent,
                                 call.out.size() - call.sent, MSG_NOSIGNAL);
    if (count < 0) return is_only_early() ? progress::going_on : progress::broken;
    call.sent += static_cast<std::size_t>(count);
    return progress::going_on;
}

progress receive_more(lane& call) {
    if (call.received == call.in.size()) {
        if (call.in.size() >= most_room) return progress::broken;
        call.in.resize(2 * call.in.size());
    }
    const ssize_t count =
        ::recv(call.connection, call.in.data() + call.received, call.in.size() - call.received, 0);
    if (count < 0) return is_only_early() ? progress::going_on : progress::broken;
    call.received += static_cast<std::size_t>(count);
    return count == 0 ? progress::complete : progress::going_on;
}

// ---- its reply ----

void say(std::string_view id, std::string_view text) {
    std::printf("%s: %s\n", ec2wire::printable(id).c_str(), ec2wire::printable(text).c_str());
}

std::string_view name_of(const ec2wire::instance_state& state) {
    return state.name ? state.name->text() : "unknown";
}

// Whether the reply is an answer. That the connection broke in the middle of it needs no looking for:
// to decode_xml a part is never the whole.
bool show(lane& call) {
    const std::string_view bytes(call.in.data(), call.received);
    const std::size_t head = bytes.find("\r\n\r\n");
    const std::string_view body = bytes.substr(head == bytes.npos ? bytes.size() : head + 4);
    call.memory.clear();
    const auto reply = ec2wire::decode_xml<ec2wire::stop_instances_response>(body, call.memory);
    if (!reply) {
        say(call.instance_id, to_string(reply.error()));
        return false;
    }
    for (const ec2wire::instance_state_change& change : reply->stopping_instances)
        std::printf("%s: %s -> %s\n", ec2wire::printable(change.instance_id.value_or("?")).c_str(),
                    ec2wire::printable(name_of(change.previous_state)).c_str(),
                    ec2wire::printable(name_of(change.current_state)).c_str());
    return true;
}

// ---- the loop ----

class event_loop {
  public:
    event_loop(const endpoint& server, std::span<char* const> ids) : server_(server), ids_(ids) {}

    // Whether every call was answered.
    bool run() {
        fill_lanes();
        while (std::ranges::any_of(lanes_, &lane::is_busy)) {
            const int ready = wait();
            if (ready < 0 && errno == EINTR) continue;
            for (std::size_t i = 0; i < lanes_.size(); ++i)
                if (ready <= 0 && lanes_[i].is_busy())
                    finish(lanes_[i], progress::broken);
                else if (waiting_[i].revents != 0)
                    go_on(lanes_[i]);
            fill_lanes();
        }
        std::printf("%zu of %zu calls answered\n", answered_, ids_.size());
        return answered_ == ids_.size();
    }

  private:
    void fill_lanes() {
        for (lane& free : lanes_)
            while (!free.is_busy() && next_ < ids_.size())
                if (!begin(free, server_, ids_[next_++])) finish(free, progress::broken);
    }

    int wait() {
        for (std::size_t i = 0; i < lanes_.size(); ++i) {
            const short events = lanes_[i].is_sending() ? POLLOUT : POLLIN;
            waiting_[i] = {lanes_[i].connection, events, 0};  // poll() passes over a -1
        }
        return ::poll(waiting_.data(), static_cast<nfds_t>(waiting_.size()), patience);
    }

    void go_on(lane& call) {
        const progress made = call.is_sending() ? send_more(call) : receive_more(call);
        if (made != progress::going_on) finish(call, made);
    }

    void finish(lane& call, progress how) {
        if (how == progress::broken) say(call.instance_id, "no reply");
        if (how == progress::complete && show(call)) ++answered_;
        end(call);
    }

    endpoint server_;
    std::span<char* const> ids_;
    std::array<lane, most_lanes> lanes_{};
    std::array<pollfd, most_lanes> waiting_{};
    std::size_t next_ = 0;
    std::size_t answered_ = 0;
};

// 127.0.0.1:5000
std::optional<endpoint> endpoint_of(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == text.npos) return std::nullopt;
    const std::string host(text.substr(0, colon));
    const auto port = ec2wire::parse_integer<std::uint16_t>(text.substr(colon + 1));
    endpoint server{.text = text};
    server.address.sin_family = AF_INET;
    if (!port || ::inet_pton(AF_INET, host.c_str(), &server.address.sin_addr) != 1)
        return std::nullopt;
    server.address.sin_port = htons(*port);
    return server;
}

}  // namespace

int main(int count, char** words) {
    output::hold_descriptors();
    const std::span all(words, static_cast<std::size_t>(count));
    const auto server = endpoint_of(count > 2 ? words[1] : "");
    if (!server) {
        std::fputs("usage: event_loop HOST:PORT INSTANCE_ID...\n", stderr);
        return 2;
    }
    return output::status_of(event_loop(*server, all.subspan(2)).run() ? 0 : 1);
}
