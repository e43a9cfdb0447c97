import Playbook
import PublicHolidays
import ReferralAnalysis
package import ReferralGraph

/// The words in which numbers, days and channels appear in reports.
package enum Wording {
    /// `e-mail`.
    package static func channel(_ channel: Interaction.Channel) -> String {
        switch channel {
        case .email: "e-mail"
        case .call: "call"
        case .meeting: "meeting"
        case .message: "message"
        case .interview: "interview"
        case .letter: "letter"
        }
    }

    /// `contract won`.
    package static func news(_ kind: Signal.Kind) -> String { kind.rawValue.replacing("-", with: " ") }

    /// `You know them well`.
    static func acquaintance(_ known: Acquaintance) -> String {
        switch known {
        case .close: "You know them well"
        case .known: "You know them"
        case .barely: "You barely know them"
        case .unknown: "You do not know them"
        }
    }

    /// `2 Apr (7 days ago)`, `today`, `Mon 13 Apr (in 4 days)`.
    package static func due(_ day: CalendarDay, today: CalendarDay) -> String {
        let words = day.words(relativeTo: today)
        switch today - day {
        case 0: return "today"
        case 1: return "\(words) (yesterday)"
        case -1: return "\(words) (tomorrow)"
        case let days where days > 0: return "\(words) (\(days) days ago)"
        case let days: return "\(day.weekday.shortWord) \(words) (in \(-days) days)"
        }
    }

    /// `due today`, `due tomorrow, Fri 10 Apr`, `due in 4 days, Mon 13 Apr`, `7 days overdue, since Thu 2 Apr`.
    static func deadline(_ day: CalendarDay, today: CalendarDay) -> String {
        let words = "\(day.weekday.shortWord) \(day.words(relativeTo: today))"
        return shortDeadline(day, today: today)
            + (day == today ? "" : day < today ? ", since \(words)" : ", \(words)")
    }

    /// `due today`, `due tomorrow, Fri 10 Apr`, `due in 4 days, Mon 13 Apr`, `7 days overdue`.
    static func briefDeadline(_ day: CalendarDay, today: CalendarDay) -> String {
        day < today ? shortDeadline(day, today: today) : deadline(day, today: today)
    }

    /// `due today`, `due tomorrow`, `due in 4 days`, `7 days overdue`.
    package static func shortDeadline(_ day: CalendarDay, today: CalendarDay) -> String {
        switch today - day {
        case 0: "due today"
        case -1: "due tomorrow"
        case let days where days > 0: "\(count(days, "day")) overdue"
        case let days: "due in \(-days) days"
        }
    }

    /// When a step becomes due that is not yet: `tomorrow, Fri 10 Apr`, `on Mon 13 Apr`.
    static func from(_ day: CalendarDay, today: CalendarDay) -> String {
        let words = "\(day.weekday.shortWord) \(day.words(relativeTo: today))"
        return day == today + 1 ? "tomorrow, \(words)" : "on \(words)"
    }

    /// `; they are off today, so call Sun 15 Mar`, `; today is Easter Monday in Germany, so call Tue 7 Apr`; nothing for `nil`.
    static func off(until day: CalendarDay?, today: CalendarDay, holiday: PublicHoliday?) -> String {
        day.map {
            "; \(holiday.map(todayIs) ?? "they are off today"), so call \($0.weekday.shortWord) \($0.words(relativeTo: today))"
        } ?? ""
    }

    /// `today is Easter Monday in Germany`.
    static func todayIs(_ holiday: PublicHoliday) -> String { "today is \(holiday.name) in \(holiday.place)" }

    /// When the row of a call list is to be done: its due day, or the first day that suits.
    static func when(_ contact: NextContact, today: CalendarDay) -> String {
        if contact.isDue {
            return deadline(contact.day, today: today)
                + off(until: contact.callFrom, today: today, holiday: contact.holiday)
        }
        return contact.day == today ? "today" : "from \(due(contact.day, today: today))"
    }

    /// What to do, by which means and at what hour, none of it twice.
    static func action(_ action: DueStep.Action) -> String {
        means(of: action).map { "\(action.what) · \($0)" } ?? action.what
    }

    /// By which means and at what hour, as far as the step does not say: `call before 9:00`.
    static func means(of action: DueStep.Action) -> String? {
        // `before 9:00; from 9:30 by your clock`, of which the step may say the first part.
        let hours = action.hour?.split(separator: ";").filter { !action.what.contains($0) } ?? []
        let hour =
            hours.isEmpty
            ? nil : hours.joined(separator: ";").drop { $0 == " " }.description
        let isSaid = action.what.hasPrefix("Call ")
        let means = [isSaid ? nil : action.channel.map(channel), hour].compactMap(\.self)
        return means.isEmpty ? nil : means.joined(separator: " ")
    }

    /// `Account lead · Acme · rejected 4 Mar · hiring-manager`.
    static func opportunity(_ opportunity: RecordedOpportunity, today: CalendarDay) -> String {
        let standing = opportunity.stage.map { stage in
            stage.rawValue + (opportunity.since.map { " \($0.words(relativeTo: today))" } ?? "")
        }
        let roles = opportunity.roles.map(\.rawValue).joined(separator: ", ")
        return [opportunity.title, opportunity.company, standing, roles.isEmpty ? nil : roles]
            .compactMap(\.self).joined(separator: " · ")
    }

    /// `08:30`.
    static func clock(_ minute: Int) -> String {
        let (hours, minutes) = (String(minute / 60), String(minute % 60))
        return (hours.count == 1 ? "0" : "") + hours + ":" + (minutes.count == 1 ? "0" : "") + minutes
    }

    /// A stage as it stands after a number or before one.
    static func stage(_ stage: Stage) -> String { stage == .onHold ? "on hold" : stage.rawValue }

    /// `Mar 2026`, of the month's first day.
    static func month(_ day: CalendarDay) -> String {
        day.longWords.split(separator: " ").dropFirst(2).joined(separator: " ")
    }

    /// `45%`; `under 1%` for what is above 0 and rounds to it.
    package static func percent(_ probability: Double) -> String { Likelihood(probability).percent }

    /// `45%, an even chance`.
    static func odds(_ probability: Double) -> String { Likelihood(probability).both }

    /// A number with exactly `places` decimals; `nil` where that would be 0.
    static func visible(_ value: Double, _ places: Int) -> String? {
        let text = fixed(value, places)
        return text.contains { ("1"..."9").contains($0) } ? text : nil
    }

    /// A number with exactly `places` decimals; one too large for that as it is.
    package static func fixed(_ value: Double, _ places: Int) -> String {
        guard abs(value) < 1e12 else { return "\(value)" }
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((abs(value) * Double(scale)).rounded())
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard places > 0 else { return "\(sign)\(scaled)" }
        let digits = String(scaled % scale)
        return "\(sign)\(scaled / scale)." + String(repeating: "0", count: places - digits.count) + digits
    }

    package static func signed(_ value: Double, _ places: Int) -> String {
        (value < 0 ? "" : "+") + fixed(value, places)
    }

    package static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
        number == 1 ? "1 \(singular)" : "\(number) \(plural ?? singular + "s")"
    }

    /// The first `most` of a list, and how many there are beyond.
    package static func first(_ most: Int, of lines: [String]) -> [String] {
        lines.count <= most + 1 ? lines : lines.prefix(most) + ["and \(lines.count - most) more"]
    }

    static func rule(_ rule: Rule) -> String { "\(rule.rawValue) (\(rule.sources.joined(separator: ", ")))" }
}
