internal import Glibc
internal import ReferralGraph
internal import SystemInterface

/// What a folder, a label or a mark on a mail says that it is for, as far as that matters.
package enum MailRole {
    case sent, drafts, spam, trash

    /// By the name of a label, or a folder without what stands around its name.
    init?(name: String) {
        guard let role = MailFolderNames.role(of: name) else { return nil }
        self = role
    }

    /// By the last part of a path that is known: `.Sent`, `INBOX.Sent`, `Sent.mbox`, `Sent.mbox/mbox`, `Sent.sbd/2024`.
    ///
    /// - Parameter depth: How many parts count; those above were named by the user for reasons of their own.
    init?(ofPath path: String, depth: Int = 1) {
        var parts = path.split(separator: "/").map(String.init)
        let isInside = parts.last == "mbox"
        if isInside { parts.removeLast() }
        for part in parts.suffix(max(depth, 1)).reversed() {
            if let role = Self.role(ofPart: part) {
                self = role
                return
            }
        }
        return nil
    }

    private static func role(ofPart part: String) -> MailRole? {
        var name = part
        for ending in [".mbox", ".sbd"] where name.lowercased().hasSuffix(ending) {
            name = String(name.dropLast(ending.count))
        }
        if let role = MailFolderNames.role(of: name) { return role }
        // Maildir++ writes the path into the name, other programs the account behind it.
        let pieces = name.split { $0 == "." || $0 == "/" }
        return pieces.last.flatMap { MailFolderNames.role(of: String($0)) }
    }

    /// By the flags in a Maildir's file name, as in `1700000000.M1.host:2,DS` (https://cr.yp.to/proto/maildir.html), or
    /// behind the mail in one of Apple Mail's `.emlx` files.
    package init?(ofMail path: String) {
        if path.lowercased().hasSuffix(".emlx") {
            guard let flags = AppleMailFlags(path: path) else { return nil }
            if flags.isDeleted {
                self = .trash
            } else if flags.isDraft {
                self = .drafts
            } else {
                return nil
            }
            return
        }
        let parts = path.split(separator: "/").last?.split(separator: ",") ?? []
        guard parts.count > 1, parts[parts.count - 2].hasSuffix("2") else { return nil }
        let flags = parts[parts.count - 1]
        if flags.contains("T") {
            self = .trash
        } else if flags.contains("D") {
            self = .drafts
        } else {
            return nil
        }
    }
}

/// The marks in the property list at the end of an `.emlx` file.
private struct AppleMailFlags {
    let isDeleted: Bool
    let isDraft: Bool

    init?(path: String) {
        let descriptor = path.withSystemPath { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let size = lseek(descriptor, 0, SEEK_END)
        let tail = [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, count in
            count = max(0, pread(descriptor, buffer.baseAddress, buffer.count, max(0, size - buffer.count)))
        }
        let text = String(decoding: tail, as: UTF8.self)
        guard let key = text.firstRange(of: "<key>flags</key>"),
            let number = text[key.upperBound...].firstRange(of: "<integer>"),
            let flags = Int(text[number.upperBound...].prefix { $0.isNumber })
        else { return nil }
        isDeleted = flags & 1 << 1 != 0
        isDraft = flags & 1 << 6 != 0
    }
}
