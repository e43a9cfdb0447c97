internal import Foundations
public import ReferralGraph

/// Writes networks as JSON, version 1, such that ``NetworkJSONReader`` reads the same value back.
///
/// What is `nil`, empty or false is left out. Equal networks give equal bytes.
public enum NetworkJSONWriter {
    /// The network as a JSON text that ends with a line break.
    /// - Complexity: O(size of the network).
    public static func bytes(of network: ReferralNetwork) -> [UInt8] {
        var json = JSONWriter()
        json.entity(network, .lines)
        json.endLine()
        return json.bytes
    }

    /// What a network has besides its lists: format, version, title, summary, seeker, holidays and sharing.
    ///
    /// With the lists added as further fields it is the whole network.
    /// - Returns: A JSON object in one line, without a line break.
    public static func settingsLine(of network: ReferralNetwork) -> String {
        line(
            entity: ReferralNetwork(
                title: network.title, summary: network.summary, seeker: network.seeker, people: [],
                holidays: network.holidays, sharing: network.sharing))
    }

    /// A person as it stands in the list of people.
    /// - Returns: A JSON object in one line, without a line break.
    public static func line(of person: Person) -> String { line(entity: person) }

    /// A company as it stands in the list of companies.
    /// - Returns: A JSON object in one line, without a line break.
    public static func line(of company: Company) -> String { line(entity: company) }

    /// An opportunity as it stands in the list of opportunities.
    /// - Returns: A JSON object in one line, without a line break.
    public static func line(of opportunity: Opportunity) -> String { line(entity: opportunity) }

    /// A tie as it stands in the list of ties.
    /// - Precondition: Its strength is finite.
    /// - Returns: A JSON object in one line, without a line break.
    public static func line(of tie: Tie) -> String { line(entity: tie) }

    /// A referral as it stands in the list of referrals.
    /// - Returns: A JSON object in one line, without a line break.
    public static func line(of referral: Referral) -> String { line(entity: referral) }

    /// An interaction as it stands in the list of interactions.
    /// - Returns: A JSON object in one line, without a line break.
    public static func line(of interaction: Interaction) -> String { line(entity: interaction) }

    /// A target as it stands in the list of targets.
    /// - Returns: A JSON object in one line, without a line break.
    public static func line(of target: Target) -> String { line(entity: target) }

    private static func line(entity: some NetworkEntity) -> String {
        var json = JSONWriter()
        json.entity(entity, .inline)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}

extension JSONWriter {
    /// Writes an entity as an object.
    mutating func entity<Entity: NetworkEntity>(_ entity: Entity, _ layout: Layout) {
        let table = Entity.table
        object(layout) { json in
            for index in table.fields.indices { table.fields[index].write(&json, entity) }
        }
    }
}
