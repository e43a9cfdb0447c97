internal import Foundations
internal import ReferralGraph

/// What the owner seems to want, each company, role and place once.
struct LinkedInWishes {
    private(set) var proposals: [ProposalRecord] = []
    private var known: Set<[String]> = []

    /// Adds a proposal; whether it is the first of its kind and name. What stands where people have no employer is none.
    mutating func add(_ proposal: ProposalRecord) -> Bool {
        let isCompany = proposal.target.kind == .company
        let name = CompanyName(proposal.target.name)
        let key = isCompany ? name.key : foldedName(proposal.target.name)
        guard !key.isEmpty, !isCompany || name.isEmployer,
            known.insert([proposal.target.kind.rawValue, key]).inserted
        else { return false }
        proposals.append(proposal)
        return true
    }

    /// The entries of a cell that holds a list.
    ///
    /// Bars, semicolons and line breaks separate entries. A comma may stand within one (`Berlin, Germany`; `Acme, Inc.`;
    /// `Director, Marketing`), so it separates companies without their legal forms and titles of several words, and no places.
    static func list(_ cell: String, of kind: Target.Kind) -> [String] {
        var text = trimmed(cell)
        if text.hasPrefix("["), text.hasSuffix("]") { text = String(text.dropFirst().dropLast()) }
        let marks = ["|", ";"].filter(text.contains)
        let hasLines = text.contains(where: \.isNewline)
        let pieces: [String]
        if !marks.isEmpty || hasLines {
            pieces = text.split { $0.isNewline || marks.contains(String($0)) }.map(String.init)
        } else {
            pieces = withoutCommas(text, kind)
        }
        return pieces.map { onOneLine(trimmed($0)) }.filter { !isBlank($0) }
    }

    private static func withoutCommas(_ text: String, _ kind: Target.Kind) -> [String] {
        let pieces = text.split(separator: ",").map { trimmed(String($0)) }
        func hasWords(_ piece: String) -> Bool { piece.split(separator: " ").count > 1 }
        switch kind {
        case .place: return [text]
        case .role, .department: return pieces.allSatisfy(hasWords) ? pieces : [text]
        case .company:
            // `Hale, Ortiz & Partners` is one firm.
            if pieces.dropFirst().contains(where: { $0.contains("&") || $0.hasPrefix("and ") }) {
                return [text]
            }
            return pieces.reduce(into: []) { names, piece in
                let isForm = names.last.map { CompanyName("\($0), \(piece)") == CompanyName($0) } ?? false
                if isForm { names[names.count - 1] += ", \(piece)" } else { names.append(piece) }
            }
        }
    }
}

extension LinkedInImport {
    /// Reads `Job Seeker Preferences.csv`: the companies, titles and places that the owner told LinkedIn.
    mutating func readPreferences(_ table: LinkedInTable, _ tally: Int) {
        let columns: [(Int?, Target.Kind, String)] = [
            (table.column("Dream Companies"), .company, "dream company"),
            (table.column("Job Titles"), .role, "title in your job preferences"),
            (table.column("Locations"), .place, "place in your job preferences"),
        ]
        rows(table, tally) { importer, row in
            var isUsed = false
            for case (let column?, let kind, let source) in columns {
                for name in LinkedInWishes.list(table.document.text(row, column), of: kind) {
                    let proposal = ProposalRecord(
                        Target(kind: kind, name: name, standing: .proposed, source: source),
                        place: table.place(row))
                    isUsed = importer.wishes.add(proposal) || isUsed
                }
            }
            return isUsed ? nil : .noWish
        }
    }

    /// Reads `Saved Jobs.csv`: a saved job proposes its company, and is no application.
    mutating func readSavedJobs(_ table: LinkedInTable, _ tally: Int) {
        let company = table.column("Company Name")
        let title = table.column("Job Title")
        let saved = table.column(table.kind.dateColumns)
        rows(table, tally) { importer, row in
            guard let employer = table.value(row, company) else { return .noEmployer }
            let source = table.value(row, title).map { "saved job: \($0)" } ?? "saved job"
            return importer.propose(employer, source, table, row, saved)
        }
    }

    /// Reads `Company Follows.csv`.
    mutating func readCompanyFollows(_ table: LinkedInTable, _ tally: Int) {
        let organization = table.column("Organization")
        let followed = table.column(table.kind.dateColumns)
        rows(table, tally) { importer, row in
            guard let company = table.value(row, organization) else { return .noEmployer }
            return importer.propose(company, "followed on LinkedIn", table, row, followed)
        }
    }

    private mutating func propose(
        _ company: String, _ source: String, _ table: LinkedInTable, _ row: CSVDocument.Row, _ date: Int?
    ) -> SkipReason? {
        guard CompanyName(company).isEmployer else { return .noEmployer }
        let proposal = ProposalRecord(
            Target(
                kind: .company, name: company, standing: .proposed, source: source,
                date: optionalDay(table, row, date)), place: table.place(row))
        return wishes.add(proposal) ? nil : .sameWish
    }
}
