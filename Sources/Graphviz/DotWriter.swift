/// Writes a ``DotGraph`` as DOT for one rung of the ladder.
struct DotWriter {
    let graph: DotGraph
    let rung: LayoutRung
    private var dot = ""

    init(graph: DotGraph, rung: LayoutRung) {
        self.graph = graph
        self.rung = rung
    }

    /// The whole document.
    ///
    /// - Complexity: O(*n*) in the number of elements and the length of their texts.
    consuming func document() -> String {
        dot.reserveCapacity(1024 * (graph.nodes.count + 2) + 256 * graph.edges.count)
        dot += "digraph network {\n"
        writeStatement("graph", graphAttributes)
        writeStatement("node", styleAttributes(graph.nodeDefaults) + fontAttribute)
        writeStatement("edge", styleAttributes(graph.edgeDefaults) + fontAttribute)
        if rung.drawsClusters {
            for number in graph.looseNodeNumbers { writeNode(number) }
            for number in graph.clusters.indices { writeCluster(number) }
        } else {
            for number in graph.nodes.indices { writeNode(number) }
        }
        for edge in graph.edges { writeEdge(edge) }
        dot += "}\n"
        return dot
    }

    // MARK: Statements

    private mutating func writeStatement(_ subject: String, _ attributes: [DotAttribute]) {
        dot += subject
        dot += " ["
        for (index, attribute) in attributes.enumerated() {
            if index > 0 { dot += ", " }
            dot += attribute.name
            dot += "="
            dot += attribute.value
        }
        dot += "];\n"
    }

    private mutating func writeNode(_ number: Int) {
        let node = graph.nodes[number]
        writeStatement(
            "n\(number)",
            identityAttributes(node.identity, label: node.label) + [labelAttribute("label", node.label)]
                + styleAttributes(node.style))
    }

    private mutating func writeCluster(_ number: Int) {
        let cluster = graph.clusters[number]
        guard !cluster.nodeNumbers.isEmpty else { return }
        dot += "subgraph cluster_\(number) {\n"
        writeStatement(
            "graph", identityAttributes(cluster.identity) + clusterAttributes(cluster.style, cluster.label))
        for node in cluster.nodeNumbers { writeNode(node) }
        dot += "}\n"
    }

    private mutating func writeEdge(_ edge: DotGraph.Edge) {
        var attributes = identityAttributes(edge.identity) + styleAttributes(edge.style)
        if rung.engine == .nop, let route = DotRoute(edge.style, defaults: graph.edgeDefaults) {
            attributes.append(DotAttribute("pos", text: route.text))
        }
        if rung.edgeLabels != .none, let label = edge.label {
            attributes.append(labelAttribute(rung.edgeLabels.rawValue, label))
        }
        writeStatement(
            "n\(edge.tail)\(port(edge.tailPort)) -> n\(edge.head)\(port(edge.headPort))", attributes)
    }

    /// Sides mean something only where edges run in one direction.
    private func port(_ port: DotGraph.Port?) -> String {
        guard rung.engine == .dot, let port else { return "" }
        return ":" + port.rawValue
    }

    // MARK: Attributes

    /// The fonts of the visual grammar: Inter, then what each system has in its place. They reach the SVG's
    /// `font-family` as they are.
    private static let fonts = "Inter,Open Sans,Segoe UI,Helvetica Neue,Arial,DejaVu Sans,sans-serif"

    private var fontAttribute: [DotAttribute] { [DotAttribute("fontname", text: Self.fonts)] }

    private var graphAttributes: [DotAttribute] {
        let style = graph.style
        var attributes =
            identityAttributes(graph.identity) + fontAttribute + [
                DotAttribute("pad", word: "0.3"),
                // Curves around nodes that stand in no order take time with the square of their number.
                DotAttribute(
                    "splines",
                    word: rung.engine == .dot || rung.engine == .nop
                        ? style.edgeRouting.rawValue : GraphStyle.EdgeRouting.straightLines.rawValue),
            ]
        if let background = style.background { attributes.append(DotAttribute("bgcolor", background)) }
        if style.drawsEdgesFirst { attributes.append(DotAttribute("outputorder", word: "edgesfirst")) }
        if let caption = style.caption {
            attributes += [
                DotAttribute("labelloc", word: "b"), DotAttribute("labeljust", word: "l"),
                labelAttribute("label", .table(caption)),
            ]
        }
        switch rung.engine {
        case .dot:
            attributes += [
                DotAttribute("rankdir", word: "LR"),
                DotAttribute("nodesep", style.nodeSeparationInches, in: 0.02...5),
                DotAttribute("ranksep", style.rankSeparationInches, in: 0.02...10),
            ]
            if rung.ranksGlobally { attributes.append(DotAttribute("newrank", word: "true")) }
            if style.keepsEdgeOrder { attributes.append(DotAttribute("ordering", word: "out")) }
            if rung.limitsSimplex {
                attributes += [DotAttribute("nslimit", word: "1"), DotAttribute("nslimit1", word: "1")]
            }
        case .sfdp:
            // The full algorithm takes seconds above this; then only the scale is widened.
            let overlap = graph.nodes.count <= 1_000 ? "prism" : "prism0"
            attributes.append(DotAttribute("overlap", word: overlap))
        case .nop: break
        }
        return attributes
    }

