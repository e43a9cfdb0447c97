import AnalysisTestSupport
import DateLiterals
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

/// Promises and referrals that were not followed up. 2026-03-04 is a Wednesday.
@Suite("Promises and unused referrals")
struct PromiseTests {
    private func promised(
        _ promise: Promise, asOf day: Timestamp = "2026-04-20",
        _ edit: (inout NetworkBuilder) -> Void = { _ in }
    ) throws -> NetworkAnalysis {
        try analyse(asOf: day) {
            $0.person("ann")
            $0.talked(with: "ann", on: "2026-03-04") { $0.promise = promise }
            edit(&$0)
        }
    }

    private let introduction = Promise(by: .them, kind: .introduction, what: "a word to Bob")

    @Test("an introduction promised by them: a reminder after seven business days, kinder than a claim")
    func introductionPromised() throws {
        let early = try promised(introduction, asOf: "2026-03-12")
        #expect(early.stalledThreads.threads == [] && early.withheld("ann")?.until == "2026-03-13")
        let late = try promised(introduction, asOf: "2026-03-13")
        #expect(late.dueAdvice == [Advice("ann", .promisedIntroduction, due: "2026-03-13", by: .email)])
        #expect(late.stalled(.promiseMissed) == ["ann"])
        #expect(late.row("ann")?.action.say.contains("a word to Bob") == true)
    }

    @Test("an introduction promised with a name is asked about once")
    func remindedOnce() throws {
        func steps(wrote day: Timestamp) throws -> [DueStep] {
            try analyse(asOf: "2026-03-20") {
                $0.person("ann")
                $0.person("bob")
                $0.network.referrals.append(Referral(from: "ann", to: "bob", promised: "2026-03-04"))
                $0.wrote("ann", on: day, .followUp)
            }.steps(.promisedIntroduction)
        }
        #expect(try steps(wrote: "2026-03-12").map(\.due) == ["2026-03-13"])
        #expect(try steps(wrote: "2026-03-13") == [])
    }

    @Test("a promised day that has passed is not asked about while another named day lies ahead")
    func anotherDayAhead() throws {
        let promise = Promise(by: .them, kind: .reply, what: "a decision", due: "2026-03-06")
        let manager = [Participant(person: "ann", role: .hiringManager)]
        let waiting = try analyse(asOf: "2026-03-10") {
            $0.person("ann")
            $0.role("one", [StageEvent(stage: .applied, date: "2026-03-02")], participants: manager)
            $0.role("two", [StageEvent(stage: .applied, date: "2026-03-02")], participants: manager) {
                $0.closes = "2026-03-19"
            }
            $0.talked(with: "ann", on: "2026-03-04", about: "one") { $0.promise = promise }
        }
        #expect(waiting.steps(.statedTime).map(\.earliest) == ["2026-03-20"])
        #expect(waiting.dueAdvice == [])
        let reasons = waiting.suppressed.filter { $0.step.rule == .statedTime }
        #expect(reasons.map(\.step.due) == ["2026-03-09"] && reasons.map(\.until) == ["2026-03-20"])
    }

    @Test("with a day of its own a promise is missed on the business day after it")
    func promisedDay() throws {
        var promise = introduction
        promise.due = "2026-03-06"
        #expect(try promised(promise).steps(.promisedIntroduction).map(\.due) == ["2026-03-09"])
        let other = Promise(by: .them, kind: .other, what: "a decision", due: "2026-03-06")
        #expect(try promised(other).steps(.missedPromise).map(\.due) == ["2026-03-09"])
        let dateless = Promise(by: .them, kind: .other, what: "a decision")
        #expect(try promised(dateless).steps(.missedPromise).map(\.due) == ["2026-03-13"])
        let reply = Promise(by: .them, kind: .reply, what: "be in touch")
        #expect(try promised(reply).steps(.theirTurn).map(\.due) == ["2026-03-11"])
    }

