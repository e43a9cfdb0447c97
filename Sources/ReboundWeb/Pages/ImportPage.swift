internal import NetworkEditing
internal import PageServer
internal import ReferralGraph
internal import ReferralStore
internal import Reporting
internal import SourceReaders
internal import Workspace

/// Files to bring into the network: choose them, see what would change, confirm.
struct ImportPage {
    private let context: PageContext
    private let request: ImportRequest
    private let files: [ImportDesk.File]

    init(_ context: PageContext) {
        self.context = context
        request = ImportRequest(context.request.values(of:))
        files = context.view.imports.files(of: request)
    }

    /// The page; it waits a moment for small files, so that they need no second look.
    var content: PageContent {
        get async {
            guard let own = context.shown.own else {
                return PageContent(title: "Import", main: .empty)
            }
            if files.isEmpty { return PageContent(title: "Import", main: beginning(own)) }
            var progress = ImportDesk.Progress.waiting
            for turn in 0..<10 {
                progress = context.view.imports.progress(of: request, into: own, entry: context.shown.entry)
                if case .done = progress { break }
                if turn < 9 { try? await Task.sleep(for: .milliseconds(40)) }
            }
            return PageContent(
                title: "Import", main: "\(fileList)\n\(main(progress, own))\n\(DropArea(adds: true).html)")
        }
    }

    // MARK: Before

    private func beginning(_ own: OwnNetwork) -> HTML {
        """
        \(request.files.isEmpty ? .empty : "<p class=\"problem\" role=\"alert\">These files are not here any more. Choose them again.</p>")
        \(context.request["done"] == nil ? .empty : next)
        \(DropArea().html)
        <p>You can import \(SourceReader.nouns), and Google Takeout’s zip.
        You see what would change before anything is recorded. Nothing leaves this computer.</p>
        \(earlier(own))
        """
    }

    /// Where to go on after an import.
    private var next: HTML {
        let session = TriageSession(context.network, today: context.today)
        let count = session.queue.count
        return """
            <ul class="plain next-steps">
            \(count == 0 ? .empty : "<li><a class=\"button first\" href=\"/triage\">Sort \(Wording.count(count, "new person", "new people"))</a></li>")
            <li><a class="button" href="/companies">Say which companies you want</a></li>
            <li><a class="button" href="/">See what is due today</a></li>
            </ul>
            """
    }

    /// The latest imports, as the history has them.
    private func earlier(_ own: OwnNetwork) -> HTML {
        let imports = ((try? own.history()) ?? []).filter { $0.kind == .import && $0.isEffective }.prefix(5)
        guard !imports.isEmpty else { return .empty }
        return """
            <section aria-labelledby="earlier"><h2 id="earlier">Imported so far</h2>
            <ul class="plain">\(imports.map { "<li>\($0.summary) <small>\($0.recordedAt.day.longWords)</small></li>" as HTML })</ul></section>
            """
    }

    // MARK: Files

