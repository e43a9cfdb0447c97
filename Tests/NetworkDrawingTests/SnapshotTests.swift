import Foundation
import Graphviz
import Testing

@testable import NetworkDrawing

@Suite("Snapshots")
struct SnapshotTests {
    /// With `REBOUND_RECORD=1` the drawing as it is now becomes the one that is expected.
    @Test("The story of three referrals is written as the DOT source on record")
    func threeReferrals() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Snapshots/three-referrals.dot")
        let source = try Sample.stories[0].drawing().graph.source()
        if ProcessInfo.processInfo.environment["REBOUND_RECORD"] == "1" {
            try Data(source.utf8).write(to: file)
        }
        let recorded = try String(contentsOf: file, encoding: .utf8)
        #expect(source.split(separator: "\n") == recorded.split(separator: "\n"))
    }
}
