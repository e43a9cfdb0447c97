internal import Reporting
internal import Workspace

/// The settings: what holds, where it comes from, and a form to change each.
struct SettingsPage {
    private let context: PageContext
    private let settings: Settings

    init(_ context: PageContext) {
        self.context = context
        settings = context.view.settings
    }

    var content: PageContent {
        PageContent(
            title: "Settings", subtitle: "For this page and for all commands",
            main: """
                <div class="settings">\(UserSetting.allCases.map(row))</div>
                <p class="muted">Your settings are in \(settings.path ?? "no file").</p>
                <p><a href="/export">Export your network</a></p>
                """)
    }

    private func row(_ setting: UserSetting) -> HTML {
        let (text, origin) = settings.value(of: setting)
        let name = setting.rawValue
        return """
            <section aria-labelledby="set-\(name)"><h2 id="set-\(name)">\(name.capitalizedFirst)</h2>
            <p>\(setting.purpose.replacing("`", with: "").capitalizedFirst)</p>
            \(context.isEditable ? form(setting, text) : "<p><b>\(text ?? "–")</b></p>")
            <p class="muted">\(text ?? "not set") · \(Settings.words(origin))</p>
            \(context.isEditable && isInFile(origin) ? reset(name) : .empty)</section>
            """
    }

    private func isInFile(_ origin: Settings.Origin) -> Bool {
        if case .file = origin { true } else { false }
    }

    private func form(_ setting: UserSetting, _ text: String?) -> HTML {
        let name = setting.rawValue
        return """
            <form data-act="set" class="inline"><input type="hidden" name="setting" value="\(name)">
            \(setting.choices.map { choice(setting, $0, text) } ?? "<input name=\"value\" id=\"value-\(name)\" value=\"\(text ?? "")\" aria-labelledby=\"set-\(name)\">")
            <button>Save<span class="hidden"> \(name)</span></button></form>
            """
    }

    private func choice(_ setting: UserSetting, _ choices: [String], _ text: String?) -> HTML {
        // A policy may be a file, which cannot be chosen here, and stays while nothing else is.
        let all = choices + [text].compactMap(\.self).filter { !choices.contains($0) }
        return """
            <select name="value" id="value-\(setting.rawValue)" aria-labelledby="set-\(setting.rawValue)">
            \(all.map { "<option value=\"\($0)\"\($0 == text ? " selected" : "")>\($0)</option>" as HTML })</select>
            """
    }

    private func reset(_ name: String) -> HTML {
        """
        <form data-act="set"><input type="hidden" name="setting" value="\(name)"><input type="hidden" name="default" value="yes">
        <button>Use the default<span class="hidden"> for \(name)</span></button></form>
        """
    }
}
