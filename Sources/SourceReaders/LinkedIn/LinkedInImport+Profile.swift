internal import Foundations
internal import ReferralGraph

extension LinkedInImport {
    /// Reads `Positions.csv`: the owner's own jobs.
    mutating func readPositions(_ table: LinkedInTable, _ tally: Int) {
        let company = table.column("Company Name")
        let title = table.column("Title")
        let (started, finished) = (table.column("Started On"), table.column("Finished On"))
        rows(table, tally) { importer, row in
            guard let employer = table.value(row, company) else { return .noEmployer }
            switch importer.time(table, row, from: started, to: finished) {
            case .failure(let reason): return reason.reason
            case .success(let time):
                let job = OwnJobRecord(
                    company: employer, title: table.value(row, title), from: time.from, to: time.to,
                    place: table.place(row))
                let isKnown = importer.ownJobs.contains {
                    $0.job == job.job && $0.from == job.from && $0.to == job.to
                }
                if isKnown { return .sameJob }
                importer.ownJobs.append(job)
                return nil
            }
        }
    }

    /// Reads `Education.csv`: where the owner studied.
    mutating func readEducation(_ table: LinkedInTable, _ tally: Int) {
        let name = table.column("School Name")
        let degree = table.column("Degree Name")
        let (started, finished) = (table.column("Start Date"), table.column("End Date"))
        rows(table, tally) { importer, row in
            guard let school = table.value(row, name) else { return .noSchool }
            switch importer.time(table, row, from: started, to: finished) {
            case .failure(let reason): return reason.reason
            case .success(let time):
                let education = Education(
                    school: school, degree: table.value(row, degree), from: time.from, to: time.to)
                if importer.ownEducation.contains(where: { $0.education == education }) { return .sameSchool }
                importer.ownEducation.append(OwnEducationRecord(education, place: table.place(row)))
                return nil
            }
        }
    }

    /// Why the time in a row is none.
    private struct NoTime: Error {
        let reason: SkipReason
    }

    /// The time in a row. Without a first day that can be read it has begun at some time; what has ended no one knows when
    /// would seem to go on, so it is left out. Either is reported.
    private mutating func time(
        _ table: LinkedInTable, _ row: CSVDocument.Row, from started: Int?, to finished: Int?
    ) -> Result<(from: CalendarDay?, to: CalendarDay?), NoTime> {
        let (start, end) = (table.text(row, started), table.text(row, finished))
        let first = LinkedInDate.period(start)?.lowerBound
        if first == nil, !start.isEmpty {
            noteUnreadDate(
                table, row, started, hint: "it is used without a beginning; mend the cell and import again")
        }
        if LinkedInDate.isOngoing(end) { return .success((first, nil)) }
        guard let last = LinkedInDate.period(end)?.upperBound else {
            noteUnreadDate(table, row, finished, hint: "the row is left out; mend the cell and import again")
            return .failure(NoTime(reason: .date))
        }
        if let first, last < first { return .failure(NoTime(reason: .endsFirst)) }
        return .success((first, last))
    }
}

/// Dates that cannot be read, the first one of each column with how many more there are.
struct UnreadDates {
    private var found: [(first: Diagnostic, count: Int)] = []

    mutating func add(_ diagnostic: Diagnostic) {
        let known = found.firstIndex {
            ($0.first.file, $0.first.path, $0.first.hint)
                == (diagnostic.file, diagnostic.path, diagnostic.hint)
        }
        if let known { found[known].count += 1 } else { found.append((diagnostic, 1)) }
    }

    var diagnostics: [Diagnostic] {
        found.map { first, count in
            var diagnostic = first
            if count > 1 { diagnostic.found += ", and \(count - 1) more like it" }
            return diagnostic
        }
    }
}
