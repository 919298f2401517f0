"""The connections of load.py and soak.py, which call examples/fake_ec2 and check each answer."""
import collections
import re
import socket
import sys
import time
import urllib.parse
from random import Random

sys.dont_write_bytecode = True
from cases import DEFAULT_SEED, expect  # noqa: E402
from fake_server import MISSING  # noqa: E402

LIVE = 4  # instances of one connection that are not terminated, at least
# By the codes that a journal has. Without --delay, a state that passes is over at once.
LATER = {0: "running", 16: "running", 32: "terminated", 48: "terminated", 64: "stopped", 80: "stopped"}

Instance = collections.namedtuple("Instance", "state is_monitored")
RUNNING = Instance("running", False)


class Connection:
    """Sends queries over one socket, as fast as the answers come. The server closes a socket that is idle for five
    seconds, as it may be here on a busy machine; then there is another."""

    def __init__(self, place):
        self.place = place
        self.open()

    def open(self):
        host, port = self.place.split(":")
        self.socket = socket.create_connection((host, int(port)), timeout=60)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.last = time.monotonic()

    def call(self, body):
        """Status, request id and document of the answer."""
        if time.monotonic() - self.last > 1:
            self.close()
            self.open()
        self.socket.sendall(b"POST / HTTP/1.1\r\nHost: ec2\r\nContent-Length: %d\r\n\r\n%s"
                            % (len(body), body))
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += self.received()
        head, _, document = answer.partition(b"\r\n\r\n")
        size = int(re.search(rb"(?i)\r\ncontent-length: *(\d+)", head)[1])
        while len(document) < size:
            document += self.received()
        self.last = time.monotonic()
        request_id = re.search(rb"(?i)\r\nx-amzn-requestid: *(\S+)", head)[1].decode()
        return int(head.split(b" ", 2)[1]), request_id, document.decode()

    def close(self):
        self.socket.close()

    def received(self):
        some = self.socket.recv(1 << 16)
        if not some:
            raise ConnectionError("the server has closed the connection")
        return some


def pairs_of(ids):
    return {f"InstanceId.{n}": one for n, one in enumerate(ids, 1)}


def values(name, text):
    return re.findall(f"<{name}>(.*?)</{name}>", text)


def shown(document):
    """{id: Instance} of a DescribeInstances reply."""
    found = {}
    for item in document.split("<instanceId>")[1:]:
        state = re.search(r"<instanceState>.*?<name>(.*?)</name>", item, re.S)[1]
        monitoring = re.search(r"<monitoring>\s*<state>(.*?)</state>", item)[1]
        found[item.partition("<")[0]] = Instance(state, monitoring == "enabled")
    return found


