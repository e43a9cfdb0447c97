internal import Foundations

extension SourceReader {
    /// Address books in vCard form.
    static let vCard = SourceReader(
        .vCard, title: "vCards", summary: "vCards (also a folder of them)", noun: "vCards",
        endingsInZips: [".vcf", ".vcard"], isAddressBook: true,
        recognises: { input, _ in
            if input.isFolder { return VCardReader.recognises(folder: input.path) }
            return (try? input.contents()).map(VCardReader.recognises(bytes:)) ?? false
        },
        read: { input, _ throws(SourceError) in
            guard input.isFolder else {
                return VCardReader.read(bytes: try input.contents(), file: input.path)
            }
            return try SourceError.reading { () throws(ReadError) in
                try VCardReader.read(folder: input.path)
            }
        })

    /// The table that Google Contacts exports.
    static let googleContacts = SourceReader(
        .googleContacts, title: "Google Contacts", summary: "Google Contacts CSV", noun: "Google Contacts",
        endingsInZips: [".csv"], isAddressBook: true,
        recognises: { input, _ in input.header.map(GoogleContactsReader.recognises(header:)) ?? false },
        read: { input, _ throws(SourceError) in
            GoogleContactsReader.read(bytes: try input.contents(), file: input.path)
        })

    /// Any other table, of which the user says what the columns mean.
    static let table = SourceReader(
        .csv, title: "table", summary: "any other CSV with --map", noun: "a CSV of contacts",
        recognises: { input, _ in input.header != nil },
        read: { input, options throws(SourceError) in
            let bytes = try input.contents()
            if let mapping = options.mapping {
                return MappedCSVReader.read(bytes: bytes, file: input.path, mapping: mapping)
            }
            let (guess, diagnostics) = MappedCSVReader.guess(bytes: bytes, file: input.path)
            let errors = diagnostics.filter { $0.severity == .error }
            guard errors.isEmpty, let guess else { throw .invalid(diagnostics) }
            throw .mappingNeeded(path: input.path, guess: guess)
        })
}
