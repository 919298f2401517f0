"""Runs moto_server for a test, on a free port of 127.0.0.1."""
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

PATIENCE = 40  # seconds until the server answers


class Moto:
    """A moto_server of our own, for a `with`."""

    def __init__(self, program):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            [program, "-H", "127.0.0.1", "-p", str(port)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __enter__(self):
        try:
            self.wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def wait(self):
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                sys.exit(f"FAILED  moto_server ended with status {self.process.returncode}")
            try:
                direct.open(self.url + "/moto-api/data.json", timeout=5).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.1)
        sys.exit(f"FAILED  moto_server does not answer within {PATIENCE} seconds")

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
