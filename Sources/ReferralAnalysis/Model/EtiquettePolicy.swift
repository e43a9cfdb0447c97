/// How long to wait before the next word, so that nobody feels pressed: a filter before any ranking.
///
/// The numbers are the playbook's, from its sources S1 (silence) and S4 (the monthly touch).
public struct EtiquettePolicy: Codable, Equatable, Sendable {
    /// After one unanswered ask, business days (S1, rule R2).
    public var followUpBusinessDays = 3
    /// After the follow-up, business days until the telephone call (S1, rule R2).
    public var telephoneBusinessDays = 3
    /// After three or more unanswered asks, days (S4, the monthly touch).
    public var monthlyTouchDays = 30
    /// After an interview, days (S1, rule R2).
    public var interviewDays = 14
    /// After a rejection, once the first steps are done, days (S4, rule R1).
    public var rejectionDays = 30

    /// The playbook's numbers.
    public static let standard = EtiquettePolicy()

    /// Makes the playbook's policy, to be edited.
    public init() {}

    /// Every number, in the order of their declaration.
    static let fields: [PolicyField<EtiquettePolicy>] = [
        .whole("followUpBusinessDays", \.followUpBusinessDays, .businessDays),
        .whole("telephoneBusinessDays", \.telephoneBusinessDays, .businessDays),
        .whole("monthlyTouchDays", \.monthlyTouchDays, .days),
        .whole("interviewDays", \.interviewDays, .days),
        .whole("rejectionDays", \.rejectionDays, .days),
    ]

    /// Checks that no wait is negative or longer than ten years.
    /// - Throws: ``RankingError/invalidConstant(name:value:requirement:)`` for the first one that is.
    public func validate() throws(RankingError) { try PolicyField.check(Self.fields, of: self) }
}
