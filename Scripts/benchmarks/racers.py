"""The processes that race: our worker and those of the peers, which speak the same lines of JSON."""
import json
import os
import pathlib
import subprocess
import sys

import environments

HERE = pathlib.Path(__file__).resolve().parent
OURS = "rebound"
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS")}


def called(name):
    """What a racer is called in print."""
    return name.replace("graph_tool", "graph-tool")


class RaceError(Exception):
    """What a racer said went wrong."""


class Racer:
    """A running worker."""

    def __init__(self, name, command):
        self.name = name
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
            env={**os.environ, **ONE_THREAD})

    def ask(self, **request):
        """The reply to a request."""
        try:
            self.process.stdin.write(json.dumps(request) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            raise RaceError(f"{self.name} ended with status {self.process.wait()}") from None
        line = self.process.stdout.readline()
        if not line:
            raise RaceError(f"{self.name} ended with status {self.process.wait()}")
        reply = json.loads(line)
        if reply.get("error"):
            raise RaceError(f"{self.name}: {reply['error']}")
        return reply

    def has_ended(self):
        return self.process.poll() is not None

    def close(self):
        if not self.has_ended():
            self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Stable:
    """Knows how to start each racer."""

    def __init__(self):
        self.worker = environments.built_worker()
        self.absent = set()
        if not environments.has_graph_tool():
            print("graph-tool is left out: Debian's package python3-graph-tool cannot be installed here", file=sys.stderr)
            self.absent.add("graph_tool")

    def start(self, name):
        """A new process of a racer."""
        if name == OURS:
            return Racer(name, [self.worker])
        python = environments.DEBIAN_PYTHON if name == "graph_tool" else sys.executable
        return Racer(name, [str(python), str(HERE / f"peers/{name}_worker.py")])

    def versions(self):
        """Who races, in words."""
        named = [f"{name} {version}" for name, version in environments.KERNEL_PEERS.items()]
        if "graph_tool" not in self.absent:
            told = subprocess.run([environments.DEBIAN_PYTHON, "-c", "import graph_tool; print(graph_tool.__version__)"],
                                  capture_output=True, text=True).stdout.split()
            named.append(f"graph-tool {told[0]}" if told else "graph-tool")
        return ", ".join(named)
