import AnalysisTestSupport
import DateLiterals
import Playbook
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("The queue of a day")
struct TodayTests {
    /// Due, my turn, their turn, promised, and two who may be called.
    private func analysis(asOf moment: Timestamp = "2026-03-10") throws -> NetworkAnalysis {
        try analyse(asOf: moment) {
            $0.person("dan")
            for id in ["ann", "bob", "eve", "ida", "kim"] as [PersonID] {
                $0.person(id, at: CompanyID(id.text))
            }
            $0.refused(by: "dan", "2026-03-09")
            $0.heard(from: "dan", on: "2026-03-09", .decline, about: "role")
            $0.wrote("bob", on: "2026-03-09", .outreach)
            $0.talked(with: "eve", on: "2026-02-20") {
                $0.promise = Promise(by: .them, kind: .other, what: "the list", due: "2026-02-25")
            }
            $0.heard(from: "ann", on: "2026-03-10")
            $0.talked(with: "ida", on: "2025-03-01", by: .meeting)
        }
    }

    @Test("everybody once: what is due, whose turn it is, then who to call")
    func queue() throws {
        let today = try analysis().today(next: 1)
        #expect(today.day == "2026-03-10")
        #expect(
            today.entries.map { "\($0.part.rawValue) \($0.person)" } == [
                "due eve", "due dan", "due ann", "they-owe bob", "next ida",
            ])
        #expect(today.furtherContacts == 1)
        #expect(Set(today.entries.map(\.person)).count == today.entries.count)
        #expect(today.bookkeeping.map(\.rule) == [.star])
    }

    @Test("an entry says whose turn it is since when, by which rule, and by when to act")
    func turns() throws {
        let today = try analysis().today()
        let ann = try #require(today.entries.first { $0.person == "ann" })
        #expect(ann.turn?.kind == .youOwe && ann.turn?.since == "2026-03-10" && ann.turn?.days == 0)
        #expect(ann.rules == [.answer] && ann.day == "2026-03-11")
        let bob = try #require(today.entries(of: .theyOwe).first)
        #expect(bob.turn?.kind == .theyOwe && bob.turn?.since == "2026-03-09" && bob.turn?.days == 1)
        #expect(bob.rules == [.firstMessage] && bob.day == "2026-03-12")
        let eve = try #require(today.entries.first { $0.person == "eve" })
        #expect(eve.turn?.kind == .promiseMissed && eve.rules.first == .missedPromise)
        let dan = try #require(today.entries.first { $0.person == "dan" })
        #expect(dan.turn == nil && dan.rules.contains(.call))
        #expect(
            today.entries(of: .next).allSatisfy { [[], [.longGap]].contains($0.rules) && $0.turn == nil })
    }

    @Test("a later word of either side ends the reminder of a missed promise")
    func inTouchToday() throws {
        let analysis = try analyse(asOf: "2026-03-10") {
            $0.person("eve")
            $0.talked(with: "eve", on: "2026-02-20") {
                $0.promise = Promise(by: .them, kind: .other, what: "the list", due: "2026-02-25")
            }
            $0.wrote("eve", on: "2026-03-10", .update)
        }
        #expect(analysis.today().entries.isEmpty)
    }

    @Test("no one who said no, or who is not to be contacted, is to be reminded of a promise")
    func refused() throws {
        let today = try analyse(asOf: "2026-03-10") {
            for id in ["ann", "bob"] as [PersonID] {
                $0.person(id) { $0.doNotContact = id == "bob" }
                $0.talked(with: id, on: "2026-02-20") {
                    $0.promise = Promise(by: .them, kind: .other, what: "the list", due: "2026-02-25")
                }
            }
            $0.heard(from: "ann", on: "2026-03-01", .decline)
        }.today()
        #expect(today.entries == [])
    }

    @Test("a network without people has an empty day")
    func empty() throws {
        let today = try analyse(asOf: "2026-03-10") { _ in }.today()
        #expect(today.entries == [] && today.bookkeeping == [] && today.furtherContacts == 0)
    }

    @Test("in every network no one is named twice, and the due ones are those of the call list")
    func laws() throws {
        for seed in 0..<60 as Range<UInt64> {
            var networks = RandomNetworks(seed: seed)
            let network = networks.network(size: 4 + Int(seed % 12))
            let analysis = try NetworkAnalysis(of: network, asOf: "2024-10-04")
            let today = analysis.today(next: 3)
            let people = today.entries.map(\.person)
            #expect(Set(people).count == people.count && !people.contains(network.seeker))
            let due = analysis.nextContacts.contacts.filter(\.isDue).map(\.person)
            #expect(today.entries(of: .due).map(\.person) == due)
            let parts = today.entries.map { TodayEntry.Part.allCases.firstIndex(of: $0.part)! }
            #expect(parts == parts.sorted())
            #expect(today.entries(of: .next).count <= 3)
            let silent = Set(network.people.filter(\.doNotContact).map(\.id))
            #expect(silent.isDisjoint(with: people))
            let others = analysis.nextContacts.contacts.filter { contact in
                !contact.isDue
                    && !today.entries.contains { $0.person == contact.person && $0.part != .next }
            }
            // Of those who were lost sight of for a year one a day is named.
            let lost = others.count { $0.rules == [.longGap] }
            #expect(
                today.entries(of: .next).count + today.furtherContacts == others.count - max(0, lost - 1))
        }
    }
    @Test("people known by name and work only come last, and are counted")
    func unknown() throws {
        let analysis = try analyse(asOf: "2026-03-10") { network in
            for id in ["ann", "bob", "eve", "ida"] as [PersonID] {
                network.person(id, "Director", at: CompanyID(id.text)) { $0.observations = [] }
                network.network.ties.append(Tie(from: "you", to: id))
            }
            network.network.companies[1].priority = .a
            network.person("kim", "Clerk", at: "kim") { $0.observations = ["sails"] }
            network.network.ties.append(Tie(from: "you", to: "kim"))
            network.person("old", "Clerk", at: "old") { $0.observations = [] }
            network.network.ties.append(Tie(from: "you", to: "old", how: "school"))
        }
        let today = analysis.today(next: 3)
        #expect(Set(today.entries.prefix(2).map(\.person)) == ["kim", "old"])
        #expect(today.entries.count == 3 && today.furtherContacts == 3)
        #expect(today.unknown?.count == 4)
        #expect(today.unknown?.first.count == 2)
        #expect(
            today.unknown?.first.first?.person
                == analysis.nextContacts.contacts.first {
                    !["kim", "old"].contains($0.person)
                }?.person)
        #expect(analysis.today(next: 0).unknown == nil)
        #expect(analysis.shortList.contacts.map(\.person).allSatisfy { ["kim", "old"].contains($0) })
        #expect(analysis.shortList.contactCount == 6)
    }
}
