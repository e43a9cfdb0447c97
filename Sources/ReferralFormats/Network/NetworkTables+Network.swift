internal import ReferralGraph

extension NetworkTables {
    /// Reads all tables.
    mutating func network() -> ReferralNetwork {
        var (people, seeker) = readPeople()
        var network = ReferralNetwork(seeker: seeker, people: [])
        swap(&network.people, &people)
        readSettings(into: &network)
        network.companies = readCompanies()
        network.opportunities = readOpportunities()
        network.ties = readTies()
        network.referrals = readReferrals()
        network.interactions = readInteractions()
        return network
    }

    private mutating func readSettings(into network: inout ReferralNetwork) {
        let known: [NetworkField] = [.title, .summary, .holidays]
        var seen: Set<Int> = []
        for row in settings.rows {
            let key = settings.requiredText(row, NetworkColumn.key)
            guard !key.isEmpty else { continue }
            let name = trimmed(key).lowercased()
            guard let field = known.first(where: { $0.name == name }) else {
                settings.report(
                    .fieldUnknown, row: row, column: NetworkColumn.key.name, found: quoted(key),
                    expected: listed(known.map(\.name)),
                    hint: nearestSpelling(to: name, among: known.map(\.name)).map {
                        "did you mean \"\($0)\"?"
                    }
                        ?? "remove the row")
                continue
            }
            if field != .holidays, !seen.insert(field.rawValue).inserted {
                settings.report(
                    .keyRepeated, row: row, column: NetworkColumn.key.name, found: "\(quoted(name)) again",
                    expected: "each key once", hint: "remove one of the two")
            }
            switch field {
            case .title: network.title = settings.text(row, NetworkColumn.value)
            case .summary: network.summary = settings.text(row, NetworkColumn.value)
            default: network.holidays += settings.list(row, NetworkColumn.value, FieldValue.day)
            }
        }
    }

    private mutating func readPeople() -> ([Person], seeker: PersonID) {
        typealias Column = PeopleColumn
        var result: [Person] = []
        var seekers: [(id: PersonID, row: Int)] = []
        for group in people.groups(by: Column.id) {
            people.checkAgreement(
                group, id: Column.id, scalars: Column.scalars, parts: Column.employment + Column.signals,
                noun: "employment or signal")
            let row = group[0]
            var entry = CSVFieldReader.Entry(row: row)
            var person = Person(
                id: people.required(row, Column.id, FieldValue.identifier, or: ""),
                name: people.requiredText(row, Column.name),
                otherNames: people.list(row, Column.otherNames, FieldValue.text),
                emails: people.list(row, Column.emails, FieldValue.text),
                phones: people.list(row, Column.phones, FieldValue.text),
                profileURL: people.optional(row, Column.profileURL, FieldValue.webAddress),
                otherProfileURLs: people.list(row, Column.otherProfileURLs, FieldValue.webAddress),
                timeZone: people.optional(row, Column.timeZone, FieldValue.timeZone),
                weekend: weekend(row),
                isStar: people.optional(row, Column.star, CellValue.bool) ?? false,
                observations: people.list(row, Column.observations, FieldValue.text),
                directReports: people.optional(row, Column.directReports) { text throws(FieldComplaint) in
                    try CellValue.integer(text, in: NetworkFormat.directReports)
                },
                doNotContact: people.optional(row, Column.doNotContact, CellValue.bool) ?? false,
                distinctFrom: people.set(row, Column.distinctFrom, FieldValue.identifier))
            for row in group where people.hasAny(of: Column.employment, row) {
                entry.lists[PersonField.employments.name, default: []].append(row)
                person.employments.append(
                    Employment(
                        company: people.required(row, Column.company, FieldValue.identifier, or: ""),
                        title: people.text(row, Column.title),
                        department: people.text(row, Column.department),
                        from: people.optional(row, Column.from, FieldValue.day),
                        to: people.optional(row, Column.to, FieldValue.day),
                        confirmed: people.optional(row, Column.confirmed, FieldValue.day)))
            }
            for row in group where people.hasAny(of: Column.signals, row) {
                entry.lists[PersonField.signals.name, default: []].append(row)
                person.signals.append(people.signal(row, Column.signals))
            }
            if people.optional(row, Column.seeker, CellValue.bool) == true {
                seekers.append((person.id, row))
            }
            people.entries.append(entry)
            result.append(person)
        }
        reportUnclearSeeker(seekers)
        return (result, seekers.first?.id ?? "")
    }

