internal import Foundations
public import ReferralAnalysis
internal import ReferralGraph

/// Who the seeker knows at companies, as a table: a row a company, in the order asked.
public struct CompanyAnswersCSV {
    private let answers: [CompanyAnswer]

    /// Makes the table of answers.
    public init(_ answers: CompanyAnswers) { self.answers = answers.answers }

    /// The table, UTF-8; cells that a spreadsheet would take for a formula are guarded.
    public func bytes() -> [UInt8] {
        var writer = CSVWriter(lineBreak: "\n")
        writer.row([
            "asked", "company", "priority", "now", "used to be there", "worked there with you",
            "an introduction away", "out of reach", "on hold", "note",
        ])
        for answer in answers {
            if answer.companies.isEmpty {
                let note = answer.suggestion.map { "no one; did you mean “\($0)”?" } ?? "no one"
                writer.row([answer.asked] + Array(repeating: "", count: 8) + [note])
            }
            for company in answer.companies { writer.row([answer.asked] + cells(of: company, in: answer)) }
        }
        return writer.bytes
    }

    private func cells(of company: CompanyContacts, in answer: CompanyAnswer) -> [String] {
        func list(_ texts: [String]) -> String { texts.joined(separator: "; ") }
        func names(_ members: [CompanyContacts.Member]) -> String {
            list(members.map { member in member.name + (member.title.map { ", \($0)" } ?? "") })
        }
        let held = (company.now + company.before + company.outOfReach).compactMap { member in
            member.onHold.map { "\(member.name): \($0)" }
        }
        let notes = [
            answer.companies.count > 1 ? "fits \(answer.companies.count) companies" : nil,
            company.isEmployer ? (company.isNoOne ? "no one" : nil) : "not an employer",
        ]
        return [
            company.name, company.priority?.rawValue ?? "", names(company.now), names(company.before),
            names(company.withSeeker),
            list(company.introductions.map { "\($0.member.name) through \($0.throughName)" }),
            names(company.outOfReach), list(held), list(notes.compactMap(\.self)),
        ]
    }
}
