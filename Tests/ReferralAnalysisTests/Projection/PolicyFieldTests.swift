import AnalysisTestSupport
import DateLiterals
import Foundation
import Playbook
import RankingModel
import ReferralAnalysis
import ReferralGraph
import Testing

@Suite("The fields of a policy")
struct PolicyFieldTests {
    /// The paths of all numbers and truth values in what a policy is coded as.
    private func codedPaths(of value: Any, at path: [String] = []) -> Set<[String]> {
        guard let object = value as? [String: Any] else { return [path] }
        return object.reduce(into: []) { $0.formUnion(codedPaths(of: $1.value, at: path + [$1.key])) }
    }

    @Test("every number of a policy is a field, once")
    func complete() throws {
        let coded = try JSONSerialization.jsonObject(with: JSONEncoder().encode(AnalysisPolicy.standard))
        let paths = AnalysisPolicy.fields.map(\.path)
        #expect(Set(paths) == codedPaths(of: coded))
        #expect(Set(paths).count == paths.count)
        #expect(paths.count > 90)
    }

    @Test("each field changes its own number and no other")
    func independent() {
        let standard = AnalysisPolicy.standard
        for field in AnalysisPolicy.fields {
            let before = field.value(in: standard)
            let candidates = field.kind == .whole ? [before + 1, before - 1] : [before / 2, 0.5, 1, 0]
            guard let other = candidates.first(where: { $0 != before && field.admits($0) }) else {
                Issue.record("\(field.path) admits nothing else")
                continue
            }
            var policy = standard
            field.set(other, in: &policy)
            for each in AnalysisPolicy.fields {
                let expected = each.path == field.path ? other : each.value(in: standard)
                #expect(each.value(in: policy) == expected, "\(each.path) after \(field.path)")
            }
        }
    }

    @Test("the policies with a name are valid, and names are unique")
    func named() throws {
        for named in AnalysisPolicy.named { try named.policy.validate() }
        #expect(Set(AnalysisPolicy.named.map(\.name)).count == AnalysisPolicy.named.count)
    }

    @Test("no field admits what validation refuses, or the other way round")
    func agreement() {
        let values = [-1e300, -1, -0.5, 0, 0.5, 1, 2, 1440, 3651, 1e6, .infinity, .nan]
        for field in AnalysisPolicy.fields where field.kind == .number {
            for value in values where !field.admits(value) {
                #expect(!value.isFinite || field.expected.contains("number "), "\(field.path)")
            }
            #expect(!field.admits(.nan) && !field.admits(.infinity))
        }
        for field in AnalysisPolicy.fields where field.kind == .whole {
            #expect(!field.admits(0.5) && !field.admits(1e10) && !field.admits(-1))
        }
    }

    @Test("a playbook that cannot be counted with is refused")
    func playbook() {
        func refusal(_ edit: (inout AnalysisPolicy) -> Void) -> RankingError? {
            var policy = AnalysisPolicy.standard
            edit(&policy)
            do throws(RankingError) {
                try policy.validate()
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal { _ in } == nil)
        #expect(
            refusal { $0.playbook.monthlyTouchAfterDays = -1 }
                == .invalidConstant(
                    name: "monthlyTouchAfterDays", value: -1, requirement: "from 0 to 3650"))
        #expect(refusal { $0.playbook.callAtMinute = 1440 } != nil)
        #expect(refusal { $0.playbook.firstMessageAfterBusinessDays = 366 } != nil)
        #expect(refusal { $0.playbook.cadence.closeFromStrength = 1.5 } != nil)
        #expect(refusal { $0.projection.groupThreadAtMostPeople = -1 } != nil)
        #expect(
            refusal { $0.playbook.callBeforeMinute = 500 }
                == .invalidConstant(
                    name: "callBeforeMinute", value: 500, requirement: "later than callAtMinute"))
        #expect(throws: AnalysisError.self) {
            var policy = AnalysisPolicy.standard
            policy.playbook.warmForDays = -1
            _ = try analyse(asOf: "2026-03-20", policy: policy) { _ in }
        }
    }

    @Test("the reference policy ranks by the reference constants")
    func reference() { #expect(AnalysisPolicy.reference.ranking == .reference) }

    @Test("a value is described in words")
    func words() throws {
        func expected(_ name: String) throws -> String {
            try #require(AnalysisPolicy.fields.first { $0.name == name }).expected
        }
        #expect(try expected("infersTiesFromEmployers") == "true or false")
        #expect(try expected("monthlyTouchAfterDays") == "a whole number from 0 to 3650")
        #expect(try expected("replyIntercept") == "a number from -1000000000 to 1000000000")
        #expect(try expected("replyWindowDays") == "a number above 0, at most 1000000000")
        #expect(try expected("introductionDiscount") == "a number in [0, 1)")
    }
}
