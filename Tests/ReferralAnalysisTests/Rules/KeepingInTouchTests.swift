import AnalysisTestSupport
import DateLiterals
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

/// Playbook R1 in the months after, and R2's monthly touch.
@Suite("Keeping in touch")
struct KeepingInTouchTests {
    /// A friend of old, last heard of on 4 March.
    private func friend(
        asOf day: Timestamp, star: Bool = false, _ edit: (inout NetworkBuilder) -> Void = { _ in }
    ) throws -> NetworkAnalysis {
        try analyse(asOf: day) {
            $0.person("ann", star: star)
            $0.talked(with: "ann", on: "2026-03-04")
            edit(&$0)
        }
    }

    @Test("a warm contact without open business is due after 30 days, by the channel that served")
    func monthlyTouch() throws {
        let early = try friend(asOf: "2026-04-02")
        #expect(early.row("ann") == nil && early.steps(.monthlyTouch).map(\.due) == ["2026-04-03"])
        #expect(early.withheld("ann")?.until == "2026-04-03" && early.withheld("ann")?.rule == .monthlyTouch)
        let due = try friend(asOf: "2026-04-03")
        #expect(due.dueAdvice == [Advice("ann", .monthlyTouch, due: "2026-04-03", by: .email)])
        let chatting = try friend(asOf: "2026-05-01") {
            $0.wrote("ann", on: "2026-03-20", .update, by: .message)
        }
        #expect(chatting.dueAdvice == [Advice("ann", .monthlyTouch, due: "2026-04-20", by: .message)])
        let unreachable = try friend(asOf: "2026-04-03") { $0.network.people[1].emails = [] }
        #expect(unreachable.row("ann")?.action.channel == .message)
    }

