import Glibc

/// A socket of TCP as the kernel lists it.
struct KernelSocket {
    /// The local address, in the hexadecimal digits of the kernel.
    let address: String
    let port: Int
    let peerPort: Int
    /// `01` is established, `0A` listens.
    let state: String

    /// All of them, of any process.
    static var all: [KernelSocket] {
        var found: [KernelSocket] = []
        for path in ["/proc/self/net/tcp", "/proc/self/net/tcp6"] {
            guard let file = fopen(path, "r") else { continue }
            defer { fclose(file) }
            var line = [CChar](repeating: 0, count: 512)
            while fgets(&line, Int32(line.count), file) != nil {
                let words = String(
                    decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self
                ).split(separator: " ")
                guard words.count > 3 else { continue }
                let (local, peer) = (words[1].split(separator: ":"), words[2].split(separator: ":"))
                guard local.count == 2, peer.count == 2, let port = Int(local[1], radix: 16),
                    let peerPort = Int(peer[1], radix: 16)
                else { continue }
                found.append(
                    KernelSocket(
                        address: String(local[0]), port: port, peerPort: peerPort, state: String(words[3])))
            }
        }
        return found
    }
}
