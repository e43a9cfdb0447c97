import AnalysisTestSupport
import DateLiterals
import Playbook
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("Silences of the past")
struct SilenceReplayTests {
    private func replay(
        _ days: ClosedRange<CalendarDay>, policy: AnalysisPolicy = .standard,
        _ build: (inout NetworkBuilder) -> Void
    ) throws -> SilenceReplay {
        var builder = NetworkBuilder()
        build(&builder)
        return try SilenceReplay(of: builder.network, over: days, policy: policy)
    }

    /// Monday 2 March: asked; Friday 6: asked again; Wednesday 11: they answer.
    private func story(_ builder: inout NetworkBuilder) {
        builder.person("ann") { $0.phones = ["555-0100"] }
        builder.wrote("ann", on: "2026-03-02")
        builder.wrote("ann", on: "2026-03-06", .followUp)
        builder.heard(from: "ann", on: "2026-03-11", .update)
    }

    @Test("each step of a silence has its day, and how it ended")
    func steps() throws {
        let flags = try replay("2026-03-01"..."2026-03-31", story).flags
        #expect(flags.map(\.rule) == [.firstMessage, .telephone])
        #expect(flags.map(\.since) == ["2026-03-02", "2026-03-06"])
        #expect(flags.map(\.flagged) == ["2026-03-05", "2026-03-09"])
        #expect(flags.map(\.ended) == ["2026-03-06", "2026-03-11"])
        #expect(flags.map(\.ending) == [.youActed, .theySpoke])
        #expect(flags.allSatisfy { $0.kind == .theyOwe && $0.person == "ann" })
    }

    @Test("what was due before the first day has that due day, what is open at the end has no end")
    func edges() throws {
        let flags = try replay("2026-03-10"..."2026-03-10", story).flags
        #expect(flags.map(\.flagged) == ["2026-03-09"])
        #expect(flags.map(\.ended) == [nil] && flags.map(\.ending) == [nil])
        #expect(try replay("2026-01-01"..."2026-03-04", story).flags == [])
    }

    @Test("another policy flags on another day, and both stand side by side")
    func otherPolicy() throws {
        var patient = AnalysisPolicy.standard
        patient.playbook.firstMessageAfterBusinessDays = 5
        let days: ClosedRange<CalendarDay> = "2026-03-01"..."2026-03-31"
        let standard = try replay(days, story)
        let other = try replay(days, policy: patient, story)
        // Seven days for the first ask, but on the fourth the seeker wrote again.
        #expect(other.flags.map(\.rule) == [.telephone])
        let pairs = standard.compared(with: other)
        #expect(pairs.map { $0.first?.rule } == [.firstMessage, .telephone])
        #expect(pairs.map { $0.second?.rule } == [nil, .telephone])
        #expect(pairs.map(\.agrees) == [false, true])
        #expect(standard.compared(with: standard).allSatisfy { $0.agrees })
    }

    @Test("a close, a promise kept and an answer owed end as what they are")
    func endings() throws {
        let flags = try replay("2026-03-01"..."2026-04-30") {
            $0.person("ann")
            $0.wrote("ann", on: "2026-03-02")
            $0.heard(from: "ann", on: "2026-03-10", .decline)
            $0.person("bob")
            $0.heard(from: "bob", on: "2026-03-02")
            $0.wrote("bob", on: "2026-03-05", .update)
            $0.person("cid")
            $0.talked(with: "cid", on: "2026-03-02") {
                $0.promise = Promise(
                    by: .them, kind: .other, what: "a report", due: "2026-03-10", kept: "2026-03-20")
            }
        }.flags
        func flag(_ person: PersonID) -> SilenceReplay.Flag? { flags.first { $0.person == person } }
        #expect(flag("ann")?.ending == .closed && flag("ann")?.ended == "2026-03-10")
        #expect(flag("bob")?.kind == .youOwe && flag("bob")?.ending == .youActed)
        #expect(flag("cid")?.kind == .promiseMissed && flag("cid")?.flagged == "2026-03-11")
        #expect(flag("cid")?.ending == .settled && flag("cid")?.ended == "2026-03-20")
    }

    @Test("half a year of silence cools down")
    func coolsDown() throws {
        let flags = try replay("2026-01-01"..."2026-12-31") {
            $0.person("ann")
            $0.wrote("ann", on: "2026-01-05")
        }.flags
        #expect(flags.map(\.ending) == [.cooledDown])
        #expect(flags.first?.ended == "2026-01-05" + 181)
    }

    @Test(
        "on every day what is flagged is what the stalled threads were then",
        arguments: try Story.names().prefix(8))
    func agreesWithStalled(_ name: String) throws {
        let network = try Story.network(name)
        let days: ClosedRange<CalendarDay> = "2026-02-20"..."2026-04-20"
        let replay = try SilenceReplay(of: network, over: days)
        for number in stride(from: days.lowerBound.number, through: days.upperBound.number, by: 7) {
            let day = CalendarDay(number: number)
            let then = try NetworkAnalysis(of: network, asOf: Timestamp(day)).stalledThreads.threads
                .filter { $0.kind != .closed }.map { "\($0.person) \($0.since) \($0.step!.rule.rawValue)" }
            let flagged = replay.flags.filter { $0.flagged <= day && $0.ended.map { $0 > day } ?? true }
                .map { "\($0.person) \($0.since) \($0.rule.rawValue)" }
            #expect(Set(then) == Set(flagged), "\(day)")
        }
    }

    @Test("the same history gives the same flags", arguments: 0..<10)
    func deterministic(_ seed: UInt64) throws {
        var networks = RandomNetworks(seed: seed)
        let network = networks.network(size: 8)
        let days: ClosedRange<CalendarDay> = "2024-09-20"..."2024-10-20"
        let replay = try SilenceReplay(of: network, over: days)
        #expect(try replay == SilenceReplay(of: network, over: days))
        #expect(replay.flags.map(\.flagged).filter { $0 >= days.lowerBound }.isSorted)
        #expect(replay.flags.allSatisfy { ($0.ended == nil) == ($0.ending == nil) })
        #expect(replay.flags.allSatisfy { flag in flag.ended.map { $0 > flag.flagged } ?? true })
    }
}

extension Array where Element: Comparable {
    fileprivate var isSorted: Bool { self == sorted() }
}
