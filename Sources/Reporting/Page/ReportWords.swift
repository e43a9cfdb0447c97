import Playbook
import RankingModel
import ReferralAnalysis
import ReferralGraph

/// Puts a report into words.
struct ReportWords {
    let report: NetworkReport
    let network: ReferralNetwork
    let title: String
    let today: CalendarDay
    /// Whether the seeker makes no calls.
    let avoidsCalls: Bool
    /// Whether rejections are not spoken of.
    let isQuiet: Bool
    private let names: [PersonID: String]
    private let opportunities: [OpportunityID: Opportunity]

    private static let partsAtMost = 6
    private static let threadsAtMost = 30
    private static let closedAtMost = 10
    private static let chainsAtMost = 20
    private static let monthsAtMost = 12

    init(
        _ report: NetworkReport, in network: ReferralNetwork, title: String, avoidsCalls: Bool, isQuiet: Bool
    ) {
        self.avoidsCalls = avoidsCalls
        self.isQuiet = isQuiet
        self.report = report
        self.network = network
        self.title = title
        today = report.asOf.day
        names = network.people.keyed(by: \.id, \.name)
        opportunities = network.opportunities.keyed(by: \.id)
    }

    /// - Complexity: O(size of the report x length of the chains).
    var content: ReportContent {
        ReportContent(
            title: title, subtitle: subtitle, figures: figures,
            sections: [callList, stalled, plan] + (isQuiet ? [] : [chains]) + [applications, replies],
            notes: notes)
    }

    func name(_ person: PersonID) -> String { names[person] ?? person.text }

    // MARK: Beginning and end

    private var subtitle: String {
        [
            "As of \(today.longWords)", Wording.count(network.people.count - 1, "person", "people"),
            Wording.count(network.companies.count, "company", "companies"),
        ].joined(separator: " · ")
    }

    private var figures: [ReportContent.Figure] {
        let live = network.opportunities.count(where: \.isLive)
        let stalled = report.stalled.threads.count { $0.kind != .closed }
        let due = report.next.contacts.count(where: \.isDue)
        return [
            .init(number: String(due), words: due == 1 ? "step is due" : "steps are due"),
            .init(
                number: String(stalled), words: stalled == 1 ? "thread has stalled" : "threads have stalled"),
            .init(number: String(live), words: live == 1 ? "application is open" : "applications are open"),
            .init(
                number: report.replies.all.rate.map(Wording.percent) ?? "–",
                words: "of your requests were answered"),
        ]
    }

    private var notes: [String] {
        var notes = PlainReasons(in: network, today: today).notes(report.next.bookkeeping, limit: 10)
        for caveat in report.next.caveats + report.plan.caveats where !notes.contains(caveat) {
            notes.append(caveat)
        }
        return notes
    }

    // MARK: The call list

    private var callList: ReportContent.Section {
        let grounds = report.grounds.keyed(by: \.person)
        let entries = report.next.contacts.map { ($0.isDue, entry($0, grounds[$0.person])) }
        let rest = report.next.contactCount - entries.count
        var groups = [
            ReportContent.Group(
                heading: CallListText.dueHeading, entries: entries.filter(\.0).map(\.1)),
            ReportContent.Group(
                heading: CallListText.otherHeading(avoidsCalls: avoidsCalls),
                entries: entries.filter { !$0.0 }.map(\.1),
                rest: rest > 0 ? "and \(rest) more" : nil),
        ]
        groups.removeAll { $0.entries.isEmpty }
        let withheld = report.next.withheld.count
        return ReportContent.Section(
            id: "next", title: "Who to contact next",
            introduction: groups.isEmpty
                ? "There is no one to contact now."
                : withheld > 0
                    ? "\(Wording.count(withheld, "more person is", "more people are")) on hold."
                    : nil,
            groups: groups)
    }

    private func entry(_ contact: NextContact, _ grounds: ContactGrounds?) -> ReportContent.Entry {
        var facts = [ReportContent.Fact(label: "Say", text: contact.action.say)]
        for part in PlainReasons(in: network, today: today).then(contact.parts) {
            let when = part.when.map { " · \($0)" } ?? ""
            facts.append(.init(label: "Then", text: Wording.action(part.action) + when))
            facts.append(.init(label: "Say", text: part.action.say))
        }
        facts += contact.alsoDue.filter { contact.parts?.contains($0) != true }.map {
            .init(label: "Also", text: "\($0.action.what) · \($0.rule.rawValue)")
        }
        if !contact.rules.isEmpty {
            facts.append(.init(label: "Rule", text: contact.rules.map(Wording.rule).joined(separator: ", ")))
        }
        if let lineage = grounds?.lineage, lineage.length > 0 {
            facts.append(.init(label: "Came by", text: path(lineage)))
        }
        return ReportContent.Entry(
            mark: String(contact.rank), tone: contact.isDue ? .due : .plain, name: contact.name,
            role: role(contact.title, contact.company), gist: Wording.action(contact.action),
            when: Wording.when(contact, today: today), person: contact.person, facts: facts,
            sums: grounds.map { sums(contact.worth, $0) } ?? [])
    }

