internal import Foundations

extension SourceReader {
    /// Mailboxes, folders of them, and single mails.
    static let mail = SourceReader(
        .mail, title: "mail",
        summary: "mail (mbox, Maildir, .eml, .emlx, folders of Thunderbird and Apple Mail)",
        noun: "mail (mbox, Maildir, .eml)", endingsInZips: [".mbox", ".eml"],
        recognises: { input, _ in
            input.bytes.map(MailReader.recognises(bytes:)) ?? MailReader.recognises(input.path)
        },
        read: { input, options throws(SourceError) in
            let reading = MailReader.Options(
                ownerAddresses: options.owners.filter { $0.contains("@") }, keepText: options.keepsText)
            return try SourceError.reading { () throws(ReadError) in
                try MailReader.read(path: input.path, bytes: input.bytes, options: reading)
            }
        })
}
