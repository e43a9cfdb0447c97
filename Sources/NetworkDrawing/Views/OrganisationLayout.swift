import Graphviz
import ReferralGraph

/// Where everything stands in a picture of an employer, in points, y downwards: leaders on top, departments as lanes
/// side by side, in each lane every boss above the indented reports.
///
/// Nothing is left to an engine, so that lines never cross a card and one more person moves only those below.
struct OrganisationLayout {
    /// A rectangle.
    struct Frame: Equatable {
        var left, top, width, height: Double
        var right: Double { left + width }
        var bottom: Double { top + height }
        var middle: DotPoint { DotPoint(x: left + width / 2, y: top + height / 2) }
    }

    /// A straight line.
    struct Segment: Equatable {
        var from, to: DotPoint
        var isInferred: Bool
    }

    /// The card of each entry.
    private(set) var cards: [PersonID: Frame] = [:]
    /// The ground of each lane.
    private(set) var lanes: [Frame] = []
    /// What is written below a lane about those left out, by the lane's position.
    private(set) var folds: [Int: Frame] = [:]
    /// Lines that several reports share.
    private(set) var trunks: [Segment] = []
    /// Where the line to each person's card leaves a trunk.
    private(set) var branches: [PersonID: DotPoint] = [:]
    /// The cards of those outside, by the person they introduce; several in a row share the first one's.
    private(set) var outsiders: [PersonID: Frame] = [:]

    private let card: PersonCard
    private let rail = 15.0
    private static let indent = 18.0
    private static let gutter = 24.0
    private static let padding = 12.0
    private static let heading = 46.0
    private static let tallest = 560.0
    private static let widest = 1340.0
    private static let betweenLanes = 16.0
    private static let outsiderWidth = 140.0
    private static let strip = outsiderWidth + 24
    private static let outsiderHeight = 42.0
    private static let widths = 150...206

    /// - Complexity: O(people).
    init(_ scene: CompanyScene, theme: Theme) {
        card = PersonCard(theme: theme)
        var top = place(scene.leaders)
        let hasLeaders = !scene.leaders.isEmpty
        let start = hasLeaders ? 2 * rail : 0
        var busEnds: [Double: (x: Double, isInferred: Bool)] = [:]
        lanes = scene.lanes.map { _ in Frame(left: 0, top: 0, width: 0, height: 0) }
        for (number, row) in rows(of: scene.lanes, from: start).enumerated() {
            if hasLeaders { top += number == 0 ? 30 : 38 } else if number > 0 { top += 20 }
            var left = start
            var bottom = top
            for space in row {
                let lane = scene.lanes[space.position]
                let frame = place(lane, space, at: DotPoint(x: left, y: top))
                lanes[space.position] = frame
                if let line = lineToLeaders(lane, frame, busY: top - 14) {
                    let end = busEnds[top - 14]
                    busEnds[top - 14] = (line.x, (end?.isInferred ?? true) && line.isInferred)
                }
                bottom = max(bottom, frame.bottom)
                left += space.width + space.strip + Self.betweenLanes
            }
            top = bottom
        }
        connectLeaders(scene.leaders, busEnds)
    }

    // MARK: Leaders

    /// Stacks the leaders, and returns where they end.
    private mutating func place(_ leaders: [CompanyScene.Entry]) -> Double {
        var top = 0.0
        for entry in leaders {
            let frame = frame(of: entry, left: 0, top: top, width: width(of: entry))
            cards[entry.card.person] = frame
            top = frame.bottom + 18
        }
        return max(0, top - 18)
    }

    private mutating func connectLeaders(
        _ leaders: [CompanyScene.Entry], _ busEnds: [Double: (x: Double, isInferred: Bool)]
    ) {
        for (boss, entry) in zip(leaders, leaders.dropFirst()) {
            guard let upper = cards[boss.card.person], let lower = cards[entry.card.person] else { continue }
            trunks.append(
                Segment(
                    from: DotPoint(x: rail, y: upper.bottom), to: DotPoint(x: rail, y: lower.top),
                    isInferred: entry.isLineInferred ?? false))
        }
        guard let last = leaders.last.flatMap({ cards[$0.card.person] }), let lowest = busEnds.keys.max()
        else {
            return
        }
        let isInferred = busEnds.values.allSatisfy(\.isInferred)
        trunks.append(
            Segment(
                from: DotPoint(x: rail, y: last.bottom), to: DotPoint(x: rail, y: lowest),
                isInferred: isInferred)
        )
        for y in busEnds.keys.sorted() {
            trunks.append(
                Segment(
                    from: DotPoint(x: rail, y: y), to: DotPoint(x: busEnds[y]!.x, y: y),
                    isInferred: busEnds[y]!.isInferred))
        }
    }

