public import Playbook
public import RankingModel

/// Every number of the analysis in one value: the playbook's, the ranking model's, a plan's.
public struct AnalysisPolicy: Sendable, Equatable, Codable {
    /// Who knows who, as far as it can be read off the network.
    public var projection = ProjectionPolicy()
    /// When the playbook's rules fire, and so when another contact is polite (``Etiquette``).
    public var playbook = PlaybookPolicy.standard
    /// The ranking model's constants.
    public var ranking = RankingConstants.standard
    /// How long calls take, and over how many days a plan spreads them.
    public var outreach = OutreachPolicy.standard

    /// Everything as published.
    public static let standard = AnalysisPolicy()

    /// The playbook's R4: friendly reminders after 3 weeks, 2 months, 6 months or a year, by closeness.
    public static let cadenceTiers: AnalysisPolicy = {
        var policy = AnalysisPolicy.standard
        policy.playbook.remindsByCloseness = true
        return policy
    }()

    /// The playbook's R4, 3B7: one person per company, a second one after three business days, back to the first after
    /// seven.
    public static let threeB7: AnalysisPolicy = {
        var policy = AnalysisPolicy.standard
        policy.playbook.asksOnePersonPerCompany = true
        return policy
    }()

    /// Without calls: every step is a message or an e-mail (playbook R5.channel).
    public static let noPhone: AnalysisPolicy = {
        var policy = AnalysisPolicy.standard
        policy.playbook.avoidsCalls = true
        return policy
    }()

    /// The ranking of ranking.md with every term, those included that the standard ranking has given up.
    public static let reference: AnalysisPolicy = {
        var policy = AnalysisPolicy.standard
        policy.ranking = .reference
        return policy
    }()

    /// The policies that have a name, in the order in which they are listed.
    public static let named: [(name: String, policy: AnalysisPolicy)] = [
        ("standard", .standard), ("cadence-tiers", .cadenceTiers), ("3b7", .threeB7),
        ("no-phone", .noPhone),
        ("reference", .reference),
    ]

    /// Makes the standard policy, to be edited.
    public init() {}

    /// Every number and switch, in the order in which a policy file has them.
    public static let fields: [PolicyField<AnalysisPolicy>] =
        ProjectionPolicy.fields.map { $0.inside("projection", \.projection) }
        + PlaybookPolicy.fields.map { $0.inside("playbook", \.playbook) }
        + RankingConstants.fields.map { $0.inside("ranking", \.ranking) }
        + OutreachPolicy.fields.map { $0.inside("outreach", \.outreach) }

    /// Checks that every rule and formula can work with the numbers.
    /// - Throws: ``RankingError/invalidConstant(name:value:requirement:)`` for the first one out of range.
    public func validate() throws(RankingError) {
        try PolicyField.check(ProjectionPolicy.fields, of: projection)
        try playbook.validate()
        try ranking.validate()
        try outreach.validate()
    }
}

/// Which facts make two people know each other (ranking.md, section 0).
public struct ProjectionPolicy: Sendable, Equatable, Codable {
    /// Whether a shared current employer makes people acquainted, marked as inferred.
    public var infersTiesFromEmployers = true
    /// A whole company counts as acquainted up to this many recorded people.
    public var smallCompanyAtMostPeople = 8
    /// A message to more people than this says nothing about who knows who.
    public var groupThreadAtMostPeople = 20

    /// Makes the standard projection, to be edited.
    public init() {}

    /// Every number and switch, in the order of their declaration.
    static let fields: [PolicyField<ProjectionPolicy>] = [
        .flag("infersTiesFromEmployers", \.infersTiesFromEmployers),
        .whole("smallCompanyAtMostPeople", \.smallCompanyAtMostPeople, .people),
        .whole("groupThreadAtMostPeople", \.groupThreadAtMostPeople, .people),
    ]
}
