import Foundation
import Graphviz
import Testing

@testable import NetworkDrawing

@Suite("Palette")
struct PaletteTests {
    /// WCAG 2.2, "relative luminance".
    private func luminance(_ color: DotColor) -> Double {
        func channel(_ shift: UInt32) -> Double {
            let share = Double(color.rgb >> shift & 0xFF) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }

    /// WCAG 2.2, "contrast ratio".
    private func contrast(_ one: DotColor, _ other: DotColor) -> Double {
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test("The formula gives the published extremes")
    func formula() {
        #expect(abs(contrast(DotColor(0x000000), DotColor(0xFFFFFF)) - 21) < 1e-9)
        #expect(contrast(Palette.ink, Palette.ink) == 1)
        #expect(abs(contrast(DotColor(0x777777), DotColor(0xFFFFFF)) - 4.48) < 0.01)
    }

    @Test("Text has a contrast of 4.5:1 on every ground it stands on")
    func text() {
        let outside = [Palette.paper] + Palette.lanes.map(\.fill)
        for color in [
            Palette.ink, Palette.muted, Palette.referral, Palette.rejection, Palette.stalledText,
            Palette.offer,
        ] {
            for ground in outside { #expect(contrast(color, ground) >= 4.5, "\(color) on \(ground)") }
        }
        for color in [Palette.ink, Palette.muted, Palette.offer] {
            #expect(contrast(color, Palette.offerGround) >= 4.5, "\(color)")
        }
        #expect(contrast(Palette.paper, Palette.ink) >= 4.5)
    }

    @Test("Lines, borders and marks have a contrast of 3:1 on every ground they stand on")
    func lines() {
        let grounds = [Palette.paper] + Palette.lanes.map(\.fill)
        for color in [
            Palette.ink, Palette.rule, Palette.referral, Palette.rejection, Palette.stalledLine,
            Palette.offer,
        ] {
            for ground in grounds { #expect(contrast(color, ground) >= 3, "\(color) on \(ground)") }
        }
        for ground in [Palette.paper, Palette.offerGround] {
            #expect(contrast(Palette.star, ground) >= 3, "\(ground)")
        }
    }

    @Test("Neighbouring lanes differ")
    func lanes() {
        for position in 0..<9 { #expect(Palette.lane(position) != Palette.lane(position + 1)) }
    }
}
