#!/usr/bin/env python3
"""Clients of EC2 against examples/fake_ec2: what they see is what the server holds.

usage: fake_ec2.py SERVER [COMMAND]      COMMAND is the program of examples/ec2wire.cpp
"""
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import urllib.parse
from random import Random

sys.dont_write_bytecode = True
from cases import Command, case, expect, run_cases, skip  # noqa: E402
from fake_server import REGION, Server  # noqa: E402

try:
    import boto3  # noqa: F401
    import botocore.exceptions
except ImportError:
    skip("boto3 is missing")

KEYS = {"AWS_ACCESS_KEY_ID": "testing", "AWS_SECRET_ACCESS_KEY": "testing",
        "AWS_DEFAULT_REGION": REGION, "AWS_EC2_METADATA_DISABLED": "true"}
MISSING = "i-0123456789abcdef0"
QUICK = {"Delay": 1, "MaxAttempts": 20}


def launch(client, count=1, **more):
    made = client.run_instances(ImageId="ami-1", MinCount=count, MaxCount=count, **more)
    return [one["InstanceId"] for one in made["Instances"]]


def instances(client, **what):
    return [one for page in client.get_paginator("describe_instances").paginate(**what)
            for reservation in page["Reservations"] for one in reservation["Instances"]]


def states(client, **what):
    return {one["InstanceId"]: one["State"]["Name"] for one in instances(client, **what)}


def refused(call, **parameters):
    """The code and the status with which boto3's call fails."""
    try:
        call(**parameters)
    except botocore.exceptions.ClientError as problem:
        return (problem.response["Error"]["Code"],
                problem.response["ResponseMetadata"]["HTTPStatusCode"])
    raise AssertionError("the call does not fail")


@case
def boto3_makes_all_nine_calls():
    with Server() as server:
        ec2 = server.boto3()
        made = ec2.run_instances(
            ImageId="ami-1", MinCount=2, MaxCount=3, InstanceType="t3.micro", KeyName="mine",
            TagSpecifications=[{"ResourceType": "instance",
                                "Tags": [{"Key": "Name", "Value": "<Grüße & \"co\">"}]}])
        ids = [one["InstanceId"] for one in made["Instances"]]
        expect([one["State"]["Name"] for one in made["Instances"]], ["pending"] * 3)
        seen = instances(ec2)
        expect([one["InstanceId"] for one in seen], ids)
        expect((seen[0]["State"], seen[0]["ImageId"], seen[0]["InstanceType"], seen[0]["KeyName"],
                seen[0]["Tags"], seen[0]["LaunchTime"]),
               ({"Code": 16, "Name": "running"}, "ami-1", "t3.micro", "mine",
                [{"Key": "Name", "Value": "<Grüße & \"co\">"}], made["Instances"][0]["LaunchTime"]))
        status = ec2.describe_instance_status(InstanceIds=ids[:1])["InstanceStatuses"][0]
        expect((status["InstanceId"], status["InstanceStatus"]["Status"]), (ids[0], "ok"))
        ec2.reboot_instances(InstanceIds=ids)
        change = ec2.stop_instances(InstanceIds=ids[:2], Force=True)["StoppingInstances"]
        expect([(c["InstanceId"], c["PreviousState"]["Name"], c["CurrentState"]["Name"])
                for c in change], [(i, "running", "stopping") for i in ids[:2]])
        expect(list(states(ec2).values()), ["stopped", "stopped", "running"])
        expect(len(ec2.describe_instance_status()["InstanceStatuses"]), 1)
        expect(len(ec2.describe_instance_status(IncludeAllInstances=True)["InstanceStatuses"]), 3)
        change = ec2.start_instances(InstanceIds=ids[1::-1])["StartingInstances"]
        expect([(c["InstanceId"], c["PreviousState"]["Code"], c["CurrentState"]["Code"])
                for c in change], [(i, 80, 0) for i in ids[1::-1]])
        monitoring = ec2.monitor_instances(InstanceIds=ids[:1])["InstanceMonitorings"]
        expect(monitoring, [{"InstanceId": ids[0], "Monitoring": {"State": "pending"}}])
        expect([one["Monitoring"]["State"] for one in instances(ec2)],
               ["enabled", "disabled", "disabled"])
        monitoring = ec2.unmonitor_instances(InstanceIds=ids[:1])["InstanceMonitorings"]
        expect(monitoring[0]["Monitoring"]["State"], "disabling")
        expect(instances(ec2)[0]["Monitoring"]["State"], "disabled")
        change = ec2.terminate_instances(InstanceIds=ids)["TerminatingInstances"]
        expect({c["CurrentState"]["Name"] for c in change}, {"shutting-down"})
        expect(set(states(ec2).values()), {"terminated"})
        calls = [line.split()[1:] for line in server.lines()]
        assert ["RunInstances", "200", "ok"] in calls and len(calls) == 15, calls


