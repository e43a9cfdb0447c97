import GraphAlgorithms
import Playbook
public import RankingModel
import ReferralGraph

extension NetworkAnalysis {
    /// The calls of the coming business days that together open most new ground.
    ///
    /// Lazy greedy choice by what each call adds to those before it, from the people it is polite to contact
    /// within the days; those the playbook wants reminded once a month, no sooner. Whoever has
    /// no free calling hour, or no working day without a colleague of the same team, is left out.
    /// - Parameters:
    ///   - budget: How many calls, or how long they may take.
    ///   - objective: What the plan is for.
    /// - Throws: ``AnalysisError/ranking(_:)`` when a length in the policy is not above 0.
    /// - Complexity: O(people log degree) to explain everybody, and O(k² days + k degrees) for k calls.
    public func outreachPlan(
        _ budget: OutreachBudget, objective: CallPlan.Objective = .value
    ) throws(AnalysisError) -> OutreachPlan {
        do { try policy.outreach.validate() } catch { throw .ranking(error) }
        let days = outreachDays
        let proposals = outreachProposals(on: days)
        let visits = proposals.mapValues(\.visit)
        let candidates = proposals.keys.sorted().map {
            CallCandidate($0, minutes: Double(proposals[$0]!.visit.minutes))
        }
        var turnedAway: Set<NodeID> = []
        let emptySchedule = OutreachSchedule(
            visits, dayCount: days.count, minutesPerDay: policy.outreach.minutesPerDay)
        var schedule = emptySchedule
        func canJoin(_ chosen: [NodeID], _ candidate: NodeID) -> Bool {
            // Greedy runs more than once for a budget in minutes.
            if chosen.isEmpty { schedule = emptySchedule }
            let hasPlace = schedule.place(candidate)
            if !hasPlace { turnedAway.insert(candidate) }
            return hasPlace
        }
        let planner = CallPlan(objective: objective)
        let planned: PlannedCalls
        let bound: Double
        switch budget {
        case .calls(let count):
            planned = planner.calls(
                max(0, count), among: candidates.map(\.person), values: ranking.values, where: canJoin)
            bound = planner.upperBound(
                given: planned.calls.map(\.person), among: candidates, atMost: max(0, count),
                values: ranking.values)
        case .minutes(let minutes):
            do throws(RankingError) {
                planned = try planner.calls(
                    withinMinutes: Double(minutes), among: candidates, values: ranking.values, where: canJoin)
            } catch {
                throw .ranking(error)
            }
            bound = planner.upperBound(
                given: planned.calls.map(\.person), among: candidates, withinMinutes: Double(minutes),
                values: ranking.values)
        }
        let chosen = planned.calls.map(\.person)
        turnedAway.subtract(chosen)
        let promised = turnedAway.isEmpty ? promisedShare(budget) : nil
        let calls = planned.calls.enumerated().map { position, call in
            outreach(call, position, of: chosen, planner, proposals[call.person]!)
        }
        let placed = seats(of: chosen, proposals, in: emptySchedule)
        return OutreachPlan(
            budget: budget, callMinutes: policy.outreach.callMinutes,
            messageMinutes: policy.outreach.messageMinutes,
            minutesPerDay: policy.outreach.minutesPerDay,
            days: days.indices.map { day in
                outreachDay(days[day], zip(chosen, calls).filter { placed[$0.0]?.day == day }, placed)
            },
            value: planned.value, minutes: calls.reduce(0) { $0 + $1.minutes }, valueAtMost: bound,
            promisedShare: promised,
            guaranteedShare: max(promised ?? 0, shownShare(planned.value, bound)),
            candidateCount: proposals.count,
            turnedAway: turnedAway.sorted().map { situation.id(of: $0) },
            dueElsewhere: callList.due.filter { $0.step != nil && !chosen.contains($0.node) }
                .map { situation.id(of: $0.node) },
            caveats: nextContacts(first: 0).caveats)
    }

    /// What greedy choice promises when nothing but the budget limits it.
    private func promisedShare(_ budget: OutreachBudget) -> Double {
        // 1 - 1/e.
        let greedy = 0.632_120_558_828_557_7
        return switch budget {
        case .calls: greedy
        case .minutes: greedy / 2
        }
    }

    /// What the bound shows afterwards.
    private func shownShare(_ value: Double, _ bound: Double) -> Double {
        // Both are sums of the same terms, which rounding alone can keep apart.
        bound - value <= 1e-9 ? 1 : value / bound
    }

    /// The seeker's business days of the plan, today among them.
    private var outreachDays: [CalendarDay] {
        let calendar = situation.ownCalendar
        var days = [calendar.businessDay(onOrAfter: asOf.day)]
        while days.count < policy.outreach.businessDays {
            days.append(calendar.day(1, businessDaysAfter: days[days.count - 1]))
        }
        return days
    }

    /// Someone who can be contacted within the days of a plan.
    private struct Proposal {
        var visit: OutreachSchedule.Visit
        var step: DueStep?
        var action: DueStep.Action
        /// Where the step stands among those due now, the most pressing first.
        var urgency: Int?
    }

