internal import ReferralFormats

/// What can be wrong with an edge list, as diagnostics.
enum EdgeListProblem {
    private static let expectation = "an edge list: two names or numbers a line, and possibly a weight"

    /// A sign in the first bytes of a file that it is something else; `nil` where there is none.
    static func found(in start: [UInt8], file: String) -> Diagnostic? {
        if start.starts(with: [0x1F, 0x8B]) {
            return Diagnostic(
                .formatUnknown, file: file, found: "a file packed by gzip", expected: expectation,
                hint: "gunzip -c \(file) | rebound analyze -")
        }
        // A character may be cut at the end.
        let isText = (0..<4).contains { String(validating: start.dropLast($0), as: UTF8.self) != nil }
        if !isText || start.contains(0) {
            return Diagnostic(
                .encodingInvalid, file: file, found: "bytes that are no UTF-8 text", expected: expectation,
                hint: "iconv turns text of another encoding into UTF-8")
        }
        if start.contains(UInt8(ascii: "\r")), !start.contains(UInt8(ascii: "\n")) {
            return Diagnostic(
                .formatUnknown, file: file, found: "carriage returns alone between lines",
                expected: "lines that end with a line feed", hint: "tr '\\r' '\\n' mends it")
        }
        guard let line = EdgeListOutline.firstLine(of: start), isOfAnotherFormat(line) else { return nil }
        return Diagnostic(
            .formatUnknown, file: file, found: "\"\(String(line.prefix(60)))\"", expected: expectation,
            hint: "is it a network of Rebound's, or in another graph format?")
    }

    /// Whether a file that begins with this line is JSON, XML, Pajek, DOT or GML; a name may begin with a bracket, too.
    private static func isOfAnotherFormat(_ line: String) -> Bool {
        let text = line.filter { $0 != " " && $0 != "\t" }.lowercased()
        if let first = text.first, first == "{" || first == "[" {
            return text.dropFirst().first.map { "\"{[]}".contains($0) } ?? true
        }
        if ["<?xml", "<!", "<graphml", "<gexf", "*vertices", "*network"].contains(where: text.hasPrefix) {
            return true
        }
        return ["graph", "digraph", "strict"].contains(where: text.hasPrefix)
            && (text.hasSuffix("{") || text.hasSuffix("["))
    }

    /// A text without an edge.
    static func nothing(in file: String) -> Diagnostic {
        Diagnostic(
            .fileEmpty, file: file, found: "no edges", expected: expectation,
            hint: "was it saved completely?")
    }

    /// A line that is no edge.
    static func malformed(_ line: Int, text: String, expected: String, file: String) -> Diagnostic {
        let isWeight = expected.contains("weight")
        let kind: Diagnostic.Kind =
            isWeight ? .numberInvalid : text.contains("\"") ? .quoteUnterminated : .rowRagged
        return Diagnostic(
            kind, file: file, line: line, found: "\"\(text)\"",
            expected: isWeight || expected.contains("line") ? expected : "two names or numbers",
            hint: isWeight
                ? "without --weighted the third column is passed over"
                : "a line that is no edge begins with #; --heading passes over lines at the top")
    }
}
