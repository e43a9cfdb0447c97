import GraphAlgorithms
import Playbook
public import RankingModel
public import ReferralGraph

/// The seeker's applications: those that wait for a first word, and how all of them fare beside other people's.
///
/// An application is no ask of a person: it enters no one's reply record, and its silence has a curve of its own
/// (``ApplicationSurvival``). Shares rest on public logs of job searches, which are self-selected.
public struct ApplicationRecord: Sendable, Equatable, Codable {
    /// Those without a first word, in which no one is addressed; the longest wait first.
    public var waiting: [WaitingApplication]
    /// How many more have waited for longer than the playbook's warm time.
    public var cooledDownCount: Int
    /// Within how many days an answer counts as one.
    public var windowDays: Double
    /// The share answered within the window, of those whose window is over; `nil` without any.
    public var answered: OwnShare?
    /// The share of the same ones that led to an interview; `nil` without any.
    public var interviewed: OwnShare?
    /// The share of the same ones that led to an offer; `nil` without any.
    public var offered: OwnShare?
    /// What an insider's word did; `nil` unless there are applications with one and without one.
    public var referral: ReferralContrast?

    /// A share of the seeker's own applications.
    public struct OwnShare: Sendable, Equatable, Codable {
        /// How many.
        public var count: Int
        /// Of how many.
        public var total: Int
        /// The share with its 95 % interval.
        public var share: IntervalEstimate

        init?(_ count: Int, of total: Int) {
            guard total > 0 else { return nil }
            self.count = count
            self.total = total
            share = IntervalEstimate(share: count, of: total)
        }
    }

    /// Interviews with and without someone inside who handed in the seeker's name.
    ///
    /// It is a difference between applications that were not drawn by lot: selection, not cause.
    public struct ReferralContrast: Sendable, Equatable, Codable {
        /// With an insider.
        public var referred: OwnShare
        /// Without one.
        public var cold: OwnShare
        /// How many times likelier an interview was with one, with its 95 % interval.
        public var riskRatio: IntervalEstimate
    }
}

/// An application that has had no word.
public struct WaitingApplication: Sendable, Equatable, Codable {
    /// Which.
    public var opportunity: OpportunityID
    /// The role's title.
    public var title: String
    /// Whose role it is.
    public var company: CompanyID
    /// The company's name.
    public var companyName: String
    /// When it was sent.
    public var applied: CalendarDay
    /// Days since.
    public var silentDays: Int
    /// Of the applications that are ever answered, the share answered by now.
    public var answeredByNow: Double
    /// How likely a word comes within ``SilenceModel/horizonDays`` more days.
    public var answerProbability: Double
    /// Who to ask there: contacts, the most worth a call first; at most three.
    public var contacts: [PersonID]
    /// Where there is no contact, the likeliest introduction.
    public var introduction: Introduction?

    /// A contact who can introduce the seeker to someone there.
    public struct Introduction: Sendable, Equatable, Codable {
        /// The contact.
        public var through: PersonID
        /// Who works there.
        public var person: PersonID
    }
}

extension NetworkAnalysis {
    /// The seeker's applications.
    /// - Throws: ``AnalysisError/ranking(_:)`` never, of a policy that was valid when the analysis began.
    /// - Complexity: O(opportunities and their stages + interactions), and O(people) for the names at the employers.
    public var applications: ApplicationRecord {
        let all = ownApplications
        let constants = policy.ranking.applications
        let settled = all.filter { $0.isSettled(by: asOf.day, within: constants.windowDays) }
        let answered = settled.filter { $0.isAnswered(within: constants.windowDays) }
        guard
            let survival = try? ApplicationSurvival(
                constants: constants, settled: settled.count, answered: answered.count)
        else { preconditionFailure("the policy was valid as the analysis began") }
        let silent = all.filter { isWaiting($0) }.stablySorted { $0.applied.number }
        let warm = silent.filter { asOf.day - $0.applied <= situation.playbook.warmForDays }
        let names = Dictionary(
            contacts(at: warm.map(\.role.company)).map { ($0.company, $0) },
            uniquingKeysWith: { first, _ in first })
        func share(_ part: [OwnApplication]) -> ApplicationRecord.OwnShare? {
            ApplicationRecord.OwnShare(part.count { $0.wasInterviewed }, of: part.count)
        }
        let (referred, cold) = (settled.filter(\.isReferred), settled.filter { !$0.isReferred })
        return ApplicationRecord(
            waiting: warm.compactMap { waiting($0, survival, names[$0.role.company]) },
            cooledDownCount: silent.count - warm.count, windowDays: constants.windowDays,
            answered: .init(answered.count, of: settled.count), interviewed: share(settled),
            offered: .init(settled.count(where: \.wasOffered), of: settled.count),
            referral: share(referred).flatMap { referred in
                share(cold).map { cold in
                    .init(
                        referred: referred, cold: cold,
                        riskRatio: IntervalEstimate(
                            ratioOf: referred.count, of: referred.total, to: cold.count, of: cold.total))
                }
            })
    }

