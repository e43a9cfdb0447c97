internal import Foundations
public import ReferralGraph

/// A draft as a mail that programs open for editing (RFC 5322, RFC 2045, RFC 2047; `X-Unsent: 1`).
public struct MailFile {
    private let draft: Draft

    /// Makes a mail of a draft.
    /// - Throws: ``MailProblem``.
    public init(_ draft: Draft) throws(MailProblem) {
        guard draft.channel == .email else { throw .notAMail(draft.channel) }
        guard let address = draft.address else { throw .noAddress(person: draft.person, name: draft.name) }
        guard MailAddress.isPlain(address) else {
            throw .unusableAddress(address, person: draft.person, name: draft.name)
        }
        self.draft = draft
    }

    /// The mail, lines ending in CRLF; pure ASCII.
    public var bytes: [UInt8] {
        var lines = ["X-Unsent: 1"]
        if let from = draft.from, MailAddress.isPlain(from.address) {
            lines.append("From: " + MailHeaderText.mailbox(from.name, from.address, after: "From: "))
        }
        lines.append("To: " + MailHeaderText.mailbox(draft.name, draft.address ?? "", after: "To: "))
        lines.append("Subject: " + MailHeaderText.unstructured(draft.subject ?? "", after: "Subject: "))
        if let id = draft.inReplyTo, MailAddress.isMessageID(id) {
            lines.append("In-Reply-To:\r\n <\(id)>")
            lines.append("References:\r\n <\(id)>")
        }
        lines += [
            "MIME-Version: 1.0", "Content-Type: text/plain; charset=\"utf-8\"",
            "Content-Transfer-Encoding: quoted-printable", "",
        ]
        let head = lines.joined(separator: "\r\n") + "\r\n"
        return Array(head.utf8) + QuotedPrintable.bytes(draft.body + "\n")
    }
}

/// Why a draft cannot be given to a mail program.
public enum MailProblem: Error, Sendable, Equatable {
    /// The draft is for another channel than e-mail.
    case notAMail(DraftChannel)
    /// No address is on record.
    case noAddress(person: PersonID, name: String)
    /// The address on record is none that a mail can be sent to.
    case unusableAddress(String, person: PersonID, name: String)
    /// The link is longer than programs take.
    case linkTooLong(characters: Int, limit: Int)

    /// What to do.
    public var explanation: String {
        switch self {
        case .notAMail(let channel):
            "this draft is for a \(channel.words), and --mailto and --eml are for e-mails; add --channel email"
        case .noAddress(let person, let name):
            "no e-mail address of \(name) is on record: rebound add person \(commandWord(person.text)) --more --email ADDRESS"
        case .unusableAddress(let address, let person, let name):
            "\(quoted(escapingControls(address))), the first address of \(name), is none a mail can go to: rebound add person \(commandWord(person.text)) --more --email ADDRESS"
        case .linkTooLong(let characters, let limit):
            "the link has \(characters) characters, and programs take \(limit); use --eml instead"
        }
    }
}