    private mutating func weekend(_ row: Int) -> [Weekday] {
        let days = people.set(row, PeopleColumn.weekend, FieldValue.weekday)
        if Set(days).count == Weekday.allCases.count {
            people.report(
                .numberOutOfRange, row: row, column: PeopleColumn.weekend.name,
                found: "all days of the week", expected: "at most six of them",
                hint: "write yes under doNotContact for someone who is never to be called")
        }
        return days
    }

    private mutating func reportUnclearSeeker(_ seekers: [(id: PersonID, row: Int)]) {
        let column = PeopleColumn.seeker
        if seekers.isEmpty, people.has(column), !people.isBroken {
            people.report(
                .seekerUnclear, row: nil, column: column.name, found: "not \"yes\" for anyone",
                expected: "\"yes\" for the job seeker", hint: "write yes in the job seeker's row")
        }
        for (id, row) in seekers.dropFirst() {
            people.report(
                .seekerUnclear, row: row, column: column.name,
                found: "\"yes\" for \(quoted(id.text)), after \(quoted(seekers[0].id.text))",
                expected: "one job seeker", hint: "leave the cell blank for everybody else")
        }
    }

    private mutating func readCompanies() -> [Company] {
        typealias Column = CompaniesColumn
        var result: [Company] = []
        for group in companies.groups(by: Column.id) {
            companies.checkAgreement(
                group, id: Column.id, scalars: Column.scalars, parts: Column.signals, noun: "signal")
            let row = group[0]
            var entry = CSVFieldReader.Entry(row: row)
            var company = Company(
                id: companies.required(row, Column.id, FieldValue.identifier, or: ""),
                name: companies.requiredText(row, Column.name),
                aliases: companies.list(row, Column.aliases, FieldValue.text),
                priority: companies.optional(row, Column.priority, CellValue.word),
                hasReferralProgramme: companies.optional(row, Column.referralProgramme, CellValue.bool))
            for row in group where companies.hasAny(of: Column.signals, row) {
                entry.lists[CompanyField.signals.name, default: []].append(row)
                company.signals.append(companies.signal(row, Column.signals))
            }
            companies.entries.append(entry)
            result.append(company)
        }
        return result
    }

    private mutating func readOpportunities() -> [Opportunity] {
        typealias Column = OpportunitiesColumn
        var result: [Opportunity] = []
        for group in opportunities.groups(by: Column.id) {
            opportunities.checkAgreement(
                group, id: Column.id, scalars: Column.scalars,
                parts: Column.stages + Column.participants + Column.feedbacks,
                noun: "stage, participant or feedback")
            let row = group[0]
            var entry = CSVFieldReader.Entry(row: row)
            var opportunity = Opportunity(
                id: opportunities.required(row, Column.id, FieldValue.identifier, or: ""),
                title: opportunities.requiredText(row, Column.title),
                company: opportunities.required(row, Column.company, FieldValue.identifier, or: ""),
                department: opportunities.text(row, Column.department))
            for row in group where opportunities.hasAny(of: Column.stages, row) {
                entry.lists[OpportunityField.stages.name, default: []].append(row)
                opportunity.stages.append(readStage(row))
            }
            for row in group where opportunities.hasAny(of: Column.participants, row) {
                entry.lists[OpportunityField.participants.name, default: []].append(row)
                opportunity.participants.append(
                    Participant(
                        person: opportunities.required(
                            row, Column.participant, FieldValue.identifier, or: ""),
                        role: opportunities.required(row, Column.role, CellValue.word, or: .interviewer)))
            }
            for row in group where opportunities.hasAny(of: Column.feedbacks, row) {
                entry.lists[OpportunityField.feedback.name, default: []].append(row)
                opportunity.feedback.append(
                    Feedback(
                        date: opportunities.required(
                            row, Column.feedbackDate, FieldValue.day, or: .placeholder),
                        from: opportunities.optional(row, Column.feedbackFrom, FieldValue.identifier),
                        text: opportunities.requiredText(row, Column.feedback)))
            }
            opportunities.entries.append(entry)
            result.append(opportunity)
        }
        return result
    }

    private mutating func readStage(_ row: Int) -> StageEvent {
        typealias Column = OpportunitiesColumn
        let stage = opportunities.required(row, Column.stage, CellValue.word, or: Stage.interview)
        if stage != .interview, opportunities.cell(row, Column.round) != nil {
            opportunities.report(
                .roundMisplaced, row: row, column: Column.round.name,
                found: "given for the stage \"\(stage.rawValue)\"", expected: "a round for interviews only",
                hint: "leave the round out, or write interview")
        }
        return StageEvent(
            stage: stage,
            date: opportunities.required(row, Column.date, FieldValue.timestamp, or: .placeholder),
            round: opportunities.optional(row, Column.round) { text throws(FieldComplaint) in
                try CellValue.integer(text, in: NetworkFormat.rounds)
            },
            people: opportunities.set(row, Column.people, FieldValue.identifier),
            note: opportunities.text(row, Column.note))
    }

