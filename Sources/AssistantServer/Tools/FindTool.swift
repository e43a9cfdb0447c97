internal import ReferralAnalysis
internal import Workspace

extension Tool {
    /// What is recorded about some words.
    static func find(_ network: AssistantNetwork) -> Tool {
        Tool(
            name: "find", title: "Find",
            description: """
                Returns the people, companies, roles and contacts with these words in them, best hits first, up to a count. \
                All words have to be in one field. It gives the id of someone whose name is not known exactly.
                """,
            arguments: [
                ToolArgument(
                    "words", ToolArgument.shortText, isRequired: true, "What to look for.",
                    examples: ["brand manager", "moss"]),
                ToolArgument(ShortList.argument, .count(1...200), "How many hits (default: 30)."),
            ],
            outputSchema: OutputSchema.find
        ) { (said, request) throws(ToolRefusal) in
            let shown = try await network.current(for: request)
            var search = shown.opened.analysis.search(said.text("words") ?? "")
            var short = ShortList()
            short.cut(&search.hits, to: said.count(ShortList.argument) ?? 30, "hits")
            return ToolAnswer(
                structured: try shown.json("find", search, isByPolicy: false), notes: short.notes)
        }
    }
}
