public import Foundations
public import ReferralGraph

/// Reads tables of applications and other approaches: what was sent when, and what came of it.
///
/// Columns, in any order: `log`, `sent`, `kind`, `channel`, `referral`, `answered`, `answer_date`, `outcome`; and where known
/// `interview` and `censor`, the day until which an answer would have been noted. `sent`, `kind` and `answered` have to be
/// there. `referral`, `answered` and `interview` hold yes or no, or nothing for not known. Where `interview` does not say, the
/// words of the outcome tell; where `answered` does not, the day of an answer does. A row that contradicts itself counts neither
/// as answered nor as silent, with a warning. The columns `row`, `easy`, `first_answer`, `interview_date`, `outcome_date`,
/// `ghost_mark` and `employer` of the public collection are passed over.
public enum JobLogReader {
    /// What a reader returns: the list, and every problem found in its input.
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
    /// - Parameter asOf: The day to look from; what is dated later is left out, with a warning. `nil` to take everything.
    /// - Returns: `nil` for a table that is none of this kind.
    /// - Throws: ``ReadError`` when the file cannot be read.
    /// - Complexity: O(bytes).
    public static func readIfRecognized(
        path: String, asOf: CalendarDay? = nil
    ) throws(ReadError) -> Result? {
        let bytes = try FileBytes.read(path: path)
        let (document, _) = CSVDocument.read(bytes: bytes, file: path)
        guard let document, recognizes(header: document.header) else { return nil }
        return read(bytes: bytes, file: path, asOf: asOf)
    }

    /// Reads a table that is in memory.
    /// - Parameters:
    ///   - bytes: The whole file, UTF-8.
    ///   - file: Its name, for the diagnostics.
    ///   - asOf: The day to look from; what is dated later is left out, with a warning. `nil` to take everything.
    /// - Complexity: O(bytes).
    public static func read(bytes: [UInt8], file: String, asOf: CalendarDay? = nil) -> Result {
        let (document, diagnostics) = CSVDocument.read(bytes: bytes, file: file)
        guard let document else { return Result(log: nil, diagnostics: diagnostics) }
        var table = JobTable(document, file: file, asOf: asOf, diagnostics: diagnostics)
        return table.read()
    }
}

/// A table of approaches while it is read.
private struct JobTable {
    private var table: HeadedTable<Column>
    private let asOf: CalendarDay?

    private enum Column: String, CaseIterable {
        case log, sent, kind, channel, referral, answered, outcome, interview, censor
        case answerDate = "answer_date"
        case row, easy, employer
        case firstAnswer = "first_answer"
        case interviewDate = "interview_date"
        case outcomeDate = "outcome_date"
        case ghostMark = "ghost_mark"
    }

    init(_ document: CSVDocument, file: String, asOf: CalendarDay?, diagnostics: [Diagnostic]) {
        self.asOf = asOf
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
        let isAnswered = flag(row, .answered)
        let isReferred = flag(row, .referral) ?? false
        let interview = flag(row, .interview)
        let kind = table.cell(row, .kind).lowercased()
        if table.has(.kind), kind.isEmpty {
            table.report(
                .textBlank, line: row.line, column: .kind, found: "\"\"",
                expected: "what was sent, such as application",
                hint: "write application, outreach, or a word of your own")
        }
        checkOrder(row, sent: sent, answered: answered, watched: watched)
        guard table.diagnostics[before...].allSatisfy({ $0.severity != .error }) else { return nil }
        let outcome = OutcomeWords(table.cell(row, .outcome))
        if interview == nil, outcome.isDoubtful {
            table.report(
                .valueIgnored, line: row.line, column: .outcome, found: quoted(table.cell(row, .outcome)),
                expected: "an outcome that says whether there was an interview",
                hint: "it counts as none; a column interview with yes or no tells")
        }
        if let sent, isLater(sent, row, .sent, hint: "the row is left out") { return nil }
        var entry = JobLog.Entry(
            log: table.cell(row, .log), sent: sent, kind: kind, channel: table.cell(row, .channel),
            isReferred: isReferred, isAnswered: isAnswered ?? (answered == nil ? nil : true),
            answered: answered,
            wasInterviewed: interview ?? outcome.isInterview, wasOffered: outcome.isOffer,
            watchedUntil: watched.map { watched in asOf.map { min(watched, $0) } ?? watched })
        if let answered, isLater(answered, row, .answerDate, hint: "it counts as not answered yet") {
            (entry.isAnswered, entry.answered) = (false, nil)
            (entry.wasInterviewed, entry.wasOffered) = (false, false)
        } else if let other = contradiction(entry, outcome) {
            // One of the two is a mistake, and nothing says which.
            (entry.isAnswered, entry.answered) = (nil, nil)
            table.report(
                .valueIgnored, line: row.line, column: .answered, found: "no answer, and \(other)",
                expected: "a yes, or neither", hint: "the row does not count; correct one of the two")
        }
        return entry
    }

