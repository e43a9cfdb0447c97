public import NetworkEditing

/// What became of a folder of cards, for reading.
public struct CardExportText: ReadableReport {
    private let export: CardExport
    private let folder: String

    /// Makes the text of an export.
    public init(_ export: CardExport, in folder: String) {
        self.export = export
        self.folder = folder
    }

    /// Puts it into lines.
    public func written(in style: TextStyle) -> TextBlock {
        var block = TextBlock(style: style)
        var words = [
            Wording.count(export.new, "new card"), "\(export.changed) updated",
            "\(export.unchanged) unchanged",
        ]
        if export.foreign > 0 { words.append("\(export.foreign) not of your network and left alone") }
        block.wrapped("\(folder): \(words.joined(separator: ", "))")
        return block
    }
}
