/// The characters that HTML writes as `&eacute;`, `&#233;` or `&#xE9;`.
enum HTMLEntity {
    /// Reads one at a position.
    /// - Returns: The character and where the text goes on; `nil` for what is none.
    static func read(_ bytes: [UInt8], _ start: Int) -> (Unicode.Scalar, end: Int)? {
        let name = bytes[(start + 1)...].prefix(10).prefix { $0 != UInt8(ascii: ";") && $0 > 0x20 }
        guard name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";") else { return nil }
        let text = String(decoding: name, as: UTF8.self)
        if text.hasPrefix("#") {
            let digits = text.dropFirst()
            let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
            let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
            return number.flatMap(Unicode.Scalar.init).map { ($0, name.endIndex + 1) }
        }
        return named[text].map { ($0, name.endIndex + 1) }
    }

    /// Those of Latin-1 from U+00A0 on, in their order, and the signs of typography (HTML 4.01, 24).
    private static let named: [String: Unicode.Scalar] = {
        var named: [String: Unicode.Scalar] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "euro": "€", "ndash": "–",
            "mdash": "—",
            "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”", "bdquo": "„", "hellip": "…",
            "bull": "•", "oelig": "œ", "OElig": "Œ", "zwnj": "\u{200C}", "trade": "™", "ensp": " ",
            "emsp": " ",
        ]
        for (offset, name) in latin1.split(separator: " ").enumerated() {
            named[String(name)] = Unicode.Scalar(0xA0 + UInt32(offset))!
        }
        return named
    }()

    private static let latin1 = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro \
        para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil \
        Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave \
        Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml \
        igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute \
        thorn yuml
        """
}
