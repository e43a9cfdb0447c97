import Graphviz
import ReferralGraph

/// Turns a timeline into Graphviz values.
struct TimelineGraph {
    /// What to render.
    private(set) var graph: DotGraph
    /// The SVG identifier of each person's first lane.
    private(set) var identifiers: [PersonID: SVGIdentifier] = [:]

    private let theme: Theme
    private let scene: TimelineScene
    private let marks: TimelineMarks
    private let axis: TimeAxis
    private let rail: (from: DotGraph.NodeReference, to: DotGraph.NodeReference)

    private static let rowHeight = 34.0
    private static let headingHeight = 26.0
    private static let axisHeight = 24.0
    private static let widestLabel = 230.0
    private static let widestNext = 210.0
    private static let gap = 16.0

    /// - Complexity: O(lanes x marks).
    init(_ scene: TimelineScene, theme: Theme) {
        self.scene = scene
        self.theme = theme
        marks = TimelineMarks(theme: theme)
        let labels = scene.lanes.flatMap { Self.label($0, theme) }.map(\.estimatedWidth).max() ?? 0
        axis = TimeAxis(days: scene.days, left: min(labels, Self.widestLabel) + Self.gap + 14)
        graph = DotGraph(
            .init(SVGIdentifier("refnet"), classes: ["timeline"], tooltip: " "), arrangement: .pinned,
            // Grounds, then lines, then marks: everything is drawn in the order in which it was added.
            style: GraphStyle(background: theme.ground, drawsEdgesFirst: false),
            nodeDefaults: NodeStyle(shape: .plain),
            edgeDefaults: EdgeStyle(stroke: theme.rule, penWidth: 1.3, arrowHead: EdgeStyle.ArrowHead.none))
        graph.alternativeText = sentences([scene.title] + scene.subtitles)
        let hidden = NodeStyle(position: DotPoint(x: axis.left, y: 0))
        rail = (
            graph.addNode(
                .init(SVGIdentifier("rail_from"), classes: ["rail"]), label: .text(""), style: hidden),
            graph.addNode(
                .init(SVGIdentifier("rail_to"), classes: ["rail"]), label: .text(""), style: hidden)
        )
        graph.style.caption = Caption(theme: theme).table(
            title: scene.title, subtitles: scene.subtitles, legend: legend)
        addRows()
    }

    private mutating func addRows() {
        var y = Self.axisHeight
        var tops: [Double] = []
        var standing: TimelineScene.Standing?
        var headings: [(TimelineScene.Standing, Double)] = []
        for lane in scene.lanes {
            if lane.standing != standing {
                standing = lane.standing
                headings.append((lane.standing, y + Self.headingHeight / 2 + 2))
                y += Self.headingHeight
            }
            tops.append(y)
            y += Self.rowHeight
        }
        addAxis(bottom: max(y, Self.axisHeight + Self.rowHeight))
        for (lane, top) in zip(scene.lanes, tops) { addLine(lane, y: top + Self.rowHeight / 2) }
        for (standing, y) in headings {
            let shown = scene.lanes.count { $0.standing == standing }
            let total = scene.counts[standing] ?? shown
            let count = shown == total ? "\(total)" : "\(shown) of \(total)"
            addText(
                "heading_\(standing.rawValue)", "heading",
                [
                    HTMLText(
                        "\(standing.words) (\(count))", pointSize: 11,
                        color: standing == .stalled ? theme.stalledText : theme.muted, isBold: true)
                ], left: 0, y: y)
        }
        for (number, lane) in scene.lanes.enumerated() {
            add(lane, number: number, y: tops[number] + Self.rowHeight / 2)
        }
        if let folded = scene.folded {
            addText(
                "folded", "folded", [HTMLText(folded, pointSize: 10, color: theme.muted)], left: 0, y: y + 14)
        }
    }

    // MARK: The axis

