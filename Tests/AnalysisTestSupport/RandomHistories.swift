import DateLiterals
import ReboundTestSupport
package import ReferralGraph

/// Invented searches as they are recorded: a few employers, roles that are alive, rest or have ended, interviews, promises, wishes,
/// names that were given.
package struct RandomHistories {
    /// The day looked from, a Friday.
    package static let asOf: CalendarDay = "2026-04-10"

    private var random: SeededRandom
    private var network = ReferralNetwork(seeker: "you", people: [Person(id: "you", name: "You Doe")])
    private var staff: [CompanyID: [PersonID]] = [:]
    private var agents: [PersonID] = []

    /// The search of a seed.
    package static func network(seed: UInt64) -> ReferralNetwork {
        var histories = RandomHistories(random: SeededRandom(seed: seed))
        return histories.search()
    }

    private init(random: SeededRandom) { self.random = random }

    private mutating func search() -> ReferralNetwork {
        let employers = (0..<(3 + below(2))).map { CompanyID("c\($0)") }
        for company in employers { add(company, people: 2 + below(3)) }
        if one(in: 2) {
            add("agency", people: 1 + below(2))
            agents = staff["agency"]!
        }
        for company in employers {
            for number in 0..<below(3) { addRole(OpportunityID("\(company)-role\(number)"), at: company) }
        }
        for person in network.people.map(\.id).dropFirst() { chat(with: person) }
        addReferrals()
        network.interactions.sort { $0.date.day < $1.date.day }
        return network
    }

    // MARK: People

    private mutating func add(_ id: CompanyID, people count: Int) {
        var company = Company(id: id, name: id.text.uppercased())
        company.doNotContact = one(in: 15)
        if one(in: 15) { company.notBefore = day(from: 1, to: 40) }
        if one(in: 8) { company.signals = [Signal(kind: .layoffs, date: day(from: -20, to: -1))] }
        if one(in: 6) { company.signals.append(Signal(kind: .openingPosted, date: day(from: -9, to: 0))) }
        network.companies.append(company)
        for number in 0..<count {
            let person = PersonID("\(id)-p\(number)")
            staff[id, default: []].append(person)
            network.people.append(self.person(person, at: id))
        }
    }

    private mutating func person(_ id: PersonID, at company: CompanyID) -> Person {
        let hasLeft = one(in: 15)
        var person = Person(
            id: id, name: "\(id.text.uppercased()) Doe", emails: ["\(id)@example.com"],
            phones: one(in: 2) ? ["+1 555 0100"] : [],
            employments: [
                Employment(
                    company: company, title: "Engineer", to: hasLeft ? day(from: -30, to: -2) : nil)
            ],
            isStar: one(in: 6), observations: ["Met"], doNotContact: one(in: 15))
        if one(in: 12) { person.notBefore = day(from: 1, to: 40) }
        if one(in: 10) { person.away = [Absence(from: day(from: -5, to: 0), to: day(from: 1, to: 14))] }
        if one(in: 8) { person.avoids = [.call] }
        if one(in: 20) { person.signals = [Signal(kind: .letGo, date: day(from: -20, to: -1))] }
        return person
    }

    // MARK: Roles

    private mutating func addRole(_ id: OpportunityID, at company: CompanyID) {
        let panel = staff[company]!.shuffled(using: &random)
        var role = Opportunity(id: id, title: "Role \(id)", company: company)
        role.participants = [Participant(person: panel[0], role: .hiringManager)]
        for person in panel.dropFirst() where one(in: 2) {
            role.participants.append(
                Participant(
                    person: person, role: pick([.interviewer, .interviewer, .coordinator, .recruiter])))
        }
        if let agent = agents.randomElement(using: &random), one(in: 3) {
            role.participants.append(Participant(person: agent, role: .agency))
        }
        let others = network.people.map(\.id).filter { id in id != "you" && !panel.contains(id) }
        if let helper = others.randomElement(using: &random), one(in: 4) {
            role.participants.append(Participant(person: helper, role: one(in: 2) ? .referee : .insider))
        }
        var day = RandomHistories.asOf + -(20 + below(60))
        role.stages = [StageEvent(stage: .applied, date: Timestamp(day))]
        for stage in [Stage.screening, .interview, .interview].prefix(below(4)) {
            day = day + (4 + below(14))
            guard day <= RandomHistories.asOf else { break }
            let person = pick(Array(panel.prefix(2)))
            role.stages.append(StageEvent(stage: stage, date: Timestamp(day), people: [person]))
            talk(with: person, on: day, as: stage, about: id)
        }
        end(&role, by: panel[0], after: day)
        if one(in: 8) { role.closes = self.day(from: -3, to: 10) }
        if one(in: 15) { role.doNotContact = true }
        if one(in: 12) { role.notBefore = self.day(from: 1, to: 30) }
        network.opportunities.append(role)
    }

    private mutating func end(_ role: inout Opportunity, by manager: PersonID, after day: CalendarDay) {
        let date = min(day + (1 + below(12)), RandomHistories.asOf)
        var stage: StageEvent?
        switch below(10) {
        case 0, 1: stage = StageEvent(stage: .rejected, date: Timestamp(date), people: [manager])
        case 2: stage = StageEvent(stage: .onHold, date: Timestamp(date))
        case 3, 4:
            stage = StageEvent(
                stage: .onHold, date: Timestamp(date), until: max(date, self.day(from: -8, to: 30)))
        case 5:
            stage = StageEvent(stage: .offer, date: Timestamp(date), until: self.day(from: 0, to: 8))
        case 6: stage = one(in: 3) ? StageEvent(stage: .accepted, date: Timestamp(date)) : nil
        case 7: stage = one(in: 2) ? StageEvent(stage: .withdrawn, date: Timestamp(date)) : nil
        default: break
        }
        if let stage { role.stages.append(stage) }
    }

    private mutating func talk(
        with person: PersonID, on day: CalendarDay, as stage: Stage, about role: OpportunityID
    ) {
        var talk = Interaction(
            date: Timestamp(day), people: [person], channel: stage == .interview ? .interview : .call,
            direction: .mutual, opportunity: role)
        if one(in: 3) { talk.promise = promise(on: day) }
        network.interactions.append(talk)
        if one(in: 2) {
            say(.outgoing, to: person, on: day + 1, [.thankYou], about: role)
        }
        if one(in: 3) { say(.outgoing, to: person, on: day + (5 + below(10)), [.followUp], about: role) }
        if one(in: 8) {
            network.interactions.append(
                Interaction(
                    date: Timestamp(self.day(from: 1, to: 7)), people: [person], channel: .call,
                    direction: .mutual, opportunity: role, agreed: self.day(from: -3, to: 0)))
        }
    }

    // MARK: Words

    private mutating func chat(with person: PersonID) {
        let role = network.opportunities.first { role in
            role.participants.contains { $0.person == person }
        }?.id
        for _ in 0..<below(4) {
            say(
                pick([.outgoing, .outgoing, .incoming, .mutual]), to: person, on: day(from: -80, to: 0),
                pick([[], [.outreach], [.followUp], [.keepWarm], [.update], [.referralRequest]]),
                about: one(in: 2) ? role : nil)
        }
    }

    private mutating func say(
        _ direction: Interaction.Direction, to person: PersonID, on day: CalendarDay,
        _ purposes: [Interaction.Purpose], about role: OpportunityID?
    ) {
        guard day <= RandomHistories.asOf else { return }
        var word = Interaction(
            date: Timestamp(day), people: [person], channel: pick([.email, .email, .call, .message]),
            direction: direction, purposes: purposes, opportunity: role)
        if direction == .incoming { word.expectsReply = one(in: 2) }
        if direction != .outgoing, one(in: 4) { word.promise = promise(on: day) }
        network.interactions.append(word)
    }

    private mutating func promise(on day: CalendarDay) -> Promise {
        let isTheirs = !one(in: 4)
        var promise = Promise(
            by: isTheirs ? .them : .seeker, kind: isTheirs ? pick(Promise.Kind.allCases) : .other,
            what: "a word", due: one(in: 2) ? Timestamp(day + (2 + below(30))) : nil)
        if one(in: 5) { promise.kept = min(day + 3, RandomHistories.asOf) }
        return promise
    }

    private mutating func addReferrals() {
        let people = network.people.map(\.id).dropFirst()
        for from in people where one(in: 6) {
            let to = people.filter { $0 != from }.randomElement(using: &random)!
            let day = self.day(from: -40, to: -1)
            var referral = Referral(from: from, to: to)
            if one(in: 4) { referral.promised = day } else { referral.given = day }
            if referral.given != nil, one(in: 2) { referral.used = day + 1 }
            network.referrals.append(referral)
        }
        for person in people where one(in: 4) { network.ties.append(Tie(from: "you", to: person)) }
    }

    // MARK: Chance

    private mutating func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

    private mutating func one(in count: Int) -> Bool { below(count) == 0 }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    /// A day so many days from the day looked from.
    private mutating func day(from: Int, to: Int) -> CalendarDay {
        RandomHistories.asOf + (from + below(to - from + 1))
    }
}
