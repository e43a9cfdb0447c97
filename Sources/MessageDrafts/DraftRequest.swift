public import ReferralGraph

/// A request for a draft.
public struct DraftRequest: Sendable {
    /// The recipient.
    public var person: PersonID
    /// The rule, as the user wrote it; `nil` for the step that `today` shows first.
    public var ruleName: String?
    /// The means of contact; `nil` for the one the playbook advises.
    public var channel: DraftChannel?
    /// What the seeker says themselves, by slot; it goes before what is on record.
    public var words: [DraftSlot: String]
    /// The templates.
    public var templates: TemplateCatalog

    /// Makes a request.
    public init(
        to person: PersonID, ruleName: String? = nil, channel: DraftChannel? = nil,
        words: [DraftSlot: String] = [:], templates: TemplateCatalog = TemplateCatalog()
    ) {
        self.person = person
        self.ruleName = ruleName
        self.channel = channel
        self.words = words
        self.templates = templates
    }
}
