package import ReferralAnalysis
package import ReferralGraph

/// How far the history has come, which day it is, and which settings hold.
package struct SiteState: Equatable, Sendable {
    /// The last entry of the history.
    package var entry: Int
    /// The day.
    package var day: CalendarDay
    /// Which settings hold, as ``LiveSettings`` counts them.
    package var settings: Int
    /// When the store's file was written: forgetting someone makes no entry.
    package var written: FileTime

    /// The state as the page's script reads it.
    package var json: String {
        "{\"entry\":\(entry),\"day\":\"\(day)\",\"settings\":\(settings),\"written\":\"\(written)\"}"
    }
}

/// A network as one request sees it.
package struct ShownNetwork: Sendable {
    package let opened: OpenedNetwork
    /// The last entry of its history.
    package let entry: Int
    /// Under which settings it is shown, as ``LiveSettings`` counts them.
    package let settingsVersion: Int
    /// By which policy it is judged.
    package let policy: NamedPolicy
    /// Which reading of the network it is; a later one differs in its entry, its day, its settings, or who was forgotten.
    package let reading: Int
    /// The moment of the request.
    package let now: Timestamp
    /// Where acts are recorded; `nil` for a file, which is only looked at.
    package let own: OwnNetwork?

    /// The network.
    package var network: ReferralNetwork { opened.network }
    /// The day.
    package var today: CalendarDay { now.day }

    /// What is due with one person, now and later.
    /// - Throws: ``WorkspaceError/analysis(_:)``.
    package func dueNext(with person: PersonID) throws(WorkspaceError) -> DueNext {
        do {
            return try DueNext(
                with: [person], in: network, asOf: opened.analysis.asOf, policy: opened.analysis.policy,
                isQuiet: opened.isQuiet)
        } catch {
            throw .analysis(error)
        }
    }
}
