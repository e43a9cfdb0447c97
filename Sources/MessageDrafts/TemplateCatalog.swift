public import Playbook

/// All templates, the user's before the standard ones.
public struct TemplateCatalog: Sendable, Equatable {
    /// Those of the user, in the order of their files.
    public var own: [MessageTemplate]
    /// The standard ones.
    public var standard: [MessageTemplate]

    /// Makes a catalog.
    public init(own: [MessageTemplate] = [], standard: [MessageTemplate] = StandardTemplates.all) {
        self.own = own
        self.standard = standard
    }

    /// The variants for a message, the one to try first in front; empty where there are none.
    ///
    /// The user's own go before the standard ones, and those for a kind of contact before those for everyone.
    /// - Complexity: O(templates).
    public func variants(for rule: Rule, _ kind: ContactKind, _ channel: DraftChannel) -> [MessageTemplate] {
        for templates in [own, standard] {
            let fitting = templates.filter { $0.fits(rule, channel) }
            let particular = fitting.filter { $0.kinds.contains(kind) }
            if !particular.isEmpty { return particular }
            let general = fitting.filter(\.kinds.isEmpty)
            if !general.isEmpty { return general }
        }
        return []
    }

    /// The channels for which a rule has templates.
    public func channels(for rule: Rule) -> [DraftChannel] {
        DraftChannel.allCases.filter { channel in (own + standard).contains { $0.fits(rule, channel) } }
    }

    /// The rules that have templates, in the order of the playbook.
    public var rules: [Rule] {
        let rules = Set((own + standard).flatMap(\.rules))
        return Rule.allCases.filter(rules.contains)
    }
}
