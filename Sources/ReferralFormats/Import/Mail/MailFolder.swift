internal import Glibc

/// An mbox file or a folder of single mails, with the files in it.
struct MailFolder {
    /// The file or folder, as the user named it and below that.
    var path: String
    /// Whether `path` is one file with many mails; otherwise each file has one.
    var isMbox: Bool
    /// The files, in the order of their names.
    var files: [String]
    /// What its name says that it is for.
    var role: MailRole?

    /// What folders and files of mail are at a path, in the order of their names, those inside before those beside.
    /// - Throws: ``ReadError`` when the path leads nowhere.
    static func list(at path: String) throws(ReadError) -> [MailFolder] {
        guard try FileBytes.isFolder(path: path) else {
            switch MailFile.kind(of: path) {
            case .mbox:
                return [MailFolder(path: path, isMbox: true, files: [path], role: MailRole(ofPath: path))]
            case .mail: return [MailFolder(path: path, isMbox: false, files: [path])]
            case nil: return []
            }
        }
        var folders: [MailFolder] = []
        collect(path, isTop: true, depth: 0, into: &folders)
        return folders
    }

    private static func collect(_ path: String, isTop: Bool, depth: Int, into folders: inout [MailFolder]) {
        // Deeper than any mail program nests, and an end to links that lead back.
        guard depth < 16, let names = try? FileBytes.names(inFolder: path) else { return }
        let inside = names.map { (name: $0, path: "\(path)/\($0)") }
        let role = isTop ? nil : MailRole(ofPath: path)
        var single: [String] = []
        for (name, path) in inside where (try? FileBytes.isFolder(path: path)) == false {
            if name.lowercased().hasSuffix(".eml") {
                single.append(path)
            } else if name == "mbox" || name.lowercased().hasSuffix(".mbox"), MailFile.kind(of: path) == .mbox
            {
                folders.append(
                    MailFolder(path: path, isMbox: true, files: [path], role: role ?? MailRole(ofPath: path)))
            }
        }
        // `cur` and `new` of a Maildir (https://cr.yp.to/proto/maildir.html); what is in `tmp` is not there yet.
        let isMaildir = names.contains("cur")
        for name in ["cur", "new"] where isMaildir {
            let mails = (try? FileBytes.names(inFolder: "\(path)/\(name)")) ?? []
            single += mails.filter { !$0.hasPrefix(".") }.map { "\(path)/\(name)/\($0)" }
        }
        if !single.isEmpty {
            folders.append(MailFolder(path: path, isMbox: false, files: single, role: role))
        }
        for (name, path) in inside where (try? FileBytes.isFolder(path: path)) == true {
            if isMaildir, ["cur", "new", "tmp"].contains(name) { continue }
            collect(path, isTop: false, depth: depth + 1, into: &folders)
        }
    }

    /// Whether a folder is a Maildir, or holds mbox or mail files at its top.
    static func isMailFolder(_ path: String) -> Bool {
        guard let names = try? FileBytes.names(inFolder: path) else { return false }
        if (try? FileBytes.isFolder(path: "\(path)/cur")) == true { return true }
        return names.contains { name in
            let isNamedSo = name == "mbox" || [".mbox", ".eml"].contains { name.lowercased().hasSuffix($0) }
            return isNamedSo && MailFile.kind(of: "\(path)/\(name)") != nil
                || (try? FileBytes.isFolder(path: "\(path)/\(name)/cur")) == true
        }
    }
}

/// What a file holds, by its first bytes.
enum MailFile {
    case mbox, mail

    static func kind(of path: String) -> MailFile? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
        }
        return kind(of: bytes)
    }

    /// - Parameter bytes: The beginning of the file, at most 64 KiB of it.
    static func kind(of bytes: [UInt8]) -> MailFile? {
        let bytes = Array(bytes[byteOrderMarkLength(bytes)...].drop { $0 == 10 || $0 == 13 })
        return bytes.withUnsafeBufferPointer { bytes in
            guard bytes.baseAddress != nil else { return nil }
            if MboxSeparator.isMark(bytes, at: 0) {
                return MboxSeparator.separates(bytes, at: 0) ? .mbox : nil
            }
            return MboxSeparator.isHeader(bytes) ? .mail : nil
        }
    }
}

/// What a folder or a label is for, as far as that matters.
enum MailRole {
    case sent, drafts, spam

    /// By the name of a label, or a folder without what stands around its name.
    init?(name: String) {
        switch name.lowercased() {
        case "sent", "sent mail", "sent items", "sent messages", "gesendet", "gesendete objekte",
            "messages envoyés",
            "éléments envoyés", "envoyés", "enviados", "elementos enviados", "posta inviata", "inviati":
            self = .sent
        case "drafts", "draft", "templates", "entwürfe", "brouillons", "borradores", "rascunhos", "bozze":
            self = .drafts
        case "spam", "junk", "junk e-mail", "junk email", "bulk mail": self = .spam
        default: return nil
        }
    }

    /// By the last part of a path: `.Sent`, `INBOX.Sent`, `Sent.mbox`, `Sent.mbox/mbox`.
    init?(ofPath path: String) {
        var parts = path.split(separator: "/")
        if parts.last == "mbox" { parts.removeLast() }
        guard var name = parts.last else { return nil }
        if name.lowercased().hasSuffix(".mbox") { name = name.dropLast(5) }
        self.init(name: String(name.split(separator: ".").last ?? name))
    }
}
