import GraphAlgorithms
public import Playbook
public import ReferralGraph

/// What comes next with some people after an edit that concerned them.
public struct DueNext: Sendable, Equatable {
    /// Their steps by due day, those not yet due included.
    public let steps: [DueStep]

    /// Works out the steps that a ``NetworkAnalysis`` of the whole network has for some people, and nothing else.
    /// - Parameters:
    ///   - people: Who.
    ///   - network: Free of errors; of the interactions it needs those of ``Bearing``.
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
        let situation = Situation(
            network: network.known(at: asOf), asOf: asOf, playbook: policy.playbook,
            appointments: network.appointments(after: asOf), isQuiet: isQuiet)
        guard situation.index.node(of: network.seeker) != nil else { throw .seekerMissing(network.seeker) }
        let processes = HiringProcesses(situation)
        let all = PlaybookSteps(
            situation, processes, Precedence(situation, processes),
            Silence(situation: situation, processes: processes, odds: [:]),
            remindingOf: Set(people.compactMap(situation.index.node(of:))).sorted())
        let chosen = Set(people)
        steps = all.stepsByDueDay.filter { chosen.contains($0.person) }
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
            for referral in network.referrals { led[referral.from, default: []].append(referral.to) }
            var next = people
            while let person = next.popLast() {
                next += (led[person] ?? []).filter { self.people.insert($0).inserted }
            }
            // What the seeker has to do themselves is about any role.
            let isAboutAll = chosen.remove(network.seeker) != nil
            var employers: Set<CompanyID> = []
            for person in network.people where chosen.contains(person.id) {
                employers.formUnion(person.employments.map(\.company))
            }
            for role in network.opportunities {
                let part = role.participants.map(\.person) + role.stages.flatMap(\.people)
                guard
                    isAboutAll || employers.contains(role.company) || part.contains(where: chosen.contains)
                else {
                    continue
                }
                opportunities.insert(role.id)
                self.people.formUnion(part)
            }
            for person in network.people
            where person.employments.contains(where: { employers.contains($0.company) }) {
                self.people.insert(person.id)
            }
        }
    }
}

extension NetworkAnalysis {
    /// What comes next with some people: their steps by due day, those not yet due included.
    /// - Complexity: O(steps).
    public func dueNext(with people: [PersonID]) -> [DueStep] {
        let people = Set(people)
        return steps.filter { people.contains($0.person) }
    }

    /// What can be done with someone today, in the order of the call list, and after it what is only to be written down.
    /// - Complexity: O(steps).
    public func dueToday(with person: PersonID) -> [DueStep] {
        guard let node = situation.index.node(of: person) else { return [] }
        let today = situation.today(for: node)
        func order(_ step: DueStep) -> (Int, CalendarDay) {
            (!step.isContact ? 2 : step.rule.kind == .reminder ? 1 : 0, standing(of: step, on: today))
        }
        return steps.filter { $0.person == person && $0.earliest <= today }.enumerated().sorted {
            let (left, right) = (order($0.element), order($1.element))
            return left != right ? left < right : $0.offset < $1.offset
        }.map(\.element)
    }

    /// Where a step stands in a list of a day; see ``DueStep/standing(on:returningAfter:in:)``.
    package func standing(of step: DueStep, on today: CalendarDay) -> CalendarDay {
        step.standing(
            on: today, returningAfter: policy.playbook.missedStepReturnsAfterDays,
            in: situation.index.node(of: step.person).map(situation.calendar) ?? situation.ownCalendar)
    }

    /// Whether a step can still be done today.
    public func isDueToday(_ step: DueStep) -> Bool {
        dueToday(with: step.person).contains { other in
            (other.rule, other.opportunity, other.related, other.thread, other.since, other.action.what)
                == (step.rule, step.opportunity, step.related, step.thread, step.since, step.action.what)
                && other.promised == step.promised
        }
    }

    /// The best means of writing to someone.
    public func usualChannel(to person: PersonID) -> Interaction.Channel {
        guard let node = situation.index.node(of: person) else { return .email }
        return situation.channel(to: node, preferring: situation.history.lastTouch(with: node)?.channel)
    }
}
