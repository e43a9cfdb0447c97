internal import Foundations
internal import ReferralGraph

/// A kind of object in a network file, with everything that the files, the tables, the schema and the pages have to know of it.
final class EntityTable<Entity: NetworkEntity>: Sendable {
    /// What it is called in the schema, `person`.
    let name: String
    /// The same with its article.
    let noun: String
    /// What it is, in one sentence.
    let meaning: String
    /// One of which nothing is known, whose required fields hold what stands for values that cannot be read.
    let blank: Entity
    /// Its fields in the order in which they are written.
    let fields: [EntityField<Entity>]
    /// What must hold besides what each field says by itself.
    let conditions: [EntityCondition<Entity>]
    /// The fields' names.
    let names: [String]
    /// The same as bytes.
    let keys: [[UInt8]]

    init(
        _ name: String, noun: String, _ meaning: String, blank: Entity,
        conditions: [EntityCondition<Entity>] = [],
        _ fields: [EntityField<Entity>]
    ) {
        precondition(fields.count <= JSONFieldReader.mostFields, "more fields than a reader has room for")
        self.name = name
        self.noun = noun
        self.meaning = meaning
        self.blank = blank
        self.fields = fields
        self.conditions = conditions
        names = fields.map(\.name)
        keys = names.map { Array($0.utf8) }
    }
}

/// Something that is an object in a network file.
protocol NetworkEntity: Sendable {
    static var table: EntityTable<Self> { get }
}

/// A field of an entity, declared once: all that reads, writes or explains files goes by it.
struct EntityField<Entity: NetworkEntity>: Sendable {
    let name: String
    /// What it says, in one sentence.
    let meaning: String
    /// What a value must be.
    let kind: FieldKind
    /// What is expected in a field that must be there; `nil` for one that may be left out.
    let requirement: Requirement?
    /// Words that are made when something is missing.
    typealias Requirement = @Sendable () -> String
    /// Takes the value at a node into an entity.
    let read: @Sendable (inout JSONFieldReader, Int, inout Entity) -> Void
    /// Writes the field, unless its value is unknown, empty or false.
    let write: @Sendable (inout JSONWriter, Entity) -> Void
    /// How it stands in a table; `nil` when it is in none.
    let columns: TableColumns<Entity>?

    var isRequired: Bool { requirement != nil }
}

/// The columns in which a field stands: one, or for an object within the entity one for each field of the object.
struct TableColumns<Entity: NetworkEntity>: Sendable {
    /// Their names.
    let names: [String]
    /// The names of the fields in them.
    let fields: [String]
    /// What an object within is called; `nil` for a field of one column.
    var part: String?
    /// Whether further rows of an entity can add further objects.
    var isRepeated = false
    /// How many rows an entity takes.
    var count: @Sendable (Entity) -> Int = { _ in 1 }
    /// Takes a row into an entity, the first column given by its position.
    let read: @Sendable (inout CSVFieldReader, _ row: Int, _ first: Int, inout Entity) -> Void
    /// The cells of one of an entity's rows.
    let cells: @Sendable (Entity, _ row: Int) -> [String?]

    static func single(
        _ name: String, read: @escaping @Sendable (inout CSVFieldReader, Int, Int, inout Entity) -> Void,
        cell: @escaping @Sendable (Entity) -> String?
    ) -> Self {
        Self(names: [name], fields: [name], read: read, cells: { entity, _ in [cell(entity)] })
    }
}

/// What must hold between the fields of an entity.
struct EntityCondition<Entity: NetworkEntity>: Sendable {
    /// The field to blame.
    let field: String
    /// What is wrong, how it shows, what is expected and what to do; `nil` when nothing is.
    let violation: @Sendable (Entity) -> (Diagnostic.Kind, found: String, expected: String, hint: String)?
    /// The same for a JSON schema, as far as it can say so.
    var schema: SchemaCondition?

    enum SchemaCondition {
        /// One of these fields at least is there.
        case anyOf([String])
        /// A field is there only when another one has this value.
        case only(String, when: String, is: String)
    }
}

extension EntityField {
    /// A field that must be there.
    static func required<Value: Sendable>(
        _ name: String, _ path: any WritableKeyPath<Entity, Value> & Sendable, _ format: TextFormat<Value>,
        _ meaning: String
    ) -> Self {
        let property = StoredProperty(path)
        return Self(
            name: name, meaning: meaning, kind: format.kind, requirement: format.requirement,
            read: { reader, node, entity in
                if let value = reader.text(at: node, format) { entity[property] = value }
            },
            write: { json, entity in
                json.key(name)
                json.string(format.text(entity[property]))
            },
            columns: .single(name) { reader, row, column, entity in
                if reader.cell(row, column) == nil {
                    reader.reportBlank(row, column, expected: format.requirement())
                } else if let value = reader.value(row, column, format) {
                    entity[property] = value
                }
            } cell: {
                format.text($0[property])
            })
    }

