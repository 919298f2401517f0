#!/usr/bin/env python3
"""Runs boto3 and ec2wire's own command against examples/fake_ec2: both see the state of the server.

usage: fake_ec2.py SERVER [PROGRAM...]      the programs of examples/ that are there
"""
import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
from random import Random

sys.dont_write_bytecode = True
from cases import UNWRITTEN, Command, case, expect, run_cases, skip, where_the_disk_is_full  # noqa: E402
from fake_server import (KEYS, MISSING, Server, block_of_page, instances, launch, state_folder,  # noqa: E402
                         states)

try:
    import boto3  # noqa: F401
    import botocore.exceptions
except ImportError:
    skip("boto3 is missing")

QUICK = {"Delay": 1, "MaxAttempts": 20}


def refused(call, **parameters):
    """The code and the status of the error of boto3's call."""
    try:
        call(**parameters)
    except botocore.exceptions.ClientError as problem:
        return (problem.response["Error"]["Code"],
                problem.response["ResponseMetadata"]["HTTPStatusCode"])
    raise AssertionError("the call does not fail")


@case
def the_page_shows_what_boto3_does():
    code, expected = block_of_page("python")
    code = code.replace("build/examples/fake_ec2", os.path.abspath(sys.argv[1]))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60,
                          env=Command("").env)
    expect((done.returncode, done.stdout), (0, expected), done.stderr)


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
        expect(filtered(**{"instance-state-code": ["80", "64"]}), red[:2] + blue[:1])
        named = launch(ec2, KeyName="mine", ClientToken="once")
        expect(filtered(**{"key-name": ["*"]}), named)
        expect(filtered(**{"client-token": ["on?e", "none"]}), named)
        expect(refused(ec2.describe_instances, Filters=[{"Name": "no-such", "Values": ["x"]}]),
               ("InvalidParameterValue", 400))
        expect(refused(ec2.describe_instances, MaxResults=4), ("InvalidParameterValue", 400))
        expect(refused(ec2.describe_instances, MaxResults=5, InstanceIds=red),
               ("InvalidParameterCombination", 400))
        expect(refused(ec2.describe_instances, NextToken="<&>"), ("InvalidParameterValue", 400))
        for call in ec2.describe_instances, ec2.describe_instance_status:
            expect(refused(call, NextToken=red[0], InstanceIds=red), ("InvalidParameterCombination", 400))


@case
def a_reservation_is_shown_once_whatever_the_order_of_the_ids():
    with Server() as server:
        ec2 = server.boto3()
        one, two = launch(ec2, 3), launch(ec2, 2)
        named = [two[1], one[2], two[0], one[0], two[1]]
        shown = ec2.describe_instances(InstanceIds=named)["Reservations"]
        expect([[i["InstanceId"] for i in reservation["Instances"]] for reservation in shown],
               [[one[0], one[2]], two])


@case
def a_question_mark_is_a_character_and_not_a_byte():
    with Server() as server:
        ec2 = server.boto3()
        tag = [{"ResourceType": "instance", "Tags": [{"Key": "Name", "Value": "Grüße 🦀"}]}]
        ids = launch(ec2, TagSpecifications=tag)
        for pattern, is_match in (("Gr?\u00dfe ?", True), ("Gr??e ?", True), ("Gr???e ?", False), ("Gr??e ????", False),
                                  ("*?", True), ("????????", False), ("???????", True), ("*??", True),
                                  ("*???????", True), ("*????????", False), ("*\\?", False), ("*e??", True),
                                  ("Gr*\u00bc*", False)):
            shown = states(ec2, Filters=[{"Name": "tag:Name", "Values": [pattern]}])
            expect(list(shown), ids if is_match else [], pattern)


@case
def an_unknown_filter_is_refused_though_there_is_no_instance():
    with Server() as server:
        expect(server.message("Action=DescribeInstances&Version=1&Filter.1.Name=x&Filter.1.Value.1=y"),
               "The filter 'x' is invalid")


