extension ReferralNetwork {
    /// Everything wrong with the network as a whole, in the order of its lists.
    ///
    /// - Parameter now: Facts later than this are warned about; `nil` leaves them alone.
    /// - Complexity: O(size of the network), apart from suggestions for misspelt identifiers.
    public func issues(asOf now: Timestamp? = nil) -> [NetworkIssue] {
        var validation = NetworkValidation(network: self, now: now)
        validation.run()
        return validation.issues
    }
}

private struct NetworkValidation {
    let network: ReferralNetwork
    let now: Timestamp?
    /// The place of each person.
    let people: [PersonID: Int]
    let companies: Set<CompanyID>
    let opportunities: Set<OpportunityID>
    let interactions: Set<InteractionID>
    var issues: [NetworkIssue] = []
    private var searchesLeft = 100

    init(network: ReferralNetwork, now: Timestamp?) {
        self.network = network
        self.now = now
        people = Dictionary(
            zip(network.people.lazy.map(\.id), 0...), uniquingKeysWith: { first, _ in first })
        companies = Set(network.companies.map(\.id))
        opportunities = Set(network.opportunities.map(\.id))
        interactions = Set(network.interactions.compactMap(\.id))
    }

    mutating func run() {
        require(network.seeker, in: people, "a person", at: .init(.network, 0, field: "seeker"))
        if people.count < network.people.count { duplicates(network.people.map { $0.id }, in: .people) }
        if companies.count < network.companies.count {
            duplicates(network.companies.map { $0.id }, in: .companies)
        }
        if opportunities.count < network.opportunities.count {
            duplicates(network.opportunities.map { $0.id }, in: .opportunities)
        }
        if interactions.count < network.interactions.count(where: { $0.id != nil }) {
            duplicates(network.interactions.map { $0.id }, in: .interactions)
        }
        checkPeople()
        checkCompanies()
        checkOpportunities()
        checkTies()
        checkReferrals()
        checkInteractions()
    }

    private mutating func checkPeople() {
        for index in network.people.indices {
            for (position, employment) in network.people[index].employments.enumerated() {
                let field = "employments[\(position)]"
                require(
                    employment.company, in: companies, "a company",
                    at: .init(.people, index, field: "\(field).company"))
                check(employment.from, employment.to, at: .init(.people, index, field: "\(field).to"))
            }
            for (position, education) in network.people[index].education.enumerated() {
                check(
                    education.from, education.to,
                    at: .init(.people, index, field: "education[\(position)].to"))
            }
            check(network.people[index].away, at: { .init(.people, index, field: "away[\($0)].to") })
            warn(network.people[index].acquaintanceOn, at: .init(.people, index, field: "acquaintanceOn"))
            for (position, step) in network.people[index].skippedSteps.enumerated() {
                let place = { (field: String) in
                    NetworkIssue.Place(.people, index, field: "skippedSteps[\(position)].\(field)")
                }
                warn(step.on, at: place("on"))
                guard let opportunity = step.opportunity else { continue }
                require(opportunity, in: opportunities, "an opportunity", at: place("opportunity"))
            }
            for (position, signal) in network.people[index].signals.enumerated() {
                warn(signal.date, at: .init(.people, index, field: "signals[\(position)].date"))
            }
            for (position, other) in network.people[index].distinctFrom.enumerated() {
                let place = NetworkIssue.Place(.people, index, field: "distinctFrom[\(position)]")
                require(other, in: people, "a person", at: place)
                if other == network.people[index].id {
                    add(
                        .selfReference, place, found: "\"\(other)\", whose entry it is",
                        expected: "people who are someone else", hint: "remove it from the list")
                }
            }
        }
    }

    private mutating func checkCompanies() {
        for index in network.companies.indices {
            check(
                network.companies[index].closed, at: { .init(.companies, index, field: "closed[\($0)].to") })
            for (position, signal) in network.companies[index].signals.enumerated() {
                warn(signal.date, at: .init(.companies, index, field: "signals[\(position)].date"))
            }
        }
    }

