import ReboundTestSupport
import ReferralGraph
import Testing

@Suite struct NearestSpellingTests {
    @Test(arguments: [
        ("nmae", "name"), ("NAME", "name"), ("emial", "emails"), ("perple", "people"), ("peolpe", "people"),
        ("companie", "companies"), ("x", nil), ("", nil), ("holiday-plans", nil),
    ])
    func findsWhatWasMeant(word: String, meant: String?) {
        let candidates = ["name", "emails", "people", "companies", "holidays"]
        #expect(nearestSpelling(to: word, among: candidates) == meant)
    }

    @Test func ofEquallyNearOnesTheFirstIsTaken() {
        #expect(nearestSpelling(to: "dxn", among: ["dan", "don", "den"]) == "dan")
        #expect(nearestSpelling(to: "don", among: ["dan", "don"]) == "don")
    }

    @Test func nothingIsNearNothing() {
        #expect(nearestSpelling(to: "name", among: []) == nil)
    }

    /// Without counting letters first: the whole table of distances, for every candidate.
    @Test(arguments: 0..<30)
    func findsWhatTheWholeTableSays(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let letters = Array("abcdeéßÆ 北京o\u{301}")
        func word() -> String {
            String(
                (0..<Int(random.next() % 9)).map { _ in letters[Int(random.next() % UInt64(letters.count))] })
        }
        let candidates = (0..<60).map { _ in word() }
        for _ in 0..<40 {
            let asked = word()
            var best: (distance: Int, text: String)?
            for candidate in candidates {
                let (left, right) = (Array(asked.lowercased()), Array(candidate.lowercased()))
                let distance = Self.distance(left, right)
                if distance <= max(left.count, right.count) / 3, distance < best?.distance ?? .max {
                    best = (distance, candidate)
                }
            }
            #expect(nearestSpelling(to: asked, among: candidates) == best?.text)
        }
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var table = (0...left.count).map { i in (0...right.count).map { j in i == 0 ? j : i } }
        for i in left.indices {
            for j in right.indices {
                var least = min(table[i][j + 1], table[i + 1][j]) + 1
                least = min(least, table[i][j] + (left[i] == right[j] ? 0 : 1))
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    least = min(least, table[i - 1][j - 1] + 1)
                }
                table[i + 1][j + 1] = least
            }
        }
        return table[left.count][right.count]
    }
}
