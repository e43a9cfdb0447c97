/// A dated contact between the seeker and one or more people.
public struct Interaction: Sendable, Equatable {
    /// Unique among the interactions of a network; `nil` when nothing refers to it.
    public var id: InteractionID?
    /// When.
    public var date: Timestamp
    /// Who took part, the seeker left out; at least one.
    public var people: [PersonID]
    /// The means of contact.
    public var channel: Channel
    /// Who spoke.
    public var direction: Direction
    /// What it was about, as far as the playbook cares; without repetition.
    public var purposes: [Purpose]
    /// Names the conversation it belongs to; `nil` puts it with the person's other interactions about the
    /// same opportunity.
    public var thread: String?
    /// Subject line.
    public var subject: String?
    /// The `Message-ID` of the mail, without its brackets, for an answer in the same thread; `nil` where it is not known.
    public var messageID: String?
    /// Anything else.
    public var note: String?
    /// The opportunity it was about.
    public var opportunity: OpportunityID?
    /// What someone promised in it.
    public var promise: Promise?
    /// Whether the other side owes a word; `nil` lets the purposes decide (``isAsk``).
    public var expectsReply: Bool?
    /// The conversation ended here, by an explicit no or the user's decision. No clock closes a thread.
    public var closesThread: Bool
    /// When the talk was agreed upon, as long as no one has said how it went; `nil` for what has taken place. A talk with
    /// this day may lie ahead.
    public var agreed: CalendarDay?
    /// The talk that was agreed upon did not take place, because the other side was not there.
    public var wasMissed: Bool

    /// Means of contact.
    public enum Channel: String, Sendable, Codable, CaseIterable {
        /// Written, spoken and in person; `message` is a chat or a social network's inbox.
        case email, call, meeting, message, interview, letter
    }

    /// Who spoke.
    public enum Direction: String, Sendable, Codable, CaseIterable {
        /// The seeker, the others, or both (a talk).
        case outgoing, incoming, mutual
    }

    /// What an interaction was for.
    public enum Purpose: String, Sendable, Codable, CaseIterable {
        /// A first contact.
        case outreach
        /// A reminder of an earlier one.
        case followUp = "follow-up"
        /// Thanks (playbook R1).
        case thankYou = "thank-you"
        /// Asking for or giving feedback (playbook R1).
        case feedback
        /// Asking for a name (playbook R1).
        case referralRequest = "referral-request"
        /// Learning the structure of a company (playbook R1, *referral interview*).
        case referralInterview = "referral-interview"
        /// A personal invitation to connect (playbook R1).
        case invitation
        /// Congratulating on a new role (playbook R1, *follow the star*).
        case congratulation
        /// A friendly reminder without a question (playbook R1, *keep warm*).
        case keepWarm = "keep-warm"
        /// News that asks for nothing.
        case update
        /// An explicit no.
        case decline

        /// Whether it asks for nothing.
        var isCourtesy: Bool {
            switch self {
            case .thankYou, .congratulation, .update, .keepWarm: true
            default: false
            }
        }
    }

    /// Makes an interaction.
    public init(
        id: InteractionID? = nil, date: Timestamp, people: [PersonID], channel: Channel,
        direction: Direction, purposes: [Purpose] = [], thread: String? = nil, subject: String? = nil,
        messageID: String? = nil, note: String? = nil, opportunity: OpportunityID? = nil,
        promise: Promise? = nil,
        expectsReply: Bool? = nil, closesThread: Bool = false,
        agreed: CalendarDay? = nil, wasMissed: Bool = false
    ) {
        self.id = id
        self.date = date
        self.people = people
        self.channel = channel
        self.direction = direction
        self.purposes = purposes
        self.thread = thread
        self.subject = subject
        self.messageID = messageID
        self.note = note
        self.opportunity = opportunity
        self.promise = promise
        self.expectsReply = expectsReply
        self.closesThread = closesThread
        self.agreed = agreed
        self.wasMissed = wasMissed
    }

    /// Whether the seeker asked for something to come back: said explicitly, or an outgoing contact that is
    /// more than thanks, congratulations or news.
    public var isAsk: Bool {
        guard direction == .outgoing else { return false }
        if let expectsReply { return expectsReply }
        return purposes.isEmpty || !purposes.allSatisfy(\.isCourtesy)
    }
}

/// Something one side said they would do.
public struct Promise: Sendable, Equatable {
    /// Who promised.
    public var by: Side
    /// What.
    public var kind: Kind
    /// In words.
    public var what: String
    /// By when, a day or a moment of it; `nil` when nothing was said.
    public var due: Timestamp?
    /// When it was kept; `nil` while it is open.
    public var kept: CalendarDay?

    /// The two sides of a conversation.
    public enum Side: String, Sendable, Codable, CaseIterable {
        /// The job seeker, the other side.
        case seeker, them
    }

    /// Promises the playbook treats differently.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// To introduce the seeker to someone; to be in touch; anything else.
        case introduction, reply, other
    }

    /// Makes a promise.
    public init(by: Side, kind: Kind, what: String, due: Timestamp? = nil, kept: CalendarDay? = nil) {
        self.by = by
        self.kind = kind
        self.what = what
        self.due = due
        self.kept = kept
    }
}
