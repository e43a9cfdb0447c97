internal import Foundations
internal import Glibc
public import NetworkEditing
internal import ReferralAnalysis
public import ReferralGraph
public import ReferralStore
internal import SystemInterface

/// The user's own network, in a store: what is recorded in it, brought into it, taken back and brought back.
public struct OwnNetwork: Sendable {
    /// The store's file.
    public let path: String
    /// When it is used: the date of what is recorded.
    public let now: Timestamp
    /// The last entry of the history that the user has seen. When something else was recorded since, nothing is.
    public var seenEntry: JournalEntry.ID?
    /// Told of each entry as soon as it is on the disk, so that a caller whose own output fails can say so.
    public var onCommit: @Sendable (JournalEntry) -> Void = { _ in }

    /// What came of recording something.
    public struct Outcome<Answer: Sendable>: Sendable {
        /// What was done.
        public var answer: Answer
        /// The network after it; with all interactions that bear on the people an edit concerns.
        public var network: ReferralNetwork
        /// The entry of the history; `nil` when nothing changed or nothing was to be written.
        public var entry: JournalEntry?
    }

    /// Names a store, which need not be there yet.
    public init(path: String, now: Timestamp) {
        self.path = path
        self.now = now
    }

    /// Records one act of the user. A missing store is founded, with a seeker called `Me`.
    /// - Parameters:
    ///   - subjects: Who and what the act is about, in a network without its interactions, where it reads no interactions
    ///     but theirs; `nil` where that is not known. A large store is then read in part.
    ///   - isRehearsal: Whether to find out only, and to write nothing.
    ///   - verb: The act; may be called twice.
    /// - Throws: ``WorkspaceError``.
    public func edit(
        concerning subjects: ((ReferralNetwork) -> EditSubjects?)? = nil, isRehearsal: Bool = false,
        _ verb: (inout NetworkEditor) throws(EditError) -> Edit
    ) throws(WorkspaceError) -> Outcome<Edit> {
        let concern = subjects.map { subjects in
            EditConcern<Edit> { network in
                subjects(network).map { Self.scope(of: $0, in: network) }
            } after: { edit, network in
                Self.scope(of: EditSubjects(people: edit.people), in: network)
            }
        }
        return try record(as: .record, isRehearsal: isRehearsal, reading: concern, summary: \.summary) {
            network in
            var editor = NetworkEditor(network, now: now)
            let edit = try verb(&editor)
            network = editor.network
            return edit
        }
    }

    private static func scope(of subjects: EditSubjects, in network: ReferralNetwork) -> InteractionScope {
        let roles = network.opportunities.filter { subjects.opportunities.contains($0.id) }
        let people = roles.flatMap { $0.participants.map(\.person) + $0.stages.flatMap(\.people) }
        let bearing = DueNext.Bearing(on: (subjects.people + people).uniqued(), in: network)
        return InteractionScope(
            people: bearing.people, opportunities: bearing.opportunities.union(subjects.opportunities))
    }

    /// The e-mail addresses that the user has on record; none where there is no store yet.
    public var ownAddresses: [String] {
        guard let network = try? network() else { return [] }
        return network.people.first { $0.id == network.seeker }?.emails ?? []
    }

    /// The network as it stands.
    /// - Throws: ``WorkspaceError``.
    public func network() throws(WorkspaceError) -> ReferralNetwork {
        do { return try NetworkStore.openForReading(path: path).network() } catch { throw .store(error) }
    }

    /// The network as it stands and the number of the last entry of its history; where there is no store yet, the
    /// network that one begins with, and 0.
    /// - Throws: ``WorkspaceError``.
    public func current() throws(WorkspaceError) -> (network: ReferralNetwork, entry: JournalEntry.ID) {
        do { return try NetworkStore.openForReading(path: path).current() } catch {
            if case .noSuchStore = error { return (Self.beginning, 0) }
            throw .store(error)
        }
    }

