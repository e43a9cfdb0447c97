import Foundations
import NetworkFiles
import ReboundTestSupport
import ReferralGraph
import Testing

@Suite("Tables of applications")
struct JobLogReaderTests {
    private func read(_ text: String) -> JobLogReader.Result {
        JobLogReader.read(bytes: Array(text.utf8), file: "jobs.csv")
    }

    private static let header = "log,sent,kind,channel,referral,answered,answer_date,outcome\n"

    @Test("Rows are read, and watched to the end of their log")
    func rows() throws {
        let result = read(
            Self.header
                + """
                a,2026-01-02,Application,board,no,yes,2026-01-09,Rejected
                a,2026-01-05,application,,1,0,,
                b,,outreach_cold,e-mail,,,,Second interview

                """)
        let log = try #require(result.log)
        #expect(result.diagnostics == [])
        #expect(log.entries.map(\.kind) == ["application", "application", "outreach_cold"])
        #expect(log.entries.map(\.isReferred) == [false, true, false])
        #expect(log.entries.map(\.isAnswered) == [true, false, nil])
        #expect(log.entries.map(\.wasInterviewed) == [false, false, true])
        #expect(log.entries.map { $0.watchedUntil?.description } == ["2026-01-09", "2026-01-09", nil])
        #expect(JobLogReader.recognizes(header: ["Sent", " kind", "answered", "x"]))
        #expect(!JobLogReader.recognizes(header: ["time", "from", "to"]))
    }

    @Test(
        "An offer is told by its word, and an interview that was offered is none",
        arguments: [
            ("Offer", true), ("Declined offer", true), ("accepted", true), ("Offered the job", true),
            ("Not Interested (Interview Offer)", false), ("No offer", false), ("Rejected", false),
            ("", false),
            ("coffered", false), ("Not accepted", false), ("never got an offer", false),
            ("Rejected without an offer", false),
        ])
    func offers(outcome: String, isOffer: Bool) throws {
        let log = try #require(read(Self.header + "a,2026-01-02,application,,0,1,,\(outcome)\n").log)
        #expect(log.entries[0].wasOffered == isOffer)
    }

    @Test(
        "What is wrong is said with its line",
        arguments: [
            ("a,2026-13-02,application,,,0,,", Diagnostic.Kind.dateInvalid),
            ("a,2026-01-02,,,,0,,", .textBlank),
            ("a,2026-01-02,application,,perhaps,0,,", .valueUnknown),
            ("a,2026-01-02,application,,0,1,2026-01-01,", .datesOutOfOrder),
            ("a,2026-01-02", .rowRagged),
        ])
    func mistakes(row: String, kind: Diagnostic.Kind) throws {
        let result = read(Self.header + row + "\n")
        #expect(result.log == nil)
        let found = try #require(result.diagnostics.first { $0.severity == .error })
        #expect(found.identifier == kind && found.line == 2)
    }

    @Test("A no with the day of an answer does not count, and is said")
    func contradiction() throws {
        let result = read(Self.header + "a,2026-01-02,application,,0,0,2026-01-04,\n")
        #expect(try #require(result.log).entries[0].isAnswered == nil)
        #expect(result.diagnostics.map(\.identifier) == [.valueIgnored])
    }

    @Test(
        "A no with what cannot be without an answer is neither, and is said",
        arguments: [",Offer", ",Second interview", ",Rejected", "2026-01-04,"])
    func contradictions(rest: String) throws {
        let result = read(Self.header + "a,2026-01-02,application,,0,0,\(rest)\n")
        #expect(try #require(result.log).entries.map(\.isAnswered) == [nil])
        #expect(result.diagnostics.map(\.identifier) == [.valueIgnored] && result.diagnostics[0].line == 2)
    }

    @Test("No interview is none, and is said unless a column tells")
    func denial() throws {
        let vague = read(Self.header + "a,2026-01-02,application,,0,1,,No interview\n")
        #expect(try #require(vague.log).entries.map(\.wasInterviewed) == [false])
        #expect(vague.diagnostics.map(\.identifier) == [.valueIgnored])
        let told = read(
            "sent,kind,answered,outcome,interview\n2026-01-02,application,1,not taken after interview,1\n")
        #expect(try #require(told.log).entries.map(\.wasInterviewed) == [true] && told.diagnostics == [])
    }

    @Test("An offer is an interview at least, and the day of an answer is one")
    func implied() throws {
        let log = try #require(
            read(
                "sent,kind,answered,answer_date,outcome,interview\n2026-01-02,application,,2026-01-05,Offer,0\n"
            ).log)
        #expect(log.entries[0].wasOffered && log.entries[0].wasInterviewed)
        #expect(log.entries[0].isAnswered == true && log.entries[0].answered == CalendarDay("2026-01-05"))
    }

    @Test("Watched until a day before the others is an error")
    func watchedTooShort() {
        let header = "sent,kind,answered,answer_date,censor\n"
        for row in ["2026-01-02,application,0,,2026-01-01", "2026-01-02,application,1,2026-01-09,2026-01-08"]
        {
            let result = read(header + row + "\n")
            #expect(result.log == nil && result.diagnostics.map(\.identifier) == [.datesOutOfOrder])
        }
    }

    @Test("What is later than the day asked about is left out, and is said")
    func later() throws {
        let text =
            Self.header
                + """
                a,2026-01-02,application,,0,1,2026-01-05,Rejected
                a,2026-01-03,application,,0,1,2026-02-05,Offer
                a,9999-12-31,application,,0,0,,

                """
        let result = JobLogReader.read(
            bytes: Array(text.utf8), file: "jobs.csv", asOf: CalendarDay("2026-01-20"))
        let entries = try #require(result.log).entries
        #expect(result.diagnostics.map(\.identifier) == [.later, .later])
        #expect(
            entries.map(\.isAnswered) == [true, false]
                && entries.map(\.answered?.description) == ["2026-01-05", nil])
        #expect(entries.allSatisfy { !$0.wasOffered && $0.watchedUntil == CalendarDay("2026-01-05") })
        #expect(read(text).log?.entries.count == 3)
    }

    @Test("A missing or an unknown column is an error")
    func columns() {
        #expect(read("log,sent,kind\na,2026-01-02,application\n").log == nil)
        #expect(read("sent,kind,answered,answerd\n2026-01-02,application,1,\n").log == nil)
        #expect(read("").log == nil)
        let headerOnly = read(Self.header)
        #expect(headerOnly.log == nil && headerOnly.diagnostics.map(\.identifier) == [.fileEmpty])
    }
}
