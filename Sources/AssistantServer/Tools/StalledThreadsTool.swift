internal import Playbook
internal import ReferralAnalysis
internal import Workspace

extension Tool {
    /// Which threads have stalled.
    static func stalledThreads(_ network: AssistantNetwork) -> Tool {
        Tool(
            name: "stalled_threads", title: "Stalled threads",
            description: """
                Returns the conversations that have gone quiet: whose turn it is, for how long, how likely a reply still is, \
                and the next step. Applications without a first word are listed beside them.
                """,
            arguments: [
                ToolArgument(ShortList.argument, .count(1...500), "How many threads (default: 25).")
            ],
            outputSchema: OutputSchema.stalled
        ) { (said, request) throws(ToolRefusal) in
            let shown = try await network.current(for: request)
            var report = shown.opened.analysis.stalledReport
            var short = ShortList()
            short.cut(&report.threads.threads, to: said.count(ShortList.argument) ?? 25, "stalled threads")
            return ToolAnswer(structured: try shown.json("stalled", report), notes: short.notes)
        }
    }
}
