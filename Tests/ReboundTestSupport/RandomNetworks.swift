public import ReferralGraph

/// Random networks that are valid and use every field of the model, with the worst text the formats must carry.
public struct RandomNetworks {
    private var random: SeededRandom

    /// Makes a source of networks, the same for the same seed.
    public init(seed: UInt64) { random = SeededRandom(seed: seed) }

    /// A network.
    /// - Parameter size: About how many entries each list has, at least 1.
    public mutating func network(size: Int = 6) -> ReferralNetwork {
        let people = ids("p", count: 1 + size) as [PersonID]
        let companies = ids("c", count: below(size + 1)) as [CompanyID]
        let opportunities = companies.isEmpty ? [] : ids("o", count: below(size + 1)) as [OpportunityID]
        let interactions = ids("i", count: below(2 * size + 1)) as [InteractionID]
        let seeker = pick(people)
        let others = people.filter { $0 != seeker }
        var network = ReferralNetwork(
            title: maybe { $0.text() }, summary: maybe { $0.text() }, seeker: seeker,
            people: people.map { person($0, companies, people, opportunities) },
            companies: companies.map { company($0) },
            opportunities: opportunities.map { opportunity($0, companies, people) },
            ties: ties(among: people, count: below(2 * size + 1)),
            referrals: several(size) { $0.referral(people, opportunities, interactions) },
            interactions: interactions.map { interaction($0, others, opportunities) },
            holidays: several(3) { $0.day() }, sharing: pick(Sharing.allCases))
        let mentioned = Set(network.referrals.compactMap(\.interaction))
        for index in network.interactions.indices where chance() {
            if let id = network.interactions[index].id, !mentioned.contains(id) {
                network.interactions[index].id = nil
            }
        }
        for index in network.people.indices { network.people[index].place = maybe { $0.text() } }
        network.targets = several(size) { $0.target() }
        return network
    }

    /// Text that shows something and is as nasty as text gets: quotes, separators, line breaks, control and
    /// invisible characters, formulas, scripts from right to left, characters of several scalars.
    public mutating func text() -> String {
        let pieces = [
            "Dan", "Ada Lovelace", " ", "  ", ",", ";", "|", " | ", "\\", "\\|", "\\ ", "\"", "\"\"", "'",
            "''", "\n",
            "\r", "\r\n", "\t", "=1+1", "+49 30 1", "-5", "@here", "'=", "''+", "\u{0}", "\u{1b}[31m",
            "\u{7f}",
            "\u{85}", "é", "e\u{301}", "ß", "İ", "ﷺ", "שלום", "\u{202e}abc", "\u{200b}", "\u{feff}",
            "\u{2028}",
            "👩🏽‍💻", "🏴‍☠️", "z̵̨̛", "\u{fffd}", "\u{ffff}", "\u{10ffff}", "yes", "true", "null", "0", "2026-02-31",
            "{", "]",
            "//", "</script>", "%s", "a", "x", "-", "\u{a0}",
        ]
        var text = ""
        for _ in 0...below(6) { text += pick(pieces) }
        let isBlank = text.unicodeScalars.allSatisfy(\.properties.isWhitespace)
        return isBlank ? text + "visible" + text : text
    }

    private mutating func ids<Entity>(_ prefix: String, count: Int) -> [Identifier<Entity>] {
        let nasty = [
            "", "=", "'+", "a|b", "\\", "a;b", "a,b", "\"", "e\u{301}", "李", "👩🏽‍💻", "@", "x y", "\u{202e}",
        ]
        return (0..<count).map { Identifier("\(pick(nasty))\(prefix)\($0)\(pick(nasty))") }
    }

    private mutating func target() -> Target {
        let kind = pick(Target.Kind.allCases)
        let standings = Target.Standing.allCases.filter { kind != .company || $0 != .wanted }
        return Target(
            kind: kind, name: text(), standing: pick(standings), source: maybe { $0.text() },
            date: maybe { $0.day() })
    }

