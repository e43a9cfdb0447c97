/// Every number of the analysis in one value: the playbook's, the etiquette's, the ranking model's.
public struct AnalysisPolicy: Sendable, Equatable, Codable {
    /// Who knows whom, as far as it can be read off the network.
    public var projection = ProjectionPolicy()
    /// When the playbook's rules R1 to R3 fire.
    public var playbook = Playbook.standard
    /// When another contact is polite.
    public var etiquette = EtiquettePolicy.standard
    /// The ranking model's constants.
    public var ranking = RankingConstants.standard
    /// How long calls take, and over how many days a plan spreads them.
    public var outreach = OutreachPolicy.standard

    /// Everything as published.
    public static let standard = AnalysisPolicy()

    /// Makes the standard policy, to be edited.
    public init() {}
}

/// Which facts make two people know each other (ranking.md, section 0).
public struct ProjectionPolicy: Sendable, Equatable, Codable {
    /// Whether a shared current employer makes people acquainted, marked as inferred.
    public var infersTiesFromEmployers = true
    /// A whole company counts as acquainted up to this many recorded people.
    public var smallCompanyAtMostPeople = 8
    /// A message to more people than this says nothing about who knows whom.
    public var groupThreadAtMostPeople = 20

    /// Makes the standard projection, to be edited.
    public init() {}
}
