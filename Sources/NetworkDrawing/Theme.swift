import Graphviz

/// The colours of the visual grammar.
///
/// On every ground they meet, text has a contrast of at least ``textContrast`` and lines and marks of at least
/// ``lineContrast`` (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11). Colour never speaks alone: a mark, a dash, a width or an
/// arrowhead says the same.
public struct Theme: Hashable, Sendable {
    /// What to call it on a command line.
    public let name: String
    /// The least contrast between text and what it stands on, as a ratio to 1.
    public let textContrast: Double
    /// The least contrast between lines or marks and what they stand on, as a ratio to 1.
    public let lineContrast: Double

    /// The ground of the whole picture.
    let ground: DotColor
    /// Names, and the grounds of badges.
    private(set) var ink: DotColor
    let muted: DotColor
    let rule: DotColor
    /// The ground of a card, and what is written on a badge.
    let paper: DotColor
    private(set) var referral: DotColor
    let rejection: DotColor
    let stalledText: DotColor
    let stalledLine: DotColor
    let offer: DotColor
    let offerGround: DotColor
    private(set) var star: DotColor
    /// The grounds and borders of companies; lanes take turns.
    let lanes: [Lane]

    /// The ground and border of a company.
    struct Lane: Hashable, Sendable {
        let fill: DotColor
        let stroke: DotColor

        init(_ fill: DotColor, _ stroke: DotColor) { (self.fill, self.stroke) = (fill, stroke) }
    }

    /// The colours of the lane at a position.
    func lane(_ position: Int) -> Lane { lanes[position % lanes.count] }

    /// The same for what stands back.
    var faded: Theme {
        var faded = self
        (faded.ink, faded.referral, faded.star) = (muted, muted, muted)
        return faded
    }

    /// Every theme.
    public static let all = [light, dark, print, highContrast]

    /// Dark on white, the look of the house.
    public static let light = Theme(
        name: "light", textContrast: 4.5, lineContrast: 3, ground: 0xFFFFFF, ink: 0x1F2933, muted: 0x56616D,
        rule: 0x7D8A97, paper: 0xFFFFFF, referral: 0x0B63A5, rejection: 0xB5431A, stalledText: 0x955A00,
        stalledLine: 0xBA7A0C, offer: 0x00735A, offerGround: 0xE3F2EC, star: 0xB87E00,
        lanes: [
            Lane(0xEEF3F8, 0xC3D2E2), Lane(0xF7F3EA, 0xDDD2BB), Lane(0xEFF5F1, 0xC2D8CA),
            Lane(0xF5F1F6, 0xD7C9DB),
        ])

    /// Light on dark, for screens at night.
    public static let dark = Theme(
        name: "dark", textContrast: 4.5, lineContrast: 3, ground: 0x12181F, ink: 0xE8EDF2, muted: 0xA9B4C0,
        rule: 0x7E8B99, paper: 0x1C252F, referral: 0x72B4F2, rejection: 0xF2916D, stalledText: 0xE8B95C,
        stalledLine: 0xD9A032, offer: 0x4FCBA6, offerGround: 0x12352C, star: 0xE3B341,
        lanes: [
            Lane(0x18222D, 0x35495D), Lane(0x231F18, 0x4C4330), Lane(0x17241D, 0x345041),
            Lane(0x221B26, 0x4B3B52),
        ])

    /// Black, white and grey, for printers: lines differ by dash, width and head.
    public static let print = Theme(
        name: "print", textContrast: 7, lineContrast: 3, ground: 0xFFFFFF, ink: 0x000000, muted: 0x404040,
        rule: 0x808080, paper: 0xFFFFFF, referral: 0x000000, rejection: 0x000000, stalledText: 0x000000,
        stalledLine: 0x000000, offer: 0x000000, offerGround: 0xFFFFFF, star: 0x000000,
        lanes: [Lane(0xF5F5F5, 0x9A9A9A), Lane(0xFFFFFF, 0x9A9A9A)])

    /// For eyes that need more contrast (WCAG 2.2, level AAA).
    public static let highContrast = Theme(
        name: "high-contrast", textContrast: 7, lineContrast: 4.5, ground: 0xFFFFFF, ink: 0x000000,
        muted: 0x2B333B, rule: 0x4A545E, paper: 0xFFFFFF, referral: 0x003F87, rejection: 0x8A1C00,
        stalledText: 0x5E3800, stalledLine: 0x7A4A00, offer: 0x00503D, offerGround: 0xFFFFFF,
        star: 0x6B4700,
        lanes: [Lane(0xFFFFFF, 0x000000), Lane(0xF2F5F8, 0x000000)])
}

extension Theme {
    /// The theme of a name such as `dark`.
    public init?(named name: String) {
        guard let theme = Self.all.first(where: { $0.name == name }) else { return nil }
        self = theme
    }
}
