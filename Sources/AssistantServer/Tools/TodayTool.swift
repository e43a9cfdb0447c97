internal import ReferralAnalysis
internal import Workspace

extension Tool {
    /// What is due today.
    static func today(_ network: AssistantNetwork) -> Tool {
        Tool(
            name: "today", title: "Today",
            description: """
                Returns what is due today: who is owed a reply, promises, appointments, steps of the playbook, and who to call \
                next. Start here for any question about what to do now.
                """,
            arguments: [
                ToolArgument(
                    "next", .count(0...50), "How many people to call beyond what is due (default: 5).")
            ],
            outputSchema: OutputSchema.today
        ) { (said, request) throws(ToolRefusal) in
            let shown = try await network.current()
            request.progress(1, 2, "Your network is read.")
            let report = shown.opened.analysis.today(next: said.count("next") ?? 5)
            return ToolAnswer(structured: try shown.json("today", report, isByPolicy: false))
        }
    }
}
