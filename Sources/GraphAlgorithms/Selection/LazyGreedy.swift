/// A set function of which each item adds the less, the more there is already (submodular), and never takes away.
public protocol SubmodularGain {
    /// By how much adding an item now would raise the value.
    mutating func gain(of item: Int) -> Double
    /// Adds an item.
    mutating func add(_ item: Int)
}

/// Chooses items that are worth the most together, within a budget.
///
/// The greedy method: always the item that adds the most comes next. With equal costs its value is at least 1 - 1/e = 63 %
/// of the best possible (Nemhauser, Wolsey and Fisher 1978, doi:10.1007/BF01588971). With different costs it runs
/// twice, by gain and by gain for each unit of cost, and the better selection is at least half as good as that (Leskovec
/// et al. 2007, doi:10.1145/1281192.1281239). Lazy: what an item added when there was less is a bound on what it adds now,
/// so few gains are asked for again (Minoux 1978, doi:10.1007/BFb0006528). Of equal gains, the smaller number goes first.
public struct LazyGreedy: Equatable, Sendable {
    /// What the chosen items may cost together, 0 or more.
    public let budget: Double

    /// Makes a selection.
    /// - Parameter budget: What the chosen items may cost together; their number where costs are all 1. 0 or more.
    /// - Throws: ``GraphError/invalidBudget(_:)``.
    public init(budget: Double) throws(GraphError) {
        guard budget >= 0 else { throw .invalidBudget(budget) }
        self.budget = budget
    }

    /// Chooses among the items `0 ..< itemCount`.
    /// - Parameters:
    ///   - itemCount: How many items there are.
    ///   - costs: One positive finite cost for each item, or `nil` for 1 each.
    ///   - function: The value, of no items yet.
    ///   - control: Who may stop it; the gains are asked for on one thread.
    /// - Precondition: There are as many costs as items.
    /// - Throws: ``GraphError/invalidCost(item:cost:)`` or ``GraphError/cancelled``.
    /// - Complexity: n gains and at most n more for each item chosen, O(log n) beside each.
    public func select<Function: SubmodularGain>(
        from itemCount: Int, costs: [Double]? = nil, function: Function, control: RunControl = RunControl()
    ) throws(GraphError) -> GreedySelection {
        let run = KernelRun(control, work: 0)
        guard let costs else {
            return try select(itemCount, nil, function, byCost: false, run, share: 0...1)
        }
        precondition(costs.count == itemCount, "one cost for each item")
        for (item, cost) in costs.enumerated() where !(cost > 0 && cost.isFinite) {
            throw .invalidCost(item: item, cost: cost)
        }
        let byGain = try select(itemCount, costs, function, byCost: false, run, share: 0...0.5)
        let byCost = try select(itemCount, costs, function, byCost: true, run, share: 0.5...1)
        return byCost.value > byGain.value ? byCost : byGain
    }

    private func select<Function: SubmodularGain>(
        _ itemCount: Int, _ costs: [Double]?, _ function: Function, byCost: Bool, _ run: KernelRun,
        share: ClosedRange<Double>
    ) throws(GraphError) -> GreedySelection {
        var function = function
        var queue = GainQueue()
        for item in 0..<itemCount where (costs?[item] ?? 1) <= budget {
            if item % 4_096 == 0 { try run.check() }
            let gain = function.gain(of: item)
            if gain > 0 {
                queue.push(
                    .init(gain: gain, priority: byCost ? gain / costs![item] : gain, item: item, round: 0))
            }
        }
        var (items, gains): ([Int], [Double]) = ([], [])
        var spent = 0.0
        var asked = 0
        while let best = queue.pop() {
            let cost = costs?[best.item] ?? 1
            // What does not fit now never will.
            if spent + cost > budget { continue }
            if best.round == items.count {
                function.add(best.item)
                items.append(best.item)
                gains.append(best.gain)
                spent += cost
                run.report(share.part(0, spent / budget).upperBound)
                continue
            }
            asked += 1
            if asked % 1_024 == 0 { try run.check() }
            let gain = function.gain(of: best.item)
            if gain > 0 {
                queue.push(
                    .init(
                        gain: gain, priority: byCost ? gain / cost : gain, item: best.item,
                        round: items.count))
            }
        }
        try run.check()
        run.report(share.upperBound)
        return GreedySelection(items: items, gains: gains, cost: spent)
    }
}

/// What ``LazyGreedy`` chose.
public struct GreedySelection: Equatable, Sendable {
    /// The items in the order of their choice.
    public let items: [Int]
    /// By how much each raised the value when it came.
    public let gains: [Double]
    /// What they cost together.
    public let cost: Double

    /// What they are worth together.
    public var value: Double { gains.reduce(0, +) }
}

/// Bounds on gains, the greatest first; a binary heap.
private struct GainQueue {
    struct Entry {
        let gain: Double
        let priority: Double
        let item: Int
        /// How many items there were when the gain was asked for.
        let round: Int

        func precedes(_ other: Entry) -> Bool {
            priority > other.priority || (priority == other.priority && item < other.item)
        }
    }

    private var heap: [Entry] = []

    mutating func push(_ entry: Entry) {
        heap.append(entry)
        var place = heap.count - 1
        while place > 0, entry.precedes(heap[(place - 1) / 2]) {
            heap[place] = heap[(place - 1) / 2]
            place = (place - 1) / 2
        }
        heap[place] = entry
    }

    mutating func pop() -> Entry? {
        guard let last = heap.popLast() else { return nil }
        guard let best = heap.first else { return last }
        var place = 0
        while 2 * place + 1 < heap.count {
            var child = 2 * place + 1
            if child + 1 < heap.count && heap[child + 1].precedes(heap[child]) { child += 1 }
            guard heap[child].precedes(last) else { break }
            heap[place] = heap[child]
            place = child
        }
        heap[place] = last
        return best
    }
}
