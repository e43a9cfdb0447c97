import Foundation
import ReboundTestSupport
import Testing

@Suite("Manners on a terminal")
struct TerminalTests {
    private static let sample = "Samples/three-referrals.json"
    private static let next = ["next", sample, "--as-of", "2026-04-09"]

    @Test("Colours are for terminals that want them")
    func colors() async throws {
        func output(_ environment: [String: String]) async throws -> String {
            let terminal = try Pseudoterminal()
            let outcome = try await ReboundProcess.run(
                Self.next, outputTo: terminal.descriptor, environment: environment)
            #expect(outcome.code == 0)
            return terminal.text()
        }
        let plain = try await ReboundProcess.run(Self.next).output
        #expect(!plain.contains("\u{1B}"))
        let colored = try await output([:])
        #expect(colored.contains("\u{1B}[1m"))
        #expect(colored.replacing(/\u{1B}\[[0-9]*m/, with: "") == plain)
        #expect(try await output(["NO_COLOR": "1"]) == plain)
        #expect(try await output(["NO_COLOR": ""]) == colored)
        #expect(try await output(["TERM": "dumb"]) == plain)
    }

    @Test("Text keeps to the window, else to COLUMNS, else to 80", arguments: [40, 60, 80, 132])
    func width(columns: Int) async throws {
        let terminal = try Pseudoterminal(columns: UInt16(columns))
        _ = try await ReboundProcess.run(
            Self.next, outputTo: terminal.descriptor, environment: ["NO_COLOR": "1"])
        let lines = terminal.text().lines
        #expect(lines.allSatisfy { $0.count <= columns })
        #expect(lines.contains { $0.count > columns - 20 })
        let outcome = try await ReboundProcess.run(Self.next, environment: ["COLUMNS": "\(columns)"])
        #expect(outcome.output.lines == lines)
        if columns == 80 {
            for nonsense in ["0", "-3", "x", "", "99999999999999999999"] {
                let outcome = try await ReboundProcess.run(Self.next, environment: ["COLUMNS": nonsense])
                #expect(outcome.output.lines == lines)
            }
        }
    }

    @Test("A drawing is not for the terminal, whatever its kind", arguments: ["svg", "pdf", "png", "dot"])
    func drawing(format: String) async throws {
        let terminal = try Pseudoterminal()
        let outcome = try await ReboundProcess.run(
            ["draw", Self.sample, "--format", format], outputTo: terminal.descriptor)
        #expect(outcome.code == 64)
        #expect(outcome.error.contains("A drawing is not for the terminal"))
        #expect(terminal.text() == "")
    }

    @Test(
        "A reader that goes away is success",
        arguments: [
            ["next", sample, "--top", "1000"], ["next", sample, "--json"], ["stalled", sample], ["--help"],
            ["why", "dan", sample], ["check", sample], ["draw", sample, "--format", "dot"], ["draw", sample],
        ])
    func brokenPipe(arguments: [String]) async throws {
        var ends: [Int32] = [0, 0]
        pipe(&ends)
        close(ends[0])
        let asOf = arguments == ["--help"] ? [] : ["--as-of", "2026-04-09"]
        let outcome = try await ReboundProcess.run(arguments + asOf, outputTo: ends[1])
        #expect(outcome.code == 0)
        #expect(outcome.error == "")
    }

    @Test func aDiskThatIsFullIsSaid() async throws {
        let outcome = try await ReboundProcess.run(Self.next, outputTo: open("/dev/full", O_WRONLY))
        #expect(outcome.code == 74)
        #expect(outcome.error == "rebound: standard output cannot be written: No space left on device\n")
    }

    @Test("A message that cannot be printed does not stop the work")
    func closedError() async throws {
        let outcome = try await ReboundProcess.run(
            ["next", Self.sample, "--as-of", "2026-03-20"], errorTo: open("/dev/full", O_WRONLY))
        #expect(outcome.code == 0)
        #expect(outcome.output.contains("who to call next"))
    }

    @Test func standardInputIsANetworkToo() async throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(ReboundProcess.package)/\(Self.sample)")))
        let outcome = try await ReboundProcess.run(["next", "-", "--as-of", "2026-04-09"], input: bytes)
        #expect(try await ReboundProcess.run(Self.next).output == outcome.output)
        let untitled =
            #"{"format":"rebound-network","version":1,"seeker":"a","people":[{"id":"a","name":"A"}]}"#
        let nameless = try await ReboundProcess.run(
            ["next", "-", "--as-of", "2026-04-09"], input: Array(untitled.utf8))
        #expect(nameless.output.hasPrefix("standard input: who to call next"))
    }

    @Test("Nothing in a name is obeyed by the terminal, in text and in JSON")
    func hostileNames() async throws {
        let people = HostileText.all.filter { !$0.allSatisfy(\.isWhitespace) }.enumerated().map {
            index, text in
            ["id": "p\(index)", "name": text]
        }
        let network: [String: Any] = [
            "format": "rebound-network", "version": 1, "title": "\u{1B}[31mred\u{202E}", "seeker": "p0",
            "people": people,
        ]
        let bytes = [UInt8](try JSONSerialization.data(withJSONObject: network))
        for arguments in [
            ["next", "-", "--top", "1000"], ["next", "-", "--json"], ["stalled", "-"], ["why", "p5", "-"],
            ["why", "p", "-"], ["check", "-"], ["why", "p3", "-", "--json"],
        ] {
            let outcome = try await ReboundProcess.run(arguments + ["--as-of", "2026-04-09"], input: bytes)
            // Texts hold right-to-left names in isolates that are complete; JSON and messages have none at all.
            let isText = !arguments.contains("--json")
            let shown = (isText ? removingIsolates(outcome.output) : outcome.output) + outcome.error
            for scalar in shown.unicodeScalars where scalar != "\n" {
                let isControl =
                    scalar.properties.generalCategory == .control || scalar.properties.isBidiControl
                #expect(!isControl, "\(arguments): U+\(String(scalar.value, radix: 16))")
            }
        }
    }
}
