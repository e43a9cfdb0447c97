extension Collection where Element: Hashable {
    /// The elements in order, each where it first stood.
    /// - Complexity: O(n).
    @inlinable
    package func uniqued() -> [Element] {
        if count < 2 { return Array(self) }
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Sequence {
    /// The elements in rising order of a key, equal ones in the order in which they stand.
    /// - Complexity: O(n log n).
    @inlinable
    package func stablySorted(by key: (Element) -> some Comparable) -> [Element] {
        let keyed = enumerated().map { (key: key($0.element), offset: $0.offset, element: $0.element) }
        return keyed.sorted { ($0.key, $0.offset) < ($1.key, $1.offset) }.map(\.element)
    }
}
