import Foundation
import RankingModel
import ReboundTestSupport
import ReferralGraph
import Testing

@testable import ModelEvaluation

@Suite("Back-test")
struct EvaluationTests {
    private static func events(seed: UInt64, count: Int = 1600, isThreaded: Bool = false) -> MessageEventList
    {
        MessageEventList(
            RandomEvents.records(seed: seed, people: 40, count: count, isThreaded: isThreaded),
            timeScale: .relative)
    }

    @Test("the same list, settings and seed give the same report, and it survives JSON")
    func deterministic() throws {
        let evaluation = try Evaluation(ablations: [.replyRate, .reachWarmth], bootstrap: 10)
        let report = try evaluation.run(Self.events(seed: 1, count: 1000))
        #expect(report == (try evaluation.run(Self.events(seed: 1, count: 1000))))
        let data = try JSONEncoder().encode(report)
        #expect(try JSONDecoder().decode(EvaluationReport.self, from: data) == report)
        let other = try Evaluation(tasks: [.reply], seed: 8, bootstrap: 10)
            .run(Self.events(seed: 1, count: 1000))
        let model = try #require(report.row(of: .reply, subset: "all", method: "model: reply")?.score)
        let redrawn = try #require(other.row(of: .reply, subset: "all", method: "model: reply")?.score)
        #expect(redrawn.value == model.value && redrawn.low != model.low)
    }

