import Graphviz

/// The colours of the visual grammar, on white: text has a contrast of at least 4.5:1, lines of 3:1. Colour never
/// speaks alone: a mark, a dash or an arrowhead says the same.
enum Palette {
    static let ink = DotColor(0x1F2933)
    static let muted = DotColor(0x56616D)
    static let rule = DotColor(0x9AA7B4)
    static let paper = DotColor(0xFFFFFF)
    static let referral = DotColor(0x0B63A5)
    static let rejection = DotColor(0xB5431A)
    static let stalledText = DotColor(0x955A00)
    static let stalledLine = DotColor(0xBA7A0C)
    static let offer = DotColor(0x00735A)
    static let offerGround = DotColor(0xE3F2EC)
    static let star = DotColor(0xC08400)

    /// The ground and border of a company's lane; lanes take turns.
    static func lane(_ position: Int) -> (fill: DotColor, stroke: DotColor) {
        let tints: [(DotColor, DotColor)] = [
            (DotColor(0xEEF3F8), DotColor(0xC3D2E2)), (DotColor(0xF7F3EA), DotColor(0xDDD2BB)),
            (DotColor(0xEFF5F1), DotColor(0xC2D8CA)), (DotColor(0xF5F1F6), DotColor(0xD7C9DB)),
        ]
        return tints[position % tints.count]
    }
}
