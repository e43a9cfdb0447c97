internal import Glibc

/// A JSON text taken apart (RFC 8259), in which every value knows where it stands.
///
/// Values are numbers into one flat list in the order of the text: value 0 is the whole document, and a
/// container is followed by what it contains. Strings and numbers stay in the text until asked for, so that a
/// document costs 16 bytes a value.
public struct JSONDocument: Sendable {
    /// The text.
    public let bytes: [UInt8]
    /// Field names that an object already has, in the order of the text, as numbers of their nodes.
    public let repeatedKeys: [Int]
    @usableFromInline let nodes: [Node]

    /// Containers may be nested this deep.
    public static let maximumDepth = 512

    /// What a node is.
    public enum Kind: UInt8, Sendable {
        /// The values of JSON, and the name of an object's field.
        case object, array, string, number, `true`, `false`, null, key
    }

    @usableFromInline struct Node: Sendable {
        @usableFromInline var kind: Kind
        /// A string or key with backslashes.
        @usableFromInline var hasEscapes = false
        /// The bytes of the value, quotes and brackets included.
        @usableFromInline var start: UInt32
        @usableFromInline var end: UInt32 = 0
        /// The node after this one and everything in it.
        @usableFromInline var next: UInt32 = 0
    }

    /// Takes a text apart.
    /// - Throws: ``JSONSyntaxError``, at the first mistake.
    /// - Complexity: O(bytes), apart from objects with repeated keys.
    public init(_ bytes: [UInt8]) throws(JSONSyntaxError) {
        guard bytes.count < UInt32.max else {
            throw JSONSyntaxError(
                .syntax, at: 0, found: "\(bytes.count) bytes", expected: "less than 4 GiB")
        }
        guard !looksLikeWideUnicode(bytes) else {
            throw JSONSyntaxError(
                .encodingInvalid, at: 0, found: "UTF-16 or UTF-32 text", expected: "UTF-8 text",
                hint: "save the file with the encoding UTF-8")
        }
        (nodes, repeatedKeys) = try bytes.withUnsafeBufferPointer {
            buffer throws(JSONSyntaxError) -> ([Node], [Int]) in
            var parser = JSONParser(buffer)
            try parser.parse()
            return (parser.nodes, parser.repeatedKeys)
        }
        self.bytes = bytes
    }

    /// The node after this one and everything in it.
    @inlinable package func end(of node: Int) -> Int { Int(nodes[node].next) }

    /// What a node is.
    @inlinable public func kind(of node: Int) -> Kind { nodes[node].kind }

    /// The bytes of a node, quotes and brackets included.
    @inlinable public func range(of node: Int) -> Range<Int> { Int(nodes[node].start)..<Int(nodes[node].end) }

    /// The values in an array; of an object each key followed by its value.
    @inlinable public func children(of node: Int) -> Children {
        Children(nodes: nodes, position: node + 1, end: Int(nodes[node].next))
    }

    /// The value of an object's field; of a repeated one the first.
    /// - Complexity: O(fields).
    public func value(of name: String, in object: Int) -> Int? {
        guard kind(of: object) == .object else { return nil }
        let name = Array(name.utf8)
        return children(of: object).first { kind(of: $0) == .key && isKey($0, name) }.map { $0 + 1 }
    }

    /// The text of a string or key, escapes resolved.
    public func string(of node: Int) -> String {
        let range = range(of: node)
        return bytes.withUnsafeBufferPointer { buffer in
            let content = UnsafeBufferPointer(rebasing: buffer[range.lowerBound + 1..<range.upperBound - 1])
            return nodes[node].hasEscapes
                ? resolvingEscapes(content) : String(decoding: content, as: UTF8.self)
        }
    }

    /// Whether a key is a name, given by its bytes, without making a `String` of it where it has no escapes.
    package func isKey(_ key: Int, _ name: [UInt8]) -> Bool {
        let node = nodes[key]
        if node.hasEscapes { return Array(string(of: key).utf8) == name }
        let (start, length) = (Int(node.start) + 1, Int(node.end) - Int(node.start) - 2)
        return length == name.count
            && bytes.withUnsafeBytes { bytes in
                name.withUnsafeBytes { name in
                    length == 0 || memcmp(bytes.baseAddress! + start, name.baseAddress!, length) == 0
                }
            }
    }

