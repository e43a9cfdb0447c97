/// What is wrong with one file: the first findings of each severity, and how many more there are.
///
/// A file of `{}` over and over has more findings than bytes; kept all, they would cost a thousand times its size.
struct LimitedFindings<Finding> {
    /// How many of each severity are kept.
    static var limit: Int { 1000 }

    private(set) var kept: [Finding] = []
    private var counts: [Diagnostic.Severity: Int] = [:]

    mutating func append(_ finding: Finding, _ severity: Diagnostic.Severity) {
        counts[severity, default: 0] += 1
        if counts[severity]! <= Self.limit { kept.append(finding) }
    }

    /// Says how many findings were left out of what is kept, one diagnostic for each severity.
    func omissions(file: String) -> [Diagnostic] {
        Diagnostic.Severity.allCases.compactMap { severity in
            let count = counts[severity, default: 0] - Self.limit
            guard count > 0 else { return nil }
            var omission = Diagnostic(
                severity == .error ? .errorsOmitted : .warningsOmitted, file: file,
                found: "\(count) more \(severity.rawValue)\(count == 1 ? "" : "s")",
                expected: "no more than \(Self.limit) to list",
                hint: "mend those above and check again")
            omission.count = count
            return omission
        }
    }
}