    /// A field that may be left out.
    static func optional<Value: Sendable>(
        _ name: String, _ path: any WritableKeyPath<Entity, Value?> & Sendable, _ format: TextFormat<Value>,
        _ meaning: String
    ) -> Self {
        optional(
            name, path, format.kind, meaning, read: { $0.text(at: $1, format) },
            write: { $0.string(format.text($1)) }, readCell: { $0.value($1, $2, format) }, cell: format.text)
    }

    /// A field that may be left out, of a value that JSON has a notation of its own for.
    private static func optional<Value: Sendable>(
        _ name: String, _ path: any WritableKeyPath<Entity, Value?> & Sendable, _ kind: FieldKind,
        _ meaning: String, read: @escaping @Sendable (inout JSONFieldReader, Int) -> Value?,
        write: @escaping @Sendable (inout JSONWriter, Value) -> Void,
        readCell: @escaping @Sendable (inout CSVFieldReader, Int, Int) -> Value?,
        cell: @escaping @Sendable (Value) -> String
    ) -> Self {
        let property = StoredProperty(path)
        return Self(
            name: name, meaning: meaning, kind: kind, requirement: nil,
            read: { reader, node, entity in entity[property] = read(&reader, node) },
            write: { json, entity in
                guard let value = entity[property] else { return }
                json.key(name)
                write(&json, value)
            },
            columns: .single(name) { reader, row, column, entity in
                entity[property] = readCell(&reader, row, column)
            } cell: {
                $0[property].map(cell)
            })
    }

    /// A list of values; left out when it is empty.
    static func list<Value: Sendable>(
        _ name: String, _ path: any WritableKeyPath<Entity, [Value]> & Sendable, _ format: TextFormat<Value>,
        _ meaning: String
    ) -> Self {
        let property = StoredProperty(path)
        return Self(
            name: name, meaning: meaning, kind: .list(of: format.kind), requirement: nil,
            read: { reader, node, entity in entity[property] = reader.list(at: node, format) },
            write: { json, entity in write(entity[property], as: name, format, to: &json) },
            columns: .single(name) { reader, row, column, entity in
                entity[property] = reader.list(row, column, format)
            } cell: {
                cell(of: $0[property], format)
            })
    }

    /// A list in which nothing stands twice; left out when it is empty.
    /// - Parameters:
    ///   - requirement: What is expected in one that must not be empty.
    ///   - limit: How many entries it may have.
    static func set<Value: Equatable & Sendable>(
        _ name: String, _ path: any WritableKeyPath<Entity, [Value]> & Sendable, _ format: TextFormat<Value>,
        _ meaning: String, requirement: Requirement? = nil, limit: Int? = nil
    ) -> Self {
        let property = StoredProperty(path)
        return Self(
            name: name, meaning: meaning,
            kind: .list(of: format.kind, isSet: true, least: requirement == nil ? nil : 1, most: limit),
            requirement: requirement,
            read: { reader, node, entity in
                if let requirement { reader.reportEmptyList(at: node, expected: requirement()) }
                entity[property] = reader.set(at: node, format)
            },
            write: { json, entity in write(entity[property], as: name, format, to: &json) },
            columns: .single(name) { reader, row, column, entity in
                if let requirement, reader.cell(row, column) == nil {
                    reader.reportBlank(row, column, expected: requirement())
                }
                entity[property] = reader.set(row, column, format)
            } cell: {
                cell(of: $0[property], format)
            })
    }

    /// A word of an enumeration; left out when it is the usual one.
    static func word<Value: CaseIterable & RawRepresentable<String> & Equatable & Sendable>(
        _ name: String, _ path: any WritableKeyPath<Entity, Value> & Sendable, unless usual: Value,
        _ meaning: String
    ) -> Self {
        let property = StoredProperty(path)
        let format = TextFormat<Value>.word
        return Self(
            name: name, meaning: meaning, kind: format.kind, requirement: nil,
            read: { reader, node, entity in entity[property] = reader.text(at: node, format) ?? usual },
            write: { json, entity in
                guard entity[property] != usual else { return }
                json.key(name)
                json.string(format.text(entity[property]))
            },
            columns: .single(name) { reader, row, column, entity in
                entity[property] = reader.value(row, column, format) ?? usual
            } cell: {
                $0[property] == usual ? nil : format.text($0[property])
            })
    }

    /// Yes or no; left out when it is no.
    static func flag(_ name: String, _ path: any WritableKeyPath<Entity, Bool> & Sendable, _ meaning: String)
        -> Self
    {
        let property = StoredProperty(path)
        return Self(
            name: name, meaning: meaning, kind: .flag, requirement: nil,
            read: { reader, node, entity in entity[property] = reader.bool(at: node) ?? false },
            write: { json, entity in
                guard entity[property] else { return }
                json.key(name)
                json.bool(true)
            },
            columns: .single(name) { reader, row, column, entity in
                entity[property] = reader.value(row, column, CellValue.bool) ?? false
            } cell: {
                $0[property] ? "yes" : nil
            })
    }

