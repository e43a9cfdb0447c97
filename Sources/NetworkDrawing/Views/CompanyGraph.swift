import Graphviz
import ReferralGraph

/// Turns an employer into Graphviz values whose places are fixed.
struct CompanyGraph {
    /// What to render.
    private(set) var graph: DotGraph
    /// The SVG identifier of each person's first card.
    private(set) var identifiers: [PersonID: SVGIdentifier] = [:]

    private let theme: Theme
    private let layout: OrganisationLayout
    private var joints = 0

    /// - Complexity: O(people).
    init(_ scene: CompanyScene, theme: Theme) {
        self.theme = theme
        layout = OrganisationLayout(scene, theme: theme)
        let caption = Caption(theme: theme)
        // Lanes first, then what stands on them.
        let style = GraphStyle(
            background: theme.ground, edgeRouting: .straightLines, drawsEdgesFirst: false,
            caption: caption.table(
                title: scene.title, subtitles: scene.subtitles,
                legend: [Self.legend(of: scene, caption, theme)]
            ))
        graph = DotGraph(
            in: theme, arrangement: .pinned, style: style, arrowHead: EdgeStyle.ArrowHead.none)
        for (position, lane) in scene.lanes.enumerated() { addGround(of: lane, at: position) }
        for trunk in layout.trunks { add(trunk) }
        for entry in scene.entries { add(entry) }
        for (position, lane) in scene.lanes.enumerated() { addFold(of: lane, at: position) }
        graph.alternativeText = sentences([scene.title] + scene.subtitles + Self.words(on: scene))
    }

    private static func words(on scene: CompanyScene) -> [String] {
        scene.leaders.map(\.card.tooltip)
            + scene.lanes.map { lane in
                "\(lane.name), \(lane.caption): "
                    + (lane.entries.map(\.card.name)
                    + (lane.folded.isEmpty ? [] : ["and \(lane.folded.count) more"])).joined(separator: ", ")
            }
    }

    private static func legend(
        of scene: CompanyScene, _ caption: Caption, _ theme: Theme
    ) -> [[HTMLCell]] {
        let entries = scene.entries
        var legend: [[HTMLCell]] = []
        if entries.contains(where: \.isReached) { legend.append(caption.frame("In touch", isDotted: false)) }
        if entries.contains(where: { !$0.isReached }) {
            legend.append(caption.frame("Not in touch yet", isDotted: true))
        }
        if entries.contains(where: { $0.isLineInferred == false }) {
            legend.append(caption.swatch(theme.rule, "Reports to", height: 2))
        }
        if entries.contains(where: { $0.isLineInferred == true }) {
            legend.append(caption.swatch(theme.rule, "Presumably reports to", pieces: [8, 8, 8], height: 2))
        }
        if entries.contains(where: { $0.introducer != nil }) {
            legend.append(
                caption.swatch(theme.ink, "Could introduce you", pieces: [3, 3, 3, 3, 3], height: 2))
        }
        if entries.contains(where: \.card.isStar) { legend.append(caption.star) }
        if entries.contains(where: { $0.card.rank != nil }) { legend.append(caption.badgeEntry) }
        return legend
    }

    // MARK: Lanes

    private mutating func addGround(of lane: CompanyScene.Lane, at position: Int) {
        let frame = layout.lanes[position]
        let tint = theme.lane(position)
        _ = graph.addNode(
            .init(
                SVGIdentifier("d_\(lane.name)"), classes: ["department"],
                tooltip: "\(lane.name): \(lane.caption)"),
            label: .text(""),
            style: NodeStyle(
                shape: .box, fill: tint.fill, stroke: tint.stroke, penWidth: 1, isRounded: true,
                widthInches: frame.width / 72, heightInches: frame.height / 72, hasFixedSize: true,
                position: frame.middle))
        let width = Int(frame.width) - 32
        let name = HTMLText(lane.name, pointSize: 13, color: theme.ink, isBold: true)
            .wrapped(to: Double(width), linesAtMost: 1)
        let caption = HTMLText(
            (lane.isReached ? "" : "✕  ") + lane.caption, pointSize: 10,
            color: lane.isReached ? theme.muted : theme.rejection)
        _ = graph.addNode(
            .init(SVGIdentifier("d_\(lane.name)_label"), classes: ["heading"]),
            label: .table(
                HTMLTable(
                    rows: (name + [caption]).map { [HTMLCell(.text($0), alignment: .left, width: width)] },
                    cellPadding: 1)),
            style: NodeStyle(position: DotPoint(x: frame.left + 24 + Double(width) / 2, y: frame.top + 24)))
    }

