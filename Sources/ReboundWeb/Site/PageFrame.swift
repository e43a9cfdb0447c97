internal import Foundations
internal import NetworkDrawing
internal import PageServer
internal import Reporting
internal import SiteAssets
internal import Workspace

/// What is around every page: the head, the menu, the places for messages, dialogs and the list of keys.
struct PageFrame {
    /// Which page of the menu is open; `nil` where there is none.
    let page: SitePage?
    /// What the network is called.
    let title: String
    /// The last entry of the history that the page shows; `nil` where it shows none.
    let entry: Int?
    let isReadOnly: Bool
    /// The settings that hold.
    let look: LiveSettings.Current

    private static let palette = PagePalette(
        light: Theme.light.styleColors, dark: Theme.dark.styleColors)
    static let style = palette.style + PageStyle.text + SiteStyle.text
    static let script = SiteScript.text

    /// Nothing but our own style and script runs, and nothing is loaded from elsewhere.
    static let policy =
        "default-src 'none'; style-src 'sha256-\(SHA256(style.utf8).base64)'; "
        + "script-src 'sha256-\(SHA256(script.utf8).base64)'; connect-src 'self'; img-src 'self'; "
        + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

    func response(_ content: PageContent, status: Int = 200) -> PageResponse {
        content.file
            ?? PageResponse(status: status, body: Array(html(content).text.utf8), contentPolicy: Self.policy)
    }

    private func html(_ content: PageContent) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(content.title) · \(title)</title>
        <link rel="icon" type="image/svg+xml" href="/icon.svg">
        <style>\(HTML(verbatim: Self.style))</style>
        </head>
        <body data-entry="\(entry.map(String.init) ?? "")" data-readonly="\(isReadOnly ? "yes" : "no")">
        <a class="skip" href="#main">Skip to the page</a>
        <nav class="menu" aria-label="Pages"><ul>
        \(SitePage.all.compactMap { link($0) })
        </ul>
        <div class="menu-tools js-only">
        \(isReadOnly ? .empty : quiet)
        <button type="button" id="help" aria-haspopup="dialog" aria-keyshortcuts="?">Keys</button>
        <button type="button" id="theme">Theme</button>
        </div></nav>
        <main id="main" tabindex="-1"\(content.isDialog ? " class=\"card\"" as HTML : .empty)>
        <h1>\(content.title)</h1>
        \(content.subtitle.html { "<p class=\"muted\">\($0)</p>" })
        \(isReadOnly ? "<p class=\"muted\">You are looking at a file: nothing can be recorded.</p>" : .empty)
        \(look.problem.html { "<div class=\"problem\"><p>Your settings file cannot be used; what it said before holds.</p><p>\($0)</p></div>" })
        \(content.main)
        </main>
        <noscript><p class="problem">This page needs its script to record anything.</p></noscript>
        <dialog id="dialog" aria-labelledby="dialog-title"><div class="dialog-head"><h2 id="dialog-title"></h2><button type="button" class="close" aria-label="Close">×</button></div><div id="dialog-body"></div></dialog>
        <dialog id="keys" aria-labelledby="keys-title"><div class="dialog-head"><h2 id="keys-title">Keys</h2><button type="button" class="close" aria-label="Close">×</button></div>\(KeyList.html)</dialog>
        <div id="toasts" role="region" aria-label="Messages" aria-live="polite"></div>
        <script>\(HTML(verbatim: Self.script))</script>
        </body>
        </html>

        """
    }

    /// The switch between the whole view and the one without rejections.
    private var quiet: HTML {
        let isQuiet = look.settings.isQuiet
        return
            "<form data-act=\"set\" id=\"quiet\"><input type=\"hidden\" name=\"setting\" value=\"quiet\"><input type=\"hidden\" name=\"value\" value=\"\(isQuiet ? "off" : "on")\"><button aria-pressed=\"\(isQuiet ? "true" : "false")\">Quiet</button></form>"
    }

    private func link(_ other: SitePage) -> HTML? {
        other.menu.map { menu in
            let current = other.name == page?.name
            return
                "<li><a href=\"/\(other.name)\" data-key=\"\(String(menu.key))\"\(current ? " aria-current=\"page\"" as HTML : .empty)>\(menu.words)</a></li>"
        }
    }
}

/// The keys that the page's script listens to.
enum KeyList {
    static let keys: [(key: String, what: String)] =
        [
            ("j, k", "the next row, the one before"), ("Enter", "open its card"), ("d", "done"),
            ("e", "done, and how it went"), ("l", "log a talk or a message"), ("p", "a promise"),
            ("i", "how often to be in touch"),
            ("m", "draft the message"), ("s", "put off"), ("r", "they replied"),
            ("n", "they gave you a name"), ("z", "skip a step"),
            ("x", "no longer"), ("v", "choose it, for several at once"), ("u", "undo"),
            ("/", "search people"),
            ("<, >", "a role to the stage before, to the next"), ("Esc", "close"), ("?", "this list"),
        ] + SitePage.all.compactMap { page in page.menu.map { ("g \($0.key)", $0.words) } }

    static var html: HTML {
        "<dl class=\"keys\">\(keys.map { "<div><dt><kbd>\($0.key)</kbd></dt><dd>\($0.what)</dd></div>" as HTML })</dl>"
    }
}
