internal import ReferralAnalysis
internal import ReferralGraph
internal import Workspace

extension Tool {
    /// Who to contact next.
    static func whoToContactNext(_ network: AssistantNetwork) -> Tool {
        Tool(
            name: "who_to_contact_next", title: "Who to contact next",
            description: """
                Returns who to contact next, best first, each with the step to take, the day and the reason. "count" says how \
                many, "tag" keeps those with a tag. People it is too soon to contact are left out.
                """,
            arguments: [
                ToolArgument("count", .count(1...100), "How many people (default: 10)."),
                ToolArgument(
                    "tag", ToolArgument.shortText, "Only people with this tag.", examples: ["mentor"]),
            ],
            outputSchema: OutputSchema.next
        ) { (said, request) throws(ToolRefusal) in
            let shown = try await network.current(for: request)
            var opened = shown.opened
            if let word = said.text("tag") {
                guard let tag = Tag(word) else {
                    throw ToolRefusal("“\(word)” is no tag: a tag is \(Tag.expected).")
                }
                do throws(WorkspaceError) { opened = try opened.showing(TagFilter(wanted: [[tag]])) } catch {
                    throw ToolRefusal(error)
                }
            }
            var report = opened.analysis.nextContacts(first: said.count("count") ?? 10)
            var short = ShortList()
            short.cut(
                &report.withheld, to: 25, "people who are left out", hint: "`explain_person` says why of one")
            short.cut(&report.bookkeeping, to: 25, "things to write down", hint: "`today` shows more")
            return ToolAnswer(structured: try shown.json("next", report), notes: short.notes)
        }
    }
}
