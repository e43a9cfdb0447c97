/// A rectangle with round corners, which Graphviz writes as a path of eight curves, four of them straight.
struct RoundedRectangle: Equatable {
    var (x, y, width, height, radius) = (0.0, 0.0, 0.0, 0.0, 0.0)

    /// Reads the `d` of such a path; `nil` for any other.
    init?(path: some Collection<UInt8>) {
        // A point to begin with, and three for each curve, each with a comma.
        guard path.first == UInt8(ascii: "M"), path.count(where: { $0 == UInt8(ascii: ",") }) == 1 + 8 * 3
        else {
            return nil
        }
        let numbers = path.split { "MC ,".utf8.contains($0) }
            .compactMap { Double(String(decoding: $0, as: UTF8.self)) }
        guard numbers.count == 2 * (1 + 8 * 3) else { return nil }
        let points = stride(from: 0, to: numbers.count, by: 2).map { (x: numbers[$0], y: numbers[$0 + 1]) }
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max(),
            points.allSatisfy({ $0.x == left || $0.x == right || $0.y == top || $0.y == bottom }),
            points.first?.y == bottom
        else { return nil }
        (x, y, width, height, radius) = (left, top, right - left, bottom - top, points[0].x - left)
    }

    /// The attributes that say the same of a `rect`.
    var attributes: String {
        let values = [("x", x), ("y", y), ("width", width), ("height", height), ("rx", radius)]
        return values.map { " \($0)=\"\(Self.short($1))\"" }.joined()
    }

    /// To a tenth of a point, without a zero at the end.
    private static func short(_ value: Double) -> String {
        let text = Wording.fixed(value, 1)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// Markup in which every path of this kind is a `rect`, a sixth of its length. Each tag stands on a line of its own.
    /// - Complexity: O(bytes).
    static func shortening(_ markup: ArraySlice<UInt8>) -> String {
        let (path, quote) = (Array("<path ".utf8), UInt8(ascii: "\""))
        var result: [UInt8] = []
        result.reserveCapacity(markup.count)
        for line in markup.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            if line.starts(with: path), let place = MarkupBytes(line).firstRange(of: " d=\"") {
                let curves = line[place.upperBound...].prefix { $0 != quote }
                if let rectangle = RoundedRectangle(path: curves) {
                    result += "<rect ".utf8
                    result += line[..<place.lowerBound].dropFirst(path.count)
                    result += rectangle.attributes.utf8
                    result += line[curves.endIndex...].dropFirst()
                    result.append(UInt8(ascii: "\n"))
                    continue
                }
            }
            result += line
            result.append(UInt8(ascii: "\n"))
        }
        return String(decoding: result.dropLast(), as: UTF8.self)
    }
}
