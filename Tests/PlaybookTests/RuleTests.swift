import Playbook
import Testing

@Suite("The rules of the playbook")
struct RuleTests {
    @Test("the kinds of the rules")
    func kinds() {
        func rules(_ kind: Rule.Kind) -> [Rule] { Rule.allCases.filter { $0.kind == kind } }
        #expect(
            rules(.reminder) == [
                .keepWarm, .monthlyTouch, .cadence, .every, .kindRefusal, .longGap, .openDoor,
            ])
        #expect(
            rules(.record) == [
                .record, .star, .referralProgramme, .strengthOfNo, .vacancyClock, .appointment, .oneVoice,
                .oneOffice, .ownEmployer, .channel, .closingDay, .patience,
            ])
        func prefixes(_ kind: Rule.Kind) -> Set<Substring> { Set(rules(kind).map { $0.rawValue.prefix(2) }) }
        #expect(prefixes(.firstStep) == ["R1", "R5"])
        #expect(prefixes(.silence) == ["R2", "R4", "R5"])
        #expect(Rule.Kind.allCases.map(rules).joined().count == Rule.allCases.count)
    }
}
