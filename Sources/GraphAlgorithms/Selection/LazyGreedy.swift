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
    ///   - count: How many items at the most.
    ///   - takesIdleItems: Whether items that add nothing are chosen, too, while there is room for them.
    ///   - function: The value, of no items yet.
    ///   - control: Who may stop it; the gains are asked for on one thread.
    ///   - canJoin: Whether an item can join those chosen so far; one that cannot is not asked about again.
    /// - Precondition: There are as many costs as items.
    /// - Throws: ``GraphError/invalidCost(item:cost:)`` or ``GraphError/cancelled``.
    /// - Complexity: n gains and at most n more for each item chosen, O(log n) beside each.
    public func select<Function: SubmodularGain>(
        from itemCount: Int, costs: [Double]? = nil, atMost count: Int = .max, takesIdleItems: Bool = false,
        function: Function, control: RunControl = RunControl(),
        where canJoin: (_ chosen: [Int], _ item: Int) -> Bool = { _, _ in true }
    ) throws(GraphError) -> GreedySelection {
        let run = KernelRun(control, work: 0)
        let limits = Limits(count: count, takesIdleItems: takesIdleItems)
        guard let costs else {
            return try select(
                itemCount, nil, limits, function, byCost: false, run, share: 0...1, where: canJoin)
        }
        precondition(costs.count == itemCount, "one cost for each item")
        for (item, cost) in costs.enumerated() where !(cost > 0 && cost.isFinite) {
            throw .invalidCost(item: item, cost: cost)
        }
        let byGain = try select(
            itemCount, costs, limits, function, byCost: false, run, share: 0...0.5, where: canJoin)
        let byCost = try select(
            itemCount, costs, limits, function, byCost: true, run, share: 0.5...1, where: canJoin)
        return byCost.value > byGain.value ? byCost : byGain
    }

    /// What else limits a selection.
    private struct Limits {
        var count: Int
        var takesIdleItems: Bool

        func admit(_ gain: Double) -> Bool { gain > 0 || takesIdleItems }
    }

    private func select<Function: SubmodularGain>(
        _ itemCount: Int, _ costs: [Double]?, _ limits: Limits, _ function: Function, byCost: Bool,
        _ run: KernelRun, share: ClosedRange<Double>, where canJoin: ([Int], Int) -> Bool
    ) throws(GraphError) -> GreedySelection {
        var function = function
        var queue = BinaryHeap<GainBound>()
        var evaluations = 0
        for item in 0..<itemCount where (costs?[item] ?? 1) <= budget {
            if item % 4_096 == 0 { try run.check() }
            evaluations += 1
            let gain = function.gain(of: item)
            if limits.admit(gain) {
                queue.push(
                    .init(gain: gain, priority: byCost ? gain / costs![item] : gain, item: item, round: 0))
            }
        }
        var (items, gains): ([Int], [Double]) = ([], [])
        var spent = 0.0
        while items.count < limits.count, let best = queue.pop() {
            let cost = costs?[best.item] ?? 1
            // What does not fit now never will.
            if spent + cost > budget { continue }
            if best.round == items.count {
                guard canJoin(items, best.item) else { continue }
                function.add(best.item)
                items.append(best.item)
                gains.append(best.gain)
                spent += cost
                run.report(share.part(0, spent / budget).upperBound)
                continue
            }
            evaluations += 1
            if evaluations % 1_024 == 0 { try run.check() }
            let gain = function.gain(of: best.item)
            if limits.admit(gain) {
                queue.push(
                    .init(
                        gain: gain, priority: byCost ? gain / cost : gain, item: best.item,
                        round: items.count))
            }
        }
        try run.check()
        run.report(share.upperBound)
        return GreedySelection(items: items, gains: gains, cost: spent, evaluations: evaluations)
    }
}

/// What ``LazyGreedy`` chose.
public struct GreedySelection: Equatable, Sendable {
    /// The items in the order of their choice.
    public let items: [Int]
    /// By how much each raised the value when it came.
    public let gains: [Double]
    /// What they cost together; their number where nothing was said of costs.
    public let cost: Double
    /// How many gains were asked for.
    public let evaluations: Int

    /// What they are worth together.
    public var value: Double { gains.reduce(0, +) }
}

/// What an item adds at the most.
private struct GainBound: Prioritized {
    let gain: Double
    let priority: Double
    let item: Int
    /// How many items there were when the gain was asked for.
    let round: Int

    func precedes(_ other: GainBound) -> Bool {
        priority > other.priority || (priority == other.priority && item < other.item)
    }
}
