import GraphAlgorithms
import ReferralGraph

/// Playbook R5: what is due while a role is alive, and when one ends another way than by a no.
package struct WhileAlive {
    private let situation: Situation
    private let processes: HiringProcesses

    package init(situation: Situation, processes: HiringProcesses) {
        self.situation = situation
        self.processes = processes
    }

    private var playbook: PlaybookPolicy { situation.playbook }

    /// The open steps, those not yet due included, in the order of the network.
    /// - Complexity: O(opportunities x participants x touches of a participant).
    package func steps() -> [DueStep] {
        var steps: [DueStep] = []
        for process in processes.all {
            steps += thanks(process) + holdsEnd(process) + leavers(process) + referees(process)
            steps += closingDay(process)
        }
        return steps + offers() + acceptances() + reposted() + appointments()
    }

    // MARK: Thanks

    /// To each interviewer, each different, within a business day.
    private func thanks(_ process: HiringProcess) -> [DueStep] {
        process.panel.compactMap { node in
            guard !situation.mustNotContact(node),
                situation.network.opportunities[process.position].currentStage?.stage != .offer,
                let talk = situation.history.touches(with: node).last(where: {
                    $0.opportunity == process.position && $0.isInterview && $0.channel != .call
                })
            else { return nil }
            let today = situation.today(for: node)
            guard today - talk.day <= playbook.interviewThanksLapseAfterDays,
                !situation.wasTouched(
                    node, since: talk.day,
                    { touch in
                        touch.direction == .outgoing
                            || touch.direction == .mutual
                                && (touch.day > talk.day || situation.purposes(of: touch).contains(.thankYou))
                    })
            else { return nil }
            let due = situation.calendar(of: node)
                .day(playbook.interviewThanksWithinBusinessDays, businessDaysAfter: talk.day)
            return step(
                .thankAfterInterview, node, process.position, since: talk.day, earliest: talk.day, due: due,
                .thankAfterInterview(
                    isPanel: process.panel.count { other in
                        situation.history.touches(with: other).contains {
                            $0.opportunity == process.position && $0.isInterview && $0.day == talk.day
                        }
                    } > 1, through: channel(node, preferring: .email)))
        }
    }

    // MARK: Stated time

    /// One friendly e-mail when the hold is over, unless anything was said since.
    private func holdsEnd(_ process: HiringProcess) -> [DueStep] {
        let role = situation.network.opportunities[process.position]
        guard let stage = role.currentStage, stage.stage == .onHold, let until = stage.until,
            let node = process.voice, !situation.wasTouched(node, since: until + 1)
        else { return [] }
        let due = situation.calendar(of: node)
            .day(playbook.graceAfterStatedDayBusinessDays, businessDaysAfter: until)
        return [
            step(
                .statedTime, node, process.position, since: stage.date.day, earliest: due, due: due,
                .askAfterStatedDay(words(until), role: role.title, through: channel(node, preferring: .email))
            )
        ]
    }

    /// Before applications close: hand in one's own.
    private func closingDay(_ process: HiringProcess) -> [DueStep] {
        let role = situation.network.opportunities[process.position]
        guard let closes = role.closes, role.stages.isEmpty, closes >= situation.asOf.day,
            let seeker = situation.index.node(of: situation.network.seeker)
        else { return [] }
        return [
            DueStep(
                person: situation.id(of: process.voice ?? seeker), rule: .closingDay, opportunity: role.id,
                since: situation.asOf.day, earliest: situation.asOf.day,
                // On the weekend on which they close, it is today.
                due: max(situation.asOf.day, situation.ownCalendar.businessDay(onOrBefore: closes)),
                action: .applyBefore(words(closes), role: role.title))
        ]
    }

    // MARK: People

    /// Whoever spoke for the employer and has left: someone else is asked who has taken over.
    private func leavers(_ process: HiringProcess) -> [DueStep] {
        guard let gone = process.leavers.first, let node = process.voice,
            let left = situation.lastDay(of: gone, at: process.company),
            !situation.wasTouched(node, since: left)
        else { return [] }
        let role = situation.network.opportunities[process.position]
        let due = situation.calendar(of: node).day(1, businessDaysAfter: left)
        return [
            step(
                .left, node, process.position, since: left, earliest: due, due: due,
                .askWhoTookOver(
                    from: situation.person(gone).name, role: role.title, through: channel(node)),
                related: gone)
        ]
    }

    /// Referees are told beforehand; if one cannot be reached, the employer gets another name at once.
    private func referees(_ process: HiringProcess) -> [DueStep] {
        let role = situation.network.opportunities[process.position]
        let people = role.participants.filter {
            $0.role == .referee && $0.person != situation.network.seeker
        }.map(\.person)
        return people.compactMap { person in
            guard let node = situation.index.node(of: person), !situation.mustNotContact(node) else {
                return nil
            }
            let start = role.stages.map(\.date.day).min() ?? situation.asOf.day
            let touches = situation.history.touches(with: node).filter { $0.day >= start }
            let asked = touches.last { touch in
                touch.interaction.map { situation.network.interactions[$0].promise?.by == .them } ?? false
            }
            if let asked, situation.network.interactions[asked.interaction!].promise?.kept == nil,
                situation.calendar(of: node).businessDays(from: asked.day, to: situation.today(for: node))
                    >= 1,
                let voice = process.voice,
                !situation.wasTouched(voice, since: asked.day, \.direction.hasOurWord)
            {
                let due = situation.calendar(of: voice).day(1, businessDaysAfter: asked.day)
                return step(
                    .referee, voice, process.position, since: asked.day, earliest: due, due: due,
                    .nameAnotherReferee(
                        besides: situation.nameForOthers(node) ?? "your referee",
                        through: channel(voice)), related: node)
            }
            guard !touches.contains(where: \.direction.hasOurWord) else { return nil }
            let due = situation.calendar(of: node).day(1, businessDaysAfter: start)
            return step(
                .referee, node, process.position, since: start, earliest: start, due: due,
                .tellReferee(role: role.title, through: channel(node)))
        }
    }

    // MARK: Offers

    /// An offer with a day: the firm hears when it will be answered, the preferred employers what the seeker must decide.
    private func offers() -> [DueStep] {
        let priorities = processes.all.map { process in
            situation.index.position(of: process.company).flatMap { situation.network.companies[$0].priority }
        }
        return processes.all.enumerated().flatMap { number, process -> [DueStep] in
            let role = situation.network.opportunities[process.position]
            guard let stage = role.currentStage, stage.stage == .offer else { return [] }
            let offered = stage.date.day
            var steps: [DueStep] = []
            if let node = stage.people.lazy.filter({ $0 != situation.network.seeker })
                .compactMap(situation.index.node(of:)).first ?? process.voice
            {
                steps += answers(to: stage, of: role, process.position, by: node)
            }
            guard stage.until.map({ $0 >= situation.asOf.day }) ?? true else { return steps }
            for other in processes.all.indices where other != number {
                guard let node = processes.all[other].voice,
                    mayBePreferred(priorities[other], to: priorities[number]),
                    !situation.wasTouched(node, since: offered, \.direction.hasOurWord),
                    processes.all[other].company != process.company
                else { continue }
                let position = processes.all[other].position
                let due = situation.calendar(of: node)
                    .day(playbook.tellOfOfferWithinBusinessDays, businessDaysAfter: offered)
                steps.append(
                    step(
                        .competingOffer, node, position, since: offered, earliest: offered, due: due,
                        .tellOfOffer(
                            answerBy: stage.until.map(words), role: situation.opportunityName(position),
                            through: channel(node))))
            }
            return steps
        }
    }

    private func answers(
        to stage: StageEvent, of role: Opportunity, _ position: Int, by node: NodeID
    ) -> [DueStep] {
        let calendar = situation.calendar(of: node)
        let offered = stage.date.day
        let hasThanked = situation.wasTouched(node, since: offered) {
            $0.direction.hasOurWord && $0.interaction != nil
        }
        if let until = stage.until {
            let eve = calendar.businessDay(before: until)
            if hasThanked || situation.today(for: node) >= eve {
                return [
                    step(
                        .competingOffer, node, position, since: offered, earliest: eve, due: until,
                        .answerOffer(by: words(until), role: role.title, through: channel(node)))
                ]
            }
        }
        guard !hasThanked else { return [] }
        return [
            step(
                .competingOffer, node, position, since: offered, earliest: offered,
                due: calendar.day(playbook.tellOfOfferWithinBusinessDays, businessDaysAfter: offered),
                .thankForOffer(answerBy: stage.until.map(words), through: channel(node)))
        ]
    }

    /// Whether an employer of a priority may be worth more to the seeker than another one that made an offer.
    private func mayBePreferred(_ priority: Company.Priority?, to other: Company.Priority?) -> Bool {
        guard let priority, let other else { return true }
        return priority.rawValue <= other.rawValue
    }

    /// A job was accepted: the other processes end within a business day, and whoever helped is told.
    private func acceptances() -> [DueStep] {
        situation.network.opportunities.enumerated().flatMap { position, role -> [DueStep] in
            guard let stage = role.currentStage, stage.stage == .accepted,
                situation.asOf.day - stage.date.day <= playbook.firstStepsLapseAfterDays
            else { return [] }
            let day = stage.date.day
            var steps: [DueStep] = []
            var told: Set<NodeID> = []
            for process in processes.all {
                guard let node = process.voice, told.insert(node).inserted,
                    !situation.wasTouched(node, since: day, \.direction.hasOurWord)
                else { continue }
                let due = situation.calendar(of: node)
                    .day(playbook.withdrawWithinBusinessDays, businessDaysAfter: day)
                steps.append(
                    step(
                        .accepted, node, process.position, since: day, earliest: day, due: due,
                        .withdraw(
                            from: situation.network.opportunities[process.position].title,
                            through: channel(node, preferring: .email))))
            }
            for node in situation.helpers(with: position) where told.insert(node).inserted {
                guard !situation.mustNotContact(node),
                    !situation.wasTouched(node, since: day, \.direction.hasOurWord)
                else { continue }
                let due = situation.calendar(of: node)
                    .day(playbook.reportToReferrerWithinBusinessDays, businessDaysAfter: day)
                steps.append(
                    step(
                        .accepted, node, position, since: day, earliest: day, due: due,
                        .tellHelper(of: role.title, through: channel(node))))
            }
            return steps
        }
    }

    // MARK: Posted again

    /// After a no the same role is posted again: a short note to whoever spoke for the seeker.
    private func reposted() -> [DueStep] {
        situation.network.opportunities.enumerated().compactMap { position, role in
            guard let rejection = role.rejection,
                let again = situation.reposting(of: position, after: rejection.date.day),
                situation.asOf.day - again <= playbook.openingIsNewsForDays,
                let node = advocate(position, role),
                !situation.wasTouched(node, since: again, \.direction.hasOurWord)
            else { return nil }
            let due = situation.calendar(of: node).day(1, businessDaysAfter: again)
            let current = situation.employment(of: node)?.company
            guard current == nil || current == role.company else { return nil }
            return step(
                .reposted, node, position, since: again, earliest: due, due: due,
                .noteOnReposting(role: role.title, through: channel(node, preferring: .email)))
        }
    }

    /// Who spoke for the seeker: a star, else a hiring manager who was met, else whoever was met last.
    private func advocate(_ position: Int, _ role: Opportunity) -> NodeID? {
        let met = situation.met(in: position).filter { situation.closure(of: $0) == nil }
        let managers = role.participants.filter { $0.role == .hiringManager }
            .compactMap { situation.index.node(of: $0.person) }
        return met.first(where: situation.isStar) ?? met.first(where: managers.contains) ?? met.last
    }

    // MARK: Talks

    /// A talk whose moment has passed becomes a question; one that they missed, a word the same day.
    private func appointments() -> [DueStep] {
        let talks = situation.network.interactions
        return talks.indices.filter { talks[$0].agreed != nil || talks[$0].wasMissed }.compactMap { number in
            let talk = talks[number]
            guard let id = talk.people.first(where: { $0 != situation.network.seeker }),
                let node = situation.index.node(of: id), !situation.mustNotContact(node)
            else { return nil }
            let day = situation.day(of: talk.date, for: node)
            let position = talk.opportunity.flatMap(situation.index.position(of:))
            if talk.wasMissed {
                guard situation.today(for: node) - day <= playbook.firstStepsLapseAfterDays,
                    !situation.wasTouched(
                        node, since: day, { $0.day > day || $0.interaction.map { $0 > number } ?? false })
                else { return nil }
                return step(
                    .missedAppointment, node, position, since: day, earliest: day, due: day,
                    .afterMissedTalk(
                        through: channel(node, preferring: talk.channel), orCall: situation.mayCall(node)))
            }
            return step(
                .appointment, node, position, since: day, earliest: day, due: day,
                .sayHowItWent(
                    with: talk.people.compactMap { situation.index.node(of: $0) }
                        .map { situation.person($0).name }))
        }
    }

    // MARK: Steps

    private func words(_ day: CalendarDay) -> String { day.words(relativeTo: situation.asOf.day) }

    private func channel(
        _ node: NodeID, preferring last: Interaction.Channel? = nil
    ) -> Interaction.Channel {
        situation.channel(to: node, preferring: last ?? situation.history.lastTouch(with: node)?.channel)
    }

    private func step(
        _ rule: Rule, _ node: NodeID, _ position: Int?, since: CalendarDay, earliest: CalendarDay,
        due: CalendarDay, _ action: DueStep.Action, related: NodeID? = nil
    ) -> DueStep {
        DueStep(
            person: situation.id(of: node), rule: rule,
            opportunity: position.map { situation.network.opportunities[$0].id },
            related: related.map { situation.id(of: $0) }, since: since, earliest: earliest, due: due,
            action: action)
    }
}
