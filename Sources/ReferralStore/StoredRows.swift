internal import Foundations
internal import GRDB
internal import GRDBSQLite
internal import Glibc
internal import NetworkFiles
internal import ReferralGraph
internal import SystemInterface

/// Rows of a store in memory, with their text as it stands in the file.
///
/// They are read in the order of their keys, which is that of the file, and decoded some hundred kilobytes at a time, on
/// all processors.
struct StoredRows {
    /// Where an entity of the network is stored.
    struct Row {
        var position: Int
        fileprivate var page: Int
        fileprivate var key: Range<Int>
        fileprivate var body: Range<Int>
    }

    /// Rows of one kind that follow each other, by key.
    private struct Page: Sendable {
        let kind: EntityKind
        var rows: [Row] = []
        var keys: [UInt8] = []
        /// The bodies, with commas between them.
        var bodies: [UInt8] = []

        func key(_ place: Int) -> ArraySlice<UInt8> { keys[rows[place].key] }
    }

    private static let pageBytes = 1 << 19

    private var pages: [Page] = []
    /// Decodes pages while further ones are read.
    private var decoding: Pipeline<Page, ReadResult>?
    /// How many of the decoded pages have been asked for.
    private var decodedCount = 0

    func key(of row: Row) -> String { String(decoding: pages[row.page].keys[row.key], as: UTF8.self) }
    func body(of row: Row) -> String { String(decoding: pages[row.page].bodies[row.body], as: UTF8.self) }

    /// Takes in the row of the network's own fields, with which everything else is decoded.
    /// - Throws: ``StoreError/corrupted(path:reason:)`` unless there is one.
    init(from db: Database, path: String) throws {
        try read(.network, from: db)
        guard pages.count == 1, pages[0].rows.count == 1 else {
            throw StoreError.corrupted(path: path, reason: "it does not hold one network")
        }
        // Lists are added as further fields.
        let settings = pages[0].bodies.dropLast()
        let decoding = Pipeline<Page, ReadResult> { Self.decoded($0, around: settings, path: path) }
        decoding.add(pages[0])
        self.decoding = decoding
    }

    /// Takes in the rows of a kind.
    /// - Parameter scope: Which of the interactions, see ``InteractionScope``; `nil` for all rows.
    mutating func read(_ kind: EntityKind, from db: Database, in scope: InteractionScope? = nil) throws {
        var selection = "kind = ?1"
        var arguments: StatementArguments = [kind.rawValue]
        if let scope {
            selection += " AND key IN (\(InteractionMentions.keys))"
            arguments += [jsonList(InteractionMentions.names(of: scope))]
        }
        let statement = try db.cachedStatement(
            sql: "SELECT key, position, body FROM entity WHERE \(selection) ORDER BY key")
        try statement.setArguments(arguments)
        let pointer = statement.sqliteStatement
        defer { sqlite3_reset(pointer) }
        var page = Page(kind: kind)
        while true {
            let result = sqlite3_step(pointer)
            if result == SQLITE_DONE { break }
            guard result == SQLITE_ROW else {
                throw DatabaseError(resultCode: ResultCode(rawValue: result), message: db.lastErrorMessage)
            }
            if !page.rows.isEmpty { page.bodies.append(UInt8(ascii: ",")) }
            let start = (key: page.keys.count, body: page.bodies.count)
            page.keys.append(contentsOf: Self.column(0, of: pointer))
            page.bodies.append(contentsOf: Self.column(2, of: pointer))
            page.rows.append(
                Row(
                    position: Int(sqlite3_column_int64(pointer, 1)), page: pages.count,
                    key: start.key..<page.keys.count, body: start.body..<page.bodies.count))
            if page.bodies.count >= Self.pageBytes {
                take(page)
                page = Page(kind: kind)
            }
        }
        if !page.rows.isEmpty { take(page) }
    }

    private mutating func take(_ page: Page) {
        pages.append(page)
        decoding?.add(page)
    }

