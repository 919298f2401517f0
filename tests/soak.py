#!/usr/bin/env python3
"""Lets clients call examples/fake_ec2 for an hour, as many times as in a day: nothing is lost, memory stays flat.

usage: soak.py SERVER COMMAND [SECONDS]      COMMAND is the program ec2wire, SECONDS is 3600 unless it is given

The clients are boto3, the AWS CLI, the command of ec2wire, and sockets of load_worker.py. Each has instances of its
own, knows their states, and checks each answer. A client that is missing is named. Twice the server is killed while
they call, and started again with the same file.
"""
import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time

sys.dont_write_bytecode = True
from cases import DEFAULT_SEED, Command, case, expect, run_cases  # noqa: E402
from fake_server import KEYS, Server, launch, state_folder, states  # noqa: E402
from load_worker import Connection, Worker, journaled, memory  # noqa: E402

CALLS_A_SECOND = 86_400 / 3600  # a call a second for a day
INSTANCES = 5  # of each client
# How much the server's memory may grow after a tenth of the time: a part of it, and kB for each new instance.
MAX_GROWTH, INSTANCE_SIZE = 0.1, 4
# Seconds between two calls; sockets make up for what is missing.
PAUSES = {"boto3": 0.2, "ec2wire": 0.2, "aws": 30}


# The member of each reply that lists the instances it changed.
MOVED = {"Start": "StartingInstances", "Stop": "StoppingInstances"}


class Boto3:
    def begin(self, server):
        self.ec2 = server.boto3()

    def launch(self):
        return launch(self.ec2, INSTANCES)

    def move(self, action, ids):
        done = {"Start": self.ec2.start_instances, "Stop": self.ec2.stop_instances}[action](InstanceIds=ids)
        return [one["InstanceId"] for one in done[MOVED[action]]]

    def states(self, ids):
        return states(self.ec2, InstanceIds=ids)


class Program:
    """A client whose command prints JSON as the AWS CLI does."""

    def __init__(self, *words):
        self.words = words
        self.environment = {**Command("").env, **KEYS, "AWS_PAGER": ""}

    def begin(self, server):
        self.url = server.url

    def run(self, operation, *words):
        raise NotImplementedError

    def answer(self, *words):
        done = subprocess.run([*self.words, *words], capture_output=True, text=True, timeout=120,
                              env=self.environment)
        if done.returncode != 0:
            raise ConnectionError(done.stderr[:2000])
        return json.loads(done.stdout)

    def launch(self):
        made = self.run("RunInstances", *self.count)
        return [one["InstanceId"] for one in made["Instances"]]

    def move(self, action, ids):
        done = self.run(action + "Instances", "--instance-ids", *ids)
        return [one["InstanceId"] for one in done[MOVED[action]]]

    def states(self, ids):
        shown = self.run("DescribeInstances", "--instance-ids", *ids)
        return {one["InstanceId"]: one["State"]["Name"]
                for reservation in shown["Reservations"] for one in reservation["Instances"]}


class AwsCli(Program):
    count = "--image-id", "ami-1", "--count", str(INSTANCES)

    def run(self, operation, *words):
        name = operation.replace("Instances", "-instances").lower()
        return self.answer("--endpoint-url", self.url, "--output", "json", "ec2", name, *words)


class Ec2wire(Program):
    count = "--image-id", "ami-1", "--min-count", str(INSTANCES), "--max-count", str(INSTANCES)

    def run(self, operation, *words):
        return self.answer("call", operation, *words, "--endpoint-url", self.url)


class Client:
    """Starts, stops and describes its instances through one of the above, with a pause after each call."""

    def __init__(self, name, calls):
        self.name, self.pause, self.through = name, PAUSES[name], calls
        self.random = random.Random(f"{DEFAULT_SEED}, {name}")
        self.held, self.calls, self.cut, self.problem = {}, 0, None, None

    def begin(self, server):
        self.through.begin(server)
        if not self.held:
            self.held = dict.fromkeys(self.through.launch(), "running")
        self.compare()

    def compare(self):
        """A call that a kill cut may have been done."""
        now = self.through.states(list(self.held))
        self.calls += 1
        if self.cut and now != self.held:
            self.held.update(self.cut)
        self.cut = None
        expect(now, self.held, self.name)

    def call_one(self):
        some = self.random.sample(list(self.held), self.random.randint(1, INSTANCES))
        action, state = self.random.choice([("Start", "running"), ("Stop", "stopped")])
        self.cut = dict.fromkeys(some, state)
        expect(self.through.move(action, some), some, self.name)
        self.held.update(self.cut)
        self.cut = None

    def work(self, until, killed):
        self.problem = None
        try:
            while time.monotonic() < until and not killed.is_set():
                (self.compare if self.random.random() < 0.5 else self.call_one)()
                self.calls += 1
                killed.wait(self.pause)
        except AssertionError as problem:
            self.problem = problem
        except Exception as problem:  # the server may have been killed
            self.problem = None if killed.is_set() else problem


