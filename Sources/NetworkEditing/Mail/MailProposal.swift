public import MailFiles
public import ReferralGraph

/// What a mail about an application gives reason to record, and of which role; nothing is recorded by it.
public struct MailProposal: Equatable, Sendable {
    /// What the mail is.
    public var kind: Kind
    /// When it was written; `nil` where that cannot be read.
    public var date: Timestamp?
    /// The role it is about.
    public var role: Role
    /// The one with a part in the role who wrote it; `nil` when no one such did.
    public var by: PersonID?
    /// People in the mail who are not in the network, each once, who wrote it first.
    public var strangers: [Stranger] = []
    /// Whether a no comes after an interview.
    public var isAfterInterview: Bool
    /// Whether the seeker was among the last few.
    public var isFinalist: Bool
    /// Whether someone else has the role.
    public var isFilled: Bool
    /// The sentences that say so.
    public var sentences: [String]
    /// The subject.
    public var subject: String
    /// Those who wrote it.
    public var writers: [HiringMail.Mailbox]
    /// The title and the employer that the mail names; `nil` where it names none.
    public var statedTitle, statedCompany: String?

    /// What can be recorded of a mail.
    public enum Kind: String, Sendable {
        /// A no, an invitation to an interview, an application that has arrived.
        case rejection, invitation, receipt
    }

    /// The role a mail is about.
    public enum Role: Equatable, Sendable {
        /// This one.
        case one(OpportunityID)
        /// This one, of which the same is on record.
        case recorded(OpportunityID)
        /// One of these, best first, or none of them, and why that is not certain.
        case several([OpportunityID], Doubt)
        /// None in the network.
        case unknown
    }

    /// Why it is not certain which role is meant.
    public enum Doubt: String, Sendable {
        /// More than one fits.
        case severalFit
        /// The mail names another title.
        case otherTitle
        /// The mail is older than what is known of the role.
        case earlier
        /// Several people wrote it.
        case severalWriters
    }

    /// Someone in a mail who is not in the network.
    public struct Stranger: Equatable, Sendable {
        /// The name.
        public var name: String
        /// The address; empty where the mail does not have it.
        public var address: String
        /// What they do, as far as the mail shows it.
        public var part: Part

        /// Names someone.
        public init(name: String, address: String, part: Part) {
            (self.name, self.address, self.part) = (name, address, part)
        }

        /// What someone in a mail does.
        public enum Part: String, Sendable {
            /// Wrote it, and says that they recruit.
            case recruiter
            /// Wrote it.
            case writer
            /// Is to take part.
            case invited
        }
    }
}

extension MailProposal {
    /// Compares a mail with a network.
    /// - Returns: `nil` for a mail that calls for nothing: one that is neither a no, nor an invitation, nor a receipt, or
    ///   one that the seeker wrote.
    /// - Complexity: O(network + text).
    public init?(_ mail: HiringMail, in network: ReferralNetwork) {
        switch mail.meaning.kind {
        case .rejection: kind = .rejection
        case .invitation: kind = .invitation
        case .receipt: kind = .receipt
        case .noise, .unclear, .other: return nil
        }
        let search = RoleSearch(mail, network)
        if search.isOwn { return nil }
        role = search.role(for: kind)
        date = mail.date
        isAfterInterview = mail.meaning.isAfterInterview
        isFinalist = mail.meaning.isFinalist
        isFilled = mail.meaning.isFilled
        sentences = mail.meaning.sentences
        subject = mail.subject
        writers = mail.writers
        (statedTitle, statedCompany) = (mail.statedTitle, mail.statedCompany)
        if case .one(let id) = role { by = search.participant(in: id) }
        strangers = search.strangers(of: kind)
    }

    /// What recent mails propose that is not on record yet, oldest first, of several about one role the first.
    /// - Parameter days: The days of which mails count.
    static func all(
        _ mails: [HiringMail], in network: ReferralNetwork, of days: ClosedRange<CalendarDay>
    ) -> [MailProposal] {
        let recent = mails.filter { $0.date.map { days.contains($0.day) } ?? false }
        let proposals = recent.compactMap { MailProposal($0, in: network) }.filter {
            if case .recorded = $0.role { false } else { true }
        }
        var seen: [(Kind, Role, String)] = []
        return proposals.stablySorted { $0.date ?? Timestamp(days.lowerBound) }.filter { proposal in
            let isNew = !seen.contains { kind, role, subject in
                guard kind == proposal.kind, role == proposal.role else { return false }
                if case .one = role { return true }
                return subject == proposal.subject
            }
            if isNew { seen.append((proposal.kind, proposal.role, proposal.subject)) }
            return isNew
        }
    }
}
