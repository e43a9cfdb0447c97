import Foundations
import NetworkFiles
import ReboundTestSupport
import ReferralGraph
import Testing

/// The schema in Samples/ and the tables in the catalogue say the same as the code.
@Suite struct SchemaTests {
    static let root = String(#filePath.dropLast("Tests/NetworkFilesTests/SchemaTests.swift".count))

    private func text(_ path: String) throws -> String {
        String(decoding: try FileBytes.read(path: Self.root + path), as: UTF8.self)
    }

    private func schema() throws -> JSONDocument {
        try JSONDocument(FileBytes.read(path: Self.root + "Samples/network.schema.json"))
    }

    private func node(_ path: String..., in schema: JSONDocument, from start: Int = 0) -> Int? {
        path.reduce(start) { node, name in node.flatMap { schema.value(of: name, in: $0) } }
    }

    private func keys(of object: Int, in document: JSONDocument) -> [String] {
        document.children(of: object).filter { document.kind(of: $0) == .key }.map { document.string(of: $0) }
    }

    @Test func theSchemaHasExactlyTheFieldsThatAreWritten() throws {
        let schema = try schema()
        /// The fields met, by the number of their schema.
        var used: [Int: Set<String>] = [:]
        func check(_ value: Int, of document: JSONDocument, against start: Int) throws {
            var rule = start
            if let reference = schema.value(of: "$ref", in: rule) {
                let name = String(schema.string(of: reference).dropFirst("#/$defs/".count))
                rule = try #require(node("$defs", name, in: schema), "\(name)")
            }
            switch document.kind(of: value) {
            case .object:
                for key in document.children(of: value) where document.kind(of: key) == .key {
                    let name = document.string(of: key)
                    let property = try #require(node("properties", name, in: schema, from: rule), "\(name)")
                    used[rule, default: []].insert(name)
                    try check(key + 1, of: document, against: property)
                }
            case .array:
                let items = try #require(schema.value(of: "items", in: rule))
                for element in document.children(of: value) {
                    try check(element, of: document, against: items)
                }
            default: break
            }
        }
        for seed in 0..<20 as Range<UInt64> {
            var networks = RandomNetworks(seed: seed)
            let document = try JSONDocument(NetworkJSONWriter.bytes(of: networks.network()))
            try check(0, of: document, against: 0)
        }
        // The network and the twelve kinds of object in it.
        #expect(used.count == 13)
        for (rule, names) in used {
            let properties = try #require(schema.value(of: "properties", in: rule))
            #expect(names == Set(keys(of: properties, in: schema)).subtracting(["$schema"]))
            let isClosed = schema.value(of: "additionalProperties", in: rule).map { schema.kind(of: $0) }
            #expect(isClosed == .false)
        }
    }

    @Test func theSchemaHasExactlyTheWordsOfTheModel() throws {
        let schema = try schema()
        func words(_ entity: String, _ field: String, _ inList: String? = nil) -> [String]? {
            let property = node("$defs", entity, "properties", field, in: schema)
            let holder = inList == nil ? property : property.flatMap { schema.value(of: "items", in: $0) }
            return holder.flatMap { schema.value(of: "enum", in: $0) }.map { list in
                schema.children(of: list).map { schema.string(of: $0) }
            }
        }
        #expect(words("signal", "kind") == Signal.Kind.allCases.map(\.rawValue))
        #expect(words("company", "priority") == Company.Priority.allCases.map(\.rawValue))
        #expect(words("stage", "stage") == Stage.allCases.map(\.rawValue))
        #expect(words("participant", "role") == Participant.Role.allCases.map(\.rawValue))
        #expect(words("tie", "kind") == Tie.Kind.allCases.map(\.rawValue))
        #expect(words("interaction", "channel") == Interaction.Channel.allCases.map(\.rawValue))
        #expect(words("interaction", "direction") == Interaction.Direction.allCases.map(\.rawValue))
        #expect(words("interaction", "purposes", "items") == Interaction.Purpose.allCases.map(\.rawValue))
        #expect(words("promise", "by") == Promise.Side.allCases.map(\.rawValue))
        #expect(words("promise", "kind") == Promise.Kind.allCases.map(\.rawValue))
    }

    @Test func theCatalogueListsEveryFieldAndColumn() throws {
        let schema = try schema()
        let definitions = try #require(node("$defs", in: schema))
        let fields = try text("Sources/NetworkFiles/NetworkFiles.docc/NetworkFile.md")
        let rows = fields.split(separator: "\n").filter { $0.hasPrefix("| ") }
        let entities = keys(of: definitions, in: schema).filter {
            !["text", "id", "day", "time"].contains($0)
        }
        for entity in entities {
            let properties = try #require(node("$defs", entity, "properties", in: schema))
            for field in keys(of: properties, in: schema) {
                #expect(rows.contains { $0.hasPrefix("| \(entity) | `\(field)` |") }, "\(entity).\(field)")
            }
        }
        let columns = try text("Sources/NetworkFiles/NetworkFiles.docc/CSVTables.md")
        let tables = NetworkCSVWriter.tables(of: ReferralNetwork(seeker: "me", people: []))
        #expect(tables.count == 7)
        let sections = columns.split(separator: "\n## ")
        for table in tables {
            let section = try #require(sections.first { $0.hasPrefix("\(table.name)\n") }, "\(table.name)")
            let document = try #require(
                CSVDocument.read(bytes: table.bytes, file: table.name).document)
            for column in document.header {
                #expect(section.contains("`\(column)`"), "\(table.name) \(column)")
            }
        }
    }
}