@case
def waiters_of_boto3_see_states_that_take_time():
    with Server("--delay", "1") as server:
        ec2 = server.boto3()
        ids = launch(ec2, 2)
        expect(set(states(ec2).values()), {"pending"})
        expect(refused(ec2.stop_instances, InstanceIds=ids), ("IncorrectInstanceState", 400))
        ec2.get_waiter("instance_running").wait(InstanceIds=ids, WaiterConfig=QUICK)
        ec2.stop_instances(InstanceIds=ids)
        expect(set(states(ec2).values()), {"stopping"})
        expect(refused(ec2.start_instances, InstanceIds=ids), ("IncorrectInstanceState", 400))
        ec2.get_waiter("instance_stopped").wait(InstanceIds=ids, WaiterConfig=QUICK)
        ec2.terminate_instances(InstanceIds=ids)
        expect(set(states(ec2).values()), {"shutting-down"})
        ec2.get_waiter("instance_terminated").wait(InstanceIds=ids, WaiterConfig=QUICK)
        expect(set(states(ec2).values()), {"terminated"})


@case
def pages_and_filters_show_each_instance_once():
    with Server() as server:
        ec2 = server.boto3()
        tag = [{"ResourceType": "instance", "Tags": [{"Key": "team", "Value": "red*"}]}]
        red, blue = launch(ec2, 7, TagSpecifications=tag), launch(ec2, 6)
        ec2.stop_instances(InstanceIds=red[:2] + blue[:1])
        expect([i["InstanceId"] for i in instances(ec2, PaginationConfig={"PageSize": 5})], red + blue)

        def filtered(**filters):
            return list(states(ec2, Filters=[{"Name": name, "Values": values} for name, values
                                             in filters.items()]))
        stopped = {"instance-state-name": ["stopped", "pending"]}
        expect(filtered(**stopped), red[:2] + blue[:1])
        expect(filtered(**stopped, **{"tag:team": ["r?d\\*"]}), red[:2])
        expect(filtered(**{"tag:team": ["r?d\\?"]}), [])
        expect(filtered(**{"tag-key": ["t*m"]}), red)
        expect(filtered(**{"instance-id": [blue[3], red[1]]}), [red[1], blue[3]])
        expect(refused(ec2.describe_instances, Filters=[{"Name": "no-such", "Values": ["x"]}]),
               ("InvalidParameterValue", 400))
        expect(refused(ec2.describe_instances, MaxResults=4), ("InvalidParameterValue", 400))
        expect(refused(ec2.describe_instances, MaxResults=5, InstanceIds=red),
               ("InvalidParameterCombination", 400))
        expect(refused(ec2.describe_instances, NextToken="<&>"), ("InvalidParameterValue", 400))


@case
def errors_have_the_codes_of_ec2_and_change_nothing():
    with Server("--deny", "RebootInstances") as server:
        ec2 = server.boto3()
        ids = launch(ec2, 2)
        ec2.terminate_instances(InstanceIds=ids[1:])
        before = states(ec2)
        for call in (ec2.stop_instances, ec2.start_instances, ec2.terminate_instances,
                     ec2.monitor_instances, ec2.unmonitor_instances, ec2.describe_instances):
            expect(refused(call, InstanceIds=[ids[0], MISSING]), ("InvalidInstanceID.NotFound", 400))
            expect(refused(call, InstanceIds=["i-<x>"]), ("InvalidInstanceID.Malformed", 400))
            expect(refused(call, InstanceIds=ids[:1], DryRun=True), ("DryRunOperation", 412))
        expect(refused(ec2.stop_instances, InstanceIds=ids), ("IncorrectInstanceState", 400))
        expect(refused(ec2.stop_instances, InstanceIds=ids[:1], Hibernate=True),
               ("UnsupportedHibernationConfiguration", 400))
        expect(refused(ec2.run_instances, ImageId="ami-1", MinCount=1, MaxCount=1, DryRun=True),
               ("DryRunOperation", 412))
        for dry_run in (True, False):
            expect(refused(ec2.reboot_instances, InstanceIds=ids, DryRun=dry_run),
                   ("UnauthorizedOperation", 403))
        expect(refused(ec2.run_instances, MinCount=1, MaxCount=1), ("MissingParameter", 400))
        expect(refused(ec2.run_instances, ImageId="ami-1", MinCount=2, MaxCount=1),
               ("InvalidParameterValue", 400))
        expect(refused(ec2.describe_regions), ("InvalidAction", 400))
        expect(server.post("Action=StopInstances&Version=2016-11-15")[:2], (400, "MissingParameter"))
        expect(states(ec2), before)


