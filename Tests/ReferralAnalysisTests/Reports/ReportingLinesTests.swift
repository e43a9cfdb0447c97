import AnalysisTestSupport
import DateLiterals
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("Who reports to who")
struct ReportingLinesTests {
    private func lines(_ build: (inout NetworkBuilder) -> Void) throws -> [String] {
        try analyse(asOf: "2026-04-10", build).reportingLines(at: "acme").map {
            "\($0.person) -> \($0.boss)\($0.isInferred ? "?" : "")"
        }
    }

    private func reports(_ person: PersonID, to boss: PersonID) -> Tie {
        Tie(from: person, to: boss, kind: .reportsTo)
    }

    @Test("recorded lines count, the first of two, and no circle is closed")
    func recorded() throws {
        let found = try lines {
            for person in ["ann", "bob", "cem"] as [PersonID] { $0.person(person, nil) }
            $0.person("dia", at: "globex")
            $0.network.ties = [
                reports("ann", to: "bob"), reports("ann", to: "cem"), reports("bob", to: "cem"),
                reports("cem", to: "ann"), reports("cem", to: "dia"), reports("dia", to: "ann"),
                Tie(from: "cem", to: "bob"),
            ]
        }
        #expect(found == ["ann -> bob", "bob -> cem"])
    }

    @Test("whoever has no boss reports, presumably, to the highest title of the department")
    func inferred() throws {
        let found = try lines {
            $0.person("ann", "Engineer", in: "IT")
            $0.person("bob", "Director, IT", in: "IT")
            $0.person("cem", "Team lead", in: "IT")
            $0.person("dia", "Engineer", in: "IT")
            $0.person("eve", "Clerk", in: "Legal")
            $0.person("fay", "Clerk")
            $0.network.ties = [reports("dia", to: "cem")]
        }
        #expect(found == ["ann -> bob?", "cem -> bob?", "dia -> cem"])
    }

    @Test("of several of one rank nothing is inferred")
    func ambiguous() throws {
        let found = try lines {
            $0.person("ann", "Director", in: "IT")
            $0.person("bob", "Director", in: "IT")
            $0.person("cem", "Engineer", in: "IT")
            $0.person("dia", "Clerk", in: "Legal")
            $0.person("eve", "Counsel", in: "Legal")
        }
        #expect(found == [])
    }

    @Test("the leads of departments report, presumably, to the only executive")
    func executive() throws {
        let build: (inout NetworkBuilder) -> Void = {
            $0.person("ann", "Chief executive", in: "Management")
            $0.person("bob", "Director", in: "IT")
            $0.person("cem", "Engineer", in: "IT")
            $0.person("dia", "Recruiter", in: "People")
        }
        #expect(try lines(build) == ["bob -> ann?", "cem -> bob?"])
        let two = try lines {
            build(&$0)
            $0.person("eve", "Chief of nothing", in: "Legal")
        }
        #expect(two == ["cem -> bob?"])
    }

    @Test("a guess of an import stays one, and those who left do not count")
    func marks() throws {
        let found = try lines {
            $0.person("ann", nil)
            $0.person("bob", nil)
            $0.person("cem", nil) { $0.employments[0].to = "2026-01-31" }
            $0.network.ties = [
                Tie(from: "ann", to: "bob", kind: .reportsTo, isInferred: true), reports("bob", to: "cem"),
            ]
        }
        #expect(found == ["ann -> bob?"])
        #expect(try analyse(asOf: "2026-04-10") { _ in }.reportingLines(at: "nowhere").isEmpty)
    }

    @Test(
        "in every random network a person has one boss at the most, who works there, and no line closes a circle"
    )
    func laws() throws {
        for seed in 0..<40 as Range<UInt64> {
            var networks = RandomNetworks(seed: seed)
            let network = networks.network(size: 12)
            let analysis = try NetworkAnalysis(of: network, asOf: "2026-04-10")
            for company in network.companies {
                let lines = analysis.reportingLines(at: company.id)
                let staff = Set(analysis.profile(of: company.id)?.people.map(\.person) ?? [])
                let bosses = Dictionary(lines.map { ($0.person, $0.boss) }) { first, _ in
                    Issue.record("two bosses")
                    return first
                }
                for line in lines {
                    #expect(staff.contains(line.person) && staff.contains(line.boss))
                    let way = Array(sequence(first: line.person) { bosses[$0] }.prefix(lines.count + 2))
                    #expect(way.count <= lines.count + 1, "a circle")
                }
            }
        }
    }
}
