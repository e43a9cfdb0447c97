private import Glibc
import Graphviz
import ReferralGraph

/// Where everybody stands around the seeker.
///
/// Names stand in a column on either side of the circle, a row each, so that none can touch another. A person's
/// row decides the angle, for the spoke through the person's dot meets the circle at the height of the row; the
/// ring decides how far out on the spoke the dot is. Companies are runs of rows.
struct RingLayout {
    /// Someone's dot and name.
    struct Place {
        var card: NetworkScene.Card
        var ring: Closeness
        var dot: DotPoint
        /// Where the spoke meets the circle.
        var rim: DotPoint
        /// Where the name begins, at half its height.
        var name: DotPoint
        var isRight: Bool
        /// What to call the company, where no heading does.
        var company: String?
    }

    /// A run of people of one company.
    struct Sector {
        var company: CompanyID?
        var name: String
        var caption: String
        /// The position of the company, which decides its colour.
        var position: Int
        /// The arc it takes, clockwise from three o'clock, in radians.
        var arc: ClosedRange<Double>
        /// Where its heading begins, at half its height; `nil` for a company of one person.
        var heading: DotPoint?
        var isRight: Bool
    }

    private(set) var places: [Place] = []
    private(set) var sectors: [Sector] = []
    /// The rings someone stands on, and their radii.
    private(set) var rings: [(ring: Closeness, radius: Double)] = []
    /// The radius of the circle outside of which names stand.
    private(set) var radius: Double = 0

    /// The radius of the seeker's own disc.
    static let middle = 31.0
    private static let widestAngle = 65.0 / 180 * .pi
    private static let leastRadius = 180.0
    private static let leastBand = 46.0
    private static let rowHeight = 29.0
    private static let headingHeight = 24.0
    private static let dotDistance = 19.0
    private static let gapBesideCircle = 11.0

    private enum Row {
        case heading(Int, isContinued: Bool)
        case person(NetworkScene.Card, Int)

        var height: Double {
            switch self {
            case .heading: headingHeight
            case .person: rowHeight
            }
        }

        var sector: Int {
            switch self {
            case .heading(let sector, _), .person(_, let sector): sector
            }
        }
    }

    /// - Complexity: O(people log people), more where many stand near one another.
    init(_ scene: NetworkScene, rings closeness: [PersonID: Closeness]) {
        let companies = Self.companies(of: scene)
        var rows: [Row] = []
        for (position, company) in companies.enumerated() {
            if company.cards.count > 1 { rows.append(.heading(position, isContinued: false)) }
            rows += company.cards.map { .person($0, position) }
        }
        let sides = Self.split(rows)
        let present = Set(scene.cards.compactMap { closeness[$0.person] })
        let shown = Closeness.allCases.filter(present.contains)
        let tallest = sides.map { $0.reduce(0) { $0 + $1.height } }.max() ?? 0
        let reach = sin(Self.widestAngle)
        radius = max(
            Self.leastRadius, Self.middle + 12 + Self.leastBand * Double(shown.count), tallest / 2 / reach)
        let band = (radius - Self.middle - 12) / Double(max(1, shown.count))
        rings = shown.enumerated().map { ($1, Self.middle + 12 + band * (Double($0) + 0.55)) }
        for (rows, isRight) in zip(sides, [true, false]) {
            place(rows, isRight: isRight, companies: companies, closeness: closeness, band: band)
        }
    }

    private struct Company {
        var id: CompanyID?
        var name: String
        var caption: String
        var cards: [NetworkScene.Card]
    }

    /// By name, so that one person more does not turn the wheel.
    private static func companies(of scene: NetworkScene) -> [Company] {
        var companies = scene.lanes.map {
            Company(id: $0.company, name: $0.name, caption: $0.caption, cards: $0.cards)
        }
        companies.sort { ($0.name, $0.id?.text ?? "") < ($1.name, $1.id?.text ?? "") }
        if !scene.looseCards.isEmpty {
            companies.append(
                Company(
                    id: nil, name: "No company recorded",
                    caption: counted(scene.looseCards.count, "person", "people"), cards: scene.looseCards))
        }
        return companies
    }