    /// The number of the last entry of the history; 0 where there is no store yet.
    /// - Throws: ``WorkspaceError``.
    public func latestEntry() throws(WorkspaceError) -> JournalEntry.ID {
        do { return try NetworkStore.openForReading(path: path).latestEntry() } catch {
            if case .noSuchStore = error { return 0 }
            throw .store(error)
        }
    }

    /// Reads a file of answers about people of the network.
    /// - Parameter file: Its path, or `-` for standard input.
    /// - Throws: ``WorkspaceError``; ``WorkspaceError/invalid(_:)`` with everything that is wrong with the file.
    public func answers(in file: String) throws(WorkspaceError) -> [TriageEntry] {
        let network = try network()
        let bytes: [UInt8]
        do throws(ReadError) {
            bytes =
                file == "-"
                ? try FileBytes.readStandardInput() : try FileBytes.read(path: file, limit: 1 << 26)
        } catch {
            throw .unreadable(error)
        }
        let (entries, diagnostics) = TriageFile.read(bytes, file: file, in: network)
        if !diagnostics.isEmpty { throw .invalid(diagnostics) }
        if entries.isEmpty {
            throw .invalid([
                Diagnostic(
                    .fileEmpty, file: file, found: "no answers",
                    expected: "a line a person, such as “dan<TAB>close”", hint: "was it saved completely?")
            ])
        }
        return entries
    }

    /// Brings sources into the network, all of them or none.
    /// - Parameters:
    ///   - sources: What was read.
    ///   - replaces: Whether a whole network may take the place of one that has been recorded.
    ///   - remembers: Whether forgotten people come back; they are forgotten no more.
    ///   - isRehearsal: Whether to find out only, and to write nothing.
    /// - Throws: ``WorkspaceError``.
    public func take(
        in sources: [ImportSource], replaces: Bool = false, remembers: Bool = false, isRehearsal: Bool = false
    ) throws(WorkspaceError) -> Outcome<[ImportedPart]> {
        let forgotten = try forgottenPeople()
        let recalled = Set(remembers ? try forgottenPeople(in: sources, forgotten) : [])
        let outcome = try take(
            in: sources, replaces: replaces, isRehearsal: isRehearsal
        ) { keys in
            forgotten.person(withKeys: keys).flatMap { recalled.contains($0) ? nil : $0 }
        }
        if !recalled.isEmpty, !isRehearsal { try recall(recalled) }
        return outcome
    }

    private func take(
        in sources: [ImportSource], replaces: Bool, isRehearsal: Bool,
        leavingOut forgotten: ([String]) -> Int?
    ) throws(WorkspaceError) -> Outcome<[ImportedPart]> {
        let summary = { (parts: [ImportedPart]) in parts.map(\.summary).joined(separator: "; ") }
        return try record(as: .import, isRehearsal: isRehearsal, summary: summary) { network in
            var parts: [Int: ImportedPart] = [:]
            // Whatever its file is called, what is off is known after what was agreed upon.
            for position in sources.indices.stablySorted(by: { sources[$0].callsOff ? 1 : 0 }) {
                let source = sources[position]
                switch source {
                case .records(let records):
                    parts[position] = .report(
                        NetworkImport.apply(
                            records, to: &network, today: now.day, leavingOut: forgotten))
                case .network(let new, let path):
                    guard replaces || network == new || Self.isUntouched(network) else {
                        throw WorkspaceError.output(
                            "\(shownPath(path)): a whole network, but \(shownPath(self.path)) already holds one; "
                                + "--replace puts it in its place (undo brings the old one back), --db names another store"
                        )
                    }
                    let isNew = network != new
                    let found = Self.forgottenPeople(in: new, besides: network, forgotten)
                    guard found.isEmpty else {
                        throw WorkspaceError.request(
                            "\(shownPath(path)): \(found.count == 1 ? "someone you have forgotten is" : "\(found.count) people you have forgotten are") in it; "
                                + "to bring them back: rebound import \(commandWord(path)) --remember\(replaces ? " --replace" : "")"
                        )
                    }
                    network = new
                    parts[position] = .network(path: path, people: new.people.count, isNew: isNew)
                }
            }
            return sources.indices.compactMap { parts[$0] }
        }
    }

