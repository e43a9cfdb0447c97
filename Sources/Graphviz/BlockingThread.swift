#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

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
        #if canImport(Glibc)
            var thread = pthread_t()
        #else
            var thread: pthread_t?
        #endif
        let error = pthread_create(
            &thread, nil,
            { context in
                #if canImport(Glibc)
                    guard let context else { return nil }
                #endif
                Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, context.toOpaque())
        guard error == 0 else {
            context.release()
            throw .workerUnavailable(reason: "no thread to spare: \(String(cString: strerror(error)))")
        }
        #if canImport(Glibc)
            pthread_detach(thread)
        #else
            if let thread { pthread_detach(thread) }
        #endif
    }
}
