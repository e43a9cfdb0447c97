internal import ReferralGraph

/// Reads address books in vCard form, versions 2.1 to 4.0, as phones, mail programs and directories export them.
///
/// Sources: RFC 6350 (4.0), RFC 2426 (3.0), the versit Consortium's vCard 2.1, and RFC 9554 for social profiles.
/// Every card is read for itself: one that is damaged gives a warning, and the others are read. Of a card are used
/// N, FN, NICKNAME, EMAIL, TEL, URL, X-SOCIALPROFILE, ORG, TITLE, ROLE, CATEGORIES, NOTE, REV, KIND and AGENT. Fax
/// and pager numbers and those of assistants are left out, and so are pages that are not about the person.
public enum VCardReader {
    /// Reads all cards of a file.
    ///
    /// The source's day is the latest REV of any card. The AGENT of a card is a contact of its own, who knows the
    /// person of that card.
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - file: Its name, for places and diagnostics.
    /// - Returns: The people, with an error when there are none.
    /// - Complexity: O(bytes).
    public static func read(bytes: [UInt8], file: String) -> SourceRecords {
        let document = VCardDocument(bytes: bytes, file: file)
        var records = SourceRecords(format: .vCard, path: file)
        var tally = SourceTally(file: file)
        var diagnostics = document.diagnostics
        var positions: [Int?] = []
        for card in document.cards {
            var reading = VCardContact(card, file: file)
            reading.read()
            diagnostics += reading.diagnostics
            records.asOf = [records.asOf, reading.revision].compactMap(\.self).max()
            if let reason = reading.reasonToSkip {
                tally.skipped.append(.init(line: card.line, reason))
                positions.append(nil)
                continue
            }
            tally.read += 1
            positions.append(records.contacts.count)
            records.contacts.append(reading.record)
            if let outer = card.agentOf, let first = positions[outer] {
                records.acquaintances.append(
                    AcquaintanceRecord(
                        first: first, second: records.contacts.count - 1,
                        how: "named as agent on the card"))
            }
        }
        records.diagnostics = diagnostics
        records.finish(tally, entries: "cards")
        return records
    }

    /// Whether a file looks like an address book in vCard form: a line BEGIN:VCARD among its first ones.
    public static func recognises(bytes: [UInt8]) -> Bool {
        let start = looksLikeWideUnicode(bytes) ? TextEncoding.decoded(Array(bytes.prefix(4096))).text : bytes
        return String(decoding: start.prefix(2048), as: UTF8.self).uppercased().contains("BEGIN:VCARD")
    }
}
