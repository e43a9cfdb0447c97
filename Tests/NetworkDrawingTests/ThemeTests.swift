import Foundation
import Graphviz
import Testing

@testable import NetworkDrawing

@Suite("Themes")
struct ThemeTests {
    @Test("The formulas give published values")
    func formulas() {
        #expect(abs(contrast(DotColor(0x000000), DotColor(0xFFFFFF)) - 21) < 1e-9)
        #expect(contrast(DotColor(0x123456), DotColor(0x123456)) == 1)
        #expect(abs(contrast(DotColor(0x777777), DotColor(0xFFFFFF)) - 4.48) < 0.01)
        // Black and white are 100 apart in lightness, and stay so for everybody.
        for sight in Sight.allCases {
            #expect(abs(distance(DotColor(0x000000), DotColor(0xFFFFFF), sight) - 100) < 0.1, "\(sight)")
        }
        // CIELAB of pure red: 53.24, 80.09, 67.20.
        #expect(abs(distance(DotColor(0xFF0000), DotColor(0x000000), .full) - 117.34) < 0.1)
    }

    @Test("Text has enough contrast on every ground it stands on", arguments: Theme.all)
    func text(theme: Theme) {
        let outside = [theme.paper, theme.ground] + theme.lanes.map(\.fill)
        for color in [
            theme.ink, theme.muted, theme.referral, theme.rejection, theme.stalledText, theme.offer,
        ] {
            for ground in outside {
                #expect(contrast(color, ground) >= theme.textContrast, "\(color) on \(ground)")
            }
        }
        for color in [theme.ink, theme.muted, theme.offer] {
            #expect(contrast(color, theme.offerGround) >= theme.textContrast, "\(color)")
        }
        #expect(contrast(theme.paper, theme.ink) >= theme.textContrast)
    }

    @Test("Lines, borders and marks have enough contrast on every ground they stand on", arguments: Theme.all)
    func lines(theme: Theme) {
        let grounds = [theme.paper, theme.ground] + theme.lanes.map(\.fill)
        for color in [
            theme.ink, theme.rule, theme.referral, theme.rejection, theme.stalledLine, theme.offer,
        ] {
            for ground in grounds {
                #expect(contrast(color, ground) >= theme.lineContrast, "\(color) on \(ground)")
            }
        }
        for ground in [theme.paper, theme.offerGround] {
            #expect(contrast(theme.star, ground) >= theme.lineContrast, "\(ground)")
        }
    }

    /// 10 is several times what can just be told apart. Where colours come closer, the lines differ by dash and head.
    @Test(
        "Colours that mean different things stay apart for colour-blind eyes",
        arguments: [Theme.light, .dark])
    func colourBlindness(theme: Theme) {
        let meanings = [theme.referral, theme.rejection, theme.stalledLine, theme.offer]
        for sight in Sight.allCases {
            for (position, one) in meanings.enumerated() {
                for other in meanings[(position + 1)...] {
                    #expect(distance(one, other, sight) >= 10, "\(one) and \(other), \(sight)")
                }
            }
        }
    }

    @Test("No two kinds of line look alike without colour", arguments: Theme.all)
    func lineShapes(theme: Theme) {
        let style = LinkStyle(theme: theme)
        let kinds: [NetworkScene.Link.Kind] = [
            .contact, .interview, .referral, .stalled, .offer, .suggested,
        ]
        let shapes = kinds.map { kind in
            let style = style.style(kind)
            return "\(style.penWidth ?? 1) \(style.line ?? .solid) \(style.arrowHead ?? .normal)"
        }
        #expect(Set(shapes).count == kinds.count)
    }

    @Test("Neighbouring lanes differ", arguments: Theme.all)
    func lanes(theme: Theme) {
        for position in 0..<9 { #expect(theme.lane(position) != theme.lane(position + 1)) }
    }

    @Test("A theme is found by its name, and no two share one")
    func names() {
        for theme in Theme.all { #expect(Theme(named: theme.name) == theme) }
        #expect(Theme(named: "Light") == nil)
        #expect(Set(Theme.all.map(\.name)).count == Theme.all.count)
    }
}

/// How someone sees colours.
private enum Sight: CaseIterable {
    case full, protanopia, deuteranopia, tritanopia

    /// What is left of linear red, green and blue: Machado, Oliveira and Fernandes 2009, severity 1.
    var matrix: [[Double]] {
        switch self {
        case .full: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protanopia:
            [
                [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
                [-0.003882, -0.048116, 1.051998],
            ]
        case .deuteranopia:
            [
                [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
                [-0.011820, 0.042940, 0.968881],
            ]
        case .tritanopia:
            [
                [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
                [0.004733, 0.691367, 0.303900],
            ]
        }
    }
}

private func linear(_ color: DotColor) -> [Double] {
    [16, 8, 0].map { shift in
        let share = Double(color.rgb >> UInt32(shift) & 0xFF) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
}

/// WCAG 2.2, "contrast ratio".
private func contrast(_ one: DotColor, _ other: DotColor) -> Double {
    let (a, b) = (luminance(one), luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
}

/// WCAG 2.2, "relative luminance".
private func luminance(_ color: DotColor) -> Double {
    zip([0.2126, 0.7152, 0.0722], linear(color)).reduce(0) { $0 + $1.0 * $1.1 }
}

/// The distance of two colours in CIELAB 1976, white D65.
private func distance(_ one: DotColor, _ other: DotColor, _ sight: Sight) -> Double {
    sqrt(zip(lab(one, sight), lab(other, sight)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
}

private func lab(_ color: DotColor, _ sight: Sight) -> [Double] {
    func times(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
        matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let seen = times(sight.matrix, linear(color)).map { min(max($0, 0), 1) }
    let toXYZ = [
        [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
    let white = [0.95047, 1, 1.08883]
    let f = zip(times(toXYZ, seen), white).map { value, white in
        let share = value / white
        return share > 216.0 / 24_389 ? cbrt(share) : (24_389.0 / 27 * share + 16) / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
}
