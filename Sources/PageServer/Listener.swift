internal import Glibc
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOPosix

/// One address that the server listens on.
struct Listener: Sendable {
    let port: Int
    private let server: Server<PageConnection>
    private let running: Task<Void, any Error>

    /// Listens on an address.
    /// - Throws: ``PageServerError``, or ``NoSuchAddress``.
    static func open(_ address: String, port: Int, _ connection: PageConnection) async throws -> Listener {
        // Nothing is written but by who runs the server.
        let logger = Logger(label: "PageServer") { _ in SwiftLogNoOpLogHandler() }
        let (ports, bound) = AsyncStream<Int>.makeStream()
        let configuration = ServerConfiguration(
            address: .hostname(address, port: port),
            availableConnectionsDelegate: MaximumAvailableConnections(
                connection.limits.connections, logger: logger))
        let server = Server(
            childChannelSetup: connection, configuration: configuration,
            onServerRunning: { channel in
                bound.yield(channel.localAddress?.port ?? port)
                bound.finish()
            },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
        let running = Task {
            defer { bound.finish() }
            try await server.run()
        }
        // Also a task that was cancelled learns where it listens, so that it ends that in order.
        if let port = await Task(operation: { await ports.first { _ in true } }).value {
            return Listener(port: port, server: server, running: running)
        }
        do {
            try await running.value
        } catch let error as IOError {
            switch error.errnoCode {
            case EADDRINUSE: throw PageServerError.portInUse(port)
            case EACCES, EPERM: throw PageServerError.portNotPermitted(port)
            case EADDRNOTAVAIL, EAFNOSUPPORT: throw NoSuchAddress()
            default:
                throw PageServerError.cannotListen(
                    port: port, reason: String(cString: strerror(error.errnoCode)))
            }
        }
        throw PageServerError.stopped
    }

    /// Waits until it listens no more, or the task is cancelled.
    func wait() async {
        let (ends, end) = AsyncStream<Void>.makeStream()
        Task { [running] in
            _ = await running.result
            end.finish()
        }
        for await _ in ends {}
    }

    /// Stops listening, and lets requests under way end until the deadline. What does not end then although it is cancelled,
    /// such as an action of the site, is left to itself.
    func end(by deadline: ContinuousClock.Instant) async {
        let (ends, over) = AsyncStream<Void>.makeStream()
        Task { [server] in try? await server.shutdownGracefully() }
        Task { [running] in
            _ = await running.result
            over.finish()
        }
        let force = Task { [running] in
            try await Task.sleep(until: deadline, clock: .continuous)
            running.cancel()
            try await Task.sleep(for: .milliseconds(500))
            over.finish()
        }
        for await _ in ends {}
        force.cancel()
    }
}

/// This machine does not have the address.
struct NoSuchAddress: Error {}
