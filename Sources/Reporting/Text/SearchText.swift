public import ReferralAnalysis
public import ReferralGraph

/// What was found, for reading: one line each.
public struct SearchText: ReadableReport {
    private let search: NetworkSearch
    private let today: CalendarDay
    private let names: [PersonID: String]
    private let limit: Int

    /// Makes the text of a search.
    /// - Parameter limit: How many hits to show at the most.
    public init(_ search: NetworkSearch, in network: ReferralNetwork, today: CalendarDay, limit: Int = 30) {
        self.search = search
        self.today = today
        self.limit = limit
        names = network.people.keyed(by: \.id, \.name)
    }

    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        if search.hits.isEmpty { block.wrapped("Nothing matches “\(search.words)”.") }
        for hit in search.hits.prefix(limit) {
            let who = hit.kind == .contact ? hit.person.flatMap { names[$0] } : nil
            let id =
                hit.kind == .contact
                ? nil
                : [hit.opportunity?.text, hit.person?.text, hit.company?.text]
                    .compactMap(\.self).first
            let words = [
                hit.title, who == hit.title ? nil : who, hit.date.map { $0.words(relativeTo: today) }, id,
            ]
            block.wrapped(
                words.compactMap(\.self).joined(separator: " · "),
                after: fitted(hit.kind.rawValue, to: 13))
            if let found = hit.found {
                block.wrapped(found, after: String(repeating: " ", count: 13), paint: .dim)
            }
        }
        if search.hits.count > limit {
            block.wrapped("and \(search.hits.count - limit) more", paint: .dim)
        }
        return block
    }
}
