import AnalysisTestSupport
import DateLiterals
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("Ways to someone")
struct IntroductionPathsTests {
    static let day: Timestamp = "2026-04-08"

    @Test("S1: the way to the third team leads through the second refusal")
    func thirdTeam() throws {
        let analysis = try NetworkAnalysis(
            of: try Story.network("three-referrals"), asOf: "2026-03-24")
        let report = try #require(analysis.introductionPaths(to: "marcus" as PersonID))
        #expect(!report.isReached)
        let best = try #require(report.paths.first)
        #expect(best.hops.map(\.to) == ["ruth", "marcus"])
        #expect(best.ask.person == "ruth")
        #expect(best.weakestHop == 0)
        #expect(best.hops[1].probability == 0.9)
        #expect(best.ask.action.say.contains("Marcus"))
        // Dan is left; only a shared employer joins him to Marcus.
        #expect(best.ifDeclined?.people == ["dan", "marcus"])
        #expect(best.ifDeclined!.probability < best.probability)
    }

    @Test("a way is as likely as its hops together, and the ways are in order", arguments: try Story.names())
    func laws(name: String) throws {
        let analysis = try NetworkAnalysis(of: try Story.network(name), asOf: "2026-04-10")
        for person in analysis.network.people.prefix(40) where person.id != analysis.network.seeker {
            let report = try #require(analysis.introductionPaths(to: person.id, count: 4))
            #expect(report.paths.isEmpty || report.obstacle == nil)
            for path in report.paths {
                #expect(path.probability == path.hops.reduce(1) { $0 * $1.probability })
                #expect(path.hops.count <= report.maximumHops)
                #expect(path.hops.allSatisfy { (0...1).contains($0.probability) })
                #expect(path.hops.first?.from == analysis.network.seeker)
                #expect(path.hops.last?.to == person.id)
                let people = path.hops.map(\.to)
                #expect(Set(people).count == people.count)
                #expect(path.hops.allSatisfy { $0.probability >= path.hops[path.weakestHop].probability })
                #expect(path.ask.person == people[0])
                if path.hops.count > 1 { #expect(path.ifDeclined?.people.contains(people[0]) != true) }
                #expect(analysis.isContact(people[0]))
            }
            #expect(
                report.paths.map(\.probability) == report.paths.map(\.probability).sorted(by: >))
            #expect(report.paths.isEmpty || report.nearest.isEmpty)
        }
    }

    @Test(
        "asking for more ways changes none of the first ones",
        arguments: ["three-referrals", "ten-reports"])
    func moreWays(name: String) throws {
        let analysis = try NetworkAnalysis(of: try Story.network(name), asOf: "2026-04-10")
        for person in analysis.network.people where person.id != analysis.network.seeker {
            let report = try #require(analysis.introductionPaths(to: person.id, count: 50))
            let few = try #require(analysis.introductionPaths(to: person.id, count: 2))
            #expect(Array(report.paths.prefix(2)).map(\.hops) == few.paths.map(\.hops))
            #expect(Set(report.paths.map { $0.hops.map(\.to) }).count == report.paths.count)
        }
    }

    @Test("someone out of reach: none, and who is nearest")
    func unreachable() throws {
        let analysis = try analyse(asOf: Self.day) { network in
            network.person("ann", at: "acme", in: "Sales") {
                $0.employments.append(Employment(company: "old", to: "2024-01-01"))
            }
            network.company("old")
            network.talked(with: "ann", on: "2026-04-01")
            network.person("zed", at: "old")
            network.person("ina", at: "island")
        }
        let zed = try #require(analysis.introductionPaths(to: "zed" as PersonID))
        #expect(zed.paths.isEmpty && !zed.isReached && zed.obstacle == nil)
        #expect(zed.nearest.map(\.person) == ["ann"])
        #expect(zed.nearest.first?.why == "used to work at old")
        let ina = try #require(analysis.introductionPaths(to: "ina" as PersonID))
        #expect(ina.paths.isEmpty && ina.nearest.isEmpty)
        #expect(try #require(analysis.introductionPaths(to: "island" as CompanyID)).paths.isEmpty)
    }

    @Test("a chain of five hops is too long; its end within reach is the nearest")
    func tooLong() throws {
        let analysis = try analyse(asOf: Self.day) { network in
            let chain = ["a", "b", "c", "d", "e"] as [PersonID]
            for id in chain { network.person(id, at: CompanyID("co-\(id)")) }
            for (left, right) in zip(chain, chain.dropFirst()) {
                network.network.ties.append(Tie(from: left, to: right))
            }
            network.talked(with: "a", on: "2026-04-01")
        }
        #expect(analysis.introductionPaths(to: "d" as PersonID)?.paths.first?.hops.count == 4)
        let far = try #require(analysis.introductionPaths(to: "e" as PersonID))
        #expect(far.paths.isEmpty)
        #expect(far.nearest.map(\.person) == ["d"])
        #expect(far.nearest.first?.names.count == 4)
    }

    @Test("people who must not be contacted or said no are no way, and no target")
    func closed() throws {
        let analysis = try analyse(asOf: Self.day) { network in
            network.person("ann", at: "one") { $0.doNotContact = true }
            network.person("bob", at: "two")
            network.person("cid", at: "three")
            for id in ["ann", "bob"] as [PersonID] {
                network.talked(with: id, on: "2026-03-01")
                network.network.ties.append(Tie(from: id, to: "cid"))
            }
            network.heard(from: "bob", on: "2026-03-02", .decline)
        }
        #expect(analysis.introductionPaths(to: "cid" as PersonID)?.paths.isEmpty == true)
        #expect(analysis.introductionPaths(to: "ann" as PersonID)?.obstacle == "do not contact")
        #expect(analysis.introductionPaths(to: "bob" as PersonID)?.obstacle == "said no on 2026-03-02")
        #expect(
            analysis.introductionPaths(to: "two" as CompanyID)?.obstacle == "no one there can be contacted")
    }

    @Test("a company is reached by its likeliest door, each way ending at the first colleague")
    func company() throws {
        let analysis = try analyse(asOf: Self.day) { network in
            for id in ["ann", "bob"] as [PersonID] {
                network.person(id, at: CompanyID("co-\(id)"))
                network.talked(with: id, on: "2026-04-01")
            }
            network.person("kim", at: "goal")
            network.person("lou", at: "goal")
            network.network.ties += [
                Tie(from: "ann", to: "kim", strength: 0.9), Tie(from: "bob", to: "lou", strength: 0.3),
            ]
        }
        let report = try #require(analysis.introductionPaths(to: "goal" as CompanyID, count: 5))
        #expect(report.paths.map { $0.hops.map(\.to) } == [["ann", "kim"], ["bob", "lou"]])
        #expect(report.paths.first?.ifDeclined?.people == ["bob", "lou"])
        #expect(report.paths.last?.weakestHop == 1)
        #expect(analysis.introductionPaths(to: "you" as PersonID) == nil)
        #expect(analysis.introductionPaths(to: "nobody" as PersonID) == nil)
        #expect(analysis.introductionPaths(to: "nothing" as CompanyID) == nil)
    }
}
