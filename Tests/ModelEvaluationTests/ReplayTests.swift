import RankingModel
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ModelEvaluation

@Suite("Replay of event lists")
struct ReplayTests {
    private static func list(
        _ messages: [(days: Double, from: String, to: String)],
        _ timeScale: MessageEventList.TimeScale = .relative
    ) -> MessageEventList {
        MessageEventList(
            messages.map {
                .init(
                    seconds: Int($0.days * 86_400), from: $0.from,
                    to: $0.to.split(separator: " ").map(String.init))
            }, timeScale: timeScale)
    }

    private static func asks(_ list: MessageEventList) -> [AskCase] {
        // The standard constants are valid.
        try! AskReplay.cases(
            in: list, variants: ModelVariant.variants(of: .standard, ablations: [], tasks: [.reply]))
    }

    @Test("a nudge is no ask, a new one comes after a week, and a word ends the wait")
    func asks() {
        let list = Self.list([
            (0, "a", "b"), (3, "a", "b"), (7, "a", "b"), (9, "b", "a"), (30, "a", "b c d"),
            (31, "a", "b c d e"),
        ])
        let asks = Self.asks(list)
        // b writing back on day 9 is an ask, too.
        #expect(asks.map(\.days) == [0, 7, 9, 30, 30, 30])
        #expect(asks.map { list.people[$0.person] } == ["b", "b", "a", "b", "c", "d"])
        #expect(AskOutcomes.daysToAnswer(asks, in: list) == [nil, 2, 21, nil, nil, nil])
        #expect(asks.map(\.reopensContact) == [true, false, false, true, true, true])
        #expect(asks.map(\.isFirstContact) == [true, false, false, false, true, true])
        let again = asks[3].history
        #expect(again.asks == 2 && again.answers == 1 && again.lastAnswer == 1)
        #expect(again.messagesOut == 3 && again.messagesIn == 1)
        #expect(again.daysSinceIncoming == 21 && again.degree == 1 && again.activity == 4)
        #expect(asks[1].history.lastAnswer == -1)
    }

    @Test("in a threaded list only an answer that names the ask counts")
    func threads() {
        let list = MessageEventList(
            [
                .init(seconds: 0, from: "a", to: ["b"], message: "1"),
                .init(seconds: 86_400, from: "b", to: ["a"], message: "2"),
                .init(seconds: 3 * 86_400, from: "b", to: ["c"], message: "3", replyTo: ["1"]),
                .init(seconds: 4 * 86_400, from: "b", to: ["a"], message: "4", replyTo: ["1"]),
            ], timeScale: .relative)
        let asks = Self.asks(list)
        let latencies = AskOutcomes.daysToAnswer(asks, in: list)
        #expect(latencies[0] == 3)
        #expect(asks.map(\.startsThread) == [true, true, false])
    }

    @Test("every count is that of the messages before", arguments: UInt64(0)..<12)
    func oracle(seed: UInt64) {
        let list = MessageEventList(
            RandomEvents.records(seed: seed, people: 9, count: 250), timeScale: .relative)
        for ask in Self.asks(list) {
            let past = list.messages[..<ask.message]
            let out = past.filter { $0.sender == ask.ego && $0.recipients.contains(ask.person) }
            let back = past.filter { $0.sender == ask.person && $0.recipients.contains(ask.ego) }
            let history = ask.history
            #expect(history.messagesOut == out.count && history.messagesIn == back.count)
            #expect(history.daysSinceIncoming == (back.last.map { ask.days - $0.days } ?? 1000))
            let last = (out + back).map(\.days).max()
            #expect(history.daysSinceContact == (last.map { ask.days - $0 } ?? 1000))
            #expect(ask.reopensContact == (last.map { ask.days - $0 >= 7 } ?? true))
            #expect(ask.isFirstContact == (last == nil))
            let known = Set(
                past.flatMap { message in
                    message.sender == ask.person
                        ? message.recipients
                        : message.recipients.contains(ask.person) ? [message.sender] : []
                })
            #expect(history.degree == known.count)
            let activity = past.reduce(0) {
                $0 + ($1.sender == ask.person ? $1.recipients.count : 0)
                    + ($1.recipients.contains(ask.person) ? 1 : 0)
            }
            #expect(history.activity == activity)
        }
    }

