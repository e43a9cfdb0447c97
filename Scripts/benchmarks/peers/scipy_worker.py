"""SciPy (https://scipy.org) as a racer: compressed sparse rows, and the power method written with them."""
import os

import numpy
import scipy.sparse
import scipy.sparse.csgraph
from serving import Peer, serve, summary, values

DAMPING = 0.85


def pagerank(graph, number, tolerance, iterations, jump=None):
    """A function that runs the power method in numbers of a type."""
    matrix = graph.astype(number)
    count = matrix.shape[0]
    degrees = numpy.asarray(matrix.sum(1)).ravel()
    shares = numpy.where(degrees > 0, DAMPING / numpy.maximum(degrees, 1), 0).astype(number)
    dangling = numpy.flatnonzero(degrees == 0)
    jump = numpy.full(count, 1 / count, dtype=number) if jump is None else jump.astype(number)

    def run():
        scores = jump.copy()
        for _ in range(iterations):
            following = matrix @ (scores * shares)
            following += (number(1 - DAMPING) + number(DAMPING) * scores[dangling].sum()) * jump
            change = numpy.abs(following - scores).sum()
            scores = following
            if change < tolerance:
                break
        return scores
    return run


def personal(graph, files, request):
    jump = numpy.zeros(files.nodes)
    jump[request["sources"][0]] = 1
    return pagerank(graph, numpy.float64, 1e-8, 1_000, jump), values


def yen(graph, files, request):
    source, target = request["sources"]
    return lambda: scipy.sparse.csgraph.yen(graph, source, target, request["count"]), values


class SciPy(Peer):
    def __init__(self):
        super().__init__()
        algorithms = scipy.sparse.csgraph
        self.tasks = {
            "pagerank-20": lambda g, f, r: (pagerank(g, numpy.float32, 0, 20), values),
            "pagerank": lambda g, f, r: (pagerank(g, numpy.float64, 1e-8, 1_000), values),
            "pagerank-personal": personal,
            "components": lambda g, f, r: (
                lambda: algorithms.connected_components(g, directed=False),
                summary(count=lambda found: found[0], largest=lambda found: numpy.bincount(found[1]).max())),
            "distances": lambda g, f, r: (lambda: algorithms.dijkstra(g, indices=r["sources"][0]), values),
            "paths": yen,
        }

    def graph(self, files, weighted):
        pairs = files.pairs()
        weights = files.weights() if weighted else numpy.ones(len(pairs), dtype=numpy.float32)
        half = scipy.sparse.coo_array((weights, pairs.T), shape=(files.nodes, files.nodes)).tocsr()
        return half + half.T

    def load_binary(self, files):
        binary = str(files.folder / "graph.npz")
        if not os.path.exists(binary):
            scipy.sparse.save_npz(binary, self.graph(files, False), compressed=False)
        return lambda: scipy.sparse.load_npz(binary)

    def edges(self, graph):
        return graph.nnz // 2


serve(SciPy())
