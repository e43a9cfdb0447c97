import Foundation
import Graphviz
import Testing

@testable import NetworkDrawing

@Suite("Snapshots")
struct SnapshotTests {
    /// With `REBOUND_RECORD=1` the drawing as it is now becomes the one that is expected.
    @Test(
        "The story of three referrals is written as the DOT source on record, in every view",
        arguments: [DrawingView.lanes: "", .ring: "-ring", .timeline: "-timeline", .map: "-map"].sorted {
            $0.value < $1.value
        })
    func threeReferrals(view: DrawingView, suffix: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Snapshots/three-referrals\(suffix).dot")
        let graph = try Sample.stories[0].drawing(as: view).graph
        let source = graph.source(for: LayoutRung.ladder(for: graph)[0])
        if ProcessInfo.processInfo.environment["REBOUND_RECORD"] == "1" {
            try Data(source.utf8).write(to: file)
        }
        let recorded = try String(contentsOf: file, encoding: .utf8)
        #expect(source.split(separator: "\n") == recorded.split(separator: "\n"))
    }
}
