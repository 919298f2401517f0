#!/usr/bin/env python3
"""Calls examples/fake_ec2 over 64 connections at once: no change is lost, and its memory does not grow.

usage: load.py SERVER [CALLS [--any-memory]]      CALLS is 4000 unless it is given; with --any-memory the
                                                  server may grow, as it does where freed memory is kept

Each connection has instances of its own and knows their states, so that it can check each reply. Then the
server is killed while all of them wait for an answer, and the next one holds all that was answered. What the
journal holds is read here as well.
"""
import collections
import os
import signal
import sys
import threading
import time

sys.dont_write_bytecode = True
from cases import case, expect, run_cases  # noqa: E402
from fake_server import Server, state_folder  # noqa: E402
from load_worker import Connection, Worker, journaled, memory  # noqa: E402

CONNECTIONS = 64

# How much the server's memory may grow after a fifth of the calls: a part of it, and kB for each new instance.
MAX_GROWTH, INSTANCE_SIZE = 0.1, 4


def together(workers, count, watch):
    """At least `count` calls of all workers at once; watch(calls) sees how many there were so far."""
    begin = sum(worker.calls for worker in workers)
    each = -(-count // len(workers))
    threads = [threading.Thread(target=worker.work, args=[worker.calls + each]) for worker in workers]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        watch(sum(worker.calls for worker in workers) - begin)
        time.sleep(0.01)
    return sum(worker.calls for worker in workers) - begin


def connect(workers, server):
    for worker in workers:
        worker.connection = Connection(server.place)


def compare(workers):
    for worker in workers:
        worker.compare()
        worker.connection.close()


def see_log(server, workers):
    """A line for each call, under the request id that its answer had; and no sanitizer's report."""
    lines = server.lines()
    assert not [line for line in lines if "Sanitizer" in line or "runtime error" in line], lines[-60:]
    answered = [request_id for worker in workers for request_id in worker.request_ids]
    logged = [line.split()[0] for line in lines]
    expect((len(set(answered)), len(set(answered) - set(logged))), (len(answered), 0))
    # Those that a kill has left without an answer.
    assert 0 <= len(logged) - len(answered) <= CONNECTIONS, (len(logged), len(answered))
    for worker in workers:
        worker.request_ids.clear()


@case
def each_answer_is_right_and_the_memory_stays_as_it_is(workers, state, count):
    sizes = []

    def watch(calls):
        if not sizes and calls >= count // 5:
            sizes.append((memory(server), sum(len(worker.held) for worker in workers)))
    with Server("--state", state) as server:
        connect(workers, server)
        begin = time.monotonic()
        done = together(workers, count, watch)
        seconds = time.monotonic() - begin
        problems = [worker.problem for worker in workers if worker.problem]
        assert not problems, (server.process.poll(), problems[:3])
        (early, few), late, many = sizes[0], memory(server), sum(len(w.held) for w in workers)
        compare(workers)
    see_log(server, workers)
    note = (f"{done} calls over {CONNECTIONS} connections in {seconds:.1f} s, {done / seconds:.0f} a second; "
            f"{early} kB after a fifth, {late} kB at the end, with {many - few} instances more")
    assert "--any-memory" in sys.argv or late - early <= early * MAX_GROWTH + (many - few) * INSTANCE_SIZE, note
    codes = sum((worker.codes for worker in workers), collections.Counter())
    return f"{note}; {', '.join(f'{n} {code}' for code, n in codes.most_common())}"


@case
def a_kill_amid_the_calls_loses_nothing_that_was_answered(workers, state, count):
    with Server("--state", state) as server:
        connect(workers, server)
        # More calls than there will be: no worker comes to its end before the kill.
        done = together(workers, count * 20, lambda calls: calls >= count // 5 and server.process.kill())
        expect(server.process.wait(20), -signal.SIGKILL)
    see_log(server, workers)
    problems = [worker.problem for worker in workers if not isinstance(worker.problem, ConnectionError)]
    assert not problems, problems[:3]
    cut = sum(worker.sent is not None for worker in workers)
    with Server("--state", state) as server:
        connect(workers, server)
        compare(workers)
    held = {one: instance for worker in workers for one, instance in worker.held.items()}
    expect(journaled(state), held)
    return f"after {done} calls, {cut} changes without an answer; {len(held)} instances"


def main():
    if len(sys.argv) not in (2, 3, 4) or sys.argv[3:] not in ([], ["--any-memory"]):
        sys.exit(__doc__)
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 4000
    with state_folder() as folder:
        run_cases([Worker(n) for n in range(CONNECTIONS)], os.path.join(folder, "state"), count)


if __name__ == "__main__":
    main()
