import ArgumentParser
private import Dispatch
private import Foundation

/// What the executable does.
public enum EntryPoint {
    /// Parses the arguments, runs the command they name, and ends the process.
    ///
    /// Synchronous, so that a caller can do what has to come before any thread.
    public static func run() -> Never {
        Task {
            await Rebound.main()
            exit(EXIT_SUCCESS)
        }
        dispatchMain()
    }
}
