internal import ReferralGraph

/// The text of an HTML page as a mail program shows it, without what is quoted from an earlier mail.
///
/// Made for mails, whose markup is often wrong: nothing is an error, and what is never closed ends with the page.
struct HTMLText {
    private(set) var text: String
    private var output: [UInt8] = []
    /// The element whose content no one sees, while inside.
    private var hidden: String?
    private var quotations = 0
    /// Whether the rest is an earlier mail.
    private var isAtEnd = false

    /// - Complexity: O(page).
    init(_ page: String) {
        text = ""
        let bytes = Array(page.utf8)
        output.reserveCapacity(bytes.count / 2)
        var position = 0
        // Where there is no further `>`, none is looked for again.
        var noCloseAfter = bytes.count
        while position < bytes.count, !isAtEnd {
            let byte = bytes[position]
            if byte == UInt8(ascii: "<"), position < noCloseAfter {
                if bytes[position...].starts(with: "<!--".utf8) {
                    position = Self.end(of: "-->", in: bytes, from: position + 4)
                    continue
                }
                guard position + 1 < bytes.count, Self.beginsTag(bytes[position + 1]) else {
                    put(byte)
                    position += 1
                    continue
                }
                guard let close = bytes[position...].firstIndex(of: UInt8(ascii: ">")) else {
                    noCloseAfter = position
                    continue
                }
                take(tag: bytes[(position + 1)..<close])
                position = close + 1
            } else if byte == UInt8(ascii: "&"), let (scalar, end) = HTMLEntity.read(bytes, position) {
                for byte in String(scalar).utf8 { put(byte) }
                position = end
            } else {
                put(byte)
                position += 1
            }
        }
        text = String(decoding: output, as: UTF8.self)
    }

    private static func beginsTag(_ byte: UInt8) -> Bool {
        (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "/")
            || byte == UInt8(ascii: "!")
            || byte == UInt8(ascii: "?")
    }

    private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
        let mark = Array(mark.utf8)
        var position = start
        while position + mark.count <= bytes.count {
            if bytes[position] == mark[0], bytes[position...].starts(with: mark) {
                return position + mark.count
            }
            position += 1
        }
        return bytes.count
    }

    private mutating func put(_ byte: UInt8) {
        guard hidden == nil, quotations == 0 else { return }
        if byte <= 0x20 {
            if let last = output.last, last != 0x20, last != 10 { output.append(0x20) }
        } else {
            output.append(byte)
        }
    }

    /// Begins a new line, apart from the one above.
    private mutating func breakLine(isParagraph: Bool) {
        guard hidden == nil, quotations == 0 else { return }
        if output.last == 0x20 { output.removeLast() }
        if output.isEmpty { return }
        if !isParagraph {
            output.append(10)
        } else if !output.suffix(2).elementsEqual([10, 10]) {
            output += output.last == 10 ? [10] : [10, 10]
        }
    }

    private mutating func take(tag: ArraySlice<UInt8>) {
        let isEnd = tag.first == UInt8(ascii: "/")
        let name = String(
            decoding: tag.dropFirst(isEnd ? 1 : 0).prefix(12).prefix {
                (65...90).contains($0) || (97...122).contains($0) || (48...57).contains($0)
            }, as: UTF8.self
        ).lowercased()
        if let hidden {
            if isEnd ? name == hidden : hidden == "head" && name == "body" { self.hidden = nil }
            return
        }
        switch name {
        case "style", "script", "title", "head":
            if !isEnd, tag.last != UInt8(ascii: "/") { hidden = name }
        case "blockquote":
            breakLine(isParagraph: true)
            quotations = max(0, quotations + (isEnd ? -1 : 1))
        case "br": breakLine(isParagraph: false)
        case "div", "hr":
            breakLine(isParagraph: name == "hr")
            if !isEnd, Self.beginsQuotation(tag) { isAtEnd = true }
        case "p", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article":
            breakLine(isParagraph: true)
        case "td", "th": put(0x20)
        default: break
        }
    }

    /// Gmail, Yahoo, Outlook, Thunderbird: how they mark the earlier mail.
    private static func beginsQuotation(_ tag: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: tag.prefix(300), as: UTF8.self).lowercased()
        return ["gmail_quote", "yahoo_quoted", "divrplyfwdmsg", "appendonsend", "moz-cite-prefix"].contains {
            text.contains($0)
        }
    }
}
