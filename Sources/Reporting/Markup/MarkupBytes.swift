/// Markup as bytes, in which words are found and replaced without looking at characters: in UTF-8, the bytes of one text
/// stand in another only where the text does.
struct MarkupBytes {
    private(set) var bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// Whether the words stand in it.
    /// - Complexity: O(bytes · words), and O(bytes) in markup.
    func contains(_ words: String) -> Bool { range(of: Array(words.utf8), from: bytes.startIndex) != nil }

    /// Where the words stand first; `nil` where they do not.
    func firstRange(of words: String) -> Range<Int>? { range(of: Array(words.utf8), from: bytes.startIndex) }

    /// The words taken out, or others in their place.
    /// - Parameter tail: How much of what follows goes with them.
    func replacing(
        _ words: String, with other: String = "", and tail: (ArraySlice<UInt8>) -> Int = { _ in 0 }
    ) -> MarkupBytes {
        let (words, other) = (Array(words.utf8), Array(other.utf8))
        guard var found = range(of: words, from: bytes.startIndex) else { return self }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var start = bytes.startIndex
        while true {
            result += bytes[start..<found.lowerBound]
            result += other
            start = found.upperBound + tail(bytes[found.upperBound...])
            guard let next = range(of: words, from: start) else { break }
            found = next
        }
        return MarkupBytes((result + bytes[start...])[...])
    }

    private func range(of words: [UInt8], from start: Int) -> Range<Int>? {
        bytes.withUnsafeBufferPointer { bytes in
            let offset = self.bytes.startIndex
            guard bytes.count >= words.count, let first = words.first else { return nil }
            var place = start - offset
            while place <= bytes.count - words.count {
                if bytes[place] == first {
                    var length = 1
                    while length < words.count, bytes[place + length] == words[length] { length += 1 }
                    if length == words.count { return place + offset..<place + offset + length }
                }
                place += 1
            }
            return nil
        }
    }
}
