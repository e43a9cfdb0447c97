internal import CGraphviz

/// Characters that a picture of points or a PDF cannot show, since no installed font has them.
public struct MissingCharacters: Equatable, Sendable {
    /// The characters, in the order of their code points, each once.
    public let scalars: [Unicode.Scalar]

    /// Looks for the characters of a text that no installed font has; `nil` if there is none.
    ///
    /// Without Fontconfig, which Pango draws with, there is no telling, and none.
    /// - Complexity: O(*n*) in the length of the text, and for each of its different characters O(fonts).
    public init?(in text: String) {
        var wanted = Set(text.unicodeScalars.lazy.filter { !$0.isASCII && !$0.isInvisible }.map(\.value))
            .sorted()
        guard !wanted.isEmpty else { return nil }
        let count = wanted.withUnsafeMutableBufferPointer {
            rebound_missing_characters($0.baseAddress, $0.count)
        }
        guard count > 0 else { return nil }
        scalars = wanted.prefix(count).compactMap(Unicode.Scalar.init)
    }

    /// Debian's packages that have fonts for these characters, in alphabetical order.
    public var packages: [String] { Set(scalars.compactMap(\.fontPackage)).sorted() }
}

extension MissingCharacters: CustomStringConvertible {
    /// One sentence without a full stop: up to ten of the characters, and what to install.
    public var description: String {
        let shown = scalars.prefix(10).map { String(Character($0)) }.joined(separator: " ")
        let rest = scalars.count > 10 ? " and \(scalars.count - 10) more characters" : ""
        let advice = packages.isEmpty ? "" : "; on Debian: apt-get install \(packages.joined(separator: " "))"
        return "no installed font has \(shown)\(rest)\(advice)"
    }
}

extension Unicode.Scalar {
    /// Whether nothing is to be seen of the scalar: spaces, controls, selectors of variants.
    fileprivate var isInvisible: Bool {
        properties.isWhitespace || properties.isDefaultIgnorableCodePoint
            || properties.generalCategory == .control
    }

    /// The package of Debian that has a font for the scalar; `nil` for one that no package is known to have.
    fileprivate var fontPackage: String? {
        switch value {
        case 0x1100...0x11FF, 0x2E80...0x9FFF, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xF900...0xFAFF,
            0xFE30...0xFE4F,
            0xFF00...0xFFEF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFF:
            "fonts-noto-cjk"
        case 0xE000...0xF8FF, 0xF0000...0x10FFFF: nil
        default: properties.isEmojiPresentation || isPictograph ? "fonts-noto-color-emoji" : "fonts-noto-core"
        }
    }

    /// Whether the scalar is one of the pictures that only emoji fonts have.
    private var isPictograph: Bool { (0x1F000...0x1FAFF).contains(value) }
}
