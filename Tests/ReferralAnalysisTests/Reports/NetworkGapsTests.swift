import AnalysisTestSupport
import DateLiterals
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("Gaps of a network")
struct NetworkGapsTests {
    static let day: Timestamp = "2026-04-08"

    /// Ann and Bob are contacts; behind Ann lie `goal` and `far`, behind Bob another door to `goal`.
    static func network(bobKnows: Bool) throws -> NetworkAnalysis {
        try analyse(asOf: day) { network in
            for id in ["ann", "bob"] as [PersonID] {
                network.person(id, at: CompanyID("co-\(id)"))
                network.talked(with: id, on: "2026-04-01")
            }
            network.person("kim", at: "goal")
            network.person("lou", at: "goal")
            network.person("moe", at: "far")
            network.person("ida", at: "island")
            for company in ["goal", "far", "island", "co-ann"] as [CompanyID] {
                network.company(company) { $0.priority = company == "far" ? .b : .a }
            }
            network.network.ties += [Tie(from: "ann", to: "kim"), Tie(from: "kim", to: "moe")]
            if bobKnows { network.network.ties.append(Tie(from: "bob", to: "lou")) }
        }
    }

    @Test("companies wanted and not reached, by priority, with the way in")
    func unreached() throws {
        let gaps = try Self.network(bobKnows: false).gaps()
        #expect(gaps.unreached.map(\.company) == ["goal", "island", "far"])
        #expect(gaps.unreached[0].ask == "ann")
        #expect(gaps.unreached[1].probability == nil && gaps.unreached[1].peopleCount == 1)
        #expect(gaps.wantedCount == 4)
        #expect(gaps.outOfReachCount == 1)
    }

