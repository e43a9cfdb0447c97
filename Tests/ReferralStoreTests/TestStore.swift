import GRDB
import NetworkFiles
import ReboundTestSupport
import ReferralGraph

@testable import ReferralStore

/// When everything in these tests happens.
let noon = Timestamp("2026-04-10T12:00Z")!

/// Who the stores of these tests are founded for.
let founding = NetworkStore.Founding(seeker: Person(id: "founder", name: "Mia Founder"), at: noon)

/// Gives `body` a new store in a folder of its own.
func withStore(_ body: (NetworkStore) throws -> Void) async throws {
    try await TemporaryFolder.with { folder in
        try body(NetworkStore.openForWriting(path: folder("network.db"), founding: founding))
    }
}

/// Changes a file behind the store's back.
func tamper(with path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
}

extension NetworkStore {
    /// Records that the network is now another one.
    @discardableResult
    func replace(with network: ReferralNetwork) throws -> JournalEntry? {
        try record({ "replaced" }, as: .import, at: noon) { $0 = network }.entry
    }

    /// Adds someone.
    @discardableResult
    func add(_ name: String) throws -> JournalEntry? {
        try record({ "added \(name)" }, at: noon) { network in
            network.people.append(Person(id: PersonID(name), name: name))
        }.entry
    }

    /// The network as the bytes of its file.
    func bytes() throws -> [UInt8] { NetworkJSONWriter.bytes(of: try network()) }
}

/// A sequence of edits of a network, each of which leaves it valid.
struct RandomEdits {
    private var random: SeededRandom
    private var networks: RandomNetworks

    init(seed: UInt64) {
        random = SeededRandom(seed: seed)
        networks = RandomNetworks(seed: seed)
    }

    mutating func edit(_ network: inout ReferralNetwork) {
        switch Int.random(in: 0..<9, using: &random) {
        case 0: network = networks.network()
        case 1: network.people.shuffle(using: &random)
        case 2:
            network.people.insert(
                Person(id: PersonID("new\(random.next())"), name: networks.text()),
                at: Int.random(in: 0...network.people.count, using: &random))
        case 3: change(&network.people) { [text = networks.text()] in $0.name = text }
        case 4: drop(&network.ties)
        case 5: drop(&network.referrals)
        case 6: repeatOne(&network.ties)
        case 7: repeatOne(&network.interactions) { $0.id = nil }
        default:
            network.title = networks.text()
            change(&network.interactions) { [text = networks.text()] in $0.note = text }
        }
    }

    private mutating func change<Value>(_ values: inout [Value], _ change: (inout Value) -> Void) {
        guard let index = values.indices.randomElement(using: &random) else { return }
        change(&values[index])
    }

    private mutating func drop<Value>(_ values: inout [Value]) {
        guard let index = values.indices.randomElement(using: &random) else { return }
        values.remove(at: index)
    }

    private mutating func repeatOne<Value>(
        _ values: inout [Value], _ change: (inout Value) -> Void = { _ in }
    ) {
        guard var value = values.randomElement(using: &random) else { return }
        change(&value)
        values.insert(value, at: Int.random(in: 0...values.count, using: &random))
    }
}
