internal import NetworkEditing
internal import ReferralGraph
internal import SourceReaders
internal import Workspace

/// Which files to import, and how: what the options of `rebound import` say, as an address and a form carry it.
struct ImportRequest: Hashable, Sendable {
    /// The files, as ``ImportDesk`` numbers them.
    var files: [String]
    /// What is said besides, by the names of the command's options.
    private(set) var said: [Option: [String]] = [:]

    enum Option: String, CaseIterable, Sendable {
        case format = "as"
        case map
        /// The columns of a table, and what each of them means.
        case column, means
        /// How a table writes days.
        case dates
        case dated, owner
        case keepsText = "keep-text"
        case rows, replace, remember

        /// Whether it bears on how files are read, and not only on what becomes of them.
        fileprivate var isAboutReading: Bool { ![.rows, .replace, .remember].contains(self) }
    }

    /// Takes up what an address or a form says.
    init(_ values: (String) -> [String]) {
        files = values("id").filter { !$0.isEmpty }.uniqued()
        for option in Option.allCases {
            let texts = values(option.rawValue)
            // A column without a meaning keeps its place beside the others.
            let isPaired = option == .column || option == .means
            let kept = isPaired ? texts : texts.filter { !$0.allSatisfy(\.isWhitespace) }
            if !kept.isEmpty { said[option] = kept }
        }
    }

    subscript(option: Option) -> String? { said[option]?.first }

    func has(_ option: Option) -> Bool { said[option] != nil }

    /// The part of it that says how to read the file.
    var reading: ImportRequest {
        var request = self
        request.said = said.filter { $0.key.isAboutReading }
        return request
    }

    /// The same without a file.
    func without(_ file: String) -> ImportRequest {
        var request = self
        request.files.removeAll { $0 == file }
        return request
    }

    /// All of it as the fields of a form.
    var fields: [(name: String, value: String)] {
        var fields = files.map { (name: "id", value: $0) }
        for option in Option.allCases {
            fields += (said[option] ?? []).map { (name: option.rawValue, value: $0) }
        }
        return fields
    }

    /// The same without what is said of columns.
    var withoutColumns: ImportRequest {
        var request = self
        for option in [Option.column, .means, .dates] { request.said[option] = nil }
        return request
    }

    /// What is said of columns alone.
    var columnFields: [(name: String, value: String)] {
        var request = self
        request.files = []
        request.said = said.filter { [.column, .means, .dates].contains($0.key) }
        return request.fields
    }

    /// What a column is said to mean; `nil` for nothing, and where nothing is said of it.
    func meaning(of column: String) -> ColumnMapping.Field? {
        zip(said[.column] ?? [], said[.means] ?? []).first { $0.0 == column }.flatMap {
            .init(rawValue: $0.1)
        }
    }

    /// How to read the files.
    /// - Throws: ``WorkspaceError/request(_:)`` for what is no day, no format or no mapping.
    func options(_ own: OwnNetwork) throws(WorkspaceError) -> SourceOptions {
        var day: CalendarDay?
        if let words = self[.dated] {
            do { day = try CalendarDay(words: words, relativeTo: own.now.day, leaning: .past) } catch {
                throw .edit(error)
            }
        }
        var options = try own.sourceOptions(dated: day)
        options.owners = said[.owner] ?? []
        options.keepsText = has(.keepsText)
        if let name = self[.format] {
            let format = SourceFormat(rawValue: name)
            guard SourceReader.of(format) != nil else {
                throw .request("“\(name)” is nothing that can be read.")
            }
            options.format = format
        }
        options.mapping = try mapping
        return options
    }

    private var mapping: ColumnMapping? {
        get throws(WorkspaceError) {
            var mapping = ColumnMapping()
            if let text = self[.map] {
                do { mapping = try ColumnMapping(parsing: text) } catch { throw .request("--map: \(error)") }
            }
            for (column, meaning) in zip(said[.column] ?? [], said[.means] ?? []) {
                guard let field = ColumnMapping.Field(rawValue: meaning) else { continue }
                if !field.isList, !mapping.columns(field).isEmpty {
                    throw .request("--map: \(ColumnMappingError.fieldRepeated(field.rawValue))")
                }
                mapping.assignments.append(.init(field: field, column: column))
            }
            if let text = self[.dates] {
                guard let pattern = DatePattern(text) else {
                    throw .request("--map: \(ColumnMappingError.unknownDates(text))")
                }
                mapping.dates = pattern
            }
            return mapping == ColumnMapping() ? nil : mapping
        }
    }
}
