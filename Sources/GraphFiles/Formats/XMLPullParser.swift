/// Reads XML tag by tag, strictly: tags close in order, entities are XML's own, nothing outside the file is fetched.
struct XMLPullParser {
    /// What comes next in the text.
    enum Event {
        /// A tag that opens, its prefix left out.
        case start(name: String, attributes: [String: String])
        /// A tag that closes.
        case end(name: String)
        /// Text, entities replaced.
        case text(String)
    }

    private let bytes: [UInt8]
    private var position = 0
    private var open: [String] = []
    private var pendingEnd: String?
    private var hasRoot = false
    /// The line of the current place, from 1.
    private(set) var line = 1

    /// More tags within one another than these are refused.
    private static let mostOpen = 256

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) { position = 3 }
    }

    func fault(_ found: String, _ expected: String) -> RecordFault {
        RecordFault(line: line, found: found, expected: expected)
    }

    /// The next tag or text; `nil` at the end.
    mutating func next() throws(RecordFault) -> Event? {
        if let name = pendingEnd {
            pendingEnd = nil
            return .end(name: try closed(name))
        }
        while position < bytes.count {
            if bytes[position] != UInt8(ascii: "<") {
                let text = try text()
                if open.isEmpty {
                    guard text.allSatisfy(\.isWhitespace) else {
                        throw fault("text outside of all tags", "a tag")
                    }
                    continue
                }
                return .text(text)
            }
            if starts(with: "<?") {
                try pass(to: "?>")
            } else if starts(with: "<!--") {
                try pass(to: "-->")
            } else if starts(with: "<![CDATA[") {
                position += 9
                let start = position
                try pass(to: "]]>")
                return .text(String(decoding: bytes[start..<position - 3], as: UTF8.self))
            } else if starts(with: "<!") {
                let start = position
                try pass(to: ">")
                if bytes[start..<position].contains(UInt8(ascii: "[")) {
                    throw fault("a document type with declarations of its own", "GraphML without one")
                }
            } else if starts(with: "</") {
                position += 2
                let name = try self.name()
                skipBlanks()
                guard starts(with: ">") else { throw fault("a tag that does not end", ">") }
                position += 1
                return .end(name: try closed(name))
            } else {
                return try tag()
            }
        }
        guard open.isEmpty, hasRoot else { throw fault("the end", open.last.map { "</\($0)>" } ?? "a tag") }
        return nil
    }

    private mutating func closed(_ name: String) throws(RecordFault) -> String {
        guard open.last == name else {
            throw fault("</\(name)>", open.last.map { "</\($0)>" } ?? "a tag that opens")
        }
        open.removeLast()
        return Self.local(name)
    }

    private static func local(_ name: String) -> String {
        name.lastIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
    }

    private mutating func tag() throws(RecordFault) -> Event {
        position += 1
        let name = try name()
        guard !open.isEmpty || !hasRoot else { throw fault("<\(name)> behind the end", "one outermost tag") }
        guard open.count < Self.mostOpen else {
            throw fault("more than \(Self.mostOpen) tags within one another", "fewer")
        }
        hasRoot = true
        open.append(name)
        var attributes: [String: String] = [:]
        while true {
            skipBlanks()
            if starts(with: "/>") {
                position += 2
                pendingEnd = name
                return .start(name: Self.local(name), attributes: attributes)
            }
            if starts(with: ">") {
                position += 1
                return .start(name: Self.local(name), attributes: attributes)
            }
            let key = try self.name()
            skipBlanks()
            guard starts(with: "=") else {
                throw fault("the attribute \(key) without a value", "\(key)=\"...\"")
            }
            position += 1
            skipBlanks()
            guard position < bytes.count,
                bytes[position] == UInt8(ascii: "\"") || bytes[position] == UInt8(ascii: "'")
            else { throw fault("the attribute \(key) without quotes", "\(key)=\"...\"") }
            let quote = bytes[position]
            position += 1
            let value = try text(upTo: quote)
            position += 1
            guard attributes.updateValue(value, forKey: key) == nil else {
                throw fault("the attribute \(key) twice", "it once")
            }
        }
    }

    private mutating func name() throws(RecordFault) -> String {
        let start = position
        while position < bytes.count, bytes[position] > 32, !"=/><\"'&".utf8.contains(bytes[position]) {
            position += 1
        }
        guard position > start else { throw fault("a tag without a name", "a name") }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func text(upTo end: UInt8 = UInt8(ascii: "<")) throws(RecordFault) -> String {
        let start = position
        var hasEntity = false
        while position < bytes.count, bytes[position] != end {
            if bytes[position] == UInt8(ascii: "\n") { line += 1 }
            if bytes[position] == UInt8(ascii: "&") { hasEntity = true }
            if bytes[position] == UInt8(ascii: "<") { throw fault("< in an attribute", "&lt;") }
            position += 1
        }
        guard position < bytes.count || end == UInt8(ascii: "<") else { throw fault("the end", "a quote") }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard hasEntity else { return text }
        for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
            guard let end = part.firstIndex(of: ";"), XMLText.character(part[..<end]) != nil else {
                throw fault(
                    "the entity \"&\(part.prefix(20))\"", "&amp;, &lt;, &gt;, &quot;, &apos; or a number")
            }
        }
        return XMLText.decoded(text)
    }

    private func starts(with text: StaticString) -> Bool {
        text.withUTF8Buffer {
            position + $0.count <= bytes.count && bytes[position..<position + $0.count].elementsEqual($0)
        }
    }

    private mutating func skipBlanks() {
        while position < bytes.count, bytes[position] <= 32 {
            if bytes[position] == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
    }

    /// Goes behind the next place where a text stands.
    private mutating func pass(to end: StaticString) throws(RecordFault) {
        while position < bytes.count {
            if starts(with: end) {
                position += end.utf8CodeUnitCount
                return
            }
            if bytes[position] == UInt8(ascii: "\n") { line += 1 }
            position += 1
        }
        throw fault("the end", "\(end)")
    }
}
