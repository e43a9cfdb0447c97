internal import ReferralGraph
public import ReferralStore

/// What forgetting someone takes away, for reading.
public struct ForgettingText: ReadableReport {
    private let plan: Forgetting

    /// Makes the text of a plan.
    public init(_ plan: Forgetting) { self.plan = plan }

    /// Whether notes about others name the person, so that what becomes of them has to be said.
    public var hasMentions: Bool { !plan.mentions.isEmpty || plan.pastMentions > 0 }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        func item(_ text: String) { block.wrapped(text, after: "  ") }
        block.wrapped("Forgetting \(plan.person.name) (\(plan.person.id)) erases for good:")
        item("from your network: " + (counted(plan.removed) ?? "nothing; it is not there any more"))
        if let changed = counted(plan.changed) { item("without them stay: \(changed)") }
        if plan.pastChanges > 0 { item("from the history: \(Wording.count(plan.pastChanges, "change"))") }
        for backup in plan.backups { item("the copy \(backup)") }
        if hasMentions {
            block.wrapped("Notes about others name them:")
            for mention in plan.mentions.prefix(20) { item("“\(mention)”") }
            if plan.mentions.count > 20 { item("and \(plan.mentions.count - 20) more") }
            if plan.pastMentions > 0 {
                item("and \(Wording.count(plan.pastMentions, "earlier version")) in the history")
            }
        }
        for name in plan.namesakes {
            block.wrapped("Stays as it is, though the name stands in it: \(name)")
        }
        block.wrapped("There is no undo. Files you exported and copies you made stay; delete them yourself.")
        return block
    }

    /// What to say when it is done: whether an import may bring the person back.
    /// - Parameter done: What was taken away.
    public static func done(_ done: Forgetting) -> String {
        let isRecognizable = done.states.contains {
            !$0.emails.isEmpty || !$0.phones.isEmpty || $0.profileURL != nil || !$0.employments.isEmpty
        }
        return "Forgotten. "
            + (isRecognizable
                ? "An import will not bring them back."
                : "There was no address and no employer on record, so an import of the name brings them back.")
    }

    private func counted(_ rows: [ReferralStore.EntityKind: Int]) -> String? {
        let words: [ReferralStore.EntityKind: (String, String)] = [
            .person: ("person", "people"), .opportunity: ("role", "roles"), .tie: ("tie", "ties"),
            .referral: ("introduction", "introductions"),
            .interaction: ("talk or message", "talks and messages"),
            .company: ("company", "companies"), .target: ("wish", "wishes"), .network: ("title", "titles"),
        ]
        let parts = ReferralStore.EntityKind.allCases.compactMap { kind in
            rows[kind].map { "\($0) \($0 == 1 ? words[kind]!.0 : words[kind]!.1)" }
        }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}
