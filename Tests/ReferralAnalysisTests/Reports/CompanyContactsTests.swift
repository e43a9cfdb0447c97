import AnalysisTestSupport
import DateLiterals
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("Who the seeker knows at companies")
struct CompanyContactsTests {
    private func contacts(
        at company: CompanyID = "tarn", _ build: (inout NetworkBuilder) -> Void
    ) throws -> CompanyContacts {
        try #require(try analyse(asOf: "2026-04-10", build).contacts(at: [company]).first)
    }

    private static func tie(_ one: PersonID, _ other: PersonID, _ strength: Double? = nil) -> Tie {
        Tie(from: one, to: other, strength: strength)
    }

    @Test("those there now, those who left, those an introduction away, and the rest")
    func kinds() throws {
        let tarn = try contacts {
            $0.person("ada", "Buyer", at: "tarn")
            $0.person("ben", "Head of Sales", at: "tarn")
            $0.person("cid", "Clerk", at: "tarn")
            $0.person("dan", "Baker", at: "mill") {
                $0.employments.insert(
                    Employment(company: "tarn", title: "Cook", from: "2019-01-01", to: "2021-05-31"), at: 0)
            }
            // More people than a small company has: no one is guessed to know anyone.
            for number in 0..<8 { $0.person(PersonID("x\(number)"), at: "tarn") }
            $0.network.ties = [
                Self.tie("you", "ada"), Self.tie("you", "dan"), Self.tie("dan", "ben", 0.8),
                Self.tie("ada", "ben", 0.2),
            ]
        }
        #expect(tarn.now.map(\.person) == ["ada"] && tarn.now[0].title == "Buyer" && tarn.now[0].isContact)
        #expect(tarn.before.map(\.person) == ["dan"] && tarn.before[0].title == "Cook")
        #expect(tarn.before[0].worksAt == "mill")
        #expect(tarn.introductions.map(\.member.person) == ["ben"])
        #expect(tarn.introductions[0].through == "dan" && tarn.introductions[0].others == ["ada"])
        #expect(!tarn.introductions[0].isGuessed)
        #expect(tarn.outOfReach.map(\.person).count == 9 && tarn.outOfReach[0].person == "cid")
        #expect(!tarn.isNoOne)
    }

    @Test("colleagues of a small company are guessed to know each other, and that is said")
    func guessed() throws {
        let tarn = try contacts {
            $0.person("ada", at: "tarn")
            $0.person("ben", at: "tarn")
            $0.network.ties = [Self.tie("you", "ada")]
        }
        #expect(tarn.introductions.map(\.isGuessed) == [true])
    }

    @Test("no one is led to or through a person on hold: wishes, secrets, the seeker's own employer")
    func onHold() throws {
        func through(_ edit: @escaping (inout Person) -> Void) throws -> CompanyContacts {
            try contacts {
                $0.person("ada", at: "mill", edit: edit)
                $0.person("ben", at: "tarn")
                $0.network.ties = [Self.tie("you", "ada"), Self.tie("ada", "ben")]
            }
        }
        #expect(try through { _ in }.introductions.map(\.through) == ["ada"])
        #expect(try through { $0.doNotContact = true }.introductions == [])
        #expect(try through { $0.isConfidential = true }.introductions == [])
        #expect(try through { $0.notBefore = "2026-05-01" }.introductions == [])
        let target = try contacts {
            $0.person("ada", at: "mill")
            $0.person("ben", at: "tarn") { $0.isConfidential = true }
            $0.network.ties = [Self.tie("you", "ada"), Self.tie("ada", "ben")]
        }
        #expect(target.introductions == [])
        #expect(target.outOfReach.map(\.onHold) == ["asked not to be named to others"])
        let own = try contacts {
            $0.network.people[0].employments = [Employment(company: "tarn", title: "Clerk")]
            $0.person("boss", "Manager", at: "tarn")
            $0.network.ties = [Tie(from: "you", to: "boss", kind: .reportsTo)]
        }
        #expect(own.now.map(\.onHold) == ["works at tarn, as you do; your search stays confidential"])
    }

