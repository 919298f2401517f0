#!/usr/bin/env python3
"""Checks what `ec2wire call` sends, and what it does with replies that EC2 would not send.

usage: call.py COMMAND

The server is this program, on 127.0.0.1. botocore checks the signature.
"""
import http.server
import socket
import sys
import threading

sys.dont_write_bytecode = True
from cases import Command, case, expect, run_cases  # noqa: E402

KEYS = {"AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG+bPxRfi"}
STOP = ["call", "StopInstances", "--instance-ids", "i-1"]
REPLY = (b"<StopInstancesResponse><instancesSet><item><instanceId>i-1</instanceId><currentState>"
         b"<code>64</code></currentState></item></instancesSet></StopInstancesResponse>")


class Server:
    """Answers every POST with `status` and `body`, and keeps the requests."""

    def __init__(self):
        outer = self
        self.status, self.body, self.headers, self.is_cut = 200, REPLY, {}, False
        self.requests = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
                outer.requests.append((self.command, self.path, self.headers, body))
                self.send_response(outer.status)
                for name, value in outer.headers.items():
                    self.send_header(name, value)
                missing = 10 if outer.is_cut else 0
                self.send_header("Content-Length", str(len(outer.body) + missing))
                self.end_headers()
                self.wfile.write(outer.body)

            do_GET = do_PUT = do_POST

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def answers(self, body, status=200, headers=(), is_cut=False):
        self.body, self.status, self.headers = body, status, dict(headers)
        self.is_cut = is_cut
        self.requests.clear()

    def call(self, run, *options, env=KEYS):
        return run(*(options or STOP), "--endpoint-url", self.url, env=env)