    private func sums(_ worth: ContactWorth, _ grounds: ContactGrounds) -> [ReportContent.Sum] {
        [
            .init(
                title: "What a \(avoidsCalls ? "message" : "call") is worth"
                    + (Wording.visible(worth.value, 4).map { ": \($0)" } ?? ""),
                parts: parts(of: grounds.value.filter { Wording.visible($0.number, 4) != nil }) {
                    Wording.fixed($0, 4)
                },
                notes: worth.assumptions.map { "assumed: \($0)" }),
            .init(
                title: "\(report.next.replyRecord.answersWithin): \(Wording.odds(worth.replyProbability))",
                parts: parts(of: grounds.reply) { Wording.signed($0, 3) },
                notes: [grounds.replyBasis].compactMap(\.self)),
        ]
    }

    private func parts(of reasons: [Reason], _ number: (Double) -> String) -> [ReportContent.Sum.Part] {
        let largest = reasons.map { abs($0.number) }.max() ?? 0
        func part(_ label: String, _ grounds: String, _ value: Double) -> ReportContent.Sum.Part {
            .init(
                label: label, grounds: grounds, number: number(value),
                share: largest > 0 ? max(-1, min(1, value / largest)) : 0)
        }
        let shown = reasons.prefix(reasons.count == Self.partsAtMost + 1 ? reasons.count : Self.partsAtMost)
        let rest = reasons.dropFirst(shown.count)
        let sum = rest.reduce(0) { $0 + $1.number }
        return shown.map { part($0.label, ([$0.formula] + $0.evidence).joined(separator: " · "), $0.number) }
            + (rest.isEmpty ? [] : [part("\(rest.count) smaller ones", "", sum)])
    }

    private func role(_ title: String?, _ company: String?) -> String {
        [title, company].compactMap(\.self).joined(separator: " · ")
    }

    private func path(_ lineage: Lineage) -> String {
        (["you"] + lineage.steps.map { name($0.person) }).joined(separator: " → ")
    }

    // MARK: Threads

    private var stalled: ReportContent.Section {
        let groups = StalledText.headings.compactMap { kind, heading -> ReportContent.Group? in
            let threads = report.stalled.threads(of: kind)
            let shown = threads.prefix(kind == .closed ? Self.closedAtMost : Self.threadsAtMost)
            guard !threads.isEmpty else { return nil }
            return ReportContent.Group(
                heading: "\(heading) (\(threads.count))", entries: shown.map { entry($0, kind) },
                rest: threads.count > shown.count ? "and \(threads.count - shown.count) more" : nil)
        }
        let cooled = report.stalled.cooledDownCount
        return ReportContent.Section(
            id: "stalled", title: "Stalled threads",
            introduction: cooled > 0
                ? StalledText.cooledDown(report.stalled) : groups.isEmpty ? "No thread has stalled." : nil,
            groups: groups)
    }

    private func entry(_ thread: StalledThread, _ kind: StalledThread.Kind) -> ReportContent.Entry {
        let about = thread.opportunity.flatMap { opportunities[$0]?.title } ?? ""
        guard let step = thread.step else {
            return ReportContent.Entry(
                name: name(thread.person), role: about, gist: thread.closure ?? "",
                when: thread.since.words(relativeTo: today), person: thread.person)
        }
        var facts = [
            ReportContent.Fact(label: "Silence", text: StalledText.silence(of: thread, today: today)),
            .init(label: "Say", text: step.action.say), .init(label: "Rule", text: Wording.rule(step.rule)),
        ]
        if let odds = thread.silence { facts.append(.init(label: "Odds", text: StalledText.odds(odds))) }
        return ReportContent.Entry(
            tone: kind == .theyOwe ? .waiting : .due, name: name(thread.person), role: about,
            gist: Wording.action(step.action), when: Wording.deadline(step.due, today: today),
            person: thread.person, facts: facts)
    }

    // MARK: The plan

    private var plan: ReportContent.Section {
        let text = OutreachPlanText(report.plan, in: network, title: title, today: today)
        let reasons = PlainReasons(in: network, today: today)
        return ReportContent.Section(
            id: "plan", title: "The plan", introduction: text.summary,
            groups: report.plan.days.filter { !$0.calls.isEmpty }.map { day in
                ReportContent.Group(
                    heading: OutreachPlanText.heading(of: day),
                    entries: day.calls.map { call in
                        var facts = [ReportContent.Fact(label: "Say", text: call.action.say)]
                        facts.append(.init(label: "Why", text: OutreachPlanText.why(call, reasons)))
                        if let rule = call.rule {
                            facts.append(.init(label: "Rule", text: Wording.rule(rule)))
                        }
                        return ReportContent.Entry(
                            mark: call.startMinute.map(Wording.clock) ?? "any time", name: call.name,
                            role: role(call.title, call.company),
                            gist: OutreachPlanText.action(of: call), person: call.person, facts: facts)
                    })
            })
    }

    // MARK: What came of a no

