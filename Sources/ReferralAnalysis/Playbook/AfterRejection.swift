import GraphAlgorithms
import ReferralGraph

/// Playbook R1: what a "no" asks for, on the day and in the months after it.
struct AfterRejection {
    let situation: Situation

    private var playbook: Playbook { situation.playbook }
    private var calendar: WorkCalendar { situation.calendar }

    /// The open steps of all rejected opportunities, those not yet due included, in the order of the network.
    /// - Complexity: O(opportunities x participants x touches of a participant).
    func steps() -> [DueStep] {
        situation.network.opportunities.indices.flatMap { position -> [DueStep] in
            guard let rejection = situation.network.opportunities[position].rejection else { return [] }
            let age = situation.asOf.day - rejection.date.day
            guard age <= playbook.firstStepsLapseAfterDays else { return [] }
            return firstSteps(of: position, rejectedOn: rejection.date.day)
        }
    }

    private func firstSteps(of position: Int, rejectedOn day: CalendarDay) -> [DueStep] {
        let opportunity = situation.network.opportunities[position]
        let deciders = Set(opportunity.deciders)
        let met = opportunity.participants.map(\.person) + opportunity.deciders
        var seen: Set<PersonID> = []
        var steps: [DueStep] = []
        for id in met where seen.insert(id).inserted {
            guard let node = situation.index.node(of: id), !situation.person(node).doNotContact else {
                continue
            }
            if deciders.contains(id) {
                steps += decider(node, position, day)
            } else {
                steps += thankYou(node, position, day)
            }
            steps += connect(node, position, day)
            steps += record(node, position, day)
        }
        return steps + star(position, day, among: seen.sorted())
    }

    /// The manager who said no: the call of S1, which holds thanks, feedback and the ask for a name.
    private func decider(_ node: NodeID, _ position: Int, _ day: CalendarDay) -> [DueStep] {
        let opportunity = situation.network.opportunities[position]
        let called = situation.history.touches(with: node).first {
            $0.day >= day && $0.channel == .call && $0.direction.hasOurWord
        }
        guard let called else {
            let callDay = calendar.day(playbook.callAfterBusinessDays, businessDaysAfter: day)
            let call = step(
                .call, node, position, since: day, earliest: callDay, due: callDay,
                .init(
                    .call, "Call about the “no” for \(opportunity.title)",
                    hour: hours,
                    say: "Wish them well with the new hire, ask what was missing, then: "
                        + "“Is there anyone else here, or elsewhere, I should talk to?”"))
            return thankYou(node, position, day) + [call]
        }
        let gaveName = situation.referrals(from: node).contains { $0.firstDate.map { $0 >= day } ?? false }
        let asked = situation.wasTouched(node, since: day) { $0.purposes.contains(.referralRequest) }
        if called.direction == .mutual, !gaveName, !asked {
            let next = calendar.day(1, businessDaysAfter: called.day)
            let lacksFeedback = opportunity.feedback.isEmpty
            return [
                step(
                    .referralRequest, node, position, since: called.day, earliest: next, due: next,
                    .init(
                        .email, "Ask for one more name" + (lacksFeedback ? " and for feedback" : ""),
                        say:
                            "“Thank you for our talk. Is there anyone else here, or elsewhere, I should talk to?”"
                    ))
            ]
        }
        return []
    }

    private func thankYou(_ node: NodeID, _ position: Int, _ day: CalendarDay) -> [DueStep] {
        // A talk after the "no" has had its thanks in it.
        let thanked = situation.wasTouched(node, since: day) {
            $0.purposes.contains(.thankYou) || ($0.direction == .mutual && $0.date.day > day)
                || ($0.direction == .outgoing && $0.channel == .call)
        }
        guard !thanked else { return [] }
        return [
            step(
                .thankYou, node, position, since: day, earliest: day,
                due: calendar.day(playbook.thankYouWithinBusinessDays, businessDaysAfter: day),
                .init(
                    .email, "Send a thank-you note",
                    say:
                        "Thank \(situation.firstName(node)) for the time and ask to be kept in mind: no anger, no argument"
                ))
        ]
    }

    private func connect(_ node: NodeID, _ position: Int, _ day: CalendarDay) -> [DueStep] {
        guard situation.person(node).isStar else { return [] }
        let id = situation.person(node).id
        let isConnected =
            situation.wasTouched(node, since: CalendarDay(number: .min / 2)) {
                $0.purposes.contains(.invitation)
            }
            || situation.network.ties.contains { tie in
                [tie.from, tie.to].contains(id) && [tie.from, tie.to].contains(situation.network.seeker)
            }
        let thanked = situation.history.touches(with: node).first {
            $0.day >= day && $0.direction.hasOurWord
        }
        guard !isConnected, let thanked else { return [] }
        let due = calendar.day(playbook.connectAfterBusinessDays, businessDaysAfter: thanked.day)
        return [
            step(
                .connect, node, position, since: thanked.day, earliest: due, due: due,
                .init(
                    .message, "Invite to connect",
                    say: "A personal invitation, not the canned one: recall one thing you talked about"))
        ]
    }

    private func record(_ node: NodeID, _ position: Int, _ day: CalendarDay) -> [DueStep] {
        let person = situation.person(node)
        var missing: [String] = []
        if person.observations.isEmpty { missing.append("a personal observation") }
        if person.emails.isEmpty && person.phones.isEmpty { missing.append("contact details") }
        if situation.employment(of: node)?.title == nil { missing.append("the title") }
        guard !missing.isEmpty else { return [] }
        return [
            step(
                .record, node, position, since: day, earliest: day, due: day,
                .init(
                    nil, "Write down \(missing.joined(separator: ", "))",
                    say: "While you still remember the day"))
        ]
    }

    /// If nobody of the process is starred: star the best rapport, the recruiter when there was none.
    private func star(_ position: Int, _ day: CalendarDay, among people: [PersonID]) -> [DueStep] {
        let nodes = people.compactMap(situation.index.node(of:))
        guard !nodes.isEmpty, !nodes.contains(where: { situation.person($0).isStar }) else { return [] }
        let opportunity = situation.network.opportunities[position]
        let recruiter = opportunity.participants.first { $0.role == .recruiter }?.person
        guard let node = recruiter.flatMap(situation.index.node(of:)) ?? nodes.first else { return [] }
        return [
            step(
                .star, node, position, since: day, earliest: day, due: day,
                .init(
                    nil, "Star those with whom the rapport was best",
                    say: recruiter == nil
                        ? "Mark at least one person of this process"
                        : "If it was nobody, star \(situation.firstName(node)), the recruiter"))
        ]
    }

    private var hours: String {
        "\(clock(playbook.callAtMinute)), before \(clock(playbook.callBeforeMinute))"
    }

    private func step(
        _ rule: Rule, _ node: NodeID, _ position: Int, since: CalendarDay, earliest: CalendarDay,
        due: CalendarDay, _ action: DueStep.Action
    ) -> DueStep {
        DueStep(
            person: situation.person(node).id, rule: rule,
            opportunity: situation.network.opportunities[position].id,
            since: since, earliest: earliest, due: due, action: action)
    }
}

/// A minute of the day as `8:30`.
func clock(_ minute: Int) -> String {
    let rest = minute % 60
    return "\(minute / 60):\(rest < 10 ? "0" : "")\(rest)"
}