    @Test("contacts, degrees and overlaps are those of the direct messages before", arguments: UInt64(0)..<8)
    func introductionOracle(seed: UInt64) throws {
        let list = MessageEventList(
            RandomEvents.records(seed: seed, people: 10, count: 300), timeScale: .relative)
        let cases = try IntroductionReplay.cases(
            in: list, variants: ModelVariant.variants(of: .standard, ablations: [], tasks: [.plan]),
            planSize: 5, seed: 1)
        #expect(cases.count > 10)
        for introduction in cases {
            let occasion = introduction.occasion
            // Several messages may share a second: the occasion is before the first that changes its
            // contacts.
            let past = list.messages.filter { $0.days < occasion.days && $0.recipients.count <= 3 }
            var neighbours = [Set<Int>](repeating: [], count: list.people.count)
            for message in past {
                for recipient in message.recipients {
                    neighbours[message.sender].insert(recipient)
                    neighbours[recipient].insert(message.sender)
                }
            }
            let isCrowded = list.messages.count { $0.days == occasion.days } > 1
            guard !isCrowded else { continue }
            #expect(introduction.candidates == neighbours[occasion.ego].sorted())
            #expect(
                introduction.knowsStranger
                    == introduction.candidates.map { neighbours[occasion.stranger].contains($0) })
            let rows = Dictionary(
                uniqueKeysWithValues: zip(ContactBaseline.allCases, introduction.baselines))
            let candidates = introduction.candidates.map { neighbours[$0] }
            #expect(rows[.degree] == candidates.map { Double($0.count) })
            #expect(
                rows[.mutualContacts]
                    == candidates.map { Double($0.intersection(neighbours[occasion.ego]).count) })
            let own = neighbours[occasion.ego].union([occasion.ego])
            #expect(rows[.newReach] == candidates.map { Double($0.subtracting(own).count) })
            let model = introduction.models[0]
            #expect(model.replyProbabilities.allSatisfy { $0 > 0 && $0 < 1 })
            if occasion.kind == .newTie {
                #expect(Set(model.coveringPlan).count == min(5, introduction.candidates.count))
            }
        }
    }

    @Test("business days leave out the weekend, known or found")
    func weekend() {
        // Day 1 of the calendar's scale is a Friday.
        let friday = 1.0
        #expect(WeekendClock.businessDays(from: friday, to: friday + 3, saturday: 2) == 1)
        #expect(WeekendClock.businessDays(from: friday, to: friday + 7, saturday: 2) == 5)
        #expect(abs(WeekendClock.businessDays(from: friday + 0.5, to: friday + 4, saturday: 2) - 1.5) < 1e-12)
        var clock = WeekendClock(.relative)
        for hour in 0..<(24 * 7 * 4) {
            let day = Double(hour) / 24
            // No one writes on the fourth and fifth day of each week.
            if ![3, 4].contains(Int(day) % 7) { clock.observe(day) }
        }
        clock.update()
        #expect(clock.saturday == 3)
        var known = WeekendClock(.calendar)
        known.observe(3)
        known.update()
        #expect(known.saturday == 2)
    }

    @Test("a fit finds the log-odds of two groups, and survives what cannot be fitted")
    func logisticFit() {
        let column = [Double](repeating: 0, count: 100) + [Double](repeating: 1, count: 100)
        let labels = (0..<200).map { $0 < 100 ? $0 < 20 : $0 < 170 }
        let fit = LogisticFit(columns: [column], labels: labels)
        #expect(abs(fit.probability([0]) - 0.2) < 1e-3 && abs(fit.probability([1]) - 0.7) < 1e-3)
        let separated = LogisticFit(columns: [column], labels: column.map { $0 == 1 })
        #expect(separated.probability([1]) > 0.99 && separated.probability([0]) < 0.01)
        let constant = LogisticFit(columns: [column.map { _ in 0 }], labels: labels)
        #expect(abs(constant.probability([0]) - 0.45) < 1e-6)
        let alike = LogisticFit(columns: [column], labels: column.map { _ in true })
        #expect(alike.probability([1]) > 0.99 && alike.probability([1]) < 1)
        #expect(LogisticFit(columns: [], labels: []).probability([]) == 0.5)
    }
}
