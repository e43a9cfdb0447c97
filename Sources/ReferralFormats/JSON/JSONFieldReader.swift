internal import ReferralGraph

/// The fields of an object in a document, found by name once.
struct JSONFields<Field: FieldNames> {
    let node: Int
    /// The node of each field's value, 0 for none; a vector, because an array would be allocated for each object.
    fileprivate var values = SIMD16<UInt32>()
    /// Something else than an object stands there, which has been said already.
    fileprivate(set) var isBroken = false

    fileprivate init(node: Int) { self.node = node }

    subscript(field: Field) -> Int? {
        let value = values[field.rawValue]
        return value == 0 ? nil : Int(value)
    }
}

/// Reads values out of a JSON document and collects everything that is wrong with them.
///
/// A required value that cannot be read is replaced, so that reading goes on to the next mistake.
struct JSONFieldReader {
    let document: JSONDocument
    /// Whether the document is of the program's own records, whose zones were checked when they were made.
    var isRecorded = false
    private var collected = LimitedFindings<Finding>()
    /// The first mistakes of each severity.
    var findings: [Finding] { collected.kept }

    /// A mistake, located by node.
    struct Finding {
        var identifier: Diagnostic.Kind
        var node: Int
        /// A field of `node` that is not there.
        var missing: String?
        var found: String
        var expected: String
        var hint: String
    }

    /// Says how many mistakes there are besides ``findings``.
    func omissions(file: String) -> [Diagnostic] { collected.omissions(file: file) }

    init(_ document: JSONDocument) {
        self.document = document
        for key in document.repeatedKeys {
            report(
                .keyRepeated, at: key, found: "a field that was there before", expected: "each field once",
                hint: "remove one of the two")
        }
    }

    mutating func report(
        _ identifier: Diagnostic.Kind, at node: Int, missing: String? = nil, found: String, expected: String,
        hint: String
    ) {
        collected.append(
            .init(
                identifier: identifier, node: node, missing: missing, found: found, expected: expected,
                hint: hint), identifier.severity)
    }

    // MARK: Objects

    /// Finds the fields of an object; unknown ones are reported.
    mutating func fields<Field: FieldNames>(of node: Int, as field: Field.Type) -> JSONFields<Field> {
        var fields = JSONFields<Field>(node: node)
        guard document.kind(of: node) == .object else {
            reportMismatch(at: node, expected: "\(Field.noun), an object in braces")
            fields.isBroken = true
            return fields
        }
        let names = Field.names
        // Files mostly have the fields in the order of the names, so the search begins behind the last one.
        var next = 0
        for key in document.children(of: node) where document.kind(of: key) == .key {
            var position = next
            var tries = 0
            while tries < names.count, !document.isKey(key, names[position]) {
                position = position + 1 == names.count ? 0 : position + 1
                tries += 1
            }
            if tries == names.count {
                reportUnknown(key, among: names, noun: Field.noun)
            } else {
                if fields.values[position] == 0 { fields.values[position] = UInt32(key + 1) }
                next = position + 1 == names.count ? 0 : position + 1
            }
        }
        return fields
    }

    private mutating func reportUnknown(_ key: Int, among names: [String], noun: String) {
        report(
            .fieldUnknown, at: key, found: "not a field of \(noun)",
            expected: "one of \(names.filter { $0 != "$schema" }.joined(separator: ", "))",
            hint: nearestSpelling(to: document.string(of: key), among: names).map {
                "did you mean \"\($0)\"?"
            }
                ?? "remove it, or put it into a note")
    }

    private mutating func reportMissing<Field: FieldNames>(
        _ field: Field, of fields: JSONFields<Field>, expected: String
    ) {
        guard !fields.isBroken else { return }
        report(
            .fieldMissing, at: fields.node, missing: field.name, found: "missing", expected: expected,
            hint: "add \"\(field.name)\" to this object")
    }

    /// An object in a field, or nothing.
    mutating func object<Field, Value>(
        _ fields: JSONFields<Field>, _ field: Field,
        _ read: (inout JSONFieldReader, Int) -> Value
    ) -> Value? {
        fields[field].map { read(&self, $0) }
    }

    /// The objects of a list; none when the field is not there.
    mutating func objects<Field, Value>(
        _ fields: JSONFields<Field>, _ field: Field,
        _ read: (inout JSONFieldReader, Int) -> Value
    ) -> [Value] {
        guard let list = fields[field], isList(list) else { return [] }
        var values: [Value] = []
        for element in document.children(of: list) { values.append(read(&self, element)) }
        return values
    }

    // MARK: Text

    /// A field that may be left out.
    mutating func optional<Field, Value>(
        _ fields: JSONFields<Field>, _ field: Field, _ parse: (String) throws(FieldComplaint) -> Value
    ) -> Value? {
        fields[field].flatMap { text(at: $0, parse) }
    }