    private mutating func addFold(of lane: CompanyScene.Lane, at position: Int) {
        guard let frame = layout.folds[position] else { return }
        let text = HTMLText(
            "and \(lane.folded.count) more in \(lane.name)", pointSize: 10, color: theme.muted)
        _ = graph.addNode(
            .init(
                SVGIdentifier("more_\(lane.name)"), classes: ["more"],
                tooltip: lane.folded.joined(separator: ", ")),
            label: .table(
                HTMLTable(
                    rows: text.wrapped(to: frame.width, linesAtMost: 1).map {
                        [HTMLCell(.text($0), alignment: .left, width: Int(frame.width))]
                    })), style: NodeStyle(position: frame.middle))
    }

    // MARK: People

    private mutating func add(_ entry: CompanyScene.Entry) {
        let person = entry.card.person
        guard let frame = layout.cards[person] else { return }
        let node = addCard(
            entry.card, in: frame, entry.isReached ? "reached" : "unreached",
            label: PersonCard(theme: theme).table(
                for: entry.card, width: Int(frame.width), height: Int(frame.height),
                isDotted: !entry.isReached))
        if let branch = layout.branches[person] {
            graph.addEdge(
                .init(
                    SVGIdentifier("e_boss_\(person)"),
                    classes: ["reports"] + (entry.isLineInferred == true ? ["inferred"] : [])),
                from: joint(at: branch), to: node,
                style: EdgeStyle(line: entry.isLineInferred == true ? .dashed : .solid))
        }
        if let outsider = entry.introducer, let outside = layout.outsiders[person] {
            introduce(node, frame, by: outsider, in: outside)
        }
    }

    private mutating func addCard(
        _ card: NetworkScene.Card, in frame: OrganisationLayout.Frame, _ kind: String, label: HTMLTable
    ) -> DotGraph.NodeReference {
        let isAgain = identifiers[card.person] != nil
        let node = graph.addNode(
            card.identity([isAgain ? "again" : "person", kind]), label: .table(label),
            style: NodeStyle(position: frame.middle))
        if !isAgain { identifiers[card.person] = node.id }
        return node
    }

    /// Draws a line from someone outside to the one they could introduce.
    private mutating func introduce(
        _ node: DotGraph.NodeReference, _ frame: OrganisationLayout.Frame, by outsider: NetworkScene.Card,
        in outside: OrganisationLayout.Frame
    ) {
        let style = EdgeStyle(stroke: theme.ink, penWidth: 1.1, line: .dotted, arrowHead: .empty)
        let identity = DotGraph.Identity(
            SVGIdentifier("e_\(outsider.person)_\(node.id)"), classes: ["suggested"],
            tooltip: "\(outsider.name) could introduce you")
        if let first = introducing, first.frame == outside, first.person == outsider.person {
            // The same as for the one above: down from their line.
            let x = outside.left - 8
            let (above, corner) = (
                joint(at: .init(x: x, y: outside.middle.y)), joint(at: .init(x: x, y: frame.middle.y))
            )
            graph.addEdge(
                .init(SVGIdentifier("trunk_\(node.id)"), classes: ["suggested"]), from: above, to: corner,
                style: EdgeStyle(stroke: theme.ink, penWidth: 1.1, line: .dotted))
            graph.addEdge(identity, from: corner, to: node, style: style)
        } else {
            let card = addOutsider(outsider, in: outside)
            introducing = (outsider.person, outside)
            graph.addEdge(identity, from: card, to: node, style: style)
        }
    }

    private var introducing: (person: PersonID, frame: OrganisationLayout.Frame)?

    private mutating func addOutsider(
        _ card: NetworkScene.Card, in frame: OrganisationLayout.Frame
    ) -> DotGraph.NodeReference {
        let lines =
            HTMLText(card.name, pointSize: 10, color: theme.ink, isBold: true)
            .wrapped(to: frame.width - 12, linesAtMost: 1)
            + HTMLText(card.title ?? "", pointSize: 9, color: theme.muted)
            .wrapped(to: frame.width - 12, linesAtMost: 1)
        let text = HTMLTable(rows: lines.map { [HTMLCell(.text($0), alignment: .left)] }, cellPadding: 1)
        return addCard(
            card, in: frame, "outside",
            label: HTMLTable(
                rows: [[HTMLCell(.table(text), alignment: .left, padding: 5)]], border: 1,
                stroke: theme.rule, fill: theme.paper, isRounded: true, width: Int(frame.width)))
    }

    // MARK: Lines

    private mutating func add(_ trunk: OrganisationLayout.Segment) {
        let (from, to) = (joint(at: trunk.from), joint(at: trunk.to))
        graph.addEdge(
            .init(SVGIdentifier("trunk"), classes: ["reports"]), from: from, to: to,
            style: EdgeStyle(line: trunk.isInferred ? .dashed : .solid))
    }

    /// A point that is not seen, where lines meet.
    private mutating func joint(at place: DotPoint) -> DotGraph.NodeReference {
        joints += 1
        return graph.addJoint("joint_\(joints)", "joint", in: theme, at: place)
    }
}
