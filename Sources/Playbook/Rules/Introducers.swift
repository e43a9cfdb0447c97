import GraphAlgorithms
import ReferralGraph

/// Playbook R5, *up the chain* and *referrer*: whoever opened a door hears what came of it.
package struct Introducers {
    private let situation: Situation

    package init(situation: Situation) { self.situation = situation }

    private var playbook: PlaybookPolicy { situation.playbook }

    /// One step for each introducer who has not heard the latest news.
    /// - Complexity: O(referrals x length of a chain).
    package func steps() -> [DueStep] {
        // Of several pieces of news for one introducer the latest counts.
        var latest: [NodeID: News] = [:]
        for (position, referral) in situation.network.referrals.enumerated() {
            guard let (day, role) = news(of: referral) else { continue }
            var links: Set<Int> = [position]
            var next = referral.from
            while let node = situation.index.node(of: next), next != situation.network.seeker {
                if let step = step(node, about: referral, day, role) {
                    latest[node] = latest[node].map { $0.joined(with: step) } ?? News(day: day, step: step)
                }
                let earlier = situation.referralsTo[Int(node)].filter { link in
                    let referral = situation.network.referrals[link]
                    return !links.contains(link) && referral.declined == nil
                        && (referral.met ?? referral.used ?? referral.given).map { $0 <= day } ?? false
                }.min { situation.network.referrals[$0].from < situation.network.referrals[$1].from }
                guard let earlier else { break }
                links.insert(earlier)
                next = situation.network.referrals[earlier].from
            }
        }
        return latest.sorted { $0.key < $1.key }.map(\.value.step)
    }

    /// The last that came of a referral: the talk, or how far the role of the person referred to has come.
    private func news(of referral: Referral) -> (day: CalendarDay, role: Int?)? {
        guard referral.declined == nil, referral.to != situation.network.seeker,
            referral.from != situation.network.seeker,
            let node = situation.index.node(of: referral.to)
        else { return nil }
        var latest: (day: CalendarDay, role: Int?)?
        if let talked = situation.history.touches(with: node).last(where: {
            $0.direction.hasTheirWord && $0.day >= referral.firstDate ?? $0.day
        }) {
            latest = (talked.day, nil)
        }
        if let met = referral.met, met > latest?.day ?? CalendarDay(number: .min) { latest = (met, nil) }
        for position in situation.opportunitiesByNode[Int(node)] {
            let stages = situation.network.opportunities[position].stages.filter {
                ![.applied, .onHold].contains($0.stage)
            }
            if let stage = stages.map(\.date.day).max(), stage >= latest?.day ?? stage {
                latest = (stage, position)
            }
        }
        return latest
    }

    private func step(
        _ node: NodeID, about referral: Referral, _ day: CalendarDay, _ role: Int?
    ) -> DueStep? {
        guard situation.closure(of: node) == nil,
            situation.asOf.day - day <= playbook.newsForReferrersLastsDays,
            !situation.wasTouched(node, since: day, \.direction.hasOurWord),
            let to = situation.index.node(of: referral.to)
        else { return nil }
        let due = situation.calendar(of: node)
            .day(playbook.reportToReferrerWithinBusinessDays, businessDaysAfter: day)
        return DueStep(
            person: situation.id(of: node), rule: role == nil ? .upTheChain : .referrer,
            opportunity: role.map { situation.network.opportunities[$0].id }, related: referral.to,
            since: day, earliest: day + 1, due: due,
            action: .tellReferrer(
                of: situation.nameForOthers(to) ?? "the person they led you to",
                through: situation.channel(
                    to: node, preferring: situation.history.lastTouch(with: node)?.channel)))
    }
}

/// What an introducer is to be told.
private struct News {
    /// The day of the latest piece.
    var day: CalendarDay
    /// Tells the latest piece; since the first one it is owed.
    var step: DueStep

    func joined(with other: DueStep) -> Self {
        let isNewer = (day, step.related ?? "") < (other.since, other.related ?? "")
        var joined = News(day: max(day, other.since), step: isNewer ? other : step)
        joined.step.since = min(step.since, other.since)
        joined.step.earliest = min(step.earliest, other.earliest)
        joined.step.due = min(step.due, other.due)
        return joined
    }
}
