package import GraphAlgorithms
public import ReferralGraph

/// Why nothing is to be done about someone, or not yet.
package struct Hold: Sendable, Equatable {
    /// What decides, the strongest first.
    package enum Rank: Int, Sendable, Comparable, CaseIterable {
        /// A wish not to be contacted.
        case wish
        /// A day that was named.
        case statedTime
        /// One person of an employer at a time.
        case oneVoice
        /// The last messages and calls brought no reply.
        case patience

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    package let rank: Rank
    package let rule: Rule
    /// Why, in words.
    package let reason: String
    /// The first day on which it does not hold any more; `nil` when none is known.
    package let until: CalendarDay?
    /// Who is to be contacted instead.
    package let through: NodeID?
    /// Whether the call after an unanswered reminder does not wait for it (R2.telephone).
    var allowsCall = false
}

/// A step that waits or falls away, and why.
public struct SuppressedStep: Sendable, Equatable, Codable {
    /// The step as its rule has it.
    public var step: DueStep
    /// The rule that decides.
    public var rule: Rule
    /// Why, in words.
    public var because: String
    /// The first day on which it may be taken; `nil` when it falls away.
    public var until: CalendarDay?
}

/// The one place that decides between rules that disagree: a wish not to be contacted and its channel, then a stated time,
/// then one voice an employer, then patience, then etiquette, then the steps that are due, then value (playbook R5).
///
/// The first four are holds, and decided here; etiquette and the order of steps are the call list's.
package struct Precedence: Sendable {
    private let situation: Situation
    private let processes: HiringProcesses
    private let stated: StatedTimes

    package init(_ situation: Situation, _ processes: HiringProcesses) {
        self.situation = situation
        self.processes = processes
        stated = StatedTimes(situation, processes)
    }

    /// What keeps the seeker from contacting someone, the strongest first.
    /// - Complexity: O(roles of the person and of the employer).
    package func holds(on node: NodeID) -> [Hold] {
        var holds: [Hold] = []
        let company = situation.employers[Int(node)]
        if situation.mustNotContact(node) {
            holds.append(
                .init(
                    rank: .wish, rule: .channel,
                    reason: HoldWords.noContact(with: situation.person(node).name),
                    until: nil, through: nil))
        }
        if let company, situation.network.companies[company].doNotContact {
            let name = situation.network.companies[company].name
            holds.append(
                .init(
                    rank: .wish, rule: .channel, reason: HoldWords.noContact(with: name), until: nil,
                    through: nil))
        }
        if let role = situation.opportunitiesByNode[Int(node)].first(where: {
            situation.network.opportunities[$0].doNotContact
        }) {
            let title = situation.opportunityName(role)
            holds.append(
                .init(
                    rank: .wish, rule: .channel, reason: HoldWords.noContact(with: title), until: nil,
                    through: nil))
        }
        if situation.isOwnColleague(node) {
            holds.append(
                .init(
                    rank: .wish, rule: .ownEmployer,
                    reason: HoldWords.ownEmployer(
                        company.map { situation.network.companies[$0].name } ?? "your employer"),
                    until: nil, through: nil)
            )
        }
        for time in stated.times(for: node) {
            let isWish = if case .putOff = time.kind { true } else { false }
            holds.append(
                .init(
                    rank: isWish ? .wish : .statedTime, rule: time.kind.rule,
                    reason: HoldWords.reason(time, on: situation.today(for: node)), until: time.until,
                    through: nil))
        }
        if let title = processes.accepted, !processes.processes(with: node).isEmpty {
            holds.append(
                .init(
                    rank: .statedTime, rule: .accepted, reason: HoldWords.accepted(title), until: nil,
                    through: nil))
        }
        if let hold = otherVoice(node) { holds.append(hold) }
        if let until = situation.patience(with: node), until > situation.today(for: node) {
            holds.append(
                .init(
                    rank: .patience, rule: .patience,
                    reason: HoldWords.patience(
                        situation.firstName(node), times: situation.playbook.enoughDaysInVain),
                    until: until, through: nil,
                    allowsCall: situation.hasNeverSpoken(node)))
        }
        return holds.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element)
    }

    /// The employers that someone speaks for while a role is alive.
    package func employers(spokenForBy node: NodeID) -> [CompanyID] {
        processes.processes(with: node).filter { $0.voice == node }.map(\.company).uniqued()
    }

    /// Another person speaks for the employer of someone while a role is alive.
    private func otherVoice(_ node: NodeID) -> Hold? {
        let own = processes.processes(with: node)
        let employer = situation.workplace(of: node).map { processes.processes(at: $0.company) } ?? []
        if (own + employer).contains(where: { $0.voice == node }) { return nil }
        guard let process = (own + employer).first(where: { $0.voice != nil }), let voice = process.voice
        else { return nil }
        return .init(
            rank: .oneVoice, rule: .oneVoice,
            reason: HoldWords.oneVoice(
                situation.person(voice).name, role: situation.network.opportunities[process.position].title),
            until: nil, through: voice)
    }

    /// The steps that may be taken, those that wait with the day until which they do; and what was suppressed by what.
    /// - Complexity: O(steps x holds of a person).
    package func decide(_ steps: [DueStep]) -> (steps: [DueStep], suppressed: [SuppressedStep]) {
        var kept: [DueStep] = []
        var suppressed: [SuppressedStep] = []
        var holds: [PersonID: [Hold]] = [:]
        for step in steps {
            guard let node = situation.index.node(of: step.person) else {
                kept.append(step)
                continue
            }
            let calendar = situation.calendar(of: node)
            var step = step.moved(in: calendar)
            if let day = situation.lastSkip(of: step) {
                let next = step.rule.comesRound ? day + max(1, step.interval) : nil
                if next.map({ $0 > step.due }) ?? true {
                    suppressed.append(
                        SuppressedStep(
                            step: step, rule: step.rule,
                            because: HoldWords.skipped(on: day, relativeTo: situation.today(for: node)),
                            until: next))
                    guard let next else { continue }
                    step = step.moved(to: next, in: calendar)
                }
            }
            // What waited is due on the day on which the wait ended, and not before.
            if let day = situation.putOff(node), day > step.due, step.since < day {
                let back = calendar.businessDay(onOrAfter: day)
                if back <= situation.today(for: node) { step = step.moved(to: back, in: calendar) }
            }
            if holds[step.person] == nil { holds[step.person] = self.holds(on: node) }
            let deciding = holds[step.person, default: []].filter { $0.stops(step) }
            guard let first = deciding.first else {
                kept.append(step)
                continue
            }
            let forGood = deciding.first { $0.until == nil }
            let until = forGood == nil ? deciding.compactMap(\.until).max() : nil
            if let until, until <= step.earliest {
                kept.append(step)
                continue
            }
            let reason = forGood ?? first
            suppressed.append(
                SuppressedStep(step: step, rule: reason.rule, because: reason.reason, until: until))
            if let until {
                kept.append(step.moved(to: until, in: calendar))
            }
        }
        return (kept, suppressed)
    }
}

