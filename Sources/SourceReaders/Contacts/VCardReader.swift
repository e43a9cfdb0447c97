internal import ContentLines
public import Foundations
internal import ReferralGraph

extension SourceFormat {
    /// An address book of vCards.
    public static let vCard = SourceFormat(rawValue: "vcard")
}

extension SourceReader {
    /// Address books in vCard form.
    static let vCard = SourceReader(
        .vCard, title: "vCards", summary: "vCards (also a folder of them)", noun: "vCards",
        endingsInZips: [".vcf", ".vcard"], comesInParts: true,
        recognises: { input, _ in
            if input.isFolder { return VCardReader.recognises(folder: input.path) }
            return (try? input.contents()).map(VCardReader.recognises(bytes:)) ?? false
        },
        read: { input, _ throws(SourceError) in
            guard input.isFolder else {
                return VCardReader.read(bytes: try input.contents(), file: input.path)
            }
            return try SourceError.reading { () throws(ReadError) in
                try VCardReader.read(folder: input.path)
            }
        })
}

/// Reads address books in vCard form, versions 2.1 to 4.0, as phones, mail programs and directories export them.
///
/// Sources: RFC 6350 (4.0), RFC 2426 (3.0), the versit Consortium's vCard 2.1, and RFC 9554 for social profiles.
/// Every card is read for itself: one that is damaged gives a warning, and the others are read. Of a card are used
/// N, FN, NICKNAME, EMAIL, TEL, URL, X-SOCIALPROFILE, ORG, TITLE, ROLE, CATEGORIES, NOTE, REV, KIND, RELATED and AGENT. Fax
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
        var relations: [(contact: Int, relation: VCardRelation)] = []
        var positionOfUID: [String: Int] = [:]
        for card in document.cards {
            var reading = VCardContact(card, file: file)
            reading.read()
            diagnostics += reading.diagnostics
            records.asOf = [records.asOf, reading.revision].compactMap(\.self).max()
            if let reason = reading.reasonToSkip {
                tally.skip(card.line, reason)
                positions.append(nil)
                continue
            }
            tally.read += 1
            positions.append(records.contacts.count)
            records.contacts.append(reading.record)
            relations += reading.relations.map { (records.contacts.count - 1, $0) }
            if let uid = card.uid { positionOfUID[uid] = records.contacts.count - 1 }
            if let outer = card.agentOf, let first = positions[outer] {
                records.acquaintances.append(
                    AcquaintanceRecord(
                        first: first, second: records.contacts.count - 1,
                        how: "named as agent on the card"))
            }
        }
        records.diagnostics = diagnostics
        records.relate(relations, positionOfUID)
        records.dropRepeatedUIDs()
        records.finish(tally, entries: "cards")
        return records
    }

    /// Reads a folder of cards, one or several in a file, as Nextcloud, khard and vdirsyncer keep them and Outlook exports
    /// them.
    /// - Throws: ``ReadError``.
    /// - Complexity: O(bytes).
    public static func read(folder path: String) throws(ReadError) -> SourceRecords {
        var records = SourceRecords(format: .vCard, path: path)
        for name in try filePaths(under: path, endings: SourceReader.vCard.endingsInZips) {
            let file = "\(path)/\(name)"
            let part = read(bytes: try FileBytes.read(path: file), file: file)
            let offset = records.contacts.count
            records.contacts += part.contacts
            records.acquaintances += part.acquaintances.map { acquaintance in
                var moved = acquaintance
                (moved.first, moved.second) = (moved.first + offset, moved.second + offset)
                return moved
            }
            records.asOf = [records.asOf, part.asOf].compactMap(\.self).max()
            records.tallies += part.tallies
            // A card that is no person's is no fault of the folder.
            records.diagnostics += part.diagnostics.filter { $0.identifier != .listEmpty }
        }
        records.dropRepeatedUIDs()
        if records.contacts.isEmpty, !records.hasErrors {
            records.diagnostics.append(
                Diagnostic(
                    .listEmpty, file: path, found: "no one in its cards", expected: "at least one person",
                    hint: "was everything exported?"))
        }
        return records
    }

    /// Whether a folder holds cards.
    public static func recognises(folder path: String) -> Bool {
        ((try? filePaths(under: path, endings: SourceReader.vCard.endingsInZips)) ?? []).isEmpty == false
    }

    /// Whether a file looks like an address book in vCard form: a line BEGIN:VCARD among its first ones.
    public static func recognises(bytes: [UInt8]) -> Bool {
        let start = looksLikeWideUnicode(bytes) ? TextEncoding.decoded(Array(bytes.prefix(4096))).text : bytes
        return String(decoding: start.prefix(2048), as: UTF8.self).uppercased().contains("BEGIN:VCARD")
    }
}

extension SourceRecords {
    /// Takes away the UIDs that several cards have: they name none of them.
    fileprivate mutating func dropRepeatedUIDs() {
        var count: [String: Int] = [:]
        for case let uid? in contacts.map(\.cardUID) { count[uid, default: 0] += 1 }
        for position in contacts.indices where contacts[position].cardUID.map({ count[$0]! > 1 }) ?? false {
            contacts[position].cardUID = nil
        }
    }
}
