internal import FoundationEssentials
public import Foundations
internal import Glibc
internal import MessageDrafts
public import NetworkDrawing
internal import NetworkFiles
internal import ReferralGraph
internal import Reporting
internal import SystemInterface

/// What the user has set for all commands: in the environment, in a file, or not at all.
///
/// An option of a command goes before an environment variable, that before the file, that before the default. The file is
/// the one that `REBOUND_SETTINGS` names, else `rebound/settings.json` in the folder for a user's settings
/// (`XDG_CONFIG_HOME`, or `~/.config`). `REBOUND_SETTINGS=none` says that there is none.
public struct Settings: Sendable {
    /// Where the file is or would be; `nil` where there is to be none.
    public let path: String?
    /// What the file says, by name.
    private var written: [String: String]
    /// What the environment says.
    private let named: [UserSetting: String]

    /// Where a value comes from.
    public enum Origin: Equatable, Sendable {
        case standard
        case file(String)
        /// An environment variable.
        case variable(String)
    }

    /// The word that says that no file is to be read.
    public static let none = "none"

    private static let format = WordSettings(
        name: "rebound-settings", names: UserSetting.allCases.map(\.rawValue)
    ) { name, value in
        guard let setting = UserSetting(rawValue: name) else { return nil }
        do throws(SettingError) {
            _ = try setting.value(value)
            return nil
        } catch {
            let mend = "`rebound set \(name) --default` takes it out"
            return (error.expected, error.hint.isEmpty ? mend : "\(error.hint); \(mend)")
        }
    }

    /// Reads the user's settings.
    /// - Parameters:
    ///   - environment: Looks up an environment variable.
    ///   - needsFile: Whether the file that `REBOUND_SETTINGS` names has to be there.
    ///   - toMend: Whether wrong values of the file are passed over, because they are about to be set anew.
    /// - Throws: ``WorkspaceError/invalid(_:)`` with everything that is wrong with the file, and
    ///   ``WorkspaceError/request(_:)`` for a variable.
    public init(
        environment: (String) -> String?, needsFile: Bool = true, toMend: Bool = false
    ) throws(WorkspaceError) {
        path = Self.path(environment)
        var named: [UserSetting: String] = [:]
        for setting in UserSetting.allCases {
            guard let text = environment(setting.variable), !text.isEmpty else { continue }
            do throws(SettingError) { named[setting] = try setting.value(text) } catch {
                throw .request(
                    "the environment variable \(setting.variable) is “\(printable(text))”; expected \(error.expected)"
                        + (error.hint.isEmpty ? "" : "; \(error.hint)"))
            }
        }
        self.named = named
        // Only the file that was asked for has to be there.
        let isAsked = environment("REBOUND_SETTINGS")?.isEmpty == false
        written = try Self.written(path, needsFile: needsFile && isAsked, toMend: toMend)
    }

    /// The same settings as the file has them now; one that is gone sets nothing.
    /// - Parameter toMend: Whether wrong values of the file are passed over, because they are about to be set anew.
    /// - Throws: ``WorkspaceError/invalid(_:)`` with everything that is wrong with the file.
    public func reread(toMend: Bool = false) throws(WorkspaceError) -> Settings {
        var settings = self
        settings.written = try Self.written(path, needsFile: false, toMend: toMend)
        return settings
    }

    private static func written(
        _ path: String?, needsFile: Bool, toMend: Bool
    ) throws(WorkspaceError) -> [String: String] {
        guard let path else { return [:] }
        let bytes: [UInt8]
        do throws(ReadError) { bytes = try FileBytes.read(path: path, limit: 1 << 20) } catch .noSuchFile {
            guard needsFile else { return [:] }
            throw .input("\(shownPath(path)): no such file, and REBOUND_SETTINGS names it")
        } catch {
            throw .unreadable(error)
        }
        let reading = format.read(bytes: bytes, file: path)
        guard reading.diagnostics.isEmpty || toMend && reading.isOfFormat else {
            throw .invalid(reading.diagnostics)
        }
        return reading.values
    }

    /// What changes whenever the file does: when it was written, and how large it is.
    public struct FileState: Equatable, Sendable {
        private let inode: UInt, size, second, nanosecond: Int

        fileprivate init?(_ path: String) {
            guard let status = status(ofFile: path) else { return nil }
            inode = status.st_ino
            size = status.st_size
            (second, nanosecond) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
        }
    }

    /// The state of the file now; `nil` where there is none.
    public var fileState: FileState? { path.flatMap(FileState.init) }

    private static func path(_ environment: (String) -> String?) -> String? {
        if let named = environment("REBOUND_SETTINGS"), !named.isEmpty {
            return named == Self.none ? nil : named
        }
        // A relative folder counts as not set (XDG Base Directory Specification 0.8).
        if let folder = environment("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
            return "\(folder)/rebound/settings.json"
        }
        guard let home = environment("HOME"), home.hasPrefix("/") else { return nil }
        return "\(home)/.config/rebound/settings.json"
    }

