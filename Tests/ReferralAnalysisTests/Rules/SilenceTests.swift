import AnalysisTestSupport
import DateLiterals
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

/// Playbook R2: threads in which nothing moves. 2026-03-04 is a Wednesday, 2026-03-06 a Friday.
@Suite("Silence")
struct SilenceTests {
    @Test(
        "a first message waits three business days",
        arguments: [
            ("2026-03-02", [], "2026-03-05"), ("2026-03-04", [], "2026-03-09"),
            ("2026-03-06", [], "2026-03-11"), ("2026-03-07", [], "2026-03-11"),
            ("2026-03-06", ["2026-03-09"], "2026-03-12"),
        ] as [(CalendarDay, [CalendarDay], CalendarDay)])
    func firstMessage(_ sent: CalendarDay, _ holidays: [CalendarDay], _ due: CalendarDay) throws {
        func after(_ day: CalendarDay) throws -> NetworkAnalysis {
            try analyse(asOf: Timestamp(day)) {
                $0.network.holidays = holidays
                $0.person("ann")
                $0.wrote("ann", on: Timestamp(sent), .outreach)
            }
        }
        let early = try after(due + -1)
        #expect(early.stalledThreads.threads == [] && early.row("ann") == nil)
        #expect(early.withheld("ann")?.until == due && early.withheld("ann")?.rule == .firstMessage)
        let ripe = try after(due)
        #expect(ripe.dueAdvice == [Advice("ann", .firstMessage, due: due, by: .email)])
        #expect(ripe.stalled(.theyOwe) == ["ann"])
    }

    @Test("after half a year nothing is due in an unanswered conversation, which is counted and not closed")
    func cooledDown() throws {
        for (asOf, isListed) in [("2026-09-02", true), ("2026-09-03", false)] as [(CalendarDay, Bool)] {
            let analysis = try analyse(asOf: Timestamp(asOf)) {
                $0.person("ann")
                $0.person("ben", at: "other")
                $0.wrote("ann", on: "2026-03-06", .outreach)
                $0.heard(from: "ben", on: "2026-03-06")
            }
            #expect(asOf - ("2026-03-06" as CalendarDay) == (isListed ? 180 : 181))
            #expect(analysis.stalled(.theyOwe) == (isListed ? ["ann"] : []))
            #expect(analysis.stalled(.youOwe) == (isListed ? ["ben"] : []))
            #expect(analysis.stalled(.closed) == [])
            #expect(analysis.stalledThreads.cooledDownCount == (isListed ? 0 : 2))
            #expect(analysis.row("ann")?.isDue == isListed)
        }
    }

    @Test("Friday 23:30 in UTC is Friday in Chicago and Saturday in Tokyo: both are ripe on Wednesday")
    func timeZones() throws {
        for (zone, since) in [("America/Chicago", "2026-03-06"), ("Asia/Tokyo", "2026-03-07")]
            as [(String, CalendarDay)]
        {
            let analysis = try analyse(asOf: "2026-03-20") {
                $0.person("ann", zone: zone)
                $0.wrote("ann", on: "2026-03-06T23:30Z", .outreach)
            }
            let thread = try #require(analysis.stalledThreads.threads.first)
            #expect(thread.since == since && thread.step?.due == "2026-03-11")
            #expect(thread.silentDays == (zone == "Asia/Tokyo" ? 13 : 14))
            // The 20th is the vernal equinox, a public holiday in Tokyo.
            #expect(thread.silentBusinessDays == (zone == "Asia/Tokyo" ? 9 : 10))
        }
    }

    @Test("the day a step is due begins where the contact lives")
    func contactsToday() throws {
        // 2026-03-10T23:30Z is already the 11th in Tokyo, and still the 10th in Chicago.
        for (zone, isDue) in [("Asia/Tokyo", true), ("America/Chicago", false)] {
            let analysis = try analyse(asOf: "2026-03-10T23:30Z") {
                $0.person("ann", zone: zone)
                $0.wrote("ann", on: "2026-03-06", .outreach)
            }
            #expect((analysis.row("ann") != nil) == isDue)
        }
    }