    private mutating func checkOpportunities() {
        for (index, opportunity) in network.opportunities.enumerated() {
            require(
                opportunity.company, in: companies, "a company",
                at: .init(.opportunities, index, field: "company"))
            for (position, stage) in opportunity.stages.enumerated() {
                for (number, person) in stage.people.enumerated() {
                    require(
                        person, in: people, "a person",
                        at: .init(.opportunities, index, field: "stages[\(position)].people[\(number)]"))
                }
                warn(stage.date, at: .init(.opportunities, index, field: "stages[\(position)].date"))
                if let until = stage.until, until < stage.date.day {
                    add(
                        .datesOutOfOrder, .init(.opportunities, index, field: "stages[\(position)].until"),
                        found: "\(until)", expected: "a day on or after \(stage.date.day)",
                        hint: "correct one of the two days")
                }
            }
            for (position, participant) in opportunity.participants.enumerated() {
                require(
                    participant.person, in: people, "a person",
                    at: .init(.opportunities, index, field: "participants[\(position)].person"))
            }
            for (position, feedback) in opportunity.feedback.enumerated() {
                if let from = feedback.from {
                    require(
                        from, in: people, "a person",
                        at: .init(.opportunities, index, field: "feedback[\(position)].from"))
                }
                warn(feedback.date, at: .init(.opportunities, index, field: "feedback[\(position)].date"))
            }
        }
    }

    private mutating func checkTies() {
        var lines: [Int] = []
        for (index, tie) in network.ties.enumerated() {
            let known = [
                require(tie.from, in: people, "a person", at: .init(.ties, index, field: "from")),
                require(tie.to, in: people, "a person", at: .init(.ties, index, field: "to")),
            ]
            if tie.from == tie.to {
                add(
                    .selfReference, .init(.ties, index, field: "to"),
                    found: "\"\(tie.to)\", where the tie comes from", expected: "two different people",
                    hint: "correct one of the two identifiers, or remove the tie")
            } else if tie.kind == .reportsTo, known == [true, true] {
                lines.append(index)
            }
            warn(tie.since, at: .init(.ties, index, field: "since"))
            warn(tie.lastContact, at: .init(.ties, index, field: "lastContact"))
        }
        reportCycles(lines)
    }

    /// Walks up from everybody, depth first, and reports each line that leads back to someone further down on the
    /// way: one line a circle, so that removing the lines reported leaves none.
    /// - Parameter ties: The positions of the reporting lines, both ends of which are known.
    private mutating func reportCycles(_ ties: [Int]) {
        guard !ties.isEmpty else { return }
        var bosses = [[(person: Int, tie: Int)]](repeating: [], count: network.people.count)
        for tie in ties {
            guard let person = people[network.ties[tie].from], let boss = people[network.ties[tie].to]
            else {
                continue
            }
            bosses[person].append((boss, tie))
        }
        var isFinished = [Bool](repeating: false, count: network.people.count)
        var position = [Int?](repeating: nil, count: network.people.count)
        for start in network.people.indices where !bosses[start].isEmpty && !isFinished[start] {
            var way = [(person: start, next: 0)]
            position[start] = 0
            while let (person, next) = way.last {
                guard next < bosses[person].count else {
                    way.removeLast()
                    position[person] = nil
                    isFinished[person] = true
                    continue
                }
                way[way.count - 1].next += 1
                let (boss, tie) = bosses[person][next]
                if let first = position[boss] {
                    report(cycle: way[first...].map { network.people[$0.person].id }, closedBy: tie)
                } else if !isFinished[boss] {
                    position[boss] = way.count
                    way.append((boss, 0))
                }
            }
        }
    }

    private mutating func report(cycle: [PersonID], closedBy tie: Int) {
        let names = cycle.prefix(8).map { "\"\($0)\"" } + (cycle.count > 8 ? ["…"] : []) + ["\"\(cycle[0])\""]
        let circle = names.joined(separator: " reports to ")
        add(
            .reportsToCycle, .init(.ties, tie, field: "to"),
            found: "\"\(cycle[0])\", which closes a circle: \(circle)",
            expected: "reporting lines that end at someone",
            hint: "remove or turn round one of these reports-to ties")
    }

    private mutating func checkReferrals() {
        for (index, referral) in network.referrals.enumerated() {
            require(referral.from, in: people, "a person", at: .init(.referrals, index, field: "from"))
            require(referral.to, in: people, "a person", at: .init(.referrals, index, field: "to"))
            if referral.from == referral.to {
                add(
                    .selfReference, .init(.referrals, index, field: "to"),
                    found: "\"\(referral.to)\", who gave the referral",
                    expected: "two different people",
                    hint: "name the person they pointed you to")
            }
            if let opportunity = referral.opportunity {
                require(
                    opportunity, in: opportunities, "an opportunity",
                    at: .init(.referrals, index, field: "opportunity"))
            }
            if let interaction = referral.interaction {
                require(
                    interaction, in: interactions, "an interaction",
                    at: .init(.referrals, index, field: "interaction"))
            }
            if referral.firstDate == nil {
                add(
                    .undatedReferral, .init(.referrals, index), found: "a referral without a date",
                    expected: "a day for at least one of promised, given, used, met, declined",
                    hint: "write when the name was given, for example 2026-03-05 as given")
            }
            let days = [
                ("promised", referral.promised), ("given", referral.given), ("used", referral.used),
                ("met", referral.met), ("declined", referral.declined),
            ]
            for (field, day) in days { warn(day, at: .init(.referrals, index, field: field)) }
        }
    }