    private mutating func person(
        _ id: PersonID, _ companies: [CompanyID], _ people: [PersonID], _ opportunities: [OpportunityID]
    ) -> Person {
        Person(
            id: id, name: text(), otherNames: several(2) { $0.text() }, emails: several(3) { $0.text() },
            phones: several(2) { $0.text() }, profileURL: maybe { $0.webAddress() },
            otherProfileURLs: several(2) { $0.webAddress() }, cardUIDs: several(2) { $0.text() },
            timeZone: maybe { $0.pick(["Europe/Berlin", "Asia/Riyadh", "US/Pacific", "UTC", "Etc/GMT+5"]) },
            region: maybe { $0.pick(["DE-BY", "US", "SA"]) },
            weekend: several(2) { $0.pick(Weekday.allCases) }.uniqued,
            employments: companies.isEmpty ? [] : several(3) { $0.employment(companies) },
            education: several(2) { $0.education() }, isStar: chance(),
            observations: several(3) { $0.text() },
            directReports: maybe { $0.below(10_001) }, doNotContact: chance(),
            notBefore: maybe { $0.day() }, notBeforeReason: maybe { $0.text() },
            reminderDays: maybe { 7 + $0.below(1_094) }, skippedSteps: several(2) { $0.skip(opportunities) },
            tags: some(of: ["mentor", "Zürich", "book-club", "東京", "q3_2026"]),
            acquaintance: maybe { $0.pick(Acquaintance.allCases) }, acquaintanceOn: maybe { $0.day() },
            avoids: some(of: Interaction.Channel.allCases),
            away: several(2) { $0.absence() }, isConfidential: chance(), knowsOfSearch: chance(),
            signals: several(2) { $0.signal() },
            distinctFrom: chance() ? [] : some(of: people.filter { $0 != id }))
    }

    private mutating func webAddress() -> String { "https://people.example/\(below(1000))?q=\"'|\\" }

    private mutating func employment(_ companies: [CompanyID]) -> Employment {
        let days = [day(), day()].sorted()
        return Employment(
            company: pick(companies), title: maybe { $0.text() }, department: maybe { $0.text() },
            from: maybe { _ in days[0] }, to: maybe { _ in days[1] },
            confirmed: maybe { _ in days[1] })
    }

    private mutating func education() -> Education {
        let days = [day(), day()].sorted()
        return Education(
            school: text(), degree: maybe { $0.text() }, from: chance() ? days[0] : nil,
            to: chance() ? days[1] : nil)
    }

    private mutating func skip(_ opportunities: [OpportunityID]) -> SkippedStep {
        SkippedStep(
            rule: text(), on: day(),
            opportunity: opportunities.isEmpty ? nil : maybe { $0.pick(opportunities) })
    }

    private mutating func absence() -> Absence {
        let days = [day(), day()].sorted()
        return Absence(from: days[0], to: days[1], note: maybe { $0.text() })
    }

    private mutating func signal() -> Signal {
        Signal(
            kind: pick(Signal.Kind.allCases), date: day(), department: maybe { $0.text() },
            title: maybe { $0.text() }, note: maybe { $0.text() })
    }

    private mutating func company(_ id: CompanyID) -> Company {
        Company(
            id: id, name: text(), aliases: several(2) { $0.text() },
            priority: maybe { $0.pick(Company.Priority.allCases) },
            hasReferralProgramme: maybe { $0.chance() }, doNotContact: chance(),
            notBefore: maybe { $0.day() }, notBeforeReason: maybe { $0.text() },
            avoids: some(of: Interaction.Channel.allCases),
            closed: several(2) { $0.absence() }, region: maybe { $0.pick(["DE-BY", "US", "SA"]) },
            setting: maybe { $0.pick(Company.Setting.allCases) },
            signals: several(3) { $0.signal() })
    }

    private mutating func opportunity(
        _ id: OpportunityID, _ companies: [CompanyID], _ people: [PersonID]
    ) -> Opportunity {
        Opportunity(
            id: id, title: text(), company: pick(companies), department: maybe { $0.text() },
            stages: several(4) { $0.stage(people) },
            participants: several(3) {
                Participant(person: $0.pick(people), role: $0.pick(Participant.Role.allCases))
            },
            feedback: several(3) { random in
                Feedback(date: random.day(), from: random.maybe { $0.pick(people) }, text: random.text())
            }, closes: maybe { $0.day() }, isFilled: maybe { $0.chance() }, doNotContact: chance(),
            notBefore: maybe { $0.day() }, notBeforeReason: maybe { $0.text() })
    }

