internal import Foundations
internal import MailFiles

/// Whose mailbox it is.
struct MailOwner {
    /// The owner's addresses, the one that stands for them first.
    var addresses: [Int]
    /// How they were found out; `nil` when the user named them.
    var guess: String?

    /// Those the user named, as far as they occur; an address with a tag, as in `mia+jobs@example.com`, is the same
    /// mailbox as the one without (RFC 5233).
    static func named(_ named: [String], in addresses: MailAddresses) -> MailOwner? {
        let wanted = named.map { trimmed($0).lowercased() }
        let found = wanted.compactMap { addresses.known($0) }
        let others = addresses.entries.indices.filter { position in
            wanted.contains(untagged(addresses.entries[position].spelling.lowercased()))
        }
        let all = found + others.filter { !found.contains($0) }
        return all.isEmpty ? nil : MailOwner(addresses: all, guess: nil)
    }

    private static func untagged(_ address: String) -> String {
        guard let plus = address.firstIndex(of: "+"), let at = address.lastIndex(of: "@"), plus < at else {
            return address
        }
        return String(address[..<plus] + address[at...])
    }

    /// The addresses that wrote what lies in the sent items, or the one that takes part in most mails; `nil` when
    /// another one takes part in nearly as many.
    static func guessed(_ envelopes: [MailEnvelope], _ addresses: MailAddresses) -> MailOwner? {
        var sent = Array(repeating: 0, count: addresses.entries.count)
        var shares = sent
        for envelope in envelopes {
            if envelope.isSent, let sender = envelope.senders.first { sent[sender] += 1 }
            for position in Set(envelope.senders + envelope.recipients + envelope.hidden) {
                shares[position] += 1
            }
            // What the server wrote is one more sign.
            if let receiver = envelope.deliveredTo { shares[receiver] += 1 }
        }
        func ranked(_ counts: [Int]) -> [Int] {
            counts.indices.filter {
                counts[$0] > 0 && !addresses.entries[$0].isMachine && !addresses.entries[$0].isList
            }
            .sorted { (counts[$1], $0) < (counts[$0], $1) }
        }
        let sentCount = sent.reduce(0, +)
        // A mail or two may have been put into the wrong folder.
        let writers = ranked(sent).filter { sent[$0] * 10 >= sentCount }
        if let first = writers.first {
            let of = sentCount == 1 ? "the one sent mail" : "\(sent[first]) of \(sentCount) sent mails"
            return MailOwner(addresses: writers, guess: "who wrote \(of)")
        }
        let ranking = ranked(shares)
        guard let first = ranking.first, shares[first] * 2 >= envelopes.count,
            ranking.count == 1 || shares[ranking[1]] * 10 <= shares[first] * 8
        else { return nil }
        let count = envelopes.count { ($0.senders + $0.recipients + $0.hidden).contains(first) }
        return MailOwner(
            addresses: [first], guess: "who takes part in \(count) of \(envelopes.count) mails")
    }
}
