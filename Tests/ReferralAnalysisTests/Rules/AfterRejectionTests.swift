import AnalysisTestSupport
import DateLiterals
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

/// Playbook R1 on the days after a no. 2026-03-04 is a Wednesday, 2026-03-06 a Friday.
@Suite("After a rejection")
struct AfterRejectionTests {
    /// A hiring manager said no on Wednesday 4 March.
    private func afterNo(
        asOf moment: Timestamp = "2026-03-04", on no: Timestamp = "2026-03-04", zone: String? = nil,
        _ build: (inout NetworkBuilder) -> Void = { _ in }
    ) throws -> NetworkAnalysis {
        try analyse(asOf: moment) {
            $0.person("dan", "Manager", star: true, zone: zone)
            $0.refused(by: "dan", no)
            build(&$0)
        }
    }

    @Test("thanks are due within a business day, the call on the next one at 8:30")
    func firstSteps() throws {
        let analysis = try afterNo()
        let thanks = try #require(analysis.steps(.thankYou, "dan").first)
        #expect(thanks.since == "2026-03-04" && thanks.earliest == "2026-03-04" && thanks.due == "2026-03-05")
        #expect(thanks.opportunity == "role" && thanks.action.channel == .email)
        let call = try #require(analysis.steps(.call, "dan").first)
        #expect(call.earliest == "2026-03-05" && call.due == "2026-03-05")
        #expect(call.action.channel == .call && call.action.hour == "8:30, before 9:00")
        #expect(call.action.say.contains("Is there anyone else here, or elsewhere, I should talk to?"))
        #expect(analysis.row("dan")?.rules == [.thankYou])
    }

    @Test(
        "business days skip weekends and holidays",
        arguments: [
            ("2026-03-04", [], "2026-03-05"), ("2026-03-06", [], "2026-03-09"),
            ("2026-03-07", [], "2026-03-09"), ("2026-03-06", ["2026-03-09"], "2026-03-10"),
            ("2026-03-06", ["2026-03-09", "2026-03-10"], "2026-03-11"),
        ] as [(CalendarDay, [CalendarDay], CalendarDay)])
    func businessDays(_ no: CalendarDay, _ holidays: [CalendarDay], _ due: CalendarDay) throws {
        let analysis = try afterNo(asOf: Timestamp(no), on: Timestamp(no)) { $0.network.holidays = holidays }
        #expect(analysis.steps(.thankYou).map(\.due) == [due])
        #expect(analysis.steps(.call).map(\.due) == [due])
    }

    @Test("Friday 23:30 in UTC is Friday in Chicago and Saturday in Tokyo")
    func timeZones() throws {
        for (zone, since) in [("America/Chicago", "2026-03-06"), ("Asia/Tokyo", "2026-03-07")]
            as [(String, CalendarDay)]
        {
            let analysis = try afterNo(asOf: "2026-03-09", on: "2026-03-06T23:30Z", zone: zone)
            #expect(analysis.steps(.thankYou).map(\.since) == [since])
            #expect(analysis.steps(.thankYou).map(\.due) == ["2026-03-09"])
        }
    }

    @Test("thanks written on the evening of the no count, whatever zones the two were recorded in")
    func zonesOfRecords() throws {
        let analysis = try afterNo(
            asOf: "2026-03-05", on: "2026-03-05T01:00Z", zone: "America/Chicago"
        ) { $0.wrote("dan", on: "2026-03-04T20:00-06:00", .thankYou) }
        #expect(analysis.steps(.thankYou) == [])
        #expect(analysis.steps(.call).map(\.due) == ["2026-03-05"])
    }

    @Test("a thank-you note satisfies the thanks and not the call")
    func thanked() throws {
        let analysis = try afterNo(asOf: "2026-03-05") { $0.wrote("dan", on: "2026-03-04", .thankYou) }
        #expect(analysis.steps(.thankYou) == [] && analysis.steps(.call).count == 1)
        #expect(analysis.row("dan")?.rules.first == .call)
    }

