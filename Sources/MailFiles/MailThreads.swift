/// Which mails belong to one conversation, and which answers which.
///
/// Threading by references, after Jamie Zawinski's algorithm (https://www.jwz.org/doc/threading.html, also RFC 5256,
/// REFERENCES). Subjects do not count. A mail is a child of the last one that it refers to; a mail without references
/// of its own, or one that is missing, gets the parent that others name for it.
///
/// It differs from the original in one respect: where references contradict each other the original lets the order of
/// the mailbox decide, and here the number of mails that say so does, then the smaller identifier. So the same mails
/// make the same threads in any order.
public struct MailThreads<ID: Hashable & Comparable & Sendable>: Sendable {
    /// For each message, the identifier at the top of its thread, of a mail that may be missing.
    public let roots: [ID]
    /// For each message, the position of the nearest mail above it that is not missing.
    public let parents: [Int?]

    /// One mail, as far as threading goes.
    public struct Message: Sendable {
        /// Its Message-ID. Of several mails with the same one, the longest references count.
        public var id: ID
        /// The mails before it in the conversation, the one that it answers last.
        public var references: [ID]

        /// Makes one.
        public init(id: ID, references: [ID]) {
            self.id = id
            self.references = references
        }
    }

    /// Puts messages into threads.
    /// - Complexity: O(n log n) with n messages and references together.
    public init(_ messages: [Message]) {
        var forest = MailForest(messages)
        forest.linkToLastReferences()
        forest.linkAsOthersSay()
        let tops = forest.tops
        let nearest = forest.nearestHolders
        roots = forest.nodes.map { forest.ids[tops[$0]] }
        parents = forest.nodes.map { node in
            forest.parents[node].flatMap { nearest[$0] }
        }
    }
}

/// Identifiers as nodes that get their parents step by step.
private struct MailForest<ID: Hashable & Comparable & Sendable> {
    /// The identifiers, of messages and of what they refer to.
    private(set) var ids: [ID] = []
    /// The node of each message.
    private(set) var nodes: [Int] = []
    /// The parent of each node.
    private(set) var parents: [Int?] = []
    /// The references of each message, as nodes.
    private var references: [[Int]] = []
    /// The first message of each node; `nil` when it is missing.
    private var holders: [Int?] = []
    /// The nodes in one tree have the same representative (Tarjan 1975, doi:10.1145/321879.321884).
    private var representatives: [Int] = []

    init(_ messages: [MailThreads<ID>.Message]) {
        var table: [ID: Int] = [:]
        func node(_ id: ID) -> Int {
            if let known = table[id] { return known }
            table[id] = ids.count
            ids.append(id)
            return ids.count - 1
        }
        for message in messages {
            let own = node(message.id)
            nodes.append(own)
            references.append(message.references.map(node).filter { $0 != own })
        }
        parents = Array(repeating: nil, count: ids.count)
        holders = Array(repeating: nil, count: ids.count)
        representatives = Array(ids.indices)
        for (position, node) in nodes.enumerated() where holders[node] == nil { holders[node] = position }
    }

    /// Step 1C of the algorithm: a message itself knows best what it answers.
    mutating func linkToLastReferences() {
        var best: [Int?] = Array(repeating: nil, count: ids.count)
        for (position, node) in nodes.enumerated() {
            if let other = best[node], !isLonger(references[position], than: references[other]) { continue }
            best[node] = position
        }
        link(best.map { $0.flatMap { references[$0].last } })
    }

    private func isLonger(_ list: [Int], than other: [Int]) -> Bool {
        if list.count != other.count { return list.count > other.count }
        for (left, right) in zip(list, other) where left != right { return ids[left] < ids[right] }
        return false
    }

    /// Step 1B: neighbours in the references of others are parent and child, unless the child has a parent already.
    mutating func linkAsOthersSay() {
        var candidates = candidates()
        while true {
            var links: [Int?] = Array(repeating: nil, count: ids.count)
            var isAnyLeft = false
            for child in candidates.keys {
                // A candidate that is in the same tree will always be.
                while let last = candidates[child]?.last, representative(last) == representative(child) {
                    candidates[child]?.removeLast()
                }
                guard let best = candidates[child]?.last else {
                    candidates[child] = nil
                    continue
                }
                links[child] = best
                isAnyLeft = true
            }
            guard isAnyLeft else { return }
            // Of every circle one link is dropped, so that each round at least halves what is left.
            for child in link(links) { candidates[child] = nil }
        }
    }

    /// For every node without a parent what others name as its parent, the most named last.
    private func candidates() -> [Int: [Int]] {
        var counts: [Int: [Int: Int]] = [:]
        for list in references {
            for (parent, child) in zip(list, list.dropFirst()) where parents[child] == nil && parent != child
            {
                counts[child, default: [:]][parent, default: 0] += 1
            }
        }
        return counts.mapValues { counts in
            counts.sorted { left, right in
                left.value != right.value ? left.value < right.value : ids[left.key] > ids[right.key]
            }.map(\.key)
        }
    }

    /// Gives nodes without a parent the wanted ones, except for one link of every circle: the node with the smallest
    /// identifier in it stays on top.
    /// - Returns: The nodes that got a parent.
    @discardableResult
    private mutating func link(_ wanted: [Int?]) -> [Int] {
        // Trees, not nodes, make the circle: a link leads to the top of the parent's tree.
        let tops = self.tops
        var rounds = Array(repeating: 0, count: ids.count)
        var dropped: Set<Int> = []
        for start in wanted.indices where wanted[start] != nil && rounds[start] == 0 {
            var node = start
            while rounds[node] == 0, let parent = wanted[node] {
                rounds[node] = start + 1
                node = tops[parent]
            }
            guard rounds[node] == start + 1, wanted[node] != nil else { continue }
            var smallest = node
            var other = tops[wanted[node]!]
            while other != node {
                if ids[other] < ids[smallest] { smallest = other }
                other = tops[wanted[other]!]
            }
            dropped.insert(smallest)
        }
        var linked: [Int] = []
        for (child, parent) in wanted.enumerated() {
            guard let parent, !dropped.contains(child) else { continue }
            parents[child] = parent
            representatives[representative(child)] = representative(parent)
            linked.append(child)
        }
        return linked
    }

    private mutating func representative(_ node: Int) -> Int {
        var node = node
        while representatives[node] != node {
            representatives[node] = representatives[representatives[node]]
            node = representatives[node]
        }
        return node
    }

    /// The node above which there is none, for each node.
    var tops: [Int] {
        var tops = Array(ids.indices)
        for node in fromTheTop { if let parent = parents[node] { tops[node] = tops[parent] } }
        return tops
    }

    /// For each node its message or that of the nearest node above it; step 4, which prunes empty containers.
    var nearestHolders: [Int?] {
        var nearest = holders
        for node in fromTheTop where nearest[node] == nil {
            nearest[node] = parents[node].flatMap { nearest[$0] }
        }
        return nearest
    }

    /// The nodes, parents before their children.
    private var fromTheTop: [Int] {
        var order: [Int] = []
        order.reserveCapacity(ids.count)
        var isPlaced = Array(repeating: false, count: ids.count)
        var path: [Int] = []
        for start in ids.indices {
            var node: Int? = start
            while let open = node, !isPlaced[open] {
                isPlaced[open] = true
                path.append(open)
                node = parents[open]
            }
            while let placed = path.popLast() { order.append(placed) }
        }
        return order
    }
}
