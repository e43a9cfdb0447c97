/// Graphviz's SVG made fit to be kept: the same everywhere, readable titles, and checked for completeness.
///
/// One pass over the lines. Graphviz writes every tag on a line of its own, and no text of a ``DotGraph`` can
/// contain a line break or an unescaped `<` or `"`.
struct SVGDrawing {
    /// The document, UTF-8.
    private(set) var bytes: [UInt8] = []

    /// The nodes, edges and clusters the document lacks, in the graph's order.
    let missing: [SVGIdentifier]

    private struct Element {
        let title: String
        let isEdge: Bool
        /// Of a pinned node, where the graph puts its middle.
        var middle: DotPoint?
        /// Where its texts end that end somewhere, in their order, right of its middle.
        var ends: ArraySlice<Double?> = []
        var isPresent = false
    }

    /// Goes through the document that Graphviz made of `graph`.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    init(_ document: [UInt8], of graph: DotGraph, rung: LayoutRung) {
        var elements = Self.elements(of: graph)
        var output: [UInt8] = []
        output.reserveCapacity(document.count)
        var current: String?
        // How far right of where the graph puts them Graphviz has put the nodes.
        var shift: Double?
        var skipUntil: [UInt8]?
        Self.forEachLine(of: document) { line in
            if let end = skipUntil {
                if line.hasSuffix(end) { skipUntil = nil }
            } else if line.starts(with: Mark.comment) {
                if !line.hasSuffix(Mark.commentEnd) { skipUntil = Mark.commentEnd }
            } else if line.starts(with: Mark.documentType) {
                if !line.hasSuffix(Mark.tagEnd) { skipUntil = Mark.tagEnd }
            } else if line.starts(with: Mark.root), !graph.alternativeText.isEmpty {
                let text = DotText(graph.alternativeText).xml
                output += "<svg role=\"graphics-document\" aria-label=\"\(text)\"".utf8
                Self.append(line.dropFirst(Mark.root.count), to: &output)
            } else if line.starts(with: Mark.declaration) {
                output += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
            } else if line.starts(with: Mark.title) {
                guard let title = current.flatMap({ elements[$0]?.title }), !title.isEmpty else { return }
                output += "<title>\(title)</title>\n".utf8
            } else {
                if let id = Self.identifier(ofGroup: line) {
                    current = id
                    if elements[id]?.isEdge == false { elements[id]?.isPresent = true }
                } else if line.starts(with: Mark.path), let id = current, elements[id]?.isEdge == true {
                    // A lost edge may still leave a group with its text.
                    elements[id]?.isPresent = true
                } else if line.starts(with: Mark.ellipse), shift == nil, let id = current,
                    let middle = elements[id]?.middle
                {
                    shift = Self.number(after: Mark.centre, in: line).map { $0 - middle.x }
                } else if line.starts(with: Mark.text), let id = current,
                    let end = elements[id]?.ends.popFirst() ?? nil, let middle = elements[id]?.middle,
                    let shift
                {
                    output += "<text text-anchor=\"end\" x=\"\((middle.x + shift + end).thousandths)\"".utf8
                    Self.append(Self.rest(of: line, after: Mark.start), to: &output)
                    return
                }
                Self.append(line, to: &output)
            }
        }
        bytes = output
        missing = Self.expected(of: graph, rung: rung).filter { elements[$0.rawValue]?.isPresent != true }
    }

    /// The lines of the document that show text, with their markup, which is ASCII.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    var textLines: String {
        var lines: [UInt8] = []
        Self.forEachLine(of: bytes) { line in
            if line.starts(with: Mark.text) { lines += line }
        }
        return String(decoding: lines, as: UTF8.self)
    }

    // MARK: The graph's side

    private static func elements(of graph: DotGraph) -> [String: Element] {
        var elements: [String: Element] = [:]
        func add(_ identity: DotGraph.Identity, isEdge: Bool = false) {
            elements[identity.id.rawValue] = Element(title: DotText(identity.tooltip).xml, isEdge: isEdge)
        }
        add(graph.identity)
        for cluster in graph.clusters { add(cluster.identity) }
        for node in graph.nodes {
            add(node.identity)
            guard let middle = node.style.position else { continue }
            elements[node.identity.id.rawValue]?.middle = middle
            if case .table(let table) = node.label {
                elements[node.identity.id.rawValue]?.ends = table.texts.map(\.end)[...]
            }
        }
        for edge in graph.edges { add(edge.identity, isEdge: true) }
        return elements
    }

    private static func expected(of graph: DotGraph, rung: LayoutRung) -> [SVGIdentifier] {
        let clusters = rung.drawsClusters ? graph.clusters.filter { !$0.nodeNumbers.isEmpty } : []
        let edges = graph.edges.filter { ($0.style.line ?? graph.edgeDefaults.line) != .invisible }
        return clusters.map(\.identity.id) + graph.nodes.map(\.identity.id) + edges.map(\.identity.id)
    }

    // MARK: The document's side

    private enum Mark {
        static let comment = Array("<!--".utf8)
        static let commentEnd = Array("-->".utf8)
        static let documentType = Array("<!DOCTYPE".utf8)
        static let tagEnd = Array(">".utf8)
        static let declaration = Array("<?xml".utf8)
        static let root = Array("<svg".utf8)
        static let title = Array("<title>".utf8)
        static let text = Array("<text".utf8)
        static let start = Array(" x=\"".utf8)
        static let ellipse = Array("<ellipse".utf8)
        static let centre = Array(" cx=\"".utf8)
        static let path = Array("<path".utf8)
        static let group = Array("<g id=\"".utf8)
        static let groupClass = Array("\" class=\"".utf8)
        static let clear = Array(" stroke=\"transparent\"".utf8)
        static let none = Array(" stroke=\"none\"".utf8)
        static let hyphen = Array("&#45;".utf8)
    }

    private static func forEachLine(of document: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
        var start = document.startIndex
        while start < document.endIndex {
            let end = document[start...].firstIndex(of: UInt8(ascii: "\n")) ?? document.endIndex
            body(document[start..<end])
            start = end + 1
        }
    }

    /// The id of a line such as `<g id="p_ruth" class="node person">`.
    private static func identifier(ofGroup line: ArraySlice<UInt8>) -> String? {
        guard line.starts(with: Mark.group) else { return nil }
        let rest = line.dropFirst(Mark.group.count)
        guard let quote = rest.firstIndex(of: UInt8(ascii: "\"")),
            rest[quote...].starts(with: Mark.groupClass)
        else { return nil }
        return String(decoding: rest[..<quote], as: UTF8.self).replacing("&#45;", with: "-")
    }

    /// What stands behind the first attribute that `mark` begins.
    private static func rest(of line: ArraySlice<UInt8>, after mark: [UInt8]) -> ArraySlice<UInt8> {
        guard let start = line.firstRange(of: mark)?.upperBound,
            let end = line[start...].firstIndex(of: UInt8(ascii: "\""))
        else { return [] }
        return line[line.index(after: end)...]
    }

    /// The number in the first attribute that `mark` begins.
    private static func number(after mark: [UInt8], in line: ArraySlice<UInt8>) -> Double? {
        guard let start = line.firstRange(of: mark)?.upperBound else { return nil }
        return Double(String(decoding: line[start...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self))
    }

    /// Copies a line, with `-` for its needless reference and `none` for Graphviz's colour `transparent`, which
    /// SVG 1.1 does not know. Neither can stand in a text: its `&` and `"` are escaped.
    private static func append(_ line: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var rest = line
        while let stop = rest.firstIndex(where: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "&") }) {
            output += rest[..<stop]
            rest = rest[stop...]
            if rest.starts(with: Mark.clear) {
                output += Mark.none
                rest = rest.dropFirst(Mark.clear.count)
            } else if rest.starts(with: Mark.hyphen) {
                output.append(UInt8(ascii: "-"))
                rest = rest.dropFirst(Mark.hyphen.count)
            } else {
                output.append(rest.removeFirst())
            }
        }
        output += rest
        output.append(UInt8(ascii: "\n"))
    }
}

extension ArraySlice<UInt8> {
    fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool { self.suffix(suffix.count).elementsEqual(suffix) }
}
