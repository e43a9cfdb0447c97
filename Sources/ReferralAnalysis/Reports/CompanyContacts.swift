public import ReferralGraph

/// Who the seeker knows at a company, and who can introduce them to the others there.
public struct CompanyContacts: Sendable, Equatable, Codable {
    /// Which company.
    public var company: CompanyID
    /// Its name.
    public var name: String
    /// How much the seeker wants to work there.
    public var priority: Company.Priority?
    /// Whether this is an employer, and not what people write where they have none; of one that is not, no one is listed.
    public var isEmployer: Bool
    /// Who works there now and is in touch with the seeker, by what a call is worth.
    public var now: [Member]
    /// Who used to work there: those in touch with the seeker first, then in the order of the network.
    public var before: [Member]
    /// Who works there now, is not in touch with the seeker, and is known to a contact who may be asked: the likeliest first.
    public var introductions: [Introduction]
    /// Who else works there now, in the order of the network.
    public var outOfReach: [Member]

    /// Whether no one there can be asked or reached, nor has been there.
    public var isNoOne: Bool {
        now.isEmpty && before.isEmpty && introductions.isEmpty && outOfReach.isEmpty
    }

    /// Someone who works or worked at the company.
    public struct Member: Sendable, Equatable, Codable {
        /// Who.
        public var person: PersonID
        /// The person's name.
        public var name: String
        /// Job title there.
        public var title: String?
        /// The part of the company.
        public var department: String?
        /// Whether the seeker is in touch with them.
        public var isContact: Bool
        /// The day of the last contact.
        public var lastContact: CalendarDay?
        /// The last day on which an imported source said so.
        public var confirmed: CalendarDay?
        /// For someone who has left: where they work now.
        public var worksAt: String?
        /// The seeker's own time at the company beside theirs; `nil` when the seeker never worked there.
        public var together: SharedTime?
        /// Why they are not to be contacted, nor asked for an introduction; `nil` for everyone else.
        public var onHold: String?
    }

    /// Someone to be introduced to.
    public struct Introduction: Sendable, Equatable, Codable {
        /// Who.
        public var member: Member
        /// The contact most likely to introduce them.
        public var through: PersonID
        /// That contact's name.
        public var throughName: String
        /// How likely it is that the contact replies and introduces them.
        public var probability: Double
        /// Whether it is only guessed, from a shared employer or conversation, that the two know each other.
        public var isGuessed: Bool
        /// The other contacts who know them and may be asked, the likeliest first.
        public var others: [PersonID]
    }
}

/// Whether two people worked somewhere at the same time.
public struct SharedTime: Sendable, Equatable, Codable {
    /// What the dates say.
    public enum Overlap: String, Sendable, Codable, CaseIterable {
        /// Both were there on ``SharedTime/from`` to ``SharedTime/to``, at least.
        case sameTime = "same-time"
        /// Dates are missing that would tell.
        case unknown
        /// One left before the other came.
        case apart
    }

    /// What the dates say.
    public var overlap: Overlap
    /// The first day on which both were there for certain.
    public var from: CalendarDay?
    /// The last such day, that of the report at the latest.
    public var to: CalendarDay?

    /// Compares all times of the one with all times of the other; the earliest common time counts.
    ///
    /// An employment without a beginning is certain on the day on which a source confirmed it, and until its end.
    /// - Parameters:
    ///   - one: Employments of one person at a company; at least one.
    ///   - other: Those of the other there; at least one.
    ///   - today: The day looked from, up to which an employment goes on that has no end.
    /// - Complexity: O(employments squared).
    init(_ one: [Employment], _ other: [Employment], today: CalendarDay) {
        var common: [ClosedRange<CalendarDay>] = []
        var mayOverlap = false
        for left in one {
            for right in other {
                if let a = left.certainDays(today), let b = right.certainDays(today), a.overlaps(b) {
                    common.append(a.clamped(to: b))
                }
                mayOverlap = mayOverlap || left.mayOverlap(right)
            }
        }
        let first = common.min { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
        (from, to) = (first?.lowerBound, first?.upperBound)
        overlap = first != nil ? .sameTime : mayOverlap ? .unknown : .apart
    }
}

extension Employment {
    /// The days on which the person was there for certain.
    fileprivate func certainDays(_ today: CalendarDay) -> ClosedRange<CalendarDay>? {
        guard let first = [from, confirmed, to].compactMap(\.self).min(), first <= today else { return nil }
        let last = to ?? (from == nil ? confirmed : today) ?? first
        return first...max(first, min(last, today))
    }

    /// Whether there may have been a common day; an unknown day can be any.
    fileprivate func mayOverlap(_ other: Employment) -> Bool {
        func precedes(_ left: Employment, _ right: Employment) -> Bool {
            guard let end = left.to, let start = right.from else { return false }
            return end < start
        }
        return !precedes(self, other) && !precedes(other, self)
    }
}

/// What the seeker asked about one company, and the answer.
public struct CompanyAnswer: Sendable, Equatable, Codable {
    /// The name as it was asked.
    public var asked: String
    /// The line of the list in which it stands; `nil` for a name typed.
    public var line: Int?
    /// Where no company of the network has that name: one of which it may be a misspelling.
    public var suggestion: String?
    /// The companies of that name, in the order of the network: none, one, or several that it fits equally.
    public var companies: [CompanyContacts]

    /// Makes an answer.
    public init(asked: String, line: Int?, suggestion: String? = nil, companies: [CompanyContacts] = []) {
        self.asked = asked
        self.line = line
        self.suggestion = suggestion
        self.companies = companies
    }
}

/// What the seeker asked about companies, in the order asked.
public struct CompanyAnswers: Sendable, Equatable, Codable {
    /// One for each name, the same names more than once.
    public var answers: [CompanyAnswer]

    /// Makes a report.
    public init(_ answers: [CompanyAnswer]) { self.answers = answers }
}
