public import ContentLines
public import Playbook
public import ReferralAnalysis
public import ReferralGraph

/// The playbook's steps as an iCalendar document (RFC 5545) that calendars import and update.
///
/// A step stands on its due day. One that is overdue stands on the next business day from today on, because no one
/// looks for work in the past; one that is overdue by more than ``PlaybookPolicy/missedStepReturnsAfterDays`` on the day on
/// which it next comes round. Telephone steps have the playbook's hour in the contact's time zone, written as UTC so
/// that the document needs no time zone definitions; for a contact without a zone the hour is whoever's looks.
///
/// A step keeps its `UID` from export to export, and its `SEQUENCE` grows by the days it was put off, so that importing
/// again moves entries instead of doubling them. What was done meanwhile, or became another step because its clock started
/// anew, is no longer exported; a calendar keeps such entries until they are removed there. Addresses and telephone
/// numbers are left out: calendars are shared.
public struct DueStepCalendar: Sendable {
    private let entries: [CalendarDocument.Entry]
    private let name: String
    private let asOf: Timestamp

    /// The steps of an analysis, those not yet due included.
    ///
    /// People the call list withholds until a day have their steps no earlier; those withheld for good, who said no
    /// or who an introduction leads to, have none.
    /// - Complexity: O(steps log steps).
    public init(_ analysis: NetworkAnalysis) {
        var held: [PersonID: CalendarDay?] = [:]
        for contact in analysis.nextContacts.withheld { held[contact.person] = .some(contact.until) }
        var notBefore: [PersonID: CalendarDay] = [:]
        for (person, until) in held { notBefore[person] = until }
        self.init(
            steps: analysis.steps.filter { step in
                guard step.isContact, let until = held[step.person] else { return true }
                return until != nil
            },
            network: analysis.network, asOf: analysis.asOf, playbook: analysis.policy.playbook,
            notBefore: notBefore, calendars: analysis.situation.calendars)
    }

    /// Chosen steps.
    /// - Parameters:
    ///   - steps: In any order; the document is in the order of their days.
    ///   - network: Where the people and opportunities are named.
    ///   - asOf: The moment of the export, which is `DTSTAMP` and decides what is overdue.
    ///   - playbook: Says at which hour to telephone.
    ///   - notBefore: The first day on which it is polite to contact someone.
    /// - Complexity: O(network + steps log steps).
    public init(
        steps: [DueStep], network: ReferralNetwork, asOf: Timestamp, playbook: PlaybookPolicy = .standard,
        notBefore: [PersonID: CalendarDay] = [:]
    ) {
        self.init(
            steps: steps, network: network, asOf: asOf, playbook: playbook, notBefore: notBefore,
            calendars: nil)
    }

    /// - Parameter calendars: When each person works; `nil` for what the network says of their weekends.
    private init(
        steps: [DueStep], network: ReferralNetwork, asOf: Timestamp, playbook: PlaybookPolicy,
        notBefore: [PersonID: CalendarDay], calendars: [WorkCalendar]?
    ) {
        self.asOf = asOf
        name = network.title.map { "Rebound: \(printable($0))" } ?? "Rebound"
        let writer = DueStepEntries(
            network: network, asOf: asOf, playbook: playbook, notBefore: notBefore,
            calendars: calendars)
        entries = writer.entries(of: steps)
    }

    /// The document, UTF-8: lines folded at 75 octets and ended with CRLF. The same input gives the same bytes.
    /// - Parameter todo: Gives to-dos (`VTODO`) instead of events; Google Calendar ignores those.
    /// - Throws: ``CalendarError``.
    public func bytes(todo: Bool = false) throws(CalendarError) -> [UInt8] {
        try bytes(todo: todo, library: nil)
    }

    func bytes(todo: Bool, library: String?) throws(CalendarError) -> [UInt8] {
        let document = try CalendarDocument(name: name, library: library)
        for entry in entries { document.add(entry, asToDo: todo, stamp: asOf) }
        return Array(try document.text().utf8)
    }
}
