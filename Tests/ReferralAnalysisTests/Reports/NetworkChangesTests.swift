import AnalysisTestSupport
import DateLiterals
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ReferralAnalysis

@Suite("What has changed since a day")
struct NetworkChangesTests {
    private func analysis() throws -> NetworkAnalysis {
        try analyse(asOf: "2026-03-20") {
            $0.person("old", "Manager", at: "acme")
            $0.person("fresh", "Manager", at: "acme")
            $0.person("friend", "Analyst", at: "acme")
            $0.person("quiet", "Analyst", at: "globex")
            $0.person("named", "Analyst", at: "globex")
            $0.person("stranger", "Analyst", at: "globex")
            $0.talked(with: "old", on: "2026-01-05")
            $0.talked(with: "friend", on: "2026-01-06")
            $0.wrote("quiet", on: "2026-02-27")
            $0.heard(from: "friend", on: "2026-03-10", .update)
            $0.talked(with: "fresh", on: "2026-03-12")
            $0.network.referrals.append(
                Referral(from: "fresh", to: "named", given: Timestamp("2026-03-13").day))
        }
    }

    @Test("who is new, who spoke, who fell silent; the others are not named")
    func kinds() throws {
        let changes = try analysis().changes(since: Timestamp("2026-03-01").day)
        let kinds = Dictionary(uniqueKeysWithValues: changes.changes.map { ($0.person, $0.kind) })
        #expect(kinds == ["fresh": .new, "named": .new, "friend": .warmer, "quiet": .stalled])
        #expect(changes.count(of: .new) == 2)
        let named = try #require(changes.changes.first { $0.person == "named" })
        #expect(named.words.hasSuffix("pointed you to them") && named.day == Timestamp("2026-03-13").day)
    }

    @Test(
        "nothing has changed since today, and everything since before the beginning",
        arguments: try Story.names())
    func extremes(_ name: String) throws {
        let analysis = try NetworkAnalysis(of: try Story.network(name), asOf: "2026-04-10")
        #expect(try analysis.changes(since: Timestamp("2026-04-10").day).changes.isEmpty)
        let all = try analysis.changes(since: Timestamp("2020-01-01").day).changes
        #expect(
            Set(all.map(\.person)).count == all.count
                && !all.contains { $0.person == analysis.network.seeker })
        let touched = analysis.network.people.map(\.id).filter { analysis.lastContact(with: $0) != nil }
        #expect(Set(touched).isSubset(of: all.map(\.person)))
    }

    @Test("decisions count for whoever took them, and before anything else")
    func decisions() throws {
        let analysis = try NetworkAnalysis(of: try Story.network("three-referrals"), asOf: "2026-04-09")
        let kinds = Dictionary(
            uniqueKeysWithValues: try analysis.changes(since: Timestamp("2026-03-15").day).changes.map {
                ($0.person.text, $0.kind)
            })
        #expect(kinds["ruth"] == .rejected && kinds["marcus"] == .offer)
        #expect(kinds["dan"] == nil)
    }

    @Test("those around a person: the steps count, and the seeker is no bridge")
    func around() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            for id in ["a", "b", "c", "d"] { $0.person(PersonID(id), "Analyst", at: CompanyID("co-" + id)) }
            $0.network.ties += [Tie(from: "a", to: "b"), Tie(from: "b", to: "c")]
            $0.talked(with: "a", on: "2026-01-05")
            $0.talked(with: "d", on: "2026-01-05")
        }
        #expect(analysis.people(within: 0, of: "a") == ["a"])
        #expect(analysis.people(within: 1, of: "a") == ["a", "b"])
        #expect(analysis.people(within: 9, of: "a") == ["a", "b", "c"])
        #expect(analysis.people(within: 1, of: "nobody").isEmpty)
    }
}
