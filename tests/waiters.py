#!/usr/bin/env python3
"""Compares the waiters of ec2/waiter.hpp with those of botocore: the same table, and the same outcome on
replies with all kinds of states.

usage: waiters.py COMPILER...

Uses only botocore's model of EC2 and its matchers: no network, no credentials. One difference is intended:
botocore skips an instance without a state, and ec2wire goes on waiting.
"""
import itertools
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from cases import case, expect, run_cases, skip  # noqa: E402

try:
    import botocore.loaders
    import botocore.waiter
except ImportError:
    skip("botocore is missing")

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAMES = {"InstanceRunning": "instance_running", "InstanceStopped": "instance_stopped",
         "InstanceTerminated": "instance_terminated", "InstanceStatusOk": "instance_status_ok",
         "SystemStatusOk": "system_status_ok"}
STATES = ["pending", "running", "shutting-down", "terminated", "stopping", "stopped", "hibernated"]
ERRORS = ["InvalidInstanceID.NotFound", "InvalidInstanceID.Malformed", "Unavailable"]

PROGRAM = """
#include <ec2wire/ec2/waiter.hpp>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>
using namespace ec2wire;

constexpr const char* outcomes[] = {"success", "failure", "retry"};

template <class Path>
void print(const char* name, const waiter<Path>& waiter) {
    std::printf("%s %u %u\\n", name, waiter.delay_seconds, waiter.max_attempts);
    constexpr const char* matchers[] = {"pathAll", "pathAny", "error"};
    for (const acceptor& row : waiter.acceptors)
        std::printf("%s %s %.*s %s\\n", name, matchers[int(row.match)], int(row.expected.size()),
                    row.expected.data(), outcomes[int(row.outcome)]);
}

// WAITER STATE..., or WAITER ! CODE
template <class Path>
void print_outcome(const waiter<Path>& waiter, std::istringstream& words) {
    owning<describe_instances_response> answer;
    basic_service_error<owned> error;
    bool is_error = false;
    for (std::string word; words >> word;) {
        if (word == "!") {
            is_error = true;
        } else if (is_error) {
            error.code = word;
        } else {
            answer.reservations.emplace_back();
            answer.reservations.back().instances.emplace_back();
            auto& state = answer.reservations.back().instances.back().state;
            state.name.emplace(word);
        }
    }
    const auto outcome = is_error ? evaluate(waiter, error) : evaluate(waiter, answer);
    std::printf("%s\\n", outcomes[int(outcome)]);
}

int main() {
    print("instance_running", instance_running);
    print("instance_stopped", instance_stopped);
    print("instance_terminated", instance_terminated);
    print("instance_status_ok", instance_status_ok);
    print("system_status_ok", system_status_ok);
    std::printf("\\n");
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words(line);
        std::string name;
        words >> name;
        print_outcome(name == "instance_running"   ? instance_running
                      : name == "instance_stopped" ? instance_stopped
                                                   : instance_terminated,
                      words);
    }
}
"""


def questions():
    """Every reply of up to three instances, and every error, for each waiter of a state."""
    for waiter in ("InstanceRunning", "InstanceStopped", "InstanceTerminated"):
        for count in range(4):
            for states in itertools.product(STATES, repeat=count):
                yield waiter, list(states)
        for error in ERRORS:
            yield waiter, ["!", error]


def table():
    model = botocore.loaders.create_loader().load_service_model("ec2", "waiters-2", "2016-11-15")
    return model["waiters"]


def botocore_outcome(config, words):
    if words[:1] == ["!"]:
        response = {"Error": {"Code": words[1]}}
    else:
        response = {"Reservations": [{"Instances": [{"State": {"Name": name}}]} for name in words]}
    for acceptor in config.acceptors:
        if acceptor.matcher_func(response):
            return acceptor.state
    return "failure" if "Error" in response else "retry"


def answers(compiler, lines):
    with tempfile.TemporaryDirectory() as folder:
        source, program = pathlib.Path(folder, "waiters.cpp"), pathlib.Path(folder, "waiters")
        source.write_text(PROGRAM)
        subprocess.run([*compiler, "-std=c++20", "-I", ROOT / "include", source, "-o", program],
                       check=True)
        done = subprocess.run([program], input="\n".join(lines), text=True, check=True,
                              stdout=subprocess.PIPE)
    rows, _, outcomes = done.stdout.partition("\n\n")
    return rows.splitlines(), outcomes.splitlines()


ASKED = list(questions())
ROWS, OUTCOMES = answers(sys.argv[1:], [" ".join([NAMES[name], *words]) for name, words in ASKED])


@case
def the_table_is_that_of_the_service():
    expected = []
    for theirs, ours in NAMES.items():
        waiter = table()[theirs]
        expected.append(f"{ours} {waiter['delay']} {waiter['maxAttempts']}")
        expected += [f"{ours} {row['matcher']} {row['expected']} {row['state']}"
                     for row in waiter["acceptors"]]
    expect(ROWS, expected)


@case
def every_outcome_is_that_of_botocore():
    configs = {name: botocore.waiter.SingleWaiterConfig(table()[name]) for name in NAMES}
    expect(len(OUTCOMES), len(ASKED))
    for (name, words), outcome in zip(ASKED, OUTCOMES):
        expect(outcome, botocore_outcome(configs[name], words), f"{name} {words}")
    print(f"{len(ASKED)} replies")


run_cases()