    /// The roles that the seeker applied for, in the order of the network.
    private var ownApplications: [OwnApplication] {
        let applied = network.opportunities.map(\.firstApplied)
        var words = [WordsSince](repeating: WordsSince(), count: applied.count)
        for touch in situation.history.touches {
            guard let role = touch.opportunity, let day = applied[role], touch.day >= day else { continue }
            words[role].isAddressed = true
            guard touch.direction.hasTheirWord else { continue }
            words[role].answered = min(words[role].answered ?? touch.day, touch.day)
        }
        return network.opportunities.indices.compactMap { place in
            applied[place].map { OwnApplication(network.opportunities[place], applied: $0, words[place]) }
        }
    }

    /// Whether an application has had no word, and no one was asked about it.
    private func isWaiting(_ application: OwnApplication) -> Bool {
        let role = application.role
        return application.answered == nil && role.currentStage?.stage == .applied && !role.doNotContact
            && role.notBefore.map { $0 <= asOf.day } ?? true && !application.isAddressed
    }

    private func waiting(
        _ application: OwnApplication, _ survival: ApplicationSurvival, _ there: CompanyContacts?
    ) -> WaitingApplication? {
        guard let position = situation.index.position(of: application.role.company) else { return nil }
        let days = max(0, asOf.day - application.applied)
        let contacts = (there?.now ?? []).filter { $0.onHold == nil }.prefix(3).map(\.person)
        return WaitingApplication(
            opportunity: application.role.id, title: application.role.title,
            company: application.role.company, companyName: network.companies[position].name,
            applied: application.applied, silentDays: days,
            answeredByNow: survival.shareAnswered(afterDays: Double(days)),
            answerProbability: 1 - survival.probabilityOfNoAnswer(daysSilent: Double(days)),
            contacts: Array(contacts),
            introduction: contacts.isEmpty
                ? there?.introductions.first.map { .init(through: $0.through, person: $0.member.person) }
                : nil)
    }
}

/// What was said about a role since the seeker applied for it.
private struct WordsSince {
    /// Whether anyone was in touch about it.
    var isAddressed = false
    /// When the first word of the other side came.
    var answered: CalendarDay?
}

extension Opportunity {
    /// When the seeker first applied; `nil` if they did not.
    fileprivate var firstApplied: CalendarDay? {
        stages.lazy.filter { $0.stage == .applied }.map(\.date.day).min()
    }
}

/// An application as far as it has come.
private struct OwnApplication {
    let role: Opportunity
    /// When it was sent.
    let applied: CalendarDay
    /// Whether anyone was in touch about it since.
    let isAddressed: Bool
    /// When the employer's first word came.
    let answered: CalendarDay?
    /// When the seeker withdrew before any word.
    let withdrawn: CalendarDay?
    let wasInterviewed: Bool
    let wasOffered: Bool
    /// Whether someone inside handed in the seeker's name.
    let isReferred: Bool

    init(_ role: Opportunity, applied: CalendarDay, _ words: WordsSince) {
        self.role = role
        self.applied = applied
        isAddressed = words.isAddressed
        let theirs = role.stages.filter { ![.applied, .withdrawn].contains($0.stage) }.map(\.date.day)
        answered = (theirs + [words.answered].compactMap(\.self)).filter { $0 >= applied }.min()
        withdrawn = answered == nil ? role.stages.first { $0.stage == .withdrawn }?.date.day : nil
        wasInterviewed = role.progress > 2
        wasOffered = role.stages.contains { [.offer, .accepted].contains($0.stage) }
        isReferred = role.participants.contains { $0.role == .insider }
    }

    /// Whether its window is over. One answered sooner waits for that, too: else the answered would be counted before the
    /// silent. One withdrawn before that and before any word never counts; one withdrawn later was silent.
    func isSettled(by day: CalendarDay, within window: Double) -> Bool {
        Double(min(day, withdrawn ?? day) - applied) >= window
    }

    func isAnswered(within window: Double) -> Bool {
        answered.map { Double($0 - applied) <= window } ?? false
    }
}
