import AnalysisTestSupport
import DateLiterals
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ReferralAnalysis

@Suite("What a no led to")
struct ReferralChainTests {
    /// Ann said no on 2 March; what follows is up to each test.
    private func analysis(
        asOf moment: Timestamp = "2026-04-10", _ build: (inout NetworkBuilder) -> Void
    ) throws -> NetworkAnalysis {
        try analyse(asOf: moment) {
            for person in ["ann", "bob", "cem", "dia", "eve"] as [PersonID] { $0.person(person) }
            $0.refused(by: "ann", "2026-03-02")
            build(&$0)
        }
    }

    @Test("a no that led to no one is a chain of its own, and says so")
    func nobody() throws {
        let chains = try analysis { _ in }.chains
        #expect(chains.count == 1)
        let chain = try #require(chains.first)
        #expect(chain.rejection?.day == "2026-03-02" && chain.rejection?.saidBy == ["ann"])
        #expect(chain.roots.map(\.person) == ["ann"] && chain.roots[0].outcome == .rejected)
        #expect(chain.members.isEmpty && chain.yield == 0)
        #expect(chain.headline == "Ann’s no has led to no one yet")
    }

    @Test("people, interviews and offers on the way are counted, an interview once a day and role")
    func yield() throws {
        let analysis = try analysis {
            $0.network.referrals = [
                Referral(from: "ann", to: "bob", given: "2026-03-03", met: "2026-03-05"),
                Referral(from: "bob", to: "cem", given: "2026-03-10"),
                Referral(from: "bob", to: "dia", given: "2026-03-09"),
            ]
            $0.role(
                "next",
                [
                    StageEvent(stage: .interview, date: "2026-03-12", people: ["bob", "dia"]),
                    StageEvent(stage: .interview, date: "2026-03-14", people: ["dia"]),
                    StageEvent(stage: .offer, date: "2026-03-20", people: ["dia"]),
                    StageEvent(stage: .accepted, date: "2026-03-22"),
                ], participants: [Participant(person: "dia", role: .hiringManager)])
            // The interview was recorded as a contact as well.
            $0.talked(with: "dia", on: "2026-03-12", by: .interview, about: "next")
        }
        let chain = try #require(analysis.chains.first)
        #expect(chain.members.map(\.person) == ["bob", "dia", "cem"])
        #expect(chain.members.map(\.from) == ["ann", "bob", "bob"])
        #expect((chain.peopleCount, chain.interviewCount, chain.offerCount) == (3, 2, 1))
        #expect(chain.yield == 6 && chain.openCount == 1)
        #expect(chain.headline == "Ann’s no led to 3 people, 2 interviews and an offer")
        #expect(chain.members[1].interviews == ["2026-03-12", "2026-03-14"])
        #expect(chain.members[1].outcome == .accepted && chain.members[1].since == "2026-03-22")
        #expect(chain.members[2].outcome == .named)
    }

    @Test("what has come of each name")
    func outcomes() throws {
        let analysis = try analysis {
            $0.network.referrals = [
                Referral(from: "ann", to: "bob", promised: "2026-03-03"),
                Referral(from: "ann", to: "cem", given: "2026-03-04", declined: "2026-03-06"),
                Referral(from: "ann", to: "dia", given: "2026-03-05", used: "2026-04-09"),
                Referral(from: "ann", to: "eve", given: "2026-03-06"),
            ]
            $0.wrote("eve", on: "2026-03-07", .outreach)
        }
        let chain = try #require(analysis.chains.first)
        #expect(chain.members.map(\.outcome) == [.promised, .declined, .contacted, .silent])
        #expect(chain.members[3].since == "2026-03-07")
        #expect(chain.peopleCount == 3, "whoever did not want to is not counted")
        #expect(chain.openCount == 3)
    }

    @Test("what was there before the name was given is not the no's doing")
    func before() throws {
        let analysis = try analysis {
            $0.role("old", [StageEvent(stage: .interview, date: "2026-02-01", people: ["bob"])])
            $0.role("older", [StageEvent(stage: .offer, date: "2026-02-02", people: ["bob"])])
            $0.talked(with: "bob", on: "2026-02-05")
            $0.network.referrals = [Referral(from: "ann", to: "bob", given: "2026-03-03")]
        }
        let chain = try #require(analysis.chains.first)
        #expect((chain.peopleCount, chain.interviewCount, chain.offerCount) == (1, 0, 0))
        #expect(chain.members[0].outcome == .named && chain.members[0].interviews.isEmpty)
    }

    @Test("a name given before the no, and out of no role, is not part of it")
    func earlierName() throws {
        let analysis = try analysis {
            $0.network.referrals = [Referral(from: "ann", to: "bob", given: "2026-02-20")]
        }
        #expect(analysis.chains.map(\.yield) == [0])
        let ofPerson = try #require(analysis.chain(from: "ann"))
        #expect(ofPerson.rejection == nil && ofPerson.members.map(\.person) == ["bob"])
        #expect(ofPerson.headline == "Ann led to 1 person")
    }

    @Test("the manager who said no may come back with an offer herself")
    func secondChance() throws {
        let analysis = try analysis {
            $0.role(
                "again",
                [
                    StageEvent(stage: .interview, date: "2026-03-20", people: ["ann"]),
                    StageEvent(stage: .offer, date: "2026-03-25", people: ["ann"]),
                ])
        }
        let chain = try #require(analysis.chains.first)
        #expect(chain.headline == "Ann’s no led to an interview and an offer")
        #expect(chain.roots[0].outcome == .offer && chain.roots[0].interviews == ["2026-03-20"])
    }

