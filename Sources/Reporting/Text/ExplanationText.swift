import Playbook
import RankingModel
public import ReferralAnalysis
public import ReferralGraph

/// Everything about one person for reading.
public struct ExplanationText: ReadableReport {
    private let explanation: PersonExplanation
    private let network: ReferralNetwork
    private let today: CalendarDay
    private let names: [PersonID: String]

    /// Makes the text of an explanation.
    public init(_ explanation: PersonExplanation, in network: ReferralNetwork, today: CalendarDay) {
        self.explanation = explanation
        self.network = network
        self.today = today
        names = Dictionary(network.people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        let role = [explanation.title, explanation.company].compactMap(\.self)
        block.wrapped(([explanation.name] + role).joined(separator: " · "), paint: .bold)
        sorting(&block)
        standing(&block, style)
        changes(&block)
        lineage(&block)
        shared(&block)
        value(&block, style)
        replyOdds(&block, style)
        clock(&block)
        threads(&block, style)
        acquaintances(&block)
        contacts(&block)
        return block
    }

    /// How the seeker sorts them.
    func sorting(_ block: inout TextBlock) {
        if let known = explanation.known {
            let day = explanation.knownOn.map { ", \($0.words(relativeTo: today))" } ?? ""
            block.wrapped("\(Wording.acquaintance(known)) (triage\(day))")
        }
        if let tags = explanation.tags { block.wrapped("Tags: \(tags.joined(separator: ", "))") }
    }

    func standing(_ block: inout TextBlock, _ style: TextStyle) {
        let reasons = PlainReasons(in: network, today: today)
        if let contact = explanation.contact {
            block.wrapped(
                "Number \(contact.rank) in the \(style.avoidsCalls ? "" : "call ")list: \(Wording.action(contact.action)) · "
                    + Wording.when(contact, today: today), paint: .amber)
            block.wrapped(contact.action.say, after: "  say  ")
            for part in reasons.then(contact.parts) {
                block.wrapped(
                    [Wording.action(part.action), part.when].compactMap(\.self).joined(separator: " · "),
                    after: "  then ", paint: .amber)
                block.wrapped(part.action.say, after: "  say  ")
            }
            block.wrapped(reasons.clauses(contact.basis).joined(separator: "; "), after: "  why  ")
            if !contact.rules.isEmpty {
                block.wrapped(contact.rules.map(Wording.rule).joined(separator: ", "), after: "  rule ")
                for fact in contact.rules.compactMap(\.measured).uniqued() { measured(fact, &block) }
            }
        } else if let withheld = explanation.withheld {
            let until = withheld.until.map { " until \($0.longWords)" } ?? ""
            let rule = withheld.rule.map { " · \(Wording.rule($0))" } ?? ""
            block.wrapped("On hold\(until): \(withheld.reason)\(rule)", paint: .amber)
        } else if explanation.worth == nil {
            block.wrapped("The job seeker.")
        }
        for step in explanation.upcoming where explanation.contact?.parts?.contains(step) != true {
            block.wrapped(
                "\(step.action.what) · \(Wording.due(step.earliest, today: today)) · \(step.rule.rawValue)",
                after: "  next ")
            for holiday in reasons.holidays(before: step) { block.wrapped(holiday, after: "       ") }
        }
        for waiting in explanation.suppressed {
            let what = waiting.step.action.what.lowercasedFirst
            block.wrapped(
                "\(what) \(waiting.until == nil ? "falls away" : "waits"): \(waiting.because) · \(waiting.rule.rawValue)",
                after: "  held ")
        }
    }

    /// What data says about the numbers of a rule.
    private func measured(_ fact: MeasuredFact, _ block: inout TextBlock) {
        block.wrapped("\(fact.finding) (\(fact.source))", after: "  data ", paint: .dim)
    }

    func lineage(_ block: inout TextBlock) {
        let lineage = explanation.lineage
        guard lineage.length > 0 || lineage.rejection != nil else { return }
        block.heading("How they came into the network")
        if let rejection = lineage.rejection,
            let role = network.opportunities.first(where: { $0.id == rejection })
        {
            let company = network.companies.first { $0.id == role.company }.map { " at \($0.name)" } ?? ""
            block.wrapped("the no on “\(role.title)”\(company)", after: "  ")
        }
        let chain = lineage.steps.map { step in
            (names[step.person] ?? step.person.text)
                + (step.referred.map { " (\($0.words(relativeTo: today)))" } ?? "")
        }
        block.wrapped((["you"] + chain).joined(separator: " → "), after: "  ")
    }

    /// What they have in common with the seeker from earlier.
    func shared(_ block: inout TextBlock) {
        guard let shared = explanation.shared else { return }
        block.heading("What you have in common")
        for past in shared {
            block.wrapped(SharedPastText(past, today: today).inFull, after: "  ")
        }
    }

    private func value(_ block: inout TextBlock, _ style: TextStyle) {
        guard let worth = explanation.worth else { return }
        block.heading(
            "What a \(style.avoidsCalls ? "message" : "call") is worth"
                + (Wording.visible(worth.value, 3).map { ": \($0)" } ?? ""))
        var rest = explanation.valueReasons[...]
        for reason in rest.prefix(8) {
            guard let number = Wording.visible(reason.number, 4) else { break }
            self.reason(reason, number: number, &block, style)
            rest.removeFirst()
        }
        if !rest.isEmpty {
            let sum = Wording.visible(rest.reduce(0) { $0 + $1.number }, 4)
            block.wrapped(
                Wording.count(rest.count, "smaller one"), after: sum.map { "  \($0)  " } ?? "          ",
                paint: sum == nil ? .dim : .plain)
        }
        if !worth.contributions.contains(where: { $0.kind == .direct }) {
            for factor in worth.direct.factors {
                block.wrapped(factor, after: "          ", paint: .dim)
            }
        }
        for assumption in worth.assumptions {
            block.wrapped("assumed: \(assumption)", after: "          ", paint: .dim)
        }
        block.wrapped("reach \(Wording.percent(worth.reach)) of your next acquaintances", after: "  ")
    }

    private func replyOdds(_ block: inout TextBlock, _ style: TextStyle) {
        guard let worth = explanation.worth else { return }
        block.blank()
        block.wrapped(
            "\(explanation.replyRecord?.answersWithin ?? "Answers"): \(Wording.odds(worth.replyProbability))",
            paint: .bold)
        for reason in explanation.replyReasons {
            self.reason(reason, number: Wording.signed(reason.number, 3), &block, style)
        }
        let basis = explanation.replyBasis ?? worth.evidence
        block.wrapped("log-odds; \(basis)", after: "  ", paint: .dim)
        for odds in explanation.replyByPurpose ?? [] {
            block.wrapped(Self.words(odds), after: "  ", deeper: 2)
        }
        if let record = explanation.replyRecord {
            block.wrapped(record.summary, after: "  ", paint: .dim)
            if !record.isCalibrated {
                block.wrapped(
                    "until about \(record.asksUntilCalibrated) requests have an outcome, trust the order, not the percentages",
                    after: "  ", paint: .dim)
            }
        }
    }

    /// `if you ask for advice or a conversation 62%: of your 14 such requests 9 were answered, 7 were to be expected`.
    private static func words(_ odds: PersonExplanation.PurposeOdds) -> String {
        let what =
            switch odds.purpose {
            case .other: "anything else"
            case .work: "work"
            case .advice: "advice or a conversation"
            }
        let ground =
            switch odds.asks {
            case 0: "assumed, after eight seekers' logs; none of yours has an outcome yet"
            case 1:
                "your only such request was \(odds.answers == 1 ? "" : "not ")answered; the rest is assumed, after eight "
                    + "seekers' logs"
            default:
                "of your \(odds.asks) such requests \(odds.answers) \(odds.answers == 1 ? "was" : "were") answered, where "
                    + "\(Wording.fixed(odds.expectedAnswers, 0)) could be expected"
            }
        return "if you ask for \(what) \(Wording.percent(odds.probability)): \(ground)"
    }

    /// A number with its name and formula, and the evidence below.
    private func reason(_ reason: Reason, number: String, _ block: inout TextBlock, _ style: TextStyle) {
        let margin = "  \(number)  "
        let formula = reason.formula.isEmpty ? "" : ": \(reason.formula)"
        block.wrapped(reason.label + formula, after: margin)
        for fact in reason.evidence {
            block.wrapped(fact, after: String(repeating: " ", count: margin.count), paint: .dim)
        }
    }

    /// What would move the person up or down.
    private func changes(_ block: inout TextBlock) {
        guard let changes = explanation.rankChanges else { return }
        func line(_ change: RankChange) -> String {
            let rule = change.rule.map { " · \($0.rawValue)" } ?? ""
            return "if \(change.condition): "
                + (change.rank.map { "rank \($0)" } ?? "not in the list") + rule
        }
        let tried = Wording.count(changes.triedCount, "change")
        if let up = changes.up {
            block.wrapped(line(up), after: "  up   ")
        } else {
            block.wrapped(
                changes.rank == 1 ? "already first" : "none of the \(tried) tried would do it",
                after: "  up   ")
        }
        if let down = changes.down {
            block.wrapped(line(down), after: "  down ")
        } else if changes.rank != nil {
            block.wrapped("none of the \(tried) tried would do it", after: "  down ")
        }
    }

    func clock(_ block: inout TextBlock) {
        guard let clock = explanation.vacancyClock else { return }
        block.heading("Vacancy clock · \(Rule.vacancyClock.rawValue)")
        let reports =
            Wording.fixed(clock.reports, 0)
            + (clock.isRecorded ? " direct reports" : " direct reports (assumed)")
        block.wrapped(
            "\(reports) who stay \(Wording.fixed(clock.tenureMonths.lowerBound, 0)) to "
                + "\(Wording.fixed(clock.tenureMonths.upperBound, 0)) months: next opening expected in "
                + "\(Wording.fixed(clock.expectedWaitMonths.lowerBound, 1)) to "
                + "\(Wording.fixed(clock.expectedWaitMonths.upperBound, 1)) months; within "
                + "\(Wording.fixed(clock.horizonMonths, 0)) months with "
                + "\(Wording.percent(clock.openingProbability.lowerBound)) to "
                + "\(Wording.percent(clock.openingProbability.upperBound))", after: "  ")
        for signal in clock.signals { block.wrapped(signal, after: "  ") }
    }

    func threads(_ block: inout TextBlock, _ style: TextStyle) {
        guard !explanation.threads.isEmpty else { return }
        block.heading("Threads")
        for thread in explanation.threads {
            let about = thread.opportunity.flatMap { id in network.opportunities.first { $0.id == id }?.title
            }
            let subject = about.map { " · \($0)" } ?? ""
            let state =
                thread.closure ?? thread.step.map {
                    "\($0.action.what), \(Wording.deadline($0.due, today: today)) · \($0.rule.rawValue)"
                } ?? ""
            block.wrapped(
                "\(thread.kind.rawValue)\(subject) · since \(thread.since.words(relativeTo: today)) · \(state)",
                after: "  ")
            if let silence = thread.silence {
                block.wrapped(StalledText.odds(silence), after: "    ", paint: .dim)
            }
        }
    }

    func acquaintances(_ block: inout TextBlock) {
        guard !explanation.acquaintances.isEmpty else { return }
        block.heading(
            "Knows \(Wording.count(explanation.acquaintances.count, "person", "people")) in your network")
        for other in explanation.acquaintances.prefix(12) {
            let stranger = other.isContact ? "" : " · not in touch with you"
            block.wrapped(
                "\(names[other.person] ?? other.person.text) · \(other.evidence)\(stranger)", after: "  ",
                about: other.person)
        }
        if explanation.acquaintances.count > 12 {
            block.wrapped("and \(explanation.acquaintances.count - 12) more", after: "  ")
        }
    }

    private func contacts(_ block: inout TextBlock) {
        guard !explanation.recentContacts.isEmpty else { return }
        block.heading("Last contacts")
        for contact in explanation.recentContacts {
            let subject = contact.subject.map { " · \($0)" } ?? ""
            block.wrapped(
                "\(contact.date.day.words(relativeTo: today)) · \(Wording.channel(contact.channel)) · "
                    + "\(contact.direction.rawValue)\(subject)", after: "  ")
        }
    }
}
