"""Our kernels beside those of the peers, in one run. `Scripts/bench kernels` calls it with a Python that has them.

Graphs are made from seeds. Every racer is a process that loads a graph once and then runs a task when it is its turn. The
answers of the first, unmeasured run are compared; a peer whose answer is another is no rival, and the command fails.
"""
import argparse
import dataclasses
import json
import pathlib
import sys

import environments
import graphs
import growth
import plot
import report
import startup
from race import Track
from racers import OURS, Stable
from tasks import TASKS


def graph_of(task, options):
    """The name of the graph of a race; one that was given is taken however quick it has to be."""
    given = options.graph and task.graph == graphs.CONTACTS
    return task.quick_graph if options.quick and not given else task.graph


def race_all(stable, worker, options):
    """All tasks, one after the other."""
    chosen = [task for task in TASKS if not options.only or any(word in (task.name, task.graph) for word in options.only)]
    names = [graph_of(task, options) for task in chosen]
    folders = {name: graphs.made(name, worker, options.graph) for name in dict.fromkeys(names)}
    track = Track(stable, folders, options.quick, options.runs)
    results = []
    for task, name in zip(chosen, names):
        if results and results[-1].graph != name:
            track.clear()
        results.append(track.race(task, name))
        print(report.line(results[-1]), file=sys.stderr, flush=True)
    track.clear()
    return results


def write(folder, text, results, sizes, limits, times, quick):
    """The files of the results."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "results.md").write_text(text)
    data = {
        "races": [{
            "task": result.task.name, "title": result.task.title, "graph": result.graph, "aim": result.task.aim,
            "rival": result.rival, "met": result.is_met, "wall_seconds": result.wall,
            "processor_seconds": result.processor, "quality": result.qualities, "bytes_an_edge": result.memory,
            "disagreements": result.disagreements, "problems": result.problems,
        } for result in results],
        "growth": [dataclasses.asdict(size) for size in sizes],
        "slopes": {kernel: growth.slope(sizes, kernel) for kernel in growth.KERNELS},
        "memory": limits, "start-up": times,
    }
    (folder / "results.json").write_text(json.dumps(data, indent=1) + "\n")
    (folder / "race.svg").write_text(plot.picture(results, sizes, quick))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--runs", type=int, required=True)
    parser.add_argument("--graph")
    parser.add_argument("--output", type=pathlib.Path, default=environments.BENCHMARKS / "results")
    parser.add_argument("--only", nargs="+", help="names of tasks or graphs")
    options = parser.parse_args()
    stable = Stable()
    with stable.start(OURS) as worker:
        limits = worker.ask(action="limits", count=1 << 18)["summary"]
        results = race_all(stable, worker, options)
        sizes = [] if options.only else growth.all_sizes(stable, worker, options.quick)
    times = {} if options.only else startup.race(5 if options.quick else 30)
    text = report.document(results, sizes, limits, times, stable.versions(), options.quick)
    print(text)
    write(options.output, text, results, sizes, limits, times, options.quick)
    print(f"written to {options.output}: results.md, results.json, race.svg")
    return 1 if any(result.disagreements or result.problems for result in results) else 0


if __name__ == "__main__":
    sys.exit(main())
