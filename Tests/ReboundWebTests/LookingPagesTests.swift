import Foundation
import Graphviz
import NetworkFiles
import PageServer
import ReboundTestSupport
import ReferralGraph
import Testing
import Workspace

@testable import ReboundWeb

@Suite("Network, plan, report and history on the page")
struct LookingPagesTests {
    static func sample(_ name: String = "three-referrals") throws -> ReferralNetwork {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
        let path = root.appending(path: "Samples/\(name).json").standardized.path(percentEncoded: false)
        return try #require(try NetworkReader.read(path: path, asOf: Timestamp("2026-04-10")!).network)
    }

    /// The sample, each text of which is one text.
    private static func sample(saying text: String) throws -> ReferralNetwork {
        var network = try sample()
        network.title = text
        network.summary = text
        for index in network.people.indices {
            network.people[index].name = text
            network.people[index].observations = [text]
            for job in network.people[index].employments.indices {
                network.people[index].employments[job].title = text
                network.people[index].employments[job].department = text
            }
        }
        for index in network.companies.indices { network.companies[index].name = text }
        for index in network.opportunities.indices {
            network.opportunities[index].title = text
            network.opportunities[index].feedback = [Feedback(date: CalendarDay("2026-04-01")!, text: text)]
            for stage in network.opportunities[index].stages.indices {
                network.opportunities[index].stages[stage].note = text
            }
        }
        for index in network.interactions.indices {
            network.interactions[index].subject = text
            network.interactions[index].note = text
        }
        return network
    }

    // MARK: Pictures

    @Test("A picture that was shown is not shown again once someone in it is forgotten")
    func forgotten() async throws {
        let site = try TriedSite(Self.sample())
        #expect(await site.page("/network").contains("Julie Brandt"))
        #expect(await site.page("/report").contains("Julie Brandt"))
        let entry = try site.own.latestEntry()
        let answer = try await site.act(
            "forget", ["person": ["julie"], "yes": ["yes"], "notes": ["and-notes"]])
        #expect(answer.refusal == nil, "\(answer.said)")
        // Forgetting makes no entry, by which pages and pictures could be told apart.
        #expect(try site.own.latestEntry() == entry)
        #expect(await !site.page("/network").contains("Julie Brandt"))
        #expect(await !site.page("/report").contains("Julie Brandt"))
    }

    @Test(
        "Each view is drawn as a part of the page, in the colors of its style sheet",
        arguments: NetworkPage.View.allCases)
    func views(view: NetworkPage.View) async throws {
        let site = try TriedSite(Self.sample())
        let query: KeyValuePairs<String, String> = [
            "view": view.rawValue, "person": view == .path ? "priya" : "",
            "company": view == .company ? "northgate" : "", "since": view == .diff ? "2026-03-20" : "",
        ]
        let page = await site.page("/network", query)
        #expect(page.contains("<svg id=\"net\""), "\(page.suffix(3000))")
        #expect(!page.contains("fill=\"#") && !page.contains("stroke=\"#"))
        #expect(page.contains("value=\"\(view.rawValue)\" selected"))
        #expect(page.contains("data-cards=\""))
    }

    @Test("A second look draws nothing anew, and a person's element leads to their card")
    func again() async throws {
        let pool = TriedSite.newPool()
        let site = try TriedSite(Self.sample(), pool: pool)
        let first = await site.page("/network")
        #expect(first.contains("p_dan /person?id=dan"))
        await pool.close()
        #expect(await site.page("/network") == first)
        #expect(await !site.page("/network", ["view": "company", "company": "northgate"]).contains("<svg"))
    }

    @Test(
        "What a picture lacks is said in words",
        arguments: [
            ("path", "", "", "", "Name a person or a company"), ("diff", "", "", "", "Name a day"),
            ("company", "", "", "", "Name a company"), ("path", "xyzzy", "", "", "No person matches “xyzzy”"),
            ("company", "", "xyzzy", "", "No company matches “xyzzy”"),
            ("diff", "", "", "someday", "someday"), ("diff", "", "", "2026-12-24", "not before today"),
            ("chain", "<script>", "", "", "No person matches “&lt;script&gt;”"),
        ])
    func lacking(view: String, person: String, company: String, since: String, words: String) async throws {
        let site = try TriedSite(Self.sample())
        let page = await site.page(
            "/network", ["view": view, "person": person, "company": company, "since": since])
        #expect(page.contains(words), "\(page.suffix(1500))")
        #expect(!page.contains("<svg id=\"net\""))
    }