    /// Makes two people one.
    public func merge(
        _ kept: PersonID, _ absorbed: PersonID, isRehearsal: Bool = false
    ) throws(WorkspaceError) -> Outcome<Void> {
        try record(as: .merge, isRehearsal: isRehearsal, summary: { "\(absorbed) is \(kept)" }) { network in
            try mergePeople(kept, absorbed, in: &network)
        }
    }

    /// Makes two companies one.
    public func mergeCompanies(
        _ kept: CompanyID, _ absorbed: CompanyID, isRehearsal: Bool = false
    ) throws(WorkspaceError) -> Outcome<Void> {
        try record(as: .merge, isRehearsal: isRehearsal, summary: { "\(absorbed) is \(kept)" }) { network in
            try NetworkEditing.mergeCompanies(kept, absorbed, in: &network)
        }
    }

    /// Takes someone out of a person that an entry of the history made of two.
    /// - Parameter entry: The entry; `nil` for the latest one that brought someone to this person.
    /// - Returns: Who was taken out, and by which entry they had come.
    /// - Throws: ``WorkspaceError``.
    public func split(
        _ person: Person, entry: JournalEntry.ID? = nil, isRehearsal: Bool = false
    ) throws(WorkspaceError) -> Outcome<(other: Person, entry: JournalEntry.ID)> {
        let (split, entry) = try findSplit(of: person, entry: entry)
        return try record(
            as: .record, isRehearsal: isRehearsal, summary: { "\($0.other.id) is not \(person.id)" }
        ) {
            network in
            let id = try split.apply(to: &network)
            return (network.people.first { $0.id == id }!, entry)
        }
    }

    private func findSplit(
        of person: Person, entry wanted: JournalEntry.ID?
    ) throws(WorkspaceError) -> (PersonSplit, JournalEntry.ID) {
        let key = person.id.text
        do throws(StoreError) {
            let store = try NetworkStore.openForReading(path: path)
            for entry in try store.history() where wanted.map({ $0 == entry.id }) ?? entry.isEffective {
                guard entry.kind == .merge || entry.kind == .import, entry.id > 1 else { continue }
                let changes = try store.changes(of: entry.id)
                let isConcerned = changes.contains {
                    $0.kind == .person && $0.key == key && $0.before != nil && $0.after != nil
                }
                guard isConcerned else { continue }
                let before = try store.network(afterEntry: entry.id - 1)
                let after = try store.network(afterEntry: entry.id)
                if let split = PersonSplit(of: person.id, before: before, after: after) {
                    return (split, entry.id)
                }
            }
        } catch {
            throw .store(error)
        }
        throw .merge(.nothingToSplit(name: person.name))
    }

    /// Records that two people are two.
    public func keepApart(
        _ one: PersonID, _ other: PersonID, isRehearsal: Bool = false
    ) throws(WorkspaceError) -> Outcome<Void> {
        try record(as: .record, isRehearsal: isRehearsal, summary: { "\(one) is not \(other)" }) { network in
            try NetworkEditing.keepApart(one, other, in: &network)
        }
    }

    /// Takes back the latest recordings, or brings back what was taken back.
    /// - Returns: The new entries of the history, oldest first.
    /// - Throws: ``WorkspaceError``.
    public func revert(steps: Int, _ direction: Direction) throws(WorkspaceError) -> [JournalEntry] {
        do {
            let store = try NetworkStore.openForWriting(path: path)
            let entries =
                switch direction {
                case .undo: try store.undo(steps: steps, at: now, after: seenEntry)
                case .redo: try store.redo(steps: steps, at: now, after: seenEntry)
                }
            entries.last.map(onCommit)
            return entries
        } catch {
            throw .store(error)
        }
    }

    /// Which way to go in the history.
    public enum Direction: Sendable {
        case undo, redo
    }

    /// The history, newest first.
    /// - Throws: ``WorkspaceError``.
    public func history() throws(WorkspaceError) -> [JournalEntry] {
        do { return try NetworkStore.openForReading(path: path).history() } catch { throw .store(error) }
    }

