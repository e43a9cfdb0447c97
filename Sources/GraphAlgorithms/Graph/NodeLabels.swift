/// What the nodes of a graph are called outside: numbers of a file, or names.
public struct NodeLabels: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// Each node is called by its own number.
        case own
        case numbers(GraphArray<UInt32>)
        /// The UTF-8 bytes of all names, and `count + 1` positions in them.
        case names(bytes: GraphArray<UInt8>, ends: GraphArray<UInt64>)
    }

    /// The number of nodes.
    public let count: Int
    package let kind: Kind
    /// The nodes in the order of their labels; `nil` where that is their own order.
    package let byLabel: GraphArray<NodeID>?

    package init(count: Int, kind: Kind, byLabel: GraphArray<NodeID>?) {
        self.count = count
        self.kind = kind
        self.byLabel = byLabel
    }

    /// The label of a node, a number in decimal.
    /// - Precondition: `node < count`.
    /// - Complexity: O(length of the label).
    public subscript(node: NodeID) -> String {
        guard case .names(let bytes, let ends) = kind else { return String(number(of: node) ?? node) }
        return String(decoding: bytes[Int(ends[Int(node)])..<Int(ends[Int(node) + 1])], as: UTF8.self)
    }

    /// The number that a node had in its file, or `nil` where nodes have names.
    /// - Precondition: `node < count`.
    /// - Complexity: O(1).
    public func number(of node: NodeID) -> UInt32? {
        precondition(Int(node) < count, "a node of the graph")
        return switch kind {
        case .own: node
        case .numbers(let numbers): numbers[Int(node)]
        case .names: nil
        }
    }

    /// Whether each label is greater than the one before in the order of labels, names by their bytes: none is there twice.
    /// - Complexity: O(bytes of the labels).
    package var areAscending: Bool {
        func node(_ position: Int) -> Int { Int(byLabel?[position] ?? NodeID(position)) }
        return (0..<max(count - 1, 0)).allSatisfy { position in
            let (this, next) = (node(position), node(position + 1))
            switch kind {
            case .own: return this < next
            case .numbers(let numbers): return numbers[this] < numbers[next]
            case .names(let bytes, let ends):
                return bytes[Int(ends[this])..<Int(ends[this + 1])].lexicographicallyPrecedes(
                    bytes[Int(ends[next])..<Int(ends[next + 1])])
            }
        }
    }

    /// The labels of the nodes in another order.
    package func reordered(by order: DegreeOrder) -> NodeLabels {
        let kind: Kind
        switch self.kind {
        case .own: kind = .numbers(GraphArray(order.originals))
        case .numbers(let numbers): kind = .numbers(GraphArray(order.originals.map { numbers[Int($0)] }))
        case .names(let bytes, let ends):
            var newBytes: [UInt8] = []
            newBytes.reserveCapacity(bytes.count)
            var newEnds: [UInt64] = [0]
            for node in order.originals {
                newBytes += bytes[Int(ends[Int(node)])..<Int(ends[Int(node) + 1])]
                newEnds.append(UInt64(newBytes.count))
            }
            kind = .names(bytes: GraphArray(newBytes), ends: GraphArray(newEnds))
        }
        let byLabel = byLabel.map { $0.map { order.positions[Int($0)] } } ?? order.positions
        return NodeLabels(count: count, kind: kind, byLabel: GraphArray(byLabel))
    }
}