@case
def all_instances_that_are_named_are_on_one_page():
    with Server() as server:
        ec2 = server.boto3()
        ids = launch(ec2, 1000) + launch(ec2)
        expect(sorted(states(ec2, InstanceIds=ids)), sorted(ids))


@case
def statuses_have_pages_filters_and_dry_runs_too():
    with Server() as server:
        ec2 = server.boto3()
        tag = [{"ResourceType": "instance", "Tags": [{"Key": "team", "Value": "red"}]}]
        red, blue = launch(ec2, 7, TagSpecifications=tag), launch(ec2, 6)
        ec2.stop_instances(InstanceIds=red[:2])

        def shown(size=None, **what):
            pages = ec2.get_paginator("describe_instance_status").paginate(
                PaginationConfig={"PageSize": size}, **what)
            return [[one["InstanceId"] for one in page["InstanceStatuses"]] for page in pages]
        expect(shown(), [red[2:] + blue])
        expect(shown(5), [red[2:], blue[:5], blue[5:]])
        expect(shown(5, IncludeAllInstances=True), [red[:5], red[5:] + blue[:3], blue[3:]])
        stopped = [{"Name": "instance-state-name", "Values": ["stopped"]}]
        expect(shown(Filters=stopped, IncludeAllInstances=True), [red[:2]])
        expect(shown(Filters=stopped), [[]])
        expect(refused(ec2.describe_instance_status, InstanceIds=[MISSING]),
               ("InvalidInstanceID.NotFound", 400))
        expect(refused(ec2.describe_instance_status, DryRun=True), ("DryRunOperation", 412))
        summary = {one["InstanceId"]: (one["InstanceState"]["Name"], one["SystemStatus"]["Status"])
                   for one in ec2.describe_instance_status(
                       InstanceIds=red[1:3], IncludeAllInstances=True)["InstanceStatuses"]}
        expect(summary, {red[1]: ("stopped", "not-applicable"), red[2]: ("running", "ok")})


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
        once = {"ClientToken": "once", "HibernationOptions": {"Configured": True}}
        ids = launch(ec2, 2, **once)
        expect(launch(ec2, 2, **once), ids)
        expect(len(states(ec2)), 2)
        ec2.stop_instances(InstanceIds=ids, Hibernate=True)
        expect(set(states(ec2).values()), {"stopped"})


@case
def a_token_with_other_parameters_is_refused_after_a_restart_too():
    same = {"ImageId": "ami-1", "MinCount": 1, "MaxCount": 2, "ClientToken": "once", "UserData": "a"}
    with state_folder() as folder:
        words = ["--state", os.path.join(folder, "state")]
        with Server(*words) as server:
            made = server.boto3().run_instances(**same)
        with Server(*words) as server:
            ec2 = server.boto3()
            again = ec2.run_instances(**same)
            expect([[i["InstanceId"] for i in reply["Instances"]] for reply in (made, again)],
                   [list(states(ec2))] * 2)
            for other in ({"UserData": "b"}, {"MaxCount": 3}, {"ImageId": "ami-2"}, {"KeyName": "x"}):
                expect(refused(ec2.run_instances, **{**same, **other}), ("IdempotentParameterMismatch", 400), other)
            expect(refused(ec2.run_instances, **same, DryRun=True), ("DryRunOperation", 412))
            launch(ec2, ClientToken="another")
            expect(len(states(ec2)), 3)


