import Foundation
import NetworkFiles
import PageServer
import ReboundTestSupport
import ReferralGraph
import Testing
import Workspace

@testable import ReboundWeb

/// All pages, found by their links as a reader finds them, with the worst text there is in every field.
@Suite("Texts stay text on every page")
struct HostilePagesTests {
    /// What runs where text is taken for markup, and what else breaks careless printing.
    private static let payloads: [String] = {
        let file = try? PackageFile.data("Scripts/markup-payloads")
        return HostileText.all
            + String(decoding: file ?? Data(), as: UTF8.self).split(separator: "\n").map(String.init)
    }()

    /// Keys whose values are no texts, or keywords.
    private static let kept: Set = [
        "format", "kind", "stage", "role", "channel", "direction", "by", "strength", "timeZone", "priority",
        "purposes",
        "date", "from", "to", "since", "due", "kept", "given", "used", "met", "promised", "declined",
        "lastContact",
        "confirmed", "holidays", "purpose",
    ]
    private static let references: Set = [
        "id", "seeker", "person", "people", "company", "opportunity", "interaction", "participants",
    ]

    /// A sample in which every text is one of some others, each the next one.
    private static func sample(
        _ sample: String, saying texts: [String], from start: Int = 0
    ) throws -> ReferralNetwork? {
        let json = try #require(
            JSONSerialization.jsonObject(with: PackageFile.data("Samples/\(sample).json")) as? [String: Any])
        let people = Set((json["people"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
        var number = start
        func replaced(_ value: Any, _ key: String?) -> Any {
            switch value {
            case let object as [String: Any]:
                return Dictionary(
                    uniqueKeysWithValues: object.sorted { $0.key < $1.key }.map {
                        ($0.key, replaced($0.value, $0.key))
                    })
            case let list as [Any]: return list.map { replaced($0, key) }
            case let text as String:
                if let key, Self.kept.contains(key), !people.contains(text) { return text }
                if let key, Self.references.contains(key) || key == "from" || key == "to" {
                    return text + texts[start % texts.count]
                }
                number += 1
                return texts[number % texts.count]
            default: return value
            }
        }
        let bytes = try JSONSerialization.data(withJSONObject: replaced(json, nil), options: [.sortedKeys])
        return NetworkJSONReader.read(bytes: Array(bytes), file: "hostile.json", asOf: nil).network
    }

    /// Every page that can be reached, at most some of each kind.
    private static func crawl(
        _ site: VisitedSite, most: Int = 8, _ visit: (String, Markup) -> Void
    ) async throws {
        var queue = ["/"] + SitePage.all.map { "/\($0.name)" }
        var seen: Set<String> = []
        var counts: [String: Int] = [:]
        while let address = queue.popLast() {
            let name = String(address.prefix { $0 != "?" && $0 != "#" })
            guard seen.insert(address).inserted, counts[name, default: 0] < most else { continue }
            counts[name, default: 0] += 1
            let response = try await site.response(address)
            guard response.type.hasPrefix("text/html"), response.savedAs == nil else { continue }
            let page = Markup(String(decoding: response.body, as: UTF8.self))
            visit(address, page)
            for element in page.elements {
                for name in ["href", "data-then", "data-live", "data-get"] {
                    if let link = element[name], link.hasPrefix("/"), !link.hasPrefix("//") {
                        queue.insert(link, at: 0)
                    }
                }
            }
        }
    }

    private struct Shape: Hashable {
        var element, attribute: String
    }

    /// The payloads that the reader of networks takes for a text.
    private static let accepted = payloads.filter { (try? sample("three-referrals", saying: [$0])) != nil }
    private static let parts = 0..<3

    @Test("No tag and no attribute comes from a text", arguments: parts)
    func shapes(part: Int) async throws {
        var allowed: Set<Shape> = []
        func take(_ page: Markup, _ body: (Shape) -> Void) {
            for element in page.elements {
                body(Shape(element: element.name, attribute: ""))
                for attribute in element.attributes {
                    body(Shape(element: element.name, attribute: attribute.name))
                }
            }
        }
        // With one word in all places, people look alike, as they do with one payload.
        let plain = try [
            PackageFile.sample("three-referrals"), PackageFile.sample("two-silences"),
            #require(try Self.sample("three-referrals", saying: ["plain"])),
        ]
        for network in plain {
            try await VisitedSite.with(network) { site in
                try await Self.crawl(site, most: 16) { _, page in take(page) { allowed.insert($0) } }
            }
        }
        let texts = Self.accepted
        #expect(texts.count >= 80, "the reader takes only \(texts.count) of the payloads")
        let network = try #require(
            try Self.sample("three-referrals", saying: texts, from: part * texts.count / Self.parts.count))
        try await VisitedSite.with(network) { site in
            try await Self.crawl(site, most: 12) { address, page in
                #expect(page.problems.isEmpty, "\(address): \(page.problems.prefix(3))")
                take(page) { shape in
                    #expect(allowed.contains(shape), "\(address): <\(shape.element) \(shape.attribute)>")
                }
                Self.expectHarmlessLinks(page, address)
            }
        }
    }

    private static func expectHarmlessLinks(_ page: Markup, _ address: String) {
        for element in page.elements {
            for name in ["href", "src", "action", "xlink:href"] {
                guard let link = element[name] else { continue }
                let isSafe =
                    link.hasPrefix("/") && !link.hasPrefix("//") || link.hasPrefix("#")
                    || link.hasPrefix("https://")
                    || link.hasPrefix("http://") || link.hasPrefix("mailto:") || link.hasPrefix("tel:")
                #expect(isSafe, "\(address): <\(element.name) \(name)=\"\(link.prefix(60))\">")
            }
            for attribute in element.attributes {
                #expect(
                    !attribute.name.hasPrefix("on") && attribute.name != "style", "\(address): \(attribute)")
            }
        }
    }

