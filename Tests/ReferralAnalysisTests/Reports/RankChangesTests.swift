import AnalysisTestSupport
import DateLiterals
import Playbook
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ReferralAnalysis

@Suite("What would change a rank")
struct RankChangesTests {
    /// Two engineers; one of them answered.
    private func analysis() throws -> NetworkAnalysis {
        try analyse(asOf: "2026-03-20") {
            $0.person("ann", "Manager", at: "acme")
            $0.person("bob", "Manager", at: "globex")
            $0.talked(with: "ann", on: "2026-01-05")
            $0.talked(with: "bob", on: "2026-01-12")
            $0.wrote("ann", on: "2026-02-02")
            $0.heard(from: "ann", on: "2026-02-03", .update)
        }
    }

    @Test("nothing is said of the seeker and of strangers")
    func nobody() throws {
        let analysis = try analysis()
        #expect(analysis.rankChanges(of: "you") == nil && analysis.rankChanges(of: "nobody") == nil)
        #expect(analysis.explanation(of: "ann")?.rankChanges == nil)
    }

    @Test("an answer that had come lifts, an unanswered ask lowers", arguments: try Story.names())
    func stories(_ name: String) throws {
        let network = try Story.network(name)
        let analysis = try NetworkAnalysis(of: network, asOf: "2026-04-10")
        let rows = analysis.nextContacts.contacts
        for row in [rows.first, rows.last].compactMap(\.self) {
            let changes = try #require(analysis.rankChanges(of: row.person))
            #expect(changes.rank == row.rank && changes.triedCount <= RankChanges.mostTried(in: network))
            #expect(changes.up.map { ($0.rank ?? .max) < row.rank } ?? true)
            #expect(changes.down.map { ($0.rank ?? .max) > row.rank } ?? true)
            if row.rank == 1 { #expect(changes.up == nil) }
        }
        for left in analysis.nextContacts.withheld.prefix(2) {
            let changes = try #require(analysis.rankChanges(of: left.person))
            #expect(changes.rank == nil && changes.down == nil)
            #expect(changes.up.map { $0.rank != nil } ?? true)
        }
    }

    @Test("a revised analysis says what an analysis from nothing says", arguments: try Story.names())
    func revised(_ name: String) throws {
        let analysis = try NetworkAnalysis(of: try Story.network(name), asOf: "2026-04-10")
        let people = analysis.network.people.map(\.id).filter { $0 != analysis.network.seeker }
        for person in people.prefix(12) {
            let node = try #require(analysis.situation.index.node(of: person))
            for trial in analysis.counterfactuals(about: node).compactMap({ $0() }) {
                // What is tried is changed in the network as known; the talks agreed upon lie ahead of it.
                var network = trial.network
                network.interactions += analysis.situation.appointments
                let whole = try NetworkAnalysis(of: network, asOf: "2026-04-10")
                let revised = try analysis.revised(
                    trial.network, concerning: trial.concerned,
                    keepsAcquaintances: trial.keepsAcquaintances)
                #expect(revised.network == whole.network, "\(person), if \(trial.condition)")
                #expect(revised.nextContacts == whole.nextContacts, "\(person), if \(trial.condition)")
                #expect(revised.steps == whole.steps)
                #expect(revised.stalledThreads == whole.stalledThreads)
            }
        }
    }

    @Test("large networks are asked less, but are asked")
    func effort() {
        func most(_ interactions: Int) -> Int {
            var network = ReferralNetwork(seeker: "you", people: [])
            network.interactions = Array(
                repeating: Interaction(date: "2026-03-01", people: [], channel: .email, direction: .incoming),
                count: interactions)
            return RankChanges.mostTried(in: network)
        }
        #expect(most(0) == 12 && most(20_000) == 12 && most(40_000) == 6 && most(200_000) == 4)
    }

    @Test("what is claimed can be had: with the fact otherwise the rank is the one told")
    func honest() throws {
        let builder: (inout NetworkBuilder) -> Void = {
            $0.person("ann", "Manager", at: "acme")
            $0.person("bob", "Manager", at: "globex")
            $0.person("cid", "Manager", at: "initech")
            for (position, person) in ["ann", "bob", "cid"].enumerated() {
                $0.talked(with: PersonID(person), on: Timestamp("2026-01-05" + position))
            }
        }
        let analysis = try analyse(asOf: "2026-03-20", builder)
        for person: PersonID in ["ann", "bob", "cid"] {
            let changes = try #require(analysis.rankChanges(of: person))
            for change in [changes.up, changes.down].compactMap(\.self) {
                let edited = try analyse(asOf: "2026-03-20") {
                    builder(&$0)
                    switch change.kind {
                    case .unansweredAsk:
                        $0.wrote(person, on: Timestamp(change.day!), .followUp) { $0.expectsReply = true }
                    case .wrote: $0.heard(from: person, on: Timestamp(change.day!), .update)
                    case .earlier, .later:
                        let last = $0.network.interactions.lastIndex { $0.people == [person] }!
                        $0.network.interactions[last].date = Timestamp(change.day!)
                    case .withoutWord:
                        $0.network.interactions.removeAll { $0.people == [person] }
                    default: Issue.record("not tried here: \(change)")
                    }
                }
                #expect(edited.row(person)?.rank == change.rank, "\(change)")
                #expect(abs(edited.value(of: person) - change.value) < 1e-12)
            }
            #expect(changes.up != nil || changes.down != nil, "\(person): \(changes)")
        }
    }

    @Test("the open ask comes first: an answer to it is the smallest change")
    func answered() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.person("bob")
            $0.talked(with: "bob", on: "2026-01-05")
            $0.wrote("ann", on: "2026-03-18")
        }
        let changes = try #require(analysis.rankChanges(of: "ann"))
        #expect(changes.rank == nil)
        #expect(changes.up?.kind == .answered && changes.up?.day == "2026-03-19")
        #expect(changes.up?.condition == "they had answered on 2026-03-19")
    }

    @Test("the same network gives the same changes, and none of them fails", arguments: 0..<20)
    func random(_ seed: UInt64) throws {
        var networks = RandomNetworks(seed: seed)
        let network = networks.network(size: 6)
        let analysis = try NetworkAnalysis(of: network, asOf: "2024-10-04")
        for person in network.people.map(\.id) {
            let changes = analysis.rankChanges(of: person)
            #expect(changes == analysis.rankChanges(of: person))
            #expect((changes == nil) == (person == network.seeker))
            #expect(changes.map { ($0.up?.rank ?? 0) < ($0.rank ?? .max) } ?? true)
        }
    }
}

