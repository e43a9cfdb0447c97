public import ReferralGraph

/// What an entry of the history made of two people, and what takes it apart again.
///
/// The network before and after the entry show what someone else brought: a whole entry that a merge absorbed, or the names,
/// addresses, employments and talks that an import added to the wrong person. What was recorded later stays where it is.
public struct PersonSplit: Sendable {
    /// Who keeps their identifier.
    public let kept: PersonID
    /// Who is taken out: as they were before a merge, or made of what an import added.
    public let other: Person
    /// Whether a merge had absorbed them.
    private let isMerge: Bool
    private let before: ReferralNetwork
    private let after: ReferralNetwork

    /// Looks for someone else in what an entry changed; `nil` when it brought no one to this person.
    /// - Parameters:
    ///   - kept: The person.
    ///   - before: The network before the entry.
    ///   - after: The network after it.
    /// - Complexity: O(people).
    public init?(of kept: PersonID, before: ReferralNetwork, after: ReferralNetwork) {
        guard let old = before.people.first(where: { $0.id == kept }),
            let new = after.people.first(where: { $0.id == kept })
        else { return nil }
        let left = Set(after.people.map(\.id))
        let names = Set([new.name] + new.otherNames)
        let absorbed = before.people.filter { !left.contains($0.id) }.first { person in
            names.contains(person.name) || person.hasStandInName
        }
        if let absorbed {
            other = absorbed
        } else {
            guard let added = new.additions(to: old) else { return nil }
            other = added
        }
        isMerge = absorbed != nil
        (self.kept, self.before, self.after) = (kept, before, after)
    }

    /// Takes the two apart.
    /// - Returns: The identifier of the one taken out.
    /// - Throws: ``MergeError/personUnknown(_:)``.
    /// - Complexity: O(size of the network).
    public func apply(to network: inout ReferralNetwork) throws(MergeError) -> PersonID {
        guard let position = network.people.firstIndex(where: { $0.id == kept }) else {
            throw .personUnknown(kept)
        }
        var person = other
        if !isMerge || network.people.contains(where: { $0.id == person.id }) {
            var fresh = FreshIdentifiers(taken: network.people.lazy.map(\.id.text))
            person.id = PersonID(fresh.identifier(for: person.name, or: "person"))
        }
        let old = before.people.first { $0.id == kept }!
        network.people[position].remove(what: other, butNot: old)
        person.distinctFrom.append(kept)
        network.people[position].distinctFrom.append(person.id)
        network.people.append(person)
        moveInteractions(to: person.id, in: &network)
        moveTies(to: person.id, in: &network)
        if isMerge { moveReferralsAndRoles(to: person.id, in: &network) }
        return person.id
    }

    /// Talks that were the other's before a merge, or that an import brought.
    private func moveInteractions(to new: PersonID, in network: inout ReferralNetwork) {
        let known = Set(before.interactions.lazy.map(Talk.init))
        let others = Set(before.interactions.lazy.filter { $0.people.contains(other.id) }.map(Talk.init))
        let keptOwn = Set(before.interactions.lazy.filter { $0.people.contains(kept) }.map(Talk.init))
        let brought = Set(after.interactions.lazy.filter { $0.people.contains(kept) }.map(Talk.init))
        for index in network.interactions.indices where network.interactions[index].people.contains(kept) {
            let talk = Talk(network.interactions[index])
            let isOthers = isMerge ? others.contains(talk) : brought.contains(talk) && !known.contains(talk)
            guard isOthers else { continue }
            if keptOwn.contains(talk) {
                network.interactions[index].people.append(new)
            } else {
                network.interactions[index].people = network.interactions[index].people.map {
                    $0 == kept ? new : $0
                }
            }
        }
    }

    private func moveTies(to new: PersonID, in network: inout ReferralNetwork) {
        func ends(_ tie: Tie, of person: PersonID) -> TieTo? { TieTo(tie, of: person) }
        let own = Set(before.ties.compactMap { ends($0, of: kept) })
        let brought = Set(
            isMerge
                ? before.ties.compactMap { ends($0, of: other.id) }
                : after.ties.compactMap { ends($0, of: kept) })
        var ties: [Tie] = []
        for var tie in network.ties {
            if let end = ends(tie, of: kept), brought.contains(end), !own.contains(end) {
                if tie.from == kept { tie.from = new } else { tie.to = new }
            }
            ties.append(tie)
        }
        if isMerge {
            // Ties that both had were united; the other gets theirs back.
            let present = Set(ties.compactMap { ends($0, of: new) })
            for var tie in before.ties {
                guard let end = ends(tie, of: other.id), !present.contains(end), end.person != kept,
                    network.people.contains(where: { $0.id == end.person })
                else { continue }
                if tie.from == other.id { tie.from = new } else { tie.to = new }
                ties.append(tie)
            }
        } else if let seeker = ties.first(where: { ends($0, of: kept)?.person == network.seeker }) {
            // An import adds people the seeker knows.
            if !ties.contains(where: { ends($0, of: new)?.person == network.seeker }) {
                ties.append(Tie(from: network.seeker, to: new, since: seeker.since))
            }
        }
        network.ties = ties
    }

