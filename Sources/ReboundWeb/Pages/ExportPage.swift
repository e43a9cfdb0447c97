internal import NetworkFiles
internal import Reporting
internal import Workspace

/// The network for other programs, to save.
struct ExportPage {
    private let context: PageContext

    init(_ context: PageContext) { self.context = context }

    /// Tables are a folder, which a browser cannot save.
    private static let formats = ExportFormat.allCases.filter { $0 != .csv }
    private static let toDos = "network-to-do.ics"

    var content: PageContent {
        PageContent(
            title: "Export", subtitle: context.shown.opened.title,
            main: """
                <ul class="plain export">\(Self.formats.map { row($0.savedAs, $0.summary) })
                \(row(Self.toDos, "the due steps as to-dos"))</ul>
                <p class="muted">Tables for a spreadsheet: <code>rebound export --format csv -o FOLDER</code></p>
                """)
    }

    private func row(_ file: String, _ summary: String) -> HTML {
        "<li><a class=\"button\" href=\"/\(file)\" download>\(file)</a> <span>\(summary)</span></li>"
    }

    // MARK: Files

    /// The files that can be saved: each a name, and what is in it.
    static let files: [(name: String, format: ExportFormat, asToDos: Bool)] =
        formats.map { ($0.savedAs, $0, false) } + [(toDos, .iCalendar, true)]

    /// One of the files.
    func file(
        _ name: String, _ format: ExportFormat, asToDos: Bool
    ) throws(WorkspaceError) -> PageContent {
        PageContent(
            saving: try NetworkExport(context.shown.opened, format: format, asToDos: asToDos).bytes(),
            as: name, type: format.mediaType)
    }
}

extension ExportFormat {
    fileprivate var savedAs: String { "network.\(fileExtension ?? rawValue)" }

    fileprivate var mediaType: String {
        switch self {
        case .json, .jsonGraph, .nodeLink: "application/json"
        case .csv: "text/csv; charset=utf-8"
        case .dot: "text/vnd.graphviz; charset=utf-8"
        case .graphML, .gexf: "application/xml"
        case .vCard: "text/vcard; charset=utf-8"
        case .iCalendar: "text/calendar; charset=utf-8"
        }
    }
}
