import Foundations
import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

/// Small archives for tests.
enum LinkedInFixture {
    static let connections = """
        First Name,Last Name,URL,Email Address,Company,Position,Connected On
        Ann,Lee,https://www.linkedin.com/in/ann,,Acme,Buyer,01 Jan 2020
        Bo,Ek,https://www.linkedin.com/in/bo,,Acme,Clerk,02 Jan 2020
        """

    static let messageHeader =
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
        + "SUBJECT,CONTENT,FOLDER\n"

    /// What is read of a folder with these files.
    static func records(
        _ files: [String: String], options: LinkedInArchiveReader.Options = .init()
    ) async throws -> SourceRecords {
        try await TemporaryFolder.with { folder in
            for (name, text) in files { try folder.write(text, to: "archive/" + name) }
            return try LinkedInArchiveReader.read(path: folder("archive"), options: options)
        }
    }

    /// The diagnostics in short: severity, identifier, file and line.
    static func errors(_ records: SourceRecords) -> [String] {
        records.diagnostics.map {
            "\($0.severity.rawValue) \($0.identifier.rawValue) \($0.file.split(separator: "/").last ?? "") \($0.line ?? 0)"
        }
    }
}
