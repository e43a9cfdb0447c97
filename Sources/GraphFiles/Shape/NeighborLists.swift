internal import GraphAlgorithms

/// Files with the neighbours of a node a line, or with the numbers of nodes and edges above the edges.
struct NeighborLists {
    private let head: TextHead
    private let file: GraphFileName
    private let body: [TextHead.Line]
    private let numbers: [[Int]]?

    init(_ head: TextHead, _ file: GraphFileName) {
        self.head = head
        self.file = file
        body = head.unmarked
        var numbers: [[Int]] = []
        for line in body {
            let row = line.words.compactMap { $0.isWholeNumber ? Int($0) : nil }
            if row.count != line.words.count { break }
            numbers.append(row)
        }
        self.numbers = numbers.count == body.count ? numbers : nil
    }

    /// METIS and Chaco: the number of nodes and of edges, then the neighbours of each node, one node a line.
    func metis() -> GraphFailure? {
        guard let numbers, let first = numbers.first, (2...4).contains(first.count) else { return nil }
        let (count, edges) = (first[0], first[1])
        let blank = head.blankLines.filter { $0 > body[0].number }
        let rows = numbers.dropFirst()
        let lists = rows.count + blank.count
        guard count > 0, edges > 0, head.isWhole ? lists <= count : lists < count else {
            return nil
        }
        let format = first.count > 2 ? first[2] : 0
        let isWeighted = format % 10 == 1
        let nodeWeights = format / 10 % 10 == 1 ? (first.count > 3 ? first[3] : 1) : 0
        // Blank lines are nodes without neighbours, so positions count them.
        var neighborsOf: [Int: [Int]] = [:]
        var node = 0
        for line in (body[0].number + 1)...max(body[body.count - 1].number, body[0].number + 1) {
            guard let index = body.firstIndex(where: { $0.number == line }) else {
                if head.blankLines.contains(line) { node += 1 }
                continue
            }
            node += 1
            let entries = numbers[index].dropFirst(nodeWeights)
            let step = isWeighted ? 2 : 1
            guard entries.count % step == 0 else { return nil }
            neighborsOf[node] = stride(from: entries.startIndex, to: entries.endIndex, by: step).map {
                entries[$0]
            }
        }
        var arcs = 0
        for (node, neighbors) in neighborsOf {
            arcs += neighbors.count
            for other in neighbors {
                guard (1...count).contains(other), other != node else { return nil }
                if head.isWhole, neighborsOf[other]?.contains(node) != true { return nil }
            }
        }
        let isRagged = Set(rows.map(\.count)).count > 1 || !blank.isEmpty
        guard head.isWhole ? arcs == 2 * edges : isRagged && rows.count > 20 else { return nil }
        let skip = "i = \(1 + nodeWeights); i <= NF; i += \(isWeighted ? 2 : 1)"
        let shown = isWeighted ? "print n - 1, $i, $(i + 1)" : "print n - 1, $i"
        return file.refusal(
            "METIS, the neighbors of a node a line (\(GraphFileName.excerpt(body[0])))", line: body[0].number,
            hint: file.filtered("awk '!/^%/ && n++ {for (\(skip)) \(shown)}'"))
    }

    /// A first line with the numbers of nodes and edges, which is no edge.
    func sizeLine() -> GraphFailure? {
        guard head.isWhole, let numbers, numbers.count > 2, let first = numbers.first else { return nil }
        let rows = numbers.dropFirst()
        guard (2...3).contains(first.count), first[first.count - 1] == rows.count,
            first.dropLast().allSatisfy({ $0 == first[0] }), rows.allSatisfy({ $0.count > 1 })
        else { return nil }
        let greatest = rows.map { max($0[0], $0[1]) }.max() ?? 0
        guard greatest == first[0] || greatest == first[0] - 1 else { return nil }
        return file.refusal(
            "\(GraphFileName.excerpt(body[0])), which could be an edge or say how many nodes and edges there are",
            line: body[0].number,
            hint:
                "\(file.analyze("--heading \(body[0].number)")) passes over it, --heading \(body[0].number - 1) reads it as an edge"
        )
    }
}
