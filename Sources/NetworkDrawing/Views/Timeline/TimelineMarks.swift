import Graphviz
import ReferralGraph

/// How what happened looks: the direction gives the shape, the channel the filling, and stages have signs.
struct TimelineMarks {
    let theme: Theme

    /// The width of the widest mark, in points.
    static let width = 13.0
    /// The least distance between two marks of a lane.
    static let distance = 12.0

    func style(_ kind: TimelineScene.Kind) -> NodeStyle {
        var style = NodeStyle(
            shape: shape(kind), fill: theme.paper, stroke: theme.ink, penWidth: 1.2, hasFixedSize: true)
        var size = 9.0
        switch kind {
        case .written: break
        case .call, .meeting: style.fill = theme.ink
        case .interview:
            style.fill = theme.referral
            style.stroke = theme.referral
            size = 12
        case .stage: style.stroke = theme.rule
        case .rejection:
            style.stroke = theme.rejection
            style.fontColor = theme.rejection
            size = Self.width
        case .offer:
            style.stroke = theme.offer
            style.fontColor = theme.offer
            style.fill = theme.offerGround
            size = Self.width
        case .referral:
            style.stroke = theme.referral
            style.fontColor = theme.referral
            size = Self.width
        }
        style.fontSize = 9
        style.widthInches = size / 72
        style.heightInches = size / 72
        return style
    }

    /// What is written in the mark.
    func sign(_ kind: TimelineScene.Kind) -> String {
        switch kind {
        case .rejection: "✕"
        case .offer: "✓"
        case .referral: "→"
        default: ""
        }
    }

    /// The kinds there are, in the order of the legend, as a letter shows them, and in words.
    var legend: [(kind: TimelineScene.Kind, letter: String, color: DotColor, words: String)] {
        [
            (.written(.outgoing), "△", theme.ink, "You wrote"),
            (.written(.incoming), "▽", theme.ink, "They wrote"),
            (.written(.mutual), "○", theme.ink, "Both wrote"),
            (.call(.outgoing), "▲", theme.ink, "You called"),
            (.call(.incoming), "▼", theme.ink, "They called"),
            (.call(.mutual), "●", theme.ink, "Talked"),
            (.meeting, "■", theme.ink, "Met"),
            (.interview, "◆", theme.referral, "Interview"),
            (.stage, "□", theme.rule, "Other stage"),
            (.referral, "→", theme.referral, "Gave a name"),
            (.rejection, "✕", theme.rejection, "No"),
            (.offer, "✓", theme.offer, "Offer"),
        ]
    }

    /// Moves marks that would cover one another apart, within the ends of the axis.
    ///
    /// - Parameter places: Where the marks belong, from left to right.
    /// - Returns: Where they stand; fewer where there is no room for all, the last ones.
    /// - Complexity: O(marks).
    static func spread(_ places: [Double], from left: Double, to right: Double) -> [Double] {
        let most = max(1, Int((right - left) / distance) + 1)
        var places = Array(places.suffix(most))
        var least = left
        for position in places.indices {
            places[position] = max(places[position], least)
            least = places[position] + distance
        }
        var greatest = right
        for position in places.indices.reversed() {
            places[position] = min(places[position], greatest)
            greatest = places[position] - distance
        }
        return places
    }

    private func shape(_ kind: TimelineScene.Kind) -> NodeStyle.Shape {
        switch kind {
        case .written(.outgoing), .call(.outgoing): .triangle
        case .written(.incoming), .call(.incoming): .invertedTriangle
        case .written(.mutual), .call(.mutual), .rejection, .offer, .referral: .circle
        case .meeting, .stage: .box
        case .interview: .diamond
        }
    }
}
