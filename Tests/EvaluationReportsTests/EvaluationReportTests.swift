import EvaluationReports
import Foundation
import FoundationXML
import ModelEvaluation
import RankingModel
import ReboundTestSupport
import ReferralGraph
import Reporting
import Testing

@Suite("Reports of a back-test")
struct EvaluationReportTests {
    private static let report: EvaluationReport = {
        let records = RandomEvents.records(seed: 3, people: 20, count: 1500)
        // The standard constants are valid.
        return try! Evaluation(ablations: [.replyRate, .calibration], bootstrap: 20)
            .run(MessageEventList(records, timeScale: .relative))
    }()

    private static let table = ReliabilityTable(
        probabilities: (0..<100).map { Double($0) / 100 }, labels: (0..<100).map { $0.isMultiple(of: 3) })

    private func elements(_ svg: String, named name: String) -> Int {
        svg.components(separatedBy: "<\(name) ").count + svg.components(separatedBy: "<\(name)>").count - 2
    }

    @Test("the plot has a dot and a count for each bin, two axes and the diagonal")
    func plot() throws {
        let svg = ReliabilityPlot(Self.table, title: "Replies").svg()
        #expect(elements(svg, named: "circle") == 10)
        #expect(svg.components(separatedBy: ">10</text>").count - 1 == 10)
        #expect(svg.contains("predicted</text>") && svg.contains("came true</text>"))
        #expect(svg.contains("M64 424L440 48"))
        let document = try XMLDocument(xmlString: svg)
        #expect(document.rootElement()?.name == "svg")
    }

    @Test("the plot can be read aloud")
    func accessible() throws {
        let svg = ReliabilityPlot(Self.table, title: "Replies").svg()
        #expect(svg.contains("role=\"img\" aria-labelledby=\"plot-title plot-desc\""))
        #expect(svg.contains("<title id=\"plot-title\">Replies</title>"))
        #expect(svg.contains("<desc id=\"plot-desc\">Expected calibration error"))
        #expect(svg.contains("(10 cases)"))
    }

    @Test("any title leaves the plot well-formed", arguments: HostileText.all)
    func hostileTitle(title: String) throws {
        let svg = ReliabilityPlot(Self.table, title: title).svg()
        let document = try XMLDocument(xmlString: svg)
        #expect(try document.nodes(forXPath: "//*[local-name()='script']").isEmpty)
    }

    @Test("no cases make an empty plot, one bin makes a dot without a line")
    func fewBins() {
        let empty = ReliabilityPlot(ReliabilityTable(probabilities: [], labels: []), title: "None").svg()
        #expect(empty.contains("No cases.") && elements(empty, named: "circle") == 0)
        let one = ReliabilityPlot(
            ReliabilityTable(probabilities: [0.5, 0.5], labels: [true, false]), title: "One"
        ).svg()
        #expect(elements(one, named: "circle") == 1 && !one.contains("polyline"))
    }

    @Test("the text has every method once a table and fits the terminal")
    func text() {
        let text = EvaluationText(Self.report, title: "events.csv").rendered(in: TextStyle(width: 90))
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.count <= 90 })
        #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
        let tables = Set(Self.report.rows.map { "\($0.task.rawValue), \($0.subset):" })
        #expect(tables.count > 5)
        for table in tables { #expect(lines.count { $0.hasPrefix(table) } == 1) }
        let models = Self.report.rows.filter { $0.method == "model: reply" }.count
        #expect(lines.count { $0.hasPrefix("  model: reply  ") } == models)
        #expect(text.contains("model: reply with one term less: what that changes in AUC and log-loss"))
        #expect(
            lines.contains { $0.hasPrefix("    reply-rate        ") && $0.filter { $0 == "[" }.count == 2 })
        #expect(text.contains("model: reply against "))
    }

    @Test("of a network the text begins with the own record and how far off the probabilities were")
    func ownRecord() throws {
        var report = Self.report
        #expect(
            !EvaluationText(report, title: "t").rendered(in: TextStyle(width: 90)).contains("Your own record")
        )
        var ledger = try ReplyLedger()
        for ask in 0..<100 {
            ledger.recordOutgoing(to: 0, at: Double(10 * ask))
            if ask < 60 { ledger.recordIncoming(from: 0, at: Double(10 * ask + 1)) }
        }
        report.replyRecord = ledger.settled(at: 1000).record
        let text = EvaluationText(report, title: "t").rendered(in: TextStyle(width: 200))
        #expect(text.contains("60 of 100 requests with an outcome answered, 60%; people at large answer 40%"))
        #expect(text.contains("in which your own rate weighs 95% (100 requests against M0 = 5)"))
        #expect(text.contains("of the way (KAPPA = 20)"))
        #expect(text.contains("enough outcomes for your own record to outweigh the assumptions"))
        let cases = try #require(report.row(of: .reply, subset: "fresh", method: "model: reply")).cases
        #expect(text.contains("measured below on \(cases) asks: the probabilities were off by "))
        #expect(text.contains("where chance alone would make "))
    }

    @Test("what could not be scored is said")
    func skipped() throws {
        let report = try Evaluation().run(MessageEventList([], timeScale: .relative))
        let text = EvaluationText(report, title: "nothing").rendered(in: TextStyle())
        #expect(report.rows.isEmpty && !report.skipped.isEmpty)
        #expect(text.split(separator: "\n").count { $0.hasPrefix("not scored: ") } == report.skipped.count)
    }
}
