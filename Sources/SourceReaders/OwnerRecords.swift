public import ReferralGraph

/// A job of the owner's own, present or past.
public struct OwnJobRecord: Equatable, Sendable {
    /// Employer and title.
    public var job: ContactRecord.Job
    /// First day; of a month or a year the first one; `nil` when the source does not say.
    public var from: CalendarDay?
    /// Last day; of a month or a year the last one; `nil` while the job lasts.
    public var to: CalendarDay?
    /// Where it stands.
    public var place: SourcePlace

    /// Makes a record.
    public init(
        company: String, title: String? = nil, from: CalendarDay? = nil, to: CalendarDay? = nil,
        place: SourcePlace
    ) {
        job = ContactRecord.Job(company: company, title: title)
        self.from = from
        self.to = to
        self.place = place
    }
}

/// Where the owner studied.
public struct OwnEducationRecord: Equatable, Sendable {
    /// School, degree and years.
    public var education: Education
    /// Where it stands.
    public var place: SourcePlace

    /// Makes a record.
    public init(_ education: Education, place: SourcePlace) {
        self.education = education
        self.place = place
    }
}

/// Something that the owner seems to want: a company that they follow, a title that they look for. It is theirs to confirm.
public struct ProposalRecord: Equatable, Sendable {
    /// What is proposed, what suggests it, and when the owner did that.
    public var target: Target
    /// Where it stands.
    public var place: SourcePlace

    /// Makes a record.
    public init(_ target: Target, place: SourcePlace) {
        self.target = target
        self.place = place
    }
}

/// A file of a source that is not used.
public struct UnusedFile: Equatable, Sendable {
    /// The file, inside an archive its path there.
    public var file: String
    /// Why it is not used, in a few words that are the same for all such files, for grouping.
    public var reason: String
    /// The reason of a file that no source was seen to have.
    public static let unknown = "not known to Rebound"

    /// Makes one.
    public init(file: String, reason: String) {
        self.file = file
        self.reason = reason
    }
}
