import GraphAlgorithms
import Playbook
import ReferralGraph

/// Who led to who: to each person one referral at the most, and none in a circle.
///
/// As in a ``Lineage``, the earliest referral to someone counts, and one that was declined only where there is no
/// other. The seeker is not part of it.
struct ReferralForest {
    /// The referral that brought each node in.
    private(set) var incoming: [NodeID: Referral] = [:]
    private var parents: [NodeID: NodeID] = [:]
    private var children: [NodeID: [NodeID]] = [:]

    /// - Complexity: O(referrals x (log referrals + length of the chains)).
    init(_ situation: Situation) {
        let referrals = situation.network.referrals.enumerated().sorted { left, right in
            func key(_ entry: (offset: Int, element: Referral)) -> (Int, Int, Int) {
                (
                    entry.element.declined == nil ? 0 : 1, entry.element.firstDate?.number ?? .max,
                    entry.offset
                )
            }
            return key(left) < key(right)
        }.map(\.element)
        let seeker = situation.index.node(of: situation.network.seeker)
        // A name the seeker brought along begins a chain.
        var brought: Set<NodeID> = []
        for referral in referrals {
            guard let from = situation.index.node(of: referral.from),
                let to = situation.index.node(of: referral.to), parents[to] == nil, !brought.contains(to)
            else { continue }
            if from == seeker { brought.insert(to) }
            guard from != seeker, to != seeker, !([from] + ancestors(of: from)).contains(to) else { continue }
            parents[to] = from
            incoming[to] = referral
            children[from, default: []].append(to)
        }
        for (node, heads) in children { children[node] = heads.sorted(by: comesFirst) }
    }

    /// Those without a referral of their own who gave one, ascending.
    var roots: [NodeID] { children.keys.filter { parents[$0] == nil }.sorted() }

    /// Who gave a node's name.
    func parent(of node: NodeID) -> NodeID? { parents[node] }

    /// Who a node led to, by day.
    func children(of node: NodeID) -> [NodeID] { children[node] ?? [] }

    /// Those on the way to a node, the nearest first.
    func ancestors(of node: NodeID) -> [NodeID] {
        Array(sequence(first: node) { parents[$0] }.dropFirst())
    }

    /// Some nodes and all they led to, each after its parent, branch by branch.
    /// - Complexity: O(nodes found).
    func descendants(from heads: [NodeID]) -> [NodeID] {
        var found: [NodeID] = []
        var pending = Array(heads.sorted(by: comesFirst).reversed())
        while let node = pending.popLast() {
            found.append(node)
            pending += children(of: node).reversed()
        }
        return found
    }

    private func comesFirst(_ left: NodeID, _ right: NodeID) -> Bool {
        func key(_ node: NodeID) -> (Int, NodeID) { (incoming[node]?.firstDate?.number ?? .max, node) }
        return key(left) < key(right)
    }
}
