import Glibc
import Synchronization

/// A connection whose every byte a test decides on.
final class RawConnection: Sendable {
    /// Tests on a busy machine wait long before they call an answer missing.
    private static let patience: Int32 = 60_000
    private let descriptor: Int32
    private let state = Mutex((bytes: [UInt8](), isOver: false))

    enum Failure: Error { case notConnected(Int32), noAnswer(String) }

    init(port: Int, isIPv6: Bool = false) throws {
        descriptor = socket(isIPv6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        let result: Int32
        if isIPv6 {
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_port = in_port_t(port).bigEndian
            address.sin6_addr = in6addr_loopback
            result = Self.connect(descriptor, &address)
        } else {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = in_port_t(port).bigEndian
            address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
            result = Self.connect(descriptor, &address)
        }
        guard result == 0 else { throw Failure.notConnected(errno) }
    }

    deinit { close(descriptor) }

    private static func connect<Address>(_ descriptor: Int32, _ address: inout Address) -> Int32 {
        withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<Address>.size))
            }
        }
    }

    /// Whether the server has closed the connection, as far as it was read.
    var isOver: Bool { state.withLock { $0.isOver } }

    /// Sends bytes.
    /// - Returns: False if the server has closed the connection.
    @discardableResult
    func send(_ bytes: [UInt8]) async -> Bool {
        await onThread { [descriptor] in
            var rest = bytes[...]
            while !rest.isEmpty {
                let sent = rest.withUnsafeBytes {
                    Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard sent > 0 else { return false }
                rest = rest.dropFirst(sent)
            }
            return true
        }
    }

    /// Says that nothing more is sent.
    func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Reads until what arrived is enough, or the connection is over.
    /// - Throws: If neither happens.
    func bytes(until isEnough: @escaping @Sendable ([UInt8]) -> Bool) async throws -> [UInt8] {
        try await onThread { [self] in
            while true {
                let (bytes, isOver) = state.withLock { $0 }
                if isOver || isEnough(bytes) { return bytes }
                var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                guard Glibc.poll(&poll, 1, Self.patience) == 1 else {
                    throw Failure.noAnswer(String(decoding: bytes.prefix(2000), as: UTF8.self))
                }
                var part = [UInt8](repeating: 0, count: 1 << 16)
                let count = recv(descriptor, &part, part.count, 0)
                state.withLock { state in
                    if count > 0 { state.bytes += part.prefix(count) } else { state.isOver = true }
                }
            }
        }
    }

    /// Reads until the server closes the connection.
    func bytesToEnd() async throws -> [UInt8] { try await bytes { _ in false } }

    /// Reads the next answers.
    func answers(_ count: Int = 1, areBodyless: Bool = false) async throws -> [Answer] {
        Answer.all(
            in: try await bytes { Answer.all(in: $0, areBodyless: areBodyless).count >= count },
            areBodyless: areBodyless)
    }
}

/// Runs what waits on a thread of its own: the server's tasks need those of the tests, and Dispatch is slow to add more.
private func onThread<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        startThread { continuation.resume(with: Result(catching: work)) }
    }
}

private func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { continuation in
        startThread { continuation.resume(returning: work()) }
    }
}

private final class Work: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

private func startThread(_ run: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let work = Unmanaged.passRetained(Work(run)).toOpaque()
    let code = pthread_create(
        &thread, nil,
        { work in
            Unmanaged<Work>.fromOpaque(work!).takeRetainedValue().run()
            return nil
        }, work)
    precondition(code == 0, "no thread is left")
    pthread_detach(thread)
}