    /// The history, with what could be taken back and brought back; empty where there is no store yet.
    /// - Throws: ``WorkspaceError``.
    public func revertibleHistory() throws(WorkspaceError) -> RevertibleHistory {
        do { return try NetworkStore.openForReading(path: path).revertibleHistory() } catch {
            if case .noSuchStore = error { return RevertibleHistory() }
            throw .store(error)
        }
    }

    /// Whether nothing has been recorded yet.
    public var isUntouched: Bool {
        do {
            return try history().count <= 1
        } catch {
            if case .store(.noSuchStore) = error { return true }
            return false
        }
    }

    /// The rows that an entry of the history changed.
    /// - Throws: ``WorkspaceError``.
    public func changes(of entry: Int) throws(WorkspaceError) -> [EntityChange] {
        do { return try NetworkStore.openForReading(path: path).changes(of: entry) } catch {
            throw .store(error)
        }
    }

    /// Whether nothing has been recorded in a network yet.
    private static func isUntouched(_ network: ReferralNetwork) -> Bool {
        network == beginning
    }

    /// Who the user is until they say.
    public static let founder = Person(id: "me", name: "Me")

    /// What a network is before anything is recorded.
    private static let beginning = ReferralNetwork(seeker: founder.id, people: [founder])

    private func record<Answer>(
        as kind: JournalEntry.Kind, isRehearsal: Bool, reading concern: EditConcern<Answer>? = nil,
        summary: (Answer) -> String, _ body: (inout ReferralNetwork) throws -> Answer
    ) throws(WorkspaceError) -> Outcome<Answer> {
        do {
            let recorded: Recorded<Answer>
            if isRehearsal {
                recorded = try rehearsed(reading: concern, body)
            } else {
                // An act that is refused founds nothing.
                let isNew = path.withSystemPath { access($0, F_OK) } != 0
                let rehearsal = isNew ? try rehearsed(body) : nil
                let store = try NetworkStore.openForWriting(
                    path: path, founding: .init(seeker: Self.founder, at: now))
                recorded = try store.record(summary, as: kind, at: now, after: seenEntry, reading: concern) {
                    network in
                    guard let rehearsal, network == Self.beginning else { return try body(&network) }
                    network = rehearsal.network
                    return rehearsal.answer
                }
                recorded.entry.map(onCommit)
            }
            return Outcome(answer: recorded.answer, network: recorded.network, entry: recorded.entry)
        } catch let error as WorkspaceError {
            throw error
        } catch let error as StoreError {
            throw .store(error)
        } catch let error as EditError {
            throw .edit(error)
        } catch let error as MergeError {
            throw .merge(error)
        } catch {
            throw .input("\(error)")
        }
    }

    /// What an act would do; to look does not found a store.
    private func rehearsed<Answer>(
        reading concern: EditConcern<Answer>? = nil, _ body: (inout ReferralNetwork) throws -> Answer
    ) throws -> Recorded<Answer> {
        do {
            return try NetworkStore.openForReading(path: path).rehearse(reading: concern, body)
        } catch StoreError.noSuchStore {
            var network = Self.beginning
            let answer = try body(&network)
            return Recorded(answer: answer, network: network, entry: nil, changes: [])
        }
    }
}

/// What came of one source.
public enum ImportedPart: Equatable, Sendable {
    /// A whole network took its place.
    case network(path: String, people: Int, isNew: Bool)
    /// Records were brought together with the network.
    case report(ImportReport)

    /// In one line, for the history.
    var summary: String {
        switch self {
        case .network(let path, let people, _): "the network \(shownPath(path)), \(people) people"
        case .report(let report):
            "\(shownPath(report.path)): "
                + (report.newPeople.count == 1 ? "1 new person" : "\(report.newPeople.count) new people")
                + ", "
                + (report.newInteractions == 1
                    ? "1 new message or talk" : "\(report.newInteractions) new messages and talks")
        }
    }
}
