import ReferralGraph

/// Why someone is left alone, in words.
enum HoldWords {
    static func noContact(with name: String) -> String { "no contact with \(name)" }

    static func ownEmployer(_ name: String) -> String {
        "works at \(name), as you do; your search stays confidential"
    }

    static func oneVoice(_ name: String, role: String) -> String {
        "while “\(role)” is open, \(name) is the one to talk to there"
    }

    static func patience(_ name: String, times: Int) -> String {
        "\(name) has not replied to your last \(times) messages or calls; the next can wait"
    }

    static func skipped(on day: CalendarDay, relativeTo today: CalendarDay) -> String {
        "you skipped it on \(day.words(relativeTo: today))"
    }

    static func accepted(_ role: String) -> String { "you accepted “\(role)”" }

    static func reason(_ time: StatedTime, on today: CalendarDay) -> String {
        func words(_ day: CalendarDay) -> String { day.words(relativeTo: today) }
        return switch time.kind {
        case .putOff(let name, let day, let why):
            "you put \(name.map { "“\($0)”" } ?? "this") off until \(words(day))"
                + (why.map { ": \($0)" } ?? "")
        case .hold(let role, let day): "“\(role)” is on hold until \(words(day))"
        case .promise(let name, let day): "\(name) named a day: \(words(day))"
        case .reply(let name): "\(name) will be in touch; give it until \(words(time.until))"
        case .appointment(let name, let day): "you talk with \(name) on \(words(day))"
        case .closing(let role, let day): "applications for “\(role)” close on \(words(day))"
        case .away(let day): "away until \(words(day))"
        }
    }
}

/// A level of the order in which rules that disagree decide, as the page on the playbook shows it.
package struct PrecedenceLevel: Sendable {
    package let title: String
    /// What it decides, in a sentence.
    package let says: String
    /// What someone reads who asks why.
    package let example: String
}

extension Precedence {
    /// The levels, the strongest first: the holds, and what the call list decides after them.
    package static let levels: [PrecedenceLevel] =
        Hold.Rank.allCases.sorted().map(\.level) + [
            .init(
                title: "Etiquette",
                says:
                    "Of one office one person at a time is approached, and a message gets its time for a reply.",
                example: "one person of an office at a time: Gareth Pole comes first"),
            .init(
                title: "Due steps", says: "What is due goes before everything else, the earliest day first.",
                example: "Call before 9:00 · 3 days overdue, since Mon 6 Apr"),
            .init(
                title: "Value", says: "Everyone else comes in the order of what a call is worth.",
                example: "last in touch on 9 Mar (31 days ago)"),
        ]
}

extension Hold.Rank {
    fileprivate var level: PrecedenceLevel {
        switch self {
        case .wish:
            .init(
                title: "Do not contact, and channel",
                says:
                    "A wish not to be contacted stops every step; so does a day until which you put someone off, and your own employer.",
                example: HoldWords.noContact(with: "Ana Sorrel"))
        case .statedTime:
            .init(
                title: "Stated time",
                says:
                    "A named day, a hold, a fixed talk or an absence stops all but what you owe: thanks, answers, news.",
                example: "the monthly reminder waits: "
                    + HoldWords.reason(.init(until: day + 3, kind: .hold(role: "Support lead", day)), on: day)
            )
        case .oneVoice:
            .init(
                title: "One voice",
                says: "While a role is alive, all but what you owe goes to one person of the employer.",
                example: HoldWords.oneVoice("Gareth Pole", role: "Support lead"))
        case .patience:
            .init(
                title: "Patience",
                says:
                    "Two messages or calls without a reply are enough for a fortnight; what you owe may follow, and the call after a first message and its reminder.",
                example: HoldWords.patience("Ana", times: 2))
        }
    }

    /// The day of the examples.
    private var day: CalendarDay { CalendarDay(year: 2026, month: 4, day: 3)! }
}
