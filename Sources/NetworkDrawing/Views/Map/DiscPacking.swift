import Graphviz

/// Places discs near a middle so that none covers another.
///
/// Each disc, in the order given, goes where it touches two that have their place, as near to the middle as it can:
/// the greedy packing of which Wang et al. 2006 ("Visualization of large hierarchical data by circle packing") take
/// only the front. The way to the middle counts more upwards than sideways, for pages are wider than high.
struct DiscPacking {
    /// The middles of the discs.
    private(set) var centres: [DotPoint] = []
    private let radii: [Double]

    private static let flatness = 1.35

    /// - Parameters:
    ///   - radii: The largest should come first.
    ///   - gap: The least space between two discs.
    /// - Complexity: O(*n*²) for discs of like size.
    init(radii: [Double], gap: Double) {
        self.radii = radii.map { $0 + gap / 2 }
        for number in radii.indices { centres.append(place(of: number)) }
    }

    private func place(of number: Int) -> DotPoint {
        let radius = radii[number]
        if number == 0 { return DotPoint(x: 0, y: 0) }
        if number == 1 { return DotPoint(x: radii[0] + radius, y: 0) }
        var best: (cost: Double, point: DotPoint)?
        for first in 0..<number {
            for second in (first + 1)..<number {
                let way = centres[second] - centres[first]
                let (one, other) = (radii[first] + radius, radii[second] + radius)
                let distance = way.length
                guard distance < one + other, distance > 0 else { continue }
                let along = (distance * distance + one * one - other * other) / (2 * distance)
                let aside = max(0, one * one - along * along).squareRoot()
                let unit = way * (1 / distance)
                for side in [1.0, -1] {
                    let point = centres[first] + unit * along + unit.normal * (aside * side)
                    let cost = DotPoint(x: point.x, y: point.y * Self.flatness).length
                    if let best, cost >= best.cost - 1e-9 { continue }
                    if isFree(point, radius) { best = (cost, point) }
                }
            }
        }
        return best?.point ?? DotPoint(x: (centres.map(\.x).max() ?? 0) + radius * 4, y: 0)
    }

    private func isFree(_ point: DotPoint, _ radius: Double) -> Bool {
        for (centre, other) in zip(centres, radii) {
            let (dx, dy, room) = (centre.x - point.x, centre.y - point.y, radius + other - 1e-6)
            if dx * dx + dy * dy < room * room { return false }
        }
        return true
    }
}
