internal import NetworkFiles
internal import PageServer
internal import Reporting
internal import Workspace

/// The network for other programs, to save.
struct ExportPage {
    private let context: PageContext

    init(_ context: PageContext) { self.context = context }

    /// The path of the file to save.
    static let file = "save"

    /// Tables are a folder, which a browser cannot save.
    private static let formats = ExportFormat.allCases.filter { $0 != .csv }

    var content: PageContent {
        PageContent(
            title: "Export", subtitle: context.shown.opened.title,
            main: """
                <ul class="plain export">\(Self.formats.map(row))</ul>
                <p class="muted">Tables for a spreadsheet: <code>rebound export --format csv -o FOLDER</code></p>
                """)
    }

    private func row(_ format: ExportFormat) -> HTML {
        """
        <li><a class="button" href="\(PageAddress.address(Self.file, ["format": format.rawValue]))" download>\(fileName(format))</a> <span>\(format.summary)</span>
        \(format == .iCalendar ? toDos : .empty)</li>
        """
    }

    private var toDos: HTML {
        "<a class=\"button\" href=\"\(PageAddress.address(Self.file, ["format": ExportFormat.iCalendar.rawValue, "todo": "yes"]))\" download>as to-dos</a>"
    }

    private func fileName(_ format: ExportFormat) -> String { "network.\(format.fileExtension ?? "")" }

    /// The file that the request asks for.
    /// - Throws: ``WorkspaceError``.
    func download() throws(WorkspaceError) -> PageContent {
        let name = context.request["format"] ?? ""
        guard let format = Self.formats.first(where: { $0.rawValue == name }) else {
            throw .request("“\(name)” is no format that can be saved here.")
        }
        let export = NetworkExport(
            context.shown.opened, format: format, asToDos: context.request["todo"] != nil)
        return PageContent(
            file: PageResponse(
                type: format.mediaType, body: try export.bytes(), savedAs: fileName(format)))
    }
}

extension ExportFormat {
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