    @Test("what was not written is not forwarded")
    func reminder() throws {
        for (channel, what) in [
            (.email, "Forward your own e-mail"), (.letter, "Forward your own e-mail"),
            (.message, "Write a short reminder"), (.call, "Write a short reminder"),
        ] as [(Interaction.Channel, String)] {
            let analysis = try analyse(asOf: "2026-03-20") {
                $0.person("ann")
                $0.wrote("ann", on: "2026-03-06", .outreach, by: channel)
            }
            #expect(analysis.row("ann")?.action.what == what)
            #expect(analysis.row("ann")?.action.channel == (channel == .message ? .message : .email))
        }
    }

    @Test("after the follow-up the telephone, a business day on; after that once a month")
    func telephone() throws {
        func silent(asOf day: Timestamp, third: Bool = false, by channel: Interaction.Channel = .email)
            throws -> NetworkAnalysis
        {
            try analyse(asOf: day) {
                $0.person("ann") { $0.phones = ["555-0100"] }
                $0.wrote("ann", on: "2026-03-03", .outreach)
                $0.wrote("ann", on: "2026-03-06", .followUp, by: channel)
                if third { $0.wrote("ann", on: "2026-03-09", by: .call) }
            }
        }
        #expect(try silent(asOf: "2026-03-08").withheld("ann")?.until == "2026-03-09")
        let call = try silent(asOf: "2026-03-09")
        #expect(call.dueAdvice == [Advice("ann", .telephone, due: "2026-03-09", by: .call)])
        #expect(call.row("ann")?.action.hour == "before 9:00")
        for analysis in [
            try silent(asOf: "2026-04-07", third: true), try silent(asOf: "2026-04-04", by: .call),
        ] {
            #expect(analysis.row("ann") == nil)
            #expect(analysis.withheld("ann")?.rule == .tryAgain)
        }
        let monthly = try silent(asOf: "2026-04-08", third: true)
        #expect(monthly.dueAdvice == [Advice("ann", .tryAgain, due: "2026-04-08", by: .email)])
        #expect(monthly.row("ann")?.action.what == "Try again, once a month")
    }

