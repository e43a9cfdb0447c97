public import ReferralGraph

/// Two entries that may be one person, for the user to decide.
public struct DoubtfulPair: Equatable, Sendable {
    /// The one that stands first in the network.
    public var first: PersonID
    /// The other.
    public var second: PersonID
    /// What speaks for one person, the strongest first.
    public var reasons: [Reason]
    /// How much speaks for it, in (0, 1); for ordering, not measured.
    public var confidence: Double

    /// What can speak for one person.
    public enum Reason: String, Sendable, CaseIterable, Comparable {
        /// The same page, address or number.
        case sameProfileURL = "same-profile-url"
        case sameEmail = "same-email"
        case samePhone = "same-phone"
        /// The same name at the same employer.
        case sameNameAndCompany = "same-name-and-company"
        /// The same name, employers unknown or different.
        case sameName = "same-name"
        /// The same family name and the beginning of the same given name at the same employer.
        case similarNameAndCompany = "similar-name-and-company"

        /// Orders by how much they say, the strongest first.
        public static func < (left: Self, right: Self) -> Bool { left.weight > right.weight }

        /// How much it says by itself. Chosen.
        var weight: Double {
            switch self {
            case .sameProfileURL: 0.95
            case .sameEmail: 0.9
            case .samePhone: 0.8
            case .sameNameAndCompany: 0.75
            case .sameName: 0.4
            case .similarNameAndCompany: 0.6
            }
        }
    }

    /// Makes a pair.
    public init(first: PersonID, second: PersonID, reasons: [Reason], confidence: Double) {
        self.first = first
        self.second = second
        self.reasons = reasons
        self.confidence = confidence
    }
}

extension IdentityResolver {
    /// Entries that may be one person, the most probable pairs first, then in the order of the network.
    ///
    /// Left out are people who the user said are different (``ReferralGraph/Person/distinctFrom``), and
    /// namesakes with different pages at one site who share no address.
    /// - Complexity: O(people + pairs found); a key that more than 20 people share is passed over.
    public static func doubtfulPairs(in network: ReferralNetwork) -> [DoubtfulPair] {
        IdentityResolver(network).doubtfulPairs(in: network, besides: [:])
    }

    /// As ``doubtfulPairs(in:)`` of the network that is indexed here, with pairs of which something was found elsewhere.
    func doubtfulPairs(
        in network: ReferralNetwork, besides found: [PositionPair: DoubtfulPair.Reason]
    ) -> [DoubtfulPair] {
        var search = DoubtfulPairSearch(self, network, found)
        return search.pairs()
    }
}

/// Two people by their positions, whichever of them is named first.
struct PositionPair: Hashable {
    let first: Int
    let second: Int

    init(_ one: Int, _ other: Int) { (first, second) = (min(one, other), max(one, other)) }
}

/// Compares only people who share a key.
private struct DoubtfulPairSearch {
    private let people: [PersonID]
    private let keys: [ContactKeys]
    private let distinct: Set<PositionPair>
    private var reasons: [PositionPair: Set<DoubtfulPair.Reason>] = [:]
    private static let largestBlock = 20

    init(
        _ resolver: IdentityResolver, _ network: ReferralNetwork, _ found: [PositionPair: DoubtfulPair.Reason]
    ) {
        people = resolver.people
        keys = resolver.keys
        let positions = Dictionary(zip(resolver.people, 0...), uniquingKeysWith: { first, _ in first })
        var distinct: Set<PositionPair> = []
        for (position, person) in network.people.enumerated() {
            for other in person.distinctFrom.compactMap({ positions[$0] }) {
                distinct.insert(PositionPair(position, other))
            }
        }
        self.distinct = distinct
        for (pair, reason) in found where !distinct.contains(pair) { reasons[pair] = [reason] }
    }

