extension SiteFile {
    /// Every file.
    static let all: [SiteFile] = NetworkPage.files + PlanPage.files + ReportView.files + ExportPage.files

    static func named(_ name: String) -> SiteFile? { all.first { $0.name == name } }
}