    @Test("What an address says stays text")
    func addresses() async throws {
        try await VisitedSite.with(PackageFile.sample("three-referrals")) { site in
            for (number, payload) in Self.payloads.enumerated() {
                let value = payload.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                // Each page meets every twelfth payload.
                for (position, page) in SitePage.all.enumerated() where (number + position) % 12 == 0 {
                    let query = ["id", "person", "company", "role", "q", "step", "tag", "what", "page"]
                        .map { "\($0)=\(value)" }.joined(separator: "&")
                    let response = try await site.response("/\(page.name)?\(query)")
                    guard response.type.hasPrefix("text/html"), response.savedAs == nil else { continue }
                    let markup = Markup(String(decoding: response.body, as: UTF8.self))
                    #expect(markup.problems.isEmpty, "/\(page.name) \(payload): \(markup.problems.prefix(3))")
                }
                let nowhere = await site.site.page(.init(path: "/\(payload)"))
                #expect(nowhere.status == 404)
                #expect(Markup(String(decoding: nowhere.body, as: UTF8.self)).problems.isEmpty)
            }
        }
    }

    @Test("Every form does what there is, every link leads somewhere, every reference has its target")
    func references() async throws {
        let acts = Set(SiteAction.all.map(\.name))
        #expect(acts.count == SiteAction.all.count, "two acts have one name")
        #expect(Set(SitePage.all.map(\.name)).count == SitePage.all.count, "two pages have one name")
        let keys = SitePage.all.compactMap(\.menu?.key)
        #expect(Set(keys).count == keys.count, "two pages have one key")
        func expectComplete(_ site: VisitedSite, isEditable: Bool) async throws {
            var pages: [(String, Markup)] = []
            try await Self.crawl(site, most: 12) { pages.append(($0, $1)) }
            for (address, page) in pages {
                let ids = page.elements.compactMap { $0["id"] }
                #expect(Set(ids).count == ids.count, "\(address): an id twice in \(ids.sorted())")
                if !isEditable {
                    #expect(!page.elements.contains { $0["data-act"] != nil }, "\(address) has a form")
                }
                for element in page.elements {
                    if let act = element["data-act"] { #expect(acts.contains(act), "\(address): \(act)") }
                    for name in ["href", "data-then", "data-live", "data-get"] {
                        guard let link = element[name], link.hasPrefix("/") else { continue }
                        let target = String(link.dropFirst().prefix { $0 != "?" && $0 != "#" })
                        #expect(
                            SitePage.named(target) != nil,
                            "\(address) leads to \(link), which is not there")
                        let status = try await site.response(link).status
                        #expect(status < 500, "\(address) leads to \(link), which fails")
                    }
                    for name in ["aria-labelledby", "aria-describedby", "for", "data-copy"] {
                        for id in (element[name] ?? "").split(separator: " ") {
                            // The dialog's title and the place of messages are the frame's own.
                            #expect(ids.contains(String(id)), "\(address): \(name)=\(id)")
                        }
                    }
                    let isField =
                        ["input", "select", "textarea"].contains(element.name) && element["type"] != "hidden"
                    if isField {
                        let isNamed =
                            element.path.contains("label") || element["aria-label"] != nil
                            || element["aria-labelledby"] != nil
                            || page.elements.contains { $0["for"] != nil && $0["for"] == element["id"] }
                        #expect(
                            isNamed,
                            "\(address): <\(element.name) name=\(element["name"] ?? "")> has no label")
                    }
                }
            }
        }
        try await VisitedSite.with(PackageFile.sample("three-referrals")) {
            try await expectComplete($0, isEditable: true)
        }
        try await VisitedSite.with { try await expectComplete($0, isEditable: true) }
        try await VisitedSite.with(file: PackageFile.path("Samples/three-referrals.json")) {
            try await expectComplete($0, isEditable: false)
        }
    }

    @Test("The reader of markup finds what is wrong with it")
    func reader() {
        for wrong in [
            "<p>a", "<p>a</b></p>", "<p title=x>a</p>", "<p title='x'>a</p>", "a & b", "a > b",
            "<p title=\"<b>\">a</p>",
            "<!-- x -->", "<p a=\"1\" a=\"2\"></p>", "<img src=\"x\"", "< p>", "&copy;", "<p \"></p>",
        ] {
            #expect(!Markup("<!DOCTYPE html>" + wrong).problems.isEmpty, "\(wrong)")
        }
        #expect(Markup("<!DOCTYPE html><p title=\"a &amp; &quot;\">x<br>&lt;b&gt;</p>").problems.isEmpty)
        #expect(!Markup("<p></p>").problems.isEmpty)
    }
}