    mutating func pairs() -> [DoubtfulPair] {
        compare {
            $0.profileURLs
        } reason: { _, _ in
            .sameProfileURL
        }
        compare {
            $0.emails.filter { !isOfficeAddress($0) }
        } reason: { _, _ in
            .sameEmail
        }
        compare {
            $0.phones
        } reason: { _, _ in
            .samePhone
        }
        compare {
            $0.phones.compactMap(phoneTail)
        } reason: { left, right in
            let isOne = left.phones.contains { number in
                right.phones.contains { arePerhapsOneNumber($0, number) }
            }
            return isOne ? .samePhone : nil
        }
        compare {
            $0.nameTexts + ($0.name.isEmpty ? $0.emails.compactMap { nameKey(inEmail: $0)?.text } : [])
        } reason: { left, right in
            if Self.haveOtherFamilyNames(left.name, right.name) { return nil }
            return left.companies.contains(where: right.companies.contains) ? .sameNameAndCompany : .sameName
        }
        compare(Self.familyNamesAtCompanies) { left, right in
            let names = (left.names + right.names).map { $0.text.prefix { $0 != " " } }
            let isSimilar =
                names[0].hasPrefix(names[left.names.count]) || names[left.names.count].hasPrefix(names[0])
            return isSimilar && left.name.text != right.name.text ? .similarNameAndCompany : nil
        }
        return reasons.compactMap { pair, reasons in doubtful(pair, reasons) }.sorted { left, right in
            if left.0.confidence != right.0.confidence { return left.0.confidence > right.0.confidence }
            return (left.1.first, left.1.second) < (right.1.first, right.1.second)
        }.map(\.0)
    }

    private func doubtful(_ pair: PositionPair, _ found: Set<DoubtfulPair.Reason>) -> (
        DoubtfulPair, PositionPair
    )? {
        let reasons = DoubtfulPair.Reason.allCases.filter(found.contains)
        let areApart = haveDifferentPages(keys[pair.first].profileURLs, keys[pair.second].profileURLs)
        let share: Set<DoubtfulPair.Reason> = [.sameProfileURL, .sameEmail, .samePhone]
        if areApart, share.isDisjoint(with: reasons) { return nil }
        var doubt = reasons.reduce(1) { $0 * (1 - $1.weight) }
        // Namesakes with pages of their own, and couples, are mostly two.
        if areApart || namesClash(keys[pair.first].name, keys[pair.second].name) { doubt = (1 + doubt) / 2 }
        let (first, second) = (people[pair.first], people[pair.second])
        return (DoubtfulPair(first: first, second: second, reasons: reasons, confidence: 1 - doubt), pair)
    }

    private static func familyNamesAtCompanies(_ keys: ContactKeys) -> [String] {
        let name = keys.name.text
        guard let space = name.lastIndex(of: " ") else { return [] }
        return keys.companies.map { "\(name[space...])\u{0}\($0)" }
    }

    /// Whether the keys are equal only because both left out a word that is a family name as well, and another one each.
    private static func haveOtherFamilyNames(_ left: NameKey, _ right: NameKey) -> Bool {
        left.text == right.text && !left.possibleNames.isEmpty && !right.possibleNames.isEmpty
            && left.possibleNames != right.possibleNames
    }

    private mutating func compare(
        _ blocks: (ContactKeys) -> [String],
        reason: (ContactKeys, ContactKeys) -> DoubtfulPair.Reason?
    ) {
        var members: [String: PositionList] = [:]
        for (position, keys) in keys.enumerated() {
            for block in blocks(keys).uniqued() { members[block, default: PositionList()].append(position) }
        }
        for positions in members.values where positions.count > 1 && positions.count <= Self.largestBlock {
            for (offset, first) in positions.enumerated() {
                for second in positions[(offset + 1)...] {
                    let pair = PositionPair(first, second)
                    guard !distinct.contains(pair), let reason = reason(keys[first], keys[second]) else {
                        continue
                    }
                    reasons[pair, default: []].insert(reason)
                }
            }
        }
    }
}
