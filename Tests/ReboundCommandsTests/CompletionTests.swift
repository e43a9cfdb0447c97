import ReboundTestSupport
import Testing

@Suite("Completion in the shell")
struct CompletionTests {
    @Test("The scripts know the commands", arguments: ["bash", "zsh", "fish"])
    func scripts(shell: String) async throws {
        let outcome = try await ReboundProcess.run(["--generate-completion-script", shell])
        #expect(outcome.code == 0)
        for command in HelpTests.commands {
            for word in command.split(separator: " ") { #expect(outcome.output.contains(word), "\(word)") }
        }
        for option in ["--as-of", "--db", "--dry-run", "--json"] {
            #expect(outcome.output.contains(option.dropFirst(shell == "fish" ? 2 : 0)))
        }
    }

    /// What the script of bash asks for: the command, the argument, the word's number, the place in it, the words.
    private func names(
        _ command: String, _ argument: String, in session: StoreSession, words: [String] = []
    ) async throws -> [String] {
        let line = ["rebound"] + command.split(separator: " ").map(String.init) + words + [""]
        let outcome = try await session.run(
            ["---completion"] + command.split(separator: " ").map(String.init) + ["--", argument]
                + ["\(line.count - 1)", "0"] + line,
            environment: ["SAP_SHELL": "bash"])
        #expect(outcome.code == 0)
        #expect(outcome.error == "")
        return outcome.output.split(separator: "\n").map(String.init)
    }

    @Test("Names are completed with the ids of the store")
    func names() async throws {
        try await StoreSession.withReferrals { session in
            let people = ["me", "dan", "ruth", "marcus", "priya", "julie"]
            #expect(try await names("star", "positional@0", in: session) == people)
            #expect(try await names("log", "positional@1", in: session, words: ["call"]) == people)
            #expect(
                try await names("stage", "positional@0", in: session) == [
                    "brand-account-lead", "insights-client-partner", "customer-strategy-manager",
                    "harbor-analytics",
                ])
            let companies = ["fortune-500", "harbor-savings", "northgate"]
            #expect(try await names("add person", "--company", in: session).count == companies.count)
            try await session.expect(["add", "person", "Zoe Z", "--db", "other.db"])
            #expect(
                try await names("star", "positional@0", in: session, words: ["--db", "other.db"]) == [
                    "me", "zoe-z",
                ])
        }
    }

    @Test("Without a store nothing is completed and nothing said")
    func nothing() async throws {
        try await StoreSession.with { session in
            let offered = try await names("star", "positional@0", in: session)
            #expect(offered == [])
            #expect(session.folder.names(in: "") == [])
        }
    }
}
