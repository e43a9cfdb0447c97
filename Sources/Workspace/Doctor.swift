internal import FoundationEssentials
internal import Foundations
internal import Glibc
public import Graphviz
internal import NetworkFiles
internal import ReferralAnalysis
internal import ReferralGraph
internal import ReferralStore

/// Looks whether everything that Rebound needs is there and sound.
public struct Doctor: Sendable {
    private let storePath: String
    private let fontFolders: [String]
    private let environment: @Sendable (String) -> String?

    /// One thing looked at.
    public struct Finding: Equatable, Sendable, Encodable {
        /// How it is.
        public var state: State
        /// What was looked at.
        public var subject: String
        /// What was found, and what to do about it.
        public var words: String
    }

    /// How something is.
    public enum State: String, Sendable, CaseIterable, Encodable {
        case fine
        /// Something that helps is missing.
        case advice
        /// Something is wrong.
        case problem
    }

    /// All that was looked at, for programs: `rebound-doctor/1`.
    public struct Report: Encodable, Sendable {
        private let schema = "rebound-doctor/1"
        private let version = Program.version
        private let findings: [Finding]

        /// Makes a report of what was found.
        public init(_ findings: [Finding]) { self.findings = findings }
    }

    /// Makes a doctor.
    /// - Parameters:
    ///   - storePath: The user's store, which need not be there yet.
    ///   - environment: Looks up an environment variable.
    public init(storePath: String, environment: @escaping @Sendable (String) -> String?) {
        self.storePath = storePath
        self.environment = environment
        let home = environment("HOME")
        fontFolders =
            ["/usr/share/fonts", "/usr/local/share/fonts"]
            + (home.map { ["\($0)/.fonts", "\($0)/.local/share/fonts"] } ?? [])
    }

    /// Looks at everything.
    public func findings(pool: RenderPool) async -> [Finding] {
        store() + [settings(), await drawing(pool), font()] + characters() + libraries() + [timeZones()]
    }

    private func store() -> [Finding] {
        do {
            let health = try NetworkStore.openForReading(path: storePath).health()
            let version =
                "SQLite \(health.sqliteVersion)"
                + (health.hasWALResetDefect
                    ? "; its write-ahead mode has a defect, which the store does not use" : "")
            let rows = "\(health.entityCount) rows, \(health.entryCount) entries of history"
            let problems = health.problems.map {
                Finding(state: .problem, subject: "your network", words: $0)
            }
            return problems.isEmpty
                ? [
                    Finding(state: .fine, subject: "your network", words: "\(storePath): \(rows), sound"),
                    Finding(state: .fine, subject: "database", words: version),
                ] : problems
        } catch .noSuchStore {
            return [Finding(state: .fine, subject: "your network", words: "\(storePath): none yet")]
        } catch {
            return [Finding(state: .problem, subject: "your network", words: error.explanation)]
        }
    }

    private func settings() -> Finding {
        do {
            let settings = try Settings(environment: environment)
            let set = UserSetting.allCases.compactMap { setting in
                let (text, origin) = settings.value(of: setting)
                return origin == .standard ? nil : "\(setting.rawValue) \(text ?? "")"
            }
            return Finding(
                state: .fine, subject: "settings",
                words: set.isEmpty ? "the defaults hold" : set.joined(separator: ", "))
        } catch {
            return Finding(state: .problem, subject: "settings", words: error.explanation)
        }
    }

    /// Draws two people.
    private func drawing(_ pool: RenderPool) async -> Finding {
        let network = ReferralNetwork(
            seeker: "you", people: [Person(id: "you", name: "You"), Person(id: "dan", name: "Dan")],
            ties: [Tie(from: "you", to: "dan")])
        do {
            let opened = try OpenedNetwork(
                .file(path: "a test"), .init(network: network, diagnostics: []),
                asOf: Timestamp(CalendarDay(number: 20_000)), policy: .standard)
            let picture = try await NetworkPicture(of: opened, as: .rendered(.svg), pool: pool)
            return Finding(
                state: .fine, subject: "Graphviz",
                words: "draws (a test picture of \(picture.bytes.count) bytes)")
        } catch {
            return Finding(
                state: .problem, subject: "Graphviz",
                words: error.explanation.contains("apt-get")
                    ? error.explanation
                    : "\(error.explanation); install it: apt-get install libgraphviz-dev")
        }
    }

    private func font() -> Finding {
        let isThere = fontFolders.contains { folder in
            FileManager.default.enumeratedNames(in: folder).contains { $0.lowercased().hasPrefix("inter") }
        }
        return isThere
            ? Finding(state: .fine, subject: "font", words: "Inter is installed")
            : Finding(
                state: .advice, subject: "font",
                words:
                    "drawings look best with Inter; another font stands in: apt-get install fonts-inter")
    }

    /// What PNG and PDF pictures of the user's network could not show.
    private func characters() -> [Finding] {
        guard let network = try? NetworkStore.openForReading(path: storePath).network() else { return [] }
        let names = network.people.flatMap { [$0.name] + $0.employments.compactMap(\.title) }
        let text = (names + network.companies.map(\.name)).joined(separator: "\n")
        return MissingCharacters(in: text).map { missing in
            [Finding(state: .advice, subject: "characters", words: "in PNG and PDF, \(missing)")]
        } ?? []
    }

    private func libraries() -> [Finding] {
        let uses: [(OptionalLibrary, String)] = [
            (.libarchive, "LinkedIn archives (zip)"), (.gmime, "mail"), (.libical, "calendars"),
        ]
        return uses.map { library, use in
            library.isThere
                ? Finding(state: .fine, subject: use, words: "\(library.file) is there")
                : Finding(
                    state: .advice, subject: use, words: "\(library.file) is missing: \(library.install)")
        }
    }

    private func timeZones() -> Finding {
        access("/usr/share/zoneinfo/Europe/Berlin", R_OK) == 0
            ? Finding(state: .fine, subject: "time zones", words: "/usr/share/zoneinfo is there")
            : Finding(
                state: .problem, subject: "time zones",
                words: "needed to tell the day where your contacts live: apt-get install tzdata")
    }
}

extension FileManager {
    /// The names of all files below a folder; none when it cannot be read.
    fileprivate func enumeratedNames(in folder: String) -> [String] {
        guard let paths = try? subpathsOfDirectory(atPath: folder) else { return [] }
        return paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    }
}
