import Foundations
import Glibc
import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

/// Archives of all the forms that LinkedIn's files have had, and beside each what it says.
///
/// With `REBOUND_RECORD=1` in the environment the expected texts are written anew.
@Suite struct LinkedInEraTests {
    static let folder =
        String(#filePath.dropLast("LinkedInEraTests.swift".count)) + "Fixtures/linkedin/"

    static let names = fileNames(in: folder).filter { !$0.hasSuffix(".txt") }

    private static func records(_ path: String) throws -> SourceRecords {
        var options = LinkedInArchiveReader.Options()
        options.keepText = true
        return try LinkedInArchiveReader.read(path: path, options: options)
    }

    @Test(arguments: names)
    func saysWhatIsExpected(name: String) throws {
        let text = try Self.records(Self.folder + name).summary
        let path = Self.folder + name + ".txt"
        if getenv("REBOUND_RECORD") != nil {
            try AtomicFile.write(text.utf8, to: path, sparing: ProtectedFiles())
        }
        #expect(try String(decoding: FileBytes.read(path: path), as: UTF8.self) == text)
        #expect(LinkedInArchiveReader.recognises(path: Self.folder + name))
    }

    @Test(arguments: names)
    func zipsSayTheSameAsTheirFolders(name: String) async throws {
        let root = Self.folder + name
        let files = try Self.files(in: root)
        #expect(files.count > 1)
        try await TemporaryFolder.with { folder in
            // In the order of the folder and against it: the zip's order does not count.
            for files in [files, files.reversed()] {
                let path = try folder.write(StoredZip(files).bytes, to: name + ".zip")
                var zipped = try Self.records(path)
                zipped.path = root
                #expect(zipped == (try Self.records(root)))
                #expect(LinkedInArchiveReader.recognises(path: path))
            }
        }
    }

    /// The files below a folder, with their contents.
    static func files(in root: String) throws -> [(String, String)] {
        try fileNames(in: root).flatMap { name -> [(String, String)] in
            let path = root + "/" + name
            let within = fileNames(in: path)
            guard within.isEmpty else { return try files(in: path).map { ("\(name)/\($0.0)", $0.1) } }
            return [(name, String(decoding: try FileBytes.read(path: path), as: UTF8.self))]
        }
    }
}

extension SourceRecords {
    /// Everything but the path, one record a line.
    var summary: String {
        var lines = [
            "as of \(asOf.map(String.init) ?? "?"), last entry \(latestEntry.map(String.init) ?? "?"), of \(owner?.name ?? "?") \(owner?.profileURLs ?? [])"
        ]
        for (index, contact) in contacts.enumerated() { lines.append("\(index) \(contact.line)") }
        for talk in talks {
            var line = "\(talk.date) \(talk.sender.map(String.init) ?? "owner") -> \(talk.others)"
            line += " \(talk.channel.rawValue) \(talk.thread ?? "-")"
            if !talk.purposes.isEmpty { line += " \(talk.purposes.map(\.rawValue))" }
            if let expectsReply = talk.expectsReply { line += expectsReply ? " ?" : " answered" }
            if let subject = talk.subject { line += " \(subject.debugDescription)" }
            lines.append(
                line
                    + " \(talk.text?.debugDescription ?? "-") \(talk.place.file):\(talk.place.line) \(talk.id)"
            )
        }
        for application in applications {
            lines.append("\(application.date) applied to \(application.company) as \(application.title)")
        }
        for tie in acquaintances {
            lines.append("\(tie.first)-\(tie.second) \(tie.how) \(tie.lastContact.map(String.init) ?? "")")
        }
        for tally in tallies {
            lines.append("\(tally.file): \(tally.read) read")
            for skipped in tally.skipped { lines.append("    line \(skipped.line): \(skipped.reason)") }
        }
        for job in ownJobs {
            lines.append(
                "own job \(job.job.title ?? "-") at \(job.job.company ?? "-") \(job.from.map(String.init) ?? "?")"
                    + "...\(job.to.map(String.init) ?? "")")
        }
        for school in ownEducation.map(\.education) {
            lines.append(
                "studied \(school.degree ?? "-") at \(school.school) \(school.from.map(String.init) ?? "?")"
                    + "...\(school.to.map(String.init) ?? "")")
        }
        for target in proposals.map(\.target) {
            lines.append(
                "\(target.kind.rawValue) \(target.name): \(target.source ?? "-") \(target.date.map(String.init) ?? "")"
            )
        }
        lines += unusedFiles.map { "\($0.file): not used, \($0.reason)" }
        lines += diagnostics.map(\.description)
        return lines.map { $0 + "\n" }.joined()
    }
}

extension ContactRecord {
    fileprivate var line: String {
        var parts =
            [name.debugDescription] + otherNames.map { "or \($0.debugDescription)" } + profileURLs + emails
        if let title { parts.append(title) }
        if let company { parts.append("at \(company)") }
        if let connectedOn { parts.append("since \(connectedOn)") }
        if isAcquaintance { parts.append("known") }
        if let strength { parts.append("\(strength)") }
        if let how { parts.append("(\(how))") }
        parts += notes.map(\.debugDescription)
        return parts.joined(separator: " ") + " \(place.file):\(place.line)"
    }
}
