internal import PageServer
internal import ReferralAnalysis
internal import ReferralStore
internal import Reporting
internal import Workspace

/// What was recorded, newest first, with undo and redo.
struct HistoryPage {
    let context: PageContext

    private static let entriesAtMost = 50

    func content() throws(WorkspaceError) -> PageContent {
        guard let own = context.shown.own else {
            return PageContent(title: "History", main: "<p>A file has no history.</p>")
        }
        let history = try own.revertibleHistory()
        let before = context.request["before"].flatMap(Int.init) ?? .max
        let entries = history.entries.filter { $0.id < before }
        let shown = entries.prefix(Self.entriesAtMost)
        let steps = Dictionary(
            history.undoable.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        return PageContent(
            title: "History",
            main: """
                \(context.isEditable ? redo(history) : .empty)
                \(entries.isEmpty ? "<p>Nothing has been recorded yet.</p>" : .empty)
                <ol class="rows history">\(shown.map { row($0, steps[$0.id]) })</ol>
                \(entries.count > shown.count
                    ? "<p><a href=\"\(PageAddress.address("history", ["before": String(shown.last?.id ?? 0)]))\">Older entries</a></p>" : .empty)
                """)
    }

    private func redo(_ history: RevertibleHistory) -> HTML {
        guard let next = history.redoable.first,
            let entry = history.entries.first(where: { $0.id == next })
        else { return .empty }
        return """
            <form data-act="redo"><button>Redo<span class="hidden">: \(entry.summary)</span></button> <span class="muted">\(entry.summary)</span></form>
            """
    }

    private func row(_ entry: JournalEntry, _ steps: Int?) -> HTML {
        """
        <li class="row\(entry.isEffective ? "" : " taken-back")" tabindex="-1" id="entry-\(entry.id)">
        <div class="who"><a href="\(PageAddress.address("entry", ["id": String(entry.id)]))" data-dialog>Entry \(entry.id)</a></div>
        <div class="what">\(HistoryText.words(entry))</div>
        \(context.isEditable ? undo(entry, steps) : .empty)
        </li>
        """
    }

    private func undo(_ entry: JournalEntry, _ steps: Int?) -> HTML {
        steps.html { steps in
            """
            <div class="acts"><form data-act="undo"><input type="hidden" name="steps" value="\(steps)"><button>\(steps == 1 ? "Undo" : "Undo the last \(steps)")<span class="hidden">: \(entry.summary)</span></button></form></div>
            """
        }
    }
}

/// What one entry of the history changed.
struct EntryPage {
    let context: PageContext

    private static let rowsAtMost = 200

    func content() throws(WorkspaceError) -> PageContent {
        guard let own = context.shown.own, let id = context.request["id"].flatMap(Int.init) else {
            throw .request("There is no such entry.")
        }
        let changes = try own.changes(of: id)
        let rest = changes.count - Self.rowsAtMost
        return PageContent(
            title: "Entry \(id)",
            main: """
                \(ChangesText(Array(changes.prefix(Self.rowsAtMost))).written(in: TextStyle()).html(keepsTitle: true))
                \(rest > 0 ? "<p class=\"muted\">and \(rest) more</p>" : .empty)
                """, isDialog: true)
    }
}

/// The stalled threads, as the command lists them.
struct StalledPage {
    let context: PageContext

    var content: PageContent {
        let analysis = context.shown.opened.analysis
        let text = StalledText(
            analysis.stalledThreads, in: analysis.network, title: context.shown.opened.title,
            today: context.today)
        return PageContent(
            title: "Stalled threads",
            main: text.written(in: TextStyle().avoidingCalls(context.shown.opened.avoidsCalls)).html(level: 2)
        )
    }
}
