import ArgumentParser
import EvaluationReports
import Foundations
import ModelEvaluation
import NetworkFiles
import RankingModel
import ReferralAnalysis
import ReferralGraph
import Reporting
import Workspace

/// What a plot of an evaluation shows.
enum EvaluationPlot: String, CaseIterable, ExpressibleByArgument {
    /// What was predicted against what happened.
    case reliability
    /// The share of applications answered by day.
    case answers
    /// How far applications came.
    case funnel
}

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Back-test the ranking on your own history or on a list of messages.",
        usage: """
            rebound evaluate [<file>] [--tasks <tasks>] [--without <term>]
                             [--policy <policy>] [--against <policy>]
                             [--owner <name>] [--plot <file>] [--plot-of <what>]
                             [--json]
            """,
        discussion: """
            FILE is a CSV of messages (time,from,to[,reply_to], or seconds,from,to,message,reply_to), a CSV of \
            applications (log,sent,kind,channel,referral,answered,answer_date,outcome) or a network; your own network \
            unless given. Of your own network it also says how many of your requests came out as Rebound had put it. \
            Of applications it says how soon each kind is answered, how far they come, how well the model of applications \
            predicts that, and what a referral goes with. The messages are replayed: before each the model and simple rules \
            (recency, frequency, degree, PageRank, betweenness and others) make their prediction. The later 40% \
            are scored, and nothing is seen before its time. Intervals are of 95%, resampled from the people who ask.

            TASKS
              R    who replies to a fresh request (area under the curve, log-loss, calibration error)
              S    which request gets no reply
              I-A  who knows the next acquaintance, I-B and writes soon, I-C introduces unasked (reciprocal rank)
              W    which common contact introduces
              P    whether a plan of calls reaches the next acquaintance, and who writes

            EXAMPLES
              rebound evaluate Samples/thousand.json --tasks R --draws 50
              rebound evaluate messages.csv --without reply-recency --plot reliability.svg
              rebound evaluate messages.csv --policy reference --without all
              rebound evaluate messages.csv --tasks S --against reference
              rebound evaluate applications.csv --plot funnel.svg --plot-of funnel
            """)

    @OptionGroup var input: NetworkOptions
    @OptionGroup var policy: PolicyOptions
    @OptionGroup var output: OutputOptions
    @Option(
        help: ArgumentHelp("What to predict, separated by commas (default: all).", valueName: "tasks"),
        transform: tasks(in:)) var tasks: [EvaluationTask]?
    @Option(
        help: ArgumentHelp(
            "A term of the model to switch off, to see what it is worth; may be repeated. `all` tries each.",
            valueName: "term"))
    var without: [String] = []
    @Option(
        help: ArgumentHelp(
            "Another policy, by file or name, to answer the same questions.", valueName: "policy"),
        completion: .file(extensions: ["json"]))
    var against: String?
    @Option(
        help: ArgumentHelp(
            "Whose mail a CSV of messages is: only this person’s requests count, not the others’ replies.",
            valueName: "name"))
    var owner: String?
    @Option(help: ArgumentHelp("How many draws an interval is taken from; 0 for none.", valueName: "count"))
    var draws = 200
    @Option(help: ArgumentHelp("Where the draws begin.", valueName: "number")) var seed: UInt64 = 7
    @Option(
        help: ArgumentHelp(
            "Draw the result, as SVG: how the probabilities of an answer came true; of applications the share answered by day.",
            valueName: "file"),
        completion: .file(extensions: ["svg"]))
    var plot: String?
    @Option(
        help: ArgumentHelp(
            "What --plot draws: \(EvaluationPlot.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "what"))
    var plotOf: EvaluationPlot?

    /// The most draws: a thousand times as many as an interval needs.
    private static let mostDraws = 200_000

    private static func tasks(in text: String) throws -> [EvaluationTask] {
        try text.split(separator: ",", omittingEmptySubsequences: false).map { name in
            guard let task = EvaluationTask(rawValue: name.uppercased()) else {
                let names = EvaluationTask.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("“\(name)” is no task; there are \(names).")
            }
            return task
        }
    }

    func validate() throws {
        _ = try ablations()
        if plotOf != nil, plot == nil {
            throw ValidationError("--plot-of says what --plot draws; name its file, such as --plot plot.svg.")
        }
        guard (0...Self.mostDraws).contains(draws) else {
            throw ValidationError(
                "--draws takes a whole number from 0 to \(Self.mostDraws), not \(draws).")
        }
    }

    func run() throws {
        let policy = try policy.namedWithoutSettings()
        if try evaluatesJobLog(under: policy) { return }
        let (events, title, analysis) = try history(under: policy)
        if let plotOf {
            guard plotOf != .answers, plotOf != .funnel || analysis != nil else {
                throw ValidationError(
                    "A plot of \(plotOf.rawValue) is drawn of applications; a table of them has "
                        + "\(JobLogReader.requiredColumns).")
            }
        }
        var report = try Evaluation(
            tasks: tasks ?? EvaluationTask.allCases, ablations: ablations(), seed: seed, bootstrap: draws,
            constants: policy.policy.ranking,
            against: try against.map { try PolicyOptions.named($0).policy.ranking }
        ).run(events)
        report.replyRecord = analysis?.replyRecord
        report.trackRecord = analysis.map { TrackRecord($0.askOutcomes) }
        var isDrawn = true
        if let plot {
            isDrawn =
                try plotOf == .funnel
                ? draw(analysis.flatMap { ApplicationFunnel($0.applications) }, title: title, to: plot)
                : draw(report, title: title, to: plot)
        }
        if output.json {
            try Terminal.print(
                ReportJSON(
                    "evaluate", network: title, asOf: input.moment.asOf, policy: policy.reference,
                    report: report
                ).text())
        } else {
            try Terminal.print(EvaluationText(report, title: title).rendered(in: Terminal.style))
        }
        if !isDrawn { throw ExitCode(ExitCodes.findings) }
    }

    /// The messages, what to call them, and of a network its analysis.
    private func history(
        under policy: NamedPolicy
    ) throws -> (MessageEventList, title: String, analysis: NetworkAnalysis?) {
        guard let path = input.path, path.lowercased().hasSuffix(".csv") else {
            if owner != nil {
                throw ValidationError(
                    "--owner names the writer of a CSV of messages; a network is yours anyway.")
            }
            let opened = try input.open(under: policy)
            return (
                MessageEventList(interactionsOf: opened.analysis.network), opened.title, opened.analysis
            )
        }
        let result: EventListReader.Result
        do { result = try EventListReader.read(path: path, asOf: input.moment.asOf) } catch {
            throw Terminal.fail(.unreadable(error), input: path)
        }
        guard let events = result.events else {
            throw Terminal.fail(.invalid(result.diagnostics), input: path)
        }
        if input.moment.given != nil, events.timeScale == .relative {
            throw ValidationError("--as-of needs days, and \(path) counts seconds from an unknown moment.")
        }
        Terminal.report(result.diagnostics, most: 3, listedBy: nil)
        return (try owner.map { try owned(events, by: $0) } ?? events, path, nil)
    }

    /// The list as the mail of one person: no one else's messages are requests.
    private func owned(_ events: MessageEventList, by name: String) throws -> MessageEventList {
        let people = events.people.filter { $0 == name || $0.lowercased() == name.lowercased() }
        let exact = people.contains(name) ? [name] : people
        guard exact.count < 2 else {
            throw ValidationError(
                "“\(name)” fits \(exact.joined(separator: " and ")); write --owner with the capitals of one of them."
            )
        }
        guard exact.count == 1 else {
            let hint =
                nearestSpelling(to: name, among: events.people).map { " Did you mean “\($0)”?" } ?? ""
            throw ValidationError("No one in the messages is called “\(name)”.\(hint)")
        }
        return events.asking(only: exact[0])
    }

    /// Evaluates a table of applications.
    /// - Returns: Whether the input is one.
    private func evaluatesJobLog(under policy: NamedPolicy) throws -> Bool {
        guard let path = input.path, path.lowercased().hasSuffix(".csv") else { return false }
        let result: JobLogReader.Result?
        do { result = try JobLogReader.readIfRecognized(path: path, asOf: input.moment.asOf.day) } catch {
            throw Terminal.fail(.unreadable(error), input: path)
        }
        guard let result else { return false }
        guard let log = result.log else { throw Terminal.fail(.invalid(result.diagnostics), input: path) }
        if owner != nil || against != nil || tasks != nil || !without.isEmpty {
            throw ValidationError(
                "--owner, --tasks, --against and --without are for messages; a table of applications has none."
            )
        }
        Terminal.report(result.diagnostics, most: 3, listedBy: nil)
        let report = try JobLogEvaluation(
            bootstrap: draws, seed: seed, constants: policy.policy.ranking.applications
        ).run(log)
        var isDrawn = true
        if let plot {
            isDrawn =
                switch plotOf ?? .answers {
                case .answers: try draw(AnswerCurvePlot(report, title: path), to: plot)
                case .funnel: try draw(ApplicationFunnel(report), title: path, to: plot)
                case .reliability:
                    try draw(report.foresight?.table, title: "\(path): silent applications", to: plot)
                }
        }
        if output.json {
            try Terminal.print(
                ReportJSON(
                    "applications", network: path, asOf: input.moment.asOf, policy: policy.reference,
                    report: report
                ).text())
        } else {
            try Terminal.print(JobLogText(report, title: path).rendered(in: Terminal.style))
        }
        if !isDrawn { throw ExitCode(ExitCodes.findings) }
        return true
    }

    private func ablations() throws -> [Ablation] {
        if without == ["all"] { return Ablation.allCases }
        return try without.map { name in
            guard let ablation = Ablation(rawValue: name) else {
                let names = Ablation.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("“\(name)” is no term of the model; there are \(names).")
            }
            return ablation
        }
    }

    // MARK: Plots; each says whether there was something to draw

    private func draw(_ report: EvaluationReport, title: String, to path: String) throws -> Bool {
        let first = report.reliability.first
        return try draw(first?.table, title: "\(title): \(first?.subset ?? "")", to: path)
    }

    private func draw(_ table: ReliabilityTable?, title: String, to path: String) throws -> Bool {
        try write(
            table.map { ReliabilityPlot($0, title: title).svg() }, to: path,
            else: "no probabilities were scored")
    }

    private func draw(_ curves: AnswerCurvePlot, to path: String) throws -> Bool {
        try write(curves.isEmpty ? nil : curves.svg(), to: path, else: "nothing that was sent has dates")
    }

    private func draw(_ funnel: ApplicationFunnel?, title: String, to path: String) throws -> Bool {
        try write(
            funnel.map { FunnelPlot($0, title: title).svg() }, to: path,
            else: "fewer than \(ApplicationFunnel.fewestOutcomes) applications have an outcome")
    }

    private func write(_ svg: String?, to path: String, else reason: String) throws -> Bool {
        guard let svg else {
            Terminal.note("rebound: \(path) was not written: \(reason)")
            return false
        }
        do {
            try AtomicFile.write(
                svg.utf8, to: path, sparing: input.spared(besides: policy.nameOrFile))
        } catch {
            throw Terminal.fail(.unwritable(error), input: path)
        }
        return true
    }
}
