/// A place in lines of text that all end with a line feed.
struct LineCursor {
    let bytes: UnsafePointer<UInt8>
    var position: Int

    private static let feed = UInt8(ascii: "\n")

    /// A space, tab, comma, semicolon or carriage return.
    @inline(__always)
    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 9 || byte == 44 || byte == 59 || byte == 13
    }

    @inline(__always)
    private mutating func skipSeparators() { while Self.isSeparator(bytes[position]) { position &+= 1 } }

    /// Whether nothing but separators is left of the line; passes over them.
    var isAtEnd: Bool {
        @inline(__always) mutating get {
            skipSeparators()
            return bytes[position] == Self.feed
        }
    }

    /// Whether the line is blank or a comment; passes over separators at its start.
    var isAtComment: Bool {
        @inline(__always) mutating get {
            isAtEnd || bytes[position] == UInt8(ascii: "#") || bytes[position] == UInt8(ascii: "%")
        }
    }

    /// Goes on to the start of the next line.
    @inline(__always)
    mutating func skipLine() {
        while bytes[position] != Self.feed { position &+= 1 }
        position &+= 1
    }

    /// The next field as a node number, or `nil` if it is none.
    @inline(__always)
    mutating func number() -> UInt32? {
        skipSeparators()
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
        guard byte == Self.feed || Self.isSeparator(byte) else { return nil }
        return UInt32(truncatingIfNeeded: value)
    }

    /// The next field as a weight, or `nil` if it is none.
    mutating func weight() -> Double? {
        skipSeparators()
        let start = position
        var value: UInt64 = 0
        var isWhole = true
        while !Self.isSeparator(bytes[position]) && bytes[position] != Self.feed {
            let digit = bytes[position] &- 48
            if digit > 9 { isWhole = false }
            value = value &* 10 &+ UInt64(digit)
            position &+= 1
        }
        // Up to 15 digits, whole numbers are exact.
        if isWhole && position - start <= 15 { return position > start ? Double(value) : nil }
        let field = UnsafeBufferPointer(start: bytes + start, count: position - start)
        guard let weight = Double(String(decoding: field, as: UTF8.self)), weight.isFinite, weight >= 0 else {
            return nil
        }
        return weight
    }

    /// The number of the next field as a name, or `nil` if there is none or its quotes do not close.
    mutating func name(_ names: inout NameTable) -> UInt32? {
        skipSeparators()
        let start = position
        guard bytes[position] == UInt8(ascii: "\"") else {
            while !Self.isSeparator(bytes[position]) && bytes[position] != Self.feed { position += 1 }
            guard position > start else { return nil }
            return names.number(of: UnsafeBufferPointer(start: bytes + start, count: position - start))
        }
        var unquoted: [UInt8] = []
        position += 1
        while bytes[position] != Self.feed {
            if bytes[position] == UInt8(ascii: "\"") {
                position += 1
                if bytes[position] != UInt8(ascii: "\"") {
                    return unquoted.withUnsafeBufferPointer { names.number(of: $0) }
                }
            }
            unquoted.append(bytes[position])
            position += 1
        }
        return nil
    }
}
