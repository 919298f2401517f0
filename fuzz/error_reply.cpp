#include "target.hpp"

#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/ec2/stop_instances.hpp>
#include <ec2wire/shape/protocol.hpp>

#include "codec/pugixml_decoder.hpp"
#include "codec/topic_shapes.hpp"
#include "views.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// Service errors: the reply of every operation is the same error; its code is that of the first <Error> in
// pugixml's tree; and decode_xml_error finds the same entry.
namespace {

using namespace ec2wire;

struct entry {
    std::optional<std::string_view> code{};
    std::optional<std::string_view> message{};

    static constexpr auto fields() {
        return field_list{field{"Code", &entry::code}, field{"Message", &entry::message}};
    }
};

// E1 (error documents). The error in pugixml's tree.
struct tree_error {
    bool is_there{};
    std::string code{};
    std::string message{};
    std::string request_id{};  // inside the error
};

tree_error error_of(const tests::dom<aws_query>& tree, pugi::xml_node element) {
    const auto text = [&](std::string_view name) {
        const auto found = tree.child(element, name);
        return found ? tree.text_of(found) : std::string{};
    };
    return {true, text("Code"), text("Message"), text("RequestId")};
}

std::string_view root_name(const tests::dom<aws_query>& tree) {
    const std::string_view root = tree.root().name();
    return root.substr(root.find(':') + 1);
}

bool is_exception(const tests::dom<aws_query>& tree) {
    return root_name(tree).ends_with("Exception");
}

// Returns the root, if it is the error; else the first <Error> below it, inside <Errors> or not. An empty
// <Errors> is an error without a code.
tree_error error_in(const tests::dom<aws_query>& tree) {
    const auto root = tree.root();
    if (is_exception(tree)) {
        tree_error error = error_of(tree, root);
        error.code = root_name(tree);
        if (const auto message = tree.child(root, "message");
            message && !tree.child(root, "Message"))
            error.message = tree.text_of(message);
        return error;
    }
    if (root_name(tree) == "Error") return error_of(tree, root);
    const auto errors = tree.child(root, "Errors");
    if (const auto wrapped = tree.child(errors, "Error")) return error_of(tree, wrapped);
    if (const auto flattened = tree.child(root, "Error")) return error_of(tree, flattened);
    return {static_cast<bool>(errors)};
}

// The request id beside the error; if there is none, the one inside.
std::string request_id_in(const tests::dom<aws_query>& tree, const tree_error& error) {
    for (const auto* name : {"RequestID", "RequestId", "requestId"})
        if (const auto id = tree.child(tree.root(), name)) return tree.text_of(id);
    return error.request_id;
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
    const tests::dom<aws_query> tree(bytes);
    require(tree.is_parsed(), "what is accepted is a tree to pugixml");
    const tree_error expected = error_in(tree);
    require(expected.is_there, "there is an error in the tree");
    require(expected.code == error.code, "the code is that of the tree");
    require(expected.message == error.message, "the message is that of the tree");
    require(error.request_id == request_id_in(tree, expected), "so is the request id");
    require(found.has_value(), "what is an error has an entry");
    if (is_exception(tree)) return;  // whose entry is its root, and has no code of its own
    require(found->code.value_or("") == error.code, "with the same code");
    require(found->message.value_or("") == error.message, "and the same message");
}
