import Foundation
import Playbook
import Testing

@Suite("The playbook's numbers")
struct PlaybookPolicyTests {
    @Test("they survive being written and read")
    func coding() throws {
        var policy = PlaybookPolicy.standard
        policy.monthlyTouchAfterDays = 28
        let written = try JSONEncoder().encode(policy)
        #expect(try JSONDecoder().decode(PlaybookPolicy.self, from: written) == policy)
    }
}