    @Test("Pictures are saved as files, without the names of people who asked not to be named")
    func files() async throws {
        var network = try Self.sample()
        let position = try #require(network.people.firstIndex { $0.id == "dan" })
        network.people[position].isConfidential = true
        let site = try TriedSite(network)
        #expect(await site.page("/network").contains("Dan Whitfield"))
        for (name, start) in [
            ("network.svg", "<?xml"), ("network.png", "\u{89}PNG"), ("network.pdf", "%PDF"),
        ] {
            let file = await site.response("/\(name)", ["view": "lanes"])
            #expect(file.status == 200 && file.savedAs == name)
            #expect(
                String(decoding: file.body.prefix(5), as: UTF8.self).hasPrefix(
                    start == "\u{89}PNG" ? "\u{FFFD}PNG" : start))
            #expect(!String(decoding: file.body, as: UTF8.self).contains("Dan Whitfield"))
        }
        #expect(await site.response("/network.svg", ["view": "path"]).status != 200)
    }

    // MARK: Plan and report

    @Test("The plan has a row for each contact, and budgets are held to what they can be")
    func plan() async throws {
        let site = try TriedSite(Self.sample())
        let page = await site.page("/plan", ["calls": "2"])
        #expect(page.matches(of: /<li class="row"/).count == 2)
        #expect(page.contains("2 contacts in ") && page.contains("href=\"/plan.ics?calls=2\""))
        for (name, value) in [("calls", "0"), ("calls", "many"), ("minutes", "10001"), ("minutes", "-1")] {
            #expect(await site.page("/plan", [name: value]).contains("“\(value)” is not a number"))
        }
        #expect(await site.page("/plan", ["calls": "2", "minutes": "2"]).contains("two budgets"))
        let file = await site.response("/plan.ics", ["calls": "2"])
        let text = String(decoding: file.body, as: UTF8.self)
        #expect(file.savedAs == "plan.ics" && text.hasPrefix("BEGIN:VCALENDAR"))
        #expect(text.matches(of: /BEGIN:VEVENT/).count == 2)
    }

    @Test("The report stands in the frame, and is saved whole")
    func report() async throws {
        let site = try TriedSite(Self.sample())
        let page = await site.page("/report")
        for words in ["Who to contact next", "id=\"chains\"", "<svg id=\"net\"", "<svg id=\"chain\""] {
            #expect(page.contains(words), "\(words)")
        }
        #expect(page.matches(of: /<!DOCTYPE/).count == 1)
        let identifiers = page.matches(of: /\ id="([^"]+)"/).map(\.1)
        #expect(Set(identifiers).count == identifiers.count)
        let file = await site.response("/report.html")
        #expect(file.savedAs == "report.html" && file.body.starts(with: "<!DOCTYPE html>".utf8))
        let markdown = String(decoding: await site.response("/report.md").body, as: UTF8.self)
        #expect(markdown.hasPrefix("# ") && markdown.contains("Who to contact next"))
        #expect(await site.page("/stalled").contains("Stalled threads"))
    }

    // MARK: History

    @Test("History goes back and forth, several steps at once, and shows what each entry changed")
    func history() async throws {
        let site = try TriedSite()
        for title in ["One", "Two", "Three"] {
            #expect(try await site.act("add-opportunity", ["title": [title], "at": ["Acme"]]).refusal == nil)
        }
        var page = await site.page("/history")
        #expect(page.contains("Undo the last 3<") && page.contains(">Undo<") && !page.contains(">Redo<"))
        #expect(try await site.act("undo", ["steps": ["2"]]).refusal == nil)
        #expect(try site.own.network().opportunities.map(\.title) == ["One"])
        page = await site.page("/history")
        #expect(
            page.contains(">Redo<span class=\"hidden\">: Added the opportunity “Two”")
                || page.contains(">Redo<"))
        #expect(try await site.act("redo").refusal == nil)
        #expect(try site.own.network().opportunities.map(\.title) == ["One", "Two"])
        #expect(try await site.act("undo", ["steps": ["0"]]).refusal != nil)
        #expect(try await site.act("undo", ["steps": ["9"]]).refusal != nil)
        let entry = await site.page("/entry", ["id": "2"])
        #expect(entry.contains("opportunity one") && entry.contains("company acme"))
        for id in ["", "x", "999", "-1"] {
            #expect(await site.response("/entry", ["id": id]).status != 200)
        }
    }

    @Test("History comes in pages")
    func paged() async throws {
        let site = try TriedSite()
        for number in 1...60 {
            try await site.act("add-opportunity", ["title": ["Role \(number)"], "at": ["Acme"]])
        }
        let first = await site.page("/history")
        #expect(first.matches(of: /<li class="row/).count == 50)
        let before = try #require(first.firstMatch(of: /history\?before=(\d+)/)?.output.1)
        let second = await site.page("/history", ["before": String(before)])
        #expect(second.matches(of: /<li class="row/).count == 11)
        #expect(!second.contains("Older entries"))
    }

    // MARK: Texts of strangers

    /// The tags of a page with the names of their attributes.
    private static func skeleton(_ page: String) -> [String] {
        page.replacing(
            /<style>.*?<\/style>|<script>.*?<\/script>|<svg.*?<\/svg>/.dotMatchesNewlines(), with: ""
        )
        .replacing(/="[^"]*"/, with: "=").matches(of: /<[^>]*>/).map { String($0.output) }
    }

    @Test("Nothing that stands in a network becomes markup")
    func hostile() async throws {
        let pages = [
            "/roles", "/role?id=", "/reject?opportunity=", "/stage?opportunity=", "/add-role", "/plan",
            "/report", "/stalled", "/history",
        ]
        func skeletons(_ text: String) async throws -> [[String]] {
            let network = try Self.sample(saying: text)
            let site = try TriedSite(network)
            var found: [[String]] = []
            for page in pages {
                let parts = page.split(separator: "?")
                let name = parts.count > 1 ? String(parts[1].dropLast()) : "none"
                found.append(
                    Self.skeleton(await site.page(String(parts[0]), [name: network.opportunities[0].id.text]))
                )
            }
            return found
        }
        let harmless = try await skeletons("harmless")
        #expect(harmless.allSatisfy { $0.count > 30 })
        for text in HostileText.markup {
            for (page, (found, expected)) in zip(pages, zip(try await skeletons(text), harmless)) {
                #expect(found == expected, "\(page): \(text)")
            }
        }
    }

    @Test("Style and script stay small, and are the same on every page")
    func bytes() {
        #expect(PageFrame.style.utf8.count + PageFrame.script.utf8.count < 150_000)
    }
}
