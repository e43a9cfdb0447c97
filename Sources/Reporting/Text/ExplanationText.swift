public import ReferralAnalysis
public import ReferralGraph

/// Everything about one person for reading.
public struct ExplanationText {
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

    /// Writes the text for a terminal.
    public func rendered(in style: TextStyle) -> String {
        var block = TextBlock(style: style)
        let role = [explanation.title, explanation.company].compactMap(\.self)
        block.wrapped(([explanation.name] + role).joined(separator: " · "), paint: style.bold)
        standing(&block, style)
        lineage(&block)
        value(&block, style)
        replyOdds(&block, style)
        clock(&block)
        threads(&block, style)
        acquaintances(&block)
        contacts(&block)
        return block.text
    }

    func standing(_ block: inout TextBlock, _ style: TextStyle) {
        if let contact = explanation.contact {
            block.wrapped(
                "Number \(contact.rank) of the call list: \(Wording.action(contact.action)) · "
                    + Wording.when(contact, today: today), paint: style.amber)
            block.wrapped(contact.action.say, after: "  say  ")
            if !contact.rules.isEmpty {
                block.wrapped(contact.rules.map(Wording.rule).joined(separator: ", "), after: "  rule ")
            }
        } else if let withheld = explanation.withheld {
            let until = withheld.until.map { "; not before \($0.longWords)" } ?? ""
            let rule = withheld.rule.map { " · \(Wording.rule($0))" } ?? ""
            block.wrapped("Not in the call list: \(withheld.reason)\(until)\(rule)", paint: style.amber)
        } else if explanation.worth == nil {
            block.wrapped("The job seeker.")
        }
        for step in explanation.upcoming {
            block.wrapped(
                "\(step.action.what) · \(Wording.due(step.earliest, today: today)) · \(step.rule.rawValue)",
                after: "  next ")
        }
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

    private func value(_ block: inout TextBlock, _ style: TextStyle) {
        guard let worth = explanation.worth else { return }
        block.heading("What a call is worth: \(Wording.fixed(worth.value, 3))")
        for part in worth.contributions.prefix(8) {
            block.wrapped(part.label, after: "  \(Wording.fixed(part.value, 4))  ")
        }
        let rest = worth.contributions.dropFirst(8)
        if !rest.isEmpty {
            let sum = rest.reduce(0) { $0 + $1.value }
            block.wrapped("\(rest.count) smaller ones", after: "  \(Wording.fixed(sum, 4))  ")
        }
        for factor in worth.direct.factors { block.wrapped(factor, after: "          ", paint: style.dim) }
        for assumption in worth.assumptions {
            block.wrapped("assumed: \(assumption)", after: "          ", paint: style.dim)
        }
        block.wrapped("reach \(Wording.percent(worth.reach)) of your next acquaintances", after: "  ")
    }

    private func replyOdds(_ block: inout TextBlock, _ style: TextStyle) {
        guard let worth = explanation.worth else { return }
        block.heading("Answers within a week: \(Wording.percent(worth.replyProbability))")
        for term in worth.replyTerms where term.logOdds != 0 {
            block.wrapped(term.name, after: "  \(Wording.signed(term.logOdds, 3))  ")
        }
        block.wrapped("log-odds; based on: \(worth.evidence)", after: "  ", paint: style.dim)
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
                    "\($0.action.what), due \(Wording.due($0.due, today: today)) · \($0.rule.rawValue)"
                } ?? ""
            block.wrapped(
                "\(thread.kind.rawValue)\(subject) · since \(thread.since.words(relativeTo: today)) · \(state)",
                after: "  ")
            if let silence = thread.silence {
                block.wrapped(
                    "no answer within 30 days of asking: \(Wording.percent(silence.probabilityOfNoAnswer))",
                    after: "    ",
                    paint: style.dim)
            }
        }
    }

    func acquaintances(_ block: inout TextBlock) {
        guard !explanation.acquaintances.isEmpty else { return }
        block.heading(
            "Knows \(Wording.count(explanation.acquaintances.count, "person", "people")) of your network")
        for other in explanation.acquaintances.prefix(12) {
            let stranger = other.isContact ? "" : " · you are not in touch"
            block.wrapped(
                "\(names[other.person] ?? other.person.text) · \(other.evidence)\(stranger)", after: "  ")
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
