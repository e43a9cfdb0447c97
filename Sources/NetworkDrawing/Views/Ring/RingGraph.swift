import Graphviz
import ReferralGraph

/// Turns a ring layout into Graphviz values.
struct RingGraph {
    /// What to render.
    private(set) var graph: DotGraph
    /// The SVG identifier of each person's dot.
    var identifiers: [PersonID: SVGIdentifier] { nodes.mapValues(\.id) }

    private let theme: Theme
    private var nodes: [PersonID: DotGraph.NodeReference] = [:]
    private var rim: (from: DotGraph.NodeReference, to: DotGraph.NodeReference)

    private static let dot = 15.0
    private static let plainDot = 11.0
    private static let bandWidth = 5.0
    private static let widestName = 280.0

    /// - Complexity: O(people + links).
    init(_ layout: RingLayout, scene: NetworkScene, theme: Theme) {
        self.theme = theme
        let caption = Caption(theme: theme)
        graph = DotGraph(
            .init(SVGIdentifier("refnet"), classes: ["ring"], tooltip: " "), arrangement: .pinned,
            style: GraphStyle(
                background: theme.ground,
                caption: caption.table(
                    title: scene.title, subtitles: scene.subtitles,
                    legend: RingLegend(theme: theme).rows(for: scene, layout: layout))),
            nodeDefaults: NodeStyle(shape: .plain),
            edgeDefaults: EdgeStyle(stroke: theme.rule, penWidth: 1.3, arrowSize: 0.6))
        graph.alternativeText = sentences(
            [scene.title] + scene.subtitles + [Self.next(in: scene)].compactMap(\.self))
        // What is added first is drawn first.
        let hidden = NodeStyle(position: DotPoint(x: 0, y: 0))
        rim = (
            graph.addNode(
                .init(SVGIdentifier("rim_from"), classes: ["rim"]), label: .text(""), style: hidden),
            graph.addNode(.init(SVGIdentifier("rim_to"), classes: ["rim"]), label: .text(""), style: hidden)
        )
        for sector in layout.sectors { addBand(sector, radius: layout.radius) }
        for ring in layout.rings { addRing(ring.ring, radius: ring.radius) }
        for ring in layout.rings { addRingLabel(ring.ring, radius: ring.radius) }
        graph.addYou(in: theme, inches: 2 * RingLayout.middle / 72, at: DotPoint(x: 0, y: 0))
        for sector in layout.sectors { addHeading(sector) }
        for place in layout.places { add(place) }
        let places = layout.places.keyed(by: \.card.person)
        for link in scene.links {
            guard let from = link.from.flatMap({ places[$0] }), let to = places[link.to] else { continue }
            let others = layout.places.map(\.dot).filter { $0 != from.dot && $0 != to.dot }
            add(link, from: from, to: to, around: others)
        }
    }

    /// Who to contact first, for those who cannot see the badges.
    private static func next(in scene: NetworkScene) -> String? {
        let ranked = scene.cards.filter { $0.rank != nil }.sorted { $0.rank ?? 0 < $1.rank ?? 0 }
        return ranked.isEmpty ? nil : "Next: " + ranked.map(\.name).joined(separator: ", ")
    }

    // MARK: The circle

    private mutating func addRing(_ ring: Closeness, radius: Double) {
        _ = graph.addNode(
            .init(SVGIdentifier("ring_\(ring.rawValue)"), classes: ["orbit"], tooltip: ring.words),
            label: .text(""),
            style: NodeStyle(
                shape: .circle, stroke: theme.rule, penWidth: 0.6, isDashed: ring == .stranger,
                widthInches: 2 * radius / 72, heightInches: 2 * radius / 72, hasFixedSize: true,
                position: DotPoint(x: 0, y: 0)))
    }

    private mutating func addRingLabel(_ ring: Closeness, radius: Double) {
        let text = HTMLText(ring.words, pointSize: 9, color: theme.muted)
        _ = graph.addNode(
            .init(SVGIdentifier("ringname_\(ring.rawValue)"), classes: ["orbitname"]),
            label: .table(HTMLTable(rows: [[HTMLCell(.text(text), padding: 2)]], fill: theme.ground)),
            style: NodeStyle(position: DotPoint(x: 0, y: -radius)))
    }