    private mutating func addAxis(bottom: Double) {
        let top = Self.axisHeight - 4
        for (number, month) in axis.months.enumerated() {
            addLine(
                "month_\(number)", "month", from: DotPoint(x: month.x, y: top),
                to: DotPoint(x: month.x, y: bottom),
                style: EdgeStyle(stroke: theme.lane(0).stroke, penWidth: 0.6))
            let text = HTMLText(month.label, pointSize: 9, color: theme.muted)
            // The word "today" has the right end for itself.
            guard !month.label.isEmpty, axis.right - month.x > 44 else { continue }
            addText("monthname_\(number)", "month", [text], left: month.x, y: top - 8)
        }
        if (axis.months.first { !$0.label.isEmpty }?.x ?? axis.right) - axis.left > 60 {
            let first = HTMLText(scene.days.lowerBound.shortWords, pointSize: 9, color: theme.muted)
            addText("firstday", "month", [first], left: axis.left, y: top - 8)
        }
        addLine(
            "today", "today", from: DotPoint(x: axis.right, y: top), to: DotPoint(x: axis.right, y: bottom),
            tooltip: "Today, \(scene.days.upperBound.longWords)",
            style: EdgeStyle(stroke: theme.ink, penWidth: 1.2))
        let today = HTMLText(
            "today, \(scene.days.upperBound.shortWords)", pointSize: 9, color: theme.ink, isBold: true)
        addText("todayname", "today", [today], left: axis.right - 22, y: top - 8)
    }

    // MARK: Lanes

    private static func label(_ lane: TimelineScene.Lane, _ theme: Theme) -> [HTMLText] {
        [
            HTMLText(lane.title, pointSize: 11, color: theme.ink, isBold: true),
            HTMLText(lane.caption, pointSize: 9, color: theme.muted),
        ].filter { !$0.text.isEmpty }.flatMap { $0.wrapped(to: widestLabel, linesAtMost: 1) }
    }

    /// The line of a lane: solid while there were words, dashed since.
    private mutating func addLine(_ lane: TimelineScene.Lane, y: Double) {
        guard let last = lane.lastDay else { return }
        let end = axis.x(of: last)
        let start = lane.earlierCount > 0 ? axis.left : axis.x(of: lane.marks.first?.day ?? last)
        if end > start {
            addLine(
                "line_\(lane.id)", "thread", from: DotPoint(x: start, y: y), to: DotPoint(x: end, y: y),
                style: EdgeStyle(stroke: theme.rule, penWidth: 1.3))
        }
        guard lane.standing != .closed, axis.right - end > 2 else { return }
        let isStalled = lane.standing == .stalled
        addLine(
            "silence_\(lane.id)", "silence", from: DotPoint(x: end, y: y), to: DotPoint(x: axis.right, y: y),
            tooltip: "\(counted(scene.days.upperBound - last, "day")) of silence",
            style: EdgeStyle(
                stroke: isStalled ? theme.stalledLine : theme.rule, penWidth: isStalled ? 1.8 : 1,
                line: .dashed))
    }

    private mutating func add(_ lane: TimelineScene.Lane, number: Int, y: Double) {
        let node = addText(
            lane.id, "person", Self.label(lane, theme), left: 0, y: y, tooltip: lane.tooltip,
            classes: [lane.standing.rawValue])
        for person in lane.people where identifiers[person] == nil { identifiers[person] = node.id }
        var left = axis.left
        var earlier = lane.earlierCount
        var room = TimelineMarks.spread(lane.marks.map { axis.x(of: $0.day) }, from: left, to: axis.right - 8)
        if earlier > 0 || room.count < lane.marks.count {
            earlier += lane.marks.count - room.count
            let words = HTMLText("+\(earlier)", pointSize: 9, color: theme.muted)
            left += words.estimatedWidth + 12
            room = TimelineMarks.spread(lane.marks.map { axis.x(of: $0.day) }, from: left, to: axis.right - 8)
            earlier = lane.earlierCount + lane.marks.count - room.count
            addText(
                "earlier_\(lane.id)", "earlier",
                [HTMLText("+\(earlier)", pointSize: 9, color: theme.muted)], left: axis.left + 2, y: y - 9,
                tooltip: "\(earlier) earlier")
        }
        for (position, (mark, x)) in zip(lane.marks.suffix(room.count), room).enumerated() {
            var style = marks.style(mark.kind)
            style.position = DotPoint(x: x, y: y)
            _ = graph.addNode(
                .init(
                    SVGIdentifier("m_\(number)_\(position)"), classes: ["mark"], tooltip: mark.tooltip),
                label: .text(marks.sign(mark.kind)), style: style)
        }
        addSilenceAndNext(lane, after: room.last ?? left, y: y)
    }

