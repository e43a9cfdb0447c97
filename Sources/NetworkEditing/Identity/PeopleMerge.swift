public import ReferralGraph
internal import SourceReaders

/// Why two people were not merged or kept apart.
public enum MergeError: Error, Equatable, Sendable {
    /// No one has this identifier.
    case personUnknown(PersonID)
    /// Both are the same entry.
    case samePerson(PersonID)
    /// The job seeker cannot become part of someone else.
    case seekerAbsorbed(PersonID)
    /// The user said that they are two people.
    case keptApart(PersonID, PersonID)
    /// Someone would report to themself in the end.
    case reportsToCycle(PersonID, PersonID)
    /// No company has this identifier.
    case companyUnknown(CompanyID)
    /// Both are the same company.
    case sameCompany(CompanyID)
    /// Nothing in the history shows that someone else became part of this person.
    case nothingToSplit(name: String)
}

extension MergeError: CustomStringConvertible {
    /// What is wrong and what to do about it.
    public var description: String {
        switch self {
        case .personUnknown(let id):
            "no one in this network has the id \"\(id)\"; look the id up with a list of people"
        case .samePerson(let id): "\"\(id)\" is one entry already; name two different ones"
        case .seekerAbsorbed(let id):
            "\"\(id)\" is the job seeker and has to be the one that stays; name the two the other way round"
        case .keptApart(let kept, let absorbed):
            "\"\(kept)\" and \"\(absorbed)\" were kept apart, so they are not merged; undo that first if it was a mistake"
        case .reportsToCycle(let kept, let absorbed):
            "as one person \"\(kept)\" and \"\(absorbed)\" would report to themself; remove one of their reports-to ties first"
        case .companyUnknown(let id):
            "no company in this network has the id \"\(id)\"; `rebound find` shows the ids"
        case .sameCompany(let id): "\"\(id)\" is one company already; name two different ones"
        case .nothingToSplit(let name):
            "nothing in the history shows that another person became part of \(name); `rebound history` lists the entries, and --entry N names one"
        }
    }
}

/// Makes two entries one person.
///
/// Everything that named the absorbed entry names the kept one: its name joins the other names, addresses, pages,
/// employments and notes are united, ties between the two and repetitions of a tie go. Where both say something, the kept
/// entry is right, except that the title confirmed last wins. Sources of either are recognised afterwards.
/// - Parameters:
///   - kept: Whose identifier and name stay.
///   - absorbed: Whose entry goes.
///   - network: Left as it was when an error is thrown.
/// - Throws: ``MergeError``.
/// - Complexity: O(size of the network).
public func mergePeople(
    _ kept: PersonID, _ absorbed: PersonID, in network: inout ReferralNetwork
) throws(MergeError) {
    let (first, second) = try positions(kept, absorbed, in: network)
    if absorbed == network.seeker { throw .seekerAbsorbed(absorbed) }
    if network.people[first].distinctFrom.contains(absorbed)
        || network.people[second].distinctFrom.contains(kept)
    {
        throw .keptApart(kept, absorbed)
    }
    var merged = network
    merged.people[first].unite(with: network.people[second])
    merged.people.remove(at: second)
    merged.replace(absorbed, by: kept)
    if merged.reportsToCycleCount > network.reportsToCycleCount { throw .reportsToCycle(kept, absorbed) }
    network = merged
}

/// Records that two entries are different people, however alike they look.
///
/// They are not listed as doubtful any more and cannot be merged.
/// - Throws: ``MergeError``.
/// - Complexity: O(people).
public func keepApart(_ one: PersonID, _ other: PersonID, in network: inout ReferralNetwork)
    throws(MergeError)
{
    let (first, second) = try positions(one, other, in: network)
    if !network.people[first].distinctFrom.contains(other) {
        network.people[first].distinctFrom.append(other)
    }
    if !network.people[second].distinctFrom.contains(one) { network.people[second].distinctFrom.append(one) }
}