    private mutating func checkOrder(
        _ row: CSVDocument.Row, sent: CalendarDay?, answered: CalendarDay?, watched: CalendarDay?
    ) {
        if let sent, let answered, answered < sent {
            table.report(
                .datesOutOfOrder, line: row.line, column: .answerDate,
                found: "an answer on \(answered), sent on \(sent)",
                expected: "an answer on the day of sending or later", hint: "correct one of the two days")
        }
        if let watched, let last = [sent, answered].compactMap(\.self).max(), watched < last {
            table.report(
                .datesOutOfOrder, line: row.line, column: .censor,
                found: "watched until \(watched), with a day of \(last)",
                expected: "the last day on which an answer would have been noted",
                hint: "correct one of the two days")
        }
    }

    /// Whether a day is later than the one to look from, which is said.
    private mutating func isLater(
        _ day: CalendarDay, _ row: CSVDocument.Row, _ column: Column, hint: String
    ) -> Bool {
        guard let asOf, day > asOf else { return false }
        table.report(
            .later, line: row.line, column: column, found: "\(day), which is later than \(asOf)",
            expected: "a day not after the one asked about",
            hint: "\(hint); choose a later --as-of to take it into account")
        return true
    }

    /// What there cannot be without an answer, of a row that says there was none; `nil` where it does not contradict itself.
    private func contradiction(_ entry: JobLog.Entry, _ outcome: OutcomeWords) -> String? {
        guard entry.isAnswered == false else { return nil }
        return entry.answered != nil
            ? "the day of one"
            : entry.wasOffered
                ? "an offer"
                : entry.wasInterviewed ? "an interview" : outcome.isRejection ? "a rejection" : nil
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

/// What an outcome in people's own words tells.
private struct OutcomeWords {
    private let words: Set<Substring>

    init(_ text: String) { words = Set(text.lowercased().split { !$0.isLetter }) }

    /// Whether it says what there was not, such as `no interview`.
    private var isDenial: Bool {
        !words.isDisjoint(with: ["no", "not", "never", "without", "didn", "wasn", "weren"])
    }

    private var namesInterview: Bool {
        words.contains("finalist") || words.contains { $0.hasPrefix("interview") }
    }

    /// Whether it speaks of an interview and of something that was not.
    var isDoubtful: Bool { namesInterview && isDenial }

    /// Whether there was an interview, or an offer.
    var isInterview: Bool { namesInterview && !isDenial || isOffer }

    /// Whether there was an offer. What was accepted or turned down may have been an interview.
    var isOffer: Bool {
        !words.contains("interview") && !isDenial
            && !words.isDisjoint(with: ["offer", "offered", "accepted", "hired"])
    }

    /// Whether it is a no.
    var isRejection: Bool { !isDenial && words.contains { $0.hasPrefix("reject") } }
}
