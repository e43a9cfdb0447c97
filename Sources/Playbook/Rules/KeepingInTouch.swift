package import GraphAlgorithms
import ReferralGraph

/// Playbook R1 in the months after: the monthly touch, the star's new role, the new opening at a star's employer.
package struct KeepingInTouch: Sendable {
    private let situation: Situation
    private let processes: HiringProcesses

    package init(situation: Situation, processes: HiringProcesses) {
        self.situation = situation
        self.processes = processes
    }

    private var playbook: PlaybookPolicy { situation.playbook }

    /// The steps about one person, those not yet due included. `hasOpenBusiness` rules out the monthly touch.
    /// - Complexity: O(touches and opportunities of the person + signals of the employer).
    package func steps(about node: NodeID, hasOpenBusiness: Bool) -> [DueStep] {
        guard !situation.mustNotContact(node), situation.id(of: node) != situation.network.seeker,
            situation.declinedIntroduction(node) == nil, !situation.isDeclaredStranger(node)
        else { return [] }
        var steps: [DueStep] = []
        if situation.isStar(node) || processes.leavers.contains(node) { steps += newRole(node) }
        if situation.isStar(node) { steps += opening(node) }
        let loss = jobLoss(node)
        if !loss.isEmpty { return loss }
        if !hasOpenBusiness {
            if let days = situation.network.people[Int(node)].reminderDays {
                return steps + ownReminder(node, every: days)
            }
            let days = situation.reminderDaysByTag(node)
            steps += days != nil || playbook.remindsByCloseness ? reminder(node, days) : monthlyTouch(node)
        }
        return steps
    }

    /// After how many days without a word someone who has answered is reminded, as long as they stay in touch.
    package static func reminderDays(afterAnswerOf node: NodeID, in situation: Situation) -> Int {
        situation.network.people[Int(node)].reminderDays ?? situation.reminderDaysByTag(node)
            ?? (situation.playbook.remindsByCloseness
                ? daysByCloseness(node, hasSpoken: true, in: situation)
                : situation.playbook.monthlyTouchAfterDays)
    }

    /// The rule by which someone is reminded after a no.
    package static func ruleAfterNo(_ node: NodeID, in situation: Situation) -> Rule {
        if situation.network.people[Int(node)].reminderDays != nil { return .every }
        return situation.playbook.remindsByCloseness || situation.reminderDaysByTag(node) != nil
            ? .cadence : .keepWarm
    }

    private func newRole(_ node: NodeID) -> [DueStep] {
        guard let employment = situation.employment(of: node), let from = employment.from,
            // Only a change is news, and a job that has not begun is not known yet.
            situation.person(node).employments.contains(where: {
                $0 != employment && $0.from.map { $0 < from } ?? true
            }),
            situation.today(for: node) - from <= playbook.newRoleIsNewsForDays,
            !situation.wasTouched(node, since: from, { $0.direction.hasOurWord })
        else { return [] }
        let due = situation.calendar(of: node).day(1, businessDaysAfter: from)
        return [
            step(
                .followStar, node, since: from, earliest: due, due: due,
                .congratulate(
                    at: situation.company(of: node),
                    through: situation.channel(to: node, preferring: .message)))
        ]
    }

    private func jobLoss(_ node: NodeID) -> [DueStep] {
        let signals = situation.network.people[Int(node)].signals
        guard let day = signals.lazy.filter({ $0.kind == .letGo }).map(\.date).max(),
            situation.today(for: node) - day <= playbook.newRoleIsNewsForDays,
            situation.history.lastTouch(with: node) != nil || situation.isTiedToSeeker[Int(node)],
            !situation.wasTouched(node, since: day, \.direction.hasOurWord)
        else { return [] }
        let due = situation.calendar(of: node).day(1, businessDaysAfter: day)
        return [
            step(
                .jobLoss, node, since: day, earliest: day, due: due,
                .kindWordAfterJobLoss(
                    through: situation.channel(
                        to: node, preferring: situation.history.lastTouch(with: node)?.channel)))
        ]
    }

    /// Stars of the right department come a business day before the others.
    private func opening(_ node: NodeID) -> [DueStep] {
        guard let employment = situation.employment(of: node), let company = situation.company(of: node)
        else { return [] }
        let openings = company.signals.filter { signal in
            signal.kind == .openingPosted
                && situation.today(for: node) - signal.date <= playbook.openingIsNewsForDays
                && !situation.wasTouched(node, since: signal.date) { $0.direction.hasOurWord }
                && !isKnownRole(signal, at: company.id)
        }
        let newest = { (signals: [Signal]) in signals.max { $0.date < $1.date } }
        guard let signal = newest(openings.filter { $0.concerns(employment) }) ?? newest(openings) else {
            return []
        }
        let isRightDepartment = signal.concerns(employment)
        let due = situation.calendar(of: node)
            .day(isRightDepartment ? 1 : 2, businessDaysAfter: signal.date)
        return [
            step(
                .watchEmployer, node, since: signal.date, earliest: due, due: due,
                .askAboutOpening(
                    signal.title, at: company,
                    hours: situation.mayCall(node) ? situation.callHours(of: node) : nil,
                    through: situation.channel(to: node, preferring: .email)))
        ]
    }

    /// Whether the role was applied for already: alive, its being posted means little; after a no R5.re-posted has a word.
    private func isKnownRole(_ signal: Signal, at company: CompanyID) -> Bool {
        guard let title = signal.title.map(foldedName) else { return false }
        return situation.roles(at: company).contains { role in
            foldedName(role.title) == title
                && role.stages.contains { $0.date.day <= signal.date }
        }
    }

    /// The interval that the seeker chose, counted from the last word, however long ago; without one, the reminder is due at
    /// once.
    private func ownReminder(_ node: NodeID, every days: Int) -> [DueStep] {
        let last = situation.history.lastTouch(with: node)
        if last?.closes == true { return [] }
        let skipped = situation.person(node).skippedSteps.filter { $0.rule == Rule.every.rawValue }.map(\.on)
            .max()
        let since = last?.day ?? skipped ?? situation.today(for: node)
        let due = last == nil ? since : since + days
        return [
            step(
                .every, node, since: since, earliest: due, due: due,
                .reminder(
                    everyDays: days, hasReferred: !situation.referralsFrom[Int(node)].isEmpty,
                    through: situation.channel(to: node, preferring: last?.channel)))
        ]
    }

    /// Playbook R4, cadence tiers: after so many days, else by closeness.
    private func reminder(_ node: NodeID, _ days: Int?) -> [DueStep] {
        guard let last = situation.history.lastTouch(with: node), !last.closes else { return [] }
        // What R5 says of an open door and of a kind refusal goes before a tag.
        if !playbook.remindsByCloseness, let step = wordAfterRole(node, last) { return [step] }
        let hasSpoken = situation.history.touches(with: node).contains { $0.direction.hasTheirWord }
        let days = days ?? Self.daysByCloseness(node, hasSpoken: hasSpoken, in: situation)
        guard situation.today(for: node) - last.day <= days + playbook.warmForDays else { return [] }
        let due = last.day + days
        return [
            step(
                .cadence, node, since: last.day, earliest: due, due: due,
                .friendlyReminder(through: situation.channel(to: node, preferring: last.channel)))
        ]
    }

    /// After how many days without a word a person is to be reminded, by closeness.
    /// - Parameter hasSpoken: Whether they ever said anything.
    private static func daysByCloseness(_ node: NodeID, hasSpoken: Bool, in situation: Situation) -> Int {
        let cadence = situation.playbook.cadence
        let strength = situation.tieStrengths[node]
        // A recorded strength goes before what the seeker says of everyone in a row.
        let said = strength == nil ? situation.person(node).acquaintance : nil
        if situation.isStar(node) || (strength ?? 0) >= cadence.closestFromStrength || said == .close {
            return cadence.closestAfterDays
        }
        if wasRefused(node, in: situation) || !situation.referralsFrom[Int(node)].isEmpty
            || (strength ?? 0) >= cadence.closeFromStrength || said == .known
        {
            return cadence.closeAfterDays
        }
        return hasSpoken ? cadence.familiarAfterDays : cadence.distantAfterDays
    }

    private static func wasRefused(_ node: NodeID, in situation: Situation) -> Bool {
        situation.opportunitiesByNode[Int(node)].contains {
            situation.network.opportunities[$0].rejection != nil
        }
    }

    private func monthlyTouch(_ node: NodeID) -> [DueStep] {
        guard let last = situation.history.lastTouch(with: node), !last.closes else { return [] }
        let touches = situation.history.touches(with: node)
        let wasRefused = Self.wasRefused(node, in: situation)
        let hasReferred = !situation.referralsFrom[Int(node)].isEmpty
        guard
            situation.isStar(node) || wasRefused || hasReferred
                || touches.contains(where: { $0.direction.hasTheirWord }),
            situation.today(for: node) - last.day <= playbook.warmForDays
        else { return [] }
        if let step = wordAfterRole(node, last) { return [step] }
        let due = last.day + playbook.monthlyTouchAfterDays
        return [
            step(
                wasRefused || situation.isStar(node) ? Self.ruleAfterNo(node, in: situation) : .monthlyTouch,
                node,
                since: last.day, earliest: due, due: due,
                .reminder(
                    everyDays: playbook.monthlyTouchAfterDays, hasReferred: hasReferred,
                    through: situation.channel(to: node, preferring: last.channel)))
        ]
    }

    /// The word that is due to someone whose role the seeker withdrew from, or who refused without having met the seeker.
    private func wordAfterRole(_ node: NodeID, _ last: Touch) -> DueStep? {
        let due = last.day + playbook.kindRefusalWordAfterDays
        let channel = situation.channel(to: node, preferring: .email)
        if let role = openDoor(node) {
            return step(
                .openDoor, node, since: last.day, earliest: due, due: due,
                .askIfDoorIsOpen(role: role.title, through: channel))
        }
        guard wasRefusedKindly(node) else { return nil }
        return step(
            .kindRefusal, node, since: last.day, earliest: due, due: due, .wordAfterKindNo(through: channel))
    }

    /// The last role that the seeker withdrew from and talked with this person about.
    private func openDoor(_ node: NodeID) -> Opportunity? {
        situation.opportunitiesByNode[Int(node)].map { situation.network.opportunities[$0] }.last { role in
            role.currentStage?.stage == .withdrawn
                && situation.employment(of: node).map { $0.company == role.company } ?? true
        }
    }

    /// Whether all that refused the seeker with this person's part in it never came to an interview with them.
    private func wasRefusedKindly(_ node: NodeID) -> Bool {
        let refused = situation.opportunitiesByNode[Int(node)].filter {
            situation.network.opportunities[$0].rejection != nil
        }
        return !refused.isEmpty && !situation.isStar(node)
            && refused.allSatisfy { position in
                !situation.network.opportunities[position].stages.contains {
                    $0.stage == .interview || $0.stage == .finalist
                } && situation.met(in: position).allSatisfy { $0 != node || situation.onlyScreened(node) }
            }
    }

    private func step(
        _ rule: Rule, _ node: NodeID, since: CalendarDay, earliest: CalendarDay, due: CalendarDay,
        _ action: DueStep.Action
    ) -> DueStep {
        DueStep(
            person: situation.id(of: node), rule: rule, since: since, earliest: earliest, due: due,
            action: action)
    }
}

extension Signal {
    /// Whether the news is about the whole company or about the department someone works in.
    fileprivate func concerns(_ employment: Employment) -> Bool {
        department == nil || department == employment.department
    }
}
