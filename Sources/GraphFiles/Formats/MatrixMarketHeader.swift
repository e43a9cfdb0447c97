internal import GraphAlgorithms

/// The banner and the size line of a Matrix Market file, whose other lines are an entry each.
struct MatrixMarketHeader {
    /// How to read the entries: nodes are rows and columns of a square matrix, or two sets of them in any other.
    let text: EdgeListText
    /// How many entries the size line announces.
    let entryCount: Int
    /// Whether the matrix says that edges have no direction; `nil` where it says nothing.
    let isDirected: Bool?
    /// Whether entries have values that can be weights.
    let hasWeights: Bool
    /// How many comments there are.
    let comments: Int

    /// More nodes than these would take memory that no file of edges fills.
    private static let mostNodes = 1 << 28

    /// Whether a file begins with a banner, in any case, with one `%` or two.
    static func begins(_ line: TextHead.Line) -> Bool {
        line.mark == "%" && line.trimmed.drop { $0 == "%" }.lowercased().hasPrefix("matrixmarket")
    }

    /// Reads the header.
    /// - Throws: ``GraphFailure/invalid(_:)`` where the matrix is dense or no matrix.
    init(_ head: TextHead, _ options: GraphFileOptions, file: GraphFileName) throws(GraphFailure) {
        let banner = head.lines[0]
        let words = banner.text.lowercased().split { $0 == " " || $0 == "\t" || $0 == "\r" }.map(String.init)
        guard words.count == 5, words[1] == "matrix", ["coordinate", "array"].contains(words[2]),
            ["real", "double", "integer", "complex", "pattern"].contains(words[3]),
            ["general", "symmetric", "skew-symmetric", "hermitian"].contains(words[4])
        else {
            throw file.refusal(
                "\(GraphFileName.excerpt(banner)), which is no banner of Matrix Market", line: banner.number,
                hint: "a banner is: %%MatrixMarket matrix coordinate pattern symmetric")
        }
        guard words[2] == "coordinate" else {
            throw file.refusal(
                "a dense matrix of Matrix Market, \(GraphFileName.excerpt(banner))", line: banner.number,
                hint: file.filtered(
                    "python3 -c 'import sys; from scipy.io import mmread, mmwrite; from scipy.sparse import coo_matrix; mmwrite(sys.stdout.buffer, coo_matrix(mmread(sys.stdin.buffer)))'"
                ))
        }
        let size = head.lines.dropFirst().first { $0.mark != "%" }
        let sizes = size?.words.compactMap { Int($0) } ?? []
        guard let size, sizes.count == 3, size.words.count == 3, sizes.allSatisfy({ $0 >= 0 }) else {
            throw file.refusal(
                size.map(GraphFileName.excerpt) ?? "no size line", line: size?.number,
                hint: "behind the banner stands the size of the matrix: rows, columns and entries")
        }
        let isSquare = sizes[0] == sizes[1]
        guard sizes[0] + sizes[1] <= Self.mostNodes, isSquare || words[4] == "general" else {
            throw file.refusal(
                "a \(words[4]) matrix of \(sizes[0]) rows and \(sizes[1]) columns", line: size.number,
                hint: "check the size line")
        }
        let labels: EdgeListText.Labels =
            isSquare
            ? .counted(sizes[0])
            : .twoSets(
                .init(firstPrefix: "r", secondPrefix: "c", sizes: .init(first: sizes[0], second: sizes[1])))
        hasWeights = words[3] != "pattern" && words[3] != "complex"
        text = EdgeListText(
            labels: labels, readsWeights: options.readsWeights, headingLines: size.number,
            columns: .init(weight: hasWeights ? 2 : nil))
        entryCount = sizes[2]
        isDirected = words[4] == "general" ? nil : false
        comments = head.lines.count { $0.number > banner.number && $0.number < size.number }
    }
}