    private var chains: ReportContent.Section {
        let shown = report.chains.prefix(Self.chainsAtMost)
        let rest = report.chains.count - shown.count
        return ReportContent.Section(
            id: "chains", title: "What each no led to",
            introduction: shown.isEmpty ? "No rejection has led to anyone so far." : nil,
            groups: shown.isEmpty
                ? []
                : [
                    .init(entries: shown.map(entry), rest: rest > 0 ? "and \(rest) more" : nil)
                ])
    }

    private func entry(_ chain: ReferralChain) -> ReportContent.Entry {
        let people = chain.members.filter { $0.outcome != .declined }.map(\.person)
        return ReportContent.Entry(
            tone: chain.offerCount > 0 ? .offer : .refused, name: chain.rejection?.title ?? chain.beginning,
            role: chain.rejection?.companyName ?? "", gist: chain.headline,
            when: chain.rejection.map { "no on \($0.day.words(relativeTo: today))" } ?? "",
            facts: [
                .init(label: "People", text: Wording.first(20, of: people.map(name)).joined(separator: ", "))
            ])
    }

    // MARK: Charts

    private var applications: ReportContent.Section {
        let funnel = report.funnel
        let total = max(1, funnel.total)
        let standing = funnel.standing.map { "\($0.opportunities) \(Wording.stage($0.stage))" }
        let chart = ReportContent.Chart(
            title: "How far they came, at least", columns: ("Stage", "Applications"),
            bars: funnel.steps.map { step in
                .init(
                    label: Wording.stage(step.stage).capitalizedFirst,
                    share: Double(step.opportunities) / Double(total), words: String(step.opportunities))
            }, note: standing.isEmpty ? nil : "Now: \(standing.joined(separator: ", ")).")
        let beside = ApplicationFunnel(report.applications).map(beside)
        return ReportContent.Section(
            id: "applications", title: "Applications",
            introduction: funnel.total == 0
                ? "None is recorded."
                : "\(Wording.count(funnel.total, "role")) you applied or were considered for.",
            groups: waiting.entries.isEmpty ? [] : [waiting],
            charts: funnel.total == 0 ? [] : [chart] + [beside].compactMap(\.self))
    }

    /// Each stage of one's own applications, with that of other people below.
    private func beside(_ funnel: ApplicationFunnel) -> ReportContent.Chart {
        ReportContent.Chart(
            title: "Your \(funnel.total) with an outcome, beside other people’s",
            columns: ("Stage", "Share [95%]"),
            bars: funnel.steps.flatMap { step in
                let own = ReportContent.Chart.Bar(
                    label: step.label.capitalizedFirst, share: step.share.value,
                    words: Wording.percent(step.share))
                guard let elsewhere = step.elsewhere, let words = step.elsewhereWords else { return [own] }
                return [own, .init(label: "Elsewhere", share: elsewhere.value, words: words)]
            }, note: ApplicationText.referral(report.applications)?.capitalizedFirst)
    }

    /// The applications without a reply, and who to ask about each.
    private var waiting: ReportContent.Group {
        let text = ApplicationText(in: network)
        let waiting = report.applications.waiting
        let shown = waiting.prefix(Self.threadsAtMost)
        let more = waiting.count > shown.count ? ["and \(waiting.count - shown.count) more"] : []
        let rest = more + text.notes(on: shown).map(\.capitalizedFirst)
        return ReportContent.Group(
            heading: "\(ApplicationText.heading) (\(waiting.count))",
            entries: shown.map {
                ReportContent.Entry(
                    tone: .waiting, name: $0.companyName, role: $0.title,
                    gist: text.advice(on: $0)?.capitalizedFirst ?? "", when: text.odds(of: $0))
            },
            rest: rest.isEmpty ? nil : rest.joined(separator: ". "))
    }

    private var replies: ReportContent.Section {
        let rates = report.replies
        let months = rates.byMonth.suffix(Self.monthsAtMost)
        let open = rates.all.open
        let days = Wording.days(rates.windowDays)
        return ReportContent.Section(
            id: "replies", title: "Replies",
            introduction: rates.all.settled + open == 0
                ? "No request is recorded."
                : "Answered within \(days): \(rates.all.answered) of \(rates.all.settled) requests"
                    + (open > 0 ? "; \(open) still \(open == 1 ? "has" : "have") time." : "."),
            charts: [
                .init(
                    title: "By channel", columns: ("Channel", "Answered"),
                    bars: rates.byChannel.map { bar(Wording.channel($0.channel).capitalizedFirst, $0.tally) }),
                .init(
                    title: "By month", columns: ("Month", "Answered"),
                    bars: months.map { bar(Wording.month($0.month), $0.tally) }),
            ].filter { !$0.bars.isEmpty })
    }

    private func bar(_ label: String, _ tally: ReplyRates.Tally) -> ReportContent.Chart.Bar {
        let words = tally.rate.map { "\(tally.answered) of \(tally.settled) · \(Wording.percent($0))" }
        return .init(
            label: label, share: tally.rate ?? 0,
            words: words ?? (tally.open > 0 ? "\(tally.open) still open" : "none"))
    }
}
