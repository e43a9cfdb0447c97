internal import Foundations
public import Playbook
public import ReferralGraph

/// Why there is no draft.
public enum DraftError: Error, Sendable, Equatable {
    /// The person must not be contacted, for this reason.
    case refused(name: String, reason: String, person: PersonID)
    /// The seeker does not write to themselves.
    case seeker
    /// Nothing is due now.
    case nothingDue(NothingDue)
    /// There is no rule of this name; the rules that have drafts, and those due for the person.
    case unknownRule(String, near: String?, due: [Rule])
    /// Two rules have this name.
    case ambiguousRule(String, [Rule])
    /// The rule sends no one a message; the rules that are due for the person.
    case noMessage(Rule, due: [Rule])
    /// The person or their employer does not want to be contacted this way.
    case avoided(name: String, DraftChannel, person: PersonID, advised: DraftChannel?)
    /// No template fits.
    case noTemplate(Rule, DraftChannel, has: [DraftChannel])
    /// Facts are not on record.
    case missing([Missing], name: String, rule: Rule, template: String)
    /// The message is longer than the channel takes.
    case tooLong(characters: Int, limit: Int, template: String)

    /// A fact that is not on record.
    public struct Missing: Sendable, Equatable {
        /// Its slot.
        public var slot: DraftSlot
        /// The command that records it, or that says it for this draft alone.
        public var command: String
        /// Whether it is on record, and names someone who asked not to be named.
        public var isConfidential: Bool
    }

    /// Why there is no draft where nothing is due, and what comes next.
    public struct NothingDue: Sendable, Equatable {
        /// The person's name.
        public var name: String
        /// The person.
        public var person: PersonID
        /// What comes next, and the first day on which it does.
        public var next: DueStep?
        /// Why the person is not to be contacted now.
        public var reason: String?
        /// Until when.
        public var until: CalendarDay?
        /// What a call could be about, where one would be welcome.
        public var suggestion: Suggestion?

        /// Something to say, and the rule whose templates fit it.
        public struct Suggestion: Sendable, Equatable {
            /// What to do, in a few words.
            public var what: String
            /// The rule.
            public var rule: Rule
        }
    }

    /// What happened and what to do, a line for each thing.
    /// - Parameter today: The day looked from.
    public func explanation(today: CalendarDay) -> String {
        switch self {
        case .refused(let name, let reason, let person):
            "\(name) must not be contacted: \(reason); rebound why \(commandWord(person.text))"
        case .seeker: "that is you; name the person to write to"
        case .nothingDue(let nothing): nothing.words(today)
        case .unknownRule(let text, let near, let due):
            "there is no rule called \(quoted(text))" + (near.map { "; did you mean \($0)?" } ?? "")
                + Self.dueWords(due)
        case .ambiguousRule(let text, let rules):
            "\(quoted(text)) is the name of \(rules.count) rules; write \(rules.map(\.rawValue).joined(separator: " or "))"
        case .noMessage(let rule, let due):
            "\(rule.rawValue) sends no one a message: \(rule.words.says.prefix { $0 != "." })"
                + Self.dueWords(due)
        case .avoided(let name, let channel, let person, let advised):
            "\(name) does not want to be contacted by \(channel.words)"
                + (advised.map {
                    "; write: rebound draft \(commandWord(person.text)) --channel \($0.rawValue)"
                } ?? "")
        case .noTemplate(let rule, let channel, let has):
            "there is no template for \(rule.rawValue) by \(channel.words)"
                + (has.isEmpty
                    ? "" : "; write: --channel \(has.map(\.rawValue).joined(separator: " or --channel "))")
        case .missing(let missing, let name, let rule, let template):
            (["a draft for \(name) (\(rule.rawValue)) needs what is not on record:"]
                + missing.map { fact in
                    fact.isConfidential
                        ? "  \(fact.slot.rawValue): \(fact.slot.meaning); it would name someone who asked not to be named: \(fact.command)"
                        : "  \(fact.slot.rawValue): \(fact.slot.meaning): \(fact.command)"
                } + (template == "standard" ? [] : ["  the template is \(template)"])).joined(separator: "\n")
        case .tooLong(let characters, let limit, let template):
            "the message has \(characters) characters and may have \(limit): shorten what you say with --with, or the template (\(template))"
        }
    }

    private static func dueWords(_ due: [Rule]) -> String {
        due.isEmpty
            ? "; nothing is due with this person"
            : "; due now: \(due.map(\.rawValue).joined(separator: ", "))"
    }
}

extension DraftError.NothingDue {
    /// What the message says, without commands.
    /// - Parameter today: The day looked from.
    public func problem(_ today: CalendarDay) -> String {
        if let next {
            return
                "nothing is due with \(name) now; next comes “\(next.action.what)” (\(next.rule.rawValue)), from \(next.earliest.words(relativeTo: today))"
        }
        let until = until.map { ", until \($0.words(relativeTo: today))" } ?? ""
        return "nothing is due with \(name)" + (reason.map { ": \($0)\(until)" } ?? "")
    }

    fileprivate func words(_ today: CalendarDay) -> String {
        let id = commandWord(person.text)
        if let next {
            return problem(today) + "; to draft it now: rebound draft \(id) --for \(next.rule.rawValue)"
        }
        return problem(today) + "\n"
            + (suggestion.map {
                "a word would be welcome: “\($0.what)”; to draft one: rebound draft \(id) --for \($0.rule.rawValue)"
            } ?? "to draft something anyway: rebound draft \(id) --for RULE")
    }
}

extension DraftChannel {
    /// In a sentence: `by e-mail`.
    var words: String { self == .email ? "e-mail" : rawValue }
}