private func positions(
    _ one: PersonID, _ other: PersonID, in network: ReferralNetwork
) throws(MergeError) -> (Int, Int) {
    guard let first = network.people.firstIndex(where: { $0.id == one }) else { throw .personUnknown(one) }
    guard let second = network.people.firstIndex(where: { $0.id == other }) else {
        throw .personUnknown(other)
    }
    if first == second { throw .samePerson(one) }
    return (first, second)
}

extension ReferralNetwork {
    fileprivate var reportsToCycleCount: Int {
        ties.contains { $0.kind == .reportsTo } ? issues().count { $0.identifier == .reportsToCycle } : 0
    }

    /// Lets everything that names one person name another.
    fileprivate mutating func replace(_ old: PersonID, by new: PersonID) {
        func replaced(_ id: PersonID) -> PersonID { id == old ? new : id }
        func replaced(_ ids: [PersonID]) -> [PersonID] {
            ids.contains(old) ? ids.map { replaced($0) }.uniqued() : ids
        }
        for index in people.indices {
            people[index].distinctFrom = replaced(people[index].distinctFrom).filter {
                $0 != people[index].id
            }
        }
        for index in opportunities.indices {
            for stage in opportunities[index].stages.indices {
                opportunities[index].stages[stage].people = replaced(
                    opportunities[index].stages[stage].people)
            }
            for note in opportunities[index].feedback.indices {
                opportunities[index].feedback[note].from = opportunities[index].feedback[note].from.map(
                    replaced)
            }
            let participants = opportunities[index].participants
            guard participants.contains(where: { $0.person == old }) else { continue }
            opportunities[index].participants = participants.reduce(into: []) { united, participant in
                let participant = Participant(person: replaced(participant.person), role: participant.role)
                if !united.contains(participant) { united.append(participant) }
            }
        }
        replaceInTies(old, by: new)
        replaceInReferrals(old, by: new)
        for index in interactions.indices where interactions[index].people.contains(old) {
            interactions[index].people = replaced(interactions[index].people).filter { $0 != seeker }
        }
        removeTalksWithNobody()
    }

    private mutating func replaceInTies(_ old: PersonID, by new: PersonID) {
        var united: [Tie] = []
        var positions: [TieEnds: Int] = [:]
        for var tie in ties {
            let isConcerned = [tie.from, tie.to].contains { $0 == old || $0 == new }
            if tie.from == old { tie.from = new }
            if tie.to == old { tie.to = new }
            guard isConcerned else {
                united.append(tie)
                continue
            }
            if tie.from == tie.to { continue }
            if let position = positions[TieEnds(tie)] {
                united[position].unite(with: tie)
            } else {
                positions[TieEnds(tie)] = united.count
                united.append(tie)
            }
        }
        ties = united
    }

    private mutating func replaceInReferrals(_ old: PersonID, by new: PersonID) {
        var united: [Referral] = []
        for var referral in referrals {
            let isConcerned = referral.from == old || referral.to == old
            if referral.from == old { referral.from = new }
            if referral.to == old { referral.to = new }
            if isConcerned, referral.from == referral.to || united.contains(referral) { continue }
            united.append(referral)
        }
        referrals = united
    }

    /// What the seeker seemed to have said to someone who is the seeker.
    private mutating func removeTalksWithNobody() {
        guard interactions.contains(where: \.people.isEmpty) else { return }
        let removed = Set(interactions.filter(\.people.isEmpty).compactMap(\.id))
        interactions.removeAll(where: \.people.isEmpty)
        for index in referrals.indices where referrals[index].interaction.map(removed.contains) ?? false {
            referrals[index].interaction = nil
        }
    }
}

/// What two ties have in common that say the same.
private struct TieEnds: Hashable {
    var kind: Tie.Kind
    var from: PersonID
    var to: PersonID

    init(_ tie: Tie) {
        kind = tie.kind
        // Who knows who has no direction.
        let isTurned = tie.kind == .knows && tie.to < tie.from
        (from, to) = isTurned ? (tie.to, tie.from) : (tie.from, tie.to)
    }
}

