// The command `ec2wire`: EC2's wire protocol from a shell, and the library in use from end to end.
// `ec2wire --help` says what it does, and help.hpp has the text.

#include <ec2wire/ec2/describe_instance_status.hpp>
#include <ec2wire/ec2/describe_instances.hpp>
#include <ec2wire/ec2/monitor_instances.hpp>
#include <ec2wire/ec2/reboot_instances.hpp>
#include <ec2wire/ec2/run_instances.hpp>
#include <ec2wire/ec2/terminate_instances.hpp>
#include <ec2wire/ec2/unmonitor_instances.hpp>
#include <ec2wire/ec2wire.hpp>

#include "help.hpp"
#include "http.hpp"
#include "input.hpp"
#include "options.hpp"

#include <cstdio>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#if defined(HAVE_SIMDJSON)
#include <ec2wire/json.hpp>
#endif

namespace {

enum exit_status {
    answered = 0,
    no_reply = 1,
    usage_error = 2,
    not_a_reply = 3,
    refused = 4,
    would_succeed = 5,
};

// ---- what a reply says ----

std::string state_text(const std::optional<ec2wire::state_code>& code) {
    if (!code) return "-";
    if (code->is_known()) return std::string(to_string(*code));
    return "unknown(" + std::to_string(code->low_byte()) + ")";
}

std::string text_or_dash(std::string_view text) {
    return text.empty() ? "-" : ec2wire::printable(text);
}

template <class Enum>
std::string text_of(const std::optional<Enum>& value) {
    return value ? text_or_dash(value->text()) : "-";
}

// A line of --output text.
void print_line(const std::optional<std::string_view>& id, const std::string& second,
                const std::string& third) {
    std::cout << (id ? ec2wire::printable(*id) : "-") << '\t' << second << '\t' << third << '\n';
}

void print_changes(ec2wire::list_view<ec2wire::instance_state_change> changes) {
    for (const auto& change : changes)
        print_line(change.instance_id, state_text(change.previous_state.code),
                   state_text(change.current_state.code));
}
void print_text(const ec2wire::start_instances_response& response) {
    print_changes(response.starting_instances);
}
void print_text(const ec2wire::stop_instances_response& response) {
    print_changes(response.stopping_instances);
}
void print_text(const ec2wire::terminate_instances_response& response) {
    print_changes(response.terminating_instances);
}

void print_instances(ec2wire::list_view<ec2wire::instance> instances) {
    for (const auto& one : instances)
        print_line(one.instance_id, state_text(one.state.code), text_of(one.instance_type));
}
void print_text(const ec2wire::run_instances_response& response) {
    print_instances(response.instances);
}
void print_text(const ec2wire::describe_instances_response& response) {
    for (const auto& launch : response.reservations) print_instances(launch.instances);
}
void print_text(const ec2wire::describe_instance_status_response& response) {
    for (const auto& one : response.instance_statuses)
        print_line(one.instance_id, state_text(one.instance_state.code),
                   text_of(one.instance_status.status));
}

void print_monitorings(ec2wire::list_view<ec2wire::instance_monitoring> monitorings) {
    for (const auto& one : monitorings)
        std::cout << text_or_dash(one.instance_id.value_or("")) << '\t'
                  << text_of(one.monitoring.state) << '\n';
}
void print_text(const ec2wire::monitor_instances_response& response) {
    print_monitorings(response.instance_monitorings);
}
void print_text(const ec2wire::unmonitor_instances_response& response) {
    print_monitorings(response.instance_monitorings);
}

void print_text(const ec2wire::reboot_instances_response&) {}

int print_service_error(const ec2wire::service_error& error, int http_status) {
    std::cerr << "ec2wire: " << text_or_dash(error.code) << ": " << text_or_dash(error.message)
              << " (request id " << text_or_dash(error.request_id) << ")\n";
    if (dry_run_result(error) == ec2wire::dry_run_outcome::would_succeed) {
        std::cerr << "ec2wire: the request would have succeeded\n";
        return would_succeed;
    }
    if (is_throttling(error))
        std::cerr << "ec2wire: the service is called too often: try again later\n";
    else if (is_transient(error, http_status))
        std::cerr << "ec2wire: the same request may succeed later\n";
    return refused;
}

struct body {
    std::string name;  // of the file
    std::string bytes;
    int http_status = 0;
};

int print_decode_error(const ec2wire::decode_error& error, const body& from) {
    const auto [line, column] = ec2wire::locate(from.bytes, error.offset);
    std::cerr << ec2wire::printable(from.name) << ':' << line << ':' << column
              << ": error: " << to_string(error.code) << ": " << error.message();
    std::cerr << " (";
    if (from.http_status != 0) std::cerr << "HTTP status " << from.http_status << ", ";
    std::cerr << "offset " << error.offset << ")\n" << ec2wire::excerpt(from.bytes, error.offset);
    return not_a_reply;
}

template <class Response>
ec2wire::reply<Response> decode(const body& from, [[maybe_unused]] std::string_view syntax,
                                ec2wire::scratch& scratch) {
#if defined(HAVE_SIMDJSON)
    if (syntax == "json") return ec2wire::decode_json<Response>(from.bytes, scratch);
    if (syntax == "cloudtrail") return ec2wire::decode_cloudtrail<Response>(from.bytes, scratch);
#endif
    return ec2wire::decode_xml<Response>(from.bytes, scratch);
}

// Before anything is read or sent: a request must not be on its way when its reply turns out to have
// no way to be printed.
void check_settings(const cli::settings& own) {
    const std::string_view from = own.at("from"), output = own.at("output");
#if defined(HAVE_SIMDJSON)
    if (from != "xml" && from != "json" && from != "cloudtrail")
        throw cli::usage{"--from takes xml, json or cloudtrail"};
#else
    if (from != "xml")
        throw cli::usage{"--from takes xml only: this program was built without simdjson"};
#endif
    if (output != "json" && output != "text") throw cli::usage{"--output takes json or text"};
}

template <class Response>
int print_reply(const body& from, const cli::settings& own) {
    ec2wire::scratch scratch(ec2wire::heap, input::max_memory);
    const auto reply = decode<Response>(from, own.at("from"), scratch);
    if (reply) {
        own.at("output") == "text" ? print_text(*reply)
                                   : void(std::cout << *encode_json(*reply) << '\n');
        return answered;
    }
    return reply.error().is_service_error()
               ? print_service_error(reply.error().service, from.http_status)
               : print_decode_error(reply.error(), from);
}

// ---- the subcommands ----

template <class Request, class Response>
struct operation {
    static bool is_called(std::string_view word) {
        return word == Request::operation || word == cli::kebab_name(Request::operation);
    }