@Suite("The reasons of a rank")
struct ReasonTests {
    @Test("reasons sum to the value and to the log-odds", arguments: 0..<60)
    func sums(_ seed: UInt64) throws {
        var networks = RandomNetworks(seed: seed)
        let network = networks.network(size: 4 + Int(seed % 12))
        let analysis = try NetworkAnalysis(of: network, asOf: "2024-10-04")
        for person in network.people.map(\.id) where person != network.seeker {
            let explanation = try #require(analysis.explanation(of: person))
            let worth = try #require(explanation.worth)
            let value = explanation.valueReasons.reduce(0) { $0 + $1.number }
            #expect(abs(value - worth.value) < 1e-9)
            let odds = explanation.replyReasons.reduce(0) { $0 + $1.number }
            #expect(abs(odds - worth.replyTerms.reduce(0) { $0 + $1.logOdds }) < 1e-9)
            #expect((explanation.valueReasons + explanation.replyReasons).allSatisfy { !$0.formula.isEmpty })
            #expect(explanation.replyBasis?.hasPrefix("based on ") == true)
        }
    }

    @Test("each number names its formula and the dated facts behind it")
    func evidence() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.person("bob", at: "other")
            $0.network.ties = [Tie(from: "ann", to: "bob", how: "Rowed together")]
            $0.wrote("ann", on: "2026-03-02")
            $0.heard(from: "ann", on: "2026-03-03", .update)
            $0.wrote("ann", on: "2026-03-09")
        }
        let ann = try #require(analysis.explanation(of: "ann"))
        let introduction = try #require(ann.valueReasons.first { $0.label == "a word to Bob Doe" })
        #expect(introduction.formula.hasPrefix("gamma rho sigma (1 - theta) lambda V = 0.8 x 0."))
        #expect(introduction.evidence == ["knows Bob Doe: Rowed together"])
        let reasons = Dictionary(uniqueKeysWithValues: ann.replyReasons.map { ($0.label, $0) })
        #expect(reasons["reply rate"]?.evidence == ["you asked 2026-03-09, 2026-03-02"])
        #expect(reasons["time since their last word"]?.formula == "-0.26 ln(1 + 17 days)")
        #expect(reasons["time since their last word"]?.evidence == ["their last word: 2026-03-03"])
        #expect(reasons["unanswered in a row"]?.evidence == ["no answer to 2026-03-09"])
        #expect(
            ann.replyBasis?.hasPrefix("based on 3 messages with Ann (2 outcomes, 1 of them replies); mostly ")
                == true)
    }

    @Test("no one's record is called what it is: the population's")
    func cold() throws {
        let analysis = try analyse(asOf: "2026-03-20") { $0.person("ann") }
        let ann = try #require(analysis.explanation(of: "ann"))
        #expect(
            ann.replyBasis
                == "based on 0 messages with Ann (no outcome yet); all of it the population's rate"
        )
        let recency = ann.replyReasons.first { $0.label == "time since their last word" }
        #expect(recency?.evidence == ["no word from them so far: counts as 90 days"])
    }
}
