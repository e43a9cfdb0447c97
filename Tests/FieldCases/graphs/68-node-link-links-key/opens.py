import json
import sys

graph = json.load(open(sys.argv[1], encoding="utf-8"))
nodes = {node["id"] for node in graph["nodes"]}
assert len(nodes) == len(graph["nodes"]) > 1
assert graph["links"] == graph["edges"] and graph["links"], "links and edges differ"
assert all(link["source"] in nodes and link["target"] in nodes for link in graph["links"])
try:
    import networkx
except ImportError:
    pass
else:
    read = networkx.node_link_graph(graph)
    assert (read.number_of_nodes(), read.number_of_edges()) == (len(nodes), len(graph["links"]))
print("opened")
