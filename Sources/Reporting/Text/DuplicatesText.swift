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

    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        if pairs.isEmpty { block.wrapped("No two people look alike.") }
        for pair in pairs.prefix(limit) {
            block.wrapped("\(caption(pair.first)) and \(caption(pair.second))", paint: .bold)
            let reasons = pair.reasons.map { $0.rawValue.replacing("-", with: " ") }
                .joined(separator: ", ")
            block.wrapped("\(Wording.percent(pair.confidence)): \(reasons)", after: "  ")
            for command in ["merge", "keep-apart"] {
                block.wrapped(
                    "rebound \(command) \(pair.first) \(pair.second)", after: "  ", paint: .dim)
            }
        }
        if pairs.count > limit { block.wrapped("and \(pairs.count - limit) more", paint: .dim) }
        return block
    }

    private func caption(_ id: PersonID) -> String { "\(people[id]?.name ?? id.text) (\(id))" }
}
