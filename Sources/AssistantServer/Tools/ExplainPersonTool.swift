internal import ReferralAnalysis
internal import Workspace

extension Tool {
    /// Why someone stands where they stand.
    static func explainPerson(_ network: AssistantNetwork) -> Tool {
        Tool(
            name: "explain_person", title: "Explain a person",
            description: """
                Returns why a person stands where they stand in the list: rank, what is due and since when, how likely they \
                are to reply, what they could lead to, and what would change the rank.
                """,
            arguments: [
                ToolArgument(
                    "person", ToolArgument.shortText, isRequired: true,
                    "An id, a name, or an unambiguous part of a name.",
                    examples: ["Ada Moss", "ada-moss"])
            ],
            outputSchema: OutputSchema.why
        ) { (said, request) throws(ToolRefusal) in
            let shown = try await network.current(for: request)
            let analysis = shown.opened.analysis
            let id = try shown.opened.person(wanted: said.text("person") ?? "")
            guard var explanation = analysis.explanation(of: id) else {
                throw ToolRefusal("There is nothing to explain about \(id).")
            }
            explanation.rankChanges = analysis.rankChanges(of: id)
            return ToolAnswer(structured: try shown.json("why", explanation))
        }
    }
}
