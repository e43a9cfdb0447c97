package import GraphAlgorithms
import ReferralGraph

/// Playbook R2: which conversations have stalled, who is to move, and how.
package struct Silence {
    private let situation: Situation
    /// The silence model’s odds for a person's open ask, where there is one.
    private let odds: [NodeID: SilenceOdds]
    /// The rule of 3B7, where the policy has it.
    private let onePerCompany: OnePersonPerCompany?

    package init(situation: Situation, odds: [NodeID: SilenceOdds]) {
        self.situation = situation
        self.odds = odds
        onePerCompany =
            situation.playbook.asksOnePersonPerCompany ? OnePersonPerCompany(situation) : nil
    }

    private var playbook: PlaybookPolicy { situation.playbook }

    /// All findings, with those whose day has not come: whoever reports them filters by ``DueStep/earliest``.
    /// - Complexity: O(touches + referrals + interactions).
    package func findings() -> [StalledThread] {
        let threads = situation.threads.compactMap(finding(in:))
        return threads + threads.compactMap(secondPerson(after:)) + unusedReferrals() + promises()
    }

    /// How many conversations have been silent for so long that nothing in them is due any more: an archive of many
    /// years is no list of debts. They are not closed; whoever is worth a call is ranked like everybody else.
    /// - Complexity: O(touches).
    package func cooledDownCount() -> Int { situation.threads.count(where: hasCooledDown) }

    private func hasCooledDown(_ thread: ConversationThread) -> Bool {
        let last = thread.touches[thread.touches.count - 1]
        guard situation.today(for: thread.node) - last.day > playbook.warmForDays,
            ending(of: thread) == nil, awaitedDecision(thread) == nil
        else { return false }
        return switch turn(in: thread) {
        case .theirs, .yours: true
        case .nobody, .closed: false
        }
    }

    private func finding(in thread: ConversationThread) -> StalledThread? {
        if hasCooledDown(thread) { return nil }
        let node = thread.node
        let last = thread.touches[thread.touches.count - 1]
        if situation.mustNotContact(node) {
            return closed(thread, since: last.day, "\(situation.firstName(node)) is not to be contacted")
        }
        if let declined = situation.declinedIntroduction(node) {
            return closed(
                thread, since: declined, "\(situation.firstName(node)) declined to be introduced")
        }
        if let ending = ending(of: thread) { return closed(thread, since: ending.day, ending.reason) }
        switch turn(in: thread) {
        case .closed(let position):
            let byThem = thread.touches[position].direction == .incoming
            return closed(
                thread, since: thread.touches[position].day,
                byThem ? "\(situation.firstName(node)) said no" : "you closed it")
        case .theirs(let asks, let position):
            if let opportunity = awaitedDecision(thread) { return afterInterview(thread, opportunity) }
            return unanswered(thread, asks: asks, last: thread.touches[position])
        case .yours(let position):
            let word = thread.touches[position]
            let due = situation.calendar(of: node)
                .day(playbook.answerAfterBusinessDays, businessDaysAfter: word.day)
            return stalled(
                thread, .youOwe, since: word.day, rule: .answer, due: due,
                .answer(
                    word.channel,
                    by: reachableChannel(situation.person(node), preferring: word.channel)))
        case .nobody:
            return awaitedDecision(thread).flatMap { afterInterview(thread, $0) }
        }
    }

    /// Whose turn it is, taking into account what was said to the same person elsewhere.
    private func turn(in thread: ConversationThread) -> ConversationThread.Turn {
        let turn = thread.turn
        let touches = situation.history.touches(with: thread.node)
        switch turn {
        case .theirs(_, let position):
            let ask = thread.touches[position].date
            return touches.contains { $0.date > ask && $0.direction.hasTheirWord } ? .nobody : turn
        case .yours(let position):
            let word = thread.touches[position].date
            return touches.contains { $0.date > word && $0.direction.hasOurWord } ? .nobody : turn
        case .nobody, .closed: return turn
        }
    }

    /// The decision on the thread's opportunity, when nothing was said after it.
    private func ending(of thread: ConversationThread) -> (day: CalendarDay, reason: String)? {
        guard let position = thread.opportunity,
            let stage = situation.network.opportunities[position].currentStage, stage.stage.isFinal
        else { return nil }
        let day = situation.day(of: stage.date, for: thread.node)
        let goesOn = thread.touches.contains { touch in
            // Thanks on the day of the decision ask for nothing.
            touch.isAfter(stage.date, on: day) == true
                && (touch.day > day || touch.isAsk || touch.wantsAnswer)
        }
        guard !goesOn else { return nil }
        let title = situation.opportunityName(position)
        switch stage.stage {
        case .accepted: return (day, "you accepted “\(title)”")
        case .withdrawn: return (day, "you withdrew from “\(title)”")
        default: return (day, "“\(title)” ended with a no")
        }
    }

    /// The undecided opportunity on which this thread's person owes the word.
    private func awaitedDecision(_ thread: ConversationThread) -> Int? {
        guard let position = thread.opportunity else { return nil }
        let opportunity = situation.network.opportunities[position]
        let wasInterviewed = opportunity.stages.contains { $0.stage == .interview || $0.stage == .finalist }
        guard wasInterviewed, opportunity.isLive, opportunity.currentStage?.stage != .offer,
            situation.awaited(on: position) == thread.node
        else { return nil }
        return position
    }

    private func afterInterview(_ thread: ConversationThread, _ opportunity: Int) -> StalledThread? {
        // The last word on the role, in whichever thread with this person it was said.
        let touches = situation.history.touches(with: thread.node)
        let word = touches.last { $0.opportunity == opportunity } ?? thread.touches[thread.touches.count - 1]
        return stalled(
            thread, .theyOwe, since: word.day, rule: .afterInterview,
            due: word.day + playbook.afterInterviewDays, .noteAfterInterview)
    }

    private func unanswered(_ thread: ConversationThread, asks: Int, last: Touch) -> StalledThread {
        let calendar = situation.calendar(of: thread.node)
        let channel = reachableChannel(situation.person(thread.node), preferring: last.channel)
        let isBoosted = onePerCompany?.booster(beside: thread.node) != nil
        if asks == 1, !isBoosted {
            let days =
                onePerCompany == nil
                ? playbook.firstMessageAfterBusinessDays : playbook.returnToFirstAfterBusinessDays
            let due = calendar.day(days, businessDaysAfter: last.day)
            return stalled(
                thread, .theyOwe, since: last.day,
                rule: onePerCompany == nil ? .firstMessage : .returnToFirst, due: due,
                .remindOfAsk(by: last.channel, through: channel))
        }
        if asks == 2, last.channel != .call, onePerCompany == nil {
            let due = calendar.day(playbook.telephoneAfterBusinessDays, businessDaysAfter: last.day)
            let wasWritten = thread.touches.filter(\.isAsk).suffix(asks)
                .allSatisfy { [.email, .letter, .message].contains($0.channel) }
            return stalled(
                thread, .theyOwe, since: last.day, rule: .telephone, due: due,
                .callAfterAsks(asks, wasWritten: wasWritten, by: playbook))
        }
        return stalled(
            thread, .theyOwe, since: last.day, rule: .tryAgain,
            due: last.day + playbook.monthlyTouchAfterDays,
            .tryAgain(everyDays: playbook.monthlyTouchAfterDays, through: channel))
    }

    /// 3B7: while the first person is silent, a second one at the company comes into play.
    private func secondPerson(after finding: StalledThread) -> StalledThread? {
        guard let onePerCompany, finding.step?.rule == .returnToFirst,
            let node = situation.index.node(of: finding.person), let company = situation.company(of: node),
            !onePerCompany.wasAnotherAsked(beside: node, since: finding.since)
        else { return nil }
        let due = onePerCompany.patience(with: node, since: finding.since)
        let first = situation.firstName(node)
        var another = finding
        if let second = onePerCompany.second(beside: node) {
            let person = situation.person(second)
            another.step = DueStep(
                person: person.id, rule: .secondPerson, related: finding.person, since: finding.since,
                earliest: due, due: due,
                action: .writeToSecond(
                    person, firstName: situation.firstName(second), at: company, besides: first,
                    through: reachableChannel(person, preferring: nil)))
        } else {
            another.step = DueStep(
                person: finding.person, rule: .secondPerson, since: finding.since, earliest: due, due: due,
                action: .findSecond(at: company, besides: first))
        }
        return another
    }

    private func unusedReferrals() -> [StalledThread] {
        situation.network.referrals.compactMap { referral in
            guard let given = referral.given, referral.used == nil, referral.met == nil,
                referral.declined == nil, isAboutOthers(referral),
                let node = situation.index.node(of: referral.to), !situation.mustNotContact(node),
                let referrer = situation.index.node(of: referral.from),
                !situation.wasTouched(node, since: given), situation.declinedIntroduction(node) == nil
            else { return nil }
            let due = situation.calendar(of: node)
                .day(playbook.unusedReferralAfterBusinessDays, businessDaysAfter: given)
            return stalled(
                node, .youOwe, since: given, rule: .unusedReferral, due: due,
                .useReferral(
                    from: situation.person(referrer), firstName: situation.firstName(referrer),
                    through: reachableChannel(situation.person(node), preferring: nil)),
                opportunity: referral.opportunity, related: referral.from)
        }
    }

    /// A name the seeker brought along was given by nobody; one given of the seeker leads to nobody.
    private func isAboutOthers(_ referral: Referral) -> Bool {
        ![referral.from, referral.to].contains(situation.network.seeker)
    }

    private func promises() -> [StalledThread] {
        var findings = situation.network.referrals.compactMap(promisedReferral)
        let promisers = Set(findings.map(\.person))
        for interaction in situation.network.interactions {
            guard let promise = interaction.promise, promise.kept == nil,
                let id = interaction.people.first, let node = situation.index.node(of: id),
                !situation.mustNotContact(node)
            else { continue }
            let day = situation.day(of: interaction.date, for: node)
            if promise.by == .seeker {
                findings.append(yourPromise(promise, to: node, day: day, interaction))
            } else if promise.kind == .introduction {
                let wasMade = situation.referrals(from: node).contains {
                    ($0.given ?? $0.used ?? $0.met).map { $0 >= day } ?? false
                }
                if !wasMade, !promisers.contains(id) {
                    findings.append(
                        theirPromise(promise.what, due: promise.due, by: node, day: day, interaction))
                }
            } else if promise.due != nil {
                findings.append(theirPromise(promise.what, due: promise.due, by: node, day: day, interaction))
            }
        }
        return findings
    }

    private func promisedReferral(_ referral: Referral) -> StalledThread? {
        guard let promised = referral.promised, referral.given == nil, referral.used == nil,
            referral.met == nil, referral.declined == nil, isAboutOthers(referral),
            let node = situation.index.node(of: referral.from), !situation.mustNotContact(node),
            let target = situation.index.node(of: referral.to)
        else { return nil }
        return theirPromise(
            "the introduction to \(situation.person(target).name)", due: nil, by: node, day: promised, nil,
            related: referral.to)
    }

    private func theirPromise(
        _ what: String, due: CalendarDay?, by node: NodeID, day: CalendarDay, _ interaction: Interaction?,
        related: PersonID? = nil
    ) -> StalledThread {
        let isIntroduction = interaction.map { $0.promise?.kind == .introduction } ?? true
        let calendar = situation.calendar(of: node)
        let dueDay =
            due.map { calendar.day(1, businessDaysAfter: $0) }
            ?? calendar.day(playbook.promisedIntroductionAfterBusinessDays, businessDaysAfter: day)
        return stalled(
            node, .promiseMissed, since: day, rule: isIntroduction ? .promisedIntroduction : .missedPromise,
            due: dueDay,
            .remindOfPromise(
                what,
                through: reachableChannel(situation.person(node), preferring: interaction?.channel)),
            opportunity: interaction?.opportunity, related: related,
            thread: interaction?.thread)
    }

    private func yourPromise(
        _ promise: Promise, to node: NodeID, day: CalendarDay, _ interaction: Interaction
    ) -> StalledThread {
        let due =
            promise.due
            ?? situation.calendar(of: node).day(playbook.answerAfterBusinessDays, businessDaysAfter: day)
        return stalled(
            node, .youOwe, since: day, rule: .missedPromise, due: due,
            .keepPromise(
                promise.what,
                through: reachableChannel(situation.person(node), preferring: interaction.channel)),
            opportunity: interaction.opportunity,
            thread: interaction.thread)
    }
}

