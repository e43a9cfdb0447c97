public import Foundations
public import ReferralGraph

/// Reads a network from whatever a path leads to.
public enum NetworkReader {
    /// Reads a network from a folder of CSV tables, from a JSON file, or from standard input for `-`.
    /// - Parameters:
    ///   - path: A folder, a file, or `-` for JSON on standard input.
    ///   - now: Facts later than this are warned about; `nil` leaves them alone.
    ///   - standardInput: Where the bytes come from when `path` is `-`.
    /// - Throws: ``ReadError`` when there is nothing to read; bad data is in the result's diagnostics.
    /// - Complexity: O(bytes).
    public static func read(
        path: String, asOf now: Timestamp?,
        standardInput: () throws(ReadError) -> [UInt8] = { () throws(ReadError) in
            try FileBytes.readStandardInput()
        }
    ) throws(ReadError) -> ReadResult {
        if path == "-" {
            return NetworkJSONReader.read(bytes: try standardInput(), file: path, asOf: now)
        }
        if try FileBytes.isFolder(path: path) { return try NetworkCSVReader.read(folder: path, asOf: now) }
        let bytes = try FileBytes.read(path: path)
        guard !path.lowercased().hasSuffix(".csv") else {
            return ReadResult(
                network: nil,
                diagnostics: [
                    Diagnostic(
                        .formatUnknown, file: path, found: "a single CSV table",
                        expected: "a network file (JSON), or the folder that holds the tables",
                        hint: "name the folder instead")
                ])
        }
        return NetworkJSONReader.read(bytes: bytes, file: path, asOf: now)
    }
}
