import Foundations
import ReboundTestSupport
import ReferralGraph
import SourceReaders
import Testing

@Suite struct MappedCSVTests {
    @Test(.enabled(if: Corpora.folder != nil))
    func theSpectrumIsImportedOrFailsForAReason() throws {
        var imported: [String: [String]] = [:]
        let names = Corpora.files(in: "csv-spectrum/csvs")
        #expect(names.count >= 11)
        for name in names {
            let bytes = try FileBytes.read(path: Corpora.path("csv-spectrum/csvs/\(name)"))
            let (header, diagnostics) = MappedCSVReader.header(bytes: bytes, file: name)
            #expect(diagnostics == [])
            let guessed = ColumnMapping.guessed(from: header)
            let records = MappedCSVReader.read(bytes: bytes, file: name, mapping: guessed)
            if guessed.namesSomebody {
                #expect(records.contacts.map(\.name) == ["John Doe"])
            } else {
                #expect(records.diagnostics.map(\.identifier) == [.columnMissing])
            }
            let last = ColumnMapping([
                .init(field: .name, column: header[0]),
                .init(field: .notes, column: header[header.count - 1]),
            ])
            let mapped = MappedCSVReader.read(bytes: bytes, file: name, mapping: last)
            #expect(mapped.diagnostics == [])
            imported[name] = mapped.contacts.map { ([$0.name] + $0.notes).joined(separator: "|") }
        }
        #expect(imported["comma_in_quotes.csv"] == ["John|08123"])
        #expect(imported["empty.csv"] == ["1", "2|4"])
        #expect(imported["escaped_quotes.csv"] == ["1|ha \"ha\" ha", "3|4"])
        #expect(imported["json.csv"] == ["1|{\"type\": \"Point\", \"coordinates\": [102.0, 0.5]}"])
        #expect(imported["newlines.csv"] == ["1|3", "Once upon \na time|6", "7|9"])
        #expect(imported["newlines_crlf.csv"] == ["1|3", "Once upon \r\na time|6", "7|9"])
        #expect(imported["quotes_and_newlines.csv"] == ["1|ha \n\"ha\" \nha", "3|4"])
        #expect(imported["utf8.csv"] == ["1|3", "4|ʤ"])
    }

    @Test func hostileTextsAreKeptInEveryField() throws {
        let texts = try HostileText.all + (Corpora.folder == nil ? [] : Corpora.naughtyStrings())
        let fields: [ColumnMapping.Field] = [.name, .company, .title, .department, .notes, .how]
        for guards in [true, false] {
            var csv = CSVWriter(guardsFormulas: guards)
            csv.row(fields.map(\.rawValue) + ["email", "phone", "profile-url", "key"])
            for (index, text) in texts.enumerated() {
                csv.row(fields.map { _ in text } + [text, text, text, "k\(index)@example.com"])
            }
            let mapping = ColumnMapping(
                (fields + [.email, .phone, .profileURL]).map { .init(field: $0, column: $0.rawValue) }
                    + [.init(field: .email, column: "key")])
            let records = MappedCSVReader.read(bytes: csv.bytes, file: "f.csv", mapping: mapping)
            #expect(!records.hasErrors)
            #expect(records.contacts.count == texts.count)
            for (contact, text) in zip(records.contacts, texts) where guards {
                let wanted = cleaned(text)
                #expect(contact.company ?? "" == wanted)
                #expect(contact.notes == (wanted.isEmpty ? [] : [wanted]))
                #expect(contact.how == contact.title)
            }
        }
    }

    private func cleaned(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }

    @Test func recordsSayWhereTheyStand() throws {
        let text = "Name;Met\r\n\"A\r\nB\";2026-01-02\r\n\r\nC;\r\n"
        let records = MappedCSVReader.read(
            bytes: Array(text.utf8), file: "t.csv",
            mapping: try ColumnMapping(parsing: "name=Name,connected-on=Met"))
        #expect(
            records.contacts.map(\.place) == [.init(file: "t.csv", line: 2), .init(file: "t.csv", line: 5)])
        #expect(records.contacts.map { $0.connectedOn?.description } == ["2026-01-02", nil])
        #expect(records.contacts.map(\.isAcquaintance) == [true, true])
    }
}
