#!/usr/bin/env python3
"""Checks examples/event_loop with a server that sends its replies in pieces.

usage: event_loop.py PROGRAM
"""
import http.server
import subprocess
import sys
import threading
import time
import urllib.parse

sys.dont_write_bytecode = True
from cases import case, expect, run_cases  # noqa: E402

REPLY = ("<StopInstancesResponse><instancesSet><item><instanceId>{}</instanceId>"
         "<currentState><code>64</code><name>stopping</name></currentState>"
         "<previousState><code>16</code><name>running</name></previousState></item></instancesSet>"
         "{}</StopInstancesResponse>")


class Server:
    """Answers each call for an instance with the pieces that `reply_to` returns for its id."""

    def __init__(self):
        outer = self
        self.asked, self.open, self.most_open = [], 0, 0
        lock = threading.Lock()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                with lock:
                    outer.open += 1
                    outer.most_open = max(outer.most_open, outer.open)
                query = self.rfile.read(int(self.headers["Content-Length"])).decode()
                outer.asked.append(query)
                self.send_response(200)
                self.end_headers()
                for piece in outer.reply_to(dict(urllib.parse.parse_qsl(query))["InstanceId.1"]):
                    self.wfile.write(piece.encode())
                    self.wfile.flush()
                with lock:
                    outer.open -= 1

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.place = f"127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def play(self, reply_to, *ids):
        self.asked, self.reply_to = [], reply_to
        return run(self.place, *ids)


def run(*words):
    done = subprocess.run([sys.argv[1], *words], capture_output=True, text=True, timeout=60)
    return done.returncode, done.stdout.splitlines(), done.stderr


@case
def every_call_is_answered_by_its_own_reply(server):
    ids = [f"i-{number}" for number in range(50)]
    status, lines, err = server.play(lambda id: [REPLY.format(id, "")], *ids)
    expect((status, err, lines[-1]), (0, "", "50 of 50 calls answered"))
    expect(sorted(lines[:-1]), sorted(f"{id}: running -> stopping" for id in ids))
    expect(sorted(server.asked),
           sorted(f"Action=StopInstances&InstanceId.1={id}&Version=2016-11-15" for id in ids))


@case
def calls_do_not_wait_for_each_other(server):
    def slow(id):
        time.sleep(0.3)
        return [REPLY.format(id, "")]

    server.most_open = 0
    expect(server.play(slow, *"abcd")[0], 0)
    expect(server.most_open, 4)


@case
def a_reply_may_come_byte_by_byte_and_be_longer_than_the_buffer(server):
    expect(server.play(lambda id: REPLY.format(id, "<unknown/>"), "i-1"),
           (0, ["i-1: running -> stopping", "1 of 1 calls answered"], ""))
    pieces = [REPLY.format("i-1", "<a>" + "x" * 300000 + "</a>")]
    expect(server.play(lambda _: pieces, "i-1")[0], 0)


@case
def a_failed_call_is_reported_and_the_others_go_on(server):
    def mixed(id):
        whole = REPLY.format(id, "")
        return {"cut": [whole[:-1]], "empty": [],
                "refused": ["<Response><Errors><Error><Code>IncorrectInstanceState</Code></Error>"
                            "</Errors></Response>"]}.get(id, [whole])

    status, lines, _ = server.play(mixed, "cut", "i-1", "refused", "empty", "i-2")
    size = len(REPLY.format("cut", "")) - 1
    expect((status, lines[-1]), (1, "2 of 5 calls answered"))
    expect(sorted(lines[:-1]),
           [f"cut: unexpected_end at byte {size}: the bytes end before the document does; decode the whole body",
            "empty: not_a_document at byte 0: not an EC2 document but empty, HTML or plain text; go by the HTTP "
            "status",
            "i-1: running -> stopping", "i-2: running -> stopping",
            "refused: IncorrectInstanceState"])


@case
def without_a_server_there_is_no_reply(_):
    expect(run("127.0.0.1:1", "i-1", "i-2"),
           (1, ["i-1: no reply", "i-2: no reply", "0 of 2 calls answered"], ""))


@case
def wrong_usage_is_reported(_):
    for words in ([], ["127.0.0.1:1"], ["localhost:1", "i-1"], ["127.0.0.1", "i-1"],
                  ["127.0.0.1:65536", "i-1"]):
        expect(run(*words)[::2], (2, "usage: event_loop HOST:PORT INSTANCE_ID...\n"), words)


run_cases(Server())
