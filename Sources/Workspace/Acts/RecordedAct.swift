package import NetworkEditing
package import ReferralAnalysis
package import ReferralGraph
internal import ReferralStore
internal import Reporting

/// Something that can be recorded by its name and its fields. Each calls what the command of the same name calls.
package struct RecordedAct: Sendable {
    /// The name.
    package let name: String
    /// Records it.
    package let run: @Sendable (Request) throws(WorkspaceError) -> ActionAnswer

    /// What is recorded about steps, talks, promises, referrals and roles.
    package static let all: [RecordedAct] = steps + talks + roles

    /// What is to be recorded, where, and when.
    package struct Request: Sendable {
        /// What it says.
        package let fields: ActionFields
        /// Where it is recorded.
        package let own: OwnNetwork
        /// The policy by which steps are due.
        package let policy: AnalysisPolicy
        /// Whether rejections are not spoken of.
        package let isQuiet: Bool
        /// Whether to find out only, and to write nothing.
        package let isRehearsal: Bool

        /// A request.
        package init(
            _ fields: ActionFields, in own: OwnNetwork, policy: AnalysisPolicy, isQuiet: Bool,
            isRehearsal: Bool = false
        ) {
            (self.fields, self.own, self.policy) = (fields, own, policy)
            (self.isQuiet, self.isRehearsal) = (isQuiet, isRehearsal)
        }

        /// The moment of the record.
        package var now: Timestamp { own.now }

        /// The one person named in the fields, as the user typed the name.
        package func person() throws(WorkspaceError) -> String {
            try fields.text("person", asking: "who it is")
        }

        /// Records one act of the editor.
        /// - Parameter names: The people it is about, where it reads no interactions but theirs.
        package func record(
            concerning names: [String]? = nil,
            _ verb: (inout NetworkEditor) throws(EditError) -> Edit
        ) throws(WorkspaceError) -> ActionAnswer {
            try answer(
                own.edit(
                    concerning: { network in names.flatMap { EditSubjects(people: $0, in: network) } },
                    isRehearsal: isRehearsal, verb))
        }

        /// Puts what came of an act into words.
        package func answer(_ outcome: OwnNetwork.Outcome<Edit>) throws(WorkspaceError) -> ActionAnswer {
            let edit = outcome.answer
            let text = try EditAnswer(
                today: now.day, isRehearsal: isRehearsal, policy: policy, isQuiet: isQuiet
            ).text(outcome)
            var answer = ActionAnswer(said: edit.changes, due: text.dueLines, entry: outcome.entry?.id)
            answer.isOnRecord = edit.changes.isEmpty
            if answer.isOnRecord { answer.said = ["\(edit.summary): already on record"] }
            return answer
        }
    }
}
