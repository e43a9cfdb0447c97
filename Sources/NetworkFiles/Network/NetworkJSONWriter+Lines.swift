internal import Foundations
public import ReferralGraph

/// The parts of a network file one by one, for whoever keeps them apart.
extension NetworkJSONWriter {
    /// What a network has besides its lists: format, version, title, summary, seeker and holidays.
    ///
    /// With the lists added as further fields it is the whole network.
    /// - Returns: A JSON object in one line, without a line break.
    public static func settingsLine(of network: ReferralNetwork) -> String {
        line { $0.settings(of: network) }
    }

    /// A person as it stands in the list of people.
    /// - Returns: A JSON object in one line, without a line break.
    public static func line(of person: Person) -> String { line { $0.fields(of: person) } }

    /// A company as it stands in the list of companies.
    /// - Returns: A JSON object in one line, without a line break.
    public static func line(of company: Company) -> String { line { $0.fields(of: company) } }

    /// An opportunity as it stands in the list of opportunities.
    /// - Returns: A JSON object in one line, without a line break.
    public static func line(of opportunity: Opportunity) -> String { line { $0.fields(of: opportunity) } }

    /// A tie as it stands in the list of ties.
    /// - Precondition: Its strength is finite.
    /// - Returns: A JSON object in one line, without a line break.
    public static func line(of tie: Tie) -> String { line { $0.fields(of: tie) } }

    /// A referral as it stands in the list of referrals.
    /// - Returns: A JSON object in one line, without a line break.
    public static func line(of referral: Referral) -> String { line { $0.fields(of: referral) } }

    /// An interaction as it stands in the list of interactions.
    /// - Returns: A JSON object in one line, without a line break.
    public static func line(of interaction: Interaction) -> String { line { $0.fields(of: interaction) } }

    private static func line(_ fields: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        json.object(.inline, fields)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
