public import Playbook
public import ReferralGraph

extension NetworkAnalysis {
    /// What comes next with some people: their steps by due day, those not yet due included; what an edit that
    /// concerned them is answered with.
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
            (step.isContact ? 0 : 1, standing(of: step, on: today))
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

    /// By which means someone is best written to.
    public func usualChannel(to person: PersonID) -> Interaction.Channel {
        guard let node = situation.index.node(of: person) else { return .email }
        return situation.channel(to: node, preferring: situation.history.lastTouch(with: node)?.channel)
    }
}