    private mutating func addBand(_ sector: RingLayout.Sector, radius: Double) {
        // A gap of a point or two keeps neighbours apart.
        let gap = min(0.008, (sector.arc.upperBound - sector.arc.lowerBound) / 4)
        graph.addEdge(
            .init(
                SVGIdentifier("c_\(sector.company?.text ?? "none")"), classes: ["company"],
                tooltip: "\(sector.name): \(sector.caption)"),
            from: rim.from, to: rim.to,
            style: EdgeStyle(
                stroke: theme.lane(sector.position).stroke, penWidth: Self.bandWidth, line: .solid,
                arrowHead: EdgeStyle.ArrowHead.none,
                route: DotPoint.arc(
                    radius: radius + Self.bandWidth / 2, from: sector.arc.lowerBound + gap,
                    to: sector.arc.upperBound - gap)))
    }

    private mutating func addHeading(_ sector: RingLayout.Sector) {
        guard let heading = sector.heading else { return }
        let text = HTMLText(sector.name, pointSize: 11, color: theme.ink, isBold: true)
            .wrapped(to: Self.widestName, linesAtMost: 1)
        let caption = HTMLText(sector.caption, pointSize: 9, color: theme.muted)
            .wrapped(to: Self.widestName, linesAtMost: 1)
        // Where Inter is missing, names run a sixth wider.
        let gap = HTMLCell(.empty, padding: 0, width: Int((text.first?.estimatedWidth ?? 0) / 6))
        let side: HTMLCell.HorizontalAlignment = sector.isRight ? .left : .right
        func cells(_ lines: [HTMLText]) -> [HTMLCell] {
            lines.map { cell(.text($0), width: $0.estimatedWidth, side) }
        }
        let row = cells(text) + [gap] + cells(caption)
        addLabel(
            .init(SVGIdentifier("h_\(sector.company?.text ?? "none")"), classes: ["heading"]),
            cells: sector.isRight ? row : row.reversed(), at: heading, isRight: sector.isRight)
    }

    // MARK: People

    private mutating func add(_ place: RingLayout.Place) {
        let card = place.card
        let size = (card.standing == .plain ? Self.plainDot : Self.dot) / 72
        let color = (line: theme.line(of: card.standing), text: theme.text(of: card.standing))
        let isReached = place.ring.isReached
        let node = graph.addNode(
            card.identity(card.classes), label: .text(mark(of: card)),
            style: NodeStyle(
                shape: .circle,
                fill: card.standing == .plain && isReached
                    ? theme.rule : card.standing == .offer ? theme.offerGround : theme.paper,
                stroke: color.line, penWidth: card.standing == .plain ? 1 : 1.6,
                isDashed: !isReached && card.standing == .plain,
                fontColor: color.text, fontSize: 9, widthInches: size, heightInches: size,
                hasFixedSize: true, position: place.dot))
        nodes[card.person] = node
        let name = addName(place, color: color.text)
        let outward = place.rim.unit ?? DotPoint(x: 1, y: 0)
        graph.addEdge(
            .init(SVGIdentifier("l_\(card.person)"), classes: ["leader"]), from: node, to: name,
            style: EdgeStyle(
                stroke: theme.rule, penWidth: 0.6, line: .dotted, arrowHead: EdgeStyle.ArrowHead.none,
                route: DotPoint.line(from: place.dot + outward * (size * 36 + 1), to: place.rim)))
    }