    /// Yes, no, or unknown.
    static func answer(
        _ name: String, _ path: any WritableKeyPath<Entity, Bool?> & Sendable, _ meaning: String
    ) -> Self {
        optional(
            name, path, .flag, meaning, read: { $0.bool(at: $1) }, write: { $0.bool($1) },
            readCell: { $0.value($1, $2, CellValue.bool) }, cell: { $0 ? "yes" : "no" })
    }

    /// A whole number that may be left out.
    static func integer(
        _ name: String, _ path: any WritableKeyPath<Entity, Int?> & Sendable, in range: ClosedRange<Int>,
        _ meaning: String
    ) -> Self {
        optional(
            name, path, .integer(range), meaning, read: { $0.integer(at: $1, in: range) },
            write: { $0.integer($1) },
            readCell: { reader, row, column in
                reader.value(row, column) { text throws(FieldComplaint) in
                    try CellValue.integer(text, in: range)
                }
            }, cell: \.description)
    }

    /// A number in (0, 1] that may be left out.
    static func strength(
        _ name: String, _ path: any WritableKeyPath<Entity, Double?> & Sendable, _ meaning: String
    ) -> Self {
        optional(
            name, path, .fraction, meaning, read: { $0.double(at: $1, FieldValue.strength) },
            write: { $0.double($1) }, readCell: { $0.value($1, $2, CellValue.strength) }, cell: \.description)
    }

    /// A list of objects, one below the other in a file; left out when it is empty.
    /// - Parameters:
    ///   - columns: The column of each field of an object; `nil` when the objects have a table of their own.
    ///   - requirement: What is expected in a list that must be there.
    static func objects<Part: NetworkEntity>(
        _ name: String, _ path: any WritableKeyPath<Entity, [Part]> & Sendable, _ meaning: String,
        columns: (@Sendable (String) -> String)?, layout: JSONWriter.Layout = .inline,
        requirement: Requirement? = nil
    ) -> Self {
        let property = StoredProperty(path)
        return Self(
            name: name, meaning: meaning, kind: .list(of: .object(Part.table.name)),
            requirement: requirement,
            read: { reader, node, entity in entity[property] = reader.entities(at: node) },
            write: { json, entity in
                let parts = entity[property]
                guard !parts.isEmpty else { return }
                json.key(name)
                json.array { json in
                    for part in parts { json.entity(part, layout) }
                }
            },
            columns: columns.map { columns in
                TableColumns(
                    names: Part.table.names.map(columns), fields: Part.table.names, part: Part.table.name,
                    isRepeated: true, count: { $0[property].count },
                    read: { reader, row, first, entity in
                        let part: Part = reader.entity(row, first)
                        entity.change(property) { $0.append(part) }
                    },
                    cells: { Part.cells(of: $0[property][$1]) })
            })
    }

    /// An object that may be left out.
    static func object<Part: NetworkEntity>(
        _ name: String, _ path: any WritableKeyPath<Entity, Part?> & Sendable, _ meaning: String,
        columns: @escaping @Sendable (String) -> String
    ) -> Self {
        let property = StoredProperty(path)
        return Self(
            name: name, meaning: meaning, kind: .object(Part.table.name), requirement: nil,
            read: { reader, node, entity in entity[property] = reader.entity(at: node) as Part },
            write: { json, entity in
                guard let part = entity[property] else { return }
                json.key(name)
                json.entity(part, .inline)
            },
            columns: TableColumns(
                names: Part.table.names.map(columns), fields: Part.table.names, part: Part.table.name,
                count: { $0[property] == nil ? 0 : 1 },
                read: { reader, row, first, entity in
                    entity[property] = reader.entity(row, first) as Part
                },
                cells: { entity, _ in entity[property].map(Part.cells(of:)) ?? [] }))
    }

    /// A field that says something about the file and not about the entity.
    static func fixed(_ name: String, _ kind: FieldKind, _ meaning: String, isRequired: Bool = true) -> Self {
        let isSaid: Requirement = { "" }
        return Self(
            name: name, meaning: meaning, kind: kind, requirement: isRequired ? isSaid : nil,
            read: { _, _, _ in },
            write: { json, _ in
                switch kind {
                case .constant(let text):
                    json.key(name)
                    json.string(text)
                case .version(let number):
                    json.key(name)
                    json.integer(number)
                default: break
                }
            }, columns: nil)
    }

    private static func write<Value>(
        _ values: [Value], as name: String, _ format: TextFormat<Value>, to json: inout JSONWriter
    ) {
        guard !values.isEmpty else { return }
        json.key(name)
        json.array(.inline) { json in
            for value in values { json.string(format.text(value)) }
        }
    }

    private static func cell<Value>(of values: [Value], _ format: TextFormat<Value>) -> String? {
        values.isEmpty ? nil : ListCell.text(values.map(format.text))
    }
}

extension NetworkEntity {
    /// The cells of an object that stands within another one, in the order of its fields.
    fileprivate static func cells(of entity: Self) -> [String?] {
        table.fields.flatMap { $0.columns?.cells(entity, 0) ?? [] }
    }
}
