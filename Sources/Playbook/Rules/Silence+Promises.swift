import GraphAlgorithms
import ReferralGraph

/// Names that were given and not used, and promises of both sides.
extension Silence {
    func unusedReferrals() -> [StalledThread] {
        situation.network.referrals.compactMap { referral in
            guard let given = referral.given, referral.used == nil, referral.met == nil,
                referral.declined == nil, isAboutOthers(referral),
                let node = situation.index.node(of: referral.to), !situation.mustNotContact(node),
                let referrer = situation.index.node(of: referral.from),
                !situation.wasTouched(node, since: given), situation.declinedIntroduction(node) == nil
            else { return nil }
            let due = situation.calendar(of: node)
                .day(playbook.unusedReferralAfterBusinessDays, businessDaysAfter: given)
            return stalled(
                node, .youOwe, since: given, rule: .unusedReferral, due: due,
                .useReferral(
                    from: situation.nameForOthers(referrer), firstName: situation.firstName(referrer),
                    through: situation.channel(to: node, preferring: nil)),
                opportunity: isRole(referral.opportunity, at: node) ? referral.opportunity : nil,
                related: referral.from)
        }
    }

    /// Whether a role is one where someone works; a name given after a no mostly leads elsewhere.
    private func isRole(_ opportunity: OpportunityID?, at node: NodeID) -> Bool {
        guard let position = opportunity.flatMap(situation.index.position(of:)) else { return false }
        return situation.network.opportunities[position].company == situation.company(of: node)?.id
    }

    /// A name the seeker brought along was given by no one; one given of the seeker leads to no one.
    private func isAboutOthers(_ referral: Referral) -> Bool {
        ![referral.from, referral.to].contains(situation.network.seeker)
    }

    func promises() -> [StalledThread] {
        var findings = situation.network.referrals.compactMap(promisedReferral)
        let promisers = Set(findings.map(\.person))
        for open in processes.promises {
            if open.promise.by == .seeker {
                findings.append(yourPromise(open))
                continue
            }
            if open.promise.kind == .introduction {
                let wasMade = situation.referrals(from: open.node).contains {
                    ($0.given ?? $0.used ?? $0.met).map { $0 >= open.day } ?? false
                }
                if wasMade || promisers.contains(situation.id(of: open.node)) { continue }
            }
            findings.append(theirPromise(open))
        }
        return findings
    }

    private func promisedReferral(_ referral: Referral) -> StalledThread? {
        guard let promised = referral.promised, referral.given == nil, referral.used == nil,
            referral.met == nil, referral.declined == nil, isAboutOthers(referral),
            let node = situation.index.node(of: referral.from), !situation.mustNotContact(node),
            let target = situation.index.node(of: referral.to)
        else { return nil }
        let due = situation.calendar(of: node)
            .day(playbook.promisedIntroductionAfterBusinessDays, businessDaysAfter: promised)
        // One reminder is enough.
        guard !situation.wasTouched(node, since: due, \.direction.hasOurWord) else { return nil }
        return stalled(
            node, .promiseMissed, since: promised, rule: .promisedIntroduction, due: due,
            .remindOfPromise(
                "the introduction to \(situation.person(target).name)",
                through: situation.channel(to: node, preferring: nil)),
            related: referral.to)
    }

    private func theirPromise(_ open: OpenPromise) -> StalledThread {
        let interaction = situation.network.interactions[open.interaction]
        let isIntroduction = open.promise.kind == .introduction
        let isInProcess = !processes.processes(with: open.node).isEmpty
        let isReply = open.promise.kind == .reply || isInProcess && !isIntroduction
        // Where no one sits at a desk, people are called.
        let isCall = situation.company(of: open.node)?.setting != nil && canTelephone(open.node)
        let channel =
            isCall && isReply
            ? .call
            : situation.channel(to: open.node, preferring: isReply ? .email : interaction.channel)
        return stalled(
            open.node, .promiseMissed, since: open.day,
            rule: isIntroduction
                ? .promisedIntroduction
                : !isReply ? .missedPromise : open.promise.due == nil ? .theirTurn : .statedTime,
            due: open.dueDay(in: situation) ?? open.day,
            isReply
                ? .inquireAfterPromise(
                    open.promise.what,
                    by: open.promise.due.map { $0.day.words(relativeTo: situation.asOf.day) },
                    through: channel,
                    hours: situation.callHours(of: open.node))
                : .remindOfPromise(
                    open.promise.what, isRolePosted: hasOpening(open.node), through: channel),
            opportunity: interaction.opportunity, thread: interaction.thread)
    }

    /// Whether a role is posted where someone works.
    private func hasOpening(_ node: NodeID) -> Bool {
        situation.company(of: node)?.signals.contains {
            $0.kind == .openingPosted && situation.asOf.day - $0.date <= playbook.openingIsNewsForDays
        } ?? false
    }

    /// One's own promise is shown a business day before its day, and never pulled forward.
    private func yourPromise(_ open: OpenPromise) -> StalledThread {
        let interaction = situation.network.interactions[open.interaction]
        let due = open.dueDay(in: situation) ?? open.day
        let calendar = situation.ownCalendar
        var finding = stalled(
            open.node, .youOwe, since: open.day, rule: .ownPromise, due: due,
            .keepPromise(
                open.promise.what, by: open.promise.due.flatMap(\.timeOfDay),
                through: situation.channel(to: open.node, preferring: interaction.channel)),
            opportunity: interaction.opportunity, thread: interaction.thread)
        finding.step?.promised = interaction
        finding.step?.moment = open.promise.due.flatMap { $0.secondOfDay == nil ? nil : $0 }
        finding.step?.earliest = min(due, max(open.day, calendar.businessDay(before: due)))
        return finding
    }
}
