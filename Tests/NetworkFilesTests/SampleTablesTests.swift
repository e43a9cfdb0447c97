import Foundations
import Glibc
import NetworkFiles
import ReferralGraph
import Testing

/// `Samples/tables` shows a spreadsheet user the tables of one story.
struct SampleTablesTests {
    private let samples =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
        + "/Samples"

    @Test func theTablesSayWhatTheFileSays() throws {
        let file = try #require(
            try NetworkReader.read(path: "\(samples)/monthly-reminder.json", asOf: nil).network)
        if getenv("REBOUND_RECORD") != nil {
            mkdir("\(samples)/tables", 0o755)
            try NetworkCSVWriter.write(file, toFolder: "\(samples)/tables", sparing: ProtectedFiles())
        }
        let tables = try NetworkReader.read(path: "\(samples)/tables", asOf: nil)
        #expect(tables.diagnostics == [])
        #expect(tables.network == file)
    }
}
