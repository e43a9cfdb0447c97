internal import Glibc
internal import SystemInterface

/// Text in a file or in memory that is read piece by piece, each piece by whichever thread comes first.
///
/// A file is read, not mapped: a file that shrinks meanwhile would end a process that has it mapped, and the pages of a
/// large one would count as the process's memory.
final class TextSource: Sendable {
    let byteCount: Int
    private let bytes: [UInt8]
    private let descriptor: Int32?
    private let path: String

    /// How many bytes, at most, start lines of one piece.
    let pieceBytes: Int
    /// The longest line that is read.
    private static let longestLine = 16 << 20

    var pieceCount: Int { (byteCount + pieceBytes - 1) / pieceBytes }

    static let standardPieceBytes = 4 << 20

    init(bytes: [UInt8], pieceBytes: Int = standardPieceBytes) {
        self.pieceBytes = pieceBytes
        self.bytes = bytes
        byteCount = bytes.count
        descriptor = nil
        path = ""
    }

    init(path: String) throws(EdgeListError) {
        let descriptor = path.withSystemPath { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: Self.systemReason) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.isRegular else {
            close(descriptor)
            throw .unreadable(path: path, reason: "it is no regular file")
        }
        bytes = []
        pieceBytes = Self.standardPieceBytes
        byteCount = Int(status.st_size)
        self.descriptor = descriptor
        self.path = path
    }

    deinit { if let descriptor { close(descriptor) } }

    static var systemReason: String { String(cString: strerror(errno)) }

    /// The lines that start within a piece, the last one ended by a line feed even where the text ends without.
    /// - Parameter buffer: Memory that is reused from piece to piece.
    /// - Returns: Where the lines are in the buffer.
    func lines(ofPiece piece: Int, in buffer: inout [UInt8]) throws(EdgeListError) -> Range<Int> {
        let start = piece * pieceBytes
        let end = min(start + pieceBytes, byteCount)
        // One byte more tells whether a line starts at the start.
        let from = max(0, start - 1)
        buffer.removeAll(keepingCapacity: true)
        try append(from..<end, to: &buffer)
        var filled = end
        let feed = UInt8(ascii: "\n")
        while buffer.last != feed && filled < byteCount {
            let more = min(filled + 1 << 16, byteCount)
            let before = buffer.count
            try append(filled..<more, to: &buffer)
            filled = more
            if let index = buffer[before...].firstIndex(of: feed) { buffer.removeSubrange((index + 1)...) }
            if buffer.count > Self.longestLine + pieceBytes {
                let text = String(decoding: buffer.prefix(60), as: UTF8.self) + "..."
                throw .malformedLine(1, text: text, expected: "a line of at most 16 MiB")
            }
        }
        if buffer.last != feed { buffer.append(feed) }
        guard piece > 0 else {
            let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
            return (buffer.starts(with: mark) ? 3 : 0)..<buffer.count
        }
        // A line that started in an earlier piece is that piece's.
        let first = buffer.firstIndex(of: feed)! + 1
        return min(first, buffer.count)..<buffer.count
    }

    /// How many line feeds stand before a position.
    func lineFeeds(before end: Int) throws(EdgeListError) -> Int {
        var count = 0
        var buffer: [UInt8] = []
        for start in stride(from: 0, to: end, by: pieceBytes) {
            buffer.removeAll(keepingCapacity: true)
            try append(start..<min(start + pieceBytes, end), to: &buffer)
            count += buffer.count { $0 == UInt8(ascii: "\n") }
        }
        return count
    }

    private func append(_ range: Range<Int>, to buffer: inout [UInt8]) throws(EdgeListError) {
        guard let descriptor else {
            buffer += bytes[range]
            return
        }
        var done = 0
        let count = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: range.count))
        while done < range.count {
            let read = buffer.withUnsafeMutableBytes {
                pread(
                    descriptor, $0.baseAddress! + count + done, range.count - done,
                    off_t(range.lowerBound + done))
            }
            if read < 0 && errno == EINTR { continue }
            guard read > 0 else {
                throw .unreadable(
                    path: path, reason: read == 0 ? "it became shorter while it was read" : Self.systemReason)
            }
            done += read
        }
    }
}