    /// Halves the rows between two companies, or inside one that is much larger than the others.
    private static func split(_ rows: [Row]) -> [[Row]] {
        guard rows.count > 1 else { return [rows, []] }
        let half = rows.count / 2
        let borders = rows.indices.dropFirst().filter { rows[$0].sector != rows[$0 - 1].sector }
        let border = borders.min { (abs($0 - half), $0) < (abs($1 - half), $1) }
        if let border, abs(border - half) <= max(2, rows.count / 5) {
            return [Array(rows[..<border]), Array(rows[border...])]
        }
        let cut = max(2, half)
        guard cut < rows.count else { return [rows, []] }
        return [
            Array(rows[..<cut]), [.heading(rows[cut].sector, isContinued: true)] + rows[cut...],
        ]
    }

    private mutating func place(
        _ rows: [Row], isRight: Bool, companies: [Company], closeness: [PersonID: Closeness], band: Double
    ) {
        let height = rows.reduce(0) { $0 + $1.height }
        guard height > 0 else { return }
        let stretch = min(max(1, 2 * radius * sin(Self.widestAngle) / height), 2.4)
        var y = -height * stretch / 2
        let side = isRight ? 1.0 : -1
        for row in rows {
            let top = y
            y += row.height * stretch
            let middle = (top + y) / 2
            let rim = { [radius] (y: Double) in
                DotPoint(x: side * (radius * radius - y * y).squareRoot(), y: y)
            }
            // The circle bends away: what counts is the corner nearest to three o'clock.
            let outside = { (y: Double) in
                DotPoint(x: rim(max(0, abs(y) - row.height / 2)).x + side * Self.gapBesideCircle, y: y)
            }
            extendSector(row, from: top, to: y, isRight: isRight, companies: companies)
            switch row {
            case .heading(_, let isContinued):
                sectors[sectors.count - 1].heading = outside(y - Self.headingHeight / 2)
                if isContinued { sectors[sectors.count - 1].name += ", continued" }
            case .person(let card, let sector):
                let ring = closeness[card.person] ?? .stranger
                let company = companies[sector]
                let end = rim(middle)
                places.append(
                    Place(
                        card: card, ring: ring, dot: dot(on: ring, towards: end, band: band), rim: end,
                        name: outside(middle),
                        isRight: isRight,
                        company: company.cards.count == 1 && company.id != nil ? company.name : nil))
            }
        }
    }

    private mutating func extendSector(
        _ row: Row, from top: Double, to bottom: Double, isRight: Bool, companies: [Company]
    ) {
        let (from, to) = (angle(top), angle(bottom))
        let arc = isRight ? from...to : .pi - to ... .pi - from
        if let last = sectors.last, last.position == row.sector, last.isRight == isRight {
            sectors[sectors.count - 1].arc =
                min(last.arc.lowerBound, arc.lowerBound)...max(last.arc.upperBound, arc.upperBound)
            return
        }
        let company = companies[row.sector]
        sectors.append(
            Sector(
                company: company.id, name: company.name, caption: company.caption, position: row.sector,
                arc: arc, isRight: isRight))
    }

    private func angle(_ height: Double) -> Double {
        asin(min(max(height / radius, -1), 1))
    }

    /// On the ring, or a little before or behind it where another dot stands.
    private func dot(on ring: Closeness, towards rim: DotPoint, band: Double) -> DotPoint {
        let orbit = rings.first { $0.ring == ring }?.radius ?? radius / 2
        let steps = [0, 0.36, -0.36, 0.18, -0.18]
        let candidates = steps.map { rim * ((orbit + $0 * band) / radius) }
        func room(_ point: DotPoint) -> Double {
            places.map { ($0.dot - point).length }.min() ?? .infinity
        }
        return candidates.first { room($0) >= Self.dotDistance }
            ?? candidates.max { room($0) < room($1) } ?? rim
    }
}
