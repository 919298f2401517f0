#!/usr/bin/env python3
"""Stops and starts instances of a real server, moto, with `ec2wire call`, beside boto3.

usage: moto.py COMMAND [EVENT_LOOP]      EVENT_LOOP is the program of examples/event_loop.cpp

The server runs on a free port of 127.0.0.1, and ends with this program.
"""
import base64
import json
import shutil
import signal
import subprocess
import sys

sys.dont_write_bytecode = True
from cases import Command, case, expect, run_cases, skip  # noqa: E402
from moto_process import Moto  # noqa: E402

try:
    import boto3
    import botocore.config
    import botocore.exceptions
except ImportError:
    skip("boto3 is missing")

REGION = "us-east-1"
KEYS = {"AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing"}
MISSING = "i-0123456789abcdef0"


class Cloud:
    """The same instances, seen with boto3 and with ec2wire."""

    def __init__(self, run, url):
        self.run, self.url = run, url
        self.boto3 = boto3.session.Session().client(
            "ec2", region_name=REGION, endpoint_url=url, aws_access_key_id="testing",
            aws_secret_access_key="testing",
            config=botocore.config.Config(retries={"max_attempts": 0}, proxies={}))
        image = self.boto3.describe_images()["Images"][0]["ImageId"]
        made = self.boto3.run_instances(ImageId=image, MinCount=14, MaxCount=14)
        self.ids = [instance["InstanceId"] for instance in made["Instances"]]

    def states(self):
        """Id to (code, name), as boto3 sees it."""
        return {instance["InstanceId"]: (instance["State"]["Code"], instance["State"]["Name"])
                for reservation in self.boto3.describe_instances()["Reservations"]
                for instance in reservation["Instances"]}

    def call(self, operation, ids, *options):
        return self.run("call", operation, "--instance-ids", *ids, *options, "--endpoint-url",
                        self.url, "--region", REGION, env=KEYS)

    def change(self, operation, ids):
        """What ec2wire decodes of a call: id to (previous, current), each (code, name)."""
        before = self.states()
        outcome = self.call(operation, ids)
        expect((outcome.status, outcome.err), (0, ""))
        reply = json.loads(outcome.out)
        changes = reply[{"StopInstances": "StoppingInstances",
                         "StartInstances": "StartingInstances"}[operation]]
        expect([change["InstanceId"] for change in changes], ids)
        for change in changes:
            expect(state(change["PreviousState"]), before[change["InstanceId"]])
        after = self.states()
        for instance_id in set(before) - set(ids):
            expect(after[instance_id], before[instance_id])
        return {change["InstanceId"]: state(change["CurrentState"]) for change in changes}, after

    def error_of_boto3(self, method, **parameters):
        try:
            getattr(self.boto3, method)(**parameters)
        except botocore.exceptions.ClientError as problem:
            return problem.response["Error"]["Code"], problem.response["Error"]["Message"]
        raise AssertionError(f"boto3's {method} does not fail")


def state(decoded):
    return decoded["Code"], decoded["Name"]


def expect_error(outcome, code, message):
    expect((outcome.status, outcome.out), (5 if code == "DryRunOperation" else 4, ""))
    first = outcome.err.splitlines()[0]
    assert first.startswith(f"ec2wire: {code}: {message} (request id "), \
        f"{first!r} is not {code!r}: {message!r}"


@case
def one_instance_stops_and_starts(cloud):
    one = cloud.ids[:1]
    now, seen = cloud.change("StopInstances", one)
    expect((now[one[0]], seen[one[0]]), ((64, "stopping"), (80, "stopped")))
    now, seen = cloud.change("StartInstances", one)
    expect((now[one[0]], seen[one[0]]), ((0, "pending"), (16, "running")))


@case
def twelve_ids_arrive_in_their_own_order(cloud):
    # On the wire the keys are 1 10 11 12 2 ...: the reply must follow the numbers.
    twelve = cloud.ids[1:13]
    now, seen = cloud.change("StopInstances", twelve)
    expect({seen[i] for i in twelve}, {(80, "stopped")})
    now, seen = cloud.change("StartInstances", twelve[::-1])
    expect({seen[i] for i in twelve}, {(16, "running")})


