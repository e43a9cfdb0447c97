public import ContentLines
import Foundations
import Playbook
public import ReferralAnalysis
public import ReferralGraph

/// A week's plan as an iCalendar document (RFC 5545).
///
/// A call stands at its hour in the contact's time zone, written as UTC; for a contact without a zone the hour is the
/// seeker's, or whoever's looks. A message stands all day. One person has one entry a week: exported again on a later
/// day, a plan moves its entries within their week instead of doubling them. Addresses and telephone
/// numbers are left out: calendars are shared.
public struct OutreachPlanCalendar: Sendable {
    private let entries: [CalendarDocument.Entry]
    private let name: String
    private let asOf: Timestamp

    /// Makes a calendar of a plan.
    /// - Parameters:
    ///   - plan: The plan.
    ///   - network: The network it is of.
    ///   - asOf: The moment of the plan, which is `DTSTAMP`.
    public init(_ plan: OutreachPlan, in network: ReferralNetwork, asOf: Timestamp) {
        self.asOf = asOf
        name = network.title.map { "Rebound plan: \(printable($0))" } ?? "Rebound plan"
        let seekerZone = network.people.first { $0.id == network.seeker }?.timeZone
        entries = plan.days.flatMap { day in
            day.calls.map { call in Self.entry(call, on: day.day, asOf: asOf, seekerZone: seekerZone) }
        }
    }

    /// The document, UTF-8: lines folded at 75 octets and ended with CRLF. The same plan gives the same bytes.
    /// - Throws: ``CalendarError``.
    public func bytes() throws(CalendarError) -> [UInt8] {
        let document = try CalendarDocument(name: name)
        for entry in entries { document.add(entry, asToDo: false, stamp: asOf) }
        return Array(try document.text().utf8)
    }

    private static func entry(
        _ call: PlannedOutreach, on day: CalendarDay, asOf: Timestamp, seekerZone: String?
    ) -> CalendarDocument.Entry {
        let monday = day + -day.weekday.rawValue
        var lines = [printable(call.action.say), "How: \(printable(Wording.action(call.action)))"]
        if call.startMinute != nil {
            lines[1] += call.timeZone.map { ", in \(printable($0))" } ?? ", their time"
        }
        let adds = Wording.visible(call.adds, 3).map { "Adds \($0) to the plan" }
        let answers = "answers \(Wording.percent(call.replyProbability))"
        lines.append(adds.map { "\($0); \(answers)" } ?? answers.capitalizedFirst)
        if !call.opens.isEmpty {
            lines.append("Opens: \(call.opens.map { printable($0.name) }.joined(separator: ", "))")
        }
        if let rule = call.rule { lines.append("Why: \(Wording.rule(rule))") }
        let clock = LocalClock(zone: call.timeZone ?? seekerZone)
        return CalendarDocument.Entry(
            uid: "\(monday)-plan-\(Fingerprint([call.person.text]).hexadecimal)@rebound",
            sequence: max(0, asOf.day - monday + 7),
            summary: "\(printable(call.name)): \(printable(call.action.what))",
            description: lines.joined(separator: "\n"),
            categories: ["Rebound", "plan"] + [call.rule?.rawValue].compactMap(\.self),
            time: call.startMinute.map { minute in
                .span(clock.moment(day, minute: minute), clock.moment(day, minute: minute + call.minutes))
            } ?? .day(day))
    }
}
