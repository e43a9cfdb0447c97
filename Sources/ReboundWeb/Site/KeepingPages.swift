internal import Workspace

extension SitePage {
    /// What goes into the network, what comes out of it, and the settings.
    static let keepingPages: [SitePage] =
        [
            SitePage(name: "import", menu: Menu(words: "Import", key: "i")) {
                (context) throws(WorkspaceError) in
                await ImportPage(context).content
            },
            SitePage(name: "settings", menu: Menu(words: "Settings", key: ",")) {
                (context) throws(WorkspaceError) in SettingsPage(context).content
            },
            SitePage(name: "export", menu: nil) { (context) throws(WorkspaceError) in
                ExportPage(context).content
            },
        ]
        + ExportPage.files.map { file in
            SitePage(name: file.name, menu: nil) { (context) throws(WorkspaceError) in
                try ExportPage(context).file(file.name, file.format, asToDos: file.asToDos)
            }
        }
}
