/// Writes graphs as GEXF 1.3 (gexf.net), which Gephi opens.
public enum GEXFWriter {
    /// The document, UTF-8.
    /// - Complexity: O(size of the graph).
    public static func bytes(of graph: GraphExport) -> [UInt8] {
        let ofNodes = DeclaredAttributes(graph.nodes.lazy.map(attributes))
        let ofEdges = DeclaredAttributes(graph.edges.lazy.map(\.everything))
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gexf xmlns="http://gexf.net/1.3" version="1.3"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd">
              <meta>
                <creator>Rebound</creator>

            """
        let about = graph.attributes.filter { $0.name != "seeker" }.map(\.value.text)
        if !about.isEmpty {
            text += "    <description>\(GraphText.xml(about.joined(separator: "\n")))</description>\n"
        }
        text += "  </meta>\n  <graph mode=\"static\" defaultedgetype=\"directed\" idtype=\"string\">\n"
        for (part, declared) in [("node", ofNodes), ("edge", ofEdges)] {
            text += "    <attributes class=\"\(part)\" mode=\"static\">\n"
            for (index, attribute) in declared.declarations.enumerated() {
                text += "      <attribute id=\"\(index)\" title=\"\(attribute.name)\""
                text += " type=\"\(type(of: attribute.value))\"/>\n"
            }
            text += "    </attributes>\n"
        }
        func values(_ attributes: [GraphExport.Attribute], _ declared: DeclaredAttributes) {
            text += "<attvalues>"
            for attribute in attributes {
                text += "<attvalue for=\"\(declared.position(of: attribute.name))\""
                text += " value=\"\(GraphText.xml(attribute.value.text))\"/>"
            }
            text += "</attvalues>"
        }
        text += "    <nodes>\n"
        for node in graph.nodes {
            text += "      <node id=\"\(GraphText.xml(node.id))\" label=\"\(GraphText.xml(node.label))\">"
            values(attributes(of: node), ofNodes)
            text += "</node>\n"
        }
        text += "    </nodes>\n    <edges>\n"
        for edge in graph.edges {
            text += "      <edge id=\"\(edge.id)\" source=\"\(GraphText.xml(edge.source))\""
            text += " target=\"\(GraphText.xml(edge.target))\" kind=\"\(edge.kind.rawValue)\">"
            values(edge.everything, ofEdges)
            text += "</edge>\n"
        }
        text += "    </edges>\n  </graph>\n</gexf>\n"
        return Array(text.utf8)
    }

    /// A node's attributes without the label, which GEXF has itself.
    private static func attributes(of node: GraphExport.Node) -> [GraphExport.Attribute] {
        node.everything.filter { $0.name != "label" }
    }

    private static func type(of value: GraphExport.Value) -> String {
        switch value {
        case .text: "string"
        case .integer: "integer"
        case .number: "double"
        case .flag: "boolean"
        }
    }
}
