internal import Foundations
internal import GRDB
internal import NetworkFiles
internal import ReferralGraph

/// A network together with the rows it was read from.
struct StoredNetwork {
    let network: ReferralNetwork
    /// The rows of each kind, in the order of the network's lists.
    let rows: [EntityKind: [StoredRows.Row]]
    /// Which interactions were read; `nil` when all were.
    let scope: InteractionScope?
    /// The greatest position of an interaction, those included that were not read; 0 where all were.
    let lastInteraction: Int
    private let text: StoredRows

    func key(of row: StoredRows.Row) -> String { text.key(of: row) }
    func body(of row: StoredRows.Row) -> String { text.body(of: row) }

    /// Whether a row that was read has a key.
    func hasRow(_ kind: EntityKind, _ key: String) -> Bool { text.hasRow(kind, key) }

    /// Reads the rows and what they hold.
    /// - Parameters:
    ///   - checksKeys: Whether to look whether each row has the key of what it holds, as before anything is changed.
    ///   - scope: Which interactions to read, told by a network without any; `nil` for all.
    /// - Throws: ``StoreError/corrupted(path:reason:)`` when what was read makes no valid network.
    init(
        from db: Database, path: String, checksKeys: Bool = false,
        scope: (ReferralNetwork) throws -> InteractionScope? = { _ in nil }
    ) throws {
        var text = try StoredRows(from: db, path: path)
        for kind in EntityKind.allCases where kind != .network && kind != .interaction {
            try text.read(kind, from: db)
        }
        var rows: [EntityKind: [StoredRows.Row]] = [:]
        var network = try text.decoded(path: path, &rows)
        self.scope = try scope(network)?.complete(in: network)
        try text.read(.interaction, from: db, in: self.scope)
        lastInteraction = self.scope == nil ? 0 : try InteractionMentions.lastPosition(in: db)
        network.interactions = try text.decoded(path: path, &rows).interactions
        if let issue = network.issues(asOf: nil).first(where: \.isError) {
            let place = issue.place
            let field = place.field.map { place.table == .network ? $0 : ".\($0)" } ?? ""
            let entry = place.table == .network ? "" : "\(place.table.rawValue)[\(place.index)]"
            throw StoreError.corrupted(
                path: path, reason: "\(entry)\(field) is \(issue.found); expected \(issue.expected)")
        }
        self.network = network
        self.rows = rows
        self.text = text
        if checksKeys, let row = misplacedRow {
            throw StoreError.corrupted(path: path, reason: "the row \(row) holds something else")
        }
    }

    /// The first row whose key is not that of what it holds.
    private var misplacedRow: String? {
        misplaced([NetworkSettings(of: network)]) ?? misplaced(network.people)
            ?? misplaced(network.companies) ?? misplaced(network.opportunities) ?? misplaced(network.ties)
            ?? misplaced(network.referrals) ?? misplaced(network.interactions) ?? misplaced(network.targets)
    }

    private func misplaced<Entity: StoredEntity>(_ entities: [Entity]) -> String? {
        let rows = rows[Entity.entityKind] ?? []
        return rows.indices.first { place in
            !text.hasPlainKey(rows[place])
                && !FreshKeys.isKey(key(of: rows[place]), of: entities[place].key)
        }.map { "\(Entity.entityKind) \(key(of: rows[$0]))" }
    }
}

extension StoredNetwork {
    /// How many entities are read at once to see whether they can be: all of an import would take its memory again.
    private static var readAtOnce: Int { 4096 }

    /// Checks that entities that are to be written can be read, and are then the same.
    /// - Throws: ``StoreError/notStorable(reason:)``.
    static func checkReadable(
        _ changes: [EntityChange], of network: ReferralNetwork
    ) throws(StoreError) {
        var start = 0
        while start < changes.count {
            let end = min(start + readAtOnce, changes.count)
            try checkReadable(changes[start..<end], of: network)
            start = end
        }
    }

    private static func checkReadable(
        _ changes: ArraySlice<EntityChange>, of network: ReferralNetwork
    ) throws(StoreError) {
        let written = Dictionary(grouping: changes.filter { $0.after != nil }, by: \.kind)
        var text = NetworkJSONWriter.settingsLine(of: network).dropLast() + ""
        for kind in EntityKind.allCases where kind != .network {
            let bodies = (written[kind] ?? []).map { $0.after!.body }
            guard !bodies.isEmpty || kind == .person else { continue }
            text += ", \"\(kind.list.rawValue)\": [\(bodies.joined(separator: ","))]"
        }
        let result = NetworkJSONReader.read(
            bytes: Array((text + "}").utf8), file: "store", asOf: nil, checksReferences: false,
            isRecorded: true)
        guard let read = result.network else {
            let first = result.diagnostics.first { $0.severity == .error }
            throw .notStorable(
                reason: first.map { "\($0.path) is \($0.found); expected \($0.expected)" } ?? "")
        }
        for kind in EntityKind.allCases {
            let bodies = (written[kind] ?? []).map { $0.after!.body }
            // The settings are read in any case, and written where they change.
            if kind == .network, bodies.isEmpty { continue }
            guard read.entities(of: kind).map(\.body) != bodies else { continue }
            let place = kind == .network ? "of the network" : "in \(kind.list.rawValue)"
            throw .notStorable(reason: "text \(place) would not stay as it is")
        }
    }
}

extension ReferralNetwork {
    /// What has rows of a kind, in the order of the network.
    fileprivate func entities(of kind: EntityKind) -> [any StoredEntity] {
        switch kind {
        case .network: [NetworkSettings(of: self)]
        case .person: people
        case .company: companies
        case .opportunity: opportunities
        case .tie: ties
        case .referral: referrals
        case .interaction: interactions
        case .target: targets
        }
    }
}
