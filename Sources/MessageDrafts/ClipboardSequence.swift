private import FoundationEssentials

/// A text on its way to the clipboard through the terminal (OSC 52).
public struct ClipboardSequence {
    /// What to write to the terminal.
    public let bytes: [UInt8]
    /// The most bytes of text that every terminal with OSC 52 takes: 100,000 characters of sequence in xterm, 74,994 of text.
    public static let limit = 74_994

    /// Makes the sequence; `nil` for a text beyond ``limit``.
    public init?(_ text: String) {
        let text = Data(text.utf8)
        guard text.count <= Self.limit else { return nil }
        bytes = Array("\u{1B}]52;c;\(text.base64EncodedString())\u{7}".utf8)
    }
}
