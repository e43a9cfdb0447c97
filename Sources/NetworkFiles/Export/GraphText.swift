internal import Foundations
@_spi(_Unicode) import Swift

/// Text on its way into a graph format: cleaned once, then escaped for the place it goes to.
enum GraphText {
    /// The text in normalisation form C, without the characters that XML 1.0 forbids or that only terminals obey:
    /// control characters and noncharacters go, line breaks of all sorts become LF.
    /// - Complexity: O(length).
    static func cleaned(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var followsReturn = false
        func keep(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x0A where followsReturn: break
            case 0x0D: result.append("\n")
            case 0x09, 0x0A: result.append(scalar)
            case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: break
            case let value where value & 0xFFFE == 0xFFFE: break
            default: result.append(scalar)
            }
            followsReturn = scalar == "\r"
        }
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            text.unicodeScalars.forEach(keep)
        } else {
            text._nfc.forEach(keep)
        }
        return String(result)
    }

    /// The identifier of a node: an `Nmtoken` of XML 1.0, which GraphML demands (its schema, `node.id`).
    ///
    /// Characters that may not stand in one become `_xHHHH_`, and so does an underscore that could be taken for the
    /// beginning of such an escape (ISO/IEC 9075-14, the mapping of SQL identifiers to XML names).
    static func nodeID(_ kind: GraphExport.Node.Kind, _ id: String) -> String {
        let scalars = Array(id._nfc)
        var result = String.UnicodeScalarView()
        result.append(contentsOf: "\(kind.rawValue):".unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let looksLikeEscape = scalar == "_" && index + 1 < scalars.count && scalars[index + 1] == "x"
            if isNameCharacter(scalar), !looksLikeEscape {
                result.append(scalar)
            } else {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let padding = String(repeating: "0", count: max(0, 4 - digits.count))
                result.append(contentsOf: "_x\(padding)\(digits)_".unicodeScalars)
            }
        }
        return String(result)
    }

    /// `NameChar` of XML 1.0, fifth edition, production [4a].
    private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2E, 0x30...0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A, 0xB7, 0xC0...0xD6, 0xD8...0xF6,
            0xF8...0x037D, 0x037F...0x1FFF, 0x200C, 0x200D, 0x203F, 0x2040, 0x2070...0x218F, 0x2C00...0x2FEF,
            0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x1_0000...0xE_FFFF:
            true
        default: false
        }
    }

    /// Cleaned text as XML character data or attribute value.
    ///
    /// Line breaks and tabs are references: in an attribute they would else be read as spaces.
    static func xml(_ text: String) -> String {
        guard text.utf8.contains(where: { "&<>\"'\n\t".utf8.contains($0) }) else { return text }
        return escapingMarkup(text) { scalar in
            switch scalar {
            case "'": "&apos;"
            case "\n": "&#10;"
            case "\t": "&#9;"
            default: nil
            }
        }
    }
}
