public import Foundations
public import NetworkFiles
import Playbook
import RankingModel
public import ReferralAnalysis
internal import ReferralGraph
public import Reporting
internal import SystemInterface

/// A policy with its name: a built-in one, or one from a file that a user copied and edited.
public struct NamedPolicy: Sendable {
    /// The built-in name, else what the file calls itself, else the file's name.
    public let name: String
    /// The path of the file as it was given; `nil` for a built-in policy.
    public let file: String?
    /// The numbers.
    public let policy: AnalysisPolicy

    /// How policy files look, version 1: the sections and names of ``AnalysisPolicy/fields``.
    public static let format = SettingsFormat(
        name: "rebound-policy", version: 1, noun: "a policy",
        settings: settings, former: formerSettings)

    private static let settings: [Setting] = {
        var settings = AnalysisPolicy.fields.map { field in
            let kind: Setting.Kind =
                switch field.kind {
                case .flag: .flag
                case .whole: .whole
                case .number: .number
                }
            return Setting(path: field.path, kind: kind, expected: field.expected) { field.admits($0) }
        }
        // Beside the others of its section, which a file has once.
        let end = settings.lastIndex { $0.path.starts(with: tagsPath.dropLast()) } ?? settings.count - 1
        settings.insert(
            Setting(
                anyNameIn: tagsPath, expectedName: "a tag: \(Tag.expected)", admitsName: { Tag($0) != nil },
                kind: .whole, expected: "a whole number from 1 to 3650"
            ) { (1...3650).contains($0) && $0 == $0.rounded() }, at: end + 1)
        return settings
    }()

    /// Where the days between reminders by tag stand.
    private static let tagsPath = ["playbook", "cadence", "tags"]

    /// The waits stood twice, once more in a section of their own.
    private static let formerSettings = [
        ("followUpBusinessDays", "firstMessageAfterBusinessDays", 3.0),
        ("telephoneBusinessDays", "telephoneAfterBusinessDays", 3),
        ("monthlyTouchDays", "monthlyTouchAfterDays", 30), ("rejectionDays", "monthlyTouchAfterDays", 30),
        ("interviewDays", "afterInterviewDays", 14),
    ].map { former, now, standard in
        FormerSetting(
            path: ["etiquette", former], replacement: ["playbook", now], standard: standard)
    }

    /// The policy that holds unless the user names another.
    public static let standard = NamedPolicy(name: "standard", policy: .standard)

    /// Finds a policy.
    /// - Parameter nameOrFile: A built-in name, else the path of a policy file or `-` for standard input. A file that
    ///   has the name of a built-in policy is reached as `./standard`.
    /// - Throws: ``WorkspaceError``; ``WorkspaceError/invalid(_:)`` with everything that is wrong with a file.
    public init(_ nameOrFile: String) throws(WorkspaceError) {
        if let named = AnalysisPolicy.named.first(where: { $0.name == nameOrFile }) {
            self.init(name: named.name, policy: named.policy)
            return
        }
        let bytes: [UInt8]
        do throws(ReadError) {
            bytes =
                nameOrFile == "-"
                ? try FileBytes.readStandardInput() : try FileBytes.read(path: nameOrFile, limit: 1 << 20)
        } catch .noSuchFile(let path) {
            throw .input(Self.notFound(path))
        } catch {
            throw .unreadable(error)
        }
        let (named, diagnostics) = Self.read(bytes: bytes, file: nameOrFile)
        guard let named else { throw .invalid(diagnostics) }
        self = named
    }

    private init(name: String, file: String? = nil, policy: AnalysisPolicy) {
        self.name = name
        self.file = file
        self.policy = policy
    }

    /// Reads a policy file; what it leaves out is as in the standard policy.
    /// - Returns: The policy, `nil` when anything is wrong, and everything that is wrong.
    public static func read(bytes: [UInt8], file: String) -> (policy: NamedPolicy?, diagnostics: [Diagnostic])
    {
        let reading = format.read(bytes: bytes, file: file) { values in
            var seen: [Tag: [String]] = [:]
            for path in values.keys.sorted(by: { $0.last! < $1.last! }) where path.dropLast() == tagsPath[...]
            {
                guard let tag = Tag(path.last!) else { continue }
                if let other = seen.updateValue(path, forKey: tag) {
                    return SettingsFormat.Contradiction(
                        path: path, expected: "each tag once; \(other.last!) is the same tag")
                }
            }
            do throws(RankingError) {
                try policy(values).validate()
                return nil
            } catch .invalidConstant(let name, _, let requirement) {
                let path = AnalysisPolicy.fields.first { $0.name == name }?.path ?? [name]
                return SettingsFormat.Contradiction(path: path, expected: requirement)
            } catch {
                return nil
            }
        }
        guard reading.diagnostics.isEmpty else { return (nil, reading.diagnostics) }
        return (
            NamedPolicy(
                name: reading.name ?? fileStem(of: file), file: file, policy: policy(reading.values)
            ), []
        )
    }

    /// The same with other hours of calls.
    /// - Parameters:
    ///   - from: Minutes after midnight, the contact's time.
    ///   - until: Before which minute; later than `from`.
    ///   - words: How the policy's name is to say so.
    func calling(from: Int, until: Int, saying words: String) -> NamedPolicy {
        var policy = policy
        policy.playbook.callAtMinute = from
        policy.playbook.callBeforeMinute = until
        return NamedPolicy(name: "\(name), mornings \(words)", policy: policy)
    }

    /// How reports name it.
    public var reference: PolicyReference { PolicyReference(name: name, file: file) }

    /// The policy as a file that sets everything.
    public var bytes: [UInt8] {
        let fields = AnalysisPolicy.fields
        return Self.format.bytes(name: name) { path in
            fields.first { $0.path == path }?.value(in: policy) ?? 0
        } names: { path in
            path == Self.tagsPath ? policy.playbook.cadence.tags.mapValues(Double.init) : [:]
        }
    }

    private static func policy(_ values: [[String]: Double]) -> AnalysisPolicy {
        var policy = AnalysisPolicy.standard
        for field in AnalysisPolicy.fields {
            if let value = values[field.path] { field.set(value, in: &policy) }
        }
        for (path, value) in values where path.dropLast() == tagsPath[...] {
            policy.playbook.cadence.tags[path.last!] = Int(value)
        }
        return policy
    }

    private static func notFound(_ path: String) -> String {
        let names = AnalysisPolicy.named.map(\.name)
        let meant = nearestSpelling(to: path, among: names).map { "; did you mean “\($0)”?" } ?? ""
        return
            "\(shownPath(path)): neither a file nor the name of a policy; the names are \(names.joined(separator: ", "))"
            + meant
    }
}
