public import ReferralAnalysis
public import ReferralGraph

/// One replay, or two policies side by side, for `--json`.
public struct ReplayReport: Encodable, Sendable {
    /// The first day looked at.
    public let from: CalendarDay
    /// The last day looked at.
    public let to: CalendarDay
    /// The names of the policies: one, or two.
    public let policies: [String]
    /// The flags under the first policy.
    public let flags: [SilenceReplay.Flag]
    /// Where a second policy was asked for: both sides of every silence, and whether they agree.
    public let comparison: [Row]?

    /// One silence under two policies.
    public struct Row: Encodable, Sendable {
        /// The flag under each policy, where there is one.
        public let first, second: SilenceReplay.Flag?
        /// Whether both flag it on the same day under the same rule.
        public let agrees: Bool
    }

    /// Makes a report.
    /// - Parameters:
    ///   - replay: The replay.
    ///   - policy: Its policy's name.
    ///   - other: A replay under a second policy.
    ///   - otherPolicy: That policy's name.
    public init(
        _ replay: SilenceReplay, policy: String, against other: SilenceReplay?, policy otherPolicy: String?
    ) {
        from = replay.from
        to = replay.to
        policies = [policy, otherPolicy].compactMap(\.self)
        flags = replay.flags
        comparison = other.map { other in
            replay.compared(with: other).map { Row(first: $0.first, second: $0.second, agrees: $0.agrees) }
        }
    }
}
