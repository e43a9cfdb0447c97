import Foundation
import PageServer
import ReboundTestSupport
import ReferralGraph
import Testing
import Workspace

@testable import ReboundWeb

@Suite("First run and settings by page")
struct FirstRunTests {
    @Test("A newcomer says who they are and what they want, then sees today")
    func steps() async throws {
        try await VisitedSite.with { site in
            let first = try await site.page("/")
            #expect(first.problems.isEmpty, "\(first.problems)")
            #expect(first.all("h1").first?.text == "Who are you?")
            #expect(!FileManager.default.fileExists(atPath: site.path), "looking founded a store")

            #expect(try await site.act("introduce", ["rename": [" "]]).refusal == "refused")
            let answer = try await site.send(
                "introduce", on: first,
                filling: ["rename": "Alex Rivera", "email": "alex@example.com, a.rivera@example.org"])
            #expect(answer.refusal == nil, "\(answer.said)")
            let seeker = try #require(try site.network().people.first)
            #expect(seeker.name == "Alex Rivera")
            #expect(seeker.emails == ["alex@example.com", "a.rivera@example.org"])

            let second = try await site.page("/")
            #expect(second.all("h1").first?.text == "Bring in what you have")
            #expect(second.elements.contains { $0["type"] == "file" })
            let third = try await site.page("/?step=goal")
            #expect(third.elements.contains { $0["data-act"] == "want" })
            let goal = try await site.act(
                "want", ["company": ["Harbor Savings", "", "Northgate"], "role": [""], "place": ["Chicago"]])
            #expect(goal.refusal == nil, "\(goal.said)")
            #expect(try site.network().companies.map(\.name) == ["Harbor Savings", "Northgate"])
            #expect(try await site.page("/?step=over").all("h1").first?.text == "Today")
        }
    }

    @Test("Every step can be skipped, and a step that there is none is the first")
    func skipping() async throws {
        try await VisitedSite.with { site in
            var address = "/"
            for _ in 1...3 {
                let page = try await site.page(address)
                let skip = page.elements.last {
                    $0.path.last == "p" && $0.name == "a" && $0.text.hasPrefix("Skip")
                }
                address = try #require(skip?["href"])
            }
            #expect(try await site.page(address).all("h1").first?.text == "Today")
            #expect(try await site.page("/?step=%3Cscript%3E").all("h1").first?.text == "Who are you?")
            #expect(try await site.act("want", ["company": [" "]]).refusal == "refused")
        }
    }

    @Test("Someone with people in their network sees today at once")
    func notNew() async throws {
        try await VisitedSite.with(PackageFile.sample("two-silences")) { site in
            let page = try await site.page("/")
            #expect(page.all("h1").first?.text == "Today")
        }
        try await VisitedSite.with(file: PackageFile.path("Samples/two-silences.json")) { site in
            let page = try await site.page("/")
            #expect(page.all("h1").first?.text == "Today")
        }
    }

    @Test("A setting is changed in the file of `rebound set`, holds at once, and goes back to its default")
    func settings() async throws {
        try await VisitedSite.with(PackageFile.sample("three-referrals")) { site in
            let page = try await site.page("/settings")
            #expect(page.problems.isEmpty, "\(page.problems)")
            for setting in UserSetting.allCases {
                #expect(page.elements.contains { $0["id"] == "set-\(setting.rawValue)" })
            }
            let answer = try await site.act("set", ["setting": ["quiet"], "value": ["on"]])
            #expect(answer.said == ["quiet is now on"])
            #expect(try site.folder.text(of: "settings.json").contains("\"quiet\""))
            let quiet = try await site.page("/settings")
            let toggle = try #require(
                quiet.elements.first { $0["aria-pressed"] != nil && $0.text == "Quiet" })
            #expect(toggle["aria-pressed"] == "true")
            #expect(quiet.all("section").contains { $0.text.contains("your settings") })
            #expect(
                try await site.act("set", ["setting": ["quiet"], "default": ["yes"]]).said == [
                    "quiet is now off"
                ])
            #expect(try await site.page("/").all("button").contains { $0["aria-pressed"] == "false" })
        }
    }

    @Test("What is set in a terminal meanwhile holds on the next page, and a broken file is said")
    func elsewhere() async throws {
        try await VisitedSite.with(PackageFile.sample("three-referrals")) { site in
            let before = try await site.page("/")
            var settings = try VisitedSite.settings(in: site.folder)
            _ = try settings.set("quiet", to: "on")
            let after = try await site.page("/")
            #expect(before.all("button").first { $0.text == "Quiet" }?["aria-pressed"] == "false")
            #expect(after.all("button").first { $0.text == "Quiet" }?["aria-pressed"] == "true")

            try site.folder.write(
                "{\"format\": \"rebound-settings\", \"version\": 1, \"quiet\": \"perhaps\"}",
                to: "settings.json")
            let broken = try await site.page("/")
            #expect(broken.problems.isEmpty)
            let problem = try #require(broken.elements.first { $0.name == "div" && $0["class"] == "problem" })
            #expect(problem.text.contains("perhaps"))
            #expect(broken.all("button").first { $0.text == "Quiet" }?["aria-pressed"] == "true")
            _ = try await site.act("set", ["setting": ["quiet"], "value": ["off"]])
            let mended = try await site.page("/").elements
            #expect(!mended.contains { $0.name == "div" && $0["class"] == "problem" })
        }
    }

    @Test(
        "A value that a setting cannot have is refused in the command’s words",
        arguments: [
            ("quiet", "perhaps", "expected on or off"), ("mornings", "noon", "expected two times of day"),
            ("zone", "Nowhere/Land", "expected a time zone"), ("theme", "<b>", "expected"),
            ("nothing", "x", "is no setting"), ("policy", "/no/such/file", "expected the name of a policy"),
        ])
    func wrong(setting: String, value: String, said: String) async throws {
        try await VisitedSite.with { site in
            let answer = try await site.act("set", ["setting": [setting], "value": [value]])
            #expect(answer.refusal == "refused")
            #expect(answer.said.joined().contains(said), "\(answer.said)")
        }
    }

    @Test("Every format is saved under a name of its own; tables are not")
    func export() async throws {
        try await VisitedSite.with(PackageFile.sample("three-referrals")) { site in
            let page = try await site.page("/export")
            #expect(page.problems.isEmpty, "\(page.problems)")
            let links = page.all("a").filter { $0["download"] != nil }.compactMap { $0["href"] }
            #expect(links.count >= 9)
            for link in links {
                let response = try await site.response(link)
                #expect(response.status == 200, "\(link)")
                #expect(response.savedAs?.hasPrefix("network") == true)
                #expect(!response.type.hasPrefix("text/html"))
                #expect(!response.body.isEmpty)
            }
            let json = try await site.response("/network.json")
            try site.folder.write(json.body, to: "out.json")
            #expect(try PackageFile.network(at: site.folder("out.json")) == site.network())
            let tables = try await site.response("/network.csv")
            #expect(tables.status == 404 && tables.savedAs == nil)
        }
    }
}
