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
    var words = foldedName(company).unicodeScalars.split { !isPartOfWord($0) }.map { String($0) }
    while words.count > 1, let last = words.last, legalForms.contains(last) { words.removeLast() }
    return words.joined(separator: " ")
}

private func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "0"..."9", "&", "+": true
    case _ where scalar.isASCII: false
    default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}

private let legalForms: Set<String> = [
    "ab", "ag", "aps", "as", "bv", "co", "company", "corp", "corporation", "gmbh", "inc", "incorporated",
    "kg",
    "limited", "llc", "llp", "ltd", "nv", "oy", "oyj", "plc", "pte", "pty", "pvt", "sa", "sarl", "sas", "se",
    "spa", "srl",
]

private let namesNoEmployer: Set<String> = [
    "career break", "confidential", "confidential company", "consultant", "contractor", "freelance",
    "freelance consultant", "freelancer", "independent", "independent consultant", "independent contractor",
    "looking for opportunities", "n a", "na", "none", "open to work", "private", "retired", "sabbatical",
    "self", "self employed", "selfemployed", "startup", "stealth", "stealth company", "stealth mode",
    "stealth mode startup", "stealth startup", "student", "undisclosed", "unemployed", "various",
    "various companies",
]