    @Test("thanks for the interview, earlier on the day of the no, are no thanks after it")
    func thankedTooEarly() throws {
        let analysis = try afterNo(on: "2026-03-04T17:00") {
            $0.wrote("dan", on: "2026-03-04T12:00", .thankYou)
        }
        #expect(analysis.steps(.thankYou).count == 1)
    }

    @Test("a talk on the telephone holds thanks and call; without a name it leaves the ask for one")
    func called() throws {
        let analysis = try afterNo(asOf: "2026-03-06") { $0.talked(with: "dan", on: "2026-03-05") }
        #expect(analysis.steps(.thankYou) == [] && analysis.steps(.call) == [])
        let ask = try #require(analysis.steps(.referralRequest, "dan").first)
        #expect(ask.due == "2026-03-06" && ask.since == "2026-03-05")
        #expect(ask.action.what == "Ask for one more name and for feedback")
    }

    @Test("the ask for a name ends with the ask, with a name, and keeps quiet about recorded feedback")
    func named() throws {
        let asked = try afterNo(asOf: "2026-03-06") {
            $0.talked(with: "dan", on: "2026-03-05", .feedback, .referralRequest)
        }
        #expect(asked.steps(.referralRequest) == [])
        let named = try afterNo(asOf: "2026-03-06") {
            $0.talked(with: "dan", on: "2026-03-05")
            $0.person("ruth")
            $0.network.referrals.append(Referral(from: "dan", to: "ruth", given: "2026-03-05"))
        }
        #expect(named.steps(.referralRequest) == [])
        let feedback = try afterNo(asOf: "2026-03-06") {
            $0.talked(with: "dan", on: "2026-03-05")
            $0.network.opportunities[0].feedback = [Feedback(date: "2026-03-05", text: "More depth")]
        }
        #expect(feedback.steps(.referralRequest).map(\.action.what) == ["Ask for one more name"])
    }

    @Test("a voicemail counts as the call, and waits for an answer like any ask")
    func voicemail() throws {
        let analysis = try afterNo(asOf: "2026-03-06") { $0.wrote("dan", on: "2026-03-05", by: .call) }
        #expect(analysis.steps(.call) == [] && analysis.steps(.thankYou) == [])
        #expect(analysis.steps(.referralRequest) == [])
        #expect(analysis.steps(.firstMessage, "dan").map(\.due) == ["2026-03-10"])
    }

    @Test("the talk in which the no was said is not the call about it")
    func noOnTheTelephone() throws {
        for no in ["2026-03-04", "2026-03-04T14:00"] as [Timestamp] {
            let analysis = try afterNo(on: no) { $0.talked(with: "dan", on: no, about: "role") }
            #expect(analysis.steps(.call).map(\.due) == ["2026-03-05"])
            #expect(analysis.steps(.thankYou).map(\.due) == ["2026-03-05"])
            #expect(analysis.steps(.referralRequest) == [])
            let asked = try afterNo(on: no) {
                $0.talked(with: "dan", on: no, .feedback, .referralRequest, about: "role")
            }
            #expect(asked.steps(.call) == [] && asked.steps(.thankYou) == [])
        }
        let calledBack = try afterNo(on: "2026-03-04T09:00") {
            $0.talked(with: "dan", on: "2026-03-04T15:00", about: "role")
        }
        #expect(calledBack.steps(.call) == [] && calledBack.steps(.thankYou) == [])
    }

    @Test("every interviewer is thanked, those named only in a round included; only deciders are called")
    func interviewers() throws {
        let analysis = try analyse(asOf: "2026-03-04") {
            for id in ["dan", "ida", "rob", "rex"] as [PersonID] { $0.person(id, "Engineer") }
            $0.role(
                "role",
                [
                    StageEvent(stage: .interview, date: "2026-02-25", round: 1, people: ["dan", "ida"]),
                    StageEvent(stage: .rejected, date: "2026-03-04"),
                ],
                participants: [
                    Participant(person: "dan", role: .hiringManager),
                    Participant(person: "rob", role: .interviewer),
                    Participant(person: "rex", role: .recruiter),
                ])
        }
        #expect(analysis.steps(.thankYou).map(\.person) == ["dan", "rob", "rex", "ida"])
        #expect(analysis.steps(.call).map(\.person) == ["dan"])
    }