class SteadyWorker(Worker):
    """Terminates nothing: a terminated instance stays in each list, and replies would grow for the whole hour."""

    def terminate(self, some):
        self.describe(some)


class Sockets:
    """Workers of load_worker.py, which take turns, at a rate that makes up a call a second for a day."""

    def __init__(self, others):
        self.workers = [SteadyWorker(number) for number in range(16)]
        self.pause = 1 / max(1.0, CALLS_A_SECOND - sum(1 / client.pause for client in others))
        self.problem = None

    calls = property(lambda self: sum(worker.calls for worker in self.workers))
    held = property(lambda self: {one: found.state for worker in self.workers for one, found in worker.held.items()})

    def begin(self, server):
        for worker in self.workers:
            worker.connection = Connection(server.place)
            worker.compare()

    def work(self, until, killed):
        self.problem, next_call = None, time.monotonic()
        for worker in itertools.cycle(self.workers):
            if time.monotonic() >= until or killed.is_set() or self.problem is not None:
                return
            worker.work(worker.calls + 1)
            if isinstance(worker.problem, AssertionError) or not killed.is_set():
                self.problem = worker.problem
            next_call += self.pause  # what a call takes is part of the pause
            killed.wait(max(0, next_call - time.monotonic()))

    def compare(self):
        for worker in self.workers:
            worker.compare()

    def fill_memory(self):
        """Sends bodies of random sizes over a connection each, until the buffers of the server's 128 threads are
        about as large as they become; malloc keeps them. At the rate of a day that would take many hours."""
        for _ in range(2000):
            for worker in self.workers:
                worker.connection.close()
                worker.connection.open()
                worker.be_hostile([])


def run_until(clients, seconds, then=lambda: None):
    """All clients at once for so long, and then whatever, while they call."""
    killed = threading.Event()
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=client.work, args=[until + 60, killed]) for client in clients]
    for thread in threads:
        thread.start()
    while time.monotonic() < until and all(client.problem is None for client in clients):
        time.sleep(0.1)
    then()
    killed.set()
    for thread in threads:
        thread.join()
    problems = [client.problem for client in clients if client.problem is not None]
    assert not problems, problems


def sizes_of(server, clients):
    """The server's memory in kB, and the number of instances."""
    return memory(server), sum(len(client.held) for client in clients)


def sizes_while_calling(clients, state, seconds, is_killed):
    """The sizes after a tenth of the time, and at the end."""
    with Server("--state", state) as server:
        for client in clients:
            client.begin(server)
        if not is_killed:
            clients[-1].fill_memory()
        run_until(clients, seconds / 10)
        early = sizes_of(server, clients)
        for client in clients:
            client.begin(server)  # without a call that was cut
        run_until(clients, seconds * 9 / 10, server.process.kill if is_killed else lambda: None)
        if is_killed:
            expect(server.process.wait(20), -signal.SIGKILL)
            return early, early
        for client in clients:
            client.compare()
        return early, sizes_of(server, clients)


@case
def a_day_of_calls_loses_nothing_and_the_memory_stays_flat(clients, state, seconds):
    begin = time.monotonic()
    for _ in range(2):
        sizes_while_calling(clients, state, seconds / 6, True)
    (early, few), (late, many) = sizes_while_calling(clients, state, seconds * 2 / 3, False)
    with Server("--state", state) as server:
        for client in clients:
            client.begin(server)
    held = {one: found.state for one, found in journaled(state).items()}
    for client in clients:
        expect({one: held[one] for one in client.held}, client.held)
    note = (f"{sum(client.calls for client in clients)} calls in {time.monotonic() - begin:.0f} s ("
            + ", ".join(f"{client.calls} by {getattr(client, 'name', 'sockets')}" for client in clients)
            + f"), two kills; {early} kB after a tenth of the last {seconds * 2 / 3:.0f} s, {late} kB at their end, "
            f"with {many - few} instances more")
    assert sum(client.calls for client in clients) >= 0.9 * CALLS_A_SECOND * seconds, note
    assert late - early <= early * MAX_GROWTH + (many - few) * INSTANCE_SIZE, note
    return note


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    seconds = int(sys.argv[3]) if len(sys.argv) > 3 else 3600
    clients = [Client("ec2wire", Ec2wire(os.path.abspath(sys.argv[2])))]
    try:
        import boto3  # noqa: F401
        clients.append(Client("boto3", Boto3()))
    except ImportError:
        print("SKIPPED boto3, which is missing")
    if shutil.which("aws"):
        clients.append(Client("aws", AwsCli("aws")))
    else:
        print("SKIPPED the AWS CLI, which is missing")
    clients.append(Sockets(clients))
    with state_folder() as folder:
        run_cases(clients, os.path.join(folder, "state"), seconds)


if __name__ == "__main__":
    main()
