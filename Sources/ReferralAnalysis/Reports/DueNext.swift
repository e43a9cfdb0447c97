import GraphAlgorithms
public import Playbook
public import ReferralGraph

/// What comes next with some people after an edit that concerned them.
public struct DueNext: Sendable {
    /// Their steps by due day, those not yet due included.
    public let steps: [DueStep]
    private let situation: Situation

    /// Works out the steps that a ``NetworkAnalysis`` of the whole network has for some people, and nothing else.
    /// - Parameters:
    ///   - people: Who.
    ///   - network: Free of errors; of the interactions it takes those of ``Bearing``.
    ///   - asOf: The moment to look from.
    ///   - policy: The numbers to use.
    ///   - isQuiet: Whether rejections are not spoken of.
    /// - Throws: ``AnalysisError``.
    /// - Complexity: O(size of the network).
    public init(
        with people: [PersonID], in network: ReferralNetwork, asOf: Timestamp,
        policy: AnalysisPolicy = .standard, isQuiet: Bool = false
    ) throws(AnalysisError) {
        do { try policy.validate() } catch { throw .ranking(error) }
        let appointments = network.appointments(after: asOf)
        let part = Bearing(on: people, in: network).part(
            of: network.known(at: asOf), appointments: appointments)
        let situation = Situation(
            network: part, asOf: asOf, playbook: policy.playbook, appointments: appointments,
            isQuiet: isQuiet)
        guard situation.index.node(of: network.seeker) != nil else { throw .seekerMissing(network.seeker) }
        let processes = HiringProcesses(situation)
        let all = PlaybookSteps(
            situation, processes, Precedence(situation, processes),
            Silence(situation: situation, processes: processes, odds: [:]),
            remindingOf: Set(people.compactMap(situation.index.node(of:))).sorted())
        let chosen = Set(people)
        steps = all.stepsByDueDay.filter { chosen.contains($0.person) }
        self.situation = situation
    }

    /// Whose interactions bear on the next steps with some people.
    ///
    /// A step with someone may give way to one with a colleague, wait for whoever speaks for an employer, or tell what came of
    /// a name that they gave.
    public struct Bearing: Sendable, Equatable {
        /// The people themselves, who they work with, who shares a role with one of them, and who they led to.
        public private(set) var people: Set<PersonID>
        /// The roles of all of these at the same employers.
        public private(set) var opportunities: Set<OpportunityID> = []

        /// Finds out who bears on the steps of some people.
        /// - Parameters:
        ///   - people: Who.
        ///   - network: Its interactions do not matter.
        /// - Complexity: O(people + opportunities + referrals).
        public init(on people: [PersonID], in network: ReferralNetwork) {
            var chosen = Set(people)
            self.people = chosen
            var led: [PersonID: [PersonID]] = [:]
            for place in network.referrals.indices {
                led[network.referrals[place].from, default: []].append(network.referrals[place].to)
            }
            var next = people
            while let person = next.popLast() {
                next += (led[person] ?? []).filter { self.people.insert($0).inserted }
            }
            // What the seeker has to do themselves is about any role.
            let isAboutAll = chosen.remove(network.seeker) != nil
            var employers: Set<CompanyID> = []
            for place in network.people.indices where chosen.contains(network.people[place].id) {
                employers.formUnion(network.people[place].employments.map(\.company))
            }
            for place in network.opportunities.indices {
                let part = network.opportunities[place].people
                guard
                    isAboutAll || employers.contains(network.opportunities[place].company)
                        || part.contains(where: chosen.contains)
                else { continue }
                opportunities.insert(network.opportunities[place].id)
                self.people.formUnion(part)
            }
            for place in network.people.indices
            where network.people[place].employments.contains(where: { employers.contains($0.company) }) {
                self.people.insert(network.people[place].id)
            }
        }

