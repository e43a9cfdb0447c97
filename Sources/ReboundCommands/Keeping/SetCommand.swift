import ArgumentParser
import Foundations
import Reporting
import Workspace

struct SetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract:
            "Show or change your settings: policy, quiet view, hours of calls, zone, region, templates, colors.",
        usage: """
            rebound set [<setting> [<value>]]
            rebound set <setting> --default
            """,
        discussion: """
            Without arguments it lists all settings, what holds, and where that comes from. An option of a command goes \
            before an environment variable (REBOUND_POLICY, REBOUND_QUIET, REBOUND_MORNINGS, REBOUND_ZONE, \
            REBOUND_REGION, REBOUND_TEMPLATES, REBOUND_THEME), that before your settings file, that before the default. The file is \
            rebound/settings.json in your folder for settings (XDG_CONFIG_HOME, or ~/.config); REBOUND_SETTINGS names \
            another one, and REBOUND_SETTINGS=none reads none, for scripts.

            SETTINGS
              policy    the policy that judges, by name or file, as with --policy
              quiet     on or off: as --quiet does, in all commands
              mornings  the hours in which you call, such as 8:00-10:00, or off for
                        any office hour; a policy file has hours of its own
              zone      your time zone, where your network does not say
              region    whose public holidays you have, where your network does not
                        say: a country or a part of one, such as DE-BY
              templates your own templates for `rebound draft`, a file or a folder,
                        as with --templates
              theme     the colors of `rebound draw`

            EXAMPLES
              rebound set
              rebound set policy no-phone
              rebound set quiet on
              rebound set mornings 8:00-10:00
              rebound set region DE-BY
              rebound set quiet --default
            """)

    @Argument(
        help: "Which setting (default: all).", completion: .list(UserSetting.allCases.map(\.rawValue)))
    var setting: String?
    @Argument(help: "What it is to be.") var value: String?
    @Flag(name: .customLong("default"), help: "Take the setting out of the file, so that the default holds.")
    var isReset = false

    func validate() throws {
        if isReset, setting == nil {
            throw ValidationError("--default needs a setting: rebound set quiet --default")
        }
        if isReset, value != nil { throw ValidationError("A value and --default contradict each other.") }
    }

    func run() throws {
        if let setting, value != nil || isReset { return try change(setting) }
        let settings: Settings
        do { settings = try Settings(environment: Terminal.environment, needsFile: false) } catch {
            throw Terminal.fail(error, input: "the settings file")
        }
        guard let setting else {
            return try Terminal.print(SettingsText(settings).rendered(in: Terminal.style))
        }
        guard let known = UserSetting(rawValue: setting) else {
            throw Terminal.fail(.request(Settings.unknown(setting)), input: setting)
        }
        try Terminal.print("\(settings.value(of: known).text ?? "")\n")
    }

    private func change(_ name: String) throws {
        do {
            var settings = try Settings(environment: Terminal.environment, needsFile: false, toMend: true)
            try Terminal.print(settings.change(name, to: value) + "\n")
            let problems = settings.remainingProblems
            guard problems.isEmpty else { throw WorkspaceError.invalid(problems) }
        } catch let error as WorkspaceError {
            throw Terminal.fail(error, input: "the settings file")
        }
    }
}

/// All settings with what holds and where it comes from.
private struct SettingsText {
    let settings: Settings

    init(_ settings: Settings) { self.settings = settings }

    func rendered(in style: TextStyle) -> String {
        let rows = UserSetting.allCases.map { setting in
            let (text, origin) = settings.value(of: setting)
            return (setting.rawValue, printable(text ?? "–"), Settings.words(origin), setting.purpose)
        }
        let width = min(40, rows.map { columns(of: $0.1) }.max() ?? 0)
        var lines = rows.map { name, value, place, purpose in
            let shown = columns(of: value) > width ? value : fitted(value, to: width)
            return "\(fitted(name, to: 10))\(shown)  \(fitted(place, to: 16))  \(purpose)"
        }
        lines.append("")
        lines.append("Your settings are in \(settings.path.map { printable($0) } ?? "no file").")
        return lines.map { trimmedEnd($0) + "\n" }.joined()
    }
}
