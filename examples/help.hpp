#ifndef EC2WIRE_EXAMPLES_HELP_HPP
#define EC2WIRE_EXAMPLES_HELP_HPP

// The help of the command `ec2wire`: one text, printed by --help, and by --man as the source of a manual
// page.

#include <ec2wire/core/version.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace help {

// An option, or another word, and what it means.
struct entry {
    std::string_view word;
    std::string_view meaning;
};

struct subcommand {
    std::string_view name;
    std::string_view arguments;
    std::string_view about;
    std::span<const entry> options;
};

inline constexpr entry request_options[] = {
    {"--MEMBER VALUE...",
     "a member of the request, spelled as in the AWS CLI: --instance-ids i-1 i-2. The value is "
     "sent "
     "as given: --user-data takes base64"},
    {"--FLAG, --no-FLAG", "a member that is true or false: --dry-run"},
    {"--set KEY=VALUE...",
     "a part of a member, by its key on the wire: --set Filter.1.Name=vpc-id"},
};
inline constexpr entry decode_options[] = {
    {"--from xml|json|cloudtrail", "the format of the reply; the default is xml"},
    {"--status CODE", "the HTTP status of the reply: some mean that a retry may help"},
    {"--output json|text", "the SDK's JSON, or a line for each instance; the default is json"},
};
inline constexpr entry call_options[] = {
    {"--endpoint-url URL", "the address of the service"},
    {"--region REGION",
     "the region of the signature; else AWS_REGION, AWS_DEFAULT_REGION, or us-east-1"},
    {"--output json|text", "as for decode"},
    {"--MEMBER VALUE...", "and all other options of encode"},
};

inline constexpr std::array<subcommand, 4> subcommands{{
    {"encode", "OPERATION [OPTION]...", "Prints the canonical query of a request.",
     request_options},
    {"decode", "OPERATION [FILE|-] [OPTION]...", "Prints a reply.", decode_options},
    {"call", "OPERATION --endpoint-url URL [OPTION]...",
     "Sends a request, signed with AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN, "
     "and prints the reply.",
     call_options},
    {"state", "CODE...", "Explains the two bytes of an instance's state code.", {}},
}};

inline constexpr std::string_view operations =
    "OPERATION is RunInstances, DescribeInstances, DescribeInstanceStatus, StartInstances, "
    "StopInstances, RebootInstances, TerminateInstances, MonitorInstances or UnmonitorInstances, "
    "or the spelling of the AWS CLI, as in stop-instances. The value file://PATH is the contents "
    "of that file.";

inline constexpr entry exit_statuses[] = {
    {"0", "an answer"},
    {"1", "there was no reply, or the standard output cannot be written"},
    {"2", "the command line is wrong"},
    {"3", "the bytes are not a reply of the operation"},
    {"4", "the service answered with an error"},
    {"5", "a dry run that would have succeeded"},
};

// A text in lines of at most 78 characters, each after a margin.
inline std::string folded(std::string_view text, std::size_t margin) {
    std::string line(margin, ' ');
    std::string out;
    while (!text.empty()) {
        const std::size_t size = std::min(text.find(' '), text.size());
        const bool is_first = line.size() == margin;
        if (!is_first && line.size() + 1 + size > 78) {
            out += line + '\n';
            line.assign(margin, ' ');
        } else if (!is_first) {
            line += ' ';
        }
        line += text.substr(0, size);
        text.remove_prefix(std::min(size + 1, text.size()));
    }
    return out + line + '\n';
}

inline std::string entries(std::span<const entry> all) {
    std::string out;
    for (const entry& each : all) ((out += "  ") += each.word) += '\n' + folded(each.meaning, 6);
    return out;
}

// The lines below an error.
inline std::string usage() {
    return "usage: ec2wire encode|decode|call OPERATION ...  |  ec2wire state CODE...\n"
           "       ec2wire --help, and ec2wire SUBCOMMAND --help, say more\n";
}

inline std::string of(const subcommand& one) {
    std::string out = "usage: ec2wire ";
    ((out += one.name) += ' ') += one.arguments;
    out += "\n\n" + folded(one.about, 0);
    if (one.name != "state") out += '\n' + folded(operations, 0);
    if (!one.options.empty()) out += '\n' + entries(one.options);
    return out;
}

inline std::string of_all() {
    std::string out =
        "usage: ec2wire SUBCOMMAND ...\n       ec2wire --help | --version | --man\n\n";
    for (const subcommand& one : subcommands) {
        (((out += "  ") += one.name) += ' ') += one.arguments;
        out += '\n' + folded(one.about, 6);
    }
    return out + '\n' + folded(operations, 0) + "\nExit status:\n" + entries(exit_statuses);
}

// Text of a manual page, in which a hyphen and a backslash are spelled otherwise.
inline std::string roff(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '-' || c == '\\') out += '\\';
        out += c == '\\' ? 'e' : c;
    }
    return out;
}

inline std::string roff_entries(std::span<const entry> all) {
    std::string out;
    for (const entry& each : all)
        out += ".TP\n.B " + roff(each.word) + '\n' + roff(each.meaning) + ".\n";
    return out;
}

inline std::string manual() {
    std::string out = ".TH EC2WIRE 1 \"\" \"ec2wire " + std::string(ec2wire::version) +
                      "\"\n.SH NAME\nec2wire \\- the wire protocol of Amazon EC2, from a shell\n"
                      ".SH SYNOPSIS\n";
    for (const subcommand& one : subcommands)
        out += ".B ec2wire " + std::string(one.name) + '\n' + roff(one.arguments) + "\n.br\n";
    out += ".B ec2wire\n\\-\\-help | \\-\\-version | \\-\\-man\n.SH DESCRIPTION\n";
    out += roff(operations) + '\n';
    for (const subcommand& one : subcommands)
        out += ".SS " + std::string(one.name) + '\n' + roff(one.about) + '\n' +
               roff_entries(one.options);
    return out + ".SH EXIT STATUS\n" + roff_entries(exit_statuses);
}

// Returns the text that a command line asks for with --help, --man or --version; nothing for any other.
inline std::optional<std::string> asked_for(const std::vector<std::string_view>& words) {
    if (words.empty()) return std::nullopt;
    if (words[0] == "--help" || words[0] == "-h") return of_all();
    if (words[0] == "--man") return manual();
    if (words[0] == "--version") return "ec2wire " + std::string(ec2wire::version) + '\n';
    if (words.size() == 1 || (words[1] != "--help" && words.back() != "--help"))
        return std::nullopt;
    for (const subcommand& one : subcommands)
        if (one.name == words[0]) return of(one);
    return std::nullopt;
}

}  // namespace help

#endif
