internal import Foundations

/// A value of a JSON text.
struct JSONValue: Sendable {
    private let document: JSONDocument
    private let node: Int

    /// The whole document.
    init(_ document: JSONDocument) { self.init(document, 0) }

    private init(_ document: JSONDocument, _ node: Int) { (self.document, self.node) = (document, node) }

    var isObject: Bool { document.kind(of: node) == .object }
    var isNull: Bool { document.kind(of: node) == .null }

    /// The value of an object's field; `nil` for what is no object.
    subscript(name: String) -> JSONValue? {
        document.value(of: name, in: node).map { JSONValue(document, $0) }
    }

    var string: String? { document.kind(of: node) == .string ? document.string(of: node) : nil }

    /// A whole number, however it is written.
    var integer: Int? { document.kind(of: node) == .number ? document.integer(of: node) : nil }

    var bool: Bool? {
        switch document.kind(of: node) {
        case .true: true
        case .false: false
        default: nil
        }
    }

    /// The values of an array.
    var elements: [JSONValue]? {
        guard document.kind(of: node) == .array else { return nil }
        return document.children(of: node).map { JSONValue(document, $0) }
    }

    /// The fields of an object, in the order of the text.
    var fields: [(name: String, value: JSONValue)] {
        guard isObject else { return [] }
        let children = Array(document.children(of: node))
        return stride(from: 0, to: children.count, by: 2).map {
            (document.string(of: children[$0]), JSONValue(document, children[$0 + 1]))
        }
    }

    /// What kind of value it is, in words.
    var kindInWords: String {
        switch document.kind(of: node) {
        case .object: "an object"
        case .array: "a list"
        case .string, .key: "text"
        case .number: "a number"
        case .true, .false: "true or false"
        case .null: "null"
        }
    }
}
