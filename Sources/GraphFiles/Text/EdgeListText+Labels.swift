extension EdgeListText {
    /// What the labels of nodes are.
    public enum Labels: Equatable, Sendable {
        /// The node numbers themselves: the graph has all nodes from 0 to the greatest number.
        case nodeNumbers
        /// Any whole numbers below 2^32; the nodes are those that occur, in ascending order.
        case numbers
        /// Any text; the nodes are numbered in the order in which they first occur.
        case names
        /// The whole numbers from 1 to a count; all of them are nodes, also those without an edge.
        case counted(Int)
        /// Whole numbers of two sets, the first column's and the second one's, which have nothing in common.
        case twoSets(TwoSets)
    }

    /// Two sets of nodes, each numbered from 1.
    public struct TwoSets: Equatable, Sendable {
        /// What the names of the first column's nodes begin with.
        public var firstPrefix: String
        /// What the names of the second column's nodes begin with.
        public var secondPrefix: String
        /// How many nodes the sets have, also those without an edge; `nil` for those that occur.
        public var sizes: Sizes?

        /// The numbers of nodes.
        public struct Sizes: Equatable, Sendable {
            let first: Int
            let second: Int

            /// Counts nodes, each below 2^31.
            public init(first: Int, second: Int) {
                self.first = first
                self.second = second
            }
        }

        /// Describes two sets.
        public init(firstPrefix: String, secondPrefix: String, sizes: Sizes?) {
            self.firstPrefix = firstPrefix
            self.secondPrefix = secondPrefix
            self.sizes = sizes
        }
    }
}

extension EdgeListText.Labels {
    /// The least label there may be.
    var least: UInt32 {
        switch self {
        case .nodeNumbers, .numbers, .names: 0
        case .counted: 1
        case .twoSets(let sets): sets.sizes == nil ? 0 : 1
        }
    }

    /// The greatest label that the first column may hold.
    var greatestSource: UInt32 {
        switch self {
        case .nodeNumbers, .numbers, .names: .max
        case .counted(let count): UInt32(clamping: count)
        case .twoSets(let sets): sets.sizes.map { UInt32(clamping: $0.first) } ?? (.max / 2 - 1)
        }
    }

    /// The greatest label that the second column may hold.
    var greatestTarget: UInt32 {
        switch self {
        case .twoSets(let sets): sets.sizes.map { UInt32(clamping: $0.second) } ?? (.max / 2 - 1)
        default: greatestSource
        }
    }

    /// The labels that there may be, in words.
    var range: String {
        greatestSource == greatestTarget
            ? "two numbers from \(least) to \(greatestSource)"
            : "a number from \(least) to \(greatestSource) and one from \(least) to \(greatestTarget)"
    }
}
