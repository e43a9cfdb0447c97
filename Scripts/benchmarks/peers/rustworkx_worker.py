"""rustworkx (https://www.rustworkx.org) as a racer."""
import numpy
import rustworkx
from serving import Peer, serve, summary


class Rustworkx(Peer):
    def __init__(self):
        super().__init__()
        self.tasks = {
            "components": lambda g, f, r: (
                lambda: rustworkx.connected_components(g),
                summary(count=len, largest=lambda found: max(map(len, found)))),
            "distances": self.distances,
            "articulation": lambda g, f, r: (
                lambda: rustworkx.articulation_points(g), lambda found: ({}, sorted(found))),
        }

    def graph(self, files, weighted):
        graph = rustworkx.PyGraph(multigraph=True)
        graph.add_nodes_from(range(files.nodes))
        pairs = files.pairs().tolist()
        if weighted:
            weights = files.weights().tolist()
            graph.extend_from_weighted_edge_list([(*ends, weight) for ends, weight in zip(pairs, weights)])
        else:
            graph.extend_from_edge_list([tuple(ends) for ends in pairs])
        return graph

    def load_text(self, files):
        return lambda: rustworkx.PyGraph.read_edge_list(files.text)

    def edges(self, graph):
        return graph.num_edges()

    @staticmethod
    def distances(graph, files, request):
        source = request["sources"][0]

        def answer(found):
            distances = numpy.full(files.nodes, numpy.inf)
            distances[list(found.keys())] = list(found.values())
            distances[source] = 0
            return {}, distances
        return lambda: rustworkx.dijkstra_shortest_path_lengths(graph, source, float), answer


serve(Rustworkx())