    static int encode(const cli::words& arguments) {
        cli::settings none;
        std::cout << cli::query_of<Request>(arguments, none) << '\n';
        return answered;
    }

    static int decode(cli::words arguments) {
        std::string file = "-";
        if (!arguments.empty() && !arguments[0].starts_with("--")) {
            file = arguments[0];
            arguments.erase(arguments.begin());
        }
        cli::settings own{{"from", "xml"}, {"status", "0"}, {"output", "json"}};
        cli::parse_options(arguments, own, [](const cli::option&) { return false; });
        const auto status = ec2wire::parse_integer<std::uint16_t>(own["status"]);
        if (!status) throw cli::usage{"--status takes a number: the HTTP status"};
        check_settings(own);
        const bool is_input = file == "-";
        const body from{is_input ? "<stdin>" : file,
                        is_input ? cli::read_standard_input() : cli::read_file(file), *status};
        return print_reply<Response>(from, own);
    }

    static int call(const cli::words& arguments) {
        cli::settings own{{"output", "json"}, {"endpoint-url", ""}, {"region", ""}};
        const std::string query = cli::query_of<Request>(arguments, own);
        own["from"] = "xml";
        check_settings(own);
        if (own["endpoint-url"].empty()) throw cli::usage{"call needs --endpoint-url URL"};
        const http::response reply = http::post(own["endpoint-url"], own["region"], query);
        if (!reply.problem.empty()) {
            std::cerr << "ec2wire: no reply: " << ec2wire::printable(reply.problem) << '\n';
            return no_reply;
        }
        return print_reply<Response>({"<reply>", reply.body, reply.status}, own);
    }
};

template <class Operation>
int run(std::string_view verb, const cli::words& arguments) {
    if (verb == "encode") return Operation::encode(arguments);
    if (verb == "decode") return Operation::decode(arguments);
    return Operation::call(arguments);
}

int print_states(const cli::words& codes) {
    for (const std::string_view digits : codes) {
        const auto code = ec2wire::parse_state_code(digits);
        if (!code)
            throw cli::usage{'"' + ec2wire::printable(digits) +
                             "\" is not a state code: give a number from 0 to 65535"};
        std::cout << code->wire() << '\t' << state_text(*code) << "\tlow byte " << +code->low_byte()
                  << ", high byte " << +code->high_byte() << " (ignored)\n";
    }
    return answered;
}

// Runs the subcommand for the operation of that name.
template <class... Operations>
int run_one_of(std::string_view verb, std::string_view name, const cli::words& arguments) {
    std::optional<int> status;
    (void)((Operations::is_called(name) &&
            (status = run<Operations>(verb, arguments)).has_value()) ||
           ...);
    if (!status)
        throw cli::usage{"no operation " + ec2wire::printable(name) +
                         ": ec2wire --help lists those it knows"};
    return *status;
}

int dispatch(cli::words arguments) {
    using namespace ec2wire;
    if (const auto text = help::asked_for(arguments)) {
        std::cout << *text;
        return answered;
    }
    if (arguments.size() < 2) throw cli::usage{"give a subcommand and its arguments"};
    const std::string_view verb = arguments[0];
    const std::string_view name = arguments[1];
    if (verb == "state") return print_states({arguments.begin() + 1, arguments.end()});
    if (verb != "encode" && verb != "decode" && verb != "call")
        throw cli::usage{"no subcommand " + printable(verb) +
                         ": it is encode, decode, call or state"};
    arguments.erase(arguments.begin(), arguments.begin() + 2);
    return run_one_of<
        operation<run_instances_request, run_instances_response>,
        operation<describe_instances_request, describe_instances_response>,
        operation<describe_instance_status_request, describe_instance_status_response>,
        operation<start_instances_request, start_instances_response>,
        operation<stop_instances_request, stop_instances_response>,
        operation<reboot_instances_request, reboot_instances_response>,
        operation<terminate_instances_request, terminate_instances_response>,
        operation<monitor_instances_request, monitor_instances_response>,
        operation<unmonitor_instances_request, unmonitor_instances_response>>(verb, name,
                                                                              arguments);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const int status = dispatch({argv + 1, argv + argc});
        if (std::cout.flush()) return status;
        std::cerr << "ec2wire: the standard output cannot be written\n";
        return no_reply;
    } catch (const cli::usage& wrong) {
        std::cerr << "ec2wire: " << wrong.problem << '\n' << help::usage();
        return usage_error;
    }
}
