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
            outputSchema: OutputSchema.stalled
        ) { (_, request) throws(ToolRefusal) in
            let shown = try await network.current()
            request.progress(1, 2, "Your network is read.")
            return ToolAnswer(structured: try shown.json("stalled", shown.opened.analysis.stalledReport))
        }
    }
}
