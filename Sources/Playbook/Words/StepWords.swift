package import ReferralGraph

/// Every sentence of the playbook's steps, in one place: rules find facts, and ask here for the words.
///
/// They stand below the floors that print them, because drawings, pages, texts and the JSON all show the same words.
extension DueStep.Action {
    // MARK: After a no

    /// The call to the manager who said no: thanks, feedback and a name.
    /// - Parameters:
    ///   - isFilled: Whether someone else is known to have got the role.
    ///   - hours: When to call.
    ///   - isQuiet: Whether the no is not spoken of.
    static func callAboutNo(to role: String, isFilled: Bool, hours: String, isQuiet: Bool) -> Self {
        Self(
            .call, "Call about \(isQuiet ? "" : "the “no” for ")\(role)", hour: hours,
            say: talkAfterNo(isFilled: isFilled, isQuiet: isQuiet))
    }

    /// The same for someone who does not want to be called.
    static func writeAboutNo(
        to role: String, isFilled: Bool, through channel: Interaction.Channel, isQuiet: Bool
    ) -> Self {
        Self(
            channel, "Write about \(isQuiet ? "" : "the “no” for ")\(role)",
            say: talkAfterNo(isFilled: isFilled, isQuiet: isQuiet))
    }

    private static func talkAfterNo(isFilled: Bool, isQuiet: Bool) -> String {
        if isQuiet {
            return
                "Thank them for their time, ask for their feedback, then: “Is there anyone else here, or elsewhere, I should talk to?”"
        }
        return (isFilled ? "Wish them well with the new hire" : "Thank them for telling you")
            + ", ask what was missing, then: “Is there anyone else here, or elsewhere, I should talk to?”"
    }

    static func askForName(andFeedback lacksFeedback: Bool, through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Ask for one more name" + (lacksFeedback ? " and for feedback" : ""),
            say: "“Thank you for our talk. Is there anyone else here, or elsewhere, I should talk to?”")
    }

    static func thankAfterNo(through channel: Interaction.Channel, isQuiet: Bool) -> Self {
        Self(
            channel, "Send a thank-you note",
            say: "Thank them for their time, and ask to be kept in mind"
                + (isQuiet ? "" : ". No anger, no argument"))
    }

    static func inviteToConnect(through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Invite them to connect",
            say: "Write your own invitation: mention one thing you talked about")
    }

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

    static func noteAfterInterview(through channel: Interaction.Channel) -> Self {
        Self(
            channel, channel == .email ? "Forward your last e-mail" : "Write a short note",
            say:
                "Add a short note: you are still interested, other conversations are moving, and you can send "
                + "more information. Do not ask for the status")
    }

    /// - Parameter isLast: Whether two asks have gone without an answer.
    static func askAboutProcess(_ role: String, isLast: Bool, through channel: Interaction.Channel) -> Self {
        isLast
            ? Self(
                channel, "Write once more about \(role)",
                say:
                    "Two friendly sentences: you are still interested, and they need not answer if it is too early"
            )
            : Self(
                channel, "Ask kindly about \(role)",
                say: "Two sentences: you are still interested; is there anything they need from you?")
    }

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
    static func callAfterAsks(_ asks: Int, wasWritten: Bool, hours: String) -> Self {
        let tries = wasWritten ? "I wrote to you " : "I tried to reach you "
        return Self(
            .call, "Call \(hours)", hour: hours,
            say: "“\(tries)\(TimeInWords.times(asks)). Do you have five minutes?”")
    }

    static func tryAgain(
        everyDays days: Int, through channel: Interaction.Channel, isQuiet: Bool
    ) -> Self {
        Self(
            channel, "Try again, \(TimeInWords.frequency(everyDays: days))",
            say: "Send a friendly line without reproach" + (isQuiet ? "" : ": silence is not a no"))
    }

    /// - Parameters:
    ///   - referrer: The name to mention; `nil` for someone who asked not to be named.
    ///   - firstName: What the seeker calls them.
    static func useReferral(
        from referrer: String?, firstName: String, through channel: Interaction.Channel
    ) -> Self {
        guard let referrer else {
            return Self(
                channel, "Get in touch, as was suggested to you",
                say:
                    "Say why you write, without naming the one who led you there; afterwards, tell them how it went"
            )
        }
        return Self(
            channel, "Get in touch, as \(firstName) suggested",
            say: "“\(referrer) suggested that I talk to you.” Afterwards, tell \(firstName) how it went")
    }

    /// - Parameter isRolePosted: Whether a role is posted where they work.
    static func remindOfPromise(
        _ what: String, isRolePosted: Bool = false, through channel: Interaction.Channel
    ) -> Self {
        Self(
            channel, "Send a gentle reminder",
            say: "Remind them kindly of their promise: \(what). “Can I make it easier for you?”"
                + (isRolePosted ? " Ask whether you should apply yourself before it closes" : ""))
    }

    /// - Parameter time: By what time of the day, where one was said.
    static func keepPromise(
        _ what: String, by time: String?, through channel: Interaction.Channel
    ) -> Self {
        Self(
            channel, "Keep your promise",
            say: "You promised: \(what)" + (time.map { ", by \($0)" } ?? ""))
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

    static func congratulate(at company: Company?, through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Congratulate on the new role",
            say: "Congratulate them on the role at \(company?.name ?? "the new employer")")
    }

    /// - Parameter title: The role that is open, where it is known.
    /// - Parameter hours: When to call; `nil` for someone who does not want to be called.
    static func askAboutOpening(
        _ title: String?, at company: Company, hours: String?, through channel: Interaction.Channel
    ) -> Self {
        let role = title.map { "“\($0)”" } ?? "the opening"
        var say =
            "Tell them that you are interested in \(role), and what experience you have gained since you last talked"
        if company.hasReferralProgramme == true {
            say +=
                "; \(company.name) pays referrers a bonus, and referred candidates are said to be 3 to 5 times as likely to be hired"
        }
        return Self(
            hours == nil ? channel : .call, "Ask about the new opening: \(role)", hour: hours, say: say)
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
        /// After a year and more without a word.
        case reacquaintance
    }

    /// An ask of a contact when nothing is due with them.
    package static func ask(
        for request: Request, through channel: Interaction.Channel, hours: String
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
            case .reacquaintance:
                (
                    "Renew the acquaintance",
                    "Remind them where you met, one piece of news, a kind question about them. Ask for nothing yet"
                )
            case .catchUp:
                (
                    "Catch up, and ask for another name",
                    "One piece of news, then: “Who else, here or elsewhere, should I talk to?”"
                )
            }
        return Self(channel, what, hour: channel == .call ? hours : nil, say: say)
    }
}

/// A minute of the day as `8:30`.
package func clock(_ minute: Int) -> String {
    let rest = minute % 60
    return "\(minute / 60):\(rest < 10 ? "0" : "")\(rest)"
}