@case
def a_call_posts_the_canonical_query_once(run, server):
    server.answers(REPLY)
    options = ["StopInstances", "--instance-ids", *(f"i-{n}" for n in range(12)), "é &=+~",
               "--force"]
    outcome = server.call(run, "call", *options)
    expect((outcome.status, outcome.err), (0, ""))
    expect(outcome.out, '{"StoppingInstances":[{"InstanceId":"i-1","CurrentState":{"Code":64}}]}\n')
    ((verb, path, headers, body),) = server.requests
    expect((verb, path), ("POST", "/"))
    expect(headers["Content-Type"], "application/x-www-form-urlencoded; charset=utf-8")
    expect(body.decode(), run.answer("encode", *options).rstrip("\n"))
    assert headers["Authorization"].startswith(
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/"), headers["Authorization"]


@case
def the_region_is_the_option_or_the_environment(run, server):
    for options, env, region in [
            ([], {}, "us-east-1"), ([], {"AWS_REGION": "eu-west-1"}, "eu-west-1"),
            ([], {"AWS_DEFAULT_REGION": "eu-west-2"}, "eu-west-2"),
            ([], {"AWS_DEFAULT_REGION": "eu-west-2", "AWS_REGION": "eu-west-1"}, "eu-west-1"),
            (["--region", "ap-south-1"], {"AWS_REGION": "eu-west-1"}, "ap-south-1")]:
        server.answers(REPLY)
        expect(server.call(run, *STOP, *options, env={**KEYS, **env}).status, 0)
        assert f"/{region}/ec2/aws4_request," in server.requests[0][2]["Authorization"]


@case
def the_signature_is_botocores(run, server):
    try:
        import botocore.auth
        import botocore.awsrequest
        import botocore.credentials
    except ImportError:
        print("SKIPPED the signature: botocore is missing")
        return
    for options, token in [(STOP, None), (STOP + ["--force"], "a/session+token=="),
                           (["call", "StopInstances", "--instance-ids", *"abcdefghijklm",
                             "é &=+~%\n\U0001f600"], None)]:
        server.answers(REPLY)
        env = {**KEYS, **({"AWS_SESSION_TOKEN": token} if token else {})}
        expect(server.call(run, *options, "--region", "eu-north-1", env=env).status, 0)
        ((verb, path, headers, body),) = server.requests
        expect(headers["X-Amz-Security-Token"], token)
        sent = dict(part.strip().split("=", 1) for part in
                    headers["Authorization"].removeprefix("AWS4-HMAC-SHA256 ").split(","))
        signed = sent["SignedHeaders"].split(";")
        assert {"content-type", "host", "x-amz-date"} <= set(signed), signed
        assert not token or "x-amz-security-token" in signed, signed

        request = botocore.awsrequest.AWSRequest(
            verb, server.url + path, data=body, headers={name: headers[name] for name in signed})
        request.context["timestamp"] = headers["X-Amz-Date"]
        signer = botocore.auth.SigV4Auth(
            botocore.credentials.Credentials(KEYS["AWS_ACCESS_KEY_ID"],
                                             KEYS["AWS_SECRET_ACCESS_KEY"]),
            "ec2", "eu-north-1")
        text = signer.string_to_sign(request, signer.canonical_request(request))
        expect(sent["Signature"], signer.signature(text, request), text)


@case
def html_from_a_proxy_is_not_a_reply(run, server):
    server.answers(b"<html>\x1b[2J<body>Service Unavailable</body></html>", 503)
    outcome = server.call(run)
    expect((outcome.status, outcome.out), (3, ""))
    expect(outcome.err,
           "<reply>:1:1: error: not_a_document: not an EC2 document but empty, HTML or plain text; "
           "go by the HTTP status (HTTP status 503, offset 0)\n"
           "<html>\\x1B[2J<body>Service Unavailable</body></html>\n^\n")


@case
def an_empty_body_is_not_a_reply(run, server):
    for status in (200, 204, 400, 502):
        server.answers(b"", status)
        outcome = server.call(run)
        expect((outcome.status, outcome.out), (3, ""))
        assert ("not_a_document: not an EC2 document but empty, HTML or plain text; "
                f"go by the HTTP status (HTTP status {status}, offset 0)\n") in outcome.err, outcome


@case
def a_body_that_the_server_truncates_is_not_a_shorter_response(run, server):
    for cut in (1, 30, len(REPLY) // 2, len(REPLY) - 1):
        server.answers(REPLY[:cut])
        outcome = server.call(run, *STOP, "--output", "text")
        expect((outcome.status, outcome.out), (3, ""))
        assert (": error: unexpected_end: the bytes end before the document does; decode the whole body "
                f"(HTTP status 200, offset {cut})\n") in outcome.err, outcome


@case
def a_body_that_the_connection_truncates_is_not_a_reply(run, server):
    for body in (b"", REPLY[:50], REPLY):  # the last is whole, but ten bytes more were announced
        server.answers(body, is_cut=True)
        outcome = server.call(run)
        expect((outcome.status, outcome.out), (1, ""))
        assert outcome.err.startswith("ec2wire: no reply: "), outcome


@case
def a_dry_run_that_would_have_succeeded_exits_5_whatever_the_status(run, server):
    body = (b"<Response><Errors><Error><Code>DryRunOperation</Code><Message>m\x7f</Message></Error>"
            b"</Errors><RequestID>r</RequestID></Response>")
    for status in (412, 200, 503):
        server.answers(body, status)
        outcome = server.call(run, *STOP, "--dry-run")
        expect((outcome.status, outcome.out), (5, ""))
        expect(outcome.err, "ec2wire: DryRunOperation: m\\x7F (request id r)\n"
                            "ec2wire: the request would have succeeded\n")


@case
def a_redirect_is_not_followed(run, server):
    server.answers(b"", 307, {"Location": server.url + "/elsewhere"})
    expect(server.call(run).status, 3)
    expect([path for _, path, _, _ in server.requests], ["/"])


@case
def an_invalid_call_sends_nothing(run, server):
    server.answers(REPLY)
    for options in (["--output", "yaml"], ["--from", "xml"], ["--force", "yes"], ["--no-such"],
                    ["--instance-ids", b"\xff"]):
        expect(server.call(run, *STOP, *options).status, 2)
    for env in ({}, {"AWS_ACCESS_KEY_ID": "a"}, {"AWS_SECRET_ACCESS_KEY": "a"},
                {**KEYS, "AWS_ACCESS_KEY_ID": ""}):
        expect(server.call(run, env=env).status, 1)
    expect(server.requests, [])


@case
def a_refused_connection_exits_1(run, server):
    with socket.socket() as unused:  # bound, and so nobody else's; it does not listen
        unused.bind(("127.0.0.1", 0))
        outcome = run(*STOP, "--endpoint-url", f"http://127.0.0.1:{unused.getsockname()[1]}",
                      env=KEYS)
    expect((outcome.status, outcome.out), (1, ""))
    assert outcome.err.startswith("ec2wire: no reply: "), outcome


@case
def only_http_and_https_are_supported(run, server):
    # In lower case, file:// names a file with the URL.
    for url in ("FILE:///etc/hosts", "ftp://127.0.0.1:1/", "gopher://127.0.0.1:1/", "http://", ":"):
        outcome = run(*STOP, "--endpoint-url", url, env=KEYS)
        expect((outcome.status, outcome.out), (1, ""), url)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    run_cases(Command(sys.argv[1]), Server())
