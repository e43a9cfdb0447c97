public import ReferralGraph

/// What grew out of one employer's no: who it led to, one name after the other, and what came of it (playbook R1:
/// a rejection is the beginning of the next introduction). Or the same of one person.
public struct ReferralChain: Sendable, Equatable, Codable {
    /// The no it began with; `nil` for a chain that began with a person.
    public var rejection: Rejection?
    /// What it began with: `Dan’s no`, the company’s where several people said it, or the person’s name; a first name
    /// alone where no one else in the network has it.
    public var beginning: String
    /// Those who gave the first names; of a no that led to no one those who said it.
    public var roots: [Member]
    /// The people it led to, each after the one who gave their name.
    public var members: [Member]
    /// How many people it led to, those left out who did not want to.
    public var peopleCount: Int
    /// The interviews that followed, with the people it led to or again with the roots.
    public var interviewCount: Int
    /// The roles offered by them.
    public var offerCount: Int
    /// With how many of the people it led to something is still open.
    public var openCount: Int

    /// An employer's no.
    public struct Rejection: Sendable, Equatable, Codable {
        /// Which role.
        public var opportunity: OpportunityID
        /// The role's title.
        public var title: String
        /// Whose role.
        public var company: CompanyID
        /// The company's name.
        public var companyName: String
        /// When it was said.
        public var day: CalendarDay
        /// Who said it: those the stage names, else the hiring managers.
        public var saidBy: [PersonID]
    }

    /// Someone in a chain.
    public struct Member: Sendable, Equatable, Codable {
        /// Who.
        public var person: PersonID
        /// The person's name.
        public var name: String
        /// Who gave the name; `nil` for a root.
        public var from: PersonID?
        /// When.
        public var referred: CalendarDay?
        /// The days of the interviews since then.
        public var interviews: [CalendarDay]
        /// What has come of it so far.
        public var outcome: Outcome
        /// Since when; `nil` where no day is known.
        public var since: CalendarDay?
    }

    /// What has come of a name so far.
    public enum Outcome: String, Sendable, Codable, CaseIterable {
        /// An offer that was accepted; one that waits for an answer.
        case accepted, offer
        /// Interviewed, no decision yet; interviewed, and the answer was no; the seeker withdrew.
        case interviewed, rejected, withdrawn
        /// The last word was the seeker's, and an answer is overdue.
        case silent
        /// They talked or wrote to each other; the seeker wrote or called.
        case talked, contacted
        /// The name was given; only promised.
        case named, promised
        /// The person did not want to; the conversation was ended.
        case declined, closed

        /// Whether more may come of it without a new beginning.
        public var isOpen: Bool {
            switch self {
            case .offer, .interviewed, .silent, .contacted, .named, .promised: true
            case .accepted, .rejected, .withdrawn, .talked, .declined, .closed: false
            }
        }
    }

    /// Everything that came of it, each person, interview and offer counting as one.
    public var yield: Int { peopleCount + interviewCount + offerCount }

    /// What came of it: `2 people, 2 interviews and an offer`; `no one yet`.
    public var yieldInWords: String {
        var parts: [String] = []
        if peopleCount > 0 { parts.append(peopleCount == 1 ? "1 person" : "\(peopleCount) people") }
        if interviewCount > 0 {
            parts.append(interviewCount == 1 ? "an interview" : "\(interviewCount) interviews")
        }
        if offerCount > 0 { parts.append(offerCount == 1 ? "an offer" : "\(offerCount) offers") }
        guard let last = parts.popLast() else { return "no one yet" }
        return parts.isEmpty ? last : parts.joined(separator: ", ") + " and " + last
    }

    /// The whole in one clause: `Dan’s no led to 2 people, 2 interviews and an offer`.
    public var headline: String { "\(beginning) \(yield > 0 ? "led" : "has led") to \(yieldInWords)" }
}
