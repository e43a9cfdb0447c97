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
                    "next", .count(0...50), "How many people to call beyond what is due (default: 5)."),
                ToolArgument(
                    ShortList.argument, .count(1...500), "How many entries of the queue (default: 25)."),
            ],
            outputSchema: OutputSchema.today
        ) { (said, request) throws(ToolRefusal) in
            let shown = try await network.current(for: request)
            var report = shown.opened.analysis.today(next: said.count("next") ?? 5)
            let count = said.count(ShortList.argument) ?? 25
            var short = ShortList()
            short.cut(&report.entries, to: count, "entries of the queue")
            short.cut(&report.bookkeeping, to: count, "things to write down")
            short.cut(&report.applications, to: count, "applications without a first word")
            return ToolAnswer(
                structured: try shown.json("today", report, isByPolicy: false), notes: short.notes)
        }
    }
}
