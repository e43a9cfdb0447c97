import Foundation
import NetworkFiles
import PageServer
import ReboundTestSupport
import ReferralGraph
import Testing
import Workspace

@testable import ReboundWeb

/// A site over a store or a file of its own, visited as a browser would.
struct VisitedSite {
    let folder: TemporaryFolder
    let site: ReboundSite
    let path: String

    static let now = Timestamp("2026-04-10T10:00Z")!

    private init(_ folder: TemporaryFolder, _ source: NetworkSource) throws {
        self.folder = folder
        path = source.path
        site = try ReboundSite(
            WebView(of: source, settings: Self.settings(in: folder)) { Self.now })
    }

    /// Visits a site over a store, empty unless a network is brought in.
    static func with<Value>(
        _ network: ReferralNetwork? = nil, _ body: (VisitedSite) async throws -> Value
    ) async throws -> Value {
        try await TemporaryFolder.with { folder in
            let site = try VisitedSite(folder, .store(path: folder("network.db")))
            if let network { _ = try site.own.take(in: [.network(network, path: "network.json")]) }
            return try await body(site)
        }
    }

    /// Visits a site that shows a file.
    static func with<Value>(
        file: String, _ body: (VisitedSite) async throws -> Value
    ) async throws -> Value {
        try await TemporaryFolder.with { try await body(VisitedSite($0, .file(path: file))) }
    }

    static func settings(in folder: TemporaryFolder) throws -> Settings {
        let path = folder("settings.json")
        return try Settings(environment: { $0 == "REBOUND_SETTINGS" ? path : nil }, needsFile: false)
    }

    var own: OwnNetwork { OwnNetwork(path: path, now: Self.now) }

    func network() throws -> ReferralNetwork { try own.network() }

    /// A page by its address, as the server would ask for it.
    func response(_ address: String) async throws -> PageResponse {
        let parts = try #require(URLComponents(string: address), "\(address)")
        let query = (parts.percentEncodedQueryItems ?? []).map { item in
            PageRequest.QueryItem(
                item.name.removingPercentEncoding ?? "", item.value?.removingPercentEncoding ?? "")
        }
        return await site.page(PageRequest(path: parts.path, query: query))
    }

    func page(_ address: String) async throws -> Markup {
        Markup(String(decoding: try await response(address).body, as: UTF8.self))
    }

    /// The page, once nothing is being read any more.
    func readPage(_ address: String) async throws -> Markup {
        for _ in 0..<200 {
            let page = try await page(address)
            if !page.elements.contains(where: { $0["data-again"] != nil }) { return page }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw Timeout()
    }

    struct Timeout: Error {}

    func act(_ name: String, _ fields: [String: [String]], seen: Int? = nil) async throws -> FormAnswer {
        try await site.send(name, fields, seen: seen)
    }

    /// Sends a form as the page has it, with some fields filled in.
    func send(_ form: String, on page: Markup, filling: [String: String] = [:]) async throws -> FormAnswer {
        try await act(form, Self.fields(of: form, on: page).merging(filling.mapValues { [$0] }) { $1 })
    }

    /// The fields of a form that are there before anything is typed.
    static func fields(of form: String, on page: Markup) throws -> [String: [String]] {
        let position = try #require(
            page.elements.firstIndex { $0["data-act"] == form || $0["data-get"] == form })
        let depth = page.elements[position].path.count
        var fields: [String: [String]] = [:]
        for element in page.elements[(position + 1)...] {
            if element.path.count <= depth { break }
            if element.name == "input", let name = element["name"] {
                if element["type"] == "checkbox", element["checked"] == nil { continue }
                fields[name, default: []].append(element["value"] ?? "")
            }
        }
        return fields
    }

    /// Sends a file as the browser would.
    func upload(_ text: String, as name: String) async throws -> FormAnswer {
        try await upload(Data(text.utf8), as: name)
    }

    func upload(_ data: Data, as name: String) async throws -> FormAnswer {
        let outbox = folder("sent-\(UInt64.random(in: 0 ... .max))")
        try FileManager.default.createDirectory(atPath: outbox, withIntermediateDirectories: true)
        try data.write(to: URL(filePath: "\(outbox)/\(name)"))
        let response = await site.receive(UploadedFile(name: name, path: "\(outbox)/\(name)"))
        return try JSONDecoder().decode(FormAnswer.self, from: Data(response.body))
    }
}

/// Files of the package.
enum PackageFile {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func path(_ name: String) -> String { root.appending(path: name).path }

    static func data(_ name: String) throws -> Data { try Data(contentsOf: root.appending(path: name)) }

    /// A sample by its name.
    static func sample(_ name: String) throws -> ReferralNetwork {
        try network(at: path("Samples/\(name).json"))
    }

    static func network(at path: String) throws -> ReferralNetwork {
        try #require(NetworkReader.read(path: path, asOf: nil).network)
    }
}
