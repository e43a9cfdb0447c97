public import Foundations
public import ReferralGraph

/// Reads networks of a stream with one a line: bare, or in an envelope `{"id": "c-17", "network": {…}}`.
public enum NetworkLineReader {
    /// The most bytes of a line: 64 MiB.
    public static let mostBytes = 64 << 20

    /// What a sender calls a network.
    public enum ID: Hashable, Sendable, Encodable {
        /// Text.
        case text(String)
        /// A whole number.
        case number(Int)

        /// The same in words.
        public var words: String {
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            }
        }

        /// Writes the text or the number.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .text(let text): try container.encode(text)
            case .number(let number): try container.encode(number)
            }
        }
    }

    /// What a line holds.
    public struct Line: Sendable, Equatable {
        /// The envelope's identifier, else the network's title; `nil` when neither can be read.
        public var id: ID?
        /// The network, and everything that is wrong with the line. Columns count from its beginning, paths begin at the
        /// network, and there are no line numbers: what a line holds does not depend on where it stands.
        public var result: ReadResult
    }

    /// Reads a line.
    /// - Parameter now: Facts later than this are warned about.
    /// - Complexity: O(bytes).
    public static func read(_ line: LineReader.Line, asOf now: Timestamp) -> Line {
        switch line {
        case .tooLong(let count):
            return failed(
                Diagnostic(
                    .lineTooLong, file: "", found: "a line of \(count) bytes",
                    expected: "at most \(mostBytes >> 20) MiB",
                    hint: "split the network, or leave out old talks"))
        case .whole(let bytes, _) where bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }):
            return failed(
                Diagnostic(
                    .lineEmpty, file: "", found: "a blank line", expected: "a network in each line",
                    hint: "remove the line"))
        case .whole(let bytes, let isLast):
            do throws(JSONSyntaxError) {
                var line = read(try JSONDocument(bytes), asOf: now)
                line.result.diagnostics = line.result.diagnostics.map(withoutLine)
                return line
            } catch {
                var diagnostic = withoutLine(error.diagnostic(file: "", bytes: bytes, isLine: true))
                if isLast {
                    let hints = [
                        diagnostic.hint, "the input ends here without a line break; was it cut off?",
                    ]
                    diagnostic.hint = hints.filter { !$0.isEmpty }.joined(separator: "; ")
                }
                return failed(diagnostic)
            }
        }
    }

    private static func read(_ document: JSONDocument, asOf now: Timestamp) -> Line {
        let isBare = document.value(of: "format", in: 0) != nil
        let (id, network) = (document.value(of: "id", in: 0), document.value(of: "network", in: 0))
        guard !isBare, id != nil || network != nil else {
            var reader = JSONFieldReader(document)
            return Line(id: title(of: 0, in: document), result: reader.result(file: "", asOf: now))
        }
        var reader = JSONFieldReader(document, at: network ?? 0)
        let identifier = reader.envelope(id: id)
        guard let network else { return Line(id: identifier, result: reader.withoutNetwork()) }
        return Line(
            id: identifier ?? title(of: network, in: document), result: reader.result(file: "", asOf: now))
    }

    private static func title(of network: Int, in document: JSONDocument) -> ID? {
        document.value(of: "title", in: network).flatMap { title in
            document.kind(of: title) == .string ? .text(document.string(of: title)) : nil
        }
    }

    private static func failed(_ diagnostic: Diagnostic) -> Line {
        Line(id: nil, result: ReadResult(network: nil, diagnostics: [diagnostic]))
    }

    /// A CR within a line begins another one for the locator, from which on columns would mean something else.
    private static func withoutLine(_ diagnostic: Diagnostic) -> Diagnostic {
        var diagnostic = diagnostic
        if diagnostic.line != 1 { diagnostic.column = nil }
        diagnostic.line = nil
        return diagnostic
    }
}

extension JSONFieldReader {
    /// Reads what stands around the network.
    fileprivate mutating func envelope(id: Int?) -> NetworkLineReader.ID? {
        for key in document.children(of: 0) where document.kind(of: key) == .key {
            let name = document.string(of: key)
            guard name != "id", name != "network" else { continue }
            report(
                .fieldUnknown, at: key, found: "not a field around a network",
                expected: "id and network only",
                hint: "remove it, or put it into the id")
        }
        guard let id else { return nil }
        switch document.kind(of: id) {
        case .string: return .text(document.string(of: id))
        case .null: return nil
        case .number:
            if let number = document.integer(of: id) { return .number(number) }
            fallthrough
        default:
            reportMismatch(at: id, expected: "text or a whole number")
            return nil
        }
    }

    /// What is wrong with an envelope that is empty.
    fileprivate mutating func withoutNetwork() -> ReadResult {
        report(
            .fieldMissing, at: 0, missing: "network", found: "missing",
            expected: "the network, an object in braces",
            hint: "add \"network\" beside \"id\", or write the network alone")
        return ReadResult(network: nil, diagnostics: diagnostics(file: ""))
    }
}
