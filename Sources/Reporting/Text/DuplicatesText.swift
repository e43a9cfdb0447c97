public import NetworkEditing
public import ReferralGraph

/// Pairs of people who may be one, for reading.
public struct DuplicatesText: ReadableReport {
    private let pairs: [DoubtfulPair]
    private let people: [PersonID: Person]
    private let limit: Int

    /// Makes the text of a list of pairs.
    /// - Parameter limit: How many to show at the most.
    public init(_ pairs: [DoubtfulPair], in network: ReferralNetwork, limit: Int = .max) {
        self.pairs = pairs
        self.limit = limit
        people = network.people.keyed(by: \.id)
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        if pairs.isEmpty { block.wrapped("No two people look alike.") }
        for pair in pairs.prefix(limit) {
            block.wrapped("\(caption(pair.first)) and \(caption(pair.second))", paint: .bold)
            block.wrapped(Self.reasons(pair), after: "  ")
            for command in ["merge", "keep-apart"] {
                block.wrapped(
                    "rebound \(command) \(pair.first) \(pair.second)", after: "  ", paint: .dim)
            }
        }
        if pairs.count > limit { block.wrapped("and \(pairs.count - limit) more", paint: .dim) }
        return block
    }

    /// `75%: same name and company`.
    package static func reasons(_ pair: DoubtfulPair) -> String {
        let reasons = pair.reasons.map { $0.rawValue.replacing("-", with: " ") }.joined(separator: ", ")
        return "\(Wording.percent(pair.confidence)): \(reasons)"
    }

    private func caption(_ id: PersonID) -> String { "\(people[id]?.name ?? id.text) (\(id))" }
}

/// What came of making two people one, or of telling them apart, in a sentence.
package struct IdentityText {
    private let network: ReferralNetwork

    /// Makes the sentences of a network as it was before.
    package init(in network: ReferralNetwork) { self.network = network }

    /// Two people are one now.
    package func merged(_ absorbed: PersonID, into kept: PersonID) -> String {
        "\(caption(absorbed)) is \(caption(kept)) now"
    }

    /// Two companies are one now.
    package func merged(_ absorbed: CompanyID, into kept: CompanyID) -> String {
        "\(caption(absorbed)) is \(caption(kept)) now"
    }

    /// Two people are two.
    package func keptApart(_ one: PersonID, _ other: PersonID) -> String {
        "\(caption(one)) and \(caption(other)) are two people"
    }

    /// Someone is a person apart again.
    /// - Parameters:
    ///   - other: Who was taken out.
    ///   - person: Who they were taken out of.
    ///   - after: The network as it is now.
    package func split(
        _ other: Person, from person: PersonID, entry: Int, after: ReferralNetwork
    ) -> String {
        let talks = after.interactions.count { $0.people.contains(other.id) }
        let parts =
            other.emails + other.phones
            + (talks == 0 ? [] : [talks == 1 ? "1 message or talk" : "\(talks) messages and talks"])
        return
            "\(other.name) (\(other.id)) is a person apart from \(caption(person)) again, as before entry \(entry)"
            + (parts.isEmpty ? "" : "; with them went \(parts.joined(separator: ", "))")
    }

    private func caption(_ id: PersonID) -> String {
        "\(network.people.first { $0.id == id }?.name ?? id.text) (\(id))"
    }

    private func caption(_ id: CompanyID) -> String {
        "\(network.companies.first { $0.id == id }?.name ?? id.text) (\(id))"
    }
}
