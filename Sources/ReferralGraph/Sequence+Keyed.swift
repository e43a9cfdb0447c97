extension Sequence {
    /// The elements by a property of theirs; of several with the same value the first counts.
    /// - Complexity: O(elements).
    package func keyed<Key: Hashable>(by key: (Element) -> Key) -> [Key: Element] { keyed(by: key) { $0 } }

    /// Values of the elements by a property of theirs; of several with the same key the first counts.
    /// - Complexity: O(elements).
    package func keyed<Key: Hashable, Value>(
        by key: (Element) -> Key, _ value: (Element) -> Value
    ) -> [Key: Value] {
        Dictionary(map { (key($0), value($0)) }, uniquingKeysWith: { first, _ in first })
    }
}
