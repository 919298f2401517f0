#include "target.hpp"

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/shape/protocol.hpp>

#include "codec/topic.hpp"
#include "dom.hpp"
#include "views.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>

// Errors of the service: whatever operation was asked for, its reply is the same error; its code is
// that of the first <Error> in the tree of pugixml; and decode_xml_error finds the same entry.
namespace {

using namespace ec2wire;

struct entry {
    std::optional<std::string_view> code{};
    std::optional<std::string_view> message{};

    static constexpr auto fields() {
        return std::tuple{field{"Code", &entry::code}, field{"Message", &entry::message}};
    }
};

// The root, if it is the <Error>; else the first one below it, in <Errors> or not.
pugi::xml_node error_in(const fuzz::dom<aws_query>& tree) {
    const std::string_view root = tree.root().name();
    if (root.substr(root.find(':') + 1) == "Error") return tree.root();
    if (const auto wrapped = tree.child(tree.child(tree.root(), "Errors"), "Error")) return wrapped;
    return tree.child(tree.root(), "Error");
}

std::string text_in(const fuzz::dom<aws_query>& tree, std::string_view name) {
    const auto found = tree.child(error_in(tree), name);
    return found ? tree.text_of(found) : std::string{};
}

}  // namespace

void ec2wire::fuzz::check(std::string_view bytes) {
    alignas(std::max_align_t) static std::byte room[1 << 18];
    scratch memory{std::span(room)};
    const auto answer = decode_xml<stop_instances_response>(bytes, memory);
    require(lies_in(answer, {bytes, room}), "views lie in the bytes or the scratch");
    const bool is_error = !answer && answer.error().is_service_error();
    scratch other, third;
    const auto of_topic = decode_xml<tests::topic>(bytes, other);
    const bool is_topic_error = !of_topic && of_topic.error().is_service_error();
    require(is_error == is_topic_error, "an error is one for every operation");
    if (!is_error)
        return require(answer.has_value() || answer.error().offset <= bytes.size(), "place");

    const auto found = decode_xml_error<entry>(bytes, third);
    const service_error& error = answer.error().service;
    require(error == of_topic.error().service, "and it is the same for every operation");
    const dom<aws_query> tree(bytes);
    require(tree.is_parsed(), "what is accepted is a tree to pugixml");
    require(text_in(tree, "Code") == error.code, "the code is that of the tree");
    require(text_in(tree, "Message") == error.message, "the message is that of the tree");
    require(error_in(tree), "there is an <Error> in the tree");
    require(found.has_value(), "what is an error has an entry");
    require(found->code.value_or("") == error.code, "with the same code");
    require(found->message.value_or("") == error.message, "and the same message");
}
