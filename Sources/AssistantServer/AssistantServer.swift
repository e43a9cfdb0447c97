internal import Dispatch
internal import Foundations
internal import Glibc
internal import SystemInterface
public import Workspace

/// Serves a network to an assistant that speaks the Model Context Protocol over two streams, usually standard input and output.
///
/// It sends nothing anywhere else, and contacts no one. Revisions 2026-07-28, 2025-11-25 and 2025-06-18 are spoken, by what the
/// client sends first.
public struct AssistantServer: Sendable {
    private let network: AssistantNetwork
    private let endsOnSignals: Bool

    /// The most bytes of a line; a longer one is refused by itself.
    public static let longestLine = 1 << 20

    /// Makes a server.
    /// - Parameters:
    ///   - endsOnSignals: Whether SIGINT, SIGTERM and SIGHUP end it.
    /// - Throws: ``WorkspaceError`` where the network cannot be shown.
    public init(_ view: AssistantView, endsOnSignals: Bool = true) throws(WorkspaceError) {
        network = try AssistantNetwork(view)
        self.endsOnSignals = endsOnSignals
    }

    /// Answers until the input ends, no one reads the output any more, or a signal comes. Requests that run when the input
    /// ends are answered.
    ///
    /// The network is read at once, but a greeting does not wait for it.
    /// - Throws: ``WorkspaceError`` when the network cannot be read, ``ReadError`` when the input cannot.
    public func run(reading input: Int32, writing output: Int32) async throws {
        enum End: Sendable {
            case input
            case failed(any Error)
            case stopped
        }
        let (ends, end) = AsyncStream<End>.makeStream()
        let writer = MessageWriter(descriptor: output) { end.yield(.stopped) }
        let session = AssistantSession(network.offer, writer: writer)
        let (signals, handlers) = EndSignals.stream(installs: endsOnSignals)
        let watch = Task { for await _ in signals { end.yield(.stopped) } }
        // A thread of its own: to read waits.
        DispatchQueue(label: "AssistantServer").async {
            var lines = LineReader(descriptor: input, name: "standard input", limit: Self.longestLine)
            do throws(ReadError) {
                while let line = try lines.next() {
                    switch line {
                    case .whole(let bytes, _): if !bytes.allSatisfy(isBlank) { session.receive(bytes) }
                    case .tooLong(let length): session.receive(tooLong: length, limit: Self.longestLine)
                    }
                }
                end.yield(.input)
            } catch { end.yield(.failed(error)) }
        }
        let opening = Task {
            do { _ = try await network.live.current() } catch { end.yield(.failed(error)) }
        }
        var failure: (any Error)?
        loop: for await reason in ends {
            switch reason {
            case .input:
                // What came before the end is answered, unless a signal comes meanwhile.
                Task {
                    await opening.value
                    await writer.finished()
                    end.yield(.stopped)
                }
            case .failed(let error):
                failure = error
                break loop
            case .stopped: break loop
            }
        }
        writer.cancelAll()
        watch.cancel()
        handlers.finish()
        if let failure { throw failure }
    }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
