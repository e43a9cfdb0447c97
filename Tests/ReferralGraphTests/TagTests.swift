import ReferralGraph
import Testing

@Suite("Tags")
struct TagTests {
    @Test(
        "a tag is one word",
        arguments: [
            ("mentor", "mentor"), ("#mentor", "mentor"), ("Q3_2026", "Q3_2026"), ("book-club", "book-club"),
            ("Zürich", "Zürich"), ("u\u{308}ber", "\u{FC}ber"), ("東京", "東京"), ("חבר", "חבר"), ("7", "7"),
            (String(repeating: "a", count: 30), String(repeating: "a", count: 30)),
        ])
    func right(text: String, tag: String) {
        #expect(Tag(text)?.text == tag)
        #expect(Array((Tag(text)?.text ?? "").utf8) == Array(tag.utf8))
    }

    @Test(
        "what is none, and the tag it comes nearest to",
        arguments: [
            ("", nil), ("#", nil), ("-", nil), ("--_", nil), ("book club", "book-club"), (" x", "x"),
            ("a,b", "a-b"),
            ("🎉", nil), ("a\u{200B}b", "a-b"), ("a\u{202E}b", "a-b"), ("x\ty", "x-y"), ("r&d", "r-d"),
            (String(repeating: "a", count: 31), nil),
        ])
    func wrong(text: String, near: String?) {
        #expect(Tag(text) == nil)
        #expect(Tag(nearestTo: text)?.text == near)
    }

    @Test("capitals, accents and width do not count")
    func same() {
        #expect(Tag("Mentor") == Tag("MENTOR") && Tag("Zürich") == Tag("zurich") && Tag("ＡＢ") == Tag("ab"))
        #expect(Tag("a-b") != Tag("a_b"))
        #expect(Set([Tag("Alumni"), Tag("alumni")]).count == 1)
    }

    private let network = ReferralNetwork(
        seeker: "me",
        people: [
            Person(id: "me", name: "Me"), Person(id: "a", name: "A", tags: ["Mentor", "alumni"]),
            Person(id: "b", name: "B", tags: ["mentor", "MENTOR"]),
            Person(id: "c", name: "C", tags: ["boston"]),
        ])

    @Test("the commonest come first, in the first spelling, and people count once")
    func counts() {
        #expect(network.tagCounts.map(\.tag.text) == ["Mentor", "alumni", "boston"])
        #expect(network.tagCounts.map(\.people) == [2, 1, 1])
    }

    @Test("an unknown tag is answered with the nearest and with all")
    func unknown() throws {
        let said = network.noOneIsTagged(try #require(Tag("mentro")))
        #expect(said.contains("did you mean Mentor?") && said.contains("Mentor (2), alumni (1), boston (1)"))
        let empty = ReferralNetwork(seeker: "me", people: [])
        #expect(empty.noOneIsTagged(try #require(Tag("x"))).contains("rebound tag PERSON x"))
    }

    @Test("a filter takes both of two, either of a list, and none of what is left out")
    func filter() throws {
        let tag = { (text: String) in Tag(text)! }
        let both = TagFilter(wanted: [[tag("mentor")], [tag("ALUMNI")]])
        #expect(network.people.map { both.includes($0.tags) } == [false, true, false, false])
        let either = TagFilter(wanted: [[tag("alumni"), tag("boston")]])
        #expect(network.people.map { either.includes($0.tags) } == [false, true, false, true])
        let without = TagFilter(wanted: [[tag("mentor")]], unwanted: [tag("alumni")])
        #expect(network.people.map { without.includes($0.tags) } == [false, false, true, false])
        #expect(TagFilter().isEmpty && TagFilter().includes([]))
        #expect(without.words == "tagged mentor, not tagged alumni")
        #expect(either.words == "tagged alumni or boston" && both.words == "tagged mentor and ALUMNI")
    }
}
