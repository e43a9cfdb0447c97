import Playbook
import RankingModel
package import ReferralAnalysis
package import ReferralGraph

/// Applications without a reply, in words: how long, what is still likely, and who to ask there.
package struct ApplicationText {
    /// What stands above them.
    package static let heading = "Applications without a reply"

    private let names: [PersonID: String]

    /// Makes the words for the applications of a network.
    package init(in network: ReferralNetwork) {
        names = Dictionary(network.people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Writes the waiting ones under a heading; nothing without any.
    /// - Parameters:
    ///   - count: How many to name.
    ///   - more: The command that lists the others.
    func write(_ waiting: [WaitingApplication], first count: Int, more: String, to block: inout TextBlock) {
        guard !waiting.isEmpty else { return }
        block.heading("\(Self.heading) (\(waiting.count))")
        for application in waiting.prefix(count) {
            block.wrapped(
                "\(application.companyName) · \(application.title): \(odds(of: application))", after: "  ",
                deeper: 2)
            if let advice = advice(on: application) { block.wrapped(advice, after: "    ", deeper: 2) }
        }
        for note in notes(on: waiting.prefix(count)) { block.wrapped(note, after: "  ", deeper: 2) }
        if waiting.count > count {
            block.wrapped("\(waiting.count - count) more: \(more)", after: "  ", paint: .dim)
        }
    }

    /// `applied 12 days ago; 46% of those who reply have by now, 23% likely in the next 30 days`.
    package func odds(of application: WaitingApplication) -> String {
        return
            "\(Self.age(of: application)); \(Wording.percent(application.answeredByNow)) of the employers who reply have by now, "
            + "\(Wording.percent(application.answerProbability)) likely in the next "
            + "\(Int(SilenceModel.horizonDays)) days"
    }

    /// `applied 12 days ago`.
    private static func age(of application: WaitingApplication) -> String {
        application.silentDays == 0
            ? "applied today" : "applied \(Wording.count(application.silentDays, "day")) ago"
    }

    /// Who to ask there; `nil` where the seeker knows no one.
    package func advice(on application: WaitingApplication) -> String? {
        let there = application.contacts.compactMap { names[$0] }
        if !there.isEmpty {
            return "ask \(there.joined(separator: ", or ")), who \(there.count > 1 ? "work" : "works") there"
        }
        if let way = application.introduction, let through = names[way.through],
            let person = names[way.person]
        {
            return "ask \(through) to introduce you to \(person), who works there"
        }
        return nil
    }

    /// The seeker's own shares beside other people's, and what a referral did; nothing before a few outcomes.
    static func shares(of record: ApplicationRecord) -> [String] {
        guard let funnel = ApplicationFunnel(record) else { return [] }
        return funnel.lines + [referral(record)].compactMap(\.self)
    }

    /// What a referral did; `nil` unless there are settled applications with one and without one.
    static func referral(_ record: ApplicationRecord) -> String? {
        record.referral.map { referral in
            "with someone inside \(referral.referred.count) of \(referral.referred.total) led to an interview, without "
                + "\(referral.cold.count) of \(referral.cold.total): "
                + "\(Wording.times(referral.riskRatio)) times as likely (selection, not cause)"
        }
    }

    /// What is said once for all of them: where the seeker knows no one, and that the percentages of old ones are hopeful.
    package func notes(on waiting: some Sequence<WaitingApplication>) -> [String] {
        let strange = waiting.filter { advice(on: $0) == nil }.map(\.companyName).uniqued()
        let unknown =
            strange.isEmpty
            ? nil
            : "you know no one at \(Wording.first(3, of: strange).joined(separator: ", ")): find a person who can hand in your name"
        return [unknown, Self.hope(of: waiting)].compactMap(\.self)
    }

    /// That the percentages of old applications are too hopeful; `nil` where none is old.
    private static func hope(of waiting: some Sequence<WaitingApplication>) -> String? {
        waiting.contains { $0.silentDays >= 14 }
            ? "the older an application, the more hopeful its percentage: \(MeasuredFact.applicationSilent.finding) "
                + "(\(MeasuredFact.applicationSilent.source))"
            : nil
    }
}
