import Foundations
import Glibc
import NetworkFiles
import ReboundTestSupport
import ReferralGraph
import Testing

/// Every diagnostic has a network file or a folder of tables that provokes it, and beside it what is said
/// then.
///
/// With `REBOUND_RECORD=1` in the environment the expected texts are written anew.
@Suite struct DiagnosticFixtureTests {
    static let folder =
        String(#filePath.dropLast("DiagnosticFixtureTests.swift".count))
        + "Fixtures/Diagnostics/"

    static let names = fileNames(in: folder).filter { !$0.hasSuffix(".txt") }

    @Test func nothingThereIsNoDiagnostic() {
        #expect(throws: ReadError.noSuchFile(path: "/none/x")) {
            try NetworkReader.read(path: "/none/x", asOf: nil)
        }
    }

    private func diagnostics(of name: String) throws -> [Diagnostic] {
        try NetworkReader.read(path: Self.folder + name, asOf: Timestamp("2026-03-10")).diagnostics
    }

    @Test(arguments: names)
    func saysWhatIsExpected(name: String) throws {
        let result = try NetworkReader.read(path: Self.folder + name, asOf: Timestamp("2026-03-10"))
        let text = result.diagnostics.map { "\($0.description.dropFirst(Self.folder.count))\n" }.joined()
        let path = Self.folder + name + ".txt"
        if getenv("REBOUND_RECORD") != nil {
            try AtomicFile.write(text.utf8, to: path, sparing: ProtectedFiles())
        }
        #expect(try String(decoding: FileBytes.read(path: path), as: UTF8.self) == text)
        #expect((result.network == nil) == result.diagnostics.contains { $0.severity == .error })
        let isClean = text.unicodeScalars.allSatisfy {
            $0 == "\n" || $0.properties.generalCategory != .control
        }
        #expect(isClean)
    }

    /// What only importers and readers of templates and streams say; their fixtures are elsewhere.
    static let kindsOfOthers: Set<Diagnostic.Kind> = [
        .archiveInvalid, .archiveTooLarge, .lineEmpty, .lineTooLong, .ownerGuessed, .valueIgnored,
        .recordDamaged, .templateSyntax,
    ]

    /// What stands for others in long lists only; see `FindingsLimitTests`.
    static let kindsOfLongLists: Set<Diagnostic.Kind> = [.errorsOmitted, .warningsOmitted]

    @Test func everyKindHasItsFixture() throws {
        for kind in Diagnostic.Kind.allCases
        where !Self.kindsOfOthers.contains(kind) && !Self.kindsOfLongLists.contains(kind) {
            let names = Self.names.filter { $0 == kind.rawValue || $0 == "\(kind.rawValue).json" }
            #expect(!names.isEmpty, "\(kind.rawValue)")
            for name in names {
                #expect(try diagnostics(of: name).contains { $0.identifier == kind }, "\(name)")
            }
        }
    }

    @Test func everyIssueOfANetworkIsADiagnosticOfTheSameName() {
        let kinds = Set(Diagnostic.Kind.allCases.map(\.rawValue))
        #expect(NetworkIssue.Kind.allCases.allSatisfy { kinds.contains($0.rawValue) })
    }
}
