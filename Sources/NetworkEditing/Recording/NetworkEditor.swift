public import ReferralGraph

/// The verbs with which a job seeker keeps a network up to date.
///
/// ```swift
/// var editor = NetworkEditor(network, now: now)
/// let edit = try editor.reject("account lead", by: "Dan", finalist: true)
/// print(edit.changes)  // what changed, in sentences
/// ```
///
/// Every verb finds people, companies and opportunities by what the user typed, changes the network, and says what
/// changed. A verb that throws leaves the network as it was, and a network without errors stays without errors.
public struct NetworkEditor: Sendable {
    /// The network as edited so far.
    public private(set) var network: ReferralNetwork
    /// When the edits are made: the date of whatever is recorded without one, and the latest one a fact may have.
    public var now: Timestamp

    /// Makes an editor of a network that is free of ``ReferralNetwork/issues(asOf:)`` that are errors.
    public init(_ network: ReferralNetwork, now: Timestamp) {
        self.network = network
        self.now = now
    }

    /// The day of ``now``.
    public var today: CalendarDay { now.day }

    /// Makes a change as a whole or not at all.
    /// - Parameter change: Edits the draft and returns the edit's summary.
    mutating func edit(
        _ change: (inout EditDraft) throws(EditError) -> String
    ) throws(EditError) -> Edit {
        var draft = EditDraft(network: network, now: now)
        let summary = try change(&draft)
        network = draft.network
        return Edit(changes: draft.changes, people: draft.people, summary: oneLine(summary) ?? summary)
    }
}

/// What a verb has done.
public struct Edit: Sendable, Equatable {
    /// What changed, in sentences of one line without a full stop; empty when everything was so already.
    public var changes: [String]
    /// Who the edit concerns, each once, the seeker left out: those whose next steps it may have changed.
    public var people: [PersonID]
    /// The edit in one line, for a journal.
    public var summary: String

    /// This edit with what was done before it; the summary stays.
    public func after(_ earlier: Edit) -> Edit {
        Edit(
            changes: earlier.changes + changes,
            people: earlier.people.filter { !people.contains($0) } + people, summary: summary)
    }
}

/// Who and what an edit is about, before it is made.
public struct EditSubjects: Sendable, Equatable {
    /// The people.
    public var people: [PersonID]
    /// The roles.
    public var opportunities: [OpportunityID]

    /// Makes subjects.
    public init(people: [PersonID] = [], opportunities: [OpportunityID] = []) {
        self.people = people
        self.opportunities = opportunities
    }

    /// The people that names stand for; `nil` unless each stands for one. A last name that stands for no one is a note.
    /// - Complexity: O(people) for each name.
    public init?(people names: [String], in network: ReferralNetwork) {
        self.init()
        for (place, name) in names.enumerated() {
            switch PersonQuery(name).match(in: network, suggests: false) {
            case .one(let person): people.append(person)
            case .none where place > 0 && place == names.count - 1: break
            case .none, .several: return nil
            }
        }
    }
}
