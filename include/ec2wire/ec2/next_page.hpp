#ifndef EC2WIRE_EC2_NEXT_PAGE_HPP
#define EC2WIRE_EC2_NEXT_PAGE_HPP

#include <optional>
#include <string_view>

namespace ec2wire {

// A request and a response of one paginated operation.
template <class Request, class Response>
concept paged = requires(Request& request, const Response& reply) {
    requires Request::operation == Response::operation;
    request.next_token.emplace(*reply.next_token);
};

// Returns the request for the page after this response, or nothing if it was the last page.
//
//     for (std::optional request = describe_instances_request{}; request;
//          request = next_page(*std::move(request), *reply)) {
//
//   <nextToken>eyJ2IjoiMiIsInMiOjF9</nextToken>   there is more
//   <nextToken/>, or none                         this was the last page
//
// A request that owns its strings copies the token; one that borrows keeps a view into the response. If a
// server returns the token that it was sent, this would loop for ever: the returned request is then equal to
// the given one.
template <class Request, class Response>
    requires paged<Request, Response>
constexpr std::optional<Request> next_page(Request request, const Response& reply) {
    if (!reply.next_token || reply.next_token->empty()) return std::nullopt;
    request.next_token.emplace(*reply.next_token);
    return request;
}

}  // namespace ec2wire

#endif
