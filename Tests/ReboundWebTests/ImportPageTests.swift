import Foundation
import NetworkEditing
import PageServer
import ReboundTestSupport
import ReferralGraph
import ReferralStore
import Testing
import Workspace

@testable import ReboundWeb

@Suite("Import by page")
struct ImportPageTests {
    private static let cards = """
        BEGIN:VCARD
        VERSION:3.0
        FN:Mara Ibarra
        N:Ibarra;Mara;;;
        ORG:Tarn & Sons
        EMAIL:mara@example.com
        END:VCARD

        """

    @Test("A file is read, shown with what it would change, brought in once, and taken back")
    func cards() async throws {
        try await VisitedSite.with { site in
            let file = try #require(try await site.upload(Self.cards, as: "cards.vcf").file)
            let page = try await site.readPage("/import?id=\(file)")
            #expect(page.problems.isEmpty, "\(page.problems)")
            #expect(page.all("h2").contains { $0.text.hasPrefix("cards.vcf (") })
            #expect(page.all("li").contains { $0.text == "Mara Ibarra" })
            #expect(!FileManager.default.fileExists(atPath: site.path), "the dry run wrote something")

            let answer = try await site.send("import", on: page)
            #expect(answer.refusal == nil, "\(answer.said)")
            #expect(answer.said == ["cards.vcf: 1 new person, 0 new messages and talks"])
            #expect(try site.network().people.map(\.name) == ["Me", "Mara Ibarra"])
            #expect(
                try site.own.history().allSatisfy { !$0.summary.contains("/") }, "a path is in the history")

            let after = try await site.page("/import?done=yes")
            #expect(after.all("a").contains { $0["href"] == "/companies" })
            #expect(after.all("section").contains { $0.text.contains("cards.vcf: 1 new person") })

            let again = try #require(try await site.upload(Self.cards, as: "cards.vcf").file)
            let known = try await site.readPage("/import?id=\(again)")
            #expect(try await site.send("import", on: known).entry == nil)
            #expect(try await site.act("undo", [:]).refusal == nil)
            #expect(try site.network().people.map(\.name) == ["Me"])
        }
    }

    @Test("An archive of LinkedIn’s and a second file beside it are one import")
    func archive() async throws {
        try await VisitedSite.with { site in
            let name = "Basic_LinkedInDataExport_04-10-2026.zip"
            let archive = try #require(
                try await site.upload(PackageFile.data("Samples/\(name)"), as: name).file)
            let cards = try #require(try await site.upload(Self.cards, as: "cards.vcf").file)
            let page = try await site.readPage("/import?id=\(archive)&id=\(cards)")
            #expect(page.problems.isEmpty, "\(page.problems)")
            #expect(page.all("h2").contains { $0.text == "\(name) (LinkedIn archive as of Fri 10 Apr 2026)" })
            let files = page.elements.filter { $0["href"]?.hasPrefix("/import?") == true }
            #expect(files.map { $0["href"] } == ["/import?id=\(cards)", "/import?id=\(archive)"])
            let answer = try await site.send("import", on: page)
            #expect(answer.entry != nil)
            #expect(try site.network().people.count > 2)
            #expect(try site.own.history().count == 2)
        }
    }

    @Test("A table is asked about, with a guess and examples; what is chosen is read so")
    func table() async throws {
        try await VisitedSite.with { site in
            let table =
                "Full name,Firm,Mail,שם,\"a, \"\"b\"\"\"\nMara Ibarra,Tarn & Sons,mara@example.com,x,y\n"
            let file = try #require(try await site.upload(table, as: "people.csv").file)
            let page = try await site.readPage("/import?id=\(file)")
            #expect(page.problems.isEmpty, "\(page.problems)")
            #expect(page.all("h2").first?.text == "What do the columns of people.csv mean?")
            #expect(page.all("td").contains { $0.text == "Tarn & Sons" })
            let chosen = page.all("option").filter { $0["selected"] != nil }.map { $0["value"] }
            #expect(chosen == ["name", "company", "email"])
            #expect(
                page.elements.filter { $0["name"] == "column" }.compactMap { $0["value"] }
                    == ["Full name", "Firm", "Mail", "שם", "a, \"b\""])

            var address = "/import?id=\(file)"
            for (column, means) in [("Full name", "name"), ("Firm", ""), ("Mail", "email"), ("שם", "notes")] {
                address += "&column=\(percentEncoded(column))&means=\(means)"
            }
            let read = try await site.readPage(address)
            let answer = try await site.send("import", on: read)
            #expect(answer.refusal == nil, "\(answer.said)")
            let mara = try #require(try site.network().people.last)
            #expect(mara.name == "Mara Ibarra")
            #expect(mara.emails == ["mara@example.com"])
            #expect(mara.employments.isEmpty)
        }
    }

    @Test("Days that could be two are asked about, with everything that was said of the columns")
    func days() async throws {
        try await VisitedSite.with { site in
            let table = "Full name,Known since\nMara Ibarra,12/10/2016\n"
            let file = try #require(try await site.upload(table, as: "people.csv").file)
            let address =
                "/import?id=\(file)&column=Full%20name&means=name&column=Known%20since&means=connected-on"
            let asked = try await site.readPage(address)
            #expect(asked.problems.isEmpty, "\(asked.problems)")
            #expect(asked.elements.contains { $0["role"] == "alert" && $0.text.contains("12/10/2016") })
            #expect(asked.elements.contains { $0.name == "select" && $0["name"] == "dates" })
            let chosen = asked.all("option").filter { $0["selected"] != nil }.map { $0["value"] }
            #expect(chosen == ["name", "connected-on"])
            let page = try await site.readPage(address + "&dates=DD/MM/YYYY")
            #expect(try await site.send("import", on: page).refusal == nil)
            let network = try site.network()
            #expect(network.people.last?.name == "Mara Ibarra")
        }
    }

    private func percentEncoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    @Test(
        "What cannot be read is said as the command says it",
        arguments: [
            ("notes.txt", "Once upon a time\n", "notes.txt: nothing that can be imported"),
            ("empty.csv", "", "empty.csv"),
            ("broken.json", "{\"format\": \"rebound\", \"people\": [", "broken.json"),
            ("page.html", "<!DOCTYPE html><script>alert(1)</script>", "page.html"),
        ])
    func refused(name: String, text: String, said: String) async throws {
        try await VisitedSite.with { site in
            let file = try #require(try await site.upload(text, as: name).file)
            let page = try await site.readPage("/import?id=\(file)")
            #expect(page.problems.isEmpty, "\(page.problems)")
            let problem = try #require(page.elements.first { $0["role"] == "alert" })
            #expect(problem.text.contains(name))
            #expect(!problem.text.contains("/"), "a path is shown: \(problem.text)")
            #expect(page.elements.contains { $0["data-act"] == "import" } == false)
            #expect(
                page.elements.contains { $0["data-get"] == "/import" }, "there is no way to read it otherwise"
            )
        }
    }

    @Test("A whole network takes the place of another only when that is said")
    func network() async throws {
        try await VisitedSite.with(PackageFile.sample("two-silences")) { site in
            let data = try PackageFile.data("Samples/three-referrals.json")
            let file = try #require(try await site.upload(data, as: "three.json").file)
            let refused = try await site.readPage("/import?id=\(file)")
            #expect(refused.elements.contains { $0["data-act"] == "import" } == false)
            #expect(refused.elements.contains { $0["name"] == "replace" })
            let page = try await site.readPage("/import?id=\(file)&replace=yes")
            let answer = try await site.send("import", on: page)
            #expect(answer.refusal == nil, "\(answer.said)")
            #expect(try site.network() == PackageFile.sample("three-referrals"))
        }
    }

    @Test("An import is refused where something else was recorded since it was shown")
    func stale() async throws {
        try await VisitedSite.with(PackageFile.sample("two-silences")) { site in
            let file = try #require(try await site.upload(Self.cards, as: "cards.vcf").file)
            let page = try await site.readPage("/import?id=\(file)")
            let seen = Int(page.all("body").first?["data-entry"] ?? "")
            _ = try site.own.edit { (editor) throws(EditError) in try editor.addPerson("Zoe Park", .init()) }
            let fields = try VisitedSite.fields(of: "import", on: page)
            #expect(try await site.act("import", fields, seen: seen).refusal == "stale")
            #expect(try site.network().people.contains { $0.name == "Mara Ibarra" } == false)
            let now = try site.own.latestEntry()
            #expect(try await site.act("import", fields, seen: now).refusal == nil)
        }
    }

    @Test("A canceled import leaves nothing behind; its address says so")
    func canceled() async throws {
        try await VisitedSite.with { site in
            let file = try #require(try await site.upload(Self.cards, as: "cards.vcf").file)
            let page = try await site.readPage("/import?id=\(file)")
            #expect(try await site.send("cancel-import", on: page).refusal == nil)
            let gone = try await site.page("/import?id=\(file)")
            #expect(gone.elements.contains { $0["role"] == "alert" })
            #expect(try await site.act("import", ["id": [file]]).refusal == "refused")
            #expect(!FileManager.default.fileExists(atPath: site.path))
        }
    }

    @Test("Requests that no page makes do no harm")
    func strange() async throws {
        try await VisitedSite.with { site in
            for address in [
                "/import?id=..", "/import?id=%2Fetc%2Fpasswd", "/import?id=", "/import?id=x&map=nonsense",
                "/import?as=nothing&dated=2999-01-01",
            ] {
                #expect(try await site.page(address).problems.isEmpty, "\(address)")
            }
            for fields in [[:], ["id": ["../.."]], ["id": [""]], ["id": ["x", "x"]]] as [[String: [String]]] {
                #expect(try await site.act("import", fields).refusal == "refused")
                #expect(try await site.act("cancel-import", fields).refusal == nil)
            }
            let file = try #require(try await site.upload(Self.cards, as: "cards.vcf").file)
            for wrong in ["dated=2999-01-01", "map=nonsense", "map=name%3DNo", "as=nothing", "dates=soon"] {
                let page = try await site.readPage("/import?id=\(file)&\(wrong)")
                #expect(page.problems.isEmpty, "\(wrong): \(page.problems)")
            }
            let dated = try await site.readPage("/import?id=\(file)&dated=2999-01-01")
            #expect(dated.elements.contains { $0["role"] == "alert" && $0.text.contains("lies ahead") })
        }
    }

    @Test("Names of files stay text")
    func names() async throws {
        try await VisitedSite.with { site in
            for name in [
                "<img src=x onerror=alert(1)>.vcf", "\" onmouseover=\"x.vcf", "שלום.vcf", "a&amp;b.vcf",
            ] {
                let file = try #require(try await site.upload(Self.cards, as: name).file)
                let page = try await site.readPage("/import?id=\(file)")
                #expect(page.problems.isEmpty, "\(name): \(page.problems)")
                #expect(page.all("img").isEmpty)
            }
        }
    }

    @Test("The files that were sent are the user’s alone, and gone with the site")
    func folder() async throws {
        let path = try await VisitedSite.with { site in
            let desk = ImportDesk()
            let folder = try PrivateFolder()
            let file = site.folder("x.vcf")
            try Data(Self.cards.utf8).write(to: URL(filePath: file))
            let kept = try folder.takeIn(file, as: "1", named: "x.vcf")
            let mode =
                try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
            #expect(mode == 0o700)
            #expect(FileManager.default.fileExists(atPath: kept))
            #expect(!FileManager.default.fileExists(atPath: file))
            #expect(desk.files(of: ImportRequest { _ in ["1"] }).isEmpty)
            return folder.path
        }
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test("Nothing is imported into a file that is only looked at")
    func readOnly() async throws {
        try await VisitedSite.with(file: PackageFile.path("Samples/two-silences.json")) { site in
            let answer = try await site.upload(Self.cards, as: "cards.vcf")
            #expect(answer.refusal == "read-only")
            let page = try await site.page("/import")
            #expect(page.all("form").isEmpty)
        }
    }
}
