public import ReferralGraph

/// Reads a network from whatever a path leads to.
public enum NetworkReader {
    /// Reads a network from a JSON file, or from standard input for `-`.
    /// - Parameters:
    ///   - path: A file, or `-`.
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
        return NetworkJSONReader.read(bytes: try FileBytes.read(path: path), file: path, asOf: now)
    }
}
