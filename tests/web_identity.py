#!/usr/bin/env python3
"""Checks the requests, the output and the exit status of examples/web_identity, with a server of its own
and with moto's STS.

usage: web_identity.py PROGRAM
"""
import datetime
import http.server
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import urllib.parse

sys.dont_write_bytecode = True
from cases import case, expect, run_cases  # noqa: E402
from moto_process import Moto  # noqa: E402

ROLE = "arn:aws:iam::123456789012:role/pod"
TOKEN = "eyJhbGciOi.JSUzI1NiI+/=.c2lnbmVk"
SECRETS = ("wJalrXUtnFEMI", "IQoJb3JpZ2lu", TOKEN)
FORMAT = "%Y-%m-%dT%H:%M:%SZ"


def answer(seconds=3600, **changed):
    """A reply whose credentials expire in so many seconds, and the time when they do."""
    expiration = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)
    parts = {"AccessKeyId": "ASIAIOSFODNN7EXAMPLE", "SecretAccessKey": "wJalrXUtnFEMI/K7",
             "SessionToken": "IQoJb3JpZ2lu", "Expiration": expiration.strftime(FORMAT), **changed}
    credentials = "".join(f"<{name}>{text}</{name}>" for name, text in parts.items() if text)
    return ("<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>"
            f"{credentials}</Credentials><AssumedRoleUser><Arn>arn:aws:sts::1:assumed-role/pod/p"
            "</Arn></AssumedRoleUser></AssumeRoleWithWebIdentityResult>"
            "</AssumeRoleWithWebIdentityResponse>")


def error(code):
    return f"<ErrorResponse><Error><Code>{code}</Code></Error></ErrorResponse>"


class Server:
    """Answers with the next reply of the sequence, and keeps the requests."""

    def __init__(self, folder):
        outer, self.folder = self, pathlib.Path(folder)

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                outer.asked.append((body, dict(self.headers)))
                status, reply = outer.replies.pop(0)
                self.send_response(status)
                self.send_header("Content-Length", str(len(reply)))
                self.end_headers()
                self.wfile.write(reply.encode())

            def log_message(self, *_):
                pass

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def play(self, *replies, token=TOKEN + "\n", words=(), **environment):
        """The exit status and the lines of a run against these replies, which it must use up."""
        self.asked = []
        self.replies = [reply if isinstance(reply, tuple) else (200, reply) for reply in replies]
        path = self.folder / "token"
        if token is not None:
            path.write_text(token)
        status, out, err = run(self.url, AWS_WEB_IDENTITY_TOKEN_FILE=str(path), AWS_ROLE_ARN=ROLE,
                               words=words, **environment)
        expect(self.replies, [], f"{out}{err}")
        return status, out.splitlines(), err


def run(url, words=(), **environment):
    usual = {name: value for name, value in os.environ.items()
             if not name.lower().endswith("_proxy") and not name.startswith("AWS_")}
    words = words or ["--endpoint-url", url, "--delay", "0"]
    done = subprocess.run([sys.argv[1], *words], capture_output=True, text=True, timeout=60,
                          env=usual | {k: v for k, v in environment.items() if v})
    for secret in SECRETS:
        assert secret not in done.stdout + done.stderr, "a secret is printed"
    return done.returncode, done.stdout, done.stderr


def times(lines):
    """When the credentials expire, and when to request the next."""
    return [datetime.datetime.fromisoformat(line.split()[-1].split(".")[0].rstrip("Z"))
            for line in lines[2:]]


@case
def the_request_is_unsigned_and_no_secret_is_printed(server):
    status, lines, err = server.play(answer(), AWS_ROLE_SESSION_NAME="p+1",
                                     AWS_ACCESS_KEY_ID="AKID", AWS_SECRET_ACCESS_KEY="x")
    expect((status, err, lines[:2]), (0, "", ["access key id  ASIAIOSFODNN7EXAMPLE",
                                              "session of     arn:aws:sts::1:assumed-role/pod/p"]))
    body, headers = server.asked[0]
    expect(body, "Action=AssumeRoleWithWebIdentity&RoleArn=" + urllib.parse.quote(ROLE, safe="")
           + "&RoleSessionName=p%2B1&Version=2011-06-15&WebIdentityToken="
           + urllib.parse.quote(TOKEN, safe=""))
    assert "Authorization" not in headers, headers
    server.play(answer())
    assert "&RoleSessionName=ec2wire-1" in server.asked[0][0], "a session has a name"


