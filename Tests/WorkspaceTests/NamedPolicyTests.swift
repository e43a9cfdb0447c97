import Foundation
import ReboundTestSupport
import ReferralAnalysis
import ReferralFormats
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