    private func moveReferralsAndRoles(to new: PersonID, in network: inout ReferralNetwork) {
        func back(_ id: PersonID) -> PersonID { id == kept ? new : id }
        for referral in before.referrals where referral.from == other.id || referral.to == other.id {
            let merged = after.referrals.first { now in
                now.from == (referral.from == other.id ? kept : referral.from)
                    && now.to == (referral.to == other.id ? kept : referral.to)
            }
            guard let merged, let index = network.referrals.firstIndex(of: merged) else { continue }
            network.referrals[index].from = referral.from == other.id ? new : referral.from
            network.referrals[index].to = referral.to == other.id ? new : referral.to
        }
        for role in before.opportunities {
            guard let index = network.opportunities.firstIndex(where: { $0.id == role.id }) else { continue }
            for participant in role.participants where participant.person == other.id {
                let merged = Participant(person: kept, role: participant.role)
                guard let place = network.opportunities[index].participants.firstIndex(of: merged) else {
                    continue
                }
                if role.participants.contains(merged) {
                    network.opportunities[index].participants.append(
                        Participant(person: new, role: participant.role))
                } else {
                    network.opportunities[index].participants[place].person = new
                }
            }
            for (place, stage) in role.stages.enumerated() where stage.people.contains(other.id) {
                guard network.opportunities[index].stages.indices.contains(place),
                    network.opportunities[index].stages[place].stage == stage.stage
                else { continue }
                let people = network.opportunities[index].stages[place].people
                network.opportunities[index].stages[place].people =
                    stage.people.contains(kept) ? people + [new] : people.map(back)
            }
            for (place, note) in role.feedback.enumerated()
            where note.from == other.id && network.opportunities[index].feedback.indices.contains(place) {
                network.opportunities[index].feedback[place].from = new
            }
        }
    }
}

/// A talk whoever took part in it.
private struct Talk: Hashable {
    private let id: InteractionID?
    private let words: [String?]

    init(_ interaction: Interaction) {
        id = interaction.id
        words =
            interaction.id == nil
            ? [
                interaction.date.description, interaction.channel.rawValue, interaction.direction.rawValue,
                interaction.thread, interaction.subject, interaction.note,
            ] : []
    }
}

/// The other end of someone's tie.
private struct TieTo: Hashable {
    let person: PersonID
    private let kind: Tie.Kind
    private let isBoss: Bool

    init?(_ tie: Tie, of id: PersonID) {
        guard tie.from == id || tie.to == id else { return nil }
        person = tie.from == id ? tie.to : tie.from
        kind = tie.kind
        isBoss = tie.kind == .reportsTo && tie.from == id
    }
}

extension Person {
    /// What an import added to an entry, as a person; `nil` when it added nothing by which another person is known.
    fileprivate func additions(to old: Person) -> Person? {
        func new(_ values: [String], _ known: [String]) -> [String] { values.filter { !known.contains($0) } }
        let names = new(otherNames, [old.name] + old.otherNames)
        let pages = new(pages, old.pages)
        var added = Person(
            id: id, name: names.first ?? name, otherNames: Array(names.dropFirst()),
            emails: new(emails, old.emails), phones: new(phones, old.phones), profileURL: pages.first,
            otherProfileURLs: Array(pages.dropFirst()), cardUIDs: new(cardUIDs, old.cardUIDs),
            employments: employments.filter { employment in
                !old.employments.contains { $0.company == employment.company }
            },
            observations: new(observations, old.observations))
        if names.isEmpty, pages.isEmpty, added.emails.isEmpty, added.phones.isEmpty { return nil }
        // Colleagues are what the two were taken for.
        if added.employments.isEmpty { added.employments = employments.suffix(1) }
        return added
    }

    /// Takes out what another person brought, besides what this one had before.
    fileprivate mutating func remove(what other: Person, butNot old: Person) {
        func keep(_ values: [String], _ known: [String], _ theirs: [String]) -> [String] {
            values.filter { known.contains($0) || !theirs.contains($0) }
        }
        otherNames = keep(otherNames, [old.name] + old.otherNames, [other.name] + other.otherNames)
        if name != old.name, ([other.name] + other.otherNames).contains(name) { name = old.name }
        emails = keep(emails, old.emails, other.emails)
        phones = keep(phones, old.phones, other.phones)
        let pages = keep(pages, old.pages, other.pages)
        profileURL = pages.first
        otherProfileURLs = Array(pages.dropFirst())
        cardUIDs = keep(cardUIDs, old.cardUIDs, other.cardUIDs)
        observations = keep(observations, old.observations, other.observations)
        employments.removeAll { employment in
            !old.employments.contains { $0.company == employment.company }
                && other.employments.contains { $0.company == employment.company }
        }
        education.removeAll { other.education.contains($0) && !old.education.contains($0) }
        for index in employments.indices {
            if let before = old.employments.first(where: { $0.company == employments[index].company }),
                let theirs = other.employments.first(where: { $0.company == employments[index].company }),
                employments[index].title == theirs.title, before.title != theirs.title
            {
                employments[index].title = before.title
            }
        }
        if other.isStar, !old.isStar { isStar = false }
        if other.doNotContact, !old.doNotContact { doNotContact = false }
        if notBefore == other.notBefore {
            (notBefore, notBeforeReason) = (old.notBefore, old.notBeforeReason)
        }
        if reminderDays == other.reminderDays { reminderDays = old.reminderDays }
        skippedSteps.removeAll { other.skippedSteps.contains($0) && !old.skippedSteps.contains($0) }
        tags = keep(tags, old.tags, other.tags)
        if acquaintance == other.acquaintance, acquaintanceOn == other.acquaintanceOn {
            (acquaintance, acquaintanceOn) = (old.acquaintance, old.acquaintanceOn)
        }
        avoids.removeAll { other.avoids.contains($0) && !old.avoids.contains($0) }
        away.removeAll { other.away.contains($0) && !old.away.contains($0) }
        if other.isConfidential, !old.isConfidential { isConfidential = false }
        if !other.knowsOfSearch, old.knowsOfSearch { knowsOfSearch = true }
        signals.removeAll { other.signals.contains($0) && !old.signals.contains($0) }
        distinctFrom.removeAll { other.distinctFrom.contains($0) && !old.distinctFrom.contains($0) }
    }
}
