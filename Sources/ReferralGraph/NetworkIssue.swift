/// Something wrong with a network that no single field shows: a reference that leads nowhere, a cycle.
public struct NetworkIssue: Sendable, Equatable {
    /// What is wrong.
    public var identifier: Kind
    /// Where it stands.
    public var place: Place
    /// What was found there, in words.
    public var found: String
    /// What should have been there, in words.
    public var expected: String
    /// What to do about it.
    public var hint: String

    /// Whether the network can still be used.
    public var isError: Bool { identifier != .later }

    /// The kinds of issue.
    public enum Kind: String, Sendable, CaseIterable {
        /// A reference names nothing.
        case danglingReference = "dangling-reference"
        /// Two entities of a kind have the same identifier.
        case duplicateIdentifier = "duplicate-id"
        /// A reports to B reports to ... reports to A.
        case reportsToCycle = "reports-to-cycle"
        /// A referral, a tie, an interaction or a `distinctFrom` connects someone with the same person.
        case selfReference = "self-reference"
        /// A referral without any dated step.
        case undatedReferral = "undated-referral"
        /// A date is before one that must come first.
        case datesOutOfOrder = "dates-out-of-order"
        /// A warning: a fact later than the chosen "now", which is ignored.
        case later = "later-than-as-of"
    }

    /// Where in a network something stands.
    public struct Place: Sendable, Hashable {
        /// Which list.
        public var table: Table
        /// Which entry, from 0; 0 for the network itself.
        public var index: Int
        /// Which field, as it is called in the network file.
        public var field: String?

        /// Makes a place.
        public init(_ table: Table, _ index: Int, field: String? = nil) {
            self.table = table
            self.index = index
            self.field = field
        }
    }

    /// The lists of a network.
    public enum Table: String, Sendable, CaseIterable {
        /// The lists of ``ReferralNetwork``, and the network's own fields.
        case network, people, companies, opportunities, ties, referrals, interactions, targets
    }

    /// Makes an issue.
    public init(_ identifier: Kind, at place: Place, found: String, expected: String, hint: String) {
        self.identifier = identifier
        self.place = place
        self.found = found
        self.expected = expected
        self.hint = hint
    }
}
