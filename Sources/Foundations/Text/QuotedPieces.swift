/// The pieces of a text between separators that are not in double quotes; what a quote that is never closed has behind it is
/// one piece.
/// - Complexity: O(bytes).
package func piecesOutsideQuotes(_ bytes: ArraySlice<UInt8>, at separator: UInt8) -> [ArraySlice<UInt8>] {
    var isQuoted = false
    return bytes.split(omittingEmptySubsequences: false) { byte in
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        return byte == separator && !isQuoted
    }
}