    @Test(
        "who worked there with the seeker: dates decide, and where they are missing, that is said",
        arguments: [
            ("2019-01-01", "2020-12-31", "2020-06-01", "2022-01-31", "same-time 2020-06-01 2020-12-31"),
            ("2019-01-01", nil, "2020-06-01", "2022-01-31", "same-time 2020-06-01 2022-01-31"),
            ("2019-01-01", nil, "2020-06-01", nil, "same-time 2020-06-01 2026-04-10"),
            ("2019-01-01", "2019-12-31", "2020-01-01", "2022-01-31", "apart"),
            ("2019-01-01", "2019-12-31", "2019-12-31", "2022-01-31", "same-time 2019-12-31 2019-12-31"),
            ("2019-01-01", "2019-12-31", nil, "2022-01-31", "unknown"),
            (nil, nil, "2020-01-01", "2022-01-31", "unknown"), (nil, nil, nil, nil, "unknown"),
            ("2019-01-01", "2020-12-31", nil, "2020-06-30", "same-time 2020-06-30 2020-06-30"),
        ] as [(CalendarDay?, CalendarDay?, CalendarDay?, CalendarDay?, String)])
    func together(
        from: CalendarDay?, to: CalendarDay?, theirFrom: CalendarDay?, theirTo: CalendarDay?, says: String
    ) throws {
        let tarn = try contacts {
            $0.company("tarn")
            $0.network.people[0].employments = [Employment(company: "tarn", from: from, to: to)]
            $0.person("ada", at: "mill") {
                $0.employments.append(Employment(company: "tarn", from: theirFrom, to: theirTo))
            }
        }
        let time = try #require((tarn.now + tarn.before + tarn.outOfReach).first?.together)
        let words = [time.overlap.rawValue, time.from?.description, time.to?.description]
        #expect(words.compactMap(\.self).joined(separator: " ") == says)
    }

    @Test("what people write who have no employer is not one")
    func noEmployer() throws {
        let none = try contacts(at: "self") {
            $0.company("self") { $0.name = "Self-employed" }
            $0.person("ada", at: "self")
            $0.network.ties = [Self.tie("you", "ada")]
        }
        #expect(!none.isEmployer && none.isNoOne)
    }

    /// An independent count over everyone and every pair, without indexes or graphs.
    @Test("random networks, against a count by hand", arguments: 0..<60)
    func bruteForce(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let network = Self.randomNetwork(&random)
        let today: CalendarDay = "2026-04-10"
        let analysis = try NetworkAnalysis(of: network, asOf: Timestamp(today))
        let companies = network.companies.map(\.id)
        for found in analysis.contacts(at: companies) {
            let hand = Count(network, found.company, today)
            #expect(Set(found.now.map(\.person)) == hand.now)
            #expect(Set(found.before.map(\.person)) == hand.before)
            var introducers: [PersonID: Set<PersonID>] = [:]
            for way in found.introductions {
                introducers[way.member.person] = Set([way.through] + way.others)
            }
            #expect(introducers == hand.introducers)
            #expect(Set(found.outOfReach.map(\.person)) == hand.outOfReach)
        }
        #expect(analysis.contacts(at: companies).map(\.company) == companies)
    }

    private static func randomNetwork(_ random: inout SeededRandom) -> ReferralNetwork {
        func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
        let companies = (0..<6).map { Company(id: CompanyID("c\($0)"), name: "Firm \($0)") }
        var people = [Person(id: "you", name: "You")]
        for number in 0..<40 {
            let jobs = (0..<below(3)).map { _ in
                let start = CalendarDay(number: 18_000 + below(2600))
                return Employment(
                    company: companies[below(below(2) == 0 ? 6 : 2)].id, from: start,
                    to: below(2) == 0 ? start + below(800) : nil)
            }
            people.append(
                Person(
                    id: PersonID("p\(number)"), name: "P \(number)", employments: jobs,
                    doNotContact: below(8) == 0, isConfidential: below(8) == 0))
        }
        let ties = (0..<60).compactMap { _ -> Tie? in
            let (a, b) = (below(41), below(3) == 0 ? 0 : below(41))
            return a == b ? nil : Tie(from: people[a].id, to: people[b].id)
        }
        return ReferralNetwork(seeker: "you", people: people, companies: companies, ties: ties)
    }

    private struct Count {
        var now: Set<PersonID> = []
        var before: Set<PersonID> = []
        var introducers: [PersonID: Set<PersonID>] = [:]
        var outOfReach: Set<PersonID> = []

        init(_ network: ReferralNetwork, _ company: CompanyID, _ today: CalendarDay) {
            let others = network.people.filter { $0.id != network.seeker }
            func areTied(_ a: PersonID, _ b: PersonID) -> Bool {
                network.ties.contains { ($0.from, $0.to) == (a, b) || ($0.from, $0.to) == (b, a) }
            }
            func main(_ person: Person) -> CompanyID? { person.employment(on: today)?.company }
            func know(_ a: Person, _ b: Person) -> Bool {
                if areTied(a.id, b.id) { return true }
                guard let office = main(a), office == main(b) else { return false }
                return others.count { main($0) == office } <= 8
            }
            func isOpen(_ person: Person) -> Bool { !person.doNotContact && !person.isConfidential }
            for person in others where person.employments.contains(where: { $0.company == company }) {
                if !person.currentEmployments(on: today).contains(where: { $0.company == company }) {
                    before.insert(person.id)
                } else if areTied(person.id, network.seeker) {
                    now.insert(person.id)
                } else {
                    let ways = others.filter {
                        $0.id != person.id && areTied($0.id, network.seeker) && isOpen($0) && know($0, person)
                    }
                    if isOpen(person), !ways.isEmpty {
                        introducers[person.id] = Set(ways.map(\.id))
                    } else {
                        outOfReach.insert(person.id)
                    }
                }
            }
        }
    }
}
