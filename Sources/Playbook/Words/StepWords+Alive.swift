import ReferralGraph

/// The sentences of playbook R5: while a role is alive, and when it ends another way than by a no.
extension DueStep.Action {
    /// - Parameter isPanel: Whether several people were in the talk.
    static func thankAfterInterview(isPanel: Bool, through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Thank them for the interview",
            say: "Thank them for their time, and name one thing you talked about"
                + (isPanel ? ". Write to each of them, each time in other words" : ""))
    }

    /// - Parameter day: The day they named, in words, as everywhere below.
    static func askAfterStatedDay(
        _ day: String, role: String, through channel: Interaction.Channel
    ) -> Self {
        Self(
            channel, "Ask how things stand with \(role)",
            say:
                "One friendly message: “You mentioned \(day). Has the timeline moved? I am still very interested.”"
        )
    }

    static func applyBefore(_ day: String, role: String) -> Self {
        Self(nil, "Apply for \(role) by \(day)", say: "Applications close on \(day)")
    }

    static func askWhoTookOver(
        from leaver: String, role: String, through channel: Interaction.Channel
    ) -> Self {
        Self(
            channel, "Ask who has taken over from \(leaver)",
            say: "“I was in touch with \(leaver) about \(role). Who looks after it now?”")
    }

    static func tellReferee(role: String, through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Tell them that they may be asked about you",
            say: "Say who may ask about \(role), and what matters there. Ask when they can be reached")
    }

    static func nameAnotherReferee(besides name: String, through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Offer another reference",
            say: "“\(name) is hard to reach at the moment. May I give you two other names?”")
    }

    static func tellOfOffer(
        answerBy day: String?, role: String, through channel: Interaction.Channel
    ) -> Self {
        let by = day.map { ", and that you have to answer by \($0)" } ?? ""
        return Self(
            channel, "Tell them that you have an offer",
            say:
                "Say that you have an offer\(by). You would rather work with them: ask what they can tell you about "
                + "\(role) before then. No pressure")
    }

    static func thankForOffer(answerBy day: String?, through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Thank them for the offer",
            say: day.map { "Thank them, and say that you will answer by \($0)" }
                ?? "Thank them, and name the day by which you will answer")
    }

    static func answerOffer(by day: String, role: String, through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Answer the offer by \(day)",
            say: "Accept or decline \(role), with thanks; if you need longer, ask for it before the day")
    }

    static func withdraw(from role: String, through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Withdraw from \(role)",
            say:
                "“I have accepted another position. Thank you for your time; I would be glad to stay in touch.”"
        )
    }

    static func tellHelper(of role: String, through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Tell them the good news",
            say: "Say that you got \(role), and thank them for their part in it")
    }

    static func noteOnReposting(role: String, through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Write a short note: \(role) is posted again",
            say:
                "Say that you saw it, what is new since you talked, and that you are still interested. No reproach"
        )
    }

    /// - Parameter orCall: Whether a call would do, too.
    static func afterMissedTalk(through channel: Interaction.Channel, orCall: Bool) -> Self {
        Self(
            channel, "\(orCall ? "Call or write" : "Write") once about the talk they missed",
            say: "“I think we missed each other. When would suit you?” Friendly, and once")
    }

    static func sayHowItWent(with names: [String]) -> Self {
        Self(
            nil, "Say how the talk with \(names.joined(separator: ", ")) went",
            say: "Log it with a note, or with --no-show if they did not come")
    }

    /// - Parameter name: The person they led to.
    static func tellReferrer(of name: String, through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Thank them, and tell them how it went with \(name)",
            say: "Two sentences: thanks for opening the door, and what came of it. Ask for nothing new")
    }

    /// - Parameter hours: When to call, for a call.
    static func inquireAfterPromise(
        _ what: String, by day: String?, through channel: Interaction.Channel, hours: String
    ) -> Self {
        Self(
            channel, "Ask once, kindly, how things stand", hour: channel == .call ? hours : nil,
            say: day.map { "“You mentioned \($0). Has the timeline moved? I am still very interested.”" }
                ?? "“You said that you would \(what). Is there any news, or anything I can add?”")
    }

    static func wishWell(at company: String, through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Wish them well, without a question",
            say:
                "Say that you read the news about \(company) and think of them and the team. Do not ask for the status"
        )
    }

    static func kindWordAfterJobLoss(through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Send a kind word",
            say:
                "Say that you are sorry to hear that they lost their job, and ask how you can help. Ask for nothing"
        )
    }

    static func writeOnceMore(through channel: Interaction.Channel, isQuiet: Bool) -> Self {
        Self(
            channel, "Write once more, briefly",
            say: "Two friendly sentences, and an easy way \(isQuiet ? "out" : "to say no"). "
                + "Then leave it for a few weeks")
    }

    static func askIfDoorIsOpen(role: String, through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Ask whether the door is still open",
            say:
                "“When we talked about \(role) you said that I could come back. I would like to: is there a need now?”"
        )
    }

    static func wordAfterKindNo(through channel: Interaction.Channel) -> Self {
        Self(
            channel, "Send a short word",
            say: "Remind them who you are, one piece of news, and that you are still interested")
    }
}
