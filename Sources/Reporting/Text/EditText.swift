public import NetworkEditing
public import Playbook
public import ReferralAnalysis
public import ReferralGraph

/// What an edit has changed and what is due next, for reading.
public struct EditText: ReadableReport {
    private let edit: Edit
    private let due: [DueStep]
    private let next: TodayEntry?
    private let network: ReferralNetwork
    private let today: CalendarDay
    private let isRehearsal: Bool

    /// Makes the text of an edit.
    /// - Parameters:
    ///   - edit: What was done.
    ///   - due: What comes next with the people concerned, by due day.
    ///   - next: Who comes next in the day’s queue, where that is to be shown.
    ///   - network: The network after it.
    ///   - today: The day of the edit.
    ///   - isRehearsal: Whether nothing was written.
    public init(
        _ edit: Edit, due: [DueStep], next: TodayEntry? = nil, in network: ReferralNetwork,
        today: CalendarDay, isRehearsal: Bool
    ) {
        self.edit = edit
        self.due = due
        self.next = next
        self.network = network
        self.today = today
        self.isRehearsal = isRehearsal
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        for change in edit.changes { block.wrapped(change) }
        if edit.changes.isEmpty { block.wrapped("\(edit.summary): already on record") }
        if isRehearsal { block.wrapped("Nothing was written (--dry-run).", paint: .dim) }
        if !due.isEmpty {
            block.heading("Due next")
            for line in dueLines { block.wrapped(line, after: "  ") }
        }
        if let next {
            block.heading("Then, in today’s queue")
            block.wrapped("\(next.name): \(next.action.what.lowercasedFirst)", after: "  ")
        }
        return block
    }

    /// What comes next with the people concerned, in lines of one sentence; the last may say how much is left out.
    package var dueLines: [String] {
        let names = Dictionary(network.people.map { ($0.id, $0.name) }) { first, _ in first }
        return Wording.first(6, of: steps.map { words($0, names) })
    }

    /// The steps, with each one those that belong to the same occasion.
    private var steps: [[DueStep]] {
        var steps: [[DueStep]] = []
        for step in due where !steps.contains(where: { $0.contains(step) }) {
            let parts = DueStep.parts(of: step, among: due.filter { $0.person == step.person })
            steps.append(parts.isEmpty ? [step] : parts)
        }
        return steps
    }

    private func words(_ parts: [DueStep], _ names: [PersonID: String]) -> String {
        Wording.steps(parts, with: names[parts[0].person] ?? parts[0].person.text, today: today)
    }
}
