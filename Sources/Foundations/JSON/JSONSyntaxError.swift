/// The first mistake in a JSON text.
public struct JSONSyntaxError: Error, Equatable, Sendable {
    /// What is wrong.
    public var identifier: Diagnostic.Kind
    /// The byte at which it shows.
    public var offset: Int
    /// The byte of the innermost bracket still open there.
    public var openBracket: Int?
    /// What was found, in words.
    public var found: String
    /// What should have been there, in words.
    public var expected: String
    /// What to do about it; may be empty.
    public var hint: String

    init(
        _ identifier: Diagnostic.Kind, at offset: Int, found: String, expected: String, hint: String = ""
    ) {
        self.identifier = identifier
        self.offset = offset
        self.found = found
        self.expected = expected
        self.hint = hint
    }

    /// What stands behind the last byte, in words.
    static let end = "the end of the file"

    /// The error as a diagnostic of a file.
    /// - Parameters:
    ///   - bytes: The text that was to be taken apart.
    ///   - isLine: Whether the text is one line of a file.
    public func diagnostic(file: String, bytes: [UInt8], isLine: Bool = false) -> Diagnostic {
        var locator = SourceLocator(bytes)
        var hint = hint
        if hint.isEmpty, let openBracket, offset >= bytes.count {
            let (line, column) = locator.position(of: openBracket)
            let bracket = Character(Unicode.Scalar(bytes[openBracket]))
            hint = "the \(bracket) in \(isLine ? "" : "line \(line), ")column \(column) is not closed"
        }
        func worded(_ words: String) -> String { isLine && words == Self.end ? "the end of the line" : words }
        let (line, column) = locator.position(of: offset)
        let isWholeFile = identifier == .fileEmpty || identifier == .encodingInvalid && offset == 0
        return Diagnostic(
            identifier, file: file, line: isWholeFile ? nil : line,
            column: isWholeFile ? nil : column, found: worded(found), expected: worded(expected), hint: hint)
    }
}
