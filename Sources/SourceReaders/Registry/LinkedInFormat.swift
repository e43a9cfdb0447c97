internal import Foundations

extension SourceReader {
    /// LinkedIn's archive of a member's data.
    static let linkedIn = SourceReader(
        .linkedIn, title: "LinkedIn archive",
        summary: "LinkedIn's data archive (the zip, its folder or one of its files)",
        noun: "a LinkedIn archive",
        recognises: { input, _ in
            input.bytes.map(LinkedInArchiveReader.recognises(bytes:))
                ?? LinkedInArchiveReader.recognises(path: input.path)
        },
        read: { input, options throws(SourceError) in
            var reading = LinkedInArchiveReader.Options()
            reading.keepText = options.keepsText
            reading.ownerURL = options.owners.first { $0.contains("/") }
            reading.ownerName = options.owners.first { !$0.contains("/") && !$0.contains("@") }
            return try SourceError.reading { () throws(ReadError) in
                try LinkedInArchiveReader.read(path: input.path, bytes: input.bytes, options: reading)
            }
        })
}
