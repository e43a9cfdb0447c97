internal import Foundations

/// Writes graphs as node-link JSON, which NetworkX reads into a `MultiDiGraph`, whatever its version:
/// `networkx.node_link_graph(json.load(file))`. Edges are there twice, as `links` and as `edges`, because versions and D3
/// look for one or the other.
public enum NodeLinkWriter {
    /// The document, UTF-8, with a line break at its end.
    /// - Complexity: O(size of the graph).
    public static func bytes(of graph: GraphExport) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("directed")
            json.bool(true)
            json.key("multigraph")
            json.bool(true)
            json.key("graph")
            json.object { $0.attributes(graph.attributes) }
            json.key("nodes")
            json.array { json in
                for node in graph.nodes {
                    json.object(.inline) { json in
                        json.text("id", node.id)
                        json.attributes(node.everything)
                    }
                }
            }
            // NetworkX before 3.6 and D3 look for links, NetworkX from 3.6 on for edges.
            for key in ["links", "edges"] {
                json.key(key)
                json.array { json in for edge in graph.edges { json.object(.inline) { write(edge, to: &$0) } }
                }
            }
        }
        json.endLine()
        return json.bytes
    }

    private static func write(_ edge: GraphExport.Edge, to json: inout JSONWriter) {
        json.text("source", edge.source)
        json.text("target", edge.target)
        json.text("key", edge.id)
        json.attributes(edge.everything)
    }
}
