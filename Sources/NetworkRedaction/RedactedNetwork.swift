public import ReferralGraph

extension ReferralNetwork {
    /// The network for other eyes: who stands how to who and what happened when, without saying who they are.
    ///
    /// Names become initials (`R. A.`, a second one `R. A. (2)`), identifiers numbers; summary, notes, subjects, other free
    /// text and pages go, and observations and feedback say only that there are any. Addresses and telephone numbers give way to
    /// reserved ones (RFC 2606; 555-0100), because by which means someone can be reached decides what to do. Job titles,
    /// departments and the names of companies stay, with `…` for every word in which a name of someone in the network stands, of
    /// whatever length, case and accents; with companies hidden, also for the words of their names and aliases.
    ///
    /// Days, channels, time zones and everything counted stay: whoever knows the story will know the people.
    /// - Parameter companies: Whether companies are numbered, too.
    /// - Complexity: O(size of the network x names, for the words of its titles).
    public func redacted(companies hidesCompanies: Bool = false) -> ReferralNetwork {
        var redaction = Redaction(of: self, hidesCompanies: hidesCompanies)
        return redaction.network(of: self)
    }
}

/// What stands in for what.
private struct Redaction {
    private let names: NameWords
    private let hidesCompanies: Bool
    private static let leftOut = "left out"
    private var people = Numbering<Person>("p")
    private var companies = Numbering<Company>("c")
    private var opportunities = Numbering<Opportunity>("o")
    private var interactions = Numbering<Interaction>("i")
    private var threads: [String: String] = [:]
    private var places: [String: String] = [:]
    private var schools: [String: String] = [:]
    private var bearers: [String: Int] = [:]

    init(of network: ReferralNetwork, hidesCompanies: Bool) {
        self.hidesCompanies = hidesCompanies
        names = NameWords(
            of: network.people.flatMap { [$0.name] + $0.otherNames },
            companies: hidesCompanies ? network.companies.flatMap { [$0.name] + $0.aliases } : [])
        // In the order of the network, so that whatever is ordered by identifier keeps its order.
        people.reserve(network.people.map(\.id))
        companies.reserve(network.companies.map(\.id))
        opportunities.reserve(network.opportunities.map(\.id))
        interactions.reserve(network.interactions.compactMap(\.id))
    }

    mutating func network(of network: ReferralNetwork) -> ReferralNetwork {
        ReferralNetwork(
            title: "Referral network", seeker: people[network.seeker],
            people: network.people.map { person($0) }, companies: network.companies.map { company($0) },
            opportunities: network.opportunities.map { opportunity($0) },
            ties: network.ties.map { tie($0) }, referrals: network.referrals.map { referral($0) },
            interactions: network.interactions.map { interaction($0) },
            targets: network.targets.compactMap { target($0) }, holidays: network.holidays)
    }

    private mutating func person(_ original: Person) -> Person {
        let id = people[original.id]
        let initials = initials(of: original.name)
        bearers[initials, default: 0] += 1
        let bearer = bearers[initials, default: 1]
        var person = Person(
            id: id, name: bearer == 1 ? initials : "\(initials) (\(bearer))",
            emails: original.emails.isEmpty ? [] : ["\(id)@example.com"],
            phones: original.phones.isEmpty ? [] : ["555-0100"], timeZone: original.timeZone,
            place: original.place.map { place($0) }, region: original.region,
            weekend: original.weekend,
            employments: original.employments.map { employment in
                var employment = employment
                employment.company = companies[employment.company]
                employment.title = employment.title.map(names.removed(from:))
                employment.department = employment.department.map(names.removed(from:))
                return employment
            },
            education: original.education.map { education($0) },
            isStar: original.isStar, directReports: original.directReports,
            doNotContact: original.doNotContact, notBefore: original.notBefore,
            reminderDays: original.reminderDays, skippedSteps: original.skippedSteps.map { skipped($0) },
            acquaintance: original.acquaintance, acquaintanceOn: original.acquaintanceOn,
            avoids: original.avoids,
            away: original.away.map(absence), isConfidential: original.isConfidential,
            knowsOfSearch: original.knowsOfSearch, signals: original.signals.map(signal),
            distinctFrom: original.distinctFrom.map { people[$0] })
        // Whether there are any decides what is due.
        if !original.observations.isEmpty { person.observations = [Self.leftOut] }
        return person
    }

    private mutating func company(_ original: Company) -> Company {
        let id = companies[original.id]
        let name = hidesCompanies ? "" : names.removed(from: original.name)
        let saysNothing = !name.unicodeScalars.contains { $0.properties.isAlphabetic }
        return Company(
            id: id, name: saysNothing ? "Company \(id.text.drop { !$0.isNumber })" : name,
            priority: original.priority, hasReferralProgramme: original.hasReferralProgramme,
            doNotContact: original.doNotContact, notBefore: original.notBefore, avoids: original.avoids,
            closed: original.closed.map(absence), region: original.region, setting: original.setting,
            signals: original.signals.map(signal))
    }

