import ReferralAnalysis
import ReferralGraph
import Reporting

/// Why a client needs the coach, in words.
enum AttentionWords {
    /// `Follow up`.
    static func title(_ kind: ClientAttention.Kind) -> String {
        switch kind {
        case .followUp: "Follow up"
        case .idle: "Nothing done"
        case .silent: "All silent"
        case .chain: "New name"
        case .interview: "Interview"
        }
    }

    /// `“No” from Northgate (QA lead) · Carol Reyes: send a thank-you note, 2 days overdue; 12 days left`.
    static func sentence(_ matter: ClientAttention.Matter, today: CalendarDay) -> String {
        switch matter.kind {
        case .followUp:
            let no = place(matter).map { "“No” from \($0) · " } ?? ""
            let deadline = matter.day.map { ", " + Wording.shortDeadline($0, today: today) } ?? ""
            let left =
                matter.until.map { last in
                    last <= today ? "; today is the last day" : "; \(Wording.count(last - today, "day")) left"
                } ?? ""
            let step = [matter.person, matter.step?.lowercasedFirst].compactMap(\.self).joined(
                separator: ": ")
            return "\(no)\(step)\(deadline)\(left)\(others(matter))"
        case .idle:
            guard let day = matter.day else { return "Nothing recorded yet" }
            return
                "Nothing done for \(Wording.count(today - day, "day")), since \(day.words(relativeTo: today))"
        case .silent:
            let threads = Wording.count(matter.count, "thread")
            return
                "No reply in any of \(threads)\(matter.day.map { ", the oldest silent since \($0.words(relativeTo: today))" } ?? "")"
        case .chain:
            let who = [matter.person, matter.referrer.map { "named by \($0)" }].compactMap(\.self)
            return
                "\(who.joined(separator: ", "))\(matter.day.map { " \(Wording.due($0, today: today))" } ?? ""): not contacted yet\(others(matter))"
        case .interview:
            let place = place(matter).map { " at \($0)" } ?? ""
            let person = matter.person.map { " with \($0)" } ?? ""
            return
                "Interview\(place)\(person) \(matter.day.map { Wording.due($0, today: today) } ?? "")\(others(matter))"
        }
    }

    /// `+3 contacts, +1 reply, −2 stalled`; `nothing new` when nothing has changed.
    static func change(_ change: ClientAttention.Tally) -> String {
        let parts = [
            (change.contacts, "contact", "contacts"), (change.replies, "reply", "replies"),
            (change.names, "name", "names"), (change.due, "due", "due"),
            (change.stalled, "stalled", "stalled"),
        ].filter { $0.0 != 0 }.map { number, one, many in
            "\(number > 0 ? "+" : "−")\(abs(number)) \(abs(number) == 1 ? one : many)"
        }
        return parts.isEmpty ? "nothing new" : parts.joined(separator: ", ")
    }

    /// `since Fri 3 Apr 2026: +12 contacts; 1 new client, 2 gone`.
    static func trend(_ trend: BatchTrend) -> String {
        let clients = [
            trend.added.isEmpty ? nil : Wording.count(trend.added.count, "new client"),
            trend.removed.isEmpty ? nil : "\(trend.removed.count) gone",
        ].compactMap(\.self)
        return "since \(trend.since.longWords): \(change(trend.change))"
            + (clients.isEmpty ? "" : "; \(clients.joined(separator: ", "))")
    }

    private static func place(_ matter: ClientAttention.Matter) -> String? {
        matter.company.map { company in matter.role.map { "\(company) (\($0))" } ?? company } ?? matter.role
    }

    private static func others(_ matter: ClientAttention.Matter) -> String {
        matter.count > 1 ? "; \(matter.count - 1) more like it" : ""
    }
}
