internal import Dispatch
internal import Glibc
internal import Synchronization

/// SIGINT, SIGTERM and SIGHUP, while someone waits for them; what they did before is put back afterwards. A SIGHUP that is
/// ignored, as `nohup` has it, stays so.
package enum EndSignals {
    private static let signals = [SIGINT, SIGTERM, SIGHUP]
    /// The end of the pipe that the handler may write to.
    private static let writingEnd = Atomic<Int32>(-1)
    private static let state = Mutex(State())

    private struct State {
        var waiting: [Int: AsyncStream<Void>.Continuation] = [:]
        var count = 0
        var before: [sigaction] = []
        var source: (any DispatchSourceRead)?
    }

    /// A stream that yields when one of the signals arrives, and what ends it and puts the handlers back.
    /// - Parameter installs: False for a stream that no signal reaches.
    package static func stream(installs: Bool) -> (
        stream: AsyncStream<Void>, handlers: AsyncStream<Void>.Continuation
    ) {
        let (stream, continuation) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
        guard installs else { return (stream, continuation) }
        let number = state.withLock { state in
            state.count += 1
            state.waiting[state.count] = continuation
            if state.waiting.count == 1 { install(&state) }
            return state.count
        }
        continuation.onTermination = { _ in
            state.withLock { state in
                state.waiting[number] = nil
                if state.waiting.isEmpty { restore(&state) }
            }
        }
        return (stream, continuation)
    }

    private static func install(_ state: inout State) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        let (reading, writing) = (ends[0], ends[1])
        writingEnd.store(writing, ordering: .sequentiallyConsistent)
        let source = DispatchSource.makeReadSource(
            fileDescriptor: reading, queue: DispatchQueue(label: "EndSignals"))
        source.setEventHandler {
            var byte: UInt8 = 0
            while read(reading, &byte, 1) > 0 {}
            for continuation in Self.state.withLock({ Array($0.waiting.values) }) { continuation.yield() }
        }
        source.setCancelHandler {
            close(reading)
            close(writing)
        }
        source.activate()
        state.source = source
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in
            let saved = errno
            var byte: UInt8 = 1
            _ = write(EndSignals.writingEnd.load(ordering: .sequentiallyConsistent), &byte, 1)
            errno = saved
        }
        action.sa_flags = SA_RESTART
        state.before = signals.map { signal in
            var before = sigaction()
            sigaction(signal, nil, &before)
            if signal != SIGHUP || !isIgnored(before) { sigaction(signal, &action, nil) }
            return before
        }
    }

    private static func isIgnored(_ action: sigaction) -> Bool {
        unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
            == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    private static func restore(_ state: inout State) {
        for (signal, before) in zip(signals, state.before) {
            var before = before
            sigaction(signal, &before, nil)
        }
        state.before = []
        writingEnd.store(-1, ordering: .sequentiallyConsistent)
        state.source?.cancel()
        state.source = nil
    }
}