extension Tie {
    /// Takes over what another tie of the same two knows; the user's word goes before a guess.
    fileprivate mutating func unite(with other: Tie) {
        let (word, further) = isInferred && !other.isInferred ? (other, self) : (self, other)
        strength = word.strength ?? further.strength
        how = word.how ?? further.how
        since = [since, other.since].compactMap(\.self).min()
        lastContact = [lastContact, other.lastContact].compactMap(\.self).max()
        isInferred = isInferred && other.isInferred
    }
}

extension Person {
    /// Takes over what another entry says about the same person.
    fileprivate mutating func unite(with other: Person) {
        var names = [name] + otherNames + (other.hasStandInName ? [] : [other.name]) + other.otherNames
        if hasStandInName, !other.hasStandInName {
            names = [other.name] + otherNames + other.otherNames
        }
        name = names[0]
        otherNames = names.uniqued().filter { $0 != name }
        emails = united(emails, other.emails, by: emailKey)
        phones = united(phones, other.phones, by: phoneKey)
        let all = united(pages, other.pages, by: profileURLKey)
        profileURL = profileURL ?? all.first
        otherProfileURLs = all.filter { $0 != profileURL }
        cardUIDs = (cardUIDs + other.cardUIDs).uniqued()
        timeZone = timeZone ?? other.timeZone
        region = region ?? other.region
        place = place ?? other.place
        if weekend.isEmpty { weekend = other.weekend }
        for employment in other.employments { unite(with: employment) }
        for school in other.education { learn(school) }
        isStar = isStar || other.isStar
        observations = (observations + other.observations).uniqued()
        directReports = directReports ?? other.directReports
        doNotContact = doNotContact || other.doNotContact
        if let day = other.notBefore, notBefore.map({ $0 < day }) ?? true {
            (notBefore, notBeforeReason) = (day, other.notBeforeReason)
        }
        reminderDays = [reminderDays, other.reminderDays].compactMap(\.self).max()
        for step in other.skippedSteps where !skippedSteps.contains(step) { skippedSteps.append(step) }
        tags = united(tags, other.tags, by: foldedName)
        // Of two answers the later one counts.
        if let said = other.acquaintance,
            acquaintance == nil || (acquaintanceOn?.number ?? .min) < (other.acquaintanceOn?.number ?? .min)
        {
            (acquaintance, acquaintanceOn) = (said, other.acquaintanceOn)
        }
        avoids = (avoids + other.avoids).uniqued()
        for absence in other.away where !away.contains(absence) { away.append(absence) }
        isConfidential = isConfidential || other.isConfidential
        knowsOfSearch = knowsOfSearch && other.knowsOfSearch
        for signal in other.signals where !signals.contains(signal) { signals.append(signal) }
        distinctFrom = (distinctFrom + other.distinctFrom).uniqued().filter { $0 != id && $0 != other.id }
    }

    /// Adds an employment, or what it knows of one at the same company and of the same time.
    private mutating func unite(with other: Employment) {
        guard let position = employments.firstIndex(where: { $0.canBeOne(with: other) }) else {
            employments.append(other)
            return
        }
        let known = employments[position]
        let isLater = (other.confirmed?.number ?? .min) > (known.confirmed?.number ?? .min)
        let (later, earlier) = isLater ? (other, known) : (known, other)
        employments[position] = Employment(
            company: known.company, title: later.title ?? earlier.title,
            department: later.department ?? earlier.department,
            from: [known.from, other.from].compactMap(\.self).min(), to: known.to ?? other.to,
            confirmed: later.confirmed)
    }
}

extension Employment {
    /// Whether both can be one time at one company: they end on the same day or not at all, and neither begins after
    /// that.
    fileprivate func canBeOne(with other: Employment) -> Bool {
        guard company == other.company else { return false }
        guard let end = to ?? other.to else { return true }
        return (to ?? end) == (other.to ?? end)
            && [from, other.from].allSatisfy { $0.map { $0 <= end } ?? true }
            && [confirmed, other.confirmed].allSatisfy { $0.map { $0 <= end } ?? true }
    }
}

/// The values of a list, and those of a second one that have other keys.
private func united(_ first: [String], _ second: [String], by key: (String) -> String?) -> [String] {
    var seen = Set(first.map { key($0) ?? $0 })
    return first + second.filter { seen.insert(key($0) ?? $0).inserted }
}
