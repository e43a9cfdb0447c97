internal import ContentLines
internal import Foundations
internal import ReferralGraph

/// Someone a card names beside its own person.
struct VCardRelation {
    /// How they are related, such as "Manager"; empty when the card does not say.
    var label: String
    /// A name, or the UID of another card.
    var value: String
    /// The line.
    var line: Int
}

extension VCard {
    /// Who is named by RELATED (RFC 6350, 6.6.6), Apple's X-ABRELATEDNAMES, Android's relations, and the properties of
    /// single relations that other programs have.
    /// - Parameter labels: The labels of groups.
    func relations(_ labels: [String: String]) -> [VCardRelation] {
        properties.compactMap { property in
            var value = trimmed(onOneLine(property.text(syntax).value))
            var label = property.group.flatMap { labels[$0] } ?? ""
            switch property.name {
            case "RELATED", "X-ABRELATEDNAMES":
                if label.isEmpty { label = property.types.first { $0 != "pref" } ?? "" }
            case "X-MANAGER", "X-MS-MANAGER", "X-EVOLUTION-MANAGER", "X-KADDRESSBOOK-X-MANAGERSNAME":
                label = "Manager"
            case "X-ASSISTANT", "X-MS-ASSISTANT", "X-EVOLUTION-ASSISTANT", "X-KADDRESSBOOK-X-ASSISTANTSNAME":
                label = "Assistant"
            case "X-SPOUSE", "X-MS-SPOUSE", "X-EVOLUTION-SPOUSE", "X-KADDRESSBOOK-X-SPOUSESNAME":
                label = "Spouse"
            case "X-ANDROID-CUSTOM":
                let parts = property.components(syntax).value.map(trimmed)
                guard parts.count > 1, parts[0].hasSuffix("/relation") else { return nil }
                value = parts[1]
            default: return nil
            }
            if value.lowercased().hasPrefix("mailto:") { value = String(value.dropFirst(7)) }
            return value.isEmpty ? nil : VCardRelation(label: label, value: value, line: property.line)
        }
    }
}

extension SourceRecords {
    /// Keeps who is named on cards: as an acquaintance where they have a card of their own in the file, in any case as a
    /// note on the card that names them.
    /// - Complexity: O(contacts + relations).
    mutating func relate(
        _ relations: [(contact: Int, relation: VCardRelation)], _ positionOfUID: [String: Int]
    ) {
        guard !relations.isEmpty else { return }
        var positions: [String: Set<Int>] = [:]
        for (position, contact) in contacts.enumerated() {
            let keys =
                ([contact.name] + contact.otherNames).map(foldedName) + contact.emails.map { $0.lowercased() }
            for key in keys where !key.isEmpty { positions[key, default: []].insert(position) }
        }
        var unknown: [VCardRelation] = []
        var known = Set(acquaintances.map { [$0.first, $0.second] })
        for (contact, relation) in relations {
            let named = positions[foldedName(relation.value)] ?? []
            let other = positionOfUID[relation.value] ?? (named.count == 1 ? named.first : nil)
            let isAddress = relation.value.contains(":")
            if let name = other.map({ contacts[$0].name }) ?? (isAddress ? nil : relation.value) {
                contacts[contact].notes.append(ContactValues.note(ofRelation: relation.label, name))
            }
            guard let other, other != contact else {
                if other == nil { unknown.append(relation) }
                continue
            }
            let pair = (min(contact, other), max(contact, other))
            if known.insert([pair.0, pair.1]).inserted {
                let label = relation.label.isEmpty ? "related" : relation.label.lowercased()
                acquaintances.append(
                    AcquaintanceRecord(first: pair.0, second: pair.1, how: "named as \(label) on the card"))
            }
        }
        acquaintances.sort { ($0.first, $0.second) < ($1.first, $1.second) }
        guard let first = unknown.first else { return }
        let more = unknown.count == 1 ? "" : " and \(unknown.count - 1) more"
        diagnostics.append(
            Diagnostic(
                .valueIgnored, file: path, line: first.line,
                found: "\(quoted(first.value))\(more) named as related people, without cards of their own",
                expected: "a card for everyone who is to be a person of the network",
                hint: "they are kept as notes; `rebound add` makes people of them"))
    }
}
