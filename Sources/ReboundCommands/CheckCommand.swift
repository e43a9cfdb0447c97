import ArgumentParser
import ReferralAnalysis
import ReferralFormats
import ReferralGraph
import Workspace

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check a network file and report everything that is wrong with it.",
        discussion: """
            Every error names the file, the line and the field, what was found, what was expected and what to do.
            Exit code 0: nothing found; 1: warnings only; 65: errors; 66: no such file.

            EXAMPLES
              rebound check my-network.json
              rebound check my-tables/
            """)

    @OptionGroup var input: NetworkOptions

    func run() throws {
        let opened = try input.open()
        let network = opened.network
        Terminal.print(
            "\(opened.path): \(network.people.count) people, \(network.companies.count) companies, "
                + "\(network.opportunities.count) opportunities, \(network.ties.count) ties, "
                + "\(network.referrals.count) referrals, \(network.interactions.count) interactions; "
                + (opened.diagnostics.isEmpty ? "no problems\n" : "\(opened.diagnostics.count) warnings\n"))
        if !opened.diagnostics.isEmpty { throw ExitCode(ExitCodes.findings) }
    }
}
