internal import ClientReports
internal import Foundations
internal import Playbook
internal import ReferralAnalysis
internal import ReferralGraph
internal import Reporting

/// What a batch finds in one network, before anything is written or drawn.
struct BatchAnswer: Sendable {
    /// The network and its analysis.
    let opened: OpenedNetwork
    /// The line of the summary, without a drawing.
    let entry: BatchEntry
    /// Who to contact, best first.
    let next: NextContacts
    /// The threads that wait for someone.
    let stalled: StalledThreads

    init(_ opened: OpenedNetwork, name: String, source: String) {
        self.opened = opened
        next = opened.analysis.nextContacts
        stalled = opened.analysis.stalledThreads
        var entry = BatchEntry(name: name, source: source)
        entry.title = opened.title
        entry.warnings = opened.diagnostics.map(\.description)
        entry.size = .init(opened.network)
        entry.first = next.contacts.prefix(3).map { .init(name: $0.name, what: $0.action.what) }
        entry.attention = opened.analysis.attention()
        entry.dueCount = next.contacts.count(where: \.isDue)
        entry.stalled = .init(
            theyOwe: stalled.threads(of: .theyOwe).count, youOwe: stalled.threads(of: .youOwe).count,
            promiseMissed: stalled.threads(of: .promiseMissed).count,
            closed: stalled.threads(of: .closed).count)
        self.entry = entry
    }

    /// What the network brings to a run over many; `nil` when it shares nothing. A redacted one never does.
    var shared: SharedContacts? { opened.analysis.sharedContacts }

    /// The call list and the stalled threads, as text.
    var text: String {
        let (network, today) = (opened.analysis.network, opened.analysis.asOf.day)
        let list = CallListText(next, in: network, title: opened.title, today: today)
        let threads = StalledText(stalled, in: network, title: opened.title, today: today)
        let style = TextStyle().avoidingCalls(opened.avoidsCalls)
        return list.rendered(in: style) + "\n" + threads.rendered(in: style)
    }
}
