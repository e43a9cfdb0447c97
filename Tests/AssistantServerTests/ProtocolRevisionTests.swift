import Testing

@testable import AssistantServer

@Suite("Revisions of the protocol")
struct ProtocolRevisionTests {
    @Test(
        "The greeting is in the revision asked for, else in the newest that has one",
        arguments: [
            ("2025-06-18", "2025-06-18"), ("2025-11-25", "2025-11-25"), ("2026-07-28", "2025-11-25"),
            ("2024-11-05", "2025-11-25"), ("", "2025-11-25"), ("naïve", "2025-11-25"),
        ])
    func greeting(asked: String, answered: String) {
        #expect(ProtocolRevision.answering(asked).rawValue == answered)
    }
}