    /// The bytes of a column, until the next row.
    private static func column(_ number: CInt, of statement: OpaquePointer) -> UnsafeRawBufferPointer {
        let bytes = sqlite3_column_blob(statement, number)
        return UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(statement, number)))
    }

    private func jsonList(_ texts: [String]) -> String {
        var json = JSONWriter()
        json.array(.inline) { json in
            for text in texts { json.string(text) }
        }
        return String(decoding: json.bytes, as: UTF8.self)
    }

    /// Whether a row has a key.
    /// - Complexity: O(log rows).
    func hasRow(_ kind: EntityKind, _ key: String) -> Bool {
        let key = Array(key.utf8)
        let own = pages.filter { $0.kind == kind }
        guard let page = own.first(where: { !$0.key($0.rows.count - 1).lexicographicallyPrecedes(key) })
        else {
            return false
        }
        var (low, high) = (0, page.rows.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if page.key(middle).lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
        }
        return page.key(low).elementsEqual(key)
    }

    /// Whether the first bytes of what a row holds say already that it has the key of that; `false` leaves it open.
    func hasPlainKey(_ row: Row) -> Bool {
        pages[row.page].keys.withUnsafeBufferPointer { keys in
            pages[row.page].bodies.withUnsafeBufferPointer { bodies in
                let key = UnsafeBufferPointer(rebasing: keys[row.key])
                var rest = bodies[row.body]
                func goesOn(with text: StaticString) -> Bool {
                    goesOn(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
                }
                func goesOn(with text: UnsafeBufferPointer<UInt8>) -> Bool {
                    guard let start = text.baseAddress, rest.count >= text.count,
                        memcmp(start, bodies.baseAddress! + rest.startIndex, text.count) == 0
                    else { return text.isEmpty }
                    rest = rest.dropFirst(text.count)
                    return true
                }
                guard key.first == UInt8(ascii: "["), key.last == UInt8(ascii: "]") else {
                    return !key.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
                        && goesOn(with: "{\"id\": \"") && goesOn(with: key) && goesOn(with: "\"")
                }
                let parts = key[1..<key.count - 1]
                guard let comma = parts.firstIndex(of: UInt8(ascii: ",")) else { return false }
                let (date, people) = (parts[..<comma], parts[comma...].dropFirst(2))
                return !people.contains {
                    [UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\\")].contains($0)
                }
                    && goesOn(with: "{\"date\": ") && goesOn(with: UnsafeBufferPointer(rebasing: date))
                    && goesOn(with: ", \"people\": [") && goesOn(with: UnsafeBufferPointer(rebasing: people))
                    && goesOn(with: "]")
            }
        }
    }
}

extension StoredRows {
    /// What the rows hold that were taken in since the last call, each list in the order of the rows' positions.
    /// - Parameter rows: Gets the rows in the order of the lists.
    /// - Throws: ``StoreError/corrupted(path:reason:)``.
    mutating func decoded(
        path: String, _ rows: inout [EntityKind: [Row]]
    ) throws(StoreError) -> ReferralNetwork {
        let new = pages[decodedCount...]
        let results = decoding?.results(from: decodedCount) ?? []
        decodedCount = pages.count
        var parts: [EntityKind: [ReferralNetwork]] = [:]
        for (page, result) in zip(new, results) {
            guard let part = result.network else {
                throw .corrupted(path: path, reason: Self.reason(for: result, in: page))
            }
            for kind in EntityKind.allCases where kind != .network {
                guard part.count(of: kind) == (kind == page.kind ? page.rows.count : 0) else {
                    throw .corrupted(path: path, reason: "a row of kind \(page.kind) holds more than one")
                }
            }
            parts[page.kind, default: []].append(part)
        }
        for page in new { rows[page.kind, default: []] += page.rows }
        var network = parts[.network]?.first ?? ReferralNetwork(seeker: "", people: [])
        func take<Entity: Sendable>(_ kind: EntityKind, _ list: WritableKeyPath<ReferralNetwork, [Entity]>) {
            let lists = (parts.removeValue(forKey: kind) ?? []).map { $0[keyPath: list] }
            network[keyPath: list] = Self.inOrder(lists, &rows[kind, default: []])
        }
        take(.person, \.people)
        take(.company, \.companies)
        take(.opportunity, \.opportunities)
        take(.tie, \.ties)
        take(.referral, \.referrals)
        take(.interaction, \.interactions)
        take(.target, \.targets)
        return network
    }

    private static func decoded(
        _ page: Page, around settings: ArraySlice<UInt8>, path: String
    ) -> ReadResult {
        var text = Array(settings)
        text.reserveCapacity(settings.count + page.bodies.count + 64)
        if page.kind != .person { text += Array(", \"people\": []".utf8) }
        if page.kind != .network {
            text += Array(", \"\(page.kind.list.rawValue)\": [".utf8)
            text += page.bodies
            text.append(UInt8(ascii: "]"))
        }
        text.append(UInt8(ascii: "}"))
        return NetworkJSONReader.read(
            bytes: text, file: path, asOf: nil, checksReferences: false, isRecorded: true)
    }

    /// What is wrong with a page, in words that name the row.
    private static func reason(for result: ReadResult, in page: Page) -> String {
        guard let first = result.diagnostics.first(where: { $0.severity == .error }) else { return "" }
        let list = "\(page.kind.list.rawValue)["
        let parts = first.path.dropFirst(list.count).split(separator: "]", maxSplits: 1)
        guard first.path.hasPrefix(list), let place = parts.first.flatMap({ Int($0) }),
            place < page.rows.count
        else {
            return "\(first.path) is \(first.found); expected \(first.expected)"
        }
        let key = String(decoding: page.key(place), as: UTF8.self)
        let field = parts.count > 1 ? String(parts[1]) : ""
        return
            "the row \(page.kind) \(key): \(field.isEmpty ? "it" : String(field.dropFirst())) is \(first.found); "
            + "expected \(first.expected)"
    }

    /// Lists one after the other, sorted by the positions of their rows, as are the rows.
    private static func inOrder<Entity: Sendable>(_ lists: [[Entity]], _ rows: inout [Row]) -> [Entity] {
        let places = rows.indices.map { Place(position: rows[$0].position, number: $0) }
        let isSorted = places.indices.dropFirst().allSatisfy { places[$0 - 1] < places[$0] }
        if isSorted { return lists.count == 1 ? lists[0] : Array(lists.joined()) }
        let order = places.sorted()
        let unordered = rows
        rows = order.map { unordered[$0.number] }
        if lists.count == 1 { return order.map { lists[0][$0.number] } }
        var ranks = [Int](repeating: 0, count: order.count)
        for (rank, place) in order.enumerated() { ranks[place.number] = rank }
        let starts = lists.reduce(into: [0]) { $0.append($0.last! + $1.count) }
        return Array(unsafeUninitializedCapacity: ranks.count) { buffer, count in
            nonisolated(unsafe) let start = buffer.baseAddress!
            _ = Parts.map(lists.count) { [ranks] number in
                for (place, entity) in lists[number].enumerated() {
                    (start + ranks[starts[number] + place]).initialize(to: entity)
                }
            }
            count = ranks.count
        }
    }
}

extension ReferralNetwork {
    /// How many entities of a kind it has.
    fileprivate func count(of kind: EntityKind) -> Int {
        switch kind {
        case .network: 1
        case .person: people.count
        case .company: companies.count
        case .opportunity: opportunities.count
        case .tie: ties.count
        case .referral: referrals.count
        case .interaction: interactions.count
        case .target: targets.count
        }
    }
}

/// Where a row comes in its list.
private struct Place: Comparable {
    var position: Int
    var number: Int

    static func < (left: Self, right: Self) -> Bool {
        left.position != right.position ? left.position < right.position : left.number < right.number
    }
}
