package import GraphAlgorithms
package import ReferralGraph

/// A day that was named, before which nothing is due (playbook R5, *stated time*).
package struct StatedTime: Sendable, Equatable {
    /// The first day on which something may be due again.
    package var until: CalendarDay
    /// What was said.
    package var kind: Kind

    /// What names the day.
    package enum Kind: Sendable, Equatable {
        /// The seeker has put someone off until this day, or everyone of a company or a role of this name.
        case putOff(String?, CalendarDay, why: String?)
        /// The role rests; until this day.
        case hold(role: String, CalendarDay)
        /// A promise of this person's, by this day.
        case promise(by: String, CalendarDay)
        /// They will be in touch, without a day.
        case reply(by: String)
        /// A talk is fixed.
        case appointment(with: String, CalendarDay)
        /// Applications are taken until this day.
        case closing(role: String, CalendarDay)
        /// The person is away until this day.
        case away(CalendarDay)
    }
}

/// The days that were named, by the people they concern.
package struct StatedTimes: Sendable {
    private let byNode: [NodeID: [StatedTime]]

    /// Those that lie ahead for a person, the last one first.
    package func times(for node: NodeID) -> [StatedTime] { byNode[node, default: []] }

    /// - Complexity: O(interactions + opportunities x participants).
    package init(_ situation: Situation, _ processes: HiringProcesses) {
        var byNode: [NodeID: [StatedTime]] = [:]
        func add(_ kind: StatedTime.Kind, until day: CalendarDay, to nodes: some Sequence<NodeID>) {
            for node in nodes where situation.today(for: node) < day {
                byNode[node, default: []].append(StatedTime(until: day, kind: kind))
            }
        }
        let playbook = situation.playbook
        for process in processes.all {
            let role = situation.network.opportunities[process.position]
            if let stage = role.currentStage, stage.stage == .onHold, let until = stage.until,
                let node = process.voice
            {
                add(
                    .hold(role: role.title, until),
                    until: situation.calendar(of: node)
                        .day(playbook.graceAfterStatedDayBusinessDays, businessDaysAfter: until),
                    to: process.panel)
            }
            if let closes = role.closes {
                let calendar = process.voice.map(situation.calendar) ?? situation.ownCalendar
                add(
                    .closing(role: role.title, closes),
                    until: calendar.day(playbook.graceAfterStatedDayBusinessDays, businessDaysAfter: closes),
                    to: process.panel)
            }
        }
        for promise in processes.promises where promise.saysWhenToExpectThem {
            let node = promise.node
            guard let day = promise.dueDay(in: situation) else { continue }
            let name = situation.firstName(node)
            let kind: StatedTime.Kind =
                promise.promise.due.map { .promise(by: name, $0.day) } ?? .reply(by: name)
            guard promise.promise.due != nil || promise.promise.kind == .reply else { continue }
            var concerned = [node]
            for process in processes.processes(with: node) {
                concerned += process.panel.filter { !concerned.contains($0) }
            }
            add(kind, until: day, to: concerned)
        }
        for talk in situation.appointments {
            let nodes = talk.people.compactMap(situation.index.node(of:))
            var concerned = nodes
            for node in nodes {
                for process in processes.processes(with: node) {
                    concerned += process.panel.filter { !concerned.contains($0) }
                }
            }
            guard let first = nodes.first else { continue }
            add(
                .appointment(with: situation.firstName(first), talk.date.day), until: talk.date.day + 1,
                to: concerned)
        }
        let (people, companies) = (situation.network.people, situation.network.companies)
        for position in people.indices {
            let node = NodeID(position)
            let today = situation.today(for: node)
            if let absence = people[position].away.first(where: { $0.covers(today) }) {
                add(.away(absence.to), until: absence.to + 1, to: [node])
            }
            if let day = people[position].notBefore {
                add(
                    .putOff(nil, day, why: people[position].notBeforeReason),
                    until: situation.calendar(of: node).businessDay(onOrAfter: day), to: [node])
            }
            if let company = situation.employers[position], let day = companies[company].notBefore {
                add(
                    .putOff(companies[company].name, day, why: companies[company].notBeforeReason),
                    until: situation.calendar(of: node).businessDay(onOrAfter: day), to: [node])
            }
        }
        for role in situation.network.opportunities {
            guard let day = role.notBefore else { continue }
            let people = (role.participants.map(\.person) + role.stages.flatMap(\.people)).uniqued()
            for node in people.compactMap(situation.index.node(of:)) {
                add(
                    .putOff(role.title, day, why: role.notBeforeReason),
                    until: situation.calendar(of: node).businessDay(onOrAfter: day), to: [node])
            }
        }
        self.byNode = byNode.mapValues { $0.sorted { $0.until > $1.until } }
    }
}

