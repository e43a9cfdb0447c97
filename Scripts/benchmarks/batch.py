"""Many networks of 100 people: `rebound batch` beside python-igraph, and beside a command a network."""
import os
import pathlib
import shutil
import statistics
import subprocess
import tempfile

from environments import KERNEL_PEERS, ROOT, built_rebound, python_with
from programs import DAY, measured

PEOPLE = 100


def generate(work, count):
    """A folder of networks of 100 people, and the same as lines."""
    folder = work / "networks"
    subprocess.run([ROOT / "Scripts/generate-networks", "--count", str(count), "--min-people", str(PEOPLE), "--max-people",
                    str(PEOPLE), "--seed", "7", "-o", folder], check=True, stdout=subprocess.DEVNULL)
    lines = work / "networks.jsonl"
    with open(lines, "wb") as stream:
        for file in sorted(folder.glob("*.json")):
            stream.write(file.read_bytes().replace(b"\n", b" ") + b"\n")
    return folder, lines


def multiplied(folder, lines, times):
    """The same networks several times, under other names."""
    many, stream = folder.with_name("many"), lines.with_name("many.jsonl")
    many.mkdir()
    for number in range(times):
        for file in folder.glob("*.json"):
            os.link(file, many / f"{number}-{file.name}")
    # In pieces: what this process holds counts as memory of those that it starts.
    with open(stream, "wb") as sink:
        for _ in range(times):
            with open(lines, "rb") as source:
                shutil.copyfileobj(source, sink)
    return many, stream


def medians(runs, ways):
    """Wall seconds, processor seconds and peak MiB of several ways to do it, in turn: one run to warm up, then so many."""
    rows = {name: [] for name in ways}
    for run in range(runs + 1):
        for name, way in ways.items():
            figures = way()
            if run:
                rows[name].append(figures)
    return {name: [statistics.median(column) for column in zip(*figures)] for name, figures in rows.items()}


def main(quick, runs, program):
    """All races of many networks."""
    rebound = program or built_rebound()
    python = python_with("peers-igraph", f"igraph=={KERNEL_PEERS['igraph']}")
    count, times = (100, 1) if quick else (1000, 10)
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        folder, lines = generate(work, count)
        files = sorted(folder.glob("*.json"))
        few = files[:max(1, count // 10)]

        def batch(networks, *options):
            def run():
                shutil.rmtree(work / "report", ignore_errors=True)
                return measured([[rebound, "batch", networks, "-o", work / "report", *DAY, *options]])
            return run

        def stream(source, *options):
            return lambda: measured([[rebound, "batch", "-", "--jsonl", *DAY, *options]], source)

        spawned = [[rebound, word, file, *DAY, "--json"] for file in few for word in ("next", "stalled")]
        ways = {
            "batch - --jsonl": stream(lines),
            "batch - --jsonl --jobs 1": stream(lines, "--jobs", "1"),
            "python-igraph, the same lines": lambda: measured(
                [[python, ROOT / "Scripts/benchmarks/triage_igraph.py", DAY[1]]], lines),
            "batch --no-drawing": batch(folder, "--no-drawing"),
            "batch": batch(folder),
            "next and stalled, spawned": lambda: measured(spawned),
        }
        counts = {name: len(few) if name.endswith("spawned") else count for name in ways}
        figures = medians(1 if quick else min(runs, 3), ways)
        if times > 1:
            many, source = multiplied(folder, lines, times)
            for name, way in (("batch - --jsonl, 10,000", stream(source)),
                              ("batch --no-drawing, 10,000", batch(many, "--no-drawing"))):
                figures[name], counts[name] = way(), count * times
        size = lines.stat().st_size / count / 1024
        print(f"\nnetworks of {PEOPLE} people, {size:.0f} KB each, on {os.cpu_count()} cores")
        print(f"  {'':32}{'networks':>9}{'a second':>10}{'a second a core':>17}{'peak MiB':>10}")
        rates = {}
        for name, (wall, processor, memory) in figures.items():
            rates[name] = counts[name] / wall, counts[name] / processor
            print(f"  {name:32}{counts[name]:9,}{rates[name][0]:10.0f}{rates[name][1]:17.0f}{memory:10.1f}")
        for title, ours, theirs in (
                ("python-igraph's PageRank and days of silence", "batch - --jsonl", "python-igraph, the same lines"),
                ("a spawned next and stalled a network", "batch - --jsonl", "next and stalled, spawned")):
            wall, core = (ours / theirs for ours, theirs in zip(rates[ours], rates[theirs]))
            print(f"  against {title}: {wall:.1f} times the networks a second, {core:.1f} times a core", flush=True)
