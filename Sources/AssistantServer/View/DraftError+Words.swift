internal import MessageDrafts
internal import Playbook
internal import ReferralGraph

extension ToolRefusal {
    /// Why there is no draft, with the arguments that give one.
    init(_ error: DraftError, today: CalendarDay) {
        switch error {
        case .refused(let name, let reason, _): self.init("\(name) must not be contacted: \(reason).")
        case .nothingDue(let nothing):
            let problem = nothing.problem(today).capitalizedSentence
            if let next = nothing.next {
                self.init("\(problem). To draft it now, add \"rule\": \"\(next.rule.rawValue)\".")
            } else if let suggestion = nothing.suggestion {
                self.init(
                    "\(problem). A word would be welcome: “\(suggestion.what)”; to draft one, add \"rule\": \"\(suggestion.rule.rawValue)\"."
                )
            } else {
                self.init("\(problem). To draft something anyway, name a \"rule\".")
            }
        case .avoided(let name, let channel, _, let advised):
            self.init(
                "\(name) does not want to be contacted by \(channel.rawValue)"
                    + (advised.map { "; add \"channel\": \"\($0.rawValue)\"." } ?? "."))
        case .noTemplate(let rule, let channel, let others):
            let words = others.map { "\"channel\": \"\($0.rawValue)\"" }.joined(separator: " or ")
            self.init(
                "There is no template for \(rule.rawValue) by \(channel.rawValue)"
                    + (words.isEmpty ? "." : "; add \(words)."))
        case .missing(let missing, let name, let rule, _):
            self.init(
                (["A draft for \(name) (\(rule.rawValue)) needs what is not on record. Ask the user for it:"]
                    + missing.map { fact in
                        let way =
                            fact.slot.isYours
                            ? "add it as \"\(fact.slot.rawValue)\""
                            : fact.isConfidential
                                ? "it would name someone who asked not to be named"
                                : "to be recorded by: \(fact.command)"
                        return "- \(fact.slot.rawValue), \(fact.slot.meaning): \(way)"
                    }).joined(separator: "\n"))
        case .tooLong(let characters, let limit, _):
            self.init(
                "The message has \(characters) characters and may have \(limit); shorten the user's own words in it."
            )
        case .seeker, .unknownRule, .ambiguousRule, .noMessage:
            self.init(error.explanation(today: today).capitalizedSentence + ".")
        }
    }
}

extension String {
    fileprivate var capitalizedSentence: String { prefix(1).uppercased() + dropFirst() }
}
