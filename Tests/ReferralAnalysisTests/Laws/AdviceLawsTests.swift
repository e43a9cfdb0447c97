import AnalysisTestSupport
import DateLiterals
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import Playbook

/// What holds for the advice in every search (playbook R5).
@Suite("Laws of advice")
struct AdviceLawsTests {
    static let seeds: Range<UInt64> = 0..<60
    private let today = RandomHistories.asOf

    private func analysis(_ network: ReferralNetwork, on day: CalendarDay) throws -> NetworkAnalysis {
        try NetworkAnalysis(of: network, asOf: Timestamp(day))
    }

    @Test("the invented searches are valid", arguments: seeds)
    func valid(_ seed: UInt64) {
        let network = RandomHistories.network(seed: seed)
        let errors = network.issues(asOf: Timestamp(today)).filter(\.isError)
        #expect(errors == [])
    }

    @Test("no one is approached before a day that was named, but for a word that is owed", arguments: seeds)
    func statedDays(_ seed: UInt64) throws {
        let network = RandomHistories.network(seed: seed)
        let advice = try analysis(network, on: today).adviceOfTheDay
        for named in network.namedDays(on: today) {
            for row in advice where row.person == named.person {
                #expect(
                    !named.isWish && row.rules.allSatisfy(\.isOwed),
                    "\(row.person) \(row.rules), \(named.why)")
            }
        }
    }

    @Test("while a role is alive, one person of the employer is approached on a day", arguments: seeds)
    func oneVoice(_ seed: UInt64) throws {
        let network = RandomHistories.network(seed: seed)
        let approached = try analysis(network, on: today).today().entries
            .filter { ($0.part == .next || $0.day <= today) && !($0.rules.first?.isOwed ?? false) }
        for role in network.opportunities where role.isLive {
            let office = network.people.filter { $0.employment(on: today)?.company == role.company }
                .map(\.id)
            let people = Set(office + network.panel(of: role, on: today))
            let rows = approached.filter { people.contains($0.person) }
            let words = rows.map { "\($0.person) \($0.rules)" }
            #expect(rows.count <= 1, "\(role.id): \(words)")
        }
    }

    @Test("no step after a wish not to be contacted", arguments: seeds)
    func doNotContact(_ seed: UInt64) throws {
        let network = RandomHistories.network(seed: seed)
        let analysis = try analysis(network, on: today)
        let companies = Set(network.companies.filter(\.doNotContact).map(\.id))
        let roles = network.opportunities.filter(\.doNotContact)
        let silent = Set(
            network.people.filter { person in
                person.doNotContact
                    || person.employment(on: today).map { companies.contains($0.company) } ?? false
            }.map(\.id) + roles.flatMap { $0.participants.map(\.person) + $0.stages.flatMap(\.people) })
        #expect(analysis.steps.filter { $0.isContact && silent.contains($0.person) } == [])
        #expect(analysis.nextContacts.contacts.map(\.person).filter(silent.contains) == [])
        #expect(analysis.today().entries.map(\.person).filter(silent.contains) == [])
        let stalled = analysis.stalledThreads.threads.compactMap(\.step)
        #expect(stalled.filter { $0.isContact && silent.contains($0.person) } == [])
    }

    @Test("a step that was done is not due again the next day", arguments: seeds)
    func done(_ seed: UInt64) throws {
        let network = RandomHistories.network(seed: seed)
        let before = try analysis(network, on: today)
        for row in before.nextContacts.contacts where row.isDue {
            guard let step = before.dueSteps(with: row.person).first(where: { $0.rule == row.rules[0] })
            else {
                Issue.record("no step behind \(row.person) \(row.rules)")
                continue
            }
            var acted = network
            acted.act(on: step, in: before, on: today)
            let after = try analysis(acted, on: today + 1)
            let again = after.dueSteps(with: row.person).filter {
                $0.rule == step.rule && $0.since == step.since && $0.opportunity == step.opportunity
            }
            #expect(again.isEmpty, "\(row.person) \(step.rule) since \(step.since)")
        }
    }

    @Test("the order in which things were recorded changes nothing", arguments: seeds)
    func order(_ seed: UInt64) throws {
        let network = RandomHistories.network(seed: seed)
        var random = SeededRandom(seed: seed)
        var shuffled = network
        shuffled.opportunities.shuffle(using: &random)
        shuffled.ties.shuffle(using: &random)
        shuffled.referrals.shuffle(using: &random)
        shuffled.shuffleInteractionsOfDifferentDays(using: &random)
        let first = try analysis(network, on: today).nextContacts.dueWords
        let second = try analysis(shuffled, on: today).nextContacts.dueWords
        #expect(first.subtracting(second) == second.subtracting(first))
    }

    @Test("what is suppressed has a reason, and is not advised", arguments: seeds)
    func reasons(_ seed: UInt64) throws {
        let analysis = try analysis(RandomHistories.network(seed: seed), on: today)
        let due = analysis.nextContacts.contacts.filter(\.isDue)
        for waiting in analysis.suppressed {
            let isBlank = waiting.because.allSatisfy(\.isWhitespace)
            #expect(!isBlank)
            #expect(waiting.until.map { $0 > waiting.step.earliest } ?? true)
            let isUpheld = analysis.dueSteps(with: waiting.step.person).contains {
                $0.rule == waiting.step.rule && $0.opportunity == waiting.step.opportunity
                    && $0.since == waiting.step.since
            }
            #expect(!isUpheld, "\(waiting.step.person) \(waiting.step.rule)")
            let rules = analysis.dueSteps(with: waiting.step.person).map(\.rule)
            let isAdvised = due.contains {
                $0.person == waiting.step.person && $0.rules.contains(waiting.step.rule)
            }
            #expect(!isAdvised || rules.contains(waiting.step.rule))
        }
    }
}