    private func outreachProposals(on days: [CalendarDay]) -> [NodeID: Proposal] {
        guard let last = days.last else { return [:] }
        let polite = politeDays
        let upcoming = Dictionary(grouping: steps.filter(\.isContact), by: \.person)
        var proposals: [NodeID: Proposal] = [:]
        func propose(_ node: NodeID, from earliest: CalendarDay, _ step: DueStep?, urgency: Int? = nil) {
            let action =
                step?.action
                ?? Opener(situation: situation, ranking: ranking)
                .action(for: node, worth: ranking.worth(of: node))
            guard let channel = action.channel else { return }
            let employment = situation.workplace(of: node)
            let visit = OutreachSchedule.Visit(
                node: node,
                team: employment.map { .init(company: $0.company, department: $0.department) },
                minutes: policy.outreach.minutes(by: channel),
                isLongGap: situation.isLostSightOf(node),
                seats: seats(for: node, isCall: channel == .call, days, from: earliest))
            if visit.seats.isEmpty { return }
            proposals[node] = Proposal(visit: visit, step: step, action: action, urgency: urgency)
        }
        func step(with person: PersonID, by day: CalendarDay) -> DueStep? {
            upcoming[person]?.first { $0.earliest <= day }
        }
        for (urgency, row) in callList.due.enumerated() {
            let person = situation.id(of: row.node)
            guard let earliest = polite[Int(row.node)], earliest <= last else { continue }
            propose(
                row.node, from: earliest, row.step ?? step(with: person, by: earliest),
                urgency: row.step == nil ? nil : urgency)
        }
        for contact in callList.withheld where contact.through == nil {
            guard let until = contact.until, let node = situation.index.node(of: contact.person),
                let earliest = polite[Int(node)], earliest <= last
            else { continue }
            propose(node, from: earliest, step(with: contact.person, by: until))
        }
        return proposals
    }

    /// Where someone can be contacted: any day from the first polite one on, on which they work, too; to telephone, the
    /// calling hours.
    private func seats(
        for node: NodeID, isCall: Bool, _ days: [CalendarDay], from earliest: CalendarDay
    ) -> [OutreachSchedule.Seat] {
        let length = policy.outreach.callMinutes
        let hours = situation.callMinutes(of: node)
        let (first, end) = (hours.lowerBound, hours.upperBound)
        // A contact without a known zone is taken to live in the seeker's.
        let clocks = situation.clocks
        let clock =
            situation.person(node).timeZone == nil
            ? clocks[Int(ranking.projection.seeker)] : clocks[Int(node)]
        let now = clock.minute(of: asOf)
        let calendar = situation.calendar(of: node)
        let positions = days.indices.filter {
            days[$0] >= earliest && calendar.isBusinessDay(days[$0])
        }
        return positions.flatMap { position in
            guard isCall else { return [OutreachSchedule.Seat(day: position)] }
            let starts = [first] + stride(from: first + length, through: end - length, by: length)
            return starts.compactMap { minute -> OutreachSchedule.Seat? in
                if days[position] == clock.day(of: asOf), let now, minute < now { return nil }
                let start = clock.seconds(days[position], minute: minute)
                return OutreachSchedule.Seat(
                    day: position, minute: minute, seconds: start..<(start + length * 60))
            }
        }
    }

    /// The days of the chosen: what is due first, then the order of choice.
    private func seats(
        of chosen: [NodeID], _ proposals: [NodeID: Proposal], in emptySchedule: OutreachSchedule
    ) -> [NodeID: OutreachSchedule.Seat] {
        let pressing = chosen.enumerated().sorted { left, right in
            let (a, b) = (proposals[left.element]?.urgency ?? .max, proposals[right.element]?.urgency ?? .max)
            return (a, left.offset) < (b, right.offset)
        }.map(\.element)
        var inOrder = emptySchedule
        if pressing.allSatisfy({ inOrder.place($0) }) { return inOrder.seats }
        var asChosen = emptySchedule
        for node in chosen { _ = asChosen.place(node) }
        return asChosen.seats
    }

    private func outreachDay(
        _ day: CalendarDay, _ calls: [(NodeID, PlannedOutreach)], _ seats: [NodeID: OutreachSchedule.Seat]
    ) -> OutreachDay {
        let ordered = calls.sorted { left, right in
            let (a, b) = (seats[left.0]?.seconds?.lowerBound, seats[right.0]?.seconds?.lowerBound)
            return (a ?? .max, left.1.choice) < (b ?? .max, right.1.choice)
        }.map { node, call in
            var call = call
            call.startMinute = seats[node]?.minute
            call.ownHour = call.startMinute.flatMap { situation.ownHour(for: node, on: day, minute: $0) }
            return call
        }
        return OutreachDay(day: day, minutes: ordered.reduce(0) { $0 + $1.minutes }, calls: ordered)
    }

    private func outreach(
        _ call: PlannedCall, _ position: Int, of chosen: [NodeID], _ planner: CallPlan, _ proposal: Proposal
    ) -> PlannedOutreach {
        let node = call.person
        let person = situation.person(node)
        let parts = planner.contributions(
            to: node, after: Array(chosen[..<position]), values: ranking.values)
        let others = chosen.filter { $0 != node }
        let without = planner.contributions(to: node, after: others, values: ranking.values)
        return PlannedOutreach(
            person: person.id, name: person.name, title: situation.employment(of: node)?.title,
            company: situation.company(of: node)?.name, choice: position + 1, startMinute: nil,
            timeZone: person.timeZone, minutes: proposal.visit.minutes, rule: proposal.step?.rule,
            action: proposal.action, replyProbability: ranking.replyProbability(of: node),
            alone: planner.value(of: [node], values: ranking.values), adds: call.gain,
            missedWithout: without.total,
            opens: parts.introductions.prefix(3).filter { $0.value > 0 }.map {
                .init(
                    person: situation.id(of: $0.person), name: situation.person($0.person).name,
                    adds: $0.value)
            }, basis: callList.basis(of: node, step: proposal.step))
    }
}
