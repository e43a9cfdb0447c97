import Graphviz
import Testing

@testable import NetworkDrawing

@Suite("Wrapping text")
struct WrappingTests {
    private func lines(_ text: String, _ width: Double, atMost: Int = 3) -> [String] {
        HTMLText(text, pointSize: 10, color: Theme.light.ink).wrapped(to: width, linesAtMost: atMost).map(
            \.text)
    }

    @Test("Text that fits stays as it is")
    func fits() {
        #expect(lines("Hiring manager, Brand", 200) == ["Hiring manager, Brand"])
        #expect(lines("", 200).isEmpty)
        #expect(lines("✕  Rejected 4 Mar", 200) == ["✕  Rejected 4 Mar"])
    }

    @Test("Lines break between words, and every word is there")
    func breaks() {
        let text = "→  Ask about the new opening: “Senior reliability engineer, Data Platform”"
        let wrapped = lines(text, 150)
        #expect(wrapped.count == 3)
        #expect(wrapped.joined(separator: " ") == text)
    }

    @Test("What does not fit is cut with an ellipsis, never in the middle of a letter")
    func cut() {
        let wrapped = lines(String(repeating: "word ", count: 200), 100)
        #expect(wrapped.count == 3)
        #expect(wrapped.last?.hasSuffix("…") == true)
        let families = lines(String(repeating: "👨‍👩‍👧‍👦", count: 50), 60, atMost: 1)
        #expect(families.first?.dropLast().allSatisfy { $0 == "👨‍👩‍👧‍👦" } == true)
    }

    @Test("No line is wider than asked, unless a single letter is", arguments: [1.0, 20, 60, 142, 640])
    func narrow(width: Double) {
        for text in ["Wolfgang Amadeus Mozart", String(repeating: "W", count: 500), "長い名前の人 二人", "a b c"] {
            for line in HTMLText(text, pointSize: 12, color: Theme.light.ink, isBold: true).wrapped(to: width)
            {
                #expect(line.estimatedWidth <= width || line.text.filter { $0 != "…" }.count <= 1)
            }
        }
    }
}
