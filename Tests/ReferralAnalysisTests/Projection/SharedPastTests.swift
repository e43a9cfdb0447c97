import DateLiterals
import RankingModel
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("What someone has in common with the seeker")
struct SharedPastTests {
    private static let kestrel = Employment(
        company: "kestrel", title: "Manager", from: "2015-03-01", to: "2019-02-28")

    private func network(
        own: [Employment] = [kestrel], _ theirs: [Employment] = [], schools: [Education] = [],
        ownSchools: [Education] = [], colleagues: Int = 0
    ) -> ReferralNetwork {
        let others = (0..<colleagues).map { number in
            Person(
                id: PersonID("c\(number)"), name: "Colleague \(number)",
                employments: [Employment(company: "kestrel")])
        }
        return ReferralNetwork(
            seeker: "me",
            people: [
                Person(id: "me", name: "Mia Brand", employments: own, education: ownSchools),
                Person(id: "ann", name: "Ann Hale", employments: theirs, education: schools),
            ] + others,
            companies: [
                Company(id: "kestrel", name: "Kestrel"), Company(id: "self", name: "Self-employed"),
                Company(id: "hollis", name: "The Hollis Park School, Inc."),
            ],
            ties: [Tie(from: "me", to: "ann")])
    }

    private func shared(_ network: ReferralNetwork) throws -> [SharedPast] {
        let analysis = try NetworkAnalysis(of: network, asOf: "2026-04-09")
        return analysis.explanation(of: "ann")?.shared ?? []
    }

    private func kinds(_ network: ReferralNetwork) throws -> [SharedPast.Kind] {
        try shared(network).map(\.kind)
    }

    @Test("Dates that overlap show that two have worked together, and how long")
    func together() throws {
        let past = try shared(network([Employment(company: "kestrel", from: "2017-06-01", to: "2021-01-01")]))
        let one = try #require(past.first)
        #expect(past.count == 1 && one.kind == .workedTogether && one.name == "Kestrel" && one.isColleague)
        #expect(one.from == "2015-03-01" && one.to == "2019-02-28")
        #expect(one.togetherFrom == "2017-06-01" && one.togetherTo == "2019-02-28")
    }

    @Test("Dates that do not overlap show the contrary, on either side")
    func apart() throws {
        #expect(try kinds(network([Employment(company: "kestrel", from: "2019-03-01")])) == [.formerEmployer])
        #expect(try kinds(network([Employment(company: "kestrel", to: "2015-02-28")])) == [.formerEmployer])
        // A day in common is enough.
        #expect(
            try kinds(network([Employment(company: "kestrel", from: "2019-02-28")])) == [.workedTogether])
    }

    @Test("Without dates it is inferred where few people are recorded, and says little where many are")
    func inferred() throws {
        let undated = [Employment(company: "kestrel")]
        #expect(try kinds(network(undated)) == [.sameEmployer])
        #expect(try kinds(network(undated, colleagues: 7)) == [.sameEmployer])
        #expect(try kinds(network(undated, colleagues: 8)) == [.formerEmployer])
        let dated = [Employment(company: "kestrel", from: "2017-06-01")]
        #expect(try kinds(network(dated, colleagues: 100)) == [.workedTogether])
    }

    @Test("Self-employment is nothing in common, nor is a job that lies ahead")
    func none() throws {
        #expect(
            try kinds(network(own: [Employment(company: "self")], [Employment(company: "self")])) == [])
        #expect(try kinds(network([Employment(company: "kestrel", from: "2027-01-01")])) == [])
        #expect(try kinds(network([])) == [])
        #expect(try NetworkAnalysis(of: network([]), asOf: "2026-04-09").explanation(of: "me")?.shared == nil)
    }

    @Test(
        "Two titles at one employer are one time there; who works there with the seeker now is no matter of the past"
    )
    func titles() throws {
        let own = [Employment(company: "kestrel", from: "2012-01-01", to: "2015-02-28"), Self.kestrel]
        let past = try shared(network(own: own, [Employment(company: "kestrel")]))
        #expect(past.count == 1 && past[0].from == "2012-01-01" && past[0].to == "2019-02-28")
        let current = [Employment(company: "kestrel", from: "2020-01-01")]
        #expect(try kinds(network(own: [Self.kestrel] + current, [Employment(company: "kestrel")])) == [])
        let left = try shared(
            network(
                own: [Self.kestrel] + current,
                [Employment(company: "kestrel", from: "2021-01-01", to: "2025-12-31")]))
        #expect(
            left[0].to == nil && left[0].togetherFrom == "2021-01-01" && left[0].togetherTo == "2025-12-31")
    }

    @Test("Fellow students, and those who work at the school")
    func schools() throws {
        let own = [Education(school: "Hollis Park School", from: "2008-01-01", to: "2012-12-31")]
        func found(_ school: Education) throws -> [SharedPast.Kind] {
            try kinds(network(schools: [school], ownSchools: own))
        }
        #expect(
            try found(Education(school: "hollis park school", from: "2010-01-01")) == [.studiedTogether])
        #expect(try found(Education(school: "The Hollis Park School", from: "2013-01-01")) == [.sameSchool])
        #expect(try found(Education(school: "Hollis Park School")) == [.sameSchool])
        #expect(try found(Education(school: "Hollis")) == [])
        #expect(
            try kinds(network([Employment(company: "hollis")], ownSchools: own)) == [.worksAtSchool])
    }

    @Test("A former colleague is expected to reply more often, and it is said that this is assumed")
    func warmth() throws {
        func worth(_ theirs: [Employment], _ policy: AnalysisPolicy = .standard) throws -> ContactWorth? {
            try NetworkAnalysis(of: network(theirs), asOf: "2026-04-09", policy: policy)
                .explanation(of: "ann")?.worth
        }
        let (stranger, colleague) = (try worth([]), try worth([Employment(company: "kestrel")]))
        #expect(colleague!.replyProbability > stranger!.replyProbability)
        let said = "worked with you at Kestrel, so a reply rate of 0.5 to begin with"
        #expect(colleague!.assumptions.contains(said))
        #expect(!stranger!.assumptions.contains(said))
        var policy = AnalysisPolicy.standard
        policy.ranking.formerColleagueReplyRate = policy.ranking.populationReplyRate
        let alike = try worth([Employment(company: "kestrel")], policy)
        #expect(alike!.replyProbability == stranger!.replyProbability)
    }
}
