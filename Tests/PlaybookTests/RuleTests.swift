import Playbook
import Testing

@Suite("The rules of the playbook")
struct RuleTests {
    @Test("the kinds of the rules")
    func kinds() {
        func rules(_ kind: Rule.Kind) -> [Rule] { Rule.allCases.filter { $0.kind == kind } }
        #expect(rules(.reminder) == [.keepWarm, .monthlyTouch, .cadence])
        #expect(rules(.record) == [.record, .star, .referralProgramme, .strengthOfNo, .vacancyClock])
        #expect(rules(.firstStep).allSatisfy { $0.rawValue.hasPrefix("R1.") })
        #expect(rules(.silence).allSatisfy { $0.rawValue.hasPrefix("R2.") || $0.rawValue.hasPrefix("R4.") })
        #expect(Rule.Kind.allCases.map(rules).joined().count == Rule.allCases.count)
    }
}
