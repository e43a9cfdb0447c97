import Graphviz

/// The colours of the visual grammar. On every ground they meet text has a contrast of at least 4.5:1, and lines
/// and marks of 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). Colour never speaks alone: a mark, a dash or an arrowhead says
/// the same.
enum Palette {
    static let ink = DotColor(0x1F2933)
    static let muted = DotColor(0x56616D)
    static let rule = DotColor(0x7D8A97)
    static let paper = DotColor(0xFFFFFF)
    static let referral = DotColor(0x0B63A5)
    static let rejection = DotColor(0xB5431A)
    static let stalledText = DotColor(0x955A00)
    static let stalledLine = DotColor(0xBA7A0C)
    static let offer = DotColor(0x00735A)
    static let offerGround = DotColor(0xE3F2EC)
    static let star = DotColor(0xB87E00)

    /// The ground and border of a company's lane; lanes take turns.
    static func lane(_ position: Int) -> (fill: DotColor, stroke: DotColor) {
        lanes[position % lanes.count]
    }

    static let lanes = [
        (fill: DotColor(0xEEF3F8), stroke: DotColor(0xC3D2E2)),
        (fill: DotColor(0xF7F3EA), stroke: DotColor(0xDDD2BB)),
        (fill: DotColor(0xEFF5F1), stroke: DotColor(0xC2D8CA)),
        (fill: DotColor(0xF5F1F6), stroke: DotColor(0xD7C9DB)),
    ]
}
