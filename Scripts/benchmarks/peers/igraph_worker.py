"""igraph (https://igraph.org) as a racer."""
import igraph
from serving import Peer, serve, summary, values


class IGraph(Peer):
    def __init__(self):
        super().__init__()
        self.tasks = {
            "pagerank": lambda g, f, r: (lambda: g.pagerank(damping=0.85, implementation="prpack"), values),
            "pagerank-personal": lambda g, f, r: (
                lambda: g.personalized_pagerank(
                    damping=0.85, implementation="prpack", reset_vertices=[r["sources"][0]]), values),
            "betweenness": lambda g, f, r: (lambda: g.betweenness(directed=False), values),
            "betweenness-sources": lambda g, f, r: (
                lambda: g.betweenness(directed=False, sources=r["sources"]),
                lambda found: ({}, [2 * score for score in found])),  # half of what each source adds
            "components": lambda g, f, r: (
                g.connected_components, summary(count=len, largest=lambda found: max(found.sizes()))),
            "distances": lambda g, f, r: (
                lambda: g.distances(source=r["sources"][0], weights="weight", algorithm="dijkstra")[0], values),
            "paths": self.paths,
            "constraint": lambda g, f, r: (g.constraint, values),
            "articulation": lambda g, f, r: (g.articulation_points, lambda found: ({}, sorted(found))),
            "communities": lambda g, f, r: (
                lambda: g.community_leiden(objective_function="modularity", n_iterations=2),
                lambda found: ({}, found.membership)),
        }

    def graph(self, files, weighted):
        graph = igraph.Graph(n=files.nodes, edges=files.pairs(), directed=False)
        if weighted:
            graph.es["weight"] = files.weights().tolist()
        return graph

    def load_text(self, files):
        return lambda: igraph.Graph.Read_Edgelist(files.text, directed=False)

    def edges(self, graph):
        return graph.ecount()

    @staticmethod
    def paths(graph, files, request):
        source, target = request["sources"]
        weights = graph.es["weight"]
        return (
            lambda: graph.get_k_shortest_paths(
                source, to=target, k=request["count"], weights="weight", output="epath"),
            lambda found: ({}, [sum(weights[edge] for edge in path) for path in found]))


serve(IGraph())
