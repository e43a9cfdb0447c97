/// Writes graphs as node-link JSON, which NetworkX reads into a `MultiDiGraph`:
/// `networkx.node_link_graph(json.load(file), edges="edges")` from 3.4 on, `link="edges"` before.
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
            json.key("edges")
            json.array { json in
                for edge in graph.edges {
                    json.object(.inline) { json in
                        json.text("source", edge.source)
                        json.text("target", edge.target)
                        json.text("key", edge.id)
                        json.attributes(edge.everything)
                    }
                }
            }
        }
        json.endLine()
        return json.bytes
    }
}
