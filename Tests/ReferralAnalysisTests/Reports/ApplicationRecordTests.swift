import AnalysisTestSupport
import DateLiterals
import Playbook
import RankingModel
import ReferralGraph
import Testing

@testable import ReferralAnalysis

@Suite("Applications")
struct ApplicationRecordTests {
    private static func applied(_ day: Timestamp, _ later: StageEvent...) -> [StageEvent] {
        [StageEvent(stage: .applied, date: day)] + later
    }

    @Test("One that waits is listed with its odds and who works there")
    func waiting() throws {
        let analysis = try analyse(asOf: "2026-04-10") { builder in
            builder.person("dan")
            builder.person("eva", at: "other")
            builder.talked(with: "dan", on: "2026-03-02")
            builder.role("old", Self.applied("2026-03-29"))
            builder.role("new", Self.applied("2026-04-09"))
        }
        let record = analysis.applications
        #expect(record.waiting.map(\.opportunity) == ["old", "new"])
        let old = record.waiting[0]
        #expect(old.silentDays == 12 && old.contacts == ["dan"] && old.introduction == nil)
        let survival = try ApplicationSurvival()
        #expect(old.answeredByNow == survival.shareAnswered(afterDays: 12))
        #expect(old.answerProbability == 1 - survival.probabilityOfNoAnswer(daysSilent: 12))
        #expect(record.answered == nil && record.interviewed == nil && record.referral == nil)
        // A week has to pass before it is in the day's queue.
        #expect(analysis.today().applications.map(\.opportunity) == ["old"])
        #expect(analysis.showing(["dan"]).today().applications == [])
    }

    @Test(
        "The day's queue begins with those that someone can be asked about, the likeliest to be answered first"
    )
    func queue() throws {
        let analysis = try analyse(asOf: "2026-04-10") { builder in
            builder.person("dan")
            builder.talked(with: "dan", on: "2026-03-02")
            builder.company("far")
            builder.role("oldest", Self.applied("2026-01-10")) { $0.company = "far" }
            builder.role("older", Self.applied("2026-02-01"))
            builder.role("recent", Self.applied("2026-03-20")) { $0.company = "far" }
            builder.role("newer", Self.applied("2026-03-25"))
        }
        #expect(analysis.applications.waiting.map(\.opportunity) == ["oldest", "older", "recent", "newer"])
        #expect(analysis.today().applications.map(\.opportunity) == ["newer", "older", "recent", "oldest"])
    }

    @Test("Nothing waits once a word came, someone was written to about it, or the role is closed to contact")
    func notWaiting() throws {
        let record = try analyse(asOf: "2026-04-10") { builder in
            builder.person("dan")
            builder.role(
                "refused", Self.applied("2026-03-01", StageEvent(stage: .rejected, date: "2026-03-09")))
            builder.role("written", Self.applied("2026-03-01"))
            builder.wrote("dan", on: "2026-03-03", about: "written")
            builder.role(
                "withdrawn", Self.applied("2026-03-01", StageEvent(stage: .withdrawn, date: "2026-03-02")))
            builder.role(
                "tidied", Self.applied("2026-03-01", StageEvent(stage: .withdrawn, date: "2026-04-05")))
            builder.role("silent", Self.applied("2026-03-01")) { $0.doNotContact = true }
            builder.role("later", Self.applied("2026-03-01")) { $0.notBefore = "2026-05-01" }
            builder.role("seen", [StageEvent(stage: .interview, date: "2026-03-01")])
            builder.role("forgotten", Self.applied("2025-01-01"))
        }.applications
        #expect(record.waiting == [])
        #expect(record.cooledDownCount == 1)
        // Withdrawn within the window: no one knows what would have come; after it, nothing had. Without an application: none.
        #expect(record.answered?.count == 1 && record.answered?.total == 6)
    }

    @Test("An answer counts within the window, and the seeker's own share moves the odds")
    func ownShare() throws {
        func odds(answered: Int, of total: Int) throws -> Double {
            let record = try analyse(asOf: "2026-04-10") { builder in
                for number in 0..<total {
                    let answer = StageEvent(
                        stage: .rejected, date: number < answered ? "2026-01-20" : "2026-03-20")
                    builder.role(OpportunityID("r\(number)"), Self.applied("2026-01-10", answer))
                }
                builder.role("open", Self.applied("2026-04-01"))
            }.applications
            #expect(record.answered?.count == answered && record.answered?.total == total)
            return try #require(record.waiting.first).answerProbability
        }
        let (few, many) = (try odds(answered: 0, of: 20), try odds(answered: 18, of: 20))
        let prior = 1 - (try ApplicationSurvival()).probabilityOfNoAnswer(daysSilent: 9)
        #expect(few < prior && prior < many)
    }

    @Test("A referral is compared once there are applications with and without one")
    func referral() throws {
        func record(_ referred: Int, _ others: Int) throws -> ApplicationRecord {
            try analyse(asOf: "2026-04-10") { builder in
                builder.person("dan")
                for number in 0..<(referred + others) {
                    let isReferred = number < referred
                    let interview = StageEvent(stage: .interview, date: "2026-01-20", round: 1)
                    let no = StageEvent(stage: .rejected, date: "2026-01-20")
                    builder.role(
                        OpportunityID("r\(number)"), Self.applied("2026-01-10", isReferred ? interview : no),
                        participants: isReferred ? [Participant(person: "dan", role: .insider)] : [])
                }
            }.applications
        }
        #expect(try record(0, 9).referral == nil)
        #expect(try record(2, 0).referral == nil)
        let contrast = try #require(try record(2, 9).referral)
        #expect(contrast.referred.count == 2 && contrast.cold.total == 9 && contrast.cold.count == 0)
        // Half a case is added where a count is 0.
        #expect(abs(contrast.riskRatio.value - (2.5 / 2.5) / (0.5 / 9.5)) < 1e-12)
        #expect(contrast.riskRatio.low > 0 && contrast.riskRatio.high > contrast.riskRatio.value)
    }

    @Test("An application enters no one's reply record")
    func noReplyRecord() throws {
        let analysis = try analyse(asOf: "2026-04-10") { builder in
            builder.person("dan")
            builder.role(
                "role", Self.applied("2026-01-10"),
                participants: [Participant(person: "dan", role: .hiringManager)])
        }
        #expect(analysis.replyRecord.asks == 0 && analysis.replyRates.all.settled == 0)
    }
}