    @Test("one silence cuts off a company, unless there is a second door")
    func singlePoints() throws {
        let one = try Self.network(bobKnows: false).gaps()
        #expect(
            one.singlePoints.map(\.company) == ["co-ann", "goal", "far"]
                || one.singlePoints.map(\.company) == ["goal", "co-ann", "far"])
        #expect(one.singlePoints.allSatisfy { $0.person == "ann" })
        #expect(one.singlePoints.first { $0.company == "co-ann" }?.isInside == true)
        let two = try Self.network(bobKnows: true).gaps()
        // Colleagues know each other, so that Bob leads to Kim and on to Moe; every way there still leads through Kim.
        #expect(two.singlePoints.first { $0.company == "goal" } == nil)
        #expect(two.singlePoints.first { $0.company == "far" }?.person == "kim")
        #expect(two.singlePoints.first { $0.company == "far" }?.replyProbability == nil)
    }

    @Test("contacts who all know one another are one circle, those between circles bridges")
    func circles() throws {
        let analysis = try analyse(asOf: Self.day) { network in
            for id in ["a", "b", "c", "d"] as [PersonID] {
                network.person(id, at: CompanyID("co-\(id)"))
                network.talked(with: id, on: "2026-04-01")
            }
            for id in ["x", "y"] as [PersonID] { network.person(id, at: CompanyID("co-\(id)")) }
            for (left, right) in [("a", "b"), ("a", "c"), ("b", "c"), ("c", "d"), ("d", "x"), ("d", "y")] {
                network.network.ties.append(Tie(from: PersonID(left), to: PersonID(right)))
            }
        }
        let gaps = analysis.gaps()
        #expect(gaps.clusters.map { Set($0.people) } == [["a", "b", "c"]])
        #expect(gaps.clusters[0].strangerCount == 0)
        #expect(gaps.brokers.map(\.person) == ["d"])
        #expect(gaps.brokers[0].onlyWayTo == ["x", "y"])
        #expect(gaps.brokers[0].effectiveSize == 3)
        #expect(abs(gaps.brokers[0].constraint - 1.0 / 3) < 1e-12)
        #expect(gaps.brokers[0].bridgeCount == 3)
        #expect(gaps.newTies.leadingOn == 2 && gaps.newTies.all == 6 && gaps.newTies.share == 1.0 / 3)
        #expect(gaps.wantedCount == 0)
    }

    @Test("circles are circles, and no one is in two", arguments: try Story.names())
    func laws(name: String) throws {
        let analysis = try NetworkAnalysis(of: try Story.network(name), asOf: "2026-04-10")
        let gaps = analysis.gaps()
        let members = gaps.clusters.flatMap(\.people)
        #expect(Set(members).count == members.count)
        for cluster in gaps.clusters {
            #expect(cluster.people.count >= 3)
            for person in cluster.people {
                let known = Set(analysis.explanation(of: person)!.acquaintances.map(\.person))
                #expect(Set(cluster.people).subtracting(known) == [person])
            }
        }
        for broker in gaps.brokers {
            #expect(analysis.isContact(broker.person))
            #expect(broker.onlyWayTo.allSatisfy { !analysis.isContact($0) })
            #expect(broker.effectiveSize <= Double(broker.acquaintanceCount) + 1e-9)
        }
        for company in gaps.unreached {
            let report = analysis.introductionPaths(to: company.company, count: 1)
            #expect(report?.isReached == false)
            #expect(report?.paths.first?.probability == company.probability)
        }
        #expect(analysis.gaps() == gaps)
    }

    @Test(
        "losing the single point loses the company",
        arguments: ["three-referrals", "ten-reports", "two-silences"])
    func cut(name: String) throws {
        let network = try Story.network(name)
        let moment: Timestamp = "2026-04-10"
        let gaps = try NetworkAnalysis(of: network, asOf: moment).gaps()
        for point in gaps.singlePoints {
            var without = network
            without.people[without.people.firstIndex { $0.id == point.person }!].doNotContact = true
            let analysis = try NetworkAnalysis(of: without, asOf: moment)
            #expect(analysis.introductionPaths(to: point.company)?.paths.isEmpty == true)
        }
    }

    @Test("everything in one search is what a search for each company finds", arguments: UInt64(0)..<12)
    func oracle(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let analysis = try analyse(asOf: Self.day) { network in
            for index in 0..<40 {
                let company = CompanyID("co-\(Int.random(in: 0..<14, using: &random))")
                network.person(PersonID("p\(index)"), at: company) {
                    $0.doNotContact = Int.random(in: 0..<15, using: &random) == 0
                }
                network.company(company) { $0.priority = .a }
                if index < 6 { network.talked(with: PersonID("p\(index)"), on: "2026-04-01") }
            }
            for _ in 0..<22 {
                let (a, b) = (Int.random(in: 0..<40, using: &random), Int.random(in: 0..<40, using: &random))
                guard a != b else { continue }
                network.network.ties.append(
                    Tie(
                        from: PersonID("p\(a)"), to: PersonID("p\(b)"),
                        strength: Double.random(in: 0.05...1, using: &random)))
            }
        }
        let gaps = analysis.gaps()
        let acquaintances = Dictionary(
            uniqueKeysWithValues: analysis.network.people.map(\.id).map { person in
                (person, analysis.explanation(of: person)!.acquaintances.map(\.person))
            })
        for company in analysis.network.companies {
            let report = try #require(analysis.introductionPaths(to: company.id, count: 1))
            let found = gaps.unreached.first { $0.company == company.id }
            #expect((found == nil) == report.isReached)
            if let found {
                #expect(found.names == report.paths.first.map { $0.hops.map(\.toName) } ?? [])
                #expect(found.probability == report.paths.first?.probability)
            }
            // The single point: with that person gone no one there is within reach, and without one it needs two.
            let point = gaps.singlePoints.first { $0.company == company.id }?.person
            let cutting = analysis.network.people.map(\.id).filter { person in
                guard person != "you",
                    !analysis.network.people.contains(where: { $0.id == person && $0.doNotContact })
                else { return false }
                return reaches(company.id, without: nil, in: analysis, by: acquaintances)
                    && !reaches(company.id, without: person, in: analysis, by: acquaintances)
            }
            #expect(cutting.isEmpty == (point == nil))
            if let point { #expect(cutting.contains(point)) }
        }
    }

    /// Whether a chain of acquaintances of any length leads from the seeker to someone at a company.
    private func reaches(
        _ company: CompanyID, without person: PersonID?, in analysis: NetworkAnalysis,
        by acquaintances: [PersonID: [PersonID]]
    ) -> Bool {
        let closed = Set(analysis.network.people.filter(\.doNotContact).map(\.id)).union(
            [person].compactMap(\.self))
        var seen: Set<PersonID> = ["you"]
        var waiting = analysis.network.people.map(\.id).filter {
            analysis.isContact($0) && !closed.contains($0)
        }
        seen.formUnion(waiting)
        while let next = waiting.popLast() {
            for other in acquaintances[next]! where !closed.contains(other) && seen.insert(other).inserted {
                waiting.append(other)
            }
        }
        return analysis.network.people.contains {
            seen.contains($0.id) && $0.id != "you" && $0.employments.first?.company == company
        }
    }

    @Test("an empty network has no gaps")
    func empty() throws {
        let gaps = try analyse(asOf: Self.day) { _ in }.gaps()
        #expect(gaps.unreached.isEmpty && gaps.singlePoints.isEmpty && gaps.clusters.isEmpty)
        #expect(gaps.newTies.all == 0 && gaps.newTies.share == nil)
    }
}