    /// The name, outside of the circle, and below it the next step or the title.
    private mutating func addName(_ place: RingLayout.Place, color: DotColor) -> DotGraph.NodeReference {
        let card = place.card
        var lines = [HTMLText(card.name, pointSize: 11, color: theme.ink, isBold: true)]
        let note = card.note.map { note in
            [mark(of: card), note].filter { !$0.isEmpty }.joined(separator: " ")
        }
        let facts = [note ?? card.title, place.company].compactMap(\.self).joined(separator: " · ")
        if !facts.isEmpty {
            lines.append(
                HTMLText(
                    facts, pointSize: 9,
                    color: note == nil ? theme.muted : card.standing == .plain ? theme.ink : color))
        }
        lines = lines.flatMap { $0.wrapped(to: Self.widestName, linesAtMost: 1) }
        let alignment: HTMLCell.HorizontalAlignment = place.isRight ? .left : .right
        let text = HTMLTable(rows: lines.map { [HTMLCell(.text($0), alignment: alignment)] })
        var cells: [HTMLCell] = []
        if let rank = card.rank {
            cells.append(cell(.table(PersonCard(theme: theme).badge(rank, size: 18, points: 10)), width: 20))
        }
        if card.isStar {
            cells.append(cell(.text(HTMLText("★", pointSize: 12, color: theme.star)), width: 12))
        }
        cells.append(cell(.table(text), width: lines.map(\.estimatedWidth).max() ?? 0, alignment))
        return addLabel(
            .init(SVGIdentifier("n_\(card.person)"), classes: ["name"], tooltip: card.tooltip),
            cells: place.isRight ? cells : cells.reversed(), at: place.name, isRight: place.isRight)
    }

    /// A label that begins at a place and runs away from the circle.
    @discardableResult
    private mutating func addLabel(
        _ identity: DotGraph.Identity, cells: [HTMLCell], at start: DotPoint, isRight: Bool
    ) -> DotGraph.NodeReference {
        let width = cells.reduce(0.0) { $0 + Double($1.width ?? 0) }
        let row = isRight ? cells : ended(cells, width: width)
        return graph.addNode(
            identity, label: .table(HTMLTable(rows: [row])),
            style: NodeStyle(
                position: DotPoint(x: start.x + (isRight ? width : -width) / 2, y: start.y)))
    }

    /// Cells left of the circle, whose texts end where their neighbours on the right begin, in whatever font.
    private func ended(_ cells: [HTMLCell], width: Double) -> [HTMLCell] {
        var right = -width / 2
        return cells.map { cell in
            right += Double(cell.width ?? 0)
            let end = right - Double(cell.padding ?? 0)
            var cell = cell
            if cell.alignment == .right { cell.content = ended(cell.content, at: end) }
            return cell
        }
    }

    private func ended(_ content: HTMLCell.Content, at end: Double) -> HTMLCell.Content {
        switch content {
        case .empty: return .empty
        case .text(var text):
            text.end = end
            return .text(text)
        case .table(var table):
            for row in table.rows.indices {
                for column in table.rows[row].indices {
                    table.rows[row][column].content = ended(table.rows[row][column].content, at: end)
                }
            }
            return .table(table)
        }
    }

    private func cell(
        _ content: HTMLCell.Content, width: Double, _ alignment: HTMLCell.HorizontalAlignment? = nil
    ) -> HTMLCell {
        HTMLCell(content, alignment: alignment, padding: 2, width: Int(width.rounded(.up)) + 4)
    }

    // MARK: Links

    private mutating func add(
        _ link: NetworkScene.Link, from: RingLayout.Place, to: RingLayout.Place, around others: [DotPoint]
    ) {
        guard let tail = nodes[from.card.person], let head = nodes[to.card.person] else { return }
        var style = LinkStyle(theme: theme).style(link.kind)
        style.route = RingCurve(from: from.dot, to: to.dot, others: others).route(
            startGap: gap(from.card), endGap: gap(to.card) + 1.5)
        graph.addEdge(
            .init(
                SVGIdentifier("e_\(from.card.person)_\(to.card.person)"), classes: [link.kind.rawValue],
                tooltip: link.tooltip),
            from: tail, to: head, style: style)
    }

    private func gap(_ card: NetworkScene.Card) -> Double {
        (card.standing == .plain ? Self.plainDot : Self.dot) / 2
    }

    /// The mark in a dot and before a note; nothing for a plain one.
    private func mark(of card: NetworkScene.Card) -> String {
        card.standing == .plain ? "" : card.standing.mark
    }
}
