public import ArgumentParser
import Workspace

/// The root command: `rebound`.
public struct Rebound: AsyncParsableCommand {
    /// How the tool presents itself.
    public static let configuration = CommandConfiguration(
        commandName: "rebound",
        abstract:
            "Turn a “no” into the next introduction: who to call, which threads have stalled, how it all connects.",
        discussion: """
            Rebound keeps your network of people, companies, opportunities, referrals and dated interactions, or \
            reads one from a file that you name. Everything stays on this machine: Rebound sends nothing anywhere, \
            and never contacts anyone for you.

            New files are for you alone (mode 0600, folders 0700), whatever your umask; a file that is already there \
            keeps its mode. No output overwrites your network or the file being read.

            EXAMPLES
              rebound import LinkedInDataExport.zip
              rebound today
              rebound log call dan "asked for a name" --on yesterday
              rebound next Samples/three-referrals.json --as-of 2026-04-09
              rebound stalled Samples/two-silences.json --as-of 2026-03-25
              rebound draw Samples/three-referrals.json -o net.svg
              rebound batch Samples/cohort -o report

            EXIT CODES
              0   fine, even if the reader of the output has gone away
              1   a check found something, or no person and no company has that name
              64  wrong usage
              65  bad data
              66  no such input
              70  internal error, or a drawing that failed
              73  the output cannot be created
              74  reading or writing failed
              75  busy; try again later
              77  no permission to use the network there
              78  nothing says where to keep your network
            """,
        version: Program.version,
        groupedSubcommands: [
            CommandGroup(
                name: "Looking",
                subcommands: [
                    TodayCommand.self, ServeCommand.self, McpCommand.self, NextCommand.self,
                    StalledCommand.self,
                    WhyCommand.self,
                    ShowCommand.self, FindCommand.self, DrawCommand.self,
                    ReportCommand.self, DraftCommand.self,
                    PlanCommand.self, PathCommand.self, WhoCommand.self, GapsCommand.self, WatchCommand.self,
                    SimulateCommand.self,
                ]),
            CommandGroup(
                name: "Recording",
                subcommands: [
                    StartCommand.self, WantCommand.self, AddCommand.self, DoneCommand.self, LogCommand.self,
                    RejectCommand.self, ReferCommand.self, StageCommand.self, OfferCommand.self,
                    PromiseCommand.self, StarCommand.self, TagCommand.self, TriageCommand.self,
                    MovedCommand.self, TieCommand.self,
                    OpeningCommand.self, RepostedCommand.self, SignalCommand.self, CloseCommand.self,
                    SnoozeCommand.self, EveryCommand.self, SkipCommand.self,
                    DoNotContactCommand.self, RemoveCommand.self,
                ]),
            CommandGroup(
                name: "Bringing in and giving out",
                subcommands: [
                    ImportCommand.self, DuplicatesCommand.self, MergeCommand.self, SplitCommand.self,
                    KeepApartCommand.self,
                    ExportCommand.self,
                ]),
            CommandGroup(
                name: "Keeping",
                subcommands: [
                    SetCommand.self, HistoryCommand.self, UndoCommand.self, RedoCommand.self,
                    ShareCommand.self, ForgetCommand.self,
                    DoctorCommand.self,
                ]),
            CommandGroup(
                name: "Files and proof",
                subcommands: [
                    CheckCommand.self, BatchCommand.self, PolicyCommand.self, EvaluateCommand.self,
                    AnalyzeCommand.self,
                ]),
        ])

    /// Made by the argument parser.
    public init() {}
}
