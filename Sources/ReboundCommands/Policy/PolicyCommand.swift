import ArgumentParser
import Foundations
import MessageDrafts
import Playbook
import ReferralAnalysis
import Reporting
import Workspace

/// The waits of the tiers, the shortest first.
private let tiers: String = {
    let cadence = AnalysisPolicy.cadenceTiers.playbook.cadence
    let waits = [cadence.closestAfterDays, cadence.closeAfterDays, cadence.familiarAfterDays]
    return waits.map(TimeInWords.length).joined(separator: ", ")
        + " or \(TimeInWords.length(ofDays: cadence.distantAfterDays))"
}()

private let oneByOne = AnalysisPolicy.threeB7.playbook

struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Show and check policies: every number that decides what is due and who comes first.",
        discussion: """
            A policy is a JSON file that you copy and edit; what it leaves out is as in the standard policy. Commands \
            take one with --policy, by file or by name. The names are standard, the playbook as published; \
            cadence-tiers, with friendly reminders after \(tiers), by closeness; 3b7, which asks one person per company, \
            a second one after \(oneByOne.secondPersonAfterBusinessDays) business days of silence, and the first one \
            again after \(oneByOne.returnToFirstAfterBusinessDays); no-phone, with messages in place of calls; and reference, the ranking as \
            first published, before data from job searches changed it.

            EXAMPLES
              rebound policy show > my-policy.json
              rebound policy check my-policy.json
              rebound policy templates -o my-templates
              rebound next Samples/three-referrals.json --policy cadence-tiers
            """,
        subcommands: [Show.self, Check.self, Templates.self])

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a whole policy, as a file to copy and edit.",
            usage: "rebound policy show [<file-or-name>]",
            discussion: """
                EXAMPLES
                  rebound policy show > my-policy.json
                  rebound policy show 3b7 > my-policy.json
                """)

        @Argument(
            help: ArgumentHelp(
                "A policy's name or file (default: the standard policy).", valueName: "file-or-name"),
            completion: .file(extensions: ["json"]))
        var policy = NamedPolicy.standard.name

        func run() throws { try Terminal.print(PolicyOptions.named(policy).bytes) }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check a policy file, and report everything that is wrong with it.",
            usage: "rebound policy check <file>",
            discussion: """
                Every finding is one line of standard output. It names the file, the line and the field, what was \
                found, what was expected and what to do.

                EXAMPLES
                  rebound policy check my-policy.json

                EXIT CODES
                  0   no problems
                  65  errors
                  66  no such file
                """)

        @Argument(
            help: ArgumentHelp("A policy file, or - for standard input.", valueName: "file"),
            completion: .file(extensions: ["json"]))
        var file: String

        func run() throws {
            do {
                _ = try NamedPolicy(file)
                try report([])
            } catch WorkspaceError.invalid(let diagnostics) {
                try report(diagnostics)
                throw ExitCode(ExitCodes.badData)
            } catch let error as WorkspaceError {
                throw Terminal.fail(error, input: file)
            }
        }

        private func report(_ diagnostics: [Diagnostic]) throws {
            let text = CheckText(file, network: nil, diagnostics: diagnostics)
            try Terminal.print(text.rendered(width: Terminal.findingsWidth))
        }
    }

    struct Templates: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the templates of `rebound draft`, as files to copy and edit.",
            usage: "rebound policy templates [-o <folder>]",
            discussion: """
                Prints one file, or writes several into a folder; `rebound draft --templates` reads either. Its head says \
                how templates are written, and lists the facts.

                EXAMPLES
                  rebound policy templates > my-templates.txt
                  rebound policy templates -o my-templates
                """)

        @Option(
            name: [.customShort("o"), .customLong("output")],
            help: ArgumentHelp("The folder to write to.", valueName: "folder"), completion: .directory)
        var folder: String?

        func validate() throws {
            if folder?.isEmpty == true { throw ValidationError("The name of the folder is empty.") }
        }

        func run() throws {
            guard let folder else { return try Terminal.print(StandardTemplates.text) }
            do {
                let files = try StandardTemplates.write(
                    toFolder: folder, sparing: Terminal.spared(inputs: []))
                try Terminal.print(files.map { "\($0)\n" }.joined())
            } catch let error as WorkspaceError {
                throw Terminal.fail(error, input: folder)
            }
        }
    }
}
