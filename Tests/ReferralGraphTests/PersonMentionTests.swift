import ReferralGraph
import Testing

@Suite("Mentions of a person")
struct PersonMentionTests {
    private func removed(_ text: String, others: [String] = []) -> String {
        PersonMention(
            names: ["Zoë Ångström", "Z. A."], details: ["zoe@example.com", "+1 312 555 0147"], others: others
        ).removed(from: text)
    }

    @Test(
        "The name and its words, addresses and numbers give way, and nothing else",
        arguments: [
            ("Zoë Ångström called", "… called"), ("zoe angstrom", "…"), ("ZOE", "…"),
            ("Zoe’s idea", "…’s idea"),
            ("Zoelogy", "Zoelogy"), ("write to zoe@example.com!", "write to …!"),
            ("ring +13125550147.", "ring …."),
            ("A zoo", "A zoo"), ("", ""), ("line\nZoë\nline", "line\n…\nline"),
            ("Z. A. was there", "…. was there"),
            ("a", "a"),
        ])
    func removed(_ text: String, _ expected: String) { #expect(removed(text) == expected) }

    @Test("A word that someone else has, too, stays alone, and a name that someone else has stays")
    func shared() {
        #expect(removed("Zoe and Ångström", others: ["Zoe Other"]) == "Zoe and …")
        #expect(removed("Zoe Angstrom", others: ["Zoe Other"]) == "…")
        #expect(removed("Zoe Angstrom", others: ["Zoe Angstrom"]) == "Zoe Angstrom")
        #expect(removed("Angstrom Bank", others: ["Angstrom Bank"]) == "Angstrom Bank")
    }
}
