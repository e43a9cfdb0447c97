internal import ReferralGraph

/// Contacts, and talks that were agreed upon: they lie ahead until someone says how they went.
extension EditDraft {
    /// Records a contact, or what has become of the talk that it is.
    /// - Parameter topic: Which conversation it belongs to; `nil` for the one that the entry itself names.
    /// - Returns: The edit's summary.
    mutating func log(
        _ entry: Interaction, in topic: ContactEntry.Topic? = .latest,
        outcome: ContactEntry.Outcome = .asAgreed
    ) throws(EditError) -> String {
        var contact = entry
        let isAhead = entry.date.isLater(than: now)
        if isAhead, !entry.channel.isTalk || entry.direction != .mutual || outcome == .missed {
            throw .inTheFuture(entry.date, now: now)
        }
        concern(entry.people)
        let place = talkAgreedUpon(like: entry, outcome)
        let earlier = place.map { network.interactions[$0] }
        if let earlier {
            contact.people = (earlier.people + entry.people).uniqued()
            contact.purposes = (earlier.purposes + entry.purposes).uniqued()
            (contact.id, contact.thread, contact.opportunity) = (
                earlier.id, earlier.thread, earlier.opportunity
            )
            contact.subject = entry.subject ?? earlier.subject
            contact.note = joined(earlier.note, entry.note)
        }
        if [.canceled, .rescheduled].contains(outcome) {
            guard let place, let earlier else {
                throw .nothingToDo(
                    "no talk with \(names(of: entry.people)) is agreed upon; "
                        + "`rebound log \(entry.channel.rawValue) \(entry.people[0]) --on \"next thursday 10:00\"` records one"
                )
            }
            let talk = "\(earlier.words) \(names(of: earlier.people))"
            if outcome == .canceled {
                network.interactions.remove(at: place)
                for position in network.referrals.indices
                where earlier.id != nil && network.referrals[position].interaction == earlier.id {
                    network.referrals[position].interaction = nil
                }
                return said("Canceled \(talk) on \(moment(earlier.date))")
            }
            say("Moved \(talk) from \(moment(earlier.date)) to \(moment(entry.date))")
        }
        contact.agreed = isAhead ? today : nil
        contact.wasMissed = outcome == .missed
        let talk = "\(contact.words) \(names(of: contact.people))"
        let summary = isAhead ? "Agreed on \(talk)" : contact.wasMissed ? "Missed: \(talk)" : "Logged \(talk)"
        if outcome != .rescheduled {
            let subject = contact.subject.map { ": “\($0)”" } ?? ""
            say(
                "\(summary) \(isAhead ? "for" : "on") \(isAhead ? moment(contact.date) : "\(contact.date.day)")\(subject)"
            )
        }
        if let topic, earlier == nil || topic != .latest { try self.place(&contact, in: topic) }
        if let promise = contact.promise {
            say(
                "\(names(of: contact.people)) will \(promise.what)"
                    + (promise.due.map { ", by \(moment($0))" } ?? "")
            )
        }
        if let place { network.interactions[place] = contact } else { network.interactions.append(contact) }
        if !isAhead, !contact.wasMissed {
            recordInterviewStage(of: contact)
            followReferrals(with: contact)
        }
        return summary
    }

    /// The talk on record that an entry tells more of.
    private func talkAgreedUpon(like entry: Interaction, _ outcome: ContactEntry.Outcome) -> Int? {
        guard entry.channel.isTalk, entry.direction == .mutual else { return nil }
        let talks = network.interactions.enumerated().filter { _, talk in
            guard talk.agreed != nil else { return false }
            let (left, right) = (Set(talk.people), Set(entry.people))
            guard left.isSubset(of: right) || right.isSubset(of: left) else { return false }
            switch outcome {
            case .asAgreed:
                // A call on the morning of an interview is not the interview.
                return talk.date.day == entry.date.day
                    && (talk.channel == entry.channel || entry.channel == .interview)
                    && (entry.date.isLater(than: now) || !talk.date.isLater(than: now))
            case .missed: return !talk.date.isLater(than: now)
            case .canceled, .rescheduled: return true
            }
        }
        let day = outcome == .rescheduled ? today : entry.date.day
        func order(_ talk: Interaction) -> (Int, Int) {
            (talk.channel == entry.channel ? 0 : 1, abs(talk.date.day - day))
        }
        return talks.min { order($0.element) < order($1.element) }?.offset
    }

    /// A stage has told how the talks about it on its day went.
    mutating func settleTalks(about id: OpportunityID, with people: [PersonID], on day: CalendarDay) {
        for position in network.interactions.indices {
            let talk = network.interactions[position]
            guard talk.agreed != nil, talk.opportunity == id, talk.date.day == day,
                people.isEmpty || talk.people.allSatisfy(people.contains)
            else { continue }
            network.interactions[position].agreed = nil
        }
    }

