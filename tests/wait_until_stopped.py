#!/usr/bin/env python3
"""Checks examples/wait_until_stopped with a server that sends one sequence of replies after another.

usage: wait_until_stopped.py PROGRAM
"""
import http.server
import os
import subprocess
import sys
import threading

sys.dont_write_bytecode = True
from cases import case, expect, run_cases  # noqa: E402

KEYS = {"AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "secret"}
STOPPING = "<StopInstancesResponse><instancesSet/></StopInstancesResponse>"


def described(*states):
    items = "".join(f"<item><instanceId>i-{n}</instanceId><instanceState><name>{state}</name>"
                    "</instanceState></item>" for n, state in enumerate(states, 1))
    return ("<DescribeInstancesResponse><reservationSet><item><instancesSet>" + items +
            "</instancesSet></item></reservationSet></DescribeInstancesResponse>")


def error(code):
    return f"<Response><Errors><Error><Code>{code}</Code></Error></Errors></Response>"


class Server:
    """Answers with the next reply of the sequence, and keeps the requests."""

    def __init__(self):
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                outer.asked.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
                body = outer.replies.pop(0).encode()
                self.send_response(200 if b"<Errors>" not in body else 503)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def play(self, *replies):
        """The exit status and the lines of a run against these replies, which it must use up."""
        self.asked, self.replies = [], list(replies)
        environment = {name: value for name, value in os.environ.items()
                       if not name.lower().endswith("_proxy")}
        done = subprocess.run(
            [sys.argv[1], "--endpoint-url", self.url, "--delay", "0", "i-1", "i-2"],
            env=environment | KEYS, capture_output=True, text=True, timeout=60)
        expect((self.replies, done.stderr), ([], ""), done.stdout)
        return done.returncode, done.stdout.splitlines()


@case
def it_calls_until_all_have_stopped(server):
    expect(server.play(STOPPING, described("stopping", "stopped"), described("stopped", "stopped")),
           (0, ["i-1 is stopping, 39 calls left", "i-2 is stopped, 39 calls left",
                "i-1 is stopped, 38 calls left", "i-2 is stopped, 38 calls left"]))
    describe = "Action=DescribeInstances&InstanceId.1=i-1&InstanceId.2=i-2&Version=2016-11-15"
    expect(server.asked, [describe.replace("Describe", "Stop"), describe, describe])


@case
def an_instance_that_will_not_stop_ends_the_wait(server):
    status, lines = server.play(STOPPING, described("stopping", "terminated"))
    expect((status, lines[-1]), (1, "i-2 is terminated, 39 calls left"))


@case
def a_throttled_call_is_repeated(server):
    status, lines = server.play(STOPPING, error("RequestLimitExceeded"),
                                described("stopped", "stopped"))
    expect((status, lines[0]), (0, "RequestLimitExceeded"))


@case
def other_errors_end_it_and_are_reported(server):
    expect(server.play(error("UnauthorizedOperation")), (1, ["UnauthorizedOperation"]))
    expect(server.play(STOPPING, error("UnauthorizedOperation")), (1, ["UnauthorizedOperation"]))
    cut = described("stopped", "stopped")[:-1]
    expect(server.play(STOPPING, cut),
           (1, [f"unexpected_end at byte {len(cut)}: the bytes end before the document does; decode the whole "
                "body"]))


@case
def without_a_reply_the_reason_is_said_once(_):
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    for ids, reason in ((["i-1"], "http://127.0.0.1:1: Couldn't connect to server\n"),
                        ([b"\xff"], "not_utf8 in InstanceIds at byte 0: ")):
        done = subprocess.run([sys.argv[1], "--endpoint-url", "http://127.0.0.1:1", *ids], text=True, timeout=60,
                              env=environment | KEYS, capture_output=True)
        expect((done.returncode, done.stderr, done.stdout[:len(reason)], done.stdout.count("\n")), (1, "", reason, 1))


@case
def it_gives_up_after_the_waiters_max_attempts(server):
    status, lines = server.play(STOPPING, *[described("stopping", "stopping")] * 40)
    expect((status, lines[-1]), (1, "not all of them have stopped in time"))


run_cases(Server())
