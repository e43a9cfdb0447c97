import NetworkEditing
import NetworkFiles
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

/// What holds after any edit of any network.
@Suite("Laws of editing")
struct RandomEditsTests {
    @Test(
        "after any verb a network can be written, read and analysed; a refused verb leaves it alone",
        arguments: 0..<120 as Range<UInt64>)
    func random(seed: UInt64) throws {
        var networks = RandomNetworks(seed: seed)
        let network = networks.network(size: 3 + Int(seed % 8))
        var verbs = RandomVerbs(seed: seed ^ 0xED17, texts: (0..<12).map { _ in networks.text() })
        let days = [CalendarDay(number: 21_010), CalendarDay(number: 19_500)]
        var editor = NetworkEditor(network, now: Timestamp(days[Int(seed % 2)], secondOfDay: 36_000))
        for _ in 0..<40 {
            let before = editor.network
            do {
                let edit = try verbs.apply(to: &editor)
                #expect((editor.network == before) == edit.changes.isEmpty, "\(edit.summary)")
                #expect(!edit.summary.isEmpty && !edit.summary.contains(where: \.isNewline))
                #expect(!edit.people.contains(network.seeker))
                #expect(Set(edit.people).count == edit.people.count)
                #expect(Set(edit.people).isSubset(of: Set(editor.network.people.map(\.id))))
            } catch let error as EditError {
                #expect(editor.network == before)
                #expect(!error.explanation.isEmpty)
            }
            let errors = editor.network.issues().filter(\.isError)
            #expect(errors == [])
            if !errors.isEmpty { return }
        }
        let bytes = NetworkJSONWriter.bytes(of: editor.network)
        let read = NetworkJSONReader.read(bytes: bytes, file: "n.json", asOf: nil)
        #expect(read.diagnostics == [])
        #expect(read.network == editor.network)
        let analysis = try NetworkAnalysis(of: editor.network, asOf: editor.now)
        let people = analysis.network.people.map(\.id)
        #expect(try DueNext(with: people, in: editor.network, asOf: editor.now).steps == analysis.steps)
    }
}

/// Verbs with arguments that mostly mean something.
private struct RandomVerbs {
    private var random: SeededRandom
    private let texts: [String]

    init(seed: UInt64, texts: [String]) {
        random = SeededRandom(seed: seed)
        self.texts = texts + ["Ann Berg", "Bo Lind", "Harbour Bank", "acme", " ", "Engineer"]
    }

