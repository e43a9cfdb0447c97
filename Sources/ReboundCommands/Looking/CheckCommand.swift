import ArgumentParser
import ReferralAnalysis
import ReferralFormats
import ReferralGraph
import Reporting
import Workspace

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a network file, and report everything that is wrong with it.",
        usage: "rebound check [<file>] [--as-of <day>]",
        discussion: """
            Every finding is one line of standard output. It names the file, the line and the field, what was \
            found, what was expected and what to do.

            EXAMPLES
              rebound check my-network.json
              rebound check my-tables/

            EXIT CODES
              0   no problems
              1   warnings only
              65  errors
              66  no such file
            """)

    @OptionGroup var input: NetworkOptions

    func run() throws {
        do {
            let opened = try input.opened()
            try report(opened.network, opened.diagnostics)
            if !opened.diagnostics.isEmpty { throw ExitCode(ExitCodes.findings) }
        } catch WorkspaceError.invalid(let diagnostics) {
            try report(nil, diagnostics)
            throw ExitCode(ExitCodes.badData)
        } catch let error as WorkspaceError {
            throw Terminal.fail(error, input: input.name)
        }
    }

    private func report(_ network: ReferralNetwork?, _ diagnostics: [Diagnostic]) throws {
        let text = CheckText(input.name, network: network, diagnostics: diagnostics)
        try Terminal.print(text.rendered(width: Terminal.findingsWidth))
    }
}
