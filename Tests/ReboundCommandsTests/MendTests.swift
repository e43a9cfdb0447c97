import Foundation
import ReboundTestSupport
import Testing

/// A name that is there already, or not yet: asked about in a terminal, else answered with the whole commands.
@Suite("Names that are there, and names that are not")
struct MendTests {
    /// The commands that an error shows, taken apart as a shell does it.
    private func commands(in error: String) throws -> [[String]] {
        try error.lines.filter { $0.hasPrefix("  rebound ") }.map { line in
            let shell = Process()
            shell.executableURL = URL(filePath: "/bin/sh")
            shell.arguments = ["-c", "set --\(line.dropFirst("  rebound".count)); printf '%s\\0' \"$@\""]
            let pipe = Pipe()
            shell.standardOutput = pipe
            try shell.run()
            let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
            shell.waitUntilExit()
            return String(decoding: bytes, as: UTF8.self).split(separator: "\0").map(String.init)
        }
    }

    /// Words of that meaning in a shell are pasted as they were typed.
    @Test(
        "Both commands of the error can be pasted",
        arguments: ["plain", "a $HOME `x` \"q\" \\ it's!x", "Ünï ☃"])
    func pasted(note: String) async throws {
        for (position, expected) in [(0, 1), (1, 2)] {
            try await StoreSession.with { session in
                try await session.expect(["add", "person", "Anna O'Berg", "--at", "Kestrel"])
                let typed = ["add", "person", "anna o'berg", "--company", "Kestrel", "--note", note]
                let refused = try await session.run(typed)
                #expect(refused.code == 64 && refused.output == "")
                #expect(
                    refused.error.contains("a person called Anna O'Berg (anna-oberg, Kestrel)"),
                    "\(refused.error)")
                let commands = try commands(in: refused.error)
                try #require(commands.count == 2, "\(refused.error)")
                try await session.expect(commands[position])
                let found = try await session.run(["find", "berg"])
                #expect(
                    found.output.components(separatedBy: "person ").count - 1 == expected, "\(found.output)")
                let shown = try await session.expect([
                    "show", position == 0 ? "anna-oberg" : "anna-oberg-2",
                ])
                let words = shown.replacing(/\s+/, with: " ")
                #expect(words.contains(note), "\(shown)")
                // Twice changes nothing.
                if position == 0 { try await session.expect(commands[0], says: "already on record") }
            }
        }
    }

    @Test("Companies and roles are added to as well")
    func others() async throws {
        try await StoreSession.with { session in
            try await session.expect(["add", "company", "Kestrel"])
            try await session.expect(["add", "opportunity", "Data lead", "--company", "kestrel"])
            for (typed, said) in [
                (["add", "company", "kestrel", "--priority", "A"], "You want to work at Kestrel"),
                (
                    [
                        "add", "opportunity", "data lead", "--at", "kestrel", "--manager", "Tom Fell", "--on",
                        "today",
                    ],
                    "Tom Fell is the hiring manager"
                ),
            ] {
                let refused = try await session.run(typed)
                #expect(refused.code == 64)
                let outcome = try await session.run(try commands(in: refused.error)[0])
                #expect(outcome.code == 0, "\(refused.error)\n\(outcome.error)")
                if typed[1] == "opportunity" { #expect(outcome.output.contains(said)) }
            }
            let stage = try await session.run(
                ["add", "opportunity", "data lead", "--at", "kestrel", "--stage", "offer"])
            #expect(try commands(in: stage.error)[0] == ["stage", "data-lead", "offer", "--on", "today"])
        }
    }

    @Test("Someone new is logged with --add, once")
    func unknown() async throws {
        try await StoreSession.with { session in
            try await session.expect(["add", "person", "Dan Whitfield"])
            let refused = try await session.run(["log", "call", "Nora Vale", "asked for a name"])
            #expect(refused.code == 1 && refused.error.contains("no person matches “Nora Vale”"))
            let command = try #require(try commands(in: refused.error).first)
            #expect(
                command == ["log", "call", "Nora Vale", "asked for a name", "--as-of", session.now, "--add"])
            try await session.expect(command + ["--at", "Kestrel"], says: "Added Nora Vale (nora-vale)")
            let again = try await session.expect(command)
            #expect(!again.contains("Added"))
            let slip = try await session.run(["log", "call", "Dan Whitfeld"])
            #expect(slip.error.contains("if you meant Dan Whitfield:"))
            #expect(try commands(in: slip.error)[0].contains("Dan Whitfield"))
            try await session.expect(
                ["log", "note", "Zed Quill", "likes tea", "--add"], says: "Added Zed Quill")
            try await session.expect(["log", "call", "?!", "--add"], code: 0)
            try await session.expect(["log", "call", "", "--add"], code: 64)
            try await session.expect(
                ["log", "call", "dan", "--at", "Kestrel"], code: 64,
                says: "write: rebound log call dan --at Kestrel")
        }
    }

    @Test(
        "In a terminal a question is enough",
        arguments: [("\n", true), ("y\n", true), ("n\n", false), ("\u{4}", false)])
    func asked(answer: String, isYes: Bool) async throws {
        try await StoreSession.with { session in
            try await session.expect(["add", "person", "Anna Berg"])
            let outcome = try await ReboundProcess.run(
                ["add", "person", "anna berg", "--email", "anna@example.com", "--as-of", session.now],
                typing: answer, in: session.folder.path, environment: ["REBOUND_DB": StoreSession.store])
            #expect(outcome.code == (isYes ? 0 : 64), "\(outcome.error)\(outcome.output)")
            let card = try await session.expect(["show", "anna"])
            #expect(card.contains("anna@example.com") == isYes)
        }
    }

    @Test("A name of several words without quotes is answered with the quotes")
    func quotes() async throws {
        try await StoreSession.with { session in
            try await session.expect(
                ["add", "person", "Anna", "Berg", "--at", "Kestrel"], code: 64,
                says: "write: rebound add person \"Anna Berg\" --at Kestrel")
        }
    }

    static let places: [[String]] = [
        ["opening", "Data engineer", "--at", "kestrel"],
        ["opening", "--company", "kestrel", "Data engineer"],
        ["signal", "contract-won", "--at", "kestrel"],
        ["stage", "data lead", "screening", "--at", "kestrel"],
        ["stage", "data lead", "screening", "--company", "kestrel"], ["who", "--at", "kestrel"],
        ["path", "--company", "kestrel"], ["path", "--to", "kestrel", "--at"], ["show", "--at", "kestrel"],
        ["show", "kestrel", "--company"], ["want", "--company", "kestrel"],
        ["moved", "dan", "--at", "kestrel"],
        ["moved", "dan", "--company", "kestrel"], ["refer", "dan", "New Guy", "--at", "kestrel"],
        ["add", "person", "Eve Moss", "--at", "kestrel"],
        ["add", "holiday", "2026-12-24", "--company", "kestrel"],
        ["add", "opportunity", "Data engineer", "--company", "kestrel"],
        ["offer", "data lead", "--at", "kestrel"],
        ["reject", "data lead", "--company", "kestrel"], ["close", "data lead", "--at", "kestrel"],
        ["reposted", "data lead", "--at", "kestrel"], ["draw", "--at", "kestrel", "-o", "x.svg"],
    ]

    @Test("--at and --company are one option wherever a company is meant", arguments: places)
    func company(command: [String]) async throws {
        try await StoreSession.with { session in
            try await session.expect(["add", "person", "Dan Fry"])
            try await session.expect(["add", "person", "Ida Kerr", "--at", "Kestrel Systems"])
            try await session.expect([
                "add", "opportunity", "Data lead", "--at", "Kestrel Systems", "--on", "1 apr",
            ])
            try await session.expect(["add", "opportunity", "Data lead", "--at", "Heron", "--on", "1 apr"])
            try await session.expect(command)
        }
    }
}
