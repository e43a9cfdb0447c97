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
}
