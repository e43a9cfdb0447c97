internal import CMail
internal import COptional
package import Foundations

/// Takes mails apart with gmime, the library that is loaded for it.
package struct MailParser {
    /// Loads the library.
    /// - Throws: ``ReadError/failed(path:reason:)`` about the file that is to be read.
    package init(toRead path: String) throws(ReadError) {
        switch rebound_mail_load() {
        case REBOUND_LOADED: break
        case REBOUND_LIBRARY_MISSING: throw .failed(path: path, reason: OptionalLibrary.gmime.missing)
        default:
            throw .failed(
                path: path, reason: "\(OptionalLibrary.gmime.file) is no gmime of version 3.2 or later")
        }
    }

    /// Gives `body` a mail that is taken apart; `nil` when there is none in the bytes.
    package func parse<Value>(_ bytes: [UInt8], _ body: (ParsedMail) -> Value) -> Value? {
        let mail = bytes.withUnsafeBytes {
            rebound_mail_parse($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
        }
        guard let mail else { return nil }
        defer { rebound_mail_free(mail) }
        return body(ParsedMail(mail: mail))
    }
}

/// One mail; valid only inside ``MailParser/parse(_:_:)``.
package struct ParsedMail {
    fileprivate let mail: OpaquePointer

    /// The address fields that are used.
    package enum AddressField {
        case sender, from, to, cc, bcc

        fileprivate var number: Int32 {
            switch self {
            case .sender: Int32(rebound_mail_sender)
            case .from: Int32(rebound_mail_from)
            case .to: Int32(rebound_mail_to)
            case .cc: Int32(rebound_mail_cc)
            case .bcc: Int32(rebound_mail_bcc)
            }
        }
    }

    /// A field of the header, decoded; `nil` when there is none.
    subscript(name: String) -> String? { rebound_mail_header(mail, name).map { String(cString: $0) } }

    /// The mailboxes in a field, those in groups included, without what is no address. Where a person's name stands before
    /// a ``LegacyAddress``, the address is empty.
    package func addresses(_ field: AddressField) -> [(name: String, address: String)] {
        var count = 0
        let first = rebound_mail_addresses(mail, field.number, &count)
        return UnsafeBufferPointer(start: first, count: count).compactMap { entry in
            let written = InvisibleCharacters.stripped(fromAddress: String(cString: entry.address))
            let address = trimmed(written).trimmingQuotes
            let name = entry.name.map { String(cString: $0) } ?? ""
            if LegacyAddress.isLegacy(address) { return MailName.isPerson(name) ? (name, "") : nil }
            guard let at = address.lastIndex(of: "@"), at != address.startIndex,
                address.index(after: at) != address.endIndex,
                !address.unicodeScalars.contains(where: \.isSpace)
            else { return nil }
            return (name, address)
        }
    }

    /// The first part in plain text that is no attachment.
    package var text: String? { text(rebound_mail_plain) }

    /// The first part in HTML that is no attachment.
    var html: String? { text(rebound_mail_html) }

    /// The first part with an appointment (RFC 5545).
    var calendar: String? { text(rebound_mail_calendar) }

    private func text(_ kind: Int) -> String? {
        rebound_mail_text(mail, Int32(kind)).map { String(cString: $0) }
    }
}

/// A date in a mail's header, as an instant and the offset written with it.
struct MailDate {
    /// Seconds since the beginning of 1970 in UTC.
    var seconds: Int
    /// Minutes east of UTC, -1,439 ... 1,439.
    var offsetMinutes: Int

    /// Reads a date of RFC 5322 or an older form; `nil` for what is none. Only after gmime was loaded.
    init?(_ text: String) {
        var seconds: Int64 = 0
        var offset: Int64 = 0
        guard rebound_mail_decode_date(text, &seconds, &offset) else { return nil }
        self.seconds = Int(seconds)
        offsetMinutes = abs(offset) < 86_400 ? Int(offset) / 60 : 0
    }
}
