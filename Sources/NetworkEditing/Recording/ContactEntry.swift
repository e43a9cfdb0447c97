public import ReferralGraph

/// A contact to be recorded, with people and opportunities by what the user typed.
public struct ContactEntry: Sendable, Equatable {
    /// Who took part; at least one. Behind the first, the last one is a note when no one is called so.
    public var people: [String]
    /// The means of contact.
    public var channel: Interaction.Channel
    /// Who spoke; without it both in talks, the seeker in writing.
    public var direction: Interaction.Direction?
    /// What it was about, as far as the playbook cares.
    public var purposes: [Interaction.Purpose]
    /// Subject line.
    public var subject: String?
    /// Anything else.
    public var note: String?
    /// When; now without it. A talk may lie ahead.
    public var date: Timestamp?
    /// Which conversation it belongs to.
    public var topic: Topic
    /// Whether the other side owes a word; `nil` lets the purposes decide.
    public var expectsReply: Bool?
    /// What came of a talk.
    public var outcome: Outcome
    /// Whether the others said that they will be in touch.
    public var isTheirTurn = false
    /// By when they said so.
    public var due: CalendarDay?

    /// Which conversation a contact belongs to.
    public enum Topic: Sendable, Equatable {
        /// The one that the same people had last.
        case latest
        /// The one about an opportunity.
        case opportunity(String)
        /// The one of this name.
        case thread(String)
        /// A new one.
        case new
    }

    /// What has come of a talk.
    public enum Outcome: Sendable, CaseIterable {
        /// It took place, or is going to: then it is a talk that was agreed upon.
        case asAgreed
        /// The others were not there.
        case missed
        /// A talk that was agreed upon is off.
        case canceled
        /// A talk that was agreed upon is at the entry's date instead.
        case rescheduled
    }

    /// Makes a contact.
    public init(
        with people: [String], by channel: Interaction.Channel,
        direction: Interaction.Direction? = nil, purposes: [Interaction.Purpose] = [],
        subject: String? = nil, note: String? = nil, on date: Timestamp? = nil, topic: Topic = .latest,
        expectsReply: Bool? = nil, outcome: Outcome = .asAgreed
    ) {
        self.people = people
        self.channel = channel
        self.direction = direction
        self.purposes = purposes
        self.subject = subject
        self.note = note
        self.date = date
        self.topic = topic
        self.expectsReply = expectsReply
        self.outcome = outcome
    }
}

extension ContactEntry {
    /// What a contact was, by the name that users have for it.
    public enum Kind: Sendable, Equatable, RawRepresentable, CaseIterable {
        /// A means of contact.
        case contact(Interaction.Channel)
        /// Thanks, by e-mail unless said otherwise.
        case thankYou
        /// A call that reached only the voicemail.
        case voicemail

        /// Every kind.
        public static let allCases = Interaction.Channel.allCases.map(Self.contact) + [.thankYou, .voicemail]

        /// The kind of a name, such as `call` or `thank-you`.
        public init?(rawValue: String) {
            switch rawValue {
            case "thank-you": self = .thankYou
            case "voicemail": self = .voicemail
            default:
                guard let channel = Interaction.Channel(rawValue: rawValue) else { return nil }
                self = .contact(channel)
            }
        }

        /// Its name.
        public var rawValue: String {
            switch self {
            case .contact(let channel): channel.rawValue
            case .thankYou: "thank-you"
            case .voicemail: "voicemail"
            }
        }

        /// Whether it can lie ahead.
        public var isTalk: Bool { if case .contact(let channel) = self { channel.isTalk } else { false } }
    }

    /// Makes a contact of a kind.
    /// - Parameters:
    ///   - kind: What it was.
    ///   - isCall: Whether thanks were said in a call.
    public init(
        _ kind: Kind, with people: [String], isCall: Bool = false, direction: Interaction.Direction? = nil,
        purposes: [Interaction.Purpose] = [], subject: String? = nil, note: String? = nil,
        on date: Timestamp? = nil, topic: Topic = .latest, expectsReply: Bool? = nil,
        outcome: Outcome = .asAgreed
    ) {
        let channel: Interaction.Channel =
            switch kind {
            case .contact(let channel): channel
            case .thankYou: isCall ? .call : .email
            case .voicemail: .call
            }
        self.init(
            with: people, by: channel, direction: direction ?? (kind == .voicemail ? .outgoing : nil),
            purposes: (kind == .thankYou ? [.thankYou] : []) + purposes, subject: subject, note: note,
            on: date, topic: topic, expectsReply: expectsReply, outcome: outcome)
    }

    /// Who and what ``NetworkEditor/log(_:)`` reads the interactions of; `nil` where that may be anyone: when a name is not
    /// known or not clear, and when a new conversation has to have a name of its own.
    /// - Parameter network: Its interactions do not matter.
    /// - Complexity: O(people) for each name.
    public func subjects(in network: ReferralNetwork) -> EditSubjects? {
        guard var subjects = EditSubjects(people: people, in: network) else { return nil }
        switch topic {
        case .latest, .thread: break
        case .opportunity(let text):
            guard case .one(let role) = OpportunityQuery(text).match(in: network) else { return nil }
            subjects.opportunities = [role]
        case .new: return nil
        }
        return subjects
    }
}