    /// The value of a number, as near as a `Double` comes; out of its range infinite or zero.
    public func double(of node: Int) -> Double { Double(source(of: node)) ?? .nan }

    /// The value of a number that is whole, however it is written; `nil` for others and outside `Int`.
    public func integer(of node: Int) -> Int? {
        let source = source(of: node)
        return Int(source) ?? Double(source).flatMap { Int(exactly: $0) }
    }

    /// The text of a value as written.
    package func source(of node: Int) -> String { String(decoding: bytes[range(of: node)], as: UTF8.self) }

    /// The nodes directly inside a container.
    public struct Children: Sequence, IteratorProtocol {
        @usableFromInline let nodes: [Node]
        @usableFromInline var position: Int
        @usableFromInline let end: Int

        @inlinable init(nodes: [Node], position: Int, end: Int) {
            (self.nodes, self.position, self.end) = (nodes, position, end)
        }

        /// The next node.
        @inlinable public mutating func next() -> Int? {
            guard position < end else { return nil }
            defer { position = Int(nodes[position].next) }
            return position
        }
    }
}

extension JSONDocument {
    /// Where a node stands, such as `people[3].employments[0].from`; empty for the whole document.
    /// - Complexity: O(nodes next to the way down).
    public func path(to target: Int) -> String {
        var places = ListPlaces()
        return path(to: target, after: &places)
    }

    /// Where ways down have last gone on in long lists, so that ways to rising nodes walk each list once.
    package struct ListPlaces {
        fileprivate var last: [Int: (element: Int, position: Int)] = [:]

        /// No places.
        package init() {}
    }

    /// Where a node stands, as ``path(to:)`` says, going on from `places` where it can.
    ///
    /// - Parameter root: The value to begin at; it contains the target, else the way begins at the whole document.
    package func path(to target: Int, from root: Int = 0, after places: inout ListPlaces) -> String {
        var path = ""
        var current = (root..<end(of: root)).contains(target) ? root : 0
        while current != target {
            var position = 0
            var key = ""
            var children = children(of: current)
            let isList = kind(of: current) == .array
            if isList, let last = places.last[current], last.element <= target {
                (children.position, position) = last
            }
            while let child = children.next() {
                if kind(of: child) == .key {
                    key = Self.step(to: string(of: child), from: path)
                    if child == target { return path + key }
                    continue
                }
                if target < Int(nodes[child].next) {
                    path += isList ? "[\(position)]" : key
                    if isList { places.last[current] = (child, position) }
                    current = child
                    break
                }
                position += 1
            }
        }
        return path
    }

    /// `.name`, `name` at the beginning of a path, `["a name"]` for what does not look like a name.
    package static func step(to key: String, from path: String) -> String {
        let looksLikeName = key.utf8.allSatisfy {
            (97...122).contains($0 | 0x20) || (48...57).contains($0) || $0 == UInt8(ascii: "_")
                || $0 == UInt8(ascii: "$") || $0 == UInt8(ascii: "-")
        }
        if !looksLikeName || key.isEmpty || key.utf8.count > 60 { return "[\(quoted(key))]" }
        return path.isEmpty ? key : ".\(key)"
    }
}

func resolvingEscapes(_ content: UnsafeBufferPointer<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(content.count)
    var position = 0
    func unit(at position: Int) -> UInt32 {
        content[position..<position + 4].reduce(0) { $0 << 4 | UInt32(hexadecimalDigit($1)!) }
    }
    while position < content.count {
        guard content[position] == UInt8(ascii: "\\") else {
            bytes.append(content[position])
            position += 1
            continue
        }
        let letter = content[position + 1]
        position += 2
        switch letter {
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "f"): bytes.append(0x0C)
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "u"):
            var value = unit(at: position)
            position += 4
            if (0xD800..<0xDC00).contains(value) {
                value = 0x10000 + (value - 0xD800) << 10 + (unit(at: position + 2) - 0xDC00)
                position += 6
            }
            bytes += Array(String(Unicode.Scalar(value)!).utf8)
        default: bytes.append(letter)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
