package import GraphAlgorithms
package import ReferralGraph

/// Playbook R2: which conversations have stalled, who is to move, and how.
package struct Silence {
    let situation: Situation
    /// The silence model’s odds for a person's open ask, where there is one.
    private let odds: [NodeID: SilenceOdds]
    /// The rule of 3B7, where the policy has it.
    private let onePerCompany: OnePersonPerCompany?
    let processes: HiringProcesses
    /// Those who have said that they will be in touch.
    private let promisers: Set<NodeID>
    /// The latest day on which a talk was agreed upon with someone; talks with a recorded outcome do not count.
    private let talks: [NodeID: CalendarDay]

    package init(situation: Situation, processes: HiringProcesses, odds: [NodeID: SilenceOdds]) {
        self.situation = situation
        self.processes = processes
        promisers = Set(processes.promises.filter(\.saysWhenToExpectThem).map(\.node))
        var talks: [NodeID: CalendarDay] = [:]
        for list in [situation.appointments, situation.network.interactions] {
            for position in list.indices {
                guard let day = list[position].agreed else { continue }
                for node in list[position].people.compactMap(situation.index.node(of:)) {
                    talks[node] = max(talks[node] ?? day, day)
                }
            }
        }
        self.talks = talks
        self.odds = odds
        onePerCompany =
            situation.playbook.asksOnePersonPerCompany ? OnePersonPerCompany(situation) : nil
    }

    var playbook: PlaybookPolicy { situation.playbook }

    /// All findings, with those whose day has not come: whoever reports them filters by ``DueStep/earliest``.
    /// - Complexity: O(touches + referrals + interactions).
    package func findings() -> [StalledThread] {
        let threads = situation.threads.compactMap(finding(in:))
        return threads + threads.compactMap(secondPerson(after:)) + unusedReferrals() + promises()
    }

    /// How many conversations have been silent for so long that nothing in them is due any more: an archive of many
    /// years is no list of debts. They are not closed; whoever is worth a call is ranked like everybody else.
    /// - Complexity: O(touches).
    package func cooledDown() -> [PersonID] {
        situation.threads.filter(hasCooledDown).map { situation.id(of: $0.node) }
    }

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
            if situation.isQuiet { return nil }
            return closed(
                thread, since: declined, "\(situation.firstName(node)) declined to be introduced")
        }
        if let ending = ending(of: thread) {
            return ending.isRefusal && situation.isQuiet
                ? nil : closed(thread, since: ending.day, ending.reason)
        }
        switch turn(in: thread) {
        case .closed(let position):
            let byThem = thread.touches[position].direction == .incoming
            if byThem, situation.isQuiet { return nil }
            return closed(
                thread, since: thread.touches[position].day,
                byThem ? "\(situation.firstName(node)) said no" : "you closed it")
        case .theirs(let asks, let position):
            if let opportunity = awaitedDecision(thread), wasInterviewed(opportunity) {
                return afterInterview(thread, opportunity)
            }
            return unanswered(thread, asks: asks, last: thread.touches[position])
        case .yours(let position):
            let word = thread.touches[position]
            let due = situation.calendar(of: node)
                .day(playbook.answerAfterBusinessDays, businessDaysAfter: word.day)
            return stalled(
                thread, .youOwe, since: word.day, rule: .answer, due: due,
                .answer(
                    playbook.avoidsCalls ? .message : word.channel,
                    by: situation.channel(to: node, preferring: word.channel, callsBack: true)))
        case .nobody:
            // Whoever named a day is asked by R5.stated-time.
            guard !promisers.contains(node) else { return nil }
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
            let word = thread.touches[position]
            let isAnswered = touches.contains { $0.date > word.date && $0.direction.hasOurWord }
            return isAnswered || talks[thread.node].map { $0 >= word.day } ?? false ? .nobody : turn
        case .nobody, .closed: return turn
        }
    }

    /// The decision on the thread's opportunity, when nothing was said after it.
    private func ending(of thread: ConversationThread) -> (
        day: CalendarDay, reason: String, isRefusal: Bool
    )? {
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
        case .accepted: return (day, "you accepted “\(title)”", false)
        case .withdrawn: return (day, "you withdrew from “\(title)”", false)
        default: return (day, "“\(title)” ended with a no", true)
        }
    }

    /// The undecided opportunity on which this thread's person owes the word.
    private func awaitedDecision(_ thread: ConversationThread) -> Int? {
        guard let position = thread.opportunity ?? onlyRole(of: thread),
            let process = processes.process(of: position), process.voice == thread.node
        else { return nil }
        let stage = situation.network.opportunities[position].currentStage
        // The end of a hold has a step of its own.
        return stage?.stage == .offer || stage?.stage == .onHold && stage?.until != nil ? nil : position
    }

    /// The role that a conversation about none is about: the only one alive in which the person takes part, if nothing else
    /// was said on it.
    private func onlyRole(of thread: ConversationThread) -> Int? {
        let own = processes.processes(with: thread.node)
        guard own.count == 1, thread.name == nil,
            !situation.history.touches(with: thread.node).contains(where: { touch in
                touch.opportunity == own[0].position && touch.interaction != nil
            })
        else { return nil }
        return own[0].position
    }

    private func wasInterviewed(_ position: Int) -> Bool {
        situation.network.opportunities[position].stages.contains {
            $0.stage == .interview || $0.stage == .finalist
        }
    }

    private func afterInterview(_ thread: ConversationThread, _ opportunity: Int) -> StalledThread? {
        // The last word on the role, in whichever thread with this person it was said.
        let touches = situation.history.touches(with: thread.node)
        let word = touches.last { $0.opportunity == opportunity } ?? thread.touches[thread.touches.count - 1]
        if let kindness = hardTimes(thread, since: word) { return kindness }
        // The role may have moved on without a word to this person.
        let stage = situation.network.opportunities[opportunity].currentStage
        let since = max(word.day, stage.map { situation.day(of: $0.date, for: thread.node) } ?? word.day)
        // After two chases without an answer it is time to step back.
        let days =
            situation.openAsks(to: thread.node) < 2 ? playbook.afterInterviewDays : playbook.stepBackAfterDays
        guard wasInterviewed(opportunity) else {
            return stalled(
                thread, .theyOwe, since: since, rule: .openApplication, due: since + days,
                .askAboutProcess(
                    situation.network.opportunities[opportunity].title, isLast: false,
                    through: usualChannel(thread, word)))
        }
        return stalled(
            thread, .theyOwe, since: since, rule: .afterInterview, due: since + days,
            .noteAfterInterview(through: situation.channel(to: thread.node, preferring: .email)))
    }

    /// A call where most of the talking was done by telephone, else in writing.
    private func usualChannel(_ thread: ConversationThread, _ word: Touch) -> Interaction.Channel {
        let calls = thread.touches.count { $0.channel == .call && $0.direction.hasTheirWord }
        return situation.channel(
            to: thread.node, preferring: word.channel, callsBack: calls * 2 > thread.touches.count)
    }

    /// In hard times at their company a kind word takes the place of every question; one is enough.
    private func hardTimes(_ thread: ConversationThread, since word: Touch) -> StalledThread? {
        guard let company = situation.company(of: thread.node) else { return nil }
        let news = company.signals.filter { signal in
            [.layoffs, .hiringFreeze, .crisis, .securityIncident].contains(signal.kind)
                && situation.asOf.day - signal.date <= playbook.hardTimesLastDays
        }.map(\.date).max()
        guard let news else { return nil }
        // Counted from the last word of the seeker's, which may be a kind one.
        let said = situation.history.touches(with: thread.node).last(where: \.direction.hasOurWord)?.day
        let since = max(news, word.day, said ?? news)
        // One kind word to the company is enough.
        let wasSaid = ([thread.node] + processes.processes(at: company.id).flatMap(\.panel)).contains {
            situation.wasTouched($0, since: news, \.direction.hasOurWord)
        }
        let due =
            wasSaid
            ? since + playbook.monthlyTouchAfterDays
            : situation.calendar(of: thread.node).day(1, businessDaysAfter: news)
        return stalled(
            thread, .theyOwe, since: word.day, rule: .hardTimes, due: due,
            .wishWell(
                at: company.name, through: situation.channel(to: thread.node, preferring: .email)))
    }

    private func unanswered(_ thread: ConversationThread, asks: Int, last: Touch) -> StalledThread {
        let calendar = situation.calendar(of: thread.node)
        let channel = situation.channel(to: thread.node, preferring: last.channel)
        if let kindness = hardTimes(thread, since: last) { return kindness }
        if !processes.processes(with: thread.node).isEmpty, onePerCompany == nil {
            return unansweredInProcess(thread, asks: asks, last: last)
        }
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
        if asks == 2, last.channel != .call, onePerCompany == nil, !canTelephone(thread.node) {
            return stalled(
                thread, .theyOwe, since: last.day, rule: .tryAgain,
                due: last.day + playbook.stepBackAfterDays,
                .writeOnceMore(through: channel, isQuiet: situation.isQuiet))
        }
        if asks == 2, last.channel != .call, onePerCompany == nil {
            let due = calendar.day(playbook.telephoneAfterBusinessDays, businessDaysAfter: last.day)
            let wasWritten = thread.touches.filter(\.isAsk).suffix(asks)
                .allSatisfy { [.email, .letter, .message].contains($0.channel) }
            return stalled(
                thread, .theyOwe, since: last.day, rule: .telephone, due: due,
                .callAfterAsks(asks, wasWritten: wasWritten, hours: situation.callHours(of: thread.node)))
        }
        return stalled(
            thread, .theyOwe, since: last.day, rule: .tryAgain,
            due: last.day + playbook.monthlyTouchAfterDays,
            .tryAgain(
                everyDays: playbook.monthlyTouchAfterDays, through: channel, isQuiet: situation.isQuiet))
    }

    /// Whether a call is welcome, and a number to call is on record.
    func canTelephone(_ node: NodeID) -> Bool {
        situation.mayCall(node) && !situation.network.people[Int(node)].phones.isEmpty
    }

    /// A question to someone of a hiring process is no cold message: one reminder after a week, then a rest.
    private func unansweredInProcess(
        _ thread: ConversationThread, asks: Int, last: Touch
    ) -> StalledThread {
        let due =
            asks < 2
            ? situation.calendar(of: thread.node)
                .day(playbook.beInTouchAfterBusinessDays, businessDaysAfter: last.day)
            : last.day + playbook.stepBackAfterDays
        return stalled(
            thread, .theyOwe, since: last.day, rule: asks < 2 ? .firstMessage : .tryAgain, due: due,
            .askAboutProcess(
                situation.network.opportunities[processes.processes(with: thread.node)[0].position].title,
                isLast: asks >= 2,
                through: situation.channel(to: thread.node, preferring: last.channel)))
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
                    through: situation.channel(to: second, preferring: nil)))
        } else {
            another.step = DueStep(
                person: finding.person, rule: .secondPerson, since: finding.since, earliest: due, due: due,
                action: .findSecond(at: company, besides: first))
        }
        return another
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

    func stalled(
        _ node: NodeID, _ kind: StalledThread.Kind, since: CalendarDay, rule: Rule, due: CalendarDay,
        _ action: DueStep.Action, opportunity: OpportunityID? = nil, related: PersonID? = nil,
        thread: String? = nil
    ) -> StalledThread {
        var finding = bare(kind, node, since: since)
        finding.opportunity = opportunity
        finding.thread = thread
        finding.step = DueStep(
            person: finding.person, rule: rule, opportunity: opportunity, related: related, since: since,
            earliest: kind == .youOwe ? since : due, due: due, action: action, thread: thread)
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
