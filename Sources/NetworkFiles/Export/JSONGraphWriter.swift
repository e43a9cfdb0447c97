internal import Foundations

/// Writes graphs in the JSON Graph Format, version 2 (jsongraphformat.info).
public enum JSONGraphWriter {
    /// The document, UTF-8, with a line break at its end.
    /// - Complexity: O(size of the graph).
    public static func bytes(of graph: GraphExport) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("graph")
            json.object { json in
                json.text("type", "referral-network")
                if let title = graph.attributes.first(where: { $0.name == "title" }) {
                    json.text("label", title.value.text)
                }
                json.key("directed")
                json.bool(true)
                json.key("metadata")
                json.object { $0.attributes(graph.attributes) }
                json.key("nodes")
                json.object { json in
                    for node in graph.nodes {
                        json.key(node.id)
                        json.object(.inline) { $0.fields(of: node) }
                    }
                }
                json.key("edges")
                json.array { json in
                    for edge in graph.edges { json.object(.inline) { $0.fields(of: edge) } }
                }
            }
        }
        json.endLine()
        return json.bytes
    }
}

extension JSONWriter {
    fileprivate mutating func fields(of node: GraphExport.Node) {
        text("label", node.label)
        key("metadata")
        object { json in
            json.text("kind", node.kind.rawValue)
            json.attributes(node.attributes)
        }
    }

    fileprivate mutating func fields(of edge: GraphExport.Edge) {
        text("id", edge.id)
        text("source", edge.source)
        text("target", edge.target)
        text("relation", edge.kind.rawValue)
        key("directed")
        bool(edge.kind != .knows)
        key("metadata")
        object { $0.attributes(edge.attributes) }
    }

    /// Writes a field that is text.
    mutating func text(_ name: String, _ text: String) {
        key(name)
        string(text)
    }

    /// Writes each attribute as a field.
    mutating func attributes(_ attributes: [GraphExport.Attribute]) {
        for attribute in attributes {
            key(attribute.name)
            switch attribute.value {
            case .text(let text): string(text)
            case .integer(let number): integer(number)
            case .number(let number): double(number)
            case .flag(let flag): bool(flag)
            }
        }
    }
}
