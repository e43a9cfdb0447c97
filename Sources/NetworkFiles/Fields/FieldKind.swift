internal import Foundations
internal import ReferralGraph

/// What the value of a field must be.
indirect enum FieldKind: Sendable {
    /// Text that shows something, and any text.
    case text, anyText
    case identifier, day, time, webAddress, timeZone
    /// One of some words.
    case words([String])
    case flag
    case integer(ClosedRange<Int>)
    /// A number above 0, at most 1.
    case fraction
    /// This text, this number.
    case constant(String)
    case version(Int)
    /// An object, by the name of its kind.
    case object(String)
    case list(of: FieldKind, isSet: Bool = false, least: Int? = nil, most: Int? = nil)

    /// The kind in words, for the pages.
    var words: String {
        switch self {
        case .text, .anyText: "text"
        case .identifier: "id"
        case .day: "day"
        case .time: "day or time"
        case .webAddress: "`http:` or `https:` address"
        case .timeZone: "name of a time zone"
        case .words(let words): words.map { "`\($0)`" }.joined(separator: ", ")
        case .flag: "true or false"
        case .integer(let range):
            "whole number, \(Self.grouped(range.lowerBound)) to \(Self.grouped(range.upperBound))"
        case .fraction: "number above 0, at most 1"
        case .constant(let text): "`\"\(text)\"`"
        case .version(let number): "`\(number)`"
        case .object(let name): name
        case .list(let kind, let isSet, _, let most):
            "list of \(most.map { "at most \($0) of " } ?? "")\(kind.plural)\(isSet && most == nil ? ", each once" : "")"
        }
    }

    /// Several of the kind.
    private var plural: String {
        switch self {
        case .identifier, .day: "\(words)s"
        case .webAddress: "\(words)es"
        default: words
        }
    }

    /// The kind in words, for the pages on tables.
    var wordsInCell: String {
        switch self {
        case .flag: "yes or no"
        case .words(let words) where words.count > 7: "one of the words of the network file"
        case .list(.words(let words), _, _, _) where words.count > 7: "list of words of the network file"
        case .fraction: "number above 0, at most 1, with a decimal point"
        default: words
        }
    }

    private static func grouped(_ number: Int) -> String {
        number < 10_000 ? "\(number)" : "\(number / 1000),\(String(number % 1000 + 1000).dropFirst())"
    }

    /// Writes what a JSON schema says of it as fields of an object.
    func writeSchema(_ json: inout JSONWriter) {
        func write(_ key: String, _ text: String) {
            json.key(key)
            json.string(text)
        }
        func write(_ key: String, _ number: Int) {
            json.key(key)
            json.integer(number)
        }
        switch self {
        case .text: write("$ref", "#/$defs/text")
        case .anyText: write("type", "string")
        case .identifier: write("$ref", "#/$defs/id")
        case .day: write("$ref", "#/$defs/day")
        case .time: write("$ref", "#/$defs/time")
        case .object(let name): write("$ref", "#/$defs/\(name)")
        case .webAddress:
            write("type", "string")
            write("pattern", #"^[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#][^\s]*$"#)
        case .timeZone:
            write("type", "string")
            write("pattern", "^[A-Za-z][A-Za-z0-9_+-]{1,31}(/[A-Za-z0-9_+-]{1,32}){0,2}$")
        case .words(let words):
            json.key("enum")
            json.array { json in
                for word in words { json.string(word) }
            }
        case .flag: write("type", "boolean")
        case .integer(let range):
            write("type", "integer")
            write("minimum", range.lowerBound)
            write("maximum", range.upperBound)
        case .fraction:
            write("type", "number")
            write("exclusiveMinimum", 0)
            write("maximum", 1)
        case .constant(let text): write("const", text)
        case .version(let number): write("const", number)
        case .list(let kind, let isSet, let least, let most):
            write("type", "array")
            if let least { write("minItems", least) }
            if let most { write("maxItems", most) }
            if isSet {
                json.key("uniqueItems")
                json.bool(true)
            }
            json.key("items")
            json.object { kind.writeSchema(&$0) }
        }
    }
}