    @Test(
        "what asks for nothing waits for nothing",
        arguments: [
            .thankYou, .congratulation, .update, .keepWarm,
        ] as [Interaction.Purpose])
    func courtesies(_ purpose: Interaction.Purpose) throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.wrote("ann", on: "2026-03-06", purpose)
        }
        #expect(analysis.stalledThreads.threads == [] && analysis.dueAdvice == [])
    }

    @Test("whether an answer is expected can be said outright")
    func expectsReply() throws {
        let asks = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.wrote("ann", on: "2026-03-06", .thankYou) { $0.expectsReply = true }
            $0.person("bob")
            $0.wrote("bob", on: "2026-03-06", .outreach) { $0.expectsReply = false }
            $0.person("cem")
            $0.heard(from: "cem", on: "2026-03-06") { $0.expectsReply = false }
            $0.person("dia")
            $0.heard(from: "dia", on: "2026-03-06", .thankYou) { $0.expectsReply = true }
        }
        #expect(asks.stalled(.theyOwe) == ["ann"] && asks.stalled(.youOwe) == ["dia"])
    }

    @Test("a word from them, or a talk, ends the waiting, also in another conversation")
    func answered() throws {
        for answer in [Interaction.Direction.incoming, .mutual] {
            for thread in ["ask", "elsewhere", nil] {
                let analysis = try analyse(asOf: "2026-03-20") {
                    $0.person("ann")
                    $0.wrote("ann", on: "2026-03-06", .outreach) { $0.thread = "ask" }
                    $0.heard(from: "ann", on: "2026-03-07", .update) {
                        $0.direction = answer
                        $0.thread = thread
                    }
                }
                #expect(analysis.stalledThreads.threads == [], "\(answer) \(thread ?? "-")")
            }
        }
    }

    @Test("an answer of theirs starts the count anew")
    func newAsk() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.wrote("ann", on: "2026-02-02", .outreach)
            $0.wrote("ann", on: "2026-02-05", .followUp)
            $0.heard(from: "ann", on: "2026-02-09", .update)
            $0.wrote("ann", on: "2026-03-10", .feedback)
        }
        #expect(analysis.steps(.telephone) == [])
        #expect(analysis.dueAdvice == [Advice("ann", .firstMessage, due: "2026-03-13", by: .email)])
    }

    @Test("two named threads with one person are counted apart")
    func namedThreads() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.wrote("ann", on: "2026-03-05", .outreach) { $0.thread = "panel" }
            $0.wrote("ann", on: "2026-03-09", .outreach) { $0.thread = "course" }
        }
        #expect(analysis.stalledThreads.threads.map(\.thread) == ["panel", "course"])
        #expect(analysis.stalledThreads.threads.map(\.step?.rule) == [.firstMessage, .firstMessage])
        #expect(analysis.row("ann")?.alsoDue.count == 1)
    }

    @Test("a message to several waits for each of them")
    func groupThread() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.person("bob")
            $0.wrote("ann", "bob", on: "2026-03-05", .outreach) { $0.thread = "panel" }
            $0.heard(from: "bob", on: "2026-03-06", .update) { $0.thread = "panel" }
        }
        #expect(analysis.stalled(.theyOwe) == ["ann"])
    }

    @Test("they wrote last: the answer is due the next business day, and from the day they wrote")
    func answer() throws {
        let analysis = try analyse(asOf: "2026-03-06") {
            $0.person("ann")
            $0.heard(from: "ann", on: "2026-03-06", by: .call)
        }
        let step = try #require(analysis.steps(.answer, "ann").first)
        #expect(step.earliest == "2026-03-06" && step.due == "2026-03-09")
        #expect(step.action.what == "Reply to their call")
        #expect(analysis.row("ann")?.isDue == true && analysis.stalledThreads.threads == [])
        let answered = try SilenceTests.answered(in: "elsewhere")
        #expect(answered.stalledThreads.threads == [] && answered.steps(.answer) == [])
    }

    private static func answered(in thread: String) throws -> NetworkAnalysis {
        try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.heard(from: "ann", on: "2026-03-06")
            $0.wrote("ann", on: "2026-03-07", .update) { $0.thread = thread }
        }
    }

    @Test("after an interview: fourteen days since the last word, with the one who decides")
    func afterInterview() throws {
        func waiting(asOf day: Timestamp, edit: (inout NetworkBuilder) -> Void = { _ in }) throws
            -> NetworkAnalysis
        {
            try analyse(asOf: day) {
                $0.person("dan", "Manager")
                $0.person("ida")
                $0.role(
                    "role",
                    [StageEvent(stage: .interview, date: "2026-03-02", round: 1, people: ["dan", "ida"])],
                    participants: [
                        Participant(person: "ida", role: .interviewer),
                        Participant(person: "dan", role: .hiringManager),
                    ])
                $0.wrote("dan", on: "2026-03-03", .thankYou, about: "role")
                edit(&$0)
            }
        }
        let early = try waiting(asOf: "2026-03-16")
        #expect(early.withheld("dan")?.until == "2026-03-17")
        #expect(early.withheld("ida")?.rule == .oneVoice && early.withheld("ida")?.through == "dan")
        let ripe = try waiting(asOf: "2026-03-17")
        #expect(ripe.dueAdvice == [Advice("dan", .afterInterview, due: "2026-03-17", by: .email)])
        #expect(ripe.stalled(.theyOwe) == ["dan"])

        let nudged = try waiting(asOf: "2026-03-30") {
            $0.wrote("dan", on: "2026-03-17", .followUp, about: "role")
        }
        #expect(nudged.steps(.afterInterview).map(\.due) == ["2026-03-31"])
        #expect(nudged.steps(.firstMessage) == [])
        for stage in [Stage.offer, .rejected, .accepted, .withdrawn] {
            let decided = try waiting(asOf: "2026-03-30") {
                $0.network.opportunities[0].stages.append(StageEvent(stage: stage, date: "2026-03-05"))
            }
            #expect(decided.steps(.afterInterview) == [], "\(stage)")
        }
        let onHold = try waiting(asOf: "2026-03-30") {
            $0.network.opportunities[0].stages.append(StageEvent(stage: .onHold, date: "2026-03-05"))
        }
        #expect(onHold.steps(.afterInterview).map(\.due) == ["2026-03-19"])
    }

    @Test("no clock closes a thread; a no, the user and do-not-contact do")
    func closing() throws {
        let years = try analyse(asOf: "2029-03-06") {
            $0.person("ann")
            $0.wrote("ann", on: "2026-03-06", .outreach)
        }
        #expect(years.stalledThreads.cooledDownCount == 1 && years.stalled(.closed) == [])
        #expect(years.row("ann") != nil && years.withheld("ann") == nil)

        let closed = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.wrote("ann", on: "2026-03-06", .outreach)
            $0.heard(from: "ann", on: "2026-03-07", .decline)
            $0.person("bob")
            $0.wrote("bob", on: "2026-03-06", .outreach) { $0.closesThread = true }
            $0.person("cem") { $0.doNotContact = true }
            $0.wrote("cem", on: "2026-03-06", .outreach)
        }
        #expect(closed.stalled(.closed) == ["bob", "cem", "ann"])
        #expect(
            closed.stalledThreads.threads.map(\.closure) == [
                "you closed it", "Cem is not to be contacted", "Ann said no",
            ])
        #expect(closed.listed == [])
        #expect(closed.withheld("ann")?.reason == "said no on 2026-03-07")
        #expect(closed.withheld("bob")?.reason == "you closed the thread on 2026-03-06")

        let reopened = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.heard(from: "ann", on: "2026-03-07", .decline)
            $0.heard(from: "ann", on: "2026-03-17")
        }
        #expect(reopened.dueAdvice == [Advice("ann", .answer, due: "2026-03-18", by: .email)])
    }

    @Test("the no on a role closes the role, and not the person behind it")
    func declineOfARole() throws {
        let analysis = try analyse(asOf: "2026-03-04") {
            $0.person("dan", "Manager", star: true)
            $0.refused(by: "dan", "2026-03-04")
            $0.heard(from: "dan", on: "2026-03-04", .decline, about: "role")
        }
        #expect(analysis.row("dan")?.rules == [.thankYou])
        #expect(analysis.stalled(.closed) == ["dan"])
    }

    @Test("an ask on the day of the no, after it, is waited for; thanks on that day are not")
    func askAfterTheNo() throws {
        func after(_ purpose: Interaction.Purpose) throws -> NetworkAnalysis {
            try analyse(asOf: "2026-03-10") {
                $0.person("dan", "Manager", star: true)
                $0.refused(by: "dan", "2026-03-04T09:00")
                $0.heard(from: "dan", on: "2026-03-04T09:00", .decline, about: "role")
                $0.wrote("dan", on: "2026-03-04T11:00", purpose, about: "role")
            }
        }
        #expect(try after(.referralRequest).stalled(.theyOwe) == ["dan"])
        #expect(try after(.thankYou).stalled(.closed) == ["dan"])
    }

    @Test("the silence model speaks of asks that opened contact, and of no others")
    func odds() throws {
        let analysis = try analyse(asOf: "2026-03-20") {
            $0.person("ann")
            $0.wrote("ann", on: "2026-03-06", .outreach)
            $0.person("bob", at: "other")
            $0.talked(with: "bob", on: "2026-03-05")
            $0.wrote("bob", on: "2026-03-06", .feedback)
        }
        let threads = analysis.stalledThreads.threads
        #expect(threads.map(\.person) == ["ann", "bob"])
        let odds = try #require(threads[0].silence)
        // A cold first message, rho .264841446, silent for 14 days: 1.06 - .23 logit(rho) + .74 ln 15.
        #expect(abs(odds.probabilityOfNoAnswer - 0.964_386_823) < 1e-9 && odds.isProbablyDead)
        #expect(threads[1].silence == nil)
    }

    @Test("in hard times the next kind word counts from the last one")
    func kindWordsApart() throws {
        let analysis = try analyse(asOf: "2026-04-20") {
            $0.person("ann")
            $0.company("acme") { $0.signals = [Signal(kind: .layoffs, date: "2026-03-02")] }
            $0.wrote("ann", on: "2026-02-27")
            $0.wrote("ann", on: "2026-03-03", .keepWarm)
            $0.wrote("ann", on: "2026-04-02", .keepWarm)
        }
        // 2 May is a Saturday.
        #expect(analysis.steps(.hardTimes).map(\.due) == ["2026-05-04"])
    }
}
