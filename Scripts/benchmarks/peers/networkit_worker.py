"""NetworKit (https://networkit.github.io) as a racer."""
import os

import networkit
import numpy
from serving import Peer, serve, summary

DAMPING = 0.85


def done(algorithm):
    algorithm.run()
    return algorithm


def half(algorithm):
    """The scores of betweenness, for which NetworKit counts ordered pairs."""
    return {}, numpy.asarray(algorithm.scores()) / 2


def pagerank_scores(algorithm):
    """In an undirected graph NetworKit lets what isolated nodes would hand on get lost, which is a matter of scale."""
    found = numpy.asarray(algorithm.scores())
    return {}, found / found.sum()


def pagerank(graph, tolerance, iterations=None):
    measure = networkit.centrality.PageRank(graph, damp=DAMPING, tol=tolerance)
    measure.norm = networkit.centrality.Norm.L1_NORM
    if iterations:
        measure.maxIterations = iterations
    return done(measure)


class NetworKit(Peer):
    def __init__(self):
        super().__init__()
        networkit.setNumberOfThreads(1)
        networkit.setSeed(7, False)
        self.tasks = {
            "pagerank-20": lambda g, f, r: (lambda: pagerank(g, 1e-30, 20), pagerank_scores),
            "pagerank": lambda g, f, r: (lambda: pagerank(g, 1e-8), pagerank_scores),
            "betweenness": lambda g, f, r: (
                lambda: done(networkit.centrality.Betweenness(g, normalized=False)), half),
            "betweenness-approximate": lambda g, f, r: (
                lambda: done(networkit.centrality.KadabraBetweenness(g, 0.01, 0.1)), half),
            "components": lambda g, f, r: (
                lambda: done(networkit.components.ConnectedComponents(g)),
                summary(count=lambda found: found.numberOfComponents(),
                        largest=lambda found: max(found.getComponentSizes().values()))),
            "distances": lambda g, f, r: (
                lambda: done(networkit.distance.Dijkstra(g, r["sources"][0], storePaths=False)),
                lambda found: ({}, self.with_infinity(found.getDistances()))),
            "articulation": self.articulation,
            "communities": lambda g, f, r: (
                lambda: done(networkit.community.ParallelLeiden(g, randomize=True, iterations=2)),
                lambda found: ({}, found.getPartition().getVector())),
        }

    def graph(self, files, weighted):
        pairs = files.pairs().astype(numpy.uint64)
        weights = files.weights() if weighted else numpy.ones(len(pairs))
        return networkit.GraphFromCoo(
            (weights, (pairs[:, 0].copy(), pairs[:, 1].copy())), n=files.nodes, weighted=weighted, directed=False)

    def load_text(self, files):
        return lambda: networkit.readGraph(files.text, networkit.Format.EdgeListSpaceZero, directed=False)

    def load_binary(self, files):
        binary = str(files.folder / "graph.nkb")
        if not os.path.exists(binary):
            networkit.writeGraph(self.graph(files, False), binary, networkit.Format.NetworkitBinary)
        return lambda: networkit.readGraph(binary, networkit.Format.NetworkitBinary)

    def edges(self, graph):
        return graph.numberOfEdges()

    @staticmethod
    def with_infinity(distances):
        distances = numpy.asarray(distances)
        return numpy.where(distances > 1e300, numpy.inf, distances)

    @staticmethod
    def articulation(graph, files, request):
        def answer(found):
            # In more than one biconnected component.
            times = numpy.zeros(files.nodes, dtype=int)
            for component in found.getComponents():
                times[component] += 1
            return {}, numpy.flatnonzero(times > 1)
        return lambda: done(networkit.components.BiconnectedComponents(graph)), answer


serve(NetworKit())