    @Test("every task has a row for each method, the model and each term that bears on it")
    func rows() throws {
        // Many people, so that there are strangers left to be introduced to.
        let records = RandomEvents.records(seed: 2, people: 110, count: 2200)
        let report = try Evaluation(ablations: Ablation.allCases, bootstrap: 0)
            .run(MessageEventList(records, timeScale: .relative))
        #expect(report.skipped.map { "\($0.task.rawValue) \($0.subset) \($0.reason)" } == [])
        let scored = Set(report.rows.map(\.task))
        #expect(scored == Set(EvaluationTask.allCases))
        for task in scored {
            for subset in Set(report.rows.filter { $0.task == task }.map(\.subset)) {
                let rows = report.rows(of: task, subset: subset)
                #expect(rows.map(\.method).count == Set(rows.map(\.method)).count)
                let ablations = rows.filter { $0.kind == .ablation }.map(\.method)
                #expect(
                    ablations
                        == Ablation.allCases.filter { $0.tasks.contains(task) }.map {
                            "without \($0.rawValue)"
                        })
                #expect(rows.contains { $0.kind == .model })
                #expect(rows.allSatisfy { $0.figures.first?.measure == task.measure })
                #expect(rows.allSatisfy { $0.score?.low == nil })
            }
        }
    }

    @Test("an ablation is compared with the model, the model with the best baseline")
    func comparisons() throws {
        let report = try Evaluation(ablations: [.replyInbound], bootstrap: 20)
            .run(Self.events(seed: 3, count: 1200))
        for row in report.rows where row.kind == .model || row.kind == .ablation {
            let comparison = try #require(row.comparison)
            let rival = try #require(
                report.row(of: row.task, subset: row.subset, method: comparison.against))
            let difference = try #require(row.score).value - (try #require(rival.score).value)
            #expect(abs(comparison.difference.value - difference) < 1e-12)
            #expect(rival.kind == (row.kind == .model ? .baseline : .model))
            if rival.kind == .baseline {
                let best = report.rows(of: row.task, subset: row.subset).filter { $0.kind == .baseline }
                    .compactMap(\.score?.value).max()
                #expect(rival.score?.value == best)
            }
            let (low, high) = (
                try #require(comparison.difference.low), try #require(comparison.difference.high)
            )
            #expect(low <= high)
            for figure in comparison.furtherDifferences {
                let own = try #require(row.figure(figure.measure)).value
                let other = try #require(rival.figure(figure.measure)).value
                #expect(abs(figure.estimate.value - (own - other)) < 1e-12)
                #expect(try #require(figure.estimate.low) <= #require(figure.estimate.high))
                #expect(comparison.difference(in: figure.measure, of: row.task) == figure.estimate)
            }
            let isBinary = row.task == .reply || row.task == .stall
            #expect(comparison.furtherDifferences.contains { $0.measure == .logLoss } == isBinary)
        }
    }

    @Test("a term that changes nothing has a worth of nothing, with an interval of nothing")
    func nothing() throws {
        let report = try Evaluation(tasks: [.reply], ablations: [.replyColdReach], bootstrap: 20)
            .run(Self.events(seed: 3, count: 1200))
        let row = try #require(report.row(of: .reply, subset: "all", method: "without reply-cold-reach"))
        let comparison = try #require(row.comparison)
        #expect(comparison.difference == Estimate(value: 0, low: 0, high: 0))
        #expect(
            comparison.furtherDifferences.allSatisfy { $0.estimate == Estimate(value: 0, low: 0, high: 0) })
    }

    @Test("the fresh asks of seekers with a record are some of the fresh asks")
    func ownRecord() throws {
        func cases(_ subset: String, _ constants: RankingConstants) throws -> Int {
            try Evaluation(tasks: [.reply], bootstrap: 0, constants: constants)
                .run(Self.events(seed: 4, count: 2500))
                .row(of: .reply, subset: subset, method: "model: reply")?.cases ?? 0
        }
        var constants = RankingConstants.standard
        constants.calibrationWeight = 2
        #expect(constants.asksUntilCalibrated == 9)
        let fresh = try cases("fresh", constants)
        var counts = [try cases("fresh, own record", constants)]
        for weight in [5.0, 8, 20] {
            constants.calibrationWeight = weight
            counts.append(try cases("fresh, own record", constants))
        }
        #expect(counts == counts.sorted(by: >) && counts[0] <= fresh && counts[0] > 0)
        #expect(counts[3] < counts[0])
        constants.calibrationWeight = 1e300
        #expect(constants.asksUntilCalibrated == 1_000_000_000)
    }

    @Test("intervals hold their value and shrink with nothing but noise")
    func intervals() throws {
        let report = try Evaluation(tasks: [.reply], bootstrap: 200).run(Self.events(seed: 4))
        let row = try #require(report.row(of: .reply, subset: "all", method: "model: reply"))
        let score = try #require(row.score)
        let (low, high) = (try #require(score.low), try #require(score.high))
        #expect(low < score.value && score.value < high && high - low < 0.5)
        // A score that is the same for everybody has no spread.
        let random = try #require(report.row(of: .reply, subset: "all", method: "random")?.score)
        #expect(random == Estimate(value: 0.5, low: 0.5, high: 0.5))
    }

    @Test("a list of one seeker's own has intervals, too")
    func oneEgo() throws {
        let records = (0..<700).map { index in
            let person = "p\(index * index % 37)"
            let isAnswer = index % 5 == 4
            return MessageEventList.Record(
                seconds: index * 40_000, from: isAnswer ? "p\((index - 1) * (index - 1) % 37)" : "me",
                to: [isAnswer ? "me" : person], expectsReply: !isAnswer)
        }
        let report = try Evaluation(tasks: [.reply], bootstrap: 50)
            .run(MessageEventList(records, timeScale: .calendar))
        let row = try #require(report.row(of: .reply, subset: "all", method: "model: reply"))
        #expect(row.egos == 1)
        let score = try #require(row.score)
        #expect(try #require(score.low) < #require(score.high))
    }

    @Test("scoring the later occasions alone changes none of them")
    func laterAlone() throws {
        let events = Self.events(seed: 8, count: 600)
        let variants = ModelVariant.variants(of: .standard, ablations: [], tasks: [.plan])
        let all = try IntroductionReplay.cases(in: events, variants: variants, planSize: 3, seed: 1)
        #expect(all.map(\.occasion) == (try IntroductionReplay.occasions(in: events, seed: 1)))
        let cut = all[all.count / 2].occasion.days
        let later = try IntroductionReplay.cases(
            in: events, from: cut, variants: variants, planSize: 3, seed: 1)
        #expect(later == all.filter { $0.occasion.days >= cut })
    }

    @Test("names do not matter to the reply and stall tasks", arguments: UInt64(0)..<4)
    func relabelling(seed: UInt64) throws {
        let records = RandomEvents.records(seed: seed, people: 18, count: 1000)
        let renamed = records.map { record in
            var record = record
            record.from = "x\(1000 - (Int(record.from.dropFirst()) ?? 0))"
            record.to = record.to.map { "x\(1000 - (Int($0.dropFirst()) ?? 0))" }
            return record
        }
        let evaluation = try Evaluation(tasks: [.reply, .stall], bootstrap: 0)
        let a = try evaluation.run(MessageEventList(records, timeScale: .relative))
        let b = try evaluation.run(MessageEventList(renamed, timeScale: .relative))
        #expect(a.rows.map(\.method) == b.rows.map(\.method))
        #expect(difference(a.rows.map(\.score?.value), b.rows.map(\.score?.value)) < 1e-9)
    }

    @Test("too little is said to be too little")
    func degenerate() throws {
        let evaluation = try Evaluation(bootstrap: 5)
        for count in [0, 1, 2, 40] {
            let report = try evaluation.run(Self.events(seed: 5, count: count))
            #expect(report.messages == count)
            let skipped = Set(report.skipped.map(\.task))
            #expect(skipped.isSuperset(of: [.stall, .introductionUnasked, .introducer]))
            #expect(report.skipped.allSatisfy { !$0.reason.isEmpty })
        }
        let alike = (0..<900).map {
            MessageEventList.Record(seconds: $0 * 90_000, from: "a\($0 % 3)", to: ["b"])
        }
        let report = try evaluation.run(MessageEventList(alike, timeScale: .calendar))
        #expect(report.skipped.contains { $0.task == .reply && $0.reason.contains("alike") })
    }

    @Test("only the tasks asked for are scored, in their own order")
    func someTasks() throws {
        let evaluation = try Evaluation(tasks: [.plan, .reply, .reply], ablations: [.stallAge], bootstrap: 0)
        #expect(evaluation.tasks == [.reply, .plan])
        let report = try evaluation.run(Self.events(seed: 6))
        #expect(Set(report.rows.map(\.task)) == [.reply, .plan])
        #expect(!report.rows.contains { $0.kind == .ablation })
    }

    @Test("a constant out of range is refused")
    func invalidConstants() {
        var constants = RankingConstants.standard
        constants.replyWindowDays = 0
        #expect(throws: RankingError.self) { try Evaluation(constants: constants) }
    }

    @Test("a threaded list has a task of new threads")
    func threads() throws {
        let report = try Evaluation(tasks: [.reply], bootstrap: 0)
            .run(Self.events(seed: 7, count: 2500, isThreaded: true))
        #expect(report.row(of: .reply, subset: "new thread", method: "model: reply") != nil)
    }
}

