internal import Foundations
public import ReferralGraph

/// Reads networks from JSON, version 1; the catalogue's page on the network file lists the fields.
public enum NetworkJSONReader {
    /// Reads a network and reports everything that is wrong with it.
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - file: Its name, for the diagnostics.
    ///   - now: Facts later than this are warned about; `nil` leaves them alone.
    ///   - checksReferences: Whether the network must make sense as a whole, see `ReferralNetwork.issues(asOf:)`;
    ///     `false` suits a part of one.
    ///   - isRecorded: Whether the bytes are of a store, whose time zones were checked by the database of the system
    ///     that recorded them: one that this system does not know is kept.
    /// - Complexity: O(bytes).
    public static func read(
        bytes: [UInt8], file: String, asOf now: Timestamp?, checksReferences: Bool = true,
        isRecorded: Bool = false
    ) -> ReadResult {
        let document: JSONDocument
        do throws(JSONSyntaxError) {
            document = try JSONDocument(bytes)
        } catch {
            return ReadResult(network: nil, diagnostics: [error.diagnostic(file: file, bytes: bytes)])
        }
        var reader = JSONFieldReader(document)
        reader.isRecorded = isRecorded
        return reader.result(file: file, asOf: now, checksReferences: checksReferences)
    }
}

extension JSONFieldReader {
    /// The network at the root, and everything that is wrong with the document.
    mutating func result(file: String, asOf now: Timestamp?, checksReferences: Bool = true) -> ReadResult {
        let network = network(root)
        if checksReferences, let network {
            let issues = network.issues(asOf: now)
            let places =
                issues.isEmpty ? nil : JSONPlaces(document: document, root: root, findings: findings)
            for issue in issues {
                guard let node = places?.node(of: issue.place) else { continue }
                report(
                    .init(issue.identifier), at: node, found: issue.found, expected: issue.expected,
                    hint: issue.hint)
            }
        }
        return ReadResult(network: network, diagnostics: diagnostics(file: file))
    }

    /// The findings as diagnostics, in the order of the text.
    func diagnostics(file: String) -> [Diagnostic] {
        var locator = SourceLocator(document.bytes)
        var places = JSONDocument.ListPlaces()
        let diagnostics = findings.stablySorted(by: \.node).map { finding in
            let offset = document.range(of: finding.node).lowerBound
            let (line, column) = locator.position(of: offset)
            var path = document.path(to: finding.node, from: root, after: &places)
            if let missing = finding.missing { path += JSONDocument.step(to: missing, from: path) }
            return Diagnostic(
                finding.identifier, file: file, line: line, column: column, path: path,
                found: finding.found, expected: finding.expected, hint: finding.hint)
        }
        return diagnostics + omissions(file: file)
    }
}

/// Finds where in a document something of the network stands.
private struct JSONPlaces {
    let document: JSONDocument
    /// The nodes that something was found wrong with, in rising order.
    let reported: [Int]
    private let entries: [NetworkIssue.Table: [Int]]

    init(document: JSONDocument, root: Int, findings: [JSONFieldReader.Finding]) {
        self.document = document
        reported = findings.map(\.node).sorted()
        var entries: [NetworkIssue.Table: [Int]] = [.network: [root]]
        for table in NetworkIssue.Table.allCases where table != .network {
            guard let list = document.value(of: table.rawValue, in: root) else { continue }
            entries[table] = Array(document.children(of: list))
        }
        self.entries = entries
    }

    /// The node of a place; `nil` when it is not in the document, or something else is wrong there, of which the
    /// issue is but a consequence.
    func node(of place: NetworkIssue.Place) -> Int? {
        guard var node = entries[place.table]?[place.index] else { return nil }
        for step in (place.field ?? "").split(separator: ".") {
            let parts = step.split(separator: "[")
            guard let value = document.value(of: String(parts[0]), in: node) else { return nil }
            node = value
            if parts.count == 2, let position = Int(parts[1].dropLast()) {
                guard
                    let element = document.children(of: node).dropFirst(position).first(where: { _ in true })
                else { return nil }
                node = element
            }
        }
        return isReported(within: node) ? nil : node
    }

    private func isReported(within node: Int) -> Bool {
        var (low, high) = (0, reported.count)
        while low < high {
            let middle = (low + high) / 2
            if reported[middle] < node { low = middle + 1 } else { high = middle }
        }
        return low < reported.count && reported[low] < document.end(of: node)
    }
}
