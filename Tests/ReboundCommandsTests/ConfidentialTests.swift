import ReboundTestSupport
import Testing

@Suite("Pictures and pages for other eyes")
struct ConfidentialTests {
    @Test("no picture, page or batch result names someone who asked not to be named")
    func unnamed() async throws {
        try await StoreSession.withReferrals { session in
            try await session.expect(["add", "person", "ruth", "--more", "--confidential"])
            try session.folder.write("", to: "cohort/.keep")
            try await session.expect(["export", "-o", "cohort/one.json"])
            let view = [["draw", "--format", "dot"], ["draw", "--terminal"], ["report", "--markdown"]]
            for command in view {
                let text = try await session.expect(command).lowercased()
                #expect(text.contains("unnamed contact"), "\(command)")
                for word in ["ruth", "adeyemi"] { #expect(!text.contains(word), "\(command): \(word)") }
            }
            try await session.expect(["draw", "-o", "net.svg"])
            try await session.expect(["report", "-o", "report.html"])
            try await session.expect(["batch", "cohort", "-o", "out"])
            for file in ["net.svg", "report.html", "out/index.html"] {
                let text = try session.folder.text(of: file).lowercased()
                for word in ["ruth", "adeyemi"] { #expect(!text.contains(word), "\(file): \(word)") }
            }
            for file in session.folder.names(in: "out") where file.hasPrefix("one") {
                let text = try session.folder.text(of: "out/\(file)").lowercased()
                for word in ["ruth", "adeyemi"] { #expect(!text.contains(word), "\(file): \(word)") }
            }
            // The user sees everyone.
            try await session.expect(["show", "ruth"], says: "Ruth Adeyemi")
        }
    }
}
