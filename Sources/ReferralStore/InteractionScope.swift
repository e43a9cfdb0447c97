internal import Foundations
internal import Glibc
public import ReferralGraph

/// Whose interactions an edit reads.
public struct InteractionScope: Sendable, Equatable {
    /// Those with one of these.
    public var people: Set<PersonID>
    /// Those about one of these.
    public var opportunities: Set<OpportunityID>

    /// Makes a scope.
    public init(people: Set<PersonID>, opportunities: Set<OpportunityID>) {
        self.people = people
        self.opportunities = opportunities
    }

    /// Whether it takes in all that another one does.
    public func covers(_ other: InteractionScope) -> Bool {
        other.people.isSubset(of: people) && other.opportunities.isSubset(of: opportunities)
    }
}

/// What an edit reads of the interactions, when it need not be all.
public struct EditConcern<Answer> {
    /// Told by the network without its interactions; `nil` when all are needed.
    let before: (ReferralNetwork) throws -> InteractionScope?
    /// The scope the edit turned out to need. If that is more than was read, the edit is made again with the whole network.
    let after: (Answer, ReferralNetwork) -> InteractionScope?

    /// Makes a concern.
    public init(
        before: @escaping (ReferralNetwork) throws -> InteractionScope?,
        after: @escaping (Answer, ReferralNetwork) -> InteractionScope?
    ) {
        self.before = before
        self.after = after
    }

    /// Whether what was read of the interactions was enough for an edit.
    ///
    /// The interactions that were not read lie between the ones that were. So a new one must come after all of them, replace
    /// none, and have no identifier, which one of them may already have.
    func isMet(by recorded: Recorded<Answer>, in scope: InteractionScope, of stored: StoredNetwork) -> Bool {
        guard let needed = after(recorded.answer, recorded.network), scope.covers(needed) else {
            return false
        }
        let known = Set(stored.network.interactions.compactMap(\.id))
        for interaction in recorded.network.interactions {
            if let id = interaction.id, !known.contains(id) { return false }
        }
        var (isAdded, isRemoved) = (false, false)
        for change in recorded.changes where change.kind == .interaction {
            switch (change.before, change.after) {
            case (nil, let after?):
                if after.position <= stored.lastInteraction { return false }
                isAdded = true
            case (_?, nil): isRemoved = true
            case (let before?, let after?): if after.position != before.position { return false }
            case (nil, nil): break
            }
        }
        return !(isAdded && isRemoved)
    }
}

/// Tells from the text of an interaction's row whether it is in a scope.
///
/// In doubt it is: rows are told apart by fingerprints, and text that is not written as Rebound writes it is not looked into.
struct InteractionFilter {
    private let people: Set<UInt64>
    private let opportunities: Set<UInt64>
    /// Interactions that a referral refers to.
    private let referred: Set<UInt64>
    /// Whether all bytes that say the same as one of these are the same bytes.
    private let isPlain: Bool

    init(_ scope: InteractionScope, in network: ReferralNetwork) {
        people = Set(scope.people.map { Self.fingerprint(of: $0.text) })
        opportunities = Set(scope.opportunities.map { Self.fingerprint(of: $0.text) })
        let interactions = network.referrals.compactMap(\.interaction)
        referred = Set(interactions.map { Self.fingerprint(of: $0.text) })
        isPlain = [scope.people.map(\.text), scope.opportunities.map(\.text), interactions.map(\.text)]
            .joined()
            .allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
    }

    /// Whether an interaction is in the scope.
    /// - Complexity: O(bytes).
    func matches(_ body: UnsafeRawBufferPointer) -> Bool {
        guard isPlain, var place = end(of: Self.peopleField, in: body) else { return true }
        while true {
            guard let name = text(in: body, from: place), name.isPlain else { return true }
            if people.contains(name.fingerprint) { return true }
            guard name.end < body.count, body[name.end] == UInt8(ascii: ",") else { break }
            place = name.end + 2
        }
        for (field, known) in [(Self.opportunityField, opportunities), (Self.idField, referred)] {
            guard !known.isEmpty, let place = end(of: field, in: body) else { continue }
            guard let name = text(in: body, from: place), name.isPlain, !known.contains(name.fingerprint)
            else {
                return true
            }
        }
        return false
    }

    /// Where the first occurrence of a pattern that begins with a quotation mark ends.
    private func end(of pattern: [UInt8], in body: UnsafeRawBufferPointer) -> Int? {
        guard let start = body.baseAddress else { return nil }
        var place = 0
        while place + pattern.count <= body.count,
            let found = memchr(start + place, Int32(pattern[0]), body.count - pattern.count - place + 1)
        {
            place = UnsafeRawPointer(found) - start
            if memcmp(found, pattern, pattern.count) == 0 { return place + pattern.count }
            place += 1
        }
        return nil
    }

    private static let peopleField = Array("\"people\": [".utf8)
    private static let opportunityField = Array("\"opportunity\": ".utf8)
    private static let idField = Array("\"id\": ".utf8)

    /// The text in quotes that begins at a place, and where it ends.
    private func text(
        in body: UnsafeRawBufferPointer, from place: Int
    ) -> (fingerprint: UInt64, isPlain: Bool, end: Int)? {
        guard place < body.count, body[place] == UInt8(ascii: "\"") else { return nil }
        let rest = body[(place + 1)...]
        guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        // Other bytes may say the same.
        let isPlain = rest[..<end].allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "\\") }
        return (Fingerprint(bytes: rest[..<end]).value, isPlain, end + 1)
    }

    private static func fingerprint(of text: String) -> UInt64 { Fingerprint(bytes: text.utf8).value }
}
