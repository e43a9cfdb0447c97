internal import Foundations
public import ReferralGraph

/// How forgotten people are recognized when a source brings them again; not who they are.
///
/// Only salted digests of addresses, and of names with employers, are kept. They name no one, but anyone who has the store
/// can check a guess.
public struct ForgottenPeople: Sendable, Equatable {
    /// The number of each person, by the digests of what they are recognized by.
    private let people: [String: Int]
    private let salt: String

    init(people: [String: Int], salt: String) {
        self.people = people
        self.salt = salt
    }

    /// No one.
    public static let none = ForgottenPeople(people: [:], salt: "")

    /// How many people.
    public var count: Int { Set(people.values).count }

    /// The number of the forgotten person who has one of some keys; `nil` when there is none.
    /// - Complexity: O(keys).
    public func person(withKeys keys: some Sequence<String>) -> Int? {
        guard !people.isEmpty else { return nil }
        return keys.lazy.compactMap { people[Self.fingerprint(of: $0, salt: salt)] }.first
    }

    static func fingerprint(of key: String, salt: String) -> String {
        SHA256(Array("\(salt)\u{0}\(key)".utf8)).base64
    }

    /// A salt no one else has.
    static func freshSalt() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<4).map { _ in String(generator.next(), radix: 36) }.joined()
    }
}

/// What forgetting someone takes away, or would.
public struct Forgetting: Sendable, Equatable {
    /// The person as last recorded.
    public var person: Person
    /// Every state in which the person, or someone who was merged into them, was ever recorded.
    public var states: [Person]
    /// How many rows of each kind go, those of the present.
    public var removed: [EntityKind: Int]
    /// How many rows of each kind stay without the person.
    public var changed: [EntityKind: Int]
    /// How many changes of the history are rewritten.
    public var pastChanges: Int
    /// Notes and other free text of the present that name the person, as they are.
    public var mentions: [String]
    /// How many more versions of notes in the history do.
    public var pastMentions: Int
    /// Names of companies and titles of roles in which the name stands; they stay.
    public var namesakes: [String]
    /// Copies of the store from before an update, which go.
    public var backups: [String]
}