@Suite("Ablations")
struct AblationTests {
    private static func cases(_ ablations: [Ablation]) throws -> [AskCase] {
        try AskReplay.cases(
            in: MessageEventList(
                RandomEvents.records(seed: 9, people: 12, count: 600), timeScale: .relative),
            variants: ModelVariant.variants(of: .reference, ablations: ablations, tasks: [.reply, .stall]))
    }

    @Test("every ablation leaves valid constants and changes what it says", arguments: Ablation.allCases)
    func constants(ablation: Ablation) throws {
        let bases = [RankingConstants.reference, .standard]
        for base in bases { try ablation.applied(to: base).validate() }
        #expect(bases.allSatisfy { ablation.applied(to: $0) == $0 } == (ablation == .secondAnswer))
        #expect(!ablation.tasks.isEmpty)
    }

    @Test(
        "a reply term that is switched off is gone from the log-odds",
        arguments: [
            Ablation.replyRate, .replyInbound, .replyRecency, .replyStreak, .replyColdReach,
            .replyRecipients, .calibration,
        ])
    func replyTerm(ablation: Ablation) throws {
        let events = MessageEventList(
            RandomEvents.records(seed: 9, people: 12, count: 600), timeScale: .relative)
        let variants = ModelVariant.variants(of: .reference, ablations: [ablation], tasks: [.reply])
        var changed = 0
        for ego in 0..<8 {
            var ledger = try SeekerReplay(variants)
            for message in events.messages where message.sender == ego || message.recipients.contains(ego) {
                if message.sender == ego {
                    for person in message.recipients {
                        ledger.recordOutgoing(
                            to: person, at: message.days, expectsReply: true, recipients: 2, knownBy: 3)
                    }
                } else {
                    ledger.recordIncoming(from: message.sender, at: message.days)
                }
            }
            let end = events.messages.last!.days
            for person in 0..<14 where person != ego {
                let full = ledger.reply(0, from: person, at: end, recipients: 2, knownBy: 3).terms
                let cut = ledger.reply(1, from: person, at: end, recipients: 2, knownBy: 3).terms
                let (removed, rest): (Double, Double)
                switch ablation {
                case .replyRate: (removed, rest) = (cut.rate, full.rate)
                case .replyInbound: (removed, rest) = (cut.inboundVolume, full.inboundVolume)
                case .replyRecency: (removed, rest) = (cut.recency, full.recency)
                case .replyStreak: (removed, rest) = (cut.streak, full.streak)
                case .replyColdReach: (removed, rest) = (cut.coldReach, full.coldReach)
                case .replyRecipients: (removed, rest) = (cut.recipients, full.recipients)
                default: (removed, rest) = (cut.calibration, full.calibration)
                }
                #expect(abs(removed) < 1e-250)
                if ablation != .calibration {
                    #expect(abs(full.uncalibratedSum - cut.uncalibratedSum - rest) < 1e-12)
                }
                changed += rest != 0 ? 1 : 0
            }
        }
        #expect(changed > 0)
    }

