extension Sequence {
    /// The elements by a property of theirs; of several with the same value the first counts.
    /// - Complexity: O(elements).
    func keyed<Key: Hashable>(by key: (Element) -> Key) -> [Key: Element] {
        Dictionary(map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    }
}
