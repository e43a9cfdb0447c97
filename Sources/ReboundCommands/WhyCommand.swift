import ArgumentParser
private import Glibc
import NetworkEditing
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Explain one person: rank or reason for its absence, value, odds, lineage, threads.",
        usage: "rebound why <person> <file> [--as-of <day>] [--json]",
        discussion: """
            PERSON is an id, a name, or a part of a name that only one person has. Accents and large letters \
            need not be typed.

            EXAMPLES
              rebound why "Dan Whitfield" Samples/three-referrals.json
              rebound why julie Samples/three-referrals.json --json
            """)

    @Argument(help: "An id, a name, or an unambiguous part of a name.") var person: String
    @OptionGroup var input: NetworkOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if person.allSatisfy(\.isWhitespace) {
            throw ValidationError("PERSON is empty; give an id, a name, or a part of a name.")
        }
        if access(person, F_OK) == 0, input.path != "-", access(input.path, F_OK) != 0 {
            throw ValidationError(
                "“\(person)” is a file; the person comes first: rebound why “\(input.path)” \(person)")
        }
    }

    func run() throws {
        let opened = try input.open()
        let analysis = opened.analysis
        let id = try match(in: opened)
        guard let explanation = analysis.explanation(of: id) else { throw ExitCode(ExitCodes.internalError) }
        if output.json {
            try Terminal.print(
                ReportJSON("why", network: opened.title, asOf: analysis.asOf, report: explanation).text())
        } else {
            let text = ExplanationText(explanation, in: analysis.network, today: analysis.asOf.day)
            try Terminal.print(text.rendered(in: Terminal.style))
        }
    }

    /// The one person who fits.
    /// - Throws: An ``ExitCode`` after saying who else there is.
    private func match(in opened: OpenedNetwork) throws(ExitCode) -> PersonID {
        switch PersonQuery(person).match(in: opened.analysis.network) {
        case .one(let match): return match
        case .several(let people):
            Terminal.note(
                "rebound: “\(person)” fits \(people.count) people; give the id of one, or more of the name:")
            let width = people.prefix(Self.mostNames).map(\.id.text.count).max() ?? 0
            for match in people.prefix(Self.mostNames) {
                Terminal.note("  \(fitted(match.id.text, to: width))  \(match.name)")
            }
            if people.count > Self.mostNames { Terminal.note("  and \(people.count - Self.mostNames) more") }
        case .none(let suggestion):
            let hint = suggestion.map { "; did you mean “\($0)”?" } ?? ""
            Terminal.note("rebound: nobody in “\(opened.title)” is called “\(person)”\(hint)")
        }
        throw ExitCode(ExitCodes.usage)
    }

    private static let mostNames = 12
}
