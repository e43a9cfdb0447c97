internal import Foundations
internal import ReferralGraph

/// A fact as it stands in a message.
public struct DraftFact: Sendable, Equatable, Codable {
    /// The slot that it fills.
    public var slot: DraftSlot
    /// Its words.
    public var value: String
    /// What it was read off.
    public var source: String

    /// One line without what a mail or a terminal would obey, however the text was recorded.
    /// - Parameter keepsLines: Whether line breaks stay.
    static func cleaned(_ text: String, keepsLines: Bool = false) -> String {
        let lines = text.split(whereSeparator: \.isNewline).map { line in
            var words = String.UnicodeScalarView()
            for scalar in line.unicodeScalars {
                words.append(scalar.isSpace || scalar.isControlCode || scalar == "\u{FFFF}" ? " " : scalar)
            }
            let visible = InvisibleCharacters.stripped(fromLine: String(words))
            return visible.split(separator: " ").joined(separator: " ")
        }.filter { !$0.isEmpty }
        return lines.joined(separator: keepsLines ? "\n" : " ")
    }
}

/// Days as people write them to one another.
enum DayInMessage {
    /// `Thursday 12 March`; with the year where it is another one.
    static func day(_ day: CalendarDay, today: CalendarDay) -> String {
        let date = "\(day.weekday.longWord) \(day.parts.day) \(months[day.parts.month - 1])"
        return day.parts.year == today.parts.year ? date : "\(date) \(day.parts.year)"
    }

    /// `March`; with the year where it is another one.
    static func month(_ day: CalendarDay, today: CalendarDay) -> String {
        let month = months[day.parts.month - 1]
        return day.parts.year == today.parts.year ? month : "\(month) \(day.parts.year)"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}

/// The subject of an answer.
enum ReplySubject {
    /// `Re:` before a subject that has nothing of the kind yet; `Fw:` becomes `Re:`.
    static func text(_ subject: String) -> String {
        let subject = DraftFact.cleaned(subject)
        let prefix = subject.prefix { $0.isLetter }.lowercased()
        guard subject.dropFirst(prefix.count).hasPrefix(":") else { return "Re: \(subject)" }
        switch prefix {
        case "re", "aw", "antw", "sv", "vs", "odp": return subject
        case "fw", "fwd", "wg": return "Re: \(trimmed(String(subject.dropFirst(prefix.count + 1))))"
        default: return "Re: \(subject)"
        }
    }
}
