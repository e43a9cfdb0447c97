import Foundation
import NetworkDrawing
import NetworkFiles
import ReferralAnalysis
import ReferralGraph
import Testing

/// A network of `Samples/`, and the day it is looked at.
struct Sample: CustomTestStringConvertible, Sendable {
    let name: String
    let asOf: Timestamp

    init(_ name: String, _ day: String) {
        self.name = name
        asOf = Timestamp(day)!
    }

    static let stories = [
        Sample("three-referrals", "2026-04-09"), Sample("two-silences", "2026-03-25"),
        Sample("stars-and-next-opening", "2026-04-10"), Sample("jennifer-undecided", "2026-04-10"),
        Sample("julia-second-chance", "2026-03-06"), Sample("ten-reports", "2026-04-10"),
        Sample("monthly-reminder", "2026-04-13"), Sample("linkedin-star", "2026-04-10"),
    ]

    static let cohort = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder + "cohort")) ?? []
        return files.filter { $0.hasSuffix(".json") }.sorted()
            .map { Sample("cohort/" + $0.dropLast(5), "2026-04-10") }
    }()

    static let thousand = Sample("thousand", "2026-04-10")

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Samples/").standardizedFileURL.path(percentEncoded: false)

    var testDescription: String { name }

    func network() throws -> ReferralNetwork {
        let read = try NetworkReader.read(path: Self.folder + name + ".json", asOf: asOf)
        return try #require(read.network)
    }

    func analysis() throws -> NetworkAnalysis { try NetworkAnalysis(of: network(), asOf: asOf) }

    func drawing(
        as view: DrawingView = .automatic, options: DrawingOptions = DrawingOptions()
    ) throws -> Drawing {
        let analysis = try analysis()
        return try Drawing(of: analysis, as: view, title: analysis.network.title ?? name, options: options)
    }
}
