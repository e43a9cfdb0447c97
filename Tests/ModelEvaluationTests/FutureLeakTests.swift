import RankingModel
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ModelEvaluation

@Suite("No score depends on the future")
struct FutureLeakTests {
    private static func variants() -> [ModelVariant] {
        ModelVariant.variants(
            of: .standard, ablations: [.calibration, .reachWarmth], tasks: EvaluationTask.allCases)
    }

    private static func asks(_ list: MessageEventList) -> [AskCase] {
        // The standard constants are valid.
        try! AskReplay.cases(in: list, variants: variants())
    }

    private static func scored(
        _ ask: AskCase, _ list: MessageEventList, extra: [Double] = []
    ) -> FutureLeak.Scored {
        let history = ask.history
        let numbers = AskBaseline.allCases.map { $0.score(history) }
        let models = ask.models.flatMap { [$0.replyLogOdds, $0.inboundVolume] }
        let seconds = list.messages[ask.message].seconds
        return .init(
            name: "\(seconds) \(list.people[ask.ego]) asks \(list.people[ask.person])", seconds: seconds,
            scores: numbers + models + [history.typicalLogLatency ?? -1, ask.saturday] + extra)
    }

    private static func introductions(_ list: MessageEventList) -> [IntroductionCase] {
        // The standard constants are valid.
        try! IntroductionReplay.cases(in: list, variants: variants(), planSize: 5, seed: 1)
    }

    private static func scored(
        _ introduction: IntroductionCase, _ list: MessageEventList, extra: [Double] = []
    ) -> FutureLeak.Scored {
        let occasion = introduction.occasion
        let kind = if case .introduction(let by) = occasion.kind { "through \(list.people[by])" } else { "" }
        var scores = introduction.baselines.flatMap { $0 } + introduction.daysSinceEgo + extra
        scores += introduction.daysSinceStranger.map { $0 ?? -1 }
        for model in introduction.models {
            scores += model.replyProbabilities + model.reach + model.values + model.tieProbabilities
            scores += (model.coveringPlan + model.valuePlan).map(Double.init)
        }
        return .init(
            name: "\(occasion.days) \(list.people[occasion.ego]) \(list.people[occasion.stranger]) \(kind)",
            seconds: Int((occasion.days * 86_400).rounded()), scores: scores)
    }

    private static func search(
        seed: UInt64, threaded: Bool = false, _ scorer: (MessageEventList) -> [FutureLeak.Scored]
    ) -> FutureLeak.Finding {
        let records = RandomEvents.records(seed: seed, people: 14, count: 420, isThreaded: threaded)
        return FutureLeak.search(records, cut: records[300].seconds, seed: seed, scorer: scorer)
    }

    @Test("asks are scored from the past alone", arguments: UInt64(0)..<6)
    func asks(seed: UInt64) {
        let finding = Self.search(seed: seed, threaded: seed.isMultiple(of: 2)) { list in
            Self.asks(list).map { Self.scored($0, list) }
        }
        #expect(finding.changed == [])
        #expect(finding.compared > 400)
    }

    @Test("introductions are scored from the past alone", arguments: UInt64(0)..<4)
    func introductions(seed: UInt64) {
        let finding = Self.search(seed: seed) { list in
            Self.introductions(list).map { Self.scored($0, list) }
        }
        #expect(finding.changed == [])
        #expect(finding.compared > 40)
    }

    // MARK: Planted leaks: the same search must catch each

    @Test("a scorer that counts all messages of the list is caught")
    func totalCountLeak() {
        let finding = Self.search(seed: 1) { list in
            Self.asks(list).map { ask in
                let total = list.messages.count { $0.sender == ask.person }
                return Self.scored(ask, list, extra: [Double(total)])
            }
        }
        #expect(!finding.changed.isEmpty)
    }

    @Test("a scorer that looks whether the answer comes is caught")
    func answerLeak() {
        let finding = Self.search(seed: 2) { list in
            let asks = Self.asks(list)
            let answers = AskOutcomes.daysToAnswer(asks, in: list)
            return zip(asks, answers).map { Self.scored($0, list, extra: [$1 == nil ? 0 : 1]) }
        }
        #expect(!finding.changed.isEmpty)
    }

    @Test("a scorer that scales times by the end of the list is caught")
    func endLeak() {
        let finding = Self.search(seed: 3) { list in
            let end = list.messages.last?.days ?? 1
            return Self.asks(list).map { Self.scored($0, list, extra: [$0.days / end]) }
        }
        #expect(!finding.changed.isEmpty)
    }

    @Test("a centrality of the finished network is caught")
    func centralityLeak() {
        let finding = Self.search(seed: 1) { list in
            // The degree of each candidate as it will be in the end.
            var neighbours = [Set<Int>](repeating: [], count: list.people.count)
            for message in list.messages {
                for recipient in message.recipients {
                    neighbours[message.sender].insert(recipient)
                    neighbours[recipient].insert(message.sender)
                }
            }
            return Self.introductions(list).map { introduction in
                Self.scored(
                    introduction, list, extra: introduction.candidates.map { Double(neighbours[$0].count) })
            }
        }
        #expect(!finding.changed.isEmpty)
    }

    @Test("a scorer that ranks those first who will write soon is caught")
    func warmthLeak() {
        let finding = Self.search(seed: 0) { list in
            let outcomes = MessageOutcomes(list)
            return Self.introductions(list).map { introduction in
                let occasion = introduction.occasion
                let writes = introduction.candidates.map {
                    outcomes.writes($0, to: occasion.ego, soonAfter: occasion.days) ? 1.0 : 0
                }
                return Self.scored(introduction, list, extra: writes)
            }
        }
        #expect(!finding.changed.isEmpty)
    }
}