@case
def it_prints_when_to_request_the_next(server):
    for seconds, before in ((3600, 600), (1300, 600), (900, 450), (100, 50), (-100, 0)):
        expires, refresh = times(server.play(answer(seconds))[1])
        wrong = abs((expires - refresh).total_seconds() - before)
        assert wrong < 10, f"{seconds}: {expires}, {refresh}"


@case
def it_repeats_calls_that_may_succeed(server):
    again = [(400, error("IDPCommunicationError")), (503, "<html>"), (400, error("Throttling"))]
    for first in again:
        expect(server.play(first, answer())[0], 0)
    expect(server.play(*again)[0::2], (1, "web_identity: Throttling\n"))
    for code in ("AccessDenied", "ExpiredTokenException", "InvalidIdentityToken"):
        expect(server.play((400, error(code))), (1, [], f"web_identity: {code}\n"))


@case
def incomplete_credentials_are_an_error(server):
    for missing in ("AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration"):
        expect(server.play(answer(**{missing: None})),
               (1, [], "web_identity: the reply lacks a part of the credentials\n"))
    cut = answer()[:-1]
    status, _, err = server.play(cut)
    assert status == 1 and "unexpected_end" in err, err


@case
def a_token_that_cannot_be_read_is_reported(server):
    (server.folder / "huge").write_bytes(b"x" * (64 * 1024 + 1))
    for path in ("missing", "huge", ".", "/dev/zero", "/dev/null"):
        path = str(server.folder / path)
        expect(run(server.url, AWS_ROLE_ARN=ROLE, AWS_WEB_IDENTITY_TOKEN_FILE=path),
               (1, "", f"web_identity: no token can be read from AWS_WEB_IDENTITY_TOKEN_FILE, {path}\n"))
    expect(server.play(token="\n")[0], 1)
    expect(server.play(answer(), token=TOKEN)[0], 0)
    expect(run(server.url, AWS_ROLE_ARN=ROLE)[2],
           "web_identity: AWS_WEB_IDENTITY_TOKEN_FILE is not set\n")
    expect(run(server.url)[2], "web_identity: AWS_ROLE_ARN is not set\n")
    for words in (["--endpoint-url"], ["--delay", "x"], ["--what", "1"], ["token"]):
        expect(run(server.url, words=words)[0], 2)


@case
def a_server_that_is_not_there_is_named(server):
    (server.folder / "token").write_text(TOKEN)
    url = "http://127.0.0.1:1/"  # tcpmux, which nothing has
    status, _, err = run(url, AWS_ROLE_ARN=ROLE, AWS_WEB_IDENTITY_TOKEN_FILE=str(server.folder / "token"))
    expect(status, 1)
    assert err.startswith(f"web_identity: {url}: "), err


@case
def motos_sts_gives_credentials(_):
    program = shutil.which("moto_server")
    if program is None:
        return "SKIPPED, moto_server is missing"
    with tempfile.TemporaryDirectory() as folder, Moto(program) as moto:
        path = pathlib.Path(folder, "token")
        path.write_text(TOKEN)
        status, out, err = run(moto.url, AWS_WEB_IDENTITY_TOKEN_FILE=str(path), AWS_ROLE_ARN=ROLE,
                               AWS_ROLE_SESSION_NAME="pod-1")
    expect((status, err), (0, ""))
    lines = out.splitlines()
    assert lines[0].startswith("access key id  ASIA"), out
    expect(lines[1], "session of     arn:aws:sts::123456789012:assumed-role/pod/pod-1")
    expires, refresh = times(lines)
    expect((expires - refresh).total_seconds(), 600.0)
    left = expires - datetime.datetime.now(datetime.timezone.utc).replace(tzinfo=None)
    assert datetime.timedelta(minutes=50) < left <= datetime.timedelta(minutes=61), out
    return None


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("FAILED  out of time"))
    with tempfile.TemporaryDirectory() as folder:
        run_cases(Server(folder))


if __name__ == "__main__":
    main()