@case
def a_token_launches_once_and_hibernation_is_kept():
    with Server() as server:
        ec2 = server.boto3()
        ids = launch(ec2, 2, ClientToken="once", HibernationOptions={"Configured": True})
        expect(launch(ec2, 2, ClientToken="once"), ids)
        expect(len(states(ec2)), 2)
        ec2.stop_instances(InstanceIds=ids, Hibernate=True)
        expect(set(states(ec2).values()), {"stopped"})


@case
def boto3_tries_again_when_each_second_call_is_throttled():
    with Server("--throttle", "2") as server:
        ec2 = server.boto3(attempts=4)
        expect([len(launch(ec2)) for _ in range(3)], [1] * 3)
        codes = [line.split()[3] for line in server.lines()]
        expect((codes.count("ok"), "RequestLimitExceeded" in codes), (3, True))
    with Server("--throttle", "1") as server:
        expect(refused(server.boto3().describe_instances), ("RequestLimitExceeded", 503))


@case
def hostile_bodies_are_answered_with_an_error_document():
    with Server() as server:
        ec2 = server.boto3()
        head = b"Action=StopInstances&Version=2016-11-15&InstanceId.1="
        seen = []
        for body, code in (
                (b"", "MissingAction"), (b"\0\xff<&>", "MissingAction"), (b"&&&=", "MissingAction"),
                (b"Action=<Stop>\x1b[2J\xff", "InvalidAction"), (b"Action=" + b"A" * 9000, "InvalidAction"),
                (head + b"%", "MalformedQueryString"), (head + b"%zz", "MalformedQueryString"),
                (head + b"\xff\xfe", "MalformedQueryString"), (head + b"%C3%28", "MalformedQueryString"),
                (head + b"%00%1B<a>", "InvalidInstanceID.Malformed"),
                (head + b"i-1&InstanceId.1=i-2", "InvalidParameterValue"),
                (head + b"i-1&InstanceId.1000000000000=i-2", "InvalidParameterValue"),
                (head + b"i-1&Force=maybe", "InvalidParameterValue"),
                (b"Action=StopInstances&Action=StopInstances&InstanceId.1=i-1", "InvalidParameterValue"),
                (b"Action=RunInstances&ImageId=ami-%01&MinCount=1&MaxCount=1", "InvalidParameterValue"),
                (b"Action=RunInstances&ImageId=ami-1&MinCount=99999999999&MaxCount=1",
                 "InvalidParameterValue"),
                (b"Action=RunInstances&ImageId=ami-1&MinCount=5000&MaxCount=5000",
                 "InstanceLimitExceeded"),
                (head + b"i-1" + b"&Unknown=" + b"x" * 300000, "InvalidInstanceID.Malformed")):
            status, found, request_id = server.post(body)
            expect((status, found), (400, code), body[:80])
            seen.append(request_id)
        status, found, _ = server.post(None, "GET", "/?" + head.decode() + "i-1")
        expect((status, found), (400, "InvalidInstanceID.Malformed"))
        expect(len(set(seen)), len(seen))
        expect(states(ec2), {})
        assert all(32 <= ord(c) < 127 for line in server.lines() for c in line), server.lines()


