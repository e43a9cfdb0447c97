internal import Foundations
internal import SystemInterface

/// The file of a graph as messages and the commands in them name it.
struct GraphFileName {
    /// As the user named it; `-` is standard input.
    let path: String

    static let expectation = "an edge list: two names or numbers a line, and possibly a weight"

    /// What to call it.
    var name: String { path == "-" ? "standard input" : shownPath(path) }

    /// Its name in a command line, in quotes where a shell needs them; empty for standard input.
    var argument: String { path == "-" ? "" : Self.shellWord(path) }

    /// A word as a shell takes it for one.
    static func shellWord(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || "/._-+=:@%".utf8.contains(byte)
        }
        let isStrange = word.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
        let safe =
            isPlain && !word.isEmpty
            ? word
            : isStrange || SystemPath.holdsStandIns(word)
                ? escapedShellWord(word)
                : "'\(word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
        return word.hasPrefix("-") ? "./\(safe)" : safe
    }

    /// A word with bytes that cannot be shown, as bash and zsh read it.
    private static func escapedShellWord(_ word: String) -> String {
        let escaped = SystemPath.bytes(of: word).map { byte in
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\\"): "\\\(Character(Unicode.Scalar(byte)))"
            case 0x20..<0x7F: String(Character(Unicode.Scalar(byte)))
            case 0x0A: "\\n"
            default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return "$'\(escaped.joined())'"
    }

    /// A command that reads the file once more, with options.
    func analyze(_ options: String) -> String { "rebound analyze \(path == "-" ? "-" : argument) \(options)" }

    /// A command that turns the file into an edge list and measures that.
    func filtered(_ filter: String, options: String = "") -> String {
        "\(filter)\(path == "-" ? "" : " < \(argument)") | rebound analyze -\(options.isEmpty ? "" : " ")\(options)"
    }

    /// The file is of another format.
    func refusal(_ found: String, line: Int? = nil, hint: String) -> GraphFailure {
        .invalid([
            Diagnostic(
                .formatUnknown, file: name, line: line, found: found, expected: Self.expectation, hint: hint)
        ])
    }

    /// The file could be read in more than one way.
    func doubt(line: TextHead.Line, _ found: String, _ expected: String, hint: String) -> GraphFailure {
        .invalid([
            Diagnostic(
                .formatUnknown, file: name, line: line.number, found: found, expected: expected, hint: hint)
        ])
    }

    /// A line as a message shows it.
    static func excerpt(_ line: TextHead.Line) -> String {
        let text = line.trimmed
        return "\"\(text.prefix(60))\(text.count > 60 ? "…" : "")\""
    }
}