    /// The line from the leaders' bus down the left of a lane; where it leaves the bus.
    private mutating func lineToLeaders(
        _ lane: CompanyScene.Lane, _ frame: Frame, busY: Double
    ) -> (x: Double, isInferred: Bool)? {
        let x = frame.left + rail
        let heads = lane.entries.filter { entry in
            entry.depth == 0 && entry.isLineInferred != nil
                && cards[entry.card.person].map { $0.left < x + 20 } ?? false
        }
        guard !heads.isEmpty else { return nil }
        addTrunk(at: x, from: busY, past: heads)
        return (x, heads.allSatisfy { $0.isLineInferred == true })
    }

    /// Draws a line down past some cards, to each of which a branch leads: broken below the last one it is on
    /// record for.
    private mutating func addTrunk(at x: Double, from top: Double, past entries: [CompanyScene.Entry]) {
        func lowest(_ entries: [CompanyScene.Entry]) -> Double? {
            entries.compactMap { cards[$0.card.person]?.middle.y }.max()
        }
        for entry in entries {
            branches[entry.card.person] = cards[entry.card.person].map { DotPoint(x: x, y: $0.middle.y) }
        }
        let recorded = lowest(entries.filter { $0.isLineInferred == false })
        if let recorded {
            trunks.append(
                Segment(from: DotPoint(x: x, y: top), to: DotPoint(x: x, y: recorded), isInferred: false))
        }
        let start = recorded ?? top
        if let inferred = lowest(entries.filter { $0.isLineInferred == true }), inferred > start {
            trunks.append(
                Segment(from: DotPoint(x: x, y: start), to: DotPoint(x: x, y: inferred), isInferred: true))
        }
    }

    // MARK: Lanes

    /// What a lane takes up.
    private struct LaneSpace {
        let position: Int
        let columns: [[CompanyScene.Entry]]
        let width: Double
        /// The room for those outside, to its right.
        let strip: Double
        let height: Double
    }

    /// The lanes in rows: tall ones together, so that they leave no holes; in every row in the order given.
    private func rows(of lanes: [CompanyScene.Lane], from start: Double) -> [[LaneSpace]] {
        let spaces = lanes.enumerated().map { position, lane in
            let columns = columns(of: lane)
            return LaneSpace(
                position: position, columns: columns, width: width(of: lane, columns),
                strip: hasOutsiders(columns.last ?? []) ? Self.strip : 0,
                height: columns.map { $0.map { height(of: $0) + 12 }.reduce(0, +) }.max() ?? 0)
        }
        func extent(_ row: [LaneSpace]) -> Double {
            row.reduce(start - Self.betweenLanes) { $0 + $1.width + $1.strip + Self.betweenLanes }
        }
        if extent(spaces) <= Self.widest { return [spaces] }
        var rows: [[LaneSpace]] = []
        for space in spaces.sorted(by: { ($1.height, $0.position) < ($0.height, $1.position) }) {
            if let last = rows.last, extent(last + [space]) <= Self.widest {
                rows[rows.count - 1].append(space)
            } else {
                rows.append([space])
            }
        }
        return rows.map { $0.sorted { $0.position < $1.position } }
    }

    /// The entries in columns of about the same height, none broken below the second level where it can be helped.
    private func columns(of lane: CompanyScene.Lane) -> [[CompanyScene.Entry]] {
        let heights = lane.entries.map { height(of: $0) + 12 }
        let total = heights.reduce(0, +)
        let count = max(1, (total / Self.tallest).rounded(.up))
        var columns: [[CompanyScene.Entry]] = [[]]
        var sum = 0.0
        for (entry, height) in zip(lane.entries, heights) {
            let isFull = sum + height / 2 > total / count && entry.depth <= 1 || sum > 1.4 * Self.tallest
            if isFull, columns.count < Int(count), !columns[columns.count - 1].isEmpty {
                columns.append([])
                sum = 0
            }
            columns[columns.count - 1].append(entry)
            sum += height
        }
        return columns
    }

