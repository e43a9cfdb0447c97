internal import ReferralGraph
internal import Workspace

/// How far the history has come, and which day it is.
struct SiteState: Equatable, Sendable {
    var entry: Int
    var day: CalendarDay

    /// The state as the page's script reads it.
    var json: String { "{\"entry\":\(entry),\"day\":\"\(day)\"}" }
}

/// A network as one request sees it.
struct ShownNetwork: Sendable {
    let opened: OpenedNetwork
    /// The last entry of its history.
    let entry: Int
    /// The moment of the request.
    let now: Timestamp
    /// Where acts are recorded; `nil` for a file, which is only looked at.
    let own: OwnNetwork?

    var network: ReferralNetwork { opened.network }
    var today: CalendarDay { now.day }
}
