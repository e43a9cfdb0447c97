import AnalysisTestSupport
import ClientReports
import DateLiterals
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("Who among a coach’s clients could open a door for another")
struct ConnectorsTests {
    private func shared(
        _ sharing: Sharing = .named, _ build: (inout NetworkBuilder) -> Void
    ) throws -> SharedContacts? {
        try analyse(asOf: "2026-04-10") {
            build(&$0)
            $0.network.sharing = sharing
        }.sharedContacts
    }

    private func wanting(_ companies: CompanyID..., sharing: Sharing = .named) throws -> SharedContacts {
        try #require(
            try shared(sharing) {
                for company in companies { $0.company(company) { $0.priority = .a } }
            })
    }

    private func knowing(
        _ people: (PersonID, CompanyID)..., sharing: Sharing = .named
    ) throws -> SharedContacts {
        try #require(
            try shared(sharing) {
                for (id, company) in people {
                    $0.person(id, at: company)
                    $0.network.ties.append(Tie(from: "you", to: id, kind: .knows))
                }
            })
    }

    @Test("Nothing is brought by a network that shares nothing, and no names by one that shares none")
    func levels() throws {
        #expect(try shared(.nothing) { $0.person("ada", at: "tarn") } == nil)
        let unnamed = try knowing(("ada", "tarn"), sharing: .anonymous)
        #expect(unnamed.known.map(\.companies) == [["tarn"]] && unnamed.known[0].details == nil)
        #expect(try knowing(("ada", "tarn")).known[0].details?.name == "Ada Doe")
    }

    @Test("Left out are those on hold, not to be named, strangers, and the seeker’s own colleagues")
    func leftOut() throws {
        let found = try #require(
            try shared {
                let people: [PersonID] = ["ada", "ben", "cid", "dan", "eve", "fay", "gus"]
                for id in people { $0.person(id, at: id == "eve" ? "mill" : id == "fay" ? "own" : "tarn") }
                for id in people where id != "dan" {
                    $0.network.ties.append(Tie(from: "you", to: id, kind: .knows))
                }
                $0.network.people[2].doNotContact = true
                $0.network.people[3].isConfidential = true
                $0.company("mill") { $0.doNotContact = true }
                $0.network.people[0].employments = [Employment(company: "own", from: "2020-01-01")]
                $0.network.people[7].notBefore = "2030-01-01"
            })
        #expect(found.known.compactMap(\.details?.name) == ["Ada Doe"])
    }

    @Test("A company is wanted where no contact who may be asked is there")
    func wanted() throws {
        let found = try #require(
            try shared {
                $0.person("ada", at: "tarn")
                $0.person("ben", at: "mill") { $0.doNotContact = true }
                for id in ["ada", "ben"] as [PersonID] {
                    $0.network.ties.append(Tie(from: "you", to: id, kind: .knows))
                }
                for id in ["tarn", "mill", "quay"] as [CompanyID] { $0.company(id) { $0.priority = .b } }
                $0.company("none") { ($0.name, $0.priority) = ("N/A", .a) }
            })
        #expect(found.wanted.map(\.names) == [["mill"], ["quay"]])
    }

    @Test("Companies are the same by whole names and aliases, never by a part")
    func companies() throws {
        var quay = try knowing(("ada", "Quay Labs, Inc."), ("ben", "Green Quay Labs"), ("cid", "Old Dock"))
        quay.known[2].companies.append("The Quay Labs")
        let found = Connectors([("Mia", try wanting("quay labs")), ("Tom", quay)])
        #expect(found.lines.compactMap(\.contact?.details.name).sorted() == ["Ada Doe", "Cid Doe"])
        #expect(found.lines.allSatisfy { $0.client == "Mia" && $0.company == "quay labs" })
        #expect(Connectors([("Mia", try wanting("quay"))]).lines == [])
    }

    @Test("Without names there is one line, whoever and however many they are")
    func unnamed() throws {
        let two = try knowing(("ada", "quay"), ("ben", "quay"), sharing: .anonymous)
        let other = try knowing(("cid", "quay"), sharing: .anonymous)
        let one = Connectors([("Mia", try wanting("quay")), ("Tom", two)])
        #expect(one.lines == Connectors([("Mia", try wanting("quay")), ("Tom", two), ("Una", other)]).lines)
        #expect(one.lines.map(\.client) == ["Mia"] && one.lines[0].contact == nil)
        // Where the one who wants it shares without names, that one is not named either.
        let hidden = try wanting("quay", "mill", sharing: .anonymous)
        let lines = Connectors([("Mia", hidden), ("Noa", hidden), ("Tom", try knowing(("ada", "quay")))])
            .lines
        #expect(lines.map(\.company) == ["quay"] && lines[0].client == nil && lines[0].contact == nil)
        #expect(lines[0].priority == nil && lines[0].ownProbability == nil)
    }

    @Test(
        "Those who are there now come first, then those likeliest to reply; the order of clients changes no line"
    )
    func order() throws {
        var tom = try knowing(("ada", "quay"), ("ben", "quay"), ("cid", "quay"))
        tom.known[0].isCurrent = false
        tom.known[1].details?.replyProbability = 0.2
        tom.known[2].details?.replyProbability = 0.4
        let mia = try wanting("quay")
        let lines = Connectors([("Mia", mia), ("Tom", tom)]).lines
        #expect(lines.compactMap(\.contact?.details.name) == ["Cid Doe", "Ben Doe", "Ada Doe"])
        #expect(Connectors([("Tom", tom), ("Mia", mia)]).lines == lines)
    }
}