@case
def text_output_says_the_same(cloud):
    two = cloud.ids[:2]
    outcome = cloud.call("StopInstances", two, "--output", "text", "--force")
    expect((outcome.status, outcome.err), (0, ""))
    expect(outcome.out, "".join(f"{i}\trunning\tstopping\n" for i in two))
    outcome = cloud.call("StartInstances", two, "--output", "text")
    expect(outcome.out, "".join(f"{i}\tstopped\tpending\n" for i in two))


@case
def what_ec2wire_decodes_is_what_boto3_decodes(cloud):
    # Stopping what is stopped changes nothing, so both may ask in turn.
    ids = cloud.ids[3:6]
    cloud.boto3.stop_instances(InstanceIds=ids)
    expected = cloud.boto3.stop_instances(InstanceIds=ids)["StoppingInstances"]
    outcome = cloud.call("StopInstances", ids)
    expect(json.loads(outcome.out)["StoppingInstances"], expected)
    cloud.boto3.start_instances(InstanceIds=ids)


@case
def a_dry_run_would_succeed_and_changes_nothing(cloud):
    before = cloud.states()
    for operation, method in (("StopInstances", "stop_instances"),
                              ("StartInstances", "start_instances")):
        outcome = cloud.call(operation, cloud.ids[:3], "--dry-run")
        expect_error(outcome, *cloud.error_of_boto3(method, InstanceIds=cloud.ids[:3], DryRun=True))
        expect(outcome.err.splitlines()[1:], ["ec2wire: the request would have succeeded"])
    expect(cloud.states(), before)
    # An explicit false is no dry run.
    expect(cloud.call("StartInstances", cloud.ids[:1], "--no-dry-run").status, 0)


@case
def an_id_that_does_not_exist_is_an_error_of_the_service(cloud):
    before = cloud.states()
    for operation, method in (("StopInstances", "stop_instances"),
                              ("StartInstances", "start_instances")):
        for ids in ([MISSING], [cloud.ids[0], MISSING]):
            expected = cloud.error_of_boto3(method, InstanceIds=ids)
            expect(expected[0], "InvalidInstanceID.NotFound")
            expect_error(cloud.call(operation, ids), *expected)
    expect(cloud.states(), before)


@case
def user_data_is_launched_with_in_base64(cloud):
    image = cloud.boto3.describe_images()["Images"][0]["ImageId"]

    def launch(data):
        return cloud.run("call", "run-instances", "--image-id", image, "--min-count", "1", "--max-count", "1",
                         "--user-data", data, "--endpoint-url", cloud.url, "--region", REGION, env=KEYS)

    outcome = launch("IyEvYmluL3NoCg==")
    expect((outcome.status, outcome.err), (0, ""))
    instance = json.loads(outcome.out)["Instances"][0]["InstanceId"]
    seen = cloud.boto3.describe_instance_attribute(InstanceId=instance, Attribute="userData")
    expect(base64.b64decode(seen["UserData"]["Value"]), b"#!/bin/sh\n")
    cloud.boto3.terminate_instances(InstanceIds=[instance])
    outcome = launch("#!/bin/sh")
    expect(outcome.status, 4)
    assert outcome.err.startswith("ec2wire: InvalidUserData.Malformed: "), outcome.err


@case
def an_event_loop_stops_them_one_by_one(cloud):
    if len(sys.argv) < 3:
        return "SKIPPED, it was not built"
    expect(cloud.call("StartInstances", cloud.ids).status, 0)
    place = cloud.url.removeprefix("http://")
    done = subprocess.run([sys.argv[2], place, *cloud.ids], capture_output=True, text=True, timeout=60)
    expect((done.returncode, done.stderr, sorted(done.stdout.splitlines())),
           (0, "", sorted([*(f"{one}: running -> stopping" for one in cloud.ids),
                           f"{len(cloud.ids)} of {len(cloud.ids)} calls answered"])))
    expect({cloud.states()[one] for one in cloud.ids}, {(80, "stopped")})
    return None


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    program = shutil.which("moto_server")
    if program is None:
        skip("moto_server is missing")
    run = Command(sys.argv[1])
    # Meson ends a test that takes too long so; the server must end as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("FAILED  out of time"))
    with Moto(program) as moto:
        run_cases(Cloud(run, moto.url))


if __name__ == "__main__":
    main()
