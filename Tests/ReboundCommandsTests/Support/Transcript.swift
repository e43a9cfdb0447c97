import Foundation
import Testing

/// What a session at a terminal looks like, to be compared with a recorded one.
///
/// With `REBOUND_RECORD=1` in the environment the recorded ones are written anew.
struct Transcript {
    private(set) var text = ""

    /// Adds a command and what it printed; messages stand behind the output, as a terminal shows them.
    mutating func add(_ arguments: [String], _ outcome: ReboundProcess.Outcome) {
        let words = arguments.map { $0.contains(" ") || $0.isEmpty ? "'\($0)'" : $0 }
        text += "$ rebound \(words.joined(separator: " "))\n" + outcome.output + outcome.error
        if let code = outcome.code, code != 0 { text += "[exit \(code)]\n" }
        text += "\n"
    }

    /// Expects a transcript to be the recorded one, and nothing printed in it to be wider than a terminal.
    static func expect(_ transcript: String, recordedAs name: String) throws {
        // A mapping that is to be pasted stays on one line.
        for line in transcript.lines where !line.hasPrefix("$ ") && !line.contains("--map '") {
            #expect(line.count <= 80, "\(line)")
        }
        let fixture = "\(ReboundProcess.package)/Tests/ReboundCommandsTests/Fixtures/\(name).txt"
        if ProcessInfo.processInfo.environment["REBOUND_RECORD"] == "1" {
            try transcript.write(toFile: fixture, atomically: true, encoding: .utf8)
        }
        let recorded = try String(contentsOfFile: fixture, encoding: .utf8)
        let difference = transcript.lines.difference(from: recorded.lines).map { change in
            switch change {
            case .insert(let line, let text, _): "\(line + 1) + \(text)"
            case .remove(let line, let text, _): "\(line + 1) - \(text)"
            }
        }
        #expect(transcript == recorded, "\(difference.joined(separator: "\n"))")
    }
}