extension Precedence {
    /// Moves the steps of findings, and takes out the findings whose step falls away.
    package func decide(findings: inout [StalledThread]) -> [SuppressedStep] {
        var suppressed: [SuppressedStep] = []
        findings = findings.compactMap { finding in
            guard let step = finding.step else { return finding }
            let (kept, waiting) = decide([step])
            suppressed += waiting
            guard let step = kept.first else { return nil }
            var finding = finding
            finding.step = step
            return finding
        }
        return suppressed
    }
}

extension Hold {
    /// Whether a step is to wait for it. What is owed is done all the same: thanks, an answer, an own promise, news of an
    /// offer.
    func stops(_ step: DueStep) -> Bool {
        switch rank {
        // What was put off is not written down before its day either, other than what has a day of its own.
        case .wish: step.isContact || until != nil && step.rule != .appointment && step.rule != .closingDay
        case .statedTime, .oneVoice: step.isContact && !step.rule.isOwed
        case .patience:
            step.isContact && !step.rule.isUrgent && !(allowsCall && step.rule == .telephone)
        }
    }
}

extension Situation {
    /// The last day until which the seeker put someone off; it may have passed.
    func putOff(_ node: NodeID) -> CalendarDay? {
        let roles = opportunitiesByNode[Int(node)].map { network.opportunities[$0].notBefore }
        let company = employers[Int(node)].flatMap { network.companies[$0].notBefore }
        return ([network.people[Int(node)].notBefore, company] + roles).compactMap(\.self).max()
    }

    /// When the seeker last left out a step, unless its clock has started anew since.
    func lastSkip(of step: DueStep) -> CalendarDay? {
        guard let node = index.node(of: step.person) else { return nil }
        return network.people[Int(node)].skippedSteps.lazy.filter { skipped in
            skipped.rule == step.rule.rawValue && skipped.on >= step.since
                && (skipped.opportunity == nil || skipped.opportunity == step.opportunity)
        }.map(\.on).max()
    }
}

extension StatedTime.Kind {
    /// The rule that it belongs to.
    fileprivate var rule: Rule {
        switch self {
        case .putOff: .channel
        case .hold, .promise, .away: .statedTime
        case .reply: .theirTurn
        case .appointment: .appointment
        case .closing: .closingDay
        }
    }
}
