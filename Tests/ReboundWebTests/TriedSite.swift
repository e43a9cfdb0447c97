import Foundation
import Foundations
import Graphviz
import NetworkEditing
import PageServer
import ReferralGraph
import Workspace

@testable import ReboundWeb

/// A site on a store of its own, whose clock stands still until it is set.
final class TriedSite {
    let site: ReboundSite
    let own: OwnNetwork
    private let folder: URL
    private let today: Timestamp

    static let pool = newPool()

    /// Draws with the program beside the tests.
    static func newPool() -> RenderPool {
        RenderPool(
            workerCount: 1,
            executable: URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
                .deletingLastPathComponent().appending(path: "rebound").path(percentEncoded: false))
    }

    /// - Parameter network: What the store holds at first; nothing yet where it is `nil`.
    init(
        _ network: ReferralNetwork? = nil, today: String = "2026-04-10", isQuiet: Bool = false,
        isReadOnly: Bool = false, pool: RenderPool = TriedSite.pool
    ) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appending(path: "network.rebound").path(percentEncoded: false)
        let now = Timestamp(today)!
        self.today = now
        own = OwnNetwork(path: path, now: now)
        if let network { _ = try own.take(in: [.network(network, path: "sample.json")]) }
        let settings = try Settings { name in
            switch name {
            case "REBOUND_SETTINGS": "none"
            case "REBOUND_QUIET": isQuiet ? "on" : nil
            default: nil
            }
        }
        site = try ReboundSite(
            WebView(of: .store(path: path), settings: settings, isReadOnly: isReadOnly) { now },
            pool: pool)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// The text of a page.
    func page(_ path: String, _ query: KeyValuePairs<String, String> = [:]) async -> String {
        String(decoding: await response(path, query).body, as: UTF8.self)
    }

    func response(_ path: String, _ query: KeyValuePairs<String, String> = [:]) async -> PageResponse {
        await site.response(path, query)
    }

    @discardableResult
    func act(
        _ name: String, _ fields: [String: [String]] = [:], seen: Int? = nil
    ) async throws -> FormAnswer { try await site.send(name, fields, seen: seen) }
}
