internal import Foundations
import ReferralAnalysis
import Reporting

/// What holds of how many of a coach’s clients, in figures that can be handed on.
///
/// No figure tells a group under five, neither by itself nor by subtracting it from another one or from that of another run:
/// each is rounded down to a multiple of ``grain``, and none adds anything up that belongs to one client. Groups overlap, so
/// what is left over after some of them tells nothing either.
public struct BatchTotals {
    /// The size under which no group can be told.
    public static let grain = 5

    /// How many clients something holds of.
    public struct Group: Equatable, Sendable {
        /// What holds.
        public var name: String
        /// The number, rounded down to a multiple of ``BatchTotals/grain``.
        public var atLeast: Int
    }

    /// The groups, all clients first.
    public let groups: [Group]

    /// Counts the clients of a run.
    public init(_ summary: BatchSummary) {
        groups = Self.kinds.map { name, holds in
            Group(name: name, atLeast: Self.rounded(summary.entries.count(where: holds)))
        }
    }

    /// A count as it may be told.
    static func rounded(_ count: Int) -> Int { count - count % grain }

    private typealias Kind = (name: String, holds: @Sendable (BatchEntry) -> Bool)

    private static let kinds: [Kind] = clients + needs + others
    private static let clients: [Kind] = [("clients", { _ in true })]

    /// Why clients need the coach.
    private static let needs: [Kind] = ClientAttention.Kind.allCases.map { kind in
        let holds: @Sendable (BatchEntry) -> Bool = { entry in
            entry.attention?.matters.contains { $0.kind == kind } ?? false
        }
        return (AttentionWords.title(kind).lowercased(), holds)
    }

    private static let others: [Kind] = [
        ("something is due", { $0.dueCount > 0 }),
        ("someone owes them a reply", { $0.stalled.theyOwe > 0 }),
        ("they owe someone a reply", { $0.stalled.youOwe > 0 }),
        ("a promise to them was missed", { $0.stalled.promiseMissed > 0 }),
        ("has applied somewhere", { $0.size.opportunities > 0 }),
        ("was given a name", { $0.size.referrals > 0 }),
        ("could not be read", { $0.failure != nil }),
    ]

    /// A figure in words: "fewer than 5", "10 or more".
    public static func words(_ atLeast: Int) -> String {
        atLeast == 0 ? "fewer than \(grain)" : "\(atLeast) or more"
    }

    /// The groups as a table, UTF-8.
    public func csv() -> [UInt8] {
        var writer = CSVWriter()
        writer.row(["group", "clients"])
        for group in groups { writer.row([group.name, Self.words(group.atLeast)]) }
        return writer.bytes
    }
}

extension BatchEntry {
    /// Takes out what errors and warnings quote from the input; how many there are stays.
    public mutating func redactProblems() {
        if let failure {
            self.failure = [
                "\(name): \(Wording.count(failure.count, "error")); a run without --redact names \(failure.count == 1 ? "it" : "them")"
            ]
        }
        warnings = []
        if drawing == nil, !drawingNotes.isEmpty { drawingNotes = ["the drawing failed"] }
    }
}
