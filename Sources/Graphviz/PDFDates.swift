/// The moment of creation that cairo writes into every PDF.
enum PDFDates {
    private static let label = Array("/CreationDate (D:".utf8)

    /// Overwrites the digits of the date with those of 1 January 2000, so that the same graph gives the same
    /// bytes. The length stays, and with it every offset in the file.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    static func erase(in bytes: inout [UInt8]) {
        guard let start = bytes.indices(of: label).last else { return }
        let date = Array("20000101000000".utf8)
        for (offset, digit) in date.enumerated() where start + label.count + offset < bytes.count {
            bytes[start + label.count + offset] = digit
        }
    }
}

extension [UInt8] {
    /// Where `pattern` begins.
    fileprivate func indices(of pattern: [UInt8]) -> [Int] {
        guard let first = pattern.first, count >= pattern.count else { return [] }
        return (0...(count - pattern.count)).filter {
            self[$0] == first && self[$0..<($0 + pattern.count)].elementsEqual(pattern)
        }
    }
}