@case
def hostile_http_is_answered_with_an_error_document():
    with Server() as server:
        random = bytes(Random(16).randrange(256) for _ in range(5000))
        good, seen = b"Action=DescribeInstances&Version=2016-11-15", []
        for code, method, path, body, *headers in (
                ("MissingAction", "POST", "/", random), ("InvalidAction", "POST", "/", b"Action=" + random),
                ("MissingAction", "POST", "/?" + good.decode(), b""), ("MissingAction", "GET", "/", None),
                ("UnsupportedOperation", "PUT", "/", good), ("UnsupportedOperation", "DELETE", "/", None),
                ("UnsupportedOperation", "PATCH", "/", good), ("UnsupportedOperation", "OPTIONS", "/", None),
                ("UnsupportedOperation", "POST", "/x", good), ("UnsupportedOperation", "GET", "/x", None),
                ("MalformedQueryString", "BREW", "/", good),
                ("MalformedQueryString", "GET", "/?" + "A" * 9000, None),
                ("MalformedQueryString", "POST", "/", b"A" * 10_000_000),
                ("MalformedQueryString", "POST", "/", good + b"&A=" + b"A" * (1 << 20)),
                ("MalformedQueryString", "POST", "/", iter([b"A" * (1 << 16)] * 17)),
                ("MalformedQueryString", "POST", "/", good, ("Content-Encoding", "gzip")),
                ("MalformedQueryString", "POST", "/", good, ("Content-Type", "multipart/form-data"))):
            status, found, request_id = server.post(body, method, path, headers)
            expect((status, found), (400, code), (method, path[:9]))
            seen.append([request_id, code])
        logged = [line.split()[::3] for line in server.lines()]
        expect([pair for pair in logged if pair in seen], seen)
        # Most a body can hold.
        expect(server.post(good + b"&A=" + b"A" * ((1 << 20) - len(good) - 3))[0], 200)


@case
def ec2wire_stops_and_starts_them():
    if len(sys.argv) < 3:
        return "SKIPPED, the command was not built with libcurl"
    run = Command(sys.argv[2])
    with Server() as server:
        ec2 = server.boto3()
        ids = launch(ec2, 12)

        def call(operation, *words):
            return run("call", operation, *words, "--endpoint-url", server.url, env=KEYS)
        outcome = call("StopInstances", "--instance-ids", *ids, "--force")
        expect((outcome.status, outcome.err), (0, ""))
        expect([(c["InstanceId"], c["PreviousState"]["Name"], c["CurrentState"]["Name"])
                for c in json.loads(outcome.out)["StoppingInstances"]],
               [(i, "running", "stopping") for i in ids])
        expect(set(states(ec2).values()), {"stopped"})
        outcome = call("StartInstances", "--instance-ids", *ids[:3])
        expect(outcome.status, 0, repr(outcome))
        expect(list(states(ec2).values()), ["running"] * 3 + ["stopped"] * 9)
        outcome = call("StopInstances", "--instance-ids", MISSING)
        expect(outcome.status, 4)
        assert "InvalidInstanceID.NotFound" in outcome.err, outcome
    return None


@case
def the_aws_cli_sees_what_boto3_sees():
    program = shutil.which("aws")
    if program is None:
        return "SKIPPED, the AWS CLI is missing"
    with Server() as server:
        ec2 = server.boto3()

        def aws(*words):
            done = subprocess.run([program, "--endpoint-url", server.url, "--output", "json", "ec2",
                                   *words], capture_output=True, text=True, timeout=60,
                                  env={**Command(program).env, **KEYS, "AWS_PAGER": ""})
            return done.returncode, done.stderr, json.loads(done.stdout or "null")
        status, problem, made = aws("run-instances", "--image-id", "ami-1", "--count", "2")
        expect((status, problem), (0, ""))
        ids = [one["InstanceId"] for one in made["Instances"]]
        expect(aws("stop-instances", "--instance-ids", ids[0])[2]["StoppingInstances"][0]
               ["CurrentState"], {"Code": 64, "Name": "stopping"})
        shown = aws("describe-instances", "--filters", "Name=instance-state-name,Values=stopped")[2]
        expect([one["InstanceId"] for one in shown["Reservations"][0]["Instances"]], ids[:1])
        expect(states(ec2), {ids[0]: "stopped", ids[1]: "running"})
        status, problem, _ = aws("terminate-instances", "--instance-ids", MISSING)
        assert status != 0 and "(InvalidInstanceID.NotFound)" in problem, (status, problem)
    return None


