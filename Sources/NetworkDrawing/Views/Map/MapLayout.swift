private import Glibc
import Graphviz

/// Where regions and people stand.
struct MapLayout {
    /// A region with its places.
    struct Area {
        var centre: DotPoint
        var radius: Double
        /// The places of the region's people, in their order.
        var dots: [DotPoint]
        var label: Label?

        fileprivate mutating func move(by way: DotPoint) {
            centre = centre + way
            dots = dots.map { $0 + way }
            label = label.map { Label(centre: $0.centre + way, lines: $0.lines) }
        }
    }

    /// What is written in a region.
    struct Label {
        var centre: DotPoint
        var lines: [Line]
    }

    /// A line of a label.
    struct Line {
        var text: String
        var pointSize: Double
        var isBold: Bool
    }

    private(set) var areas: [Area] = []
    /// The diameter of a dot, in points.
    let dotSize: Double
    /// Where the seeker is.
    static let you = DotPoint(x: 0, y: 0)
    static let youRadius = 31.0
    /// The diameter of a badge, in points.
    static let badgeSize = 18.0

    /// A turn of the golden angle puts each dot into the widest gap that the dots before it have left (Vogel 1979).
    private static let goldenAngle = Double.pi * (3 - 5.0.squareRoot())
    /// Regions beyond that many have a name only where it takes little room.
    private static let namedRegardless = 40
    private static let gap = 7.0

    /// - Complexity: O(people + regions²).
    init(_ scene: MapScene) {
        let count = scene.regions.reduce(0) { $0 + $1.people.count }
        dotSize = count <= 300 ? 9 : count <= 2_000 ? 6.5 : count <= 12_000 ? 5 : 3.6
        let size = dotSize
        areas = scene.regions.enumerated().map {
            Self.area($1, isNamed: $0 < Self.namedRegardless, dot: size)
        }
        let order = areas.indices.sorted { (-areas[$0].radius, $0) < (-areas[$1].radius, $1) }
        let packing = DiscPacking(
            radii: [Self.youRadius + 4] + order.map { areas[$0].radius }, gap: Self.gap)
        for (place, area) in order.enumerated() {
            let centre = packing.centres[place + 1]
            areas[area].move(by: centre)
        }
    }

    /// A region around the origin.
    private static func area(_ region: MapScene.Region, isNamed: Bool, dot: Double) -> Area {
        let (dots, reach) = places(of: region, dot: dot)
        let bare = Area(centre: DotPoint(x: 0, y: 0), radius: reach + 4, dots: dots, label: nil)
        let lines = label(of: region, reach: reach)
        let texts = lines.map {
            HTMLText($0.text, pointSize: $0.pointSize, color: DotColor(0), isBold: $0.isBold)
        }
        let width = texts.map(\.estimatedWidth).max() ?? 0
        let height = lines.reduce(0) { $0 + $1.pointSize * 1.25 } + 2
        // Dots at the foot, the label above them: the least disc around both.
        var radius = reach + 4
        while true {
            let top = radius - 2 * reach - 6
            let corner = DotPoint(x: width / 2, y: top - height)
            if corner.y >= -radius, corner.length <= radius - 3,
                DotPoint(x: width / 2, y: top).length <= radius
            {
                break
            }
            radius += 1
        }
        guard isNamed || radius <= 1.7 * bare.radius else { return bare }
        let shift = DotPoint(x: 0, y: radius - reach - 4)
        return Area(
            centre: bare.centre, radius: radius, dots: dots.map { $0 + shift },
            label: Label(
                centre: DotPoint(x: 0, y: radius - 2 * reach - 6 - height / 2), lines: lines))
    }

    /// A spiral of dots around the badges, and how far it reaches.
    private static func places(
        of region: MapScene.Region, dot: Double
    ) -> (places: [DotPoint], reach: Double) {
        func spiral(_ number: Int, _ step: Double, from start: Double = 0) -> DotPoint {
            let square: Double = start * start + step * step * (Double(number) + 0.5)
            let distance = square.squareRoot()
            let angle = Double(number) * goldenAngle
            return DotPoint(x: cos(angle), y: sin(angle)) * distance
        }
        let badges = region.people.count { $0.rank != nil }
        var places: [DotPoint] = []
        if badges == 1 {
            places = [DotPoint(x: 0, y: 0)]
        } else {
            places = (0..<badges).map { spiral($0, badgeSize * 0.72) }
        }
        let beside = badgeSize / 2 + dot / 2 + 3
        let inner = places.map(\.length).max().map { (length: Double) -> Double in length + beside } ?? 0
        let others = region.people.count - badges
        if others == 1, badges == 0 {
            places.append(DotPoint(x: 0, y: 0))
        } else {
            places += (0..<others).map { spiral($0, dot * 0.86, from: inner) }
        }
        let badgeReach: Double = places.prefix(badges).map(\.length).max().map { $0 + badgeSize / 2 } ?? 0
        let dotReach: Double = places.dropFirst(badges).map(\.length).max().map { $0 + dot / 2 } ?? 0
        return (places, max(badgeReach, dotReach))
    }

    /// The name, larger in large regions, and how many of the people are reached.
    private static func label(of region: MapScene.Region, reach: Double) -> [Line] {
        let size = min(max(10, reach * 0.17), 44)
        let small = max(9, size * 0.72)
        let text = { HTMLText($0, pointSize: size, color: DotColor(0), isBold: true) }
        // A long word is not broken unless it would make the region much larger.
        let word =
            region.name.split(separator: " ").prefix(8)
            .map { text(String($0)).estimatedWidth }.max() ?? 0
        let name = text(region.name).wrapped(to: max(80, min(word + 1, 130), reach * 1.9), linesAtMost: 2)
        let reached = region.reachedCount
        let count =
            reached == region.people.count
            ? "\(reached), all reached" : "\(region.people.count), \(reached) reached"
        return name.map { Line(text: $0.text, pointSize: size, isBold: true) }
            + [Line(text: count, pointSize: small, isBold: false)]
    }
}