/// Advice that is followed day by day, without an answer, does not become a nuisance.
@Suite("A back-test of nagging")
struct NaggingTests {
    private static let days = 60

    private func expectNoNagging(_ start: ReferralNetwork, _ name: String) throws {
        var network = start.known(at: Timestamp(RandomHistories.asOf))
        // A first message, its reminder and a call are what R2 says of those who never said a word.
        let spoke = network.interactions.filter { $0.direction != .outgoing }.flatMap(\.people)
        let met = network.opportunities.flatMap { $0.stages.flatMap(\.people) }
        let strangers = Set(network.people.map(\.id)).subtracting(spoke + met)
        var words: [PersonID: [(day: CalendarDay, rule: Rule)]] = [:]
        for day in (0..<Self.days).map({ RandomHistories.asOf + $0 }) {
            let analysis = try NetworkAnalysis(of: network, asOf: Timestamp(day))
            guard analysis.steps.contains(where: { $0.isContact && $0.earliest <= day }) else { continue }
            let entries = analysis.today(next: 0).entries
            #expect(Set(entries.map(\.person)).count == entries.count)
            for entry in entries where entry.part == .due {
                guard
                    let step = analysis.dueSteps(with: entry.person).first(where: {
                        $0.rule == entry.rules[0]
                    })
                else {
                    Issue.record("no step behind \(entry.person) \(entry.rules)")
                    continue
                }
                network.act(on: step, in: analysis, on: day)
                words[entry.person, default: []].append((day, step.rule))
            }
        }
        for (person, words) in words.sorted(by: { $0.key < $1.key }) {
            let crowd = words.indices.first { first in
                let near = words[first...].prefix { $0.day - words[first].day < 14 }.map(\.rule)
                return near.count > 2
                    && !(near.count == 3 && strangers.contains(person) && near[2] == .telephone)
            }
            let days = words[(crowd ?? 0)...].prefix(6).map { "\($0.day) \($0.rule.rawValue)" }
            #expect(crowd == nil, "\(name), \(person): \(days)")
        }
    }

    @Test("no person more than twice in 14 days, in invented searches", arguments: 0..<30 as Range<UInt64>)
    func histories(_ seed: UInt64) throws {
        try expectNoNagging(RandomHistories.network(seed: seed), "seed \(seed)")
    }

    @Test("nor in the samples", arguments: try Story.names())
    func samples(_ name: String) throws {
        try expectNoNagging(Story.network(name), name)
    }
}

extension NextContacts {
    /// What is due, whatever its place.
    fileprivate var dueWords: Set<String> {
        Set(
            contacts.filter(\.isDue).flatMap { row in
                row.rules.map { "\(row.person) \($0.rawValue) \(row.day)" }
            })
    }
}

extension NetworkAnalysis {
    /// The steps with someone whose first day has come.
    fileprivate func dueSteps(with person: PersonID) -> [DueStep] {
        steps.filter { $0.person == person && $0.isContact && $0.earliest <= asOf.day }
    }

    /// Who is to be contacted now because a rule says so, and the rules.
    fileprivate var adviceOfTheDay: [(person: PersonID, rules: [Rule])] {
        nextContacts.contacts.filter(\.isDue).map { ($0.person, $0.rules) }
            + today().entries.filter { $0.part != .next && $0.day <= asOf.day }.map { ($0.person, $0.rules) }
    }
}

extension ReferralNetwork {
    /// A day ahead that was named, and who it concerns.
    fileprivate struct NamedDay {
        var person: PersonID
        var isWish: Bool
        var why: String
    }

    /// Who speaks for the employer of a role, whoever has left apart.
    fileprivate func panel(of role: Opportunity, on day: CalendarDay) -> [PersonID] {
        let helpers = role.participants.filter { $0.role == .referee || $0.role == .insider }.map(\.person)
        return (role.participants.map(\.person) + role.stages.flatMap(\.people)).filter { id in
            !helpers.contains(id)
                && people.first { $0.id == id }?.employment(on: day) != nil
        }
    }

