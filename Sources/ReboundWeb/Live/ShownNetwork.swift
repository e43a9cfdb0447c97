internal import ReferralAnalysis
internal import ReferralGraph
internal import Workspace

/// How far the history has come, which day it is, and which settings hold.
struct SiteState: Equatable, Sendable {
    var entry: Int
    var day: CalendarDay
    var settings: Int
    /// When the store's file was written: forgetting someone makes no entry.
    var written: FileTime

    /// The state as the page's script reads it.
    var json: String {
        "{\"entry\":\(entry),\"day\":\"\(day)\",\"settings\":\(settings),\"written\":\"\(written)\"}"
    }
}

/// A network as one request sees it.
struct ShownNetwork: Sendable {
    let opened: OpenedNetwork
    /// The last entry of its history.
    let entry: Int
    /// Under which settings it is shown, as ``LiveSettings`` counts them.
    let settingsVersion: Int
    /// Which reading of the network it is; a later one differs in its entry, its day, its settings, or who was forgotten.
    let reading: Int
    /// The moment of the request.
    let now: Timestamp
    /// Where acts are recorded; `nil` for a file, which is only looked at.
    let own: OwnNetwork?

    var network: ReferralNetwork { opened.network }
    var today: CalendarDay { now.day }

    /// What is due with one person, now and later.
    /// - Throws: ``WorkspaceError/analysis(_:)``.
    func dueNext(with person: PersonID) throws(WorkspaceError) -> DueNext {
        do {
            return try DueNext(
                with: [person], in: network, asOf: opened.analysis.asOf, policy: opened.analysis.policy,
                isQuiet: opened.isQuiet)
        } catch {
            throw .analysis(error)
        }
    }
}