    // MARK: Values

    /// What holds, and where it comes from; the value is `nil` for a setting that nothing sets and that has no default.
    public func value(of setting: UserSetting) -> (text: String?, origin: Origin) {
        if let text = named[setting] { return (text, .variable(setting.variable)) }
        // It was checked when it was read.
        if let path, let text = written[setting.rawValue], let value = try? setting.value(text) {
            return (value, .file(path))
        }
        return (setting.standard, .standard)
    }

    /// Whether rejections are not shown and not spoken of.
    public var isQuiet: Bool { value(of: .quiet).text == Switch.on.rawValue }

    /// The user's time zone, where the network does not say.
    public var zone: String? { value(of: .zone).text }

    /// Whose public holidays the user has, where the network does not say.
    public var region: String? { value(of: .region).text }

    /// The file or folder of the user's templates.
    public var templates: String? { value(of: .templates).text }

    /// The colors of drawings.
    public var theme: Theme { value(of: .theme).text.flatMap(Theme.init(named:)) ?? .light }

    /// The policy that judges. The hours of calls that are set go into a built-in policy; a file has its own.
    /// - Parameter option: What the command was told; goes before what is set.
    /// - Throws: ``WorkspaceError``.
    public func policy(option: String?) throws(WorkspaceError) -> NamedPolicy {
        let policy = try NamedPolicy(option ?? value(of: .policy).text ?? NamedPolicy.standard.name)
        let (words, origin) = value(of: .mornings)
        guard policy.file == nil, origin != .standard, let words, let hours = CallHours(words) else {
            return policy
        }
        return policy.calling(from: hours.from, until: hours.until, saying: words)
    }

    /// Where a value comes from, in a word or two.
    public static func words(_ origin: Origin) -> String {
        switch origin {
        case .standard: "default"
        case .file: "your settings"
        case .variable(let name): name
        }
    }

    // MARK: Changes

    /// Sets a value, or takes it out of the file, and says what holds now.
    /// - Throws: ``WorkspaceError``; nothing was written then. What else is wrong with the file: ``remainingProblems``.
    public mutating func change(_ name: String, to text: String?) throws(WorkspaceError) -> String {
        let hasChanged = try set(name, to: text)
        guard let setting = UserSetting(rawValue: name) else { return "\(name) is no longer in the file" }
        let (value, origin) = self.value(of: setting)
        let precedence =
            if case .variable(let name) = origin { "; \(name) says so and goes before the file" } else { "" }
        return "\(name) is \(hasChanged ? "now " : "")\(value ?? "not set")\(precedence)"
    }

    /// Sets a value, or takes it out of the file.
    /// - Parameters:
    ///   - name: A setting, or with no text anything that stands in the file.
    ///   - text: The value; `nil` takes it out.
    /// - Returns: Whether the file has changed.
    /// - Throws: ``WorkspaceError``; nothing was written then.
    public mutating func set(_ name: String, to text: String?) throws(WorkspaceError) -> Bool {
        guard let path else {
            throw .request(
                "nothing says where your settings are: REBOUND_SETTINGS is “none”, or HOME is not set")
        }
        let value: String?
        if let text {
            guard let setting = UserSetting(rawValue: name) else { throw .request(Self.unknown(name)) }
            if setting == .templates, text != "-" { _ = try TemplateCatalog(path: text) }
            do throws(SettingError) { value = try setting.value(text) } catch {
                throw .request(
                    "\(name) cannot be “\(printable(text))”; expected \(error.expected)"
                        + (error.hint.isEmpty ? "" : "; \(error.hint)"))
            }
        } else {
            guard UserSetting(rawValue: name) != nil || written[name] != nil else {
                throw .request(Self.unknown(name))
            }
            value = nil
        }
        guard written[name] != value else { return false }
        written[name] = value
        let bytes = Self.format.bytes(written)
        do {
            let folder = URL(filePath: resolvedPath(path)).deletingLastPathComponent().path
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .unwritable(.noSuchFolder(path: path))
        }
        do { try AtomicFile.write(bytes, to: path, sparing: ProtectedFiles()) } catch {
            throw .unwritable(error)
        }
        return true
    }

    /// What is still wrong with the file, after one value of it was set.
    public var remainingProblems: [Diagnostic] {
        guard let path, let bytes = try? FileBytes.read(path: path, limit: 1 << 20) else { return [] }
        return Self.format.read(bytes: bytes, file: path).diagnostics
    }

    /// What to say about a name that is no setting.
    public static func unknown(_ name: String) -> String {
        let names = UserSetting.allCases.map(\.rawValue)
        let meant = nearestSpelling(to: name, among: names).map { "did you mean “\($0)”? " } ?? ""
        return "“\(printable(name))” is no setting; \(meant)the settings are \(names.joined(separator: ", "))"
    }
}
