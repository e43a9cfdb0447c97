import AnalysisTestSupport
import DateLiterals
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("Who changed employers")
struct EmploymentChangesTests {
    private func report(
        since day: CalendarDay? = nil, _ build: (inout NetworkBuilder) -> Void
    ) throws -> EmploymentChanges {
        try analyse(asOf: "2026-04-10") {
            $0.company("tarn") { $0.priority = .a }
            $0.company("mill")
            $0.company("dock")
            build(&$0)
        }.employmentChanges(since: day)
    }

    private static func job(
        _ company: CompanyID, from: CalendarDay? = nil, to: CalendarDay? = nil,
        confirmed: CalendarDay? = nil
    ) -> Employment {
        Employment(company: company, title: "Cook", from: from, to: to, confirmed: confirmed)
    }

    private func words(_ report: EmploymentChanges) -> [String] {
        report.changes.map { change in
            let places = [change.from?.name ?? "-", change.to?.name ?? "-"].joined(separator: ">")
            return
                "\(change.person) \(change.kind.rawValue) \(places) \(change.after?.description ?? "") \(change.day)"
        }
    }

    @Test("two sources compared: movers, joiners and leavers, wanted companies first")
    func twoSources() throws {
        let report = try report {
            // As an import of archives of 15 January and of 1 March leaves it.
            $0.person("ada", at: "mill") {
                $0.employments = [
                    Self.job("mill", to: "2026-02-28", confirmed: "2026-01-15"),
                    Self.job("tarn", from: "2026-03-01", confirmed: "2026-03-01"),
                ]
            }
            $0.person("ben", at: "tarn") {
                $0.employments = [
                    Self.job("tarn", to: "2026-02-28", confirmed: "2026-01-15"),
                    Self.job("dock", from: "2026-03-01", confirmed: "2026-03-01"),
                ]
            }
            $0.person("cid", at: "mill") {
                $0.employments = [
                    Self.job("mill", to: "2026-02-28", confirmed: "2026-01-15"),
                    Self.job("dock", from: "2026-03-01", confirmed: "2026-03-01"),
                ]
            }
            $0.person("dan", at: "mill") { $0.employments = [Self.job("mill", confirmed: "2026-03-01")] }
            $0.person("eve", at: "mill") { $0.employments = [Self.job("mill", confirmed: "2026-01-15")] }
        }
        #expect(report.since == "2026-01-15" && report.sourceBefore == "2026-01-15")
        #expect(report.latestSource == "2026-03-01" && report.latestSourceAgeDays == 40)
        #expect(
            words(report) == [
                "ada moved mill>tarn 2026-01-15 2026-03-01", "ben moved tarn>dock 2026-01-15 2026-03-01",
                "cid moved mill>dock 2026-01-15 2026-03-01",
            ])
        #expect(report.changes.map(\.priority) == [.a, .a, nil])
        // Missing from the later source is not having left.
        #expect(report.unconfirmed == ["eve"])
    }

    @Test("what the user recorded, gaps between two jobs, and jobs that just end")
    func recorded() throws {
        let report = try report(since: "2026-01-01") {
            $0.person("ada", at: "mill") {
                $0.employments = [Self.job("mill", from: "2020-01-01", to: "2026-02-01")]
            }
            $0.person("ben", at: "mill") {
                $0.employments = [
                    Self.job("mill", to: "2026-01-31"), Self.job("tarn", from: "2026-03-01"),
                ]
            }
            $0.person("cid", at: "dock") { $0.employments = [Self.job("dock", from: "2026-02-01")] }
        }
        #expect(
            words(report) == [
                "ben moved mill>tarn  2026-03-01", "ada left mill>-  2026-02-02",
                "cid joined ->dock  2026-02-01",
            ])
        #expect(report.latestSource == nil && report.unconfirmed == [])
    }

    @Test("no change: a first source, a new title, an old job, a job that lies ahead, the seeker's own")
    func noChange() throws {
        let report = try report(since: "2026-01-01") {
            $0.network.people[0].employments = [Self.job("tarn", from: "2026-02-01")]
            $0.person("ada", at: "mill") { $0.employments = [Self.job("mill", confirmed: "2026-03-01")] }
            $0.person("ben", at: "mill") {
                $0.employments = [
                    Self.job("mill", from: "2019-01-01", to: "2026-02-28"),
                    Self.job("mill", from: "2026-03-01"),
                ]
            }
            $0.person("cid", at: "mill") {
                $0.employments = [
                    Self.job("dock", from: "2015-01-01", to: "2019-12-31"),
                    Self.job("mill", from: "2020-01-01"),
                ]
            }
            $0.person("dan", at: "mill") { $0.employments.append(Self.job("tarn", from: "2026-05-01")) }
        }
        #expect(words(report) == [])
        #expect(report.since == "2026-01-01")
    }

    @Test("a star's move is the congratulation of R1, with its day")
    func star() throws {
        let report = try report {
            $0.person("ada", at: "mill", star: true) {
                $0.employments = [
                    Self.job("mill", to: "2026-04-07", confirmed: "2026-01-15"),
                    Self.job("tarn", from: "2026-04-08", confirmed: "2026-04-08"),
                ]
            }
            $0.talked(with: "ada", on: "2026-01-10")
        }
        #expect(report.changes.map(\.congratulateBy) == ["2026-04-09"])
        #expect(report.changes[0].isStar && report.changes[0].isContact)
    }
}
