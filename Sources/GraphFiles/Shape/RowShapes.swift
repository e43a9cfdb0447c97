internal import GraphAlgorithms

/// Tables whose rows are no edges: matrices, lists of neighbours, triples with a relation.
struct RowShapes {
    private let rows: [[String]]
    private let lines: [TextHead.Line]
    private let isWhole: Bool
    private let file: GraphFileName
    private let separator: FieldSeparator

    init(_ choice: SeparatorChoice, _ lines: [TextHead.Line], isWhole: Bool, _ file: GraphFileName) {
        rows = choice.rows.allSatisfy { $0 != nil } ? choice.rows.compactMap { $0 } : []
        self.lines = lines
        self.isWhole = isWhole
        self.file = file
        separator = choice.separator
    }

    /// Refuses a file whose rows are no edges.
    /// - Throws: ``GraphFailure/invalid(_:)``, with the command that gets at the edges.
    func refuse() throws(GraphFailure) {
        guard let first = rows.first, HeadingWords.nodes(in: first) == nil else { return }
        if let refusal = matrix() ?? triples() ?? neighborLists() ?? values() { throw refusal }
    }

    private func refusal(_ found: String, hint: String) -> GraphFailure {
        file.refusal("\(found) (\(GraphFileName.excerpt(lines[0])))", line: lines[0].number, hint: hint)
    }

    /// `awk` with the separator of the file.
    private func awk(_ program: String, options: String = "") -> String {
        let field =
            switch separator {
            case .blanks: ""
            case .tab: "-F '\\t' "
            default: "-F '\(Character(UnicodeScalar(separator.byte)))' "
            }
        return file.filtered("awk \(field)'\(program)'", options: options)
    }

    /// A matrix, with the names of nodes in its first row and column or without any.
    private func matrix() -> GraphFailure? {
        guard rows.count > 2, let second = rows.dropFirst().first else { return nil }
        let isShort = second.count == rows[0].count + 1
        let names = isShort ? rows[0] : Array(rows[0].dropFirst())
        let body = rows.dropFirst()
        // Names that are numbers could be anything, unless the corner above them is empty.
        let hasWords = !names.allSatisfy { $0.decimal != nil } || (!isShort && rows[0][0].isEmpty)
        let isNamed =
            names.count > 1 && hasWords && (isWhole ? body.count == names.count : body.count <= names.count)
            && zip(names, body).allSatisfy { name, row in
                row.count == names.count + 1 && row[0] == name
                    && row.dropFirst().allSatisfy { $0.isEmpty || $0.decimal != nil }
            }
        if isNamed {
            let shift = isShort ? "- 1" : ""
            return refusal(
                "a matrix, a row and a column a node",
                hint: awk(
                    "NR == 1 {for (i = 1; i <= NF; i++) n[i] = $i; next} {for (i = 2; i <= NF; i++) if ($i + 0) print $1 FS n[i \(shift)] FS $i}",
                    options: "--directed"))
        }
        let hasNames = !rows[0].allSatisfy { $0.decimal != nil }
        let cells = (hasNames ? Array(body) : rows).map { $0.map(\.decimal) }
        let size = cells[0].count
        guard size > 2, isWhole ? cells.count == size : cells.count < size && cells.count > 9,
            cells.allSatisfy({ $0.count == size && $0.allSatisfy { $0 != nil } }),
            !hasNames || rows[0].count == size
        else { return nil }
        let seen = cells.indices
        let isHollow = seen.allSatisfy { cells[$0][$0] == 0 }
        let isSymmetric = seen.allSatisfy { row in seen.allSatisfy { cells[row][$0] == cells[$0][row] } }
        let isBinary = cells.allSatisfy { $0.allSatisfy { $0 == 0 || $0 == 1 } }
        guard isHollow || isSymmetric || isBinary else { return nil }
        let top = hasNames ? "NR == 1 {for (i = 1; i <= NF; i++) n[i] = $i; next} " : ""
        let names2 = hasNames ? "n[NR - 1] FS n[i]" : "NR FS i"
        return refusal(
            "a matrix, a row and a column a node",
            hint: awk(
                "\(top){for (i = 1; i <= NF; i++) if ($i + 0) print \(names2) FS $i}", options: "--directed"))
    }

    private static let relations: Set<String> = [
        "pp", "pd", "pr", "rc", "cr", "gl", "pm", "mp", "reg", "interacts", "interacts-with", "activates",
        "inhibits", "activation", "inhibition", "regulates", "binds",
    ]

    /// SIF and other triples: a node, a relation, a node.
    private func triples() -> GraphFailure? {
        let long = rows.filter { $0.count > 2 }
        guard !long.isEmpty, rows.allSatisfy({ $0.count != 2 }) else { return nil }
        let sources = Set(long.map { $0[0] })
        let relations = Set(long.map { $0[1] })
        let targets = Set(long.flatMap { $0.dropFirst(2) })
        guard relations.isDisjoint(with: sources), relations.isDisjoint(with: targets) else { return nil }
        let isText = long.allSatisfy { $0[2].decimal == nil } && long.allSatisfy { $0[1].decimal == nil }
        let isKnown = relations.allSatisfy { Self.relations.contains($0.lowercased()) }
        let isShared = isText && !sources.isDisjoint(with: targets)
        guard isKnown || isShared || (file.path.hasSuffix(".sif") && isText) else { return nil }
        return refusal(
            "SIF, a relation between two nodes",
            hint:
                "\(file.analyze("--columns 1,3")) reads the two nodes; --columns 1,2 takes the relation for a node"
        )
    }

    /// A node and its neighbours in each row.
    private func neighborLists() -> GraphFailure? {
        let counts = rows.map(\.count)
        guard rows.count > 1, Set(rows.map { $0[0] }).count == rows.count else { return nil }
        let firsts = Set(rows.map { $0[0] })
        let names = firsts.union(rows.compactMap { $0.count > 1 ? $0[1] : nil })
        let further = rows.flatMap { $0.dropFirst(2) }
        let single = rows.filter { $0.count == 1 }
        let isRagged = Set(counts).count > 1
        let areNames = !further.isEmpty && further.allSatisfy { names.contains($0) || $0.decimal == nil }
        let hasKnownSingle = single.contains { row in
            rows.contains { $0.count > 1 && $0.dropFirst().contains(row[0]) }
        }
        let isList =
            isRagged
            ? areNames || (hasKnownSingle && counts.contains { $0 > 2 })
                || (hasKnownSingle && single.count > 1)
            : counts[0] > 3 && further.allSatisfy { firsts.contains($0) }
        guard isList else { return nil }
        let edges = awk("!/^#/ {for (i = 2; i <= NF; i++) print $1 FS $i}")
        return refusal(
            "a list of neighbors, as NetworkX and Gephi write adjacency lists",
            hint: "\(edges); --columns 1,2 if each line is one edge")
    }

    /// A name and a value in each row.
    private func values() -> GraphFailure? {
        func isFraction(_ text: String) -> Bool {
            text.decimal != nil && !text.isWholeNumber && text.first != "-"
        }
        guard rows.allSatisfy({ $0.count == 2 && isFraction($0[1]) && !isFraction($0[0]) }) else {
            return nil
        }
        return refusal(
            "a name and a number a line", hint: "\(file.analyze("--columns 1,2")) takes the numbers for names"
        )
    }
}
