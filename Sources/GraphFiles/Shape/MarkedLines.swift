internal import GraphAlgorithms

/// The lines of a file that begin with `#` or `%`: comments, or edges between names that begin so.
struct MarkedLines {
    private let lines: [TextHead.Line]
    private let others: [TextHead.Line]

    init(_ head: TextHead) {
        lines = head.lines.filter { $0.mark != nil }
        others = head.unmarked
    }

    /// The lines that tell the shape: those without a mark, or all where there are no others.
    func edges(in head: TextHead) -> [TextHead.Line] {
        if !others.isEmpty { return others }
        return lines.allSatisfy { $0.marksWord && $0.words.count > 1 } ? lines : []
    }

    /// What lines with a mark are, by what the others hold.
    ///
    /// One that has the usual number of fields could be an edge. It is one where its names stand in other lines too; it
    /// is a comment where the others hold numbers or where it names columns; in doubt the user is asked.
    /// - Throws: ``GraphFailure/invalid(_:)``.
    func marks(
        _ choice: SeparatorChoice, _ head: TextHead, file: GraphFileName
    ) throws(GraphFailure) -> EdgeListText.Marks {
        let separator = choice.separator
        let all = lines.compactMap { line in
            separator.fields(of: line.bytes).map { (line: line, fields: $0) }
        }
        let rows = choice.rows.compactMap { $0 }.filter { $0.count > 1 }
        let areNumbers = rows.allSatisfy { $0[0].isUsualNumber && $0[1].isUsualNumber }
        let possible = all.filter { line, fields in
            guard line.marksWord, fields.count == choice.usualFields || (fields.count > 1 && others.isEmpty)
            else { return false }
            let isHeading =
                HeadingWords.nodes(in: [HeadingWords.plain(fields[0])] + fields.dropFirst()) != nil
            let isDouble = fields[1].hasPrefix("#") || fields[1].hasPrefix("%")
            return !isHeading && (!areNumbers || others.isEmpty || isDouble)
        }
        guard !possible.isEmpty else { return areNumbers ? .comments : .unclear }
        if others.isEmpty { return .names }
        var known: [String: Int] = [:]
        for row in rows + possible.map(\.fields) {
            for name in row.prefix(2) { known[name, default: 0] += 1 }
        }
        var evidence = 0
        for (line, fields) in possible {
            let isDouble = fields[1].hasPrefix("#") || fields[1].hasPrefix("%")
            if known[fields[0]] ?? 0 < 2, known[String(fields[0].dropFirst())] != nil {
                throw unclear(line, file)
            }
            if isDouble || known[fields[0]] ?? 0 > 1 || known[fields[1]] ?? 0 > 1 { evidence += 1 }
        }
        guard evidence > 0 else { throw unclear(possible[0].line, file) }
        return .names
    }

    private func unclear(_ line: TextHead.Line, _ file: GraphFileName) -> GraphFailure {
        file.doubt(
            line: line,
            "\(GraphFileName.excerpt(line)), which could be a comment or an edge between names",
            "comments that no edge looks like",
            hint: "put the name in double quotes, or delete the line: "
                + file.filtered("sed \(line.number)d"))
    }
}