    @Test("for stars and after a no it is R1's reminder")
    func keepWarm() throws {
        #expect(
            try friend(asOf: "2026-04-03", star: true).dueAdvice == [
                Advice("ann", .keepWarm, due: "2026-04-03", by: .email)
            ])
        let refused = try friend(asOf: "2026-04-03") { $0.refused(by: "ann", "2026-01-07") }
        #expect(refused.steps(.keepWarm).map(\.due) == ["2026-04-03"])
    }

    @Test("after half a year a contact has cooled down, and is only ranked")
    func cooledDown() throws {
        #expect(try friend(asOf: "2026-08-31").row("ann")?.isDue == true)
        #expect(try friend(asOf: "2026-09-01").row("ann")?.isDue == false)
    }

    @Test("someone who never said a word is no warm contact")
    func neverAnswered() throws {
        let analysis = try analyse(asOf: "2026-04-20") {
            $0.person("ann")
            $0.wrote("ann", on: "2026-03-04", .update)
        }
        #expect(analysis.steps == [] && analysis.row("ann")?.isDue == false)
    }

    @Test("a referrer hears how the introduction went")
    func referrer() throws {
        let analysis = try friend(asOf: "2026-04-03") {
            $0.person("bob")
            $0.network.referrals = [
                Referral(from: "ann", to: "bob", given: "2026-03-04", met: "2026-03-06")
            ]
        }
        #expect(analysis.row("ann")?.rules.first == .upTheChain)
        #expect(analysis.row("ann")?.action.what == "Thank them, and tell them how it went with Bob Doe")
    }

    @Test("open business rules the monthly touch out: a thread that waits, an undecided role")
    func openBusiness() throws {
        let waiting = try friend(asOf: "2026-04-20") { $0.wrote("ann", on: "2026-03-10") }
        #expect(waiting.steps.map(\.rule) == [.firstMessage])
        let undecided = try friend(asOf: "2026-04-20") {
            $0.role(
                "role", [StageEvent(stage: .applied, date: "2026-02-02")],
                participants: [Participant(person: "ann", role: .recruiter)])
        }
        #expect(undecided.steps.map(\.rule) == [.openApplication])
    }

    @Test("a star's new job is news for 60 days, until congratulated")
    func newRole() throws {
        func moved(asOf day: Timestamp, star: Bool = true, _ edit: (inout NetworkBuilder) -> Void = { _ in })
            throws -> NetworkAnalysis
        {
            try analyse(asOf: day) {
                $0.company("zenith")
                $0.person("ann", star: star) {
                    $0.employments = [
                        Employment(company: "acme", title: "Engineer", to: "2026-02-27"),
                        Employment(company: "zenith", title: "Head of Tools", from: "2026-03-06"),
                    ]
                }
                edit(&$0)
            }
        }
        let fresh = try moved(asOf: "2026-03-09")
        #expect(fresh.dueAdvice == [Advice("ann", .followStar, due: "2026-03-09", by: .message)])
        #expect(fresh.row("ann")?.action.say.contains("zenith") == true)
        #expect(try moved(asOf: "2026-03-08").withheld("ann")?.until == "2026-03-09")
        #expect(try moved(asOf: "2026-03-05").steps(.followStar) == [])
        #expect(try moved(asOf: "2026-05-05").steps(.followStar).count == 1)
        #expect(try moved(asOf: "2026-05-06").steps(.followStar) == [])
        #expect(try moved(asOf: "2026-03-20", star: false).steps(.followStar) == [])
        let done = try moved(asOf: "2026-03-20") { $0.wrote("ann", on: "2026-03-10", .congratulation) }
        #expect(done.steps(.followStar) == [])
    }

    @Test("a first job, and a job that has not begun, are no news")
    func noNewRole() throws {
        for later in [nil, "2026-06-01"] as [CalendarDay?] {
            let analysis = try analyse(asOf: "2026-03-20") {
                $0.person("ann", star: true) {
                    $0.employments = [Employment(company: "acme", title: "Engineer", from: "2026-03-06")]
                    if let later { $0.employments.append(Employment(company: "acme", from: later)) }
                }
            }
            #expect(analysis.steps(.followStar) == [])
        }
    }

    /// A star of acme's tools department, and openings there.
    private func opening(
        asOf day: Timestamp = "2026-03-20", _ signals: [Signal], star: Bool = true,
        _ edit: (inout NetworkBuilder) -> Void = { _ in }
    ) throws -> NetworkAnalysis {
        try analyse(asOf: day) {
            $0.person("ann", in: "Tools", star: star)
            $0.company("acme") { $0.signals = signals }
            edit(&$0)
        }
    }

    @Test("a new opening calls the stars of the right department first, the others a business day later")
    func openingPosted() throws {
        let friday: CalendarDay = "2026-03-06"
        for (department, due) in [(nil, "2026-03-09"), ("Tools", "2026-03-09"), ("Sales", "2026-03-10")]
            as [(String?, CalendarDay)]
        {
            let signal = Signal(kind: .openingPosted, date: friday, department: department)
            #expect(try opening([signal]).steps(.watchEmployer).map(\.due) == [due])
        }
        let signal = Signal(kind: .openingPosted, date: friday, title: "Toolsmith")
        let analysis = try opening([signal])
        #expect(analysis.dueAdvice == [Advice("ann", .watchEmployer, due: "2026-03-09", by: .call)])
        #expect(analysis.row("ann")?.action.what == "Ask about the new opening: “Toolsmith”")
        #expect(analysis.row("ann")?.action.say.contains("3 to 5 times") == false)
        #expect(try opening([signal], star: false).steps(.watchEmployer) == [])
    }

    @Test("the referral programme is told as a reported figure")
    func programme() throws {
        let analysis = try opening([Signal(kind: .openingPosted, date: "2026-03-06")]) {
            $0.company("acme") { $0.hasReferralProgramme = true }
        }
        #expect(analysis.row("ann")?.action.say.contains("are said to be 3 to 5 times as likely") == true)
    }

    @Test("of several openings the one in the star's department counts, then the newest, in any order")
    func severalOpenings() throws {
        let tools = Signal(kind: .openingPosted, date: "2026-03-09", department: "Tools", title: "Toolsmith")
        let older = Signal(kind: .openingPosted, date: "2026-03-03", department: "Tools", title: "Old")
        let sales = Signal(kind: .openingPosted, date: "2026-03-16", department: "Sales", title: "Seller")
        let crisis = Signal(kind: .crisis, date: "2026-03-17")
        for signals in [
            [tools, older, sales, crisis], [crisis, sales, older, tools], [older, tools, crisis, sales],
        ] {
            #expect(try opening(signals).steps(.watchEmployer).map(\.since) == ["2026-03-09"])
        }
        #expect(try opening([sales, crisis]).steps(.watchEmployer).map(\.since) == ["2026-03-16"])
    }

    @Test("an opening is news for 90 days, until the star has been told")
    func oldOpening() throws {
        let signal = Signal(kind: .openingPosted, date: "2026-03-06")
        #expect(try opening(asOf: "2026-06-04", [signal]).steps(.watchEmployer).count == 1)
        #expect(try opening(asOf: "2026-06-05", [signal]).steps(.watchEmployer) == [])
        let told = try opening([signal]) { $0.talked(with: "ann", on: "2026-03-06") }
        #expect(told.steps(.watchEmployer) == [])
        let answered = try opening([signal]) { $0.heard(from: "ann", on: "2026-03-06", .update) }
        #expect(answered.steps(.watchEmployer).count == 1)
    }

    @Test("a step stands where it came round last")
    func standing() throws {
        let step = try #require(try friend(asOf: "2026-04-03").steps.first)
        func standing(_ day: CalendarDay, _ days: Int = 30) -> CalendarDay {
            step.standing(on: day, returningAfter: days, in: WorkCalendar())
        }
        #expect(standing("2026-03-01") == "2026-04-03" && standing("2026-05-02") == "2026-04-03")
        #expect(standing("2026-05-03") == "2026-05-01" && standing("2026-06-10") == "2026-06-02")
        #expect(standing("2026-06-10", 0) == "2026-04-03" && standing("2026-06-10", -3) == "2026-04-03")
    }

    @Test("every number of the playbook can be changed")
    func policy() throws {
        var policy = AnalysisPolicy.standard
        policy.playbook.monthlyTouchAfterDays = 10
        let network = try Story.network("monthly-reminder")
        let analysis = try NetworkAnalysis(of: network, asOf: "2026-04-13", policy: policy)
        #expect(analysis.steps(.keepWarm, "howard").map(\.due) == ["2026-04-13"])
    }
}