LIBCLOUD = """
import json, sys
from libcloud.compute.providers import get_driver
from libcloud.compute.types import Provider
host, port, *ids = sys.argv[1:]
driver = get_driver(Provider.EC2)("testing", "testing", region="us-east-1", host=host, port=int(port),
                                  secure=False)
# list_nodes() asks for addresses too, which the server does not have.
driver.ex_describe_addresses = lambda nodes: {node.id: [] for node in nodes}
nodes = {node.id: node for node in driver.list_nodes()}
done = [driver.ex_stop_node(nodes[ids[0]]), driver.reboot_node(nodes[ids[1]]),
        driver.destroy_node(nodes[ids[2]])]
try:
    driver.reboot_node(nodes[ids[0]])
except Exception as problem:
    done.append(str(problem))
print(json.dumps([{id: node.state for id, node in nodes.items()}, done]))
"""


@case
def libcloud_sees_what_boto3_sees():
    # Debian's is for Debian's Python.
    with_libcloud = [python for python in (sys.executable, "/usr/bin/python3")
                     if os.path.exists(python) and subprocess.run(
                         [python, "-c", "import libcloud"], capture_output=True).returncode == 0]
    if not with_libcloud:
        return "SKIPPED, libcloud is missing"
    with Server() as server:
        ec2 = server.boto3()
        ids = launch(ec2, 3)
        done = subprocess.run([with_libcloud[0], "-c", LIBCLOUD, *server.place.split(":"), *ids],
                              capture_output=True, text=True, timeout=60, env=Command("").env)
        expect((done.returncode, done.stderr), (0, ""))
        seen, (*worked, problem) = json.loads(done.stdout)
        expect((seen, worked), ({i: "running" for i in ids}, [True] * 3))
        assert problem.startswith("IncorrectInstanceState: "), problem
        expect(list(states(ec2).values()), ["stopped", "running", "terminated"])
    return None


JAVASCRIPT = """
const { EC2Client, RunInstancesCommand, StopInstancesCommand, DescribeInstancesCommand,
        waitUntilInstanceStopped } = require("@aws-sdk/client-ec2");
(async () => {
    const client = new EC2Client({ endpoint: process.argv[1], region: "us-east-1", maxAttempts: 1,
        credentials: { accessKeyId: "testing", secretAccessKey: "testing" } });
    const made = await client.send(new RunInstancesCommand({ ImageId: "ami-1", MinCount: 2, MaxCount: 2 }));
    const ids = made.Instances.map((one) => one.InstanceId);
    await client.send(new StopInstancesCommand({ InstanceIds: ids.slice(0, 1) }));
    await waitUntilInstanceStopped({ client, minDelay: 1, maxWaitTime: 20 }, { InstanceIds: ids.slice(0, 1) });
    const shown = await client.send(new DescribeInstancesCommand({}));
    const code = await client.send(new StopInstancesCommand({ InstanceIds: ["i-0123456789abcdef0"] }))
        .then(() => "none", (problem) => problem.name);
    console.log(JSON.stringify([shown.Reservations[0].Instances.map((one) => [one.InstanceId,
        one.State.Name]), code]));
})();
"""


@case
def the_sdk_for_javascript_sees_what_boto3_sees():
    node = shutil.which("node")
    if node is None or subprocess.run([node, "-e", 'require("@aws-sdk/client-ec2")'],
                                      capture_output=True).returncode != 0:
        return "SKIPPED, node or @aws-sdk/client-ec2 is missing (NODE_PATH says where it is)"
    with Server() as server:
        done = subprocess.run([node, "-e", JAVASCRIPT, server.url], capture_output=True, text=True,
                              timeout=60, env=Command(node).env)
        expect(done.returncode, 0, done.stderr)
        shown, code = json.loads(done.stdout)
        expect([state for _, state in shown], ["stopped", "running"])
        expect((dict(shown), code), (states(server.boto3()), "InvalidInstanceID.NotFound"))
    return None


