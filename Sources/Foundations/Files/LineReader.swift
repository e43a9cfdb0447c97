internal import Glibc

/// The lines of a pipe, a file or a device, read piece by piece: what is kept does not grow with the input.
///
/// A line ends with LF or CRLF; the last one may end with the input. A line comes as soon as its end has been read.
public struct LineReader {
    private let descriptor: Int32
    private let name: String
    private let limit: Int
    private var piece: [UInt8] = []
    private var position = 0
    private var isAtEnd = false

    /// A line of the input, without its line break.
    public enum Line: Equatable, Sendable {
        /// Its bytes, and whether the input ends there without a line break.
        case whole([UInt8], isLast: Bool)
        /// It has so many bytes, more than the limit; they were passed over.
        case tooLong(Int)
    }

    /// A reader of what is open already.
    /// - Parameters:
    ///   - descriptor: What to read.
    ///   - name: What errors call it.
    ///   - limit: The most bytes of a line.
    public init(descriptor: Int32, name: String, limit: Int) {
        (self.descriptor, self.name, self.limit) = (descriptor, name, limit)
    }

    /// The next line; `nil` at the end of the input.
    /// - Throws: ``ReadError``.
    /// - Complexity: O(bytes of the line).
    public mutating func next() throws(ReadError) -> Line? {
        var line: [UInt8] = []
        var length = 0
        while true {
            if position == piece.count {
                try fill()
                if isAtEnd { return length == 0 ? nil : ended(line, length, isLast: true) }
            }
            let start = position
            let lineFeed = piece.withUnsafeBytes { bytes in
                memchr(bytes.baseAddress! + start, 0x0A, bytes.count - start).map {
                    UnsafeRawPointer($0) - bytes.baseAddress!
                }
            }
            let end = lineFeed ?? piece.count
            length += end - start
            if length <= limit { line += piece[start..<end] } else { line = [] }
            position = end
            if lineFeed != nil {
                position += 1
                return ended(line, length, isLast: false)
            }
        }
    }

    private func ended(_ line: [UInt8], _ length: Int, isLast: Bool) -> Line {
        guard length <= limit else { return .tooLong(length) }
        var line = line
        if !isLast, line.last == 0x0D { line.removeLast() }
        return .whole(line, isLast: isLast)
    }

    private static let pieceSize = 1 << 18

    /// Takes what is there, without waiting for a whole piece.
    private mutating func fill() throws(ReadError) {
        position = 0
        while !isAtEnd {
            var code: Int32 = 0
            piece = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
                let got = read(descriptor, buffer.baseAddress!, buffer.count)
                if got < 0 { code = errno }
                count = max(0, got)
            }
            switch code {
            case 0:
                isAtEnd = piece.isEmpty
                return
            case EINTR: continue
            case EAGAIN:
                var readable = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                poll(&readable, 1, -1)
            default: throw ReadError(path: name, code: code)
            }
        }
    }
}