    /// A field that must be there; otherwise it is reported and replaced.
    mutating func required<Field, Value>(
        _ fields: JSONFields<Field>, _ field: Field, _ parse: (String) throws(FieldComplaint) -> Value,
        or replacement: Value
    ) -> Value {
        if let node = fields[field] { return text(at: node, parse) ?? replacement }
        var expected = "text"
        do throws(FieldComplaint) { _ = try parse("") } catch { expected = error.expected }
        reportMissing(field, of: fields, expected: expected)
        return replacement
    }

    /// A list of texts; empty when the field is not there.
    mutating func list<Field, Value>(
        _ fields: JSONFields<Field>, _ field: Field, _ parse: (String) throws(FieldComplaint) -> Value
    ) -> [Value] {
        guard let list = fields[field], isList(list) else { return [] }
        var values: [Value] = []
        for element in document.children(of: list) {
            if let value = text(at: element, parse) { values.append(value) }
        }
        return values
    }

    /// A list in which nothing stands twice; empty when the field is not there.
    mutating func set<Field, Value: Equatable>(
        _ fields: JSONFields<Field>, _ field: Field, _ parse: (String) throws(FieldComplaint) -> Value
    ) -> [Value] {
        guard let list = fields[field], isList(list) else { return [] }
        var values: [Value] = []
        for element in document.children(of: list) {
            guard let value = text(at: element, parse) else { continue }
            if values.contains(value) {
                report(
                    .valueRepeated, at: element, found: "\(words(for: element)) again",
                    expected: "each entry once", hint: "remove one of the two")
            }
            values.append(value)
        }
        return values
    }

    /// A set in a field that must be there and not be empty.
    mutating func requiredSet<Field, Value: Equatable>(
        _ fields: JSONFields<Field>, _ field: Field, expected: String,
        _ parse: (String) throws(FieldComplaint) -> Value
    ) -> [Value] {
        guard let node = fields[field] else {
            reportMissing(field, of: fields, expected: expected)
            return []
        }
        if document.kind(of: node) == .array, !document.children(of: node).contains(where: { _ in true }) {
            report(
                .listEmpty, at: node, found: "an empty list", expected: expected,
                hint: "add at least one entry")
        }
        return set(fields, field, parse)
    }

    private mutating func text<Value>(
        at node: Int, _ parse: (String) throws(FieldComplaint) -> Value
    ) -> Value? {
        guard document.kind(of: node) == .string else {
            reportMismatch(at: node, expected: "text in double quotes")
            return nil
        }
        do throws(FieldComplaint) {
            return try parse(document.string(of: node))
        } catch {
            report(error, at: node)
            return nil
        }
    }

    // MARK: Numbers and truth values

    /// `true` or `false`, or nothing.
    mutating func bool<Field>(_ fields: JSONFields<Field>, _ field: Field) -> Bool? {
        guard let node = fields[field] else { return nil }
        switch document.kind(of: node) {
        case .true: return true
        case .false: return false
        default:
            reportMismatch(at: node, expected: "true or false, without quotes")
            return nil
        }
    }

    /// A whole number, or nothing.
    mutating func integer<Field>(
        _ fields: JSONFields<Field>, _ field: Field, in range: ClosedRange<Int>
    ) -> Int? {
        number(fields, field) { document, node throws(FieldComplaint) in
            try FieldValue.integer(document.integer(of: node), in: range)
        }
    }

    /// A number, or nothing.
    mutating func double<Field>(
        _ fields: JSONFields<Field>, _ field: Field, _ parse: (Double) throws(FieldComplaint) -> Double
    ) -> Double? {
        number(fields, field) { document, node throws(FieldComplaint) in
            try parse(document.double(of: node))
        }
    }

    private mutating func number<Field, Value>(
        _ fields: JSONFields<Field>, _ field: Field,
        _ read: (JSONDocument, Int) throws(FieldComplaint) -> Value
    ) -> Value? {
        guard let node = fields[field] else { return nil }
        guard document.kind(of: node) == .number else {
            reportMismatch(at: node, expected: "a number, without quotes")
            return nil
        }
        do throws(FieldComplaint) {
            return try read(document, node)
        } catch {
            report(error, at: node)
            return nil
        }
    }

    // MARK: Reports

    private mutating func isList(_ node: Int) -> Bool {
        if document.kind(of: node) == .array { return true }
        reportMismatch(at: node, expected: "a list in brackets")
        return false
    }

    private mutating func report(_ complaint: FieldComplaint, at node: Int) {
        report(
            complaint.identifier, at: node, found: words(for: node), expected: complaint.expected,
            hint: complaint.hint)
    }

    mutating func reportMismatch(at node: Int, expected: String) {
        let isNull = document.kind(of: node) == .null
        report(
            .typeMismatch, at: node, found: words(for: node), expected: expected,
            hint: isNull ? "fill it in, or leave it out if it may be" : "write it as expected")
    }

    func words(for node: Int) -> String {
        switch document.kind(of: node) {
        case .object: "an object"
        case .array: "a list"
        case .string, .key: quoted(document.string(of: node))
        case .number: "the number \(clipped(document.source(of: node)))"
        case .true, .false, .null: document.source(of: node)
        }
    }
}
