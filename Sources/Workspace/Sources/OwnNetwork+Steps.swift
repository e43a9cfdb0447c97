public import NetworkEditing
public import Playbook
public import ReferralAnalysis
import ReferralGraph

extension OwnNetwork {
    /// The steps that are due with someone, the one that comes first at the beginning.
    /// - Parameter person: Who, by what the user typed.
    /// - Throws: ``WorkspaceError``.
    public func stepsDue(
        with person: String, _ entry: StepEntry = StepEntry(), policy: AnalysisPolicy = .standard
    ) throws(WorkspaceError) -> [DueStep] {
        let editor = NetworkEditor(try network(), now: now)
        do throws(EditError) {
            let id = try editor.person(person, verb: "have a step due with")
            return Self.fitting(entry, try Self.next(with: id, editor, policy).today(with: id))
        } catch {
            throw .edit(error)
        }
    }

    /// The steps that an entry can be of.
    private static func fitting(_ entry: StepEntry, _ steps: [DueStep]) -> [DueStep] {
        steps.filter { !entry.reachedVoicemail || $0.action.channel == .call }
    }

    /// Records the due step with someone as taken.
    /// - Parameters:
    ///   - person: Who, by what the user typed.
    ///   - what: Which step, by its rule or by words of it; the first due one without it.
    ///   - chosen: The step itself, one of ``stepsDue(with:_:policy:)``; goes before `what`.
    ///   - policy: The policy by which steps are due.
    /// - Throws: ``WorkspaceError``; with the command that records it where no such step is due.
    public func done(
        _ person: String, _ what: String? = nil, _ entry: StepEntry = StepEntry(), chosen: DueStep? = nil,
        policy: AnalysisPolicy = .standard, isRehearsal: Bool = false
    ) throws(WorkspaceError) -> Outcome<Edit> {
        try edit(isRehearsal: isRehearsal) { (editor) throws(EditError) in
            let id = try editor.person(person, verb: "have a step due with")
            let next = try Self.next(with: id, editor, policy)
            var (words, entry) = (what, entry)
            // The step may have become due earlier today.
            if entry.date == Timestamp(now.day) { entry.date = now }
            if let text = what, foldedName(text).contains("voicemail") {
                (words, entry.reachedVoicemail) = (nil, true)
            }
            let due = next.today(with: id)
            let found = Self.named(words, among: Self.fitting(entry, due))
                .filter { chosen == nil || $0 == chosen }
            guard let step = found.first else {
                throw .nothingToDo(Self.nothingDue(with: id, what, due: due, next, in: editor.network))
            }
            let edit = try editor.done(step, entry)
            if try Self.next(with: id, editor, policy).isDueToday(step) {
                let name = editor.network.people.first { $0.id == id }?.name ?? person
                throw .nothingToDo(
                    "“\(step.action.what)” would still be due with \(name): "
                        + "its clock started on \(step.since.longWords), and what you record must come after that"
                )
            }
            return edit
        }
    }

    /// Leaves a step with someone out this time.
    /// - Parameters:
    ///   - what: Which step, by its rule or by words of it, due or still to come; the one that is due without it.
    /// - Throws: ``WorkspaceError``; with the steps there are where none is called so.
    public func skip(
        _ person: String, _ what: String?, policy: AnalysisPolicy = .standard, isRehearsal: Bool = false
    ) throws(WorkspaceError) -> Outcome<Edit> {
        try edit(isRehearsal: isRehearsal) { (editor) throws(EditError) in
            let id = try editor.person(person, verb: "skip a step with")
            let next = try Self.next(with: id, editor, policy)
            let (due, all) = (next.today(with: id), next.steps)
            let found = Self.named(what, among: due)
            if let step = found.first, what != nil || found.count == 1 { return try editor.skip(step) }
            if let what, let step = Self.named(what, among: all).first { return try editor.skip(step) }
            let name = editor.network.people.first { $0.id == id }?.name ?? person
            guard !all.isEmpty else {
                throw .nothingToDo("no step is planned with \(name), so there is none to skip")
            }
            let listed = all.map { step in
                "\(step.rule.rawValue) (\(step.action.what.prefix(1).lowercased() + step.action.what.dropFirst()), due \(step.due.longWords))"
            }
            throw .nothingToDo(
                (what.map { "no step with \(name) is called “\($0)”; " }
                    ?? "say which step with \(name) to skip; ")
                    + "there \(listed.count == 1 ? "is" : "are") \(listed.joined(separator: ", ")): "
                    + "rebound skip \(id) \(all[0].rule.rawValue)")
        }
    }

    private static func next(
        with person: PersonID, _ editor: NetworkEditor, _ policy: AnalysisPolicy
    ) throws(EditError) -> DueNext {
        do {
            return try DueNext(with: [person], in: editor.network, asOf: editor.now, policy: policy)
        } catch {
            throw .nothingToDo("\(error)")
        }
    }

    /// The steps that words mean; those whose rule is named go before those whose words are.
    private static func named(_ words: String?, among steps: [DueStep]) -> [DueStep] {
        guard let words else { return steps }
        let matches = steps.map { $0.nameMatch(words) }
        let byRule = zip(steps, matches).filter { $0.1 == .rule }.map(\.0)
        return byRule.isEmpty ? zip(steps, matches).filter { $0.1 == .words }.map(\.0) : byRule
    }

    private static func nothingDue(
        with id: PersonID, _ what: String?, due: [DueStep], _ next: DueNext, in network: ReferralNetwork
    ) -> String {
        let name = network.people.first { $0.id == id }?.name ?? id.text
        let channel = next.usualChannel(to: id)
        let kind =
            what.map(foldedName).map { $0.contains("thank") } == true ? "thank-you" : channel.rawValue
        let log = "log what you did: rebound log \(kind) \(id)"
        if let what, !due.isEmpty {
            let steps = due.map { "“\($0.action.what)” (\($0.rule.rawValue))" }.joined(separator: ", ")
            return "what is due with \(name) is \(steps), not “\(what)”; \(log)"
        }
        let later =
            next.steps.first { $0.isContact }
            .map { " before \($0.earliest.longWords) (\($0.rule.rawValue))" } ?? ""
        return "nothing is due with \(name)\(later); \(log)"
    }
}
