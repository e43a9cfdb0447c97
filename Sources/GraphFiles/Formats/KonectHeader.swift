internal import GraphAlgorithms

/// The first comments of a file of KONECT (Kunegis 2013): what kind of network it is, and how large.
struct KonectHeader {
    /// How to read the lines below.
    let text: EdgeListText
    /// Whether edges have a direction; `nil` between two sets.
    let isDirected: Bool?
    /// Whether edges have weights.
    let hasWeights: Bool
    /// How many comments there are above the edges.
    let comments: Int

    /// Reads the header; `nil` where a file has none.
    init?(_ head: TextHead, _ options: GraphFileOptions) {
        guard let first = head.lines.first, first.mark == "%" else { return nil }
        let words = first.trimmed.drop { $0 == "%" }.split { $0 == " " || $0 == "\t" }
        guard let kind = words.first, ["sym", "asym", "bip"].contains(kind) else { return nil }
        let preamble = head.lines.prefix { $0.mark == "%" }
        let sizes = preamble.dropFirst().first.map { line in
            line.trimmed.drop { $0 == "%" }.split { $0 == " " || $0 == "\t" }
        }
        let numbers = sizes?.compactMap { Int($0) } ?? []
        let isSized =
            numbers.count == 3 && sizes?.count == 3 && numbers.allSatisfy { (1..<1 << 28).contains($0) }
        let labels: EdgeListText.Labels
        if kind == "bip" {
            labels = .twoSets(
                .init(
                    firstPrefix: "a", secondPrefix: "b",
                    sizes: isSized ? .init(first: numbers[1], second: numbers[2]) : nil))
        } else {
            labels = isSized ? .counted(max(numbers[1], numbers[2])) : .numbers
        }
        hasWeights = words.count < 2 || words[1] != "unweighted"
        text = EdgeListText(
            labels: labels, readsWeights: options.readsWeights, headingLines: preamble.last?.number ?? 0,
            columns: .init(weight: hasWeights ? 2 : nil))
        isDirected = kind == "bip" ? nil : kind == "asym"
        comments = preamble.count
    }
}
