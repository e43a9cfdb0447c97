internal import ReferralGraph
internal import SourceReaders

extension ImportDraft {
    /// Takes in the applications: those that are not in the network yet (another company, title or day) as opportunities,
    /// of the others what is new about them.
    mutating func takeInApplications() {
        guard !records.applications.isEmpty else { return }
        var known: [Job: [Int]] = [:]
        for (position, opportunity) in network.opportunities.enumerated() {
            known[Job(opportunity, companies), default: []].append(position)
        }
        for application in records.applications {
            guard let title = importedText(application.title, limit: .line), !foldedName(title).isEmpty,
                let company = companies.findOrAdd(named: application.company)
            else {
                unused.append(UnusedRecord(place: application.place, reason: .untitled))
                continue
            }
            let stage = StageEvent(stage: .applied, date: application.date)
            var opportunity = Opportunity(id: "", title: title, company: company, stages: [stage])
            let job = Job(opportunity, companies)
            let same = known[job] ?? []
            if let known = same.first(where: { network.opportunities[$0].wasAppliedFor(on: stage.date.day) })
            {
                complete(known, with: application)
                continue
            }
            hasChanged = true
            // The user wrote down how it went on, and not how it began.
            if let open = same.first(where: { network.opportunities[$0].canHaveBegun(with: stage) }) {
                network.opportunities[open].stages.insert(stage, at: 0)
                complete(open, with: application)
                continue
            }
            let name = "\(companies.key(of: company) ?? "") \(title)"
            opportunity.id = OpportunityID(freshOpportunities.identifier(for: name, or: "application"))
            known[job, default: []].append(network.opportunities.count)
            network.opportunities.append(opportunity)
            complete(network.opportunities.count - 1, with: application)
        }
    }

    /// Takes in what a source says of an application beside when it was made.
    private mutating func complete(_ position: Int, with application: ApplicationRecord) {
        var opportunity = network.opportunities[position]
        for step in application.steps {
            if step.day > today {
                unused.append(UnusedRecord(place: application.place, reason: .ahead))
            } else {
                opportunity.learn(step)
            }
        }
        if let note = importedText(application.note, limit: .text),
            let begin = opportunity.stages.firstIndex(where: {
                $0.stage == .applied && $0.date.day == application.date.day && $0.note == nil
            })
        {
            opportunity.stages[begin].note = note
        }
        for participant in application.participants {
            guard let person = person(ofContact: participant.contact), person != network.seeker else {
                continue
            }
            let part = Participant(person: person, role: participant.role)
            if !opportunity.participants.contains(part) { opportunity.participants.append(part) }
        }
        if opportunity == network.opportunities[position] { return }
        network.opportunities[position] = opportunity
        hasChanged = true
    }
}

/// What makes two applications one, apart from the day.
private struct Job: Hashable {
    let company: String
    let title: String

    init(_ opportunity: Opportunity, _ companies: CompanyDirectory) {
        company = companies.key(of: opportunity.company) ?? ""
        title = foldedName(opportunity.title)
    }
}

extension Opportunity {
    fileprivate func wasAppliedFor(on day: CalendarDay) -> Bool {
        stages.contains { $0.stage == .applied && $0.date.day == day }
    }

    fileprivate func canHaveBegun(with stage: StageEvent) -> Bool {
        !stages.contains { $0.stage == .applied || $0.date < stage.date }
    }

    /// What stands at a stage whose day the source does not say, until one says it.
    private static let withoutDay = "the list that was imported gives no day"

    /// Takes in a stage. One without a day of its own gives way to the same stage with a day, and to any other end.
    fileprivate mutating func learn(_ step: ApplicationRecord.Step) {
        let event = StageEvent(
            stage: step.stage, date: Timestamp(step.day), note: step.isDated ? nil : Self.withoutDay)
        // Of a day the stages stand in the order in which processes go, whatever was imported first.
        let place = { (event: StageEvent) in (event.date.day, Stage.allCases.firstIndex(of: event.stage)!) }
        let known = stages.filter { $0.stage == step.stage }
        if step.isDated {
            if known.contains(where: { $0.date.day == step.day && $0.note != Self.withoutDay }) { return }
            stages.removeAll { $0.note == Self.withoutDay && (step.stage.isFinal || $0.stage == step.stage) }
            if stages.contains(where: { $0.stage == step.stage && $0.date.day == step.day }) { return }
        } else if let end = stages.firstIndex(where: \.stage.isFinal) {
            // Of two ends without a day the one that the stages name last counts.
            guard stages[end].note == Self.withoutDay, place(stages[end]) < place(event) else { return }
            stages.remove(at: end)
        }
        let next = stages.firstIndex { place($0) > place(event) } ?? stages.endIndex
        stages.insert(event, at: next)
    }
}
