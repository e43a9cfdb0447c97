internal import ReferralGraph

/// Pairs of contacts who work for the same employer and so may know each other.
///
/// Employers with more contacts than `largestCompany` are left out: among thousands of colleagues a pair says
/// nothing, and there would be quadratically many. So are words that name no employer, such as
/// "Self-employed" (``ReferralGraph/CompanyName/isEmployer``).
/// - Returns: Each pair once, in rising order.
/// - Complexity: O(contacts · `largestCompany`).
func sharedEmployerTies(in contacts: [ContactRecord], largestCompany: Int = 12) -> [AcquaintanceRecord] {
    var spellings: [String: [Int]] = [:]
    for (position, contact) in contacts.enumerated() {
        guard let company = contact.company else { continue }
        spellings[company, default: []].append(position)
    }
    var staff: [CompanyName: [Int]] = [:]
    for (spelling, colleagues) in spellings {
        let name = CompanyName(spelling)
        if name.isEmployer { staff[name, default: []] += colleagues }
    }
    var ties: [AcquaintanceRecord] = []
    for colleagues in staff.values.map({ $0.sorted() })
    where (2...max(2, largestCompany)).contains(colleagues.count) {
        let company = contacts[colleagues[0]].company ?? ""
        for (index, first) in colleagues.enumerated() {
            for second in colleagues[(index + 1)...] {
                ties.append(AcquaintanceRecord(first: first, second: second, how: "both at \(company)"))
            }
        }
    }
    return ties.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
}
