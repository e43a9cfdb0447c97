internal import RankingModel
internal import ReferralAnalysis
internal import Workspace

extension Tool {
    /// A plan for the week.
    static func planWeek(_ network: AssistantNetwork) -> Tool {
        Tool(
            name: "plan_week", title: "Plan the week",
            description: """
                Returns a plan for the coming week: who to contact on which day, so that as many "calls" or "minutes" as the \
                user has are worth the most; with "explore", so that the user meets the most new people.
                """,
            arguments: [
                ToolArgument(
                    "calls", .count(1...10_000),
                    "How many calls and messages (default: 5). Give either this or \"minutes\"."),
                ToolArgument("minutes", .count(1...10_000), "How many minutes they may take in all."),
                ToolArgument(
                    "explore", .flag,
                    "Whether to meet as many new people as possible, as if everyone replied."),
            ],
            outputSchema: OutputSchema.plan
        ) { (said, request) throws(ToolRefusal) in
            if said.names.isSuperset(of: ["calls", "minutes"]) {
                throw ToolRefusal("\"calls\" and \"minutes\" are two budgets; give one of them.")
            }
            let shown = try await network.current(for: request)
            let budget =
                said.count("minutes").map(OutreachBudget.minutes) ?? .calls(said.count("calls") ?? 5)
            let plan: OutreachPlan
            do throws(AnalysisError) {
                plan = try shown.opened.analysis.outreachPlan(
                    budget, objective: said.flag("explore") == true ? .exploration : .value)
            } catch {
                throw ToolRefusal(.analysis(error))
            }
            return ToolAnswer(structured: try shown.json("plan", plan))
        }
    }
}
