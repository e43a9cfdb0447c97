internal import Foundations
internal import ReferralGraph

/// Reads values out of a JSON document and collects everything that is wrong with them.
///
/// A required value that cannot be read is replaced, so that reading goes on to the next mistake.
struct JSONFieldReader {
    let document: JSONDocument
    /// The value that is the network; places within it are said from here.
    let root: Int
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

    init(_ document: JSONDocument, at root: Int = 0) {
        (self.document, self.root) = (document, root)
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

    /// How many fields an object may have: a vector has room for their values, because an array would be allocated for
    /// each object.
    static let mostFields = 32

    /// An object; of something else what stands for it is left, which has been said then.
    mutating func entity<Entity: NetworkEntity>(at node: Int) -> Entity {
        let table = Entity.table
        var entity = table.blank
        guard document.kind(of: node) == .object else {
            reportMismatch(at: node, expected: "\(table.noun), an object in braces")
            return entity
        }
        let values = values(of: node, in: table)
        for index in table.fields.indices {
            if values[index] != 0 {
                table.fields[index].read(&self, Int(values[index]), &entity)
            } else if let requirement = table.fields[index].requirement?(), !requirement.isEmpty {
                reportMissing(table.names[index], at: node, expected: requirement)
            }
        }
        for condition in table.conditions {
            guard let field = table.names.firstIndex(of: condition.field), values[field] != 0,
                let (kind, found, expected, hint) = condition.violation(entity)
            else { continue }
            report(kind, at: Int(values[field]), found: found, expected: expected, hint: hint)
        }
        return entity
    }

    /// The objects of a list.
    mutating func entities<Entity: NetworkEntity>(at node: Int) -> [Entity] {
        guard isList(node) else { return [] }
        var entities: [Entity] = []
        for element in document.children(of: node) { entities.append(entity(at: element)) }
        return entities
    }

    /// The node of each field's value, 0 for none; unknown fields are reported.
    private mutating func values<Entity>(of node: Int, in table: EntityTable<Entity>) -> SIMD32<UInt32> {
        let keys = table.keys
        var values = SIMD32<UInt32>()
        // Files mostly have the fields in the order of the names, so the search begins behind the last one.
        var next = 0
        for key in document.children(of: node) where document.kind(of: key) == .key {
            var position = next
            var tries = 0
            while tries < keys.count, !document.isKey(key, keys[position]) {
                position = position + 1 == keys.count ? 0 : position + 1
                tries += 1
            }
            if tries == keys.count {
                reportUnknown(key, among: table.names, noun: table.noun)
            } else {
                if values[position] == 0 { values[position] = UInt32(key + 1) }
                next = position + 1 == keys.count ? 0 : position + 1
            }
        }
        return values
    }

    private mutating func reportUnknown(_ key: Int, among names: [String], noun: String) {
        report(
            .fieldUnknown, at: key, found: "not a field of \(noun)",
            expected: "one of \(names.filter { $0 != "$schema" }.joined(separator: ", "))",
            hint: spellingHint(
                to: document.string(of: key), among: names, else: "remove it, or put it into a note"))
    }

    private mutating func reportMissing(_ field: String, at node: Int, expected: String) {
        report(
            .fieldMissing, at: node, missing: field, found: "missing", expected: expected,
            hint: "add \"\(field)\" to this object")
    }

    // MARK: Text

    /// The value of a text; `nil` when it is none, which has been said then.
    mutating func text<Value>(at node: Int, _ format: TextFormat<Value>) -> Value? {
        guard document.kind(of: node) == .string else {
            reportMismatch(at: node, expected: "text in double quotes")
            return nil
        }
        do throws(FieldComplaint) {
            let text = document.string(of: node)
            return try isRecorded ? format.parseRecorded(text) : format.parse(text)
        } catch {
            report(error, at: node)
            return nil
        }
    }

    /// A list in which nothing stands twice.
    mutating func set<Value: Equatable>(at node: Int, _ format: TextFormat<Value>) -> [Value] {
        list(at: node, format) { $0.contains($1) }
    }

    /// A list of texts.
    /// - Parameter repeats: Whether a value must not stand behind others.
    mutating func list<Value>(
        at node: Int, _ format: TextFormat<Value>, repeats: ([Value], Value) -> Bool = { _, _ in false }
    ) -> [Value] {
        guard isList(node) else { return [] }
        var values: [Value] = []
        for element in document.children(of: node) {
            guard let value = text(at: element, format) else { continue }
            if repeats(values, value) {
                report(
                    .valueRepeated, at: element, found: "\(words(for: element)) again",
                    expected: "each entry once", hint: "remove one of the two")
            }
            values.append(value)
        }
        return values
    }

    /// Reports a list that has to have entries and has none.
    mutating func reportEmptyList(at node: Int, expected: String) {
        if document.kind(of: node) == .array, !document.children(of: node).contains(where: { _ in true }) {
            report(
                .listEmpty, at: node, found: "an empty list", expected: expected,
                hint: "add at least one entry")
        }
    }

    // MARK: Numbers and truth values

    /// `true` or `false`.
    mutating func bool(at node: Int) -> Bool? {
        switch document.kind(of: node) {
        case .true: return true
        case .false: return false
        default:
            reportMismatch(at: node, expected: "true or false, without quotes")
            return nil
        }
    }

    /// A whole number.
    mutating func integer(at node: Int, in range: ClosedRange<Int>) -> Int? {
        number(at: node) { document throws(FieldComplaint) in
            try FieldValue.integer(document.integer(of: node), in: range)
        }
    }

    /// A number.
    mutating func double(at node: Int, _ parse: (Double) throws(FieldComplaint) -> Double) -> Double? {
        number(at: node) { document throws(FieldComplaint) in try parse(document.double(of: node)) }
    }

    private mutating func number<Value>(
        at node: Int, _ read: (JSONDocument) throws(FieldComplaint) -> Value
    ) -> Value? {
        guard document.kind(of: node) == .number else {
            reportMismatch(at: node, expected: "a number, without quotes")
            return nil
        }
        do throws(FieldComplaint) {
            return try read(document)
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
