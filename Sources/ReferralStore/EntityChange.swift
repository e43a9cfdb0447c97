public import ReferralGraph

/// What a row of a store holds.
public enum EntityKind: String, Sendable, CaseIterable {
    /// The network's own fields (one row), and an entry of one of its lists.
    case network, person, company, opportunity, tie, referral, interaction, target

    /// Where a network and its file have it.
    public var list: NetworkIssue.Table {
        switch self {
        case .network: .network
        case .person: .people
        case .company: .companies
        case .opportunity: .opportunities
        case .tie: .ties
        case .referral: .referrals
        case .interaction: .interactions
        case .target: .targets
        }
    }
}

/// One row of a store before and after an entry of the journal.
public struct EntityChange: Sendable, Equatable {
    /// What the row holds.
    public var kind: EntityKind
    /// The identifier of the entity, or for one without what tells it from others of its kind.
    public var key: String
    /// The row as it was; `nil` when there was none.
    public var before: State?
    /// The row as it became; `nil` when it was taken away.
    public var after: State?

    /// What is in a row.
    public struct State: Sendable, Equatable {
        /// The entity as JSON, in one line, with the fields of the network file.
        public var body: String
        /// Orders the rows of a kind; numbers have gaps, so that one can be put between two others.
        public var position: Int

        /// Makes the state of a row.
        public init(body: String, position: Int) {
            self.body = body
            self.position = position
        }
    }

    /// Makes a change.
    public init(kind: EntityKind, key: String, before: State?, after: State?) {
        self.kind = kind
        self.key = key
        self.before = before
        self.after = after
    }

    /// The change that takes this one back.
    var inverse: EntityChange { EntityChange(kind: kind, key: key, before: after, after: before) }
}
