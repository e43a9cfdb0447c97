import ArgumentParser
import Graphviz
import Reporting
import Workspace

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check that your network is sound and that everything Rebound needs is installed.",
        usage: "rebound doctor [--db <store>] [--json]",
        discussion: """
            It looks at the store (integrity, its history played from the beginning, permissions, SQLite's version), \
            your settings, Graphviz, the font, the libraries that read archives and mail, and the time zones.

            EXAMPLES
              rebound doctor

            EXIT CODES
              0   all is well
              1   something is wrong
            """)

    @OptionGroup var store: StoreOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let pool = RenderPool(workerCount: 1)
        let findings = await Doctor(storePath: try store.path(), environment: { Terminal.environment($0) })
            .findings(pool: pool)
        await pool.close()
        if output.json {
            try Terminal.print(StableJSON.text(of: Doctor.Report(findings)))
        } else {
            try print(findings)
        }
        if findings.contains(where: { $0.state == .problem }) { throw ExitCode(ExitCodes.findings) }
    }

    private func print(_ findings: [Doctor.Finding]) throws {
        for finding in findings {
            let mark =
                switch finding.state {
                case .fine: "ok      "
                case .advice: "advice  "
                case .problem: "PROBLEM "
                }
            try Terminal.print(
                MessageText("\(finding.subject): \(finding.words)", after: mark)
                    .rendered(width: Terminal.findingsWidth))
        }
    }
}
