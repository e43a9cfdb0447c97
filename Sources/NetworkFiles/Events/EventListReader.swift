public import Foundations
public import ReferralGraph

/// Reads tables of messages: who wrote to who, when, and in answer to what.
///
/// Columns, in any order: `seconds` or `time`, `from`, `to`; and where known `message` and `reply_to`. A row
/// is one message. `time` holds ISO days and times or whole seconds, the same in all rows; `seconds` holds
/// seconds. `to` and `reply_to` hold one or more names separated by spaces or semicolons, so names have
/// neither. Without a column `message` the rows are numbered from 1 and `reply_to` names those numbers.
/// Answers to messages that are not in the table are allowed; two messages of one name are an error. The sender among the
/// recipients and repeated recipients are dropped.
public enum EventListReader {
    /// What a reader returns: the list, and every problem found in its input.
    public struct Result: Equatable, Sendable {
        /// The list; `nil` when there is any error.
        public let events: MessageEventList?
        /// Everything wrong, in the order of the lines.
        public let diagnostics: [Diagnostic]
    }

    /// Reads a file.
    /// - Parameter asOf: The moment to look from, where rows have days: later ones are left out, with one warning for all.
    ///   `nil` to take everything.
    /// - Throws: ``ReadError`` when the file cannot be read.
    /// - Complexity: O(bytes).
    public static func read(path: String, asOf: Timestamp? = nil) throws(ReadError) -> Result {
        read(bytes: try FileBytes.read(path: path), file: path, asOf: asOf)
    }

    /// Reads a table that is in memory.
    /// - Parameters:
    ///   - bytes: The whole file, UTF-8.
    ///   - file: Its name, for the diagnostics.
    ///   - asOf: The moment to look from, where rows have days: later ones are left out, with one warning for all. `nil` to
    ///     take everything.
    /// - Complexity: O(bytes).
    public static func read(bytes: [UInt8], file: String, asOf: Timestamp? = nil) -> Result {
        let (document, diagnostics) = CSVDocument.read(bytes: bytes, file: file)
        guard let document else { return Result(events: nil, diagnostics: diagnostics) }
        var table = EventTable(document, file: file, asOf: asOf, diagnostics: diagnostics)
        return table.read()
    }
}

/// A table of messages while it is read.
private struct EventTable {
    private var table: HeadedTable<Column>
    private var timeScale: MessageEventList.TimeScale?
    private let asOf: Timestamp?
    /// The rows that are later than the moment to look from: where the first one is, and how many.
    private var later: (line: Int, time: Timestamp, count: Int)?
    /// In which line each named message is.
    private var lines: [String: Int] = [:]

    private enum Column: String, CaseIterable {
        case seconds, time, from, to, message
        case replyTo = "reply_to"
    }

    /// Times further away than 30,000 years are mistakes.
    private static let mostSeconds: UInt = 1_000_000_000_000

    init(_ document: CSVDocument, file: String, asOf: Timestamp?, diagnostics: [Diagnostic]) {
        self.asOf = asOf
        table = HeadedTable(document, file: file, diagnostics: diagnostics)
        if table.has(.seconds), table.has(.time) {
            table.report(
                .columnRepeated, line: document.headerLine, found: "the columns \"seconds\" and \"time\"",
                expected: "one of them", hint: "remove one of the two")
        }
        table.require(
            table.has(.seconds) ? [.from, .to] : [.time, .from, .to],
            expected: "the columns time (or seconds), from and to at least")
    }

    mutating func read() -> EventListReader.Result {
        var records: [MessageEventList.Record] = []
        if table.has(.seconds) || table.has(.time), table.has(.from), table.has(.to) {
            let document = table.document
            records.reserveCapacity(document.rows.count)
            for (index, row) in document.rows.enumerated() where row.count == document.header.count {
                if let record = record(row, number: index + 1) { records.append(record) }
            }
        }
        reportLater()
        let (diagnostics, hasErrors) = table.findings
        return .init(
            events: hasErrors ? nil : MessageEventList(records, timeScale: timeScale ?? .relative),
            diagnostics: diagnostics)
    }

    // MARK: Rows

