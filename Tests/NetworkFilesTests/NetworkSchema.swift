import Foundations
import ReferralGraph

@testable import NetworkFiles

/// What the files of a network look like, for programs and for people: both are made of the table of fields that the readers
/// and writers go by.
enum NetworkSchema {
    /// A JSON schema (draft 2020-12) of the network file.
    static func json() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("$schema")
            json.string("https://json-schema.org/draft/2020-12/schema")
            json.key("title")
            json.string("Rebound network file, version \(NetworkFormat.version)")
            write(ReferralNetwork.self, &json)
            json.key("$defs")
            json.object { json in
                for (name, meaning, pattern) in texts {
                    json.key(name)
                    json.object { json in
                        json.key("description")
                        json.string(meaning)
                        json.key("type")
                        json.string("string")
                        json.key("pattern")
                        json.string(pattern)
                    }
                }
                for entity in entities { define(entity, &json) }
            }
        }
        json.endLine()
        return json.bytes
    }

    /// The fields of the network file as the rows of a table in Markdown.
    static func fieldRows() -> [String] {
        ["| In | Field | Value | Required | Meaning |", "|---|---|---|---|---|"]
            + ([ReferralNetwork.self] + entities).flatMap(fieldRows)
    }

    /// The columns of a table of a folder as the rows of a table in Markdown.
    /// - Parameter table: Its name, such as `people`.
    static func columnRows(ofTable table: String) -> [String]? {
        let rows =
            switch table {
            case "network":
                [
                    "| **`key`** | \(TableLayout.keys.map { "`\($0)`" }.joined(separator: ", ")) | What the row says. |",
                    "| **`value`** | text; of `holidays` a list of days; of `sharing` \(Sharing.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")) | What it is. |",
                ]
            case "people": columnRows(Person.self, .people)
            case "companies": columnRows(Company.self, .companies)
            case "opportunities": columnRows(Opportunity.self, .opportunities)
            case "ties": columnRows(Tie.self, .ties)
            case "referrals": columnRows(Referral.self, .referrals)
            case "interactions": columnRows(Interaction.self, .interactions)
            default: [String]()
            }
        return rows.isEmpty ? nil : ["| Column | Value | Meaning |", "|---|---|---|"] + rows
    }

    private static func columnRows<Entity: NetworkEntity>(
        _ type: Entity.Type, _ layout: TableLayout
    ) -> [String] {
        var texts = layout.columns.map { _ in "yes | Yes for the job seeker, and for no one else." }
        for (field, first) in zip(type.table.fields, layout.first) {
            guard let columns = field.columns, let first else { continue }
            let part = entities.first { name(of: $0) == columns.part }
            let explained = part.map(explanations(of:)) ?? [(field.kind, field.meaning)]
            for (position, (kind, meaning)) in explained.enumerated() {
                let whole = columns.part.map {
                    "Of \($0 == "feedback" ? "" : "the ")\($0): \(meaning.prefix(1).lowercased())\(meaning.dropFirst())"
                }
                texts[first + position] = "\(kind.wordsInCell) | \(whole ?? meaning)"
            }
        }
        return layout.columns.indices.map { column in
            let name = "`\(layout.columns[column])`"
            return "| \(layout.required.contains(column) ? "**\(name)**" : name) | \(texts[column]) |"
        }
    }

    private static func name(of type: any NetworkEntity.Type) -> String {
        func name<Entity: NetworkEntity>(_ type: Entity.Type) -> String { type.table.name }
        return name(type)
    }

    private static func explanations(of type: any NetworkEntity.Type) -> [(FieldKind, String)] {
        func explanations<Entity: NetworkEntity>(_ type: Entity.Type) -> [(FieldKind, String)] {
            type.table.fields.map { ($0.kind, $0.meaning) }
        }
        return explanations(type)
    }

    /// The objects of a network file, those within others behind them.
    private static let entities: [any NetworkEntity.Type] = [
        Person.self, Employment.self, Education.self, SkippedStep.self, Absence.self, Signal.self,
        Company.self,
        Opportunity.self,
        StageEvent.self,
        Participant.self, Feedback.self, Tie.self, Referral.self, Interaction.self, Promise.self,
        Target.self,
    ]

    /// The kinds of text that many fields have.
    private static let texts = [
        ("text", "Text that is not blank.", #"\S"#),
        (
            "id",
            """
            A short word by which other entries refer to this one: unique among entries of its kind, without control \
            characters or space around it.
            """, #"^(?!\s)[^\u0000-\u001f\u007f-\u009f]+(?<!\s)$"#
        ),
        ("day", "A day, YYYY-MM-DD.", "^\(day)$"),
        (
            "time", "A day, or a day with a time and perhaps its offset from UTC: 2026-03-04T08:30+01:00.",
            "^\(day)(T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])?)?$"
        ),
    ]
    private static let day = "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"

    private static func define<Entity: NetworkEntity>(_ type: Entity.Type, _ json: inout JSONWriter) {
        json.key(type.table.name)
        json.object { write(type, &$0) }
    }

    private static func write<Entity: NetworkEntity>(_ type: Entity.Type, _ json: inout JSONWriter) {
        let table = type.table
        json.key("description")
        json.string(table.meaning)
        json.key("type")
        json.string("object")
        json.key("additionalProperties")
        json.bool(false)
        json.key("required")
        json.array { json in
            for field in table.fields where field.isRequired { json.string(field.name) }
        }
        json.key("properties")
        json.object { json in
            for field in table.fields {
                json.key(field.name)
                json.object { json in
                    json.key("description")
                    json.string(field.meaning)
                    field.kind.writeSchema(&json)
                }
            }
        }
        for condition in table.conditions { write(condition.schema, &json) }
    }

    private static func write<Entity>(
        _ condition: EntityCondition<Entity>.SchemaCondition?, _ json: inout JSONWriter
    ) {
        func required(_ field: String, _ json: inout JSONWriter) {
            json.object { json in
                json.key("required")
                json.array(.inline) { $0.string(field) }
            }
        }
        switch condition {
        case nil: break
        case .anyOf(let fields):
            json.key("anyOf")
            json.array { json in
                for field in fields { required(field, &json) }
            }
        case .only(let field, let other, let value):
            json.key("if")
            required(field, &json)
            json.key("then")
            json.object { json in
                json.key("properties")
                json.object { json in
                    json.key(other)
                    json.object { json in
                        json.key("const")
                        json.string(value)
                    }
                }
            }
        }
    }

    private static func fieldRows(_ type: any NetworkEntity.Type) -> [String] { rows(of: type) }

    private static func rows<Entity: NetworkEntity>(of type: Entity.Type) -> [String] {
        type.table.fields.map { field in
            "| \(type.table.name) | `\(field.name)` | \(field.kind.words) | \(field.isRequired ? "yes" : "") | \(field.meaning) |"
        }
    }
}

extension FieldKind {
    /// The kind in words, for the pages.
    var words: String {
        switch self {
        case .text, .anyText: "text"
        case .identifier: "id"
        case .day: "day"
        case .time: "day or time"
        case .webAddress: "`http:` or `https:` address"
        case .timeZone: "name of a time zone"
        case .words(let words): words().map { "`\($0)`" }.joined(separator: ", ")
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
        case .words(let words) where words().count > 7: "one of the words of the network file"
        case .list(.words(let words), _, _, _) where words().count > 7: "list of words of the network file"
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
                for word in words() { json.string(word) }
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
