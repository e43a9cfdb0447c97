internal import Foundations
internal import ReferralGraph

/// What the files of a network look like, for programs and for people: both are made of the table of fields that the readers
/// and writers go by.
package enum NetworkSchema {
    /// A JSON schema (draft 2020-12) of the network file.
    package static func json() -> [UInt8] {
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
    package static func fieldRows() -> [String] {
        ["| In | Field | Value | Required | Meaning |", "|---|---|---|---|---|"]
            + ([ReferralNetwork.self] + entities).flatMap(fieldRows)
    }

    /// The columns of a table of a folder as the rows of a table in Markdown.
    /// - Parameter table: Its name, such as `people`.
    package static func columnRows(ofTable table: String) -> [String]? {
        TableLayout.all.first { $0.table.rawValue == table }.map { layout in
            ["| Column | Value | Meaning |", "|---|---|---|"] + layout.rows
        }
    }

    /// The objects of a network file, those within others behind them.
    static let entities: [any NetworkEntity.Type] = [
        Person.self, Employment.self, Absence.self, Signal.self, Company.self, Opportunity.self,
        StageEvent.self,
        Participant.self, Feedback.self, Tie.self, Referral.self, Interaction.self, Promise.self,
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
