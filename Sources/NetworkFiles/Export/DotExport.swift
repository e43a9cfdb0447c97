internal import Foundations

/// Writes the whole graph as a plain DOT document (graphviz.org, *DOT Language*), with every attribute and no looks;
/// the drawing's DOT is another thing.
public enum DotExport {
    /// The document, UTF-8.
    ///
    /// Attributes are Graphviz's `escString`: a backslash stands twice and a line break as `\n`.
    /// - Complexity: O(size of the graph).
    public static func bytes(of graph: GraphExport) -> [UInt8] {
        var text = "digraph network {\n"
        text += "  graph [\(list(graph.attributes, label: nil))]\n"
        for node in graph.nodes {
            text += "  \(quoted(node.id)) [\(list(node.everything, label: node.label))]\n"
        }
        for edge in graph.edges {
            text += "  \(quoted(edge.source)) -> \(quoted(edge.target)) ["
            text += list(edge.everything, label: edge.kind.rawValue)
            text += edge.kind == .knows ? ", dir=none]\n" : "]\n"
        }
        text += "}\n"
        return Array(text.utf8)
    }

    private static func list(_ attributes: [GraphExport.Attribute], label: String?) -> String {
        // Graphviz decodes entities in what it draws, and only there.
        let drawn = label.map { "label=\(quoted(escapingAmpersands($0)))" }
        let others = attributes.filter { $0.name != "label" }.map { "\($0.name)=\(quoted($0.value.text))" }
        return ([drawn].compactMap(\.self) + others).joined(separator: ", ")
    }

    private static func escapingAmpersands(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return text.split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&amp;")
    }

    /// A string in double quotes, in pieces joined by `+` where it is long: the scanner of Graphviz takes 16,384 bytes.
    private static func quoted(_ text: String) -> String {
        let longestPiece = 8_000
        var result = "\""
        var length = 0
        for scalar in text.unicodeScalars {
            if length >= longestPiece {
                result += "\" + \""
                length = 0
            }
            length += 4
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
