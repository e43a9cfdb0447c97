public import Playbook
import RankingModel
public import ReferralAnalysis
public import ReferralGraph

/// The stalled threads for reading: who is to move, since when, and what to do.
public struct StalledText: ReadableReport {
    private let stalled: StalledThreads
    private let network: ReferralNetwork
    private let title: String
    private let today: CalendarDay
    private let applications: ApplicationRecord?

    /// Makes the text of the stalled threads of a network.
    /// - Parameter applications: The applications to list with them; `nil` for none.
    public init(
        _ stalled: StalledThreads, in network: ReferralNetwork, title: String, today: CalendarDay,
        applications: ApplicationRecord? = nil
    ) {
        self.applications = applications
        self.stalled = stalled
        self.title = title
        self.network = network
        self.today = today
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        block.wrapped("\(title): stalled threads, as of \(today.longWords)", paint: .bold)
        let reasons = PlainReasons(in: network, today: today)
        for (kind, heading) in Self.headings where kind != .closed {
            let threads = stalled.threads(of: kind)
            let hopeless = threads.filter { $0.silence?.isProbablyDead == true }
            for (heading, threads) in [
                (heading, threads.filter { $0.silence?.isProbablyDead != true }),
                (Self.hopelessHeading, hopeless),
            ] where !threads.isEmpty {
                block.heading("\(heading) (\(threads.count))")
                var list = AdviceList()
                list.write(threads.compactMap { row($0, reasons) }, to: &block, paint: .amber)
            }
        }
        let closed = stalled.threads(of: .closed)
        if !closed.isEmpty { block.heading("Closed (\(closed.count))") }
        for line in lines(closed, reasons) { block.wrapped(line, after: "  ", paint: .dim) }
        if let applications {
            ApplicationText(in: network).write(
                applications.waiting, first: .max, more: "", to: &block)
            let shares = ApplicationText.shares(of: applications)
            if !shares.isEmpty { block.heading("Your applications") }
            for line in shares { block.wrapped(line, after: "  ", deeper: 2) }
        }
        if stalled.threads.isEmpty, applications?.waiting.isEmpty ?? true {
            block.blank()
            block.wrapped("No thread has stalled.")
        }
        if stalled.cooledDownCount > 0 {
            block.blank()
            block.wrapped("\(Self.cooledDown(stalled)); `rebound next` ranks the people", paint: .dim)
        }
        return block
    }

    /// The kinds in the order of reports.
    static let headings: [(StalledThread.Kind, String)] = [
        (.theyOwe, "Waiting for their reply"), (.youOwe, "You owe them a reply"),
        (.promiseMissed, "Promised and not done"), (.closed, "Closed"),
    ]

    /// Said once for all who are no longer likely to answer.
    private static let hopelessHeading = "Likely never to reply: try once more, then move on"

    static func cooledDown(_ stalled: StalledThreads) -> String {
        "\(Wording.count(stalled.cooledDownCount, "conversation")) without a reply for more than "
            + "\(TimeInWords.length(ofDays: stalled.cooledDownAfterDays)): still open, but nothing is due"
    }

    static func silence(of thread: StalledThread, today: CalendarDay) -> String {
        "no word for \(Wording.count(thread.silentDays, "day")), "
            + "\(thread.silentBusinessDays) of them business days "
            + "(since \(thread.since.words(relativeTo: today)))"
    }

    /// `91% likely never to reply: move on`.
    static func odds(_ estimate: SilenceOdds) -> String {
        noReply(estimate) + (estimate.isProbablyDead ? ": move on" : "")
    }

    private static func noReply(_ estimate: SilenceOdds) -> String {
        "\(Wording.percent(estimate.probabilityOfNoAnswer)) likely never to reply"
    }

    /// Why threads are closed, each reason once with everyone it applies to.
    private func lines(_ closed: [StalledThread], _ reasons: PlainReasons) -> [String] {
        var groups: [(why: String, names: [String])] = []
        for thread in closed {
            let why = "\(thread.closure ?? "") · \(thread.since.words(relativeTo: today))"
            let name = reasons.name(thread.person)
            if let place = groups.firstIndex(where: { $0.why == why }) {
                groups[place].names.append(name)
            } else {
                groups.append((why, [name]))
            }
        }
        return groups.map { "\($0.names.joined(separator: ", ")) · \($0.why)" }
    }

    private func row(_ thread: StalledThread, _ reasons: PlainReasons) -> AdviceRow? {
        guard let step = thread.step else { return nil }
        let about = thread.opportunity.flatMap { id in network.opportunities.first { $0.id == id }?.title }
        let name = reasons.heading(reasons.name(thread.person), about, nil)
        let (silence, short) =
            thread.kind == .theyOwe
            ? (
                Self.silence(of: thread, today: today),
                "no word since \(thread.since.words(relativeTo: today))"
            )
            : (reasons.clause(step), reasons.clause(step, briefly: true))
        return AdviceRow(
            name: (name, name), action: step.action,
            when: (
                Wording.deadline(step.due, today: today), Wording.shortDeadline(step.due, today: today)
            ), why: ([silence] + [thread.silence.map(Self.noReply)].compactMap(\.self), [short]))
    }
}
