internal import Glibc

/// Takes a JSON text apart into nodes, strictly by RFC 8259 except for a UTF-8 byte order mark at the start.
struct JSONParser {
    private(set) var nodes: [JSONDocument.Node] = []
    private(set) var repeatedKeys: [Int] = []
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    /// The containers around `position`, outermost first.
    private var open: [Int] = []
    private var keys: [Int] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        // A little more than typical network files need.
        nodes.reserveCapacity(bytes.count / 12 + 16)
    }

    mutating func parse() throws(JSONSyntaxError) {
        position = byteOrderMarkLength(bytes)
        skipSpace()
        guard position < bytes.count else {
            throw JSONSyntaxError(
                .fileEmpty, at: position, found: "nothing", expected: "JSON text",
                hint: "the file is empty; was it saved completely?")
        }
        repeat {
            while try value() {}
            try finishContainers()
        } while !open.isEmpty
        guard position == bytes.count else { throw unexpected(JSONSyntaxError.end) }
        // Inner objects close first, so their keys may stand before those of the outer one.
        repeatedKeys.sort()
    }

    /// Reads a value; of a container that is not empty only the opening, up to the first value in it.
    /// - Returns: Whether that first value comes next.
    private mutating func value() throws(JSONSyntaxError) -> Bool {
        skipSpace()
        guard position < bytes.count else { throw unexpected("a value") }
        switch bytes[position] {
        case UInt8(ascii: "\""): try string(.string)
        case UInt8(ascii: "{"), UInt8(ascii: "["): return try container()
        case UInt8(ascii: "-"), 48...57: try number()
        case UInt8(ascii: "t"): try word("true", .true)
        case UInt8(ascii: "f"): try word("false", .false)
        case UInt8(ascii: "n"): try word("null", .null)
        default: throw unexpected("a value", hint: misplacedValueHint())
        }
        return false
    }

    private mutating func container() throws(JSONSyntaxError) -> Bool {
        guard open.count < JSONDocument.maximumDepth else {
            throw JSONSyntaxError(
                .tooDeep, at: position, found: "more than \(JSONDocument.maximumDepth) nested brackets",
                expected: "at most \(JSONDocument.maximumDepth)")
        }
        let isObject = bytes[position] == UInt8(ascii: "{")
        open.append(nodes.count)
        nodes.append(.init(kind: isObject ? .object : .array, start: UInt32(position)))
        position += 1
        skipSpace()
        if position < bytes.count, bytes[position] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
            close()
            return false
        }
        if isObject { try key() }
        return true
    }

    /// After a value: closes what ends here, and goes on to the next value or to the end of the text.
    private mutating func finishContainers() throws(JSONSyntaxError) {
        skipSpace()
        while let container = open.last {
            let isObject = nodes[container].kind == .object
            let end = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
            guard position < bytes.count else { throw unexpected("\",\" or \"\(Character(.init(end)))\"") }
            if bytes[position] == end {
                close()
                skipSpace()
            } else if bytes[position] == UInt8(ascii: ",") {
                position += 1
                if isObject { try key() }
                return
            } else {
                throw unexpected(
                    "\",\" or \"\(Character(.init(end)))\"",
                    hint: bytes[position] == UInt8(ascii: "\"") ? "put a comma before this" : "")
            }
        }
    }

    private mutating func close() {
        position += 1
        let container = open.removeLast()
        nodes[container].end = UInt32(position)
        nodes[container].next = UInt32(nodes.count)
        if nodes[container].kind == .object { noteRepeatedKeys(of: container) }
    }

    private mutating func key() throws(JSONSyntaxError) {
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
            throw unexpected("the name of a field, in double quotes", hint: misplacedValueHint())
        }
        try string(.key)
        skipSpace()
        guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { throw unexpected("\":\"") }
        position += 1
    }

    private mutating func string(_ kind: JSONDocument.Kind) throws(JSONSyntaxError) {
        let start = position
        var hasEscapes = false
        position += 1
        while true {
            guard position < bytes.count else {
                throw JSONSyntaxError(
                    .syntax, at: start, found: "text that does not end",
                    expected: "a closing double quote")
            }
            switch bytes[position] {
            case UInt8(ascii: "\""):
                position += 1
                append(kind, from: start, hasEscapes: hasEscapes)
                return
            case UInt8(ascii: "\\"):
                hasEscapes = true
                try escape()
            case 0..<0x20:
                throw JSONSyntaxError(
                    .syntax, at: position, found: "a control character inside text",
                    expected: "text in one line",
                    hint: controlHint())
            case 0..<0x80: position += 1
            default:
                let length = sequenceLength(bytes, at: position)
                guard length > 0 else {
                    throw JSONSyntaxError(
                        .encodingInvalid, at: position, found: byteInWords(position), expected: "UTF-8 text",
                        hint: "save the file with the encoding UTF-8")
                }
                position += length
            }
        }
    }

    private mutating func escape() throws(JSONSyntaxError) {
        let start = position
        position += 1
        guard position < bytes.count else { return }
        let letter = bytes[position]
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return
        case UInt8(ascii: "u"):
            let first = try escapedUnit(from: start)
            guard (0xD800..<0xE000).contains(first) else { return }
            if first < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u")
            {
                position += 2
                if (0xDC00..<0xE000).contains(try escapedUnit(from: position - 2)) { return }
            }
            throw JSONSyntaxError(
                .syntax, at: start, found: "half of a surrogate pair",
                expected: "both halves, such as \\ud83d\\ude00")
        default:
            throw JSONSyntaxError(
                .syntax, at: start, found: "a backslash before \(scalarInWords(position - 1))",
                expected: "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u", hint: "write a backslash as \\\\")
        }
    }

    private mutating func escapedUnit(from start: Int) throws(JSONSyntaxError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard position < bytes.count, let digit = hexadecimalDigit(bytes[position]) else {
                throw JSONSyntaxError(
                    .syntax, at: start, found: "\\u without four hexadecimal digits",
                    expected: "a code such as \\u00e9")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    private mutating func number() throws(JSONSyntaxError) {
        let start = position
        if bytes[position] == UInt8(ascii: "-") { position += 1 }
        if position < bytes.count, bytes[position] == UInt8(ascii: "0") {
            position += 1
            if position < bytes.count, (48...57).contains(bytes[position]) {
                throw unexpected("a number without leading zeros")
            }
        } else {
            try digits()
        }
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            position += 1
            if position < bytes.count, bytes[position] == 43 || bytes[position] == 45 { position += 1 }
            try digits()
        }
        append(.number, from: start)
    }

    private mutating func digits() throws(JSONSyntaxError) {
        let start = position
        while position < bytes.count, (48...57).contains(bytes[position]) { position += 1 }
        if position == start { throw unexpected("a digit") }
    }

    private mutating func word(_ word: StaticString, _ kind: JSONDocument.Kind) throws(JSONSyntaxError) {
        let start = position
        for offset in 0..<word.utf8CodeUnitCount {
            guard position + offset < bytes.count, bytes[position + offset] == word.utf8Start[offset] else {
                throw unexpected("a value", hint: "text needs double quotes; words are true, false and null")
            }
        }
        position += word.utf8CodeUnitCount
        append(kind, from: start)
    }

    private mutating func append(_ kind: JSONDocument.Kind, from start: Int, hasEscapes: Bool = false) {
        nodes.append(
            .init(
                kind: kind, hasEscapes: hasEscapes, start: UInt32(start), end: UInt32(position),
                next: UInt32(nodes.count + 1)))
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }
}

