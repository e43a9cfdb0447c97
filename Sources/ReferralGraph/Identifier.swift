/// The name by which one entity of a network refers to another, such as `"dan"` for a person.
///
/// Identifiers are free text, unique among entities of one kind, and typed: a person's identifier cannot be
/// passed where a company's is wanted.
public struct Identifier<Entity>: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The text as it stands in the network file.
    public let text: String

    /// Makes an identifier from its text.
    public init(_ text: String) { self.text = text }

    /// The text.
    public var description: String { text }

    /// Orders by the text's UTF-8 bytes, so that the order does not depend on a locale.
    public static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

extension Identifier: ExpressibleByStringLiteral {
    /// Makes an identifier from a literal.
    public init(stringLiteral value: String) { self.init(value) }
}

extension Identifier: Codable {
    /// Reads the bare text.
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    /// Writes the bare text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// Identifies a ``Person``.
public typealias PersonID = Identifier<Person>
/// Identifies a ``Company``.
public typealias CompanyID = Identifier<Company>
/// Identifies an ``Opportunity``.
public typealias OpportunityID = Identifier<Opportunity>
/// Identifies an ``Interaction``.
public typealias InteractionID = Identifier<Interaction>