    /// A day, with its time where there is one: `2026-04-02 10:00`.
    func moment(_ moment: Timestamp) -> String {
        "\(moment.day)" + (moment.timeOfDay.map { " \($0)" } ?? "")
    }

    private func joined(_ old: String?, _ new: String?) -> String? {
        guard let old, let new, old != new else { return new ?? old }
        return "\(old)\n\(new)"
    }

    private mutating func place(
        _ contact: inout Interaction, in topic: ContactEntry.Topic
    ) throws(EditError) {
        switch topic {
        case .opportunity(let text):
            let id = try opportunity(text)
            contact.opportunity = id
            // A conversation about it that has a name goes on under that name.
            contact.thread =
                conversations(with: contact.people, before: contact.date).first { $0.opportunity == id }?
                .thread
        case .thread(let name): contact.thread = try oneLine(name, field: "the name of the conversation")
        case .new:
            let name = contact.subject ?? "\(names(of: contact.people)) \(contact.date.day)"
            contact.thread = slug(
                of: name, notIn: isTaken(network.interactions.compactMap(\.thread)), orElse: "thread")
        case .latest:
            let last = latestConversation(
                with: contact.people, before: contact.date, within: Conversation.goesOnForDays)
            contact.thread = last?.thread
            contact.opportunity = last?.opportunity
            let name = last?.opportunity.map { title(of: $0) } ?? last?.thread.map { "“\($0)”" }
            if let name { say("Added to the conversation about \(name)") }
            if contact.opportunity == nil, last == nil || contact.channel == .interview,
                let role = onlyLiveRole(of: contact)
            {
                contact.opportunity = role
                say("This is about \(title(of: role))")
            }
        }
    }

    /// The one live opportunity that a contact can be about: all of these people have to do with it; for an interview, else
    /// the only one at their employer. `nil` when there is none, or another.
    private func onlyLiveRole(of contact: Interaction) -> OpportunityID? {
        let day = contact.date.day
        let live = network.opportunities.filter { role in
            role.isLive && role.stages.first.map { $0.date.day <= day } ?? true
        }
        let voices: [Participant.Role] = [.hiringManager, .interviewer, .recruiter, .agency, .coordinator]
        let own = live.filter { role in
            contact.people.allSatisfy { person in
                role.participants.contains { $0.person == person && voices.contains($0.role) }
            }
        }
        if !own.isEmpty || contact.channel != .interview { return own.count == 1 ? own[0].id : nil }
        let employers = Set(contact.people.map { network.people[index(of: $0)].employment(on: day)?.company })
        let there = live.filter { employers == [$0.company] }
        return there.count == 1 ? there[0].id : nil
    }

    /// An interview about an opportunity is a stage of it, unless that day's is recorded.
    private mutating func recordInterviewStage(of contact: Interaction) {
        guard contact.channel == .interview, let id = contact.opportunity else { return }
        let stages = network.opportunities[index(of: id)].stages
        guard !stages.contains(where: { $0.stage == .interview && $0.date.day == contact.date.day })
        else { return }
        advance(id, StageEvent(stage: .interview, date: contact.date, people: contact.people))
    }

    /// Dates the step of a referral that a contact is.
    private mutating func followReferrals(with contact: Interaction) {
        guard contact.direction != .incoming else { return }
        let day = contact.date.day
        for position in network.referrals.indices {
            var referral = network.referrals[position]
            guard contact.people.contains(referral.to), referral.from != network.seeker,
                referral.met == nil, referral.declined == nil, let given = referral.given, given <= day
            else { continue }
            if referral.used == nil {
                referral.used = day
                say("That uses the referral by \(name(of: referral.from))")
            }
            if contact.direction == .mutual {
                referral.met = day
                say("That is the talk the referral by \(name(of: referral.from)) led to")
            }
            network.referrals[position] = referral
        }
    }
}

extension Interaction.Channel {
    /// Whether both sides speak in it.
    var isTalk: Bool { self == .call || self == .meeting || self == .interview }
}

extension Interaction {
    /// `an e-mail to`, `a call with`.
    var words: String {
        let what =
            switch channel {
            case .email: "an e-mail"
            case .call: "a call"
            case .meeting: "a meeting"
            case .message: "a message"
            case .interview: "an interview"
            case .letter: "a letter"
            }
        return switch direction {
        case .outgoing: "\(what) to"
        case .incoming: "\(what) from"
        case .mutual: "\(what) with"
        }
    }
}