@case
def a_kill_loses_nothing_that_was_answered():
    with tempfile.TemporaryDirectory() as folder:
        state = os.path.join(folder, "state")
        answered = {}
        for _ in range(3):
            with Server("--state", state) as server:
                ec2 = server.boto3()
                expect(states(ec2), answered)
                kill = threading.Timer(0.4, server.process.kill)
                kill.start()
                try:
                    while True:
                        one, two = launch(ec2, 2)
                        answered.update({one: "running", two: "running"})
                        ec2.stop_instances(InstanceIds=[one])
                        answered[one] = "stopped"
                except botocore.exceptions.BotoCoreError:
                    kill.join()
                    expect(server.process.wait(20), -signal.SIGKILL)
            # One more call may have been done, and not answered.
            with Server("--state", state) as server:
                now = states(server.boto3())
                lost = {i: s for i, s in answered.items() if now.get(i) != s}
                assert len(lost) <= 1 and all(now.get(i) == "stopped" for i in lost), lost
                assert len(now) - len(answered) in (0, 2), (len(now), len(answered))
                answered = now
        assert len(answered) > 6, answered
        whole = open(state, "rb").read()
        with open(state, "ab") as file:
            file.write(b"Action=Change&Instance.1.Id=i-0")  # a line that a kill cut
        with Server("--state", state) as server:
            expect(states(server.boto3()), answered)
            again = subprocess.run([sys.argv[1], "--state", state], capture_output=True, text=True,
                                   timeout=20)
            expect(again.returncode, 1)
            assert "another process has it open" in again.stderr, again.stderr
        expect(open(state, "rb").read(), whole)
        with open(state, "ab") as file:
            file.write(b"not ours\n")
        again = subprocess.run([sys.argv[1], "--state", state], capture_output=True, text=True, timeout=20)
        expect(again.returncode, 1)
        assert "is not one of this program's" in again.stderr, again.stderr
        return f"{len(answered)} instances"


@case
def sixteen_connections_lose_nothing():
    with tempfile.TemporaryDirectory() as folder, \
            Server("--state", os.path.join(folder, "state")) as server:
        held, problems, ids_seen = {}, [], []

        def work():
            connection = http.client.HTTPConnection(server.place, timeout=30)

            def call(**pairs):
                connection.request("POST", "/", urllib.parse.urlencode(pairs))
                answer = connection.getresponse()
                text = answer.read().decode()
                expect(answer.status, 200, text)
                ids_seen.append(answer.getheader("x-amzn-RequestId"))
                return text
            try:
                for _ in range(20):
                    text = call(Action="RunInstances", ImageId="ami-1", MinCount=1, MaxCount=1)
                    one = re.search("<instanceId>(.*?)</instanceId>", text)[1]
                    for action, state in [("StopInstances", "stopped"), ("StartInstances", "running"),
                                          ("MonitorInstances", "running"), ("StopInstances", "stopped")]:
                        call(Action=action, **{"InstanceId.1": one})
                        text = call(Action="DescribeInstances", **{"InstanceId.1": one})
                        expect(re.search("<code>.*?<name>(.*?)</name>", text, re.S)[1], state)
                    held[one] = "stopped"
            except Exception as problem:
                problems.append(repr(problem))
            connection.close()
        threads = [threading.Thread(target=work) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        expect(problems, [])
        expect(states(server.boto3()), held)
        expect((len(held), len(set(ids_seen))), (320, 16 * 20 * 9))
        return f"{len(ids_seen)} calls"


@case
def sigterm_and_sigint_end_it_with_0():
    for number in (signal.SIGTERM, signal.SIGINT):
        with Server() as server:
            server.boto3().describe_instances()
            expect(server.end(number), 0)


@case
def the_command_line_says_what_is_wrong():
    done = subprocess.run([sys.argv[1], "--help"], capture_output=True, text=True, timeout=20)
    expect((done.returncode, done.stderr), (0, ""))
    assert "NO REQUEST IS AUTHENTICATED" in done.stdout
    with Server() as server:
        port = server.place.split(":")[1]
        done = subprocess.run([sys.argv[1], "--port", port], capture_output=True, text=True, timeout=20)
        expect((done.returncode, done.stderr),
               (1, f"fake_ec2: port {port} cannot be listened on\n"))
    for words in (["--port"], ["--port", "65536"], ["--delay", "x"], ["--throttle", "0"], ["--what", "1"]):
        done = subprocess.run([sys.argv[1], *words], capture_output=True, text=True, timeout=20)
        expect((done.returncode, done.stdout), (2, ""), words)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    # Meson ends a test that takes too long so; the servers must end as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("FAILED  out of time"))
    run_cases()


if __name__ == "__main__":
    main()
