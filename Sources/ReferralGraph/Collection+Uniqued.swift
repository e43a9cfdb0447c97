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
