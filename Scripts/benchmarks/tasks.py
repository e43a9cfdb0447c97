"""What is raced, on which graphs, against which peers, and what is aimed at."""
import dataclasses

import agreement
from agreement import Check
from graphs import CONTACTS


@dataclasses.dataclass(frozen=True)
class Task:
    """A race: of all racers named, each does the same on the same graph."""
    title: str
    name: str
    graph: str
    # In its place when the race has to be quick.
    quick_graph: str
    peers: tuple[str, ...]
    # The most that our time may be of that of the fastest peer, or of `against`.
    aim: float
    # Whether an answer is right.
    check: Check
    # The same with two threads; whether the kernel makes use of them at all.
    two_threads_aim: float | None = None
    parallel: bool = True
    against: str | None = None
    # What ours is called where it differs.
    ours: str | None = None
    weighted: bool = False
    sources: int = 0
    count: int | None = None
    # What should not be lower than the peer's, of an answer.
    quality: agreement.Quality | None = None
    # Seconds of the GAP Benchmark Suite, which is not fetched, on the full graph and on another occasion.
    recorded: float | None = None

    @property
    def loads(self):
        return self.name.startswith("load-")


ALL_TEXT = ("rustworkx", "igraph", "networkit", "graph_tool", "networkx")
PAGERANK = ("scipy", "networkit", "graph_tool", "igraph")

TASKS = (
    Task("read a text edge list", "load-text", "rmat18", "rmat16", ALL_TEXT, 0.4, agreement.same("edges")),
    Task("the same, nodes put in order", "load-text", "rmat20", "rmat16", ("rustworkx", "networkit"), 0.4,
         agreement.same("edges"), ours="load-text-ordered", recorded=1.60),
    Task("open a binary graph file", "load-binary", "rmat20", "rmat16", ("scipy", "networkit", "graph_tool"), 0.1,
         agreement.same("edges"), recorded=0.175),
    Task("PageRank, 20 iterations, 32 bits", "pagerank-20", "rmat18", "rmat16", PAGERANK[:3], 0.65,
         agreement.absolute_sum(1e-6), recorded=0.107),
    Task("PageRank to 1e-8, 64 bits", "pagerank", "rmat18", "rmat16", PAGERANK, 0.5, agreement.absolute_sum(1e-6)),
    Task("personalised PageRank to 1e-8", "pagerank-personal", "rmat18", "rmat16", ("scipy", "graph_tool", "igraph"), 0.4,
         agreement.absolute_sum(1e-6), sources=1),
    Task("betweenness", "betweenness", "rmat14", "rmat11", ("igraph", "graph_tool", "networkit"), 0.55,
         agreement.relative(1e-9), two_threads_aim=0.3),
    Task("betweenness of 16 sources", "betweenness-sources", "rmat18", "rmat16", ("igraph", "graph_tool"), 0.5,
         agreement.relative(1e-9), sources=16, recorded=16 * 0.048),
    Task("betweenness, error 0.01", "betweenness-approximate", "rmat14", "rmat11", ("networkit",), 1,
         agreement.near_betweenness(0.01)),
    Task("components", "components", "rmat18", "rmat16", ("networkit", "graph_tool", "scipy", "igraph", "rustworkx"), 0.5,
         agreement.same("count", "largest"), recorded=0.008),
    Task("shortest paths from a node", "distances", "rmat18", "rmat16",
         ("networkit", "scipy", "graph_tool", "igraph", "rustworkx"), 0.7, agreement.relative(1e-12), against="networkit",
         weighted=True, sources=1, parallel=False, recorded=0.038),
    Task("10 shortest paths", "paths", CONTACTS, "rmat13x6", ("scipy", "igraph"), 1 / 30, agreement.relative(1e-12),
         weighted=True, sources=2, count=10, parallel=False),
    Task("10 shortest paths", "paths", "rmat16", "rmat14", ("scipy", "igraph"), 1 / 30, agreement.relative(1e-12),
         weighted=True, sources=2, count=10, parallel=False),
    Task("Burt's constraint", "constraint", CONTACTS, "rmat13x6", ("igraph", "networkx"), 1 / 10, agreement.relative(1e-9)),
    Task("Burt's constraint", "constraint", "rmat16", "rmat14", ("igraph",), 1 / 50, agreement.relative(1e-9)),
    # NetworkX fills 20 GB on a graph of the size of the contacts; this one is of their kind.
    Task("effective size", "effective-size", "rmat14x6", "rmat11x6", ("networkx",), 1 / 1000, agreement.relative(1e-9)),
    Task("articulation points", "articulation", "rmat18", "rmat16", ("graph_tool", "networkit", "igraph", "rustworkx"), 0.2,
         agreement.same_numbers, parallel=False),
    Task("Leiden communities", "communities", "rmat18", "rmat16", ("networkit", "igraph"), 0.8, agreement.is_partition,
         quality=agreement.modularity, parallel=False),
    Task("Leiden communities", "communities", CONTACTS, "rmat13x6", ("networkit", "igraph"), 0.8, agreement.is_partition,
         quality=agreement.modularity, parallel=False),
)

# Bytes an undirected edge that a graph read from text may take, resident and at most while it is read.
MEMORY_AIM = {"resident": 9, "peak": 20}
# What may be resident when the largest graph is read and ranked.
LARGEST_GRAPH = "rmat22"
LARGEST_BYTES = 2 << 30
