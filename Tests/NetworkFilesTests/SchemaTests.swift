import Foundations
import Glibc
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
        // The network and the fifteen kinds of object in it.
        #expect(used.count == 17)
        for (rule, names) in used {
            let properties = try #require(schema.value(of: "properties", in: rule))
            #expect(names == Set(keys(of: properties, in: schema)).subtracting(["$schema"]))
            let isClosed = schema.value(of: "additionalProperties", in: rule).map { schema.kind(of: $0) }
            #expect(isClosed == .false)
        }
    }

    /// What stands in a file of the repository, or is put there when fixtures are recorded.
    private func expect(_ text: String, in path: String) throws {
        if getenv("REBOUND_RECORD") != nil {
            try AtomicFile.write(text.utf8, to: Self.root + path, sparing: ProtectedFiles())
        }
        #expect(try self.text(path) == text, "\(path): REBOUND_RECORD=1 writes it anew")
    }

    @Test("The schema in Samples is the one of the fields")
    func schemaOfTheFields() throws {
        try expect(String(decoding: NetworkSchema.json(), as: UTF8.self), in: "Samples/network.schema.json")
    }

    @Test("The pages have the tables of the fields and of the columns")
    func tablesOfThePages() throws {
        let catalogue = "Sources/NetworkFiles/NetworkFiles.docc/"
        let fields = try text(catalogue + "NetworkFile.md")
        try expect(
            replacingTable(behind: "## Fields", with: NetworkSchema.fieldRows(), in: fields),
            in: catalogue + "NetworkFile.md")
        var columns = try text(catalogue + "CSVTables.md")
        for table in ["network", "people", "companies", "opportunities", "ties", "referrals", "interactions"]
        {
            let rows = try #require(NetworkSchema.columnRows(ofTable: table))
            columns = replacingTable(behind: "## \(table).csv", with: rows, in: columns)
        }
        try expect(columns, in: catalogue + "CSVTables.md")
    }

    /// A page with other rows in the first table below a heading.
    private func replacingTable(behind heading: String, with rows: [String], in page: String) -> String {
        var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let place = lines.firstIndex(of: heading),
            let start = lines[place...].firstIndex(where: { $0.hasPrefix("|") })
        else { return page }
        let end = lines[start...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
        lines.replaceSubrange(start..<end, with: rows)
        return lines.joined(separator: "\n")
    }
}
