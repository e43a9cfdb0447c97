/// Writes graphs as GraphML with typed keys (graphml.graphdrawing.org, GraphML 1.0 with its attributes extension).
public enum GraphMLWriter {
    /// The document, UTF-8.
    /// - Complexity: O(size of the graph).
    public static func bytes(of graph: GraphExport) -> [UInt8] {
        let namespace = "http://graphml.graphdrawing.org/xmlns"
        let ofGraph = DeclaredAttributes([graph.attributes])
        let ofNodes = DeclaredAttributes(graph.nodes.lazy.map(\.everything))
        let ofEdges = DeclaredAttributes(graph.edges.lazy.map(\.everything))
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="\(namespace)"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="\(namespace) \(namespace)/1.0/graphml.xsd">

            """
        for (part, letter, declared) in [
            ("graph", "g", ofGraph), ("node", "n", ofNodes), ("edge", "e", ofEdges),
        ] {
            for (index, attribute) in declared.declarations.enumerated() {
                text += "  <key id=\"\(letter)\(index)\" for=\"\(part)\""
                text += " attr.name=\"\(attribute.name)\" attr.type=\"\(type(of: attribute.value))\"/>\n"
            }
        }
        func data(_ attributes: [GraphExport.Attribute], _ letter: String, _ declared: DeclaredAttributes) {
            for attribute in attributes {
                text += "<data key=\"\(letter)\(declared.position(of: attribute.name))\">"
                text += "\(GraphText.xml(attribute.value.text))</data>"
            }
        }
        text += "  <graph id=\"network\" edgedefault=\"directed\">\n    "
        data(graph.attributes, "g", ofGraph)
        text += "\n"
        for node in graph.nodes {
            text += "    <node id=\"\(GraphText.xml(node.id))\">"
            data(node.everything, "n", ofNodes)
            text += "</node>\n"
        }
        for edge in graph.edges {
            text += "    <edge id=\"\(edge.id)\" source=\"\(GraphText.xml(edge.source))\""
            text += " target=\"\(GraphText.xml(edge.target))\">"
            data(edge.everything, "e", ofEdges)
            text += "</edge>\n"
        }
        text += "  </graph>\n</graphml>\n"
        return Array(text.utf8)
    }

    private static func type(of value: GraphExport.Value) -> String {
        switch value {
        case .text: "string"
        case .integer: "int"
        case .number: "double"
        case .flag: "boolean"
        }
    }
}
