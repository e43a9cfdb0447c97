internal import Foundations

extension Fingerprint {
    /// The fingerprint of a cell's text without its white space, which programs change when they save a
    /// table.
    init(ofText document: CSVDocument, _ row: CSVDocument.Row, _ column: Int?) {
        let bytes = column.map { document.bytes(row, $0) } ?? []
        self.init(bytes: bytes.lazy.filter { $0 > 0x20 })
    }
}
