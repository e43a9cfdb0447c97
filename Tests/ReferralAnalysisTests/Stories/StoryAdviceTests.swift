import AnalysisTestSupport
import DateLiterals
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

/// Each article's sample network gives the advice its article gives.
@Suite("The advice of the stories")
struct StoryAdviceTests {
    @Test("three referrals until an offer: two silent threads, then the first referrer's monthly word")
    func threeReferrals() throws {
        let analysis = try NetworkAnalysis(of: Story.network("three-referrals"), asOf: "2026-04-09")
        #expect(
            analysis.dueAdvice == [
                Advice("dan", .referrer, due: "2026-03-27", by: .email),
                Advice("julie", .telephone, due: "2026-04-06", by: .call),
                Advice("priya", .accepted, due: "2026-04-10", by: .email),
                Advice("ruth", .accepted, due: "2026-04-14", by: .email),
            ])
        #expect(analysis.listed == ["dan", "julie", "priya", "ruth"])
        #expect(analysis.row("julie")?.action.hour == "before 9:00; from 9:30 by your clock")
        #expect(analysis.row("priya")?.action.what == "Withdraw from Customer analytics partner")
        #expect(
            analysis.withheld("marcus")?.reason
                == "you accepted “Customer strategy manager”, so they are a colleague now")
        #expect(analysis.stalled(.theyOwe) == ["julie"])
        #expect(analysis.stalled(.youOwe) == [] && analysis.stalled(.promiseMissed) == [])
        #expect(analysis.stalled(.closed) == ["marcus"])
        #expect(analysis.nextContacts.bookkeeping == [])
    }

    @Test("three referrals: the lineage of the offer goes back to the first no")
    func threeReferralsLineage() throws {
        let analysis = try NetworkAnalysis(of: Story.network("three-referrals"), asOf: "2026-04-09")
        let lineage = analysis.lineage(of: "marcus")
        #expect(lineage.steps.map(\.person) == ["dan", "ruth", "marcus"])
        #expect(lineage.steps.map(\.referred) == [nil, "2026-03-05", "2026-03-24"])
        #expect(
            lineage.steps.map(\.opportunity) == [nil, "brand-account-lead", "insights-client-partner"])
        #expect(lineage.rejection == "brand-account-lead" && lineage.length == 2)
    }

    @Test("what silence means: three threads are ripe, the fourth is too young")
    func twoSilences() throws {
        let analysis = try NetworkAnalysis(of: Story.network("two-silences"), asOf: "2026-03-25")
        #expect(
            analysis.dueAdvice == [
                Advice("carol", .telephone, due: "2026-03-23", by: .call),
                Advice("desmond", .afterInterview, due: "2026-03-25", by: .email),
                Advice("tomasz", .firstMessage, due: "2026-03-25", by: .email),
            ])
        #expect(analysis.row("tomasz")?.action.what == "Forward your own e-mail")
        // They spoke less than a month ago, and nothing is open.
        #expect(analysis.row("luis") == nil && analysis.withheld("luis")?.rule == .monthlyTouch)
        let sunniva = try #require(analysis.withheld("sunniva"))
        #expect(sunniva.rule == .firstMessage && sunniva.until == "2026-03-27")
        #expect(analysis.nextContacts.withheld.count == 2)
        #expect(analysis.stalled(.theyOwe) == ["carol", "tomasz", "desmond"])
        let carol = try #require(analysis.stalledThreads.threads.first)
        #expect(carol.silentDays == 5 && carol.silentBusinessDays == 3)
        #expect(carol.thread == "bluestem-procurement" && carol.since == "2026-03-20")
    }

    @Test("stars: a new opening calls the star beside it, everybody else has had this month's word")
    func stars() throws {
        let network = try Story.network("stars-and-next-opening")
        let analysis = try NetworkAnalysis(of: network, asOf: "2026-04-10")
        #expect(
            analysis.dueAdvice == [Advice("mei-lin", .watchEmployer, due: "2026-04-09", by: .call)])
        let row = try #require(analysis.row("mei-lin"))
        #expect(row.action.what.contains("Senior reliability engineer, Data Platform"))
        #expect(
            row.action.say.contains("referred candidates are said to be 3 to 5 times as likely to be hired"))
        #expect(analysis.listed == ["mei-lin"])
        for person in ["rafael", "graham", "ottilie", "kwame"] as [PersonID] {
            #expect(analysis.withheld(person)?.rule == .keepWarm)
        }
        #expect(analysis.withheld("rafael")?.until == "2026-04-27")
        #expect(analysis.stalled(.theyOwe) == [] && analysis.stalled(.youOwe) == [])
    }

    @Test("Jennifer: the undecided manager and the promised introduction, the third person through them")
    func jennifer() throws {
        let analysis = try NetworkAnalysis(of: Story.network("jennifer-undecided"), asOf: "2026-04-10")
        #expect(
            analysis.dueAdvice == [
                Advice("gloria", .statedTime, due: "2026-04-06", by: .email),
                Advice("henrik", .promisedIntroduction, due: "2026-04-07", by: .email),
            ])
        #expect(analysis.row("gloria")?.rules == [.statedTime])
        let leila = try #require(analysis.withheld("leila"))
        #expect(leila.through == "henrik" && leila.rule == .promisedIntroduction && leila.until == nil)
        #expect(
            analysis.withheld("noor")?.through == "gloria" && analysis.withheld("noor")?.rule == .oneVoice)
        #expect(analysis.stalled(.theyOwe) == [])
        #expect(analysis.stalled(.promiseMissed) == ["gloria", "henrik"])
        #expect(
            analysis.stalledThreads.threads.first { $0.person == "henrik" }?.step?.related == "leila")
    }

    @Test("Julia: an answer owed and a name not used, the offer's manager out of the list")
    func julia() throws {
        let analysis = try NetworkAnalysis(of: Story.network("julia-second-chance"), asOf: "2026-03-06")
        #expect(
            analysis.dueAdvice == [
                Advice("tunde", .answer, due: "2026-03-03", by: .email),
                Advice("ben", .upTheChain, due: "2026-03-04", by: .email),
                Advice("chiara", .unusedReferral, due: "2026-03-04", by: .email),
            ])
        #expect(analysis.stalled(.youOwe) == ["tunde", "chiara"])
        #expect(analysis.steps(.unusedReferral, "chiara").map(\.related) == ["ingrid"])
        #expect(analysis.row("chiara")?.action.what == "Get in touch, as Ingrid suggested")
        #expect(
            analysis.row("chiara")?.worth.assumptions.contains(
                "referred, so a reply rate of 0.6 to begin with")
                == true)
        #expect(
            analysis.withheld("margaret")?.reason
                == "you accepted “Senior programme manager”, so they are a colleague now")
        #expect(analysis.withheld("petra")?.reason == "do not contact")
        #expect(analysis.stalled(.closed) == ["petra", "margaret"])
        #expect(analysis.lineage(of: "chiara").rejection == "fennimore-programme-manager")
        #expect(
            analysis.lineage(of: "chiara").steps.map(\.person) == ["margaret", "ben", "ingrid", "chiara"])
    }

    @Test("ten reports: the manager is due, her team is not, and her vacancy clock counts the contract")
    func tenReports() throws {
        let analysis = try NetworkAnalysis(of: Story.network("ten-reports"), asOf: "2026-04-10")
        #expect(analysis.dueAdvice == [Advice("beatriz", .keepWarm, due: "2026-04-10", by: .message)])
        #expect(analysis.listed == ["beatriz"])
        #expect(analysis.withheld("isabel")?.until == "2026-04-20")
        #expect(analysis.withheld("yusuf")?.until == "2026-04-23")
        #expect(analysis.withheld("emeka")?.through == "beatriz")

        let clock = try #require(analysis.explanation(of: "beatriz")?.vacancyClock)
        #expect(clock.reports == 10 && clock.isRecorded)
        #expect(clock.horizonMonths == 3 && clock.tenureMonths == 30...47)
        // 1 - exp(-1.5 x 10/30 x 3), and 30 / (1.5 x 10).
        #expect(abs(clock.openingProbability.upperBound - 0.776_869_840) < 1e-9)
        #expect(abs(clock.expectedWaitMonths.lowerBound - 2) < 1e-12)
        #expect(clock.signals == ["contract-won 2026-04-07: rate x1.5"])
        let direct = try #require(analysis.row("beatriz")?.worth.direct)
        #expect(abs(direct.openingProbability - 0.776_869_840) < 1e-9)
    }

    @Test("once a month is enough: the recruiter is due, the manager heard twelve days ago")
    func monthlyReminder() throws {
        let analysis = try NetworkAnalysis(of: Story.network("monthly-reminder"), asOf: "2026-04-13")
        #expect(analysis.dueAdvice == [Advice("nadia", .keepWarm, due: "2026-04-13", by: .email)])
        #expect(analysis.listed == ["nadia"])
        let adaeze = try #require(analysis.withheld("adaeze")?.reason)
        #expect(adaeze.hasPrefix("last in touch on ") && adaeze.hasSuffix("; once a month is enough"))
        #expect(
            analysis.withheld("howard")?.reason
                == "last in touch on 1 Apr; once a month is enough after a no")
        #expect(analysis.withheld("howard")?.until == "2026-05-01")
        #expect(analysis.withheld("ines")?.reason == "do not contact")
        #expect(analysis.withheld("grover")?.reason == "said no on 2026-02-25")
        #expect(analysis.stalled(.closed) == ["ines", "grover"])
        #expect(analysis.stalledThreads.threads.count == 2)
    }

    @Test("a fresh LinkedIn archive: nothing is due, everybody is ranked by reach and warmth")
    func linkedInStar() throws {
        let network = try Story.network("linkedin-star")
        let analysis = try NetworkAnalysis(of: network, asOf: "2026-04-10")
        #expect(analysis.dueAdvice == [] && analysis.stalledThreads.threads == [])
        #expect(analysis.listed.count == 15)
        #expect(analysis.nextContacts.withheld.count == network.people.count - 1 - 15)
        #expect(analysis.nextContacts.withheld.allSatisfy { $0.rule == .oneOffice })
        #expect(analysis.nextContacts.contacts.allSatisfy { $0.worth.value > 0 })
        let values = analysis.nextContacts.contacts.map(\.worth.value)
        #expect(values == values.sorted(by: >))
        #expect(
            analysis.nextContacts.caveats.contains {
                $0.hasPrefix("you have not said where you want to work yet, so this order is a first guess")
            })
        #expect(
            analysis.nextContacts.contacts.allSatisfy {
                $0.worth.assumptions.contains("no priority set: fit 0.3")
            })
    }
}
