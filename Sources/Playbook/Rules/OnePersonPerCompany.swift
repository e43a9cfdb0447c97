package import GraphAlgorithms
import ReferralGraph

/// Playbook R4, 3B7 (Dalton, *The 2-Hour Job Search*): at every company one person is asked at a time.
///
/// Without an answer within three business days a second person there is asked, after seven the first one again.
/// Whoever answers within the three is a booster: then no one else there is asked. Where someone works now counts.
package struct OnePersonPerCompany: Sendable {
    private let situation: Situation
    /// Who works where, the seeker left out, ascending.
    private let staff: [CompanyID: [NodeID]]

    private var playbook: PlaybookPolicy { situation.playbook }

    /// - Complexity: O(people).
    package init(_ situation: Situation) {
        self.situation = situation
        var staff: [CompanyID: [NodeID]] = [:]
        for position in situation.network.people.indices {
            let node = NodeID(position)
            guard situation.id(of: node) != situation.network.seeker,
                let company = situation.workplace(of: node)?.company
            else { continue }
            staff[company, default: []].append(node)
        }
        self.staff = staff
    }

    /// Those who work at the same company.
    private func colleagues(of node: NodeID) -> [NodeID] {
        situation.workplace(of: node).flatMap { staff[$0.company] }?.filter { $0 != node } ?? []
    }

    /// The day until which the silence of someone keeps the seeker from asking another one there.
    func patience(with node: NodeID, since day: CalendarDay) -> CalendarDay {
        situation.calendar(of: node).day(playbook.secondPersonAfterBusinessDays, businessDaysAfter: day)
    }

    /// When someone last answered as fast as a booster; `nil` for never.
    /// - Complexity: O(touches with them).
    private func boost(by node: NodeID) -> CalendarDay? {
        var ask: CalendarDay?
        var latest: CalendarDay?
        for touch in situation.history.touches(with: node) {
            if touch.direction.hasTheirWord {
                if let ask, touch.day <= patience(with: node, since: ask) { latest = touch.day }
                ask = nil
            } else if touch.isAsk {
                ask = ask ?? touch.day
            }
        }
        return latest
    }

    /// A booster among the colleagues of someone, for as long as a friendly reminder may be away.
    /// - Complexity: O(touches with the colleagues).
    func booster(beside node: NodeID) -> NodeID? {
        colleagues(of: node).first { colleague in
            boost(by: colleague).map {
                situation.today(for: colleague) - $0 <= playbook.monthlyTouchAfterDays
            } ?? false
        }
    }

    /// Whether another one there has been asked since a day.
    func wasAnotherAsked(beside node: NodeID, since day: CalendarDay) -> Bool {
        colleagues(of: node).contains { situation.wasTouched($0, since: day, \.isAsk) }
    }

    /// The one to ask in place of someone: of the colleagues the first in the network who may be asked and does not
    /// owe an answer already.
    package func second(beside node: NodeID) -> NodeID? {
        colleagues(of: node).first { situation.closure(of: $0) == nil && openAsk(to: $0) == nil }
    }

    /// The latest ask to someone, while it has no answer.
    private func openAsk(to node: NodeID) -> Touch? {
        situation.history.touches(with: node).reversed().prefix { !$0.direction.hasTheirWord }
            .first(where: \.isAsk)
    }

    /// Why someone is not to be asked out of turn; `nil` when no one else there comes first.
    /// - Complexity: O(touches with the colleagues).
    package func reasonToWait(_ node: NodeID) -> WithheldContact? {
        if let booster = booster(beside: node) {
            return WithheldContact(
                person: situation.id(of: node),
                reason: "one person per company: \(situation.person(booster).name) answers fast",
                rule: .secondPerson, through: situation.id(of: booster))
        }
        for colleague in colleagues(of: node) {
            guard let ask = openAsk(to: colleague) else { continue }
            let day = patience(with: colleague, since: ask.day)
            guard day > situation.today(for: colleague) else { continue }
            return WithheldContact(
                person: situation.id(of: node),
                reason:
                    "one person per company: \(situation.person(colleague).name) has until \(day) to answer",
                rule: .secondPerson, through: situation.id(of: colleague), until: day)
        }
        return nil
    }
}
