import Foundation
import Synchronization

/// A terminal that a test watches.
final class Pseudoterminal: Sendable {
    /// What a program is to write to; it is the program's to close.
    let descriptor: Int32
    private let master: Int32
    private let seen = Mutex<[UInt8]>([])
    private let end = DispatchSemaphore(value: 0)

    init(columns: UInt16 = 80) throws {
        // What `unlockpt` and `ptsname` do on Linux; Glibc's module does not show them to Swift.
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var isLocked: Int32 = 0
        var number: UInt32 = 0
        guard master >= 0, ioctl(master, 0x4004_5431, &isLocked) == 0,
            ioctl(master, 0x8004_5430, &number) == 0
        else { throw CocoaError(.fileReadUnknown) }
        descriptor = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard descriptor >= 0, ioctl(descriptor, UInt(TIOCSWINSZ), &size) == 0 else {
            throw CocoaError(.fileReadUnknown)
        }
        Thread.detachNewThread { [self] in
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = read(master, &buffer, buffer.count)
                if count <= 0 { break }
                seen.withLock { $0 += buffer[..<count] }
            }
            end.signal()
        }
    }

    deinit { close(master) }

    /// Types on the keyboard; a line ends with a line break, the input with `\u{4}` (Ctrl-D) at the start of a line.
    func type(_ text: String) throws {
        let bytes = Array(text.utf8)
        guard write(master, bytes, bytes.count) == bytes.count else { throw CocoaError(.fileWriteUnknown) }
    }

    /// Waits until something was written; `false` after a minute.
    func sees(_ text: String) -> Bool {
        for _ in 0..<6000 {
            if seen.withLock({ String(decoding: $0, as: UTF8.self) }).contains(text) { return true }
            usleep(10_000)
        }
        return false
    }

    /// Everything that was written until the last writer went away; line breaks are plain again.
    func text() -> String {
        end.wait()
        return seen.withLock { String(decoding: $0, as: UTF8.self) }.replacing("\r\n", with: "\n")
    }
}
