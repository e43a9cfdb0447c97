internal import Foundations

/// Those who are asked to come to an appointment: its organizer and its attendees (RFC 5545, 3.8.4).
struct InvitedPeople {
    private(set) var people: [(name: String, address: String)] = []

    /// - Complexity: O(calendar).
    init(_ calendar: String) {
        var line: [UInt8] = []
        for piece in calendar.utf8.split(separator: 10, omittingEmptySubsequences: true) {
            let text = piece.last == 13 ? piece.dropLast() : piece
            // A line that begins with a space continues the one before (RFC 5545, 3.1).
            if let first = text.first, first == 0x20 || first == 9 {
                line += text.dropFirst()
            } else {
                take(line)
                line = Array(text)
            }
        }
        take(line)
    }

    private mutating func take(_ line: [UInt8]) {
        guard people.count < 50, ["ATTENDEE", "ORGANIZER"].contains(where: { line.starts(with: $0.utf8) })
        else { return }
        let colons = piecesOutsideQuotes(line[...], at: UInt8(ascii: ":"))
        guard colons.count > 1 else { return }
        let value = String(decoding: line[colons[1].startIndex...], as: UTF8.self)
        guard value.lowercased().hasPrefix("mailto:") else { return }
        let name = piecesOutsideQuotes(colons[0], at: UInt8(ascii: ";")).first { $0.starts(with: "CN=".utf8) }
        people.append(
            (
                String(decoding: name?.dropFirst(3) ?? [], as: UTF8.self).trimmingQuotes,
                trimmed(String(value.dropFirst(7)))
            ))
    }
}
