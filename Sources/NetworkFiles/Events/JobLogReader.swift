public import Foundations
public import ReferralGraph

/// Reads tables of applications and other approaches: what was sent when, and what came of it.
///
/// Columns, in any order: `log`, `sent`, `kind`, `channel`, `referral`, `answered`, `answer_date`, `outcome`; and where known
/// `interview` and `censor`, the day until which an answer would have been noted. `sent`, `kind` and `answered` have to be
/// there. `referral`, `answered` and `interview` hold yes or no, or nothing for not known. Without a column `interview` the
/// words of the outcome tell. The columns `row`, `easy`, `first_answer`, `interview_date`, `outcome_date`, `ghost_mark` and
/// `employer` of the public collection are passed over.
public enum JobLogReader {
    /// What a reader returns: the list, and everything there is to say about its input.
    public struct Result: Equatable, Sendable {
        /// The list; `nil` when there is any error.
        public let log: JobLog?
        /// Everything wrong, in the order of the lines.
        public let diagnostics: [Diagnostic]
    }

    /// The columns that have to be there, in words.
    public static let requiredColumns = "the columns sent, kind and answered at least"

    /// Whether a header line is that of such a table rather than of a table of messages.
    public static func recognizes(header: [String]) -> Bool {
        let names = Set(header.map { trimmed($0).lowercased() })
        return names.contains("sent") && names.contains("kind") && names.contains("answered")
    }

    /// Reads a file.
    /// - Returns: `nil` for a table that is none of this kind.
    /// - Throws: ``ReadError`` when the file cannot be read.
    /// - Complexity: O(bytes).
    public static func readIfRecognized(path: String) throws(ReadError) -> Result? {
        let bytes = try FileBytes.read(path: path)
        let (document, _) = CSVDocument.read(bytes: bytes, file: path)
        guard let document, recognizes(header: document.header) else { return nil }
        return read(bytes: bytes, file: path)
    }

    /// Reads a table that is in memory.
    /// - Parameters:
    ///   - bytes: The whole file, UTF-8.
    ///   - file: Its name, for the diagnostics.
    /// - Complexity: O(bytes).
    public static func read(bytes: [UInt8], file: String) -> Result {
        let (document, diagnostics) = CSVDocument.read(bytes: bytes, file: file)
        guard let document else { return Result(log: nil, diagnostics: diagnostics) }
        var table = JobTable(document, file: file, diagnostics: diagnostics)
        return table.read()
    }
}

/// A table of approaches while it is read.
private struct JobTable {
    private var table: HeadedTable<Column>

    private enum Column: String, CaseIterable {
        case log, sent, kind, channel, referral, answered, outcome, interview, censor
        case answerDate = "answer_date"
        case row, easy, employer
        case firstAnswer = "first_answer"
        case interviewDate = "interview_date"
        case outcomeDate = "outcome_date"
        case ghostMark = "ghost_mark"
    }

    init(_ document: CSVDocument, file: String, diagnostics: [Diagnostic]) {
        table = HeadedTable(document, file: file, diagnostics: diagnostics)
        table.require(
            [.sent, .kind, .answered], expected: JobLogReader.requiredColumns)
    }

    mutating func read() -> JobLogReader.Result {
        var entries: [JobLog.Entry] = []
        for row in table.document.rows where row.count == table.document.header.count {
            if let entry = entry(row) { entries.append(entry) }
        }
        let (diagnostics, hasErrors) = table.findings
        return .init(log: hasErrors ? nil : JobLog(entries), diagnostics: diagnostics)
    }

    private mutating func entry(_ row: CSVDocument.Row) -> JobLog.Entry? {
        let before = table.diagnostics.count
        let sent = day(row, .sent)
        let answered = day(row, .answerDate)
        let watched = day(row, .censor)
        var isAnswered = flag(row, .answered)
        let isReferred = flag(row, .referral) ?? false
        let interview = flag(row, .interview)
        let kind = table.cell(row, .kind).lowercased()
        if table.has(.kind), kind.isEmpty {
            table.report(
                .textBlank, line: row.line, column: .kind, found: "\"\"",
                expected: "what was sent, such as application",
                hint: "write application, outreach, or a word of your own")
        }
        if let sent, let answered, answered < sent {
            table.report(
                .datesOutOfOrder, line: row.line, column: .answerDate,
                found: "an answer on \(answered), sent on \(sent)",
                expected: "an answer on the day of sending or later", hint: "correct one of the two days")
        }
        if answered != nil, isAnswered == false {
            // One of the two is a mistake, and nothing says which.
            isAnswered = nil
            table.report(
                .valueIgnored, line: row.line, column: .answered,
                found: "no answer, and the day of one",
                expected: "a yes with the day, or no day",
                hint: "the row does not count; correct one of the two")
        }
        guard table.diagnostics[before...].allSatisfy({ $0.severity != .error }) else { return nil }
        let outcome = table.cell(row, .outcome).lowercased()
        return JobLog.Entry(
            log: table.cell(row, .log), sent: sent, kind: kind, channel: table.cell(row, .channel),
            isReferred: isReferred, isAnswered: isAnswered, answered: isAnswered == true ? answered : nil,
            wasInterviewed: interview
                ?? ["interview", "finalist", "offer", "accepted"].contains(where: outcome.contains),
            wasOffered: Self.isOffer(outcome), watchedUntil: watched)
    }

    /// Whether an outcome in words is that of an offer. What was accepted or turned down may have been an interview.
    private static func isOffer(_ outcome: String) -> Bool {
        let words = Set(outcome.split { !$0.isLetter })
        return !words.contains("interview") && !words.contains("no")
            && !words.isDisjoint(with: ["offer", "offered", "accepted", "hired"])
    }

    private mutating func flag(_ row: CSVDocument.Row, _ column: Column) -> Bool? {
        let text = table.cell(row, column)
        switch text.lowercased() {
        case "": return nil
        case "1", "yes", "y", "true", "x": return true
        case "0", "no", "n", "false": return false
        default:
            table.report(
                .valueUnknown, line: row.line, column: column, found: quoted(text), expected: "yes or no",
                hint: "write yes, no, or nothing when it is not known")
            return nil
        }
    }

    private mutating func day(_ row: CSVDocument.Row, _ column: Column) -> CalendarDay? {
        let text = table.cell(row, column)
        guard !text.isEmpty else { return nil }
        do throws(FieldComplaint) { return try FieldValue.day(text) } catch {
            table.report(
                error.identifier, line: row.line, column: column, found: quoted(text),
                expected: error.expected, hint: error.hint)
            return nil
        }
    }
}
