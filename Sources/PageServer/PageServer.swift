internal import SystemInterface

/// Serves a site to the browser of its user, on this machine alone.
///
/// It listens on 127.0.0.1 and ::1, and connects to nothing. The address that ``run(onReady:)`` gives holds a token, which the
/// welcome page exchanges once, by `POST /session`, for a cookie; everything else needs that cookie. The site's actions are
/// `POST /do` with JSON, files come by `POST /upload?name=…`, and `GET /news` is a stream of events.
///
/// It writes nothing to standard output or error, and leaves no files behind. Programs that are started while it runs should
/// not inherit its sockets: start them with descriptors above 2 closed.
public struct PageServer: Sendable {
    private let site: any PageSite
    private let configuration: PageServerConfiguration

    /// Makes the server of a site.
    public init(_ site: any PageSite, _ configuration: PageServerConfiguration = .init()) {
        self.site = site
        self.configuration = configuration
    }

    /// Serves until SIGINT, SIGTERM or SIGHUP arrives, the task is cancelled, or the time to be idle is over. Streams of news end
    /// then, and requests under way have a second; it takes less than two in all.
    /// - Parameter onReady: Gets the address, once the server listens.
    /// - Throws: ``PageServerError``.
    public func run(onReady: @Sendable (PageServerAddress) async -> Void) async throws {
        let limits = configuration.limits
        let (signals, handlers) = EndSignals.stream(installs: configuration.endsOnSignals)
        defer { handlers.finish() }
        let responder = PageResponder(
            site: site, configuration: configuration, session: Session(limits: limits),
            uploads: UploadFolder(in: configuration.temporaryFolder), streams: EventStreams(limits: limits),
            activity: Activity())
        defer { responder.uploads.remove() }
        let listeners = try await listen(PageConnection(responder: responder, limits: limits))
        let port = listeners[0].port
        await onReady(
            PageServerAddress(
                text: "http://127.0.0.1:\(port)/#\(responder.session.startToken)", port: port,
                listensOnIPv6: listeners.count > 1))
        let isStopped = await waitForEnd(listeners, signals, responder.activity)
        // Also a task that was cancelled ends in order.
        await Task {
            responder.streams.end()
            let deadline = ContinuousClock.now + limits.endingTime
            await withTaskGroup { group in
                for listener in listeners { group.addTask { await listener.end(by: deadline) } }
            }
        }.value
        if isStopped { throw PageServerError.stopped }
    }

    /// Listens on both addresses of this machine, or on 127.0.0.1 alone where there is no other.
    private func listen(_ connection: PageConnection) async throws -> [Listener] {
        // A port that was free at the first address may be used at the second.
        var attempts = configuration.port == 0 ? 16 : 1
        while true {
            let first = try await Listener.open("127.0.0.1", port: configuration.port, connection)
            do {
                return [first, try await Listener.open("::1", port: first.port, connection)]
            } catch is NoSuchAddress {
                return [first]
            } catch {
                await first.end(by: .now)
                attempts -= 1
                if attempts == 0 { throw error }
            }
        }
    }

    /// Waits until something ends the server.
    /// - Returns: Whether that was the server itself, although nothing told it to.
    private func waitForEnd(
        _ listeners: [Listener], _ signals: AsyncStream<Void>, _ activity: Activity
    ) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                for await _ in signals { break }
                return false
            }
            if let time = configuration.idleTime {
                group.addTask {
                    await activity.wait(untilIdleFor: time)
                    return false
                }
            }
            for listener in listeners {
                group.addTask {
                    await listener.wait()
                    return !Task.isCancelled
                }
            }
            defer { group.cancelAll() }
            return await group.next() ?? false
        }
    }
}

/// Where a server is to be opened.
public struct PageServerAddress: Sendable, Equatable {
    /// The address for the browser, with the token that opens the session: `http://127.0.0.1:PORT/#TOKEN`.
    public let text: String
    /// The port.
    public let port: Int
    /// Whether it listens on ::1, too; `false` on a machine without that address.
    public let listensOnIPv6: Bool
}
