internal import ReferralAnalysis
internal import Workspace

extension Tool {
    /// Who the user knows at companies.
    static func whoIsAt(_ network: AssistantNetwork) -> Tool {
        Tool(
            name: "who_is_at", title: "Who is at a company",
            description: """
                Returns who the user knows at companies: who works there, who used to, and who is one introduction away. For a \
                name that no company here has, the answer lists none, perhaps with a suggestion.
                """,
            arguments: [
                ToolArgument(
                    "companies", .texts(count: 50, most: 200), isRequired: true,
                    "Names of companies, whole or in whole words.")
            ],
            outputSchema: OutputSchema.who
        ) { (said, request) throws(ToolRefusal) in
            let shown = try await network.current(for: request)
            let answers = shown.opened.answers(about: said.texts("companies").map { ($0, nil) })
            return ToolAnswer(structured: try shown.json("who", answers, isByPolicy: false))
        }
    }
}
