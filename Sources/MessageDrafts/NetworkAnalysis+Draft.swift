internal import GraphAlgorithms
internal import Playbook
public import ReferralAnalysis
internal import ReferralGraph

extension NetworkAnalysis {
    /// The message to one person for a step that is due, or for a rule.
    /// - Parameters:
    ///   - request: The recipient, and how to write.
    ///   - shareable: The same network at the same moment without the names of others who asked not to be named. What
    ///     reads differently there is in no draft.
    /// - Throws: ``DraftError``.
    /// - Complexity: O(people log people + size of the network).
    public func draft(
        _ request: DraftRequest, sharing shareable: NetworkAnalysis
    ) throws(DraftError) -> Draft {
        guard let node = situation.index.node(of: request.person), request.person != network.seeker else {
            throw .seeker
        }
        try checkMayContact(node, opportunity: nil)
        let occasion = try occasion(request, node)
        try checkMayContact(node, opportunity: occasion.opportunity)
        let channel = try channel(request, node, occasion)
        let facts = DraftFacts(about: node, occasion, by: channel, in: self)
        let composer = DraftComposer(
            request: request, facts: facts,
            shareable: DraftFacts(about: node, occasion, by: channel, in: shareable))
        return try composer.draft()
    }

    private func checkMayContact(_ node: NodeID, opportunity: Int?) throws(DraftError) {
        let person = situation.person(node)
        let company = situation.company(of: node)
        let role = opportunity.map { network.opportunities[$0] }
        let reason: String? =
            person.doNotContact
            ? "do not contact"
            : company?.doNotContact == true
                ? "no one at \(company?.name ?? "") is to be contacted"
                : role?.doNotContact == true
                    ? "no one is to be contacted about \(role?.title ?? "")"
                    : situation.isOwnColleague(node)
                        ? "a colleague at your own employer, who is not known to know of your search" : nil
        if let reason { throw .refused(name: person.name, reason: reason, person: person.id) }
    }

    // MARK: The occasion

    private func occasion(_ request: DraftRequest, _ node: NodeID) throws(DraftError) -> DraftOccasion {
        let entry = today(next: .max).entries.first { $0.person == request.person }
        let due = entry.map(dueSteps) ?? []
        guard let name = request.ruleName else {
            if let first = due.first { return DraftOccasion(first, in: situation) }
            throw .nothingDue(nothingDue(node, entry))
        }
        let others = steps.filter { $0.person == request.person && $0.isContact }
        let rule = try rule(called: name, due: due, others)
        guard request.templates.rules.contains(rule) else { throw .noMessage(rule, due: due.map(\.rule)) }
        let step =
            due.first { $0.rule == rule }
            ?? (steps + suppressed.map(\.step)).first {
                $0.person == request.person && $0.rule == rule && $0.isContact
            }
        return step.map { DraftOccasion($0, in: situation) }
            ?? DraftOccasion(rule, with: node, in: situation)
    }

    /// What the queue of the day has for a person, what decides first.
    private func dueSteps(of entry: TodayEntry) -> [DueStep] {
        guard case .step(let step) = entry.basis, entry.part != .next,
            entry.part != .theyOwe || entry.day <= asOf.day
        else { return [] }
        return [step] + entry.alsoDue.filter(\.isContact)
    }

    private func nothingDue(_ node: NodeID, _ entry: TodayEntry?) -> DraftError.NothingDue {
        let id = situation.id(of: node)
        let today = situation.today(for: node)
        let withheld = callList.withheld.first { $0.person == id }
        let next = steps.filter { $0.person == id && $0.isContact && $0.earliest > today }
            .min { $0.earliest < $1.earliest }
        return DraftError.NothingDue(
            name: situation.person(node).name, person: id, next: next, reason: withheld?.reason,
            until: withheld?.until, suggestion: entry.flatMap(suggestion))
    }

    /// What a word could be about where nothing is due, and the rule whose templates fit it.
    private func suggestion(for entry: TodayEntry) -> DraftError.NothingDue.Suggestion? {
        guard entry.part == .next else { return nil }
        let rule: Rule =
            entry.basis == .stranger
            ? .secondPerson : entry.rules.contains(.longGap) ? .longGap : .referralRequest
        return .init(what: entry.action.what, rule: rule)
    }

    /// The rule of a name, or of the part behind the dot that only one has; else that of the one step, due or to come, that
    /// has these words.
    private func rule(
        called name: String, due steps: [DueStep], _ others: [DueStep]
    ) throws(DraftError) -> Rule {
        let due = steps.map(\.rule)
        let word = name.lowercased()
        if let rule = Rule.allCases.first(where: { $0.rawValue.lowercased() == word }) { return rule }
        let fitting = Rule.allCases.filter { $0.rawValue.lowercased().hasSuffix(".\(word)") }
        if fitting.count == 1 { return fitting[0] }
        let fittingDue = fitting.filter(due.contains)
        if fittingDue.count == 1 { return fittingDue[0] }
        if fitting.count > 1 { throw .ambiguousRule(name, fitting) }
        for list in [steps, others] {
            let meant = list.filter { $0.nameMatch(name) == .words }.map(\.rule).uniqued()
            if meant.count > 1 { throw .ambiguousRule(name, meant) }
            if let rule = meant.first { return rule }
        }
        let names = Rule.allCases.map(\.rawValue)
        let shortNames = names.map { String($0.split(separator: ".")[1]) }
        let near =
            nearestSpelling(to: name, among: names)
            ?? nearestSpelling(to: word, among: shortNames).flatMap { short in
                names.first { $0.hasSuffix(".\(short)") }
            }
        throw .unknownRule(name, near: near, due: due)
    }

    // MARK: The channel

    private func channel(
        _ request: DraftRequest, _ node: NodeID, _ occasion: DraftOccasion
    ) throws(DraftError) -> DraftChannel {
        let avoided = situation.avoided(by: node)
        let written = DraftChannel(
            situation.channel(to: node, preferring: situation.history.lastTouch(with: node)?.channel))
        let isCall = [.call, .telephone].contains(occasion.rule) && situation.mayCall(node)
        let advised = occasion.step?.action.channel.map(DraftChannel.init) ?? (isCall ? .call : written)
        let channel = request.channel ?? advised
        if request.channel != nil, avoided.contains(channel.channel) {
            throw .avoided(
                name: situation.person(node).name, channel, person: situation.id(of: node),
                advised: avoided.contains(advised.channel) ? nil : advised)
        }
        return channel
    }
}
