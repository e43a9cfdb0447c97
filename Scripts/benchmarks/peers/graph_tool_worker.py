"""graph-tool (https://graph-tool.skewed.de) as a racer, with the Python of Debian."""
import os

import graph_tool
import graph_tool.centrality
import graph_tool.topology
import numpy
from serving import Peer, serve, summary

DAMPING = 0.85


def property_values(found):
    return {}, found.a


def pagerank(graph, **how):
    return lambda: graph_tool.centrality.pagerank(graph, damping=DAMPING, **how), property_values


def personal(graph, files, request):
    jump = graph.new_vertex_property("double")
    jump.a[request["sources"][0]] = 1
    return pagerank(graph, pers=jump, epsilon=1e-8)


class GraphTool(Peer):
    def __init__(self):
        super().__init__()
        graph_tool.openmp_set_num_threads(1)
        centrality, topology = graph_tool.centrality, graph_tool.topology
        self.tasks = {
            "pagerank-20": lambda g, f, r: pagerank(g, epsilon=0, max_iter=20),
            "pagerank": lambda g, f, r: pagerank(g, epsilon=1e-8),
            "pagerank-personal": personal,
            "betweenness": lambda g, f, r: (lambda: centrality.betweenness(g, norm=False)[0], property_values),
            "betweenness-sources": lambda g, f, r: (
                lambda: centrality.betweenness(g, pivots=r["sources"], norm=False)[0],
                lambda found: ({}, 2 * found.a)),  # half of what each source adds
            "components": lambda g, f, r: (
                lambda: topology.label_components(g),
                summary(count=lambda found: len(found[1]), largest=lambda found: max(found[1]))),
            "distances": lambda g, f, r: (
                lambda: topology.shortest_distance(g, source=r["sources"][0], weights=g.ep["weight"]), property_values),
            "articulation": lambda g, f, r: (
                lambda: topology.label_biconnected_components(g)[1],
                lambda found: ({}, numpy.flatnonzero(found.a))),
        }

    def graph(self, files, weighted):
        graph = graph_tool.Graph(directed=False)
        graph.add_vertex(files.nodes)
        graph.add_edge_list(files.pairs())
        if weighted:
            graph.ep["weight"] = graph.new_edge_property("double", vals=files.weights())
        return graph

    def load_text(self, files):
        return lambda: graph_tool.load_graph_from_csv(
            files.text, directed=False, csv_options={"delimiter": " "}, hashed=False)

    def load_binary(self, files):
        binary = str(files.folder / "graph.gt")
        if not os.path.exists(binary):
            self.graph(files, False).save(binary)
        return lambda: graph_tool.load_graph(binary)

    def edges(self, graph):
        return graph.num_edges()


serve(GraphTool())
