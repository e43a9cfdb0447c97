import Graphviz
import ReferralGraph

/// Turns a map into Graphviz values.
struct MapGraph {
    /// What to render.
    private(set) var graph: DotGraph
    /// The SVG identifier of each person's dot.
    private(set) var identifiers: [PersonID: SVGIdentifier] = [:]

    private let theme: Theme
    private let scene: MapScene
    private let layout: MapLayout

    /// More lines would hide what is below them.
    static let mostLinks = 30
    /// A line of one tie and one of `manyTies` or more, in points.
    private static let widths = 1.0...7.0
    private static let manyTies = 12.0

    /// - Complexity: O(people + regions + links).
    init(_ scene: MapScene, title: String, subtitles: [String], theme: Theme) {
        self.scene = scene
        self.theme = theme
        layout = MapLayout(scene)
        graph = DotGraph(
            .init(SVGIdentifier("refnet"), classes: ["map"], tooltip: " "), arrangement: .pinned,
            // Lines run below the grounds, which let them shine through, so that no name is crossed out.
            style: GraphStyle(background: theme.ground, drawsEdgesFirst: true),
            nodeDefaults: NodeStyle(
                shape: .point, stroke: theme.rule, penWidth: 0.8, widthInches: layout.dotSize / 72,
                heightInches: layout.dotSize / 72),
            edgeDefaults: EdgeStyle(stroke: theme.rule, arrowHead: EdgeStyle.ArrowHead.none))
        graph.alternativeText = sentences([title] + subtitles)
        graph.style.caption = Caption(theme: theme).table(
            title: title, subtitles: subtitles, legend: legend)
        for (number, (region, area)) in zip(scene.regions, layout.areas).enumerated() {
            addGround(region, area, tint: theme.lane(number))
        }
        addLinks()
        for (number, (region, area)) in zip(scene.regions, layout.areas).enumerated() {
            for (dot, place) in zip(region.people, area.dots) { add(dot, in: region, at: place) }
            if let label = area.label { add(label, of: region, tint: theme.lane(number)) }
        }
        graph.addYou(in: theme, inches: 2 * MapLayout.youRadius / 72, at: MapLayout.you)
    }

    private mutating func addGround(_ region: MapScene.Region, _ area: MapLayout.Area, tint: Theme.Lane) {
        _ = graph.addNode(
            .init(
                SVGIdentifier(region.id), classes: ["company"],
                tooltip: "\(region.name): \(counted(region.people.count, "person", "people")), "
                    + "\(region.reachedCount) reached"),
            label: .text(""),
            style: NodeStyle(
                shape: .circle, fill: DotColor(tint.fill.rgb, alpha: 0xD0), stroke: tint.stroke, penWidth: 1,
                widthInches: area.radius / 36, heightInches: area.radius / 36, hasFixedSize: true,
                position: area.centre))
    }

    // MARK: Lines

    /// One line for all ties between two regions, the wider the more there are.
    private mutating func addLinks() {
        let links = scene.links.prefix(Self.mostLinks)
        let most = max(Self.manyTies, Double(links.first?.count ?? 0))
        var anchors: [Int: DotGraph.NodeReference] = [:]
        for region in links.flatMap({ [$0.first, $0.second] }) where anchors[region] == nil {
            anchors[region] = graph.addNode(
                .init(SVGIdentifier("anchor_\(region)"), classes: ["anchor"]), label: .text(""),
                style: NodeStyle(shape: .plain, position: layout.areas[region].centre))
        }
        for link in links {
            guard let tail = anchors[link.first], let head = anchors[link.second] else { continue }
            let share = Double(link.count - 1) / (most - 1)
            let (from, to) = (scene.regions[link.first].name, scene.regions[link.second].name)
            let hasReferral = link.referralCount > 0
            let words = [
                link.tieCount > 0 ? counted(link.tieCount, "tie") : nil,
                hasReferral ? counted(link.referralCount, "referral") : nil,
            ].compactMap(\.self).joined(separator: ", ")
            graph.addEdge(
                .init(
                    SVGIdentifier("b_\(link.first)_\(link.second)"),
                    classes: [hasReferral ? "referral" : "contact"], tooltip: "\(from) and \(to): \(words)"),
                from: tail, to: head,
                style: EdgeStyle(
                    stroke: hasReferral ? theme.referral : theme.rule,
                    penWidth: Self.widths.lowerBound
                        + share * (Self.widths.upperBound - Self.widths.lowerBound),
                    line: hasReferral ? .solid : .dashed, arrowHead: EdgeStyle.ArrowHead.none,
                    route: route(layout.areas[link.first], layout.areas[link.second])))
        }
    }

