import GraphAlgorithms
import Playbook
public import ReferralGraph

/// That someone reports to a colleague.
public struct ReportingLine: Sendable, Equatable, Codable {
    /// Who reports.
    public var person: PersonID
    /// Who they report to.
    public var boss: PersonID
    /// Whether no one recorded it: titles and departments say so.
    public var isInferred: Bool
}

extension NetworkAnalysis {
    /// Who reports to who among those who work at a company now: one line a person at the most, none in a circle, in
    /// the order of the network.
    ///
    /// Recorded lines count first. Whoever has none reports, presumably, to the one of the highest title in the
    /// department, and the highest of a department to the company's only executive; of several of one rank nothing is
    /// inferred.
    /// - Complexity: O(people + ties + people of the company squared).
    public func reportingLines(at company: CompanyID) -> [ReportingLine] {
        let staff = staff(of: company)
        var tree = ReportingTree(staff: staff)
        for tie in network.ties where tie.kind == .reportsTo {
            guard let person = situation.index.node(of: tie.from), let boss = situation.index.node(of: tie.to)
            else { continue }
            tree.add(person, under: boss, isInferred: tie.isInferred)
        }
        infer(&tree)
        return staff.compactMap { node in
            tree.lines[node].map {
                ReportingLine(
                    person: situation.id(of: node), boss: situation.id(of: $0.boss), isInferred: $0.isInferred
                )
            }
        }
    }

    private func infer(_ tree: inout ReportingTree) {
        let departments = Dictionary(grouping: tree.staff) { situation.employment(of: $0)?.department }
        let tops = Set(tree.tops)
        for (department, members) in departments where department != nil {
            guard let lead = highest(of: members) else { continue }
            for node in members where tops.contains(node) && rank(of: node) > rank(of: lead) {
                tree.add(node, under: lead, isInferred: true)
            }
        }
        let executives = tree.tops.filter { rank(of: $0) == 0 }
        guard executives.count == 1 else { return }
        for node in tree.tops where node != executives[0] && TitleRank.leads.contains(rank(of: node)) {
            tree.add(node, under: executives[0], isInferred: true)
        }
    }

    /// The one that stands higher than all others; `nil` when several do.
    private func highest(of nodes: [NodeID]) -> NodeID? {
        guard let highest = nodes.map(rank(of:)).min(), highest <= TitleRank.leads.upperBound else {
            return nil
        }
        let found = nodes.filter { rank(of: $0) == highest }
        return found.count == 1 ? found[0] : nil
    }

    private func rank(of node: NodeID) -> Int {
        situation.employment(of: node)?.title.map { TitleRank($0).level } ?? TitleRank.other.level
    }
}

extension TitleRank {
    /// The levels of those who lead someone, the executives left out.
    fileprivate static let leads = 1...3

    /// 0 for the highest.
    fileprivate var level: Int {
        switch self {
        case .executive: 0
        case .head: 1
        case .director: 2
        case .manager: 3
        case .recruiter, .other: 4
        }
    }
}

/// Reporting lines under construction.
private struct ReportingTree {
    let staff: [NodeID]
    private let isStaff: Set<NodeID>
    private(set) var lines: [NodeID: (boss: NodeID, isInferred: Bool)] = [:]

    init(staff: [NodeID]) {
        self.staff = staff
        isStaff = Set(staff)
    }

    /// Those without a boss, ascending.
    var tops: [NodeID] { staff.filter { lines[$0] == nil } }

    /// Adds a line unless there is one, or it would close a circle.
    mutating func add(_ person: NodeID, under boss: NodeID, isInferred: Bool) {
        guard isStaff.contains(person), isStaff.contains(boss), lines[person] == nil else { return }
        var superior: NodeID? = boss
        while let node = superior {
            if node == person { return }
            superior = lines[node]?.boss
        }
        lines[person] = (boss, isInferred)
    }
}
