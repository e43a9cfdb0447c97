internal import SystemInterface

/// What a request asks for: its path and query, decoded.
struct RequestTarget: Equatable {
    let path: String
    let query: [PageRequest.QueryItem]

    /// Takes the target of a request apart.
    /// - Returns: `nil` for anything but a path from the root and a query, both of ASCII with right percent escapes of
    ///   UTF-8; and for a path with an empty segment, `.`, `..` or a control character, or a query with a NUL.
    init?(_ target: String) {
        guard target.utf8.first == UInt8(ascii: "/"), target.utf8.allSatisfy({ (0x21..<0x7F).contains($0) }),
            !target.utf8.contains(UInt8(ascii: "#"))
        else { return nil }
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = Self.decoded(parts[0], plusIsSpace: false),
            !path.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { return nil }
        if path != "/" {
            for segment in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
            where segment.isEmpty || segment == "." || segment == ".." { return nil }
        }
        var query: [PageRequest.QueryItem] = []
        if parts.count == 2 {
            for item in parts[1].split(separator: "&") {
                let sides = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard let name = Self.decoded(sides[0], plusIsSpace: true),
                    let value = sides.count == 2 ? Self.decoded(sides[1], plusIsSpace: true) : "",
                    !name.utf8.contains(0), !value.utf8.contains(0)
                else { return nil }
                query.append(.init(name, value))
            }
        }
        self.path = path
        self.query = query
    }

    /// A text without its percent escapes; `nil` if one is wrong, or they give no UTF-8.
    private static func decoded(_ text: Substring, plusIsSpace: Bool) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
                else { return nil }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
    }
}
