"""How cost grows with the graph, how near PageRank comes to what the memory can do, and the largest graph."""
import dataclasses

import numpy

import graphs
import progress
from peers.serving import Graph
from racers import OURS
from tasks import LARGEST_BYTES, LARGEST_GRAPH

SIZES = {"rmat14": 9, "rmat16": 9, "rmat18": 5, "rmat20": 3, LARGEST_GRAPH: 3}
QUICK_SIZES = ("rmat14", "rmat16", "rmat18")
KERNELS = {"load-text-ordered": "read a text edge list", "pagerank": "an iteration of PageRank", "components": "components",
           "hops": "breadth-first search", "distances": "shortest paths, weighted"}
ITERATIONS = 20
# The largest graph whose weights are kept beside its edges.
LARGEST_WEIGHTED = "rmat20"


@dataclasses.dataclass
class Size:
    """One graph: least seconds by kernel, and what the memory of the machine would allow."""
    graph: str
    nodes: int
    edges: int
    seconds: dict = dataclasses.field(default_factory=dict)
    # Seconds an iteration of PageRank, by threads.
    iteration: dict = dataclasses.field(default_factory=dict)
    # The same if all it did were to fetch a number for each arc, or to copy what it reads.
    gather_bound: float = 0
    copy_bound: float = 0
    peak_bytes: int = 0


def measured(name, stable, worker, attempts):
    """Our kernels on one graph, in a process of their own that reads the text."""
    folder = graphs.made(name, worker)
    files = Graph(folder)
    size = Size(name, files.nodes, files.edges)
    progress.show(f"growth: {name}")
    with stable.start(OURS) as racer:
        def least(**request):
            clock = "wall" if request.get("threads") == 2 else "processor"
            return min(racer.ask(action="run", **request)[clock] for _ in range(attempts))

        loads = [racer.ask(action="load", graph=str(folder), task="load-text-ordered", threads=1)]
        source = {"sources": files.sources[:1]}
        for threads in (1, 2):
            size.iteration[threads] = least(task="pagerank-20", threads=threads) / ITERATIONS
        size.peak_bytes = racer.ask(action="run", task="components", threads=1)["peakBytes"]
        size.seconds = {"pagerank": size.iteration[1], "components": least(task="components", threads=1),
                        "hops": least(task="hops", **source)}
        if list(SIZES).index(name) <= list(SIZES).index(LARGEST_WEIGHTED):
            size.seconds["distances"] = least(task="distances", graph=str(folder), isWeighted=True, **source)
    for _ in range(min(attempts, 3) - 1):
        with stable.start(OURS) as racer:
            loads.append(racer.ask(action="load", graph=str(folder), task="load-text-ordered", threads=1))
    size.seconds["load-text-ordered"] = min(load["processor"] for load in loads)
    set_bounds(size, worker)
    return size


def set_bounds(size, worker):
    """PageRank fetches a 32-bit score for each arc; it reads the arcs and, a node, an offset and a score, and writes two."""
    limits = worker.ask(action="limits", count=size.nodes)["summary"]
    arcs = 2 * size.edges
    size.gather_bound = arcs * limits["gather"]
    size.copy_bound = (4 * arcs + 16 * size.nodes) / limits["copy1"]


def slope(sizes, kernel):
    """By which power of the number of edges the seconds grow: the slope of the line of least squares in logarithms."""
    points = [(size.edges, size.seconds[kernel]) for size in sizes if kernel in size.seconds]
    if len(points) < 2:
        return None
    x, y = numpy.log(numpy.array(points)).T
    return float(numpy.polyfit(x, y, 1)[0])


def all_sizes(stable, worker, quick):
    """Every graph in turn."""
    sizes = [measured(name, stable, worker, SIZES[name]) for name in (QUICK_SIZES if quick else SIZES)]
    progress.clear()
    return sizes


def is_largest_met(sizes):
    """Whether the largest graph was read and ranked within its memory; nothing where it was not."""
    for size in sizes:
        if size.graph == LARGEST_GRAPH:
            return size.peak_bytes <= LARGEST_BYTES