extension Silence {
    private func closed(_ thread: ConversationThread, since: CalendarDay, _ reason: String) -> StalledThread {
        var finding = bare(.closed, thread.node, since: since)
        finding.opportunity = thread.opportunity.map { situation.network.opportunities[$0].id }
        finding.thread = thread.name
        finding.closure = reason
        return finding
    }

    private func stalled(
        _ thread: ConversationThread, _ kind: StalledThread.Kind, since: CalendarDay, rule: Rule,
        due: CalendarDay,
        _ action: DueStep.Action
    ) -> StalledThread {
        stalled(
            thread.node, kind, since: since, rule: rule, due: due, action,
            opportunity: thread.opportunity.map { situation.network.opportunities[$0].id },
            thread: thread.name)
    }

    private func stalled(
        _ node: NodeID, _ kind: StalledThread.Kind, since: CalendarDay, rule: Rule, due: CalendarDay,
        _ action: DueStep.Action, opportunity: OpportunityID? = nil, related: PersonID? = nil,
        thread: String? = nil
    ) -> StalledThread {
        var finding = bare(kind, node, since: since)
        finding.opportunity = opportunity
        finding.thread = thread
        finding.step = DueStep(
            person: finding.person, rule: rule, opportunity: opportunity, related: related, since: since,
            earliest: kind == .youOwe ? since : due, due: due, action: action)
        if kind == .theyOwe { finding.silence = odds[node] }
        return finding
    }

    private func bare(_ kind: StalledThread.Kind, _ node: NodeID, since: CalendarDay) -> StalledThread {
        let today = situation.today(for: node)
        return StalledThread(
            kind: kind, person: situation.id(of: node), since: since, silentDays: max(0, today - since),
            silentBusinessDays: situation.calendar(of: node).businessDays(from: since, to: today))
    }
}