extension JSONParser {
    /// Pairwise for small objects, which nearly all are; by a set for large ones.
    private mutating func noteRepeatedKeys(of object: Int) {
        keys.removeAll(keepingCapacity: true)
        var node = object + 1
        while node < nodes.count {
            keys.append(node)
            node = Int(nodes[node + 1].next)
        }
        if keys.count <= 16, keys.allSatisfy({ !nodes[$0].hasEscapes }) {
            for later in keys.indices.dropFirst() {
                for earlier in 0..<later where isSameText(keys[earlier], keys[later]) {
                    repeatedKeys.append(keys[later])
                    break
                }
            }
        } else {
            var seen: Set<[UInt8]> = []
            for key in keys where !seen.insert(resolved(key)).inserted { repeatedKeys.append(key) }
        }
    }

    private func isSameText(_ left: Int, _ right: Int) -> Bool {
        let (left, right) = (nodes[left], nodes[right])
        guard left.end - left.start == right.end - right.start else { return false }
        let start = bytes.baseAddress!
        return memcmp(start + Int(left.start), start + Int(right.start), Int(left.end - left.start)) == 0
    }

    private func resolved(_ key: Int) -> [UInt8] {
        let content = UnsafeBufferPointer(
            rebasing: bytes[Int(nodes[key].start) + 1..<Int(nodes[key].end) - 1])
        return nodes[key].hasEscapes ? Array(resolvingEscapes(content).utf8) : Array(content)
    }

    private func unexpected(_ expected: String, hint: String = "") -> JSONSyntaxError {
        let found = position < bytes.count ? scalarInWords(position) : JSONSyntaxError.end
        var error = JSONSyntaxError(.syntax, at: position, found: found, expected: expected, hint: hint)
        error.openBracket = open.last.map { Int(nodes[$0].start) }
        return error
    }

    private func controlHint() -> String {
        switch bytes[position] {
        case UInt8(ascii: "\t"): "write a tab as \\t"
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): "close the quotes; write a line break as \\n"
        default: "remove it"
        }
    }

    private func misplacedValueHint() -> String {
        guard position < bytes.count else { return "" }
        switch bytes[position] {
        case UInt8(ascii: "'"), 0xE2: return "text needs straight double quotes"
        case UInt8(ascii: "}"), UInt8(ascii: "]"): return "remove the comma before it, or add what is missing"
        case UInt8(ascii: "/"), UInt8(ascii: "#"): return "JSON has no comments; put notes into \"note\""
        case UInt8(ascii: ","): return "remove the comma, or add what is missing"
        case UInt8(ascii: "<"): return "this looks like a web page, not like a network file"
        default: return "text needs double quotes; words are true, false and null"
        }
    }

    private func scalarInWords(_ position: Int) -> String {
        let length = sequenceLength(bytes, at: position)
        guard length > 0 else { return byteInWords(position) }
        return "\"\(String(decoding: bytes[position..<position + length], as: UTF8.self))\""
    }

    private func byteInWords(_ position: Int) -> String {
        "the byte 0x" + String(bytes[position], radix: 16, uppercase: true) + ", which is not UTF-8 here"
    }
}