@case
def tags_that_ec2_refuses_are_refused():
    def tag(*keys):
        return [{"Key": key, "Value": "1"} for key in keys]
    run = {"ImageId": "ami-1", "MinCount": 1, "MaxCount": 1}
    with Server() as server:
        ec2 = server.boto3(parameter_validation=False)
        fifty = tag(*(f"k{n}" for n in range(50)))
        for code, *specifications in (
                ("InvalidParameterValue", {"ResourceType": "instance", "Tags": tag("a", "b", "a")}),
                ("InvalidParameterValue", {"ResourceType": "volume", "Tags": tag("a", "b", "a")}),
                ("InvalidParameterValue", *[{"ResourceType": "instance", "Tags": tag("a")}] * 2),
                ("InvalidParameterValue", {"ResourceType": "instance", "Tags": tag("aws:a")}),
                ("InvalidParameterValue", {"ResourceType": "instance"}),
                ("InvalidParameter", {"Tags": tag("a")}),
                ("TagLimitExceeded", {"ResourceType": "instance", "Tags": fifty + tag("a")})):
            expect(refused(ec2.run_instances, **run, TagSpecifications=specifications), (code, 400), specifications)
        expect(states(ec2), {})
        launch(ec2, TagSpecifications=[{"ResourceType": kind, "Tags": fifty} for kind in ("instance", "volume")])


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
def every_refusal_says_what_is_wrong():
    stop, run = "Action=StopInstances&InstanceId.1=", "Action=RunInstances&MinCount=1&MaxCount=1&"
    with Server() as server:
        id = launch(server.boto3())[0]
        for query, message in (
                ("", "The request has no Action: add one, such as Action=DescribeInstances"),
                ("Action=Stop", "The action Stop is not valid for this web service."),
                ("Action=StopInstances", "The request must contain the parameter InstanceIds"),
                (stop + "%", "The query string is malformed: bad_escape at byte 35: a '%' "
                 "without two hexadecimal digits; a '%' itself is written %25"),
                (stop + "i-1&Force=maybe", "A parameter is invalid: bad_value in Force at byte 44: the text "
                 "is not a value of the member's type"),
                (stop + "<x>", 'Invalid id: "<x>"'),
                (stop + MISSING, f"The instance ID '{MISSING}' does not exist"),
                (stop + MISSING + "&InstanceId.2=i-0123456789abcdef1",
                 f"The instance IDs '{MISSING}, i-0123456789abcdef1' do not exist"),
                (stop + id + "&DryRun=true", "Request would have succeeded, but DryRun flag is set."),
                (stop + id + "&Hibernate=true", "The instance can't be hibernated because it was not "
                 f"configured at launch for hibernation: {id}"),
                ("Action=RunInstances&MinCount=1&MaxCount=1",
                 "The request must contain the parameter ImageId"),
                (run + "ImageId=1", 'Invalid id: "1"'),
                (run + "ImageId=ami-%01", "A value has characters that no reply can carry"),
                (run + "ImageId=ami-1&TagSpecification.1.ResourceType=instance&TagSpecification.1.Tag.1.Key=a"
                 "&TagSpecification.1.Tag.2.Key=a", "Duplicate tag key 'a' specified."),
                (run + "ImageId=ami-1&TagSpecification.1.ResourceType=instance&TagSpecification.1.Tag.1.Key=%01"
                 "&TagSpecification.1.Tag.2.Key=%01", "Duplicate tag key '\\x01' specified."),
                (run.replace("1", "0") + "ImageId=ami-1",
                 "MinCount must be at least 1, and MaxCount at least MinCount"),
                (run.replace("1", "9999") + "ImageId=ami-1", "At most 1000 instances start at once"),
                ("Action=DescribeInstances&Filter.1.Name=x", "The filter 'x' is invalid"),
                ("Action=DescribeInstances&NextToken=x", "Unable to parse pagination token"),
                ("Action=DescribeInstances&MaxResults=4",
                 "Value ( 4 ) for parameter maxResults is invalid. It is 5 to 1000."),
                (f"Action=DescribeInstances&MaxResults=5&InstanceId.1={id}",
                 "The parameter instancesSet cannot be used with the parameter maxResults"),
                (f"Action=DescribeInstanceStatus&NextToken={id}&InstanceId.1={id}",
                 "The parameter instancesSet cannot be used with the parameter nextToken"),
                (run + "ImageId=ami-1&ClientToken=x", None),
                (run + "ImageId=ami-2&ClientToken=x", "Arguments on this idempotent request are inconsistent with "
                 "arguments used in previous request(s)."),
                ("Action=TerminateInstances&InstanceId.1=" + id, None),
                ("Action=StartInstances&InstanceId.1=" + id,
                 f"The instance '{id}' is not in a state from which it can be started.")):
            expect(server.message(query.encode()), message, query)
        for method, path, body, message in (
                ("PUT", "/x", b"", "Neither POST / with a query nor GET /?QUERY: PUT /x"),
                ("POST", "/", b"A" * (2 << 20), "The query string is too long: send less than 1 MB"),
                ("BREW", "/", b"",
                 "The HTTP request cannot be read: send it as a form, without a Content-Encoding")):
            expect(server.message(body, method, path), message, method)
    with Server("--throttle", "1") as server:
        expect(server.message((stop + id).encode()), "Request limit exceeded.")
    with Server("--deny", "StopInstances") as server:
        expect(server.message((stop + id).encode()), "You are not authorized to perform this operation.")


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
        # The maximum of a body.
        expect(server.post(good + b"&A=" + b"A" * ((1 << 20) - len(good) - 3))[0], 200)