    @Test("the whole model comes first and is itself")
    func wholeModel() throws {
        let alone = try Self.cases([])
        let together = try Self.cases([.replyRate, .calibration])
        #expect(alone.map { $0.models[0] } == together.map { $0.models[0] })
        #expect(together.allSatisfy { $0.models.count == 3 })
        #expect(together.contains { $0.models[0] != $0.models[1] })
    }

    @Test("reach without familiarity is the share of new contacts, and the other way round")
    func reachTerms() throws {
        let events = MessageEventList(
            RandomEvents.records(seed: 2, people: 14, count: 500), timeScale: .relative)
        let ablations: [Ablation] = [.newContacts, .familiarity, .secondAnswer, .tieRecency]
        let cases = try IntroductionReplay.cases(
            in: events,
            variants: ModelVariant.variants(
                of: .reference, ablations: ablations, tasks: EvaluationTask.allCases),
            planSize: 0, seed: 1)
        #expect(cases.count > 50)
        for introduction in cases {
            let (full, familiar, new) = (
                introduction.models[0], introduction.models[1], introduction.models[2]
            )
            // Half of each makes the whole.
            let halves = zip(familiar.reach, new.reach).map { ($0 + $1) / 2 }
            #expect(difference(full.reach, halves) < 1e-12)
            let once = introduction.models[3]
            #expect(difference(once.values, zip(full.replyProbabilities, full.reach).map(*)) < 1e-15)
            let ties = zip(introduction.models[4].tieProbabilities, introduction.knowsStranger)
            #expect(Set(ties.filter(\.1).map(\.0)).count <= 1)
        }
    }
}
