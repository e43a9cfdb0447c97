internal import Foundations
public import MailFiles

/// A mail that the user hands over.
public enum ReceivedMail {
    /// Reads the one mail in a file, or for `-` on standard input.
    /// - Throws: ``WorkspaceError`` when there is none, or more than one.
    public static func one(path: String) throws(WorkspaceError) -> HiringMail {
        let bytes = try readable { () throws(ReadError) in
            path == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(path: path)
        }
        let mails =
            try MailFile.kind(of: bytes) == nil
            ? [] : readable { () throws(ReadError) in try HiringMail.all(path: path, bytes: bytes) }
        if mails.count == 1 { return mails[0] }
        throw .invalid([
            Diagnostic(
                .formatUnknown, file: path, found: mails.isEmpty ? "no mail" : "\(mails.count) mails",
                expected: "one mail",
                hint: mails.isEmpty
                    ? "save the mail as a file (.eml) and give that" : "`rebound import` reads many at once")
        ])
    }
}