class Worker:
    """One connection's calls, and what they have made of its instances."""

    def __init__(self, number):
        self.name, self.random = f"worker-{number}", Random(f"{DEFAULT_SEED}, {number}")
        self.held, self.launches, self.calls = {}, {}, 0
        self.request_ids, self.codes = [], collections.Counter()
        self.sent, self.problem = None, None  # the change that is not answered yet

    def work(self, until):
        self.problem = None
        try:
            while self.calls < until:
                self.call_one()
                self.calls += 1
        except ConnectionError as problem:
            self.problem = problem
        except Exception as problem:
            self.problem = AssertionError(f"{self.name}: {problem!r}")

    def ask(self, action, code="ok", **pairs):
        """The document with which it answers, and that must have this code."""
        return self.send(urllib.parse.urlencode(
            {"Action": action, "Version": "2016-11-15", **pairs}).encode(), code)

    def send(self, body, *codes):
        status, request_id, document = self.connection.call(body)
        self.request_ids.append(request_id)
        got = "ok" if status == 200 else values("Code", document)[0]
        expect(got in codes, True, f"{codes}: {body[:300]} {document}")
        expect(request_id in document, True, document)
        self.codes[got] += 1
        return document

    def call_one(self):
        live = [i for i, one in self.held.items() if one.state != "terminated"]
        if len(live) < LIVE:
            return self.launch()
        some = self.random.sample(live, self.random.randint(1, 3))
        kinds = {self.change: 40, self.describe: 25, self.describe_status: 8, self.page: 5,
                 self.launch_again: 3, self.be_refused: 12, self.be_hostile: 5, self.terminate: 1}
        self.random.choices(list(kinds), kinds.values())[0](some)

    def launch(self):
        token = f"{self.name}-{len(self.launches)}"
        document = self.change_to({None: RUNNING}, "RunInstances", **self.launch_of(token))
        (one,) = values("instanceId", document)
        self.launches[token] = one
        self.held[one] = RUNNING

    def launch_of(self, token):
        return {"ImageId": "ami-1", "MinCount": 1, "MaxCount": 1, "ClientToken": token,
                "TagSpecification.1.ResourceType": "instance", "TagSpecification.1.Tag.1.Key": "worker",
                "TagSpecification.1.Tag.1.Value": self.name}

    def launch_again(self, _):
        token, one = self.random.choice(list(self.launches.items()))
        document = self.ask("RunInstances", **self.launch_of(token))
        expect(shown(document), {one: self.held[one]})

    def change_to(self, changed, action, **pairs):
        self.sent = changed
        document = self.ask(action, **pairs)
        self.sent = None
        self.held.update({i: one for i, one in changed.items() if i})
        return document

    def change(self, some):
        action = self.random.choice(["Start", "Stop", "Reboot", "Monitor", "Unmonitor"])
        if action in ("Start", "Stop"):
            return self.move(some, action, *{"Start": ("running", "pending"),
                                             "Stop": ("stopped", "stopping")}[action])
        if action == "Reboot":
            is_done = all(self.held[i].state == "running" for i in some)
            self.ask("RebootInstances", "ok" if is_done else "IncorrectInstanceState", **pairs_of(some))
            return None
        after = {i: self.held[i]._replace(is_monitored=action == "Monitor") for i in some}
        document = self.change_to(after, action + "Instances", **pairs_of(some))
        expect(values("instanceId", document), some)
        expect(set(values("state", document)), {"pending" if action == "Monitor" else "disabling"})

    def move(self, some, action, state, passing):
        before = {i: self.held[i].state for i in some}
        document = self.change_to({i: self.held[i]._replace(state=state) for i in some},
                                  action + "Instances", **pairs_of(some))
        expect(values("instanceId", document), some)
        names = values("name", document)
        expect(sorted(zip(names[::2], names[1::2])),
               sorted((passing if before[i] != state else state, before[i]) for i in some))

    def terminate(self, some):
        self.move(some[:1], "Terminate", "terminated", "shutting-down")

    def describe(self, some):
        if self.random.random() < 0.5:
            expect(shown(self.ask("DescribeInstances", **pairs_of(some))), {i: self.held[i] for i in some})
            return
        state = self.random.choice(["running", "stopped"])
        document = self.ask("DescribeInstances", **self.own(), **{
            "Filter.2.Name": "instance-state-name", "Filter.2.Value.1": state})
        expect(shown(document), {i: one for i, one in self.held.items() if one.state == state})

    def own(self):
        return {"Filter.1.Name": "tag:worker", "Filter.1.Value.1": self.name}

    def describe_status(self, some):
        document = self.ask("DescribeInstanceStatus", **pairs_of(some))
        expect(sorted(values("instanceId", document)),
               sorted(i for i in some if self.held[i].state == "running"))

    def page(self, _):
        """The first page of all, and the next one."""
        first = self.ask("DescribeInstances", MaxResults=5)
        ids = values("instanceId", first)
        if len(ids) == 5 and (token := values("nextToken", first)):
            ids += values("instanceId", self.ask("DescribeInstances", MaxResults=5, NextToken=token[0]))
            self.calls += 1
        expect(len(ids), len(set(ids)))

    def be_refused(self, some):
        action = self.random.choice(["StopInstances", "StartInstances", "TerminateInstances",
                                     "MonitorInstances", "UnmonitorInstances", "DescribeInstances"])
        refusal = self.random.randrange(4)
        if refusal == 0:
            self.ask(action, "InvalidInstanceID.NotFound", **pairs_of([*some, MISSING]))
        elif refusal == 1:
            self.ask(action, "InvalidInstanceID.Malformed", **pairs_of([*some, "i-1"]))
        elif refusal == 2:
            self.ask(action, "DryRunOperation", **pairs_of(some), DryRun="true")
        else:
            over = [i for i, one in self.held.items() if one.state == "terminated"]
            self.ask("StartInstances", "IncorrectInstanceState" if over else "InvalidInstanceID.NotFound",
                     **pairs_of([*some, *over[:1]] if over else [MISSING]))

    def be_hostile(self, some):
        noise = self.random.randbytes(self.random.randrange(2000))
        self.send(self.random.choice([b"", b"Action=", b"Action=StopInstances&InstanceId.1=%"]) + noise,
                  "MissingAction", "InvalidAction", "MalformedQueryString", "InvalidParameterValue",
                  "MissingParameter")

    def compare(self):
        """What the server shows is what was answered. A call that a kill cut may have been done."""
        now = shown(self.ask("DescribeInstances", **self.own()))
        if self.sent and None in self.sent and len(now) == len(self.held) + 1:
            (new,) = set(now) - set(self.held)
            self.launches[f"{self.name}-{len(self.launches)}"] = new
            self.held[new] = RUNNING
        elif self.sent and now != self.held:
            self.held.update(self.sent)
        self.sent = None
        expect(now, self.held, self.name)


def journaled(path):
    """{id: Instance} of the file, read without the server."""
    held = {}
    with open(path) as file:
        for line in file:
            pairs = dict(urllib.parse.parse_qsl(line.rstrip("\n"), strict_parsing=True))
            for n in range(1, sum(key.endswith(".Id") for key in pairs) + 1):
                one = f"Instance.{n}."
                held[pairs[one + "Id"]] = Instance(LATER[int(pairs[one + "State"])],
                                                   pairs[one + "IsMonitored"] == "true")
    return held


def memory(server):
    with open(f"/proc/{server.process.pid}/status") as file:
        return int(re.search(r"VmRSS:\s*(\d+) kB", file.read())[1])
