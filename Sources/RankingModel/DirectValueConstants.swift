/// The numbers of a person's direct value d = fit x P(opening): assumed ones, untested on data.
///
/// "R3" is the playbook's rule on the vacancy that does not exist yet; "S2" and "S3" are its sources.
public struct DirectValueConstants: Codable, Equatable, Sendable {
    // MARK: P(opening)

    /// How far ahead an opening counts, months. Assumed.
    public var horizonMonths = 3.0
    /// How long a report stays on average, months: the middle of S3's two to three years (R3).
    public var tenureMonths = 30.0
    /// The documented alternative, months: median tenure in the United States (Bureau of Labor Statistics 2024).
    public var alternativeTenureMonths = 47.0

    // MARK: Fit: the product of the following, assumed

    /// A company of priority A.
    public var priorityAFactor = 1.0
    /// A company of priority B.
    public var priorityBFactor = 0.7
    /// A company of priority C.
    public var priorityCFactor = 0.4
    /// A company without a priority.
    public var unsetPriorityFactor = 0.3
    /// A department that the seeker wants or has applied to, or an unknown one.
    public var sameDepartmentFactor = 1.0
    /// Another department.
    public var otherDepartmentFactor = 0.6
    /// A place where the seeker wants to work, or an unknown one.
    public var samePlaceFactor = 1.0
    /// Another place.
    public var otherPlaceFactor = 0.6
    /// The seeker was a finalist at the company (S3: the further you came, the stronger the tie).
    public var finalistFactor = 1.0
    /// The seeker was interviewed there.
    public var interviewedFactor = 0.8
    /// The seeker was screened there.
    public var screenedFactor = 0.6
    /// The seeker never got that far there.
    public var noStageFactor = 0.5
    /// The company has an employee-referral programme (S2).
    public var referralProgrammeFactor = 1.5
    /// The most that the factors above can make together.
    public var maximumFit = 1.0
    /// A star's fit (S2), applied after that cap.
    public var starFactor = 1.2

    // MARK: Direct reports when unknown, from the title; assumed

    /// A founder or executive.
    public var executiveReports = 6.0
    /// A vice-president or head.
    public var headReports = 8.0
    /// A director.
    public var directorReports = 7.0
    /// A manager or lead.
    public var managerReports = 5.0
    /// Everybody else.
    public var otherReports = 0.0
    /// A recruiter, while openings are posted at the company.
    public var recruiterReports = 5.0
    /// The whole direct value of a person whose title is unknown.
    public var unknownTitleValue = 0.05

    // MARK: Signals: they multiply the rate of openings for a while (R3); assumed

    /// How long a signal lasts, days.
    public var signalDays = 90.0
    /// A contract won, or growth.
    public var growthSignalFactor = 1.5
    /// A security incident or another crisis.
    public var crisisSignalFactor = 1.3
    /// A reorganisation.
    public var reorganisationSignalFactor = 1.0
    /// Layoffs, or a hiring freeze.
    public var freezeSignalFactor = 0.25
    /// P(opening) while an opening is posted in the department.
    public var postedOpeningProbability = 1.0

    // MARK: People not met yet

    /// The least mean direct value of strangers, so that a network about which nothing is known yet is ranked
    /// by reach and warmth and never as a list of zeros.
    public var minimumStrangerValue = 0.05

    /// The published constants.
    public static let standard = DirectValueConstants()

    /// Makes the published constants, to be edited.
    public init() {}

    /// Every number, in the order of their declaration.
    package static let fields: [PolicyField<DirectValueConstants>] = [
        .number("horizonMonths", \.horizonMonths, .positive),
        .number("tenureMonths", \.tenureMonths, .positive),
        .number("alternativeTenureMonths", \.alternativeTenureMonths, .positive),
        .number("priorityAFactor", \.priorityAFactor, .nonNegative),
        .number("priorityBFactor", \.priorityBFactor, .nonNegative),
        .number("priorityCFactor", \.priorityCFactor, .nonNegative),
        .number("unsetPriorityFactor", \.unsetPriorityFactor, .nonNegative),
        .number("sameDepartmentFactor", \.sameDepartmentFactor, .nonNegative),
        .number("otherDepartmentFactor", \.otherDepartmentFactor, .nonNegative),
        .number("samePlaceFactor", \.samePlaceFactor, .nonNegative),
        .number("otherPlaceFactor", \.otherPlaceFactor, .nonNegative),
        .number("finalistFactor", \.finalistFactor, .nonNegative),
        .number("interviewedFactor", \.interviewedFactor, .nonNegative),
        .number("screenedFactor", \.screenedFactor, .nonNegative),
        .number("noStageFactor", \.noStageFactor, .nonNegative),
        .number("referralProgrammeFactor", \.referralProgrammeFactor, .nonNegative),
        .number("maximumFit", \.maximumFit, .positive),
        .number("starFactor", \.starFactor, .nonNegative),
        .number("executiveReports", \.executiveReports, .nonNegative),
        .number("headReports", \.headReports, .nonNegative),
        .number("directorReports", \.directorReports, .nonNegative),
        .number("managerReports", \.managerReports, .nonNegative),
        .number("otherReports", \.otherReports, .nonNegative),
        .number("recruiterReports", \.recruiterReports, .nonNegative),
        .number("unknownTitleValue", \.unknownTitleValue, .nonNegative),
        .number("signalDays", \.signalDays, .nonNegative),
        .number("growthSignalFactor", \.growthSignalFactor, .nonNegative),
        .number("crisisSignalFactor", \.crisisSignalFactor, .nonNegative),
        .number("reorganisationSignalFactor", \.reorganisationSignalFactor, .nonNegative),
        .number("freezeSignalFactor", \.freezeSignalFactor, .nonNegative),
        .number("postedOpeningProbability", \.postedOpeningProbability, .unit),
        .number("minimumStrangerValue", \.minimumStrangerValue, .nonNegative),
    ]

    /// Checks that every number is in the range that its formula needs.
    /// - Throws: ``RankingError/invalidConstant(name:value:requirement:)`` for the first one out of range.
    public func validate() throws(RankingError) { try PolicyField.check(Self.fields, of: self) }
}
