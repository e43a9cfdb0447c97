internal import CProcess
internal import Glibc

/// How this process was started.
public enum ProcessStart {
    /// The arguments, the program's name first; empty when there was not even that.
    ///
    /// They come from C's `argv`: the standard library reads them from `/proc`, and without that has none.
    public static var arguments: [String] {
        (0..<rebound_argument_count()).map { SystemPath.text(rebound_argument($0)) }
    }

    /// Whether work can be given to other threads through Dispatch: it looks after them in `/proc`, and ends the process where
    /// that is not mounted.
    public static var hasWorkerThreads: Bool { access("/proc/self/task", R_OK) == 0 }

    /// Makes room for open files; false if the program may open too few to run.
    public static func reserveDescriptors() -> Bool { rebound_reserve_descriptors() }

    /// Keeps a crash from writing people's data to the disk, and later files from being taken for a closed standard output.
    public static func secure() { rebound_secure_process() }
}

/// Another program.
public enum OtherProgram {
    /// Runs a program of the search path with one argument, without any of our files, and waits until it ends.
    /// - Returns: Whether it ran, and ended well.
    public static func run(_ name: String, _ argument: String) -> Bool {
        argument.withSystemPath { rebound_run_program(name, $0) }
    }
}