    private mutating func checkInteractions() {
        for index in network.interactions.indices {
            for (position, person) in network.interactions[index].people.enumerated() {
                require(
                    person, in: people, "a person",
                    at: .init(.interactions, index, field: "people[\(position)]"))
                if person == network.seeker {
                    add(
                        .selfReference, .init(.interactions, index, field: "people[\(position)]"),
                        found: "\"\(person)\", who is the seeker",
                        expected: "the people the seeker was in touch with",
                        hint: "leave the seeker out; direction says who spoke")
                }
            }
            if let opportunity = network.interactions[index].opportunity {
                require(
                    opportunity, in: opportunities, "an opportunity",
                    at: .init(.interactions, index, field: "opportunity"))
            }
            guard now != nil else { continue }
            let agreed = network.interactions[index].agreed
            if agreed == nil {
                warn(network.interactions[index].date, at: .init(.interactions, index, field: "date"))
            }
            warn(agreed, at: .init(.interactions, index, field: "agreed"))
            warn(
                network.interactions[index].promise?.kept,
                at: .init(.interactions, index, field: "promise.kept"))
        }
    }

    private mutating func check(_ absences: [Absence], at place: (Int) -> NetworkIssue.Place) {
        for (position, absence) in absences.enumerated() {
            check(absence.from, absence.to, at: place(position))
        }
    }

    private mutating func check(
        _ from: CalendarDay?, _ to: CalendarDay?, at place: @autoclosure () -> NetworkIssue.Place
    ) {
        guard let from, let to, to < from else { return }
        add(
            .datesOutOfOrder, place(), found: "\(to)", expected: "a day on or after \(from)",
            hint: "swap from and to, or correct one of them")
    }

    private mutating func add(
        _ kind: NetworkIssue.Kind, _ place: NetworkIssue.Place, found: String, expected: String, hint: String
    ) {
        issues.append(.init(kind, at: place, found: found, expected: expected, hint: hint))
    }

    @discardableResult
    private mutating func require<Entity>(
        _ id: Identifier<Entity>, in known: Set<Identifier<Entity>>, _ noun: String,
        at place: @autoclosure () -> NetworkIssue.Place
    ) -> Bool {
        if known.contains(id) { return true }
        reportMissing(id, among: known, noun, at: place())
        return false
    }

    @discardableResult
    private mutating func require(
        _ id: PersonID, in known: [PersonID: Int], _ noun: String,
        at place: @autoclosure () -> NetworkIssue.Place
    ) -> Bool {
        if known[id] != nil { return true }
        reportMissing(id, among: known.keys, noun, at: place())
        return false
    }

    private mutating func reportMissing<Entity>(
        _ id: Identifier<Entity>, among known: some Sequence<Identifier<Entity>>, _ noun: String,
        at place: NetworkIssue.Place
    ) {
        // A search compares with every entity; a file with very many mistakes does without.
        searchesLeft -= 1
        let nearest =
            searchesLeft >= 0 ? nearestSpelling(to: id.text, among: known.sorted().lazy.map(\.text)) : nil
        add(
            .danglingReference, place, found: "\"\(id)\"", expected: "the id of \(noun) in this network",
            hint: nearest.map { "did you mean \"\($0)\"?" } ?? "add what it names, or correct the id")
    }

    private mutating func duplicates<Entity>(_ ids: [Identifier<Entity>?], in table: NetworkIssue.Table) {
        var first: [Identifier<Entity>: Int] = [:]
        for (index, id) in ids.enumerated() {
            guard let id else { continue }
            if let earlier = first[id] {
                add(
                    .duplicateIdentifier, .init(table, index, field: "id"),
                    found: "\"\(id)\", which entry \(earlier + 1) of \(table.rawValue) has already",
                    expected: "an id of its own",
                    hint: "give one of the two another id, or remove the repetition")
            } else {
                first[id] = index
            }
        }
    }

    private mutating func warn(_ date: CalendarDay?, at place: @autoclosure () -> NetworkIssue.Place) {
        if let date { warn(Timestamp(date), at: place()) }
    }

    private mutating func warn(_ date: Timestamp, at place: @autoclosure () -> NetworkIssue.Place) {
        guard let now, date.isLater(than: now) else { return }
        add(
            .later, place(), found: "\(date), which is later than \(now)",
            expected: "a date not after the day asked about",
            hint: "it is ignored; choose a later --as-of to take it into account")
    }
}