        /// The part of a network that the steps are worked out from.
        /// - Parameters:
        ///   - network: As it was known at the moment looked from.
        ///   - appointments: The talks that lie ahead.
        /// - Complexity: O(size of the network) with a small constant.
        func part(of network: ReferralNetwork, appointments: [Interaction]) -> ReferralNetwork {
            var part = network
            part.interactions = network.interactions.indices.filter { place in
                network.interactions[place].people.contains(where: people.contains)
                    || network.interactions[place].opportunity.map(opportunities.contains) ?? false
            }.map { network.interactions[$0] }
            // Only one of the people who led to someone hears what came of it.
            part.referrals = network.referrals.filter { people.contains($0.from) || people.contains($0.to) }
            part.ties = network.ties.filter { $0.from == network.seeker || $0.to == network.seeker }
            let talks = part.interactions + appointments
            var known = people.union(talks.flatMap(\.people)).union([network.seeker])
            known.formUnion(part.referrals.flatMap { [$0.from, $0.to] })
            var cited = opportunities.union(talks.compactMap(\.opportunity))
            cited.formUnion(part.referrals.compactMap(\.opportunity))
            // Offers and what was accepted bear on everyone, and a role on those at its company that are posted again.
            let companies = Set(
                network.opportunities.lazy.filter { role in
                    cited.contains(role.id) || role.people.contains(where: known.contains)
                        || role.currentStage.map { $0.stage == .offer || $0.stage == .accepted } ?? false
                }.map(\.company))
            part.opportunities = network.opportunities.filter { companies.contains($0.company) }
            known.formUnion(part.opportunities.flatMap(\.people))
            part.people = network.people.filter { known.contains($0.id) }
            return part
        }
    }
}

extension Opportunity {
    /// Everyone who has a part in it.
    fileprivate var people: [PersonID] { participants.map(\.person) + stages.flatMap(\.people) }
}

extension DueNext {
    /// What can be done with one of the people today, in the order of the call list, and after it what is only to be written
    /// down.
    /// - Complexity: O(steps).
    public func today(with person: PersonID) -> [DueStep] {
        guard let node = situation.index.node(of: person) else { return [] }
        let today = situation.today(for: node)
        func order(_ step: DueStep) -> (Int, CalendarDay) {
            (
                !step.isContact ? 2 : step.rule.kind == .reminder ? 1 : 0,
                situation.standing(of: step, on: today)
            )
        }
        return steps.filter { $0.person == person && $0.earliest <= today }.enumerated().sorted {
            let (left, right) = (order($0.element), order($1.element))
            return left != right ? left < right : $0.offset < $1.offset
        }.map(\.element)
    }

    /// Whether a step with one of the people can still be done today.
    public func isDueToday(_ step: DueStep) -> Bool {
        today(with: step.person).contains { other in
            (other.rule, other.opportunity, other.related, other.thread, other.since, other.action.what)
                == (step.rule, step.opportunity, step.related, step.thread, step.since, step.action.what)
                && other.promised == step.promised
        }
    }

    /// The best means of writing to one of the people.
    public func usualChannel(to person: PersonID) -> Interaction.Channel {
        guard let node = situation.index.node(of: person) else { return .email }
        return situation.channel(to: node, preferring: situation.history.lastTouch(with: node)?.channel)
    }
}

extension NetworkAnalysis {
    /// What comes next with some people: their steps by due day, those not yet due included.
    /// - Complexity: O(steps).
    public func dueNext(with people: [PersonID]) -> [DueStep] {
        let people = Set(people)
        return steps.filter { people.contains($0.person) }
    }

    /// Where a step stands in a list of a day; see ``DueStep/standing(on:returningAfter:in:)``.
    package func standing(of step: DueStep, on today: CalendarDay) -> CalendarDay {
        situation.standing(of: step, on: today)
    }
}

extension Situation {
    /// Where a step stands in a list of a day; see ``DueStep/standing(on:returningAfter:in:)``.
    fileprivate func standing(of step: DueStep, on today: CalendarDay) -> CalendarDay {
        step.standing(
            on: today, returningAfter: playbook.missedStepReturnsAfterDays,
            in: index.node(of: step.person).map(calendar) ?? ownCalendar)
    }
}
