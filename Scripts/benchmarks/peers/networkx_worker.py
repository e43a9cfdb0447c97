"""NetworkX (https://networkx.org) as a racer."""
import networkx
from serving import Peer, serve


def by_node(found):
    return {}, [found[node] for node in range(len(found))]


class NetworkX(Peer):
    def __init__(self):
        super().__init__()
        self.tasks = {
            "constraint": lambda g, f, r: (lambda: networkx.constraint(g), by_node),
            "effective-size": lambda g, f, r: (lambda: networkx.effective_size(g), by_node),
        }

    def graph(self, files, weighted):
        graph = networkx.empty_graph(files.nodes)
        graph.add_edges_from(files.pairs().tolist())
        return graph

    def load_text(self, files):
        return lambda: networkx.read_edgelist(files.text, nodetype=int)

    def edges(self, graph):
        return graph.number_of_edges()


serve(NetworkX())