    @Test("a promise is kept when it says so, or when the introduction was made")
    func kept() throws {
        var promise = introduction
        promise.kept = "2026-03-10"
        #expect(try promised(promise).steps(.promisedIntroduction) == [])
        #expect(
            try promised(promise, asOf: "2026-03-09").steps(.promisedIntroduction).count == 1)
        let made = try promised(introduction) {
            $0.person("bob")
            $0.network.referrals.append(Referral(from: "ann", to: "bob", given: "2026-03-06"))
        }
        #expect(made.steps(.promisedIntroduction) == [])
        let older = try promised(introduction) {
            $0.person("bob")
            $0.network.referrals.append(
                Referral(from: "ann", to: "bob", given: "2026-03-03", met: "2026-03-03"))
        }
        #expect(older.steps(.promisedIntroduction).count == 1)
    }

    @Test("a promise of yours is due on its day, else on the next business day, until it is kept")
    func yours() throws {
        let promise = Promise(by: .seeker, kind: .other, what: "the slides")
        let open = try promised(promise, asOf: "2026-03-06")
        #expect(open.dueAdvice == [Advice("ann", .ownPromise, due: "2026-03-05", by: .email)])
        #expect(open.stalled(.youOwe) == ["ann"] && open.row("ann")?.action.say == "You promised: the slides")
        let dated = Promise(by: .seeker, kind: .other, what: "the slides", due: "2026-03-20")
        #expect(try promised(dated, asOf: "2026-03-19").stalled(.youOwe) == [])
        #expect(try promised(dated, asOf: "2026-03-20").stalled(.youOwe) == ["ann"])
        let kept = Promise(by: .seeker, kind: .other, what: "the slides", kept: "2026-03-05")
        #expect(try promised(kept).stalled(.youOwe) == [])
    }

    @Test("no one is reminded who is not to be contacted")
    func doNotContact() throws {
        let analysis = try promised(introduction) {
            $0.network.people[1].doNotContact = true
            $0.person("bob")
            $0.network.referrals = [Referral(from: "ann", to: "bob", promised: "2026-03-04")]
        }
        #expect(analysis.steps == [])
    }

    @Test("an introduction promised as a referral: remind the referrer, leave the other alone meanwhile")
    func promisedReferral() throws {
        func promised(asOf day: Timestamp, _ edit: (inout Referral) -> Void = { _ in }) throws
            -> NetworkAnalysis
        {
            try analyse(asOf: day) {
                $0.person("ann")
                $0.person("bob")
                // The same promise, told twice.
                $0.talked(with: "ann", on: "2026-03-04") { $0.promise = introduction }
                var referral = Referral(from: "ann", to: "bob", promised: "2026-03-04")
                edit(&referral)
                $0.network.referrals = [referral]
            }
        }
        let analysis = try promised(asOf: "2026-03-13")
        #expect(analysis.dueAdvice == [Advice("ann", .promisedIntroduction, due: "2026-03-13", by: .email)])
        #expect(analysis.steps(.promisedIntroduction).map(\.related) == ["bob"])
        let bob = try #require(analysis.withheld("bob"))
        #expect(bob.through == "ann" && bob.rule == .promisedIntroduction)

        let given = try promised(asOf: "2026-03-13") { $0.given = "2026-03-09" }
        #expect(given.steps(.promisedIntroduction) == [])
        #expect(given.dueAdvice == [Advice("bob", .unusedReferral, due: "2026-03-12", by: .email)])
        let met = try promised(asOf: "2026-03-13") { $0.met = "2026-03-09" }
        #expect(met.steps(.promisedIntroduction) == [] && met.steps(.unusedReferral) == [])
        let declined = try promised(asOf: "2026-03-13") { $0.declined = "2026-03-09" }
        #expect(declined.steps(.unusedReferral) == [])
        #expect(declined.withheld("bob")?.reason == "declined to be introduced on 2026-03-09")
    }

    /// Ann gave Bob's name on Wednesday 4 March.
    private func named(
        asOf day: Timestamp, _ edit: (inout NetworkBuilder) -> Void = { _ in }
    ) throws -> NetworkAnalysis {
        try analyse(asOf: day) {
            $0.person("ann")
            $0.person("bob")
            $0.network.referrals = [Referral(from: "ann", to: "bob", given: "2026-03-04")]
            edit(&$0)
        }
    }

    @Test("a name that was given makes sense to use at once, and has to be by the third business day")
    func unusedReferral() throws {
        let fresh = try named(asOf: "2026-03-04")
        #expect(fresh.dueAdvice == [Advice("bob", .unusedReferral, due: "2026-03-09", by: .email)])
        #expect(fresh.stalled(.youOwe) == [] && fresh.steps(.unusedReferral).map(\.related) == ["ann"])
        #expect(try named(asOf: "2026-03-09").stalled(.youOwe) == ["bob"])
        #expect(fresh.row("bob")?.action.say.contains("Ann Doe suggested that I talk to you") == true)
    }

    @Test("a referral is used by saying so, or by any word to the person since")
    func usedReferral() throws {
        #expect(
            try named(asOf: "2026-03-20") { $0.network.referrals[0].used = "2026-03-05" }
                .steps(.unusedReferral) == [])
        #expect(
            try named(asOf: "2026-03-20") { $0.wrote("bob", on: "2026-03-05", .outreach) }
                .steps(.unusedReferral) == [])
        #expect(
            try named(asOf: "2026-03-20") { $0.wrote("bob", on: "2026-03-03", .outreach) }
                .steps(.unusedReferral).count == 1)
        #expect(
            try named(asOf: "2026-03-20") { $0.network.people[2].doNotContact = true }
                .steps(.unusedReferral) == [])
    }

    @Test("someone who was written to and then declined is left in peace, until someone speaks again")
    func declinedAfterTheAsk() throws {
        let declined = try named(asOf: "2026-03-20") {
            $0.wrote("bob", on: "2026-03-05", .outreach)
            $0.network.referrals[0].used = "2026-03-05"
            $0.network.referrals[0].declined = "2026-03-06"
        }
        #expect(declined.row("bob") == nil && declined.steps(.firstMessage) == [])
        #expect(declined.withheld("bob")?.reason == "declined to be introduced on 2026-03-06")
        #expect(declined.stalled(.closed) == ["bob"])
        let reopened = try named(asOf: "2026-03-20") {
            $0.network.referrals[0].declined = "2026-03-06"
            $0.heard(from: "bob", on: "2026-03-16")
        }
        #expect(reopened.row("bob")?.rules == [.answer])
    }

    @Test("a referral that was given makes the first ask a warm one, until it is made")
    func warmAsk() throws {
        let words = "referred, so a reply rate of 0.6 to begin with"
        let named = try named(asOf: "2026-03-05")
        let unnamed = try self.named(asOf: "2026-03-05") { $0.network.referrals = [] }
        let warm = try #require(named.explanation(of: "bob")?.worth)
        let cold = try #require(unnamed.explanation(of: "bob")?.worth)
        #expect(warm.assumptions.contains(words) && !cold.assumptions.contains(words))
        #expect(warm.replyProbability > cold.replyProbability)
        let asked = try self.named(asOf: "2026-03-05") { $0.wrote("bob", on: "2026-03-05") }
        #expect(asked.explanation(of: "bob")?.worth?.assumptions.contains(words) == false)
    }
}
