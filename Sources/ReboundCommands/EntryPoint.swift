import ArgumentParser

/// What the executable does.
public enum EntryPoint {
    /// Parses the arguments, runs the command they name, and exits.
    public static func run() async { await Rebound.main() }
}
