import Playbook
import RankingModel
import ReferralAnalysis
import ReferralGraph

/// Applications without a reply, in words: how long, what is still likely, and who to ask there.
struct ApplicationText {
    private let names: [PersonID: String]

    init(in network: ReferralNetwork) {
        names = Dictionary(network.people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Writes the waiting ones under a heading; nothing without any.
    /// - Parameters:
    ///   - count: How many to name.
    ///   - more: The command that lists the others.
    func write(_ waiting: [WaitingApplication], first count: Int, more: String, to block: inout TextBlock) {
        guard !waiting.isEmpty else { return }
        block.heading("Applications without a reply (\(waiting.count))")
        for application in waiting.prefix(count) {
            block.wrapped(
                "\(application.companyName) · \(application.title): \(odds(of: application))", after: "  ",
                deeper: 2)
            block.wrapped(advice(on: application), after: "    ", deeper: 2)
        }
        if waiting.count > count {
            block.wrapped("\(waiting.count - count) more: \(more)", after: "  ", paint: .dim)
        }
    }

    /// `applied 12 days ago; 46% of those who reply have by now, 23% likely in the next 30 days`.
    func odds(of application: WaitingApplication) -> String {
        let ago =
            application.silentDays == 0
            ? "applied today" : "applied \(Wording.count(application.silentDays, "day")) ago"
        return
            "\(ago); \(Wording.percent(application.answeredByNow)) of the employers who reply have by now, "
            + "\(Wording.percent(application.answerProbability)) likely in the next "
            + "\(Int(SilenceModel.horizonDays)) days"
    }

    /// Who to ask there.
    func advice(on application: WaitingApplication) -> String {
        let there = application.contacts.compactMap { names[$0] }
        if !there.isEmpty {
            return "ask \(there.joined(separator: ", or ")), who \(there.count > 1 ? "work" : "works") there"
        }
        if let way = application.introduction, let through = names[way.through],
            let person = names[way.person]
        {
            return "ask \(through) to introduce you to \(person), who works there"
        }
        return "you know no one there: find a person who can hand in your name"
    }

    /// From how many outcomes on the seeker's own shares are said.
    private static let fewestOutcomes = 5

    /// The seeker's own shares beside other people's, and what a referral did; nothing before a few outcomes.
    static func shares(of record: ApplicationRecord) -> [String] {
        var lines: [String] = []
        guard record.answered.map({ $0.total >= fewestOutcomes }) ?? false else { return [] }
        if let answered = record.answered, let interviewed = record.interviewed {
            lines.append(
                "\(answered.count) of \(Wording.count(answered.total, "application")) answered within "
                    + "\(Wording.fixed(record.windowDays, 0)) days, \(JobLogText.percent(answered.share)); elsewhere: "
                    + MeasuredFact.applicationAnswered.finding)
            lines.append(
                "\(interviewed.count) of \(interviewed.total) led to an interview, "
                    + "\(JobLogText.percent(interviewed.share)); elsewhere: "
                    + MeasuredFact.applicationInterview.finding)
        }
        if let referral = record.referral {
            lines.append(
                "with someone inside \(referral.referred.count) of \(referral.referred.total) led to an interview, without "
                    + "\(referral.cold.count) of \(referral.cold.total): "
                    + "\(JobLogText.times(referral.riskRatio)) times as likely (selection, not cause)")
        }
        return lines
    }
}
