internal import Foundations
public import ReferralGraph

/// Writes people of a network as vCard 4.0 (RFC 6350), which phones and mail programs read.
///
/// Lines are folded at 75 octets and never inside a character, and end with CRLF. Control characters are left out. The
/// UID of a card is that of the person's card in an address book, else it is made of the person's identifier, so that a later
/// export updates the cards of an earlier one.
public enum VCardWriter {
    /// The cards of some people, in their order.
    /// - Parameters:
    ///   - people: Who to write.
    ///   - companies: The companies among which their employers are; one that is not there is left out.
    ///   - day: The day of which titles, departments and employers are taken, and the revision of the cards.
    /// - Complexity: O(people + companies + size of the output).
    public static func bytes(of people: [Person], companies: [Company], on day: CalendarDay) -> [UInt8] {
        let names = Dictionary(companies.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        var writer = ContentLineWriter(lineBreak: [13, 10])
        for person in people { write(person, names, day, to: &writer) }
        return writer.bytes
    }

    private static func write(
        _ person: Person, _ companyNames: [CompanyID: String], _ day: CalendarDay,
        to writer: inout ContentLineWriter
    ) {
        writer.line("BEGIN", "VCARD")
        writer.line("VERSION", "4.0")
        writer.line("UID", escaped(person.cardUIDs.first ?? person.ownCardUID))
        writer.line("FN", escaped(person.name))
        writer.line("N", nameParts(person.name).map(escaped).joined(separator: ";"))
        if !person.otherNames.isEmpty {
            writer.line("NICKNAME", person.otherNames.map(escaped).joined(separator: ","))
        }
        for (index, email) in person.emails.enumerated() {
            writer.line(index == 0 ? "EMAIL;PREF=1" : "EMAIL", escaped(email))
        }
        for (index, phone) in person.phones.enumerated() {
            writer.line(index == 0 ? "TEL;PREF=1" : "TEL", escaped(phone))
        }
        let pages = (person.profileURL.map { [$0] } ?? []) + person.otherProfileURLs
        for (index, url) in pages.enumerated() {
            // The label is what Apple's and Google's address books show, and by which a page is known again.
            writer.line("item\(index + 1).URL", withoutBackslashes(url))
            writer.line("item\(index + 1).X-ABLabel", "Profile")
        }
        let employments = person.currentEmployments(on: day)
        for (index, employment) in employments.enumerated() {
            // With several, a group ties each title to its employer (RFC 6350, 3.3).
            let group = employments.count > 1 ? "job\(index + 1)." : ""
            let parts = [companyNames[employment.company] ?? "", employment.department ?? ""]
            if !parts.allSatisfy(isBlank) {
                let used = isBlank(parts[1]) ? [parts[0]] : parts
                writer.line("\(group)ORG", used.map(escaped).joined(separator: ";"))
            }
            if let title = employment.title { writer.line("\(group)TITLE", escaped(title)) }
        }
        if !person.tags.isEmpty {
            writer.line("CATEGORIES", person.tags.map(escaped).joined(separator: ","))
        }
        for observation in person.observations { writer.line("NOTE", escaped(observation)) }
        writer.line("REV", revision(day))
        writer.line("END", "VCARD")
    }

    /// One property, with the parts of its value between semicolons, as a line with its end.
    package static func property(_ name: String, _ parts: [String], lineBreak: [UInt8]) -> [UInt8] {
        var writer = ContentLineWriter(lineBreak: lineBreak)
        writer.line(name, parts.map(escaped).joined(separator: ";"))
        return writer.bytes
    }

    /// A page about the person as a line with its end; the type is what an import knows it by.
    package static func page(_ url: String, lineBreak: [UInt8]) -> [UInt8] {
        var writer = ContentLineWriter(lineBreak: lineBreak)
        writer.line("URL;TYPE=profile", withoutBackslashes(url))
        return writer.bytes
    }

    /// A day as the value of REV.
    package static func revision(_ day: CalendarDay) -> String {
        day.description.filter { $0 != "-" } + "T000000Z"
    }

    /// Family name, given names, nothing, nothing, and what stands behind a comma, such as a degree. Where the name does
    /// not show what is what, its last word is taken for the family name; FN has it as it is.
    private static func nameParts(_ name: String) -> [String] {
        let pieces = name.split(separator: ",", maxSplits: 1).map { trimmed(String($0)) }
        let words = (pieces.first ?? "").split { $0.unicodeScalars.allSatisfy(\.isSpace) }
        let suffix = pieces.count > 1 ? pieces[1] : ""
        if words.count == 2, isFamilyNameFirst(pieces[0]) {
            return [String(words[0]), String(words[1]), "", "", suffix]
        }
        guard words.count > 1 else { return ["", words.joined(), "", "", suffix] }
        return [String(words[words.count - 1]), words.dropLast().joined(separator: " "), "", "", suffix]
    }

    /// A text with backslashes before what has a meaning of its own (RFC 6350, section 3.4).
    private static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where isAfterReturn: break
            case "\n", "\r": result.append(contentsOf: "\\n".unicodeScalars)
            case "\\", ",", ";":
                result.append("\\")
                result.append(scalar)
            case "\t": result.append(scalar)
            default: if !scalar.isControlCode { result.append(scalar) }
            }
            isAfterReturn = scalar == "\r"
        }
        return String(result)
    }

    /// Addresses are not escaped, and have no backslashes (RFC 3986).
    private static func withoutBackslashes(_ url: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in url.unicodeScalars where !scalar.isControlCode {
            result.append(contentsOf: scalar == "\\" ? "%5C".unicodeScalars : String(scalar).unicodeScalars)
        }
        return String(result)
    }

    /// What may stand in a URN stays (RFC 8141), the rest becomes `%C3%A9`.
    package static func percentEncoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) && byte < 0x80
                || "-._~".utf8.contains(byte)
            bytes += isPlain ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Writes content lines, folded as RFC 6350, section 3.2, wants them.
private struct ContentLineWriter {
    let lineBreak: [UInt8]
    private(set) var bytes: [UInt8] = []

    init(lineBreak: [UInt8]) { self.lineBreak = lineBreak }

    mutating func line(_ name: String, _ value: String) {
        var length = 0
        for scalar in "\(name):\(value)".unicodeScalars {
            let sequence = UTF8.encode(scalar)!
            if length + sequence.count > 75 {
                bytes += lineBreak + [32]
                length = 1
            }
            bytes += sequence
            length += sequence.count
        }
        bytes += lineBreak
    }
}

extension Person {
    /// The UID of the person's card where no address book has one.
    package var ownCardUID: String { Person.urnPrefix + VCardWriter.percentEncoded(id.text) }
}
