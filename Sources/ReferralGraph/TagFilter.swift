/// Which people a report shows, by their tags.
public struct TagFilter: Sendable, Equatable {
    /// Of each of these lists a person has at least one tag.
    public var wanted: [[Tag]]
    /// None of these does a person have.
    public var unwanted: [Tag]

    /// Makes a filter; without tags it shows everyone.
    public init(wanted: [[Tag]] = [], unwanted: [Tag] = []) {
        self.wanted = wanted
        self.unwanted = unwanted
    }

    /// Whether it shows everyone.
    public var isEmpty: Bool { wanted.isEmpty && unwanted.isEmpty }

    /// All tags that it names.
    public var tags: [Tag] { (wanted.flatMap(\.self) + unwanted).uniqued() }

    /// Whether it shows someone with these tags.
    public func includes(_ tags: [String]) -> Bool {
        let tags = Set(tags.compactMap { Tag($0) })
        return wanted.allSatisfy { $0.contains(where: tags.contains) }
            && !unwanted.contains(where: tags.contains)
    }

    /// What it shows, in words: `tagged mentor or alumni, not chicago`.
    public var words: String {
        let all = wanted.map { $0.map(\.text).joined(separator: " or ") }.joined(separator: " and ")
        let none = unwanted.map(\.text).joined(separator: " nor ")
        return [all.isEmpty ? nil : "tagged \(all)", none.isEmpty ? nil : "not tagged \(none)"]
            .compactMap(\.self).joined(separator: ", ")
    }
}
