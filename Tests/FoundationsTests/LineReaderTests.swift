import Foundation
import Foundations
import ReboundTestSupport
import Testing

@Suite("Lines of a stream")
struct LineReaderTests {
    /// Reads bytes through a pipe into which they are written in pieces.
    private func lines(_ pieces: [[UInt8]], limit: Int = 1000) throws -> [LineReader.Line] {
        let pipe = Pipe()
        let writer = pipe.fileHandleForWriting
        Thread.detachNewThread {
            for piece in pieces { writer.write(Data(piece)) }
            try? writer.close()
        }
        var reader = LineReader(
            descriptor: pipe.fileHandleForReading.fileDescriptor, name: "-", limit: limit)
        var lines: [LineReader.Line] = []
        while let line = try reader.next() { lines.append(line) }
        #expect(try reader.next() == nil)
        return lines
    }

    private func whole(_ text: String, isLast: Bool = false) -> LineReader.Line {
        .whole(Array(text.utf8), isLast: isLast)
    }

    @Test("LF and CRLF end a line, the last one ends with the input, and nothing else is taken away")
    func ends() throws {
        #expect(try lines([]) == [])
        #expect(
            try lines([Array("a\nb\r\n\n\r\nc".utf8)]) == [
                whole("a"), whole("b"), whole(""), whole(""), whole("c", isLast: true),
            ])
        #expect(try lines([Array("a\n".utf8)]) == [whole("a")])
        #expect(try lines([Array("a\r".utf8)]) == [whole("a\r", isLast: true)])
        #expect(try lines([Array("a\rb\0c\u{2028}d\u{85}\n".utf8)]) == [whole("a\rb\0c\u{2028}d\u{85}")])
        #expect(
            try lines([[0xFF, 0xFE, 0x0A, 0xC3]]) == [
                .whole([0xFF, 0xFE], isLast: false), .whole([0xC3], isLast: true),
            ])
    }

    @Test("Where the pieces of a pipe end makes no difference", arguments: 0..<20 as Range<UInt64>)
    func pieces(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let text = (0..<50).map { number in
            String(repeating: "é\(number)", count: Int.random(in: 0...40, using: &random))
        }.joined(separator: seed % 2 == 0 ? "\n" : "\r\n")
        var pieces: [[UInt8]] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = Int.random(in: 1...60, using: &random)
            pieces.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        #expect(try lines(pieces) == lines([Array(text.utf8)]))
    }

    @Test("A line over the limit is passed over, and its neighbors are not")
    func limit() throws {
        let long = String(repeating: "x", count: 1_000_000)
        #expect(
            try lines([Array("\(long)\na\n\(long)".utf8)], limit: 10) == [
                .tooLong(1_000_000), whole("a"), .tooLong(1_000_000),
            ])
        #expect(
            try lines([Array("1234567890\n12345678901\n".utf8)], limit: 10) == [
                whole("1234567890"), .tooLong(11),
            ])
        // Longer than one piece, and within the limit.
        #expect(
            try lines([Array("\(long)\n\(long)".utf8)], limit: 2_000_000) == [
                whole(long), whole(long, isLast: true),
            ])
    }

    @Test("A line comes before the next one is written")
    func comesAtOnce() throws {
        let pipe = Pipe()
        var reader = LineReader(
            descriptor: pipe.fileHandleForReading.fileDescriptor, name: "-", limit: 10)
        for text in ["a", "b"] {
            pipe.fileHandleForWriting.write(Data("\(text)\n".utf8))
            #expect(try reader.next() == whole(text))
        }
    }

    @Test("A folder is no stream")
    func folder() throws {
        let descriptor = open("/", O_RDONLY)
        defer { close(descriptor) }
        var reader = LineReader(descriptor: descriptor, name: "-", limit: 10)
        #expect(throws: ReadError.isFolder(path: "-")) { try reader.next() }
    }
}
