import Graphviz
import ReferralAnalysis
import ReferralGraph

/// Turns introduction paths into Graphviz values: a row a way, the likeliest on top and in colour.
struct PathGraph {
    /// What to render.
    private(set) var graph: DotGraph
    /// The SVG identifier of each person's first card.
    private(set) var identifiers: [PersonID: SVGIdentifier] = [:]

    private let theme: Theme
    private let you: DotGraph.NodeReference
    /// How wide the cards of each hop are, in points.
    private var widths: [Int: Int] = [:]
    private static let widths = 120...206

    /// - Complexity: O(ways x hops).
    init(_ scene: PathScene, theme: Theme) {
        self.theme = theme
        let caption = Caption(theme: theme)
        var style = GraphStyle(
            nodeSeparationInches: 0.34, rankSeparationInches: 0.4, background: theme.ground,
            caption: caption.table(
                title: scene.title, subtitles: scene.subtitles,
                legend: [Self.legend(of: scene, caption, theme)]
            ))
        style.keepsEdgeOrder = true
        graph = DotGraph(in: theme, style: style)
        you = graph.addYou(in: theme)
        let cards = PersonCard(theme: theme)
        for hops in scene.ways.map({ $0.hops.dropLast() }) {
            for (position, hop) in hops.enumerated() {
                let width = cards.width(for: hop.card, in: Self.widths)
                widths[position] = max(widths[position, default: 0], width)
            }
        }
        for (number, way) in scene.ways.enumerated() { add(way, number: number) }
        graph.alternativeText = sentences(
            [scene.title] + scene.subtitles + scene.ways.enumerated().map(Self.words))
    }

    private static func words(_ number: Int, _ way: PathScene.Way) -> String {
        let hops = way.hops.enumerated().map { position, hop in
            "\(hop.card.name) \(hop.odds.percent)" + (position == way.weakestHop ? " (the weakest step)" : "")
        }
        return "Path \(number + 1), \(way.odds.both): You, \(hops.joined(separator: ", "))"
    }

    private static func legend(of scene: PathScene, _ caption: Caption, _ theme: Theme) -> [[HTMLCell]] {
        var entries = [caption.swatch(theme.referral, "Best path")]
        if scene.ways.count > 1 { entries.append(caption.swatch(theme.rule, "Other paths", height: 2)) }
        if scene.ways.contains(where: { $0.weakestHop != nil }) {
            entries.append(caption.doubleSwatch(theme.rejection, "Weakest step"))
        }
        if scene.ways.contains(where: { $0.hops.contains(where: \.card.isStar) }) {
            entries.append(caption.star)
        }
        return entries
    }

    private mutating func add(_ way: PathScene.Way, number: Int) {
        let isBest = number == 0
        let look = isBest ? theme : theme.faded
        var tail = you
        for (position, hop) in way.hops.enumerated() {
            let isTarget = position == way.hops.count - 1
            let node = addCard(
                of: hop.card, in: look, width: widths[position] ?? 0,
                closing: isTarget ? "Path \(number + 1): \(way.odds.percent)" : nil)
            if identifiers[hop.card.person] == nil { identifiers[hop.card.person] = node.id }
            let isWeakest = position == way.weakestHop
            graph.addEdge(
                .init(
                    SVGIdentifier("e\(number + 1)_\(hop.from?.text ?? "you")_\(hop.card.person)"),
                    classes: [isBest ? "best" : "other"] + (isWeakest ? ["weakest"] : []),
                    tooltip: "\(hop.card.name): \(hop.verb) \(hop.odds.both); \(hop.evidence)"),
                from: tail, .east, to: node, .west, label: label(hop, isBest: isBest, isWeakest: isWeakest),
                style: style(position, isBest: isBest, isWeakest: isWeakest))
            tail = node
        }
    }

    private mutating func addCard(
        of card: NetworkScene.Card, in look: Theme, width: Int, closing: String?
    ) -> DotGraph.NodeReference {
        let isAgain = identifiers[card.person] != nil
        let table: HTMLTable
        if let closing {
            table = BannerCard(
                banner: closing, lines: [card.name] + [card.title].compactMap(\.self) + card.facts,
                color: look.referral
            ).table(in: look, width: width)
        } else {
            table = PersonCard(theme: look).table(for: card, width: width)
        }
        return graph.addNode(card.identity([isAgain ? "again" : "person"]), label: .table(table))
    }

    private func style(_ position: Int, isBest: Bool, isWeakest: Bool) -> EdgeStyle {
        var style = EdgeStyle(
            stroke: isBest ? theme.referral : theme.rule, penWidth: isBest ? 2.2 : 1.3, line: .solid,
            arrowHead: .normal, weight: isBest || position > 0 ? 40 : 4)
        if isWeakest {
            style.line = .dashed
            style.gap = theme.ground
            style.penWidth = isBest ? 1.6 : 1.1
            if isBest { style.stroke = theme.rejection }
        }
        return style
    }

    private func label(_ hop: PathScene.Hop, isBest: Bool, isWeakest: Bool) -> DotGraph.Label {
        let color = !isBest ? theme.muted : isWeakest ? theme.rejection : theme.referral
        var texts: [HTMLText] = []
        if isWeakest { texts.append(HTMLText("weakest step", pointSize: 9, color: color, isBold: true)) }
        if isBest {
            texts.append(HTMLText("\(hop.verb)?", pointSize: 9, color: theme.muted))
            texts.append(HTMLText(hop.odds.percent, pointSize: 12, color: color, isBold: true))
            texts.append(HTMLText(hop.odds.words, pointSize: 9, color: color))
            texts += HTMLText(hop.evidence, pointSize: 9, color: theme.muted).wrapped(to: 104, linesAtMost: 2)
        } else {
            texts.append(HTMLText(hop.odds.both, pointSize: 9, color: color))
        }
        return .table(
            HTMLTable(
                rows: texts.map { [HTMLCell(.text($0))] } + [[HTMLCell(.empty, height: isWeakest ? 7 : 4)]],
                cellPadding: 1))
    }
}
