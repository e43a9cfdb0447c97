internal import MessageDrafts
internal import Playbook
internal import ReferralAnalysis
internal import ReferralGraph
internal import Workspace

extension Tool {
    /// A message to someone.
    static func draftMessage(_ network: AssistantNetwork) -> Tool {
        let own = DraftSlot.allCases.filter(\.isYours)
        return Tool(
            name: "draft_message", title: "Draft a message",
            description: """
                Returns a short message to a person for the step that is due, or for another "rule" or "channel", of recorded \
                facts only; for a call, what to say. News, topic, question, answer and note are the user's own words, where \
                the message has a place for them. Nothing is sent: show it to the user, who changes it and sends it. Add no \
                claim that is not on record.
                """,
            arguments: [
                ToolArgument(
                    "person", ToolArgument.shortText, isRequired: true,
                    "An id, a name, or an unambiguous part of a name.",
                    examples: ["Ada Moss", "ada-moss"]),
                ToolArgument(
                    "rule", .choice(Rule.allCases.filter { $0.kind != .record }.map(\.rawValue)),
                    "The rule of the playbook to follow (default: what is due)."),
                ToolArgument(
                    "channel", .choice(DraftChannel.allCases.map(\.rawValue)),
                    "How to contact them (default: as advised)."),
            ]
                + own.map {
                    ToolArgument(
                        $0.rawValue, .text(most: 1000), "In the user’s own words: \($0.meaning).",
                        examples: $0 == .question ? ["How is the team organized?"] : [])
                },
            outputSchema: OutputSchema.draft
        ) { (said, request) throws(ToolRefusal) in
            let shown = try await network.current(for: request)
            var words: [DraftSlot: String] = [:]
            for slot in own { words[slot] = said.text(slot.rawValue) }
            let wanted = DraftRequest(
                to: try shown.opened.person(wanted: said.text("person") ?? ""), ruleName: said.text("rule"),
                channel: said.text("channel").flatMap(DraftChannel.init(rawValue:)), words: words,
                templates: network.templates)
            let draft: Draft
            do throws(WorkspaceError) { draft = try shown.opened.draft(wanted) } catch {
                throw ToolRefusal(error)
            }
            return ToolAnswer(structured: try shown.json("draft", draft))
        }
    }
}
