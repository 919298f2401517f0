"""Runs fake_ec2 for a test, on a free port of 127.0.0.1. The program is the test's first argument."""
import http.client
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

sys.dont_write_bytecode = True
from cases import expect  # noqa: E402

REGION = "us-east-1"
KEYS = {"AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": REGION, "AWS_EC2_METADATA_DISABLED": "true"}
MISSING = "i-0123456789abcdef0"  # an instance that no server has


def state_folder():
    """A folder for --state, in memory if it can be: a kill leaves the file as a disk would keep it, and no test
    waits for a disk that is busy."""
    return tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None)


def block_of_page(language):
    """The program in this language on the page about this server, and what it prints."""
    page = pathlib.Path(__file__).resolve().parent.parent / "docs/testing_your_client.md"
    (block,) = re.findall(rf"```{language}\n(.*?)```\n\nprints\n\n```text\n(.*?)```", page.read_text(), re.S)
    return block


class Server:
    """A server of our own, for a `with`."""

    def __init__(self, *words):
        self.words, self.clients, self.was_ended = words, [], False

    def __enter__(self):
        self.log = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen([sys.argv[1], *self.words], stdout=subprocess.PIPE,
                                        stderr=self.log, text=True)
        self.url = self.process.stdout.readline().strip()
        if not self.url.startswith("http://127.0.0.1:"):
            self.process.kill()
            raise AssertionError(f"fake_ec2 {self.words} does not start: {self.lines()}")
        self.place = self.url.removeprefix("http://")
        return self

    def __exit__(self, kind, *_):
        """A server that was not killed must report no leak and no race, and exit with 0."""
        was_killed = self.process.poll() == -signal.SIGKILL
        status = self.process.returncode if self.was_ended or was_killed else self.end(signal.SIGTERM)
        if kind is None and not was_killed:
            expect(status, 0, "\n".join(self.lines()[-40:]))

    def end(self, number):
        """The exit status."""
        self.was_ended = True
        for client in self.clients:
            client.close()  # or the server waits until the connections have been idle for long
        self.process.send_signal(number)
        try:
            return self.process.wait(20)
        finally:
            self.process.kill()
            self.process.stdout.close()

    def lines(self):
        self.log.seek(0)
        return self.log.read().splitlines()

    def boto3(self, attempts=0, **more):
        import boto3
        import botocore.config
        self.clients.append(boto3.session.Session().client(
            "ec2", region_name=REGION, endpoint_url=self.url, aws_access_key_id="testing",
            aws_secret_access_key="testing",
            config=botocore.config.Config(retries={"max_attempts": attempts}, proxies={}, **more)))
        return self.clients[-1]

    def post(self, body, method="POST", path="/", headers=()):
        """Status, code and request id of the answer to these bytes."""
        status, root = self.document(body, method, path, headers)
        request_id = next(e.text for e in root.iter() if e.tag.split("}")[-1].lower() == "requestid")
        return status, root.findtext("Errors/Error/Code"), request_id

    def message(self, body, method="POST", path="/"):
        """What the answer to these bytes says beside its code."""
        return self.document(body, method, path)[1].findtext("Errors/Error/Message")

    def document(self, body, method, path, headers=()):
        """Status and document of the answer; the header has the same request id."""
        connection = http.client.HTTPConnection(self.place, timeout=20)
        connection.request(method, path, body, {
            "Content-Type": "application/x-www-form-urlencoded; charset=utf-8", **dict(headers)})
        answer = connection.getresponse()
        document = answer.read()
        connection.close()
        root = ElementTree.fromstring(document)
        request_id = next(e.text for e in root.iter() if e.tag.split("}")[-1].lower() == "requestid")
        expect(answer.getheader("x-amzn-RequestId"), request_id)
        return answer.status, root


def launch(client, count=1, **more):
    made = client.run_instances(ImageId="ami-1", MinCount=count, MaxCount=count, **more)
    return [one["InstanceId"] for one in made["Instances"]]


def instances(client, **what):
    return [one for page in client.get_paginator("describe_instances").paginate(**what)
            for reservation in page["Reservations"] for one in reservation["Instances"]]


def states(client, **what):
    return {one["InstanceId"]: one["State"]["Name"] for one in instances(client, **what)}
