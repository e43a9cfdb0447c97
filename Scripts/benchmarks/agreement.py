"""Whether answers are right: against those of a peer, against a definition, or against our own exact ones.

A check is a function of the race, our answer and a peer's that returns what is wrong with them, or nothing.
"""
import dataclasses
from typing import Callable

import numpy

from peers.serving import Graph


@dataclasses.dataclass
class Answer:
    """What a racer found: a few numbers, and one number for each node or item."""
    summary: dict
    values: numpy.ndarray


@dataclasses.dataclass
class Context:
    """Where the answers come from: the graph, the nodes that were asked about, and a way to ask ours for more."""
    graph: Graph
    sources: list
    exact: Callable[[str], Answer]


Check = Callable[[Context, Answer, Answer], str | None]
Quality = Callable[[Context, Answer], float]


def same(*fields: str) -> Check:
    """The numbers of the summary are the same."""
    def check(context, ours, theirs):
        a, b = ([answer.summary[field] for field in fields] for answer in (ours, theirs))
        return None if a == b else f"{', '.join(fields)}: {a} and {b}"
    return check


def absolute_sum(limit: float) -> Check:
    """The differences of all nodes sum to less than a limit."""
    def check(context, ours, theirs):
        if ours.values.shape != theirs.values.shape:
            return f"{ours.values.size} and {theirs.values.size} numbers"
        difference = numpy.abs(ours.values - theirs.values).sum()
        return None if difference < limit else f"the answers differ by {difference:.2g} in all"
    return check


def relative(limit: float) -> Check:
    """No two numbers differ by more than a share of the larger; what is undefined or infinite is so for both."""
    def check(context, ours, theirs):
        a, b = ours.values, theirs.values
        if a.shape != b.shape:
            return f"{a.size} and {b.size} numbers"
        finite = numpy.isfinite(a)
        if not numpy.array_equal(finite, numpy.isfinite(b)):
            return "other nodes have a number"
        scale = numpy.maximum(numpy.maximum(numpy.abs(a[finite]), numpy.abs(b[finite])), 1)
        difference = (numpy.abs(a[finite] - b[finite]) / scale).max(initial=0)
        return None if difference <= limit else f"numbers differ by {difference:.2g} of them"
    return check


def same_numbers(context, ours, theirs):
    """The same numbers, in the same order."""
    if numpy.array_equal(ours.values, theirs.values):
        return None
    return f"{ours.values.size} and {theirs.values.size} nodes, not the same"


def near_betweenness(error: float) -> Check:
    """Both are the shares of pairs whose shortest paths lead through each node, up to an error."""
    def check(context, ours, theirs):
        exact = context.exact("betweenness").values
        exact = exact * 2 / ((exact.size - 1) * (exact.size - 2))
        for name, answer in (("ours", ours), ("theirs", theirs)):
            largest = numpy.abs(answer.values - exact).max()
            if largest > error:
                return f"{name} is off by {largest:.2g}"
    return check


def is_partition(context, ours, theirs):
    """Both give every node a community."""
    for answer in (ours, theirs):
        if answer.values.size != context.graph.nodes:
            return f"{answer.values.size} nodes have a community"


def modularity(context, answer):
    """How much more of the edges is within communities than chance would have it (Newman and Girvan 2004)."""
    _, labels = numpy.unique(answer.values, return_inverse=True)
    ends = labels[context.graph.pairs()]
    within = (ends[:, 0] == ends[:, 1]).mean()
    shares = numpy.bincount(ends.ravel()) / ends.size
    return float(within - (shares ** 2).sum())
