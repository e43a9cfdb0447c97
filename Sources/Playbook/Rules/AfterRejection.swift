import GraphAlgorithms
import ReferralGraph

/// Playbook R1: what a "no" asks for, on the day and in the months after it.
package struct AfterRejection {
    private let situation: Situation

    package init(situation: Situation) { self.situation = situation }

    private var playbook: PlaybookPolicy { situation.playbook }

    /// The employer's no as one person sees it.
    private struct No {
        /// The refused opportunity.
        var position: Int
        var date: Timestamp
        /// The day in the person's calendar.
        var day: CalendarDay
    }

    /// The open steps of all rejected opportunities, those not yet due included, in the order of the network.
    /// - Complexity: O(opportunities x participants x touches of a participant).
    package func steps() -> [DueStep] {
        situation.network.opportunities.indices.flatMap { position -> [DueStep] in
            guard let rejection = situation.network.opportunities[position].rejection else { return [] }
            let age = situation.asOf.day - rejection.date.day
            guard age <= playbook.firstStepsLapseAfterDays else { return [] }
            return firstSteps(after: rejection, of: position)
        }
    }

    private func firstSteps(after rejection: StageEvent, of position: Int) -> [DueStep] {
        let opportunity = situation.network.opportunities[position]
        let deciders = Set(opportunity.deciders)
        let met =
            (opportunity.participants.map(\.person) + opportunity.deciders
            + opportunity.stages.flatMap(opportunity.people(in:)))
            .uniqued().filter { $0 != situation.network.seeker }.compactMap(situation.index.node(of:))
            .filter { !situation.mustNotContact($0) }
        // Without an interview whoever said no is thanked, and not everyone who has a part.
        let wasInterviewed =
            opportunity.stages.contains {
                [.screening, .interview, .finalist].contains($0.stage)
            } || !situation.met(in: position).isEmpty
        var steps: [DueStep] = []
        for node in met {
            let no = No(
                position: position, date: rejection.date,
                day: situation.day(of: rejection.date, for: node))
            if deciders.contains(situation.id(of: node)), situation.interviewed(node, for: position) {
                steps += decider(node, no)
            } else if wasInterviewed || deciders.contains(situation.id(of: node)) || deciders.isEmpty {
                steps += thankYou(node, no)
            }
            steps += connect(node, no)
            steps += record(node, no)
        }
        return steps + star(position, rejection.date.day, among: met)
    }

    /// What passed between the seeker and a person after the no. The talk in which it was said is none of it,
    /// unless the seeker used that talk to ask for feedback or for a name.
    private func touches(with node: NodeID, after no: No) -> [Touch] {
        situation.history.touches(with: node).filter { touch in
            let isAfter = touch.isAfter(no.date, on: no.day)
            if touch.isRejection, isAfter != true {
                return situation.purposes(of: touch).contains { $0 == .feedback || $0 == .referralRequest }
            }
            // Whoever thanks within the minute thanks for the no.
            return isAfter ?? true || touch.date == no.date
        }
    }

    /// The manager who said no: the call of S1, which holds thanks, feedback and the ask for a name.
    private func decider(_ node: NodeID, _ no: No) -> [DueStep] {
        let opportunity = situation.network.opportunities[no.position]
        let touches = touches(with: node, after: no)
        let mayCall = situation.mayCall(node)
        // Where no one calls, a message about more than thanks is what the call would have been.
        let called = touches.first { touch in
            touch.direction.hasOurWord
                && (touch.channel == .call
                    || !mayCall
                        && situation.purposes(of: touch).contains { $0 != .thankYou && $0 != .invitation })
        }
        guard let called else {
            let callDay = situation.calendar(of: node)
                .day(playbook.callAfterBusinessDays, businessDaysAfter: no.day)
            let call = step(
                .call, node, no.position, since: no.day, earliest: callDay, due: callDay,
                mayCall
                    ? .callAboutNo(
                        to: opportunity.title, isFilled: opportunity.isFilled == true, hours: hours(of: node),
                        isQuiet: situation.isQuiet)
                    : .writeAboutNo(
                        to: opportunity.title, isFilled: opportunity.isFilled == true,
                        through: situation.channel(to: node, preferring: .email), isQuiet: situation.isQuiet))
            return thankYou(node, no) + [call]
        }
        let gaveName = situation.referrals(from: node).contains { $0.firstDate.map { $0 >= no.day } ?? false }
        let asked = touches.contains { situation.purposes(of: $0).contains(.referralRequest) }
        if called.direction == .mutual, !gaveName, !asked {
            let next = situation.calendar(of: node).day(1, businessDaysAfter: called.day)
            return [
                step(
                    .referralRequest, node, no.position, since: called.day, earliest: next, due: next,
                    .askForName(
                        andFeedback: opportunity.feedback.isEmpty,
                        through: situation.channel(to: node, preferring: .email)))
            ]
        }
        return []
    }

    private func thankYou(_ node: NodeID, _ no: No) -> [DueStep] {
        let thanked = touches(with: node, after: no).contains { touch in
            switch touch.direction {
            case .incoming: false
            case .outgoing: situation.purposes(of: touch).contains(.thankYou) || touch.channel == .call
            // A talk after the "no" has had its thanks in it.
            case .mutual:
                situation.purposes(of: touch).contains(.thankYou) || touch.isRejection
                    || touch.isAfter(no.date, on: no.day) == true
            }
        }
        guard !thanked else { return [] }
        return [
            step(
                .thankYou, node, no.position, since: no.day, earliest: no.day,
                due: situation.calendar(of: node)
                    .day(playbook.thankYouWithinBusinessDays, businessDaysAfter: no.day),
                .thankAfterNo(
                    through: situation.channel(to: node, preferring: .email), isQuiet: situation.isQuiet))
        ]
    }

    private func connect(_ node: NodeID, _ no: No) -> [DueStep] {
        guard situation.isStar(node) else { return [] }
        let isConnected =
            situation.history.touches(with: node)
            .contains { situation.purposes(of: $0).contains(.invitation) }
            || situation.isTiedToSeeker[Int(node)]
        let thanked = touches(with: node, after: no).first { $0.direction.hasOurWord }
        guard !isConnected, let thanked else { return [] }
        let due = situation.calendar(of: node)
            .day(playbook.connectAfterBusinessDays, businessDaysAfter: thanked.day)
        return [
            step(
                .connect, node, no.position, since: thanked.day, earliest: due, due: due,
                .inviteToConnect(through: situation.channel(to: node, preferring: .message)))
        ]
    }

    private func record(_ node: NodeID, _ no: No) -> [DueStep] {
        let person = situation.person(node)
        var missing: [String] = []
        if person.observations.isEmpty { missing.append("a personal observation") }
        if person.emails.isEmpty && person.phones.isEmpty { missing.append("contact details") }
        if situation.employment(of: node)?.title == nil { missing.append("the title") }
        guard !missing.isEmpty else { return [] }
        return [
            step(
                .record, node, no.position, since: no.day, earliest: no.day, due: no.day,
                .writeDown(missing))
        ]
    }

    /// If no one of the process is starred: star the best rapport, the recruiter when there was none.
    private func star(_ position: Int, _ day: CalendarDay, among nodes: [NodeID]) -> [DueStep] {
        guard !nodes.isEmpty, !nodes.contains(where: { situation.isStar($0) }) else { return [] }
        let opportunity = situation.network.opportunities[position]
        let recruiters = opportunity.participants.filter { $0.role == .recruiter }.map(\.person)
        let recruiter = nodes.first { recruiters.contains(situation.id(of: $0)) }
        guard let node = recruiter ?? nodes.first else { return [] }
        return [
            step(
                .star, node, position, since: day, earliest: day, due: day,
                .starSomeone(or: recruiter.map(situation.firstName)))
        ]
    }

    /// `8:30, before 9:00`.
    private func hours(of node: NodeID) -> String {
        let minutes = situation.callMinutes(of: node)
        return "\(clock(minutes.lowerBound)), before \(clock(minutes.upperBound))"
    }

    private func step(
        _ rule: Rule, _ node: NodeID, _ position: Int, since: CalendarDay, earliest: CalendarDay,
        due: CalendarDay, _ action: DueStep.Action
    ) -> DueStep {
        DueStep(
            person: situation.id(of: node), rule: rule,
            opportunity: situation.network.opportunities[position].id,
            since: since, earliest: earliest, due: due, action: action)
    }
}