    private mutating func place(
        _ lane: CompanyScene.Lane, _ space: LaneSpace, at corner: DotPoint
    ) -> Frame {
        let (columns, width) = (space.columns, space.width)
        let start = corner.y + Self.heading
        var left = corner.x
        var bottom = start
        // The head of the lane, above all columns.
        let head = columns.count > 1 && lane.entries.count { $0.depth == 0 } == 1 ? columns[0][0] : nil
        for (number, column) in columns.enumerated() {
            let cardWidth = column.map(self.width(of:)).max() ?? 0
            var top = number == 0 ? start : start + (head.map { height(of: $0) + 12 } ?? 0)
            for entry in column {
                let x = left + Self.gutter + Double(entry.depth) * Self.indent
                let frame = frame(of: entry, left: x, top: top, width: cardWidth)
                cards[entry.card.person] = frame
                top = frame.bottom + 12
            }
            connect(column, left: left, head: number == 0 ? nil : head)
            bottom = max(bottom, top)
            left += columnWidth(column)
            // Only the last column borders on the world outside; of the others the lane makes room for it.
            let isLast = number == columns.count - 1
            placeOutsiders(of: column, right: isLast ? corner.x + width : left - 8)
            if !isLast, hasOutsiders(column) { left += Self.strip }
        }
        if !lane.folded.isEmpty {
            folds[space.position] = Frame(
                left: corner.x + Self.gutter, top: bottom - 4, width: width - 30, height: 20)
            bottom += 20
        }
        return Frame(left: corner.x, top: corner.y, width: width, height: bottom - corner.y)
    }

    /// Draws the line from each boss down past the reports.
    private mutating func connect(
        _ column: [CompanyScene.Entry], left: Double, head: CompanyScene.Entry?
    ) {
        for (number, boss) in column.enumerated() {
            let below = column[(number + 1)...].prefix { $0.depth > boss.depth }
            hang(
                below.filter { $0.depth == boss.depth + 1 }, left: left, from: cards[boss.card.person]!.bottom
            )
        }
        guard let head, let upper = cards[head.card.person] else { return }
        let reports = Array(column.prefix { $0.depth > 0 }.filter { $0.depth == 1 })
        guard !reports.isEmpty else { return }
        let y = upper.bottom + 6
        let x = upper.left + Self.indent / 2
        hang(reports, left: left, from: y)
        let isInferred = reports.allSatisfy { $0.isLineInferred == true }
        trunks.append(
            Segment(
                from: DotPoint(x: x, y: y),
                to: DotPoint(x: left + Self.gutter + Self.indent / 2, y: y), isInferred: isInferred))
    }

    private mutating func hang(_ reports: [CompanyScene.Entry], left: Double, from top: Double) {
        guard let depth = reports.first?.depth else { return }
        addTrunk(
            at: left + Self.gutter + Double(depth) * Self.indent - Self.indent / 2, from: top, past: reports)
    }

    // MARK: Outside

    private func hasOutsiders(_ column: [CompanyScene.Entry]) -> Bool {
        column.contains { $0.introducer != nil }
    }

    /// Puts those who could introduce someone to the right of the lane, level with who they know.
    private mutating func placeOutsiders(of column: [CompanyScene.Entry], right: Double) {
        var previous: (card: NetworkScene.Card, frame: Frame)?
        for entry in column {
            guard let outsider = entry.introducer, let frame = cards[entry.card.person] else { continue }
            if previous?.card != outsider {
                previous = (
                    outsider,
                    Frame(
                        left: right + 16, top: frame.middle.y - Self.outsiderHeight / 2,
                        width: Self.outsiderWidth, height: Self.outsiderHeight)
                )
            }
            outsiders[entry.card.person] = previous?.frame
        }
    }

    // MARK: Sizes

    private func width(of entry: CompanyScene.Entry) -> Double {
        Double(card.width(for: entry.card, in: Self.widths))
    }

    private func height(of entry: CompanyScene.Entry) -> Double {
        Double(card.height(for: entry.card, width: card.width(for: entry.card, in: Self.widths)))
    }

    private func frame(of entry: CompanyScene.Entry, left: Double, top: Double, width: Double) -> Frame {
        Frame(left: left, top: top, width: width, height: height(of: entry))
    }

    private func columnWidth(_ column: [CompanyScene.Entry]) -> Double {
        let widest = column.map(width(of:)).max() ?? 0
        let deepest = column.map(\.depth).max() ?? 0
        return Self.gutter + Double(deepest) * Self.indent + widest + Self.padding
    }

    private func width(of lane: CompanyScene.Lane, _ columns: [[CompanyScene.Entry]]) -> Double {
        let heading = HTMLText(lane.name, pointSize: 13, color: DotColor(0), isBold: true).estimatedWidth
        let strips = Double(columns.dropLast().count(where: hasOutsiders)) * Self.strip
        return max(columns.map(columnWidth).reduce(strips, +), min(heading, 260) + Self.gutter + Self.padding)
    }
}
