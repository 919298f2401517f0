#!/usr/bin/env python3
"""Runs other clients against examples/fake_ec2: each sees what boto3 sees.

usage: fake_ec2_clients.py SERVER

A client that is missing is skipped. tools/test installs those that it can.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
from cases import Command, case, expect, run_cases, skip  # noqa: E402
from fake_server import KEYS, MISSING, Server, block_of_page, launch, states  # noqa: E402

try:
    import boto3  # noqa: F401
except ImportError:
    skip("boto3 is missing")

ENVIRONMENT = Command("").env
# Where tools/test puts what it takes from npm; see tools/lib/packages.sh.
NODE_MODULES = pathlib.Path(__file__).resolve().parent.parent / "build/npm/node_modules"


def run(*words, env=ENVIRONMENT):
    return subprocess.run(words, capture_output=True, text=True, timeout=60, env=env)


def runs(*words, env=ENVIRONMENT):
    """Whether a program exists and exits with 0."""
    return shutil.which(words[0]) is not None and run(*words, env=env).returncode == 0


def seen_by(*words, env=ENVIRONMENT):
    """The JSON that a client's program prints."""
    done = run(*words, env=env)
    expect(done.returncode, 0, done.stderr[:2000])
    return json.loads(done.stdout)


@case
def the_aws_cli_sees_what_boto3_sees():
    if not shutil.which("aws"):
        return "SKIPPED, the AWS CLI is missing"
    with Server() as server:
        ec2 = server.boto3()

        def aws(*words):
            done = run("aws", "--endpoint-url", server.url, "--output", "json", "ec2", *words,
                       env={**ENVIRONMENT, **KEYS, "AWS_PAGER": ""})
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


@case
def the_page_shows_what_the_aws_cli_does():
    if not shutil.which("aws"):
        return "SKIPPED, the AWS CLI is missing"
    commands, expected = block_of_page("sh")
    with Server() as server:
        done = run("sh", "-e", "-c", commands, env={**ENVIRONMENT, "AWS_PAGER": "", "URL": server.url})
        expect((done.returncode, done.stdout), (0, expected), done.stderr)
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
    found = [python for python in (sys.executable, "/usr/bin/python3")
             if runs(python, "-c", "import libcloud")]
    if not found:
        return "SKIPPED, libcloud is missing"
    with Server() as server:
        ec2 = server.boto3()
        ids = launch(ec2, 3)
        seen, (*worked, problem) = seen_by(found[0], "-c", LIBCLOUD, *server.place.split(":"), *ids)
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
    paths = [str(NODE_MODULES), *filter(None, [os.environ.get("NODE_PATH")])]
    env = {**ENVIRONMENT, "NODE_PATH": os.pathsep.join(paths)}
    if not runs("node", "-e", 'require("@aws-sdk/client-ec2")', env=env):
        return "SKIPPED, node or @aws-sdk/client-ec2 is missing"
    with Server() as server:
        shown, code = seen_by("node", "-e", JAVASCRIPT, server.url, env=env)
        expect([state for _, state in shown], ["stopped", "running"])
        expect((dict(shown), code), (states(server.boto3()), "InvalidInstanceID.NotFound"))
    return None


FOG = """
require "json"
require "fog/aws"
compute = Fog::Compute.new(provider: "AWS", aws_access_key_id: "testing",
    aws_secret_access_key: "testing", region: "us-east-1", endpoint: ARGV[0])
first = compute.servers.create(image_id: "ami-1", flavor_id: "t3.micro")
second = compute.servers.create(image_id: "ami-1", monitoring: true)
first.wait_for(20, 0.2) { ready? }
first.reboot
first.stop
first.wait_for(20, 0.2) { state == "stopped" }
second.destroy
stopped = compute.servers.all("instance-state-name" => "stopped").map(&:id)
codes = ["i-0123456789abcdef0", second.id].map do |id|
    compute.start_instances(id)
rescue Fog::AWS::Compute::NotFound
    "NotFound"
rescue Fog::AWS::Compute::Error => problem
    problem.message.split(" ").first
end
shown = compute.servers.all.to_h { |one| [one.id, [one.state, one.flavor_id, one.monitoring]] }
puts JSON.dump([[first.id, second.id], stopped, shown, codes])
"""


@case
def fog_aws_sees_what_boto3_sees():
    if not runs("ruby", "-e", 'require "fog/aws"'):
        return "SKIPPED, ruby or fog-aws is missing"
    with Server() as server:
        (one, two), stopped, seen, codes = seen_by("ruby", "-W0", "-e", FOG, server.url)
        expect(stopped, [one])
        expect(seen, {one: ["stopped", "t3.micro", False], two: ["terminated", "t1.micro", True]})
        expect({i: state for i, (state, *_) in seen.items()}, states(server.boto3()))
        expect(codes, ["NotFound", "IncorrectInstanceState"])
    return None


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    run_cases()