@case
def a_range_cuts_no_reply():
    with Server() as server:
        id = launch(server.boto3())[0]
        for query, status in ("Action=DescribeInstances", 200), ("Action=Stop", 400):
            for part in "bytes=0-9", "bytes=-9", "bytes=0-9,20-29", "bytes=9999-":
                found, root = server.document(query.encode(), "POST", "/", [("Range", part)])
                expect((found, root.tag.split("}")[-1]), (status, "DescribeInstancesResponse" if status == 200
                                                          else "Response"), part)
        expect(states(server.boto3()), {id: "running"})


@case
def a_head_is_refused_and_changes_nothing():
    with Server() as server:
        ec2 = server.boto3()
        id = launch(ec2)[0]
        connection = http.client.HTTPConnection(server.place, timeout=20)
        for _ in range(2):
            connection.request("HEAD", f"/?Action=TerminateInstances&InstanceId.1={id}")
            answer = connection.getresponse()
            expect((answer.status, answer.read()), (400, b""))
            connection.request("POST", "/", b"Action=DescribeInstances")
            answer = connection.getresponse()
            expect(answer.status, 200)
            answer.read()
        connection.close()
        expect(states(ec2), {id: "running"})
        expect([line.split()[3] for line in server.lines() if " 400 " in line], ["UnsupportedOperation"] * 2)


@case
def a_post_without_a_length_has_no_body():
    with Server() as server:
        connection = http.client.HTTPConnection(server.place, timeout=3)
        for _ in range(2):
            connection.putrequest("POST", "/")
            connection.endheaders()
            answer = connection.getresponse()
            assert b"MissingAction" in answer.read(), answer
            expect(answer.getheader("Connection"), None)
        connection.close()


@case
def a_connection_ends_where_a_body_may_not_have_been_read():
    with Server() as server:
        for method, path, headers in (("BREW", "/", {}), ("HEAD", "/", {}), ("POST", "/", {"Range": "bytes=x"}),
                                      ("POST", "/x", {}), ("POST", "/", {"Content-Type": "multipart/form-data"})):
            connection = http.client.HTTPConnection(server.place, timeout=20)
            connection.request(method, path, b"Action=DescribeInstances", headers)
            answer = connection.getresponse()
            answer.read()
            expect((answer.status, answer.getheader("Connection")), (400, "close"), (method, path))
            connection.close()


def example(name):
    """The path of a program of examples/, or None."""
    return next((path for path in sys.argv[2:] if os.path.basename(path) == name), None)


@case
def ec2wire_stops_and_starts_them():
    if not example("ec2wire"):
        return "SKIPPED, the command is not in this build"
    run = Command(example("ec2wire"))
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
def the_example_that_waits_sees_them_stop():
    if not example("wait_until_stopped"):
        return "SKIPPED, wait_until_stopped is not in this build"
    with Server("--delay", "1") as server:
        ec2 = server.boto3()
        ids = launch(ec2, 2)
        ec2.get_waiter("instance_running").wait(InstanceIds=ids, WaiterConfig=QUICK)
        outcome = Command(example("wait_until_stopped"))(
            "--endpoint-url", server.url, "--delay", "1", *ids, env=KEYS)
        expect((outcome.status, outcome.err), (0, ""), outcome)
        seen = [line.split(",")[0] for line in outcome.out.splitlines()]
        expect((seen[:2], seen[-2:]), ([f"{i} is stopping" for i in ids], [f"{i} is stopped" for i in ids]))
        expect(set(states(ec2).values()), {"stopped"})
    return None


