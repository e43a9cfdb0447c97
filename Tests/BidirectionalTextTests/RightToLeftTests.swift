import BidirectionalText
import Testing

@Suite("Right-to-left words in a line")
struct RightToLeftTests {
    /// `text` with the isolates made visible.
    private func shown(_ text: String) -> String {
        isolatingRightToLeft(text).replacing("\u{2068}", with: "[").replacing("\u{2069}", with: "]")
            .replacing("\u{200E}", with: ">")
    }

    @Test(
        "Every run of right-to-left words is isolated by itself",
        arguments: [
            ("", ""), ("Dan → Ruth, 3", "Dan → Ruth, 3"), ("Zoë 山田 김", "Zoë 山田 김"),
            ("You → דוד → محمد", "You → [דוד] → [محمد]"),
            ("דוד בן־גוריון, שרה", ">[דוד בן־גוריון], [שרה]"),
            ("דוד Cohen שרה", ">[דוד] Cohen [שרה]"),
            ("דוד (3) שרה", ">[דוד] (3) [שרה]"),
            ("ד. לוי. שרה", ">[ד. לוי]. [שרה]"),
            ("صدیقه‌زاده - علی", ">[صدیقه‌زاده] - [علی]"),
            ("صدیقه-زاده", "[صدیقه-زاده]"),
            ("ז'בוטינסקי צ׳רלי", "[ז'בוטינסקי צ׳רלי]"),
            ("שלום ", ">[שלום] "), ("'שלום'", ">'[שלום]'"), ("א  ב", ">[א]  [ב]"),
            ("מְנַחֵם 7", ">[מְנַחֵם] 7"),
        ])
    func runs(text: String, expected: String) {
        #expect(shown(text) == expected)
    }

    @Test("Nothing but isolates is added")
    func keepsText() {
        let text = "1. דוד — VP · محمد عبد الرحمن (due 3 Apr) → \u{10A00}\u{1E900}"
        let isolated = isolatingRightToLeft(text)
        let bare = String(
            String.UnicodeScalarView(
                isolated.unicodeScalars.filter { !["\u{2068}", "\u{2069}", "\u{200E}"].contains($0) }))
        #expect(bare == text)
        #expect(isolatingRightToLeft(bare) == isolated)
    }
}
