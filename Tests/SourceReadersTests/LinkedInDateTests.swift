import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

/// Dates are read through `Connections.csv` and `Job Applications.csv`, whose rules differ for `1/2/26`.
@Suite struct LinkedInDateTests {
    private func connectedOn(_ text: String) async throws -> CalendarDay? {
        try await TemporaryFolder.with { folder in
            let path = try folder.write(
                "First Name,Last Name,Connected On\nAnn,Lee,\"\(text)\"\nBo,Ek,01 Jan 2020\n",
                to: "Connections.csv")
            return try LinkedInArchiveReader.read(path: path).contacts.first { $0.name == "Ann Lee" }?
                .connectedOn
        }
    }

    private func appliedOn(_ text: String) async throws -> Timestamp? {
        try await TemporaryFolder.with { folder in
            let path = try folder.write(
                "Application Date,Company Name,Job Title\n\"\(text)\",Acme,Engineer\n",
                to: "Job Applications.csv")
            return try LinkedInArchiveReader.read(path: path).applications.first?.date
        }
    }

    @Test(arguments: [
        ("07 Jun 2026", "2026-06-07"), ("7 Jun 2026", "2026-06-07"), ("7-Feb-22", "2022-02-07"),
        ("07-Feb-2022", "2022-02-07"), ("12.01.2023", "2023-01-12"), ("1.2.23", "2023-02-01"),
        ("2026-06-07", "2026-06-07"), ("2024/02/01 15:02:55 UTC", "2024-02-01"),
        ("29 Feb 2024", "2024-02-29"),
        ("05 Jun 1833", "1833-06-05"), ("5 September 2019", "2019-09-05"), ("5 Sept 2019", "2019-09-05"),
        (" 07 Jun 2026 ", "2026-06-07"), ("07 jun 2026", "2026-06-07"), ("Jan 29, 2019", "2019-01-29"),
    ])
    func daysOfAllEras(text: String, day: String) async throws {
        #expect(try await connectedOn(text) == CalendarDay(day))
    }

    @Test(arguments: [
        "31 Feb 2023", "29 Feb 2023", "00 Jan 2020", "32 Jan 2020", "07 Jux 2026", "07 J 2026", "1/2/26",
        "07/02/2022",
        "yesterday", "2026-13-01", "2026-02-30", "2026-6", "07 Jun 206", "07 Jun 20266", "7-Feb 22",
        "12 mars 2023",
        "2026-06/07", "44599", "07 Jun 2026 x", "-1 Jan 2020", "1.2", "07 Jun 0000", "٠٧ Jun 2026",
    ])
    func whatIsNoDayIsSkipped(text: String) async throws {
        #expect(try await connectedOn(text) == nil)
    }

    @Test(arguments: [
        ("1/29/26, 2:37 PM", "2026-01-29T14:37"), ("11/20/24, 8:15 AM", "2024-11-20T08:15"),
        ("7/6/23, 12:00 AM", "2023-07-06T00:00"), ("7/6/23, 12:00 PM", "2023-07-06T12:00"),
        ("1/29/26, 2:37\u{202F}PM", "2026-01-29T14:37"), ("1/29/2026 14:37", "2026-01-29T14:37"),
        ("1/29/26", "2026-01-29"), ("03 Mar 2025", "2025-03-03"),
        ("1/2/26, 1:02:03 am", "2026-01-02T01:02:03"),
        ("2025-06-01 14:03:22 UTC", "2025-06-01T14:03:22Z"), ("2025-06-01T14:03:22Z", "2025-06-01T14:03:22Z"),
        ("2025-06-01 14:03:22.123 UTC", "2025-06-01T14:03:22Z"), ("2025-06-01 14:03", "2025-06-01T14:03"),
    ])
    func timesOfAllEras(text: String, time: String) async throws {
        #expect(try await appliedOn(text) == Timestamp(time))
    }

    @Test(arguments: [
        "13/1/26, 2:37 PM", "2/30/26, 2:37 PM", "1/29/26, 13:37 PM", "1/29/26, 0:37 AM", "1/29/26, 2:60 PM",
        "1/29/26, 2:37 XM", "1/29/26,", "1/29/26, 24:00", "1/29, 2:37 PM", "2025-06-01 14:03:60 UTC",
        "2025-06-01 14:03:22 CET", "2025-06-01 14:03:22 UTC+1", "1/29/26, 2:37 PM UTC UTC", "",
    ])
    func whatIsNoTimeIsSkipped(text: String) async throws {
        #expect(try await appliedOn(text) == nil)
    }
}
