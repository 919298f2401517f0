#!/usr/bin/env python3
"""Checks what examples/own_operation prints.

usage: own_operation.py PROGRAM
"""
import os
import subprocess
import sys

sys.dont_write_bytecode = True
from cases import UNWRITTEN, case, expect, run_cases, where_the_disk_is_full  # noqa: E402

# From EC2's API reference.
REPLY = """<DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
    <requestId>59dbff89-35bd-4eac-99ed-be587EXAMPLE</requestId>
    <regionInfo>
       <item>
         <regionName>us-east-1</regionName>
         <regionEndpoint>ec2.us-east-1.amazonaws.com</regionEndpoint>
         <optInStatus>opt-in-not-required</optInStatus>
      </item>
       <item>
         <regionName>ap-east-1</regionName>
         <regionEndpoint>ec2.ap-east-1.amazonaws.com</regionEndpoint>
         <optInStatus>not-opted-in</optInStatus>
      </item>
   </regionInfo>
</DescribeRegionsResponse>"""


def run(*words, reply=""):
    done = subprocess.run([sys.argv[1], *words], input=reply, capture_output=True, text=True,
                          timeout=60)
    return done.returncode, done.stdout.splitlines(), done.stderr


@case
def a_request_is_the_query_of_its_table():
    expect(run(), (0, ["Action=DescribeRegions&Version=2016-11-15"], ""))
    expect(run("us-east-1", "ap-east-1"),
           (0, ["Action=DescribeRegions&RegionName.1=us-east-1&RegionName.2=ap-east-1"
                "&Version=2016-11-15"], ""))


@case
def a_reply_is_read_by_the_same_kind_of_table():
    expect(run("--reply", reply=REPLY),
           (0, ["us-east-1 ec2.us-east-1.amazonaws.com",
                "ap-east-1 ec2.ap-east-1.amazonaws.com (not opted in)"], ""))


@case
def a_reply_without_a_response_is_reported():
    expect(run("--reply", reply=REPLY[:200])[:2],
           (1, ["unexpected_end at byte 200: the bytes end before the document does; decode the whole body"]))
    denied = ("<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message>"
              "</Error></Errors><RequestID>r</RequestID></Response>")
    expect(run("--reply", reply=denied)[:2], (1, ["UnauthorizedOperation: no (request r)"]))


@case
def unreadable_or_endless_input_is_reported():
    for path, problem in [("/dev/zero", "is longer than 67108864 bytes"), ("/", "cannot be read")]:
        stream = os.open(path, os.O_RDONLY)
        done = subprocess.run([sys.argv[1], "--reply"], stdin=stream, capture_output=True, text=True,
                              timeout=60)
        os.close(stream)
        expect((done.returncode, done.stdout, done.stderr),
               (1, "", f"the standard input {problem}\n"))


@case
def output_that_cannot_be_written_is_reported():
    expect(where_the_disk_is_full(sys.argv[1]), (1, UNWRITTEN))


run_cases()
