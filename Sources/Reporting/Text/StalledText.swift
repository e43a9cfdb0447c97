public import Playbook
import RankingModel
public import ReferralGraph

/// The stalled threads for reading: who is to move, since when, and what to do.
public struct StalledText {
    private let stalled: StalledThreads
    private let network: ReferralNetwork
    private let names: [PersonID: String]
    private let title: String
    private let today: CalendarDay

    /// Makes the text of the stalled threads of a network.
    public init(_ stalled: StalledThreads, in network: ReferralNetwork, title: String, today: CalendarDay) {
        self.stalled = stalled
        self.title = title
        self.network = network
        self.today = today
        names = Dictionary(network.people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Writes the text for a terminal.
    public func rendered(in style: TextStyle) -> String {
        var block = TextBlock(style: style)
        block.wrapped("\(title): stalled threads, as of \(today.longWords)", paint: style.bold)
        for (kind, heading) in Self.headings {
            let threads = stalled.threads(of: kind)
            guard !threads.isEmpty else { continue }
            block.blank()
            block.line(style.bold("\(heading) (\(threads.count))"))
            for thread in threads {
                if kind == .closed {
                    let closure = thread.closure ?? ""
                    block.wrapped(
                        "\(name(thread)) · \(closure) · \(thread.since.words(relativeTo: today))",
                        after: "  ",
                        paint: style.dim)
                } else {
                    open(thread, &block, style)
                }
            }
        }
        if stalled.threads.isEmpty {
            block.blank()
            block.wrapped("No thread has stalled.")
        }
        if stalled.cooledDownCount > 0 {
            block.blank()
            block.wrapped(
                "\(Self.cooledDown(stalled)); `rebound next` ranks the people",
                paint: style.dim)
        }
        return block.text
    }

    /// The kinds in the order of reports.
    static let headings: [(StalledThread.Kind, String)] = [
        (.theyOwe, "They owe you a word"), (.youOwe, "You owe a word"),
        (.promiseMissed, "Promised and not done"), (.closed, "Closed"),
    ]

    static func cooledDown(_ stalled: StalledThreads) -> String {
        "\(Wording.count(stalled.cooledDownCount, "conversation")) without a reply for more than "
            + "\(TimeInWords.length(ofDays: stalled.cooledDownAfterDays)): still open, but nothing is due"
    }

    static func silence(of thread: StalledThread, today: CalendarDay) -> String {
        "silent since \(thread.since.words(relativeTo: today)): "
            + "\(Wording.count(thread.silentDays, "day")), \(Wording.count(thread.silentBusinessDays, "business day"))"
    }

    static func odds(_ estimate: SilenceOdds) -> String {
        let verdict = estimate.isProbablyDead ? "; do not wait for it" : ""
        return "no answer within \(Int(SilenceModel.horizonDays)) days of asking: "
            + "\(Wording.odds(estimate.probabilityOfNoAnswer))\(verdict)"
    }

    private func name(_ thread: StalledThread) -> String { names[thread.person] ?? thread.person.text }

    private func open(_ thread: StalledThread, _ block: inout TextBlock, _ style: TextStyle) {
        block.blank()
        let about = thread.opportunity.flatMap { id in
            network.opportunities.first { $0.id == id }.map { " · \($0.title)" }
        }
        block.wrapped(name(thread) + (about ?? ""), after: "  ", paint: style.bold)
        block.wrapped(Self.silence(of: thread, today: today), after: "     ")
        if let step = thread.step {
            block.wrapped(
                "\(Wording.action(step.action)) · due \(Wording.due(step.due, today: today))",
                after: "     do   ",
                paint: style.amber)
            block.wrapped(step.action.say, after: "     say  ")
            block.wrapped(Wording.rule(step.rule), after: "     why  ", paint: style.dim)
        }
        if let estimate = thread.silence {
            block.wrapped(Self.odds(estimate), after: "     odds ", paint: style.dim)
        }
    }
}
