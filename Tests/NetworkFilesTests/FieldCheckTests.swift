import NetworkFiles
import Testing

@Suite("Whether a value may stand in a field")
struct FieldCheckTests {
    @Test func whatAFileTakesIsTaken() {
        let checks: [FieldCheck] = [
            .timeZone("America/Chicago"), .timeZone("UTC"), .timeZone("US/Pacific"), .weekday("friday"),
            .webAddress("https://people.example/ann"),
            .strength(1), .strength(0.001), .directReports(0), .directReports(10_000), .round(1), .round(50),
        ]
        for check in checks { #expect(check.refusal == nil, "\(check)") }
    }

    @Test func whatAFileRefusesIsRefusedWithAHint() {
        let checks: [FieldCheck] = [
            .timeZone("Chicago"), .timeZone(""), .timeZone("Asia/Tokyoo"), .weekday("Fri"), .weekday(""),
            .webAddress("people.example"), .strength(0), .strength(1.01),
            .strength(.nan), .directReports(-1), .directReports(10_001), .round(0), .round(51),
        ]
        for check in checks {
            #expect(
                check.refusal?.expected.isEmpty == false && check.refusal?.hint.isEmpty == false, "\(check)")
        }
    }
}
