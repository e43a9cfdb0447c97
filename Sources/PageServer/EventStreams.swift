internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import Synchronization

/// The open streams of news (`text/event-stream`): a bounded number, and all of them end with the server.
final class EventStreams: Sendable {
    /// The media type of a stream.
    static let type = "text/event-stream"
    /// What may wait for a page that does not read; one that is further behind is left, and connects again.
    private static let backlog = 256

    private let limits: ConnectionLimits
    private let state = Mutex(State())

    private struct Stream {
        let number: Int
        let channel: any Channel
        let words: AsyncStream<String>.Continuation
    }

    private struct State {
        var open: [Stream] = []
        var count = 0
        var isOver = false
    }

    init(limits: ConnectionLimits) { self.limits = limits }

    /// Sends news until they end, the page is gone, or the server ends.
    func send(
        _ news: AsyncStream<String>, over writer: consuming ResponseWriter, _ channel: any Channel
    ) async throws {
        let (words, continuation) = AsyncStream<String>.makeStream(
            bufferingPolicy: .bufferingOldest(Self.backlog))
        let number = add(continuation, channel)
        // The first words reach the page before there are news, so that it knows that it is connected.
        continuation.yield(":\n\n")
        let reader = Task {
            for await line in news { Self.say(Self.event(line), continuation, channel) }
            continuation.finish()
        }
        let heartbeat = TimeAmount(limits.heartbeat)
        let beats = channel.eventLoop.scheduleRepeatedTask(initialDelay: heartbeat, delay: heartbeat) { _ in
            Self.say(":\n\n", continuation, channel)
        }
        channel.closeFuture.whenComplete { _ in continuation.finish() }
        defer {
            beats.cancel()
            reader.cancel()
            remove(number)
        }
        var body = try await writer.writeHead(PageResponder.head(of: PageResponse(type: Self.type, body: [])))
        for await word in words { try await body.write(ByteBuffer(string: word)) }
        try await body.finish(nil)
    }

    /// Ends all streams, and those to come.
    func end() {
        let open = state.withLock { state in
            state.isOver = true
            return state.open
        }
        for stream in open { stream.words.finish() }
    }

    private func add(_ words: AsyncStream<String>.Continuation, _ channel: any Channel) -> Int {
        let (number, leaving, isOver) = state.withLock { state -> (Int, Stream?, Bool) in
            state.count += 1
            let leaving = state.open.count >= limits.streams ? state.open.removeFirst() : nil
            state.open.append(Stream(number: state.count, channel: channel, words: words))
            return (state.count, leaving, state.isOver)
        }
        leaving?.channel.close(promise: nil)
        if isOver { words.finish() }
        return number
    }

    private func remove(_ number: Int) {
        state.withLock { state in state.open.removeAll { $0.number == number } }
    }

    private static func say(
        _ words: String, _ continuation: AsyncStream<String>.Continuation, _ channel: any Channel
    ) {
        if case .dropped = continuation.yield(words) { channel.close(promise: nil) }
    }

    /// A text as an event: each line of it behind a `data:`.
    static func event(_ text: String) -> String {
        text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { "data: \($0)\n" }.joined() + "\n"
    }
}
