import Testing

@testable import NetworkFiles

@Suite("Field names")
struct FieldNamesTests {
    @Test("Each case has its own name, in the order of the cases")
    func namesOfCases() {
        func check<Names: FieldNames>(_ type: Names.Type, first: String? = nil) {
            let names = type.allCases.map { "\($0)" }
            #expect(type.names == (first.map { [$0] + names.dropFirst() } ?? names), "\(type)")
            #expect(type.allCases.map(\.rawValue) == Array(names.indices), "\(type)")
        }
        check(NetworkField.self, first: "$schema")
        check(PersonField.self)
        check(EmploymentField.self)
        check(SignalField.self)
        check(CompanyField.self)
        check(OpportunityField.self)
        check(StageField.self)
        check(ParticipantField.self)
        check(FeedbackField.self)
        check(TieField.self)
        check(ReferralField.self)
        check(InteractionField.self)
        check(PromiseField.self)
        check(NetworkColumn.self)
        check(PeopleColumn.self)
        check(CompaniesColumn.self)
        check(OpportunitiesColumn.self)
        check(TiesColumn.self)
        check(ReferralsColumn.self)
        check(InteractionsColumn.self)
    }
}
