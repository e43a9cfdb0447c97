private import Glibc
private import Synchronization

/// The terminal at standard input while it gives single keys, without showing them. ``restore()`` makes it as it was.
final class KeyTerminal {
    /// What can be typed.
    enum Key: Equatable {
        /// A character of the keyboard.
        case character(Character)
        case left, right
        /// A key that means nothing here.
        case other
        /// Ctrl-C or Ctrl-D, a signal that ends the program, or a terminal that went away.
        case end
    }

    private let original: termios
    private var isRaw = false

    /// Whether a signal asked the program to end.
    private static let isAskedToEnd = Atomic<Bool>(false)
    private static let endings = [SIGHUP, SIGINT, SIGTERM, SIGQUIT]

    /// Takes the terminal over; `nil` when standard input is none.
    init?() {
        var attributes = termios()
        guard tcgetattr(STDIN_FILENO, &attributes) == 0 else { return nil }
        original = attributes
        Self.isAskedToEnd.store(false, ordering: .relaxed)
        for ending in Self.endings {
            signal(ending) { _ in KeyTerminal.isAskedToEnd.store(true, ordering: .relaxed) }
        }
        takeKeys()
    }

    deinit { restore() }

    /// Gives single keys from now on.
    private func takeKeys() {
        var attributes = original
        attributes.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
        withUnsafeMutableBytes(of: &attributes.c_cc) { codes in
            codes[Int(VMIN)] = 1
            codes[Int(VTIME)] = 0
        }
        // What was typed ahead stays.
        tcsetattr(STDIN_FILENO, TCSADRAIN, &attributes)
        isRaw = true
    }

    /// Makes the terminal as it was.
    func restore() {
        guard isRaw else { return }
        var attributes = original
        tcsetattr(STDIN_FILENO, TCSADRAIN, &attributes)
        isRaw = false
    }

    /// Gives the signals that end the program their usual effect again.
    func release() {
        restore()
        for ending in Self.endings { signal(ending, SIG_DFL) }
    }

    /// Waits for a key.
    func key() -> Key {
        guard let byte = self.byte() else { return .end }
        switch byte {
        case 3, 4: return .end
        case 27: return escapeSequence()
        case 13: return .character("\n")
        case 0..<0x80: return .character(Character(Unicode.Scalar(byte)))
        default:
            // The rest of a character beyond ASCII.
            while let next = self.byte(within: 20), next & 0xC0 == 0x80 {}
            return .other
        }
    }

    /// Reads a line as usual, which the terminal shows; `nil` when there is none any more.
    func line() -> String? {
        restore()
        defer { takeKeys() }
        var bytes: [UInt8] = []
        while let byte = self.byte() {
            if byte == 10 { return String(decoding: bytes, as: UTF8.self) }
            if bytes.count < 1000 { bytes.append(byte) }
        }
        return nil
    }

    /// Arrow keys send `ESC [ D` or `ESC O D`; of other sequences everything is read and means nothing.
    private func escapeSequence() -> Key {
        guard let first = byte(within: 50) else { return .other }
        guard first == UInt8(ascii: "[") || first == UInt8(ascii: "O") else { return .other }
        while let next = byte(within: 50) {
            switch next {
            case UInt8(ascii: "D"): return .left
            case UInt8(ascii: "C"): return .right
            case 0x40...0x7E: return .other
            default: continue
            }
        }
        return .other
    }

    /// The next byte; `nil` at the end, when a signal asks the program to end, and after the time.
    private func byte(within milliseconds: Int32? = nil) -> UInt8? {
        while true {
            if Self.isAskedToEnd.load(ordering: .relaxed) { return nil }
            var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            // A signal between the question and the wait is seen a second later at the latest.
            let ready = poll(&input, 1, milliseconds ?? 1000)
            if ready == 0 {
                if milliseconds == nil { continue }
                return nil
            }
            if ready < 0 {
                if errno == EINTR { continue }
                return nil
            }
            var byte: UInt8 = 0
            let count = read(STDIN_FILENO, &byte, 1)
            if count == 1 { return byte }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            return nil
        }
    }
}