/// A promise that still counts.
package struct OpenPromise: Sendable {
    /// Who it is between, besides the seeker.
    package let node: NodeID
    /// The day on which it was given, in their calendar.
    package let day: CalendarDay
    package let promise: Promise
    /// The position of the interaction.
    package let interaction: Int

    /// Whether the other side said that they would act, other than by introducing someone.
    var saysWhenToExpectThem: Bool { promise.by == .them && promise.kind != .introduction }

    /// The day from which on it may be asked about: a named day and the grace after it, or the wait where none was named;
    /// for an own promise the named day.
    package func dueDay(in situation: Situation) -> CalendarDay? {
        let (calendar, playbook) = (situation.calendar(of: node), situation.playbook)
        if promise.by == .seeker {
            return promise.due?.day ?? calendar.day(playbook.answerAfterBusinessDays, businessDaysAfter: day)
        }
        if let due = promise.due?.day {
            return calendar.day(playbook.graceAfterStatedDayBusinessDays, businessDaysAfter: due)
        }
        let wait =
            switch promise.kind {
            case .reply: playbook.beInTouchAfterBusinessDays
            case .introduction, .other: playbook.promisedIntroductionAfterBusinessDays
            }
        return calendar.day(wait, businessDaysAfter: day)
    }
}

extension Situation {
    /// The promises that count: not kept, not overtaken by a later word or promise, not ended with their role or job.
    /// - Complexity: O(interactions + touches with those who promised).
    package var openPromises: [OpenPromise] {
        var found: [OpenPromise] = []
        for position in network.interactions.indices {
            guard let promise = network.interactions[position].promise, promise.kept == nil,
                let id = network.interactions[position].people.first,
                let node = index.node(of: id), !mustNotContact(node)
            else { continue }
            let interaction = network.interactions[position]
            let day = self.day(of: interaction.date, for: node)
            let open = OpenPromise(node: node, day: day, promise: promise, interaction: position)
            if !isOver(open, interaction) { found.append(open) }
        }
        // Another promise about the same thing takes the place of an earlier one; an introduction stands for itself. A hold with
        // a day says more than that they will be in touch.
        var latest: [Topic: Int] = [:]
        for (number, open) in found.enumerated() where open.promise.kind != .introduction {
            let earlier = latest[Topic(open, network)].map { found[$0] }
            if earlier.map({ isLater(open, than: $0) }) ?? true { latest[Topic(open, network)] = number }
        }
        return found.enumerated().filter { number, open in
            guard open.promise.kind != .introduction else { return true }
            let isVague = open.promise.kind == .reply && open.promise.due == nil
            return latest[Topic(open, network)] == number && !(isVague && isOnDatedHold(open.node))
        }.map(\.element)
    }

    private func isLater(_ open: OpenPromise, than other: OpenPromise) -> Bool {
        (network.interactions[open.interaction].date, open.interaction)
            > (network.interactions[other.interaction].date, other.interaction)
    }

    private func isOnDatedHold(_ node: NodeID) -> Bool {
        opportunitiesByNode[Int(node)].contains {
            network.opportunities[$0].currentStage.map { $0.stage == .onHold && $0.until != nil } ?? false
        }
    }

    private func isOver(_ open: OpenPromise, _ interaction: Interaction) -> Bool {
        let person = self.person(open.node)
        if person.signals.contains(where: { $0.kind == .letGo && $0.date >= open.day }) { return true }
        if let position = interaction.opportunity.flatMap(index.position(of:)) {
            let role = network.opportunities[position]
            if let stage = role.currentStage, stage.stage.isFinal, stage.date.day >= open.day { return true }
            if hasLeft(open.node, role.company) { return true }
        } else if open.promise.kind != .introduction, open.promise.by == .them {
            // Without a role of its own a promise ends when all roles of the person have ended since.
            let stages = opportunitiesByNode[Int(open.node)].map { network.opportunities[$0].currentStage }
            if !stages.isEmpty,
                stages.allSatisfy({ $0.map { $0.stage.isFinal && $0.date.day >= open.day } ?? false })
            {
                return true
            }
        }
        guard open.promise.by == .them else { return false }
        let talks = history.touches(with: open.node).filter { $0.interaction != open.interaction }
        guard let due = open.promise.due?.day else {
            // Without a day any later word of theirs is what they promised, or takes its place.
            let asked = open.dueDay(in: self) ?? open.day
            return talks.contains {
                $0.direction.hasTheirWord ? $0.day > open.day : $0.day >= asked
            }
        }
        return talks.contains { touch in
            touch.day > due || touch.day == due && touch.direction.hasTheirWord
                || touch.day > open.day && touch.direction.hasTheirWord
                    && touch.opportunity != nil && touch.day >= due
        }
    }
}

/// What promises that take each other's place have in common.
private struct Topic: Hashable {
    var node: NodeID
    var side: Promise.Side
    var opportunity: OpportunityID?
    /// Of the seeker's own promises each stands for itself.
    var what: String?

    init(_ open: OpenPromise, _ network: ReferralNetwork) {
        node = open.node
        side = open.promise.by
        opportunity = network.interactions[open.interaction].opportunity
        what = side == .seeker ? open.promise.what : nil
    }
}
