package import ReferralGraph

/// Every sentence of the playbook's steps, in one place: rules find facts, and ask here for the words.
///
/// They stand below the floors that print them, because drawings, pages, texts and the JSON all show the same words.
extension DueStep.Action {
    // MARK: After a no

    /// The call to the manager who said no: thanks, feedback and a name.
    static func callAboutNo(to role: String, by playbook: PlaybookPolicy) -> Self {
        Self(
            .call, "Call about the “no” for \(role)", hour: callHours(playbook),
            say: "Wish them well with the new hire, ask what was missing, then: "
                + "“Is there anyone else here, or elsewhere, I should talk to?”")
    }

    static func askForName(andFeedback lacksFeedback: Bool) -> Self {
        Self(
            .email, "Ask for one more name" + (lacksFeedback ? " and for feedback" : ""),
            say: "“Thank you for our talk. Is there anyone else here, or elsewhere, I should talk to?”")
    }

    static let thankAfterNo = Self(
        .email, "Send a thank-you note",
        say: "Thank them for their time, and ask to be kept in mind. No anger, no argument")

    static let inviteToConnect = Self(
        .message, "Invite them to connect",
        say: "Write your own invitation: mention one thing you talked about")

    static func writeDown(_ missing: [String]) -> Self {
        Self(nil, "Write down \(missing.joined(separator: ", "))", say: "While you still remember the day")
    }

    /// - Parameter recruiter: The first name of the recruiter, where there was one.
    static func starSomeone(or recruiter: String?) -> Self {
        Self(
            nil, "Star the people you got on best with",
            say: recruiter.map { "If it was no one, star \($0), the recruiter" }
                ?? "Mark at least one person of this process")
    }

    // MARK: Silence

    static func answer(_ word: Interaction.Channel, by channel: Interaction.Channel) -> Self {
        Self(
            channel, word == .call ? "Reply to their call" : "Reply to them",
            say: "Reply today, even if only to say when you can")
    }

    static let noteAfterInterview = Self(
        .email, "Forward your last e-mail",
        say: "Add a short note: you are still interested, other conversations are moving, and you can send "
            + "more information. Do not ask for the status")

    static func remindOfAsk(by last: Interaction.Channel, through channel: Interaction.Channel) -> Self {
        last == .email || last == .letter
            ? Self(
                channel, "Forward your own e-mail",
                say: "Forward it, change “Fw:” to “Re:”, and ask for a few minutes in two sentences")
            : Self(
                channel, "Write a short reminder",
                say: "Two sentences: what you would like to ask, and for how many minutes")
    }

    /// - Parameter wasWritten: Whether all asks were in writing.
    static func callAfterAsks(_ asks: Int, wasWritten: Bool, by playbook: PlaybookPolicy) -> Self {
        let tries = wasWritten ? "I wrote to you " : "I tried to reach you "
        return Self(
            .call, "Call \(morning(playbook))", hour: morning(playbook),
            say: "“\(tries)\(TimeInWords.times(asks)). Do you have five minutes?”")
    }

    static func tryAgain(everyDays days: Int, through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Try again, \(TimeInWords.frequency(everyDays: days))",
            say: "Send a friendly line without reproach: silence is not a no")
    }

    static func useReferral(from referrer: Person, firstName: String, through channel: Interaction.Channel)
        -> Self
    {
        Self(
            channel, "Get in touch, as \(firstName) suggested",
            say: "“\(referrer.name) suggested that I talk to you.” Afterwards, tell \(firstName) how it went")
    }

    static func remindOfPromise(_ what: String, through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Send a gentle reminder",
            say: "Remind them kindly of their promise: \(what). “Can I make it easier for you?”")
    }

    static func keepPromise(_ what: String, through channel: Interaction.Channel) -> Self {
        Self(channel, "Keep your promise", say: "You promised: \(what)")
    }

    /// - Parameter first: The first name of the one who is silent.
    static func writeToSecond(
        _ person: Person, firstName: String, at company: Company, besides first: String,
        through channel: Interaction.Channel
    ) -> Self {
        Self(
            channel, "Write to \(person.name), a second person at \(company.name)",
            say: "Ask \(firstName) for a few minutes; leave \(first)’s silence out of it")
    }

    static func findSecond(at company: Company, besides first: String) -> Self {
        Self(
            nil, "Find a second person at \(company.name)",
            say: "\(first) has not replied, and no one else there is in your network")
    }

    // MARK: Keeping in touch

    static func congratulate(at company: Company?) -> Self {
        Self(
            .message, "Congratulate on the new role",
            say: "Congratulate them on the role at \(company?.name ?? "the new employer")")
    }

    /// - Parameter title: The role that is open, where it is known.
    static func askAboutOpening(_ title: String?, at company: Company, by playbook: PlaybookPolicy) -> Self {
        let role = title.map { "“\($0)”" } ?? "the opening"
        var say =
            "Tell them that you are interested in \(role), and what experience you have gained since you last talked"
        if company.hasReferralProgramme == true {
            say +=
                "; \(company.name) pays referrers a bonus, and referred candidates are said to be 3 to 5 times as likely to be hired"
        }
        return Self(.call, "Ask about the new opening: \(role)", hour: morning(playbook), say: say)
    }

    static func friendlyReminder(through channel: Interaction.Channel) -> Self {
        Self(channel, "Send a friendly reminder", say: "Send a short line: one piece of news, no question")
    }

    static func reminder(everyDays days: Int, hasReferred: Bool, through channel: Interaction.Channel) -> Self
    {
        let news = hasReferred ? "tell them how the introduction went" : "one piece of news, no question"
        return Self(
            channel,
            TimeInWords.adjective(everyDays: days).map { "Send the \($0) reminder" }
                ?? "Send a friendly reminder",
            say: "Send a short, friendly line: \(news)")
    }
}

extension DueStep.Action {
    // MARK: Where no step is due

    /// The first message to someone unknown to every contact.
    package static func firstMessage(through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Write a first message",
            say: "Two sentences: why them, and a question that takes ten minutes to answer")
    }

    /// What to ask a contact for.
    package enum Request: Equatable, Sendable {
        case plans, name, catchUp
        /// To a person of this name.
        case introduction(String)
    }

    /// An ask of a contact when nothing is due with them.
    package static func ask(
        for request: Request, through channel: Interaction.Channel, by playbook: PlaybookPolicy
    ) -> Self {
        let (what, say) =
            switch request {
            case .plans:
                (
                    "Ask about their plans for the team",
                    "“What is coming up in your team, and who else, here or elsewhere, should I talk to?”"
                )
            case .introduction(let name):
                ("Ask for an introduction to \(name)", "“You know \(name). Could you introduce us?”")
            case .name:
                ("Ask for another name", "“Who else, here or elsewhere, should I talk to?”")
            case .catchUp:
                (
                    "Catch up, and ask for another name",
                    "One piece of news, then: “Who else, here or elsewhere, should I talk to?”"
                )
            }
        return Self(channel, what, hour: channel == .call ? morning(playbook) : nil, say: say)
    }
}

/// The hours of a telephone call, in words: `before 9:00`.
package func morning(_ playbook: PlaybookPolicy) -> String { "before \(clock(playbook.callBeforeMinute))" }

/// The hour of the call after a no, in words: `8:30, before 9:00`.
private func callHours(_ playbook: PlaybookPolicy) -> String {
    "\(clock(playbook.callAtMinute)), \(morning(playbook))"
}

/// A minute of the day as `8:30`.
package func clock(_ minute: Int) -> String {
    let rest = minute % 60
    return "\(minute / 60):\(rest < 10 ? "0" : "")\(rest)"
}
