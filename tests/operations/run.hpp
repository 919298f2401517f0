#ifndef EC2WIRE_TESTS_OPERATIONS_RUN_HPP
#define EC2WIRE_TESTS_OPERATIONS_RUN_HPP

#include <ec2wire/codec/decode_query.hpp>
#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>
#include <ec2wire/codec/encode_json.hpp>
#include <ec2wire/codec/encode_xml.hpp>

#include "operations/fill.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

// The main function of the programs that operations.py generates. For each operation it prints, on a line
// each, the query of the empty request, that of the full one, and that of the request decoded from
// FOLDER/<operation>.query; and for the reply in FOLDER/<operation>.xml the JSON, the XML of encode_xml in
// hexadecimal, and the JSON of what decode_xml reads from the minified form. A word at the front says which
// line it is.
namespace ec2wire::tests {

template <class Request>
void print_query(const char* word, const Request& request) {
    const auto query = encode(request);
    if (query)
        std::cout << word << ' ' << Request::operation << ' ' << *query << '\n';
    else
        std::cout << word << ' ' << Request::operation << " error " << to_string(query.error().code)
                  << ' ' << query.error().member << '\n';
}

template <class Request>
void print_requests() {
    print_query("empty", Request{});
    Request request{};
    fill(request, "");
    print_query("full", request);
}

inline std::string contents(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>{in}, {}};
}

template <class Request>
void print_read_request(const std::string& path) {
    const std::string bytes = contents(path);
    scratch memory;
    const auto request = decode_query<Request>(bytes, memory);
    if (request)
        print_query("read", *request);
    else
        std::cout << "read " << Request::operation << " error " << to_string(request.error().code)
                  << ' ' << request.error().member << " at " << request.error().offset << '\n';
}

inline std::string in_hexadecimal(const std::string& bytes) {
    std::string digits;
    for (const char c : bytes) {
        digits += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
        digits += "0123456789abcdef"[static_cast<unsigned char>(c) & 15];
    }
    return digits;
}

template <class Response>
void print_written(const Response& reply, const std::string& name) {
    const auto written = encode_xml(reply);
    const auto minified = encode_xml(reply, xml_layout::minified);
    if (!written || !minified) {
        std::cout << "written " << name << " error " << to_string(written.error().code) << ' '
                  << written.error().member << '\n';
        return;
    }
    std::cout << "written " << name << ' ' << in_hexadecimal(*written) << '\n';
    scratch memory;
    const auto again = decode_xml<Response>(*minified, memory);
    std::cout << "again " << name << ' ' << (again ? *encode_json(*again) : "error") << '\n';
}

template <class Response>
void print_reply(const std::string& path, const std::string& name) {
    const std::string bytes = contents(path);
    if (bytes.empty()) return;
    scratch memory;
    const auto reply = decode_xml<Response>(bytes, memory);
    if (reply) {
        std::cout << "reply " << name << ' ' << *encode_json(*reply) << '\n';
        print_written(*reply, name);
    } else {
        std::cout << "reply " << name << " error " << to_string(reply.error().code) << " at "
                  << reply.error().offset << '\n';
    }
}

}  // namespace ec2wire::tests

#endif