    /// How long nothing was said, on the line where there is room, and what is next.
    private mutating func addSilenceAndNext(_ lane: TimelineScene.Lane, after mark: Double, y: Double) {
        var right: [HTMLText] = []
        let color = lane.standing == .stalled ? theme.stalledText : theme.muted
        var when = lane.next?.when
        if lane.standing != .closed, let last = lane.lastDay {
            let days = counted(scene.days.upperBound - last, "day")
            let text = HTMLText(days, pointSize: 9, color: color)
            let start = mark + TimelineMarks.width / 2 + 4
            if axis.right - start > text.estimatedWidth + 8 {
                addText(
                    "days_\(lane.id)", "silence", [text],
                    left: (start + axis.right - text.estimatedWidth) / 2, y: y - 8)
            } else if scene.days.upperBound > last {
                when = [when, "silent \(days)"].compactMap(\.self).joined(separator: " · ")
            }
        }
        if let next = lane.next {
            right.append(
                HTMLText(
                    next.what, pointSize: 10, color: next.isOverdue ? theme.stalledText : theme.ink,
                    isBold: true))
        }
        if let when { right.append(HTMLText(when, pointSize: 9, color: color)) }
        guard !right.isEmpty else { return }
        addText(
            "next_\(lane.id)", "next",
            right.flatMap { $0.wrapped(to: Self.widestNext, linesAtMost: 1) }, left: axis.right + 10, y: y)
    }

    // MARK: Parts

    private mutating func addLine(
        _ id: String, _ kind: String, from start: DotPoint, to end: DotPoint, tooltip: String = "",
        style: EdgeStyle
    ) {
        var style = style
        style.route = DotPoint.line(from: start, to: end)
        graph.addEdge(
            .init(SVGIdentifier(id), classes: [kind], tooltip: tooltip), from: rail.from, to: rail.to,
            style: style)
    }

    /// Lines of text that begin at `left`.
    @discardableResult
    private mutating func addText(
        _ id: String, _ kind: String, _ lines: [HTMLText], left: Double, y: Double, tooltip: String = "",
        classes: [String] = []
    ) -> DotGraph.NodeReference {
        let width = Int((lines.map(\.estimatedWidth).max() ?? 0).rounded(.up))
        return graph.addNode(
            .init(SVGIdentifier(id), classes: [kind] + classes, tooltip: tooltip),
            label: .table(
                // The lines of the months run below the words.
                HTMLTable(
                    rows: lines.map { [HTMLCell(.text($0), alignment: .left, width: width)] },
                    fill: theme.ground)),
            style: NodeStyle(position: DotPoint(x: left + Double(width) / 2, y: y)))
    }

    private var legend: [[[HTMLCell]]] {
        let caption = Caption(theme: theme)
        let kinds = Set(scene.lanes.flatMap { $0.marks.map(\.kind) })
        var entries = marks.legend.filter { kinds.contains($0.kind) }
            .map { caption.entry($0.letter, $0.color, $0.words) }
        if scene.lanes.contains(where: { $0.standing == .stalled }) {
            entries.append(caption.swatch(theme.stalledLine, "Too long a silence", pieces: [8, 8, 8]))
        }
        if scene.lanes.contains(where: { $0.standing == .live }) {
            entries.append(caption.swatch(theme.rule, "Silence", pieces: [8, 8, 8], height: 2))
        }
        return Caption.rows(of: entries)
    }
}
