package import Foundations
internal import Glibc
internal import SystemInterface

/// One mail as it stands in a file.
package struct RawMail {
    /// The header, and where the text was asked for as much of the rest as there is room for.
    package var bytes: [UInt8]
    /// How many of them are the header, the empty line behind it included.
    package var headerCount: Int
    /// Where it begins in the file.
    var offset: Int
}

/// Takes an mbox file apart into mails, in one pass and with a window of bounded size (RFC 4155, and
/// https://www.loc.gov/preservation/digital/formats/fdd/fdd000383.shtml for its dialects).
///
/// A line that begins with `From ` separates mails only where the header of a mail follows it: many writers do not
/// quote such lines in the text of a mail. Such a mail is not torn in two, and no empty one appears.
package final class MboxSplitter {
    /// The most that is taken of one header, and of one mail when its text is wanted.
    static let mostBytes = 1 << 20
    /// How far a header is looked for behind a separator.
    private static let lookahead = 1 << 16

    private let path: String
    /// The open file, or -1 for bytes in memory.
    private let descriptor: Int32
    /// The bytes in memory, and how many of them were taken.
    private var content: [UInt8] = []
    private var taken = 0
    /// Where the mail ends in a file that says so.
    private var limit = Int.max
    private let isMailbox: Bool
    private let keepsText: Bool
    private let window: UnsafeMutablePointer<UInt8>
    private let capacity = mostBytes + 2 * lookahead
    /// The bytes of the window that are not read yet.
    private var start = 0
    private var end = 0
    /// Where the window stands in the file.
    private var base = 0
    private var isAtEnd = false

    /// Opens a file.
    /// - Parameters:
    ///   - isMailbox: Whether it may hold several mails.
    ///   - keepsText: Whether the mails are wanted with their text.
    package init(path: String, isMailbox: Bool, keepsText: Bool) throws(ReadError) {
        let descriptor = path.withSystemPath { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw ReadError(path: path, code: errno) }
        self.path = path
        self.descriptor = descriptor
        self.isMailbox = isMailbox
        self.keepsText = keepsText
        window = .allocate(capacity: capacity)
        try skipOpening()
    }

    /// Takes apart what was read already, of a pipe or an archive.
    package init(bytes: [UInt8], path: String, isMailbox: Bool, keepsText: Bool) throws(ReadError) {
        self.path = path
        descriptor = -1
        content = bytes
        self.isMailbox = isMailbox
        self.keepsText = keepsText
        window = .allocate(capacity: capacity)
        try skipOpening()
    }

    deinit {
        window.deallocate()
        if descriptor >= 0 { close(descriptor) }
    }

    /// The next mail; `nil` at the end.
    package func next() throws(ReadError) -> RawMail? {
        try ensure(Self.lookahead)
        if start == end { return nil }
        var header = endOfHeader()
        if header == nil {
            try ensure(Self.mostBytes)
            header = endOfHeader()
        }
        let most = min(end, start + Self.mostBytes)
        let (headerEnd, isWholeMail) = header ?? (most, false)
        let offset = base + start
        var bytes = Array(UnsafeBufferPointer(start: window + start, count: headerEnd - start))
        start = headerEnd
        let headerCount = bytes.count
        if isWholeMail {
            skipLine()
        } else if isMailbox || keepsText {
            try skipText(into: &bytes)
        } else {
            (start, isAtEnd) = (end, true)
        }
        return RawMail(bytes: bytes, headerCount: headerCount, offset: offset)
    }

    /// Passes over a byte order mark, empty lines and the first separator.
    private func skipOpening() throws(ReadError) {
        try ensure(Self.lookahead)
        start += byteOrderMarkLength(UnsafeBufferPointer(start: window, count: end))
        while start < end, window[start] == 10 || window[start] == 13 { start += 1 }
        let seen = UnsafeBufferPointer(start: window, count: end)
        if MboxSeparator.isMark(seen, at: start) { skipLine() }
        guard !isMailbox,
            let mail = MailFile.startOfMail(inAppleMail: UnsafeBufferPointer(rebasing: seen[start...]))
        else { return }
        let count = seen[start...].prefix { (0x30...0x39).contains($0) }
        start += mail
        limit = start + (Int(String(decoding: count, as: UTF8.self)) ?? Int.max >> 1)
        endAtLimit()
    }

    private func endAtLimit() {
        guard base + end >= limit else { return }
        (end, isAtEnd) = (max(start, limit - base), true)
    }

    private func skipLine() { start = lineEnd(from: start) }

    /// Where the line after the one at `position` begins.
    private func lineEnd(from position: Int) -> Int {
        guard let found = memchr(window + position, 10, end - position) else { return end }
        return UnsafeMutableRawPointer(window).distance(to: found) + 1
    }

    /// The end of the header that begins the unread bytes, its empty line included; `nil` when it is not in sight.
    /// A separator ends the whole mail.
    private func endOfHeader() -> (end: Int, isWholeMail: Bool)? {
        let most = min(end, start + Self.mostBytes)
        let bytes = UnsafeBufferPointer(start: window, count: end)
        var position = start
        while position < most {
            let next = lineEnd(from: position)
            if window[position] == 10 || window[position] == 13 && next == position + 2 {
                return (next, false)
            }
            if isMailbox, position > start, MboxSeparator.isMark(bytes, at: position),
                MboxSeparator.separates(bytes, at: position)
            {
                return (position, true)
            }
            position = next
        }
        return nil
    }

    /// Goes on to the next mail.
    private func skipText(into bytes: inout [UInt8]) throws(ReadError) {
        let headerCount = bytes.count
        while true {
            try ensure(Self.lookahead)
            let seen = UnsafeBufferPointer(start: window, count: end)
            // The line break before a separator is part of what is looked for; here it may be that of the header.
            guard isMailbox, let found = MboxSeparator.lineBreak(in: seen, from: start - 1) else {
                take(upTo: isAtEnd ? end : max(start, end - 8), into: &bytes)
                if isAtEnd { break }
                continue
            }
            take(upTo: found + 1, into: &bytes)
            if end - start < Self.lookahead, !isAtEnd { continue }
            if MboxSeparator.separates(seen, at: start) {
                skipLine()
                break
            }
            take(upTo: start + 1, into: &bytes)
        }
        if isMailbox, keepsText { MboxSeparator.unquote(&bytes, from: headerCount) }
    }

    private func take(upTo position: Int, into bytes: inout [UInt8]) {
        if keepsText {
            let count = min(Self.mostBytes - bytes.count, position - start)
            if count > 0 {
                bytes.append(contentsOf: UnsafeBufferPointer(start: window + start, count: count))
            }
        }
        start = max(start, position)
    }

    /// Sees to it that so many unread bytes are in the window, or all that there are.
    private func ensure(_ count: Int) throws(ReadError) {
        guard end - start < count, !isAtEnd else { return }
        // A few bytes that were read stay, which tell whether the line before is empty.
        let moved = max(0, start - 4)
        memmove(window, window + moved, end - moved)
        (start, end, base) = (start - moved, end - moved, base + moved)
        while end < capacity, !isAtEnd {
            let got = descriptor < 0 ? take(capacity - end) : read(descriptor, window + end, capacity - end)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw ReadError(path: path, code: errno) }
            end += got
            isAtEnd = got == 0
        }
        endAtLimit()
    }

    /// Copies bytes in memory into the window.
    private func take(_ most: Int) -> Int {
        let count = min(most, content.count - taken)
        content.withUnsafeBufferPointer { bytes in
            if count > 0 { memcpy(window + end, bytes.baseAddress! + taken, count) }
        }
        taken += count
        return count
    }
}
