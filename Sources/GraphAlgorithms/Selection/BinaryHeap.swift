/// What a priority queue can put in order.
package protocol Prioritized {
    /// Whether this one comes first: a strict total order.
    func precedes(_ other: Self) -> Bool
}

/// A priority queue whose first element is the one that precedes all others.
package struct BinaryHeap<Element: Prioritized> {
    @usableFromInline var elements: [Element]

    /// - Parameter first: The only element there is so far; `nil` for none.
    @inlinable
    package init(_ first: Element? = nil) { elements = first.map { [$0] } ?? [] }

    /// - Complexity: O(log n).
    @inlinable
    package mutating func push(_ element: Element) {
        elements.append(element)
        var place = elements.count - 1
        while place > 0, element.precedes(elements[(place - 1) / 2]) {
            elements[place] = elements[(place - 1) / 2]
            place = (place - 1) / 2
        }
        elements[place] = element
    }

    /// - Complexity: O(log n).
    @inlinable
    package mutating func pop() -> Element? {
        guard let last = elements.popLast() else { return nil }
        guard let best = elements.first else { return last }
        var place = 0
        while 2 * place + 1 < elements.count {
            var child = 2 * place + 1
            if child + 1 < elements.count && elements[child + 1].precedes(elements[child]) { child += 1 }
            guard elements[child].precedes(last) else { break }
            elements[place] = elements[child]
            place = child
        }
        elements[place] = last
        return best
    }
}
