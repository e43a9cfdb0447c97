internal import ReferralGraph

/// What has to change in the rows of one network to make them those of another.
///
/// An entity keeps its row while its key stays, and a row its position while the order allows. Text that is
/// canonically equivalent (a composed and a decomposed letter) counts as equal, as everywhere in Swift.
struct NetworkDifference {
    /// The rows that change, kind by kind.
    private(set) var changes: [EntityChange] = []
    private let before: StoredNetwork?

    /// - Parameter before: What is stored; `nil` where there is nothing yet.
    /// - Complexity: O(size of both networks); only entities that differ are written as JSON.
    init(from before: StoredNetwork?, to after: ReferralNetwork) {
        self.before = before
        let old = before?.network
        add(old.map { [NetworkSettings(of: $0)] }, [NetworkSettings(of: after)])
        add(old?.people, after.people)
        add(old?.companies, after.companies)
        add(old?.opportunities, after.opportunities)
        add(old?.ties, after.ties)
        add(old?.referrals, after.referrals)
        add(old?.interactions, after.interactions)
        add(old?.targets, after.targets)
    }

    private mutating func add<Entity: StoredEntity>(_ old: [Entity]?, _ new: [Entity]) {
        let old = old ?? []
        guard old != new else { return }
        let rows = before?.rows[Entity.entityKind] ?? []
        let prefix = zip(old, new).prefix { $0 == $1 }.count
        let suffix = zip(old.dropFirst(prefix).reversed(), new.dropFirst(prefix).reversed()).prefix {
            $0 == $1
        }.count

        var sources = [Int?](repeating: nil, count: new.count)
        for index in 0..<prefix { sources[index] = index }
        for index in 0..<suffix { sources[new.count - 1 - index] = old.count - 1 - index }
        let middle = prefix..<new.count - suffix
        let newKeys = new[middle].map(\.key)
        let gone = match(newKeys, to: old, in: prefix..<old.count - suffix, from: prefix, &sources)

        let positions = Self.positions(
            sources.map { $0.map { rows[$0].position } }, from: prefix,
            after: Entity.entityKind == .interaction ? before?.lastInteraction ?? 0 : 0)
        var keys = FreshKeys()
        for index in prefix..<new.count {
            let position = positions[index]
            guard let source = sources[index] else {
                let key = keys.key(newKeys[index - prefix]) { [before] in
                    before?.hasRow(Entity.entityKind, $0) ?? false
                }
                changes.append(
                    EntityChange(
                        kind: Entity.entityKind, key: key, before: nil,
                        after: .init(body: new[index].body, position: position)))
                continue
            }
            let row = rows[source]
            let isSame = index >= middle.upperBound || old[source] == new[index]
            guard !isSame || row.position != position else { continue }
            let body = body(of: row)
            changes.append(
                EntityChange(
                    kind: Entity.entityKind, key: key(of: row),
                    before: .init(body: body, position: row.position),
                    after: .init(body: isSame ? body : new[index].body, position: position)))
        }
        for source in gone {
            let row = rows[source]
            changes.append(
                EntityChange(
                    kind: Entity.entityKind, key: key(of: row),
                    before: .init(body: body(of: row), position: row.position), after: nil))
        }
    }

    private func key(of row: StoredRows.Row) -> String { before?.key(of: row) ?? "" }
    private func body(of row: StoredRows.Row) -> String { before?.body(of: row) ?? "" }

    /// Finds the old entity of each new one by its key, equal keys in their order.
    /// - Returns: The old entities that are no more, in their order.
    private func match<Entity: StoredEntity>(
        _ newKeys: [String], to old: [Entity], in range: Range<Int>, from offset: Int, _ sources: inout [Int?]
    ) -> [Int] {
        guard !range.isEmpty else { return [] }
        var waiting: [String: [Int]] = [:]
        for index in range.reversed() { waiting[old[index].key, default: []].append(index) }
        for (index, key) in newKeys.enumerated() { sources[offset + index] = waiting[key]?.popLast() }
        return waiting.values.joined().sorted()
    }

    /// How far apart rows are put that follow each other, so that about twenty can be put between two of them at
    /// the same place.
    private static let spacing = 1 << 20

    /// Rising positions that leave as many rows where they are as one pass can.
    /// - Parameters:
    ///   - old: The positions that rows have; `nil` for new rows.
    ///   - start: Positions before this index stay in any case.
    ///   - last: What new rows at the end come after, besides these rows.
    static func positions(_ old: [Int?], from start: Int, after last: Int = 0) -> [Int] {
        var result = old.prefix(start).map { $0! }
        result.reserveCapacity(old.count)
        var index = start
        while index < old.count {
            let lower = result.last ?? 0
            if let position = old[index], position > lower {
                result.append(position)
                index += 1
                continue
            }
            let end = old[index...].firstIndex { $0.map { $0 > lower } ?? false } ?? old.count
            let count = end - index
            let start = end < old.count ? lower : max(lower, last)
            let room = end < old.count ? (old[end]! - lower) / (count + 1) : spacing
            // Without room the rows move on, and those behind them as far as they must.
            let step = room > 0 ? min(room, spacing) : spacing
            for number in 1...count { result.append(start + number * step) }
            index = end
        }
        return result
    }
}

/// Keys that no row has yet.
struct FreshKeys {
    private var made: Set<String> = []
    /// The number last tried for a key, so that many equal ones do not each try all.
    private var numbers: [String: Int] = [:]

    /// Whether a row's key is one that ``key(_:unless:)`` makes of an entity's.
    static func isKey(_ rowKey: String, of key: String) -> Bool {
        let (row, own) = (Array(rowKey.utf8), Array(key.utf8))
        guard row.starts(with: own) else { return false }
        let number = row.dropFirst(own.count)
        return number.isEmpty
            || number.first == UInt8(ascii: "#") && number.count > 1
                && number.dropFirst().allSatisfy { (48...57).contains($0) }
    }

    /// The key itself, or with a number at its end that makes it a new one: `["mia", "dan"]#2`.
    /// - Parameter isUsed: Whether a row has a key.
    mutating func key(_ key: String, unless isUsed: (String) -> Bool) -> String {
        if !isUsed(key), made.insert(key).inserted { return key }
        while true {
            let number = numbers[key, default: 1] + 1
            numbers[key] = number
            let candidate = "\(key)#\(number)"
            if !isUsed(candidate), made.insert(candidate).inserted { return candidate }
        }
    }
}
