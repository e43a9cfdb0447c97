internal import Glibc

/// A thread that may block, unlike those that tasks share.
enum BlockingThread {
    private final class Body {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }

    /// Runs `body` in a thread of its own.
    ///
    /// - Throws: ``RenderError/workerUnavailable(reason:)`` if the system has no thread to spare.
    static func start(_ body: @escaping @Sendable () -> Void) throws(RenderError) {
        let context = Unmanaged.passRetained(Body(body))
        var thread = pthread_t()
        let error = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, context.toOpaque())
        guard error == 0 else {
            context.release()
            throw .workerUnavailable(reason: "no thread to spare: \(String(cString: strerror(error)))")
        }
        pthread_detach(thread)
    }
}