    private var fileList: HTML {
        "<ul class=\"plain files\">\(files.map { "<li><b>\($0.name)</b> <a href=\"\(address(request.without($0.id)))\">Remove<span class=\"hidden\"> \($0.name)</span></a></li>" as HTML })</ul>"
    }

    private func address(_ request: ImportRequest) -> String {
        PageAddress.address("import", request.fields)
    }

    // MARK: What would change

    private func main(_ progress: ImportDesk.Progress, _ own: OwnNetwork) -> HTML {
        switch progress {
        case .waiting:
            "<p class=\"reading\" data-again=\"700\" role=\"status\">Waiting until another import has been read. <small></small></p>\(cancel)"
        case .reading(let seconds):
            "<p class=\"reading\" data-again=\"700\" role=\"status\">Reading… <small aria-hidden=\"true\">\(seconds) s</small></p>\(cancel)"
        case .done(.unread(let error, let columns)):
            columns.isEmpty
                ? "\(problem(error))\n\(options(isOpen: true, []))\n\(cancel)"
                : "\(error.asksForColumns ? .empty : problem(error))\n\(ColumnForm(request, columns, error).html)\n\(cancel)"
        case .done(.refused(let sources, let error)):
            "\(problem(error))\n\(warnings(sources))\n\(options(isOpen: true, sources))\n\(cancel)"
        case .done(.ready(let sources, let outcome)):
            """
            \(outcome.answer.map { part($0, outcome.network) })
            \(warnings(sources))
            <div class="confirm">\(confirmation(outcome))
            \(cancel)</div>
            \(options(isOpen: false, sources))
            """
        }
    }

    private func problem(_ error: WorkspaceError) -> HTML {
        "<div class=\"problem\" role=\"alert\">\(error.explanation.split(separator: "\n").map { "<p>\(String($0))</p>" as HTML })</div>"
    }

    private func warnings(_ sources: [ImportSource]) -> HTML {
        let warnings = sources.flatMap(\.diagnostics)
        guard !warnings.isEmpty else { return .empty }
        return """
            <section aria-labelledby="warnings"><h2 id="warnings">Left out, or to be checked <span class="count">\(warnings.count)</span></h2>
            \(FoldedList(warnings.map { "\($0)" }, showing: 5).html)</section>
            """
    }

    private func part(_ part: ImportedPart, _ network: ReferralNetwork) -> HTML {
        switch part {
        case .network(let path, let people, let isNew):
            return
                "<section><h2>\(path)</h2><p>\(isNew ? Wording.count(people, "person", "people") : "nothing new")</p></section>"
        case .report(let report):
            let text = ImportText(
                report, in: network, today: context.today, listsRows: request.has(.rows),
                showsUnderstood: true
            ).written(in: TextStyle())
            return """
                <section><h2>\(text.title)</h2>
                \(text.html)
                \(people("New people", report.newPeople, network))
                \(people("People it says more about", report.updatedPeople, network))</section>
                """
        }
    }

    private func people(_ heading: String, _ ids: [PersonID], _ network: ReferralNetwork) -> HTML {
        guard !ids.isEmpty else { return .empty }
        let wanted = Set(ids)
        let names = network.people.filter { wanted.contains($0.id) }.map(\.name)
        return """
            <h3>\(heading) <span class="count">\(ids.count)</span></h3>
            \(FoldedList(names, showing: 10).html)
            """
    }

    // MARK: Forms

    private func confirmation(_ outcome: OwnNetwork.Outcome<[ImportedPart]>) -> HTML {
        let isNew = outcome.answer.contains { part in
            switch part {
            case .network(_, _, let isNew): isNew
            case .report(let report): report.hasChanges
            }
        }
        return """
            <form class="sheet" data-act="import" data-then="/import?done=yes">\(hidden(request))
            <div class="choices"><button class="first">\(isNew ? "Import" : "Import anyway")</button></div>
            <p class="working" role="status">Importing…</p></form>
            """
    }

    private var cancel: HTML {
        """
        <form data-act="cancel-import" data-then="/import">\(request.files.map { "<input type=\"hidden\" name=\"id\" value=\"\($0)\">" as HTML })
        <button>Cancel</button></form>
        """
    }

    private func hidden(_ request: ImportRequest) -> HTML {
        "\(request.fields.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML })"
    }

    /// What the command's options say, to read the files again.
    private func options(isOpen: Bool, _ sources: [ImportSource]) -> HTML {
        let hasNetwork = sources.contains(where: \.isNetwork)
        return """
            <details id="reading-options"\(isOpen ? " open" : "")><summary>Read the files in another way</summary>
            <form class="sheet" data-get="/import">
            \(request.files.map { "<input type=\"hidden\" name=\"id\" value=\"\($0)\">" as HTML })
            \(request.columnFields.map { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML })
            <label>What they are<select name="as"><option value="">Find out</option>
            \(SourceReader.all.map { "<option value=\"\($0.format.rawValue)\"\($0.format.rawValue == request[.format] ? " selected" : "")>\($0.title)</option>" as HTML })</select></label>
            \(field("dated", "The day of which they speak", "where they do not say, such as 2026-06-07"))
            \(field("owner", "You", "your name, profile page or e-mail address, where they do not say"))
            \(field("map", "What columns and words mean", "name=Full name,company=Firm, or stage:Pending=applied"))
            \(check("keep-text", "Keep the texts of messages as notes"))
            \(check("rows", "Name every row that was skipped, and why"))
            \(check("remember", "Bring back people you had forgotten"))
            \(hasNetwork ? check("replace", "Put this network in the place of yours (Undo brings yours back)") : .empty)
            <div class="choices"><button\(isOpen ? " class=\"first\"" as HTML : .empty)>Read again</button></div></form></details>
            """
    }

    private func field(_ name: String, _ label: String, _ example: String) -> HTML {
        "<label>\(label)<input name=\"\(name)\" value=\"\(ImportRequest.Option(rawValue: name).flatMap { request[$0] } ?? "")\" placeholder=\"\(example)\"></label>"
    }

    private func check(_ name: String, _ label: String) -> HTML {
        let isOn = ImportRequest.Option(rawValue: name).map(request.has) ?? false
        return
            "<label class=\"check\"><input type=\"checkbox\" name=\"\(name)\" value=\"yes\"\(isOn ? " checked" : "")>\(label)</label>"
    }
}

extension WorkspaceError {
    /// Whether it is the question what the columns of a table mean.
    fileprivate var asksForColumns: Bool { if case .mappingNeeded = self { true } else { false } }
}

/// A list of which the first entries are shown and the others unfold.
struct FoldedList {
    private let entries: [String]
    private let count: Int
    /// More than these are only counted.
    private static let most = 500

    init(_ entries: [String], showing count: Int) {
        self.entries = entries
        self.count = count
    }

    var html: HTML {
        let rest = entries.dropFirst(count)
        return """
            <ul>\(items(entries.prefix(count)))</ul>
            \(rest.isEmpty ? .empty : "<details><summary>\(rest.count) more</summary><ul>\(items(rest.prefix(Self.most)))</ul>\(rest.count > Self.most ? "<p>and \(rest.count - Self.most) more</p>" : .empty)</details>")
            """
    }

    private func items(_ entries: ArraySlice<String>) -> [HTML] { entries.map { "<li>\($0)</li>" } }
}

/// Where files are dropped or chosen.
struct DropArea {
    /// Whether the files join others.
    var adds = false

    var html: HTML {
        """
        <div class="drop js-only"><label for="files">\(adds ? "Add more files" : "Drop files here, or choose them")</label>
        <input type="file" id="files" multiple\(adds ? " data-adds=\"yes\"" as HTML : .empty)></div>
        """
    }
}
