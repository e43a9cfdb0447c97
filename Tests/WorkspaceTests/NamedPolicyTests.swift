import Foundation
import Foundations
import NetworkFiles
import Playbook
import RankingModel
import ReboundTestSupport
import ReferralAnalysis
import ReferralGraph
import Reporting
import Testing
import Workspace

@Suite("Policies with a name")
struct NamedPolicyTests {
    private func read(_ fields: String) -> (policy: NamedPolicy?, diagnostics: [Diagnostic]) {
        let text = #"{"format": "rebound-policy", "version": 1\#(fields.isEmpty ? "" : ", ")\#(fields)}"#
        return NamedPolicy.read(bytes: Array(text.utf8), file: "folder/mine.json")
    }

    @Test("a policy that is written is read again as it was", arguments: AnalysisPolicy.named.map(\.name))
    func roundTrip(_ name: String) throws {
        let named = try NamedPolicy(name)
        let (policy, diagnostics) = NamedPolicy.read(bytes: named.bytes, file: "f")
        #expect(diagnostics == [])
        #expect(policy?.policy == named.policy && policy?.name == name && policy?.bytes == named.bytes)
    }

    @Test("the schema in Samples has exactly the fields, and says yes and no to the same values")
    func schema() throws {
        let path = String(#filePath.dropLast("Tests/WorkspaceTests/NamedPolicyTests.swift".count))
        let schema = try JSONSchema(contentsOf: path + "Samples/policy.schema.json")
        for named in AnalysisPolicy.named {
            #expect(try schema.problems(of: Data(NamedPolicy(named.name).bytes)) == [])
        }
        func file(_ field: [String], _ value: String) -> Data {
            let inner = field.reversed().reduce(value) { "{\"\($1)\": \($0)}" }
            return Data(#"{"format": "rebound-policy", "version": 1, \#(inner.dropFirst())"#.utf8)
        }
        let text = try String(contentsOfFile: path + "Samples/policy.schema.json", encoding: .utf8)
        for field in AnalysisPolicy.fields {
            #expect(text.contains("\"\(field.name)\": {"), "\(field.path)")
            for value in [-1, 0, 0.5, 1, 2, 365, 366, 1439, 1440, 3650, 3651, 100_000, 100_001, 1e6] {
                let isFlag = field.kind == .flag
                let written = isFlag ? (value == 1 ? "true" : "\(value)") : "\(value)"
                let isAdmitted = isFlag ? value == 1 : field.admits(value)
                let problems = try schema.problems(of: file(field.path, written))
                #expect(problems.isEmpty == isAdmitted, "\(field.path) \(written) \(problems)")
            }
        }
        #expect(try schema.problems(of: file(["playbook", "warmForDay"], "3")).count == 1)
        #expect(try schema.problems(of: Data(#"{"format": "rebound-policy", "version": 2}"#.utf8)).count == 1)
    }

    @Test("a policy with every number changed survives being written")
    func everyNumber() throws {
        var edited = AnalysisPolicy.standard
        for field in AnalysisPolicy.fields {
            let value = field.value(in: edited)
            let other = [value + 1, value * 0.5, 0, 1].first { $0 != value && field.admits($0) }
            if let other { field.set(other, in: &edited) }
        }
        edited.playbook.callAtMinute = 400
        try edited.validate()
        let bytes = NamedPolicy.format.bytes(name: "edited") { path in
            AnalysisPolicy.fields.first { $0.path == path }!.value(in: edited)
        }
        #expect(NamedPolicy.read(bytes: bytes, file: "f").policy?.policy == edited)
    }

    @Test("what a file leaves out is as in the standard policy")
    func defaults() throws {
        #expect(read("").policy?.policy == .standard && read("").policy?.name == "mine")
        var expected = AnalysisPolicy.standard
        expected.playbook.monthlyTouchAfterDays = 21
        expected.ranking.directValue.starFactor = 1.5
        let reading = read(
            #""name": "Patient", "playbook": {"monthlyTouchAfterDays": 21}, "ranking": {"directValue": {"starFactor": 1.5}}"#
        )
        #expect(reading.policy?.policy == expected && reading.policy?.name == "Patient")
        #expect(reading.policy?.reference == PolicyReference(name: "Patient", file: "folder/mine.json"))
        #expect(try NamedPolicy("3b7").reference == PolicyReference(name: "3b7"))
    }

    @Test("waits under the names that they had are those of the playbook")
    func formerNames() throws {
        func playbook(_ fields: String) throws -> PlaybookPolicy {
            try #require(read(fields).policy).policy.playbook
        }
        let all = try playbook(
            #""etiquette": {"followUpBusinessDays": 4, "telephoneBusinessDays": 2, "monthlyTouchDays": 28, "interviewDays": 10}"#
        )
        var expected = PlaybookPolicy.standard
        expected.firstMessageAfterBusinessDays = 4
        expected.telephoneAfterBusinessDays = 2
        expected.monthlyTouchAfterDays = 28
        expected.afterInterviewDays = 10
        #expect(all == expected)
        #expect(try playbook(#""etiquette": {"rejectionDays": 40}"#).monthlyTouchAfterDays == 40)
        // A whole file of before says the former standard where no one changed anything.
        let whole = #""etiquette": {"monthlyTouchDays": 30, "rejectionDays": 30, "telephoneBusinessDays": 3}"#
        #expect(
            try playbook(
                whole + #", "playbook": {"monthlyTouchAfterDays": 21, "telephoneAfterBusinessDays": 1}"#
            )
            .monthlyTouchAfterDays == 21)
        #expect(
            try playbook(#""playbook": {"telephoneAfterBusinessDays": 1}, "# + whole)
                .telephoneAfterBusinessDays == 1)
        #expect(
            try playbook(#""etiquette": {"monthlyTouchDays": 30, "rejectionDays": 45}"#).monthlyTouchAfterDays
                == 45)
        #expect(
            try playbook(#""playbook": {"afterInterviewDays": 10}, "etiquette": {"interviewDays": 10}"#)
                .afterInterviewDays == 10)
    }

    @Test("a wait that stands twice with two numbers is told with both places")
    func formerContradictions() throws {
        for (fields, path, other) in [
            (
                #""playbook": {"afterInterviewDays": 20}, "etiquette": {"interviewDays": 10}"#,
                "etiquette.interviewDays", "20, as playbook.afterInterviewDays says"
            ),
            (
                #""etiquette": {"interviewDays": 10}, "playbook": {"afterInterviewDays": 20}"#,
                "etiquette.interviewDays", "20, as playbook.afterInterviewDays says"
            ),
            (
                #""etiquette": {"monthlyTouchDays": 28, "rejectionDays": 45}"#, "etiquette.rejectionDays",
                "28, as etiquette.monthlyTouchDays says"
            ),
        ] {
            let reading = read(fields)
            #expect(reading.policy == nil)
            let finding = try #require(reading.diagnostics.first)
            #expect(finding.path == path && finding.expected.hasPrefix(other), "\(finding)")
            #expect(finding.hint.hasPrefix("remove \(path); it is called playbook."))
        }
        let unknown = read(#""etiquette": {"interviewDay": 10}"#).diagnostics
        #expect(unknown.map(\.path) == ["etiquette.interviewDay"])
        #expect(read(#""etiquette": {"interviewDays": -1}"#).diagnostics.count == 1)
    }

    @Test("numbers that contradict each other are told with the field to change")
    func contradiction() {
        let reading = read(#""playbook": {"callBeforeMinute": 480}"#)
        #expect(reading.policy == nil)
        #expect(reading.diagnostics.map(\.path) == ["playbook.callBeforeMinute"])
        #expect(reading.diagnostics.map(\.expected) == ["later than callAtMinute"])
    }

    @Test("what is neither a file nor a name is told, with the names")
    func unknown() async throws {
        try await TemporaryFolder.with { folder in
            do throws(WorkspaceError) {
                _ = try NamedPolicy("standart")
                Issue.record("found")
            } catch {
                #expect(error.exitCode == 66)
                #expect(error.explanation.contains("standard, cadence-tiers"))
                #expect(error.explanation.contains("did you mean “standard”?"))
            }
            try folder.write(#"{"format": "rebound-policy", "version": 1, "playbok": {}}"#, to: "p.json")
            do throws(WorkspaceError) {
                _ = try NamedPolicy(folder("p.json"))
                Issue.record("read")
            } catch {
                #expect(error.exitCode == 65)
                #expect(error.explanation.contains("p.json:1:"))
                #expect(error.explanation.contains("did you mean \"playbook\"?"))
            }
        }
    }

    @Test("a policy decides what is said of a network")
    func decides() throws {
        let path = String(#filePath.dropLast("Tests/WorkspaceTests/NamedPolicyTests.swift".count))
        let source = NetworkSource.file(path: path + "Samples/monthly-reminder.json")
        let asOf = Timestamp(CalendarDay("2026-04-13")!)
        let standard = try OpenedNetwork(source, asOf: asOf)
        let tiers = try OpenedNetwork(source, asOf: asOf, policy: NamedPolicy("cadence-tiers").policy)
        #expect(standard.analysis.steps.contains { $0.rule == .keepWarm })
        #expect(!tiers.analysis.steps.contains { $0.rule == .keepWarm })
        #expect(tiers.analysis.steps.contains { $0.rule == .cadence })
        #expect(tiers.analysis.policy == .cadenceTiers)
    }
}