    private mutating func education(_ original: Education) -> Education {
        var education = original
        education.school = names.removed(from: original.school)
        if hidesCompanies {
            let key = CompanyName(original.school).key
            schools[key] = schools[key] ?? "School \(schools.count + 1)"
            education.school = schools[key, default: ""]
        }
        education.degree = original.degree.map(names.removed(from:))
        return education
    }

    private mutating func skipped(_ original: SkippedStep) -> SkippedStep {
        var step = original
        step.opportunity = original.opportunity.map { opportunities[$0] }
        return step
    }

    private func absence(_ original: Absence) -> Absence { Absence(from: original.from, to: original.to) }

    private func signal(_ original: Signal) -> Signal {
        var signal = original
        signal.department = original.department.map(names.removed(from:))
        signal.title = original.title.map(names.removed(from:))
        signal.note = nil
        return signal
    }

    private mutating func opportunity(_ original: Opportunity) -> Opportunity {
        Opportunity(
            id: opportunities[original.id], title: names.removed(from: original.title),
            company: companies[original.company], department: original.department.map(names.removed(from:)),
            stages: original.stages.map { stage in
                var stage = stage
                stage.people = stage.people.map { people[$0] }
                stage.note = nil
                return stage
            },
            participants: original.participants.map { Participant(person: people[$0.person], role: $0.role) },
            feedback: original.feedback.map { feedback in
                Feedback(date: feedback.date, from: feedback.from.map { people[$0] }, text: Self.leftOut)
            }, closes: original.closes, isFilled: original.isFilled, doNotContact: original.doNotContact,
            notBefore: original.notBefore)
    }

    private mutating func tie(_ original: Tie) -> Tie {
        var tie = original
        tie.from = people[original.from]
        tie.to = people[original.to]
        tie.how = nil
        return tie
    }

    private mutating func referral(_ original: Referral) -> Referral {
        var referral = original
        referral.from = people[original.from]
        referral.to = people[original.to]
        referral.opportunity = original.opportunity.map { opportunities[$0] }
        referral.interaction = original.interaction.map { interactions[$0] }
        referral.note = nil
        return referral
    }

    /// What the seeker wants; what sources propose says only where they have looked.
    private mutating func target(_ original: Target) -> Target? {
        guard original.standing == .wanted else { return nil }
        let name = original.kind == .place ? place(original.name) : names.removed(from: original.name)
        return Target(kind: original.kind, name: name, date: original.date)
    }

    private mutating func place(_ name: String) -> String {
        let key = foldedName(name)
        if places[key] == nil { places[key] = "Place \(places.count + 1)" }
        return places[key, default: name]
    }

    private mutating func interaction(_ original: Interaction) -> Interaction {
        var interaction = original
        interaction.id = original.id.map { interactions[$0] }
        interaction.people = original.people.map { people[$0] }
        interaction.thread = original.thread.map { name in
            if threads[name] == nil { threads[name] = "thread \(threads.count + 1)" }
            return threads[name, default: name]
        }
        interaction.subject = nil
        interaction.messageID = nil
        interaction.note = nil
        interaction.opportunity = original.opportunity.map { opportunities[$0] }
        interaction.promise?.what =
            switch original.promise?.kind {
            case .introduction: "an introduction"
            case .reply: "a reply"
            case .other, nil: "a promise"
            }
        return interaction
    }

    /// The first letters of the first and the last word; `N. N.` (*nomen nescio*) of a name without letters.
    ///
    /// A word of one letter is a name, not an initial of one, unless a full stop says so or it is the only word.
    private func initials(of name: String) -> String {
        let words = name.split(whereSeparator: \.isWhitespace)
        let letters = words.compactMap { word -> Character? in
            guard words.count == 1 || word.count(where: \.isLetter) > 1 || word.contains(".") else {
                return nil
            }
            return word.first(where: \.isLetter)?.uppercased().first
        }
        guard let first = letters.first, let last = letters.last else { return "N. N." }
        return letters.count == 1 ? "\(first)." : "\(first). \(last)."
    }
}

/// Numbers in place of identifiers, of one width.
private struct Numbering<Entity> {
    private let prefix: String
    private var numbers: [Identifier<Entity>: Int] = [:]
    private var width = 1

    init(_ prefix: String) { self.prefix = prefix }

    mutating func reserve(_ identifiers: [Identifier<Entity>]) {
        for identifier in identifiers { number(identifier) }
        width = String(numbers.count).count
    }

    @discardableResult
    private mutating func number(_ identifier: Identifier<Entity>) -> Int {
        let number = numbers[identifier] ?? numbers.count + 1
        numbers[identifier] = number
        return number
    }

    /// What stands in for an identifier; for one that leads nowhere a number of its own, so that it still does.
    subscript(identifier: Identifier<Entity>) -> Identifier<Entity> {
        mutating get {
            let digits = String(number(identifier))
            return Identifier(prefix + String(repeating: "0", count: max(0, width - digits.count)) + digits)
        }
    }
}
