internal import Foundations

/// One thing that a tool is told.
struct ToolArgument: Sendable {
    /// What may be said.
    enum Kind: Sendable {
        /// Text of at most so many characters.
        case text(most: Int)
        /// A list of such texts, at most so many.
        case texts(count: Int, most: Int)
        /// A whole number.
        case count(ClosedRange<Int>)
        /// Yes or no.
        case flag
        /// One of some words.
        case choice([String])
    }

    var name: String
    var kind: Kind
    var isRequired = false
    var description: String
    /// What may be said, for instance.
    var examples: [String] = []

    /// A name of a person or a company, or a few words.
    static let shortText = Kind.text(most: 200)
    /// A few sentences.
    static let longText = Kind.text(most: 4000)

    init(
        _ name: String, _ kind: Kind, isRequired: Bool = false, _ description: String,
        examples: [String] = []
    ) {
        (self.name, self.kind, self.isRequired) = (name, kind, isRequired)
        (self.description, self.examples) = (description, examples)
    }

    /// Writes the JSON Schema of all arguments of a tool.
    static func writeSchema(of arguments: [ToolArgument], to json: inout JSONWriter) {
        json.object(.inline) { json in
            json.key("type")
            json.string("object")
            json.key("properties")
            json.object(.inline) { json in
                for argument in arguments {
                    json.key(argument.name)
                    argument.write(to: &json)
                }
            }
            json.key("required")
            json.strings(arguments.filter(\.isRequired).map(\.name))
            json.key("additionalProperties")
            json.bool(false)
        }
    }

    private func write(to json: inout JSONWriter) {
        json.object(.inline) { json in
            json.key("description")
            json.string(description)
            if !examples.isEmpty {
                json.key("examples")
                json.strings(examples)
            }
            json.key("type")
            switch kind {
            case .text(let most):
                json.string("string")
                Self.writeLength(most, to: &json)
            case .texts(let count, let most):
                json.string("array")
                json.key("minItems")
                json.integer(1)
                json.key("maxItems")
                json.integer(count)
                json.key("items")
                json.object(.inline) { json in
                    json.key("type")
                    json.string("string")
                    Self.writeLength(most, to: &json)
                }
            case .count(let range):
                json.string("integer")
                json.key("minimum")
                json.integer(range.lowerBound)
                json.key("maximum")
                json.integer(range.upperBound)
            case .flag: json.string("boolean")
            case .choice(let words):
                json.string("string")
                json.key("enum")
                json.strings(words)
            }
        }
    }

    private static func writeLength(_ most: Int, to json: inout JSONWriter) {
        json.key("minLength")
        json.integer(1)
        json.key("maxLength")
        json.integer(most)
    }

    /// What a value has to be, in words.
    var expected: String {
        switch kind {
        case .text(let most): "text of 1 to \(most) characters"
        case .texts(let count, let most): "a list of 1 to \(count) texts of 1 to \(most) characters each"
        case .count(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .flag: "true or false"
        case .choice(let words): "one of " + words.map { "\"\($0)\"" }.joined(separator: ", ")
        }
    }
}

/// What a tool was told, as its arguments have it.
struct ToolArguments: Sendable, Equatable {
    private enum Value: Sendable, Equatable {
        case texts([String])
        case count(Int)
        case flag(Bool)
    }

    private var values: [String: Value] = [:]

    /// Reads the arguments of a call; `null` counts as not said.
    /// - Throws: What is wrong with the first that is wrong.
    init(_ object: JSONValue?, _ arguments: [ToolArgument]) throws(ToolRefusal) {
        for (name, value) in object?.fields ?? [] where !value.isNull {
            guard let argument = arguments.first(where: { $0.name == name }) else {
                let names = arguments.map { "\"\($0.name)\"" }.joined(separator: ", ")
                throw ToolRefusal(
                    "There is no argument \"\(name.prefix(60))\". "
                        + (names.isEmpty ? "This tool takes none." : "The arguments are \(names)."))
            }
            guard let read = Self.read(value, argument.kind) else {
                throw ToolRefusal(
                    "\"\(name)\" has to be \(argument.expected); it was \(Self.shown(value)).")
            }
            values[name] = read
        }
        if let missing = arguments.first(where: { $0.isRequired && values[$0.name] == nil }) {
            throw ToolRefusal("\"\(missing.name)\" is missing: \(missing.expected). \(missing.description)")
        }
    }

    private static func read(_ value: JSONValue, _ kind: ToolArgument.Kind) -> Value? {
        func text(_ value: JSONValue, _ most: Int) -> String? {
            value.string.flatMap { text in
                text.allSatisfy(\.isWhitespace) || text.unicodeScalars.count > most ? nil : text
            }
        }
        switch kind {
        case .text(let most): return text(value, most).map { .texts([$0]) }
        case .texts(let count, let most):
            guard let elements = value.elements, (1...count).contains(elements.count) else { return nil }
            let texts = elements.compactMap { text($0, most) }
            return texts.count == elements.count ? .texts(texts) : nil
        case .count(let range):
            return value.integer.flatMap { range.contains($0) ? .count($0) : nil }
        case .flag: return value.bool.map(Value.flag)
        case .choice(let words):
            return value.string.flatMap { words.contains($0) ? .texts([$0]) : nil }
        }
    }

    /// A value for an error, cut short.
    private static func shown(_ value: JSONValue) -> String {
        if let text = value.string {
            return text.allSatisfy(\.isWhitespace)
                ? "empty"
                : text.unicodeScalars.count > 60
                    ? "text of \(text.unicodeScalars.count) characters" : "\"\(text)\""
        }
        return value.integer.map(String.init) ?? value.elements.map { "a list of \($0.count)" }
            ?? value.kindInWords
    }

    func text(_ name: String) -> String? { texts(name).first }

    func texts(_ name: String) -> [String] {
        if case .texts(let texts)? = values[name] { texts } else { [] }
    }

    func count(_ name: String) -> Int? { if case .count(let count)? = values[name] { count } else { nil } }

    func flag(_ name: String) -> Bool? { if case .flag(let flag)? = values[name] { flag } else { nil } }

    /// The names of what was said.
    var names: Set<String> { Set(values.keys) }

    /// The same without one of them.
    func without(_ name: String) -> ToolArguments {
        var others = self
        others.values[name] = nil
        return others
    }
}