    private mutating func stage(_ people: [PersonID]) -> StageEvent {
        let stage = pick(Stage.allCases)
        let date = timestamp()
        return StageEvent(
            stage: stage, date: date, round: stage == .interview ? maybe { 1 + $0.below(50) } : nil,
            people: some(of: people), until: maybe { date.day + $0.below(100) }, note: maybe { $0.text() })
    }

    /// Reporting lines run from later to earlier people, so that none goes round in a circle.
    private mutating func ties(among people: [PersonID], count: Int) -> [Tie] {
        (0..<count).map { _ in
            let boss = below(people.count - 1)
            let report = boss + 1 + below(people.count - boss - 1)
            return Tie(
                from: people[report], to: people[boss], kind: pick(Tie.Kind.allCases),
                strength: maybe { 1 - $0.random.unit() }, how: maybe { $0.text() }, since: maybe { $0.day() },
                lastContact: maybe { $0.day() }, isInferred: chance())
        }
    }

    private mutating func referral(
        _ people: [PersonID], _ opportunities: [OpportunityID], _ interactions: [InteractionID]
    ) -> Referral {
        let from = below(people.count)
        let to = (from + 1 + below(people.count - 1)) % people.count
        return Referral(
            from: people[from], to: people[to], promised: maybe { $0.day() }, given: day(),
            used: maybe { $0.day() }, met: maybe { $0.day() }, declined: maybe { $0.day() },
            opportunity: opportunities.isEmpty ? nil : maybe { $0.pick(opportunities) },
            interaction: interactions.isEmpty ? nil : maybe { $0.pick(interactions) },
            note: maybe { $0.text() })
    }

    private mutating func interaction(
        _ id: InteractionID, _ people: [PersonID], _ opportunities: [OpportunityID]
    ) -> Interaction {
        let others = some(of: people)
        let date = timestamp()
        return Interaction(
            id: id, date: date, people: others.isEmpty ? [pick(people)] : others,
            channel: pick(Interaction.Channel.allCases), direction: pick(Interaction.Direction.allCases),
            purposes: some(of: Interaction.Purpose.allCases), thread: maybe { $0.text() },
            subject: maybe { $0.text() }, messageID: date.secondOfDay.map { "\($0)@example.com" },
            note: maybe { $0.text() },
            opportunity: opportunities.isEmpty ? nil : maybe { $0.pick(opportunities) },
            promise: maybe { random in
                Promise(
                    by: random.pick(Promise.Side.allCases), kind: random.pick(Promise.Kind.allCases),
                    what: random.text(), due: random.maybe { $0.timestamp() }, kept: random.maybe { $0.day() }
                )
            },
            expectsReply: maybe { $0.chance() }, closesThread: chance(),
            agreed: maybe { date.day + -$0.below(30) }, wasMissed: chance())
    }

    private mutating func day() -> CalendarDay { CalendarDay(number: 18_000 + below(3000)) }

    private mutating func timestamp() -> Timestamp {
        switch below(4) {
        case 0: Timestamp(day())
        case 1: Timestamp(day(), secondOfDay: 60 * below(1440))
        case 2: Timestamp(day(), secondOfDay: below(86_400), utcOffsetMinutes: 0)
        default: Timestamp(day(), secondOfDay: below(86_400), utcOffsetMinutes: below(2879) - 1439)
        }
    }

    private mutating func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }

    private mutating func chance() -> Bool { below(2) == 0 }

    private mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

    private mutating func some<Value>(of values: [Value]) -> [Value] {
        values.filter { _ in below(4) == 0 }
    }

    private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
        chance() ? make(&self) : nil
    }

    private mutating func several<Value>(_ limit: Int, _ make: (inout Self) -> Value) -> [Value] {
        var values: [Value] = []
        for _ in 0..<below(limit + 1) { values.append(make(&self)) }
        return values
    }
}

extension [Weekday] {
    /// Each day once, in order.
    fileprivate var uniqued: [Weekday] { Weekday.allCases.filter(contains) }
}
