import AnalysisTestSupport
import DateLiterals
import GraphAlgorithms
import Playbook
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("A week's plan")
struct OutreachPlanTests {
    /// People who answered a month and a half ago, two in each team, each with strangers to introduce.
    static func crowd(_ count: Int, teams: Int, phones: Bool = false) throws -> NetworkAnalysis {
        try analyse(asOf: "2026-04-08") { network in
            for number in 0..<count {
                let id = PersonID("p\(number)")
                network.person(
                    id, "Manager", at: CompanyID("c\(number % teams)"), in: "Team", zone: "America/Chicago"
                ) { if phones { $0.phones = ["+1 312 555-01\(10 + number)"] } }
                network.talked(with: id, on: "2025-06-01")
                network.person(PersonID("s\(number)"), "Director", at: CompanyID("d\(number)"))
                network.network.ties.append(Tie(from: id, to: PersonID("s\(number)")))
            }
        }
    }

    @Test("what the calls add sums to what the plan is worth", arguments: try Story.names())
    func sums(name: String) throws {
        let analysis = try NetworkAnalysis(of: try Story.network(name), asOf: "2026-04-10")
        for budget in [OutreachBudget.calls(5), .minutes(60)] {
            let plan = try analysis.outreachPlan(budget)
            #expect(abs(plan.calls.reduce(0) { $0 + $1.adds } - plan.value) < 1e-9)
            #expect(plan.minutes == plan.calls.reduce(0) { $0 + $1.minutes })
            #expect(plan.minutes == plan.days.reduce(0) { $0 + $1.minutes })
            #expect(plan.calls.map(\.choice).sorted() == Array(1..<(plan.calls.count + 1)))
            #expect(plan.value <= plan.valueAtMost + 1e-12)
            #expect((0...1).contains(plan.guaranteedShare))
            switch budget {
            case .calls(let count): #expect(plan.calls.count <= count)
            case .minutes(let minutes): #expect(plan.minutes <= minutes)
            }
            for call in plan.calls {
                #expect(call.missedWithout <= call.adds + 1e-9 && call.adds <= call.alone + 1e-9)
                #expect(analysis.network.people.first { $0.id == call.person }?.doNotContact == false)
            }
            #expect(plan.dueElsewhere.allSatisfy { person in !plan.calls.contains { $0.person == person } })
            #expect(try analysis.outreachPlan(budget) == plan)
        }
    }

