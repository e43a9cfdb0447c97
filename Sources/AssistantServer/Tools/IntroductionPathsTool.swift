internal import ReferralAnalysis
internal import Workspace

extension Tool {
    /// The likeliest introductions to someone.
    static func introductionPaths(_ network: AssistantNetwork) -> Tool {
        Tool(
            name: "introduction_paths", title: "Paths of introductions",
            description: """
                Returns the likeliest chains of introductions that lead the user to a person or, with "is_company", into a \
                company: how likely each is, with its weakest step.
                """,
            arguments: [
                ToolArgument(
                    "to", ToolArgument.shortText, isRequired: true,
                    "The person or company to reach: an id, a name, or an unambiguous part of a name.",
                    examples: ["Ada Moss", "tarn"]),
                ToolArgument(
                    "is_company", .flag, "Whether a company is meant, where a person has the same name."),
                ToolArgument("count", .count(1...50), "How many paths (default: 3)."),
            ],
            outputSchema: OutputSchema.path
        ) { (said, request) throws(ToolRefusal) in
            let shown = try await network.current(for: request)
            let (analysis, count) = (shown.opened.analysis, said.count("count") ?? 3)
            let name = said.text("to") ?? ""
            let report =
                switch try shown.opened.personOrCompany(
                    wanted: name, wantsCompany: said.flag("is_company") ?? false)
                {
                case .company(let company): analysis.introductionPaths(to: company, count: count)
                case .person(let person): analysis.introductionPaths(to: person, count: count)
                }
            guard let report else { throw ToolRefusal("“\(name)” is the user; name someone else.") }
            return ToolAnswer(structured: try shown.json("path", report, isByPolicy: false))
        }
    }
}