@case
def the_example_of_an_event_loop_stops_them():
    if not example("event_loop"):
        return "SKIPPED, event_loop is not in this build"
    with Server() as server:
        ec2 = server.boto3()
        ids = launch(ec2, 12)
        outcome = Command(example("event_loop"))(server.place, *ids)
        expect((outcome.status, outcome.err), (0, ""), outcome)
        expect(states(ec2), dict.fromkeys(ids, "stopped"))
    return None


@case
def a_kill_loses_nothing_that_was_answered():
    with state_folder() as folder:
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
            assert "another process has it open: give another --state\n" in again.stderr, again.stderr
        expect(open(state, "rb").read(), whole)
        with open(state, "ab") as file:
            file.write(b"not ours\n")
        again = subprocess.run([sys.argv[1], "--state", state], capture_output=True, text=True, timeout=20)
        expect(again.returncode, 1)
        assert "is not one of this program's: give another --state, or remove" in again.stderr, again.stderr
        return f"{len(answered)} instances"


@case
def a_file_of_something_else_is_refused_and_kept():
    with state_folder() as folder:
        path = os.path.join(folder, "notes")
        for content in ("a line without its end", "a line\nand another", "Action=Changed"):
            with open(path, "w") as file:
                file.write(content)
            done = subprocess.run([sys.argv[1], "--state", path], capture_output=True, text=True, timeout=20)
            expect(done.returncode, 1)
            assert "is not one of this program's" in done.stderr, done.stderr
            expect(open(path).read(), content)
        for changed in ("Id=x", "ImageId=%01", "State=99", "State=65552", "LaunchedAt=9223372036854775807",
                        "Tag.1.Key=x"):
            pairs = {"Id": "i-00000000112345678", **dict([changed.split("=")])}
            with open(path, "w") as file:
                file.write("&".join(["Action=Change", *(f"Instance.1.{pair}={pairs[pair]}" for pair in pairs)]) + "\n")
            done = subprocess.run([sys.argv[1], "--state", path], capture_output=True, text=True, timeout=20)
            assert (done.returncode, "line 1 is not one of this program's" in done.stderr) == (1, True), (changed, done)
        for part in ("", "A", "Action=Change&", "Action=Change&Instance.1.Id=i-0"):
            with open(path, "w") as file:
                file.write(part)
            with Server("--state", path) as server:
                expect(states(server.boto3()), {})
        done = subprocess.run([sys.argv[1], "--state", "/dev/null"], capture_output=True, text=True, timeout=20)
        expect((done.returncode, done.stderr), (1, "fake_ec2: /dev/null: not a regular file\n"))


@case
def a_state_that_takes_time_passes_while_the_server_is_down():
    with state_folder() as folder:
        words = ["--delay", "2", "--state", os.path.join(folder, "state")]
        with Server(*words) as server:
            ec2, begin = server.boto3(), time.monotonic()
            ids = launch(ec2, 2)
            server.process.kill()
            server.process.wait(20)
        with Server(*words) as server:
            seen = set(states(server.boto3()).values())
            assert seen == {"pending"} or time.monotonic() - begin > 2, seen
            server.process.kill()
            server.process.wait(20)
        time.sleep(2)
        with Server(*words) as server:
            expect(states(server.boto3()), dict.fromkeys(ids, "running"))