    /// From edge to edge, with a slight bow.
    private func route(_ first: MapLayout.Area, _ second: MapLayout.Area) -> [DotPoint] {
        let way = second.centre - first.centre
        guard let unit = way.unit else { return [] }
        let start = first.centre + unit * (first.radius * 0.92)
        let end = second.centre - unit * (second.radius * 0.92)
        let bow = unit.normal * ((end - start).length * 0.12)
        return [start, start + (end - start) * (1.0 / 3) + bow, start + (end - start) * (2.0 / 3) + bow, end]
    }

    // MARK: People

    private mutating func add(_ dot: MapScene.Dot, in region: MapScene.Region, at place: DotPoint) {
        var style = NodeStyle(position: place)
        var label = DotGraph.Label.text("")
        func mark(_ shape: NodeStyle.Shape, _ color: DotColor, _ share: Double) {
            let large = layout.dotSize * share / 72
            style.shape = shape
            style.fill = color
            style.stroke = color
            style.widthInches = large
            style.heightInches = large
            style.hasFixedSize = true
        }
        var words = dot.name
        switch dot.standing {
        case .plain: style.fill = dot.isReached ? theme.rule : theme.paper
        case .rejected: mark(.box, theme.line(of: .rejected), 0.95)
        case .stalled: mark(.diamond, theme.line(of: .stalled), 1.3)
        case .offer: mark(.triangle, theme.line(of: .offer), 1.25)
        case .new, .warmer: mark(.circle, theme.line(of: dot.standing), 1)
        }
        if let rank = dot.rank {
            words = "\(dot.name), number \(rank) to contact"
            style = NodeStyle(shape: .plain, position: place)
            label = .table(
                PersonCard(theme: theme).badge(rank, size: Int(MapLayout.badgeSize) - 1, points: 10))
        }
        let node = graph.addNode(
            .init(
                SVGIdentifier("p_\(dot.person)"), classes: dot.rank == nil ? ["person"] : ["person", "next"],
                tooltip: "\(words) · \(region.name)"),
            label: label, style: style)
        identifiers[dot.person] = node.id
    }

    private mutating func add(_ label: MapLayout.Label, of region: MapScene.Region, tint: Theme.Lane) {
        let rows = label.lines.map { line in
            let color = line.isBold ? theme.ink : theme.muted
            return [
                HTMLCell(
                    .text(HTMLText(line.text, pointSize: line.pointSize, color: color, isBold: line.isBold)))
            ]
        }
        _ = graph.addNode(
            .init(SVGIdentifier("n_\(region.id)"), classes: ["name"]),
            label: .table(HTMLTable(rows: rows, fill: DotColor(tint.fill.rgb, alpha: 0xD0), isRounded: true)),
            style: NodeStyle(shape: .plain, position: label.centre))
    }

    private var legend: [[[HTMLCell]]] {
        let caption = Caption(theme: theme)
        let dots = scene.regions.flatMap(\.people)
        let plain = dots.filter { $0.standing == .plain && $0.rank == nil }
        let standings = Set(dots.filter { $0.rank == nil }.map(\.standing))
        var entries: [[HTMLCell]] = []
        if plain.contains(where: \.isReached) { entries.append(caption.entry("●", theme.rule, "In touch")) }
        if plain.contains(where: { !$0.isReached }) {
            entries.append(caption.entry("○", theme.rule, "Not in touch yet"))
        }
        if standings.contains(.rejected) { entries.append(caption.entry("■", theme.rejection, "Rejected")) }
        if standings.contains(.stalled) { entries.append(caption.entry("◆", theme.stalledLine, "Stalled")) }
        if standings.contains(.offer) { entries.append(caption.entry("▲", theme.offer, "Offer")) }
        if dots.contains(where: { $0.rank != nil }) { entries.append(caption.badgeEntry) }
        let links = scene.links.prefix(Self.mostLinks)
        if links.contains(where: { $0.referralCount > 0 }) {
            entries.append(caption.swatch(theme.referral, "Referrals between them", height: 4))
        }
        if links.contains(where: { $0.referralCount == 0 }) {
            entries.append(caption.swatch(theme.rule, "They know each other", pieces: [8, 8, 8]))
        }
        return Caption.rows(of: entries)
    }
}
