import Foundation
import FuzzTargets
import Testing

@Suite("The corpus of the fuzz targets")
struct CorpusReplayTests {
    private static let corpus = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Corpus")

    @Test("Every input kept is read, whole and cut, and keeps the laws", arguments: FuzzTarget.allCases)
    func replay(target: FuzzTarget) throws {
        let folder = Self.corpus.appending(path: target.rawValue)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        try #require(names.count >= 5)
        for name in names {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
            target.run(bytes)
            target.run(Array(bytes.prefix(bytes.count / 2)))
        }
    }
}
