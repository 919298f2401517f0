#!/usr/bin/env python3
"""Checks what examples/cloudtrail prints for thousands of events.

usage: cloudtrail.py PROGRAM
"""
import json
import pathlib
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from cases import UNWRITTEN, case, expect, run_cases, where_the_disk_is_full  # noqa: E402


def event(name, list_name="instancesSet", **fields):
    return {"eventVersion": "1.08", "eventSource": "ec2.amazonaws.com", "eventName": name,
            "requestParameters": {list_name: {"items": []}}, **fields}


def change(name, number, state):
    return event(name, responseElements={"requestId": "r", "instancesSet": {"items": [
        {"instanceId": f"i-{number:04}", "currentState": {"code": 0, "name": state},
         "previousState": {"code": 16, "name": "running"}}]}})


def read(lines):
    return run(text="\n".join(lines))


def run(*files, text=""):
    done = subprocess.run([sys.argv[1], *files], input=text, capture_output=True, text=True,
                          timeout=60)
    return done.returncode, done.stdout.splitlines(), done.stderr.splitlines()


@case
def the_last_event_of_an_instance_counts():
    events = [change("StopInstances", number, "stopping") for number in range(3000)]
    events += [change("StartInstances", 7, "pending"), change("TerminateInstances", 8, "shutting-down"),
               event("DescribeInstances", responseElements=None)]
    status, out, err = read(map(json.dumps, events))
    expect((status, err, len(out)), (0, [], 3001))
    expect(out[6:9], ["i-0006 stopping", "i-0007 pending", "i-0008 shutting-down"])
    expect(out[-1], "3002 events, 1 of other operations")


@case
def files_are_read_as_cloudtrail_delivers_them():
    events = [change("StopInstances", number, "stopping") for number in range(3000)]
    whole = json.dumps({"Records": events})
    with tempfile.TemporaryDirectory() as folder:
        one, two, cut = (str(pathlib.Path(folder, name)) for name in ("one", "two", "cut"))
        pathlib.Path(one).write_text(whole)
        pathlib.Path(two).write_text(json.dumps({"Records": [change("StartInstances", 7, "pending")]},
                                                indent=2))
        pathlib.Path(cut).write_text(whole[:len(whole) // 2])
        status, out, err = run(one, two)
        expect((status, err, out[7], out[-1]),
               (0, [], "i-0007 pending", "3001 events, 0 of other operations"))
        status, out, err = run(cut)
        expect((status, len(err)), (3, 1), err)
        assert "unexpected_end" in err[0], err
        expect(run(folder + "/none"), (1, ["0 events, 0 of other operations"],
                                       [folder + "/none: cannot be read"]))


@case
def failed_calls_are_counted_by_code():
    failed = json.dumps(event("StopInstances", errorCode="Client.UnauthorizedOperation",
                              errorMessage="no", responseElements=None))
    expect(read([failed] * 3), (0, ["3 x UnauthorizedOperation", "3 events, 0 of other operations"], []))


@case
def a_line_that_is_not_an_event_is_reported_and_the_others_are_read():
    whole = json.dumps(change("StopInstances", 1, "stopping"))
    status, out, err = read([whole[:-1], "", whole])
    expect((status, out), (3, ["i-0001 stopping", "1 events, 0 of other operations"]))
    expect([line.split(" at ")[0] for line in err], ["event 1: unexpected_end"])


@case
def a_directory_or_an_endless_file_is_reported():
    nothing = ["0 events, 0 of other operations"]
    expect(run("/"), (1, nothing, ["/: cannot be read"]))
    expect(run("/dev/zero"), (1, nothing, ["/dev/zero: is longer than 67108864 bytes"]))


@case
def output_that_cannot_be_written_is_reported():
    expect(where_the_disk_is_full(sys.argv[1], "/dev/null"), (1, UNWRITTEN))


run_cases()