    @Test("without a hiring manager the one who said no is called")
    func decider() throws {
        let analysis = try analyse(asOf: "2026-03-04") {
            $0.person("rex")
            $0.role("role", [StageEvent(stage: .rejected, date: "2026-03-04", people: ["rex"])])
            $0.talked(with: "rex", on: "2026-02-25", by: .interview, about: "role")
        }
        #expect(analysis.steps(.call).map(\.person) == ["rex"])
    }

    @Test("a star is invited the business day after the first word, once, and not when connected")
    func connect() throws {
        let invite = try afterNo(asOf: "2026-03-06") { $0.wrote("dan", on: "2026-03-06", .thankYou) }
        #expect(invite.steps(.connect).map(\.due) == ["2026-03-09"])
        #expect(try afterNo(asOf: "2026-03-06").steps(.connect) == [])
        let invited = try afterNo(asOf: "2026-03-06") {
            $0.wrote("dan", on: "2026-03-06", .thankYou)
            $0.wrote("dan", on: "2026-01-02", .invitation)
        }
        #expect(invited.steps(.connect) == [])
        let connected = try afterNo(asOf: "2026-03-06") {
            $0.wrote("dan", on: "2026-03-06", .thankYou)
            $0.network.ties.append(Tie(from: "dan", to: "you"))
        }
        #expect(connected.steps(.connect) == [])
        let noStar = try afterNo(asOf: "2026-03-06") {
            $0.wrote("dan", on: "2026-03-06", .thankYou)
            $0.network.people[1].isStar = false
        }
        #expect(noStar.steps(.connect) == [])
    }

    @Test("what is missing is written down, and someone is starred: the recruiter when it was no one")
    func bookkeeping() throws {
        let analysis = try analyse(asOf: "2026-03-04") {
            $0.person("dan", nil) {
                $0.observations = []
                $0.emails = []
            }
            $0.person("rex", "Recruiter")
            $0.refused(
                by: "dan", "2026-03-04", others: [Participant(person: "rex", role: .recruiter)])
        }
        let record = try #require(analysis.steps(.record).first)
        #expect(record.person == "dan" && !record.isContact)
        #expect(record.action.what == "Write down a personal observation, contact details, the title")
        #expect(analysis.steps(.record).count == 1)
        #expect(analysis.steps(.star).map(\.person) == ["rex"])
        #expect(analysis.nextContacts.bookkeeping.map(\.rule) == [.record, .star])
        #expect(try afterNo().nextContacts.bookkeeping == [])
    }

    @Test("do-not-contact silences every step about a person, the star included")
    func doNotContact() throws {
        let analysis = try afterNo {
            $0.network.people[1].doNotContact = true
            $0.network.people[1].isStar = false
            $0.network.people[1].observations = []
        }
        #expect(analysis.steps == [] && analysis.listed == [])
    }

    @Test("the first steps lapse after 30 days, and the monthly word takes over")
    func lapse() throws {
        #expect(try afterNo(asOf: "2026-04-03").row("dan")?.rules == [.thankYou, .call, .keepWarm])
        let lapsed = try afterNo(asOf: "2026-04-04")
        #expect(lapsed.row("dan")?.rules == [.keepWarm])
    }

    @Test("an opportunity revived after the no asks for none of it")
    func revived() throws {
        let analysis = try afterNo(asOf: "2026-03-06") {
            $0.network.opportunities[0].stages.append(StageEvent(stage: .interview, date: "2026-03-05"))
        }
        #expect(analysis.steps(.thankYou) == [] && analysis.steps(.call) == [])
    }

    @Test("every new rejection repeats the sequence")
    func repeated() throws {
        let analysis = try afterNo(asOf: "2026-03-18") {
            $0.wrote("dan", on: "2026-03-04", .thankYou, about: "role")
            $0.talked(with: "dan", on: "2026-03-05", .referralRequest, about: "role")
            $0.refused(by: "dan", "2026-03-18", role: "second")
        }
        #expect(analysis.steps(.thankYou).map(\.opportunity) == ["second"])
        #expect(analysis.steps(.call).map(\.opportunity) == ["second"])
    }
}
