import ArgumentParser
import Foundations
import PageServer
import ReboundWeb
import ReferralGraph
import Workspace

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Open your network as a page in your browser, on this machine alone.",
        usage: """
            rebound serve [<file>] [--port <number>] [--no-open] [--read-only]
                          [--idle <minutes>] [--db <store>] [--as-of <day>]
            """,
        discussion: """
            Everything of the day on one page: what is due, drafts, done, later, people, companies, roles, pictures, \
            the plan, imports. What you do there is recorded as by the commands, and what the commands record shows \
            there at once. With FILE you look at a network file, and nothing is recorded.

            The page is for one browser on this machine: the address printed works once, others are refused, and \
            nothing is loaded from or sent to the internet. Ctrl-C ends it.

            EXAMPLES
              rebound serve
              rebound serve --port 8080 --no-open
              rebound serve Samples/three-referrals.json --as-of 2026-04-09
            """)

    @OptionGroup var input: NetworkOptions
    @Option(help: ArgumentHelp("Which port to use (default: any that is free).", valueName: "number"))
    var port = 0
    @Flag(name: .customLong("no-open"), help: "Print the address, and open no browser.") var opensNothing =
        false
    @Flag(name: .customLong("read-only"), help: "Record nothing.") var isReadOnly = false
    @Option(
        help: ArgumentHelp(
            "End after so many minutes without a page open (default: go on until Ctrl-C).",
            valueName: "minutes"))
    var idle: Double?

    func validate() throws {
        if !(0...65535).contains(port) {
            throw ValidationError("--port takes a whole number from 1 to 65535, not \(port).")
        }
        if let idle, !(idle > 0 && idle <= 100_000) {
            throw ValidationError("--idle takes a number of minutes above 0, not \(idle).")
        }
        if input.path == "-" {
            throw ValidationError(
                "A page needs a file that stays; name one, or leave it out for your network.")
        }
    }

    func run() async throws {
        let settings = try Terminal.settings()
        let fixed = input.moment.given
        do {
            let source = try NetworkSource(
                file: input.path, database: input.store.database, environment: Terminal.environment)
            let site = try ReboundSite(
                WebView(of: source, settings: settings, isReadOnly: isReadOnly) { fixed ?? Terminal.now() })
            defer { site.close() }
            try await site.check()
            let folder = Terminal.environment("XDG_RUNTIME_DIR") ?? Terminal.environment("TMPDIR") ?? "/tmp"
            let server = PageServer(
                site,
                PageServerConfiguration(
                    port: port, idleTime: idle.map { .seconds($0 * 60) },
                    temporaryFolder: Terminal.environment("TMPDIR") ?? "/tmp"))
            let opener = BrowserOpener(folder: folder)
            defer { opener.close() }
            try await server.run { address in
                try? Terminal.print(address.text + "\n")
                if !opensNothing, !opener.open(address.text) {
                    Terminal.note("rebound: no browser could be opened; open the address yourself")
                }
            }
        } catch let error as WorkspaceError {
            throw Terminal.fail(error, input: input.name)
        } catch let error as PageServerError {
            throw Terminal.fail(.busy(error.description), input: input.name)
        }
    }
}
