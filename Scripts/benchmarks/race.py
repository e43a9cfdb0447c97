"""Runs a task by ours and by the peers in turn, checks the answers and compares the times."""
import dataclasses
import pathlib
import tempfile

import numpy

import progress
from agreement import Answer, Context
from peers.serving import Graph
from racers import OURS, RaceError
from tasks import Task

# Whoever takes longer than so many seconds runs once only; when the race has to be quick, so many.
LONG, QUICK_LONG = 4.0, 0.5
TWO_THREADS = f"{OURS}, 2 threads"


@dataclasses.dataclass
class Result:
    """What came out of a task."""
    task: Task
    graph: str
    # Wall seconds of each run that counts, by racer, and processor seconds.
    wall: dict = dataclasses.field(default_factory=dict)
    processor: dict = dataclasses.field(default_factory=dict)
    # What a racer said or got wrong.
    problems: dict = dataclasses.field(default_factory=dict)
    disagreements: dict = dataclasses.field(default_factory=dict)
    qualities: dict = dataclasses.field(default_factory=dict)
    # Bytes an edge, resident and at most while loading.
    memory: dict = dataclasses.field(default_factory=dict)

    def seconds(self, racer):
        """The time of each run of a racer. One thread never waits: its processor time is what the wall clock would show on
        a machine that has nothing else to do."""
        return (self.wall if racer == TWO_THREADS else self.processor)[racer]

    def least(self, racer):
        """The seconds of the quickest run: what others do on the machine only ever makes runs longer."""
        return min(self.seconds(racer))

    @property
    def rival(self):
        """Who the aim is about: the fastest peer unless one is named."""
        peers = [peer for peer in self.task.peers if peer in self.wall]
        if self.task.against in peers:
            return self.task.against
        return min(peers, key=self.least, default=None)

    def ratio(self, ours=OURS):
        """Our time as a share of the rival's."""
        return self.least(ours) / self.least(self.rival)

    def pairs(self):
        """The same for each pair of runs, where both ran as often."""
        a, b = self.seconds(OURS), self.seconds(self.rival)
        return [x / y for x, y in zip(a, b)] if len(a) == len(b) else []

    @property
    def is_met(self):
        """Whether the aim is met."""
        if OURS not in self.wall or self.rival is None or self.disagreements or self.ratio() > self.task.aim:
            return False
        if self.qualities.get(OURS, 0) < self.qualities.get(self.rival, 0):
            return False
        limit = self.task.two_threads_aim
        return limit is None or TWO_THREADS in self.wall and self.ratio(TWO_THREADS) <= limit


class Track:
    """Where racers stand ready with their graphs."""

    def __init__(self, stable, folders, quick, runs):
        self.stable, self.folders, self.runs = stable, folders, runs
        self.long = QUICK_LONG if quick else LONG
        self.racers, self.known = {}, {}
        self.scratch = tempfile.TemporaryDirectory()

    def racer(self, name):
        if name not in self.racers:
            self.racers[name] = self.stable.start(name)
        return self.racers[name]

    def clear(self):
        """Sends the racers home, and their graphs with them."""
        for racer in self.racers.values():
            racer.close()
        self.racers = {}

    def race(self, task, graph):
        """Runs a task on a graph, all racers in turn, a first time to warm up and for the answers."""
        result = Result(task, graph)
        names = [OURS, *(peer for peer in task.peers if peer not in self.stable.absent)]
        entries = [(name, name, 1) for name in names]
        if task.parallel:
            entries.append((TWO_THREADS, OURS, 2))
        answers, slow = {}, set()
        for run in range(self.runs + 1):
            for entry, name, threads in entries:
                if entry in result.problems or entry in slow:
                    continue
                progress.show(f"{task.title}, {result.graph}: {entry}")
                reply = self.reply(result, entry, name, threads, answers if run == 0 and threads == 1 else None)
                if reply is None:
                    continue
                if reply["wall"] > self.long:
                    slow.add(entry)
                if run > 0 or entry in slow:
                    result.wall.setdefault(entry, []).append(reply["wall"])
                    result.processor.setdefault(entry, []).append(reply["processor"])
        self.check(result, answers)
        progress.clear()
        return result

    def reply(self, result, entry, name, threads, answers):
        try:
            return self.loaded(result, entry, name, threads, answers) if result.task.loads else (
                self.ran(result, name, threads, answers))
        except RaceError as problem:
            result.problems[entry] = str(problem)
            if name in self.racers and self.racers[name].has_ended():
                del self.racers[name]

    def request(self, task, graph):
        files = Graph(self.folders[graph])
        request = {"graph": str(files.folder), "task": task.name, "isWeighted": task.weighted}
        if task.sources:
            request["sources"] = files.sources[:task.sources]
        if task.count:
            request["count"] = task.count
        return request

    def ran(self, result, name, threads, answers):
        """Has a kernel run, by a racer who keeps the graph."""
        request = self.request(result.task, result.graph)
        if answers is not None:
            request["answer"] = str(pathlib.Path(self.scratch.name) / name)
        if name == OURS:
            request["task"] = result.task.ours or result.task.name
        reply = self.racer(name).ask(action="run", threads=threads, **request)
        if answers is not None:
            answers[name] = Answer(reply["summary"], numpy.fromfile(request["answer"]))
            if name == OURS:
                self.known[result.task.name, result.graph] = answers[name]
        return reply

    def loaded(self, result, entry, name, threads, answers):
        """Has a graph loaded, by a process of its own."""
        task = (result.task.ours or result.task.name) if name == OURS else result.task.name
        with self.stable.start(name) as racer:
            reply = racer.ask(action="load", graph=str(self.folders[result.graph]), task=task, threads=threads)
        if answers is not None:
            answers[name] = Answer(reply["summary"], numpy.empty(0))
        edges = reply["summary"]["edges"]
        result.memory[entry] = {
            "resident": (reply["residentBytes"] - reply["residentBefore"]) / edges,
            "peak": (reply["peakBytes"] - reply["residentBefore"]) / edges,
        }
        return reply

    def check(self, result, answers):
        """Compares the answers; whoever differs is no rival."""
        task, graph = result.task, Graph(self.folders[result.graph])
        context = Context(graph, graph.sources[:task.sources], lambda name: self.exact(task, result.graph, name))
        for name, answer in answers.items():
            if task.quality:
                result.qualities[name] = task.quality(context, answer)
            if name != OURS and OURS in answers:
                wrong = task.check(context, answers[OURS], answer)
                if wrong:
                    result.disagreements[name] = wrong
                    result.wall.pop(name, None)

    def exact(self, task, graph, name):
        """Our answer to another task on the same graph."""
        if (name, graph) in self.known:
            return self.known[name, graph]
        file = str(pathlib.Path(self.scratch.name) / "exact")
        request = self.request(task, graph) | {"task": name, "answer": file}
        reply = self.racer(OURS).ask(action="run", threads=2, **request)
        return Answer(reply["summary"], numpy.fromfile(file))