    private func identityAttributes(
        _ identity: DotGraph.Identity, label: DotGraph.Label? = nil
    ) -> [DotAttribute] {
        var attributes = [DotAttribute("id", text: identity.id.rawValue)]
        if !identity.classes.isEmpty {
            attributes.append(
                DotAttribute("class", text: identity.classes.map(\.rawValue).joined(separator: " ")))
        }
        // A tooltip becomes the SVG's <title> afterwards. Only a link needs one here, for Graphviz would
        // otherwise show the label's source.
        if let link = identity.link {
            var tooltip = identity.tooltip
            if tooltip.isEmpty, case .text(let text) = label { tooltip = text }
            attributes += [
                DotAttribute("URL", text: link.address),
                DotAttribute("tooltip", text: tooltip.isEmpty ? link.address : tooltip),
            ]
        }
        return attributes
    }

    private func labelAttribute(_ name: String, _ label: DotGraph.Label) -> DotAttribute {
        switch label {
        case .text(let text): DotAttribute(name, text: text)
        case .table(let table): DotAttribute(name, table)
        }
    }

    private func clusterAttributes(_ style: ClusterStyle, _ label: HTMLTable?) -> [DotAttribute] {
        var attributes = [
            DotAttribute("penwidth", word: "1"), DotAttribute("margin", word: "13"),
            DotAttribute("style", text: style.fill == nil ? "rounded" : "rounded,filled"),
        ]
        if let fill = style.fill { attributes.append(DotAttribute("fillcolor", fill)) }
        if let stroke = style.stroke { attributes.append(DotAttribute("color", stroke)) }
        attributes += [DotAttribute("labeljust", word: "l"), DotAttribute("labelloc", word: "t")]
        // Written even when empty: a cluster inherits the graph's caption.
        attributes.append(label.map { DotAttribute("label", $0) } ?? DotAttribute("label", text: ""))
        return attributes
    }

    private func styleAttributes(_ style: NodeStyle) -> [DotAttribute] {
        var attributes: [DotAttribute] = []
        if let shape = style.shape { attributes.append(DotAttribute("shape", word: shape.rawValue)) }
        if let fill = style.fill { attributes.append(DotAttribute("fillcolor", fill)) }
        if let stroke = style.stroke { attributes.append(DotAttribute("color", stroke)) }
        if let color = style.fontColor { attributes.append(DotAttribute("fontcolor", color)) }
        if let size = style.fontSize { attributes.append(DotAttribute("fontsize", size, in: 1...200)) }
        if let width = style.penWidth { attributes.append(DotAttribute("penwidth", width, in: 0...20)) }
        if let width = style.widthInches { attributes.append(DotAttribute("width", width, in: 0.01...50)) }
        if let height = style.heightInches {
            attributes.append(DotAttribute("height", height, in: 0.01...50))
        }
        if rung.engine == .nop, let position = style.position {
            attributes.append(DotAttribute("pos", text: position.text))
        }
        if style.hasFixedSize { attributes.append(DotAttribute("fixedsize", word: "true")) }
        let words =
            (style.isRounded ? ["rounded"] : []) + (style.isDashed ? ["dashed"] : [])
            + (style.fill == nil ? [] : ["filled"])
        if !words.isEmpty { attributes.append(DotAttribute("style", text: words.joined(separator: ","))) }
        return attributes
    }

    private func styleAttributes(_ style: EdgeStyle) -> [DotAttribute] {
        var attributes: [DotAttribute] = []
        if let stroke = style.stroke, let gap = style.gap {
            let colors = [stroke, gap, stroke].map(\.hexadecimal).joined(separator: ":")
            attributes.append(DotAttribute("color", text: colors))
        } else if let stroke = style.stroke {
            attributes.append(DotAttribute("color", stroke))
        }
        if let width = style.penWidth { attributes.append(DotAttribute("penwidth", width, in: 0...20)) }
        if let line = style.line { attributes.append(DotAttribute("style", word: line.rawValue)) }
        if let head = style.arrowHead { attributes.append(DotAttribute("arrowhead", word: head.rawValue)) }
        if let size = style.arrowSize { attributes.append(DotAttribute("arrowsize", size, in: 0...5)) }
        if let color = style.fontColor { attributes.append(DotAttribute("fontcolor", color)) }
        if let size = style.fontSize { attributes.append(DotAttribute("fontsize", size, in: 1...200)) }
        if let weight = style.weight { attributes.append(DotAttribute("weight", weight, in: 0...100)) }
        if let ranks = style.leastRanks { attributes.append(DotAttribute("minlen", ranks, in: 0...20)) }
        return attributes
    }
}

extension DotGraph {
    /// The graph as a DOT document, laid out as `rung` says; tooltips stand only beside links.
    ///
    /// - Complexity: O(*n*) in the number of elements and the length of their texts.
    public func source(for rung: LayoutRung = .labelled) -> String {
        DotWriter(graph: self, rung: rung).document()
    }
}
