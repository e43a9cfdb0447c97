internal import Foundations
internal import NetworkDrawing
internal import Playbook
internal import PublicHolidays
internal import ReferralAnalysis
internal import ReferralGraph

/// Something that the user may set once for all commands.
public enum UserSetting: String, CaseIterable, Sendable {
    /// Which policy judges.
    case policy
    /// Whether rejections are not shown and not spoken of.
    case quiet
    /// Between which hours calls are proposed.
    case mornings
    /// The user's time zone, where the network does not say.
    case zone
    /// Whose public holidays the user has, where the network does not say.
    case region
    /// Where the user's own templates of messages are.
    case templates
    /// The colors of drawings.
    case theme

    /// The environment variable that goes before the file.
    public var variable: String { "REBOUND_\(rawValue.uppercased())" }

    /// What holds unless the user says otherwise, as they would write it; `nil` for a setting that is then not there.
    public var standard: String? {
        switch self {
        case .policy: NamedPolicy.standard.name
        case .quiet: Switch.off.rawValue
        case .mornings: CallHours.standard.words
        case .zone, .region, .templates: nil
        case .theme: Theme.light.name
        }
    }

    /// What it is for, in a few words.
    public var purpose: String {
        switch self {
        case .policy: "the policy that judges, by name or file"
        case .quiet: "on: rejections are not shown and not spoken of"
        case .mornings: "the hours of calls, such as 8:00-10:00; off: all day"
        case .zone: "your time zone, where your network does not say"
        case .region: "whose public holidays you have, where your network does not say, such as DE-BY"
        case .templates: "your templates for `rebound draft`: a file or a folder"
        case .theme: "the colors of drawings"
        }
    }

    /// What it may be, where that can be listed; `nil` for a setting that is written in words. A policy may be a file, too.
    public var choices: [String]? {
        switch self {
        case .policy: AnalysisPolicy.named.map(\.name)
        case .quiet: [Switch.off.rawValue, Switch.on.rawValue]
        case .theme: Theme.all.map(\.name)
        default: nil
        }
    }

    /// A value as it is kept: spelled as Rebound spells it, a file by its whole path.
    /// - Throws: ``SettingError`` when it is none.
    public func value(_ text: String) throws(SettingError) -> String {
        switch self {
        case .policy:
            if AnalysisPolicy.named.contains(where: { $0.name == text }) { return text }
            do { _ = try NamedPolicy(text) } catch {
                throw SettingError(
                    self, text, expected: "the name of a policy or the path of a policy file",
                    hint: error.explanation)
            }
            return resolvedPath(text)
        case .quiet:
            guard let value = Switch(text) else {
                throw SettingError(self, text, expected: "on or off")
            }
            return value.rawValue
        case .mornings:
            guard let hours = CallHours(text) else {
                throw SettingError(
                    self, text,
                    expected: "two times of day, the earlier one first, such as 8:00-10:00, or off")
            }
            return hours.words
        case .zone:
            guard ZoneDatabase.system.knows(text) != false, !text.isEmpty else {
                throw SettingError(
                    self, text, expected: "a time zone such as Europe/Berlin",
                    hint: ZoneDatabase.system.hint(for: text))
            }
            return text
        case .region:
            guard let code = HolidayRegion.code(text) else {
                throw SettingError(
                    self, text, expected: "a country or a part of one, such as DE or DE-BY",
                    hint: HolidayRegion.hint(for: text))
            }
            return code
        case .templates:
            // What they say is read when it is set, and by `draft`: no other command is to fail for them.
            guard !text.isEmpty, text != "-" else {
                throw SettingError(self, text, expected: "a file or a folder of templates")
            }
            return resolvedPath(text)
        case .theme:
            guard let theme = Theme(named: text) else {
                throw SettingError(self, text, expected: Theme.all.map(\.name).joined(separator: ", "))
            }
            return theme.name
        }
    }
}

/// A value that a setting cannot have.
public struct SettingError: Error, Equatable, Sendable {
    /// The setting.
    public var setting: UserSetting
    /// What was given.
    public var text: String
    /// What was expected, in words.
    public var expected: String
    /// What to do, in words; may be empty.
    public var hint: String

    init(_ setting: UserSetting, _ text: String, expected: String, hint: String = "") {
        self.setting = setting
        self.text = text
        self.expected = expected
        self.hint = hint
    }
}

/// On or off.
enum Switch: String {
    case on, off

    init?(_ text: String) {
        switch text.lowercased() {
        case "on", "yes", "true", "1": self = .on
        case "off", "no", "false", "0": self = .off
        default: return nil
        }
    }
}

/// Between which minutes of a contact's day calls are proposed.
public struct CallHours: Equatable, Sendable {
    /// From which minute after midnight.
    public var from: Int
    /// Before which minute after midnight.
    public var until: Int

    /// The playbook's morning.
    static let standard = CallHours(
        from: AnalysisPolicy.standard.playbook.callAtMinute,
        until: AnalysisPolicy.standard.playbook.callBeforeMinute)
    /// All hours of an office.
    private static let allDay = CallHours(from: 9 * 60, until: 17 * 60)

    private init(from: Int, until: Int) {
        self.from = from
        self.until = until
    }

    /// Reads `8:00-10:00`, `8-10` or `off`; `nil` for anything else.
    init?(_ text: String) {
        if Switch(text) == .off {
            self = .allDay
            return
        }
        let ends = text.split(whereSeparator: { "-–".contains($0) }).map { Self.minute(String($0)) }
        guard ends.count == 2, let from = ends[0], let until = ends[1], from < until else { return nil }
        self.init(from: from, until: until)
    }

    private static func minute(_ text: String) -> Int? {
        let parts = text.filter { $0 != " " }.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
            (1...2).contains(parts[0].count), let hour = Int(parts[0]), hour < 24
        else { return nil }
        guard parts.count == 2 else { return hour * 60 }
        guard parts[1].count == 2, let minute = Int(parts[1]), minute < 60 else { return nil }
        return hour * 60 + minute
    }

    /// As the user would write it.
    var words: String { self == .allDay ? "off" : "\(Self.clock(from))-\(Self.clock(until))" }

    private static func clock(_ minute: Int) -> String {
        "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
    }
}
