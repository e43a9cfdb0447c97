package import Foundations

/// An mbox file or a folder of single mails, with the files in it.
package struct MailFolder {
    /// The file or folder, as the user named it and below that.
    package var path: String
    /// Whether `path` is one file with many mails; otherwise each file has one.
    package var isMbox: Bool
    /// The files, in the order of their names.
    package var files: [String]
    /// What its name says that it is for.
    package var role: MailRole?

    /// What folders and files of mail are at a path, in the order of their names, those inside before those beside.
    /// - Throws: ``ReadError`` when the path leads nowhere.
    package static func list(at path: String) throws(ReadError) -> [MailFolder] {
        guard try FileBytes.isFolder(path: path) else {
            switch MailFile.kind(of: path) {
            case .mbox:
                return [MailFolder(path: path, isMbox: true, files: [path], role: MailRole(ofPath: path))]
            case .mail: return [MailFolder(path: path, isMbox: false, files: [path])]
            case nil: return []
            }
        }
        var folders: [MailFolder] = []
        collect(path, depth: 0, into: &folders)
        return folders
    }

    /// The one file of these bytes, as of a pipe or an archive; `nil` when there is no mail in it.
    package init?(_ path: String, bytes: [UInt8]) {
        guard let kind = MailFile.kind(of: Array(bytes.prefix(1 << 16))) else { return nil }
        self.init(path: path, isMbox: kind == .mbox, files: [path], role: MailRole(ofPath: path))
    }

    private init(path: String, isMbox: Bool, files: [String], role: MailRole? = nil) {
        (self.path, self.isMbox, self.files, self.role) = (path, isMbox, files, role)
    }

    private static func collect(_ path: String, depth: Int, into folders: inout [MailFolder]) {
        // Deeper than any mail program nests, and an end to links that lead back.
        guard depth < 16, let names = try? FileBytes.names(inFolder: path) else { return }
        let inside = names.map { (name: $0, path: "\(path)/\($0)") }
        let role = MailRole(ofPath: path, depth: depth)
        var single: [String] = []
        for (name, path) in inside where (try? FileBytes.isFolder(path: path)) == false {
            if isSingleMail(name) {
                single.append(path)
            } else if mayBeMailbox(name), MailFile.kind(of: path) == .mbox {
                folders.append(
                    MailFolder(path: path, isMbox: true, files: [path], role: MailRole(ofPath: path) ?? role))
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
            collect(path, depth: depth + 1, into: &folders)
        }
    }

    private static func isSingleMail(_ name: String) -> Bool {
        [".eml", ".emlx"].contains { name.lowercased().hasSuffix($0) }
    }

    /// Whether a file may be a mailbox by its name: Thunderbird's and many others have no ending, or what looks like one.
    private static func mayBeMailbox(_ name: String) -> Bool {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return true }
        return !otherEndings.contains(name[name.index(after: dot)...].lowercased())
    }

    private static let otherEndings: Set<String> = [
        "msf", "dat", "html", "htm", "json", "csv", "tsv", "vcf", "ics", "plist", "xml", "sqlite", "db",
        "zip", "gz", "pdf",
        "txt", "md", "py", "swift", "png", "jpg", "jpeg", "log",
    ]

    /// Whether there is mail in a folder or below it.
    package static func isMailFolder(_ path: String, depth: Int = 0) -> Bool {
        guard depth < 16, let names = try? FileBytes.names(inFolder: path) else { return false }
        // The tables of a network, which may lie beside mail.
        if depth == 0, names.contains("people.csv") { return false }
        if names.contains("cur"), (try? FileBytes.isFolder(path: "\(path)/cur")) == true { return true }
        var folders: [String] = []
        for name in names where !name.hasPrefix(".") || depth == 0 {
            let inside = "\(path)/\(name)"
            switch try? FileBytes.isFolder(path: inside) {
            case true: folders.append(inside)
            case false:
                let kind = isSingleMail(name) || mayBeMailbox(name) ? MailFile.kind(of: inside) : nil
                if kind == .mbox || kind != nil && isSingleMail(name) { return true }
            case nil: continue
            }
        }
        return folders.contains { isMailFolder($0, depth: depth + 1) }
    }
}

/// What a file holds, by its first bytes.
package enum MailFile {
    case mbox, mail

    package static func kind(of path: String) -> MailFile? {
        ((try? FileBytes.start(ofFile: path, count: 1 << 16)) ?? nil).flatMap { kind(of: $0) }
    }

    /// - Parameter bytes: The beginning of the file, at most 64 KiB of it.
    package static func kind(of bytes: [UInt8]) -> MailFile? {
        let bytes = Array(bytes[byteOrderMarkLength(bytes)...].drop { $0 == 10 || $0 == 13 })
        return bytes.withUnsafeBufferPointer { bytes in
            guard bytes.baseAddress != nil else { return nil }
            if let start = MailFile.startOfMail(inAppleMail: bytes) {
                return MboxSeparator.isHeader(UnsafeBufferPointer(rebasing: bytes[start...])) ? .mail : nil
            }
            if MboxSeparator.isMark(bytes, at: 0) {
                return MboxSeparator.separates(bytes, at: 0) ? .mbox : nil
            }
            return MboxSeparator.isHeader(bytes) ? .mail : nil
        }
    }

    /// Where the mail begins in one of Apple Mail's `.emlx` files, behind a line with the number of its bytes; `nil` for
    /// other files.
    static func startOfMail(inAppleMail bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let digits = bytes.prefix(12).prefix { (0x30...0x39).contains($0) }.count
        guard (1...10).contains(digits) else { return nil }
        var end = digits
        while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 13 { end += 1 }
        return end < bytes.count && bytes[end] == 10 ? end + 1 : nil
    }
}