    private mutating func readTies() -> [Tie] {
        typealias Column = TiesColumn
        var result: [Tie] = []
        for row in ties.rows {
            ties.entries.append(.init(row: row))
            result.append(
                Tie(
                    from: ties.required(row, Column.from, FieldValue.identifier, or: ""),
                    to: ties.required(row, Column.to, FieldValue.identifier, or: ""),
                    kind: ties.required(row, Column.kind, CellValue.word, or: .knows),
                    strength: ties.optional(row, Column.strength, CellValue.strength),
                    how: ties.text(row, Column.how),
                    since: ties.optional(row, Column.since, FieldValue.day),
                    lastContact: ties.optional(row, Column.lastContact, FieldValue.day),
                    isInferred: ties.optional(row, Column.inferred, CellValue.bool) ?? false))
        }
        return result
    }

    private mutating func readReferrals() -> [Referral] {
        typealias Column = ReferralsColumn
        var result: [Referral] = []
        for row in referrals.rows {
            referrals.entries.append(.init(row: row))
            result.append(
                Referral(
                    from: referrals.required(row, Column.from, FieldValue.identifier, or: ""),
                    to: referrals.required(row, Column.to, FieldValue.identifier, or: ""),
                    promised: referrals.optional(row, Column.promised, FieldValue.day),
                    given: referrals.optional(row, Column.given, FieldValue.day),
                    used: referrals.optional(row, Column.used, FieldValue.day),
                    met: referrals.optional(row, Column.met, FieldValue.day),
                    declined: referrals.optional(row, Column.declined, FieldValue.day),
                    opportunity: referrals.optional(row, Column.opportunity, FieldValue.identifier),
                    interaction: referrals.optional(row, Column.interaction, FieldValue.identifier),
                    note: referrals.text(row, Column.note)))
        }
        return result
    }

    private mutating func readInteractions() -> [Interaction] {
        typealias Column = InteractionsColumn
        var result: [Interaction] = []
        for row in interactions.rows {
            interactions.entries.append(.init(row: row))
            result.append(
                Interaction(
                    id: interactions.optional(row, Column.id, FieldValue.identifier),
                    date: interactions.required(row, Column.date, FieldValue.timestamp, or: .placeholder),
                    people: interactions.requiredSet(
                        row, Column.people, expected: "the people the seeker was in touch with",
                        FieldValue.identifier),
                    channel: interactions.required(row, Column.channel, CellValue.word, or: .email),
                    direction: interactions.required(row, Column.direction, CellValue.word, or: .mutual),
                    purposes: interactions.set(row, Column.purposes, CellValue.word),
                    thread: interactions.text(row, Column.thread),
                    subject: interactions.text(row, Column.subject),
                    note: interactions.text(row, Column.note),
                    opportunity: interactions.optional(row, Column.opportunity, FieldValue.identifier),
                    promise: readPromise(row),
                    expectsReply: interactions.optional(row, Column.expectsReply, CellValue.bool),
                    closesThread: interactions.optional(row, Column.closesThread, CellValue.bool) ?? false))
        }
        return result
    }

    private mutating func readPromise(_ row: Int) -> Promise? {
        typealias Column = InteractionsColumn
        guard interactions.hasAny(of: Column.promises, row) else { return nil }
        return Promise(
            by: interactions.required(row, Column.promiseBy, CellValue.word, or: .them),
            kind: interactions.required(row, Column.promiseKind, CellValue.word, or: .other),
            what: interactions.requiredText(row, Column.promise),
            due: interactions.optional(row, Column.promiseDue, FieldValue.day),
            kept: interactions.optional(row, Column.promiseKept, FieldValue.day))
    }
}

extension CSVFieldReader {
    /// Reads a signal from its columns: kind, date, department, title, note.
    fileprivate mutating func signal<Column: FieldNames>(_ row: Int, _ columns: [Column]) -> Signal {
        Signal(
            kind: required(row, columns[0], CellValue.word, or: .growth),
            date: required(row, columns[1], FieldValue.day, or: .placeholder),
            department: text(row, columns[2]), title: text(row, columns[3]), note: text(row, columns[4]))
    }
}

extension CalendarDay {
    /// Stands for a day that could not be read, in a network that will not be used.
    static let placeholder = CalendarDay(number: 0)
}

extension Timestamp {
    /// Stands for a time that could not be read, in a network that will not be used.
    static let placeholder = Timestamp(.placeholder)
}
