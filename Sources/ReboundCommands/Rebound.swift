public import ArgumentParser
import Workspace

/// The root command: `rebound`.
public struct Rebound: AsyncParsableCommand {
    /// How the tool presents itself.
    public static let configuration = CommandConfiguration(
        commandName: "rebound",
        abstract:
            "Turns a “no” into the next introduction: who to call, which threads have stalled, how it all connects.",
        discussion: """
            Rebound reads a network of people, companies, opportunities, referrals and dated interactions from a \
            JSON file or a folder of CSV tables. Everything stays on this machine: nothing is sent anywhere, and \
            nobody is ever contacted automatically.

            EXAMPLES
              rebound next Samples/three-referrals.json --as-of 2026-04-09
              rebound stalled Samples/two-silences.json --as-of 2026-03-25
              rebound draw Samples/three-referrals.json -o net.svg
              rebound batch Samples/cohort -o report

            EXIT CODES
              0   fine, also when the reader of the output has gone away
              1   a check found something
              64  wrong usage
              65  bad data
              66  no such input
              70  internal error, or a drawing that failed
              73  the output cannot be created
              74  reading or writing failed
              75  busy; try again later
            """,
        version: Program.version,
        subcommands: [
            NextCommand.self, StalledCommand.self, WhyCommand.self, DrawCommand.self, CheckCommand.self,
            BatchCommand.self,
        ])

    /// Made by the argument parser.
    public init() {}
}