    /// The days ahead as they are recorded, without the playbook.
    fileprivate func namedDays(on today: CalendarDay) -> [NamedDay] {
        var found: [NamedDay] = []
        func add(_ ids: some Sequence<PersonID>, isWish: Bool = false, _ why: String) {
            found += ids.map { NamedDay(person: $0, isWish: isWish, why: why) }
        }
        for person in people {
            if let day = person.notBefore, day > today { add([person.id], isWish: true, "not before \(day)") }
            if person.away.contains(where: { $0.covers(today) }) { add([person.id], "away") }
            let employer = companies.first { $0.id == person.employment(on: today)?.company }
            if let day = employer?.notBefore, day > today { add([person.id], isWish: true, "company's wish") }
        }
        for role in opportunities {
            if let day = role.notBefore, day > today {
                add(
                    role.participants.map(\.person) + role.stages.flatMap(\.people), isWish: true,
                    "wish about \(role.id) until \(day)")
            }
            guard role.isLive else { continue }
            let stage = role.currentStage
            if stage?.stage == .onHold, let until = stage?.until, until >= today {
                add(panel(of: role, on: today), "\(role.id) on hold until \(until)")
            }
            if let closes = role.closes, closes >= today {
                add(panel(of: role, on: today), "\(role.id) closes \(closes)")
            }
        }
        for (position, talk) in interactions.enumerated() {
            if talk.date.day > today { add(talk.people, "a talk on \(talk.date.day)") }
            guard let promise = talk.promise, promise.by == .them, promise.kept == nil,
                promise.kind != .introduction, let due = promise.due?.day, due >= today,
                talk.date.day <= today,
                let person = talk.people.first,
                !interactions.enumerated().contains(where: { other, word in
                    other != position && word.people.contains(person) && word.date.day >= talk.date.day
                        && word.date.day <= today
                }),
                let someone = people.first(where: { $0.id == person }), someone.signals.isEmpty,
                someone.employment(on: today) != nil,
                opportunities.filter({ role in
                    role.participants.contains { $0.person == person }
                }).allSatisfy(\.isLive)
            else { continue }
            add([person], "promise by \(due)")
        }
        return found
    }

    /// Records that a step was done.
    fileprivate mutating func act(on step: DueStep, in analysis: NetworkAnalysis, on day: CalendarDay) {
        let finding = analysis.stalledThreads.threads.first { $0.step == step }
        let isCourtesy = step.rule.purposes.allSatisfy(courtesies.contains)
        if step.rule == .ownPromise {
            for index in interactions.indices {
                let word = interactions[index]
                guard word.people.first == step.person, let promise = word.promise, promise.by == .seeker,
                    promise.kept == nil
                else { continue }
                interactions[index].promise?.kept = day
            }
        }
        // An offer is answered by a decision.
        if let role = opportunities.firstIndex(where: { $0.id == step.opportunity }),
            step.rule == .competingOffer, step.action.what.hasPrefix("Answer")
        {
            opportunities[role].stages.append(StageEvent(stage: .withdrawn, date: Timestamp(day)))
        }
        interactions.append(
            Interaction(
                date: Timestamp(day), people: [step.person], channel: step.action.channel!,
                direction: .outgoing, purposes: step.rule.purposes, thread: finding?.thread,
                opportunity: finding?.opportunity ?? step.opportunity, expectsReply: !isCourtesy))
    }

    /// Another order, in which what happened on one day keeps its own.
    fileprivate mutating func shuffleInteractionsOfDifferentDays(using random: inout SeededRandom) {
        let days = interactions.map(\.date.day).shuffled(using: &random)
        var byDay = Dictionary(grouping: interactions, by: \.date.day).mapValues { Array($0.reversed()) }
        interactions = days.map { byDay[$0]!.removeLast() }
    }
}

/// Words that ask for nothing.
private let courtesies: [Interaction.Purpose] = [.thankYou, .congratulation, .keepWarm, .update, .decline]

extension Rule {
    /// What a word by this rule is for.
    fileprivate var purposes: [Interaction.Purpose] {
        switch self {
        case .thankYou, .thankAfterInterview: [.thankYou]
        case .call, .feedback: [.thankYou, .feedback]
        case .referralRequest: [.referralRequest]
        case .connect: [.invitation]
        case .followStar: [.congratulation]
        case .keepWarm, .monthlyTouch, .cadence, .longGap, .jobLoss, .hardTimes, .kindRefusal: [.keepWarm]
        case .referrer, .upTheChain, .competingOffer, .referee, .answer, .ownPromise: [.update]
        case .accepted: [.decline]
        case .unusedReferral, .watchEmployer, .reposted, .openDoor, .left, .secondPerson: [.outreach]
        default: [.followUp]
        }
    }
}