    @Test("a no on the way of another begins a chain inside it; the longer one comes first")
    func nested() throws {
        let analysis = try analysis {
            $0.network.referrals = [
                Referral(from: "ann", to: "bob", given: "2026-03-03"),
                Referral(from: "bob", to: "cem", given: "2026-03-20", opportunity: "second"),
                Referral(from: "cem", to: "dia", given: "2026-03-25", opportunity: "second"),
            ]
            $0.refused(by: "bob", "2026-03-18", role: "second")
            $0.refused(by: "eve", "2026-03-18", role: "third")
        }
        let chains = analysis.chains
        #expect(chains.map(\.rejection?.opportunity) == ["role", "second", "third"])
        #expect(chains.map(\.peopleCount) == [3, 2, 0])
        #expect(chains[1].roots.map(\.person) == ["bob"], "two names of one role begin at the first giver")
    }

    @Test("circles end, and what the seeker said of herself is no chain")
    func circle() throws {
        let analysis = try analysis {
            $0.network.referrals = [
                Referral(from: "ann", to: "bob", given: "2026-03-03"),
                Referral(from: "bob", to: "cem", given: "2026-03-04"),
                Referral(from: "cem", to: "ann", given: "2026-03-05"),
                Referral(from: "you", to: "dia", given: "2026-03-05"),
                Referral(from: "dia", to: "you", given: "2026-03-05"),
                Referral(from: "eve", to: "eve", given: "2026-03-05"),
            ]
        }
        #expect(analysis.chains.map { $0.members.map(\.person) } == [["bob", "cem"]])
        #expect(analysis.chainsOfPeople.map { $0.roots[0].person } == ["ann"])
        #expect(analysis.chain(from: "you") == nil && analysis.chain(from: "nobody") == nil)
    }

    @Test("without rejections there are chains of people, the one that led furthest first")
    func people() throws {
        let analysis = try analyse(asOf: "2026-04-10") {
            for person in ["ann", "bob", "cem", "dia", "eve"] as [PersonID] { $0.person(person) }
            $0.network.referrals = [
                Referral(from: "ann", to: "bob", given: "2026-03-03"),
                Referral(from: "cem", to: "dia", given: "2026-03-03"),
                Referral(from: "dia", to: "eve", given: "2026-03-03"),
            ]
        }
        #expect(analysis.chains.isEmpty)
        #expect(analysis.chainsOfPeople.map(\.headline) == ["Cem led to 2 people", "Ann led to 1 person"])
    }

    @Test("several who said it together are named by their company")
    func together() throws {
        let analysis = try analyse(asOf: "2026-04-10") {
            $0.person("ann")
            $0.person("bob")
            $0.role("role", [StageEvent(stage: .rejected, date: "2026-03-02", people: ["ann", "bob"])])
        }
        #expect(analysis.chains.map(\.beginning) == ["acme’s no"])
    }

    @Test("where two people share a first name, the whole name tells them apart")
    func namesakes() throws {
        let analysis = try analysis { $0.person("ann2") { $0.name = "Ann Other" } }
        #expect(analysis.chains.map(\.headline) == ["Ann Doe’s no has led to no one yet"])
    }

    @Test("in every random network, chains are free of circles and agree with each person's lineage")
    func laws() throws {
        for seed in 0..<60 as Range<UInt64> {
            var networks = RandomNetworks(seed: seed)
            var network = networks.network(size: 12)
            // A lineage cuts a circle where it meets it, wherever that is; half of the networks have none.
            if seed % 2 == 0 {
                let order = Dictionary(uniqueKeysWithValues: zip(network.people.map(\.id), 0...))
                network.referrals.removeAll { order[$0.from]! > order[$0.to]! }
            }
            let analysis = try NetworkAnalysis(of: network, asOf: "2026-04-10")
            for chain in analysis.chains + analysis.chainsOfPeople {
                var seen = Set(chain.roots.map(\.person))
                for member in chain.members {
                    let from = try #require(member.from)
                    #expect(seen.contains(from), "each after the one who gave the name")
                    #expect(seen.insert(member.person).inserted, "nobody twice")
                    #expect(member.person != network.seeker)
                    let way = analysis.lineage(of: member.person).steps.dropLast()
                    if seed % 2 == 0, let last = way.last { #expect(last.person == from) }
                }
                #expect(chain.peopleCount <= chain.members.count && chain.openCount <= chain.peopleCount)
            }
            let rejected = analysis.network.opportunities.count { $0.rejection != nil }
            #expect(analysis.chains.count == rejected)
            #expect(analysis.chains.map(\.yield) == analysis.chains.map(\.yield).sorted(by: >))
        }
    }

    @Test("the stories yield what they tell")
    func stories() throws {
        let three = try NetworkAnalysis(of: try Story.network("three-referrals"), asOf: "2026-04-10")
        #expect(
            three.chains.map(\.headline) == [
                "Dan’s no led to 2 people, 2 interviews and an offer",
                "Ruth’s no led to 1 person, an interview and an offer",
            ])
        let julia = try NetworkAnalysis(of: try Story.network("julia-second-chance"), asOf: "2026-03-06")
        #expect(julia.chains.map(\.headline) == ["Margaret’s no led to 4 people, an interview and an offer"])
    }
}
