import AnalysisTestSupport
import DateLiterals
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("The call list")
struct CallListTests {
    @Test("due steps come first, by due day; then everybody else by value; one running rank")
    func order() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            $0.person("low", "Engineer", at: "one")
            $0.talked(with: "low", on: "2025-06-12")
            $0.person("high", "Director", at: "two")
            $0.talked(with: "high", on: "2025-06-12")
            $0.person("late", at: "three")
            $0.wrote("late", on: "2026-03-11")
            $0.person("early", at: "four")
            $0.wrote("early", on: "2026-03-09")
        }
        #expect(analysis.listed == ["early", "late", "high", "low"])
        #expect(analysis.nextContacts.contacts.map(\.rank) == [1, 2, 3, 4])
        #expect(analysis.nextContacts.contacts.map(\.isDue) == [true, true, false, false])
        #expect(
            analysis.nextContacts.contacts.map(\.day)
                == ["2026-03-12", "2026-03-16", "2026-03-20", "2026-03-20"])
        let first = analysis.nextContacts(first: 2)
        #expect(first.contacts == Array(analysis.nextContacts.contacts.prefix(2)))
        #expect(first.contacts.map(\.person) == ["early", "late"])
        #expect(first.contactCount == analysis.nextContacts.contacts.count)
    }

    @Test("on one due day value decides, and on equal value the order of the network")
    func ties() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            $0.person("first", "Engineer", at: "one")
            $0.person("second", "Engineer", at: "two")
            $0.person("boss", "Director", at: "three")
            for person in ["second", "first", "boss"] as [PersonID] { $0.wrote(person, on: "2026-03-09") }
        }
        #expect(analysis.listed == ["boss", "first", "second"])
    }

    @Test("whoever is not due is to be called on a business day")
    func weekend() throws {
        let analysis = try analyse(asOf: "2026-03-21") {
            $0.network.holidays = ["2026-03-23"]
            $0.person("ann")
            $0.talked(with: "ann", on: "2025-06-12")
        }
        #expect(analysis.row("ann")?.day == "2026-03-24")
    }

    @Test("several steps about one person make one row, the most urgent first")
    func oneRow() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.talked(with: "ann", on: "2026-03-09") {
                $0.promise = Promise(by: .seeker, kind: .other, what: "the slides", due: "2026-03-18")
            }
            $0.heard(from: "ann", on: "2026-03-12")
        }
        let row = try #require(analysis.row("ann"))
        #expect(analysis.listed == ["ann"])
        #expect(row.rules == [.answer, .ownPromise] && row.day == "2026-03-13")
        #expect(row.alsoDue.map(\.rule) == [.ownPromise])
    }

    @Test("whoever was spoken to today is left alone until the next polite day")
    func today() throws {
        let talked = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.talked(with: "ann", on: "2026-03-20T09:00")
        }
        #expect(talked.withheld("ann")?.reason == "you were in touch today")
        #expect(talked.withheld("ann")?.until == "2026-04-20")
        let asked = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.wrote("ann", on: "2026-03-20")
        }
        #expect(asked.withheld("ann")?.reason == "you were in touch today")
        #expect(asked.withheld("ann")?.until == "2026-03-25")
        let heard = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.heard(from: "ann", on: "2026-03-20")
        }
        #expect(heard.row("ann")?.rules == [.answer])
        let inTokyo = try analyse(asOf: "2026-03-20") {
            $0.person("ann", zone: "Asia/Tokyo")
            $0.talked(with: "ann", on: "2026-03-20T20:00Z")
        }
        #expect(inTokyo.withheld("ann")?.reason == "you were in touch today")
    }

    @Test("of two steps ahead the nearer one ends the wait")
    func nearestStep() throws {
        let analysis = try analyse(asOf: "2026-03-10") {
            $0.person("ann")
            $0.person("bob")
            $0.talked(with: "ann", on: "2026-02-10")
            $0.network.referrals = [Referral(from: "ann", to: "bob", promised: "2026-03-09")]
        }
        #expect(analysis.steps.map(\.due) == ["2026-03-12", "2026-03-18"])
        #expect(analysis.withheld("ann")?.until == "2026-03-12")
    }

    @Test("after a no, once the first steps are done, 30 days; after an interview, 14")
    func etiquette() throws {
        let refused = try analyse(asOf: "2026-03-20") {
            $0.person("dan", star: true)
            $0.refused(by: "dan", "2026-03-04")
            $0.talked(with: "dan", on: "2026-03-05", .referralRequest)
            $0.network.ties = [Tie(from: "you", to: "dan")]
        }
        #expect(refused.withheld("dan")?.until == "2026-04-06" && refused.withheld("dan")?.rule == .keepWarm)
        let interviewed = try analyse(asOf: "2026-03-20") {
            $0.person("dan")
            $0.person("ida")
            $0.role(
                "role",
                [StageEvent(stage: .interview, date: "2026-03-10", round: 1, people: ["dan", "ida"])],
                participants: [Participant(person: "dan", role: .hiringManager)])
        }
        #expect(interviewed.withheld("dan")?.until == "2026-03-24")
        #expect(
            interviewed.withheld("ida")?.reason
                == "while “role” is open, Dan Doe is the one to talk to there")
        #expect(interviewed.withheld("ida")?.rule == .oneVoice)
    }

    @Test("a stranger a contact knows is better introduced than written to")
    func strangers() throws {
        func knows(asOf day: Timestamp = "2026-03-20", _ edit: (inout NetworkBuilder) -> Void = { _ in })
            throws -> NetworkAnalysis
        {
            try analyse(asOf: day) {
                $0.person("ann", at: "one")
                $0.person("bob", at: "two")
                $0.network.ties = [Tie(from: "ann", to: "bob")]
                $0.talked(with: "ann", on: "2026-02-12")
                edit(&$0)
            }
        }
        let introduced = try #require(try knows().withheld("bob"))
        #expect(introduced.through == "ann" && introduced.until == nil)
        #expect(
            introduced.reason == "Ann Doe can introduce you, and is in the list")
        let waiting = try #require(try knows { $0.wrote("ann", on: "2026-03-19") }.withheld("bob"))
        #expect(waiting.through == "ann" && waiting.until == "2026-03-24")
        #expect(waiting.reason == "Ann Doe can introduce you")

        // No one who may be asked knows the stranger: then a first message it is.
        let unasked = [
            try knows { $0.network.people[1].doNotContact = true },
            try knows { $0.heard(from: "ann", on: "2026-03-13", .decline) },
            try knows { $0.network.ties = [] },
        ]
        for analysis in unasked {
            #expect(analysis.row("bob")?.action.what == "Write a first message")
        }
        #expect(try knows { $0.heard(from: "bob", on: "2026-02-13", .update) }.row("bob") != nil)
    }

    @Test("of several who know the stranger the likeliest to answer is named, the available before others")
    func introducer() throws {
        func know(_ edit: (inout NetworkBuilder) -> Void = { _ in }) throws -> NetworkAnalysis {
            try analyse(asOf: "2026-03-20") {
                for id in ["cold", "warm", "goal"] as [PersonID] { $0.person(id, at: CompanyID(id.text)) }
                $0.network.ties = [Tie(from: "cold", to: "goal"), Tie(from: "goal", to: "warm")]
                $0.network.ties.append(Tie(from: "you", to: "cold"))
                $0.talked(with: "warm", on: "2026-02-10")
                $0.talked(with: "warm", on: "2026-02-12")
                edit(&$0)
            }
        }
        #expect(try know().withheld("goal")?.through == "warm")
        #expect(try know { $0.talked(with: "warm", on: "2026-03-20") }.withheld("goal")?.through == "cold")
    }

    @Test("do-not-contact, a colleague-to-be and an explicit no stay out whatever is due")
    func refusals() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            $0.person("dnc") { $0.doNotContact = true }
            $0.heard(from: "dnc", on: "2026-03-10")
            $0.person("boss")
            $0.role(
                "role", [StageEvent(stage: .accepted, date: "2026-03-09", people: ["boss"])],
                participants: [Participant(person: "boss", role: .hiringManager)])
            $0.heard(from: "boss", on: "2026-03-10")
        }
        #expect(analysis.listed == [])
        #expect(analysis.withheld("boss")?.reason == "you accepted “role”, so they are a colleague now")
    }

    @Test("the caveats count what the numbers rest on")
    func caveats() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.person("bob")
            $0.wrote("ann", on: "2026-03-02")
        }
        #expect(
            analysis.nextContacts.caveats == [
                "only 1 of your requests has an outcome so far (not answered); until there are about 84, trust the "
                    + "order, not the percentages",
                "you have not said where you want to work yet, so this order is a first guess; "
                    + "`rebound want COMPANY` fixes that",
                "1 acquaintance is guessed from a shared employer",
            ])
    }
}