    private mutating func record(_ row: CSVDocument.Row, number: Int) -> MessageEventList.Record? {
        let seconds = table.has(.seconds) ? wholeSeconds(row, .seconds) : time(row)
        let from = names(row, .from)
        let to = names(row, .to)
        let name = names(row, .message)
        if from.count != 1 {
            table.report(
                from.isEmpty ? .textBlank : .identifierInvalid, line: row.line, column: .from,
                found: quoted(table.cell(row, .from)), expected: "the name of one person",
                hint: "names have neither spaces nor semicolons")
        }
        if to.isEmpty {
            table.report(
                .listEmpty, line: row.line, column: .to, found: quoted(table.cell(row, .to)),
                expected: "at least one name, several separated by spaces",
                hint: "leave out messages to no one")
        } else if to.allSatisfy({ $0 == from.first }) {
            table.report(
                .selfReference, line: row.line, column: .to, found: quoted(table.cell(row, .to)),
                expected: "someone other than the sender", hint: "leave out notes to oneself")
        }
        if table.has(.message), name.count != 1 {
            table.report(
                name.isEmpty ? .textBlank : .identifierInvalid, line: row.line, column: .message,
                found: quoted(table.cell(row, .message)), expected: "the name of one message",
                hint: "names have neither spaces nor semicolons; remove the column if messages have none")
        } else if table.has(.message), let line = lines.updateValue(row.line, forKey: name[0]) {
            table.report(
                .duplicateIdentifier, line: row.line, column: .message,
                found: "\(quoted(name[0])), which is the message of line \(line), too",
                expected: "a name of its own for each message",
                hint: "write a message to several people as one row, with all of them in \"to\"")
        }
        guard let seconds, let sender = from.first, !to.isEmpty else { return nil }
        return .init(
            seconds: seconds, from: sender, to: to,
            message: table.has(.message) ? name.first : String(number), replyTo: names(row, .replyTo))
    }

    private func names(_ row: CSVDocument.Row, _ column: Column) -> [String] {
        table.cell(row, column).split { $0 == ";" || $0.unicodeScalars.allSatisfy(\.isSpace) }.map(
            String.init)
    }

    private mutating func wholeSeconds(_ row: CSVDocument.Row, _ column: Column) -> Int? {
        let text = table.cell(row, column)
        guard let seconds = Int(text) else {
            table.report(
                .numberInvalid, line: row.line, column: column, found: quoted(text),
                expected: "whole seconds",
                hint: "use digits only; for days and times call the column \"time\"")
            return nil
        }
        guard seconds.magnitude <= Self.mostSeconds else {
            table.report(
                .numberOutOfRange, line: row.line, column: column, found: quoted(text),
                expected: "at most \(Self.mostSeconds) seconds", hint: "are these milliseconds?")
            return nil
        }
        return seconds
    }

    /// A day and time, or seconds, as the first row has it.
    private mutating func time(_ row: CSVDocument.Row) -> Int? {
        let text = table.cell(row, .time)
        let scale = timeScale ?? (Int(text) == nil ? .calendar : .relative)
        if scale == .relative {
            timeScale = scale
            return wholeSeconds(row, .time)
        }
        do throws(FieldComplaint) {
            let time = try FieldValue.timestamp(text)
            timeScale = scale
            if let asOf, time.isLater(than: asOf) {
                later = (later?.line ?? row.line, later?.time ?? time, (later?.count ?? 0) + 1)
                return nil
            }
            return time.secondsSinceEpoch
        } catch {
            table.report(
                error.identifier, line: row.line, column: .time, found: quoted(text),
                expected: error.expected,
                hint: Int(text) == nil ? error.hint : "the rows above have days and times, not seconds")
            return nil
        }
    }

    /// Says once for all rows that they are later than the moment to look from.
    private mutating func reportLater() {
        guard let later, let asOf else { return }
        let others =
            later.count > 1
            ? "; so \(later.count > 2 ? "are \(later.count - 1) more rows" : "is 1 more row")" : ""
        table.report(
            .later, line: later.line, column: .time,
            found: "\(later.time), which is later than \(asOf)\(others)",
            expected: "a time not after the day asked about",
            hint: "it is ignored; choose a later --as-of to take it into account")
    }
}
