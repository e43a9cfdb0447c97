import Playbook
import RankingModel
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import Reporting

@Suite("Wording")
struct WordingTests {
    @Test(
        "Numbers have exactly as many decimals as asked for",
        arguments: [
            (0, 3, "0.000"), (0.0004, 3, "0.000"), (0.0005, 3, "0.001"), (1.5, 0, "2"), (-0.0001, 3, "0.000"),
            (-2.5, 1, "-2.5"), (12.345, 2, "12.35"), (0.999, 2, "1.00"), (1e15, 1, "1000000000000000.0"),
            (.infinity, 2, "inf"),
            (.nan, 2, "nan"),
        ] as [(Double, Int, String)])
    func fixed(value: Double, places: Int, expected: String) {
        #expect(Wording.fixed(value, places) == expected)
    }

    @Test func signsAndPercent() {
        #expect(Wording.signed(0.5, 1) == "+0.5")
        #expect(Wording.signed(-0.5, 1) == "-0.5")
        #expect(Wording.percent(0.454) == "45%")
        #expect(Wording.percent(1) == "100%")
        #expect(Wording.odds(0.333) == "33%, unlikely")
    }

    @Test(
        "A small share beside its interval has the decimals that the interval has",
        arguments: [
            (0.0041, "0.4% [0.1, 1]"), (0.0001, "under 1% [0.1, 1]"), (0, "0% [0.1, 1]"),
            (0.0099, "1% [0.1, 1]"),
            (0.06, "6% [0.1, 1]"), (0.997, "over 99% [0.1, 1]"),
        ])
    func smallShares(value: Double, words: String) {
        #expect(Wording.percent(IntervalEstimate(value: value, low: 0.001, high: 0.012)) == words)
    }

    @Test(
        "Days of a policy have the plural that their number has",
        arguments: [(1, "1 day"), (7, "7 days"), (0.5, "0.5 days"), (1e9, "1000000000 days")])
    func days(_ days: Double, words: String) { #expect(Wording.days(days) == words) }

    @Test(
        "A number that its decimals would show as 0 is not shown",
        arguments: [
            (0, 3, nil), (0.0004, 3, nil), (-0.0004, 3, nil), (0.0005, 3, "0.001"), (0.0004, 4, "0.0004"),
            (12, 0, "12"), (0.4, 0, nil), (10, 2, "10.00"),
        ] as [(Double, Int, String?)])
    func visible(value: Double, places: Int, expected: String?) {
        #expect(Wording.visible(value, places) == expected)
    }

    @Test func windowsOfReplies() throws {
        func words(_ days: Double) throws -> String {
            var policy = AnalysisPolicy.standard
            policy.ranking.replyWindowDays = days
            let network = ReferralNetwork(seeker: "me", people: [Person(id: "me", name: "Mia")])
            let asOf = try #require(Timestamp("2026-04-09"))
            return try NetworkAnalysis(of: network, asOf: asOf, policy: policy).replyRecord.answersWithin
        }
        #expect(try words(7) == "Answers within a week" && words(14) == "Answers within two weeks")
        #expect(try words(5) == "Answers within 5 days" && words(1.5) == "Answers within 1.5 days")
    }

    @Test func counts() {
        #expect(Wording.count(0, "tie") == "0 ties")
        #expect(Wording.count(1, "tie") == "1 tie")
        #expect(Wording.count(2, "company", "companies") == "2 companies")
    }

    @Test("A list is cut only where that saves a line")
    func first() {
        let lines = ["a", "b", "c", "d"]
        #expect(Wording.first(2, of: lines) == ["a", "b", "and 2 more"])
        #expect(Wording.first(3, of: lines) == lines)
        #expect(Wording.first(9, of: lines) == lines)
        #expect(Wording.first(0, of: []) == [])
    }

    @Test(
        "Days are told from today",
        arguments: [
            (0, "today"), (1, "8 Apr (yesterday)"), (-1, "10 Apr (tomorrow)"), (7, "2 Apr (7 days ago)"),
            (-4, "Mon 13 Apr (in 4 days)"), (365, "9 Apr 2025 (365 days ago)"),
        ])
    func due(daysAgo: Int, expected: String) throws {
        let today = try #require(CalendarDay("2026-04-09"))
        #expect(Wording.due(CalendarDay(number: today.number - daysAgo), today: today) == expected)
    }

    @Test func everyChannelAndRuleHasWords() {
        #expect(
            Set(Interaction.Channel.allCases.map(Wording.channel)).count == Interaction.Channel.allCases.count
        )
        for rule in Rule.allCases { #expect(Wording.rule(rule).hasPrefix("\(rule.rawValue) (")) }
    }

    @Test("A message is one safe line a line; its further lines are indented when it is wrapped")
    func messages() {
        #expect(MessageText("a\u{1B}[31m\nb").rendered(width: nil) == "a [31m\nb\n")
        let long = String(repeating: "word ", count: 20)
        #expect(MessageText(long).rendered(width: nil).split(separator: "\n").count == 1)
        let lines = MessageText("  " + long).rendered(width: 40).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("  word") && lines[1].hasPrefix("    word"))
        #expect(lines.allSatisfy { columns(of: String($0)) <= 40 })
    }
}
