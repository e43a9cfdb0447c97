internal import Foundations
internal import ReferralGraph

extension ColumnMapping {
    /// What the names of the columns suggest, see ``ColumnNames``; to be shown and confirmed.
    ///
    /// Letter case, accents, punctuation and numbers do not count. The way days are written is not guessed. Of columns
    /// whose names say little their values decide: a column of web pages is one of profiles if it has a profile page, and
    /// a "title" that holds nothing but Dr. and Ms. is no job.
    /// - Parameters:
    ///   - header: The names of the columns.
    ///   - values: The values of a column, as far as they are known.
    /// - Complexity: O(columns + values).
    public static func guessed(
        from header: [String], values: (Int) -> [String] = { _ in [] }
    ) -> ColumnMapping {
        let keys = header.map(ColumnNames.key)
        var mapping = ColumnMapping()
        var isTaken = header.map(isBlank)
        for column in keys.indices where !isTaken[column] && ColumnNames.titles.contains(keys[column]) {
            let titles = values(column).filter { !isBlank($0) }
            isTaken[column] = !titles.isEmpty && titles.allSatisfy(ColumnNames.isFormOfAddress)
        }
        func take(_ field: Field, _ column: Int) {
            isTaken[column] = true
            mapping.assignments.append(Assignment(field: field, column: trimmed(header[column])))
        }
        for field in Field.allCases {
            let words = ColumnNames.synonyms[field] ?? []
            if field.isList {
                for column in keys.indices where !isTaken[column] && words.contains(keys[column]) {
                    take(field, column)
                }
            } else if let column = words.lazy.compactMap({ word in
                keys.indices.first { !isTaken[$0] && keys[$0] == word }
            }).first {
                take(field, column)
            }
        }
        for column in keys.indices where !isTaken[column] && ColumnNames.webPages.contains(keys[column]) {
            if values(column).contains(where: ContactValues.isProfilePage) { take(.profileURL, column) }
        }
        // "Name" beside "Vorname" is the last name, "Nombre" beside "Apellidos" the first one.
        for column in keys.indices where !isTaken[column] && ColumnNames.vagueNames.contains(keys[column]) {
            let hasFirst = !mapping.columns(.firstName).isEmpty
            let hasLast = !mapping.columns(.lastName).isEmpty
            if hasFirst != hasLast {
                take(hasFirst ? .lastName : .firstName, column)
            } else if mapping.columns(.name).isEmpty {
                take(.name, column)
            }
        }
        let rank = Dictionary(
            uniqueKeysWithValues: Field.allCases.enumerated().map { ($0.element, $0.offset) })
        mapping.assignments = mapping.assignments.stablySorted { rank[$0.field] ?? 0 }
        return mapping
    }
}
