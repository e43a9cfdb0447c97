internal import ReferralGraph

/// Pairs of contacts who work for the same employer and so may know each other.
///
/// Employers with more contacts than `largestCompany` are left out: among thousands of colleagues a pair says
/// nothing, and there would be quadratically many. So are words that name no employer, such as
/// "Self-employed".
/// - Returns: Each pair once, in rising order.
/// - Complexity: O(contacts · `largestCompany`).
func sharedEmployerTies(in contacts: [ContactRecord], largestCompany: Int = 12) -> [AcquaintanceRecord] {
    var staff: [String: [Int]] = [:]
    for (position, contact) in contacts.enumerated() {
        guard let company = contact.company else { continue }
        let key = employerKey(company)
        if !key.isEmpty, !namesNoEmployer.contains(key) { staff[key, default: []].append(position) }
    }
    var ties: [AcquaintanceRecord] = []
    for colleagues in staff.values where (2...max(2, largestCompany)).contains(colleagues.count) {
        let company = contacts[colleagues[0]].company ?? ""
        for (index, first) in colleagues.enumerated() {
            for second in colleagues[(index + 1)...] {
                ties.append(AcquaintanceRecord(first: first, second: second, how: "both at \(company)"))
            }
        }
    }
    return ties.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
}

/// What the spellings of an employer's name have in common: `Fabrikam, Inc.` and `FABRIKAM`.
func employerKey(_ company: String) -> String {
    let folded = foldedName(company).unicodeScalars
    var words = folded.split {
        !$0.properties.isAlphabetic && $0.properties.numericType == nil && $0 != "&" && $0 != "+"
    }
    .map { String($0) }
    while words.count > 1, let last = words.last, legalForms.contains(last) { words.removeLast() }
    return words.joined(separator: " ")
}

private let legalForms: Set<String> = [
    "inc", "incorporated", "llc", "llp", "ltd", "limited", "plc", "corp", "corporation", "co", "company",
    "gmbh", "ag",
    "kg", "se", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as", "oy", "oyj", "aps", "pty", "pvt",
    "pte",
]

private let namesNoEmployer: Set<String> = [
    "self employed", "selfemployed", "self", "freelance", "freelancer", "freelance consultant", "independent",
    "independent consultant", "independent contractor", "consultant", "contractor", "private", "confidential",
    "confidential company", "stealth", "stealth startup", "stealth mode", "stealth mode startup",
    "stealth company",
    "startup", "retired", "unemployed", "looking for opportunities", "open to work", "career break",
    "sabbatical",
    "student", "none", "n a", "na", "various", "various companies", "undisclosed",
]
