internal import Foundations
public import ReferralGraph

/// Why an edit was refused. The network is as it was.
public enum EditError: Error, Equatable, Sendable {
    /// Nothing is called so; the nearest name, where one is near.
    case noMatch(EntityKind, text: String, suggestion: String?)
    /// Several are called so, each as `Dan Okafor (dan-2)`.
    case ambiguous(EntityKind, text: String, candidates: [String])
    /// One of that name is there already.
    case namesake(EntityKind, name: String, existing: String)
    /// A text that has to say something says nothing.
    case blank(field: String)
    /// A text that is no value of its field: what was expected, and what to do about it.
    case invalid(field: String, text: String, expected: String, hint: String)
    /// Words that are no day; see ``DayWords/acceptedForms``.
    case unreadableDay(String)
    /// A day in numbers that can be read in two ways.
    case ambiguousDay(String, CalendarDay, CalendarDay)
    /// Words for more days than one, such as a week.
    case severalDays(String, from: CalendarDay, to: CalendarDay)
    /// A word behind a name that is no name, and not a note either: more follows, or it is nearly a name.
    case neitherNameNorNote(String, suggestion: String?)
    /// A part that someone plays, such as “HR”, where a name is needed; the command without it.
    case notAName(String, command: String)
    /// A fact cannot be recorded before it has happened.
    case inTheFuture(Timestamp, now: Timestamp)
    /// The job seeker cannot be the one an edit is about.
    case aboutTheSeeker(verb: String)
    /// The two people of a tie or a referral are one.
    case onePersonTwice(name: String)
    /// A reporting line would go round in a circle.
    case reportsInCircle(name: String, boss: String)
    /// There is no open promise that fits, or no conversation to close.
    case nothingToDo(String)
    /// Something cannot be removed while the network mentions it: `2 interactions`.
    case stillMentioned(name: String, by: [String])
}

/// The kinds of things that edits find by name or by words.
public enum EntityKind: String, Sendable, CaseIterable {
    /// What can be found by words.
    case person, company, opportunity, promise, target
    /// What may be any of the first three.
    case anything = "person, company or opportunity"

    var plural: String {
        switch self {
        case .person: "people"
        case .company: "companies"
        case .opportunity: "opportunities"
        case .promise: "promises"
        case .target: "targets"
        case .anything: "people, companies and opportunities"
        }
    }
}

extension EditError: CustomStringConvertible {
    /// Same as ``explanation``.
    public var description: String { explanation }

    /// What is wrong and what to do about it, in one sentence or two.
    public var explanation: String {
        switch self {
        case .noMatch(let kind, let text, let suggestion):
            (kind == .target
                ? "nothing that you want or that is proposed to you is called “\(text)”"
                : "no \(kind.rawValue) matches “\(text)”")
                + (suggestion.map { "; did you mean \($0)?" }
                    ?? (kind == .person ? "; `rebound add person \(commandWord(text))` adds them" : ""))
        case .ambiguous(let kind, let text, let candidates):
            "“\(text)” fits \(candidates.count) \(kind.plural): " + listed(candidates)
        case .namesake(let kind, let name, let existing):
            "there is already \(kind == .opportunity ? "an" : "a") \(kind.rawValue) called \(name) (\(existing)); allow a namesake to add another one"
        case .blank(let field): "\(field) is blank; say what it is"
        case .invalid(let field, let text, let expected, let hint):
            "“\(text)” cannot be the \(field): expected \(expected); \(hint)"
        case .unreadableDay(let text):
            "“\(text)” is not a day; write " + DayWords.acceptedForms
        case .ambiguousDay(let text, let first, let second):
            "“\(text)” can be \(first) (\(first.shortWords)) or \(second) (\(second.shortWords)); write the one you mean"
        case .severalDays(let text, let first, let last):
            "“\(text)” is more than one day; write one of them, from \(first) (\(first.weekday.longWord)) to \(last) (\(last.weekday.longWord))"
        case .neitherNameNorNote(let text, let suggestion?):
            "no one is called “\(text)”; did you mean \(suggestion)? If it is a note, write --note \(commandWord(text))"
        case .neitherNameNorNote(let text, nil):
            "no one is called “\(text)”; a note comes last, in quotes; `rebound add person \(commandWord(text))` adds a person"
        case .notAName(let text, let command):
            "“\(text)” is not a person’s name; give the name, or leave it out: \(command)"
        case .inTheFuture(let moment, let now):
            "\(moment) has not come yet (now is \(now)); record it once it has happened"
        case .aboutTheSeeker(let verb): "you cannot \(verb) yourself; name someone else"
        case .onePersonTwice(let name): "\(name) is named twice; name two different people"
        case .reportsInCircle(let name, let boss):
            "\(name) cannot report to \(boss), who already reports to \(name), directly or through others"
        case .nothingToDo(let reason): reason
        case .stillMentioned(let name, let mentions):
            "\(name) cannot be removed: mentioned by \(mentions.joined(separator: ", ")); remove those first"
        }
    }

    private func listed(_ candidates: [String]) -> String {
        let most = 12
        let rest = candidates.count - most
        return candidates.prefix(most).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}
