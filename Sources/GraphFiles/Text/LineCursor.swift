internal import GraphAlgorithms

/// A place in lines of text that all end with a line feed, and whose fields one separator parts.
struct LineCursor {
    let bytes: UnsafePointer<UInt8>
    var position: Int
    private let separator: UInt8
    /// The tab, unless it is the separator; a space otherwise.
    private let otherBlank: UInt8

    /// A field: where its text lies, quotes left out.
    struct Field {
        let start: Int
        let end: Int
        let hasQuotes: Bool
        var isEmpty: Bool { start == end }
    }

    private static let feed = UInt8(ascii: "\n")
    private static let quote = UInt8(ascii: "\"")

    init(bytes: UnsafePointer<UInt8>, position: Int, separator: FieldSeparator) {
        self.bytes = bytes
        self.position = position
        self.separator = separator.byte
        otherBlank = separator == .tab ? 32 : 9
    }

    /// A space, tab or carriage return that parts nothing.
    @inline(__always)
    private func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == otherBlank || byte == 13 }

    @inline(__always)
    private mutating func skipBlanks() { while isBlank(bytes[position]) { position &+= 1 } }

    /// What the line begins with behind its blanks, which are passed over; a line feed where it is blank.
    var firstByte: UInt8 {
        @inline(__always) mutating get {
            skipBlanks()
            return bytes[position]
        }
    }

    /// Goes on to the start of the next line.
    @inline(__always)
    mutating func skipLine() {
        while bytes[position] != Self.feed { position &+= 1 }
        position &+= 1
    }

    /// Goes from the end of a field to the start of the next one; `false` at the end of the line.
    @inline(__always)
    mutating func goToNextField() -> Bool {
        skipBlanks()
        if separator == 32 { return bytes[position] != Self.feed }
        guard bytes[position] == separator else { return false }
        position &+= 1
        return true
    }

    /// The field as a node number, or `nil` if it is none.
    @inline(__always)
    mutating func number() -> UInt32? {
        skipBlanks()
        var value: UInt64 = 0
        let start = position
        while true {
            let digit = bytes[position] &- 48
            if digit > 9 { break }
            value = value &* 10 &+ UInt64(digit)
            position &+= 1
        }
        // Ten digits are more than 32 bits hold, and 18 less than 64 bits do.
        guard position > start, position &- start <= 18, value < UInt64(UInt32.max) else { return nil }
        let byte = bytes[position]
        guard byte == Self.feed || byte == separator || isBlank(byte) else { return nil }
        return UInt32(truncatingIfNeeded: value)
    }

    /// The field, or `nil` where its quotes do not close or text follows them.
    mutating func field() -> Field? {
        skipBlanks()
        var start = position
        guard bytes[position] == Self.quote else {
            while bytes[position] != separator && bytes[position] != Self.feed {
                if separator == 32, isBlank(bytes[position]) { break }
                position &+= 1
            }
            var end = position
            while end > start, isBlank(bytes[end &- 1]) { end &-= 1 }
            return Field(start: start, end: end, hasQuotes: false)
        }
        start += 1
        position += 1
        while bytes[position] != Self.feed {
            if bytes[position] == Self.quote {
                if bytes[position + 1] != Self.quote { break }
                position += 1
            }
            position += 1
        }
        guard bytes[position] == Self.quote else { return nil }
        let field = Field(start: start, end: position, hasQuotes: true)
        position += 1
        let byte = bytes[position]
        return byte == Self.feed || byte == separator || isBlank(byte) ? field : nil
    }

    /// How many fields are left of the line; 0 where quotes do not close.
    func fieldCount() -> Int {
        var rest = self
        var count = 0
        repeat {
            guard rest.field() != nil else { return 0 }
            count += 1
        } while rest.goToNextField()
        return count
    }

    /// The number of a field as a name.
    func name(_ field: Field, _ names: inout NameTable) -> UInt32 {
        let text = UnsafeBufferPointer(start: bytes + field.start, count: field.end - field.start)
        guard field.hasQuotes, text.contains(Self.quote) else { return names.number(of: text) }
        var unquoted: [UInt8] = []
        var index = 0
        while index < text.count {
            unquoted.append(text[index])
            index += text[index] == Self.quote ? 2 : 1
        }
        return unquoted.withUnsafeBufferPointer { names.number(of: $0) }
    }

    /// A field as a weight, or `nil` if it is none; a comma may stand before its decimals.
    func weight(_ field: Field) -> Double? {
        var value: UInt64 = 0
        var isWhole = !field.isEmpty && field.end - field.start <= 15
        for position in field.start..<field.end {
            let digit = bytes[position] &- 48
            if digit > 9 { isWhole = false }
            value = value &* 10 &+ UInt64(digit)
        }
        // Up to 15 digits, whole numbers are exact.
        if isWhole { return Double(value) }
        var text = Array(UnsafeBufferPointer(start: bytes + field.start, count: field.end - field.start))
        if text.count(where: { $0 == UInt8(ascii: ",") }) == 1, !text.contains(UInt8(ascii: ".")) {
            text[text.firstIndex(of: UInt8(ascii: ","))!] = UInt8(ascii: ".")
        }
        guard let weight = Double(String(decoding: text, as: UTF8.self)), weight.isFinite, weight >= 0 else {
            return nil
        }
        return weight
    }

    /// Whether a field is one of some words, whatever the case of ASCII letters.
    func isOne(of words: [[UInt8]], _ field: Field) -> Bool {
        let text = (field.start..<field.end).map { position in
            (65...90).contains(bytes[position]) ? bytes[position] | 32 : bytes[position]
        }
        return words.contains(text)
    }
}
