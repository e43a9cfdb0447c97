internal import Foundations
internal import NetworkFiles
internal import ReferralGraph

/// Something that has a row of its own in a store.
protocol StoredEntity: Equatable {
    static var entityKind: EntityKind { get }

    /// What tells it from others of its kind; equal for several only when it has no identifier.
    var key: String { get }

    /// The entity as JSON in one line, as in the network file.
    var body: String { get }
}

/// What a network has besides its lists.
struct NetworkSettings: StoredEntity {
    static let entityKind = EntityKind.network
    let title: String?
    let summary: String?
    let seeker: PersonID
    let holidays: [CalendarDay]
    let sharing: Sharing

    init(of network: ReferralNetwork) {
        title = network.title
        summary = network.summary
        seeker = network.seeker
        holidays = network.holidays
        sharing = network.sharing
    }

    var key: String { "network" }
    var body: String {
        NetworkJSONWriter.settingsLine(
            of: ReferralNetwork(
                title: title, summary: summary, seeker: seeker, people: [], holidays: holidays,
                sharing: sharing))
    }
}

extension Person: StoredEntity {
    static let entityKind = EntityKind.person
    var key: String { rowKey(id.text) }
    var body: String { NetworkJSONWriter.line(of: self) }
}

extension Company: StoredEntity {
    static let entityKind = EntityKind.company
    var key: String { rowKey(id.text) }
    var body: String { NetworkJSONWriter.line(of: self) }
}

extension Opportunity: StoredEntity {
    static let entityKind = EntityKind.opportunity
    var key: String { rowKey(id.text) }
    var body: String { NetworkJSONWriter.line(of: self) }
}

extension Tie: StoredEntity {
    static let entityKind = EntityKind.tie
    var key: String { rowKey([from.text, to.text, kind.rawValue]) }
    var body: String { NetworkJSONWriter.line(of: self) }
}

extension Referral: StoredEntity {
    static let entityKind = EntityKind.referral
    var key: String { rowKey([from.text, to.text]) }
    var body: String { NetworkJSONWriter.line(of: self) }
}

extension Interaction: StoredEntity {
    static let entityKind = EntityKind.interaction
    var key: String { id.map { rowKey($0.text) } ?? rowKey([date.description] + people.map(\.text)) }
    var body: String { NetworkJSONWriter.line(of: self) }
}

extension Target: StoredEntity {
    static let entityKind = EntityKind.target
    var key: String { rowKey([kind.rawValue, name]) }
    var body: String { NetworkJSONWriter.line(of: self) }
}

/// The key of an entity with an identifier: the identifier, in JSON's quotes when it could be taken for another key.
private func rowKey(_ identifier: String) -> String {
    let first = identifier.utf8.first
    let isConfusable = first == UInt8(ascii: "[") || first == UInt8(ascii: "\"")
    guard isConfusable || identifier.utf8.contains(where: { $0 < 0x20 }) else { return identifier }
    var json = JSONWriter()
    json.string(identifier)
    return String(decoding: json.bytes, as: UTF8.self)
}

/// The key of an entity without an identifier: a JSON array of what it connects.
private func rowKey(_ parts: [String]) -> String {
    var json = JSONWriter()
    json.array(.inline) { json in
        for part in parts { json.string(part) }
    }
    return String(decoding: json.bytes, as: UTF8.self)
}