    mutating func apply(to editor: inout NetworkEditor) throws -> Edit {
        let network = editor.network
        let (person, other) = (self.person(network), self.person(network))
        let company = chance() ? text() : network.companies.randomElement(using: &random)?.id.text ?? text()
        let role = network.opportunities.randomElement(using: &random)?.id.text ?? text()
        let day = chance() ? nil : editor.today + (below(400) - 380)
        let moment = day.map { chance() ? Timestamp($0) : Timestamp($0, secondOfDay: below(86_400)) }
        switch below(32) {
        case 0: return try editor.addPerson(text(), details(company), allowNamesake: chance())
        case 1: return try editor.describe(person, details(company))
        case 2: return try editor.observe(person, text())
        case 3: return try editor.reports(person, count: below(12) - 1)
        case 4: return try editor.star([person], chance())
        case 5:
            if chance() { return try editor.remind(of: person, everyDays: day.map { _ in below(1_200) }) }
            if chance() {
                return try editor.putOff(
                    [person, other, company].filter { _ in chance() }, until: day, because: maybe())
            }
            return try editor.doNotContact(
                [person, other, company].filter { _ in chance() }, isLifted: chance())
        case 6: return try editor.moved(person, to: company, title: maybe(), department: maybe(), on: day)
        case 7:
            return try editor.tie(
                person, other, kind: chance() ? .knows : .reportsTo, strength: chance() ? nil : random.unit(),
                how: maybe(), since: day)
        case 8: return try editor.untie(person, other)
        case 9:
            return try editor.addCompany(text(), CompanyDetails(priority: .b, hasReferralProgramme: chance()))
        case 10: return try editor.describeCompany(company, CompanyDetails(priority: .a))
        case 11: return try editor.opening(company, text(), department: maybe(), note: maybe(), on: day)
        case 12: return try editor.signal(pick(Signal.Kind.allCases), at: company, note: maybe(), on: day)
        case 13: return try editor.signal(pick(Signal.Kind.allCases), about: person, on: day)
        case 14:
            return try editor.addOpportunity(
                text(), at: company,
                OpportunityDetails(
                    department: maybe(), closes: day,
                    participants: [.hiringManager: [person], .interviewer: [other, text()]]),
                stage: pick(Stage.allCases), on: moment, allowNamesake: chance())
        case 15:
            return try editor.advance(
                role, to: pick(Stage.allCases), with: [person, other].filter { _ in chance() },
                round: chance() ? nil : below(60), until: chance() ? nil : day, note: maybe(), on: moment)
        case 16:
            return try editor.reject(
                role, by: chance() ? nil : person, title: maybe(), finalist: chance(), feedback: maybe(),
                note: maybe(), on: moment)
        case 17: return try editor.feedback(on: role, from: chance() ? nil : person, text(), on: day)
        case 18, 19, 20:
            return try editor.log(
                ContactEntry(
                    with: chance() ? [person] : [person, other],
                    by: pick(Interaction.Channel.allCases), direction: pick(Interaction.Direction.allCases),
                    purposes: [pick(Interaction.Purpose.allCases)], subject: maybe(), note: maybe(),
                    on: moment, topic: pick([.latest, .new, .opportunity(role), .thread(text())]),
                    outcome: pick([.asAgreed] + ContactEntry.Outcome.allCases)))
        case 21:
            return try editor.close(chance() ? person : chance() ? role : company, note: maybe(), on: moment)
        case 22: return try editor.reopen(chance() ? person : chance() ? role : company)
        case 23:
            return try editor.refer(
                ReferralEntry(
                    from: person, to: chance() ? nil : other, pick(ReferralEntry.Step.allCases), on: day,
                    company: chance() ? nil : company, title: maybe(), about: chance() ? nil : role,
                    note: maybe()))
        case 24:
            return try editor.promise(
                by: pick(Promise.Side.allCases), person, text(), due: day.map { Timestamp($0) }, on: moment)
        case 25: return try editor.keepPromise(with: person, on: day)
        case 26: return try editor.left(person, chance() ? nil : company, isLetGo: chance(), on: day)
        case 27: return try editor.reposted(role, note: maybe(), on: day)
        case 28: return try editor.observe(chance() ? role : company, text())
        case 29:
            let first = day ?? editor.today
            return try editor.addHoliday(
                first...(first + below(40)), at: chance() ? nil : company, of: chance() ? nil : person,
                note: maybe())
        case 30:
            return switch below(3) {
            case 0: try editor.remove(person: person)
            case 1: try editor.remove(company: company)
            default: try editor.remove(opportunity: role)
            }
        default:
            return switch below(3) {
            case 0: try editor.rename(person: person, to: text())
            case 1: try editor.rename(company: company, to: text())
            default: try editor.rename(opportunity: role, to: text())
            }
        }
    }

    private mutating func person(_ network: ReferralNetwork) -> String {
        let person = pick(network.people)
        return switch below(5) {
        case 0: person.name
        case 1: text()
        default: person.id.text
        }
    }

    private mutating func details(_ company: String) -> PersonDetails {
        var details = PersonDetails()
        details.company = chance() ? nil : company
        details.title = maybe()
        details.department = maybe()
        details.since = chance() ? nil : CalendarDay(number: 18_000 + below(4000))
        details.emails = [text()]
        details.observations = [text(), text()]
        details.profileURL = chance() ? nil : "https://people.example/\(below(9))"
        details.timeZone = chance() ? nil : pick(["Europe/Berlin", "Berlin"])
        details.isStar = chance()
        details.how = maybe()
        details.strength = chance() ? nil : random.unit()
        details.wishes = ChannelWishes(
            avoiding: [pick(Interaction.Channel.allCases)].filter { _ in chance() }, isAny: chance())
        details.isConfidential = chance() ? nil : chance()
        return details
    }

    private mutating func text() -> String { pick(texts) }
    private mutating func maybe() -> String? { chance() ? nil : text() }
    private mutating func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
    private mutating func chance() -> Bool { below(2) == 0 }
    private mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