    @Test(
        "no one is called before it is polite, and no two people of one team on a day",
        arguments: try Story.names())
    func etiquette(name: String) throws {
        let analysis = try NetworkAnalysis(of: try Story.network(name), asOf: "2026-04-10")
        let plan = try analysis.outreachPlan(.calls(12))
        let withheld = Dictionary(
            uniqueKeysWithValues: analysis.nextContacts.withheld.map { ($0.person, $0) })
        let people = analysis.network.people.map(\.id)
        let calendars = Dictionary(
            uniqueKeysWithValues: zip(people, WorkCalendar.calendars(of: analysis.network)))
        for day in plan.days {
            #expect(calendars[analysis.network.seeker]?.isBusinessDay(day.day) == true)
            var teams: Set<[String?]> = []
            for call in day.calls {
                #expect(calendars[call.person]?.isBusinessDay(day.day) == true)
                if let wait = withheld[call.person] {
                    #expect(try #require(wait.until) <= day.day)
                    #expect(wait.through == nil)
                }
                let job = analysis.network.people.first { $0.id == call.person }?.employment(
                    on: analysis.asOf.day)
                if let job { #expect(teams.insert([job.company.text, job.department]).inserted) }
                #expect((call.startMinute != nil) == (call.action.channel == .call))
                if let start = call.startMinute { #expect((510..<540).contains(start)) }
            }
        }
    }

    @Test("no one is contacted on a day off of theirs, and the plan keeps to the seeker's own week")
    func daysOff() throws {
        // 10 April 2026 is a Friday.
        func plan(seeker: String, contact: String, edit: (inout Person) -> Void = { _ in }) throws
            -> [CalendarDay]
        {
            let analysis = try analyse(asOf: "2026-04-10") { network in
                network.network.people[0].timeZone = seeker
                network.person("sam", "Manager", zone: contact) {
                    $0.phones = ["+966 50 555 0142"]
                    edit(&$0)
                }
                network.talked(with: "sam", on: "2025-06-01")
            }
            let plan = try analysis.outreachPlan(.calls(1))
            let row = try #require(analysis.nextContacts.contacts.first)
            let call = try #require(plan.calls.first)
            let day = try #require(plan.days.first { !$0.calls.isEmpty }?.day)
            #expect(call.person == "sam" && row.day <= day)
            #expect((call.ownHour != nil) == (call.startMinute != nil && seeker != contact))
            return plan.days.map(\.day) + [day, row.day]
        }
        let european: [CalendarDay] = ["2026-04-10", "2026-04-13", "2026-04-14", "2026-04-15", "2026-04-16"]
        let gulf: [CalendarDay] = ["2026-04-12", "2026-04-13", "2026-04-14", "2026-04-15", "2026-04-16"]
        #expect(
            try plan(seeker: "Europe/Berlin", contact: "Asia/Riyadh")
                == european + ["2026-04-13", "2026-04-12"])
        #expect(
            try plan(seeker: "Asia/Riyadh", contact: "Europe/Berlin") == gulf + ["2026-04-13", "2026-04-10"])
        #expect(
            try plan(seeker: "Asia/Riyadh", contact: "Asia/Riyadh") == gulf + ["2026-04-12", "2026-04-12"])
        let own = try plan(seeker: "Europe/Berlin", contact: "Europe/Berlin") {
            $0.weekend = [.friday, .monday, .tuesday]
        }
        #expect(own == european + ["2026-04-15", "2026-04-11"])
    }

    @Test("of one office one person is approached, however many there are")
    func oneOffice() throws {
        let analysis = try Self.crowd(6, teams: 1)
        #expect(try analysis.outreachPlan(.calls(6)).days.map(\.calls.count) == [1, 0, 0, 0, 0])
        #expect(analysis.nextContacts.withheld.count { $0.rule == .oneOffice } == 5)
    }

    @Test("six people of one team who are owed thanks in five days: one is turned away")
    func oneTeam() throws {
        let ids = (1...6).map { PersonID("p\($0)") }
        let analysis = try analyse(asOf: "2026-04-10") { network in
            for id in ids { network.person(id) }
            network.refused(
                by: ids[0], "2026-04-10",
                others: ids.dropFirst().map { Participant(person: $0, role: .interviewer) })
        }
        let plan = try analysis.outreachPlan(.calls(6))
        #expect(plan.days.map(\.calls.count) == [1, 1, 1, 1, 1])
        #expect(plan.turnedAway.count == 1)
        #expect(plan.guaranteedShare < 1 && plan.promisedShare == nil)
    }

    @Test("twelve calls to one time zone: two fit before nine each day")
    func callingHours() throws {
        let plan = try Self.crowd(12, teams: 12, phones: true).outreachPlan(.calls(12))
        #expect(plan.days.map(\.calls.count) == [2, 2, 2, 2, 2])
        #expect(plan.days.allSatisfy { $0.calls.map(\.startMinute) == [510, 525] })
        #expect(plan.turnedAway.count == 2)
    }

    @Test("short messages share a day within its minutes, and the week passes the weekend over")
    func minutesOfADay() throws {
        let analysis = try Self.crowd(5, teams: 5)
        let plan = try analysis.outreachPlan(.calls(5))
        #expect(
            plan.days.map(\.day) == ["2026-04-08", "2026-04-09", "2026-04-10", "2026-04-13", "2026-04-14"])
        #expect(plan.days.map(\.minutes) == [30, 20, 0, 0, 0])
        #expect(plan.turnedAway.isEmpty)
        #expect(plan.promisedShare == 1 - 0.36787944117144233 && plan.guaranteedShare >= 0.632)
        for (minutes, days) in [(1, [1, 1, 1, 1, 1]), (20, [2, 2, 1, 0, 0]), (60, [5, 0, 0, 0, 0])] {
            var policy = AnalysisPolicy.standard
            policy.outreach.minutesPerDay = minutes
            let other = try NetworkAnalysis(of: analysis.network, asOf: analysis.asOf, policy: policy)
                .outreachPlan(.calls(5))
            #expect(other.days.map(\.calls.count) == days)
            #expect(other.value == plan.value && other.valueAtMost == plan.valueAtMost)
        }
    }

    @Test("more than the days hold goes onto the least busy one, and no one is turned away for it")
    func fullDays() throws {
        let plan = try Self.crowd(20, teams: 20).outreachPlan(.calls(20))
        #expect(plan.days.map(\.minutes) == [40, 40, 40, 40, 40])
        #expect(plan.turnedAway.isEmpty)
    }

    @Test("of those lost sight of for a year one a day is enough")
    func longGaps() throws {
        let analysis = try analyse(asOf: "2026-04-08") { network in
            for id in ["a", "b", "c"] as [PersonID] {
                network.person(id, "Manager", at: CompanyID("co-\(id)"))
                network.talked(with: id, on: "2024-06-01")
            }
        }
        #expect(try analysis.outreachPlan(.calls(3)).days.map(\.calls.count) == [1, 1, 1, 0, 0])
    }

    @Test("two who know the same stranger are not both worth calling first")
    func diversity() throws {
        let analysis = try analyse(asOf: "2026-04-08") { network in
            for (id, strangers) in [("a", ["x", "y"]), ("b", ["x", "y"]), ("c", ["z"])]
                as [(PersonID, [PersonID])]
            {
                network.person(id, "Engineer", at: CompanyID("co-\(id)"))
                network.talked(with: id, on: "2025-06-01")
                for stranger in strangers {
                    if !network.network.people.contains(where: { $0.id == stranger }) {
                        network.person(stranger, "Director", at: CompanyID("co-\(stranger)"))
                    }
                    network.network.ties.append(Tie(from: id, to: stranger))
                }
            }
        }
        let plan = try analysis.outreachPlan(.calls(3))
        let calls = plan.calls.sorted { $0.choice < $1.choice }
        #expect(calls.map(\.person) == ["a", "b", "c"] || calls.map(\.person) == ["a", "c", "b"])
        let second = try #require(calls.first { $0.person == "b" })
        #expect(second.adds < second.alone)
        #expect(calls[0].opens.map(\.person) == ["x", "y"])
    }

    @Test("today's calling hours are over at ten")
    func afterHours() throws {
        func firstCall(at moment: String) throws -> CalendarDay? {
            let analysis = try analyse(asOf: Timestamp(moment)!) { network in
                network.person("ann", "Manager", zone: "America/Chicago") { $0.phones = ["+1 312 555-0110"] }
                network.talked(with: "ann", on: "2025-06-01")
            }
            return try analysis.outreachPlan(.calls(1)).days.first { !$0.calls.isEmpty }?.day
        }
        #expect(try firstCall(at: "2026-04-08T08:00-05:00") == "2026-04-08")
        #expect(try firstCall(at: "2026-04-08T10:00-05:00") == "2026-04-09")
    }

    @Test("a warm contact is not disturbed before the monthly touch, and then within the week")
    func monthlyTouch() throws {
        func plan(_ moment: Timestamp) throws -> OutreachPlan {
            try analyse(asOf: moment) { network in
                network.person("ann", "Manager")
                network.talked(with: "ann", on: "2026-03-20")
            }.outreachPlan(.calls(1))
        }
        #expect(try plan("2026-04-08").candidateCount == 0)
        let week = try plan("2026-04-15")
        let day = try #require(week.days.first { !$0.calls.isEmpty })
        #expect(day.day >= "2026-04-19")
        #expect(day.calls[0].rule == .monthlyTouch || day.calls[0].rule == .keepWarm)
    }

    @Test("an empty network and a budget of nothing give an empty plan")
    func nothing() throws {
        let empty = try analyse(asOf: "2026-04-08") { _ in }.outreachPlan(.calls(5))
        #expect(empty.calls.isEmpty && empty.value == 0 && empty.guaranteedShare == 1)
        #expect(empty.days.count == 5)
        let noTime = try Self.crowd(3, teams: 3).outreachPlan(.minutes(3))
        #expect(noTime.calls.isEmpty && noTime.candidateCount == 3)
        #expect(try Self.crowd(3, teams: 3).outreachPlan(.calls(-1)).calls.isEmpty)
    }

    @Test("lengths that are not above 0 are refused")
    func lengths() throws {
        var policy = AnalysisPolicy.standard
        policy.outreach.callMinutes = 0
        #expect(throws: AnalysisError.self) { try analyse(asOf: "2026-04-08", policy: policy) { _ in } }
    }
}
