import Foundation
import Graphviz
import ReferralAnalysis
import ReferralGraph
import Testing

@testable import NetworkDrawing

/// Needs a process of its own, whose memory and whose children's it measures: `Scripts/test` runs it alone.
@Suite("Two thousand pictures in a row", .enabled(if: getenv("REBOUND_ALONE") != nil))
struct RepeatedRenderTests {
    @Test("Neither this process nor the one that draws grows, and every picture is the first one again")
    func memory() async throws {
        let sample = Sample("julia-second-chance", "2026-04-10")
        let analysis = try sample.analysis()
        let network = analysis.network
        let company = try #require(network.companies.first?.id)
        let changes = try analysis.changes(since: CalendarDay("2026-03-01")!)
        let views: [DrawingView] = [
            .lanes, .chain(), .path(to: .company(company)), .company(company), .ring, .timeline, .map,
            .changes(changes),
        ]
        var first: [[UInt8]] = []
        var before: [Int] = []
        for round in 0..<250 {
            for (number, view) in views.enumerated() {
                let drawing = try Drawing(of: analysis, as: view, title: "T")
                let bytes = try await RenderPool.shared.svg(drawing.graph).bytes
                if round == 0 { first.append(bytes) } else { #expect(bytes == first[number]) }
            }
            if round == 49 { before = try Self.residentBytes() }
        }
        let after = try Self.residentBytes()
        #expect(after.count == before.count && before.count >= 2, "this process and the one that draws")
        for (before, after) in zip(before, after) {
            #expect(after - before < 4 << 20, "from \(before >> 10) to \(after >> 10) KiB")
        }
    }

    /// The memory of this process and of its children, in the order of their numbers.
    private static func residentBytes() throws -> [Int] {
        let tasks = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")
        let children = tasks.flatMap { task in
            let list = try? String(contentsOfFile: "/proc/self/task/\(task)/children", encoding: .utf8)
            return (list ?? "").split(separator: " ").map(String.init)
        }
        return try (["self"] + children.sorted()).map { process in
            let sizes = try String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8).split(
                separator: " ")
            return Int(sizes[1])! * Int(sysconf(Int32(_SC_PAGESIZE)))
        }
    }
}
