import AnalysisTestSupport
import DateLiterals
import Playbook
import ReferralAnalysis
import ReferralGraph
import Testing

/// The stories looked at from the days around their turning points.
@Suite("The stories day by day")
struct StoryReplayTests {
    /// One due day: not before, from then on.
    struct DueDay: CustomTestStringConvertible, Sendable {
        var story: String
        var person: PersonID
        var rule: Rule
        var due: CalendarDay

        var testDescription: String { "\(story): \(person) \(rule.rawValue) \(due)" }
    }

    static let dueDays = [
        DueDay(story: "three-referrals", person: "priya", rule: .afterInterview, due: "2026-04-02"),
        DueDay(story: "three-referrals", person: "julie", rule: .telephone, due: "2026-04-06"),
        DueDay(story: "two-silences", person: "carol", rule: .telephone, due: "2026-03-23"),
        DueDay(story: "two-silences", person: "desmond", rule: .afterInterview, due: "2026-03-25"),
        DueDay(story: "two-silences", person: "tomasz", rule: .firstMessage, due: "2026-03-25"),
        DueDay(story: "two-silences", person: "sunniva", rule: .firstMessage, due: "2026-03-27"),
        DueDay(story: "stars-and-next-opening", person: "mei-lin", rule: .watchEmployer, due: "2026-04-09"),
        DueDay(story: "jennifer-undecided", person: "gloria", rule: .statedTime, due: "2026-04-06"),
        DueDay(story: "jennifer-undecided", person: "henrik", rule: .promisedIntroduction, due: "2026-04-07"),
        DueDay(story: "ten-reports", person: "beatriz", rule: .keepWarm, due: "2026-04-10"),
        DueDay(story: "monthly-reminder", person: "nadia", rule: .keepWarm, due: "2026-04-13"),
    ]

    @Test("a step is due from its day on, and the day before it is not", arguments: dueDays)
    func aroundTheDueDay(_ step: DueDay) throws {
        let network = try Story.network(step.story)
        let before = try NetworkAnalysis(of: network, asOf: Timestamp(step.due + -1))
        #expect(before.row(step.person)?.rules.contains(step.rule) != true)
        if let withheld = before.withheld(step.person) { #expect(withheld.until == step.due) }
        for day in [step.due, step.due + 1] {
            let analysis = try NetworkAnalysis(of: network, asOf: Timestamp(day))
            guard !network.interactions.contains(where: { $0.people == [step.person] && $0.date.day == day })
            else { continue }
            let row = try #require(analysis.row(step.person))
            #expect(row.isDue && row.rules == [step.rule] && row.day == step.due)
        }
    }

    @Test("after the no: thanks the same day, the call at 8:30 the next morning, and then neither")
    func danSaysNo() throws {
        let network = try Story.network("three-referrals")
        // 14:30, ten minutes after the no; at 16:30 the thanks went out.
        let noon = try NetworkAnalysis(of: network, asOf: "2026-03-04T14:30-06:00")
        #expect(noon.dueAdvice.first == Advice("dan", .thankYou, due: "2026-03-05", by: .email))
        let evening = try NetworkAnalysis(of: network, asOf: "2026-03-04T18:00-06:00")
        #expect(evening.row("dan") == nil && evening.withheld("dan")?.until == "2026-03-05")
        #expect(evening.steps(.call, "dan").map(\.due) == ["2026-03-05"])
        let morning = try NetworkAnalysis(of: network, asOf: "2026-03-05T07:00-06:00")
        #expect(morning.dueAdvice.first == Advice("dan", .call, due: "2026-03-05", by: .call))
        #expect(morning.row("dan")?.action.hour == "8:30, before 9:00")
        let later = try NetworkAnalysis(of: network, asOf: "2026-03-05T13:00-06:00")
        #expect(later.steps(.call) == [] && later.steps(.thankYou) == [] && later.steps(.connect) == [])
        #expect(later.row("ruth")?.rules.first == .unusedReferral)
    }

    @Test("a no on a Friday is answered by Monday, or by Tuesday when Monday is a holiday")
    func fridaysNo() throws {
        var network = try Story.network("three-referrals")
        network.interactions.removeAll { $0.date.day > "2026-03-20" }
        let plain = try NetworkAnalysis(of: network, asOf: "2026-03-20")
        #expect(plain.steps(.thankYou, "ruth").map(\.due) == ["2026-03-23"])
        #expect(plain.steps(.call, "ruth").map(\.due) == ["2026-03-23"])
        network.holidays.append("2026-03-23")
        let holiday = try NetworkAnalysis(of: network, asOf: "2026-03-20")
        #expect(holiday.steps(.thankYou, "ruth").map(\.due) == ["2026-03-24"])
        #expect(holiday.steps(.call, "ruth").map(\.due) == ["2026-03-24"])
    }

    @Test("a step not taken for a month comes round again")
    func missedSteps() throws {
        let network = try Story.network("two-silences")
        let month = try NetworkAnalysis(of: network, asOf: "2026-04-22")
        #expect(month.row("carol")?.day == "2026-04-22")
        #expect(month.row("desmond")?.day == "2026-03-25")
        let eve = try NetworkAnalysis(of: network, asOf: "2026-04-21")
        #expect(eve.row("carol")?.day == "2026-03-23")
    }

    @Test("the star's new job is news from the business day after its first")
    func rafaelChangesJobs() throws {
        let network = try Story.network("stars-and-next-opening")
        let monday = try NetworkAnalysis(of: network, asOf: "2026-01-12")
        #expect(monday.row("rafael")?.rules == [.keepWarm])
        let tuesday = try NetworkAnalysis(of: network, asOf: "2026-01-13")
        #expect(tuesday.row("rafael")?.rules == [.followStar, .keepWarm])
        #expect(tuesday.row("rafael")?.company == "Copperline Robotics")
        let congratulated = try NetworkAnalysis(of: network, asOf: "2026-01-15")
        #expect(congratulated.steps(.followStar) == [] && congratulated.row("rafael") == nil)
    }

    @Test("Julia's second chance is no live opportunity before it has begun")
    func unknownFuture() throws {
        let analysis = try NetworkAnalysis(of: Story.network("julia-second-chance"), asOf: "2026-01-15")
        let direct = try #require(analysis.explanation(of: "margaret")?.worth?.direct)
        #expect(!direct.factors.contains { $0.contains("live opportunity") })
    }
}
