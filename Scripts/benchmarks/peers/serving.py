"""The lines of JSON that `Scripts/bench` and a peer's worker exchange, the same as with ours (KernelRace.swift)."""
import ctypes
import gc
import json
import os
import pathlib
import resource
import sys
import time

import numpy


class Graph:
    """The files of a graph: see GraphFiles.swift."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        about = json.loads((self.folder / "about.json").read_text())
        self.nodes, self.edges = about["nodes"], about["edges"]
        self.sources, self.hub = about["sources"], about["hub"]

    @property
    def text(self):
        return str(self.folder / "edges.txt")

    def pairs(self):
        return numpy.fromfile(self.folder / "edges.i32", dtype=numpy.int32).reshape(-1, 2)

    def weights(self):
        return numpy.fromfile(self.folder / "weights.u8", dtype=numpy.uint8).astype(float)


def resident_bytes():
    """What is resident now, without what the allocator merely holds back."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")


def timed(work):
    """What a call returns, and its wall and processor seconds."""
    processor, wall = time.process_time(), time.perf_counter()
    result = work()
    return result, {"wall": time.perf_counter() - wall, "processor": time.process_time() - processor}


class Peer:
    """A library that runs tasks. `tasks` has for each name a function of the graph and the request that returns two
    functions: one to be timed, and one that makes a summary and an array of numbers of what that returned."""

    def __init__(self):
        self.tasks, self.graphs, self.kept = {}, {}, None

    def graph(self, files, weighted):
        """The graph in the library's own form."""
        raise NotImplementedError

    def load_text(self, files):
        """A function that reads a graph from its text."""
        raise NotImplementedError

    def load_binary(self, files):
        """A function that reads a graph from a file of the library's own, which is written before."""
        raise NotImplementedError

    def edges(self, graph):
        """The number of edges of a graph in the library's own form."""
        raise NotImplementedError

    def load(self, request):
        loaders = {"load-text": self.load_text, "load-binary": self.load_binary}
        work = loaders[request["task"]](Graph(request["graph"]))
        before = resident_bytes()
        self.kept, times = timed(work)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        return {**times, "residentBefore": before, "residentBytes": resident_bytes(), "peakBytes": peak,
                "summary": {"edges": self.edges(self.kept)}}

    def run(self, request):
        files, weighted = Graph(request["graph"]), request.get("isWeighted", False)
        key = files.folder, weighted
        if key not in self.graphs:
            self.graphs[key] = self.graph(files, weighted)
        work, answer = self.tasks[request["task"]](self.graphs[key], files, request)
        found, times = timed(work)
        summary, values = answer(found)
        if "answer" in request:
            numpy.asarray(values, dtype=float).tofile(request["answer"])
        return {**times, "summary": summary}


def serve(peer):
    """Answers every line of standard input, on the standard output that the process began with."""
    channel = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)
    for line in sys.stdin:
        request = json.loads(line)
        try:
            reply = (peer.load if request["action"] == "load" else peer.run)(request)
        except Exception as problem:
            reply = {"error": f"{type(problem).__name__}: {problem}"}
        print(json.dumps(reply), file=channel)


def values(found):
    """An answer that is nothing but numbers."""
    return {}, found


def summary(**fields):
    """An answer that is nothing but a summary: functions of what was found."""
    return lambda found: ({name: float(field(found)) for name, field in fields.items()}, [])