@case
def sigterm_and_sigint_end_it_with_0():
    for number in (signal.SIGTERM, signal.SIGINT):
        with Server() as server:
            server.boto3().describe_instances()
            expect(server.end(number), 0)
    # A connection that is open, and idle, does not hold it up for long.
    with Server() as server:
        idle = http.client.HTTPConnection(server.place, timeout=20)
        idle.request("GET", "/")
        idle.getresponse().read()
        begin = time.monotonic()
        expect(server.end(signal.SIGTERM), 0)
        assert time.monotonic() - begin < 10, time.monotonic() - begin
        idle.close()


@case
def sigterm_amid_calls_loses_nothing_that_was_answered():
    with state_folder() as folder:
        state, answered = os.path.join(folder, "state"), {}
        with Server("--state", state) as server:
            ec2 = server.boto3()
            end = threading.Timer(0.5, server.process.terminate)
            end.start()
            try:
                while True:
                    (one,) = launch(ec2)
                    answered[one] = "running"
            except botocore.exceptions.BotoCoreError:
                end.join()
                expect(server.process.wait(20), 0)
        with Server("--state", state) as server:
            now = states(server.boto3())
            expect({i: now.get(i) for i in answered}, answered)
            assert len(now) - len(answered) in (0, 1), (len(now), len(answered))
        return f"{len(answered)} instances"


@case
def output_that_cannot_be_written_is_reported():
    expect(where_the_disk_is_full(sys.argv[1]), (1, UNWRITTEN))
    expect(where_the_disk_is_full(sys.argv[1], "--help"), (1, UNWRITTEN))
    with Server() as server:
        ids = launch(server.boto3())
        for name, words in (("event_loop", [server.place, *ids]),
                            ("wait_until_stopped", ["--endpoint-url", server.url, *ids])):
            if example(name):
                expect(where_the_disk_is_full(example(name), *words, env={**Command("").env, **KEYS}),
                       (1, UNWRITTEN), name)


@case
def a_closed_output_is_not_the_file_of_the_state():
    with state_folder() as folder:
        state = os.path.join(folder, "state")
        done = subprocess.run(["sh", "-c", '"$1" --state "$2" >&-', "sh", sys.argv[1], state], timeout=20,
                              capture_output=True, text=True)
        expect((done.returncode, done.stderr, open(state).read()), (1, UNWRITTEN, ""))
        with subprocess.Popen(["sh", "-c", 'exec "$1" --state "$2" 2>&-', "sh", sys.argv[1], state],
                              stdout=subprocess.PIPE, text=True) as process:
            place = process.stdout.readline().strip().removeprefix("http://")
            connection = http.client.HTTPConnection(place, timeout=20)
            connection.request("POST", "/", b"Action=None")
            expect(connection.getresponse().status, 400)
            connection.close()
            process.terminate()
            expect((process.wait(20), open(state).read()), (0, ""))


@case
def wrong_options_are_reported():
    done = subprocess.run([sys.argv[1], "--help"], capture_output=True, text=True, timeout=20)
    expect((done.returncode, done.stderr), (0, ""))
    assert "NO REQUEST IS AUTHENTICATED" in done.stdout
    with Server() as server:
        port = server.place.split(":")[1]
        done = subprocess.run([sys.argv[1], "--port", port], capture_output=True, text=True, timeout=20)
        expect((done.returncode, done.stderr),
               (1, f"fake_ec2: cannot listen on port {port}: give another --port, or 0 for a free one\n"))
    for words in (["--port"], ["--port", "65536"], ["--delay", "x"], ["--throttle", "0"], ["--what", "1"],
                  ["--deny", "StopInstance"]):
        done = subprocess.run([sys.argv[1], *words], capture_output=True, text=True, timeout=20)
        reason = " is no option, or lacks its value" if len(words) == 1 else \
            ": no such option, or not a value that it can have"
        expect((done.returncode, done.stdout, done.stderr.splitlines()[0]),
               (2, "", f"fake_ec2: {' '.join(words)}{reason}"))
        assert "usage: fake_ec2" in done.stderr, done.stderr


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    # Meson ends a test that takes too long so; the servers must end as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("FAILED  out of time"))
    run_cases()


if __name__ == "__main__":
    main()
