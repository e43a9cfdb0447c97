internal import Foundations
internal import GRDB
internal import NetworkFiles
internal import ReferralGraph

/// A network together with the rows it was read from.
struct StoredNetwork {
    /// Where an entity of the network is stored.
    struct Row {
        var key: String
        var position: Int
        /// Its JSON in `text`.
        var body: Range<Int>
    }

    let network: ReferralNetwork
    /// The rows of each kind, in the order of the network's lists.
    let rows: [EntityKind: [Row]]
    /// What the bodies of the rows are parts of.
    private let text: [UInt8]

    func body(of row: Row) -> String { String(decoding: text[row.body], as: UTF8.self) }

    /// Puts the rows together to a network file and reads that.
    /// - Parameter checksKeys: Whether to look whether each row has the key of what it holds, as before anything is changed.
    /// - Throws: ``StoreError/corrupted(path:reason:)`` when they make no valid network.
    init(from db: Database, path: String, checksKeys: Bool = false) throws {
        var text: [UInt8] = []
        var rows: [EntityKind: [Row]] = [:]
        var start = 0
        for kind in EntityKind.allCases {
            var bodies: [UInt8] = []
            rows[kind] = try Self.rows(of: kind, in: db, &bodies)
            if kind == .network {
                // Its object is that of the file, which the lists are added to as further fields.
                start = bodies.count
                text = bodies + bodies.dropLast()
            } else {
                Self.append(&rows[kind]!, of: kind, bodies, to: &text)
            }
        }
        text.append(UInt8(ascii: "}"))
        guard rows[.network]?.count == 1 else {
            throw StoreError.corrupted(path: path, reason: "it does not hold one network")
        }
        let result = NetworkJSONReader.read(
            bytes: Array(text[start...]), file: path, asOf: nil, isRecorded: true)
        guard let network = result.network else {
            let first = result.diagnostics.first { $0.severity == .error }
            throw StoreError.corrupted(
                path: path, reason: first.map { "\($0.path) is \($0.found); expected \($0.expected)" } ?? "")
        }
        for kind in EntityKind.allCases where rows[kind]!.count != network.entities(of: kind).count {
            throw StoreError.corrupted(path: path, reason: "a row of kind \(kind) holds more than one")
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
        for kind in EntityKind.allCases {
            for (entity, row) in zip(network.entities(of: kind), rows[kind] ?? [])
            where !FreshKeys.isKey(row.key, of: entity.key) {
                return "\(kind) \(row.key)"
            }
        }
        return nil
    }

    /// The rows of a kind in the order of their positions, and their bodies one after the other in any order.
    private static func rows(
        of kind: EntityKind, in db: Database, _ bodies: inout [UInt8]
    ) throws -> [Row] {
        var rows: [Row] = []
        let cursor = try GRDB.Row.fetchCursor(
            db.cachedStatement(sql: "SELECT key, position, body FROM entity WHERE kind = ?"),
            arguments: [kind.rawValue])
        while let row = try cursor.next() {
            let start = bodies.count
            try row.withUnsafeData(atIndex: 2) { if let data = $0 { bodies.append(contentsOf: data) } }
            rows.append(Row(key: row[0], position: row[1], body: start..<bodies.count))
        }
        rows.sort { $0.position < $1.position }
        return rows
    }

    /// Adds rows as a list to a file's text, and lets them know where they stand now.
    private static func append(
        _ rows: inout [Row], of kind: EntityKind, _ bodies: [UInt8], to text: inout [UInt8]
    ) {
        guard !rows.isEmpty else { return }
        text += Array(", \"\(kind.list.rawValue)\": [".utf8)
        for index in rows.indices {
            if index > 0 { text.append(UInt8(ascii: ",")) }
            let start = text.count
            text += bodies[rows[index].body]
            rows[index].body = start..<text.count
        }
        text.append(UInt8(ascii: "]"))
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
