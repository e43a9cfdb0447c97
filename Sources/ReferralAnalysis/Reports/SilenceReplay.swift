import GraphAlgorithms
public import Playbook
public import ReferralGraph

/// What the stalled threads would have been, day by day: when each was flagged, and when and how that ended.
public struct SilenceReplay: Sendable, Equatable, Codable {
    /// The first day looked at.
    public var from: CalendarDay
    /// The last day looked at.
    public var to: CalendarDay
    /// The flags, by day and then in the order of the network.
    public var flags: [Flag]

    /// One silence that was flagged under one rule.
    public struct Flag: Sendable, Equatable, Codable {
        /// Who it is with.
        public var person: PersonID
        /// Whose move it was.
        public var kind: StalledThread.Kind
        /// Which rule flagged it.
        public var rule: Rule
        /// About which opportunity.
        public var opportunity: OpportunityID?
        /// The conversation, as the user named it.
        public var thread: String?
        /// Who else matters.
        public var related: PersonID?
        /// The day of the last word, or of the promise.
        public var since: CalendarDay
        /// The day on which it would have been flagged; of one that was due before the first day looked at, that due day.
        public var flagged: CalendarDay
        /// The first day on which it was flagged no more; `nil` when it still was on the last one.
        public var ended: CalendarDay?
        /// How it ended.
        public var ending: Ending?
    }

    /// How a silence ends.
    public enum Ending: String, Sendable, Codable, CaseIterable {
        /// They spoke.
        case theySpoke = "they-spoke"
        /// The seeker acted.
        case youActed = "you-acted"
        /// Someone closed it, or the decision on the role came.
        case closed
        /// A promise was kept, a referral was used or declined, or a second person was asked.
        case settled
        /// Too old to be due any more.
        case cooledDown = "cooled-down"
    }

    /// Plays a network's history through.
    ///
    /// Every day is judged by what was known at its end.
    /// - Parameters:
    ///   - network: With its whole history.
    ///   - days: The days to look at, such as a year of them.
    ///   - policy: The numbers to judge by; only those of its playbook matter here.
    /// - Throws: ``AnalysisError/ranking(_:)`` for a policy out of range.
    /// - Complexity: O(days x size of the network).
    public init(
        of network: ReferralNetwork, over days: ClosedRange<CalendarDay>, policy: AnalysisPolicy = .standard
    ) throws(AnalysisError) {
        do { try policy.validate() } catch { throw .ranking(error) }
        from = days.lowerBound
        to = days.upperBound
        var flags: [Flag] = []
        var open: [Episode: Int] = [:]
        for number in days.lowerBound.number...days.upperBound.number {
            let day = CalendarDay(number: number)
            let moment = Timestamp(day)
            let situation = Situation(
                network: network.known(at: moment), asOf: moment, playbook: policy.playbook)
            let processes = HiringProcesses(situation)
            var findings = Silence(situation: situation, processes: processes, odds: [:]).findings()
            _ = Precedence(situation, processes).decide(findings: &findings)
            var seen: Set<Episode> = []
            for finding in findings {
                guard let episode = Episode(finding), let due = finding.step?.due, due <= day else {
                    continue
                }
                seen.insert(episode)
                guard open[episode] == nil else { continue }
                open[episode] = flags.count
                flags.append(Flag(finding, episode, flagged: day == days.lowerBound ? due : day))
            }
            for (episode, position) in open where !seen.contains(episode) {
                open[episode] = nil
                flags[position].ended = day
                flags[position].ending = situation.ending(
                    of: episode, on: day,
                    closedNow: findings.contains { $0.closure != nil && episode.matches($0) })
            }
        }
        self.flags = flags
    }
}

extension SilenceReplay {
    /// What two policies say about one silence.
    public struct Difference: Sendable, Equatable, Codable {
        /// The flag under the first policy; `nil` when that says nothing.
        public var first: Flag?
        /// The flag under the second policy; `nil` when that says nothing.
        public var second: Flag?

        /// Whether both flag the silence on the same day under the same rule.
        public var agrees: Bool { first?.flagged == second?.flagged && first?.rule == second?.rule }
    }

    /// Two replays of one network side by side, by the earlier of the two days.
    /// - Complexity: O(flags log flags).
    public func compared(with other: SilenceReplay) -> [Difference] {
        var rest: [Silent: [Flag]] = [:]
        for flag in other.flags { rest[Silent(flag), default: []].append(flag) }
        var pairs: [Difference] = flags.map { flag in
            let twins = rest[Silent(flag)] ?? []
            rest[Silent(flag)] = Array(twins.dropFirst())
            return Difference(first: flag, second: twins.first)
        }
        for flag in other.flags {
            guard let position = rest[Silent(flag)]?.firstIndex(of: flag) else { continue }
            rest[Silent(flag)]?.remove(at: position)
            pairs.append(Difference(first: nil, second: flag))
        }
        func day(_ pair: Difference) -> CalendarDay {
            [pair.first?.flagged, pair.second?.flagged].compactMap(\.self).min() ?? from
        }
        return pairs.enumerated().sorted { (day($0.element), $0.offset) < (day($1.element), $1.offset) }
            .map(\.element)
    }
}

/// One silence, whichever rule flags it.
private struct Silent: Hashable {
    var person: PersonID
    var opportunity: OpportunityID?
    var thread: String?
    var related: PersonID?
    var since: CalendarDay

    init(_ flag: SilenceReplay.Flag) {
        (person, opportunity, thread) = (flag.person, flag.opportunity, flag.thread)
        (related, since) = (flag.related, flag.since)
    }
}

/// One silence under one rule: the same from day to day until someone moves.
private struct Episode: Hashable {
    var person: PersonID
    var kind: StalledThread.Kind
    var rule: Rule
    var opportunity: OpportunityID?
    var thread: String?
    var related: PersonID?
    var since: CalendarDay

    init?(_ finding: StalledThread) {
        guard let step = finding.step else { return nil }
        person = finding.person
        kind = finding.kind
        rule = step.rule
        opportunity = finding.opportunity
        thread = finding.thread
        related = step.person == finding.person ? step.related : step.person
        since = finding.since
    }

    /// Whether a closed thread is the one the silence was in.
    func matches(_ closed: StalledThread) -> Bool {
        closed.person == person && closed.opportunity == opportunity && closed.thread == thread
    }
}

extension SilenceReplay.Flag {
    fileprivate init(_ finding: StalledThread, _ episode: Episode, flagged: CalendarDay) {
        person = episode.person
        kind = episode.kind
        rule = episode.rule
        opportunity = episode.opportunity
        thread = episode.thread
        related = episode.related
        since = episode.since
        self.flagged = flagged
    }
}

extension Situation {
    /// Why a silence that was flagged the day before is not any more.
    fileprivate func ending(
        of episode: Episode, on day: CalendarDay, closedNow: Bool
    ) -> SilenceReplay.Ending {
        if closedNow { return .closed }
        guard let node = index.node(of: episode.person) else { return .settled }
        let fresh = history.touches(with: node).filter { $0.day >= day }
        if fresh.contains(where: \.direction.hasTheirWord) { return .theySpoke }
        if !fresh.isEmpty { return .youActed }
        let last = history.lastTouch(with: node)?.day ?? episode.since
        return day - last > playbook.warmForDays ? .cooledDown : .settled
    }
}
